//! One SIP rule: what rings where by it, its facts, and its end.

use chime_model::Operation;
use leptos::prelude::*;
use serde_json::{Value, json};

use super::switch::word;
use super::{DeletePanel, EditRule, Switcher, rule};
use crate::client::{Query, query};
use crate::frame::{Info, Known, QueryFailure, param};
use crate::pages::sip::flow::flow;
use crate::pages::sip::known::KnownApplications;
use crate::pages::sip::text;
use crate::pages::thing::Thing;
use crate::routes;
use crate::table::moment;
use crate::ui::*;

fn info() -> AnyView {
    view! {
        <Info title="A SIP rule">
            <p>
                <code>"GetSipRule"</code> " gives all of it. " <code>"UpdateSipRule"</code> " changes name, applications and "
                "state; it answers that the change is accepted. The applications are replaced as a whole."
            </p>
            <p>"What rings cannot be changed. For another number or host, make a new rule."</p>
            <pre class="code-block">
                <code>"aws chime update-sip-rule \\\n  --sip-rule-id ID --name \"Order line\" \\\n  --disabled"</code>
            </pre>
        </Info>
    }
    .into_any()
}

/// How breadcrumbs and palette know a rule.
fn learned(rule: &Value) -> Known {
    let id = rule::id(rule);
    Known { href: Some(routes::sip_rule(&id)), id, name: rule::name(rule), personal: false }
}

/// The page of one rule.
#[component]
pub fn RulePage() -> AnyView {
    let id = param("rule");
    let input = json!({ "SipRuleId": id });
    let answer = query(Operation::GetSipRule, move || Some(input.clone()));
    Thing {
        kind: "SIP rule",
        id,
        answer,
        member: "SipRule",
        absent: "It may have been deleted, or belong to another AWS account.",
        list: (routes::sip_rules(), "All SIP rules"),
        known: learned,
        view: Box::new(move |rule| known(Signal::derive(move || Value::clone(&rule.get())), answer)),
    }
    .page()
}

fn time(rule: &Value, member: &str) -> AnyView {
    moment(&rule[member]).map_or_else(dash, |ms| view! { <Time ms absolute=true /> }.into_any())
}

fn known(rule: Signal<Value>, answer: Query) -> AnyView {
    let id = rule.with_untracked(rule::id);
    let (applications, switcher, editing) = (KnownApplications::new(), Switcher::new(), RwSignal::new(false));
    let disabled = Memo::new(move |_| rule.with(rule::is_disabled));
    let beside = move || view! { {move || rule.with(rule::badge)} {info()} };
    let banner = move || {
        view! {
            <Notice tone=Tone::Warning title="The rule is disabled">
                <p>"It keeps its number or host, and no call reaches an application by it."</p>
            </Notice>
        }
    };
    let copy = Signal::derive(move || rule.with(|rule| text(rule, "TriggerValue").to_owned()));
    view! {
        <PageHeader
            title=Signal::derive(move || rule.with(rule::name))
            id_text=Some(id)
            reading=answer
            beside
        >
            <Button busy=switcher.busy on_press=move || switcher.turn(&rule.get_untracked())>
                {move || word(disabled.get())}
            </Button>
            <Button icon=IconName::Edit on_press=move || editing.set(true)>"Edit"</Button>
        </PageHeader>
        {move || disabled.get().then(banner)}
        <QueryFailure query=answer title="The SIP rule could not be refreshed" />
        <div class="stack">
            <Panel title="What rings where">{move || rule.with(|rule| flow(rule, applications, None, true))}</Panel>
            <Panel title="Rule">
                <KeyValue>
                    <Pair label="Trigger type">{move || rule.with(|rule| text(rule, "TriggerType").to_owned())}</Pair>
                    <Pair label="Trigger value">
                        <span class="copyable"><Personal text=copy /> <Copy text=copy label="Copy trigger value" /></span>
                    </Pair>
                    <Pair label="Created">{move || rule.with(|rule| time(rule, "CreatedTimestamp"))}</Pair>
                    <Pair label="Updated">{move || rule.with(|rule| time(rule, "UpdatedTimestamp"))}</Pair>
                </KeyValue>
            </Panel>
            <DeletePanel rule switcher />
        </div>
        <EditRule rule=Signal::derive(move || Some(rule.get())) known=applications open=editing />
    }
    .into_any()
}
