//! One account: its head, its tabs, and the tab that is open.

use chime_model::{Operation, types::Account};
use leptos::prelude::*;
use serde_json::{Value, json};

use super::account::{self, is_disabled, is_enterprise, without};
use super::{DangerTab, DelegatesTab, EditAccount, OverviewTab, PoliciesTab};
use crate::client::{Query, query};
use crate::frame::{Info, Known, QueryFailure, param, use_place};
use crate::pages::account_tab;
use crate::pages::thing::{Thing, text_at, typed};
use crate::routes::{self, AccountTab, Page, accounts};
use crate::ui::*;

fn tabs(id: &str, account: &Account) -> Vec<Tab> {
    let tab = |tab: AccountTab, name, label| Tab::new(name, label, routes::account(id, tab));
    let disabled = is_disabled(account).then(|| "The policies of a disabled account are out of reach".to_owned());
    let team = |what: &str| (!is_enterprise(account)).then(|| ["Only Enterprise accounts have ", what].concat());
    let chat = |what: &str| without(account, what);
    vec![
        tab(AccountTab::Overview, "Overview", "Overview"),
        tab(AccountTab::Users, "Users", "Users"),
        tab(AccountTab::Rooms, "Rooms", "Rooms").disabled(chat("rooms")),
        tab(AccountTab::Bots, "Bots", "Bots").disabled(chat("bots")),
        tab(AccountTab::Retention, "Retention", "Retention").disabled(chat("retention")),
        tab(AccountTab::Policies, "Policies", "Policies").disabled(disabled),
        tab(AccountTab::Delegates, "Delegates", "Sign-in delegates").disabled(team("sign-in delegates")),
        tab(AccountTab::Danger, "Danger", "Danger zone"),
    ]
}

fn tab_name(tab: AccountTab) -> &'static str {
    match tab {
        AccountTab::Overview => "Overview",
        AccountTab::Users => "Users",
        AccountTab::Rooms => "Rooms",
        AccountTab::Bots => "Bots",
        AccountTab::Retention => "Retention",
        AccountTab::Policies => "Policies",
        AccountTab::Delegates => "Delegates",
        AccountTab::Danger => "Danger",
    }
}

fn info() -> AnyView {
    view! {
        <Info title="An account">
            <p>
                <code>"GetAccount"</code> " gives all of it: name, type, licenses and sign-in delegate groups. Its meeting "
                "policies are a resource of their own, " <code>"GetAccountSettings"</code> "."
            </p>
            <p>
                "The type decides what an account can have. Only Team accounts can be made by API; rooms, bots, retention "
                "and sign-in delegates are for Enterprise accounts."
            </p>
            <p>
                <code>"UpdateAccount"</code> " changes the name and the default license. The license is for users who are "
                "added later; those who are there keep theirs."
            </p>
        </Info>
    }
    .into_any()
}

/// How breadcrumbs and palette know an account.
fn learned(account: &Value) -> Known {
    let id = text_at(account, "AccountId");
    let href = Some(routes::account(&id, AccountTab::Overview));
    Known { id, name: text_at(account, "Name"), href, personal: false }
}

/// The page of one account.
#[component]
pub fn AccountPage() -> AnyView {
    let (id, place) = (param("account"), use_place());
    let input = json!({ "AccountId": id });
    let answer = query(Operation::GetAccount, move || Some(input.clone()));
    let tab = Memo::new(move |_| match place.get()?.route.page {
        Page::Accounts(accounts::Page::Account(tab)) => Some(tab),
        _ => None,
    });
    Thing {
        kind: "Account",
        id,
        answer,
        member: "Account",
        absent: "It may have been deleted more than 90 days ago, or belong to another AWS account.",
        list: (routes::accounts(), "All accounts"),
        known: learned,
        view: Box::new(move |it| typed(it, account::read, |account| known(account, answer, tab))),
    }
    .page()
}

fn known(account: Signal<Account>, answer: Query, tab: Memo<Option<AccountTab>>) -> AnyView {
    let editing = RwSignal::new(false);
    let id = account.with_untracked(|account| account.account_id.clone());
    let name = Signal::derive(move || account.with(|account| account.name.clone()));
    let frozen = Signal::derive(move || account.with(account::frozen));
    let beside = move || view! { {move || account.with(account::badges)} {info()} };
    let tabs = Signal::derive({
        let id = id.clone();
        move || account.with(|account| tabs(&id, account))
    });
    let current = Signal::derive(move || tab.get().map(tab_name).unwrap_or_default().to_owned());
    let disabled = Memo::new(move |_| account.with(is_disabled));
    let body = move || {
        Some(match tab.get()? {
            AccountTab::Overview => view! { <OverviewTab account /> }.into_any(),
            AccountTab::Policies => view! { <PoliciesTab account /> }.into_any(),
            AccountTab::Delegates => view! { <DelegatesTab account /> }.into_any(),
            AccountTab::Danger => view! { <DangerTab account /> }.into_any(),
            of_others => account_tab(of_others, account),
        })
    };
    view! {
        <PageHeader
            title=name
            id_text=Some(id)
            reading=answer
            beside
        >
            <Button icon=IconName::Edit on_press=move || editing.set(true) disabled_reason=frozen>"Edit"</Button>
        </PageHeader>
        {move || disabled.get().then(banner)}
        <QueryFailure query=answer title="The account could not be refreshed" />
        <Tabs label="Account" tabs current />
        <div class="stack">{body}</div>
        <EditAccount account=Signal::derive(move || Some(account.get())) open=editing />
    }
    .into_any()
}

fn banner() -> AnyView {
    view! {
        <Notice tone=Tone::Warning title="The account is disabled">
            <p>"It was deleted. Nothing in it can be changed, and 90 days after its deletion it is gone for good; \
                until then AWS Support can bring it back."</p>
        </Notice>
    }
    .into_any()
}
