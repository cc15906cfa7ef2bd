//! Orders: ORD-1 to ORD-7, with the failures of F-10.

use chime_model::Operation::{CreatePhoneNumberOrder, GetPhoneNumberOrder, ListPhoneNumberOrders};
use serde_json::{Value, json};

use crate::harness::{NOBODY, Service, column, list, text};
use crate::{LONDON, SEATTLE, TOLL_FREE, bought, delete, fail, for_another_customer, order};

const NEXT: &str = "+12065550101";

fn refused(service: &Service, product_type: &str, numbers: &[&str]) -> String {
    service.refused(CreatePhoneNumberOrder, &json!({ "ProductType": product_type, "E164PhoneNumbers": numbers }))
}

fn statuses(order: &Value) -> (String, Vec<String>) {
    (text(&order["Status"]), column(&list(&order["OrderedPhoneNumbers"]), "Status"))
}

#[test]
fn ord_1_ord_2_an_order_begins_with_everything_under_way() {
    // G-24, ORD-7: for the AWS account.
    let service = Service::new();
    let order = order(&service, "VoiceConnector", &[SEATTLE, "12065550101"]);
    assert_eq!(
        order,
        json!({
            "PhoneNumberOrderId": order["PhoneNumberOrderId"], "ProductType": "VoiceConnector", "Status": "Processing",
            "OrderedPhoneNumbers": [
                { "E164PhoneNumber": SEATTLE, "Status": "Processing" }, { "E164PhoneNumber": NEXT, "Status": "Processing" },
            ],
            "CreatedTimestamp": "2020-09-13T12:26:40.000Z", "UpdatedTimestamp": "2020-09-13T12:26:40.000Z",
        })
    );
    for number in [SEATTLE, NEXT] {
        assert_eq!(service.phone_number(number)["Status"], "AcquireInProgress");
    }
}

#[test]
fn ord_3_an_order_is_finished_after_ten_seconds() {
    let service = Service::new();
    let id = json!({ "PhoneNumberOrderId": order(&service, "VoiceConnector", &[SEATTLE])["PhoneNumberOrderId"] });
    let get = || service.call(GetPhoneNumberOrder, &id)["PhoneNumberOrder"].clone();
    service.advance("9s");
    assert_eq!(get()["Status"], "Processing");
    service.advance("1h");
    let order = get();
    assert_eq!(statuses(&order), ("Successful".into(), vec!["Acquired".into()]));
    // When it was finished, not when somebody looked.
    assert_eq!(order["UpdatedTimestamp"], "2020-09-13T12:26:50.000Z");
    let number = service.phone_number(SEATTLE);
    assert_eq!((&number["Status"], &number["ProductType"]), (&json!("Unassigned"), &json!("VoiceConnector")));
}

#[test]
fn ord_3_the_delay_can_be_set() {
    let service = Service::new();
    service.switch(&json!({ "PhoneNumberOrderMs": 0 }));
    assert_eq!(order(&service, "VoiceConnector", &[SEATTLE])["Status"], "Processing");
    assert_eq!(service.phone_number(SEATTLE)["Status"], "Unassigned");
}

#[test]
fn ord_3_f_10_failing_numbers_make_an_order_partial_or_failed() {
    let service = Service::new();
    fail(&service, SEATTLE, &json!({ "Order": true }));
    let partial = bought(&service, "VoiceConnector", &[SEATTLE, NEXT]);
    assert_eq!(statuses(&partial), ("Partial".into(), vec!["Failed".into(), "Acquired".into()]));
    assert_eq!(service.phone_number(SEATTLE)["Status"], "AcquireFailed");
    let failed = bought(&service, "VoiceConnector", &[SEATTLE]);
    assert_eq!(statuses(&failed), ("Failed".into(), vec!["Failed".into()]));
    // No more: the next order brings it.
    fail(&service, SEATTLE, &json!({ "Order": false }));
    assert_eq!(bought(&service, "BusinessCalling", &[SEATTLE])["Status"], "Successful");
    assert_eq!(service.phone_number(SEATTLE)["ProductType"], "BusinessCalling");
}

#[test]
fn ord_4_what_is_refused_at_once() {
    let service = Service::new();
    for (product_type, numbers) in [
        ("VoiceConnector", &[][..]),
        ("VoiceConnector", &[SEATTLE, "12065550100"]),
        ("VoiceConnector", &["seattle"]),
        ("VoiceConnector", &["+02065550100"]),
        ("Voice Connector", &[SEATTLE]),
        // NUM-5.
        ("BusinessCalling", &[TOLL_FREE]),
        ("VoiceConnector", &[LONDON]),
        ("BusinessCalling", &[LONDON]),
        ("BusinessCalling", &[SEATTLE, LONDON]),
        ("VoiceConnector", &["+14165550100"]),
    ] {
        assert_eq!(refused(&service, product_type, numbers), "BadRequest", "{product_type} {numbers:?}");
    }
    assert_eq!(service.call(ListPhoneNumberOrders, &json!({}))["PhoneNumberOrders"], json!([]));
}

