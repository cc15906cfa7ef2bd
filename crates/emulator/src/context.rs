//! All that a service function may use: its transaction, the time, randomness, who calls, what is set.

use std::cell::Cell;

use chime_model::{Exception, Operation, Timestamp};
use serde::Serialize;
use serde::de::DeserializeOwned;
use serde_json::Value;

use crate::configuration::{Configuration, Principal, Settings};
use crate::event::Event;
use crate::failure::Failure;
use crate::random::Random;
use crate::schedule::{self, Action};
use crate::store::{Entry, Index, Key, Order, Range, StoreError, Table, Transaction};
use crate::token::Binding;

/// One call, in its transaction. It is a [`Transaction`] itself, so that tables take it as one.
pub struct Context<'a> {
    pub(crate) transaction: &'a dyn Transaction,
    pub(crate) now: Timestamp,
    pub(crate) principal: Principal,
    pub(crate) configuration: &'a Configuration,
    pub(crate) random: &'a Random,
    pub(crate) operation: Option<Operation>,
    pub(crate) binding: Option<Binding>,
    /// The earliest moment put on the schedule by this call.
    pub(crate) scheduled: &'a Cell<i64>,
}

/// What a list operation wants: which part of which index, from where, how much.
pub struct List<'a, R: 'static> {
    /// The index that gives the order.
    pub index: &'static Index<R>,
    /// The first parts of its places, [`Key::default`] for all.
    pub within: Key,
    /// What the next part of the places begins with; empty for anything.
    pub starts_with: &'a str,
    /// The caller's NextToken.
    pub next_token: Option<&'a str>,
    /// The caller's MaxResults, or what the reference states when there is none.
    pub limit: usize,
}

/// A page of a list, ready for an output.
pub struct Listed<R> {
    /// The rows.
    pub rows: Vec<R>,
    /// The NextToken; none on the last page.
    pub next_token: Option<String>,
}

impl Context<'_> {
    /// The service's time. It stays the same through a call.
    #[must_use]
    pub fn now(&self) -> Timestamp {
        self.now
    }

    /// Who calls; the default principal for hooks and due actions.
    #[must_use]
    pub fn principal(&self) -> &Principal {
        &self.principal
    }

    /// Switches and quotas.
    #[must_use]
    pub fn settings(&self) -> &Settings {
        &self.configuration.settings
    }

    /// Ids, PINs, tokens.
    #[must_use]
    pub fn random(&self) -> &Random {
        self.random
    }

    /// Records what a real service would have done outside (G-81).
    ///
    /// # Errors
    /// The store's.
    pub fn event(&self, kind: &str, detail: Value) -> Result<(), StoreError> {
        let event = Event {
            sequence: 0,
            time: self.now,
            kind: kind.to_owned(),
            account_id: self.principal.account_id.clone(),
            operation: self.operation.map(|operation| operation.name().to_owned()),
            detail,
        };
        event.append(self)
    }

    /// Has `action` done when the service's clock reaches `at`; twice the same is once.
    ///
    /// # Errors
    /// The store's.
    pub fn schedule(&self, at: Timestamp, action: &Action) -> Result<(), StoreError> {
        self.scheduled.set(self.scheduled.get().min(at.0));
        schedule::add(self, at, action)
    }

    /// Takes back [`Context::schedule`] with the same moment and action.
    ///
    /// # Errors
    /// The store's.
    pub fn unschedule(&self, at: Timestamp, action: &Action) -> Result<(), StoreError> {
        schedule::remove(self, at, action)
    }

    /// A page of a list, its NextToken checked and made (G-43). With `keep`, rows are left out and the page still fills up.
    ///
    /// # Errors
    /// BadRequest for a token that is not of this list, and the store's.
    pub fn list<R: Serialize + DeserializeOwned>(
        &self,
        table: &Table<R>,
        list: List<'_, R>,
        keep: impl Fn(&R) -> bool,
    ) -> Result<Listed<R>, Failure> {
        let range = Range { within: list.within, starts_with: list.starts_with, ..Range::default() };
        self.list_range(table, list.index, range, list.next_token, list.limit, keep)
    }

    /// The same for any range of an index; where it goes on is taken from the NextToken.
    ///
    /// # Errors
    /// BadRequest for a token that is not of this list, and the store's.
    pub fn list_range<R: Serialize + DeserializeOwned>(
        &self,
        table: &Table<R>,
        index: &Index<R>,
        range: Range<'_>,
        next_token: Option<&str>,
        limit: usize,
        keep: impl Fn(&R) -> bool,
    ) -> Result<Listed<R>, Failure> {
        let key = &self.configuration.token_key;
        let wrong = || Failure::bad_request("NextToken is not a token that this list gave for these filters.");
        let binding = self.binding.as_ref();
        let open = |token| binding.and_then(|binding| binding.open(key, token)).ok_or_else(wrong);
        let cursor = next_token.map(open).transpose()?;
        let range = Range { after: cursor.as_deref(), ..range };
        let page = table.page(self, index, &range, limit, keep)?;
        let next_token = page.next.and_then(|next| binding.map(|binding| binding.seal(key, &next)));
        Ok(Listed { rows: page.rows, next_token })
    }

    /// G-13 step 4: what the path names is not there. NotFound where it is declared, else Forbidden (G-15).
    #[must_use]
    pub fn absent(&self, what: &str) -> Failure {
        self.declared(&[Exception::NotFound], Exception::Forbidden, format!("There is no {what}."))
    }

    /// G-13 step 7: what the body refers to is not there. NotFound where it is declared, else BadRequest.
    #[must_use]
    pub fn dangling(&self, what: &str) -> Failure {
        self.declared(&[Exception::NotFound], Exception::BadRequest, format!("There is no {what}."))
    }

    /// G-13 step 8: it is there already, in use, or pending. Conflict, else UnprocessableEntity, else BadRequest.
    #[must_use]
    pub fn in_the_way(&self, message: impl Into<String>) -> Failure {
        self.declared(&[Exception::Conflict, Exception::UnprocessableEntity], Exception::BadRequest, message.into())
    }

    /// G-13 step 9: one more would be over the quota. ResourceLimitExceeded where it is declared, else BadRequest.
    #[must_use]
    pub fn over_quota(&self, message: impl Into<String>) -> Failure {
        self.declared(&[Exception::ResourceLimitExceeded], Exception::BadRequest, message.into())
    }

    fn declared(&self, wanted: &[Exception], otherwise: Exception, message: String) -> Failure {
        // Hooks declare nothing; they may answer with everything.
        let may =
            |exception: &Exception| self.operation.is_none_or(|operation| operation.spec().errors.contains(exception));
        Failure::refused(wanted.iter().copied().find(may).unwrap_or(otherwise), message)
    }
}

impl Transaction for Context<'_> {
    fn get(&self, key: &str) -> Result<Option<String>, StoreError> {
        self.transaction.get(key)
    }

    fn replace(&self, key: &str, row: &str) -> Result<Option<String>, StoreError> {
        self.transaction.replace(key, row)
    }

    fn delete(&self, key: &str) -> Result<(), StoreError> {
        self.transaction.delete(key)
    }

    fn scan(&self, from: &str, to: &str, limit: usize, order: Order) -> Result<Vec<Entry>, StoreError> {
        self.transaction.scan(from, to, limit, order)
    }
}

/// A caller's MaxResults, which is validated, or what counts when there is none.
#[must_use]
pub fn page_size(asked: Option<i64>, default: usize) -> usize {
    asked.and_then(|asked| usize::try_from(asked).ok()).unwrap_or(default)
}
