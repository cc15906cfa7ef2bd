//! The rooms of one member: `ListRooms` takes an id, people know an e-mail.

use chime_model::{Operation, validate};
use leptos::{prelude::*, task::spawn_local};
use serde_json::{Value, json};

use super::room::text;
use crate::client::{CallError, call};
use crate::pages::search::given;
use crate::session::{Session, use_session};
use crate::table::UrlQuery;
use crate::ui::*;

/// The member's place in the URL: an id, never the e-mail.
pub const MEMBER: &str = "member";
/// More bots than an account may have (BOT-4).
const BOTS: u32 = 99;

/// The user or bot of `account` with this e-mail.
async fn find(session: Session, account: &str, email: &str) -> Result<Option<String>, CallError> {
    let input = json!({ "AccountId": account, "UserEmail": email });
    let users = call(session, Operation::ListUsers, input).await?;
    if let Some(id) = users["Users"][0]["UserId"].as_str() {
        return Ok(Some(id.to_owned()));
    }
    let bots = call(session, Operation::ListBots, json!({ "AccountId": account, "MaxResults": BOTS })).await?;
    let has_it = |bot: &&Value| text(bot, "BotEmail").eq_ignore_ascii_case(email);
    let bot = bots["Bots"].as_array().and_then(|bots| bots.iter().find(has_it));
    Ok(bot.map(|bot| text(bot, "BotId").to_owned()))
}

/// What is wrong with an e-mail, in words.
fn fault(email: &str) -> Option<String> {
    let faults = validate::input(Operation::ListAccounts, &json!({ "UserEmail": email }));
    faults.into_iter().next().map(|fault| fault.message)
}

/// Asks for the e-mail of a member and puts the id that it has in the URL.
#[component]
pub fn MemberFilter(account: String, url: UrlQuery) -> AnyView {
    let (session, account) = (use_session(), StoredValue::new(account));
    let (email, wrong, busy) = (RwSignal::new(String::new()), RwSignal::new(None::<String>), RwSignal::new(false));
    let (field, wrong_id) = (unique_id("member"), unique_id("wrong"));
    let (label_for, described_by) = (field.clone(), wrong_id.clone());
    let show = move |member: Option<String>| url.set(&[(MEMBER, member), ("page", None)], true);
    let submit = move |event: web_sys::SubmitEvent| {
        event.prevent_default();
        let wanted = given(&email.get_untracked());
        wrong.set(wanted.as_deref().and_then(fault));
        if wrong.with_untracked(Option::is_some) {
            return focus_id(&field);
        }
        let Some(wanted) = wanted else { return show(None) };
        busy.set(true);
        spawn_local(async move {
            let found = find(session, &account.get_value(), &wanted).await;
            if busy.try_set(false).is_some() {
                return;
            }
            match found {
                Ok(Some(id)) => show(Some(id)),
                Ok(None) => wrong.set(Some("No user or bot of this account has this e-mail.".to_owned())),
                Err(error) => wrong.set(Some(error.sentence())),
            }
        });
    };
    let clear = move || {
        email.set(String::new());
        wrong.set(None);
        show(None);
    };
    let filtered = Memo::new(move |_| url.get(MEMBER).is_some());
    let again = move || view! { <Button kind=ButtonKind::Link on_press=clear>"All rooms"</Button> };
    let is_wrong = Signal::derive(move || wrong.with(Option::is_some));
    view! {
        <form class="search-fields" novalidate=true role="search" aria-label="Search rooms by member" on:submit=submit>
            <div class="field">
                <label class="field-label" for=label_for.clone()>"Has the member with e-mail"</label>
                <TextInput
                    id=label_for
                    value=email
                    on_input=move |text| email.set(text)
                    input_type="email"
                    invalid=is_wrong
                    described_by=Signal::derive(move || is_wrong.get().then(|| described_by.clone()))
                />
            </div>
            <div class="cluster">
                <Button submit=true icon=IconName::Search busy>"Search"</Button>
                {move || filtered.get().then(again)}
            </div>
            <p class="field-error" id=wrong_id>{wrong}</p>
        </form>
    }
    .into_any()
}
