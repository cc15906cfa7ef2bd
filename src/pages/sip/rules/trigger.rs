//! What sets a new rule off: a number that is free, or the host of a voice connector (SR-4, SR-5).

use std::sync::Arc;

use chime_model::Operation;
use leptos::prelude::*;
use serde_json::{Value, json};

use crate::client::{Query, query};
use crate::form::{Field, Node};
use crate::pages::sip::known::PAGE;
use crate::pages::sip::text;
use crate::ui::*;

const NUMBER: &str = "ToPhoneNumber";

/// The two fields of a trigger, of which the first decides what the second offers.
#[derive(Clone, Copy)]
pub struct Trigger {
    kind: RwSignal<String>,
    /// The numbers that are free.
    pub numbers: Query,
    /// The voice connectors.
    pub connectors: Query,
}

impl Trigger {
    /// Asks for what can be chosen, each when it is.
    pub fn new() -> Self {
        let kind = RwSignal::new(String::new());
        let numbers = query(Operation::ListPhoneNumbers, move || {
            let input =
                json!({ "Status": "Unassigned", "ProductType": "SipMediaApplicationDialIn", "MaxResults": PAGE });
            kind.with(|kind| kind == NUMBER).then_some(input)
        });
        let connectors = query(Operation::ListVoiceConnectors, move || {
            kind.with(|kind| !kind.is_empty() && kind != NUMBER).then(|| json!({ "MaxResults": PAGE }))
        });
        Self { kind, numbers, connectors }
    }

    /// What kind of trigger.
    pub fn kind_field(self) -> Field {
        Field::new("TriggerType").label("What rings").custom(move |node| kind_input(node, self.kind))
    }

    /// Which number or host.
    pub fn value_field(self) -> Field {
        Field::new("TriggerValue")
            .label("Number or host")
            .help("What has a rule already cannot have a second one.")
            .custom(move |node| self.value_input(node))
    }

    fn choices(self) -> Vec<Choice> {
        let read = |query: Query, list: &str, choice: fn(&Value) -> Choice| {
            query.data.with(|data| {
                let rows = data.as_ref().and_then(|data| data[list].as_array());
                rows.map(|rows| rows.iter().map(choice).collect()).unwrap_or_default()
            })
        };
        if self.is_number() {
            read(self.numbers, "PhoneNumbers", |it| {
                Choice::new(text(it, "E164PhoneNumber"), text(it, "E164PhoneNumber"))
            })
        } else {
            read(self.connectors, "VoiceConnectors", |it| {
                let label = [text(it, "Name"), " – ", text(it, "OutboundHostName")].concat();
                Choice::new(text(it, "OutboundHostName"), label)
            })
        }
    }

    fn is_number(self) -> bool {
        self.kind.with(|kind| kind == NUMBER)
    }

    /// More exist than are offered.
    fn more(self) -> bool {
        let asked = if self.is_number() { self.numbers } else { self.connectors };
        asked.data.with(|data| data.as_ref().is_some_and(|data| data["NextToken"].is_string()))
    }

    /// Why nothing can be chosen, once that is known.
    pub fn nothing(self) -> Option<&'static str> {
        let asked = if self.is_number() { self.numbers } else { self.connectors };
        if asked.data.with(Option::is_none) || !self.choices().is_empty() {
            return None;
        }
        Some(if self.is_number() {
            "No number of product type SipMediaApplicationDialIn is free. Order one, or delete the rule that has it."
        } else {
            "There is no voice connector."
        })
    }

    fn value_input(self, node: Arc<Node>) -> AnyView {
        // A number is no host: another kind begins anew.
        Effect::new({
            let node = node.clone();
            move |before: Option<String>| {
                let now = self.kind.get();
                if before.is_some_and(|before| before != now) {
                    node.set_text(String::new());
                }
                now
            }
        });
        let more = Memo::new(move |_| self.more());
        (move || if more.get() { self.typed(&node) } else { self.picked(&node) }).into_any()
    }

    fn picked(self, node: &Arc<Node>) -> AnyView {
        let first = move || if self.kind.with(String::is_empty) { "Choose what rings first" } else { "Choose…" };
        let options = move || std::iter::once(Choice::new("", first())).chain(self.choices()).collect::<Vec<_>>();
        let (value, change) = text_of(node);
        view! {
            <Select
                id=node.input_id().to_owned()
                value
                options=Signal::derive(options)
                on_change=change
                invalid=node.invalid()
                described_by=node.described_by()
                required=true
            />
        }
        .into_any()
    }

    /// More exist than one list gives: they can be typed as well.
    fn typed(self, node: &Arc<Node>) -> AnyView {
        let list = unique_id("triggers");
        let option = |it: Choice| view! { <option value=it.value>{it.label}</option> };
        let (value, change) = text_of(node);
        view! {
            <TextInput
                id=node.input_id().to_owned()
                value
                on_input=change
                invalid=node.invalid()
                described_by=node.described_by()
                required=true
                attr:list=list.clone()
            />
            <datalist id=list>{move || self.choices().into_iter().map(option).collect_view()}</datalist>
        }
        .into_any()
    }
}

/// The text of a node, and what changes it.
fn text_of(node: &Arc<Node>) -> (Signal<String>, Callback<String>) {
    let (read, write) = (node.clone(), node.clone());
    (Signal::derive(move || read.text()), Callback::new(move |text| write.set_text(text)))
}

fn kind_input(node: Arc<Node>, kind: RwSignal<String>) -> AnyView {
    let options = vec![
        Choice::new(NUMBER, "A phone number").help("A call to a number of product type SipMediaApplicationDialIn."),
        Choice::new("RequestUriHostname", "A voice connector's host")
            .help("A SIP request from your own equipment to the outbound host name of a voice connector."),
    ];
    let (value, invalid, described_by) = (text_of(&node).0, node.invalid(), node.described_by());
    let id = node.input_id().to_owned();
    let change = move |chosen: String| {
        node.set_text(chosen.clone());
        kind.set(chosen);
    };
    view! {
        <div id=id tabindex="-1">
            <RadioGroup label="What rings" options value on_change=change invalid described_by />
        </div>
    }
    .into_any()
}
