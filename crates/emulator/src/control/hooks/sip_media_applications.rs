//! Calls that end (F-8).

use serde_json::{Value, json};

use super::super::Request;
use crate::Emulator;
use crate::failure::Failure;
use crate::service::sip_media_applications::calls;

pub(super) fn end_call(emulator: &Emulator, request: &Request<'_>) -> Result<Value, Failure> {
    let (application, call) = (request.label("SipMediaApplicationId"), request.label("TransactionId"));
    emulator.hook(|context| {
        calls::hang_up(context, application, call)?;
        Ok(json!({ "TransactionId": call }))
    })
}
