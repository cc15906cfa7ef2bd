//! Requests and answers as messages between page and worker.

use http::{HeaderMap, HeaderName, HeaderValue, Request, Response, StatusCode};
use js_sys::{Array, Uint8Array};
use wasm_bindgen::JsCast;

/// The message that asks for the answer to `request`, which will bear the same number.
pub(super) fn ask(number: u32, request: &Request<Vec<u8>>) -> Array {
    let headers = Array::new();
    for (name, value) in request.headers() {
        if let Ok(value) = value.to_str() {
            headers.push(&Array::of2(&name.as_str().into(), &value.into()));
        }
    }
    let ask =
        Array::of4(&"ask".into(), &number.into(), &request.method().as_str().into(), &request.uri().to_string().into());
    ask.push(&headers);
    ask.push(&Uint8Array::from(request.body().as_slice()));
    ask
}

/// The answer in a message; none in a message of another build.
pub(super) fn answer(message: &Array) -> Option<Response<Vec<u8>>> {
    let mut response = Response::new(message.get(4).dyn_into::<Uint8Array>().ok()?.to_vec());
    *response.status_mut() = StatusCode::from_u16(message.get(2).as_f64()? as u16).ok()?;
    let headers: &mut HeaderMap = response.headers_mut();
    for pair in message.get(3).dyn_into::<Array>().ok()?.iter() {
        let pair: Array = pair.dyn_into().ok()?;
        let (name, value) = (pair.get(0).as_string()?, pair.get(1).as_string()?);
        headers.insert(HeaderName::try_from(name).ok()?, HeaderValue::try_from(value).ok()?);
    }
    Some(response)
}
