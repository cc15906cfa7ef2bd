//! Search: SRC-1 to SRC-6.

use chime_model::Operation::SearchAvailablePhoneNumbers;
use serde_json::{Value, json};

use crate::harness::{Service, list, text};
use crate::{LONDON, SEATTLE, bought, delete, fail, for_another_customer, order};

fn found(service: &Service, filter: &Value) -> Vec<String> {
    list(&service.call(SearchAvailablePhoneNumbers, filter)["E164PhoneNumbers"]).iter().map(text).collect()
}

/// What all numbers begin with that are found, without repetition.
fn area_codes(service: &Service, filter: &Value) -> Vec<String> {
    let mut codes: Vec<_> = found(service, filter).iter().map(|number| number[2..5].to_owned()).collect();
    codes.dedup();
    codes
}

#[test]
fn src_1_src_5_an_area_code_has_a_hundred_numbers() {
    // G-42: ascending. The country is the US when none is given.
    let service = Service::new();
    let expected: Vec<_> = (100..200).map(|last| format!("+1206555{last:04}")).collect();
    assert_eq!(found(&service, &json!({ "AreaCode": "206" })), expected);
    assert_eq!(found(&service, &json!({ "AreaCode": "206", "Country": "US" })), expected);
    assert_eq!(found(&service, &json!({ "AreaCode": "000" })), [""; 0]);
}

#[test]
fn src_2_what_the_us_needs() {
    let service = Service::new();
    for filter in [
        json!({}),
        json!({ "Country": "US" }),
        json!({ "PhoneNumberType": "Local" }),
        json!({ "City": "Seattle" }),
        json!({ "City": "Seattle", "AreaCode": "206" }),
    ] {
        assert_eq!(service.refused(SearchAvailablePhoneNumbers, &filter), "BadRequest", "{filter}");
    }
}

#[test]
fn src_2_states_and_cities_have_their_area_codes() {
    let service = Service::new();
    let washington = json!({ "State": "WA", "MaxResults": 500 });
    assert_eq!(area_codes(&service, &washington), ["206", "253", "360", "425", "509"]);
    assert_eq!(area_codes(&service, &json!({ "State": "WA", "City": "Seattle" })), ["206"]);
    assert_eq!(area_codes(&service, &json!({ "State": "wa", "City": "SEATTLE" })), ["206"]);
    // All filters count.
    assert_eq!(area_codes(&service, &json!({ "State": "WA", "AreaCode": "425" })), ["425"]);
    assert_eq!(area_codes(&service, &json!({ "State": "OR", "AreaCode": "425" })), [""; 0]);
    assert_eq!(area_codes(&service, &json!({ "State": "OR", "City": "Seattle" })), [""; 0]);
}

#[test]
fn src_2_other_countries_take_the_type_only() {
    let service = Service::new();
    assert_eq!(service.refused(SearchAvailablePhoneNumbers, &json!({ "Country": "GB" })), "BadRequest");
    for filter in ["AreaCode", "City", "State"] {
        let input = json!({ "Country": "GB", "PhoneNumberType": "Local", filter: "20" });
        assert_eq!(service.refused(SearchAvailablePhoneNumbers, &input), "BadRequest", "{filter}");
    }
    let input = json!({ "Country": "GB", "PhoneNumberType": "Local", "TollFreePrefix": "800" });
    assert_eq!(service.refused(SearchAvailablePhoneNumbers, &input), "BadRequest");
}

#[test]
fn src_3_toll_free_numbers_are_found_by_prefix() {
    let service = Service::new();
    for prefix in ["800", "833", "844", "855", "866", "877", "888"] {
        let numbers = found(&service, &json!({ "TollFreePrefix": prefix, "PhoneNumberType": "TollFree" }));
        assert_eq!((numbers.len(), numbers[0].as_str()), (100, format!("+1{prefix}5550100").as_str()));
    }
    assert_eq!(found(&service, &json!({ "TollFreePrefix": "800", "PhoneNumberType": "Local" })), [""; 0]);
    assert_eq!(found(&service, &json!({ "TollFreePrefix": "800", "AreaCode": "206" })), [""; 0]);
    assert_eq!(found(&service, &json!({ "AreaCode": "206", "PhoneNumberType": "TollFree" })), [""; 0]);
    for prefix in ["801", "80", "8000"] {
        let input = json!({ "TollFreePrefix": prefix });
        assert_eq!(service.refused(SearchAvailablePhoneNumbers, &input), "BadRequest", "{prefix}");
    }
}

