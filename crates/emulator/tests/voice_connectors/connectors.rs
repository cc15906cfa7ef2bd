//! Making, listing, changing and deleting: VC-1 to VC-13.

use chime_model::Operation::{
    CreateProxySession, CreateSipMediaApplication, CreateSipRule, CreateVoiceConnector, DeleteSipRule,
    DeleteVoiceConnector, DisassociatePhoneNumbersFromVoiceConnector, GetProxySession, GetVoiceConnector,
    ListVoiceConnectorTerminationCredentials, ListVoiceConnectors, PutVoiceConnectorProxy,
    PutVoiceConnectorTerminationCredentials, UpdateSipRule, UpdateVoiceConnector, UpdateVoiceConnectorGroup,
};
use serde_json::{Value, json};

use crate::harness::{NOBODY, Service, column, list, text};
use crate::{SEATTLE, associate, both_ways, connector, for_another_customer, group, of, with};

fn get(service: &Service, connector: &str) -> Value {
    service.call(GetVoiceConnector, &of(connector))["VoiceConnector"].clone()
}

fn names(service: &Service) -> Vec<String> {
    column(&list(&service.call(ListVoiceConnectors, &json!({}))["VoiceConnectors"]), "Name")
}

#[test]
fn vc_1_vc_10_a_connector_has_an_id_of_22_and_a_host() {
    // G-24.
    let service = Service::new();
    let input = json!({ "Name": "Head office", "AwsRegion": "us-west-2", "RequireEncryption": true });
    let made = service.call(CreateVoiceConnector, &input)["VoiceConnector"].clone();
    let id = text(&made["VoiceConnectorId"]);
    assert_eq!(id.len(), 22);
    assert!(id.bytes().all(|byte| byte.is_ascii_lowercase() || byte.is_ascii_digit()), "{id}");
    let expected = json!({
        "VoiceConnectorId": id, "Name": "Head office", "AwsRegion": "us-west-2", "RequireEncryption": true,
        "VoiceConnectorArn": format!("arn:aws:chime:us-west-2:111122223333:vc/{id}"),
        "OutboundHostName": format!("{id}.voiceconnector.chime.aws"),
        "CreatedTimestamp": "2020-09-13T12:26:40.000Z", "UpdatedTimestamp": "2020-09-13T12:26:40.000Z",
    });
    assert_eq!(made, expected);
    assert_eq!(get(&service, &id), expected);
}

#[test]
fn vc_1_the_region_is_us_east_1_unless_said() {
    let service = Service::new();
    let id = connector(&service, "Office");
    assert_eq!(get(&service, &id)["AwsRegion"], "us-east-1");
    let elsewhere = json!({ "Name": "Office", "AwsRegion": "eu-west-1", "RequireEncryption": true });
    assert_eq!(service.refused(CreateVoiceConnector, &elsewhere), "BadRequest");
}

#[test]
fn vc_10_name_and_encryption_are_needed() {
    let service = Service::new();
    let long = "n".repeat(257);
    for wrong in [
        json!({ "Name": "Office" }),
        json!({ "RequireEncryption": true }),
        json!({ "Name": "", "RequireEncryption": true }),
        json!({ "Name": long, "RequireEncryption": true }),
    ] {
        assert_eq!(service.refused(CreateVoiceConnector, &wrong), "BadRequest", "{wrong}");
    }
    connector(&service, &long[..256]);
}

#[test]
fn vc_6_names_repeat_and_there_is_a_quota_only_when_one_is_set() {
    let service = Service::new();
    connector(&service, "Office");
    connector(&service, "Office");
    assert_eq!(names(&service), ["Office", "Office"]);
    service.switch(&json!({ "Quotas": { "VoiceConnectors": 2 } }));
    let third = json!({ "Name": "Third", "RequireEncryption": false });
    assert_eq!(service.refused(CreateVoiceConnector, &third), "ResourceLimitExceeded");
}

#[test]
fn vc_11_an_update_says_both_and_leaves_the_rest() {
    let service = Service::new();
    let id = connector(&service, "Office");
    let before = get(&service, &id);
    service.advance("1h");
    assert_eq!(service.refused(UpdateVoiceConnector, &with(&id, "Name", &json!("New"))), "BadRequest");
    let input = json!({ "VoiceConnectorId": id, "Name": "New", "RequireEncryption": true, "AwsRegion": "us-west-2" });
    let after = service.call(UpdateVoiceConnector, &input)["VoiceConnector"].clone();
    let mut expected = before;
    expected["Name"] = "New".into();
    expected["RequireEncryption"] = true.into();
    expected["UpdatedTimestamp"] = "2020-09-13T13:26:40.000Z".into();
    assert_eq!(after, expected);
    assert_eq!(get(&service, &id), expected);
}

#[test]
fn connectors_are_listed_oldest_first_page_by_page() {
    // G-40, G-42, G-43.
    let service = Service::new();
    for index in 0..5 {
        connector(&service, &format!("Office {index}"));
        service.advance("1s");
    }
    let (mut seen, mut token) = (Vec::new(), Value::Null);
    loop {
        let page = service.call(ListVoiceConnectors, &json!({ "MaxResults": 2, "NextToken": token }));
        seen.extend(column(&list(&page["VoiceConnectors"]), "Name"));
        token = page["NextToken"].clone();
        if token.is_null() {
            break;
        }
    }
    assert_eq!(seen, ["Office 0", "Office 1", "Office 2", "Office 3", "Office 4"]);
    assert_eq!(service.refused(ListVoiceConnectors, &json!({ "MaxResults": 100 })), "BadRequest");
}

