//! The end of an application: the rules that still send calls to it, and its deletion.

use leptos::prelude::*;
use serde_json::Value;

use super::DeleteApplication;
use super::application;
use super::delete::rules_of;
use crate::frame::QueryFailure;
use crate::pages::sip::flow::flow;
use crate::pages::sip::known::KnownApplications;
use crate::ui::*;

const DEMAND: &str = "An application cannot be deleted while a rule sends calls to it. Edit each rule and take the \
    application out, or disable the rule and delete it.";

/// Step by step to the deletion of an application.
#[component]
pub fn DangerTab(application: Signal<Value>) -> AnyView {
    let id = application.with_untracked(application::id);
    let (open, known) = (RwSignal::new(false), KnownApplications::new());
    let rules = rules_of({
        let id = id.clone();
        move || Some(id.clone())
    });
    let found = Memo::new(move |_| {
        rules.data.with(|data| data.as_ref().map(|data| data["SipRules"].as_array().cloned().unwrap_or_default()))
    });
    let list = move || match found.get() {
        None => rules.pending().then(|| view! { <Skeleton lines=3 /> }.into_any()),
        Some(rules) if rules.is_empty() => {
            Some(view! { <Notice tone=Tone::Success title="No rule sends calls to it" /> }.into_any())
        }
        Some(rules) => {
            let flows = rules.iter().map(|rule| flow(rule, known, Some(&id), false)).collect_view();
            Some(view! { <div class="stack">{flows}</div> }.into_any())
        }
    };
    let reason = move || match found.with(|rules| rules.as_ref().map(Vec::len)) {
        None => Some("It is not known yet which rules use it".to_owned()),
        Some(0) => None,
        Some(_) => Some("Rules send calls to it: see above".to_owned()),
    };
    view! {
        <Panel title="Rules that use it" description=DEMAND>
            <QueryFailure query=rules title="The rules could not be loaded" />
            {list}
        </Panel>
        <Panel title="Delete SIP media application" danger=true>
            <div class="between">
                <p>"It is gone at once and for good. The Lambda function stays."</p>
                <Button
                    kind=ButtonKind::Danger
                    icon=IconName::Trash
                    on_press=move || open.set(true)
                    disabled_reason=Signal::derive(reason)
                >
                    "Delete application"
                </Button>
            </div>
        </Panel>
        <DeleteApplication application=Signal::derive(move || Some(application.get())) open />
    }
    .into_any()
}
