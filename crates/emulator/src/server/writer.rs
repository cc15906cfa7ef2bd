//! The thread on which calls write: all that wait by then share one commit, and its one flush of the disk.

use std::panic::{AssertUnwindSafe, catch_unwind};
use std::sync::Arc;

use chime_model::CommonError;
use serde_json::Value;
use tokio::sync::{mpsc, oneshot};

use crate::Emulator;
use crate::failure::Failure;
use crate::handle::Work;
use crate::store::StoreError;

/// More calls than this do not share one commit, however many wait.
const MOST_TOGETHER: usize = 256;

struct Call {
    work: Work,
    client: oneshot::Sender<Result<Value, Failure>>,
}

/// The way to that thread, which ends when nobody knows it any more.
#[derive(Clone)]
pub(super) struct Writer(mpsc::UnboundedSender<Call>);

impl Writer {
    /// Starts the thread, and tells when it has ended and let go of the emulator.
    pub(super) fn start(emulator: Arc<Emulator>) -> std::io::Result<(Self, oneshot::Receiver<()>)> {
        // Unbounded: a connection has one call at a time.
        let (sender, calls) = mpsc::unbounded_channel();
        let (end, ended) = oneshot::channel();
        let work = move || {
            serve(&emulator, calls);
            drop(emulator);
            let _ = end.send(());
        };
        std::thread::Builder::new().name("writer".to_owned()).spawn(work)?;
        Ok((Self(sender), ended))
    }

    /// The output of a call once what it wrote is on disk; none when the thread is gone.
    pub(super) async fn output(&self, work: Work) -> Option<Result<Value, Failure>> {
        let (client, output) = oneshot::channel();
        self.0.send(Call { work, client }).ok()?;
        output.await.ok()
    }
}

fn serve(emulator: &Emulator, mut calls: mpsc::UnboundedReceiver<Call>) {
    while let Some(first) = calls.blocking_recv() {
        let (mut first, mut waiting) = (Some(first), Vec::new());
        let outputs = emulator.do_together(|| {
            if waiting.len() == MOST_TOGETHER {
                return None;
            }
            // Also those that arrive while others are answered.
            let call = first.take().or_else(|| calls.try_recv().ok())?;
            waiting.push(call.client);
            Some(call.work)
        });
        for (client, output) in waiting.into_iter().zip(outputs) {
            // A client that has gone does not hear it.
            let _ = client.send(output);
        }
    }
}

impl Emulator {
    /// Does what is left of calls one after the other, while `next` gives any. What they write is committed once, at their end, and
    /// only then are there outputs, in the same order.
    fn do_together(&self, mut next: impl FnMut() -> Option<Work>) -> Vec<Result<Value, Failure>> {
        let mut outputs = Vec::new();
        let committed = self.store.write_together(&mut || {
            while let Some(work) = next() {
                // One that fails must not take the others with it.
                let output = catch_unwind(AssertUnwindSafe(|| self.do_work(work)));
                outputs.push(output.unwrap_or_else(|_| Err(crashed())));
            }
        });
        if let Err(error) = committed {
            tracing::error!(%error, "the changes of {} calls are lost", outputs.len());
            let message = error.to_string();
            // Who was refused changed nothing, and keeps the answer.
            for output in outputs.iter_mut().filter(|output| output.is_ok()) {
                *output = Err(StoreError::Commit(message.clone()).into());
            }
        }
        outputs
    }
}

/// A panic.
pub(super) fn crashed() -> Failure {
    let message = "The emulator failed; its log says where.".to_owned();
    Failure::Common { error: CommonError::InternalFailure, message }
}
