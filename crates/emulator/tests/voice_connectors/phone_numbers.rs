//! Numbers of connectors and groups: VC-30 to VC-33, VCG-7, and their parts of NUM-3, NUM-4, NUM-8, NUM-9, NUM-21, NUM-22, NUM-24.

use chime_model::Operation::{
    AssociatePhoneNumberWithUser, AssociatePhoneNumbersWithVoiceConnector,
    AssociatePhoneNumbersWithVoiceConnectorGroup, BatchDeletePhoneNumber, CreatePhoneNumberOrder, DeletePhoneNumber,
    DisassociatePhoneNumbersFromVoiceConnector, DisassociatePhoneNumbersFromVoiceConnectorGroup, ListPhoneNumbers,
    UpdatePhoneNumber,
};
use serde_json::{Value, json};

use crate::harness::{NOBODY, Service, column, list};
use crate::{NEXT, SEATTLE, associate, connector, group, home, with};

fn disassociate(service: &Service, connector: &str, numbers: &[&str]) -> Value {
    let input = with(connector, "E164PhoneNumbers", &json!(numbers));
    service.call(DisassociatePhoneNumbersFromVoiceConnector, &input)["PhoneNumberErrors"].clone()
}

fn in_group(group: &str, numbers: &[&str]) -> Value {
    json!({ "VoiceConnectorGroupId": group, "E164PhoneNumbers": numbers })
}

fn codes(errors: &Value) -> Vec<String> {
    column(&list(errors), "ErrorCode")
}

#[test]
fn vc_32_num_3_an_associated_number_is_assigned() {
    let service = Service::new();
    service.stock(SEATTLE, "VoiceConnector");
    let id = connector(&service, "Office");
    service.advance("1h");
    assert_eq!(associate(&service, &id, &[SEATTLE]), json!([]));
    let number = service.phone_number(SEATTLE);
    assert_eq!(number["Status"], "Assigned");
    let since = "2020-09-13T13:26:40.000Z";
    let association = json!({ "Name": "VoiceConnectorId", "Value": id, "AssociatedTimestamp": since });
    assert_eq!((&number["Associations"], &number["UpdatedTimestamp"]), (&json!([association]), &json!(since)));
    // NUM-21.
    let filter = json!({ "FilterName": "VoiceConnectorId", "FilterValue": id });
    assert_eq!(list(&service.call(ListPhoneNumbers, &filter)["PhoneNumbers"]), [number]);
}

#[test]
fn vc_31_already_there_is_a_success() {
    // G-60: also twice in one request.
    let service = Service::new();
    service.stock(SEATTLE, "VoiceConnector");
    let id = connector(&service, "Office");
    assert_eq!(associate(&service, &id, &[SEATTLE, SEATTLE]), json!([]));
    let number = service.phone_number(SEATTLE);
    service.advance("1h");
    assert_eq!(associate(&service, &id, &[SEATTLE]), json!([]));
    assert_eq!(service.phone_number(SEATTLE), number);
    assert_eq!(associate(&service, &id, &[]), json!([]));
}

#[test]
fn vc_31_num_8_each_number_has_its_own_error() {
    let service = Service::new();
    service.stock(SEATTLE, "VoiceConnector");
    service.stock("+12065550110", "BusinessCalling");
    service.stock("+12065550111", "SipMediaApplicationDialIn");
    service.stock("+12065550112", "VoiceConnector");
    service.call(DeletePhoneNumber, &json!({ "PhoneNumberId": "+12065550112" }));
    let order = json!({ "ProductType": "VoiceConnector", "E164PhoneNumbers": ["+12065550113"] });
    service.call(CreatePhoneNumberOrder, &order);
    let id = connector(&service, "Office");
    let numbers = ["12065550199", "+12065550110", "+12065550111", "+12065550112", "+12065550113", SEATTLE];
    let errors = associate(&service, &id, &numbers);
    assert_eq!(column(&list(&errors), "PhoneNumberId"), numbers[..5], "as they were sent");
    assert_eq!(codes(&errors), ["NotFound", "BadRequest", "BadRequest", "PreconditionFailed", "PreconditionFailed"]);
    assert_eq!(home(&service, SEATTLE), json!(["VoiceConnectorId", id]));
}

