//! The request as Python with boto3.

use serde_json::Value;

use super::{Call, http, names};

pub(super) fn text(call: &Call<'_>) -> String {
    let prefixed = http::host_prefix(call).is_some();
    let mut text = String::from("import boto3\n");
    if prefixed {
        text.push_str("from botocore.config import Config\n");
    }
    text.push_str("\nchime = boto3.client(\n    \"chime\",\n");
    for (name, value) in [("region_name", call.region), ("endpoint_url", call.endpoint)] {
        text.push_str(&format!("    {name}={},\n", string(value)));
    }
    if prefixed {
        text.push_str("    config=Config(inject_host_prefix=False),\n");
    }
    text.push_str(&format!(")\nresponse = chime.{}(", names::words(call.operation.name(), '_')));
    let mut arguments = String::new();
    for member in call.operation.input_members() {
        if let Some(value) = call.input.get(member.name).filter(|value| !value.is_null()) {
            arguments.push_str(&format!("    {}={},\n", member.name, literal(value, 1)));
        }
    }
    if !arguments.is_empty() {
        text.push('\n');
    }
    text + &arguments + ")\n"
}

/// A literal, its lines indented by `depth` levels.
fn literal(value: &Value, depth: usize) -> String {
    let block = |open: &str, items: Vec<String>, close: &str| {
        if items.is_empty() {
            return [open, close].concat();
        }
        let (inner, outer) = ("    ".repeat(depth + 1), "    ".repeat(depth));
        let items: Vec<_> = items.into_iter().map(|item| [&inner, &item, ",\n"].concat()).collect();
        format!("{open}\n{}{outer}{close}", items.concat())
    };
    match value {
        Value::Null => "None".to_owned(),
        Value::Bool(true) => "True".to_owned(),
        Value::Bool(false) => "False".to_owned(),
        Value::Array(items) => block("[", items.iter().map(|item| literal(item, depth + 1)).collect(), "]"),
        Value::Object(members) => {
            let member = |(name, value): (&String, &Value)| format!("{}: {}", string(name), literal(value, depth + 1));
            block("{", members.iter().map(member).collect(), "}")
        }
        Value::String(text) => string(text),
        Value::Number(number) => number.to_string(),
    }
}

/// A string literal: the escapes that JSON is written with here mean the same in Python.
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
    fn calls_the_method_with_literals() {
        let input =
            json!({"AccountId": "a1", "AccountSettings": {"DisableRemoteControl": true, "EnableDialOut": null}});
        let expected = r#"import boto3

chime = boto3.client(
    "chime",
    region_name="us-east-1",
    endpoint_url="http://127.0.0.1:8000",
)
response = chime.update_account_settings(
    AccountId="a1",
    AccountSettings={
        "DisableRemoteControl": True,
        "EnableDialOut": None,
    },
)
"#;
        assert_eq!(said(Operation::UpdateAccountSettings, &input), expected);
    }

    #[test]
    fn an_operation_without_input_is_called_with_nothing() {
        assert!(said(Operation::GetGlobalSettings, &json!({})).ends_with("response = chime.get_global_settings()\n"));
    }

    #[test]
    fn host_prefixes_are_switched_off_for_other_endpoints() {
        let text = said(Operation::CreateAppInstance, &json!({"Name": "say \"hi\"\n"}));
        assert!(text.contains("inject_host_prefix=False"), "{text}");
        assert!(text.contains(r#"Name="say \"hi\"\n","#), "{text}");
    }
}
