//! Outputs and errors as HTTP answers, and back.

use http::header::{CONTENT_TYPE, HeaderMap, HeaderValue};
use serde_json::{Value, json};

use crate::error::{ApiError, Exception};
use crate::schema::{Operation, ResponseBody};

/// Names the error, so that an SDK raises the right exception class (G-10).
pub const ERROR_TYPE: &str = "x-amzn-errortype";
/// Names the request.
pub const REQUEST_ID: &str = "x-amzn-requestid";

/// The answer to a call that went well.
#[must_use]
pub fn response(operation: Operation, output: &Value) -> http::Response<Vec<u8>> {
    let spec = operation.spec();
    match spec.response_body {
        ResponseBody::Json if spec.status != 204 => json_response(spec.status, output),
        ResponseBody::Empty => json_response(spec.status, &json!({})),
        // G-9: HTTP forbids a body with 204, also where the reference prints one (PutRetentionSettings).
        ResponseBody::Json | ResponseBody::None => {
            let mut response = http::Response::new(Vec::new());
            *response.status_mut() = http::StatusCode::from_u16(spec.status).unwrap_or_default();
            response
        }
    }
}

/// The answer to a call that failed.
#[must_use]
pub fn error_response(error: &ApiError) -> http::Response<Vec<u8>> {
    let mut response = json_response(error.status, &json!({"Code": error.code, "Message": error.message}));
    let mut put = |name: &'static str, value: &str| {
        if let Ok(value) = HeaderValue::from_str(value) {
            response.headers_mut().insert(name, value);
        }
    };
    put(ERROR_TYPE, &error.exception);
    if let Some(id) = &error.request_id {
        put(REQUEST_ID, id);
    }
    response
}

/// What an answer says: the output, or the error with everything that was told of it.
///
/// # Errors
/// The error of the answer; `InvalidResponse` when a success has a body that is not JSON.
pub fn output(operation: Operation, status: u16, headers: &HeaderMap, body: &[u8]) -> Result<Value, ApiError> {
    let header = |name: &str| headers.get(name).and_then(|value| value.to_str().ok()).map(str::to_owned);
    let request_id = header(REQUEST_ID).or_else(|| header("x-amz-request-id"));
    let parsed =
        if body.iter().all(u8::is_ascii_whitespace) { Ok(json!({})) } else { serde_json::from_slice::<Value>(body) };
    if (200..300).contains(&status) {
        return parsed.map_err(|error| ApiError {
            status,
            exception: "InvalidResponse".to_owned(),
            code: "InvalidResponse".to_owned(),
            message: format!("The answer is not JSON: {error}."),
            request_id,
            operation: Some(operation),
        });
    }
    let body_json = parsed.unwrap_or_default();
    let member = |names: &[&str]| names.iter().find_map(|name| body_json.get(name)?.as_str()).map(str::to_owned);
    let code = member(&["Code", "code"]);
    let named = header(ERROR_TYPE).or_else(|| member(&["__type"])).map(|name| bare(&name).to_owned());
    let known = code.as_deref().and_then(Exception::from_name_or_code).map(|it| it.name().to_owned());
    let exception = named.or(known).or_else(|| code.clone()).unwrap_or_else(|| format!("HTTP {status}"));
    let from_name = Exception::from_name_or_code(&exception).map(|it| it.code().as_str().to_owned());
    Err(ApiError {
        status,
        code: code.or(from_name).unwrap_or_else(|| exception.clone()),
        message: member(&["Message", "message"]).unwrap_or_else(|| plain(body)),
        exception,
        request_id,
        operation: Some(operation),
    })
}

/// `a.b#NotFoundException:http://…` → `NotFoundException`.
fn bare(name: &str) -> &str {
    let name = name.split(':').next().unwrap_or(name);
    name.rsplit('#').next().unwrap_or(name)
}

/// The start of a body that is not the API's, such as a proxy's page.
fn plain(body: &[u8]) -> String {
    String::from_utf8_lossy(body).chars().take(300).collect()
}

fn json_response(status: u16, body: &Value) -> http::Response<Vec<u8>> {
    // Room for most answers, so that it does not grow several times.
    let mut text = Vec::with_capacity(1000);
    // A value always serialises; this is twice as fast as its `Display`.
    let _ = serde_json::to_writer(&mut text, body);
    let mut response = http::Response::new(text);
    *response.status_mut() = http::StatusCode::from_u16(status).unwrap_or(http::StatusCode::INTERNAL_SERVER_ERROR);
    response.headers_mut().insert(CONTENT_TYPE, HeaderValue::from_static("application/json"));
    response
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_error_survives_the_wire() {
        let error = ApiError {
            status: 400,
            exception: "BadRequestException".into(),
            code: "PhoneNumberAssociationsExist".into(),
            message: "The number is on a connector.".into(),
            request_id: Some("r-1".into()),
            operation: Some(Operation::DeletePhoneNumber),
        };
        let sent = error_response(&error);
        assert_eq!(output(Operation::DeletePhoneNumber, 400, sent.headers(), sent.body()), Err(error));
    }

    #[test]
    fn a_proxys_page_is_told_as_it_is() {
        let error =
            output(Operation::ListAccounts, 502, &HeaderMap::new(), b"<h1>Bad Gateway</h1>").expect_err("an error");
        assert_eq!((error.exception.as_str(), error.message.as_str()), ("HTTP 502", "<h1>Bad Gateway</h1>"));
    }
}
