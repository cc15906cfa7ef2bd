//! SIP rules and their targets: SR-1 to SR-3, SR-7, SR-8, SR-10 to SR-12.

use chime_model::Operation::{CreateSipRule, DeleteSipRule, GetSipRule, ListSipRules, UpdateSipRule};
use serde_json::{Value, json};

use crate::harness::{NOBODY, Service, column, list};
use crate::{LONDON, SEATTLE, application, host, rule, rule_for, rule_id, target};

fn stage() -> (Service, String) {
    let service = Service::new();
    service.stock(LONDON, "SipMediaApplicationDialIn");
    let id = application(&service, "Menu", "us-east-1");
    (service, id)
}

fn update(rule: &Value, changes: &Value) -> Value {
    let mut input = rule_id(rule);
    input["Name"] = "Rule".into();
    for (name, value) in changes.as_object().expect("an object") {
        input[name] = value.clone();
    }
    input
}

#[test]
fn sr_1_sr_8_a_rule_is_in_force_and_complete() {
    // SR-3: the Region is the application's.
    let (service, id) = stage();
    let made = rule(&service, LONDON, &[target(&id, 3)]);
    let expected = json!({
        "SipRuleId": made["SipRuleId"], "Name": "Rule", "Disabled": false, "TriggerType": "ToPhoneNumber",
        "TriggerValue": LONDON,
        "TargetApplications": [{ "SipMediaApplicationId": id, "Priority": 3, "AwsRegion": "us-east-1" }],
        "CreatedTimestamp": "2020-09-13T12:26:40.000Z", "UpdatedTimestamp": "2020-09-13T12:26:40.000Z",
    });
    assert_eq!(made, expected);
    assert_eq!(service.call(GetSipRule, &rule_id(&made))["SipRule"], expected);
    assert_eq!(service.refused(GetSipRule, &json!({ "SipRuleId": NOBODY })), "NotFound");
}

#[test]
fn sr_2_sr_3_targets_must_fit_together() {
    let (service, id) = stage();
    let (neighbour, west) = (application(&service, "Other", "us-east-1"), application(&service, "West", "us-west-2"));
    let mut misplaced = target(&id, 1);
    misplaced["AwsRegion"] = "us-west-2".into();
    let made = rule(&service, LONDON, &[target(&id, 1)]);
    let trigger = host(&service);
    for wrong in [
        vec![],
        vec![target(&id, 1), target(&neighbour, 2)],
        vec![target(&id, 1), target(&id, 2)],
        vec![target(&id, 1), target(&west, 1)],
        vec![target(&id, 0)],
        vec![json!({ "Priority": 1 })],
        vec![misplaced],
        (1..=26).map(|priority| target(&id, priority)).collect(),
    ] {
        let mut create = rule_for(&trigger, &wrong);
        create["TriggerType"] = "RequestUriHostname".into();
        assert_eq!(service.refused(CreateSipRule, &create), "BadRequest", "{wrong:?}");
        let change = update(&made, &json!({ "TargetApplications": wrong }));
        assert_eq!(service.refused(UpdateSipRule, &change), "BadRequest", "{wrong:?}");
    }
    let both = json!({ "TargetApplications": [target(&id, 2), target(&west, 1)] });
    service.call(UpdateSipRule, &update(&made, &both));
}

#[test]
fn sr_3_a_target_must_be_there() {
    // G-13, step 7: NotFound is declared for the update only.
    let (service, id) = stage();
    assert_eq!(service.refused(CreateSipRule, &rule_for(LONDON, &[target(NOBODY, 1)])), "BadRequest");
    let made = rule(&service, LONDON, &[target(&id, 1)]);
    let change = update(&made, &json!({ "TargetApplications": [target(NOBODY, 1)] }));
    assert_eq!(service.refused(UpdateSipRule, &change), "NotFound");
}

#[test]
fn sr_7_sr_11_an_update_leaves_the_trigger_and_what_is_left_out() {
    let (service, id) = stage();
    let west = application(&service, "West", "us-west-2");
    let made = rule(&service, LONDON, &[target(&id, 1)]);
    service.advance("1h");
    let changes = json!({ "Name": "New", "TriggerValue": SEATTLE, "TriggerType": "RequestUriHostname" });
    let after = service.call(UpdateSipRule, &update(&made, &changes))["SipRule"].clone();
    let mut expected = made.clone();
    expected["Name"] = "New".into();
    expected["UpdatedTimestamp"] = "2020-09-13T13:26:40.000Z".into();
    assert_eq!(after, expected);
    let changes = json!({ "Disabled": true, "TargetApplications": [target(&west, 1)] });
    let after = service.call(UpdateSipRule, &update(&made, &changes))["SipRule"].clone();
    assert_eq!(after["Disabled"], true);
    assert_eq!(column(&list(&after["TargetApplications"]), "AwsRegion"), ["us-west-2"], "replaced as a whole");
    assert_eq!(service.refused(UpdateSipRule, &rule_id(&made)), "BadRequest", "Name is needed");
    let nobody = json!({ "SipRuleId": NOBODY, "Name": "New" });
    assert_eq!(service.refused(UpdateSipRule, &nobody), "NotFound");
}

#[test]
fn sr_10_rules_are_listed_by_application() {
    let (service, id) = stage();
    let west = application(&service, "West", "us-west-2");
    service.stock(SEATTLE, "SipMediaApplicationDialIn");
    let first = rule(&service, LONDON, &[target(&id, 1), target(&west, 2)]);
    service.advance("1s");
    let second = rule(&service, SEATTLE, &[target(&west, 1)]);
    let listed = |filter: Value| list(&service.call(ListSipRules, &filter)["SipRules"]);
    assert_eq!(listed(json!({})), [first.clone(), second.clone()]);
    assert_eq!(listed(json!({ "SipMediaApplicationId": id })), std::slice::from_ref(&first));
    assert_eq!(listed(json!({ "SipMediaApplicationId": west })), [first, second]);
    assert!(listed(json!({ "SipMediaApplicationId": NOBODY })).is_empty());
    let page = service.call(ListSipRules, &json!({ "MaxResults": 1 }));
    let token = json!({ "MaxResults": 1, "NextToken": page["NextToken"] });
    assert_eq!(list(&service.call(ListSipRules, &token)["SipRules"]).len(), 1);
    service.switch(&json!({ "Quotas": { "SipRules": 2 } }));
    let mut third = rule_for(&host(&service), &[target(&id, 1)]);
    third["TriggerType"] = "RequestUriHostname".into();
    assert_eq!(service.refused(CreateSipRule, &third), "ResourceLimitExceeded");
}

#[test]
fn sr_12_a_rule_is_disabled_before_it_is_deleted() {
    let (service, id) = stage();
    let made = rule(&service, LONDON, &[target(&id, 1)]);
    assert_eq!(service.refused(DeleteSipRule, &rule_id(&made)), "Conflict");
    service.call(UpdateSipRule, &update(&made, &json!({ "Disabled": true })));
    assert_eq!(service.phone_number(LONDON)["Status"], "Assigned");
    service.call(DeleteSipRule, &rule_id(&made));
    let number = service.phone_number(LONDON);
    assert_eq!((&number["Status"], &number["Associations"]), (&json!("Unassigned"), &json!([])));
    assert_eq!(service.refused(DeleteSipRule, &rule_id(&made)), "NotFound");
    // The trigger is free again.
    let mut again = rule_for(LONDON, &[target(&id, 1)]);
    again["Disabled"] = true.into();
    assert_eq!(service.call(CreateSipRule, &again)["SipRule"]["Disabled"], true);
}
