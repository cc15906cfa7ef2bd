//! The tab that has the rows: it answers the requests of all tabs, one after the other.

use std::rc::Rc;

use bytes::Bytes;
use chime_emulator::handle::Delay;
use futures::StreamExt;
use futures::channel::mpsc::{UnboundedReceiver, UnboundedSender};
use gloo_timers::future::TimeoutFuture;
use http::Request;
use wasm_bindgen_futures::spawn_local;

use crate::kept::Kept;
use crate::message;
use crate::tab::Tab;

/// How often what has fallen due is done when nobody calls, in milliseconds.
const TICK_MS: u32 = 1000;

/// Something to do.
pub(crate) enum Job {
    /// A request of a tab.
    Ask {
        /// Which tab.
        tab: String,
        /// Its number there.
        number: u32,
        /// What is asked.
        request: Box<Request<Bytes>>,
    },
    /// Look whether something has fallen due.
    Tick,
}

/// Does jobs as long as the worker lives.
pub(crate) async fn serve(tab: Rc<Tab>, mut jobs: UnboundedReceiver<Job>) {
    let mut kept = Kept::open(tab.id()).await;
    tab.tell_state(kept.state());
    while let Some(job) = jobs.next().await {
        match job {
            Job::Ask { tab: asker, number, request } => {
                if let Some(whole) = kept.begin_demo(&request).await {
                    let tab = tab.clone();
                    spawn_local(async move {
                        let response = whole.await;
                        // Also to whoever asked: what was read before its end is old.
                        tab.tell_change("");
                        tab.give(&asker, &message::answer(number, &response));
                    });
                    continue;
                }
                let before = kept.state();
                let (response, changed) = kept.answer(*request).await;
                if changed {
                    tab.tell_change(&asker);
                }
                if kept.state() != before {
                    tab.tell_state(kept.state());
                }
                let answer = message::answer(number, &response);
                match response.extensions().get() {
                    // Others need not wait for an answer that is held back on purpose.
                    Some(Delay(delay)) => {
                        let delay = u32::try_from(delay.as_millis()).unwrap_or(u32::MAX);
                        let tab = tab.clone();
                        spawn_local(async move {
                            TimeoutFuture::new(delay).await;
                            tab.give(&asker, &answer);
                        });
                    }
                    None => tab.give(&asker, &answer),
                }
            }
            Job::Tick => {
                if kept.tick().await {
                    tab.tell_change("");
                }
            }
        }
    }
}

/// Asks for ticks as long as anybody takes them.
pub(crate) async fn tick(jobs: UnboundedSender<Job>) {
    while jobs.unbounded_send(Job::Tick).is_ok() {
        TimeoutFuture::new(TICK_MS).await;
    }
}
