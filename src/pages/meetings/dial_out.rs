//! Calling a telephone into a meeting.

use std::sync::Arc;

use chime_model::Operation;
use leptos::prelude::*;
use serde_json::{Value, json};

use super::attendees;
use crate::client::query;
use crate::form::{Field, Form, Node};
use crate::frame::{Info, QueryFailure};
use crate::table::text_of;
use crate::ui::*;

/// The most rows that one call lists.
const PAGE: u32 = 99;

fn info() -> AnyView {
    view! {
        <Info title="Dial-out">
            <p>
                <code>"CreateMeetingDialOut"</code> " calls a telephone and lets who answers join as one of the attendees. It "
                "gives a transaction id and nothing more: no operation tells what became of the call."
            </p>
            <p>
                "The call comes from a number of your inventory. The attendee's join token is looked up for you and never shown. "
            </p>
            <pre class="code-block">
                <code>
                    "aws chime create-meeting-dial-out \\\n  --meeting-id ID \\\n  --from-phone-number +12065550100 \\\n  --to-phone-number +12065550101 \\\n  --join-token TOKEN"
                </code>
            </pre>
        </Info>
    }
    .into_any()
}

fn rows(data: &Option<Value>, list: &str) -> Vec<Value> {
    data.as_ref().and_then(|data| data[list].as_array().cloned()).unwrap_or_default()
}

/// Chooses an attendee by name; the value is the token, which stays out of the document.
fn attendee_picker(all: Signal<Vec<Value>>) -> impl Fn(Arc<Node>) -> AnyView + Send + Sync + 'static {
    move |node| {
        let (chosen, id, invalid) = (RwSignal::new(String::new()), node.input_id().to_owned(), node.clone());
        let options = move || {
            let first = Choice::new("", "Choose…");
            let choice = |row: &Value| Choice::new(attendees::row_id(row), attendees::name(row));
            std::iter::once(first).chain(all.with(|all| all.iter().map(choice).collect::<Vec<_>>())).collect::<Vec<_>>()
        };
        let choose = move |attendee: String| {
            let token = all.with_untracked(|all| {
                all.iter().find(|row| attendees::row_id(row) == attendee).map(|row| text_of(&row["JoinToken"]))
            });
            node.set_text(token.unwrap_or_default());
            chosen.set(attendee);
        };
        view! {
            <Select
                id
                value=chosen
                options=Signal::derive(options)
                on_change=choose
                invalid=Signal::derive(move || invalid.error().is_some())
                required=true
            />
        }
        .into_any()
    }
}

/// What calls a telephone, and the calls made from this page.
pub(super) fn tab(meeting: String) -> AnyView {
    let (calling, made) = (RwSignal::new(false), RwSignal::new(Vec::<(f64, String)>::new()));
    let press = move || calling.set(true);
    let actions = move || {
        view! {
            {info()}
            <Button kind=ButtonKind::Primary icon=IconName::Phone on_press=press>"Call a telephone"</Button>
        }
    };
    let calls = move || {
        if made.with(Vec::is_empty) {
            let text = "Nobody has been called from this page. Earlier calls cannot be listed.";
            return view! { <p class="muted">{text}</p> }.into_any();
        }
        let line = |(ms, id): (f64, String)| {
            view! {
                <li class="between"><Time ms absolute=true /> <CopyableId id label="Copy the transaction id" /></li>
            }
        };
        view! { <ul class="plain-list">{made.get().into_iter().map(line).collect_view()}</ul> }.into_any()
    };
    view! {
        <Panel title="Dial-out" description="Whoever answers joins the meeting as the attendee that you choose." actions>
            {calls}
        </Panel>
        <Dialog open=calling title="Call a telephone">{dialog(&meeting, calling, made)}</Dialog>
    }
    .into_any()
}

fn dialog(meeting: &str, open: RwSignal<bool>, made: RwSignal<Vec<(f64, String)>>) -> AnyView {
    let flashes = use_flashes();
    let of_meeting = json!({ "MeetingId": meeting, "MaxResults": PAGE });
    let people = query(Operation::ListAttendees, move || Some(of_meeting.clone()));
    let inventory = query(Operation::ListPhoneNumbers, || Some(json!({ "MaxResults": PAGE })));
    let attendees = Signal::derive(move || people.data.with(|data| rows(data, "Attendees")));
    let numbers = Signal::derive(move || {
        let number = |row: &Value| text_of(&row["E164PhoneNumber"]);
        let rows = inventory.data.with(|data| rows(data, "PhoneNumbers"));
        rows.iter().map(number).map(|number| Choice::new(number.clone(), number)).collect::<Vec<_>>()
    });
    let form = Form::new(Operation::CreateMeetingDialOut)
        .fixed("MeetingId", meeting)
        .field(Field::new("FromPhoneNumber").label("From").help("A number of your inventory.").pick(numbers))
        .field(Field::new("ToPhoneNumber").label("To").help("With + and the country code.").placeholder("+12065550101"))
        .field(
            Field::new("JoinToken")
                .label("Join as")
                .help("The attendee whose place the telephone takes.")
                .custom(attendee_picker(attendees)),
        )
        .submit_label("Call")
        .failed_title("Nobody was called")
        .on_cancel(move || open.set(false))
        .on_success(move |output| {
            made.update(|made| made.push((js_sys::Date::now(), text_of(&output["TransactionId"]))));
            open.set(false);
            flashes.show(Flash::success("The telephone is called"));
        });
    view! {
        <Notice tone=Tone::Warning title="The telephone rings at once, and the call is charged." />
        <QueryFailure query=people title="The attendees could not be loaded" />
        <QueryFailure query=inventory title="The phone numbers could not be loaded" />
        {form.view()}
    }
    .into_any()
}
