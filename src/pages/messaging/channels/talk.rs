//! The messages that are loaded of a channel, oldest first, and how pages of them are joined.

use chime_model::Operation;
use leptos::{prelude::*, task::spawn_local};
use serde_json::{Value, json};

use crate::client::{CallError, call};
use crate::session::{Session, use_session};
use crate::table::moment;

const PAGE: u32 = 50;

/// Where reading begins and between which moments; moments as ISO 8601.
#[derive(Clone, PartialEq, Default, Debug)]
pub struct Window {
    /// From the beginning on, not from the end back.
    pub from_start: bool,
    /// No message before.
    pub not_before: Option<String>,
    /// No message after.
    pub not_after: Option<String>,
}

/// The conversation as far as it is loaded.
#[derive(Clone, Copy)]
pub struct Talk {
    session: Session,
    channel: StoredValue<(String, String)>,
    /// What is read.
    pub window: RwSignal<Window>,
    /// The messages, oldest first; none before the first answer.
    pub messages: RwSignal<Option<Vec<Value>>>,
    /// The token of the page after the loaded ones: older ones, or newer ones from the start.
    pub next: RwSignal<Option<String>>,
    /// Whether a page is on its way.
    pub loading: RwSignal<bool>,
    /// Why the last page could not be read.
    pub failed: RwSignal<Option<CallError>>,
    /// When it was read last, in milliseconds since 1970.
    pub updated: RwSignal<Option<f64>>,
    /// Only the newest question counts.
    turn: StoredValue<u32>,
}

impl Talk {
    /// The conversation of `channel` as `acting` reads it.
    pub fn of(channel: &str, acting: &str) -> Self {
        let talk = Self {
            session: use_session(),
            channel: StoredValue::new((channel.to_owned(), acting.to_owned())),
            window: RwSignal::new(Window::default()),
            messages: RwSignal::new(None),
            next: RwSignal::new(None),
            loading: RwSignal::new(true),
            failed: RwSignal::new(None),
            updated: RwSignal::new(None),
            turn: StoredValue::new(0),
        };
        Effect::new(move |_| {
            talk.window.track();
            talk.messages.set(None);
            talk.next.set(None);
            talk.load(None);
        });
        talk
    }

    /// Reads what is newest again, and keeps what is loaded before it.
    pub fn refresh(self) {
        self.load(None);
    }

    /// Reads the page after the loaded ones.
    pub fn more(self) {
        self.load(self.next.get_untracked());
    }

    fn load(self, token: Option<String>) {
        let window = self.window.get_untracked();
        let Some((channel, acting)) = self.channel.try_get_value() else { return };
        let turn = self.turn.try_update_value(|turn| {
            *turn += 1;
            *turn
        });
        let input = json!({
            "ChannelArn": channel, "ChimeBearer": acting, "MaxResults": PAGE, "NextToken": token,
            "SortOrder": if window.from_start { "ASCENDING" } else { "DESCENDING" },
            "NotBefore": window.not_before, "NotAfter": window.not_after,
        });
        self.loading.set(true);
        spawn_local(async move {
            let answer = call(self.session, Operation::ListChannelMessages, input).await;
            // The page may be gone, or another question asked.
            if self.turn.try_get_value() != turn {
                return;
            }
            self.loading.set(false);
            match answer {
                Err(error) => self.failed.set(Some(error)),
                Ok(answer) => {
                    self.failed.set(None);
                    self.updated.set(Some(js_sys::Date::now()));
                    let page = answer["ChannelMessages"].as_array().cloned().unwrap_or_default();
                    let after = answer["NextToken"].as_str().map(str::to_owned);
                    self.join(page, after, token.is_some(), window.from_start);
                }
            }
        });
    }

    fn join(self, mut page: Vec<Value>, after: Option<String>, further: bool, from_start: bool) {
        let known = self.messages.get_untracked().unwrap_or_default();
        if !from_start {
            page.reverse();
        }
        let (joined, next) = match (further, from_start) {
            (true, true) => ([known, page].concat(), after),
            (true, false) => ([page, known].concat(), after),
            (false, true) => (page, after),
            (false, false) => latest(&known, page, after, self.next.get_untracked()),
        };
        self.messages.set(Some(joined));
        self.next.set(next);
    }

    /// Puts a message in the place of its older version.
    pub fn replace(self, message: Value) {
        self.messages.try_update(|messages| {
            let old = messages.iter_mut().flatten().find(|old| old["MessageId"] == message["MessageId"]);
            if let Some(old) = old {
                *old = message;
            }
        });
    }

    /// Forgets a message.
    pub fn forget(self, id: &str) {
        self.messages.try_update(|messages| {
            if let Some(messages) = messages {
                messages.retain(|message| message["MessageId"] != id);
            }
        });
    }
}

/// The newest page joined to what was loaded: it replaces what is as new as its oldest message. Where it does not reach what
/// was loaded, others lie between, and what was loaded is let go.
fn latest(
    known: &[Value],
    page: Vec<Value>,
    after: Option<String>,
    before: Option<String>,
) -> (Vec<Value>, Option<String>) {
    let Some(first) = page.first().filter(|_| after.is_some()) else { return (page, after) };
    let reached = known.iter().position(|message| message["MessageId"] == first["MessageId"]);
    match reached {
        Some(place) => ([&known[..place], &page].concat(), if place == 0 { after } else { before }),
        None => (page, after),
    }
}

/// The moment when a message was sent, in milliseconds since 1970.
pub fn sent(message: &Value) -> f64 {
    moment(&message["CreatedTimestamp"]).unwrap_or_default()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn messages(ids: &[u32]) -> Vec<Value> {
        ids.iter().map(|id| json!({ "MessageId": id.to_string() })).collect()
    }

    #[test]
    fn a_refresh_keeps_older_messages_and_drops_deleted_ones() {
        let token = |text: &str| Some(text.to_owned());
        let known = messages(&[1, 2, 3, 4, 5]);
        let (joined, next) = latest(&known, messages(&[3, 5, 6]), token("new"), token("old"));
        assert_eq!((joined, next), (messages(&[1, 2, 3, 5, 6]), token("old")));
        let (joined, next) = latest(&known, messages(&[8, 9]), token("new"), token("old"));
        assert_eq!((joined, next), (messages(&[8, 9]), token("new")), "others lie between");
        let (joined, next) = latest(&known, messages(&[5]), None, token("old"));
        assert_eq!((joined, next), (messages(&[5]), None), "the page is all there is");
    }
}
