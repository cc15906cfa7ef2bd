//! The form for a new SIP media application.

use chime_model::Operation;
use leptos::prelude::*;
use serde_json::json;

use super::{application, lambda};
use crate::form::{Field, Form};
use crate::frame::{Info, use_go};
use crate::pages::sip::text;
use crate::routes::{self, SipApplicationTab};
use crate::session::{Profile, use_session};
use crate::ui::*;

/// Where AWS offers SIP media applications; others can be typed.
const REGIONS: &[&str] = &[
    "us-east-1",
    "us-west-2",
    "ap-northeast-1",
    "ap-northeast-2",
    "ap-southeast-1",
    "ap-southeast-2",
    "ca-central-1",
    "eu-central-1",
    "eu-west-1",
    "eu-west-2",
];

fn info() -> AnyView {
    view! {
        <Info title="A new SIP media application">
            <p>
                <code>"CreateSipMediaApplication"</code> " takes a name, a Region and one Lambda function in that Region. "
                "Name and function can be changed later, the Region cannot."
            </p>
            <p>"Nothing rings it yet: a SIP rule sends it the calls to a number or a host."</p>
            <pre class="code-block">
                <code>
                    "aws chime create-sip-media-application \\\n  --aws-region us-east-1 \\\n  --name \"Order status\" \\\n"
                    "  --endpoints LambdaArn=ARN"
                </code>
            </pre>
        </Info>
    }
    .into_any()
}

/// Asks for name, Region and function, and goes to the new application.
#[component]
pub fn CreateApplication() -> AnyView {
    let (flashes, go, session) = (use_flashes(), use_go(), use_session());
    let region = session.profile().map_or_else(|| Profile::REGION.to_owned(), |profile| profile.region);
    let regions: Vec<Choice> = REGIONS.iter().map(|region| Choice::new(*region, *region)).collect();
    let form = Form::new(Operation::CreateSipMediaApplication)
        .initial(json!({ "AwsRegion": region, "Endpoints": lambda::endpoints("") }))
        .field(Field::new("Name").label("Application name"))
        .field(
            Field::new("AwsRegion")
                .label("Region")
                .help("Where the application and its function run. It cannot be changed later.")
                .suggest(Signal::stored(regions)),
        )
        .field(lambda::field())
        .check(|input| lambda::check(input, text(input, "AwsRegion")))
        .stale(&[Operation::ListSipMediaApplications])
        .submit_label("Create application")
        .failed_title("The application was not created")
        .cancel(routes::sip_media_applications())
        .on_success(move |output| {
            let made = &output["SipMediaApplication"];
            flashes.show(Flash::success(["Application “", text(made, "Name"), "” is created"].concat()));
            go.to(&routes::sip_media_application(&application::id(made), SipApplicationTab::Overview));
        });
    view! {
        <PageHeader title="Create SIP media application" beside=info />
        <Panel title="Application">{form.view()}</Panel>
    }
    .into_any()
}
