//! One order: how far it is, and what became of each number.

use std::sync::Arc;

use chime_model::Operation;
use leptos::prelude::*;
use serde_json::{Value, json};

use super::number::{e164, product_words, text};
use super::orders::{count, status_view, tone, under_way};
use super::search::search_link;
use crate::client::{Query, invalidate, query};
use crate::frame::{Info, Known, QueryFailure, param};
use crate::pages::poll::poll;
use crate::pages::thing::Thing;
use crate::routes;
use crate::session::use_session;
use crate::table::{Column, Table, moment};
use crate::ui::*;

fn columns() -> Vec<Column> {
    vec![
        Column::new("E164PhoneNumber", "Number", e164)
            .link(|row| routes::phone_number(&e164(row)))
            .personal()
            .width(180),
        Column::new("Status", "Status", |row| text(row, "Status").to_owned()).view(status_view).width(160),
    ]
}

fn info() -> AnyView {
    view! {
        <Info title="An order">
            <p>
                <code>"GetPhoneNumberOrder"</code> " tells how far an order is. Searching reserves nothing, so a number may be gone "
                "when the order comes to it: then it is " <code>"Failed"</code> ", and another can be searched."
            </p>
            <p>
                "While it is being worked on this page asks again by itself, ever less often. An emulator works on orders by its "
                "own clock, which can stand still: move it to finish them."
            </p>
            <pre class="code-block">
                <code>"aws chime get-phone-number-order \\\n  --phone-number-order-id ID"</code>
            </pre>
        </Info>
    }
    .into_any()
}

/// The page of one order.
#[component]
pub fn OrderPage() -> AnyView {
    let (id, session) = (param("order"), use_session());
    let input = json!({ "PhoneNumberOrderId": id });
    let answer = query(Operation::GetPhoneNumberOrder, move || Some(input.clone()));
    let is_working = |data: &Option<Value>| data.as_ref().is_some_and(|data| under_way(&data["PhoneNumberOrder"]));
    let working = Memo::new(move |_| answer.data.with(is_working));
    poll(answer.updated, working.into(), Callback::new(move |()| answer.refresh()));
    // What the order brought is in the inventory.
    Effect::new(move |before: Option<bool>| {
        let now = working.get();
        if before == Some(true) && !now {
            invalidate(
                session,
                &[Operation::ListPhoneNumbers, Operation::GetPhoneNumber, Operation::ListPhoneNumberOrders],
            );
        }
        now
    });
    let known = |order: &Value| {
        let id = text(order, "PhoneNumberOrderId");
        Known { id: id.to_owned(), name: id.to_owned(), href: None, personal: false }
    };
    Thing {
        kind: "Order",
        id: id.clone(),
        answer,
        member: "PhoneNumberOrder",
        absent: "It may belong to another AWS account.",
        list: (routes::orders(), "All orders"),
        known,
        view: Box::new(move |order| view(id.clone(), Signal::derive(move || Value::clone(&order.get())), answer)),
    }
    .page()
}

fn view(id: String, order: Signal<Value>, answer: Query) -> AnyView {
    let badge = move || {
        let status = order.with(|order| text(order, "Status").to_owned());
        view! { <Badge tone=tone(&status)>{status}</Badge> }
    };
    view! {
        <PageHeader
            title="Order"
            id_text=Some(id)
            reading=answer
            beside=move || view! { {badge} {info()} }
        />
        <QueryFailure query=answer title="The order could not be refreshed" />
        {state(order)}
        {facts(order)}
        {numbers(order)}
    }
    .into_any()
}

/// What is to be known or done now.
fn state(order: Signal<Value>) -> AnyView {
    let waiting = Memo::new(move |_| order.with(under_way));
    let failed = Memo::new(move |_| order.with(|order| count(order, Some("Failed"))));
    let words = Memo::new(move |_| order.with(|order| text(order, "Status").to_owned()));
    (move || {
        if waiting.get() {
            return Some(
                view! {
                    <Notice tone=Tone::Running title="The order is being worked on">
                        <p>"This page asks again by itself. You can leave it: the order goes on."</p>
                    </Notice>
                }
                .into_any(),
            );
        }
        if failed.get() == 0 {
            return (words.get() == "Successful").then(|| {
                view! {
                    <Notice tone=Tone::Success title="All numbers are in the inventory">
                        <a class="link" href=routes::phone_numbers()>"Assign them"</a>
                    </Notice>
                }
                .into_any()
            });
        }
        let title = [&super::chosen::words(failed.get()), " could not be had"].concat();
        let href = order.with_untracked(replacements);
        Some(
            view! {
                <Notice tone=Tone::Warning title>
                    <p>"Somebody else was quicker, or the carrier refused. Nothing is charged for them; they can be deleted from \
                        the inventory."</p>
                    <ButtonLink href icon=IconName::Search>"Search replacements"</ButtonLink>
                </Notice>
            }
            .into_any(),
        )
    })
    .into_any()
}

/// The search for numbers like the first that failed.
fn replacements(order: &Value) -> String {
    let numbers = order["OrderedPhoneNumbers"].as_array().into_iter().flatten();
    let failed = numbers.filter(|number| number["Status"] == "Failed").map(e164).next().unwrap_or_default();
    search_link(text(order, "ProductType"), &failed)
}

fn facts(order: Signal<Value>) -> AnyView {
    let of = move |status: Option<&'static str>| move || order.with(|order| count(order, status)).to_string();
    let time = move |member: &'static str| {
        move || {
            let ms = order.with(|order| moment(&order[member]));
            ms.map_or_else(dash, |ms| view! { <Time ms absolute=true /> }.into_any())
        }
    };
    let total = Signal::derive(move || order.with(|order| count(order, None)));
    let done = Signal::derive(move || order.with(|order| count(order, None) - count(order, Some("Processing"))));
    view! {
        <Panel title="Progress">
            <div class="stack">
                <Progress done total label="Numbers of the order that are settled" />
                <KeyValue>
                    <Pair label="Acquired">{of(Some("Acquired"))}</Pair>
                    <Pair label="Failed">{of(Some("Failed"))}</Pair>
                    <Pair label="Processing">{of(Some("Processing"))}</Pair>
                    <Pair label="Product type">{move || order.with(|order| product_words(text(order, "ProductType")))}</Pair>
                    <Pair label="Created">{time("CreatedTimestamp")}</Pair>
                    <Pair label="Updated">{time("UpdatedTimestamp")}</Pair>
                </KeyValue>
            </div>
        </Panel>
    }
    .into_any()
}

fn numbers(order: Signal<Value>) -> AnyView {
    let rows = Signal::from(Memo::new(move |_| {
        Arc::new(order.with(|order| order["OrderedPhoneNumbers"].as_array().cloned().unwrap_or_default()))
    }));
    view! {
        <Panel title="Numbers" flush=true>
            <Table id="ordered-numbers" label="Numbers of the order" columns=columns() rows row_id=e164 />
        </Panel>
    }
    .into_any()
}
