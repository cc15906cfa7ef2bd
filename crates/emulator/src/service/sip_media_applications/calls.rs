//! Calls that applications make. The functions are not invoked; the event log has what they would be told (G-81).

use chime_model::Timestamp;
use chime_model::types::{
    CreateSipMediaApplicationCallRequest, CreateSipMediaApplicationCallResponse, PhoneNumberStatus,
    SipMediaApplicationCall, UpdateSipMediaApplicationCallRequest, UpdateSipMediaApplicationCallResponse,
};
use serde_json::{Value, json};

use super::existing;
use super::row::{APPLICATIONS, ApplicationRow, CALLS, CALLS_BY_CREATED, CallRow};
use crate::context::Context;
use crate::failure::Failure;
use crate::schedule::Action;
use crate::service::phone_numbers::{self, e164};
use crate::service::quota::{self, Quota};
use crate::store::Key;

/// CreateSipMediaApplicationCall (SMA-20).
pub fn create_sip_media_application_call(
    context: &Context<'_>,
    input: CreateSipMediaApplicationCallRequest,
) -> Result<CreateSipMediaApplicationCallResponse, Failure> {
    let application = existing(context, &input.sip_media_application_id)?;
    let from = phone_numbers::find(context, &input.from_phone_number)?;
    // Neither on its way in nor on its way out (NUM-4).
    let owned = |status| matches!(status, PhoneNumberStatus::Unassigned | PhoneNumberStatus::Assigned);
    let Some(from) = from.filter(|number| owned(number.status)) else {
        return Err(Failure::access_denied("FromPhoneNumber must be a number in the inventory."));
    };
    let calls =
        (&CALLS, &CALLS_BY_CREATED, Key::of([&application.aws_account_id, &application.sip_media_application_id]));
    quota::check(context, Quota::CallsPerSipMediaApplication, 1, calls)?;
    let row = CallRow {
        aws_account_id: application.aws_account_id.clone(),
        sip_media_application_id: application.sip_media_application_id.clone(),
        transaction_id: context.random().uuid(),
        created: context.now(),
    };
    CALLS.put(context, &row)?;
    // SMA-21.
    let ends = Timestamp(context.now().0.saturating_add_unsigned(context.settings().sip_media_application_call_ms));
    context.schedule(ends, &end_of(&row))?;
    let headers = input.sip_headers.unwrap_or_default();
    let call =
        json!({ "FromPhoneNumber": from.e164, "ToPhoneNumber": e164(&input.to_phone_number), "SipHeaders": headers });
    tell(context, &application, "NEW_OUTBOUND_CALL", &row.transaction_id, &call)?;
    let transaction_id = Some(row.transaction_id);
    Ok(CreateSipMediaApplicationCallResponse {
        sip_media_application_call: Some(SipMediaApplicationCall { transaction_id }),
    })
}

/// UpdateSipMediaApplicationCall. SMA-22: the function is told, no more.
pub fn update_sip_media_application_call(
    context: &Context<'_>,
    input: UpdateSipMediaApplicationCallRequest,
) -> Result<UpdateSipMediaApplicationCallResponse, Failure> {
    let application = existing(context, &input.sip_media_application_id)?;
    let call = running(context, &application, &input.transaction_id)?;
    let arguments = json!({ "Arguments": input.arguments });
    tell(context, &application, "CALL_UPDATE_REQUESTED", &call.transaction_id, &arguments)?;
    let transaction_id = Some(call.transaction_id);
    Ok(UpdateSipMediaApplicationCallResponse {
        sip_media_application_call: Some(SipMediaApplicationCall { transaction_id }),
    })
}

/// F-8: somebody hangs up.
///
/// # Errors
/// NotFound for the application, or for a call that does not run.
pub fn hang_up(context: &Context<'_>, application_id: &str, transaction_id: &str) -> Result<(), Failure> {
    let application = existing(context, application_id)?;
    let call = running(context, &application, transaction_id)?;
    end(context, &call.aws_account_id, application_id, transaction_id)
}

/// SMA-21: a call is over, for whatever reason. Does nothing when it was before.
///
/// # Errors
/// The store's.
pub fn end(context: &Context<'_>, owner: &str, application_id: &str, transaction_id: &str) -> Result<(), Failure> {
    let Some(call) = CALLS.delete(context, &Key::of([owner, application_id, transaction_id]))? else { return Ok(()) };
    match APPLICATIONS.get(context, &Key::of([owner, application_id]))? {
        Some(application) => tell(context, &application, "HANGUP", &call.transaction_id, &json!({})),
        None => Ok(()),
    }
}

/// The calls of an application that is deleted.
///
/// # Errors
/// The store's.
pub fn forget_application(context: &Context<'_>, application_id: &str) -> Result<(), Failure> {
    let within = Key::of([&context.principal().account_id, application_id]);
    for call in CALLS.all(context, &CALLS_BY_CREATED, within)? {
        CALLS.delete(context, &(CALLS.key)(&call))?;
    }
    Ok(())
}

fn running(context: &Context<'_>, application: &ApplicationRow, transaction_id: &str) -> Result<CallRow, Failure> {
    let key = Key::of([&application.aws_account_id, &application.sip_media_application_id, transaction_id]);
    CALLS.get(context, &key)?.ok_or_else(|| context.absent("running call with this transaction id"))
}

fn end_of(call: &CallRow) -> Action {
    Action::SipMediaApplicationCallEnds {
        aws_account_id: call.aws_account_id.clone(),
        sip_media_application_id: call.sip_media_application_id.clone(),
        transaction_id: call.transaction_id.clone(),
    }
}

fn tell(
    context: &Context<'_>,
    application: &ApplicationRow,
    what: &str,
    transaction_id: &str,
    more: &Value,
) -> Result<(), Failure> {
    let detail = json!({
        "LambdaArn": application.lambda_arn,
        "SipMediaApplicationId": application.sip_media_application_id,
        "TransactionId": transaction_id,
        "InvocationEventType": what,
        "Call": more,
    });
    Ok(context.event("LambdaInvoked", detail)?)
}
