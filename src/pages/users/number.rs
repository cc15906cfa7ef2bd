//! The phone number of a user: one at most, from the inventory.

use chime_model::Operation;
use chime_model::types::User;
use leptos::prelude::*;
use serde_json::{Value, json};

use super::user;
use crate::client::query;
use crate::form::{Field, Form};
use crate::frame::QueryFailure;
use crate::pages::ask::{Ask, Deed};
use crate::ui::*;

/// What an association changes.
const STALE: [Operation; 4] =
    [Operation::GetUser, Operation::ListUsers, Operation::ListPhoneNumbers, Operation::GetPhoneNumber];
/// The most numbers that one `ListPhoneNumbers` gives.
const PAGE: u32 = 99;

/// The number of a user, or the way to one.
#[component]
pub fn NumberPanel(user: Signal<User>) -> AnyView {
    let (choosing, removing) = (RwSignal::new(false), RwSignal::new(false));
    let number = Memo::new(move |_| user.with(|user| user.primary_provisioned_number.clone()));
    let body = move || match number.get() {
        Some(text) => view! {
            <KeyValue columns=2>
                <Pair label="Number"><Personal text=text.clone() /> <Copy text label="Copy the number" /></Pair>
            </KeyValue>
        }
        .into_any(),
        None => view! { <p class="muted">"The user has no phone number."</p> }.into_any(),
    };
    let actions = move || match number.with(Option::is_some) {
        true => view! { <Button on_press=move || removing.set(true)>"Take away"</Button> },
        false => view! { <Button on_press=move || choosing.set(true)>"Give a number"</Button> },
    };
    view! {
        <Panel
            title="Phone number"
            description="A Business Calling number. The user must sign in again to see a new one."
            actions=move || view! { {actions} }
        >
            {body}
        </Panel>
        <Dialog open=choosing title="Give a phone number">{picker(user, choosing)}</Dialog>
        {removal(user, removing)}
    }
    .into_any()
}

/// USR-36: numbers that are free and for Business Calling.
fn picker(user: Signal<User>, open: RwSignal<bool>) -> AnyView {
    let flashes = use_flashes();
    let numbers = query(Operation::ListPhoneNumbers, move || {
        let input = json!({ "Status": "Unassigned", "ProductType": "BusinessCalling", "MaxResults": PAGE });
        open.get().then_some(input)
    });
    let free = Signal::derive(move || numbers.data.with(|data| data.as_ref().map(choices).unwrap_or_default()));
    let none = move || numbers.data.with(Option::is_some) && free.with(Vec::is_empty);
    let form = move || {
        let (account, id) = user.with_untracked(|user| (user.account_id.clone(), user.user_id.clone()));
        Form::new(Operation::AssociatePhoneNumberWithUser)
            .fixed("AccountId", account)
            .fixed("UserId", id)
            .field(
                Field::new("E164PhoneNumber")
                    .label("Phone number")
                    .help("Business Calling numbers that nobody uses.")
                    .pick(free),
            )
            .stale(&STALE)
            .submit_label("Give number")
            .failed_title("The user did not get the number")
            .on_cancel(move || open.set(false))
            .on_success(move |_| {
                open.set(false);
                flashes.show(Flash::success("The user has the number"));
            })
            .view()
    };
    let nothing = "No Business Calling number is free. Order one, or take one from somebody else.";
    view! {
        <QueryFailure query=numbers title="The phone numbers could not be loaded" />
        {move || none().then(|| view! { <Notice tone=Tone::Info title="No number is free"><p>{nothing}</p></Notice> })}
        {form()}
    }
    .into_any()
}

fn choices(answer: &Value) -> Vec<Choice> {
    let numbers = answer["PhoneNumbers"].as_array().into_iter().flatten();
    numbers.filter_map(|number| number["E164PhoneNumber"].as_str()).map(|number| Choice::new(number, number)).collect()
}

fn removal(user: Signal<User>, open: RwSignal<bool>) -> AnyView {
    let ask = Ask::over(open);
    let remove = move || {
        let deed = Deed {
            operation: Operation::DisassociatePhoneNumberFromUser,
            input: user.with_untracked(user::key),
            stale: &STALE,
            done: "The number is back in the inventory",
            failed: "The number was not taken away",
        };
        ask.act(deed, || ());
    };
    let objects = move || {
        let number = user.with(|user| user.primary_provisioned_number.clone());
        vec![[user.with(user::name), number.unwrap_or_default()].join(", ")]
    };
    view! {
        <Confirm
            open
            title="Take the phone number away"
            action="Take away"
            objects=Signal::derive(objects)
            effect="The user can no longer be called at it. It goes back to the inventory, where others can have it."
            busy=ask.busy
            on_confirm=remove
        />
    }
    .into_any()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_picker_offers_the_numbers_of_the_answer() {
        let answer = json!({ "PhoneNumbers": [{ "E164PhoneNumber": "+12065550100" }, { "E164PhoneNumber": null }] });
        let values: Vec<String> = choices(&answer).into_iter().map(|choice| choice.value.to_string()).collect();
        assert_eq!(values, ["+12065550100"]);
    }
}