#[test]
fn a_connector_is_its_aws_accounts() {
    let service = Service::new();
    let id = connector(&service, "Office");
    let other = for_another_customer(&service);
    assert_eq!(other.refused(GetVoiceConnector, &of(&id)), "NotFound");
    assert_eq!(names(&other), [""; 0]);
    for operation in [GetVoiceConnector, DeleteVoiceConnector, ListVoiceConnectorTerminationCredentials] {
        assert_eq!(service.refused(operation, &of(NOBODY)), "NotFound", "{operation}");
    }
}

#[test]
fn vc_12_a_connector_with_numbers_is_not_deleted() {
    // G-12.
    let service = Service::new();
    service.stock(SEATTLE, "VoiceConnector");
    let id = connector(&service, "Office");
    assert_eq!(associate(&service, &id, &[SEATTLE]), json!([]));
    let error = service.error(DeleteVoiceConnector, &of(&id));
    assert_eq!((error.exception.as_str(), error.code.as_str()), ("ConflictException", "PhoneNumberAssociationsExist"));
    let numbers = with(&id, "E164PhoneNumbers", &json!([SEATTLE]));
    service.call(DisassociatePhoneNumbersFromVoiceConnector, &numbers);
    service.call(DeleteVoiceConnector, &of(&id));
    assert_eq!(service.refused(GetVoiceConnector, &of(&id)), "NotFound");
}

#[test]
fn vc_12_a_member_of_a_group_is_not_deleted() {
    let service = Service::new();
    let (id, other) = (connector(&service, "Office"), connector(&service, "Spare"));
    let group = group(&service, &[&other, &id]);
    let error = service.error(DeleteVoiceConnector, &of(&id));
    assert_eq!((error.status, error.code.as_str()), (409, "VoiceConnectorGroupAssociationsExist"));
    let items = json!([{ "VoiceConnectorId": other, "Priority": 1 }]);
    let without = json!({ "VoiceConnectorGroupId": group, "Name": "Group", "VoiceConnectorItems": items });
    service.call(UpdateVoiceConnectorGroup, &without);
    service.call(DeleteVoiceConnector, &of(&id));
}

#[test]
fn vc_12_a_connector_that_a_sip_rule_names_is_not_deleted() {
    let service = Service::new();
    let id = connector(&service, "Office");
    let arn = "arn:aws:lambda:us-east-1:111122223333:function:answer";
    let application = json!({ "AwsRegion": "us-east-1", "Name": "App", "Endpoints": [{ "LambdaArn": arn }] });
    let application = service.call(CreateSipMediaApplication, &application)["SipMediaApplication"].clone();
    let target = json!([{ "SipMediaApplicationId": application["SipMediaApplicationId"], "Priority": 1 }]);
    let rule = json!({
        "Name": "Rule", "TriggerType": "RequestUriHostname", "TargetApplications": target,
        "TriggerValue": format!("{id}.voiceconnector.chime.aws"),
    });
    let rule = service.call(CreateSipRule, &rule)["SipRule"]["SipRuleId"].clone();
    let error = service.error(DeleteVoiceConnector, &of(&id));
    assert_eq!((error.status, error.code.as_str()), (409, "Conflict"));
    service.call(UpdateSipRule, &json!({ "SipRuleId": rule, "Name": "Rule", "Disabled": true }));
    assert_eq!(service.refused(DeleteVoiceConnector, &of(&id)), "Conflict", "disabled or not");
    service.call(DeleteSipRule, &json!({ "SipRuleId": rule }));
    service.call(DeleteVoiceConnector, &of(&id));
}

#[test]
fn vc_13_everything_goes_with_a_connector() {
    let service = Service::new();
    let id = connector(&service, "Office");
    both_ways(&service, &id);
    let credentials = json!([{ "Username": "pbx", "Password": "secret" }]);
    service.call(PutVoiceConnectorTerminationCredentials, &with(&id, "Credentials", &credentials));
    let proxy =
        json!({ "VoiceConnectorId": id, "DefaultSessionExpiryMinutes": 60, "PhoneNumberPoolCountries": ["US"] });
    service.call(PutVoiceConnectorProxy, &proxy);
    let session = json!({
        "VoiceConnectorId": id, "ParticipantPhoneNumbers": ["+14015550101", "+12065550100"], "Capabilities": ["SMS"],
    });
    let session = service.call(CreateProxySession, &session)["ProxySession"]["ProxySessionId"].clone();
    service.call(DeleteVoiceConnector, &of(&id));
    let session = json!({ "VoiceConnectorId": id, "ProxySessionId": session });
    assert_eq!(service.refused(GetProxySession, &session), "NotFound");
    assert_eq!(service.refused(ListVoiceConnectorTerminationCredentials, &of(&id)), "NotFound");
    // Not a row is left, nor anything to be done.
    let rows = service.machine.done("GET", "/_emulator/snapshot", &Value::Null).to_string();
    assert!(!rows.contains(&id), "{rows}");
}
