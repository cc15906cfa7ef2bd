//! Invitations to a Team account by e-mail.

use chime_model::Operation;
use chime_model::types::Account;
use leptos::prelude::*;
use serde_json::{Value, json};

use super::addresses::Addresses;
use super::invitations::{InvitationResults, Invitations};
use super::rules;
use crate::client::{Query, query};
use crate::form::RequestPreview;
use crate::frame::{Info, QueryFailure, use_guard};
use crate::pages::below_account::account_of_path;
use crate::routes::{self, AccountTab};
use crate::ui::*;

fn ask(id: &str) -> Query {
    let input = json!({ "AccountId": id });
    query(Operation::GetAccount, move || Some(input.clone()))
}

fn info() -> AnyView {
    view! {
        <Info title="Invite users">
            <p>
                <code>"InviteUsers"</code> " sends each address an e-mail and adds a user whose invitation is pending. It "
                "takes up to 50 addresses; more are sent in several requests."
            </p>
            <p>
                "Inviting a pending address again sends the e-mail again. Who is registered already gets none, and who "
                "belongs to another account cannot be invited."
            </p>
            <p>"There is no error list: what failed shows in the status of each invitation."</p>
        </Info>
    }
    .into_any()
}

fn types() -> Vec<Choice> {
    vec![
        Choice::new("PrivateUser", "People").help("Each signs in with an account of their own."),
        Choice::new("SharedDevice", "Shared devices").help("Room systems and desk phones."),
    ]
}

/// The page that invites users to the account of the path.
#[component]
pub fn InviteUsers() -> AnyView {
    let (id, _) = account_of_path();
    let answer = ask(&id);
    let refusal = Memo::new(move |_| {
        let account = answer.data.with(|data| data.as_ref().map(|data| data["Account"].clone()))?;
        rules::no_invitation(&serde_json::from_value::<Account>(account).ok()?)
    });
    let back = routes::account(&id, AccountTab::Users);
    view! {
        <PageHeader title="Invite users" beside=info />
        <QueryFailure query=answer title="The account could not be loaded" />
        {move || match refusal.get() {
            Some(reason) => refused(&back, reason),
            None => invite_form(id.clone()),
        }}
    }
    .into_any()
}

fn refused(back: &str, reason: String) -> AnyView {
    let href = back.to_owned();
    view! {
        <EmptyState title="Nobody can be invited here" text=reason icon=IconName::Users>
            <ButtonLink href>"All users"</ButtonLink>
        </EmptyState>
    }
    .into_any()
}

fn invite_form(account: String) -> AnyView {
    let (invitations, back) = (Invitations::new(account.clone()), routes::account(&account, AccountTab::Users));
    let (text, user_type, tried) =
        (RwSignal::new(String::new()), RwSignal::new("PrivateUser".to_owned()), RwSignal::new(false));
    let addresses = Memo::new(move |_| text.with(|text| Addresses::read(text)));
    let shown = Memo::new(move |_| tried.get().then(|| addresses.with(Addresses::fault)).flatten());
    use_guard().watch(Signal::derive(move || text.with(|text| !text.trim().is_empty())));
    let (field_id, help_id, error_id) = (unique_id("addresses"), unique_id("help"), unique_id("error"));
    let (label_for, field, described_by) = (field_id.clone(), field_id.clone(), [&*help_id, &*error_id].join(" "));
    let send = move |event: web_sys::SubmitEvent| {
        event.prevent_default();
        tried.set(true);
        if addresses.with_untracked(Addresses::fault).is_some() {
            return focus_id(&field_id);
        }
        invitations.send(&addresses.with_untracked(|addresses| addresses.good.clone()), &user_type.get_untracked());
        text.set(String::new());
        tried.set(false);
    };
    let input = Signal::derive(move || -> Value {
        let first: Vec<String> = addresses.with(|addresses| addresses.good.iter().take(50).cloned().collect());
        json!({ "AccountId": account, "UserEmailList": first, "UserType": user_type.get() })
    });
    let invalid = Signal::derive(move || shown.with(Option::is_some));
    let leave = move || tried.set(tried.get_untracked() || !text.with_untracked(String::is_empty));
    view! {
        <Panel title="Addresses">
            <form class="form" novalidate=true on:submit=send>
                <div class="form-body">
                    <div class="field">
                        <label class="field-label" for=label_for>"E-mail addresses"</label>
                        <p class="field-help" id=help_id>"One a line, or with commas or semicolons between."</p>
                        <TextArea
                            id=field
                            value=text
                            on_input=move |typed| text.set(typed)
                            on_blur=leave
                            rows=8
                            invalid
                            described_by=Signal::derive(move || Some(described_by.clone()))
                        />
                        <p class="field-limit">{move || addresses.with(Addresses::summary)}</p>
                        <p class="field-error" id=error_id hidden=move || !invalid.get()>{shown}</p>
                    </div>
                    <fieldset class="group-field">
                        <legend class="field-label">"Type"</legend>
                        <RadioGroup label="Type" options=types() value=user_type on_change=move |kind| user_type.set(kind) />
                    </fieldset>
                    <div class="form-actions">
                        <ButtonLink href=back>"Back to users"</ButtonLink>
                        <Button
                            submit=true
                            kind=ButtonKind::Primary
                            busy=Signal::derive(move || invitations.running())
                        >
                            "Invite"
                        </Button>
                    </div>
                    <RequestPreview operation=Operation::InviteUsers input />
                </div>
            </form>
        </Panel>
        <InvitationResults invitations user_type />
    }
    .into_any()
}
