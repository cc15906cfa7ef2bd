//! Tabs as links: the tab is in the URL, so it can be sent and gone back from.

use leptos::html;
use leptos::prelude::*;
use wasm_bindgen::JsCast;
use web_sys::HtmlElement;

use super::effect::effect;
use super::unique_id;

/// What is left to be seen of the tab before the current one, in px.
const BEFORE: i32 = 48;

/// One tab.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Tab {
    id: &'static str,
    label: String,
    href: String,
    disabled: Option<String>,
}

impl Tab {
    /// A tab that leads to `href`; `id` is what `current` is compared with.
    pub fn new(id: &'static str, label: impl Into<String>, href: impl Into<String>) -> Self {
        Self { id, label: label.into(), href: href.into(), disabled: None }
    }

    /// Greyed while there is a reason.
    #[must_use]
    pub fn disabled(mut self, reason: Option<String>) -> Self {
        self.disabled = reason;
        self
    }
}

/// The tabs of a page. They scroll where they do not fit.
#[component]
pub fn Tabs(
    #[prop(into)] label: Signal<String>,
    #[prop(into)] tabs: Signal<Vec<Tab>>,
    #[prop(into)] current: Signal<String>,
) -> AnyView {
    let strip = NodeRef::<html::Nav>::new();
    // Where the tabs do not fit, the current one is brought into sight.
    effect(move || {
        current.track();
        request_animation_frame(move || {
            let Some(Some(strip)) = strip.try_get_untracked() else { return };
            let tab = strip.query_selector("[aria-current]").ok().flatten();
            if let Some(tab) = tab.and_then(|tab| tab.dyn_into::<HtmlElement>().ok()) {
                // The strip is what the offset is measured from.
                strip.set_scroll_left(tab.offset_left() - BEFORE);
            }
        });
    });
    let items = move || tabs.get().into_iter().map(|tab| view! { <li>{item(tab, current)}</li> }).collect_view();
    view! {
        <nav class="tabs" aria-label=label node_ref=strip>
            <ul>{items}</ul>
        </nav>
    }
    .into_any()
}

fn item(tab: Tab, current: Signal<String>) -> AnyView {
    let Tab { id, label, href, disabled } = tab;
    match disabled {
        None => view! {
            <a class="tab" href=href aria-current=move || (current.get() == id).then_some("page")>
                {label}
            </a>
        }
        .into_any(),
        Some(reason) => {
            let why = unique_id("why");
            view! {
                <a class="tab" role="link" tabindex="0" aria-disabled="true" title=reason.clone() aria-describedby=why.clone()>
                    {label}
                </a>
                <span class="visually-hidden" id=why>
                    {reason}
                </span>
            }
            .into_any()
        }
    }
}
