//! Buttons. One that cannot act stays reachable and says why.

use leptos::prelude::*;

use super::{Icon, IconName, Spinner, announce_now, unique_id};

/// How much a button asks for attention.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum ButtonKind {
    /// A bordered button.
    #[default]
    Normal,
    /// The one main action of a place.
    Primary,
    /// Destroys something.
    Danger,
    /// No border until pointed at.
    Ghost,
    /// Looks like a link in a text.
    Link,
}

impl ButtonKind {
    fn class(self) -> &'static str {
        match self {
            Self::Normal => "button",
            Self::Primary => "button button-primary",
            Self::Danger => "button button-danger",
            Self::Ghost => "button button-ghost",
            Self::Link => "button button-link",
        }
    }
}

/// A button. While `disabled_reason` holds a sentence or it is `busy` a press does nothing but say so.
#[component]
pub fn Button(
    #[prop(optional)] kind: ButtonKind,
    #[prop(optional, into)] icon: Option<IconName>,
    #[prop(optional, into)] busy: Signal<bool>,
    #[prop(optional, into)] disabled_reason: Signal<Option<String>>,
    /// Submits its form, or the one named by `form`.
    #[prop(optional)]
    submit: bool,
    #[prop(optional, into)] form: Option<String>,
    #[prop(optional, into)] id: Option<String>,
    #[prop(optional, into)] on_press: Option<Callback<()>>,
    children: Children,
) -> AnyView {
    let why = unique_id("why");
    let press = move |event: web_sys::MouseEvent| {
        if refused(busy, disabled_reason) {
            event.prevent_default();
        } else if let Some(on_press) = on_press {
            on_press.run(());
        }
    };
    let leading = move || match icon {
        _ if busy.get() => view! { <Spinner /> }.into_any(),
        Some(name) => view! { <Icon name /> }.into_any(),
        None => ().into_any(),
    };
    view! {
        <span class="button-wrap">
            <button
                type=if submit { "submit" } else { "button" }
                class=kind.class()
                id=id
                form=form
                aria-disabled=move || blocked(busy, disabled_reason).then_some("true")
                aria-busy=move || busy.get().then_some("true")
                aria-describedby=described_by(&why, disabled_reason)
                on:click=press
            >
                {leading}
                {children()}
            </button>
            {reason_tip(why, disabled_reason)}
        </span>
    }
    .into_any()
}

/// A link that looks like a button.
#[component]
pub fn ButtonLink(
    #[prop(into)] href: Signal<String>,
    #[prop(optional)] kind: ButtonKind,
    #[prop(optional, into)] icon: Option<IconName>,
    #[prop(optional, into)] disabled_reason: Signal<Option<String>>,
    children: Children,
) -> AnyView {
    let why = unique_id("why");
    let press = move |event: web_sys::MouseEvent| {
        if refused(Signal::default(), disabled_reason) {
            event.prevent_default();
        }
    };
    // A link that leads nowhere has no `href`; the role and the tab stop keep it readable.
    let href = move || disabled_reason.with(Option::is_none).then(|| href.get());
    let off = move || disabled_reason.with(Option::is_some);
    view! {
        <span class="button-wrap">
            <a
                class=kind.class()
                href=href
                role=move || off().then_some("link")
                tabindex=move || off().then_some("0")
                aria-disabled=move || off().then_some("true")
                aria-describedby=described_by(&why, disabled_reason)
                on:click=press
            >
                {icon.map(|name| view! { <Icon name /> })}
                {children()}
            </a>
            {reason_tip(why, disabled_reason)}
        </span>
    }
    .into_any()
}

/// A square button with an icon; `label` is its name and its tooltip.
#[component]
pub fn IconButton(
    #[prop(into)] icon: Signal<IconName>,
    #[prop(into)] label: Signal<String>,
    #[prop(optional, into)] busy: Signal<bool>,
    #[prop(optional, into)] disabled_reason: Signal<Option<String>>,
    /// For a toggle: whether it is on.
    #[prop(optional, into)]
    pressed: Signal<Option<bool>>,
    #[prop(optional, into)] id: Option<String>,
    #[prop(into)] on_press: Callback<()>,
) -> AnyView {
    let why = unique_id("why");
    let press = move |event: web_sys::MouseEvent| {
        if refused(busy, disabled_reason) {
            event.prevent_default();
        } else {
            on_press.run(());
        }
    };
    let tip = move || disabled_reason.get().unwrap_or_else(|| label.get());
    view! {
        <span class="button-wrap">
            <button
                type="button"
                class="button button-ghost button-icon"
                id=id
                aria-label=label
                aria-pressed=move || pressed.get().map(|on| if on { "true" } else { "false" })
                aria-disabled=move || blocked(busy, disabled_reason).then_some("true")
                aria-busy=move || busy.get().then_some("true")
                aria-describedby=described_by(&why, disabled_reason)
                on:click=press
            >
                {move || {
                    if busy.get() {
                        view! { <Spinner /> }.into_any()
                    } else {
                        view! { <Icon name=icon.get() /> }.into_any()
                    }
                }}
            </button>
            <span class="tip" role="tooltip" id=why>{tip}</span>
        </span>
    }
    .into_any()
}

fn blocked(busy: Signal<bool>, reason: Signal<Option<String>>) -> bool {
    busy.get() || reason.with(Option::is_some)
}

/// Whether a press must do nothing; says the reason.
fn refused(busy: Signal<bool>, reason: Signal<Option<String>>) -> bool {
    if let Some(reason) = reason.get_untracked() {
        announce_now(&reason);
        return true;
    }
    busy.get_untracked()
}

fn described_by(why: &str, reason: Signal<Option<String>>) -> impl Fn() -> Option<String> + Send + 'static + use<> {
    let why = why.to_owned();
    move || reason.with(Option::is_some).then(|| why.clone())
}

fn reason_tip(id: String, reason: Signal<Option<String>>) -> impl IntoView {
    move || {
        let id = id.clone();
        reason.get().map(|reason| view! { <span class="tip" role="tooltip" id=id>{reason}</span> })
    }
}
