//! A button with a menu: the popover of the platform, walked with the arrow keys.

use std::sync::Arc;

use leptos::html;
use leptos::prelude::*;
use wasm_bindgen::JsCast;

use super::{Icon, IconName, announce_now, dom, unique_id};

#[derive(Clone)]
enum Act {
    Press(Arc<dyn Fn() + Send + Sync>),
    Follow(String),
    Divide,
}

/// A line of a menu.
#[derive(Clone)]
pub struct MenuItem {
    label: String,
    act: Act,
    icon: Option<IconName>,
    danger: bool,
    disabled: Option<String>,
}

impl MenuItem {
    fn of(label: impl Into<String>, act: Act) -> Self {
        Self { label: label.into(), act, icon: None, danger: false, disabled: None }
    }

    /// Does something.
    pub fn new(label: impl Into<String>, run: impl Fn() + Send + Sync + 'static) -> Self {
        Self::of(label, Act::Press(Arc::new(run)))
    }

    /// Leads somewhere.
    pub fn link(label: impl Into<String>, href: impl Into<String>) -> Self {
        Self::of(label, Act::Follow(href.into()))
    }

    /// A line between groups.
    pub fn divider() -> Self {
        Self::of("", Act::Divide)
    }

    /// With an icon.
    #[must_use]
    pub fn icon(mut self, icon: IconName) -> Self {
        self.icon = Some(icon);
        self
    }

    /// Destroys something.
    #[must_use]
    pub fn danger(mut self) -> Self {
        self.danger = true;
        self
    }

    /// Greyed while there is a reason, which stands below the label.
    #[must_use]
    pub fn disabled(mut self, reason: Option<String>) -> Self {
        self.disabled = reason;
        self
    }
}

/// A menu of actions.
#[component]
pub fn Menu(
    #[prop(into)] label: Signal<String>,
    #[prop(into)] items: Signal<Vec<MenuItem>>,
    #[prop(optional, into)] icon: Option<IconName>,
    /// Shows the icon only.
    #[prop(optional)]
    hide_label: bool,
    #[prop(optional, into)] disabled_reason: Signal<Option<String>>,
) -> AnyView {
    let id = unique_id("menu");
    let (trigger, list) = (NodeRef::<html::Button>::new(), NodeRef::<html::Div>::new());
    let open = RwSignal::new(false);

    let opening = |event: web_sys::Event| event.unchecked_into::<web_sys::ToggleEvent>().new_state() == "open";
    // The lines are there before the menu is shown, and still there while it closes and gives the focus back.
    let appear = move |event: web_sys::Event| {
        if opening(event) {
            open.set(true);
        }
    };
    let toggled = move |event: web_sys::Event| {
        let opening = opening(event);
        open.set(opening);
        if let (true, Some(trigger), Some(list)) = (opening, trigger.get_untracked(), list.get_untracked()) {
            place(&trigger, &list);
            focus(&list, |_, _| Some(0));
        }
    };
    let pressed = move |event: web_sys::MouseEvent| {
        if let Some(reason) = disabled_reason.get_untracked() {
            event.prevent_default();
            announce_now(&reason);
        }
    };
    let down_opens = move |event: web_sys::KeyboardEvent| {
        if event.key() == "ArrowDown" && disabled_reason.with_untracked(Option::is_none) {
            event.prevent_default();
            if let Some(list) = list.get_untracked() {
                drop(list.show_popover());
            }
        }
    };
    let close = move || {
        if let Some(list) = list.get_untracked() {
            drop(list.hide_popover());
        }
    };
    let keyed = move |event: web_sys::KeyboardEvent| {
        let Some(list) = list.get_untracked() else { return };
        let handled = match event.key().as_str() {
            "ArrowDown" => focus(&list, |at, count| Some((at.map_or(0, |at| at + 1)) % count)),
            "ArrowUp" => focus(&list, |at, count| Some((at.unwrap_or(0) + count - 1) % count)),
            "Home" => focus(&list, |_, _| Some(0)),
            "End" => focus(&list, |_, count| Some(count - 1)),
            "Tab" => {
                close();
                false
            }
            _ => false,
        };
        if handled {
            event.prevent_default();
        }
    };
    // The content exists while the menu is open, so that its actions are those of the moment.
    let lines = move || open.get().then(|| items.get().into_iter().map(|item| line(item, close)).collect_view());
    let class = if hide_label { "button button-ghost button-icon" } else { "button" };
    view! {
        <span class="button-wrap">
            <button
                type="button"
                class=class
                node_ref=trigger
                popovertarget=id.clone()
                aria-haspopup="menu"
                aria-expanded=move || if open.get() { "true" } else { "false" }
                aria-label=hide_label.then_some(label)
                aria-disabled=move || disabled_reason.with(Option::is_some).then_some("true")
                title=move || disabled_reason.get().or_else(|| hide_label.then(|| label.get()))
                on:click=pressed
                on:keydown=down_opens
            >
                {icon.map(|name| view! { <Icon name /> })}
                {(!hide_label).then(|| view! { <span class="button-text">{label}</span> <Icon name=IconName::ChevronDown /> })}
            </button>
            <div
                class="menu"
                role="menu"
                id=id
                popover="auto"
                node_ref=list
                aria-label=label
                on:beforetoggle=appear
                on:toggle=toggled
                on:keydown=keyed
            >
                {lines}
            </div>
        </span>
    }
    .into_any()
}

