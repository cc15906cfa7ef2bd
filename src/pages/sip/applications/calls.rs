//! The calls that were started here. The API cannot list them, so the console remembers them until it is closed.

use leptos::prelude::*;

/// A call that was started.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Call {
    /// The profile it was started under.
    pub profile: String,
    /// The application that made it.
    pub application: String,
    /// What the service calls it.
    pub transaction: String,
    /// The number it comes from.
    pub from: String,
    /// The number that was called.
    pub to: String,
    /// When, in milliseconds since 1970.
    pub at: i64,
}

/// All calls, newest first. They are in no storage: numbers are personal.
pub fn calls() -> RwSignal<Vec<Call>> {
    thread_local! {
        static CALLS: ArcRwSignal<Vec<Call>> = ArcRwSignal::new(Vec::new());
    }
    CALLS.with(|calls| RwSignal::from(calls.clone()))
}
