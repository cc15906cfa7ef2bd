//! Waiting: a bar where the length is known, a spinner where it is not, a skeleton where content will be.

use leptos::prelude::*;

/// A progress bar with "12 of 40". A `total` of 0 means that the length is not known.
#[component]
pub fn Progress(
    #[prop(into)] done: Signal<usize>,
    #[prop(into)] total: Signal<usize>,
    #[prop(into)] label: Signal<String>,
) -> AnyView {
    let known = move || total.get() > 0;
    let words = move || {
        if known() {
            format!("{} of {}", done.get(), total.get())
        } else if done.get() > 0 {
            done.get().to_string()
        } else {
            String::new()
        }
    };
    view! {
        <div class="progress">
            <progress
                aria-label=label
                max=move || known().then(|| total.get())
                value=move || known().then(|| done.get())
            ></progress>
            <span class="progress-words">{words}</span>
        </div>
    }
    .into_any()
}

/// A turning mark. The element around it says what is awaited (`aria-busy`).
#[component]
pub fn Spinner() -> AnyView {
    view! { <span class="spinner" aria-hidden="true"></span> }.into_any()
}

/// The shape of what is being loaded, after 100 ms: `lines` of text, or a block of `height` px.
#[component]
pub fn Skeleton(#[prop(default = 3)] lines: usize, #[prop(optional)] height: Option<u32>) -> AnyView {
    let body = match height {
        Some(height) => view! { <span class="skeleton-line" style:height=format!("{height}px")></span> }.into_any(),
        None => (0..lines).map(|_| view! { <span class="skeleton-line"></span> }).collect_view().into_any(),
    };
    view! {
        <div class="skeleton" role="status">
            <span class="visually-hidden">"Loading"</span>
            {body}
        </div>
    }
    .into_any()
}
