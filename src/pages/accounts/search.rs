//! What the service searches accounts by: the beginning of the name, and a user's e-mail (ACC-22).

use leptos::prelude::*;

use crate::pages::search::{Search, SearchForm, given};
use crate::ui::effect;
use crate::ui::*;

/// The search of this page's URL.
pub fn search() -> Search {
    Search::new("name", "Name")
}

/// The fields of the search.
#[component]
pub fn SearchFields(search: Search) -> AnyView {
    let name = RwSignal::new(String::new());
    // "Clear search" and the back button change the field as well.
    effect(move || name.set(search.other().unwrap_or_default()));
    let id = unique_id("name");
    view! {
        <SearchForm
            search
            label="Search all accounts"
            email_label="Has the user with e-mail"
            other=move |()| given(&name.get())
        >
            <div class="field">
                <label class="field-label" for=id.clone()>"Name begins with"</label>
                <TextInput id value=name on_input=move |text| name.set(text) />
            </div>
        </SearchForm>
    }
    .into_any()
}
