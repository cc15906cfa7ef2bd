//! The deletion queue: NUM-4, NUM-11, NUM-24 to NUM-26.

use chime_model::Operation::{
    AssociatePhoneNumberWithUser, BatchDeletePhoneNumber, DeletePhoneNumber, DisassociatePhoneNumberFromUser,
    GetPhoneNumber, RestorePhoneNumber,
};
use serde_json::{Value, json};

use crate::harness::{Service, column, list};
use crate::{SEATTLE, bought, calling_name, delete, fail, give_away, of, order, rename};

const NEXT: &str = "+12065550101";

#[test]
fn num_4_num_24_a_deleted_number_waits_seven_days() {
    let service = Service::new();
    bought(&service, "VoiceConnector", &[SEATTLE]);
    delete(&service, SEATTLE);
    let number = service.phone_number(SEATTLE);
    assert_eq!(
        (&number["Status"], &number["DeletionTimestamp"], &number["UpdatedTimestamp"]),
        (&json!("DeleteInProgress"), &json!("2020-09-13T12:26:50.000Z"), &json!("2020-09-13T12:26:50.000Z"))
    );
    service.advance("1h");
    // Again: done already, and the time counts from the first.
    delete(&service, SEATTLE);
    assert_eq!(service.phone_number(SEATTLE), number);
    service.advance("601199s");
    service.phone_number(SEATTLE);
    service.advance("1s");
    for operation in [GetPhoneNumber, DeletePhoneNumber, RestorePhoneNumber] {
        assert_eq!(service.refused(operation, &of(SEATTLE)), "NotFound", "{operation}");
    }
}

#[test]
fn num_4_who_leaves_the_queue_can_be_ordered_again() {
    // SRC-4, ORD-4: not before.
    let service = Service::new();
    bought(&service, "VoiceConnector", &[SEATTLE]);
    delete(&service, SEATTLE);
    assert_eq!(bought(&service, "VoiceConnector", &[SEATTLE])["Status"], "Failed");
    assert_eq!(service.phone_number(SEATTLE)["Status"], "DeleteInProgress");
    service.advance("7d");
    assert_eq!(bought(&service, "VoiceConnector", &[SEATTLE])["Status"], "Successful");
}

#[test]
fn num_24_a_number_in_use_is_not_deleted() {
    // G-12, Appendix D.
    let service = Service::new();
    let account = service.team("Acme");
    bought(&service, "BusinessCalling", &[SEATTLE]);
    let user = give_away(&service, &account, SEATTLE);
    let error = service.error(DeletePhoneNumber, &of(SEATTLE));
    assert_eq!((error.status, error.exception.as_str()), (400, "BadRequestException"));
    assert_eq!(error.code, "PhoneNumberAssociationsExist");
    service.call(DisassociatePhoneNumberFromUser, &json!({ "AccountId": account, "UserId": user }));
    delete(&service, SEATTLE);
}

#[test]
fn num_24_a_number_of_a_running_order_is_not_deleted_but_a_failed_one_is() {
    let service = Service::new();
    fail(&service, SEATTLE, &json!({ "Order": true }));
    order(&service, "VoiceConnector", &[SEATTLE]);
    let error = service.error(DeletePhoneNumber, &of(SEATTLE));
    assert_eq!((error.status, error.code.as_str()), (400, "BadRequest"));
    service.advance("10s");
    delete(&service, SEATTLE);
    assert_eq!(service.phone_number(SEATTLE)["Status"], "DeleteInProgress");
    // What was never had does not come by restoring.
    let restored = service.call(RestorePhoneNumber, &of(SEATTLE));
    assert_eq!(restored["PhoneNumber"]["Status"], "AcquireFailed");
}

#[test]
fn num_25_a_batch_tells_those_that_stay() {
    // G-60; an id that comes twice is harmless.
    let service = Service::new();
    let account = service.team("Acme");
    bought(&service, "BusinessCalling", &[SEATTLE, NEXT]);
    give_away(&service, &account, NEXT);
    let ids = json!({ "PhoneNumberIds": ["%2B12065550100", "+12065550100", NEXT, "%2B12065550199"] });
    let errors = list(&service.call(BatchDeletePhoneNumber, &ids)["PhoneNumberErrors"]);
    assert_eq!(column(&errors, "PhoneNumberId"), [NEXT, "%2B12065550199"]);
    assert_eq!(column(&errors, "ErrorCode"), ["PhoneNumberAssociationsExist", "NotFound"]);
    assert_eq!(service.phone_number(SEATTLE)["Status"], "DeleteInProgress");
    assert_eq!(service.phone_number(NEXT)["Status"], "Assigned");
    assert_eq!(service.refused(BatchDeletePhoneNumber, &json!({ "PhoneNumberIds": [] })), "BadRequest");
}

