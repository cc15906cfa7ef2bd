//! The help panels of messaging, written as text: words between backticks are operations and members of the API.

use leptos::prelude::*;

use crate::frame::Info;

/// What a panel says.
pub struct Help {
    /// Its heading.
    pub title: &'static str,
    /// Its paragraphs.
    pub text: &'static [&'static str],
    /// How the AWS CLI is told to do what the page does.
    pub cli: &'static str,
}

impl Help {
    /// The "Info" button that opens the panel.
    pub fn view(&'static self) -> AnyView {
        view! { <Info title=self.title>{self.body()}</Info> }.into_any()
    }

    fn body(&'static self) -> AnyView {
        let paragraphs = self.text.iter().map(|text| view! { <p>{marked(text)}</p> }).collect_view();
        view! {
            {paragraphs}
            <pre class="code-block" tabindex="0"><code>{self.cli}</code></pre>
        }
        .into_any()
    }
}

fn marked(text: &'static str) -> Vec<AnyView> {
    let part = |(place, part): (usize, &'static str)| match place % 2 {
        0 => part.into_any(),
        _ => view! { <code>{part}</code> }.into_any(),
    };
    text.split('`').enumerate().map(part).collect()
}
