//! The end of a rule, in two steps that are both seen: disable it, then delete it (SR-12).

use chime_model::Operation;
use leptos::{prelude::*, task::spawn_local};
use serde_json::{Value, json};

use super::{STALE, Switcher, rule};
use crate::client::{invalidate, write};
use crate::frame::use_go;
use crate::pages::sip::text;
use crate::routes;
use crate::session::use_session;
use crate::ui::*;

/// Why a rule cannot be deleted now.
pub fn not_yet(rule: &Value) -> Option<String> {
    (!rule::is_disabled(rule)).then(|| "Disable the rule first".to_owned())
}

fn effect(rule: &Value, masked: bool) -> String {
    if rule::is_for_number(rule) {
        let number = if masked { "Its number" } else { text(rule, "TriggerValue") };
        return ["It is gone for good. ", number, " is unassigned then, and another rule can have it."].concat();
    }
    "It is gone for good. Requests to the host go the way of the voice connector alone.".to_owned()
}

/// Deletes `rule` once that is confirmed.
#[component]
pub fn DeleteRule(#[prop(into)] rule: Signal<Option<Value>>, open: RwSignal<bool>) -> AnyView {
    let (session, flashes, go, busy) = (use_session(), use_flashes(), use_go(), RwSignal::new(false));
    let masked = use_privacy();
    let confirm = move || {
        let Some(doomed) = rule.get_untracked() else { return };
        busy.set(true);
        spawn_local(async move {
            let (id, name) = (rule::id(&doomed), rule::name(&doomed));
            let answer = write(session, Operation::DeleteSipRule, json!({ "SipRuleId": id }), STALE).await;
            busy.try_set(false);
            open.try_set(false);
            match answer {
                Ok(_) => {
                    flashes.show(Flash::success(["Rule “", &name, "” is deleted"].concat()));
                    go.to(&routes::sip_rules());
                }
                Err(error) => {
                    let mut flash = Flash::failure(error.failure(["Rule “", &name, "” was not deleted"].concat()));
                    if error.is("Conflict") {
                        flash = flash.body("A rule must be disabled before. Perhaps somebody has enabled it again.");
                        flash = flash.link("The rule", routes::sip_rule(&id));
                        invalidate(session, STALE);
                    }
                    flashes.show(flash);
                }
            }
        });
    };
    let objects = move || rule.with(|rule| rule.as_ref().map(rule::name).into_iter().collect());
    view! {
        <Confirm
            open
            title="Delete SIP rule"
            action="Delete rule"
            objects=Signal::derive(objects)
            effect=Signal::derive(move || rule.with(|rule| rule.as_ref().map(|rule| effect(rule, masked.get())).unwrap_or_default()))
            busy
            on_confirm=confirm
        />
    }
    .into_any()
}

/// The two steps on the page of a rule.
#[component]
pub fn DeletePanel(rule: Signal<Value>, switcher: Switcher) -> AnyView {
    let open = RwSignal::new(false);
    let disabled = Memo::new(move |_| rule.with(rule::is_disabled));
    let first = move || {
        if disabled.get() {
            return view! { <Status tone=Tone::Success text="Done" /> }.into_any();
        }
        view! { <Button busy=switcher.busy on_press=move || switcher.turn(&rule.get_untracked())>"Disable"</Button> }
            .into_any()
    };
    view! {
        <Panel title="Delete SIP rule" danger=true>
            <ol class="stack">
                <li class="between"><p>"1. Disable it: calls no longer reach the applications."</p> {first}</li>
                <li class="between">
                    <p>"2. Delete it. A number becomes free for another rule."</p>
                    <Button
                        kind=ButtonKind::Danger
                        icon=IconName::Trash
                        on_press=move || open.set(true)
                        disabled_reason=Signal::derive(move || rule.with(not_yet))
                    >
                        "Delete rule"
                    </Button>
                </li>
            </ol>
        </Panel>
        <DeleteRule rule=Signal::derive(move || Some(rule.get())) open />
    }
    .into_any()
}
