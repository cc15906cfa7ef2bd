//! What holds for calls and numbers of the whole AWS account: call detail records, and the default calling name.

use chime_model::Operation;
use leptos::prelude::*;

use super::default_name::DefaultName;
use crate::client::query;
use crate::form::{Field, Form};
use crate::frame::{Info, QueryFailure};
use crate::ui::*;

fn info() -> AnyView {
    view! {
        <Info title="Phone and call settings">
            <p>
                "Both hold for the whole AWS account, whatever accounts it has. " <code>"GetGlobalSettings"</code> " and "
                <code>"UpdateGlobalSettings"</code> " are about the buckets for call detail records; "
                <code>"GetPhoneNumberSettings"</code> " and " <code>"UpdatePhoneNumberSettings"</code>
                " about the default calling name."
            </p>
            <p>"The service does not look whether a bucket exists, or whether it may write there."</p>
            <pre class="code-block">
                <code>
                    "aws chime update-global-settings \\\n  --business-calling CdrBucket=BUCKET\n"
                    "aws chime update-phone-number-settings \\\n  --calling-name \"Cascadia\""
                </code>
            </pre>
        </Info>
    }
    .into_any()
}

/// The page of these settings.
#[component]
pub fn PhoneSettings() -> AnyView {
    view! {
        <PageHeader title="Phone and call settings" beside=info />
        <div class="stack">
            {call_records()}
            <DefaultName />
        </div>
    }
    .into_any()
}

/// GLB-2: an object that is there without a bucket switches off, so both are always sent.
fn call_records() -> AnyView {
    let flashes = use_flashes();
    let settings = query(Operation::GetGlobalSettings, || Some(serde_json::json!({})));
    let bucket = |object: &str, label: &str, help: &str| {
        let member = Field::new("CdrBucket").label("S3 bucket").help(help).placeholder("my-call-records");
        Field::new(object).label(label).needed().member(member)
    };
    let form = Form::new(Operation::UpdateGlobalSettings)
        .edit(settings.data)
        .field(bucket("BusinessCalling", "Business Calling", "For calls of users. Leave it empty to keep no records."))
        .field(bucket(
            "VoiceConnector",
            "Voice connectors",
            "For calls over voice connectors. Leave it empty to keep no records.",
        ))
        .stale(&[Operation::GetGlobalSettings])
        .submit_label("Save buckets")
        .failed_title("The buckets were not saved")
        .on_success(move |_| {
            flashes.show(Flash::success("The buckets are saved"));
        });
    let unreadable = move || settings.data.with(Option::is_none) && settings.error.with(Option::is_some);
    let about = "Who called whom, when and how long: a file for each call, written into buckets of yours.";
    view! {
        <Panel title="Call detail records" description=about>
            <QueryFailure query=settings title="The buckets could not be loaded" />
            <div hidden=unreadable>{form.view()}</div>
        </Panel>
    }
    .into_any()
}
