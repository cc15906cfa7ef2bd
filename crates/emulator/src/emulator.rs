//! The emulator: one synchronous function from request to answer, over a store, a clock and a seed that it is given.

use std::cell::Cell;
use std::sync::atomic::{AtomicI64, Ordering};
use std::sync::{Arc, Mutex, OnceLock, PoisonError, RwLock};

use chime_model::{Operation, Timestamp};
use serde_json::Value;

use crate::auth::SigningKeys;
use crate::configuration::{AccessKey, Configuration, Principal};
use crate::context::Context;
use crate::dispatch::dispatch;
use crate::failure::Failure;
use crate::format;
use crate::random::Random;
use crate::rest::Rest;
use crate::schedule;
use crate::service::tags;
use crate::store::{Store, StoreError, Transaction};
use crate::token::Binding;

/// How many mistakes of an input an error spells out.
const MOST_TOLD: usize = 10;

/// What the emulator is started with.
#[derive(Clone, Debug)]
pub struct Options {
    /// Keys that are accepted; the first one's principal speaks for hooks and for unsigned calls.
    pub access_keys: Vec<AccessKey>,
    /// Lets calls through whatever their signature.
    pub allow_unsigned: bool,
    /// Where randomness begins.
    pub seed: [u8; 32],
}

impl Default for Options {
    fn default() -> Self {
        Self { access_keys: vec![AccessKey::default()], allow_unsigned: false, seed: [0; 32] }
    }
}

/// The Amazon Chime API over some rows.
pub struct Emulator {
    pub(crate) store: Box<dyn Store>,
    pub(crate) options: Options,
    pub(crate) random: Random,
    pub(crate) signing_keys: SigningKeys,
    wall: Box<dyn Fn() -> i64 + Send + Sync>,
    configuration: RwLock<Arc<Configuration>>,
    reloading: Mutex<()>,
    /// No action is due before this moment. May be too early, never too late.
    pub(crate) next_due: AtomicI64,
    pub(crate) rest: OnceLock<Rest>,
}

/// Whether a transaction changes rows.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Access {
    Read,
    Write,
}

impl Emulator {
    /// An emulator over `store`. `wall` gives the wall clock in milliseconds since 1970.
    ///
    /// # Errors
    /// The store's; [`StoreError::Foreign`] and [`StoreError::Format`] when its rows are not this emulator's.
    pub fn open(
        store: Box<dyn Store>,
        wall: impl Fn() -> i64 + Send + Sync + 'static,
        options: Options,
    ) -> Result<Self, StoreError> {
        let emulator = Self::open_incomplete(store, wall, options)?;
        emulator.complete(Rest::new());
        Ok(emulator)
    }

    /// The same, before its [`Rest`] is there.
    ///
    /// # Errors
    /// As [`Emulator::open`].
    pub fn open_incomplete(
        store: Box<dyn Store>,
        wall: impl Fn() -> i64 + Send + Sync + 'static,
        options: Options,
    ) -> Result<Self, StoreError> {
        format::check(store.as_ref())?;
        let emulator = Self {
            store,
            random: Random::new(options.seed, 0),
            options,
            signing_keys: SigningKeys::default(),
            wall: Box::new(wall),
            configuration: RwLock::default(),
            reloading: Mutex::new(()),
            next_due: AtomicI64::new(i64::MIN),
            rest: OnceLock::new(),
        };
        emulator.store.update(|transaction| Configuration::begin(transaction, &emulator.random))?;
        emulator.reload()?;
        Ok(emulator)
    }

    /// Does an operation on an input as the model describes it, for the first access key's principal: what a signed request
    /// does, without the request.
    ///
    /// # Errors
    /// What the operation is refused for.
    pub fn call(&self, operation: Operation, input: Value) -> Result<Value, Failure> {
        refuse_violations(operation, &input)?;
        self.perform(operation, input, self.default_principal(), None)
    }

