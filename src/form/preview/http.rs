//! The request as it travels, without its signature.

use chime_model::wire::{self, WireError};
use serde_json::Value;

use super::Call;
use crate::session::Endpoint;

/// The parts of a request.
pub(super) struct Request {
    pub(super) method: &'static str,
    pub(super) path: String,
    pub(super) url: String,
    pub(super) headers: Vec<String>,
    pub(super) body: Option<Value>,
}

pub(super) fn request(call: &Call<'_>) -> Result<Request, WireError> {
    let request = wire::request(call.operation, call.input)?;
    let path = request.uri().to_string();
    let header =
        |(name, value): (&http::HeaderName, &http::HeaderValue)| Some(format!("{name}: {}", value.to_str().ok()?));
    Ok(Request {
        method: call.operation.spec().verb.as_str(),
        url: [call.endpoint, &path].concat(),
        path,
        headers: request.headers().iter().filter_map(header).collect(),
        body: serde_json::from_slice(request.body()).ok(),
    })
}

/// What SDKs put before the host name, which endpoints other than Amazon's seldom answer to (G-19).
pub(super) fn host_prefix(call: &Call<'_>) -> Option<&'static str> {
    call.operation.spec().host_prefix.filter(|_| !call.endpoint.starts_with(Endpoint::AMAZON))
}

pub(super) fn text(call: &Call<'_>) -> String {
    let request = match request(call) {
        Ok(request) => request,
        Err(why) => return why.to_string(),
    };
    let (_, address) = call.endpoint.split_once("://").unwrap_or(("", call.endpoint));
    let (host, base) = address.split_at(address.find('/').unwrap_or(address.len()));
    let mut text = format!("{} {base}{} HTTP/1.1\nhost: {host}\n", request.method, request.path);
    for header in &request.headers {
        text.push_str(header);
        text.push('\n');
    }
    if let Some(body) = request.body.and_then(|body| serde_json::to_string_pretty(&body).ok()) {
        text.push('\n');
        text.push_str(&body);
    }
    text
}

#[cfg(test)]
mod tests {
    use chime_model::Operation;
    use serde_json::json;

    use super::*;

    #[test]
    fn reads_as_it_travels() {
        let input = json!({"AccountId": "a1", "Name": "Example"});
        let endpoint = "http://x.org:8000/console";
        let call = Call { operation: Operation::UpdateAccount, input: &input, endpoint, region: "us-east-1" };
        let expected = "POST /console/accounts/a1 HTTP/1.1\nhost: x.org:8000\ncontent-type: application/json\n\n{\n  \"Name\": \"Example\"\n}";
        assert_eq!(text(&call), expected);
    }
}