fn line(item: MenuItem, close: impl Fn() + Copy + Send + Sync + 'static) -> AnyView {
    let MenuItem { label, act, icon, danger, disabled } = item;
    let class = if danger { "menu-item menu-item-danger" } else { "menu-item" };
    let words = view! {
        <span class="menu-mark">{icon.map(|name| view! { <Icon name /> })}</span>
        <span>
            {label}
            {disabled.clone().map(|reason| view! { <span class="menu-reason">{reason}</span> })}
        </span>
    };
    if let Act::Divide = act {
        return view! { <hr class="menu-divider" /> }.into_any();
    }
    if let Some(reason) = disabled {
        return view! {
            <button
                type="button"
                class=class
                role="menuitem"
                tabindex="-1"
                aria-disabled="true"
                on:click=move |_| announce_now(&reason)
            >
                {words}
            </button>
        }
        .into_any();
    }
    match act {
        Act::Follow(href) => view! {
            <a class=class role="menuitem" tabindex="-1" href=href on:click=move |_| close()>
                {words}
            </a>
        }
        .into_any(),
        Act::Press(run) => view! {
            <button
                type="button"
                class=class
                role="menuitem"
                tabindex="-1"
                on:click=move |_| {
                    close();
                    run();
                }
            >
                {words}
            </button>
        }
        .into_any(),
        Act::Divide => ().into_any(),
    }
}

/// Moves the focus among the items to the one that `choose` names from (now, count).
fn focus(list: &web_sys::Element, choose: impl Fn(Option<usize>, usize) -> Option<usize>) -> bool {
    let items = dom::descendants(list, "[role=menuitem]");
    if items.is_empty() {
        return false;
    }
    let active = document().active_element();
    let now = items.iter().position(|item| active.as_deref() == Some(item.as_ref()));
    match choose(now, items.len()).and_then(|index| items.get(index)) {
        Some(item) => item.focus().is_ok(),
        None => false,
    }
}

/// Puts the popover below its button, or above where there is no room, inside the window.
fn place(trigger: &web_sys::Element, list: &web_sys::HtmlElement) {
    const GAP: f64 = 4.0;
    let from = trigger.get_bounding_client_rect();
    let size = list.get_bounding_client_rect();
    let side = |length: Result<wasm_bindgen::JsValue, _>| length.ok().and_then(|px| px.as_f64()).unwrap_or(0.0);
    let (width, height) = (side(window().inner_width()), side(window().inner_height()));
    let right_aligned = from.left() + size.width() > width - GAP;
    let left = if right_aligned { from.right() - size.width() } else { from.left() };
    let below = from.bottom() + GAP;
    let top = if below + size.height() > height { from.top() - size.height() - GAP } else { below };
    for (property, px) in [("left", left.max(GAP)), ("top", top.max(GAP))] {
        // CSSOM, which the Content-Security-Policy allows; a known property does not fail.
        drop(list.style().set_property(property, &[&(px as i32).to_string(), "px"].concat()));
    }
}
