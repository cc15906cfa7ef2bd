//! What every list page asks: a page of rows, by the tokens of its operation, or all of them.

use std::sync::Arc;

use chime_model::Operation;
use leptos::prelude::*;
use serde_json::{Value, json};

use crate::client::{Query, call, query};
use crate::session::use_session;
use crate::table::{Feed, LoadAll, Paging, Selection};
use crate::ui::{Count, Failure, Reading};

/// The rows of a list operation, as a table takes them.
#[derive(Clone, Copy)]
pub(crate) struct Listing {
    query: Query,
    /// The rows of the page, or all that were loaded.
    pub(crate) rows: Signal<Arc<Vec<Value>>>,
    /// The token of the page after this one.
    pub(crate) next_token: Signal<Option<String>>,
    /// Whether the page is being read.
    pub(crate) loading: Signal<bool>,
    /// When the page was read, in milliseconds since 1970.
    pub(crate) updated: Signal<Option<f64>>,
    /// Why the page could not be read.
    pub(crate) failed: Signal<Option<Failure>>,
    /// Reads every page.
    pub(crate) load_all: LoadAll,
}

impl Listing {
    /// Asks `operation` for the page where `paging` is. `input` is the rest of the input: the object that is listed,
    /// and what the service filters by; null asks nothing. `title` says what did not work: "The users could not be loaded".
    pub(crate) fn new(
        operation: Operation,
        paging: Paging,
        title: &'static str,
        input: impl Fn() -> Value + Send + Sync + 'static,
    ) -> Self {
        let input = Memo::new(move |_| input());
        let page = move |token: Option<String>| page_input(operation, input.get(), paging.size(), token.as_deref());
        let query = query(operation, move || Some(page(paging.token())).filter(|input| !input.is_null()));
        let read = Memo::new(move |_| query.data.with(|answer| answer.as_ref().map(|answer| read(operation, answer))));
        let rows = Signal::derive(move || read.get().map(|(rows, _)| rows).unwrap_or_default());
        let session = use_session();
        let load_all = LoadAll::new(move |token| {
            let input = untrack(|| page(token));
            async move {
                let answer = call(session, operation, input).await.map_err(|error| error.failure(title))?;
                let (rows, next) = self::read(operation, &answer);
                Ok((rows.to_vec(), next))
            }
        });
        // Other filters, other rows. An effect also runs when what it read was set to the same.
        Effect::new(move |before: Option<Value>| {
            let now = input.get();
            if before.is_some_and(|before| before != now) {
                load_all.clear();
            }
            now
        });
        // A page that was read again tells that the other pages may have changed too.
        Effect::new(move |before: Option<Option<f64>>| {
            let now = query.updated.get();
            if before.is_some_and(|before| before != now) && untrack(|| load_all.active()) {
                load_all.start();
            }
            now
        });
        Self {
            query,
            rows: load_all.over(rows),
            next_token: Signal::derive(move || read.with(|page| page.as_ref()?.1.clone())),
            loading: query.loading,
            updated: query.updated,
            failed: Signal::derive(move || query.error.get().map(|error| error.failure(title))),
            load_all,
        }
    }

    /// Reads again what is shown.
    pub(crate) fn refresh(self) {
        self.query.refresh();
    }

    /// The numbers beside the title, once there are any: `shown` of the rows are on screen.
    pub(crate) fn count(self, shown: Signal<Arc<Vec<Value>>>, selection: Selection) -> Signal<Option<Count>> {
        let count = move || Count {
            loaded: shown.with(|rows| rows.len()),
            more: self.next_token.with(Option::is_some) && !self.load_all.complete(),
            selected: selection.count(),
        };
        Signal::derive(move || self.query.data.with(Option::is_some).then(count))
    }
}

impl From<Listing> for Feed {
    fn from(list: Listing) -> Self {
        let Listing { loading, failed, next_token, load_all, .. } = list;
        Self { next_token, load_all: Some(load_all), ..Self::whole(loading, failed, move || list.refresh()) }
    }
}

impl From<Listing> for Reading {
    fn from(list: Listing) -> Self {
        list.query.into()
    }
}

fn page_input(operation: Operation, mut input: Value, size: u32, token: Option<&str>) -> Value {
    if let Some(pagination) = operation.spec().pagination.filter(|_| !input.is_null()) {
        if let Some(limit) = pagination.limit_key {
            input[limit] = json!(size);
        }
        input[pagination.input_token] = json!(token);
    }
    input
}

fn read(operation: Operation, answer: &Value) -> (Arc<Vec<Value>>, Option<String>) {
    let Some(pagination) = operation.spec().pagination else { return Default::default() };
    let rows = pagination.result_key.and_then(|key| answer[key].as_array()).cloned().unwrap_or_default();
    (Arc::new(rows), answer[pagination.output_token].as_str().map(str::to_owned))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_page_is_asked_for_and_read_by_the_operations_own_members() {
        let input = page_input(Operation::ListUsers, json!({ "AccountId": "a" }), 50, Some("t"));
        assert_eq!(input, json!({ "AccountId": "a", "MaxResults": 50, "NextToken": "t" }));
        let (rows, next) = read(Operation::ListUsers, &json!({ "Users": [{ "UserId": "u" }], "NextToken": null }));
        assert_eq!((rows.len(), next), (1, None));
    }
}
