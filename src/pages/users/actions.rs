//! What can be done to the users chosen in the list.

use std::sync::Arc;

use chime_model::types::{Account, User};
use leptos::prelude::*;

use super::license::LicenseDialog;
use super::{rules, user};
use crate::bulk::Plan;
use crate::pages::user_plans::{MANY, sign_out_plan, suspend_plan, unsuspend_plan, user_item};
use crate::pages::working::Working;
use crate::routes;
use crate::ui::*;

/// Starts work on the users chosen.
#[derive(Clone, Copy)]
pub struct Starter {
    chosen: Signal<Arc<Vec<User>>>,
    privacy: Signal<bool>,
    working: Working,
}

impl Starter {
    /// Does `plan` to them.
    pub fn start(self, plan: Plan, title: &'static str) {
        let masked = self.privacy.get_untracked();
        let items = self.chosen.get_untracked().iter().map(|user| user_item(user.clone(), masked)).collect();
        self.working.start(plan, items, title);
    }
}

/// The buttons above the list of users.
#[component]
pub fn Actions(account: Signal<Account>, chosen: Signal<Arc<Vec<User>>>, working: Working) -> AnyView {
    let starter = Starter { chosen, privacy: use_privacy(), working };
    let id = StoredValue::new(account.with_untracked(|account| account.account_id.clone()));
    let (licensing, suspending, returning, leaving) =
        (RwSignal::new(false), RwSignal::new(false), RwSignal::new(false), RwSignal::new(false));
    let nobody = move || match () {
        () if working.running() => Some("Wait until the work under way is done".to_owned()),
        () if chosen.with(|chosen| chosen.is_empty()) => Some("Choose users first".to_owned()),
        () => None,
    };
    let frozen = move || account.with(crate::pages::account::frozen);
    let one = move || (chosen.with(|chosen| chosen.len()) != 1).then(|| "Choose one user".to_owned());
    let href = move || {
        chosen
            .with(|chosen| chosen.first().map(|user| routes::user(&id.get_value(), &user.user_id)).unwrap_or_default())
    };
    let items = move || {
        let (frozen, nobody) = (frozen(), nobody());
        let or_nobody = |reason: Option<String>| reason.or_else(|| nobody.clone());
        let (suspend, back) = account.with(|account| (rules::no_suspension(account), rules::no_return(account)));
        let back = back.or_else(|| nobody.clone()).or_else(|| chosen.with(|users| rules::none_suspended(users)));
        vec![
            MenuItem::new("Change license", move || licensing.set(true)).disabled(or_nobody(frozen.clone())),
            MenuItem::new("Sign out", move || leaving.set(true)).disabled(or_nobody(frozen)),
            MenuItem::divider(),
            MenuItem::new("Unsuspend", move || returning.set(true)).disabled(back),
            MenuItem::new("Suspend", move || suspending.set(true)).danger().disabled(or_nobody(suspend)),
        ]
    };
    let names = Signal::derive(move || chosen.with(|users| users.iter().map(user::name).collect::<Vec<_>>()));
    let many = Signal::derive(move || {
        let many = chosen.with(|chosen| chosen.len() > MANY);
        many.then(|| account.with(|account| account.name.clone()))
    });
    let confirmed = move |open: RwSignal<bool>, plan: fn(&str) -> Plan, title: &'static str| {
        open.set(false);
        starter.start(plan(&id.get_value()), title);
    };
    view! {
        <ButtonLink href=Signal::derive(href) disabled_reason=Signal::derive(one)>"View"</ButtonLink>
        <Menu label="Actions" items=Signal::derive(items) />
        <ButtonLink href=routes::create_user(&id.get_value()) disabled_reason=Signal::derive(frozen)>"Add user"</ButtonLink>
        <ButtonLink
            kind=ButtonKind::Primary
            icon=IconName::Plus
            href=routes::invite_users(&id.get_value())
            disabled_reason=Signal::derive(move || account.with(rules::no_invitation))
        >
            "Invite users"
        </ButtonLink>
        <LicenseDialog account open=licensing starter />
        <Confirm
            open=suspending
            title="Suspend users"
            action="Suspend"
            objects=names
            effect=Signal::derive(move || account.with(rules::suspension_effect).to_owned())
            type_to_confirm=many
            on_confirm=move || confirmed(suspending, suspend_plan, "Suspending users")
        />
        <Confirm
            open=returning
            title="Unsuspend users"
            action="Unsuspend"
            kind=ButtonKind::Primary
            objects=names
            effect="They can sign in again, with the license, PIN and phone number they had. Whoever is not suspended is \
                left alone."
            on_confirm=move || confirmed(returning, unsuspend_plan, "Unsuspending users")
        />
        <Confirm
            open=leaving
            title="Sign out users"
            action="Sign out"
            objects=names
            effect="They are signed out of every device, also in the middle of a meeting or a call. They can sign in again \
                at once."
            on_confirm=move || confirmed(leaving, sign_out_plan, "Signing users out")
        />
    }
    .into_any()
}
