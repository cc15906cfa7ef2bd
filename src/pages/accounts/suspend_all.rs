//! Suspends every user of a Team account, which must be done before it can be deleted.

use chime_model::types::Account;
use leptos::{prelude::*, task::spawn_local};

use super::remaining::{Remaining, everyone};
use crate::bulk::Work;
use crate::pages::user_plans::{MANY, suspend_plan, user_item};
use crate::pages::working::Working;
use crate::session::use_session;
use crate::ui::*;

const SUSPENDING: &str = "Suspending users";

fn progress((work, title): (Work, &'static str)) -> AnyView {
    let retry = move |ids: Vec<String>| work.retry(&ids);
    view! { <BulkResult bulk=work.bulk label=title on_retry=retry /> }.into_any()
}

/// The button, its question, and the progress of the work.
#[component]
pub fn SuspendAll(#[prop(into)] account: Signal<Account>, remaining: Remaining) -> AnyView {
    let (session, flashes, privacy) = (use_session(), use_flashes(), use_privacy());
    let (open, busy, working) = (RwSignal::new(false), RwSignal::new(false), Working::new());
    let start = move || {
        busy.set(true);
        let account = account.get_untracked();
        spawn_local(async move {
            let users = everyone(session, &account.account_id).await;
            busy.try_set(false);
            open.try_set(false);
            match users {
                Ok(users) => {
                    let items = users.into_iter().map(|user| user_item(user, privacy.get_untracked())).collect();
                    working.start(suspend_plan(&account.account_id), items, SUSPENDING);
                }
                Err(error) => {
                    flashes.show(Flash::failure(error.failure("No user was suspended")));
                }
            }
        });
    };
    let many = move || remaining.count().is_some_and(|count| count.more || count.loaded > MANY);
    let reason = move || match remaining.count() {
        _ if working.running() => Some("It is under way".to_owned()),
        None => Some("It is not known yet who remains".to_owned()),
        Some(count) if count.loaded == 0 => Some("No users remain".to_owned()),
        Some(_) => None,
    };
    let typed = move || many().then(|| account.with(|account| account.name.clone()));
    view! {
        <div class="stack">
            <div class="cluster">
                <Button kind=ButtonKind::Danger on_press=move || open.set(true) disabled_reason=Signal::derive(reason)>
                    "Suspend all users"
                </Button>
            </div>
            {move || working.now().map(progress)}
        </div>
        <Confirm
            open
            title="Suspend all users"
            action="Suspend all users"
            objects=Signal::derive(move || vec![remaining.words()])
            effect="They leave the account and go on as free users of Amazon Chime. To bring one back, invite them \
                again."
            type_to_confirm=Signal::derive(typed)
            busy
            on_confirm=start
        />
    }
    .into_any()
}
