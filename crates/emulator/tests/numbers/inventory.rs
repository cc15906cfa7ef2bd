//! What a number is, how it is listed, and what it is for: NUM-1 to NUM-9, NUM-20 to NUM-23.

use chime_model::Operation::{
    BatchUpdatePhoneNumber, DisassociatePhoneNumberFromUser, GetPhoneNumber, ListPhoneNumbers, UpdatePhoneNumber,
};
use serde_json::{Value, json};

use crate::harness::{NOBODY, Service, column, list};
use crate::{LONDON, SEATTLE, TOLL_FREE, bought, change, delete, fail, for_another_customer, give_away, of, order};

fn listed(service: &Service, filter: &Value) -> Vec<String> {
    column(&list(&service.call(ListPhoneNumbers, filter)["PhoneNumbers"]), "E164PhoneNumber")
}

#[test]
fn num_1_a_number_tells_everything_about_itself() {
    // NUM-3, NUM-7, NUM-10, G-5, G-30.
    let service = Service::new();
    bought(&service, "BusinessCalling", &[SEATTLE]);
    let expected = json!({
        "PhoneNumberId": "%2B12065550100", "E164PhoneNumber": SEATTLE, "Country": "US", "Type": "Local",
        "ProductType": "BusinessCalling", "Status": "Unassigned", "Associations": [],
        "Capabilities": {
            "InboundCall": true, "OutboundCall": true, "InboundSMS": true, "OutboundSMS": true, "InboundMMS": true,
            "OutboundMMS": true,
        },
        "CallingName": null, "CallingNameStatus": "Unassigned", "DeletionTimestamp": null,
        "CreatedTimestamp": "2020-09-13T12:26:40.000Z", "UpdatedTimestamp": "2020-09-13T12:26:50.000Z",
    });
    for id in [SEATTLE, "12065550100", "%2B12065550100"] {
        assert_eq!(service.phone_number(id), expected, "{id}");
    }
}

#[test]
fn num_1_a_number_is_its_aws_accounts() {
    let service = Service::new();
    bought(&service, "VoiceConnector", &[SEATTLE]);
    let other = for_another_customer(&service);
    assert_eq!(other.refused(GetPhoneNumber, &of(SEATTLE)), "NotFound");
    assert_eq!(listed(&other, &json!({})), [""; 0]);
}

#[test]
fn num_2_a_number_that_nobody_ordered_is_not_there() {
    let service = Service::new();
    assert_eq!(service.refused(GetPhoneNumber, &of(SEATTLE)), "NotFound");
    assert_eq!(service.refused(UpdatePhoneNumber, &change(SEATTLE, "CallingName", "Desk")), "NotFound");
}

#[test]
fn num_4_a_number_is_assigned_while_it_belongs_to_something() {
    // NUM-3, NUM-9.
    let service = Service::new();
    let account = service.team("Acme");
    bought(&service, "BusinessCalling", &[SEATTLE]);
    service.advance("1h");
    let user = give_away(&service, &account, SEATTLE);
    let number = service.phone_number(SEATTLE);
    assert_eq!(number["Status"], "Assigned");
    let since = "2020-09-13T13:26:50.000Z";
    assert_eq!(
        number["Associations"],
        json!([
            { "Name": "AccountId", "Value": account, "AssociatedTimestamp": since },
            { "Name": "UserId", "Value": user, "AssociatedTimestamp": since },
        ])
    );
    service.call(DisassociatePhoneNumberFromUser, &json!({ "AccountId": account, "UserId": user }));
    let number = service.phone_number(SEATTLE);
    assert_eq!((&number["Status"], &number["Associations"]), (&json!("Unassigned"), &json!([])));
}

#[test]
fn num_7_toll_free_and_dial_in_numbers_carry_calls_only() {
    let service = Service::new();
    bought(&service, "VoiceConnector", &[TOLL_FREE]);
    bought(&service, "SipMediaApplicationDialIn", &[LONDON, SEATTLE]);
    for number in [TOLL_FREE, LONDON, SEATTLE] {
        let capabilities = service.phone_number(number)["Capabilities"].clone();
        let expected = json!({
            "InboundCall": true, "OutboundCall": true, "InboundSMS": false, "OutboundSMS": false, "InboundMMS": false,
            "OutboundMMS": false,
        });
        assert_eq!(capabilities, expected, "{number}");
    }
    assert_eq!(service.phone_number(TOLL_FREE)["Type"], "TollFree");
    assert_eq!(service.phone_number(LONDON)["Country"], "GB");
}