    /// Does something that the API cannot (G-80), in one transaction, for the first access key's principal.
    ///
    /// # Errors
    /// What `work` fails with, and the store's.
    pub fn hook<T>(&self, work: impl FnOnce(&Context<'_>) -> Result<T, Failure>) -> Result<T, Failure> {
        self.run_due()?;
        self.with_context(Access::Write, self.default_principal(), |context| work(context))
    }

    /// Runs an operation on a validated input in a transaction; `fault` stands in for a success.
    pub(crate) fn perform(
        &self,
        operation: Operation,
        input: Value,
        principal: Principal,
        fault: Option<Failure>,
    ) -> Result<Value, Failure> {
        self.run_due()?;
        let access = if operation.spec().verb == chime_model::Verb::Get { Access::Read } else { Access::Write };
        let binding = Binding::of(operation, &principal.account_id, &input);
        self.with_context(access, principal, |context| {
            context.operation = Some(operation);
            context.binding = binding;
            let output = dispatch(self.rest.get().map(|rest| rest.dispatch), context, operation, input)?;
            // G-13 step 10: last of all, and undone with everything else.
            fault.map_or(Ok(output), Err)
        })
    }

    /// Runs `work` in one transaction, which a failure undoes.
    pub(crate) fn with_context<T>(
        &self,
        access: Access,
        principal: Principal,
        work: impl FnOnce(&mut Context<'_>) -> Result<T, Failure>,
    ) -> Result<T, Failure> {
        let configuration = self.configuration();
        let scheduled = Cell::new(i64::MAX);
        let run = |transaction: &dyn Transaction| {
            work(&mut self.context(transaction, &configuration, principal, self.now(), &scheduled))
        };
        let result = match access {
            Access::Read => self.store.view(run)?,
            Access::Write => self.store.update(run),
        };
        // Only now: a call that checked earlier would not have seen the row.
        self.next_due.fetch_min(scheduled.get(), Ordering::SeqCst);
        result
    }

    /// The service's time.
    #[must_use]
    pub fn now(&self) -> Timestamp {
        self.configuration().clock.now(self.wall())
    }

    /// The wall clock, in milliseconds since 1970.
    pub(crate) fn wall(&self) -> i64 {
        (self.wall)()
    }

    pub(crate) fn configuration(&self) -> Arc<Configuration> {
        self.configuration.read().unwrap_or_else(PoisonError::into_inner).clone()
    }

    /// Changes what is set, and then does what has become due.
    pub(crate) fn configure<T>(
        &self,
        change: impl FnOnce(&mut Configuration) -> Result<T, Failure>,
    ) -> Result<T, Failure> {
        let value = self.store.update(|transaction| {
            let mut configuration = Configuration::load(transaction)?;
            let value = change(&mut configuration)?;
            configuration.save(transaction)?;
            Ok::<_, Failure>(value)
        })?;
        self.reload()?;
        Ok(value)
    }

    /// Lets Team accounts through the gates that ask for an Enterprise account (ACC-9).
    ///
    /// # Errors
    /// The store's.
    pub fn set_lenient(&self) -> Result<(), Failure> {
        self.configure(|configuration| {
            configuration.settings.lenient = true;
            Ok(())
        })
    }

    /// Replaces every row by those that `work` writes, and starts over them.
    pub(crate) fn replace_rows(
        &self,
        work: impl FnOnce(&dyn Transaction) -> Result<(), Failure>,
    ) -> Result<(), Failure> {
        self.store.update(|transaction| {
            work(transaction)?;
            Configuration::begin(transaction, &self.random)?;
            // Rows that would stop every later call are refused while they can still be undone.
            Configuration::load(transaction)?;
            schedule::list(transaction, usize::MAX)?;
            Ok::<_, Failure>(())
        })?;
        Ok(self.reload()?)
    }

    /// Reads again what is set and what is due, after a change of either behind the caches: by whoever gave the store and has
    /// changed its rows.
    ///
    /// # Errors
    /// The store's.
    pub fn reload(&self) -> Result<(), StoreError> {
        // Alone, so that an older copy does not replace a newer one.
        let _alone = self.reloading.lock().unwrap_or_else(PoisonError::into_inner);
        let configuration = self.store.view(Configuration::load)??;
        *self.configuration.write().unwrap_or_else(PoisonError::into_inner) = Arc::new(configuration);
        self.next_due.store(i64::MIN, Ordering::SeqCst);
        Ok(())
    }

    pub(crate) fn default_principal(&self) -> Principal {
        self.options.access_keys.first().cloned().unwrap_or_default().principal()
    }

    pub(crate) fn context<'a>(
        &'a self,
        transaction: &'a dyn Transaction,
        configuration: &'a Configuration,
        principal: Principal,
        now: Timestamp,
        scheduled: &'a Cell<i64>,
    ) -> Context<'a> {
        Context {
            transaction,
            now,
            principal,
            configuration,
            random: &self.random,
            operation: None,
            binding: None,
            scheduled,
        }
    }
}

/// G-13 step 3: says what is wrong, a body full of mistakes not in full.
pub(crate) fn refuse_violations(operation: Operation, input: &Value) -> Result<(), Failure> {
    let mut violations = chime_model::validate::input(operation, input);
    violations.retain(|violation| !tags::tolerates(operation, violation));
    if violations.is_empty() {
        return Ok(());
    }
    let mut told: Vec<String> = violations.iter().map(|it| format!("{}: {}", it.path, it.message)).collect();
    // A value can break two rules that are said in the same words.
    told.dedup();
    if told.len() > MOST_TOLD {
        let more = told.len() - MOST_TOLD;
        told.truncate(MOST_TOLD);
        told.push(format!("And {more} more."));
    }
    Err(Failure::bad_request(told.join(" ")))
}
