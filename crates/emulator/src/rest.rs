//! What the emulator can do without at first: most of its behaviour.
//!
//! A sandbox begins without it, so that its first page does not wait for what it does not show. Everywhere else all is there from
//! the start. What belongs to it is named in three places: operations in `dispatch.rs`, routes of the control plane in
//! `control.rs`, scenes of the demo in `control/demo.rs`.

use serde_json::Value;

use crate::Emulator;
use crate::context::Context;
use crate::control::{self, Asked, Stage};
use crate::dispatch::{Dispatch, dispatch_rest};
use crate::failure::Failure;
use crate::schedule;
use crate::store::Entry;

/// An extension of an answer: nothing was done, because the rest is needed. Whoever brings it may ask again.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Incomplete;

/// The functions of the rest.
#[derive(Clone, Copy)]
pub struct Rest {
    pub(crate) dispatch: Dispatch,
    pub(crate) perform: fn(&Context<'_>, Entry) -> Result<(), Failure>,
    pub(crate) control: fn(&Emulator, &Asked<'_>) -> Result<Value, Failure>,
    pub(crate) demo: fn(&Stage<'_>) -> Result<(), Failure>,
}

impl Rest {
    /// The rest. Whoever names this function has it in the program.
    #[must_use]
    #[expect(clippy::new_without_default, reason = "a default would be named where nobody means it")]
    pub fn new() -> Self {
        Self {
            dispatch: dispatch_rest,
            perform: schedule::perform,
            control: control::run_rest,
            demo: control::play_rest,
        }
    }
}

impl Emulator {
    /// From now on it does everything.
    pub fn complete(&self, rest: Rest) {
        self.rest.get_or_init(|| rest);
    }

    /// Whether it does everything.
    #[must_use]
    pub fn is_complete(&self) -> bool {
        self.rest.get().is_some()
    }

    /// What comes later, if it has come.
    pub(crate) fn rest(&self) -> Result<&Rest, Failure> {
        self.rest.get().ok_or(Failure::Incomplete)
    }
}
