//! The deletion queue: what is erased when, and the way back (NUM-4, NUM-26).

use std::sync::Arc;

use chime_model::Operation;
use leptos::prelude::*;
use serde_json::{Value, json};

use super::bench::{Bench, BenchPanel};
use super::chosen::Chosen;
use super::number::{e164, erased_at, name_view, name_words, product_words, text};
use super::plan::restoration;
use crate::frame::Info;
use crate::pages::listing::Listing;
use crate::routes;
use crate::table::{Column, Paging, Selection, Table};
use crate::ui::*;

fn columns() -> Vec<Column> {
    let erased = |row: &Value| erased_at(row).map_or_else(dash, |ms| view! { <Time ms absolute=true /> }.into_any());
    vec![
        Column::new("E164PhoneNumber", "Number", e164)
            .link(|row| routes::phone_number(&e164(row)))
            .personal()
            .width(140),
        Column::member("Country", "Country").width(85),
        Column::new("ProductType", "Product type", |row| product_words(text(row, "ProductType"))).width(190),
        Column::time("DeletionTimestamp", "Deleted").width(120),
        // In the order of time, as the deletion itself is.
        Column::new("ErasedOn", "Erased on", |row| text(row, "DeletionTimestamp").to_owned()).view(erased).width(330),
        Column::new("CallingName", "Calling name", name_words).view(name_view).width(160),
    ]
}

/// What is erased first stands first.
fn by_time(rows: &Arc<Vec<Value>>) -> Arc<Vec<Value>> {
    let mut sorted = rows.to_vec();
    sorted.sort_by(|one, other| text(one, "DeletionTimestamp").cmp(text(other, "DeletionTimestamp")));
    Arc::new(sorted)
}

/// The next number to go, and when.
fn next(rows: Signal<Arc<Vec<Value>>>, bench: Bench) -> AnyView {
    let now = now();
    (move || {
        let (number, at) = rows.with(|rows| rows.first().and_then(|row| Some((e164(row), erased_at(row)?))))?;
        let number = bench.label(&number);
        let title = if at > now.get() {
            [&number, " is erased next, ", &relative_time(at, now.get())].concat()
        } else {
            [&number, " is due to be erased"].concat()
        };
        let tone = if at - now.get() < 86_400_000.0 { Tone::Warning } else { Tone::Info };
        Some(view! {
            <Notice tone title>
                <p>"Once erased a number is gone: others can order it. Until then it can be moved back to the inventory."</p>
            </Notice>
        })
    })
    .into_any()
}

fn empty() -> AnyView {
    let text = "A number that is deleted waits here for seven days, in which it can be restored.";
    let href = routes::phone_numbers();
    view! {
        <EmptyState title="No numbers wait to be erased" text icon=IconName::Trash>
            <ButtonLink href>"All phone numbers"</ButtonLink>
        </EmptyState>
    }
    .into_any()
}

fn info() -> AnyView {
    view! {
        <Info title="Deletion queue">
            <p>
                "A deleted number has the status " <code>"DeleteInProgress"</code> " for seven days. "
                <code>"RestorePhoneNumber"</code> " brings it back, with its calling name and product type, unassigned."
            </p>
            <p>"The API tells when a number was deleted; the end of its seven days is worked out here."</p>
            <pre class="code-block">
                <code>
                    "aws chime list-phone-numbers \\\n  --status DeleteInProgress\naws chime restore-phone-number \\\n  "
                    "--phone-number-id +12065550100"
                </code>
            </pre>
        </Info>
    }
    .into_any()
}

/// The numbers that wait to be erased.
#[component]
pub fn DeletionQueue() -> AnyView {
    let (selection, bench) = (Selection::multi(), Bench::new());
    let paging = Paging::new("deleted-numbers", &[25, 50, 99], 99);
    let input = || json!({ "Status": "DeleteInProgress" });
    let numbers = Listing::new(Operation::ListPhoneNumbers, paging, "The deletion queue could not be loaded", input);
    let rows = Signal::from(Memo::new(move |_| numbers.rows.with(by_time)));
    let chosen = Chosen { all: rows, selection };
    // Nothing is lost by restoring, so it is not asked about (C1).
    let restore = move || {
        let item = |row: &Value| bench.item(&e164(row), json!({ "PhoneNumberId": e164(row) }));
        let items = chosen.now().iter().map(item).collect();
        bench.start(vec![vec![(restoration(), items)]], "Moving numbers to the inventory");
    };
    view! {
        <PageHeader
            title="Deletion queue"
            count=numbers.count(rows, selection)
            reading=numbers
            beside=info
        >
            <Button
                kind=ButtonKind::Primary
                on_press=restore
                disabled_reason=Signal::derive(move || bench.busy().or_else(|| chosen.none()))
            >
                "Move to inventory"
            </Button>
        </PageHeader>
        {next(rows, bench)}
        <BenchPanel bench />
        <Table
            id="deleted-numbers"
            label="Numbers to be erased"
            columns=columns()
            rows
            row_id=e164
            selection
            paging
            feed=numbers
            empty
        />
    }
    .into_any()
}
