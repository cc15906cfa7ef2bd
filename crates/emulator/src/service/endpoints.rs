//! Where messaging clients connect.

use chime_model::types::{
    GetMessagingSessionEndpointRequest, GetMessagingSessionEndpointResponse, MessagingSessionEndpoint,
};

use crate::context::Context;
use crate::failure::Failure;

/// SES-1: a host without a scheme, always the same.
const HOST: &str = "node001.ue1.ws-messaging.chime.aws";

/// SES-1: the real service's form. Nobody listens there.
///
/// # Errors
/// None of its own.
pub fn get_messaging_session_endpoint(
    _: &Context<'_>,
    _: GetMessagingSessionEndpointRequest,
) -> Result<GetMessagingSessionEndpointResponse, Failure> {
    let endpoint = MessagingSessionEndpoint { url: Some(HOST.to_owned()) };
    Ok(GetMessagingSessionEndpointResponse { endpoint: Some(endpoint) })
}
