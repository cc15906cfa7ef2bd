//! The question before something is destroyed: C2 names object and effect, C3 also has its name typed.

use leptos::prelude::*;

use super::{Button, ButtonKind, Dialog, DialogWidth, ErrorPanel, Failure, Notice, TextInput, Tone, unique_id};

/// Something that stands in the way, with a link to it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Blocker {
    /// What it is: "3 users remain".
    pub text: String,
    /// Where it is dealt with.
    pub href: Option<String>,
}

/// Asks before `on_confirm` runs. The page sets `busy` meanwhile, and closes it by setting `open`.
#[component]
pub fn Confirm(
    open: RwSignal<bool>,
    #[prop(into)] title: Signal<String>,
    /// The word on the button.
    #[prop(into)]
    action: Signal<String>,
    #[prop(default = ButtonKind::Danger)] kind: ButtonKind,
    /// The names of what it happens to.
    #[prop(into)]
    objects: Signal<Vec<String>>,
    /// What will happen.
    #[prop(into)]
    effect: Signal<String>,
    /// C3: what the person must type.
    #[prop(optional, into)]
    type_to_confirm: Signal<Option<String>>,
    /// C3: what goes with it.
    #[prop(optional, into)]
    goes_with: Signal<Vec<String>>,
    #[prop(optional, into)] blocked_by: Signal<Vec<Blocker>>,
    #[prop(optional, into)] busy: Signal<bool>,
    #[prop(optional, into)] error: Signal<Option<Failure>>,
    #[prop(into)] on_confirm: Callback<()>,
    #[prop(optional)] children: Option<ChildrenFn>,
) -> AnyView {
    let typed = RwSignal::new(String::new());
    let form = unique_id("confirm");
    // Each opening asks anew.
    super::effect::effect(move || {
        if open.get() {
            typed.set(String::new());
        }
    });
    let reason = Memo::new(move |_| {
        if blocked_by.with(|blockers| !blockers.is_empty()) {
            return Some("First remove what blocks this".to_owned());
        }
        let wanted = type_to_confirm.get()?;
        (typed.with(|typed| typed.trim() != wanted.trim())).then(|| ["Type “", &wanted, "” to confirm"].concat())
    });
    let submit = move |event: web_sys::SubmitEvent| {
        event.prevent_default();
        if reason.get_untracked().is_none() && !busy.get_untracked() {
            on_confirm.run(());
        }
    };
    let footer_form = form.clone();
    let footer = move || {
        view! {
            <Button
                on_press=move || open.set(false)
                disabled_reason=move || busy.get().then(|| "It is under way".to_owned())
            >
                "Cancel"
            </Button>
            <Button kind submit=true form=footer_form.clone() busy disabled_reason=reason>
                {action}
            </Button>
        }
    };
    view! {
        <Dialog open title width=DialogWidth::Narrow busy footer>
            <form id=form.clone() class="stack" on:submit=submit>
                {move || object_list(objects.get())}
                <p>{effect}</p>
                {move || plain_list("This goes with it", goes_with.get())}
                {children.clone().map(|children| children())}
                {move || blockers(blocked_by.get())}
                {move || type_to_confirm.get().map(|wanted| type_field(&wanted, typed))}
                {move || error.get().map(|failure| view! { <ErrorPanel failure /> })}
            </form>
        </Dialog>
    }
    .into_any()
}

fn object_list(names: Vec<String>) -> AnyView {
    let names = names.into_iter().map(|name| view! { <li>{name}</li> }).collect_view();
    view! { <ul class="confirm-objects">{names}</ul> }.into_any()
}

fn plain_list(title: &'static str, lines: Vec<String>) -> Option<AnyView> {
    if lines.is_empty() {
        return None;
    }
    let lines = lines.into_iter().map(|line| view! { <li>{line}</li> }).collect_view();
    Some(
        view! {
            <div>
                <p class="strong">{title}</p>
                <ul class="bullets">{lines}</ul>
            </div>
        }
        .into_any(),
    )
}

fn blockers(blockers: Vec<Blocker>) -> Option<AnyView> {
    if blockers.is_empty() {
        return None;
    }
    let lines = blockers
        .into_iter()
        .map(|Blocker { text, href }| match href {
            Some(href) => view! { <li><a class="link" href=href>{text}</a></li> }.into_any(),
            None => view! { <li>{text}</li> }.into_any(),
        })
        .collect_view();
    let list = view! { <ul class="bullets">{lines}</ul> };
    Some(view! { <Notice tone=Tone::Warning title="What blocks this">{list}</Notice> }.into_any())
}

fn type_field(wanted: &str, typed: RwSignal<String>) -> AnyView {
    let id = unique_id("typed");
    view! {
        <div class="field">
            <label class="field-label" for=id.clone()>
                "Type " <code class="code">{wanted.to_owned()}</code> " to confirm"
            </label>
            <TextInput id value=typed on_input=move |text| typed.set(text) />
        </div>
    }
    .into_any()
}
