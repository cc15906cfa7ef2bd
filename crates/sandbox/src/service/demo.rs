//! The demo, made in two steps: its accounts can be looked at before the rest of the emulator is there.

use bytes::Bytes;
use futures::channel::oneshot::{self, Receiver, Sender};
use http::Response;

use super::{Service, not_kept};
use crate::rows::Changes;

/// Where the database says that a demo has begun and is not kept: whoever opens it begins again. No key of the emulator begins so.
pub(super) const BEGUN: &str = "~demo";

/// Where the answer goes that the demo is whole and kept.
pub(super) type Asker = Sender<Response<Bytes>>;

impl Service {
    /// Makes the accounts of the demo. Its answer comes when all of it is made and kept, or none of it.
    pub(crate) async fn begin_demo(&self) -> Receiver<Response<Bytes>> {
        let (asker, whole) = oneshot::channel();
        let begun = Changes::from([(BEGUN.to_owned(), Some("true".to_owned()))]);
        let made = match self.emulator.begin_demo() {
            Ok(()) => self.database.write(&begun).await.map_err(|error| not_kept(&error)),
            Err(failure) => Err(failure),
        };
        match made {
            Ok(()) => {
                self.demo_begun.set(true);
                self.demo.replace(Some(asker));
            }
            // Whoever asked may have left.
            Err(failure) => drop((self.undo(), asker.send(self.emulator.refuse(failure)))),
        }
        whole
    }

    /// Makes what is left of a demo that has begun, now that the emulator is complete, keeps all, and answers whoever waits for it.
    /// Says whether it changed anything.
    pub(super) async fn end_demo(&self) -> bool {
        let Some(asker) = self.demo.take() else { return false };
        let ended = match self.emulator.end_demo() {
            Ok(_) => self.keep().await.map_err(|error| not_kept(&error)),
            Err(failure) => Err(self.undo().map_or_else(|error| not_kept(&error), |()| failure)),
        };
        let response = match ended {
            Ok(_) => Response::new(Bytes::from_static(b"{}")),
            Err(failure) => {
                // It shall not begin again by itself. Where even that cannot be kept, it does, and tells its failure to nobody.
                drop(self.keep().await);
                self.emulator.refuse(failure)
            }
        };
        drop(asker.send(response));
        // Whatever came of it, it is not what could be seen before.
        true
    }
}
