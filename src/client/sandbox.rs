//! The sandbox as this page sees it: a worker that is started when first asked, and started again when it ends.
//!
//! What it does, and what the messages are, stands in `crates/sandbox`.

mod message;
mod worker;

use futures::channel::oneshot::{self, Sender};
use http::{Request, Response};
use js_sys::{Array, Promise, Reflect};
use leptos::prelude::*;
use wasm_bindgen::prelude::*;
use web_sys::{MessageEvent, Worker};

use super::{ErrorKind, clock};

/// A worker that ends this often within [`A_WHILE_MS`] is not started again.
const MOST_ENDS: usize = 3;
const A_WHILE_MS: i64 = 60_000;

/// How the sandbox is.
#[derive(Clone, PartialEq, Eq, Default, Debug)]
pub enum SandboxState {
    /// Nobody has asked for it.
    #[default]
    Off,
    /// Its program is on the way: so many bytes of so many.
    Starting(usize, usize),
    /// Another tab has the data, and says nothing.
    Waiting,
    /// It answers.
    Ready,
    /// The data in this browser cannot be used; why.
    Unreadable(String),
    /// It cannot run; why.
    Failed(String),
}

/// What happens to a sandbox in use.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum News {
    /// Its worker ended, and another goes on with what is kept.
    StartedAgain,
    /// Nothing is kept any more: somebody has removed the site's data.
    Removed,
}

/// The sandbox of this page.
#[derive(Clone, Copy)]
pub struct Sandbox {
    state: RwSignal<SandboxState>,
    changes: RwSignal<u32>,
    news: RwSignal<Option<News>>,
    worker: StoredValue<Running, LocalStorage>,
}

type Answer = Option<Response<Vec<u8>>>;

#[derive(Default)]
struct Running {
    worker: Option<Worker>,
    /// Tells this worker from those before it.
    generation: u32,
    asked: Vec<(u32, Sender<Answer>)>,
    next: u32,
    /// When workers ended, in milliseconds since 1970.
    ends: Vec<i64>,
    /// The worker before this one ended.
    ended: bool,
    /// Which tab had the rows when it was last said.
    owner: Option<String>,
}

#[wasm_bindgen]
extern "C" {
    /// The Web Locks API, which `web_sys` has as unstable only.
    #[wasm_bindgen(js_namespace = ["navigator", "locks"], js_name = request)]
    fn request_lock(name: &str, granted: &JsValue) -> Promise;
}

impl Sandbox {
    pub(super) fn new() -> Self {
        let sandbox = Self {
            state: RwSignal::default(),
            changes: RwSignal::default(),
            news: RwSignal::default(),
            worker: StoredValue::new_local(Running::default()),
        };
        // A page that is left may be kept for "back", asleep. Its worker must not keep the data from other tabs.
        let leave = window_event_listener_untyped("pagehide", move |_| {
            sandbox.drop_worker();
            sandbox.state.set(SandboxState::Off);
        });
        on_cleanup(move || leave.remove());
        sandbox
    }

    /// How it is (reactive).
    pub fn state(self) -> SandboxState {
        self.state.get()
    }

    /// Counts what other tabs, or the sandbox's clock, have changed (reactive).
    pub fn changes(self) -> u32 {
        self.changes.get()
    }

    /// What has happened to it last, told when it answers again (reactive).
    pub fn news(self) -> Option<News> {
        self.news.get()
    }

    /// Lets whoever asks next start it again where it could not run.
    pub fn retry(self) {
        if matches!(self.state.get_untracked(), SandboxState::Failed(_)) {
            self.worker.update_value(|running| running.ends.clear());
            self.state.set(SandboxState::Off);
        }
    }

    /// Sends a request, and waits for the answer as long as there may be one.
    pub(super) async fn send(self, request: &Request<Vec<u8>>) -> Result<Response<Vec<u8>>, ErrorKind> {
        if let SandboxState::Failed(why) = self.state.get_untracked() {
            return Err(ErrorKind::Sandbox(why));
        }
        if self.worker.with_value(|running| running.worker.is_none()) {
            self.start();
        }
        let (sender, answer) = oneshot::channel();
        self.worker.update_value(|running| {
            running.next += 1;
            if let Some(worker) = &running.worker
                && worker.post_message(&message::ask(running.next, request)).is_ok()
            {
                running.asked.push((running.next, sender));
            }
        });
        answer.await.ok().flatten().ok_or_else(|| match self.state.get_untracked() {
            SandboxState::Failed(why) => ErrorKind::Sandbox(why),
            _ => ErrorKind::Stopped,
        })
    }

