//! The dialog that adds several sign-in delegate groups at once.

use std::sync::Arc;

use chime_model::validate::{Rule, Violation};
use chime_model::{Operation, types::Account};
use leptos::prelude::*;
use serde_json::{Value, json};

use super::delegates::STALE;
use crate::form::{Field, Form, Node};
use crate::ui::*;

const GROUPS: &str = "SigninDelegateGroups";

/// Group names, one a line: they may hold commas and semicolons.
fn groups(text: &str) -> Value {
    let names = text.lines().map(str::trim).filter(|line| !line.is_empty());
    names.map(|name| json!({ "GroupName": name })).collect()
}

fn lines(node: Arc<Node>) -> AnyView {
    let (id, text) = (node.input_id().to_owned(), RwSignal::new(String::new()));
    let invalid = Signal::derive({
        let node = node.clone();
        move || node.error().is_some()
    });
    let described_by = node.described_by();
    let type_in = move |typed: String| {
        node.load(Some(&groups(&typed)));
        text.set(typed);
    };
    view! { <TextArea id value=text on_input=type_in rows=6 invalid described_by /> }.into_any()
}

/// The service takes an empty list and does nothing; that is not what somebody meant.
fn at_least_one(input: &Value) -> Vec<Violation> {
    let none = input[GROUPS].as_array().is_none_or(Vec::is_empty);
    let message = "Enter the name of at least one group.".to_owned();
    none.then(|| Violation { path: GROUPS.to_owned(), rule: Rule::Size, message }).into_iter().collect()
}

/// Adds groups to `account` while `open`.
#[component]
pub fn AddDelegates(account: Signal<Account>, open: RwSignal<bool>) -> AnyView {
    let flashes = use_flashes();
    let form = move || {
        Form::new(Operation::AssociateSigninDelegateGroupsWithAccount)
            .fixed("AccountId", account.with_untracked(|account| account.account_id.clone()))
            .field(
                Field::new(GROUPS)
                    .label("Group names")
                    .help("One a line, as in Active Directory. Names that are there already are left as they are.")
                    .custom(lines),
            )
            .check(at_least_one)
            .stale(&STALE)
            .submit_label("Add groups")
            .failed_title("The groups were not added")
            .on_cancel(move || open.set(false))
            .on_success(move |_| {
                open.set(false);
                flashes.show(Flash::success("The groups are added"));
            })
            .view()
    };
    view! {
        <Dialog open title="Add sign-in delegate groups">
            {form()}
        </Dialog>
    }
    .into_any()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn names_stand_one_a_line_and_keep_their_commas() {
        let expected = json!([{ "GroupName": "Assistants, Berlin" }, { "GroupName": "Desk" }]);
        assert_eq!(groups("\n  Assistants, Berlin \n\nDesk\n"), expected);
        assert_eq!(at_least_one(&json!({ GROUPS: groups(" \n") })).len(), 1);
    }
}
