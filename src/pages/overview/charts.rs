//! The charts of phone numbers and their orders.

use std::collections::BTreeMap;

use leptos::prelude::*;
use serde_json::Value;

use super::asked::{Asked, PARTS, at, text};
use crate::frame::QueryFailure;
use crate::ui::*;

/// How many months of orders are shown.
const MONTHS: usize = 6;
const MONTH_NAMES: [&str; 12] = ["Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"];

/// How many rows have each value of a member; the most frequent first.
pub fn counted(rows: &[Value], member: &str) -> Vec<Bar> {
    let mut counts = BTreeMap::<&str, usize>::new();
    for row in rows {
        *counts.entry(text(row, member)).or_default() += 1;
    }
    let name = |value: &str| if value.is_empty() { "None".to_owned() } else { value.to_owned() };
    let mut bars: Vec<Bar> = counts.into_iter().map(|(value, count)| Bar::new(name(value), count)).collect();
    bars.sort_by_key(|bar| std::cmp::Reverse(bar.value));
    bars
}

/// The numbers, with those of the deletion queue that are not among them: the reference does not say whether they are (NUM-21).
fn united(mut numbers: Vec<Value>, queued: Vec<Value>) -> Vec<Value> {
    let others: Vec<Value> = queued.into_iter().filter(|row| !numbers.iter().any(|known| same(known, row))).collect();
    numbers.extend(others);
    numbers
}

fn same(one: &Value, other: &Value) -> bool {
    one["PhoneNumberId"] == other["PhoneNumberId"]
}

/// The month of an ISO 8601 timestamp, counted from the year 0.
fn month(timestamp: &str) -> Option<usize> {
    let year: usize = timestamp.get(..4)?.parse().ok()?;
    let month: usize = timestamp.get(5..7)?.parse().ok()?;
    (1..=12).contains(&month).then(|| year * 12 + month - 1)
}

/// Orders by the month they were made in: the last months to `now`, with those that had none.
fn by_month(orders: &[Value], now: &str) -> Vec<Bar> {
    let made: Vec<usize> = orders.iter().filter_map(|order| month(text(order, "CreatedTimestamp"))).collect();
    let Some(last) = made.iter().copied().chain(month(now)).max() else { return Vec::new() };
    let first = (last + 1).saturating_sub(MONTHS);
    let bar = |month: usize| {
        let name = [MONTH_NAMES[month % 12], " ", &(month / 12).to_string()].concat();
        Bar::new(name, made.iter().filter(|made| **made == month).count())
    };
    (first..=last).map(bar).collect()
}

/// A panel with a chart of one part.
struct Chart {
    part: usize,
    title: &'static str,
    heads: (&'static str, &'static str),
    none: &'static str,
    bars: fn(Asked) -> Vec<Bar>,
}

const CHARTS: [Chart; 3] = [
    Chart {
        part: at::NUMBERS,
        title: "Phone numbers by status",
        heads: ("Status", "Numbers"),
        none: "There are no phone numbers yet.",
        bars: |asked| {
            let (numbers, queued) = (asked.rows(at::NUMBERS).unwrap_or_default(), asked.rows(at::DELETED));
            counted(&united(numbers, queued.unwrap_or_default()), "Status")
        },
    },
    Chart {
        part: at::NUMBERS,
        title: "Phone numbers by product type",
        heads: ("Product type", "Numbers"),
        none: "There are no phone numbers yet.",
        bars: |asked| counted(&asked.rows(at::NUMBERS).unwrap_or_default(), "ProductType"),
    },
    Chart {
        part: at::ORDERS,
        title: "Orders over time",
        heads: ("Month", "Orders"),
        none: "Nothing was ordered yet.",
        bars: |asked| {
            let orders = asked.rows(at::ORDERS).unwrap_or_default();
            if orders.is_empty() { Vec::new() } else { by_month(&orders, &today()) }
        },
    },
];

fn today() -> String {
    js_sys::Date::new_0().to_iso_string().into()
}

/// The panels.
pub fn charts(asked: Asked) -> AnyView {
    CHARTS.iter().map(|it| chart(it, asked)).collect_view().into_any()
}

fn chart(chart: &'static Chart, asked: Asked) -> AnyView {
    let query = asked.of(chart.part);
    let bars = Signal::from(Memo::new(move |_| (chart.bars)(asked)));
    let description = move || {
        let what = PARTS[chart.part].label.to_lowercase();
        asked.more(chart.part).then(|| ["Of the first 99 ", &what, "."].concat())
    };
    let there = Memo::new(move |_| query.data.with(Option::is_some));
    let body = move || match there.get() {
        false => query.pending().then(|| view! { <Skeleton lines=4 /> }.into_any()),
        true if bars.with(Vec::is_empty) => Some(view! { <p class="muted">{chart.none}</p> }.into_any()),
        true => Some(view! { <BarChart label=chart.title heads=chart.heads bars /> }.into_any()),
    };
    view! {
        <Panel title=chart.title description=Signal::derive(description)>
            <QueryFailure query title="This could not be loaded" />
            {body}
        </Panel>
    }
    .into_any()
}

#[cfg(test)]
mod tests {
    use serde_json::json;

    use super::*;

    #[test]
    fn values_are_counted_the_most_frequent_first() {
        let rows = ["Assigned", "Unassigned", "Assigned"].map(|status| json!({ "Status": status }));
        assert_eq!(counted(&rows, "Status"), [Bar::new("Assigned", 2), Bar::new("Unassigned", 1)]);
        assert_eq!(counted(&[json!({ "Status": null })], "Status"), [Bar::new("None", 1)]);
    }

    #[test]
    fn a_number_of_the_deletion_queue_counts_once() {
        let number = |id: &str| json!({ "PhoneNumberId": id });
        let all = united(vec![number("1"), number("2")], vec![number("2"), number("3")]);
        assert_eq!(all, [number("1"), number("2"), number("3")]);
    }

    #[test]
    fn months_without_orders_are_there_too() {
        let order = |at: &str| json!({ "CreatedTimestamp": at });
        let orders = [order("2026-01-31T23:00:00Z"), order("2025-12-01T00:00:00Z"), order("2024-05-05T00:00:00Z")];
        let bars = by_month(&orders, "2026-02-10T08:00:00Z");
        assert_eq!(bars.len(), MONTHS);
        assert_eq!(bars[MONTHS - 3..], [Bar::new("Dec 2025", 1), Bar::new("Jan 2026", 1), Bar::new("Feb 2026", 0)]);
        assert!(by_month(&[], "?").is_empty());
    }
}
