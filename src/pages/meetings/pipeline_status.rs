//! The status of a capture pipeline.

use leptos::prelude::*;
use serde_json::Value;

use crate::ui::*;

/// The status with its icon.
pub(super) fn view(pipeline: &Value) -> AnyView {
    let (tone, text) = match pipeline["Status"].as_str().unwrap_or_default() {
        "Initializing" => (Tone::Running, "Initializing"),
        "InProgress" => (Tone::Success, "In progress"),
        "Stopping" => (Tone::Running, "Stopping"),
        "Stopped" => (Tone::Neutral, "Stopped"),
        "Failed" => (Tone::Error, "Failed"),
        _ => return dash(),
    };
    view! { <Status tone text /> }.into_any()
}

/// MCP-4, MCP-6: it will change by itself in a few seconds.
pub(super) fn moves(pipeline: &Value) -> bool {
    pipeline["Status"] == "Initializing" || pipeline["Status"] == "Stopping"
}

/// Whether it records, or is about to.
pub(super) fn is_live(pipeline: &Value) -> bool {
    pipeline["Status"] == "Initializing" || pipeline["Status"] == "InProgress"
}
