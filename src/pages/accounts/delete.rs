//! The question before an account is deleted.

use chime_model::Operation;
use chime_model::types::Account;
use leptos::{prelude::*, task::spawn_local};
use serde_json::json;

use super::account::is_enterprise;
use super::remaining::Remaining;
use crate::client::{CallError, write};
use crate::frame::use_go;
use crate::routes::{self, AccountTab};
use crate::session::use_session;
use crate::ui::*;

const DAY_MS: f64 = 86_400_000.0;
/// ACC-26
const DOMAINS: &str =
    "Claimed domains must be released before, outside this API. Releasing suspends all users at once.";

/// Deletes an account once its name is typed. A Team account must have no users left (ACC-25).
#[component]
pub fn DeleteAccount(#[prop(into)] account: Signal<Option<Account>>, open: RwSignal<bool>) -> AnyView {
    let (session, flashes, go) = (use_session(), use_flashes(), use_go());
    let busy = RwSignal::new(false);
    let remaining = Remaining::of(move || account.get().filter(|_| open.get()));
    let name = Signal::derive(move || account.with(|account| account.as_ref().map(|it| it.name.clone())));
    let enterprise = move || account.with(|account| account.as_ref().is_some_and(is_enterprise));
    let blocked_by = move || match (remaining.count(), account.get()) {
        (Some(count), Some(account)) if count.loaded > 0 && !is_enterprise(&account) => {
            let text = [&remaining.words(), " in the account: suspend them first"].concat();
            vec![Blocker { text, href: Some(routes::account(&account.account_id, AccountTab::Danger)) }]
        }
        _ => Vec::new(),
    };
    let deleted = move |account: &Account| {
        let last_day = absolute_time(js_sys::Date::now() + 90.0 * DAY_MS);
        let body = ["It is gone for good on ", &last_day, ". Until then only AWS Support can bring it back."].concat();
        flashes.show(Flash::success(["Account “", &account.name, "” is deleted"].concat()).body(body));
        go.to(&routes::accounts());
    };
    let refused = move |account: &Account, error: &CallError| {
        let mut flash = Flash::failure(error.failure(["Account “", &account.name, "” was not deleted"].concat()));
        if error.api().is_some_and(|error| error.status == 422) {
            flash = flash.link("What blocks this", routes::account(&account.account_id, AccountTab::Danger));
            // The check before said otherwise: somebody came meanwhile.
            crate::client::invalidate(session, &[Operation::ListUsers]);
        }
        flashes.show(flash);
    };
    let confirm = move || {
        let Some(account) = account.get_untracked() else { return };
        busy.set(true);
        spawn_local(async move {
            let input = json!({ "AccountId": account.account_id });
            let stale = [Operation::ListAccounts, Operation::GetAccount, Operation::ListUsers];
            let answer = write(session, Operation::DeleteAccount, input, &stale).await;
            busy.try_set(false);
            open.try_set(false);
            match answer {
                Ok(_) => deleted(&account),
                Err(error) => refused(&account, &error),
            }
        });
    };
    let effect = "Its users, rooms, bots and settings are out of reach at once. The account stays disabled for 90 days, \
        in which only AWS Support can bring it back; then it is gone for good.";
    let looking = move || view! { <p class="muted"><Spinner /> " Looking for users that remain"</p> };
    view! {
        <Confirm
            open
            title="Delete account"
            action="Delete account"
            objects=Signal::derive(move || name.get().into_iter().collect())
            effect
            type_to_confirm=name
            blocked_by=Signal::derive(blocked_by)
            busy
            on_confirm=confirm
        >
            {move || remaining.pending().then(looking)}
            {move || enterprise().then(|| view! { <p>{DOMAINS}</p> })}
        </Confirm>
    }
    .into_any()
}
