//! What stands around every input: label, help, limit, counter, message, and the ids that tie them to it.

use std::sync::Arc;

use chime_model::Kind;
use leptos::prelude::*;
use wasm_bindgen::JsCast;
use web_sys::{Element, FocusEvent, Node as DomNode};

use super::super::draft::Draft;
use super::super::node::{Node, is_any_word};
use crate::ui::{Icon, IconName};

/// A node on the page.
#[derive(Clone)]
pub(super) struct Framed {
    pub(super) node: Arc<Node>,
    pub(super) draft: Arc<Draft>,
    /// Typed into since it was drawn.
    typed: ArcStoredValue<bool>,
}

impl Framed {
    pub(super) fn new(node: &Arc<Node>, draft: &Arc<Draft>) -> Self {
        Self { node: node.clone(), draft: draft.clone(), typed: ArcStoredValue::new(false) }
    }

    pub(super) fn id(&self) -> String {
        self.node.id.clone()
    }

    /// The text of the node.
    pub(super) fn text(&self) -> Signal<String> {
        let node = self.node.clone();
        Signal::derive(move || node.text())
    }

    /// Sets the text.
    pub(super) fn on_input(&self) -> Callback<String> {
        let this = self.clone();
        Callback::new(move |text| {
            this.node.set_text(text);
            this.changed();
        })
    }

    /// Notes that somebody changed the value; while the field is wrong, each change is checked.
    pub(super) fn changed(&self) {
        self.typed.set_value(true);
        if self.node.error.with_untracked(Option::is_some) {
            self.draft.check(&self.node);
        }
    }

    /// Checks when the focus leaves the field.
    pub(super) fn on_focusout(&self) -> impl Fn(FocusEvent) + 'static + use<> {
        let this = self.clone();
        move |event| {
            let to = event.related_target();
            let here = event.current_target().and_then(|here| here.dyn_into::<DomNode>().ok());
            let inside = here.is_some_and(|here| here.contains(to.as_ref().and_then(|to| to.dyn_ref::<DomNode>())));
            // A message that appears between pressing and releasing a button moves the button away.
            let to_button = to.and_then(|to| to.dyn_into::<Element>().ok()).is_some_and(|to| to.tag_name() == "BUTTON");
            if this.typed.get_value() && !inside && !to_button {
                this.draft.check(&this.node);
            }
        }
    }

    pub(super) fn optional(&self) -> Option<AnyView> {
        let optional = !self.node.required && !self.node.is_switch();
        optional.then(|| view! { <span class="field-optional">" optional"</span> }.into_any())
    }

    pub(super) fn help(&self) -> Option<AnyView> {
        let id = self.node.part("help");
        self.node.field.help.clone().map(|help| view! { <p class="field-help" id=id>{help}</p> }.into_any())
    }

    /// The limit in words, the pattern behind it, and how much of a length is used.
    pub(super) fn limit(&self) -> AnyView {
        let limit = self.node.limit().map(|limit| sentence_case(&limit));
        let limit = limit.map(|limit| view! { <p class="field-limit" id=self.node.part("limit")>{limit}</p> });
        let pattern = match self.node.kind() {
            kind if is_any_word(kind) || self.node.is_chosen() => None,
            Kind::String { pattern: Some(pattern), values: [], .. } => Some(pattern.source()),
            _ => None,
        };
        let pattern = pattern.map(|source| {
            view! {
                <details class="field-pattern">
                    <summary>"Pattern"</summary>
                    <code class="mono">{source}</code>
                </details>
            }
        });
        view! { <div class="field-foot">{limit} {pattern} {self.counter()}</div> }.into_any()
    }

    fn counter(&self) -> Option<AnyView> {
        let most = self.node.most_characters()?;
        let used = {
            let node = self.node.clone();
            Memo::new(move |_| node.text().chars().count())
        };
        let over = move || (u32::try_from(used.get()).is_ok_and(|used| used > most)).then_some("true");
        Some(
            view! {
                <span class="field-counter" data-over=over aria-hidden="true">
                    {used}
                    " / "
                    {most}
                </span>
            }
            .into_any(),
        )
    }

    /// What is wrong, a sentence about the value.
    pub(super) fn message(&self) -> impl IntoView + use<> {
        let (error, id) = (self.node.error.clone(), self.node.part("error"));
        move || {
            let id = id.clone();
            error.get().map(|message| {
                view! {
                    <p class="field-error" id=id>
                        <Icon name=IconName::Error />
                        {message}
                    </p>
                }
            })
        }
    }
}

fn sentence_case(text: &str) -> String {
    let mut letters = text.chars();
    letters.next().map_or_else(String::new, |first| first.to_uppercase().chain(letters).collect())
}
