//! Copy buttons.

use std::time::Duration;

use leptos::prelude::*;
use leptos::task::spawn_local;

use super::{IconButton, IconName, announce, announce_now, clipboard};

/// A button that copies `text`. It shows a tick for a moment and announces it.
#[component]
pub fn Copy(
    #[prop(into)] text: Signal<String>,
    #[prop(default = "Copy".into(), into)] label: Signal<String>,
    /// Runs after the text was copied.
    #[prop(optional, into)]
    on_copied: Option<Callback<()>>,
) -> AnyView {
    let copied = RwSignal::new(false);
    let press = move || {
        let text = text.get_untracked();
        spawn_local(async move {
            if clipboard::write(&text).await {
                announce("Copied");
                copied.try_set(true);
                set_timeout(
                    move || {
                        copied.try_set(false);
                    },
                    Duration::from_millis(1500),
                );
                if let Some(on_copied) = on_copied {
                    on_copied.try_run(());
                }
            } else {
                announce_now("The browser did not allow copying. Select the text and copy it by hand.");
            }
        });
    };
    view! {
        <IconButton
            icon=move || if copied.get() { IconName::Check } else { IconName::Copy }
            label=move || if copied.get() { "Copied".to_owned() } else { label.get() }
            on_press=press
        />
    }
    .into_any()
}

/// An id in monospace with its copy button.
#[component]
pub fn CopyableId(
    #[prop(into)] id: Signal<String>,
    #[prop(default = "Copy id".into(), into)] label: Signal<String>,
) -> AnyView {
    view! {
        <span class="copyable">
            <code class="mono">{id}</code>
            <Copy text=id label />
        </span>
    }
    .into_any()
}
