//! What came of a call: how it went, and the answer as a tree or as JSON.

use chime_model::masking::{Masking, masked};
use leptos::prelude::*;
use serde_json::Value;

use super::tree::tree;
use crate::client::{CallError, Exchange};
use crate::ui::*;

/// Status, time, tries and request id of a call.
pub(super) fn facts(exchange: &Exchange) -> AnyView {
    let id = exchange.request_id.clone();
    let tries = (exchange.tries > 1).then(|| view! { <span class="fact">{exchange.tries} " tries"</span> });
    view! {
        <div class="cluster answer-facts">
            {status(exchange.status)}
            <span class="fact">{exchange.took} " ms"</span>
            {tries}
            {id.map(|id| view! { <span class="fact">"Request id " <CopyableId id label="Copy the request id" /></span> })}
        </div>
    }
    .into_any()
}

/// The status of an answer with its tone.
pub(super) fn status(status: Option<u16>) -> AnyView {
    let tone = match status {
        Some(200..=299) => Tone::Success,
        Some(_) => Tone::Error,
        None => Tone::Warning,
    };
    let text = status.map_or_else(|| "No answer".to_owned(), |status| status.to_string());
    view! { <Badge tone>{text}</Badge> }.into_any()
}

/// An output, or what a call failed with.
pub(super) fn outcome(result: &Result<Value, CallError>) -> AnyView {
    match result {
        Ok(output) => value(output.clone(), "answer"),
        Err(error) => {
            let failure = Failure { more: None, ..error.failure("The service refused the request") };
            let failure = match error.api() {
                Some(_) => failure,
                None => Failure { title: "The request was not answered".to_owned(), ..failure },
            };
            view! { <ErrorPanel failure /> }.into_any()
        }
    }
}

/// A value as a tree or as JSON; `what` it is: "answer".
pub(super) fn value(value: Value, what: &'static str) -> AnyView {
    let (as_text, privacy) = (RwSignal::new(false), use_privacy());
    let value = StoredValue::new(value);
    let text = Signal::derive(move || {
        let hidden: &[Masking] = if privacy.get() { &[Masking::Secret, Masking::Personal] } else { &[Masking::Secret] };
        value.with_value(|value| serde_json::to_string_pretty(&masked(value, hidden)).unwrap_or_default())
    });
    let content = move || match as_text.get() {
        true => view! { <pre class="code-block" tabindex="0"><code>{text}</code></pre> }.into_any(),
        false => value.with_value(tree),
    };
    let chosen = Signal::derive(move || if as_text.get() { "json" } else { "tree" }.to_owned());
    view! {
        <div class="stack">
        <div class="between">
            <Segmented
                label=["Form of the ", what].concat()
                options=vec![Choice::new("tree", "Tree"), Choice::new("json", "JSON")]
                value=chosen
                on_change=move |form: String| as_text.set(form == "json")
            />
            <Copy text label=["Copy the ", what, " without secrets"].concat() />
        </div>
        {content}
        </div>
    }
    .into_any()
}
