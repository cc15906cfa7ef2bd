//! Making, reading, changing and closing proxy sessions.

use chime_model::types::{
    Capability, CreateProxySessionRequest, CreateProxySessionResponse, DeleteProxySessionRequest,
    GetProxySessionRequest, GetProxySessionResponse, ListProxySessionsRequest, ListProxySessionsResponse,
    ProxySessionStatus, UpdateProxySessionRequest, UpdateProxySessionResponse,
};

use super::row::{ProxySessionRow, SESSIONS, SESSIONS_BY_CREATED, SESSIONS_BY_STATUS};
use super::{life, numbers};
use crate::context::{Context, List, page_size};
use crate::failure::Failure;
use crate::service::phone_numbers::e164;
use crate::service::voice_connectors;
use crate::store::Key;

/// CreateProxySession (PRX-11).
pub fn create_proxy_session(
    context: &Context<'_>,
    input: CreateProxySessionRequest,
) -> Result<CreateProxySessionResponse, Failure> {
    let capabilities = sorted(input.capabilities)?;
    let (first, participants) = pair(&input.participant_phone_numbers)?;
    let connector = voice_connectors::existing(context, &input.voice_connector_id)?;
    // PRX-3.
    let proxy = voice_connectors::put_before(context, connector.proxy, "proxy configuration")?;
    if proxy.disabled == Some(true) {
        return Err(Failure::forbidden("Proxy sessions are disabled on this voice connector."));
    }
    let wish = numbers::Wish {
        countries: proxy.phone_number_countries.unwrap_or_default(),
        first,
        level: input.geo_match_level,
        params: input.geo_match_params.as_ref(),
        behavior: input.number_selection_behavior,
    };
    let proxy_phone_number = numbers::choose(context, &connector.voice_connector_id, &participants, &wish)?;
    let default_minutes = proxy.default_session_expiry_minutes.unwrap_or(1);
    let row = ProxySessionRow {
        aws_account_id: connector.aws_account_id,
        voice_connector_id: connector.voice_connector_id,
        proxy_session_id: context.random().uuid(),
        name: input.name,
        status: ProxySessionStatus::Open,
        expiry_minutes: input.expiry_minutes.unwrap_or(default_minutes),
        capabilities,
        participants,
        proxy_phone_number,
        number_selection_behavior: input.number_selection_behavior,
        geo_match_level: input.geo_match_level,
        geo_match_params: input.geo_match_params,
        created: context.now(),
        updated: context.now(),
        ended: None,
    };
    SESSIONS.put(context, &row)?;
    life::count(context, &row)?;
    Ok(CreateProxySessionResponse { proxy_session: Some(row.into()) })
}

/// GetProxySession, also of a closed one (PRX-14, PRX-16).
pub fn get_proxy_session(
    context: &Context<'_>,
    input: GetProxySessionRequest,
) -> Result<GetProxySessionResponse, Failure> {
    let row = existing(context, &input.voice_connector_id, &input.proxy_session_id)?;
    Ok(GetProxySessionResponse { proxy_session: Some(row.into()) })
}

/// ListProxySessions (PRX-14).
pub fn list_proxy_sessions(
    context: &Context<'_>,
    input: ListProxySessionsRequest,
) -> Result<ListProxySessionsResponse, Failure> {
    let connector = voice_connectors::existing(context, &input.voice_connector_id)?;
    let within = Key::of([&connector.aws_account_id, &connector.voice_connector_id]);
    let (index, within) = match input.status {
        Some(status) => (&SESSIONS_BY_STATUS, within.and(status.as_str())),
        None => (&SESSIONS_BY_CREATED, within),
    };
    let limit = page_size(input.max_results, 99);
    let list = List { index, within, starts_with: "", next_token: input.next_token.as_deref(), limit };
    let page = context.list(&SESSIONS, list, |_| true)?;
    let proxy_sessions = page.rows.into_iter().map(Into::into).collect();
    Ok(ListProxySessionsResponse { proxy_sessions: Some(proxy_sessions), next_token: page.next_token })
}

/// UpdateProxySession. PRX-15: other capabilities, and the time counts anew.
pub fn update_proxy_session(
    context: &Context<'_>,
    input: UpdateProxySessionRequest,
) -> Result<UpdateProxySessionResponse, Failure> {
    let capabilities = sorted(input.capabilities)?;
    let mut row = existing(context, &input.voice_connector_id, &input.proxy_session_id)?;
    if row.status == ProxySessionStatus::Closed {
        return Err(context.in_the_way("The proxy session is closed."));
    }
    life::stop_counting(context, &row)?;
    row.capabilities = capabilities;
    row.expiry_minutes = input.expiry_minutes.unwrap_or(row.expiry_minutes);
    row.updated = context.now();
    SESSIONS.put(context, &row)?;
    life::count(context, &row)?;
    Ok(UpdateProxySessionResponse { proxy_session: Some(row.into()) })
}

/// DeleteProxySession. PRX-16: closes it; it stays readable.
pub fn delete_proxy_session(context: &Context<'_>, input: DeleteProxySessionRequest) -> Result<(), Failure> {
    let row = existing(context, &input.voice_connector_id, &input.proxy_session_id)?;
    life::close(context, row)
}

/// A session of one of the caller's connectors.
///
/// # Errors
/// NotFound, for the connector or the session.
pub fn existing(context: &Context<'_>, connector_id: &str, session_id: &str) -> Result<ProxySessionRow, Failure> {
    let connector = voice_connectors::existing(context, connector_id)?;
    let key = Key::of([&connector.aws_account_id, &connector.voice_connector_id, session_id]);
    SESSIONS.get(context, &key)?.ok_or_else(|| context.absent("proxy session with this id"))
}

/// PRX-11: each capability once, SMS before Voice.
fn sorted(mut capabilities: Vec<Capability>) -> Result<Vec<Capability>, Failure> {
    capabilities.sort_by_key(|capability| capability.as_str());
    capabilities.dedup();
    if capabilities.is_empty() {
        Err(Failure::bad_request("Capabilities must have an item."))
    } else {
        Ok(capabilities)
    }
}

/// PRX-11, PRX-12: the first of the two, and both of them sorted.
fn pair(numbers: &[String]) -> Result<(String, [String; 2]), Failure> {
    let wrong = || Failure::bad_request("ParticipantPhoneNumbers must be two different numbers.");
    let [one, other] = numbers else { return Err(wrong()) };
    let (one, other) = (e164(one), e164(other));
    if one == other {
        return Err(wrong());
    }
    let mut both = [one.clone(), other];
    both.sort();
    Ok((one, both))
}
