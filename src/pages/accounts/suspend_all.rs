//! Suspends every user of a Team account, which must be done before it can be deleted.

use std::sync::Arc;

use chime_model::Operation;
use chime_model::types::{Account, User};
use leptos::{prelude::*, task::spawn_local};
use serde_json::{Value, json};

use super::remaining::{Remaining, everyone};
use crate::bulk::{Item, Plan, Work, failures_in};
use crate::session::use_session;
use crate::ui::*;

/// The most users that one `BatchSuspendUser` takes.
const CHUNK: usize = 50;
/// Above so many objects the name must be typed (CONSOLE-NOTES 0.3).
const MANY: usize = 10;

fn plan(account: &str) -> Plan {
    let account = account.to_owned();
    let input = move |items: &[Item]| {
        let ids: Vec<&Value> = items.iter().map(|item| &item.value).collect();
        json!({ "AccountId": account, "UserIdList": ids })
    };
    Plan {
        operation: Operation::BatchSuspendUser,
        chunk: CHUNK,
        input: Arc::new(input),
        failures: |output| failures_in(output, "UserErrors", "UserId"),
        stale: &[Operation::ListUsers, Operation::GetUser],
    }
}

fn item(user: User, masked: bool) -> Item {
    let label = user.primary_email.or(user.display_name).filter(|_| !masked).unwrap_or_else(|| user.user_id.clone());
    Item { value: json!(user.user_id), id: user.user_id, label }
}

fn progress(work: Work) -> AnyView {
    let retry = move |ids: Vec<String>| work.retry(&ids);
    view! { <BulkResult bulk=work.bulk label="Suspending users" on_retry=retry /> }.into_any()
}

/// The button, its question, and the progress of the work.
#[component]
pub fn SuspendAll(#[prop(into)] account: Signal<Account>, remaining: Remaining) -> AnyView {
    let (session, flashes, privacy) = (use_session(), use_flashes(), use_privacy());
    let (open, busy, work) = (RwSignal::new(false), RwSignal::new(false), RwSignal::new(None::<Work>));
    let owner = StoredValue::new(Owner::current());
    let start = move || {
        busy.set(true);
        let account = account.get_untracked();
        spawn_local(async move {
            let users = everyone(session, &account.account_id).await;
            busy.try_set(false);
            open.try_set(false);
            match users {
                Ok(users) => {
                    let items = users.into_iter().map(|user| item(user, privacy.get_untracked())).collect();
                    // The work lives as long as this page: leaving it stops the rest.
                    let Some(Some(owner)) = owner.try_get_value() else { return };
                    work.try_set(Some(owner.with(|| Work::start(session, plan(&account.account_id), items))));
                }
                Err(error) => {
                    flashes.show(Flash::failure(error.failure("No user was suspended")));
                }
            }
        });
    };
    let running = move || work.with(|work| work.is_some_and(|work| work.bulk.running().get()));
    let nobody = move || remaining.count().is_none_or(|count| count.loaded == 0);
    let many = move || remaining.count().is_some_and(|count| count.more || count.loaded > MANY);
    let reason = move || match () {
        () if running() => Some("It is under way".to_owned()),
        () if nobody() => Some("No users remain".to_owned()),
        () => None,
    };
    let typed = move || many().then(|| account.with(|account| account.name.clone()));
    view! {
        <div class="stack">
            <div class="cluster">
                <Button kind=ButtonKind::Danger on_press=move || open.set(true) disabled_reason=Signal::derive(reason)>
                    "Suspend all users"
                </Button>
            </div>
            {move || work.get().map(progress)}
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
