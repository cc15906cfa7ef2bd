//! The text behind *Info*, as data: paragraphs with operations in backticks, and the same by the AWS CLI.

use leptos::prelude::*;

use crate::frame::Info;

/// *Info* about `title`.
pub fn help(title: &'static str, paragraphs: &'static [&'static str], cli: &'static str) -> AnyView {
    let body = move || {
        let lines = paragraphs.iter().map(|text| view! { <p>{marked(text)}</p> }).collect_view();
        view! {
            {lines}
            <pre class="code-block">
                <code>{cli}</code>
            </pre>
        }
    };
    view! { <Info title>{body()}</Info> }.into_any()
}

/// What stands between backticks is code.
fn marked(text: &'static str) -> Vec<AnyView> {
    let parts = text.split('`').enumerate().filter(|(_, part)| !part.is_empty());
    let part = |(place, part): (usize, &'static str)| match place % 2 {
        0 => part.into_any(),
        _ => view! { <code>{part}</code> }.into_any(),
    };
    parts.map(part).collect()
}
