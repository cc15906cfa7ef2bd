//! Groups: VCG-1 to VCG-6.

use chime_model::Operation::{
    AssociatePhoneNumbersWithVoiceConnectorGroup, CreateVoiceConnectorGroup, DeleteVoiceConnectorGroup,
    DisassociatePhoneNumbersFromVoiceConnectorGroup, GetVoiceConnectorGroup, ListVoiceConnectorGroups,
    UpdateVoiceConnectorGroup,
};
use serde_json::{Value, json};

use crate::harness::{NOBODY, Service, column, list, text};
use crate::{SEATTLE, connector, for_another_customer, group, home};

fn item(connector: &str, priority: i64) -> Value {
    json!({ "VoiceConnectorId": connector, "Priority": priority })
}

fn of(group: &str) -> Value {
    json!({ "VoiceConnectorGroupId": group })
}

fn update(group: &str, name: &str, items: &[Value]) -> Value {
    json!({ "VoiceConnectorGroupId": group, "Name": name, "VoiceConnectorItems": items })
}

#[test]
fn vcg_1_vcg_3_a_group_has_what_was_sent() {
    let service = Service::new();
    let connector = connector(&service, "Office");
    let input = json!({ "Name": "Failover", "VoiceConnectorItems": [item(&connector, 7)] });
    let made = service.call(CreateVoiceConnectorGroup, &input)["VoiceConnectorGroup"].clone();
    let id = text(&made["VoiceConnectorGroupId"]);
    let expected = json!({
        "VoiceConnectorGroupId": id, "Name": "Failover", "VoiceConnectorItems": [item(&connector, 7)],
        "VoiceConnectorGroupArn": format!("arn:aws:chime:us-east-1:111122223333:vcg/{id}"),
        "CreatedTimestamp": "2020-09-13T12:26:40.000Z", "UpdatedTimestamp": "2020-09-13T12:26:40.000Z",
    });
    assert_eq!(made, expected);
    assert_eq!(service.call(GetVoiceConnectorGroup, &of(&id))["VoiceConnectorGroup"], expected);
    let empty = service.call(CreateVoiceConnectorGroup, &json!({ "Name": "Empty" }));
    assert_eq!(empty["VoiceConnectorGroup"]["VoiceConnectorItems"], json!([]));
}

#[test]
fn vcg_2_at_most_three_connectors_each_once() {
    let service = Service::new();
    let ids: Vec<_> = (0..4).map(|index| connector(&service, &format!("Office {index}"))).collect();
    let made = group(&service, &[]);
    let all: Vec<_> = ids.iter().map(|id| item(id, 1)).collect();
    let mut nameless = item(&ids[0], 1);
    nameless["Priority"] = Value::Null;
    for wrong in [
        all.clone(),
        vec![item(&ids[0], 1), item(&ids[0], 2)],
        vec![item(&ids[0], 0)],
        vec![item(&ids[0], 100)],
        vec![nameless],
    ] {
        let create = json!({ "Name": "Group", "VoiceConnectorItems": wrong });
        assert_eq!(service.refused(CreateVoiceConnectorGroup, &create), "BadRequest", "{create}");
        assert_eq!(service.refused(UpdateVoiceConnectorGroup, &update(&made, "Group", &wrong)), "BadRequest");
    }
    // Equal priorities, and a connector in several groups.
    let three = update(&made, "Group", &all[..3]);
    let answer = service.call(UpdateVoiceConnectorGroup, &three);
    assert_eq!(answer["VoiceConnectorGroup"]["VoiceConnectorItems"], json!(all[..3]));
    group(&service, &[&ids[0], &ids[1]]);
}

#[test]
fn vcg_3_an_unknown_connector_is_refused() {
    // G-13, step 7: NotFound is declared for the update only.
    let service = Service::new();
    let items = [item(NOBODY, 1)];
    let create = json!({ "Name": "Group", "VoiceConnectorItems": items });
    assert_eq!(service.refused(CreateVoiceConnectorGroup, &create), "BadRequest");
    let id = group(&service, &[]);
    assert_eq!(service.refused(UpdateVoiceConnectorGroup, &update(&id, "Group", &items)), "NotFound");
    let mine = connector(&service, "Office");
    let other = for_another_customer(&service);
    let stolen = json!({ "Name": "Group", "VoiceConnectorItems": [item(&mine, 1)] });
    assert_eq!(other.refused(CreateVoiceConnectorGroup, &stolen), "BadRequest");
    assert_eq!(other.refused(GetVoiceConnectorGroup, &of(&id)), "NotFound");
}

