//! What an application is, and what rings it.

use leptos::prelude::*;
use serde_json::Value;

use super::application::{self, function, lambda};
use super::delete::rules_of;
use crate::frame::{Info, QueryFailure};
use crate::pages::sip::flow::flow;
use crate::pages::sip::known::KnownApplications;
use crate::pages::sip::text;
use crate::routes;
use crate::table::moment;
use crate::ui::*;

fn time(application: &Value, member: &str) -> AnyView {
    moment(&application[member]).map_or_else(dash, |ms| view! { <Time ms absolute=true /> }.into_any())
}

fn info() -> AnyView {
    view! {
        <Info title="What rings it">
            <p>
                <code>"ListSipRules"</code> " with " <code>"SipMediaApplicationId"</code> " gives the rules that have the "
                "application among their targets. A call goes to the target with the lowest priority number; the next one "
                "is tried where that cannot be reached."
            </p>
            <pre class="code-block">
                <code>"aws chime list-sip-rules \\\n  --sip-media-application-id ID"</code>
            </pre>
        </Info>
    }
    .into_any()
}

fn nothing() -> AnyView {
    let text = "A SIP rule sends it the calls to a number, or to the host of a voice connector.";
    view! {
        <EmptyState title="Nothing rings it" text icon=IconName::Route>
            <ButtonLink href=routes::create_sip_rule() icon=IconName::Plus>"Create SIP rule"</ButtonLink>
        </EmptyState>
    }
    .into_any()
}

/// The facts of an application, and the rules that send calls to it.
#[component]
pub fn OverviewTab(application: Signal<Value>) -> AnyView {
    let id = application.with_untracked(application::id);
    let known = KnownApplications::new();
    let rules = rules_of({
        let id = id.clone();
        move || Some(id.clone())
    });
    let of = move |part: fn(&Value) -> AnyView| move || application.with(part);
    let flows = move || {
        let rules = rules.data.with(|data| data.as_ref()?["SipRules"].as_array().cloned())?;
        if rules.is_empty() {
            return Some(nothing());
        }
        let flows = rules.iter().map(|rule| flow(rule, known, Some(&id), false)).collect_view();
        Some(view! { <div class="stack">{flows}</div> }.into_any())
    };
    view! {
        <Panel title="Application">
            <KeyValue>
                <Pair label="Name">{of(|it| text(it, "Name").to_owned().into_any())}</Pair>
                <Pair label="Region">{of(|it| text(it, "AwsRegion").to_owned().into_any())}</Pair>
                <Pair label="Function">{of(|it| function(lambda(it)).to_owned().into_any())}</Pair>
                <Pair label="Created">{of(|it| time(it, "CreatedTimestamp"))}</Pair>
                <Pair label="Updated">{of(|it| time(it, "UpdatedTimestamp"))}</Pair>
                <Pair label="Application id">
                    {of(|it| view! { <CopyableId id=application::id(it) /> }.into_any())}
                </Pair>
                <Pair label="Lambda function ARN" wide=true>
                    {of(|it| view! { <CopyableId id=lambda(it).to_owned() label="Copy ARN" /> }.into_any())}
                </Pair>
            </KeyValue>
        </Panel>
        <Panel title="What rings it" actions=info>
            <QueryFailure query=rules title="The rules could not be loaded" />
            {move || rules.pending().then(|| view! { <Skeleton lines=3 /> })}
            {flows}
        </Panel>
    }
    .into_any()
}