#[test]
fn src_4_numbers_that_somebody_has_or_orders_are_not_offered() {
    let service = Service::new();
    let seattle = json!({ "AreaCode": "206" });
    bought(&service, "VoiceConnector", &["+12065550100", "+12065550101"]);
    delete(&service, "+12065550101");
    order(&service, "VoiceConnector", &["+12065550102"]);
    assert_eq!(found(&service, &seattle)[0], "+12065550103");
    assert_eq!(found(&for_another_customer(&service), &seattle)[0], "+12065550103");
    // Out of the queue, it is offered again. Searching keeps nothing: the same search finds the same.
    service.advance("7d");
    assert_eq!(found(&service, &seattle)[0], "+12065550101");
    assert_eq!(found(&service, &seattle)[0], "+12065550101");
}

#[test]
fn src_4_a_failed_order_leaves_the_number_to_others() {
    let service = Service::new();
    fail(&service, SEATTLE, &json!({ "Order": true }));
    bought(&service, "VoiceConnector", &[SEATTLE]);
    assert_eq!(found(&service, &json!({ "AreaCode": "206" }))[0], SEATTLE);
}

#[test]
fn src_4_results_come_in_pages() {
    // G-40, G-41, G-43.
    let service = Service::new();
    let mut filter = json!({ "State": "WA", "MaxResults": 130 });
    let mut pages = Vec::new();
    while pages.is_empty() || !filter["NextToken"].is_null() {
        let page = service.call(SearchAvailablePhoneNumbers, &filter);
        pages.push(list(&page["E164PhoneNumbers"]));
        filter["NextToken"] = page["NextToken"].clone();
        // What is ordered meanwhile is not offered; the rest comes neither twice nor never.
        order(&service, "VoiceConnector", &[&format!("+1509555{:04}", 100 + pages.len())]);
    }
    assert_eq!(pages.iter().map(Vec::len).collect::<Vec<_>>(), [130, 130, 130, 130, 77]);
    let mut all: Vec<_> = pages.concat().iter().map(text).collect();
    assert!(all.is_sorted());
    all.dedup();
    assert_eq!(all.len(), 597, "three were ordered before their page came");
    let first = service.call(SearchAvailablePhoneNumbers, &json!({ "State": "WA", "MaxResults": 1 }));
    let elsewhere = json!({ "State": "OR", "NextToken": first["NextToken"] });
    assert_eq!(service.refused(SearchAvailablePhoneNumbers, &elsewhere), "BadRequest");
    let damaged = json!({ "State": "WA", "NextToken": "damaged" });
    assert_eq!(service.refused(SearchAvailablePhoneNumbers, &damaged), "BadRequest");
    assert_eq!(found(&service, &json!({ "State": "CA" })).len(), 500);
    let input = json!({ "State": "WA", "MaxResults": 501 });
    assert_eq!(service.refused(SearchAvailablePhoneNumbers, &input), "BadRequest");
}

#[test]
fn src_5_the_united_kingdom_has_the_numbers_of_the_sample() {
    let service = Service::new();
    let numbers = found(&service, &json!({ "Country": "GB", "PhoneNumberType": "Local" }));
    assert_eq!((numbers.len(), numbers[0].as_str()), (100, LONDON));
    assert!(numbers.contains(&"+442012345677".to_owned()));
}

#[test]
fn src_6_a_country_without_that_type_has_nothing() {
    let service = Service::new();
    assert_eq!(found(&service, &json!({ "Country": "SE", "PhoneNumberType": "TollFree" })), [""; 0]);
    assert_eq!(found(&service, &json!({ "Country": "AQ", "PhoneNumberType": "Local" })), [""; 0]);
}
