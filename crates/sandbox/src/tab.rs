//! One of several tabs: the first has the rows, the others pass their requests on to it, and the next takes over when it closes,
//! or when somebody waits for it in vain: a browser may freeze a tab that is not looked at.
//!
//! On the channel between tabs travel, beside what [`message`](crate::message) lists: `hello` (who has the rows?), `owner` with
//! the tab that has them, `ask` and `answer` with the tab they are meant for in front.

use std::cell::{Cell, RefCell};
use std::collections::BTreeMap;
use std::mem::take;
use std::rc::Rc;

use futures::channel::mpsc::{UnboundedSender, unbounded};
use gloo_timers::future::TimeoutFuture;
use js_sys::Array;
use wasm_bindgen::prelude::*;
use wasm_bindgen_futures::spawn_local;
use web_sys::{BroadcastChannel, MessageEvent};

use crate::browser::{hold_lock, seed, tell, worker};
use crate::kept::State;
use crate::message::{message, number, request, text, word};
use crate::owner::{self, Job};

/// Whoever holds it has the rows.
const LOCK: &str = "chime-sandbox";
/// Tabs understand each other on it: the number counts the forms of its messages.
const CHANNEL: &str = "chime-sandbox/1";
/// How often a tab that waits asks whether the one with the rows is still there, in milliseconds.
const PATIENCE_MS: u32 = 2500;
/// After so many questions without an answer the page is told.
const TELL_AFTER: u32 = 2;
/// After so many the rows are taken over.
const TAKE_AFTER: u32 = 4;

/// This worker's tab.
pub(crate) struct Tab {
    /// Tells it from others.
    id: String,
    channel: BroadcastChannel,
    role: RefCell<Role>,
    /// Questions that the tab with the rows has not answered.
    unanswered: Cell<u32>,
}

enum Role {
    /// Another tab has the rows, perhaps one that has not been heard of yet.
    Guest { owner: Option<String>, asked: BTreeMap<u32, Asked> },
    /// This tab has them.
    Owner { jobs: UnboundedSender<Job>, state: Option<State> },
}

/// A request that waits for its answer.
struct Asked {
    message: Array,
    /// The tab that was asked.
    owner: Option<String>,
}

impl Tab {
    /// Listens to the page and to other tabs, and waits for the rows.
    pub(crate) fn start() {
        let id = seed().unwrap_or_default().iter().take(8).map(|byte| format!("{byte:02x}")).collect();
        let Ok(channel) = BroadcastChannel::new(CHANNEL) else {
            return tell(&message(["state".into(), "failed".into(), "This browser has no BroadcastChannel.".into()]));
        };
        let guest = Role::Guest { owner: None, asked: BTreeMap::new() };
        let tab = Rc::new(Self { id, channel, role: RefCell::new(guest), unanswered: Cell::default() });
        let heard = tab.clone();
        tab.channel.set_onmessage(Some(&listener(move |message| heard.hear(&message))));
        let asked = tab.clone();
        worker().set_onmessage(Some(&listener(move |message| asked.ask(message))));
        let next = tab.clone();
        hold_lock(LOCK, false, move || next.take_over());
        tab.say(&message(["hello".into()]));
        spawn_local(tab.watch());
    }

    /// Tells it from others.
    pub(crate) fn id(&self) -> &str {
        &self.id
    }

    /// While somebody waits, asks whether the tab with the rows still hears. It is counted in questions, not in time: this tab may
    /// have been frozen itself.
    async fn watch(self: Rc<Self>) {
        while matches!(&*self.role.borrow(), Role::Guest { .. }) {
            TimeoutFuture::new(PATIENCE_MS).await;
            let waits = matches!(&*self.role.borrow(), Role::Guest { asked, .. } if !asked.is_empty());
            self.unanswered.set(if waits { self.unanswered.get() + 1 } else { 0 });
            match self.unanswered.get() {
                0 => continue,
                TAKE_AFTER => {
                    let next = self.clone();
                    hold_lock(LOCK, true, move || next.take_over());
                }
                TELL_AFTER => tell(&message(["state".into(), "waiting".into()])),
                _ => {}
            }
            self.say(&message(["hello".into()]));
        }
    }

    /// The tab with the rows has been heard.
    fn hear_owner(&self) {
        self.unanswered.set(0);
    }

    /// The answer to a request of `asker`.
    pub(crate) fn give(&self, asker: &str, answer: &Array) {
        if asker == self.id {
            tell(answer);
        } else {
            answer.unshift(&asker.into());
            answer.unshift(&"to".into());
            self.say(answer);
        }
    }

