//! The attendees of a meeting: who may join, and their tokens.

use std::sync::Arc;

use chime_model::Operation;
use leptos::prelude::*;
use serde_json::{Value, json};

use super::{add_attendee, token};
use crate::bulk::{Item, Plan};
use crate::frame::Info;
use crate::pages::listing::Listing;
use crate::pages::working::{BulkPanel, Working};
use crate::routes;
use crate::table::{Column, Paging, Selection, Table};
use crate::ui::*;

/// Above so many objects the name must be typed (CONSOLE-NOTES 0.3).
const MANY: usize = 10;

/// ATT-12: what is asked again after attendees have gone.
pub(super) const STALE: &[Operation] = &[Operation::ListAttendees, Operation::GetAttendee];

pub(super) const EFFECT: &str = "The join token stops working and the client is disconnected. The same external id can join again as a new attendee.";

fn columns(meeting: &str) -> Vec<Column> {
    let meeting = meeting.to_owned();
    vec![
        Column::member("ExternalUserId", "External user id")
            .link(move |row| routes::attendee(&meeting, &row_id(row)))
            .personal()
            .width(260),
        Column::id("AttendeeId", "Attendee id"),
    ]
}

pub(super) fn row_id(row: &Value) -> String {
    row["AttendeeId"].as_str().unwrap_or_default().to_owned()
}

pub(super) fn name(row: &Value) -> String {
    row["ExternalUserId"].as_str().unwrap_or_default().to_owned()
}

fn info() -> AnyView {
    view! {
        <Info title="Attendees">
            <p>
                <code>"ListAttendees"</code> " gives who may join, in pages; not who is connected, which the API does not "
                "tell. Each attendee has a join token: who has it can take the place, so it is shown only when you ask."
            </p>
            <p>
                <code>"CreateAttendee"</code> " adds one, " <code>"BatchCreateAttendee"</code> " up to 100 at once. The same "
                "external id again gives the attendee that is there already. " <code>"DeleteAttendee"</code>
                " takes one away."
            </p>
            <pre class="code-block">
                <code>"aws chime list-attendees --meeting-id ID"</code>
            </pre>
        </Info>
    }
    .into_any()
}

fn removal(meeting: &str) -> Plan {
    let meeting = meeting.to_owned();
    let input = move |items: &[Item]| json!({ "MeetingId": meeting, "AttendeeId": items.first().map(|item| &item.id) });
    Plan {
        operation: Operation::DeleteAttendee,
        chunk: 1,
        input: Arc::new(input),
        failures: |_| Vec::new(),
        stale: STALE,
        answered: None,
    }
}

/// The attendees of `meeting`, and what can be done to them.
pub(super) fn tab(meeting: String) -> AnyView {
    let (privacy, working) = (use_privacy(), Working::new());
    let (paging, selection) = (Paging::new("attendees", &[25, 50, 99], 50), Selection::multi());
    let input = json!({ "MeetingId": meeting });
    let attendees =
        Listing::new(Operation::ListAttendees, paging, "The attendees could not be loaded", move || input.clone());
    let (adding, showing, removing) = (RwSignal::new(false), RwSignal::new(false), RwSignal::new(false));
    let id = StoredValue::new(meeting.clone());
    let chosen = Memo::new(move |_| attendees.rows.with(|rows| selection.rows(rows, row_id)));
    let one = move || (selection.count() != 1).then(|| "Choose one attendee".to_owned());
    let some = move || match () {
        () if working.running() => Some("Wait until the work under way is done".to_owned()),
        () => (selection.count() == 0).then(|| "Choose attendees first".to_owned()),
    };
    let names = Signal::derive(move || chosen.with(|rows| rows.iter().map(name).collect::<Vec<_>>()));
    let first = Signal::derive(move || chosen.with(|rows| rows.first().map(row_id)));
    let view_href = move || first.get().map(|it| routes::attendee(&id.get_value(), &it)).unwrap_or_default();
    let remove = move || {
        removing.set(false);
        let masked = privacy.get_untracked();
        let item = |row: &Value| Item {
            id: row_id(row),
            label: if masked { row_id(row) } else { name(row) },
            value: Value::Null,
        };
        let items = chosen.with_untracked(|rows| rows.iter().map(item).collect());
        working.start(removal(&id.get_value()), items, "Removing attendees");
    };
    let many = move || (selection.count() > MANY).then(|| "remove".to_owned());
    let add = move || {
        let href = routes::add_attendees(&id.get_value());
        view! {
            <ButtonLink href>"Add many"</ButtonLink>
            <Button kind=ButtonKind::Primary icon=IconName::Plus on_press=move || adding.set(true)>"Add attendee"</Button>
        }
        .into_any()
    };
    let actions = move || {
        view! {
            <Freshness
                reading=attendees
                label="Refresh the attendees"
            />
            {info()}
            <ButtonLink href=Signal::derive(view_href) disabled_reason=Signal::derive(one)>"View"</ButtonLink>
            <Button on_press=move || showing.set(true) disabled_reason=Signal::derive(one)>"Join token"</Button>
            <Button on_press=move || removing.set(true) disabled_reason=Signal::derive(some)>"Remove"</Button>
            {add()}
        }
    };
    let empty = move || {
        let text = "A client joins as an attendee, with a token of its own.";
        view! { <EmptyState title="Nobody may join yet" text icon=IconName::Users>{add()}</EmptyState> }
    };
    let columns = columns(&meeting);
    view! {
        <BulkPanel working />
        <Panel title="Attendees" count=attendees.count(attendees.rows, selection) actions flush=true>
            <Table
                id="attendees"
                label="Attendees"
                columns=columns
                rows=attendees.rows
                row_id
                selection
                paging
                feed=attendees
                empty
            />
        </Panel>
        <Dialog open=adding title="Add attendee">{add_attendee::form(&meeting, adding)}</Dialog>
        <Dialog open=showing title="Join token" width=DialogWidth::Narrow>{token::view(id.get_value(), first)}</Dialog>
        <Confirm
            open=removing
            title="Remove attendees"
            action="Remove"
            objects=names
            effect=EFFECT
            type_to_confirm=Signal::derive(many)
            on_confirm=remove
        />
    }
    .into_any()
}

#[cfg(test)]
mod tests {
    use chime_model::validate;

    use super::*;

    #[test]
    fn each_removal_is_a_call_that_the_operation_takes() {
        let id = "0b4d1c1e-6c5c-4d21-9d7c-2f6f3a5f9b10";
        let plan = removal(id);
        let items = [Item { id: id.into(), label: "Ada".into(), value: Value::Null }];
        assert_eq!(validate::input(plan.operation, &(plan.input)(&items)), []);
    }
}
