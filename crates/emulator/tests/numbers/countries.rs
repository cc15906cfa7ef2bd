//! Supported countries: CTY-1, CTY-2.

use chime_model::Operation::{ListSupportedPhoneNumberCountries, SearchAvailablePhoneNumbers};
use serde_json::{Value, json};

use crate::harness::{Service, column, list, text};
use crate::order;

fn countries(service: &Service, product_type: &str) -> Vec<Value> {
    let input = json!({ "ProductType": product_type });
    list(&service.call(ListSupportedPhoneNumberCountries, &input)["PhoneNumberCountries"])
}

#[test]
fn cty_1_the_product_type_is_required() {
    let service = Service::new();
    assert_eq!(service.machine.ask("GET", "/phone-number-countries", &Value::Null).0, 400);
    let input = json!({ "ProductType": "Voice Connector" });
    assert_eq!(service.refused(ListSupportedPhoneNumberCountries, &input), "BadRequest");
}

#[test]
fn cty_2_calling_and_connectors_have_the_us_only() {
    let service = Service::new();
    let local = json!({ "CountryCode": "US", "SupportedPhoneNumberTypes": ["Local"] });
    assert_eq!(countries(&service, "BusinessCalling"), [local]);
    let both = json!({ "CountryCode": "US", "SupportedPhoneNumberTypes": ["Local", "TollFree"] });
    assert_eq!(countries(&service, "VoiceConnector"), [both]);
}

#[test]
fn cty_2_media_applications_have_other_countries_too() {
    let service = Service::new();
    let rows = countries(&service, "SipMediaApplicationDialIn");
    let expected = ["AU", "CA", "DE", "DK", "FI", "FR", "GB", "IE", "IT", "JP", "NZ", "SE", "SG", "US"];
    assert_eq!(column(&rows, "CountryCode"), expected);
}

#[test]
fn cty_2_src_5_search_and_orders_agree_with_it() {
    let service = Service::new();
    for product_type in ["BusinessCalling", "VoiceConnector", "SipMediaApplicationDialIn"] {
        for row in countries(&service, product_type) {
            let country = text(&row["CountryCode"]);
            for kind in list(&row["SupportedPhoneNumberTypes"]) {
                let mut filter = json!({ "Country": country, "PhoneNumberType": kind, "MaxResults": 1 });
                if country == "US" {
                    let (name, value) = if kind == "Local" { ("State", "WA") } else { ("TollFreePrefix", "800") };
                    filter[name] = json!(value);
                }
                let found = service.call(SearchAvailablePhoneNumbers, &filter);
                let number = text(&found["E164PhoneNumbers"][0]);
                order(&service, product_type, &[&number]);
                service.advance("10s");
                let bought = service.phone_number(&number);
                assert_eq!(
                    (&bought["Status"], &bought["Country"], &bought["Type"], &bought["ProductType"]),
                    (&json!("Unassigned"), &json!(country), &kind, &json!(product_type)),
                    "{number}"
                );
            }
        }
    }
}
