//! The applications themselves: SMA-1 to SMA-13.

use chime_model::Operation::{
    CreateSipMediaApplication, DeleteSipMediaApplication, DeleteSipRule, GetSipMediaApplication,
    GetSipMediaApplicationLoggingConfiguration, ListSipMediaApplications, PutSipMediaApplicationLoggingConfiguration,
    UpdateSipMediaApplication, UpdateSipRule,
};
use serde_json::{Value, json};

use crate::harness::{NOBODY, Service, column, list};
use crate::{LONDON, application, arn, of, rule, rule_id, target, wanted};

fn get(service: &Service, application: &str) -> Value {
    service.call(GetSipMediaApplication, &of(application))["SipMediaApplication"].clone()
}

#[test]
fn sma_1_sma_5_an_application_has_one_function_and_no_arn() {
    let service = Service::new();
    let id = application(&service, "Menu", "eu-west-1");
    let expected = json!({
        "SipMediaApplicationId": id, "Name": "Menu", "AwsRegion": "eu-west-1",
        "Endpoints": [{ "LambdaArn": arn("eu-west-1") }],
        "CreatedTimestamp": "2020-09-13T12:26:40.000Z", "UpdatedTimestamp": "2020-09-13T12:26:40.000Z",
    });
    assert_eq!(get(&service, &id), expected);
    assert_eq!(service.refused(GetSipMediaApplication, &of(NOBODY)), "NotFound");
}

#[test]
fn sma_2_sma_10_the_function_is_of_the_region() {
    let service = Service::new();
    let create = |region: Value, name: Value, endpoints: Value| json!({ "AwsRegion": region, "Name": name, "Endpoints": endpoints });
    let one = |arn: &str| json!([{ "LambdaArn": arn }]);
    let (east, menu) = (json!("us-east-1"), json!("Menu"));
    for wrong in [
        create(Value::Null, menu.clone(), one(&arn("us-east-1"))),
        create(east.clone(), Value::Null, one(&arn("us-east-1"))),
        create(east.clone(), menu.clone(), Value::Null),
        create(east.clone(), json!("n".repeat(257)), one(&arn("us-east-1"))),
        create(east.clone(), menu.clone(), json!([])),
        create(east.clone(), menu.clone(), json!([{}])),
        create(
            east.clone(),
            menu.clone(),
            json!([{ "LambdaArn": arn("us-east-1") }, { "LambdaArn": arn("us-east-1") }]),
        ),
        create(east.clone(), menu.clone(), one(&arn("us-west-2"))),
        create(east.clone(), menu.clone(), one("arn:aws:s3:::bucket")),
    ] {
        assert_eq!(service.refused(CreateSipMediaApplication, &wrong), "BadRequest", "{wrong}");
    }
    for suffix in ["", ":$LATEST", ":live"] {
        let input = create(east.clone(), json!(format!("Menu{suffix}")), one(&format!("{}{suffix}", arn("us-east-1"))));
        service.call(CreateSipMediaApplication, &input);
    }
}

#[test]
fn sma_3_a_name_is_used_once_in_a_region_unless_that_is_switched_off() {
    let service = Service::new();
    let first = application(&service, "Menu", "us-east-1");
    assert_eq!(service.refused(CreateSipMediaApplication, &wanted("Menu", "us-east-1")), "Conflict");
    application(&service, "Menu", "us-west-2");
    let second = application(&service, "Voicemail", "us-east-1");
    let rename = json!({ "SipMediaApplicationId": second, "Name": "Menu" });
    assert_eq!(service.refused(UpdateSipMediaApplication, &rename), "Conflict");
    // Its own name is its own.
    service.call(UpdateSipMediaApplication, &json!({ "SipMediaApplicationId": first, "Name": "Menu" }));
    service.switch(&json!({ "UniqueSipMediaApplicationNames": false }));
    service.call(UpdateSipMediaApplication, &rename);
    application(&service, "Menu", "us-east-1");
}

