//! One number: what it can do, who has it, its product type and calling name, and its end.

use chime_model::Operation;
use leptos::prelude::*;
use serde_json::{Value, json};

use super::edit::{NamePanel, ProductPanel};
use super::holder::holder;
use super::number::{e164, erased_at, status_badge, status_view, text, type_words};
use super::owner::OwnerPanel;
use super::plan::STALE;
use crate::client::{Query, query};
use crate::frame::{Info, Known, QueryFailure, param};
use crate::pages::ask::{Ask, Deed};
use crate::pages::thing::Thing;
use crate::routes;
use crate::table::moment;
use crate::ui::*;

fn info() -> AnyView {
    view! {
        <Info title="A phone number">
            <p>
                <code>"GetPhoneNumber"</code> " finds a number by its E.164 form, in the deletion queue too. "
                <code>"UpdatePhoneNumber"</code> " changes the product type or the calling name, one of them in a call."
            </p>
            <p>
                "A number is associated with one user, voice connector, group or SIP rule. While it is, it keeps its product "
                "type and cannot be deleted."
            </p>
            <p>
                <code>"DeletePhoneNumber"</code> " puts it into the deletion queue for seven days, "
                <code>"RestorePhoneNumber"</code> " brings it back."
            </p>
            <pre class="code-block">
                <code>"aws chime get-phone-number \\\n  --phone-number-id +12065550100"</code>
            </pre>
        </Info>
    }
    .into_any()
}

/// The page of one number.
#[component]
pub fn NumberPage() -> AnyView {
    let number = param("number");
    let input = json!({ "PhoneNumberId": number });
    let answer = query(Operation::GetPhoneNumber, move || Some(input.clone()));
    let known = |row: &Value| {
        let number = e164(row);
        let href = Some(routes::phone_number(&number));
        Known { id: number.clone(), name: number, href, personal: true }
    };
    Thing {
        kind: "Phone number",
        id: number.clone(),
        answer,
        member: "PhoneNumber",
        absent: "It was never ordered, or its seven days in the deletion queue are over.",
        list: (routes::phone_numbers(), "All phone numbers"),
        known,
        view: Box::new(move |row| view(&number, Signal::derive(move || Value::clone(&row.get())), answer)),
    }
    .page()
}

fn view(number: &str, row: Signal<Value>, answer: Query) -> AnyView {
    let (privacy, deleting) = (use_privacy(), Ask::new());
    let title = {
        let number = number.to_owned();
        Signal::derive(move || if privacy.get() { "Phone number".to_owned() } else { number.clone() })
    };
    let queued = Memo::new(move |_| row.with(|row| row["Status"] == "DeleteInProgress"));
    let beside = move || view! { {move || row.with(status_badge)} {info()} };
    let copy = number.to_owned();
    let delete = move || {
        (!queued.get()).then(|| {
            view! { <Button icon=IconName::Trash on_press=move || deleting.open.set(true)>"Delete"</Button> }
        })
    };
    view! {
        <PageHeader
            title
            reading=answer
            beside=move || view! { <Copy text=copy label="Copy the number" /> {beside()} }
        >
            {delete}
        </PageHeader>
        <QueryFailure query=answer title="The phone number could not be refreshed" />
        {move || queued.get().then(|| queue_notice(row))}
        <div class="stack">
            {facts(row)}
            <div class="grid-2">
                <div class="stack">
                    <OwnerPanel row />
                    {capabilities(row)}
                </div>
                <div class="stack">
                    <NamePanel row />
                    <ProductPanel row />
                </div>
            </div>
        </div>
        {deletion(row, deleting)}
    }
    .into_any()
}

