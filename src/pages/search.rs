//! What a list asks its service to search by: a user's e-mail, and one member more.

use leptos::prelude::*;
use serde_json::{Value, json};

use crate::table::UrlQuery;
use crate::ui::effect;
use crate::ui::*;

/// What is searched for. The other member stands in the URL; the e-mail is personal and does not.
#[derive(Clone, Copy)]
pub(crate) struct Search {
    url: UrlQuery,
    key: &'static str,
    member: &'static str,
    email: RwSignal<Option<String>>,
}

impl Search {
    /// The search of this page's URL, where `member` of the input is called `key`.
    pub(crate) fn new(key: &'static str, member: &'static str) -> Self {
        Self { url: UrlQuery::new(), key, member, email: RwSignal::new(None) }
    }

    /// The members of the request that search.
    pub(crate) fn input(self) -> Value {
        json!({ "UserEmail": self.email.get(), (self.member): self.other() })
    }

    /// Whether anything is searched for.
    pub(crate) fn active(self) -> bool {
        self.other().is_some() || self.email.with(Option::is_some)
    }

    /// The member beside the e-mail.
    pub(crate) fn other(self) -> Option<String> {
        self.url.get(self.key)
    }

    /// Searches with another value of that member.
    pub(crate) fn set_other(self, other: Option<String>) {
        self.set(other, self.email.get_untracked());
    }

    /// Searches anew, which begins on the first page.
    fn set(self, other: Option<String>, email: Option<String>) {
        self.url.set(&[(self.key, other), ("page", None)], true);
        self.email.set(email);
    }
}

/// What was typed, without blanks around it.
pub(crate) fn given(text: &str) -> Option<String> {
    Some(text.trim()).filter(|text| !text.is_empty()).map(str::to_owned)
}

/// What is wrong with an e-mail, in words. The shape's pattern is said again here: this page is the first of most
/// visits, and reading patterns is a program that comes with the forms. The test holds both to the same answers.
fn fault(email: Option<&str>) -> Option<String> {
    let email = email?;
    let (first, rest) = email.split_at(email.char_indices().nth(1).map_or(email.len(), |(second, _)| second));
    let domain = rest.split_once('@').map(|(_, domain)| domain);
    // A dot with something on each side of it.
    let dotted = |domain: &str| domain.char_indices().skip(1).any(|(at, sign)| sign == '.' && at + 1 < domain.len());
    let fits = !first.is_empty() && !email.contains(['\n', '\r']) && domain.is_some_and(dotted);
    (!fits).then(|| "Use an e-mail address, such as ada@example.com".to_owned())
}

/// The form of a search: the e-mail, and the field of the other member, where there is one, as children; `other` reads its value.
#[component]
pub(crate) fn SearchForm(
    search: Search,
    /// What is searched: "Search all users".
    label: &'static str,
    email_label: &'static str,
    #[prop(into)] other: Callback<(), Option<String>>,
    #[prop(optional)] children: Option<Children>,
) -> AnyView {
    let (email, wrong) = (RwSignal::new(String::new()), RwSignal::new(None::<String>));
    // "Clear search" changes the field as well.
    effect(move || email.set(search.email.get().unwrap_or_default()));
    let (email_id, wrong_id) = (unique_id("email"), unique_id("wrong"));
    let (email_field, described_by) = (email_id.clone(), wrong_id.clone());
    let submit = move |event: web_sys::SubmitEvent| {
        event.prevent_default();
        let wanted = given(&email.get_untracked());
        wrong.set(fault(wanted.as_deref()));
        if wrong.with_untracked(Option::is_some) {
            return focus_id(&email_id);
        }
        search.set(untrack(|| other.run(())), wanted);
    };
    let clear = move || {
        wrong.set(None);
        search.set(None, None);
    };
    let again = move || view! { <Button kind=ButtonKind::Link on_press=clear>"Clear search"</Button> };
    let is_wrong = Signal::derive(move || wrong.with(Option::is_some));
    view! {
        <form class="search-fields" novalidate=true role="search" aria-label=label on:submit=submit>
            {children.map(|children| children())}
            <div class="field">
                <label class="field-label" for=email_field.clone()>{email_label}</label>
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
    use chime_model::{Operation, validate};

    use super::*;

    #[test]
    fn an_email_is_checked_before_it_is_asked_for() {
        assert_eq!(fault(None), None);
        assert_eq!(fault(Some("ada@example.com")), None);
        assert!(fault(Some("ada")).is_some());
    }

    #[test]
    fn an_email_is_checked_as_the_operations_check_it() {
        let limits = |email: &str| validate::input(Operation::ListAccounts, &json!({ "UserEmail": email }));
        let emails = [
            "a@b.c", "@b.c", "a@.c", "a@b.", "a@b", "a@@.c", "@@b.c", "a@b..", "é@é.é", "a@b.c@", "a@..", "a", "@",
            "a@b\n.c",
        ];
        for email in emails {
            assert_eq!(fault(Some(email)).is_none(), limits(email).is_empty(), "{email}");
        }
    }
}