#[test]
fn ord_4_a_number_that_search_does_not_offer_fails_later() {
    let service = Service::new();
    let order = bought(&service, "VoiceConnector", &["+12065559999", "+15555550100"]);
    assert_eq!(statuses(&order), ("Failed".into(), vec!["Failed".into(), "Failed".into()]));
}

#[test]
fn ord_4_a_number_in_the_inventory_fails_later_and_stays_as_it_is() {
    let service = Service::new();
    bought(&service, "VoiceConnector", &[SEATTLE]);
    let number = service.phone_number(SEATTLE);
    assert_eq!(bought(&service, "BusinessCalling", &[SEATTLE])["Status"], "Failed");
    assert_eq!(service.phone_number(SEATTLE), number);
}

#[test]
fn ord_4_of_two_orders_of_a_number_the_first_brings_it() {
    let service = Service::new();
    let first = order(&service, "VoiceConnector", &[SEATTLE]);
    service.advance("1s");
    let second = order(&service, "BusinessCalling", &[SEATTLE]);
    service.advance("1m");
    let status = |order: &Value| {
        let input = json!({ "PhoneNumberOrderId": order["PhoneNumberOrderId"] });
        text(&service.call(GetPhoneNumberOrder, &input)["PhoneNumberOrder"]["Status"])
    };
    assert_eq!((status(&first), status(&second)), ("Successful".into(), "Failed".into()));
    assert_eq!(service.phone_number(SEATTLE)["ProductType"], "VoiceConnector");
}

#[test]
fn ord_4_a_number_of_another_customer_fails_later_also_from_the_queue() {
    let service = Service::new();
    bought(&service, "VoiceConnector", &[SEATTLE, NEXT]);
    delete(&service, NEXT);
    let other = for_another_customer(&service);
    assert_eq!(bought(&other, "VoiceConnector", &[SEATTLE, NEXT])["Status"], "Failed");
    assert_eq!(other.phone_number(SEATTLE)["Status"], "AcquireFailed");
    other.advance("7d");
    assert_eq!(bought(&other, "VoiceConnector", &[SEATTLE, NEXT])["Status"], "Partial");
    assert_eq!(other.phone_number(NEXT)["Status"], "Unassigned");
}

#[test]
fn ord_4_two_customers_order_a_number_at_once() {
    let service = Service::new();
    order(&service, "VoiceConnector", &[SEATTLE]);
    let other = for_another_customer(&service);
    other.advance("1s");
    let second = order(&other, "VoiceConnector", &[SEATTLE])["PhoneNumberOrderId"].clone();
    other.advance("1m");
    let second = other.call(GetPhoneNumberOrder, &json!({ "PhoneNumberOrderId": second }));
    assert_eq!(second["PhoneNumberOrder"]["Status"], "Failed");
}

#[test]
fn ord_5_only_the_inventory_limits_an_order() {
    let service = Service::new();
    let many: Vec<_> = (100..200).map(|last| format!("+1206555{last:04}")).collect();
    let numbers: Vec<_> = many.iter().map(String::as_str).collect();
    assert_eq!(bought(&service, "VoiceConnector", &numbers)["Status"], "Successful");
    service.switch(&json!({ "Quotas": { "PhoneNumbers": 101 } }));
    assert_eq!(refused(&service, "VoiceConnector", &["+12535550100", "+12535550101"]), "ResourceLimitExceeded");
    order(&service, "VoiceConnector", &["+12535550100"]);
}

#[test]
fn ord_6_orders_stay_and_are_listed_in_pages() {
    // G-40, G-42, G-43.
    let service = Service::new();
    let ids: Vec<_> = [SEATTLE, NEXT, TOLL_FREE]
        .map(|number| text(&bought(&service, "VoiceConnector", &[number])["PhoneNumberOrderId"]))
        .into();
    let first = service.call(ListPhoneNumberOrders, &json!({ "MaxResults": 2 }));
    assert_eq!(column(&list(&first["PhoneNumberOrders"]), "PhoneNumberOrderId"), ids[..2]);
    let second = service.call(ListPhoneNumberOrders, &json!({ "MaxResults": 2, "NextToken": first["NextToken"] }));
    assert_eq!(column(&list(&second["PhoneNumberOrders"]), "PhoneNumberOrderId"), ids[2..]);
    assert_eq!(second["NextToken"], Value::Null);
    assert_eq!(service.refused(ListPhoneNumberOrders, &json!({ "MaxResults": 100 })), "BadRequest");
    assert_eq!(service.refused(GetPhoneNumberOrder, &json!({ "PhoneNumberOrderId": NOBODY })), "NotFound");
    let other = for_another_customer(&service);
    assert_eq!(other.refused(GetPhoneNumberOrder, &json!({ "PhoneNumberOrderId": ids[0] })), "NotFound");
    assert_eq!(other.call(ListPhoneNumberOrders, &json!({}))["PhoneNumberOrders"], json!([]));
}