#[test]
fn num_20_numbers_of_the_deletion_queue_can_be_looked_at() {
    let service = Service::new();
    bought(&service, "VoiceConnector", &[SEATTLE]);
    delete(&service, SEATTLE);
    assert_eq!(service.phone_number(SEATTLE)["Status"], "DeleteInProgress");
}

#[test]
fn num_21_filters_add_up() {
    let service = Service::new();
    let account = service.team("Acme");
    let numbers = ["+12065550100", "+12065550101", "+12065550102", "+12065550103"];
    bought(&service, "BusinessCalling", &numbers[..2]);
    bought(&service, "VoiceConnector", &numbers[2..]);
    let user = give_away(&service, &account, numbers[1]);
    delete(&service, numbers[3]);
    // Without a filter everything, the queue too.
    assert_eq!(listed(&service, &json!({})), numbers);
    assert_eq!(listed(&service, &json!({ "Status": "Unassigned" })), [numbers[0], numbers[2]]);
    assert_eq!(listed(&service, &json!({ "Status": "DeleteInProgress" })), [numbers[3]]);
    assert_eq!(listed(&service, &json!({ "ProductType": "BusinessCalling" })), [numbers[0], numbers[1]]);
    assert_eq!(listed(&service, &json!({ "ProductType": "VoiceConnector", "Status": "Unassigned" })), [numbers[2]]);
    for (name, value) in [("UserId", &user), ("AccountId", &account)] {
        let owner = json!({ "FilterName": name, "FilterValue": value });
        assert_eq!(listed(&service, &owner), [numbers[1]], "{name}");
        let mut filter = owner.clone();
        filter["Status"] = json!("Unassigned");
        assert_eq!(listed(&service, &filter), [""; 0]);
        let mut filter = owner;
        filter["ProductType"] = json!("VoiceConnector");
        assert_eq!(listed(&service, &filter), [""; 0]);
    }
    for name in ["AccountId", "UserId", "VoiceConnectorId", "VoiceConnectorGroupId", "SipRuleId"] {
        assert_eq!(listed(&service, &json!({ "FilterName": name, "FilterValue": NOBODY })), [""; 0], "{name}");
    }
}

#[test]
fn num_21_half_a_filter_is_refused() {
    let service = Service::new();
    assert_eq!(service.refused(ListPhoneNumbers, &json!({ "FilterName": "UserId" })), "BadRequest");
    assert_eq!(service.refused(ListPhoneNumbers, &json!({ "FilterValue": NOBODY })), "BadRequest");
}

#[test]
fn num_21_every_filter_pages() {
    // G-40, G-42, G-43.
    let service = Service::new();
    let numbers: Vec<_> = (100..105).map(|last| format!("+1206555{last:04}")).collect();
    for number in &numbers {
        bought(&service, "VoiceConnector", &[number]);
    }
    let filters = [
        json!({}),
        json!({ "Status": "Unassigned" }),
        json!({ "ProductType": "VoiceConnector" }),
        json!({ "Status": "Unassigned", "ProductType": "VoiceConnector" }),
    ];
    for mut filter in filters {
        filter["MaxResults"] = json!(2);
        let mut seen = Vec::new();
        while seen.is_empty() || !filter["NextToken"].is_null() {
            let page = service.call(ListPhoneNumbers, &filter);
            seen.extend(column(&list(&page["PhoneNumbers"]), "E164PhoneNumber"));
            filter["NextToken"] = page["NextToken"].clone();
        }
        assert_eq!(seen, numbers, "{filter}");
    }
    assert_eq!(service.refused(ListPhoneNumbers, &json!({ "MaxResults": 100 })), "BadRequest");
}

#[test]
fn num_22_one_attribute_changes_at_a_time() {
    let service = Service::new();
    bought(&service, "VoiceConnector", &[SEATTLE]);
    let both = json!({ "PhoneNumberId": SEATTLE, "ProductType": "BusinessCalling", "CallingName": "Desk" });
    assert_eq!(service.refused(UpdatePhoneNumber, &both), "BadRequest");
    assert_eq!(service.refused(UpdatePhoneNumber, &of(SEATTLE)), "BadRequest");
    service.advance("1h");
    let number =
        service.call(UpdatePhoneNumber, &change(SEATTLE, "ProductType", "BusinessCalling"))["PhoneNumber"].clone();
    assert_eq!(number["ProductType"], "BusinessCalling");
    assert_eq!(number["UpdatedTimestamp"], "2020-09-13T13:26:50.000Z");
    service.advance("1h");
    // The same again is no change.
    let again = service.call(UpdatePhoneNumber, &change(SEATTLE, "ProductType", "BusinessCalling"));
    assert_eq!(again["PhoneNumber"], number);
}

