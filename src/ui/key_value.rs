//! Panels of names and values.

use leptos::prelude::*;

/// The sign of a value that is missing.
pub fn dash() -> AnyView {
    view! { <span class="dash">"–"</span> }.into_any()
}

/// A grid of [`Pair`]s, in up to `columns` columns as the width allows.
#[component]
pub fn KeyValue(#[prop(default = 3)] columns: u8, children: Children) -> AnyView {
    let class = if columns <= 2 { "key-value key-value-2" } else { "key-value" };
    view! { <dl class=class>{children()}</dl> }.into_any()
}

/// A name and its value; without children the value is missing.
#[component]
pub fn Pair(
    #[prop(into)] label: Signal<String>,
    /// Takes the whole width of the panel.
    #[prop(optional)]
    wide: bool,
    #[prop(optional)] children: Option<Children>,
) -> AnyView {
    let value = children.map_or_else(dash, |children| children());
    view! {
        <div class=if wide { "pair pair-wide" } else { "pair" }>
            <dt>{label}</dt>
            <dd>{value}</dd>
        </div>
    }
    .into_any()
}
