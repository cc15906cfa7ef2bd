//! Signature Version 4, checked: whoever calls must hold the secret of a known key, and nothing may have been changed on the way.
//!
//! The signature's age is judged by the wall clock, never by the service's: a person who moves the service's clock by 90 days has not
//! moved the clock of the machine that signs.

mod canonical;
mod claim;
mod signing_keys;
#[cfg(test)]
mod tests;

use std::borrow::Cow;

use bytes::Bytes;
use chime_model::CommonError;
use hmac::Mac;
use http::request::Parts;
use sha2::{Digest, Sha256};

use crate::configuration::AccessKey;
use crate::failure::Failure;
use canonical::{canonical_request, hex};
use claim::Claim;
pub use signing_keys::SigningKeys;

/// How far the caller's clock may be from ours, in milliseconds (G-13).
const SKEW_MS: i64 = 15 * 60 * 1000;
const ALGORITHM: &str = "AWS4-HMAC-SHA256";
const SERVICE: &str = "chime";
const TERMINATOR: &str = "aws4_request";
const SCOPE_END: &str = "chime/aws4_request";
/// The hash of a body that has no bytes, as most have.
const HASH_OF_NOTHING: &str = "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855";

/// The key that signed the request.
///
/// # Errors
/// G-13 step 1. The list of common errors has no word for a signature that does not match: InvalidClientTokenId (403) is the
/// closest, since id and secret are one credential and this one is not ours; it also keeps secret which ids exist.
pub fn authenticate<'k>(
    parts: &Parts,
    body: &Bytes,
    keys: impl Iterator<Item = &'k AccessKey>,
    signing_keys: &SigningKeys,
    wall: i64,
) -> Result<&'k AccessKey, Failure> {
    let claim = Claim::of(parts)?;
    let mut keys = keys;
    let key = keys.find(|key| key.access_key_id == claim.access_key_id).ok_or_else(|| {
        refused(
            CommonError::InvalidClientTokenId,
            format!("The access key id {:?} is not known here.", claim.access_key_id),
        )
    })?;
    check_age(&claim, wall)?;
    check_coverage(&claim, parts)?;
    let payload = if body.is_empty() { Cow::Borrowed(HASH_OF_NOTHING) } else { hex(&Sha256::digest(body)).into() };
    check_payload(parts, &payload)?;
    let canonical = hex(&Sha256::digest(canonical_request(parts, &claim, &payload)?));
    let (date, region) = (&claim.date, &claim.region);
    let text = [ALGORITHM, "\n", &claim.moment, "\n", date, "/", region, "/", SCOPE_END, "\n", &canonical].concat();
    let matches = signing_keys.get(key, date, region).chain_update(text).verify_slice(&claim.signature).is_ok();
    matches.then_some(key).ok_or_else(|| {
        refused(
            CommonError::InvalidClientTokenId,
            "The signature does not match the request. The secret access key is another one, or the request was changed after signing.",
        )
    })
}

fn check_age(claim: &Claim, wall: i64) -> Result<(), Failure> {
    let expired = |message: String| Err(refused(CommonError::RequestExpired, message));
    if claim.signed_at - wall > SKEW_MS {
        return expired(format!(
            "The request was signed for {}, which is still to come. Is the clock right?",
            claim.moment
        ));
    }
    let lifetime = claim.expires_ms.unwrap_or(SKEW_MS);
    if wall - claim.signed_at > lifetime {
        return expired(format!("The request was signed at {} and has expired. Is the clock right?", claim.moment));
    }
    Ok(())
}

/// A header that is not signed could be changed by anybody: `host` and everything of AWS must be.
fn check_coverage(claim: &Claim, parts: &Parts) -> Result<(), Failure> {
    let unsigned = |name: &str| !claim.signed_headers().any(|signed| signed == name);
    let aws = parts.headers.keys().map(http::HeaderName::as_str).filter(|name| name.starts_with("x-amz-"));
    match std::iter::once("host").chain(aws).find(|name| unsigned(name)) {
        Some(name) => Err(refused(CommonError::IncompleteSignature, format!("The header {name:?} must be signed."))),
        None => Ok(()),
    }
}

/// The hash that the caller tells must be that of the body which came.
fn check_payload(parts: &Parts, payload: &str) -> Result<(), Failure> {
    match parts.headers.get("x-amz-content-sha256") {
        Some(told) if told != payload => Err(refused(
            CommonError::InvalidClientTokenId,
            "X-Amz-Content-Sha256 is not the hash of the body: the body was changed after signing, or is not signed at all.",
        )),
        _ => Ok(()),
    }
}

fn refused(error: CommonError, message: impl Into<String>) -> Failure {
    Failure::Common { error, message: message.into() }
}