#[test]
fn num_5_num_22_a_product_type_must_fit_the_number() {
    let service = Service::new();
    bought(&service, "VoiceConnector", &[TOLL_FREE]);
    bought(&service, "SipMediaApplicationDialIn", &[LONDON]);
    assert_eq!(service.refused(UpdatePhoneNumber, &change(TOLL_FREE, "ProductType", "BusinessCalling")), "BadRequest");
    service.call(UpdatePhoneNumber, &change(TOLL_FREE, "ProductType", "SipMediaApplicationDialIn"));
    for product_type in ["BusinessCalling", "VoiceConnector"] {
        let input = change(LONDON, "ProductType", product_type);
        assert_eq!(service.refused(UpdatePhoneNumber, &input), "BadRequest", "{product_type}");
    }
    // G-32: the spelling of the samples.
    assert_eq!(service.refused(UpdatePhoneNumber, &change(TOLL_FREE, "ProductType", "Voice Connector")), "BadRequest");
}

#[test]
fn num_22_numbers_that_are_not_free_keep_their_product_type() {
    // Appendix D.
    let service = Service::new();
    let account = service.team("Acme");
    let numbers = [SEATTLE, "+12065550101", "+12065550102", "+12065550103"];
    bought(&service, "BusinessCalling", &numbers[..2]);
    give_away(&service, &account, numbers[0]);
    delete(&service, numbers[1]);
    fail(&service, numbers[2], &json!({ "Order": true }));
    bought(&service, "BusinessCalling", &[numbers[2]]);
    order(&service, "BusinessCalling", &[numbers[3]]);
    for number in numbers {
        let input = change(number, "ProductType", "VoiceConnector");
        assert_eq!(service.refused(UpdatePhoneNumber, &input), "Conflict", "{number}");
    }
    for number in &numbers[1..] {
        assert_eq!(service.refused(UpdatePhoneNumber, &change(number, "CallingName", "Desk")), "Conflict", "{number}");
    }
    // The name of a number in use may change.
    service.call(UpdatePhoneNumber, &change(SEATTLE, "CallingName", "Desk"));
}

#[test]
fn num_23_a_batch_changes_each_number_by_itself() {
    // G-60.
    let service = Service::new();
    bought(&service, "VoiceConnector", &[SEATTLE, "+12065550101", TOLL_FREE]);
    let items = json!([
        { "PhoneNumberId": "%2B12065550100", "ProductType": "BusinessCalling" },
        { "PhoneNumberId": "+12065550101", "CallingName": "Front desk" },
        { "PhoneNumberId": "%2B18005550100", "ProductType": "BusinessCalling" },
        { "PhoneNumberId": "+12065550199", "CallingName": "Nobody" },
        { "PhoneNumberId": "+12065550100", "CallingName": "Twice" },
        { "PhoneNumberId": "+18885550100" },
    ]);
    let output = service.call(BatchUpdatePhoneNumber, &json!({ "UpdatePhoneNumberRequestItems": items }));
    let errors = list(&output["PhoneNumberErrors"]);
    // The ids as they were sent.
    let ids = ["%2B18005550100", "+12065550199", "+12065550100", "+18885550100"];
    assert_eq!(column(&errors, "PhoneNumberId"), ids);
    assert_eq!(column(&errors, "ErrorCode"), ["BadRequest", "NotFound", "Conflict", "BadRequest"]);
    assert_eq!(service.phone_number(SEATTLE)["ProductType"], "BusinessCalling");
    assert_eq!(service.phone_number("+12065550101")["CallingNameStatus"], "UpdateInProgress");
    let again = json!([{ "PhoneNumberId": "+12065550101", "CallingName": "Desk" }]);
    let output = service.call(BatchUpdatePhoneNumber, &json!({ "UpdatePhoneNumberRequestItems": again }));
    assert_eq!(output["PhoneNumberErrors"][0]["ErrorCode"], "Conflict");
    let fine = json!([{ "PhoneNumberId": TOLL_FREE, "CallingName": "Desk" }]);
    let output = service.call(BatchUpdatePhoneNumber, &json!({ "UpdatePhoneNumberRequestItems": fine }));
    assert_eq!(output, json!({ "PhoneNumberErrors": [] }));
}
