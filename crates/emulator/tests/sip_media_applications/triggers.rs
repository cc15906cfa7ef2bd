//! What sets a rule off: SR-4 to SR-6, and the parts of NUM-3, NUM-4, NUM-8, NUM-9, NUM-21, NUM-22, NUM-24 about rules.

use chime_model::Operation::{
    AssociatePhoneNumberWithUser, AssociatePhoneNumbersWithVoiceConnector, CreatePhoneNumberOrder, CreateSipRule,
    DeletePhoneNumber, ListPhoneNumbers, UpdatePhoneNumber,
};
use serde_json::{Value, json};

use crate::harness::{Service, column, list, text};
use crate::{LONDON, SEATTLE, application, host, rule, rule_for, target};

fn stage() -> (Service, Value) {
    let service = Service::new();
    service.stock(LONDON, "SipMediaApplicationDialIn");
    let target = target(&application(&service, "Menu", "us-east-1"), 1);
    (service, target)
}

fn for_host(host: &str, target: &Value) -> Value {
    let mut input = rule_for(host, std::slice::from_ref(target));
    input["TriggerType"] = "RequestUriHostname".into();
    input
}

#[test]
fn sr_4_num_3_num_4_the_number_becomes_the_rules() {
    let (service, target) = stage();
    service.advance("1h");
    // However the number is written.
    let made = rule(&service, "442012345600", &[target]);
    assert_eq!(made["TriggerValue"], LONDON);
    let number = service.phone_number(LONDON);
    let association = json!({
        "Name": "SipRuleId", "Value": made["SipRuleId"], "AssociatedTimestamp": "2020-09-13T13:26:40.000Z",
    });
    assert_eq!((&number["Status"], &number["Associations"]), (&json!("Assigned"), &json!([association])));
    // NUM-21.
    let filter = json!({ "FilterName": "SipRuleId", "FilterValue": made["SipRuleId"] });
    assert_eq!(list(&service.call(ListPhoneNumbers, &filter)["PhoneNumbers"]), [number]);
}

#[test]
fn sr_4_num_8_only_a_free_dial_in_number_of_the_callers() {
    let (service, target) = stage();
    service.stock(SEATTLE, "VoiceConnector");
    service.stock("+12065550101", "BusinessCalling");
    service.stock("+12065550102", "SipMediaApplicationDialIn");
    service.call(DeletePhoneNumber, &json!({ "PhoneNumberId": "+12065550102" }));
    let order = json!({ "ProductType": "SipMediaApplicationDialIn", "E164PhoneNumbers": ["+12065550103"] });
    service.call(CreatePhoneNumberOrder, &order);
    for number in [SEATTLE, "+12065550101", "+12065550102", "+12065550103", "+12065550199", "reception"] {
        let input = rule_for(number, std::slice::from_ref(&target));
        assert_eq!(service.refused(CreateSipRule, &input), "BadRequest", "{number}");
    }
    // A rule that is refused leaves its number alone.
    let nowhere = rule_for(LONDON, &[crate::target(crate::harness::NOBODY, 1)]);
    assert_eq!(service.refused(CreateSipRule, &nowhere), "BadRequest");
    assert_eq!(service.phone_number(LONDON)["Status"], "Unassigned");
}

#[test]
fn sr_5_a_host_is_a_connectors() {
    let (service, target) = stage();
    let host = host(&service);
    for wrong in ["sip.example.com", &host[1..], "voiceconnector.chime.aws", &format!("{host}.")] {
        assert_eq!(service.refused(CreateSipRule, &for_host(wrong, &target)), "BadRequest", "{wrong}");
    }
    let made = service.call(CreateSipRule, &for_host(&host, &target))["SipRule"].clone();
    assert_eq!((&made["TriggerType"], &made["TriggerValue"]), (&json!("RequestUriHostname"), &json!(host)));
    let mut number = for_host(LONDON, &target);
    assert_eq!(service.refused(CreateSipRule, &number), "BadRequest", "no host");
    number["TriggerType"] = "Anything".into();
    assert_eq!(service.refused(CreateSipRule, &number), "BadRequest");
}

#[test]
fn sr_6_a_trigger_sets_off_one_rule() {
    // Also a rule that is disabled; told before the number's state.
    let (service, target) = stage();
    let mut first = rule_for(LONDON, std::slice::from_ref(&target));
    first["Disabled"] = true.into();
    service.call(CreateSipRule, &first);
    assert_eq!(service.refused(CreateSipRule, &rule_for(LONDON, std::slice::from_ref(&target))), "Conflict");
    let host = host(&service);
    service.call(CreateSipRule, &for_host(&host, &target));
    assert_eq!(service.refused(CreateSipRule, &for_host(&host, &target)), "Conflict");
}

#[test]
fn num_9_num_22_num_24_a_rules_number_stays_with_it() {
    let (service, target) = stage();
    service.stock(SEATTLE, "SipMediaApplicationDialIn");
    let made = rule(&service, SEATTLE, &[target]);
    let error = service.error(DeletePhoneNumber, &json!({ "PhoneNumberId": SEATTLE }));
    assert_eq!((error.status, error.code.as_str()), (400, "PhoneNumberAssociationsExist"));
    let change = json!({ "PhoneNumberId": SEATTLE, "ProductType": "VoiceConnector" });
    assert_eq!(service.refused(UpdatePhoneNumber, &change), "Conflict");
    let account = service.team("Acme");
    let user = service.user(&account, "ada@example.com");
    let give = json!({ "AccountId": account, "UserId": user, "E164PhoneNumber": SEATTLE });
    assert_eq!(service.refused(AssociatePhoneNumberWithUser, &give), "BadRequest");
    let connector = text(&json!(host(&service).split_once('.').expect("an id").0));
    let input = json!({ "VoiceConnectorId": connector, "E164PhoneNumbers": [SEATTLE], "ForceAssociate": true });
    let errors = service.call(AssociatePhoneNumbersWithVoiceConnector, &input)["PhoneNumberErrors"].clone();
    assert_eq!(column(&list(&errors), "ErrorCode"), ["BadRequest"]);
    assert_eq!(service.phone_number(SEATTLE)["Associations"][0]["Value"], made["SipRuleId"]);
}
