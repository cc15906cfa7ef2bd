//! Where messaging clients connect: SES-1.

use chime_model::Operation::GetMessagingSessionEndpoint;
use serde_json::{Value, json};

use crate::harness::Service;

#[test]
fn ses_1_a_bare_host_and_always_the_same() {
    let service = Service::new();
    let endpoint = json!({ "Endpoint": { "Url": "node001.ue1.ws-messaging.chime.aws" } });
    assert_eq!(service.call(GetMessagingSessionEndpoint, &json!({})), endpoint);
    service.advance("90d");
    assert_eq!(service.machine.ask("GET", "/endpoints/messaging-session", &Value::Null), (200, endpoint));
}
