//! Logging and streaming: VC-4, VC-70, VC-71.

use chime_model::Operation::{
    DeleteVoiceConnectorStreamingConfiguration, GetVoiceConnector, GetVoiceConnectorLoggingConfiguration,
    GetVoiceConnectorStreamingConfiguration, PutVoiceConnectorLoggingConfiguration,
    PutVoiceConnectorStreamingConfiguration,
};
use serde_json::{Value, json};

use crate::harness::{NOBODY, Service};
use crate::{connector, of, with};

#[test]
fn vc_4_vc_70_logging_is_off_and_what_is_left_out_is_off_again() {
    let service = Service::new();
    let id = connector(&service, "Office");
    let logging = |sip: bool, media: bool| json!({ "EnableSIPLogs": sip, "EnableMediaMetricLogs": media });
    let stored = || service.call(GetVoiceConnectorLoggingConfiguration, &of(&id))["LoggingConfiguration"].clone();
    assert_eq!(stored(), logging(false, false));
    for (wanted, expected) in [
        (json!({ "EnableSIPLogs": true }), logging(true, false)),
        (json!({ "EnableMediaMetricLogs": true }), logging(false, true)),
        (json!({}), logging(false, false)),
    ] {
        let answer = service.call(PutVoiceConnectorLoggingConfiguration, &with(&id, "LoggingConfiguration", &wanted));
        assert_eq!(answer["LoggingConfiguration"], expected);
        assert_eq!(stored(), expected);
    }
    assert_eq!(service.refused(GetVoiceConnectorLoggingConfiguration, &of(NOBODY)), "NotFound");
}

#[test]
fn vc_71_streaming_is_put_read_and_deleted() {
    let service = Service::new();
    let id = connector(&service, "Office");
    let put = |wanted: &Value| with(&id, "StreamingConfiguration", wanted);
    assert_eq!(service.refused(GetVoiceConnectorStreamingConfiguration, &of(&id)), "NotFound", "VC-4");
    let answer = service.call(PutVoiceConnectorStreamingConfiguration, &put(&json!({ "DataRetentionInHours": 24 })));
    let expected = json!({ "DataRetentionInHours": 24, "Disabled": false, "StreamingNotificationTargets": null });
    assert_eq!(answer["StreamingConfiguration"], expected);
    let target = |name: &str| json!({ "NotificationTarget": name });
    let full = json!({
        "DataRetentionInHours": 0, "Disabled": true,
        "StreamingNotificationTargets": [target("SQS"), target("SNS"), target("EventBridge")],
    });
    service.call(PutVoiceConnectorStreamingConfiguration, &put(&full));
    assert_eq!(service.call(GetVoiceConnectorStreamingConfiguration, &of(&id))["StreamingConfiguration"], full);
    for _ in 0..2 {
        service.call(DeleteVoiceConnectorStreamingConfiguration, &of(&id));
        assert_eq!(service.refused(GetVoiceConnectorStreamingConfiguration, &of(&id)), "NotFound");
    }
    assert_eq!(service.refused(DeleteVoiceConnectorStreamingConfiguration, &of(NOBODY)), "NotFound");
}

#[test]
fn vc_71_streaming_has_limits() {
    let service = Service::new();
    let id = connector(&service, "Office");
    let targets = |names: &[&str]| {
        let targets: Vec<_> = names.iter().map(|name| json!({ "NotificationTarget": name })).collect();
        json!({ "DataRetentionInHours": 1, "StreamingNotificationTargets": targets })
    };
    for wrong in [
        json!({}),
        json!({ "DataRetentionInHours": -1 }),
        targets(&[]),
        targets(&["SNS", "SNS"]),
        targets(&["SNS", "SQS", "EventBridge", "SNS"]),
        targets(&["Lambda"]),
    ] {
        let input = with(&id, "StreamingConfiguration", &wrong);
        assert_eq!(service.refused(PutVoiceConnectorStreamingConfiguration, &input), "BadRequest", "{wrong}");
    }
}

#[test]
fn vc_3_settings_are_no_change_of_the_connector() {
    // G-24: they are objects of their own.
    let service = Service::new();
    let id = connector(&service, "Office");
    let before = service.call(GetVoiceConnector, &of(&id));
    service.advance("1h");
    let logging = with(&id, "LoggingConfiguration", &json!({ "EnableSIPLogs": true }));
    service.call(PutVoiceConnectorLoggingConfiguration, &logging);
    assert_eq!(service.call(GetVoiceConnector, &of(&id)), before);
}
