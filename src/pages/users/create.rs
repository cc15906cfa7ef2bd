//! The form for a new user or shared device.

use chime_model::Operation;
use chime_model::validate::{Rule, Violation};
use leptos::prelude::*;
use serde_json::Value;

use super::user;
use crate::form::{Field, Form};
use crate::frame::{Info, use_go};
use crate::pages::below_account::account_of_path;
use crate::routes::{self, AccountTab};
use crate::ui::*;

/// USR-20: one of the two must be given; no shape can say so.
fn named(input: &Value) -> Vec<Violation> {
    let given = |member: &str| input[member].as_str().is_some_and(|text| !text.is_empty());
    let message = "Enter an e-mail, a user name, or both.".to_owned();
    let missing = Violation { path: "Email".to_owned(), rule: Rule::Required, message };
    if given("Email") || given("Username") { Vec::new() } else { vec![missing] }
}

fn info() -> AnyView {
    view! {
        <Info title="Add user">
            <p>
                <code>"CreateUser"</code> " adds a shared device, which is registered at once, or a person, who stays "
                "unregistered until they sign up. No e-mail is sent: to invite people, use " <code>"InviteUsers"</code> "."
            </p>
            <p>"An e-mail belongs to one account only; a second user with it is refused as a conflict."</p>
        </Info>
    }
    .into_any()
}

/// Adds a user to the account of the path.
#[component]
pub fn CreateUser() -> AnyView {
    let (account, _) = account_of_path();
    let (flashes, go) = (use_flashes(), use_go());
    let list = routes::account(&account, AccountTab::Users);
    let form = Form::new(Operation::CreateUser)
        .fixed("AccountId", account.clone())
        .field(
            Field::new("UserType")
                .label("Type")
                .choice("PrivateUser", "Person", "Registers by signing up with the e-mail.")
                .choice("SharedDevice", "Shared device", "A room system or desk phone. It is registered at once."),
        )
        .field(Field::new("Email").label("E-mail"))
        .field(
            Field::new("Username")
                .label("User name")
                .help("What others see. Without one it is the e-mail up to the @."),
        )
        .check(named)
        .stale(&[Operation::ListUsers])
        .submit_label("Add user")
        .failed_title("The user was not added")
        .cancel(list.clone())
        .on_success(move |output| {
            let Some(user) = user::read(&output["User"]) else { return go.to(&list) };
            flashes.show(Flash::success("The user is added"));
            go.to(&routes::user(&account, &user.user_id));
        });
    view! {
        <PageHeader title="Add user" beside=info />
        <Panel title="User">{form.view()}</Panel>
    }
    .into_any()
}

#[cfg(test)]
mod tests {
    use serde_json::json;

    use super::*;

    #[test]
    fn an_email_or_a_user_name_is_needed() {
        assert_eq!(named(&json!({ "Email": null, "Username": "" })).len(), 1);
        assert!(named(&json!({ "Username": "Lobby" })).is_empty());
        assert!(named(&json!({ "Email": "lobby@example.com" })).is_empty());
    }
}