#[test]
fn num_26_a_number_comes_back_out_of_the_queue_for_good() {
    let service = Service::new();
    bought(&service, "VoiceConnector", &[SEATTLE]);
    assert_eq!(service.refused(RestorePhoneNumber, &of(SEATTLE)), "BadRequest");
    delete(&service, SEATTLE);
    service.advance("6d");
    let restored = service.call(RestorePhoneNumber, &of(SEATTLE))["PhoneNumber"].clone();
    assert_eq!((&restored["Status"], &restored["DeletionTimestamp"]), (&json!("Unassigned"), &Value::Null));
    assert_eq!(restored["UpdatedTimestamp"], "2020-09-19T12:26:50.000Z");
    service.advance("30d");
    assert_eq!(service.phone_number(SEATTLE), restored);
    // A second deletion has seven days of its own.
    delete(&service, SEATTLE);
    service.advance("6d");
    assert_eq!(service.phone_number(SEATTLE)["Status"], "DeleteInProgress");
}

#[test]
fn num_26_a_full_inventory_takes_nothing_back() {
    let service = Service::new();
    bought(&service, "VoiceConnector", &[SEATTLE, NEXT]);
    delete(&service, SEATTLE);
    service.switch(&json!({ "Quotas": { "PhoneNumbers": 1 } }));
    assert_eq!(service.refused(RestorePhoneNumber, &of(SEATTLE)), "ResourceLimitExceeded");
    delete(&service, NEXT);
    service.call(RestorePhoneNumber, &of(SEATTLE));
}

#[test]
fn num_11_a_number_comes_back_with_what_it_had() {
    let service = Service::new();
    bought(&service, "SipMediaApplicationDialIn", &[SEATTLE]);
    rename(&service, SEATTLE, "Front desk");
    service.advance("72h");
    delete(&service, SEATTLE);
    let restored = service.call(RestorePhoneNumber, &of(SEATTLE))["PhoneNumber"].clone();
    assert_eq!(restored["ProductType"], "SipMediaApplicationDialIn");
    assert_eq!(restored["CreatedTimestamp"], "2020-09-13T12:26:40.000Z");
    assert_eq!(calling_name(&service, SEATTLE), (json!("Front desk"), "UpdateSucceeded".into()));
}

#[test]
fn num_4_f_10_a_release_can_fail_and_leaves_nobody_with_the_number() {
    let service = Service::new();
    let account = service.team("Acme");
    bought(&service, "BusinessCalling", &[SEATTLE]);
    let user = give_away(&service, &account, SEATTLE);
    fail(&service, SEATTLE, &json!({ "Release": true }));
    service.call(DisassociatePhoneNumberFromUser, &json!({ "AccountId": account, "UserId": user }));
    let number = service.phone_number(SEATTLE);
    assert_eq!((&number["Status"], &number["Associations"]), (&json!("ReleaseFailed"), &json!([])));
    assert_eq!(service.get_user(&account, &user)["PrimaryProvisionedNumber"], Value::Null);
    let input = json!({ "AccountId": account, "UserId": user, "E164PhoneNumber": SEATTLE });
    assert_eq!(service.refused(AssociatePhoneNumberWithUser, &input), "BadRequest");
    // By way of the queue it is free again.
    delete(&service, SEATTLE);
    assert_eq!(service.call(RestorePhoneNumber, &of(SEATTLE))["PhoneNumber"]["Status"], "Unassigned");
}

#[test]
fn num_4_f_10_a_deletion_can_fail_at_the_end_of_the_queue() {
    let service = Service::new();
    bought(&service, "VoiceConnector", &[SEATTLE]);
    fail(&service, SEATTLE, &json!({ "Deletion": true }));
    delete(&service, SEATTLE);
    service.advance("7d");
    let number = service.phone_number(SEATTLE);
    assert_eq!((&number["Status"], &number["DeletionTimestamp"]), (&json!("DeleteFailed"), &Value::Null));
    assert_eq!(service.refused(RestorePhoneNumber, &of(SEATTLE)), "BadRequest", "it is in no queue");
    fail(&service, SEATTLE, &json!({}));
    delete(&service, SEATTLE);
    service.advance("7d");
    assert_eq!(service.refused(GetPhoneNumber, &of(SEATTLE)), "NotFound");
}
