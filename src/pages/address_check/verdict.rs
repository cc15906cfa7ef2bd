//! What the service thinks of an address.

use leptos::prelude::*;
use serde_json::{Value, json};

use crate::ui::*;

/// What the form asks for, and the members of the answer that stand for it; those of a street make one line. E911-2: they begin
/// with a small letter, unlike everything else in the API.
const PARTS: &[(&str, &str, &[&str])] = &[
    ("Street number", "StreetNumber", &["streetNumber"]),
    ("Street", "StreetInfo", &["preDirectional", "streetName", "streetSuffix", "postDirectional"]),
    ("City", "City", &["city"]),
    ("State", "State", &["state"]),
    ("Postal code", "PostalCode", &["postalCode", "postalCodePlus4"]),
    ("Country", "Country", &["country"]),
];

fn text<'a>(value: &'a Value, member: &str) -> &'a str {
    value[member].as_str().unwrap_or_default()
}

/// The members of an answer's address that stand for one of the form, in one line.
fn answered(address: &Value, members: &[&str]) -> String {
    let between = if members.contains(&"postalCodePlus4") { "-" } else { " " };
    members.iter().map(|member| text(address, member)).filter(|part| !part.is_empty()).collect::<Vec<_>>().join(between)
}

/// A candidate as the form takes it; what it leaves out stays as it was sent.
fn refill(sent: &Value, candidate: &Value) -> Value {
    let mut input = sent.clone();
    for (_, member, answers) in PARTS {
        let given = match *member {
            "StreetInfo" => text(candidate, "streetInfo").to_owned(),
            _ => answered(candidate, answers),
        };
        if !given.is_empty() {
            input[*member] = json!(given);
        }
    }
    input
}

/// The verdict. A candidate that is chosen goes to `chosen`, for the form.
pub fn verdict(sent: &Value, output: &Value, chosen: RwSignal<Option<Value>>) -> AnyView {
    let (tone, title, words) = match output["ValidationResult"].as_i64() {
        Some(0) => (Tone::Success, "The address is right", "Emergency services know it as you wrote it."),
        Some(1) => {
            (Tone::Warning, "The address was corrected", "Emergency services know it as it stands under Validated.")
        }
        _ => (
            Tone::Error,
            "The address was not understood",
            "Emergency services would not find it. Correct it, and check again.",
        ),
    };
    let code = output["ValidationResult"].as_i64().map(|code| code.to_string()).unwrap_or_default();
    let body = match output["ValidationResult"].as_i64() {
        Some(0 | 1) => comparison(sent, output),
        _ => candidates(sent, &output["CandidateAddressList"], chosen),
    };
    view! {
        <Panel title="Result">
            <div class="stack" id="verdict" tabindex="-1">
                <Notice tone title><p>{words} " " <span class="muted">"(ValidationResult " {code} ")"</span></p></Notice>
                {body}
            </div>
        </Panel>
    }
    .into_any()
}

/// What was sent beside what the service made of it.
fn comparison(sent: &Value, output: &Value) -> AnyView {
    let row = |(label, member, members): &(&'static str, &str, &[&str])| {
        let (before, after) = (text(sent, member).to_owned(), answered(&output["Address"], members));
        let changed = before != after;
        let after = if changed {
            view! { <mark><Personal text=after /></mark> <span class="visually-hidden">" (corrected)"</span> }
                .into_any()
        } else {
            view! { <Personal text=after /> }.into_any()
        };
        view! { <tr><th scope="row">{*label}</th><td><Personal text=before /></td><td>{after}</td></tr> }
    };
    let id = text(output, "AddressExternalId").to_owned();
    view! {
        <table class="comparison">
            <thead><tr><th scope="col">"Part"</th><th scope="col">"You wrote"</th><th scope="col">"Validated"</th></tr></thead>
            <tbody>{PARTS.iter().map(row).collect_view()}</tbody>
        </table>
        <KeyValue columns=2>
            <Pair label="Address id" wide=true><CopyableId id label="Copy address id" /></Pair>
        </KeyValue>
    }
    .into_any()
}

fn candidates(sent: &Value, list: &Value, chosen: RwSignal<Option<Value>>) -> AnyView {
    let list = list.as_array().filter(|list| !list.is_empty());
    let Some(list) = list else {
        return view! { <p class="muted">"The service has no candidate for it."</p> }.into_any();
    };
    let row = |candidate: &Value| {
        let filled = refill(sent, candidate);
        let words: Vec<&str> = ["StreetNumber", "StreetInfo", "City", "State", "PostalCode", "Country"]
            .map(|part| text(&filled, part))
            .into();
        let line = words.join(", ");
        let use_it = move || chosen.set(Some(filled.clone()));
        view! { <li class="between"><span><Personal text=line /></span> <Button on_press=use_it>"Use this"</Button></li> }
    };
    view! {
        <p class="strong">"Perhaps you mean"</p>
        <ul class="plain-list">{list.iter().map(row).collect_view()}</ul>
    }
    .into_any()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_validated_street_is_read_as_one_line() {
        let address =
            json!({ "preDirectional": "N", "streetName": "42ND", "streetSuffix": "ST", "postDirectional": null });
        assert_eq!(answered(&address, PARTS[1].2), "N 42ND ST");
        let postal = json!({ "postalCode": "98101", "postalCodePlus4": "1234" });
        assert_eq!(answered(&postal, PARTS[4].2), "98101-1234");
    }

    #[test]
    fn a_candidate_replaces_what_it_names() {
        let sent = json!({ "AwsAccountId": "1", "StreetNumber": "8", "City": "Seatle", "PostalCode": "98101" });
        let filled = refill(&sent, &json!({ "city": "Seattle", "state": "WA", "streetInfo": "42ND ST" }));
        assert_eq!(filled["City"], "Seattle");
        assert_eq!(filled["StreetInfo"], "42ND ST");
        assert_eq!((&filled["StreetNumber"], &filled["AwsAccountId"]), (&json!("8"), &json!("1")));
    }
}
