//! What this tab has sent, newest first.

use std::sync::Arc;

use chime_model::masking::Masking;
use leptos::prelude::*;
use serde_json::{Value, json};

use super::{exchange, har};
use crate::client::Exchange;
use crate::frame::Info;
use crate::routes;
use crate::session::use_session;
use crate::table::{Column, Table};
use crate::ui::*;

fn row(exchange: &Exchange) -> Value {
    let (state, tone) = exchange::state(exchange);
    json!({
        "Number": exchange.number,
        "Operation": exchange.operation.name(),
        "Status": state,
        "Tone": tone.class(),
        "Took": exchange.took,
        "Retries": exchange.tries.saturating_sub(1),
        "RequestId": exchange.request_id,
        "Started": exchange.started as f64 / 1000.0,
        "Profile": exchange.profile,
    })
}

fn row_id(row: &Value) -> String {
    row["Number"].to_string()
}

fn status_view(row: &Value) -> AnyView {
    let tones = [Tone::Neutral, Tone::Success, Tone::Warning, Tone::Error];
    let tone = tones.into_iter().find(|tone| row["Tone"] == tone.class()).unwrap_or_default();
    let text = row["Status"].as_str().unwrap_or_default().to_owned();
    view! { <Status tone text /> }.into_any()
}

fn columns() -> Vec<Column> {
    let number = |row: &Value| row["Number"].as_u64().and_then(|number| number.try_into().ok()).unwrap_or_default();
    vec![
        Column::member("Operation", "Operation").link(move |row| routes::request(number(row))).width(260),
        Column::member("Status", "Status").view(status_view).width(170),
        Column::member("Took", "Milliseconds").number(),
        Column::member("Retries", "Retries").number().width(90),
        Column::time("Started", "Sent"),
        Column::id("RequestId", "Request id").width(330),
        Column::member("Number", "Number").number().hidden(),
        Column::member("Profile", "Profile").hidden(),
    ]
}

fn info() -> AnyView {
    view! {
        <Info title="Request log">
            <p>
                "The latest 500 calls of this browser tab: those of pages, with their retries, and those of the API explorer. "
                "They are kept in memory only; closing or reloading the tab forgets them."
            </p>
            <p>
                "Secrets are masked before a call is noted, and keys and signatures are never part of it. The HAR file opens in "
                "the network panel of any browser; while personal values are masked, they are masked in it as well."
            </p>
            <p>"AWS writes calls to CloudTrail on its side. The request id is the same there."</p>
        </Info>
    }
    .into_any()
}

fn empty() -> AnyView {
    let text = "Each call of this tab is noted here, with its request and its answer.";
    view! {
        <EmptyState title="Nothing was sent" text icon=IconName::Clock>
            <ButtonLink href=routes::explorer() icon=IconName::Code>"API explorer"</ButtonLink>
        </EmptyState>
    }
    .into_any()
}

/// The log.
pub(super) fn requests() -> AnyView {
    let (record, privacy) = (use_session().client.record, use_privacy());
    let all = Memo::new(move |_| {
        let mut all = record.all();
        // A call that takes long ends after younger ones.
        all.sort_by_key(|exchange| std::cmp::Reverse(exchange.number));
        all
    });
    let rows: Signal<Arc<Vec<Value>>> =
        Memo::new(move |_| Arc::new(all.with(|all| all.iter().map(|exchange| row(exchange)).collect()))).into();
    let count = Signal::derive(move || Some(Count { loaded: rows.with(|rows| rows.len()), more: false, selected: 0 }));
    let none = move || all.with(Vec::is_empty).then(|| "Nothing was sent".to_owned());
    let save = move || {
        let hidden: &[Masking] =
            if privacy.get_untracked() { &[Masking::Secret, Masking::Personal] } else { &[Masking::Secret] };
        let har = all.with_untracked(|all| har::har(all, hidden));
        download("chime-requests.har", "application/json", &har.to_string());
    };
    view! {
        <PageHeader title="Request log" count beside=info>
            <Button on_press=move || record.clear() disabled_reason=Signal::derive(none)>"Clear"</Button>
            <Button icon=IconName::Download on_press=save disabled_reason=Signal::derive(none)>"Download HAR"</Button>
        </PageHeader>
        <Table id="requests" label="Requests" columns=columns() rows row_id empty />
    }
    .into_any()
}
