//! The tags of whatever an ARN names.

use chime_model::{Operation, validate};
use leptos::prelude::*;
use serde_json::json;

use crate::frame::Info;
use crate::pages::search::given;
use crate::pages::tags::{Tagged, tags};
use crate::table::UrlQuery;
use crate::ui::*;

fn info() -> AnyView {
    view! {
        <Info title="Tags by ARN">
            <p>
                <code>"ListTagsForResource"</code> ", " <code>"TagResource"</code> " and " <code>"UntagResource"</code>
                " take an ARN. Meetings, app instances, their users and channels have tags; other ARNs are refused."
            </p>
            <p>"A meeting's tags are the same ones that the page of the meeting shows."</p>
            <pre class="code-block">
                <code>"aws chime list-tags-for-resource \\\n  --resource-arn arn:aws:chime::111122223333:meeting/ID"</code>
            </pre>
        </Info>
    }
    .into_any()
}

fn fault(arn: Option<&str>) -> Option<String> {
    let Some(arn) = arn else { return Some("Enter an ARN.".to_owned()) };
    let faults = validate::input(Operation::ListTagsForResource, &json!({ "ResourceARN": arn }));
    faults.into_iter().next().map(|fault| fault.message)
}

/// Asks for an ARN, which then stands in the URL, and shows its tags.
pub(super) fn page() -> AnyView {
    let url = UrlQuery::new();
    let asked = Memo::new(move |_| url.get("arn"));
    let (typed, wrong) = (RwSignal::new(String::new()), RwSignal::new(None::<String>));
    Effect::new(move |_| typed.set(asked.get().unwrap_or_default()));
    let (id, wrong_id) = (unique_id("arn"), unique_id("wrong"));
    let (label_for, focus, described_by) = (id.clone(), id.clone(), wrong_id.clone());
    let is_wrong = Signal::derive(move || wrong.with(Option::is_some));
    let submit = move |event: web_sys::SubmitEvent| {
        event.prevent_default();
        let arn = given(&typed.get_untracked());
        wrong.set(fault(arn.as_deref()));
        if is_wrong.get_untracked() {
            return focus_id(&focus);
        }
        url.set(&[("arn", arn)], true);
    };
    view! {
        <PageHeader title="Tags by ARN" beside=info />
        <Panel title="Resource">
            <form class="search-fields" novalidate=true role="search" aria-label="Tags of a resource" on:submit=submit>
                <div class="field grow">
                    <label class="field-label" for=label_for>"ARN"</label>
                    <TextInput
                        id
                        value=typed
                        on_input=move |text| typed.set(text)
                        mono=true
                        placeholder="arn:aws:chime:…"
                        invalid=is_wrong
                        described_by=Signal::derive(move || is_wrong.get().then(|| described_by.clone()))
                    />
                </div>
                <div class="cluster"><Button submit=true icon=IconName::Search>"Show tags"</Button></div>
                <p class="field-error" id=wrong_id>{wrong}</p>
            </form>
        </Panel>
        {move || asked.get().map(|arn| tags(Tagged::resource(&arn)))}
    }
    .into_any()
}