#[test]
fn sma_11_what_is_left_out_stays() {
    let service = Service::new();
    let id = application(&service, "Menu", "us-east-1");
    let before = get(&service, &id);
    service.advance("1h");
    let update = |changes: Value| {
        let mut input = of(&id);
        input.as_object_mut().expect("an object").extend(changes.as_object().expect("an object").clone());
        input
    };
    assert_eq!(service.call(UpdateSipMediaApplication, &update(json!({})))["SipMediaApplication"], before);
    service.call(UpdateSipMediaApplication, &update(json!({ "Name": "Main menu" })));
    let other = format!("{}:live", arn("us-east-1"));
    service.call(UpdateSipMediaApplication, &update(json!({ "Endpoints": [{ "LambdaArn": other }] })));
    let after = get(&service, &id);
    assert_eq!((&after["Name"], &after["Endpoints"][0]["LambdaArn"]), (&json!("Main menu"), &json!(other)));
    assert_eq!(after["UpdatedTimestamp"], "2020-09-13T13:26:40.000Z");
    let abroad = update(json!({ "Endpoints": [{ "LambdaArn": arn("us-west-2") }] }));
    assert_eq!(service.refused(UpdateSipMediaApplication, &abroad), "BadRequest", "SMA-2");
    assert_eq!(service.refused(UpdateSipMediaApplication, &of(NOBODY)), "NotFound");
}

#[test]
fn sma_12_an_application_in_a_rule_is_not_deleted() {
    let service = Service::new();
    service.stock(LONDON, "SipMediaApplicationDialIn");
    let (id, other) = (application(&service, "Menu", "us-east-1"), application(&service, "Spare", "us-west-2"));
    let rule = rule(&service, LONDON, &[target(&id, 1), target(&other, 2)]);
    for id in [&id, &other] {
        assert_eq!(service.refused(DeleteSipMediaApplication, &of(id)), "Conflict");
    }
    let mut change = rule_id(&rule);
    change["Name"] = "Rule".into();
    change["Disabled"] = true.into();
    change["TargetApplications"] = json!([target(&id, 1)]);
    service.call(UpdateSipRule, &change);
    service.call(DeleteSipMediaApplication, &of(&other));
    assert_eq!(service.refused(DeleteSipMediaApplication, &of(&id)), "Conflict", "a disabled rule counts");
    service.call(DeleteSipRule, &rule_id(&rule));
    service.call(DeleteSipMediaApplication, &of(&id));
    assert_eq!(service.refused(DeleteSipMediaApplication, &of(&id)), "NotFound");
}

#[test]
fn sma_4_sma_13_logging_is_one_switch() {
    let service = Service::new();
    let id = application(&service, "Menu", "us-east-1");
    let member = "SipMediaApplicationLoggingConfiguration";
    let on = |on: bool| json!({ "EnableSipMediaApplicationMessageLogs": on });
    let stored = || service.call(GetSipMediaApplicationLoggingConfiguration, &of(&id))[member].clone();
    assert_eq!(stored(), on(false));
    for (wanted, expected) in [(on(true), on(true)), (Value::Null, on(true)), (json!({}), on(false))] {
        let input = json!({ "SipMediaApplicationId": id, member: wanted });
        let answer = service.call(PutSipMediaApplicationLoggingConfiguration, &input);
        assert_eq!((&answer[member], stored()), (&expected, expected.clone()));
    }
    for operation in [GetSipMediaApplicationLoggingConfiguration, PutSipMediaApplicationLoggingConfiguration] {
        assert_eq!(service.refused(operation, &of(NOBODY)), "NotFound", "{operation}");
    }
}

#[test]
fn applications_are_listed_99_at_most() {
    // G-41.
    let service = Service::new();
    for index in 0..100 {
        application(&service, &format!("App {index}"), "us-east-1");
        service.advance("1s");
    }
    let first = service.call(ListSipMediaApplications, &json!({}));
    let names = column(&list(&first["SipMediaApplications"]), "Name");
    assert_eq!((names.len(), names[0].as_str(), names[98].as_str()), (99, "App 0", "App 98"));
    let rest = service.call(ListSipMediaApplications, &json!({ "NextToken": first["NextToken"] }));
    assert_eq!(column(&list(&rest["SipMediaApplications"]), "Name"), ["App 99"]);
    service.switch(&json!({ "Quotas": { "SipMediaApplications": 100 } }));
    assert_eq!(service.refused(CreateSipMediaApplication, &wanted("More", "us-east-1")), "ResourceLimitExceeded");
}