#[test]
fn vcg_4_groups_are_listed_oldest_first() {
    let service = Service::new();
    for name in ["One", "Two", "Three"] {
        service.call(CreateVoiceConnectorGroup, &json!({ "Name": name }));
        service.advance("1s");
    }
    let first = service.call(ListVoiceConnectorGroups, &json!({ "MaxResults": 2 }));
    let rest = service.call(ListVoiceConnectorGroups, &json!({ "MaxResults": 2, "NextToken": first["NextToken"] }));
    assert_eq!(column(&list(&first["VoiceConnectorGroups"]), "Name"), ["One", "Two"]);
    assert_eq!(column(&list(&rest["VoiceConnectorGroups"]), "Name"), ["Three"]);
    assert_eq!(rest["NextToken"], Value::Null);
    assert_eq!(service.refused(GetVoiceConnectorGroup, &of(NOBODY)), "NotFound");
    service.switch(&json!({ "Quotas": { "VoiceConnectorGroups": 3 } }));
    let fourth = json!({ "Name": "Four" });
    assert_eq!(service.refused(CreateVoiceConnectorGroup, &fourth), "ResourceLimitExceeded");
}

#[test]
fn vcg_5_an_update_replaces_name_and_connectors() {
    let service = Service::new();
    let (one, other) = (connector(&service, "One"), connector(&service, "Other"));
    let id = group(&service, &[&one]);
    service.advance("1h");
    for wrong in [
        json!({ "VoiceConnectorGroupId": id, "Name": "New" }),
        json!({ "VoiceConnectorGroupId": id, "VoiceConnectorItems": [] }),
    ] {
        assert_eq!(service.refused(UpdateVoiceConnectorGroup, &wrong), "BadRequest", "{wrong}");
    }
    let answer = service.call(UpdateVoiceConnectorGroup, &update(&id, "New", &[item(&other, 1)]));
    let group = &answer["VoiceConnectorGroup"];
    assert_eq!((&group["Name"], &group["VoiceConnectorItems"]), (&json!("New"), &json!([item(&other, 1)])));
    assert_eq!(group["UpdatedTimestamp"], "2020-09-13T13:26:40.000Z");
    assert_eq!(service.refused(UpdateVoiceConnectorGroup, &update(NOBODY, "New", &[])), "NotFound");
}

#[test]
fn vcg_5_numbers_stay_in_a_group_that_is_emptied() {
    let service = Service::new();
    service.stock(SEATTLE, "VoiceConnector");
    let connector = connector(&service, "Office");
    let id = group(&service, &[&connector]);
    let numbers = json!({ "VoiceConnectorGroupId": id, "E164PhoneNumbers": [SEATTLE] });
    service.call(AssociatePhoneNumbersWithVoiceConnectorGroup, &numbers);
    service.call(UpdateVoiceConnectorGroup, &update(&id, "Group", &[]));
    assert_eq!(home(&service, SEATTLE), json!(["VoiceConnectorGroupId", id]));
}

#[test]
fn vcg_6_a_group_goes_when_connectors_and_numbers_have_gone() {
    let service = Service::new();
    service.stock(SEATTLE, "VoiceConnector");
    let connector = connector(&service, "Office");
    let id = group(&service, &[&connector]);
    let numbers = json!({ "VoiceConnectorGroupId": id, "E164PhoneNumbers": [SEATTLE] });
    service.call(AssociatePhoneNumbersWithVoiceConnectorGroup, &numbers);
    let error = service.error(DeleteVoiceConnectorGroup, &of(&id));
    assert_eq!((error.status, error.code.as_str()), (409, "VoiceConnectorGroupAssociationsExist"));
    service.call(UpdateVoiceConnectorGroup, &update(&id, "Group", &[]));
    let error = service.error(DeleteVoiceConnectorGroup, &of(&id));
    assert_eq!((error.status, error.code.as_str()), (409, "PhoneNumberAssociationsExist"));
    service.call(DisassociatePhoneNumbersFromVoiceConnectorGroup, &numbers);
    service.call(DeleteVoiceConnectorGroup, &of(&id));
    assert_eq!(service.refused(DeleteVoiceConnectorGroup, &of(&id)), "NotFound");
}
