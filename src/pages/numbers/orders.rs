//! All orders, and how far each is.

use chime_model::Operation;
use leptos::prelude::*;
use serde_json::{Value, json};

use super::number::{product_words, text};
use crate::frame::Info;
use crate::pages::listing::Listing;
use crate::pages::poll::poll;
use crate::routes;
use crate::table::{Column, Paging, Selection, Table};
use crate::ui::*;

/// Statuses of an order, and of a number in one (value, tone) of ORD-1.
const STATUSES: [(&str, Tone); 5] = [
    ("Processing", Tone::Running),
    ("Successful", Tone::Success),
    ("Acquired", Tone::Success),
    ("Partial", Tone::Warning),
    ("Failed", Tone::Error),
];

/// The tone of a status.
pub fn tone(status: &str) -> Tone {
    STATUSES.iter().find(|(known, _)| *known == status).map_or(Tone::Neutral, |(_, tone)| *tone)
}

/// The status of an order or of a number in one, with its icon.
pub fn status_view(row: &Value) -> AnyView {
    match text(row, "Status").to_owned() {
        none if none.is_empty() => dash(),
        status => view! { <Status tone=tone(&status) text=status /> }.into_any(),
    }
}

/// How many numbers of an order have a status; all of them without one.
pub fn count(order: &Value, status: Option<&str>) -> usize {
    let numbers = order["OrderedPhoneNumbers"].as_array().into_iter().flatten();
    numbers.filter(|number| status.is_none_or(|status| number["Status"] == status)).count()
}

/// Whether an order is still being worked on.
pub fn under_way(order: &Value) -> bool {
    order["Status"] == "Processing"
}

fn row_id(row: &Value) -> String {
    text(row, "PhoneNumberOrderId").to_owned()
}

fn columns() -> Vec<Column> {
    let number = |id, title, status: Option<&'static str>| {
        Column::new(id, title, move |row| count(row, status).to_string()).number().width(105)
    };
    vec![
        Column::member("PhoneNumberOrderId", "Order id").link(|row| routes::order(&row_id(row))).width(300),
        Column::new("ProductType", "Product type", |row| product_words(text(row, "ProductType"))).width(165),
        Column::new("Status", "Status", |row| text(row, "Status").to_owned()).view(status_view).width(115),
        number("Numbers", "Numbers", None),
        number("Acquired", "Acquired", Some("Acquired")),
        number("Failed", "Failed", Some("Failed")),
        number("Processing", "Processing", Some("Processing")),
        Column::time("CreatedTimestamp", "Created").width(120),
        Column::time("UpdatedTimestamp", "Updated").width(120),
    ]
}

fn order_link() -> AnyView {
    let href = routes::order_numbers();
    view! { <ButtonLink kind=ButtonKind::Primary icon=IconName::Plus href>"Order numbers"</ButtonLink> }.into_any()
}

fn empty() -> AnyView {
    let text = "A number comes into the inventory only by an order.";
    view! {
        <EmptyState title="No orders" text icon=IconName::Cart>
            {order_link()}
        </EmptyState>
    }
    .into_any()
}

fn info() -> AnyView {
    view! {
        <Info title="Orders">
            <p>
                <code>"ListPhoneNumberOrders"</code> " gives every order there was: they are never deleted, nor can one be cancelled."
            </p>
            <p>
                "An order is answered at once, with everything " <code>"Processing"</code>
                ". Later each number is acquired or failed; where some failed the order is " <code>"Partial"</code> "."
            </p>
            <p>"While an order is being worked on this page asks again by itself, ever less often."</p>
            <pre class="code-block">
                <code>"aws chime list-phone-number-orders"</code>
            </pre>
        </Info>
    }
    .into_any()
}

/// The list of orders.
#[component]
pub fn Orders() -> AnyView {
    let (paging, selection) = (Paging::new("number-orders", &[25, 50, 99], 50), Selection::single());
    let list = Operation::ListPhoneNumberOrders;
    let orders = Listing::new(list, paging, "The orders could not be loaded", || json!({}));
    let working = Memo::new(move |_| orders.rows.with(|rows| rows.iter().any(under_way)));
    poll(orders.updated, working.into(), Callback::new(move |()| orders.refresh()));
    let href = move || selection.ids().with(|ids| ids.first().map(|order| routes::order(order)).unwrap_or_default());
    let unchosen = move || (selection.count() == 0).then(|| "Choose an order first".to_owned());
    view! {
        <PageHeader
            title="Orders"
            count=orders.count(orders.rows, selection)
            reading=orders
            beside=info
        >
            <ButtonLink href=Signal::derive(href) disabled_reason=Signal::derive(unchosen)>"View"</ButtonLink>
            {order_link()}
        </PageHeader>
        <Table
            id="number-orders"
            label="Orders"
            columns=columns()
            rows=orders.rows
            row_id
            selection
            paging
            feed=orders
            empty
        />
    }
    .into_any()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn numbers_of_an_order_are_counted_by_status() {
        let order = json!({ "OrderedPhoneNumbers": [{ "Status": "Acquired" }, { "Status": "Failed" }, { "Status": "Acquired" }] });
        assert_eq!(
            (count(&order, None), count(&order, Some("Acquired")), count(&order, Some("Processing"))),
            (3, 2, 0)
        );
    }
}
