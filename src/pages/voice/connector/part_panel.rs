//! The panel of a part of a voice connector: not configured, its form, and its removal.

use std::sync::Arc;

use chime_model::Operation;
use leptos::prelude::*;
use serde_json::json;

use super::Part;
use crate::pages::ask::{Ask, Deed};
use crate::ui::*;

/// Draws a form.
pub type MakeForm = Arc<dyn Fn() -> AnyView + Send + Sync>;

/// What the panel shows.
pub struct PartPanel {
    /// The part.
    pub part: Part,
    /// Its title.
    pub title: &'static str,
    /// What it is for.
    pub about: &'static str,
    /// Title and text where it is not configured, with an icon.
    pub empty: (&'static str, &'static str, IconName),
    /// "The origination could not be loaded".
    pub failed: &'static str,
    /// The *Info* beside the title.
    pub help: fn() -> AnyView,
    /// Why it cannot be configured now.
    pub not_yet: Signal<Option<String>>,
    /// The form that configures and changes it.
    pub form: MakeForm,
    /// How it is deleted, where that is possible.
    pub removal: Option<Removal>,
}

/// How a part is deleted.
pub struct Removal {
    /// The operation.
    pub operation: Operation,
    /// The id of the voice connector.
    pub connector: String,
    /// Its name, which the question shows.
    pub name: Signal<String>,
    /// The button: "Delete origination".
    pub label: &'static str,
    /// What it does.
    pub effect: &'static str,
    /// Whether the connector's name must be typed.
    pub typed: bool,
    /// Why it cannot be deleted now.
    pub locked: Signal<Option<String>>,
    /// The reads that it makes stale.
    pub stale: &'static [Operation],
    /// "The origination is deleted".
    pub done: &'static str,
    /// "The origination was not deleted".
    pub refused: &'static str,
}

#[derive(Clone, Copy, PartialEq, Eq)]
enum State {
    Loading,
    Failed,
    Empty,
    Form,
}

impl PartPanel {
    /// Draws the panel.
    pub fn view(self) -> AnyView {
        let Self { part, title, about, empty, failed, help, not_yet, form, removal } = self;
        let (configuring, removing) = (RwSignal::new(false), Ask::new());
        let state = Memo::new(move |_| match part.value() {
            Some(_) => State::Form,
            None if part.absent() && configuring.get() => State::Form,
            None if part.absent() => State::Empty,
            None if part.pending() => State::Loading,
            None => State::Failed,
        });
        let body = move || match state.get() {
            State::Loading => view! { <Skeleton lines=4 /> }.into_any(),
            State::Failed => ().into_any(),
            State::Empty => view! {
                <EmptyState title=empty.0 text=empty.1 icon=empty.2>
                    <Button kind=ButtonKind::Primary on_press=move || configuring.set(true) disabled_reason=not_yet>
                        "Configure"
                    </Button>
                </EmptyState>
            }
            .into_any(),
            State::Form => form(),
        };
        let there = move || part.value().is_some();
        let button = removal.as_ref().map(|removal| {
            let (label, locked) = (removal.label, removal.locked);
            let press = move || removing.open.set(true);
            Arc::new(move || there().then(|| view! { <Button on_press=press disabled_reason=locked>{label}</Button> }))
        });
        let actions = move || view! { {help()} {move || button.as_ref().map(|button| button())} };
        view! {
            <Panel title description=about actions>
                {part.failure(failed)}
                {body}
            </Panel>
            {removal.map(|removal| removal.view(removing, configuring))}
        }
        .into_any()
    }
}

impl Removal {
    fn view(self, ask: Ask, configuring: RwSignal<bool>) -> AnyView {
        let Self { operation, connector, name, label, effect, typed, stale, done, refused, .. } = self;
        let confirm = move || {
            let input = json!({ "VoiceConnectorId": connector });
            ask.act(Deed { operation, input, stale, done, failed: refused }, move || {
                configuring.try_set(false);
            });
        };
        view! {
            <Confirm
                open=ask.open
                title=label
                action="Delete"
                objects=Signal::derive(move || vec![name.get()])
                effect
                type_to_confirm=Signal::derive(move || typed.then(|| name.get()))
                busy=ask.busy
                on_confirm=confirm
            />
        }
        .into_any()
    }
}
