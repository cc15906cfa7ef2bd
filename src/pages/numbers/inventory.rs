//! The inventory: every number, who has it, and what can be done to many at once.

use std::sync::Arc;

use chime_model::Operation;
use leptos::prelude::*;
use serde_json::Value;

use super::actions::Actions;
use super::bench::{Bench, BenchPanel};
use super::filters::{FilterFields, Filters};
use super::holder::{holder, holder_words};
use super::number::{e164, name_view, name_words, product_words, status_view, status_words, text, type_words};
use crate::frame::Info;
use crate::pages::listing::Listing;
use crate::routes;
use crate::table::{Column, Paging, Selection, Table};
use crate::ui::*;

fn columns() -> Vec<Column> {
    vec![
        Column::new("E164PhoneNumber", "Number", e164)
            .link(|row| routes::phone_number(&e164(row)))
            .personal()
            .width(130),
        Column::member("Country", "Country").width(80),
        Column::new("Type", "Type", |row| type_words(text(row, "Type")).to_owned()).width(80),
        Column::new("ProductType", "Product type", |row| product_words(text(row, "ProductType"))).width(195),
        Column::new("Status", "Status", status_words).view(status_view).width(125),
        Column::new("Associations", "Assigned to", holder_words)
            .view(|row| holder(row).map_or_else(dash, |holder| holder.view()))
            .width(225),
        Column::new("CallingName", "Calling name", name_words).view(name_view).width(130),
        Column::time("UpdatedTimestamp", "Updated").width(100),
        Column::time("CreatedTimestamp", "Created").hidden(),
    ]
}

fn empty(filters: Filters, elsewhere: bool) -> AnyView {
    if filters.active() {
        let text = "The service found no number for these filters.";
        return view! { <EmptyState title="No number is found" text icon=IconName::Filter /> }.into_any();
    }
    if elsewhere {
        let text = "Those of this page are on order or in the deletion queue.";
        return view! {
            <EmptyState title="No numbers in the inventory here" text icon=IconName::Phone>
                <ButtonLink href=routes::orders()>"Orders"</ButtonLink>
                <ButtonLink href=routes::deleted_numbers()>"Deletion queue"</ButtonLink>
            </EmptyState>
        }
        .into_any();
    }
    let text = "Numbers are ordered here, and then given to users, voice connectors and SIP rules.";
    view! {
        <EmptyState title="No phone numbers" text icon=IconName::Phone>
            {order_link()}
        </EmptyState>
    }
    .into_any()
}

fn order_link() -> AnyView {
    let href = routes::order_numbers();
    view! { <ButtonLink kind=ButtonKind::Primary icon=IconName::Plus href>"Order numbers"</ButtonLink> }.into_any()
}

fn info() -> AnyView {
    view! {
        <Info title="Phone numbers">
            <p>
                <code>"ListPhoneNumbers"</code> " gives the numbers of the AWS account in pages of up to 99. The service filters "
                "by status, product type and one owner; everything else filters the rows that are loaded."
            </p>
            <p>
                "The product type decides who can have a number: a user, a voice connector or group, or a SIP rule. A number "
                "has one of them at a time."
            </p>
            <p>
                "Numbers on order and in the deletion queue stand on pages of their own. A new calling name is "
                "pending for up to 72 hours; until then the old one is shown to who is called."
            </p>
            <pre class="code-block">
                <code>"aws chime list-phone-numbers \\\n  --status Unassigned \\\n  --product-type VoiceConnector"</code>
            </pre>
        </Info>
    }
    .into_any()
}

/// The numbers that are owned, and what can be done to those chosen.
#[component]
pub fn Inventory() -> AnyView {
    let (filters, selection, bench) = (Filters::new(), Selection::multi(), Bench::new());
    let paging = Paging::new("phone-numbers", &[25, 50, 99], 99);
    let numbers =
        Listing::new(Operation::ListPhoneNumbers, paging, "The phone numbers could not be loaded", move || {
            filters.input()
        });
    let rows: Signal<Arc<Vec<Value>>> = Memo::new(move |_| {
        let all = numbers.rows.get();
        if all.iter().all(|row| filters.shows(row)) {
            return all;
        }
        Arc::new(all.iter().filter(|row| filters.shows(row)).cloned().collect())
    })
    .into();
    let one = move || (selection.count() != 1).then(|| "Choose one number".to_owned());
    let href =
        move || selection.ids().with(|ids| ids.first().map(|number| routes::phone_number(number)).unwrap_or_default());
    view! {
        <PageHeader
            title="Phone numbers"
            count=numbers.count(rows, selection)
            reading=numbers
            beside=info
        >
            <ButtonLink href=Signal::derive(href) disabled_reason=Signal::derive(one)>"View"</ButtonLink>
            <Actions rows selection bench />
            {order_link()}
        </PageHeader>
        <BenchPanel bench />
        <Table
            id="phone-numbers"
            label="Phone numbers"
            columns=columns()
            rows
            row_id=e164
            selection
            paging
            feed=numbers
            server_filters=move || view! { <FilterFields filters /> }
            empty=move || empty(filters, numbers.rows.with(|rows| !rows.is_empty()))
        />
    }
    .into_any()
}
