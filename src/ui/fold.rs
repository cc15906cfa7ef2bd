//! A part that is folded away. Its content exists only while it is open.

use leptos::prelude::*;

/// A native disclosure: `summary` opens and closes the children.
#[component]
pub fn Fold(
    #[prop(into)] summary: ViewFnOnce,
    /// Open at first.
    #[prop(optional)]
    open: bool,
    #[prop(default = "fold")] class: &'static str,
    children: ChildrenFn,
) -> AnyView {
    let shown = RwSignal::new(open);
    // `toggle` tells of both ways, and of the keyboard.
    let toggle = move |event: web_sys::Event| {
        let details = event.target().map(|target| js_sys::Reflect::get(&target, &"open".into()));
        shown.set(details.is_some_and(|open| open.is_ok_and(|open| open.is_truthy())));
    };
    view! {
        <details class=class open=open on:toggle=toggle>
            <summary>{summary.run()}</summary>
            {move || shown.get().then(|| children())}
        </details>
    }
    .into_any()
}
