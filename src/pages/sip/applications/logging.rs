//! Whether the messages between an application and its function are logged (SMA-4).

use chime_model::Operation;
use leptos::prelude::*;
use serde_json::{Value, json};

use super::application;
use crate::client::query;
use crate::form::{Field, Form};
use crate::frame::{Info, QueryFailure};
use crate::ui::*;

fn info() -> AnyView {
    view! {
        <Info title="Logging">
            <p>
                <code>"GetSipMediaApplicationLoggingConfiguration"</code> " reads the switch, "
                <code>"PutSipMediaApplicationLoggingConfiguration"</code>
                " sets it. The logs go to Amazon CloudWatch; the API does not read them."
            </p>
            <pre class="code-block">
                <code>
                    "aws chime put-sip-media-application-logging-configuration \\\n  --sip-media-application-id ID \\\n"
                    "  --sip-media-application-logging-configuration \\\n    EnableSipMediaApplicationMessageLogs=true"
                </code>
            </pre>
        </Info>
    }
    .into_any()
}

/// The logging of an application.
#[component]
pub fn LoggingTab(application: Signal<Value>) -> AnyView {
    let flashes = use_flashes();
    let id = application.with_untracked(application::id);
    let input = json!({ "SipMediaApplicationId": id });
    let logging = query(Operation::GetSipMediaApplicationLoggingConfiguration, move || Some(input.clone()));
    let form = Form::new(Operation::PutSipMediaApplicationLoggingConfiguration)
        .fixed("SipMediaApplicationId", id)
        .edit(logging.data)
        .field(
            Field::new("SipMediaApplicationLoggingConfiguration.EnableSipMediaApplicationMessageLogs")
                .label("Log messages")
                .help("What the service tells the function, and what it answers, goes to CloudWatch Logs.")
                .switch(),
        )
        .stale(&[Operation::GetSipMediaApplicationLoggingConfiguration])
        .submit_label("Save logging")
        .failed_title("The logging was not saved")
        .on_success(move |_| {
            flashes.show(Flash::success("The logging is saved"));
        });
    let unreadable = move || logging.data.with(Option::is_none) && logging.error.with(Option::is_some);
    view! {
        <Panel title="Logging" description="Messages name the numbers of people who call." actions=info>
            <QueryFailure query=logging title="The logging could not be loaded" />
            <div hidden=unreadable>{form.view()}</div>
        </Panel>
    }
    .into_any()
}
