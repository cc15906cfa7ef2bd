//! The dialog that adds a user name with a password, which is shown once and then never again.

use std::sync::Arc;

use chime_model::Operation;
use chime_model::validate::{Rule, Violation};
use leptos::prelude::*;
use serde_json::{Value, json};

use super::credentials::STALE;
use super::password::generate;
use crate::form::{Field, Form, Node};
use crate::ui::*;

const CREDENTIALS: &str = "Credentials";
const GENERATE: &str = "generate";

/// What is typed. The password leaves the memory with the dialog.
#[derive(Clone, Copy)]
struct Typed {
    how: RwSignal<String>,
    name: RwSignal<String>,
    password: RwSignal<String>,
    again: RwSignal<String>,
    generated: StoredValue<Option<String>>,
}

impl Typed {
    fn new() -> Self {
        Self {
            how: RwSignal::new(GENERATE.to_owned()),
            name: RwSignal::new(String::new()),
            password: RwSignal::new(String::new()),
            again: RwSignal::new(String::new()),
            generated: StoredValue::new(generate()),
        }
    }

    fn is_generated(self) -> bool {
        self.how.with(|how| how == GENERATE)
    }

    /// The password to send.
    fn secret(self) -> String {
        if self.is_generated() { self.generated.get_value().unwrap_or_default() } else { self.password.get() }
    }

    fn value(self) -> Value {
        json!([{ "Username": self.name.with(|name| name.trim().to_owned()), "Password": self.secret() }])
    }

    /// VC-63, and what no shape says.
    fn faults(self) -> Vec<Violation> {
        let (name, secret) = (self.name.get_untracked(), untrack(|| self.secret()));
        let fault = |rule, message: &str| Violation { path: CREDENTIALS.to_owned(), rule, message: message.to_owned() };
        let mut found = Vec::new();
        if name.trim().is_empty() {
            found.push(fault(Rule::Required, "Enter a user name."));
        }
        if secret.is_empty() {
            found.push(fault(Rule::Required, "Enter a password."));
        } else if !untrack(|| self.is_generated()) && self.again.get_untracked() != secret {
            found.push(fault(Rule::Pattern, "The two passwords differ."));
        }
        if !name.is_ascii() || !secret.is_ascii() {
            found.push(fault(Rule::Pattern, "Use letters, digits and signs of US-ASCII only."));
        }
        found
    }
}

/// Adds a credential to `connector` while `open`.
#[component]
pub fn AddCredential(connector: String, open: RwSignal<bool>) -> AnyView {
    let made = RwSignal::new(None::<(String, String)>);
    Effect::new(move |_| {
        if !open.get() {
            made.set(None);
        }
    });
    let content = move || match made.get() {
        Some((name, password)) => shown_once(name, password, open),
        None => asking(connector.clone(), open, made),
    };
    view! {
        <Dialog open title="Add credential">
            {content.clone()}
        </Dialog>
    }
    .into_any()
}

fn asking(connector: String, open: RwSignal<bool>, made: RwSignal<Option<(String, String)>>) -> AnyView {
    let (typed, flashes) = (Typed::new(), use_flashes());
    Form::new(Operation::PutVoiceConnectorTerminationCredentials)
        .fixed("VoiceConnectorId", connector)
        .field(Field::new(CREDENTIALS).label("User name").needed().custom(move |node| inputs(node, typed)))
        .check(move |_| typed.faults())
        .stale(STALE)
        .submit_label("Add credential")
        .failed_title("The credential was not added")
        .on_cancel(move || open.set(false))
        .on_success(move |_| {
            let name = typed.name.get_untracked().trim().to_owned();
            if untrack(|| typed.is_generated()) {
                made.set(Some((name, untrack(|| typed.secret()))));
            } else {
                open.set(false);
                flashes.show(Flash::success("The credential is added"));
            }
        })
        .view()
}

fn inputs(node: Arc<Node>, typed: Typed) -> AnyView {
    let id = node.input_id().to_owned();
    let error = node.clone();
    let invalid = Signal::derive(move || error.error().is_some());
    let described_by = node.described_by();
    Effect::new(move |before: Option<()>| {
        let value = typed.value();
        // Nothing is typed before the first key.
        if before.is_some() {
            node.load(Some(&value));
        }
    });
    let how = vec![Choice::new(GENERATE, "Generate a password"), Choice::new("type", "Type one")];
    let field = move |label: &'static str, value: RwSignal<String>| {
        let id = unique_id("password");
        view! {
            <div class="field">
                <label class="field-label" for=id.clone()>{label}</label>
                <TextInput
                    id
                    value
                    on_input=move |text| value.set(text)
                    input_type="password"
                    autocomplete="new-password"
                    invalid
                    described_by
                />
            </div>
        }
    };
    let password = move || match typed.is_generated() {
        true => view! { <p class="field-help">"24 random characters, shown once after it is added."</p> }.into_any(),
        false => view! { {field("Password", typed.password)} {field("Password again", typed.again)} }.into_any(),
    };
    view! {
        <div class="stack">
            <TextInput id value=typed.name on_input=move |text| typed.name.set(text) required=true invalid described_by />
            <p class="field-help">"A name that is there already gets the new password."</p>
            <div>
                <Segmented label="Password" options=how value=typed.how on_change=move |how| typed.how.set(how) />
            </div>
            {password}
        </div>
    }
    .into_any()
}

fn shown_once(name: String, password: String, open: RwSignal<bool>) -> AnyView {
    view! {
        <div class="stack">
            <Notice tone=Tone::Warning title="Copy the password now">
                <p>"It is not shown again, and no operation gives it back. Lost, it can only be replaced."</p>
            </Notice>
            <KeyValue columns=2>
                <Pair label="User name"><CopyableId id=name label="Copy the user name" /></Pair>
                <Pair label="Password"><Secret value=Signal::stored(Some(password)) label="password" /></Pair>
            </KeyValue>
            <div class="form-actions">
                <Button kind=ButtonKind::Primary on_press=move || open.set(false)>"Done"</Button>
            </div>
        </div>
    }
    .into_any()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_typed_password_stands_there_twice() {
        let owner = Owner::new();
        owner.set();
        let typed = Typed {
            how: RwSignal::new("type".to_owned()),
            name: RwSignal::new("sbc1".to_owned()),
            password: RwSignal::new("secret".to_owned()),
            again: RwSignal::new("secre".to_owned()),
            generated: StoredValue::new(None),
        };
        assert_eq!(typed.faults()[0].message, "The two passwords differ.");
        typed.again.set("secret".to_owned());
        assert!(typed.faults().is_empty());
        typed.name.set("zoë".to_owned());
        assert_eq!(typed.faults().len(), 1);
        assert_eq!(typed.value()[0]["Password"], "secret");
    }
}
