//! What is read from the control plane, and what is done to it.

use http::Method;
use leptos::{prelude::*, task::spawn_local};
use serde_json::Value;

use crate::client::emulator;
use crate::session::{Session, use_session};
use crate::ui::*;

/// The newest answer to a read of the control plane.
#[derive(Clone, Copy)]
pub(super) struct Read {
    /// The answer; it stays while a newer one is fetched.
    pub(super) data: RwSignal<Option<Value>>,
    /// Why the newest try failed.
    pub(super) failed: RwSignal<Option<Failure>>,
    /// Whether it is being read.
    pub(super) loading: RwSignal<bool>,
    /// When it was read, in milliseconds since 1970.
    pub(super) updated: RwSignal<Option<f64>>,
    path: &'static str,
    title: &'static str,
    session: Session,
}

impl Read {
    /// Reads what is at `path`; `title` says what did not work.
    pub(super) fn new(path: &'static str, title: &'static str) -> Self {
        let read = Self {
            data: RwSignal::new(None),
            failed: RwSignal::new(None),
            loading: RwSignal::new(true),
            updated: RwSignal::new(None),
            path,
            title,
            session: use_session(),
        };
        read.refresh();
        read
    }

    /// Reads it again.
    pub(super) fn refresh(self) {
        self.loading.try_set(true);
        spawn_local(async move {
            let answer = emulator::get(self.session, self.path).await;
            // The page may be gone by now.
            match answer {
                Ok(data) => {
                    self.data.try_set(Some(data));
                    self.failed.try_set(None);
                    self.updated.try_set(Some(js_sys::Date::now()));
                }
                Err(failure) => {
                    self.failed.try_set(Some(Failure { title: self.title.to_owned(), ..failure }));
                }
            }
            self.loading.try_set(false);
        });
    }

    /// Its failure, with a button that reads again; nothing while there is none.
    pub(super) fn failure(self) -> AnyView {
        (move || {
            let failure = self.failed.get()?;
            Some(view! { <ErrorPanel failure on_retry=move || self.refresh() /> })
        })
        .into_any()
    }
}

impl From<Read> for Reading {
    fn from(read: Read) -> Self {
        Self::new(read.updated, read.loading, move || read.refresh())
    }
}

/// Does things to the emulator, one at a time.
#[derive(Clone, Copy)]
pub(super) struct Control {
    /// Whether something is under way.
    pub(super) busy: RwSignal<bool>,
    session: Session,
    flashes: Flashes,
}

impl Control {
    /// Nothing is under way.
    pub(super) fn new() -> Self {
        Self { busy: RwSignal::new(false), session: use_session(), flashes: use_flashes() }
    }

    /// Asks the control plane. What is known of the service may have changed by that, so it is read again.
    pub(super) fn run(
        self,
        (method, path, body): (Method, String, Value),
        failed: &'static str,
        then: impl FnOnce(Value) + 'static,
    ) {
        if self.busy.get_untracked() {
            return;
        }
        self.busy.set(true);
        spawn_local(async move {
            let answer = emulator::ask(self.session, method, &path, &body).await;
            self.busy.try_set(false);
            match answer {
                Ok(answer) => {
                    if let Some(profile) = self.session.profile_name() {
                        self.session.client.refresh(self.session, &profile);
                    }
                    then(answer);
                }
                Err(failure) => {
                    self.flashes.show(Flash::failure(Failure { title: failed.to_owned(), ..failure }));
                }
            }
        });
    }

    /// Says that it worked.
    pub(super) fn say(self, text: impl Into<String>) {
        self.flashes.show(Flash::success(text));
    }
}