#[test]
fn vc_30_num_9_only_force_moves_a_number() {
    let service = Service::new();
    for number in [SEATTLE, NEXT] {
        service.stock(number, "VoiceConnector");
    }
    let (here, there) = (connector(&service, "Here"), connector(&service, "There"));
    associate(&service, &there, &[SEATTLE]);
    let group = group(&service, &[&there]);
    let into_group = service.call(AssociatePhoneNumbersWithVoiceConnectorGroup, &in_group(&group, &[NEXT]));
    assert_eq!(into_group["PhoneNumberErrors"], json!([]));
    for force in [Value::Null, json!(false)] {
        let mut input = with(&here, "E164PhoneNumbers", &json!([SEATTLE, NEXT]));
        input["ForceAssociate"] = force;
        let errors = service.call(AssociatePhoneNumbersWithVoiceConnector, &input)["PhoneNumberErrors"].clone();
        assert_eq!(codes(&errors), ["PhoneNumberAssociationsExist", "PhoneNumberAssociationsExist"]);
        assert_eq!(home(&service, SEATTLE), json!(["VoiceConnectorId", there]));
        assert_eq!(home(&service, NEXT), json!(["VoiceConnectorGroupId", group]));
    }
    let mut input = with(&here, "E164PhoneNumbers", &json!([SEATTLE, NEXT]));
    input["ForceAssociate"] = true.into();
    assert_eq!(service.call(AssociatePhoneNumbersWithVoiceConnector, &input)["PhoneNumberErrors"], json!([]));
    for number in [SEATTLE, NEXT] {
        assert_eq!(home(&service, number), json!(["VoiceConnectorId", here]));
    }
}

#[test]
fn vc_32_a_users_number_is_not_forced_away() {
    let service = Service::new();
    let account = service.team("Acme");
    let user = service.user(&account, "ada@example.com");
    service.stock(SEATTLE, "BusinessCalling");
    let give = json!({ "AccountId": account, "UserId": user, "E164PhoneNumber": SEATTLE });
    service.call(AssociatePhoneNumberWithUser, &give);
    let id = connector(&service, "Office");
    let mut input = with(&id, "E164PhoneNumbers", &json!([SEATTLE]));
    input["ForceAssociate"] = true.into();
    let errors = service.call(AssociatePhoneNumbersWithVoiceConnector, &input)["PhoneNumberErrors"].clone();
    assert_eq!(codes(&errors), ["BadRequest"]);
    assert_eq!(service.get_user(&account, &user)["PrimaryProvisionedNumber"], SEATTLE);
}

#[test]
fn num_8_a_connectors_number_is_no_users() {
    let service = Service::new();
    let account = service.team("Acme");
    let user = service.user(&account, "ada@example.com");
    service.stock(SEATTLE, "VoiceConnector");
    let give = json!({ "AccountId": account, "UserId": user, "E164PhoneNumber": SEATTLE });
    assert_eq!(service.refused(AssociatePhoneNumberWithUser, &give), "BadRequest");
}

#[test]
fn vc_33_num_4_a_number_that_leaves_is_free() {
    let service = Service::new();
    service.stock(SEATTLE, "VoiceConnector");
    service.stock(NEXT, "VoiceConnector");
    let (here, there) = (connector(&service, "Here"), connector(&service, "There"));
    associate(&service, &here, &[SEATTLE]);
    let errors = disassociate(&service, &there, &[SEATTLE]);
    assert_eq!(codes(&errors), ["NotFound"]);
    assert_eq!(home(&service, SEATTLE), json!(["VoiceConnectorId", here]));
    let errors = disassociate(&service, &here, &[SEATTLE, NEXT, "+12065550199"]);
    assert_eq!(column(&list(&errors), "PhoneNumberId"), [NEXT, "+12065550199"]);
    assert_eq!(codes(&errors), ["NotFound", "NotFound"]);
    assert_eq!(home(&service, SEATTLE), Value::Null);
    assert_eq!(service.phone_number(SEATTLE)["Status"], "Unassigned");
}

