//! The native dialog: modal, labelled, closed by Esc, giving the focus back.

use leptos::html;
use leptos::prelude::*;

use super::effect::effect;
use super::unsaved::Inside;
use super::{IconButton, IconName, descendants, unique_id};

/// What takes the focus when a dialog opens: its first field, else its first button.
const FIRST: &str = "[autofocus], .dialog-body :is(input:not(:disabled, [type=radio]:not(:checked)), select, textarea, a[href], button), .dialog-footer button";

/// How wide a dialog is; on a narrow screen each is a sheet at the bottom.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum DialogWidth {
    /// A question.
    Narrow,
    /// A form.
    #[default]
    Normal,
    /// A table.
    Wide,
}

/// A modal dialog over `open`. Its content exists only while it is open; a `busy` one cannot be closed, and one with unsaved changes
/// asks before.
#[component]
pub fn Dialog(
    open: RwSignal<bool>,
    #[prop(into)] title: Signal<String>,
    #[prop(optional)] width: DialogWidth,
    #[prop(optional, into)] busy: Signal<bool>,
    #[prop(optional, into)] on_close: Option<Callback<()>>,
    #[prop(optional, into)] footer: Option<ViewFn>,
    children: ChildrenFn,
) -> AnyView {
    let element = NodeRef::<html::Dialog>::new();
    let title_id = unique_id("dialog");
    let class = match width {
        DialogWidth::Narrow => "dialog dialog-narrow",
        DialogWidth::Normal => "dialog",
        DialogWidth::Wide => "dialog dialog-wide",
    };

    effect(move || {
        let (Some(dialog), opening) = (element.get(), open.get()) else { return };
        // After the content is there, so that its first field takes the focus.
        queue_microtask(move || match (opening, dialog.open()) {
            // It fails for a dialog that has left the page, which needs no showing.
            (true, false) => {
                drop(dialog.show_modal());
                focus_first(&dialog);
            }
            (false, true) => dialog.close(),
            _ => {}
        });
    });
    let inside = Inside::new();
    let close = move || {
        inside.close(move || {
            if let Some(dialog) = element.get_untracked() {
                dialog.close();
            }
        });
    };
    let on_cancel = move |event: web_sys::Event| {
        event.prevent_default();
        if !busy.get_untracked() {
            close();
        }
    };
    let closed = move |_| {
        if open.try_get_untracked() == Some(true) {
            open.set(false);
            if let Some(on_close) = on_close {
                on_close.run(());
            }
        }
    };
    let labelled_by = title_id.clone();
    let content = move || {
        let title_id = title_id.clone();
        open.get().then(|| {
            inside.open();
            view! {
                <h2 class="dialog-title" id=title_id>
                    {title}
                </h2>
                <div class="dialog-body">{children()}</div>
                {footer.clone().map(|footer| view! { <footer class="dialog-footer">{footer.run()}</footer> })}
                // Last, so that the content comes first on the way of the keyboard.
                <div class="dialog-close">
                    <IconButton
                        icon=IconName::Close
                        label="Close"
                        disabled_reason=move || busy.get().then(|| "Wait until the work is done".to_owned())
                        on_press=close
                    />
                </div>
            }
        })
    };
    view! {
        <dialog class=class node_ref=element aria-labelledby=labelled_by on:cancel=on_cancel on:close=closed>
            {content}
        </dialog>
    }
    .into_any()
}

fn focus_first(dialog: &web_sys::Element) {
    if let Some(first) = descendants(dialog, FIRST).first() {
        drop(first.focus());
    }
}
