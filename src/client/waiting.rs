//! Calls that are waiting to be tried again, for the notice that says so.

use chime_model::Operation;
use leptos::prelude::*;

use super::CallError;

/// A call between two tries.
#[derive(Clone, PartialEq, Debug)]
pub struct Waiting {
    /// What is being asked.
    pub operation: Operation,
    /// The number of the next try, from 1.
    pub next: u32,
    /// The most tries there will be.
    pub tries: u32,
    /// What went wrong.
    pub error: CallError,
}

/// All calls that wait.
#[derive(Clone, Copy)]
pub(crate) struct WaitingCalls(RwSignal<Vec<(u32, Waiting)>>);

impl WaitingCalls {
    pub(super) fn new() -> Self {
        Self(RwSignal::new(Vec::new()))
    }

    /// The call that has waited longest (reactive).
    pub(crate) fn first(self) -> Option<Waiting> {
        self.0.with(|all| all.first().map(|(_, waiting)| waiting.clone()))
    }

    /// A place in the list for one call; it is left when the place is dropped, which is also when a call is cancelled.
    pub(super) fn place(self) -> Place {
        Place { calls: self, id: None }
    }
}

/// One call's place in the list.
pub(super) struct Place {
    calls: WaitingCalls,
    id: Option<u32>,
}

impl Place {
    /// Says what this call waits for.
    pub(super) fn say(&mut self, waiting: Waiting) {
        let id = self.id;
        let mut taken = 0;
        self.calls.0.update(|all| match all.iter_mut().find(|(other, _)| Some(*other) == id) {
            Some((_, known)) => *known = waiting,
            None => {
                taken = all.last().map_or(0, |(last, _)| last.wrapping_add(1));
                all.push((taken, waiting));
            }
        });
        self.id = id.or(Some(taken));
    }
}

impl Drop for Place {
    fn drop(&mut self) {
        if let Some(id) = self.id {
            self.calls.0.update(|all| all.retain(|(other, _)| *other != id));
        }
    }
}
