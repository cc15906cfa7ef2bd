//! Emergency calling and what it needs: VC-5, VC-43, VC-53, VC-80, VC-81.

use chime_model::Operation::{
    DeleteVoiceConnector, DeleteVoiceConnectorEmergencyCallingConfiguration, DeleteVoiceConnectorOrigination,
    DeleteVoiceConnectorTermination, DisassociatePhoneNumbersFromVoiceConnector,
    GetVoiceConnectorEmergencyCallingConfiguration, GetVoiceConnectorOrigination, GetVoiceConnectorTermination,
    PutVoiceConnectorEmergencyCallingConfiguration, PutVoiceConnectorOrigination, PutVoiceConnectorTermination,
};
use chime_model::{Exception, Operation};
use serde_json::{Value, json};

use crate::harness::{NOBODY, Service};
use crate::{SEATTLE, associate, both_ways, connector, of, with};

const MEMBER: &str = "EmergencyCallingConfiguration";

fn numbers() -> Value {
    let first = json!({ "EmergencyPhoneNumber": "+12065550911", "CallingCountry": "US", "TestPhoneNumber": null });
    let second =
        json!({ "EmergencyPhoneNumber": "+12065550912", "CallingCountry": "CA", "TestPhoneNumber": "+12065550933" });
    json!({ "DNIS": [first, second] })
}

fn put(service: &Service, connector: &str) -> Value {
    let input = with(connector, MEMBER, &numbers());
    service.call(PutVoiceConnectorEmergencyCallingConfiguration, &input)[MEMBER].clone()
}

#[test]
fn vc_80_numbers_are_put_read_replaced_and_deleted() {
    let service = Service::new();
    let id = connector(&service, "Office");
    both_ways(&service, &id);
    assert_eq!(service.refused(GetVoiceConnectorEmergencyCallingConfiguration, &of(&id)), "NotFound", "VC-4");
    assert_eq!(put(&service, &id), numbers());
    let stored = || service.call(GetVoiceConnectorEmergencyCallingConfiguration, &of(&id))[MEMBER].clone();
    assert_eq!(stored(), numbers());
    let one = json!({ "DNIS": [{ "EmergencyPhoneNumber": "12065550911", "CallingCountry": "US" }] });
    service.call(PutVoiceConnectorEmergencyCallingConfiguration, &with(&id, MEMBER, &one));
    assert_eq!(stored()["DNIS"], json!([numbers()["DNIS"][0]]));
    for _ in 0..2 {
        service.call(DeleteVoiceConnectorEmergencyCallingConfiguration, &of(&id));
        assert_eq!(service.refused(GetVoiceConnectorEmergencyCallingConfiguration, &of(&id)), "NotFound");
    }
    assert_eq!(service.refused(DeleteVoiceConnectorEmergencyCallingConfiguration, &of(NOBODY)), "NotFound");
}

#[test]
fn vc_80_a_number_needs_its_country() {
    let service = Service::new();
    let id = connector(&service, "Office");
    both_ways(&service, &id);
    for wrong in [
        json!({ "EmergencyPhoneNumber": "+12065550911" }),
        json!({ "CallingCountry": "US" }),
        json!({ "EmergencyPhoneNumber": "+12065550911", "CallingCountry": "USA" }),
        json!({ "EmergencyPhoneNumber": "911a", "CallingCountry": "US" }),
    ] {
        let input = with(&id, MEMBER, &json!({ "DNIS": [wrong] }));
        assert_eq!(service.refused(PutVoiceConnectorEmergencyCallingConfiguration, &input), "BadRequest", "{wrong}");
    }
}

#[test]
fn vc_5_vc_80_it_needs_calls_in_both_directions() {
    let service = Service::new();
    let id = connector(&service, "Office");
    let refused = || service.refused(PutVoiceConnectorEmergencyCallingConfiguration, &with(&id, MEMBER, &numbers()));
    let origination = |disabled: bool| json!({ "Disabled": disabled, "Routes": [{ "Host": "sip.example.com" }] });
    let termination = |disabled: bool| json!({ "Disabled": disabled, "CallingRegions": ["US"], "CidrAllowedList": ["203.0.113.0/28"] });
    let put_origination = |value: Value| service.call(PutVoiceConnectorOrigination, &with(&id, "Origination", &value));
    let put_termination = |value: Value| service.call(PutVoiceConnectorTermination, &with(&id, "Termination", &value));
    assert_eq!(refused(), "BadRequest");
    put_origination(origination(false));
    assert_eq!(refused(), "BadRequest", "no termination");
    put_termination(termination(true));
    assert_eq!(refused(), "BadRequest", "termination disabled");
    put_termination(termination(false));
    put_origination(origination(true));
    assert_eq!(refused(), "BadRequest", "origination disabled");
    put_origination(origination(false));
    put(&service, &id);
}

#[test]
fn vc_43_vc_53_what_it_needs_cannot_go() {
    // VC-5: none of the four declares Conflict.
    let service = Service::new();
    let id = connector(&service, "Office");
    both_ways(&service, &id);
    put(&service, &id);
    let off = json!({ "Disabled": true });
    let closed = json!({ "Disabled": true, "CallingRegions": ["US"], "CidrAllowedList": ["203.0.113.0/28"] });
    let losses: [(Operation, Value); 4] = [
        (DeleteVoiceConnectorOrigination, of(&id)),
        (DeleteVoiceConnectorTermination, of(&id)),
        (PutVoiceConnectorOrigination, with(&id, "Origination", &off)),
        (PutVoiceConnectorTermination, with(&id, "Termination", &closed)),
    ];
    for (operation, input) in &losses {
        assert!(!operation.spec().errors.contains(&Exception::Conflict));
        assert_eq!(service.refused(*operation, input), "BadRequest", "{operation}");
    }
    assert_eq!(service.call(GetVoiceConnectorOrigination, &of(&id))["Origination"]["Disabled"], false);
    assert_eq!(service.call(GetVoiceConnectorTermination, &of(&id))["Termination"]["Disabled"], false);
    // Other changes are possible.
    both_ways(&service, &id);
    service.call(DeleteVoiceConnectorEmergencyCallingConfiguration, &of(&id));
    for (operation, input) in &losses {
        service.call(*operation, input);
    }
}

#[test]
fn vc_81_a_connector_is_torn_down_step_by_step() {
    let service = Service::new();
    service.stock(SEATTLE, "VoiceConnector");
    let id = connector(&service, "Office");
    both_ways(&service, &id);
    put(&service, &id);
    associate(&service, &id, &[SEATTLE]);
    service.call(DeleteVoiceConnectorEmergencyCallingConfiguration, &of(&id));
    service.call(DeleteVoiceConnectorTermination, &of(&id));
    service.call(DeleteVoiceConnectorOrigination, &of(&id));
    assert_eq!(service.refused(DeleteVoiceConnector, &of(&id)), "Conflict");
    service.call(DisassociatePhoneNumbersFromVoiceConnector, &with(&id, "E164PhoneNumbers", &json!([SEATTLE])));
    service.call(DeleteVoiceConnector, &of(&id));
}
