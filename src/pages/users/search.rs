//! What the service filters users by: one exact e-mail, and the type (USR-23).

use leptos::prelude::*;

use crate::pages::search::{Search, SearchForm};
use crate::ui::*;

/// The search of this page's URL.
pub fn search() -> Search {
    Search::new("type", "UserType")
}

fn kinds() -> Vec<Choice> {
    vec![
        Choice::new("", "People and devices"),
        Choice::new("PrivateUser", "People"),
        Choice::new("SharedDevice", "Shared devices"),
    ]
}

/// The fields of the search.
#[component]
pub fn SearchFields(search: Search) -> AnyView {
    let id = unique_id("type");
    let kind = Signal::derive(move || search.other().unwrap_or_default());
    view! {
        <SearchForm search label="Search all users" email_label="E-mail is" other=move |()| search.other()>
            <div class="field">
                <label class="field-label" for=id.clone()>"Type"</label>
                <Select id value=kind options=kinds() on_change=move |kind: String| search.set_other(Some(kind)) />
            </div>
        </SearchForm>
    }
    .into_any()
}
