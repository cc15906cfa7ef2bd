//! Tabs as links: the tab is in the URL, so it can be sent and gone back from.

use leptos::prelude::*;

use super::unique_id;

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
    let items = move || tabs.get().into_iter().map(|tab| view! { <li>{item(tab, current)}</li> }).collect_view();
    view! {
        <nav class="tabs" aria-label=label>
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
