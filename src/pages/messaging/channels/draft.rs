//! What somebody is about to say, kept while the page looks through other eyes.

use leptos::prelude::*;
use serde_json::{Value, json};

use crate::form::new_token;

/// MSG-2: the most bytes of content and of metadata.
const CONTENT: usize = 4096;
const METADATA: usize = 1024;
const CONTROL: usize = 30;

/// A message that is being written, or changed.
#[derive(Clone, Copy)]
pub struct Draft {
    /// What it says.
    pub content: RwSignal<String>,
    /// What it says to the application.
    pub metadata: RwSignal<String>,
    /// STANDARD or CONTROL.
    pub kind: RwSignal<String>,
    /// PERSISTENT or `NON_PERSISTENT`.
    pub persistence: RwSignal<String>,
    /// Whether it was tried to send it as it is.
    pub tried: RwSignal<bool>,
    token: StoredValue<Option<String>>,
}

impl Draft {
    /// Nothing written yet.
    pub fn new() -> Self {
        Self {
            content: RwSignal::new(String::new()),
            metadata: RwSignal::new(String::new()),
            kind: RwSignal::new("STANDARD".to_owned()),
            persistence: RwSignal::new("PERSISTENT".to_owned()),
            tried: RwSignal::new(false),
            token: StoredValue::new(new_token()),
        }
    }

    /// A message to change.
    pub fn load(self, message: &Value) {
        let text = |member: &str| message[member].as_str().unwrap_or_default().to_owned();
        self.content.set(text("Content"));
        self.metadata.set(text("Metadata"));
        self.kind.set(text("Type"));
        self.tried.set(false);
    }

    /// Begins the next message; what kind it is stays chosen.
    pub fn clear(self) {
        self.content.set(String::new());
        self.metadata.set(String::new());
        self.tried.set(false);
        // G-50: the next message is another one.
        self.token.set_value(new_token());
    }

    /// Whether something was written (reactive).
    pub fn is_written(self) -> bool {
        self.content.with(|text| !text.is_empty()) || self.metadata.with(|text| !text.is_empty())
    }

    /// The most bytes of the content (reactive).
    pub fn most_content(self) -> usize {
        if self.is_control() { CONTROL } else { CONTENT }
    }

    /// The most bytes of the metadata (reactive).
    pub fn most_metadata(self) -> usize {
        if self.is_control() { 0 } else { METADATA }
    }

    fn is_control(self) -> bool {
        self.kind.with(|kind| kind == "CONTROL")
    }

    /// What is wrong with the content (reactive).
    pub fn content_fault(self) -> Option<String> {
        self.content.with(|text| match text.len() {
            0 => Some("Write something.".to_owned()),
            bytes => too_long(bytes, self.most_content()),
        })
    }

    /// What is wrong with the metadata (reactive).
    pub fn metadata_fault(self) -> Option<String> {
        self.metadata.with(|text| match (text.len(), self.most_metadata()) {
            (1.., 0) => Some("A control message has no metadata.".to_owned()),
            (bytes, most) => too_long(bytes, most),
        })
    }

    /// The members to send it with, besides the channel and the bearer (reactive).
    pub fn input(self) -> Value {
        let metadata = Some(self.metadata.get()).filter(|text| !text.is_empty());
        json!({
            "Content": self.content.get(), "Type": self.kind.get(), "Persistence": self.persistence.get(),
            "Metadata": metadata, "ClientRequestToken": self.token.get_value(),
        })
    }
}

fn too_long(bytes: usize, most: usize) -> Option<String> {
    let over = bytes.checked_sub(most).filter(|over| *over > 0)?;
    Some(["It is ", &over.to_string(), if over == 1 { " byte" } else { " bytes" }, " too long."].concat())
}

#[cfg(test)]
mod tests {
    use super::too_long;

    #[test]
    fn letters_beyond_ascii_count_as_their_bytes() {
        assert_eq!(too_long("grüße".len(), 7), None);
        assert_eq!(too_long("grüße".len(), 6).as_deref(), Some("It is 1 byte too long."));
        assert_eq!(too_long(4100, 4096).as_deref(), Some("It is 4 bytes too long."));
    }
}
