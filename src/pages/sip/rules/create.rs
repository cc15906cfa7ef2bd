//! The form for a new SIP rule.

use chime_model::Operation;
use leptos::prelude::*;
use serde_json::json;

use super::trigger::Trigger;
use super::{STALE, rule, targets};
use crate::form::{Field, Form};
use crate::frame::{Info, QueryFailure, use_go};
use crate::pages::sip::known::KnownApplications;
use crate::routes;
use crate::ui::*;

fn info() -> AnyView {
    view! {
        <Info title="A new SIP rule">
            <p>
                <code>"CreateSipRule"</code> " ties a number, or the host of a voice connector, to SIP media applications. "
                "What rings cannot be changed later: for that, make a new rule."
            </p>
            <p>
                "A number must be in your inventory, of product type " <code>"SipMediaApplicationDialIn"</code>
                ", and free. It is then assigned to the rule until that is deleted."
            </p>
            <pre class="code-block">
                <code>
                    "aws chime create-sip-rule --name \"Order line\" \\\n  --trigger-type ToPhoneNumber \\\n"
                    "  --trigger-value +12065550100 \\\n  --target-applications \\\n"
                    "    SipMediaApplicationId=ID,Priority=1"
                </code>
            </pre>
        </Info>
    }
    .into_any()
}

fn no_application() -> AnyView {
    view! {
        <Notice tone=Tone::Info title="There is no SIP media application yet">
            <p>"A rule sends calls to one. " <a class="link" href=routes::create_sip_media_application()>"Create one first"</a></p>
        </Notice>
    }
    .into_any()
}

/// Asks for what rings and where, and goes to the new rule.
#[component]
pub fn CreateRule() -> AnyView {
    let (flashes, go) = (use_flashes(), use_go());
    let (known, trigger) = (KnownApplications::new(), Trigger::new());
    let form = Form::new(Operation::CreateSipRule)
        .initial(json!({ "Disabled": false }))
        .field(Field::new("Name").label("Rule name"))
        .field(trigger.kind_field())
        .field(trigger.value_field())
        .field(targets::field(known))
        .field(
            Field::new("Disabled")
                .label("Enabled")
                .help("A rule that is not enabled keeps its number, and no call reaches an application by it.")
                .inverse_switch(),
        )
        .stale(STALE)
        .submit_label("Create rule")
        .failed_title("The rule was not created")
        .cancel(routes::sip_rules())
        .on_success(move |output| {
            let made = &output["SipRule"];
            flashes.show(Flash::success(["Rule “", &rule::name(made), "” is created"].concat()));
            go.to(&routes::sip_rule(&rule::id(made)));
        });
    let none = move || {
        let query = known.query();
        query.data.with(Option::is_some) && known.all().is_empty()
    };
    let nothing = move || trigger.nothing().map(|why| view! { <Notice tone=Tone::Info title=why /> });
    view! {
        <PageHeader title="Create SIP rule" beside=info />
        <QueryFailure query=known.query() title="The SIP media applications could not be loaded" />
        <QueryFailure query=trigger.numbers title="The phone numbers could not be loaded" />
        <QueryFailure query=trigger.connectors title="The voice connectors could not be loaded" />
        {move || none().then(no_application)}
        {nothing}
        <Panel title="Rule">{form.view()}</Panel>
    }
    .into_any()
}
