//! Text inputs. The form gives them their label and messages.

use leptos::ev;
use leptos::prelude::*;
use wasm_bindgen::JsCast;

use super::{Icon, IconName, Kbd, dom, unique_id};

/// One line of text.
#[component]
pub fn TextInput(
    #[prop(into)] value: Signal<String>,
    #[prop(into)] on_input: Callback<String>,
    #[prop(default = "text")] input_type: &'static str,
    #[prop(optional, into)] id: Option<String>,
    #[prop(optional, into)] name: Option<String>,
    /// The name, where no `<label>` gives one.
    #[prop(optional, into)]
    label: Option<String>,
    #[prop(optional, into)] placeholder: Option<String>,
    /// The id of a `<datalist>`.
    #[prop(optional, into)]
    list: Option<String>,
    #[prop(default = "off")] autocomplete: &'static str,
    /// In monospace, for ids and keys.
    #[prop(optional)]
    mono: bool,
    #[prop(optional, into)] invalid: Signal<bool>,
    #[prop(optional, into)] described_by: Signal<Option<String>>,
    #[prop(optional, into)] disabled: Signal<bool>,
    #[prop(optional, into)] readonly: Signal<bool>,
    #[prop(optional)] required: bool,
    #[prop(optional, into)] on_blur: Option<Callback<()>>,
) -> AnyView {
    view! {
        <input
            class=if mono { "input mono" } else { "input" }
            type=input_type
            id=id
            name=name
            aria-label=label
            placeholder=placeholder
            list=list
            autocomplete=autocomplete
            autocapitalize="off"
            spellcheck="false"
            aria-invalid=move || invalid.get().then_some("true")
            aria-describedby=described_by
            aria-required=required.then_some("true")
            disabled=disabled
            readonly=readonly
            prop:value=value
            on:input=move |event| on_input.run(event_target_value(&event))
            on:blur=move |_| {
                if let Some(on_blur) = on_blur {
                    on_blur.try_run(());
                }
            }
        />
    }
    .into_any()
}

/// Several lines of text.
#[component]
pub fn TextArea(
    #[prop(into)] value: Signal<String>,
    #[prop(into)] on_input: Callback<String>,
    #[prop(default = 4)] rows: u32,
    #[prop(optional, into)] id: Option<String>,
    #[prop(optional, into)] name: Option<String>,
    #[prop(optional, into)] label: Option<String>,
    #[prop(optional, into)] placeholder: Option<String>,
    #[prop(optional)] mono: bool,
    #[prop(optional, into)] invalid: Signal<bool>,
    #[prop(optional, into)] described_by: Signal<Option<String>>,
    #[prop(optional, into)] disabled: Signal<bool>,
    #[prop(optional)] required: bool,
    #[prop(optional, into)] on_blur: Option<Callback<()>>,
) -> AnyView {
    view! {
        <textarea
            class=if mono { "input mono" } else { "input" }
            rows=rows
            id=id
            name=name
            aria-label=label
            placeholder=placeholder
            spellcheck="false"
            aria-invalid=move || invalid.get().then_some("true")
            aria-describedby=described_by
            aria-required=required.then_some("true")
            disabled=disabled
            prop:value=value
            on:input=move |event| on_input.run(event_target_value(&event))
            on:blur=move |_| {
                if let Some(on_blur) = on_blur {
                    on_blur.try_run(());
                }
            }
        ></textarea>
    }
    .into_any()
}

/// A search field. With `shortcut` the key `/` moves to it from anywhere outside an input.
#[component]
pub fn SearchInput(
    #[prop(into)] value: Signal<String>,
    #[prop(into)] on_input: Callback<String>,
    #[prop(into)] label: String,
    #[prop(optional, into)] placeholder: Option<String>,
    #[prop(optional, into)] described_by: Signal<Option<String>>,
    /// The id of a `<datalist>`.
    #[prop(optional, into)]
    list: Option<String>,
    #[prop(optional)] shortcut: bool,
) -> AnyView {
    let id = unique_id("search");
    if shortcut {
        let id = id.clone();
        let listener = window_event_listener(ev::keydown, move |event| {
            let plain = !event.ctrl_key() && !event.meta_key() && !event.alt_key();
            if event.key() == "/" && plain && !is_typing(&event) {
                event.prevent_default();
                dom::element(&id).map(|input| input.focus());
            }
        });
        on_cleanup(move || listener.remove());
    }
    view! {
        <div class="search">
            <Icon name=IconName::Search />
            <input
                class="input"
                type="search"
                id=id
                aria-label=label
                aria-describedby=described_by
                list=list
                aria-keyshortcuts=shortcut.then_some("/")
                placeholder=placeholder
                autocomplete="off"
                autocapitalize="off"
                spellcheck="false"
                prop:value=value
                on:input=move |event| on_input.run(event_target_value(&event))
            />
            {shortcut.then(|| view! { <span class="search-key" aria-hidden="true"><Kbd keys="/" /></span> })}
        </div>
    }
    .into_any()
}

/// Whether the key goes into something that takes text, or into an open dialog.
fn is_typing(event: &web_sys::KeyboardEvent) -> bool {
    event
        .target()
        .and_then(|target| target.dyn_into::<web_sys::Element>().ok())
        .is_some_and(|element| matches!(element.closest("input, textarea, select, dialog"), Ok(Some(_))))
}
