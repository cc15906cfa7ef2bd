//! What is read of a bot.

use leptos::prelude::*;
use serde_json::Value;

use crate::ui::{Badge, Status, Tone};

/// A text member, empty where it is missing.
pub fn text<'a>(bot: &'a Value, member: &str) -> &'a str {
    bot[member].as_str().unwrap_or_default()
}

/// The id of a bot.
pub fn bot_id(bot: &Value) -> String {
    text(bot, "BotId").to_owned()
}

/// Whether it is stopped: it answers nothing and cannot be added to rooms.
pub fn is_stopped(bot: &Value) -> bool {
    bot["Disabled"] == true
}

fn state(bot: &Value) -> (Tone, &'static str) {
    if is_stopped(bot) { (Tone::Warning, "Stopped") } else { (Tone::Success, "Running") }
}

/// The state as text.
pub fn state_word(bot: &Value) -> String {
    state(bot).1.to_owned()
}

/// The state in a table.
pub fn state_view(bot: &Value) -> AnyView {
    let (tone, text) = state(bot);
    view! { <Status tone text /> }.into_any()
}

/// The state beside a title.
pub fn badge(bot: &Value) -> AnyView {
    let (tone, text) = state(bot);
    view! { <Badge tone>{text}</Badge> }.into_any()
}
