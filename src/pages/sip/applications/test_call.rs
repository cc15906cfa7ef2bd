//! Calls made by hand: an application dials a number, and a running call is told something.

use chime_model::Operation;
use leptos::prelude::*;
use serde_json::{Value, json};

use super::application;
use super::calls::{Call, calls};
use crate::client::query;
use crate::form::{Field, Form};
use crate::frame::Info;
use crate::pages::sip::known::PAGE;
use crate::pages::sip::text;
use crate::session::{Session, use_session};
use crate::ui::*;

/// Numbers of the inventory, those for SIP media applications first.
fn numbers(answer: &Value) -> Vec<Choice> {
    let owned = |number: &&Value| matches!(text(number, "Status"), "Unassigned" | "Assigned");
    let mut numbers: Vec<_> = answer["PhoneNumbers"].as_array().into_iter().flatten().filter(owned).collect();
    numbers.sort_by_key(|number| number["ProductType"] != "SipMediaApplicationDialIn");
    let choice = |number: &&Value| Choice::new(text(number, "E164PhoneNumber"), text(number, "ProductType"));
    numbers.iter().map(choice).collect()
}

fn info() -> AnyView {
    view! {
        <Info title="Test call">
            <p>
                <code>"CreateSipMediaApplicationCall"</code> " dials a number and has the application's function say what "
                "happens. It answers with a transaction id and nothing else: calls can neither be listed nor looked up."
            </p>
            <p>
                <code>"UpdateSipMediaApplicationCall"</code> " hands arguments to the function while the call goes on, as "
                <code>"CALL_UPDATE_REQUESTED"</code> ". Its answer says accepted, not done."
            </p>
            <pre class="code-block">
                <code>
                    "aws chime create-sip-media-application-call \\\n  --sip-media-application-id ID \\\n"
                    "  --from-phone-number +12065550100 \\\n  --to-phone-number +14255550100"
                </code>
            </pre>
        </Info>
    }
    .into_any()
}

/// The tab that dials.
#[component]
pub fn TestCallTab(application: Signal<Value>) -> AnyView {
    let id = application.with_untracked(application::id);
    let updating = RwSignal::new(None::<String>);
    view! {
        {start(id.clone())}
        {started(id.clone(), updating)}
        {update(id, updating)}
    }
    .into_any()
}

/// The form for a call, which asks before it dials.
fn start(id: String) -> AnyView {
    let (session, flashes) = (use_session(), use_flashes());
    let inventory = query(Operation::ListPhoneNumbers, || Some(json!({ "MaxResults": PAGE })));
    let owned = Signal::derive(move || inventory.data.with(|data| data.as_ref().map(numbers).unwrap_or_default()));
    let (open, called) = (RwSignal::new(false), RwSignal::new(String::new()));
    let send = StoredValue::new(None::<Callback<()>>);
    let remembered = id.clone();
    let form = Form::new(Operation::CreateSipMediaApplicationCall)
        .fixed("SipMediaApplicationId", id)
        .field(
            Field::new("FromPhoneNumber")
                .label("From")
                .help("A number of your inventory, in E.164 form.")
                .placeholder("+12065550100")
                .suggest(owned),
        )
        .field(
            Field::new("ToPhoneNumber")
                .label("To")
                .help("The number to call, in E.164 form.")
                .placeholder("+14255550100"),
        )
        .field(
            Field::new("SipHeaders")
                .label("SIP headers")
                .help("Handed to the function with the call, up to 20.")
                .item("Header"),
        )
        .submit_label("Start call")
        .failed_title("The call was not started")
        .ask(move |input, go| {
            called.set(text(&input, "ToPhoneNumber").to_owned());
            send.set_value(Some(go));
            open.set(true);
        })
        .on_answer(move |input, output| {
            remember(session, &remembered, &input, &output);
            flashes.show(Flash::success("The call is started"));
        });
    let dial = move || {
        open.set(false);
        if let Some(Some(send)) = send.try_update_value(Option::take) {
            send.run(());
        }
    };
    let objects = Signal::derive(move || vec![called.get()]);
    view! {
        <Panel title="Start a call" actions=info>{form.view()}</Panel>
        <Confirm
            open
            title="Start the call"
            action="Call this number"
            kind=ButtonKind::Primary
            objects
            effect="In production a telephone rings, and the call is charged. The emulator dials nobody: it writes what the \
                function would be told into its event log."
            on_confirm=dial
        />
    }
    .into_any()
}

