//! Many attendees at once, from a pasted list of external user ids.

use std::collections::BTreeSet;
use std::sync::Arc;

use chime_model::{Operation, validate};
use leptos::prelude::*;
use serde_json::{Value, json};

use super::attendees::STALE;
use super::detail;
use crate::bulk::{Item, Plan, failures_in};
use crate::form::{RequestPreview, split};
use crate::frame::{Info, use_guard};
use crate::pages::working::{BulkPanel, Working};
use crate::routes::{self, MeetingTab};
use crate::ui::*;

/// ATT-11: the most that one call takes.
const CHUNK: usize = 100;

fn info() -> AnyView {
    view! {
        <Info title="Add attendees">
            <p>
                <code>"BatchCreateAttendee"</code> " takes up to 100; more are sent in several requests. It succeeds as a whole "
                "and tells for each attendee that failed, why."
            </p>
            <p>"An external id that is in the meeting already gives the attendee that has it, so trying again adds nobody twice."</p>
            <pre class="code-block">
                <code>"aws chime batch-create-attendee \\\n  --meeting-id ID \\\n  --attendees ExternalUserId=ada ExternalUserId=bob"</code>
            </pre>
        </Info>
    }
    .into_any()
}

fn request(meeting: &str, items: &[Item]) -> Value {
    let ids = items.iter().map(|item| json!({ "ExternalUserId": item.value }));
    json!({ "MeetingId": meeting, "Attendees": ids.collect::<Vec<_>>() })
}

fn plan(meeting: String) -> Plan {
    Plan {
        operation: Operation::BatchCreateAttendee,
        chunk: CHUNK,
        input: Arc::new(move |items: &[Item]| request(&meeting, items)),
        failures: |output| failures_in(output, "Errors", "ExternalUserId"),
        stale: STALE,
        answered: None,
    }
}

/// The ids of a pasted text, each once.
fn items(text: &str) -> Vec<Item> {
    let mut seen = BTreeSet::new();
    let new = split(text).into_iter().filter(|id| seen.insert(id.clone()));
    new.map(|id| Item { value: id.clone().into(), label: id.clone(), id }).collect()
}

/// What keeps the list from being sent.
fn fault(items: &[Item]) -> Option<String> {
    if items.is_empty() {
        return Some("Enter at least one external user id.".to_owned());
    }
    let wrong = |item: &&Item| {
        let faults = validate::input(Operation::BatchCreateAttendee, &request("", &[(*item).clone()]));
        faults.iter().any(|fault| fault.path.starts_with("Attendees"))
    };
    let wrong: Vec<_> = items.iter().filter(wrong).take(3).map(|item| item.id.as_str()).collect();
    (!wrong.is_empty()).then(|| ["An id has 2 to 64 characters. Look at: ", &wrong.join(", ")].concat())
}

/// The page that adds many attendees to the meeting of the path.
pub(super) fn page() -> AnyView {
    let (meeting, working) = (detail::meeting_of_path(), Working::new());
    let (text, tried) = (RwSignal::new(String::new()), RwSignal::new(false));
    let found = Memo::new(move |_| text.with(|text| items(text)));
    let shown = Memo::new(move |_| tried.get().then(|| found.with(|items| fault(items))).flatten());
    let invalid = Signal::derive(move || shown.with(Option::is_some));
    let running = Signal::derive(move || working.running());
    use_guard().watch(Signal::derive(move || text.with(|text| !text.trim().is_empty())));
    let (field, help_id, error_id) = (unique_id("ids"), unique_id("help"), unique_id("error"));
    let (label_for, focus, described_by) = (field.clone(), field.clone(), [&*help_id, &*error_id].join(" "));
    let (sent, back) = (meeting.clone(), routes::meeting(&meeting, MeetingTab::Attendees));
    let send = move |event: web_sys::SubmitEvent| {
        event.prevent_default();
        tried.set(true);
        let items = found.get_untracked();
        if fault(&items).is_some() {
            return focus_id(&focus);
        }
        if running.get_untracked() {
            return;
        }
        working.start(plan(sent.clone()), items, "Adding attendees");
        text.set(String::new());
        tried.set(false);
    };
    let input = Signal::derive(move || {
        found.with(|items| request(&meeting, items.get(..CHUNK.min(items.len())).unwrap_or(items)))
    });
    let count = move || match found.with(Vec::len) {
        1 => "1 attendee".to_owned(),
        count => [&count.to_string(), " attendees"].concat(),
    };
    view! {
        <PageHeader title="Add attendees" beside=info />
        <Panel title="External user ids">
            <form class="form" novalidate=true on:submit=send>
                <div class="form-body">
                    <div class="field">
                        <label class="field-label" for=label_for>"External user ids"</label>
                        <p class="field-help" id=help_id>
                            "What your application calls the people. One a line, or with commas or semicolons between."
                        </p>
                        <TextArea
                            id=field
                            value=text
                            on_input=move |typed| text.set(typed)
                            rows=10
                            invalid
                            described_by=Signal::derive(move || Some(described_by.clone()))
                        />
                        <p class="field-limit" role="status">{count}</p>
                        <p class="field-error" id=error_id hidden=move || !invalid.get()>{shown}</p>
                    </div>
                    <div class="form-actions">
                        <ButtonLink href=back>"Back to attendees"</ButtonLink>
                        <Button submit=true kind=ButtonKind::Primary busy=running>"Add attendees"</Button>
                    </div>
                    <RequestPreview operation=Operation::BatchCreateAttendee input />
                </div>
            </form>
        </Panel>
        <BulkPanel working />
    }
    .into_any()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn ids_are_sent_once_each_in_chunks_that_the_operation_takes() {
        let pasted = (0..120).map(|n| ["user-", &n.to_string()].concat()).collect::<Vec<_>>().join("\n") + "\nuser-1";
        let items = items(&pasted);
        assert_eq!((items.len(), fault(&items)), (120, None));
        let plan = plan("0b4d1c1e-6c5c-4d21-9d7c-2f6f3a5f9b10".to_owned());
        assert_eq!(validate::input(plan.operation, &(plan.input)(&items[..CHUNK])), []);
    }

    #[test]
    fn a_list_with_a_short_id_is_not_sent() {
        assert!(fault(&items("")).is_some());
        assert!(fault(&items("ada; b")).is_some_and(|fault| fault.ends_with(": b")));
    }

    #[test]
    fn an_answer_fails_only_those_it_names() {
        let output =
            json!({ "Attendees": [], "Errors": [{ "ExternalUserId": "eve", "ErrorCode": "ResourceLimitExceeded" }] });
        let failed = (plan("m".to_owned()).failures)(&output);
        assert_eq!(failed.len(), 1);
        assert_eq!(failed[0].0, "eve");
    }
}
