//! Termination credentials: who may call out by name and password.

use chime_model::types::{
    Credential, DeleteVoiceConnectorTerminationCredentialsRequest, ListVoiceConnectorTerminationCredentialsRequest,
    ListVoiceConnectorTerminationCredentialsResponse, PutVoiceConnectorTerminationCredentialsRequest,
};

use super::existing;
use super::row::CONNECTORS;
use crate::context::Context;
use crate::failure::Failure;

/// PutVoiceConnectorTerminationCredentials. VC-60: adds names, and gives those that are there another password. Passwords are not
/// kept: nobody ever gets to see one (VC-61), and nobody registers over SIP here.
pub fn put(context: &Context<'_>, input: PutVoiceConnectorTerminationCredentialsRequest) -> Result<(), Failure> {
    let credentials = input.credentials.unwrap_or_default();
    let names = credentials.iter().map(username).collect::<Result<Vec<_>, _>>()?;
    let mut connector = existing(context, &input.voice_connector_id)?;
    for name in names {
        if !connector.usernames.contains(name) {
            connector.usernames.push(name.clone());
        }
    }
    Ok(CONNECTORS.put(context, &connector)?)
}

/// ListVoiceConnectorTerminationCredentials (VC-61), unpaged (G-44).
pub fn list(
    context: &Context<'_>,
    input: ListVoiceConnectorTerminationCredentialsRequest,
) -> Result<ListVoiceConnectorTerminationCredentialsResponse, Failure> {
    let connector = existing(context, &input.voice_connector_id)?;
    Ok(ListVoiceConnectorTerminationCredentialsResponse { usernames: Some(connector.usernames) })
}

/// DeleteVoiceConnectorTerminationCredentials. VC-62: names that nobody has are ignored.
pub fn delete(context: &Context<'_>, input: DeleteVoiceConnectorTerminationCredentialsRequest) -> Result<(), Failure> {
    let mut connector = existing(context, &input.voice_connector_id)?;
    connector.usernames.retain(|name| !input.usernames.contains(name));
    Ok(CONNECTORS.put(context, &connector)?)
}

/// VC-63: the name in a pair that RFC 2617 can carry.
fn username(credential: &Credential) -> Result<&String, Failure> {
    let fits = |text: &&String| !text.is_empty() && text.is_ascii();
    let pair = credential.username.as_ref().filter(fits).zip(credential.password.as_ref().filter(fits));
    let (username, _) = pair.ok_or_else(|| {
        Failure::bad_request("Each of the Credentials needs a Username and a Password in US-ASCII characters.")
    })?;
    Ok(username)
}
