//! Where a page stands.

use leptos::prelude::*;

use super::{Icon, IconName};

/// One step of the way to a page; the page itself has no `href`.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Crumb {
    /// Its name.
    pub text: String,
    /// Where it leads.
    pub href: Option<String>,
}

/// The way to this page.
#[component]
pub fn Breadcrumbs(#[prop(into)] items: Signal<Vec<Crumb>>) -> AnyView {
    let steps = move || {
        items
            .get()
            .into_iter()
            .enumerate()
            .map(|(index, crumb)| {
                let step = match crumb.href {
                    Some(href) => view! { <a href=href>{crumb.text}</a> }.into_any(),
                    None => view! { <span aria-current="page">{crumb.text}</span> }.into_any(),
                };
                let mark = (index > 0).then(|| view! { <Icon name=IconName::ChevronRight /> });
                view! { <li>{mark} {step}</li> }
            })
            .collect_view()
    };
    view! {
        <nav class="breadcrumbs" aria-label="Breadcrumbs">
            <ol>{steps}</ol>
        </nav>
    }
    .into_any()
}