#[test]
fn vcg_7_an_empty_group_takes_numbers_as_a_connector_does() {
    let service = Service::new();
    service.stock(SEATTLE, "VoiceConnector");
    let (group, other) = (group(&service, &[]), group(&service, &[]));
    let done = |operation, input: &Value| service.call(operation, input)["PhoneNumberErrors"].clone();
    let errors = done(AssociatePhoneNumbersWithVoiceConnectorGroup, &in_group(&group, &[SEATTLE, NEXT]));
    assert_eq!(codes(&errors), ["NotFound"]);
    assert_eq!(home(&service, SEATTLE), json!(["VoiceConnectorGroupId", group]));
    let mut there = in_group(&other, &[SEATTLE]);
    let errors = done(AssociatePhoneNumbersWithVoiceConnectorGroup, &there);
    assert_eq!(codes(&errors), ["PhoneNumberAssociationsExist"]);
    let errors = done(DisassociatePhoneNumbersFromVoiceConnectorGroup, &there);
    assert_eq!(codes(&errors), ["NotFound"]);
    there["ForceAssociate"] = true.into();
    assert_eq!(done(AssociatePhoneNumbersWithVoiceConnectorGroup, &there), json!([]));
    assert_eq!(home(&service, SEATTLE), json!(["VoiceConnectorGroupId", other]));
    assert_eq!(done(DisassociatePhoneNumbersFromVoiceConnectorGroup, &in_group(&other, &[SEATTLE])), json!([]));
    assert_eq!(home(&service, SEATTLE), Value::Null);
}

#[test]
fn what_takes_numbers_must_be_there() {
    let service = Service::new();
    let numbers = with(NOBODY, "E164PhoneNumbers", &json!([SEATTLE]));
    for operation in [AssociatePhoneNumbersWithVoiceConnector, DisassociatePhoneNumbersFromVoiceConnector] {
        assert_eq!(service.refused(operation, &numbers), "NotFound", "{operation}");
    }
    let numbers = in_group(NOBODY, &[SEATTLE]);
    for operation in [AssociatePhoneNumbersWithVoiceConnectorGroup, DisassociatePhoneNumbersFromVoiceConnectorGroup] {
        assert_eq!(service.refused(operation, &numbers), "NotFound", "{operation}");
    }
}

#[test]
fn num_24_num_22_numbers_of_connectors_and_groups_stay_what_they_are() {
    // NUM-25, Appendix D.
    let service = Service::new();
    for number in [SEATTLE, NEXT] {
        service.stock(number, "VoiceConnector");
    }
    let id = connector(&service, "Office");
    associate(&service, &id, &[SEATTLE]);
    let group = group(&service, &[]);
    service.call(AssociatePhoneNumbersWithVoiceConnectorGroup, &in_group(&group, &[NEXT]));
    for number in [SEATTLE, NEXT] {
        let error = service.error(DeletePhoneNumber, &json!({ "PhoneNumberId": number }));
        assert_eq!((error.status, error.code.as_str()), (400, "PhoneNumberAssociationsExist"));
        let change = json!({ "PhoneNumberId": number, "ProductType": "SipMediaApplicationDialIn" });
        assert_eq!(service.refused(UpdatePhoneNumber, &change), "Conflict");
    }
    let errors = service.call(BatchDeletePhoneNumber, &json!({ "PhoneNumberIds": [SEATTLE, NEXT] }));
    assert_eq!(codes(&errors["PhoneNumberErrors"]), ["PhoneNumberAssociationsExist", "PhoneNumberAssociationsExist"]);
    disassociate(&service, &id, &[SEATTLE]);
    service.call(DeletePhoneNumber, &json!({ "PhoneNumberId": SEATTLE }));
}
