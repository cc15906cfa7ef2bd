//! The end of an account: the users that remain, and its deletion.

use chime_model::types::{Account, AccountType, User};
use leptos::prelude::*;

use super::account::{self, is_disabled, is_enterprise};
use super::remaining::Remaining;
use super::{DeleteAccount, SuspendAll};
use crate::frame::QueryFailure;
use crate::routes::{self, AccountTab};
use crate::ui::*;

/// How many users are named.
const NAMED: usize = 10;

fn line(account: &Account, user: User) -> AnyView {
    let href = routes::user(&account.account_id, &user.user_id);
    let name = user.primary_email.or(user.display_name);
    let text = match name {
        Some(text) => view! { <Personal text /> }.into_any(),
        None => view! { <span class="mono">{user.user_id}</span> }.into_any(),
    };
    view! { <li><a class="link" href=href>{text}</a></li> }.into_any()
}

fn users(account: Signal<Account>, remaining: Remaining) -> AnyView {
    let Some(count) = remaining.count() else {
        return remaining.pending().then(|| view! { <Skeleton lines=3 /> }).into_any();
    };
    if count.loaded == 0 && !count.more {
        return view! { <Notice tone=Tone::Success title="No users remain" /> }.into_any();
    }
    let account = account.get();
    let rest = count.loaded.saturating_sub(NAMED);
    let rest = (rest > 0 || count.more).then(|| format!("and {rest}{} more", if count.more { "+" } else { "" }));
    let all = routes::account(&account.account_id, AccountTab::Users);
    let lines = remaining.users().into_iter().take(NAMED).map(|user| line(&account, user)).collect_view();
    view! {
        <p>{remaining.words()} " not suspended:"</p>
        <ul class="bullets">{lines} {rest.map(|rest| view! { <li><a class="link" href=all>{rest}</a></li> })}</ul>
    }
    .into_any()
}

/// What must happen to the users first, by type.
fn demand(kind: Option<AccountType>) -> &'static str {
    match kind {
        Some(AccountType::EnterpriseLWA) => {
            "Release the claimed domains first, outside this API: that suspends all users at once."
        }
        Some(AccountType::EnterpriseDirectory | AccountType::EnterpriseOIDC) => {
            "Release the claimed domains first, outside this API. The users are suspended in their directory, not here."
        }
        _ => "Every user must be suspended first; pending invitations count as users.",
    }
}

/// Step by step to the deletion of an account.
#[component]
pub fn DangerTab(#[prop(into)] account: Signal<Account>) -> AnyView {
    let disabled = Memo::new(move |_| account.with(is_disabled));
    (move || if disabled.get() { gone() } else { steps(account) }).into_any()
}

fn gone() -> AnyView {
    let text = "It can be brought back by AWS Support only, for 90 days after its deletion.";
    view! { <EmptyState title="The account is deleted already" text icon=IconName::Lock /> }.into_any()
}

fn steps(account: Signal<Account>) -> AnyView {
    let remaining = Remaining::of(move || Some(account.get()));
    let deleting = RwSignal::new(false);
    let team = Memo::new(move |_| !account.with(is_enterprise));
    let frozen = Signal::derive(move || account.with(account::frozen));
    let description = Signal::derive(move || Some(account.with(|account| demand(account.account_type)).to_owned()));
    view! {
        <Panel title="Users that remain" description>
            <div class="stack">
                <QueryFailure query=remaining.query title="The users could not be loaded" />
                {move || users(account, remaining)}
                {move || team.get().then(|| view! { <SuspendAll account remaining /> })}
            </div>
        </Panel>
        <Panel title="Delete account" danger=true>
            <div class="between">
                <p>
                    "Users, rooms, bots and settings are out of reach at once. The account stays disabled for 90 \
                        days, in which only "
                    "AWS Support can bring it back; then it is gone for good."
                </p>
                <Button
                    kind=ButtonKind::Danger
                    icon=IconName::Trash
                    on_press=move || deleting.set(true)
                    disabled_reason=frozen
                >
                    "Delete account"
                </Button>
            </div>
        </Panel>
        <DeleteAccount account=Signal::derive(move || Some(account.get())) open=deleting />
    }
    .into_any()
}
