//! The dialog that changes name and applications of a rule. What rings stays (SR-7).

use chime_model::Operation;
use leptos::prelude::*;
use serde_json::{Value, json};

use super::{STALE, rule, targets};
use crate::form::{Field, Form, Send};
use crate::frame::QueryFailure;
use crate::pages::sip::flow;
use crate::pages::sip::known::KnownApplications;
use crate::ui::*;

/// Edits `rule` while `open`.
#[component]
pub fn EditRule(#[prop(into)] rule: Signal<Option<Value>>, known: KnownApplications, open: RwSignal<bool>) -> AnyView {
    let flashes = use_flashes();
    let loaded = Signal::derive(move || {
        rule.with(|rule| {
            let rule = rule.as_ref()?;
            Some(json!({ "Name": rule["Name"], "TargetApplications": rule["TargetApplications"] }))
        })
    });
    let form = move || {
        let now = rule.get_untracked().unwrap_or_default();
        let form = Form::new(Operation::UpdateSipRule)
            .fixed("SipRuleId", rule::id(&now))
            .edit(loaded)
            .send(Send::Changed)
            .field(Field::new("Name").label("Rule name"))
            .field(targets::field(known))
            .stale(STALE)
            .failed_title("The rule was not changed")
            .on_cancel(move || open.set(false))
            .on_success(move |_| {
                open.set(false);
                flashes.show(Flash::success("The change of the rule is accepted"));
            })
            .view();
        view! {
            <div class="stack">
                <KeyValue columns=2>
                    <Pair label="What rings" wide=true>
                        {flow::trigger(&now)}
                        <p class="muted">"It cannot be changed. For another number or host, make a new rule."</p>
                    </Pair>
                </KeyValue>
                <QueryFailure query=known.query() title="The SIP media applications could not be loaded" />
                {form}
            </div>
        }
    };
    view! {
        <Dialog open title="Edit SIP rule">
            {form()}
        </Dialog>
    }
    .into_any()
}
