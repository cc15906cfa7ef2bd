//! The control plane of an emulator or of the sandbox, `/_emulator/…`: JSON in, JSON out, no signature.

use std::future::Future;
use std::pin::Pin;

use chime_model::ApiError;
use http::{HeaderMap, Method, Request};
use serde_json::Value;

use super::call::missing;
use super::{Client, ErrorKind, transport};
use crate::parts::part;
use crate::session::Endpoint;

/// Asks the control plane at `endpoint`; the answer is its text.
///
/// # Errors
/// What the way there or the control plane refuses.
pub async fn control(
    client: Client,
    endpoint: &Endpoint,
    method: Method,
    path: &str,
    body: String,
) -> Result<String, ErrorKind> {
    let asking = asked(client, endpoint.clone(), method, path.to_owned(), body).await;
    asking.map_err(|_| missing(endpoint))?.await
}

part!(client, asked(client: Client, endpoint: Endpoint, method: Method, path: String, body: String) -> Asking =>
    Box::pin(ask(client, endpoint, method, path, body)));

type Asking = Pin<Box<dyn Future<Output = Result<String, ErrorKind>>>>;

async fn ask(
    client: Client,
    endpoint: Endpoint,
    method: Method,
    path: String,
    body: String,
) -> Result<String, ErrorKind> {
    let unsendable = |_| ErrorKind::Input("The browser cannot send this request.".to_owned());
    let request = Request::builder().method(method).uri(endpoint.join(&path)).body(body.into_bytes());
    // No relay: an emulator allows every page by itself.
    let answer = transport::send(client, &endpoint, None, &request.map_err(unsendable)?).await?;
    let status = answer.status();
    if !status.is_success() {
        return Err(ErrorKind::Api(refusal(status.as_u16(), answer.headers(), answer.body())));
    }
    String::from_utf8(answer.into_body()).map_err(|_| ErrorKind::Input("The answer is not text.".to_owned()))
}

fn refusal(status: u16, headers: &HeaderMap, body: &[u8]) -> ApiError {
    let body: Value = serde_json::from_slice(body).unwrap_or_default();
    let member = |name: &str| body[name].as_str().unwrap_or_default().to_owned();
    let request_id = headers.get("x-amzn-requestid").and_then(|id| id.to_str().ok()).map(str::to_owned);
    ApiError {
        status,
        exception: member("Code"),
        code: member("Code"),
        message: member("Message"),
        request_id,
        operation: None,
    }
}
