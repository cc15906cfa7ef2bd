//! What the service searches accounts by: the beginning of the name, and a user's e-mail (ACC-22).

use chime_model::{Operation, validate};
use leptos::prelude::*;
use serde_json::{Value, json};

use crate::table::UrlQuery;
use crate::ui::*;

/// What is searched for. The name stands in the URL, the e-mail is personal and does not.
#[derive(Clone, Copy)]
pub struct Search {
    url: UrlQuery,
    email: RwSignal<Option<String>>,
}

impl Search {
    /// The search of this page's URL.
    pub fn new() -> Self {
        Self { url: UrlQuery::new(), email: RwSignal::new(None) }
    }

    /// The members of the request that search.
    pub fn input(self) -> Value {
        json!({ "Name": self.name(), "UserEmail": self.email.get() })
    }

    /// Whether anything is searched for.
    pub fn active(self) -> bool {
        self.name().is_some() || self.email.with(Option::is_some)
    }

    fn name(self) -> Option<String> {
        self.url.get("name")
    }

    /// Searches anew, which begins on the first page.
    fn set(self, name: Option<String>, email: Option<String>) {
        self.url.set(&[("name", name), ("page", None)], true);
        self.email.set(email);
    }
}

fn given(text: &str) -> Option<String> {
    Some(text.trim()).filter(|text| !text.is_empty()).map(str::to_owned)
}

/// What is wrong with an e-mail, in words.
fn fault(email: Option<&str>) -> Option<String> {
    let faults = validate::input(Operation::ListAccounts, &json!({ "UserEmail": email? }));
    faults.into_iter().next().map(|fault| fault.message)
}

/// The fields of the search.
#[component]
pub fn SearchFields(search: Search) -> AnyView {
    let (name, email) = (RwSignal::new(String::new()), RwSignal::new(String::new()));
    let wrong = RwSignal::new(None::<String>);
    // "Clear search" and the back button change the fields as well.
    Effect::new(move |_| name.set(search.name().unwrap_or_default()));
    Effect::new(move |_| email.set(search.email.get().unwrap_or_default()));
    let (name_id, email_id, wrong_id) = (unique_id("name"), unique_id("email"), unique_id("wrong"));
    let (name_field, email_field, described_by) = (name_id.clone(), email_id.clone(), wrong_id.clone());
    let submit = move |event: web_sys::SubmitEvent| {
        event.prevent_default();
        let wanted = given(&email.get_untracked());
        wrong.set(fault(wanted.as_deref()));
        if wrong.with_untracked(Option::is_some) {
            return focus_id(&email_id);
        }
        search.set(given(&name.get_untracked()), wanted);
    };
    let clear = move || {
        wrong.set(None);
        search.set(None, None);
    };
    let again = move || view! { <Button kind=ButtonKind::Link on_press=clear>"Clear search"</Button> };
    let is_wrong = Signal::derive(move || wrong.with(Option::is_some));
    view! {
        <form class="search-fields" novalidate=true role="search" aria-label="Search all accounts" on:submit=submit>
            <div class="field">
                <label class="field-label" for=name_id>"Name begins with"</label>
                <TextInput id=name_field value=name on_input=move |text| name.set(text) />
            </div>
            <div class="field">
                <label class="field-label" for=email_field.clone()>"Has the user with e-mail"</label>
                <TextInput
                    id=email_field
                    value=email
                    on_input=move |text| email.set(text)
                    input_type="email"
                    invalid=is_wrong
                    described_by=Signal::derive(move || is_wrong.get().then(|| described_by.clone()))
                />
            </div>
            <div class="cluster">
                <Button submit=true icon=IconName::Search>"Search"</Button>
                {move || search.active().then(again)}
            </div>
            <p class="field-error" id=wrong_id>{wrong}</p>
        </form>
    }
    .into_any()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_email_is_checked_before_it_is_asked_for() {
        assert_eq!(fault(None), None);
        assert_eq!(fault(Some("ada@example.com")), None);
        assert!(fault(Some("ada")).is_some());
    }
}
