//! The request as a command of the AWS CLI.

use chime_model::{Kind, Member};
use serde_json::{Map, Value};

use super::shell::{lines, quote};
use super::{Call, http, names};

pub(super) fn text(call: &Call<'_>) -> String {
    let command = names::words(call.operation.name(), '-');
    let mut parts = vec![format!("aws chime {command}")];
    let mut apart = Map::new();
    for member in call.operation.input_members() {
        let Some(value) = call.input.get(member.name).filter(|value| !value.is_null()) else { continue };
        match option(member, value) {
            Some(option) => parts.push(option),
            None => drop(apart.insert(member.name.to_owned(), value.clone())),
        }
    }
    if !apart.is_empty() {
        parts.push(format!("--cli-input-json {}", quote(&Value::Object(apart).to_string())));
    }
    parts.push(format!("--endpoint-url {}", quote(call.endpoint)));
    parts.push(format!("--region {}", quote(call.region)));
    let command = lines(&parts);
    match http::host_prefix(call) {
        Some(prefix) => {
            format!("# The AWS CLI puts {prefix} before the host name: the endpoint must answer there, too.\n{command}")
        }
        None => command,
    }
}

/// The option of a member; `None` where the AWS CLI would take the text for an address and fetch it.
fn option(member: &Member, value: &Value) -> Option<String> {
    let name = names::words(member.name, '-');
    match (&member.shape.shape().kind, value) {
        (Kind::Boolean, Value::Bool(false)) => Some(format!("--no-{name}")),
        (Kind::Boolean, _) => Some(format!("--{name}")),
        (Kind::List { .. }, Value::Array(items)) => {
            let texts: Option<Vec<&str>> = items.iter().map(Value::as_str).collect();
            match texts.filter(|texts| !texts.is_empty() && texts.iter().all(|text| is_plain(text))) {
                Some(texts) => {
                    let words: Vec<_> = texts.into_iter().map(quote).collect();
                    Some(format!("--{name} {}", words.join(" ")))
                }
                None => Some(format!("--{name} {}", quote(&value.to_string()))),
            }
        }
        (_, Value::String(text)) if is_fetched(text) => None,
        // A word that begins with a dash would be read as an option.
        (_, Value::String(text)) if text.starts_with('-') => Some(format!("--{name}={}", quote(text))),
        (_, Value::String(text)) => Some(format!("--{name} {}", quote(text))),
        _ => Some(format!("--{name} {}", quote(&value.to_string()))),
    }
}

/// Whether a text may stand as one word of a list.
fn is_plain(text: &str) -> bool {
    !is_fetched(text) && !text.starts_with(['-', '[', '{']) && !text.is_empty()
}

fn is_fetched(text: &str) -> bool {
    ["file://", "fileb://", "http://", "https://"].iter().any(|scheme| text.starts_with(scheme))
}

#[cfg(test)]
mod tests {
    use chime_model::Operation;
    use serde_json::json;

    use super::*;

    fn said(operation: Operation, input: &Value) -> String {
        let call = Call { operation, input, endpoint: "http://127.0.0.1:8000", region: "us-east-1" };
        let end = " \\\n  --endpoint-url http://127.0.0.1:8000 \\\n  --region us-east-1";
        let text = text(&call);
        text.strip_suffix(end).expect("endpoint and Region at the end").replace(" \\\n  ", " ")
    }

    #[test]
    fn members_are_options() {
        assert_eq!(
            said(Operation::CreateUser, &json!({"AccountId": "a1", "Username": "Ada L", "Email": null})),
            "aws chime create-user --account-id a1 --username 'Ada L'"
        );
        assert_eq!(
            said(Operation::InviteUsers, &json!({"AccountId": "a1", "UserEmailList": ["a@x.org", "b c"]})),
            "aws chime invite-users --account-id a1 --user-email-list a@x.org 'b c'"
        );
        assert_eq!(
            said(Operation::UpdateBot, &json!({"AccountId": "a", "BotId": "b", "Disabled": false})),
            "aws chime update-bot --account-id a --bot-id b --no-disabled"
        );
    }

    #[test]
    fn nested_values_are_json() {
        let settings = json!({"AccountId": "a1", "AccountSettings": {"DisableRemoteControl": true}});
        assert_eq!(
            said(Operation::UpdateAccountSettings, &settings),
            r#"aws chime update-account-settings --account-id a1 --account-settings '{"DisableRemoteControl":true}'"#
        );
        assert_eq!(
            said(Operation::BatchSuspendUser, &json!({"AccountId": "a1", "UserIdList": ["-u", "v"]})),
            r#"aws chime batch-suspend-user --account-id a1 --user-id-list '["-u","v"]'"#
        );
    }

    #[test]
    fn what_the_cli_would_misread_is_given_in_another_way() {
        assert_eq!(
            said(Operation::UpdateAccount, &json!({"AccountId": "a1", "Name": "-x"})),
            "aws chime update-account --account-id a1 --name=-x"
        );
        assert_eq!(
            said(Operation::UpdateAccount, &json!({"AccountId": "a1", "Name": "https://x"})),
            r#"aws chime update-account --account-id a1 --cli-input-json '{"Name":"https://x"}'"#
        );
    }

    #[test]
    fn a_host_prefix_is_told_where_it_is_a_trap() {
        let text = said(Operation::CreateAppInstance, &json!({"Name": "n"}));
        assert!(text.starts_with("# The AWS CLI puts identity- before the host name"), "{text}");
    }
}