fn remember(session: Session, application: &str, input: &Value, output: &Value) {
    let call = Call {
        profile: session.profile_name().unwrap_or_default(),
        application: application.to_owned(),
        transaction: text(&output["SipMediaApplicationCall"], "TransactionId").to_owned(),
        from: text(input, "FromPhoneNumber").to_owned(),
        to: text(input, "ToPhoneNumber").to_owned(),
        at: js_sys::Date::now() as i64,
    };
    calls().update(|calls| calls.insert(0, call));
}

/// The calls of this application that were started from here.
fn started(id: String, updating: RwSignal<Option<String>>) -> AnyView {
    let profile = use_session().profile_name().unwrap_or_default();
    let all = calls();
    let rows = move || {
        let mine = |call: &&Call| call.profile == profile && call.application == id;
        let mine: Vec<Call> = all.with(|calls| calls.iter().filter(mine).cloned().collect());
        if mine.is_empty() {
            return view! { <p class="muted">"None since the console was opened."</p> }.into_any();
        }
        let rows = mine.into_iter().map(|call| row(call, updating)).collect_view();
        view! { <ul class="plain-list">{rows}</ul> }.into_any()
    };
    let description = "The API cannot list calls. These are remembered until the console is closed.";
    let other = move || {
        view! { <Button on_press=move || updating.set(Some(String::new()))>"Update another call"</Button> }
    };
    view! { <Panel title="Calls started here" description actions=other>{rows}</Panel> }.into_any()
}

fn row(call: Call, updating: RwSignal<Option<String>>) -> AnyView {
    let Call { transaction, from, to, at, .. } = call;
    #[expect(clippy::cast_precision_loss, reason = "milliseconds of this era fit in 53 bits")]
    let at = at as f64;
    let id = transaction.clone();
    view! {
        <li class="between">
            <div>
                <p><Personal text=from /> " → " <Personal text=to /> " " <span class="muted"><Time ms=at /></span></p>
                <CopyableId id=transaction label="Copy transaction id" />
            </div>
            <Button on_press=move || updating.set(Some(id.clone()))>"Update call"</Button>
        </li>
    }
    .into_any()
}

/// The dialog that hands arguments to a call.
fn update(id: String, updating: RwSignal<Option<String>>) -> AnyView {
    let (flashes, open) = (use_flashes(), RwSignal::new(false));
    Effect::new(move |_| open.set(updating.with(Option::is_some)));
    let form = move || {
        let transaction = updating.get_untracked().unwrap_or_default();
        Form::new(Operation::UpdateSipMediaApplicationCall)
            .fixed("SipMediaApplicationId", id.clone())
            .initial(json!({ "TransactionId": transaction, "Arguments": { "": "" } }))
            .field(Field::new("TransactionId").label("Transaction id").help("What starting the call answered."))
            .field(
                Field::new("Arguments")
                    .help("Names and values that the function understands, up to 20.")
                    .item("Argument")
                    .needed(),
            )
            .submit_label("Send arguments")
            .failed_title("The call was not updated")
            .on_cancel(move || updating.set(None))
            .on_success(move |_| {
                updating.set(None);
                let body = "Whether the function does anything with them, the API does not tell.";
                flashes.show(Flash::success("The arguments are accepted").body(body));
            })
            .view()
    };
    view! {
        <Dialog open title="Update a call" on_close=move || updating.set(None)>
            {form()}
        </Dialog>
    }
    .into_any()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn numbers_on_their_way_in_or_out_cannot_call() {
        let number = |number: &str, kind: &str, status: &str| json!({ "E164PhoneNumber": number, "ProductType": kind, "Status": status });
        let answer = json!({ "PhoneNumbers": [
            number("+1", "VoiceConnector", "Assigned"),
            number("+2", "SipMediaApplicationDialIn", "DeleteInProgress"),
            number("+3", "SipMediaApplicationDialIn", "Unassigned"),
        ] });
        let values: Vec<_> = numbers(&answer).into_iter().map(|choice| choice.value).collect();
        assert_eq!(values, ["+3", "+1"]);
    }
}
