//! App instances themselves: APP-1, APP-5, APP-10, APP-11.

use chime_model::Operation::{
    CreateAppInstance, DeleteAppInstance, DescribeAppInstance, ListAppInstances, ListTagsForResource, UpdateAppInstance,
};
use serde_json::{Value, json};

use crate::harness::{NOBODY, Service, column, list, text};

fn create(service: &Service, name: &str, token: &str) -> String {
    let input = json!({ "Name": name, "ClientRequestToken": token });
    text(&service.call(CreateAppInstance, &input)["AppInstanceArn"])
}

fn describe(service: &Service, arn: &str) -> Value {
    service.call(DescribeAppInstance, &json!({ "AppInstanceArn": arn }))["AppInstance"].clone()
}

#[test]
fn app_1_an_app_instance_tells_name_metadata_and_times() {
    let service = Service::new();
    let input = json!({ "Name": "Chat", "Metadata": "{}", "ClientRequestToken": "one" });
    let made = service.call(CreateAppInstance, &input);
    let arn = text(&made["AppInstanceArn"]);
    assert!(arn.starts_with("arn:aws:chime:us-east-1:111122223333:app-instance/"), "{arn}");
    // G-21: seconds; G-24.
    let now = 1_600_000_000.0;
    assert_eq!(
        describe(&service, &arn),
        json!({
            "AppInstanceArn": arn, "Name": "Chat", "Metadata": "{}",
            "CreatedTimestamp": now, "LastUpdatedTimestamp": now,
        })
    );
    let listed = service.call(ListAppInstances, &json!({}));
    // G-30: no member without a value.
    assert_eq!(listed, json!({ "AppInstances": [{ "AppInstanceArn": arn, "Name": "Chat", "Metadata": "{}" }] }));
}

#[test]
fn app_1_what_is_not_there_is_forbidden() {
    // G-15, and the ARN of another kind or of another owner.
    let service = Service::new();
    let arn = create(&service, "Chat", "one");
    let wrong = [
        format!("arn:aws:chime:us-east-1:111122223333:app-instance/{NOBODY}"),
        arn.replace("111122223333", "444455556666"),
        format!("{arn}/user/ada"),
        "arn:aws:chime:us-east-1:111122223333:meeting/x".to_owned(),
    ];
    for arn in wrong {
        for operation in [DescribeAppInstance, DeleteAppInstance] {
            assert_eq!(service.refused(operation, &json!({ "AppInstanceArn": arn })), "Forbidden", "{arn}");
        }
    }
}

#[test]
fn app_5_tags_come_with_it() {
    let service = Service::new();
    let tags = json!([{ "Key": "team", "Value": "chat" }]);
    let input = json!({ "Name": "Chat", "ClientRequestToken": "one", "Tags": tags });
    let arn = service.call(CreateAppInstance, &input)["AppInstanceArn"].clone();
    assert_eq!(service.call(ListTagsForResource, &json!({ "ResourceARN": arn }))["Tags"], tags);
    let reserved = json!({ "Name": "Chat", "ClientRequestToken": "two", "Tags": [{ "Key": "aws:x", "Value": "y" }] });
    assert_eq!(service.refused(CreateAppInstance, &reserved), "BadRequest");
}

#[test]
fn app_10_a_token_makes_one_and_names_may_repeat() {
    // G-51.
    let service = Service::new();
    let arn = create(&service, "Chat", "one");
    assert_eq!(create(&service, "Chat", "one"), arn);
    assert_ne!(create(&service, "Chat", "two"), arn);
    let other = json!({ "Name": "Other", "ClientRequestToken": "one" });
    assert_eq!(service.refused(CreateAppInstance, &other), "Conflict");
    service.advance("24h");
    assert_ne!(create(&service, "Chat", "one"), arn);
    for missing in [json!({ "Name": "Chat" }), json!({ "ClientRequestToken": "three" })] {
        let status = service.machine.ask("POST", "/app-instances", &missing).0;
        assert_eq!(status, 400);
    }
    service.switch(&json!({ "Quotas": { "AppInstancesPerAwsAccount": 3 } }));
    let more = json!({ "Name": "Chat", "ClientRequestToken": "four" });
    assert_eq!(service.refused(CreateAppInstance, &more), "ResourceLimitExceeded");
}

#[test]
fn app_11_metadata_are_kept_unless_given_and_cleared_when_empty() {
    let service = Service::new();
    let arn = create(&service, "Chat", "one");
    service.advance("1m");
    let update = |name: &str, metadata: Value| {
        let mut input = json!({ "AppInstanceArn": arn, "Name": name });
        if !metadata.is_null() {
            input["Metadata"] = metadata;
        }
        assert_eq!(service.call(UpdateAppInstance, &input), json!({ "AppInstanceArn": arn }));
        describe(&service, &arn)
    };
    let named = update("Talk", json!("notes"));
    assert_eq!((&named["Name"], &named["Metadata"]), (&json!("Talk"), &json!("notes")));
    assert_eq!((&named["CreatedTimestamp"], &named["LastUpdatedTimestamp"]), (&json!(1.6e9), &json!(1.6e9 + 60.0)));
    assert_eq!(update("Chat", Value::Null)["Metadata"], "notes");
    assert_eq!(update("Chat", json!("")).get("Metadata"), None);
}

#[test]
fn they_are_listed_in_pages_of_at_most_50() {
    // G-40.
    let service = Service::new();
    for name in ["one", "two", "three"] {
        create(&service, name, name);
        service.advance("1s");
    }
    let first = service.call(ListAppInstances, &json!({ "MaxResults": 2 }));
    assert_eq!(column(&list(&first["AppInstances"]), "Name"), ["one", "two"]);
    let next = json!({ "MaxResults": 2, "NextToken": first["NextToken"] });
    let second = service.call(ListAppInstances, &next);
    assert_eq!(column(&list(&second["AppInstances"]), "Name"), ["three"]);
    assert_eq!(second.get("NextToken"), None);
    assert_eq!(service.refused(ListAppInstances, &json!({ "MaxResults": 51 })), "BadRequest");
}
