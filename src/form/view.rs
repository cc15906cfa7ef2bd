//! A form on the page: fields, problems, failure, buttons, and the request below.

mod boolean;
mod choice;
mod field;
mod frame;
mod leaf;
mod optional;
mod rows;
mod summary;

use std::sync::Arc;

use chime_model::Operation;
use leptos::ev::SubmitEvent;
use leptos::prelude::*;
use serde_json::Value;
use wasm_bindgen::JsCast;
use web_sys::{HtmlFormElement, KeyboardEvent};

use super::builder::{Cancel, Section};
use super::draft::Draft;
use super::send::Sending;
use super::{Driven, Form, RequestPreview};
use crate::frame::{use_go, use_guard};
use crate::ui::{Button, ButtonKind, ErrorPanel, Notice, Skeleton, Tone, effect};

impl Form {
    /// Draws the form. Each call opens a new one.
    pub fn view(self) -> AnyView {
        let Self { operation, instead, send, fixed, loaded, fields, sections, checks, stale, driven, .. } = self;
        let draft = Arc::new(Draft::new(operation, send, fixed, fields, checks));
        let asking = (self.ask, self.on_answer);
        let sending = Sending::new(draft.clone(), (operation, instead, stale), self.failed, asking, driven);
        if driven.is_none() {
            guard(&draft);
        }
        let Followed { ready, newer } = follow(&draft, loaded);
        let input = {
            let draft = draft.clone();
            Signal::derive(move || draft.input())
        };
        let sent = Memo::new(move |_| input.with(|input| instead?(input)).unwrap_or(operation));
        let body = {
            let (draft, sending) = (draft.clone(), sending.clone());
            let sections = sections.iter().enumerate().map(|(place, it)| section(&draft, place, it)).collect_view();
            view! {
                {summary::summary(sending.problems)}
                {sections}
                {changed_meanwhile(&draft, newer)}
                {failure(&sending)}
                {actions(&sending, self.submit_label, self.cancel)}
                {request(sent.into(), input, driven)}
            }
            .into_any()
        };
        let submit = {
            let sending = sending.clone();
            move |event: SubmitEvent| {
                event.prevent_default();
                sending.submit();
            }
        };
        // The shape judges values, so the browser must not.
        view! {
            <form class="form" novalidate=true on:submit=submit on:keydown=|event| submit_on_ctrl_enter(&event)>
                {move || (!ready.get()).then(|| view! { <Skeleton lines=4 /> })}
                <div class="form-body" hidden=move || !ready.get()>
                    {body}
                </div>
            </form>
        }
        .into_any()
    }
}

/// The request below the form, or told to the page that sends it.
fn request(operation: Signal<Operation>, input: Signal<Value>, driven: Option<Driven>) -> AnyView {
    let Some(driven) = driven else { return view! { <RequestPreview operation input /> }.into_any() };
    effect(move || driven.input.set(input.get()));
    ().into_any()
}

/// Asks before changes are left.
fn guard(draft: &Arc<Draft>) {
    let draft = draft.clone();
    use_guard().watch(Signal::derive(move || draft.is_dirty()));
}

/// How the fields stand to the object that is edited.
struct Followed {
    /// They are filled.
    ready: RwSignal<bool>,
    /// A newer object that waits for the person's word.
    newer: RwSignal<Option<Value>>,
}

/// Fills the fields once the object is there, and again when it changes under untouched fields.
fn follow(draft: &Arc<Draft>, loaded: Option<Signal<Option<Value>>>) -> Followed {
    let ready = RwSignal::new(loaded.is_none());
    let newer = RwSignal::new(None);
    if let Some(loaded) = loaded {
        let draft = draft.clone();
        Effect::new(move |before: Option<Option<Value>>| {
            let now = loaded.get();
            if let Some(value) = now.as_ref().filter(|_| before.flatten() != now) {
                if ready.get_untracked() && untrack(|| draft.is_dirty()) {
                    newer.set(now.clone());
                } else {
                    draft.load(value);
                    newer.set(None);
                    ready.set(true);
                }
            }
            now
        });
    }
    Followed { ready, newer }
}

fn changed_meanwhile(draft: &Arc<Draft>, newer: RwSignal<Option<Value>>) -> impl IntoView + use<> {
    let draft = draft.clone();
    move || {
        let draft = draft.clone();
        newer.get().map(|value| {
            let take = move || {
                draft.load(&value);
                newer.set(None);
            };
            view! {
                <Notice tone=Tone::Warning title="This was changed meanwhile" on_dismiss=move || newer.set(None)>
                    <p>"Saving replaces what somebody else has changed since you opened this form."</p>
                    <Button on_press=take>"Load the new values"</Button>
                </Notice>
            }
        })
    }
}

fn section(draft: &Arc<Draft>, place: usize, section: &Section) -> Option<AnyView> {
    let nodes = draft.nodes().filter(|node| node.field.section == place);
    let fields: Vec<_> = nodes.map(|node| field::field(node, draft)).collect();
    if fields.is_empty() && section.help.is_none() {
        return None;
    }
    let help = section.help.clone().map(|help| view! { <p class="field-help">{help}</p> });
    let title = section.title.clone().map(|title| view! { <h2 class="form-section-title">{title}</h2> });
    Some(view! { <section class="form-section">{title} {help} {fields}</section> }.into_any())
}

fn failure(sending: &Sending) -> impl IntoView + use<> {
    let failure = sending.failure;
    move || failure.get().map(|failure| view! { <ErrorPanel failure /> })
}

fn actions(sending: &Sending, submit: String, cancel: Option<Cancel>) -> AnyView {
    let (busy, unchanged, draft) = (sending.busy, sending.unchanged, sending.draft.clone());
    let nothing = move || (unchanged.get() && !draft.is_dirty()).then_some("Nothing was changed.");
    let (go, guard) = (use_go(), use_guard());
    let cancel = cancel.map(|cancel| {
        let press = move || match &cancel {
            Cancel::Go(href) => go.to(href),
            Cancel::Run(cancel) => {
                let cancel = *cancel;
                guard.leave(move || cancel.run(()));
            }
        };
        view! { <Button on_press=press>"Cancel"</Button> }
    });
    view! {
        <div class="form-actions">
            {cancel}
            <Button kind=ButtonKind::Primary submit=true busy=busy>
                {submit}
            </Button>
            <span class="muted" role="status">
                {nothing}
            </span>
        </div>
    }
    .into_any()
}

/// In a text of several lines Enter begins a line, so there Ctrl or Command sends.
fn submit_on_ctrl_enter(event: &KeyboardEvent) {
    if event.key() == "Enter" && (event.ctrl_key() || event.meta_key()) {
        let form = event.current_target().and_then(|target| target.dyn_into::<HtmlFormElement>().ok());
        if let Some(form) = form {
            event.prevent_default();
            // It fails only for a button of another form.
            let _ = form.request_submit();
        }
    }
}
