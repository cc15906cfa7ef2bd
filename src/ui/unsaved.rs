//! What a dialog asks before what was typed in it is lost. The frame knows the forms, a dialog does not.

use leptos::prelude::*;

/// The question about unsaved changes; the frame provides it as a context.
#[derive(Clone, Copy)]
pub struct Unsaved {
    /// A mark of now: forms that appear later are newer.
    pub mark: Callback<(), u32>,
    /// Does the second after asking, where a form newer than the mark has unsaved changes; at once elsewhere.
    pub leave: Callback<(u32, Callback<()>)>,
}

/// Guards one dialog.
#[derive(Clone, Copy)]
pub(super) struct Inside {
    unsaved: Option<Unsaved>,
    opened: StoredValue<u32>,
}

impl Inside {
    /// The guard of a dialog that is being made.
    pub(super) fn new() -> Self {
        Self { unsaved: use_context(), opened: StoredValue::new(0) }
    }

    /// The dialog opens, before its content is made.
    pub(super) fn open(self) {
        if let Some(unsaved) = self.unsaved {
            self.opened.set_value(unsaved.mark.run(()));
        }
    }

    /// Does `close` once nothing is lost by it.
    pub(super) fn close(self, close: impl Fn() + Send + Sync + 'static) {
        match self.unsaved {
            Some(unsaved) => unsaved.leave.run((self.opened.get_value(), Callback::new(move |()| close()))),
            None => close(),
        }
    }
}