fn facts(row: Signal<Value>) -> AnyView {
    let time = move |member: &'static str| {
        move || {
            let ms = row.with(|row| moment(&row[member]));
            ms.map_or_else(dash, |ms| view! { <Time ms absolute=true /> }.into_any())
        }
    };
    let country = move || {
        row.with(|row| match text(row, "Country") {
            "" => dash(),
            code => [country_name(code), " (".to_owned(), code.to_owned(), ")".to_owned()].concat().into_any(),
        })
    };
    view! {
        <Panel title="Number">
            <KeyValue>
                <Pair label="Number">{move || row.with(|row| view! { <Personal text=e164(row) /> })}</Pair>
                <Pair label="Country">{country}</Pair>
                <Pair label="Type">{move || row.with(|row| type_words(text(row, "Type")).to_owned())}</Pair>
                <Pair label="Status">{move || row.with(status_view)}</Pair>
                <Pair label="Created">{time("CreatedTimestamp")}</Pair>
                <Pair label="Updated">{time("UpdatedTimestamp")}</Pair>
            </KeyValue>
        </Panel>
    }
    .into_any()
}

/// NUM-7: six members, drawn as a small table.
fn capabilities(row: Signal<Value>) -> AnyView {
    let cell = move |member: String| {
        move || match row.with(|row| row["Capabilities"][&member].as_bool()) {
            Some(true) => view! { <Status tone=Tone::Success text="Yes" /> }.into_any(),
            Some(false) => view! { <Status text="No" /> }.into_any(),
            None => dash(),
        }
    };
    let line = move |(words, member): (&'static str, &str)| {
        let (inbound, outbound) = (["Inbound", member].concat(), ["Outbound", member].concat());
        view! { <tr><th scope="row">{words}</th><td>{cell(inbound)}</td><td>{cell(outbound)}</td></tr> }
    };
    let lines = [("Calls", "Call"), ("Text messages (SMS)", "SMS"), ("Pictures (MMS)", "MMS")].map(line);
    view! {
        <Panel title="Capabilities">
            <table class="matrix">
                <thead>
                    <tr><td></td><th scope="col">"Inbound"</th><th scope="col">"Outbound"</th></tr>
                </thead>
                <tbody>{lines.into_iter().collect_view()}</tbody>
            </table>
        </Panel>
    }
    .into_any()
}

/// In the deletion queue: how long still, and the way back (C1).
fn queue_notice(row: Signal<Value>) -> AnyView {
    let (ask, now) = (Ask::new(), now());
    let restore = move || {
        let deed = Deed {
            operation: Operation::RestorePhoneNumber,
            input: json!({ "PhoneNumberId": row.with_untracked(e164) }),
            stale: STALE,
            done: "The number is back in the inventory",
            failed: "The number was not restored",
        };
        ask.act(deed, || {});
    };
    let left = move || {
        row.with(erased_at).map(|at| [relative_time(at, now.get()), ", on ".to_owned(), absolute_time(at)].concat())
    };
    view! {
        <Notice tone=Tone::Warning title="The number is in the deletion queue">
            <p>"It is erased " {left} ". After that others can order it."</p>
            <Button on_press=restore busy=ask.busy>"Move to inventory"</Button>
        </Notice>
    }
    .into_any()
}

fn deletion(row: Signal<Value>, ask: Ask) -> AnyView {
    let blocked_by = move || {
        let holder = row.with(holder);
        let blocker = |holder: super::holder::Holder| Blocker {
            text: [holder.kind.words(), " ", &holder.id, " has it: unassign it first"].concat(),
            href: holder.href(),
        };
        holder.map(blocker).into_iter().collect::<Vec<_>>()
    };
    let confirm = move || {
        let deed = Deed {
            operation: Operation::DeletePhoneNumber,
            input: json!({ "PhoneNumberId": row.with_untracked(e164) }),
            stale: STALE,
            done: "The number is in the deletion queue",
            failed: "The number was not deleted",
        };
        ask.act(deed, || {});
    };
    let privacy = use_privacy();
    let objects = move || vec![if privacy.get() { "This number".to_owned() } else { row.with(e164) }];
    view! {
        <Confirm
            open=ask.open
            title="Delete number"
            action="Delete"
            objects=Signal::derive(objects)
            effect="It moves to the deletion queue for seven days, in which it can be restored. Then it is erased and others \
                can order it."
            blocked_by=Signal::derive(blocked_by)
            busy=ask.busy
            on_confirm=confirm
        />
    }
    .into_any()
}
