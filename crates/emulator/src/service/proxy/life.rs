//! How a proxy session is used, and how it ends (PRX-13).

use chime_model::types::{Capability, ProxySessionStatus};
use serde_json::json;

use super::row::{ProxySessionRow, SESSIONS, SESSIONS_BY_CREATED, SESSIONS_BY_STATUS};
use super::sessions::existing;
use crate::context::Context;
use crate::failure::Failure;
use crate::schedule::Action;
use crate::service::voice_connectors;
use crate::store::Key;

/// Has the session expire in its time.
///
/// # Errors
/// The store's.
pub fn count(context: &Context<'_>, row: &ProxySessionRow) -> Result<(), Failure> {
    Ok(context.schedule(row.expires(), &expiry(row))?)
}

/// Takes [`count`] back, before the session changes.
///
/// # Errors
/// The store's.
pub fn stop_counting(context: &Context<'_>, row: &ProxySessionRow) -> Result<(), Failure> {
    Ok(context.unschedule(row.expires(), &expiry(row))?)
}

fn expiry(row: &ProxySessionRow) -> Action {
    Action::ProxySessionExpires {
        aws_account_id: row.aws_account_id.clone(),
        voice_connector_id: row.voice_connector_id.clone(),
        proxy_session_id: row.proxy_session_id.clone(),
    }
}

/// PRX-13: the time of a session is over. A call that runs is not cut: then the session ends with it.
///
/// # Errors
/// The store's.
pub fn expire(context: &Context<'_>, owner: &str, connector_id: &str, session_id: &str) -> Result<(), Failure> {
    let row = SESSIONS.get(context, &Key::of([owner, connector_id, session_id]))?;
    match row.filter(|row| row.status == ProxySessionStatus::Open && row.expires() <= context.now()) {
        Some(row) => close(context, row),
        None => Ok(()),
    }
}

/// Closes a session, whatever it is at. PRX-16: one that is closed stays as it is.
///
/// # Errors
/// The store's.
pub fn close(context: &Context<'_>, row: ProxySessionRow) -> Result<(), Failure> {
    if row.status == ProxySessionStatus::Closed {
        return Ok(());
    }
    stop_counting(context, &row)?;
    let (status, now) = (ProxySessionStatus::Closed, context.now());
    Ok(SESSIONS.put(context, &ProxySessionRow { status, ended: Some(now), updated: now, ..row })?)
}

/// PRX-2: closes every session of a connector.
///
/// # Errors
/// The store's.
pub fn close_all(context: &Context<'_>, connector_id: &str) -> Result<(), Failure> {
    for status in [ProxySessionStatus::Open, ProxySessionStatus::InProgress] {
        let within = Key::of([&context.principal().account_id, connector_id, status.as_str()]);
        for row in SESSIONS.all(context, &SESSIONS_BY_STATUS, within)? {
            close(context, row)?;
        }
    }
    Ok(())
}

/// VC-13: the sessions of a connector that is deleted.
///
/// # Errors
/// The store's.
pub fn forget_connector(context: &Context<'_>, connector_id: &str) -> Result<(), Failure> {
    let within = Key::of([&context.principal().account_id, connector_id]);
    for row in SESSIONS.all(context, &SESSIONS_BY_CREATED, within)? {
        stop_counting(context, &row)?;
        SESSIONS.delete(context, &(SESSIONS.key)(&row))?;
    }
    Ok(())
}

/// F-7: one participant calls or writes to the other. PRX-4: after the session, the fallback number takes it.
///
/// # Errors
/// NotFound; BadRequest for what the session cannot do; Conflict while it is used, or closed without a fallback number.
pub fn start(
    context: &Context<'_>,
    connector_id: &str,
    session_id: &str,
    capability: Capability,
) -> Result<ProxySessionRow, Failure> {
    let row = existing(context, connector_id, session_id)?;
    if !row.capabilities.contains(&capability) {
        return Err(Failure::bad_request(format!("The proxy session has no capability {}.", capability.as_str())));
    }
    let mut detail =
        json!({ "VoiceConnectorId": connector_id, "ProxySessionId": session_id, "Capability": capability });
    match row.status {
        ProxySessionStatus::Open => {
            context.event("ProxySessionUsed", detail)?;
            let row = ProxySessionRow { status: ProxySessionStatus::InProgress, ..row };
            SESSIONS.put(context, &row)?;
            Ok(row)
        }
        ProxySessionStatus::InProgress => Err(Failure::conflict("The proxy session is in use.")),
        ProxySessionStatus::Closed => {
            let proxy = voice_connectors::existing(context, connector_id)?.proxy;
            let fallback = proxy.and_then(|proxy| proxy.fall_back_phone_number);
            let fallback = fallback.ok_or_else(|| {
                Failure::conflict("The proxy session is closed, and the voice connector has no fallback number.")
            })?;
            detail["FallBackPhoneNumber"] = fallback.into();
            context.event("ProxyFellBack", detail)?;
            Ok(row)
        }
    }
}

/// F-7: they hang up.
///
/// # Errors
/// NotFound; Conflict for a session that is not in use.
pub fn stop(context: &Context<'_>, connector_id: &str, session_id: &str) -> Result<ProxySessionRow, Failure> {
    let row = existing(context, connector_id, session_id)?;
    if row.status != ProxySessionStatus::InProgress {
        return Err(Failure::conflict("The proxy session is not in use."));
    }
    let row = ProxySessionRow { status: ProxySessionStatus::Open, ..row };
    SESSIONS.put(context, &row)?;
    expire(context, &row.aws_account_id, connector_id, session_id)?;
    existing(context, connector_id, session_id)
}
