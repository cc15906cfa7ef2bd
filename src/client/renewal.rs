//! Asking for new keys in place: calls stand still until somebody answers, and are then repeated.

use futures::channel::oneshot;
use leptos::prelude::*;

use super::CallError;

/// The question for new keys.
#[derive(Clone, Copy)]
pub struct Renewal {
    /// The profile whose keys are asked for, and why.
    question: RwSignal<Option<(String, CallError)>>,
    waiting: StoredValue<Vec<oneshot::Sender<bool>>>,
}

impl Renewal {
    pub(super) fn new() -> Self {
        Self { question: RwSignal::new(None), waiting: StoredValue::new(Vec::new()) }
    }

    /// The question, while one stands: the profile and what the server said (reactive).
    pub fn question(self) -> Option<(String, CallError)> {
        self.question.get()
    }

    /// Ends the question: with `true` the waiting calls are repeated, with `false` they fail.
    pub fn answer(self, renewed: bool) {
        self.question.set(None);
        let waiting = self.waiting.try_update_value(std::mem::take).unwrap_or_default();
        for call in waiting {
            // A call that was cancelled meanwhile no longer listens.
            let _ = call.send(renewed);
        }
    }

    /// Asks, once for all calls that fail meanwhile, and waits for the answer.
    pub(super) async fn ask(self, profile: &str, error: &CallError) -> bool {
        let (sender, receiver) = oneshot::channel();
        self.waiting.update_value(|all| all.push(sender));
        if self.question.with_untracked(Option::is_none) {
            self.question.set(Some((profile.to_owned(), error.clone())));
        }
        receiver.await.unwrap_or(false)
    }
}
