//! Termination: who may call out through a connector, and where to.

use std::net::Ipv4Addr;

use chime_model::types::{
    DeleteVoiceConnectorTerminationRequest, GetVoiceConnectorTerminationRequest, GetVoiceConnectorTerminationResponse,
    PutVoiceConnectorTerminationRequest, PutVoiceConnectorTerminationResponse, Termination,
};

use super::row::{CONNECTORS, ConnectorRow};
use super::{emergency_calling, existing, put_before};
use crate::context::Context;
use crate::failure::Failure;
use crate::service::phone_numbers::e164;

/// VC-51: calls per second.
const DEFAULT_CPS_LIMIT: i64 = 1;

/// PutVoiceConnectorTermination (VC-50).
pub fn put(
    context: &Context<'_>,
    input: PutVoiceConnectorTerminationRequest,
) -> Result<PutVoiceConnectorTerminationResponse, Failure> {
    let wanted = input.termination;
    check(&wanted)?;
    let connector = existing(context, &input.voice_connector_id)?;
    if wanted.disabled == Some(true) {
        emergency_calling::refuse_loss(context, &connector, "Termination")?;
    }
    let termination = Termination {
        cps_limit: wanted.cps_limit.or(Some(DEFAULT_CPS_LIMIT)),
        default_phone_number: wanted.default_phone_number.map(|number| e164(&number)),
        disabled: Some(wanted.disabled.unwrap_or(false)),
        ..wanted
    };
    CONNECTORS.put(context, &ConnectorRow { termination: Some(termination.clone()), ..connector })?;
    Ok(PutVoiceConnectorTerminationResponse { termination: Some(termination) })
}

/// GetVoiceConnectorTermination (VC-4).
pub fn get(
    context: &Context<'_>,
    input: GetVoiceConnectorTerminationRequest,
) -> Result<GetVoiceConnectorTerminationResponse, Failure> {
    let connector = existing(context, &input.voice_connector_id)?;
    let termination = put_before(context, connector.termination, "termination")?;
    Ok(GetVoiceConnectorTerminationResponse { termination: Some(termination) })
}

/// DeleteVoiceConnectorTermination. VC-53: credentials and health go with it.
pub fn delete(context: &Context<'_>, input: DeleteVoiceConnectorTerminationRequest) -> Result<(), Failure> {
    let connector = existing(context, &input.voice_connector_id)?;
    emergency_calling::refuse_loss(context, &connector, "Termination")?;
    let (termination, termination_health, usernames) = (None, None, Vec::new());
    Ok(CONNECTORS.put(context, &ConnectorRow { termination, termination_health, usernames, ..connector })?)
}

/// VC-50, VC-52: the two lists are needed, whatever the schema says of them.
fn check(termination: &Termination) -> Result<(), Failure> {
    let (Some(regions), Some(blocks)) = (&termination.calling_regions, &termination.cidr_allowed_list) else {
        return Err(Failure::bad_request("CallingRegions and CidrAllowedList are required."));
    };
    if let Some(region) = regions.iter().find(|region| !is_country(region)) {
        return Err(Failure::bad_request(format!("CallingRegions: {region} is not an ISO 3166-1 alpha-2 code.")));
    }
    if let Some(block) = blocks.iter().find(|block| !is_cidr(block)) {
        return Err(Failure::bad_request(format!("CidrAllowedList: {block} is not an IPv4 CIDR block.")));
    }
    Ok(())
}

fn is_country(text: &str) -> bool {
    text.len() == 2 && text.bytes().all(|letter| letter.is_ascii_uppercase())
}

fn is_cidr(text: &str) -> bool {
    let Some((address, length)) = text.split_once('/') else { return false };
    let digits = (1..=2).contains(&length.len()) && length.bytes().all(|digit| digit.is_ascii_digit());
    address.parse::<Ipv4Addr>().is_ok() && digits && length.parse().is_ok_and(|length: u8| length <= 32)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn vc_52_every_ipv4_block_is_one() {
        for block in ["10.24.34.0/23", "0.0.0.0/0", "203.0.113.7/32", "198.51.100.64/27"] {
            assert!(is_cidr(block), "{block}");
        }
        for other in [
            "10.24.34.0",
            "10.24.34.0/",
            "10.24.34.0/33",
            "10.24.34/23",
            "10.24.34.256/23",
            "::/0",
            "a/8",
            "10.0.0.0/+8",
        ] {
            assert!(!is_cidr(other), "{other}");
        }
    }
}