    fn start(self) {
        let Some((worker, name, heard)) = worker::early().or_else(worker::fresh) else {
            return self.fail("This console was built without the sandbox.".to_owned());
        };
        let mut generation = 0;
        self.worker.update_value(|running| {
            running.generation += 1;
            generation = running.generation;
            running.worker = Some(worker.clone());
        });
        self.state.set(SandboxState::Starting(0, 0));
        let (mut watched, watched_name) = (false, name);
        let mut hear = move |event: MessageEvent| {
            // The worker holds the lock by now: whoever gets it after this has seen the worker's end.
            if !watched {
                watched = true;
                self.watch(&watched_name, generation);
            }
            if let Ok(message) = event.data().dyn_into() {
                self.hear(&message, generation);
            }
        };
        heard.into_iter().filter_map(|event| event.dyn_into().ok()).for_each(&mut hear);
        worker.set_onmessage(Some(&Closure::<dyn FnMut(MessageEvent)>::new(hear).into_js_value().unchecked_into()));
        let missing = move || {
            if self.is_current(generation) && matches!(self.state.get_untracked(), SandboxState::Starting(0, 0)) {
                let why = "The sandbox could not be loaded. Check the connection, then try again. \
                           If the console was updated meanwhile, reload the page.";
                self.fail(why.to_owned());
            }
        };
        worker.set_onerror(Some(&Closure::<dyn FnMut()>::new(missing).into_js_value().unchecked_into()));
    }

    fn watch(self, name: &str, generation: u32) {
        let ended = Closure::once_into_js(move || {
            if self.is_current(generation) {
                self.ended();
            }
        });
        // A browser without locks has said so in the first message.
        if Reflect::has(&window().navigator(), &"locks".into()) == Ok(true) {
            drop(request_lock(name, &ended));
        }
    }

    /// The worker is gone, whatever the cause. What it had answered is kept, so another one can go on.
    fn ended(self) {
        let mut often = false;
        self.worker.update_value(|running| {
            let now = clock::now();
            running.ends.retain(|end| now - end < A_WHILE_MS);
            running.ends.push(now);
            often = running.ends.len() >= MOST_ENDS;
            running.ended = true;
        });
        if often {
            return self.fail("The sandbox stops again and again.".to_owned());
        }
        self.drop_worker();
        self.start();
    }

    fn fail(self, why: String) {
        self.state.set(SandboxState::Failed(why));
        self.drop_worker();
    }

    /// Ends the worker, and with it the waiting for its answers.
    fn drop_worker(self) {
        let mut asked = Vec::new();
        self.worker.update_value(|running| {
            running.generation += 1;
            if let Some(worker) = running.worker.take() {
                worker.terminate();
            }
            asked = std::mem::take(&mut running.asked);
        });
        // Dropped outside of the update: whoever waited may ask again at once.
        drop(asked);
    }

    fn is_current(self, generation: u32) -> bool {
        self.worker.try_with_value(|running| running.generation == generation).unwrap_or_default()
    }

    fn hear(self, message: &Array, generation: u32) {
        if !self.is_current(generation) {
            return;
        }
        let text = |index| message.get(index).as_string().unwrap_or_default();
        let count = |index| message.get(index).as_f64().unwrap_or_default();
        match text(0).as_str() {
            "answer" => self.settle(count(1) as u32, message::answer(message)),
            "lost" => self.settle(count(1) as u32, None),
            "changed" => self.changes.update(|changes| *changes += 1),
            "state" => match text(1).as_str() {
                "starting" => self.state.set(SandboxState::Starting(count(3) as usize, count(4) as usize)),
                "waiting" => self.state.set(SandboxState::Waiting),
                "ready" => self.ready(text(3), message.get(4).is_truthy()),
                "unreadable" => self.state.set(SandboxState::Unreadable(text(2))),
                _ => self.fail(text(2)),
            },
            _ => {}
        }
    }

    /// The tab `owner` has the rows, and where it is `fresh` found none.
    fn ready(self, owner: String, fresh: bool) {
        let mut news = None;
        self.worker.update_value(|running| {
            let is_other = running.owner.as_ref().is_some_and(|before| *before != owner);
            let ended = std::mem::take(&mut running.ended);
            news = if fresh && is_other { Some(News::Removed) } else { ended.then_some(News::StartedAgain) };
            running.owner = Some(owner);
        });
        self.state.set(SandboxState::Ready);
        if news.is_some() {
            self.news.set(news);
        }
        if news == Some(News::Removed) {
            self.changes.update(|changes| *changes += 1);
        }
    }

    fn settle(self, number: u32, answer: Answer) {
        let mut asked = None;
        self.worker.update_value(|running| {
            let place = running.asked.iter().position(|(other, _)| *other == number);
            asked = place.map(|place| running.asked.swap_remove(place).1);
        });
        if let Some(asked) = asked {
            // Whoever asked may have left.
            drop(asked.send(answer));
        }
    }
}
