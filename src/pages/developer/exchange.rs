//! A kept call as the log shows it: its words, its input, its output.

use leptos::prelude::*;
use serde_json::Value;

use crate::client::{CallError, End, Exchange};
use crate::ui::Tone;

/// How it ended, in a word or two, with the tone.
pub(super) fn state(exchange: &Exchange) -> (String, Tone) {
    match (&exchange.end, exchange.status) {
        (End::Cancelled, _) => ("Cancelled".to_owned(), Tone::Neutral),
        (End::Error(error), Some(status)) => ([&status.to_string(), " ", error.code()].concat(), Tone::Error),
        (End::Error(_), None) => ("No answer".to_owned(), Tone::Warning),
        (_, status) => (status.map_or_else(String::new, |status| status.to_string()), Tone::Success),
    }
}

/// What the call gave, as far as it was kept; secrets are masked.
pub(super) fn outcome(exchange: &Exchange) -> Option<Result<Value, CallError>> {
    match &exchange.end {
        End::Output(text) => Some(Ok(serde_json::from_str(text).unwrap_or_default())),
        End::Error(error) => Some(Err(error.clone())),
        End::Cancelled | End::Long(_) => None,
    }
}

/// Why there is no outcome to show.
pub(super) fn missing(exchange: &Exchange) -> AnyView {
    let text = match exchange.end {
        End::Long(bytes) => ["The answer was not kept: it has ", &(bytes / 1024).to_string(), " KB."].concat(),
        _ => "The page that asked was left before the answer came.".to_owned(),
    };
    view! { <p class="muted">{text}</p> }.into_any()
}
