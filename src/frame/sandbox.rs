//! The sandbox as the frame shows it: its start, its end, changes of other tabs, and the link that leads straight into it.

use std::future::Future;
use std::pin::Pin;
use std::time::Duration;

use leptos::{prelude::*, task::spawn_local};

use super::place::use_go;
use crate::address::use_address;
use crate::client::{ErrorKind, News, SandboxState};
use crate::parts::part;
use crate::routes;
use crate::sandbox::{Begin, begin, is_empty};
use crate::session::{Kind, Profile, Session};
use crate::ui::{Failure, Flash, Flashes, Tone, effect, use_flashes};

/// A start that is over sooner needs no notice.
const PATIENCE: Duration = Duration::from_millis(700);

/// Shows notices of the sandbox, and reads again what is on screen when another tab has changed something.
pub(super) fn watch(session: Session) {
    let (flashes, sandbox) = (use_flashes(), session.client.sandbox);
    let late = RwSignal::new(false);
    let starting = Memo::new(move |_| matches!(sandbox.state(), SandboxState::Starting(..)));
    effect(move || {
        if starting.get() {
            set_timeout(move || late.set(true), PATIENCE);
        } else {
            late.set(false);
        }
    });
    Effect::new(move |shown: Option<Option<u32>>| {
        let shown = shown.flatten();
        let notice = match sandbox.state() {
            SandboxState::Starting(done, total) if late.get() => {
                // Kilobytes say enough.
                Flash::running("Loading the sandbox").progress(done / 1024, total / 1024)
            }
            SandboxState::Starting(..) if shown.is_some() => return shown,
            SandboxState::Waiting => Flash::new(Tone::Warning, "Another tab has the sandbox and does not answer")
                .body("The browser may have put it to sleep. In some seconds this tab takes over what is kept."),
            SandboxState::Unreadable(why) => Flash::new(Tone::Error, "The sandbox's data cannot be read")
                .body(why)
                .link("Save it or start anew", routes::connect()),
            SandboxState::Failed(why) => {
                Flash::new(Tone::Error, "The sandbox does not run").body(why).action("Try again", move || {
                    sandbox.retry();
                    session.client.refresh(session, &Profile::sandbox().name);
                })
            }
            _ => {
                if let Some(id) = shown {
                    flashes.dismiss(id);
                }
                return None;
            }
        };
        match shown {
            Some(id) => {
                flashes.replace(id, notice);
                Some(id)
            }
            None => Some(flashes.show(notice)),
        }
    });
    Effect::new(move |_| {
        let (title, body) = match sandbox.news() {
            Some(News::StartedAgain) => {
                ("The sandbox stopped and was started again", "Everything it had answered is kept.")
            }
            Some(News::Removed) => (
                "The data of the sandbox was removed from this browser",
                "It goes on with nothing. A file that you exported brings data back, under Connect.",
            ),
            None => return,
        };
        flashes.show(Flash::new(Tone::Warning, title).body(body));
    });
    Effect::new(move |before: Option<u32>| {
        let changes = sandbox.changes();
        let profile = untrack(|| session.profile()).filter(|profile| profile.kind == Kind::Sandbox);
        if let Some(profile) = profile.filter(|_| before.is_some()) {
            session.client.refresh(session, &profile.name);
        }
        changes
    });
}

/// Follows a link such as `/#sandbox=demo`: straight into the sandbox, with the data it begins with where it has none.
pub(super) fn follow_link(session: Session) {
    let address = use_address();
    let Some(with) = wanted() else { return };
    let path = address.path().get_untracked();
    let is = |other: String| path.trim_end_matches('/') == other.trim_end_matches('/');
    let entrance = is(routes::home()) || is(routes::connect());
    // The same page, without what was done.
    let to = if entrance { routes::accounts() } else { address.shown() };
    let go = use_go();
    // What is there is never replaced by following a link.
    let flashes = use_flashes();
    spawn_local(async move {
        let entered = match enter(session, flashes, with).await {
            Ok(entered) => entered.await,
            Err(_) => Err(Failure { title: ErrorKind::Incomplete.to_string(), ..Failure::default() }),
        };
        match entered {
            Ok(()) => go.replace(&to),
            Err(failure) => {
                flashes.show(Flash::failure(failure));
                if entrance {
                    go.replace(&routes::connect());
                }
            }
        }
    });
}

/// Whether the address is a link into the sandbox, which is followed until it is replaced.
pub fn follows_link() -> bool {
    wanted().is_some()
}

fn wanted() -> Option<Begin> {
    match use_address().fragment().as_str() {
        "sandbox=demo" => Some(Begin::Demo),
        "sandbox=empty" | "sandbox" => Some(Begin::Empty),
        _ => None,
    }
}

// Who follows a link sees no connect page, and calls at once.
part!(client, enter(session: Session, flashes: Flashes, with: Begin) -> Entering =>
    Box::pin(begin_where_empty(session, flashes, with)));

type Entering = Pin<Box<dyn Future<Output = Result<(), Failure>>>>;

async fn begin_where_empty(session: Session, flashes: Flashes, with: Begin) -> Result<(), Failure> {
    let with = if is_empty(session).await? { with } else { Begin::Kept };
    begin(session, flashes, with).await
}
