//! A secret: dots, with revealing and copying as separate actions.

use std::time::Duration;

use leptos::leptos_dom::helpers::TimeoutHandle;
use leptos::prelude::*;

use super::{Copy, IconButton, IconName, announce, dash};

// CONSOLE-NOTES 0.2: masked again after 30 seconds and when the tab is left.
const SHOWN_FOR: Duration = Duration::from_secs(30);

/// A secret value. While masked it is not in the document at all.
#[component]
pub fn Secret(
    #[prop(into)] value: Signal<Option<String>>,
    /// What it is: "PIN".
    #[prop(into)]
    label: Signal<String>,
    /// Told of each revealing, for the log of what was looked at.
    #[prop(optional, into)]
    on_reveal: Option<Callback<()>>,
    #[prop(optional, into)] on_copy: Option<Callback<()>>,
) -> AnyView {
    let shown = RwSignal::new(false);
    let timer = StoredValue::new(None::<TimeoutHandle>);
    let stop_timer = move || {
        if let Some(Some(handle)) = timer.try_update_value(Option::take) {
            handle.clear();
        }
    };
    let mask = move || {
        stop_timer();
        shown.try_set(false);
    };
    let leaving = window_event_listener_untyped("visibilitychange", move |_| {
        if document().hidden() {
            mask();
        }
    });
    on_cleanup(move || {
        leaving.remove();
        stop_timer();
    });
    let toggle = move || {
        if shown.get_untracked() {
            return mask();
        }
        shown.set(true);
        timer.set_value(set_timeout_with_handle(mask, SHOWN_FOR).ok());
        announce(&[&label.get_untracked(), " shown for 30 seconds"].concat());
        if let Some(on_reveal) = on_reveal {
            on_reveal.run(());
        }
    };
    let text = move || match value.get() {
        Some(value) if shown.get() => view! { <code class="mono">{value}</code> }.into_any(),
        _ => view! {
            <span class="masked">
                <span aria-hidden="true">"••••••••"</span>
                <span class="visually-hidden">"hidden"</span>
            </span>
        }
        .into_any(),
    };
    let known = Memo::new(move |_| value.with(Option::is_some));
    (move || {
        if !known.get() {
            return dash();
        }
        let told = move || {
            if let Some(on_copy) = on_copy {
                on_copy.run(());
            }
        };
        view! {
            <span class="copyable">
                {text}
                <IconButton
                    icon=move || if shown.get() { IconName::EyeOff } else { IconName::Eye }
                    label=move || [if shown.get() { "Hide " } else { "Reveal " }, &label.get()].concat()
                    on_press=toggle
                />
                <Copy text=move || value.get().unwrap_or_default() label=move || ["Copy ", &label.get()].concat() on_copied=told />
            </span>
        }
        .into_any()
    })
    .into_any()
}
