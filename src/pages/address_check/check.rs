//! The form for an address, and the verdict on it.

use chime_model::Operation;
use leptos::prelude::*;
use serde_json::{Value, json};

use super::verdict::verdict;
use crate::client::query;
use crate::form::{Field, Form};
use crate::frame::Info;
use crate::ui::*;

fn info() -> AnyView {
    view! {
        <Info title="E911 address check">
            <p>
                <code>"ValidateE911Address"</code> " compares an address with those that emergency services in the United "
                "States know. It changes nothing and stores nothing, neither there nor in this console."
            </p>
            <p>
                "The answer is 0 for an address that is right, 1 for one that was corrected, and 2 for one that was not "
                "understood, perhaps with candidates."
            </p>
            <pre class="code-block">
                <code>
                    "aws chime validate-e911-address \\\n  --aws-account-id 111122223333 \\\n  --street-number 8 \\\n"
                    "  --street-info \"42nd Street\" \\\n  --city Seattle --state WA \\\n  --country US --postal-code 98101"
                </code>
            </pre>
        </Info>
    }
    .into_any()
}

fn form(initial: Value, checked: RwSignal<Option<(Value, Value)>>) -> AnyView {
    let field = |member: &str, label: &str, example: &str| Field::new(member).label(label).placeholder(example);
    Form::new(Operation::ValidateE911Address)
        .initial(initial)
        .field(field("StreetNumber", "Street number", "8"))
        .field(field("StreetInfo", "Street", "42nd Street").help("Name and kind, with a direction where there is one."))
        .field(field("City", "City", "Seattle"))
        .field(field("State", "State", "WA").help("Two letters."))
        .field(field("PostalCode", "Postal code", "98101"))
        .field(field("Country", "Country", "US").help("Two letters."))
        .field(
            field("AwsAccountId", "AWS account", "111122223333")
                .help("The account that calls. The service checks for no other."),
        )
        .submit_label("Check address")
        .failed_title("The address was not checked")
        .on_answer(move |input, output| {
            checked.set(Some((input, output)));
            focus_id("verdict");
        })
        .view()
}

/// The page.
#[component]
pub fn AddressCheck() -> AnyView {
    let checked = RwSignal::new(None::<(Value, Value)>);
    let candidate = RwSignal::new(None::<Value>);
    // The API tells of the AWS account with each Chime account.
    let account = query(Operation::ListAccounts, || Some(json!({ "MaxResults": 1 })));
    let account_id = Memo::new(move |_| {
        let known = account.data.with(|data| data.as_ref().map(|data| data["Accounts"][0]["AwsAccountId"].clone()));
        // Without it the person types it.
        known.or_else(|| account.error.with(Option::is_some).then_some(Value::Null))
    });
    let fields = move || {
        let Some(account) = account_id.get() else { return view! { <Skeleton lines=6 /> }.into_any() };
        let initial = match candidate.get() {
            Some(candidate) => candidate,
            None => json!({ "AwsAccountId": account, "Country": "US" }),
        };
        form(initial, checked)
    };
    let answer = move || checked.get().map(|(input, output)| verdict(&input, &output, candidate));
    view! {
        <PageHeader
            title="E911 address check"
            description="Whether emergency services would find an address. Nothing is stored."
            beside=info
        />
        <div class="grid-2">
            <Panel title="Address">{fields}</Panel>
            <div>{answer}</div>
        </div>
    }
    .into_any()
}
