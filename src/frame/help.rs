//! The help panel at the right, opened by "Info" beside what it explains.

use leptos::prelude::*;

use crate::ui::{IconButton, IconName, effect, focus_id, unique_id};

const HEADING: &str = "help-title";

#[derive(Clone)]
struct Topic {
    /// The id of the button that opened it, which takes the focus back.
    opener: String,
    title: String,
    body: ChildrenFn,
}

/// What the panel shows.
#[derive(Clone, Copy)]
pub(super) struct Help(RwSignal<Option<Topic>>);

pub(super) fn provide() {
    provide_context(Help(RwSignal::new(None)));
}

pub(super) fn use_help() -> Help {
    expect_context()
}

impl Help {
    pub(super) fn is_open(self) -> bool {
        self.0.with(Option::is_some)
    }

    fn close(self) {
        if let Some(topic) = self.0.try_update(Option::take).flatten() {
            focus_id(topic.opener);
        }
    }
}

/// A button "Info" that opens its children in the help panel.
#[component]
pub fn Info(
    /// The heading in the panel, and what the button is about.
    #[prop(into)]
    title: String,
    children: ChildrenFn,
) -> AnyView {
    let help = use_help();
    let id = unique_id("info");
    let opener = id.clone();
    on_cleanup({
        let opener = opener.clone();
        move || {
            help.0.update(|topic| {
                topic.take_if(|topic| topic.opener == opener);
            });
        }
    });
    let label = ["Info: ", &title].concat();
    let open = move |_| {
        help.0.set(Some(Topic { opener: opener.clone(), title: title.clone(), body: children.clone() }));
    };
    view! {
        <button type="button" class="button button-link" id=id aria-label=label on:click=open>
            "Info"
        </button>
    }
    .into_any()
}

/// The panel.
#[component]
pub(super) fn HelpPanel() -> AnyView {
    let help = use_help();
    effect(move || {
        if help.is_open() {
            focus_id(HEADING);
        }
    });
    (move || {
        let Topic { title, body, .. } = help.0.get()?;
        let keyed = move |event: web_sys::KeyboardEvent| {
            if event.key() == "Escape" {
                help.close();
            }
        };
        Some(view! {
            <aside class="help-panel" aria-labelledby=HEADING on:keydown=keyed>
                <div class="help-head">
                    <h2 id=HEADING tabindex="-1">
                        {title}
                    </h2>
                    <IconButton icon=IconName::Close label="Close help" on_press=move |()| help.close() />
                </div>
                <div class="help-body">{body()}</div>
            </aside>
        })
    })
    .into_any()
}
