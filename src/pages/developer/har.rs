//! The log as a HAR 1.2 file, as network panels of browsers write and read it.
//!
//! Requests are made anew from their masked inputs and are not signed, so that no key, signature or secret is in them.

use std::sync::Arc;

use chime_model::masking::{Masking, masked};
use chime_model::{Timestamp, wire};
use serde_json::{Value, json};

use super::exchange::outcome;
use crate::client::Exchange;

/// The calls as a HAR file, with the members of these classes masked.
pub(super) fn har(exchanges: &[Arc<Exchange>], hidden: &[Masking]) -> Value {
    let entries: Vec<_> = exchanges.iter().filter_map(|exchange| entry(exchange, hidden)).collect();
    json!({ "log": {
        "version": "1.2",
        "creator": { "name": "Chime Console", "version": env!("CARGO_PKG_VERSION") },
        "entries": entries,
    } })
}

/// A call; none where its input could not travel.
fn entry(exchange: &Exchange, hidden: &[Masking]) -> Option<Value> {
    let request = wire::request(exchange.operation, &masked(&exchange.input, hidden)).ok()?;
    let url = exchange.endpoint.join(&request.uri().to_string());
    let pairs = wire::query_pairs(request.uri().query().unwrap_or_default());
    let query: Vec<_> = pairs
        .map(|(name, raw)| json!({ "name": name, "value": wire::decode(raw).unwrap_or_else(|| raw.into()) }))
        .collect();
    let headers: Vec<_> = request
        .headers()
        .iter()
        .map(|(name, value)| json!({ "name": name.as_str(), "value": value.to_str().unwrap_or_default() }))
        .collect();
    let body = String::from_utf8_lossy(request.body());
    let mut sent = json!({
        "method": request.method().as_str(),
        "url": url,
        "httpVersion": "HTTP/1.1",
        "cookies": [],
        "headers": headers,
        "queryString": query,
        "headersSize": -1,
        "bodySize": body.len(),
    });
    if !body.is_empty() {
        sent["postData"] = json!({ "mimeType": "application/json", "text": body });
    }
    let answer = match outcome(exchange) {
        Some(Ok(output)) => masked(&output, hidden).to_string(),
        Some(Err(error)) => json!({ "Code": error.code(), "Message": error.sentence() }).to_string(),
        None => String::new(),
    };
    let comment = [exchange.operation.name(), ", ", &exchange.tries.to_string(), " tries"].concat();
    let id = exchange.request_id.iter().map(|id| json!({ "name": wire::REQUEST_ID, "value": id }));
    Some(json!({
        "startedDateTime": Timestamp(exchange.started).iso8601(),
        "time": exchange.took,
        "request": sent,
        "response": {
            "status": exchange.status.unwrap_or_default(),
            "statusText": "",
            "httpVersion": "HTTP/1.1",
            "cookies": [],
            "headers": id.collect::<Vec<_>>(),
            "content": { "size": answer.len(), "mimeType": "application/json", "text": answer },
            "redirectURL": "",
            "headersSize": -1,
            "bodySize": -1,
        },
        "cache": {},
        "timings": { "send": 0, "wait": exchange.took, "receive": 0 },
        "comment": comment,
    }))
}

#[cfg(test)]
mod tests {
    use chime_model::Operation;

    use super::*;
    use crate::client::End;
    use crate::session::Endpoint;

    #[test]
    fn a_call_is_told_without_secrets_and_signature() {
        let exchange = Exchange {
            number: 1,
            operation: Operation::InviteUsers,
            input: json!({"AccountId": "a1", "UserEmailList": ["ada@example.com"]}),
            profile: "Emulator".to_owned(),
            endpoint: Endpoint::parse(Endpoint::EMULATOR).unwrap(),
            region: "us-east-1".to_owned(),
            started: 1_769_851_800_000,
            took: 12,
            tries: 2,
            status: Some(201),
            request_id: Some("r-1".to_owned()),
            end: End::Output(r#"{"Invites":[{"EmailAddress":"ada@example.com"}]}"#.into()),
        };
        let file = har(&[Arc::new(exchange.clone())], &[Masking::Secret]);
        let entry = &file["log"]["entries"][0];
        assert_eq!(entry["request"]["url"], "http://127.0.0.1:8000/accounts/a1/users?operation=add");
        assert_eq!(entry["request"]["queryString"], json!([{ "name": "operation", "value": "add" }]));
        assert_eq!(entry["startedDateTime"], "2026-01-31T09:30:00.000Z");
        assert_eq!(entry["response"]["status"], 201);
        assert!(file.to_string().contains("ada@example.com"));
        let file = har(&[Arc::new(exchange)], &[Masking::Secret, Masking::Personal]).to_string();
        assert!(!file.contains("ada@example.com") && !file.to_lowercase().contains("authorization"), "{file}");
    }
}