    /// Tells every tab but the one that did it that something has changed.
    pub(crate) fn tell_change(&self, by: &str) {
        self.say(&message(["changed".into(), by.into()]));
        if by != self.id {
            tell(&message(["changed".into()]));
        }
    }

    /// Tells every tab how the data is.
    pub(crate) fn tell_state(&self, new: State) {
        if let Role::Owner { state, .. } = &mut *self.role.borrow_mut() {
            *state = Some(new);
        }
        self.introduce();
        if let Some(state) = self.state() {
            tell(&state);
        }
    }

    fn state(&self) -> Option<Array> {
        match &*self.role.borrow() {
            Role::Owner { state: Some(State { word, why, fresh }), .. } => {
                let id = self.id.as_str().into();
                Some(message(["state".into(), (*word).into(), why.as_str().into(), id, (*fresh).into()]))
            }
            _ => None,
        }
    }

    /// This tab has the rows now.
    fn take_over(self: Rc<Self>) {
        let (jobs, queue) = unbounded();
        let role = self.role.replace(Role::Owner { jobs: jobs.clone(), state: None });
        self.introduce();
        if let Role::Guest { asked, .. } = role {
            for (number, Asked { message, owner }) in asked {
                match owner {
                    None => self.ask(message),
                    Some(_) => lost(number),
                }
            }
        }
        spawn_local(owner::tick(jobs));
        spawn_local(owner::serve(self, queue));
    }

    /// A request of this tab's page.
    fn ask(&self, message: Array) {
        match &mut *self.role.borrow_mut() {
            Role::Owner { jobs, .. } => do_job(jobs, self.id.clone(), &message),
            Role::Guest { owner, asked } => {
                if let Some(owner) = owner {
                    self.pass_on(owner, &message);
                }
                asked.insert(number(&message), Asked { message, owner: owner.clone() });
            }
        }
    }

    /// A message of another tab.
    fn hear(&self, heard: &Array) {
        match word(heard).as_str() {
            "hello" => self.introduce(),
            "owner" => {
                self.hear_owner();
                self.meet(&text(heard, 1));
            }
            "changed" if text(heard, 1) != self.id => tell(&message(["changed".into()])),
            "state" => tell(heard),
            "from" if text(heard, 2) == self.id => {
                if let Role::Owner { jobs, .. } = &*self.role.borrow() {
                    do_job(jobs, text(heard, 1), &heard.slice(3, heard.length()));
                }
            }
            "to" if text(heard, 1) == self.id => {
                let answer = heard.slice(2, heard.length());
                if let Role::Guest { asked, .. } = &mut *self.role.borrow_mut() {
                    asked.remove(&number(&answer));
                }
                tell(&answer);
            }
            _ => {}
        }
    }

    /// A tab says that it has the rows.
    fn meet(&self, new: &str) {
        let Role::Guest { owner, asked } = &mut *self.role.borrow_mut() else { return };
        if owner.as_deref() == Some(new) {
            return;
        }
        *owner = Some(new.to_owned());
        for (number, mut one) in take(asked) {
            if one.owner.is_some() {
                lost(number);
            } else {
                self.pass_on(new, &one.message);
                one.owner = Some(new.to_owned());
                asked.insert(number, one);
            }
        }
    }

    /// Says that this tab has the rows, if so, and how they are.
    fn introduce(&self) {
        if matches!(&*self.role.borrow(), Role::Owner { .. }) {
            self.say(&message(["owner".into(), self.id.as_str().into()]));
            if let Some(state) = self.state() {
                self.say(&state);
            }
        }
    }

    fn pass_on(&self, owner: &str, ask: &Array) {
        let passed = message(["from".into(), self.id.as_str().into(), owner.into()]);
        self.say(&passed.concat(ask));
    }

    fn say(&self, message: &Array) {
        // As with the page: what is sent can be cloned, and the channel is never closed.
        drop(self.channel.post_message(message));
    }
}

/// Nobody knows whether it was done.
fn lost(number: u32) {
    tell(&message(["lost".into(), number.into()]));
}

fn do_job(jobs: &UnboundedSender<Job>, tab: String, ask: &Array) {
    let number = number(ask);
    match request(ask) {
        // The queue is open as long as the worker lives.
        Some(request) => drop(jobs.unbounded_send(Job::Ask { tab, number, request: request.into() })),
        None => lost(number),
    }
}

fn listener(listen: impl Fn(Array) + 'static) -> js_sys::Function {
    let listen = move |event: MessageEvent| {
        if let Ok(message) = event.data().dyn_into() {
            listen(message);
        }
    };
    Closure::<dyn Fn(MessageEvent)>::new(listen).into_js_value().unchecked_into()
}
