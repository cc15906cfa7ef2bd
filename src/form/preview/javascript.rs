//! The request as JavaScript with the AWS SDK, version 3.

use chime_model::{Kind, ShapeId};
use serde_json::Value;

use super::{Call, http};

pub(super) fn text(call: &Call<'_>) -> String {
    let command = [call.operation.name(), "Command"].concat();
    let mut text = ["import { ChimeClient, ", &command, " } from \"@aws-sdk/client-chime\";\n\n"].concat();
    text.push_str("const chime = new ChimeClient({\n");
    for (name, value) in [("region", call.region), ("endpoint", call.endpoint)] {
        text.push_str(&["  ", name, ": ", &string(value), ",\n"].concat());
    }
    if http::host_prefix(call).is_some() {
        text.push_str("  disableHostPrefix: true,\n");
    }
    text.push_str(&["});\nconst response = await chime.send(\n  new ", &command, "("].concat());
    let members = call.operation.input_members();
    let given = members.iter().filter_map(|member| {
        let value = call.input.get(member.name).filter(|value| !value.is_null())?;
        Some(["    ", &key(member.name), ": ", &literal(value, Some(member.shape), 2), ",\n"].concat())
    });
    let given: String = given.collect();
    text.push_str(&if given.is_empty() { "{}".to_owned() } else { ["{\n", &given, "  }"].concat() });
    text + "),\n);\n"
}

/// A literal, its lines indented by `depth` levels. The SDK takes moments as dates only.
fn literal(value: &Value, shape: Option<ShapeId>, depth: usize) -> String {
    let kind = shape.map(|shape| &shape.shape().kind);
    let part = |name: &str| match kind {
        Some(Kind::Structure(members)) => members.iter().find(|member| member.name == name).map(|member| member.shape),
        Some(Kind::List { member, .. }) => Some(*member),
        Some(Kind::Map { value, .. }) => Some(*value),
        _ => None,
    };
    let block = |open: &str, items: Vec<String>, close: &str| {
        if items.is_empty() {
            return [open, close].concat();
        }
        let (inner, outer) = ("  ".repeat(depth + 1), "  ".repeat(depth));
        let items: Vec<_> = items.into_iter().map(|item| [&inner, &item, ",\n"].concat()).collect();
        [open, "\n", &items.concat(), &outer, close].concat()
    };
    match value {
        Value::Array(items) => block("[", items.iter().map(|item| literal(item, part(""), depth + 1)).collect(), "]"),
        Value::Object(members) => {
            let member =
                |(name, value): (&String, &Value)| [&key(name), ": ", &literal(value, part(name), depth + 1)].concat();
            block("{", members.iter().map(member).collect(), "}")
        }
        Value::Number(seconds) if matches!(kind, Some(Kind::Timestamp(_))) => {
            ["new Date(", &seconds.to_string(), " * 1000)"].concat()
        }
        Value::String(text) if matches!(kind, Some(Kind::Timestamp(_))) => ["new Date(", &string(text), ")"].concat(),
        // Null, numbers, true, false and texts are written as in JSON.
        other => other.to_string(),
    }
}

/// The key of a member: bare where that is a name of the language.
fn key(name: &str) -> String {
    let letters = |letter: char| letter.is_ascii_alphanumeric() || letter == '_';
    let bare = name.chars().all(letters) && !name.starts_with(|first: char| first.is_ascii_digit());
    if bare && !name.is_empty() { name.to_owned() } else { string(name) }
}

fn string(text: &str) -> String {
    Value::from(text).to_string()
}

#[cfg(test)]
mod tests {
    use chime_model::Operation;
    use serde_json::json;

    use super::*;

    fn said(operation: Operation, input: &Value) -> String {
        text(&Call { operation, input, endpoint: "http://127.0.0.1:8000", region: "us-east-1" })
    }

    #[test]
    fn sends_a_command_with_literals() {
        let input = json!({"AccountId": "a1", "AccountSettings": {"DisableRemoteControl": true}});
        let expected = r#"import { ChimeClient, UpdateAccountSettingsCommand } from "@aws-sdk/client-chime";

const chime = new ChimeClient({
  region: "us-east-1",
  endpoint: "http://127.0.0.1:8000",
});
const response = await chime.send(
  new UpdateAccountSettingsCommand({
    AccountId: "a1",
    AccountSettings: {
      DisableRemoteControl: true,
    },
  }),
);
"#;
        assert_eq!(said(Operation::UpdateAccountSettings, &input), expected);
    }

    #[test]
    fn moments_are_dates_keys_are_quoted_and_host_prefixes_are_off() {
        let text =
            said(Operation::ListChannelMessages, &json!({"ChannelArn": "c", "NotBefore": "2026-01-31T09:30:00Z"}));
        assert!(text.contains("disableHostPrefix: true"), "{text}");
        assert!(text.contains("NotBefore: new Date(\"2026-01-31T09:30:00Z\"),"), "{text}");
        let call = json!({"SipMediaApplicationId": "s", "SipHeaders": {"X-Team": "calls"}});
        assert!(said(Operation::CreateSipMediaApplicationCall, &call).contains("\"X-Team\": \"calls\","));
        assert!(said(Operation::GetGlobalSettings, &json!({})).contains("new GetGlobalSettingsCommand({}),"));
    }
}
