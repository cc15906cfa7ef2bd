//! The calls that share one commit, and its result.

use std::sync::{Condvar, Mutex, PoisonError};

use crate::store::StoreError;

/// Tells each call of a shared transaction whether it was committed.
#[derive(Default)]
pub(super) struct Batch {
    result: Mutex<Option<Result<(), String>>>,
    finished: Condvar,
}

impl Batch {
    /// Answers everybody who waits.
    pub(super) fn finish(&self, result: Result<(), String>) {
        *self.result.lock().unwrap_or_else(PoisonError::into_inner) = Some(result);
        self.finished.notify_all();
    }

    /// Blocks until the transaction has ended.
    pub(super) fn wait(&self) -> Result<(), StoreError> {
        let mut result = self.result.lock().unwrap_or_else(PoisonError::into_inner);
        loop {
            match &*result {
                Some(result) => return result.clone().map_err(StoreError::Commit),
                None => result = self.finished.wait(result).unwrap_or_else(PoisonError::into_inner),
            }
        }
    }
}
