//! Signature Version 4 in the browser.

use std::time::SystemTime;

use aws_credential_types::Credentials as AwsCredentials;
use aws_sigv4::{
    http_request::{SignableBody, SignableRequest, SigningSettings, sign as sign_http},
    sign::v4,
};
use http::Request;
use thiserror::Error;

use crate::session::Credentials;

/// Why a request could not be signed.
#[derive(Debug, Error)]
pub enum SignError {
    /// A header that no signature can cover.
    #[error("a header holds characters that cannot be sent")]
    Header,
    /// The signer refused the request.
    #[error("the request cannot be signed")]
    Signer,
}

/// Signs `request`, whose URI is absolute and encoded as it will be sent: sets `authorization`, `x-amz-date` and,
/// with temporary credentials, `x-amz-security-token`. Every header of the request is covered, and the host.
pub fn sign(
    credentials: &Credentials,
    region: &str,
    service: &str,
    time: SystemTime,
    request: &mut Request<Vec<u8>>,
) -> Result<(), SignError> {
    let identity = AwsCredentials::new(
        &credentials.access_key_id,
        &credentials.secret_access_key,
        credentials.session_token.clone(),
        None,
        "chime-console",
    )
    .into();
    let params = v4::SigningParams::builder()
        .identity(&identity)
        .region(region)
        .name(service)
        .time(time)
        .settings(SigningSettings::default())
        .build()
        .map_err(|_| SignError::Signer)?
        .into();
    let headers = request
        .headers()
        .iter()
        .map(|(name, value)| Ok((name.as_str(), value.to_str().map_err(|_| SignError::Header)?)))
        .collect::<Result<Vec<_>, SignError>>()?;
    let signable = SignableRequest::new(
        request.method().as_str(),
        request.uri().to_string(),
        headers.into_iter(),
        SignableBody::Bytes(request.body()),
    )
    .map_err(|_| SignError::Signer)?;
    let (instructions, _signature) = sign_http(signable, &params).map_err(|_| SignError::Signer)?.into_parts();
    instructions.apply_to_request_http1x(request);
    Ok(())
}
