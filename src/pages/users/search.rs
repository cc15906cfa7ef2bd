//! What the service filters users by: one exact e-mail, and the type (USR-23).

use chime_model::{Operation, validate};
use leptos::prelude::*;
use serde_json::{Value, json};

use crate::table::UrlQuery;
use crate::ui::*;

/// What is searched for. The type stands in the URL, the e-mail is personal and does not.
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

    /// The members of the request that filter.
    pub fn input(self) -> Value {
        json!({ "UserEmail": self.email.get(), "UserType": self.kind() })
    }

    /// Whether anything is searched for.
    pub fn active(self) -> bool {
        self.kind().is_some() || self.email.with(Option::is_some)
    }

    fn kind(self) -> Option<String> {
        self.url.get("type")
    }

    /// Searches anew, which begins on the first page.
    fn set(self, kind: Option<String>, email: Option<String>) {
        self.url.set(&[("type", kind), ("page", None)], true);
        self.email.set(email);
    }
}

/// What is wrong with an e-mail, in words.
fn fault(email: Option<&str>) -> Option<String> {
    let faults = validate::input(Operation::ListUsers, &json!({ "AccountId": "a", "UserEmail": email? }));
    faults.into_iter().next().map(|fault| fault.message)
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
    let (email, wrong) = (RwSignal::new(String::new()), RwSignal::new(None::<String>));
    // "Clear search" changes the field as well.
    Effect::new(move |_| email.set(search.email.get().unwrap_or_default()));
    let (email_id, kind_id, wrong_id) = (unique_id("email"), unique_id("type"), unique_id("wrong"));
    let (email_field, kind_field, described_by) = (email_id.clone(), kind_id.clone(), wrong_id.clone());
    let kind = Signal::derive(move || search.kind().unwrap_or_default());
    let submit = move |event: web_sys::SubmitEvent| {
        event.prevent_default();
        let wanted = Some(email.get_untracked().trim().to_owned()).filter(|text| !text.is_empty());
        wrong.set(fault(wanted.as_deref()));
        if wrong.with_untracked(Option::is_some) {
            return focus_id(&email_id);
        }
        search.set(untrack(|| search.kind()), wanted);
    };
    let clear = move || {
        wrong.set(None);
        search.set(None, None);
    };
    let again = move || view! { <Button kind=ButtonKind::Link on_press=clear>"Clear search"</Button> };
    let is_wrong = Signal::derive(move || wrong.with(Option::is_some));
    view! {
        <form class="search-fields" novalidate=true role="search" aria-label="Search all users" on:submit=submit>
            <div class="field">
                <label class="field-label" for=email_field.clone()>"E-mail is"</label>
                <TextInput
                    id=email_field
                    value=email
                    on_input=move |text| email.set(text)
                    input_type="email"
                    invalid=is_wrong
                    described_by=Signal::derive(move || is_wrong.get().then(|| described_by.clone()))
                />
                <p class="field-error" id=wrong_id hidden=move || !is_wrong.get()>{wrong}</p>
            </div>
            <div class="field">
                <label class="field-label" for=kind_id>"Type"</label>
                <Select
                    id=kind_field
                    value=kind
                    options=kinds()
                    on_change=move |kind: String| search.set(Some(kind), search.email.get_untracked())
                />
            </div>
            <div class="cluster">
                <Button submit=true icon=IconName::Search>"Search"</Button>
                {move || search.active().then(again)}
            </div>
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
