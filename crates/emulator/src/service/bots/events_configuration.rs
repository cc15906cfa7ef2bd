//! Where the events of a bot go.

use chime_model::types::{
    DeleteEventsConfigurationRequest, EventsConfiguration, GetEventsConfigurationRequest,
    GetEventsConfigurationResponse, PutEventsConfigurationRequest, PutEventsConfigurationResponse,
};

use super::row::{BOTS, BotRow, EventsTarget, bot};
use crate::context::Context;
use crate::failure::Failure;
use crate::service::accounts::gate::changeable;

/// BOT-21: sets the target, over one that is there. It is not probed: the emulator calls nobody (G-81).
///
/// # Errors
/// NotFound; Forbidden for the account; BadRequest for both targets, neither, or one that cannot be.
pub fn put_events_configuration(
    context: &Context<'_>,
    input: PutEventsConfigurationRequest,
) -> Result<PutEventsConfigurationResponse, Failure> {
    // BOT-20.
    let target = match (input.outbound_events_https_endpoint, input.lambda_function_arn) {
        (Some(endpoint), None) if endpoint.len() > "https://".len() && endpoint.starts_with("https://") => {
            EventsTarget::HttpsEndpoint(endpoint)
        }
        (Some(_), None) => return Err(Failure::bad_request("OutboundEventsHTTPSEndpoint must begin with https://.")),
        (None, Some(arn)) => EventsTarget::LambdaFunction(arn),
        _ => {
            let one = "One of OutboundEventsHTTPSEndpoint and LambdaFunctionArn must be given, and only one.";
            return Err(Failure::bad_request(one));
        }
    };
    changeable(context, &input.account_id)?;
    let row = BotRow { events: Some(target), ..bot(context, &input.account_id, &input.bot_id)? };
    BOTS.put(context, &row)?;
    Ok(PutEventsConfigurationResponse { events_configuration: configuration(row) })
}

/// BOT-22.
///
/// # Errors
/// NotFound, also when nothing is set; Forbidden for a Team account.
pub fn get_events_configuration(
    context: &Context<'_>,
    input: GetEventsConfigurationRequest,
) -> Result<GetEventsConfigurationResponse, Failure> {
    changeable(context, &input.account_id)?;
    let configuration = configuration(bot(context, &input.account_id, &input.bot_id)?);
    let absent = || context.absent("events configuration for this bot");
    Ok(GetEventsConfigurationResponse { events_configuration: Some(configuration.ok_or_else(absent)?) })
}

/// BOT-23: succeeds also when nothing is set.
///
/// # Errors
/// Forbidden, for an absent bot too: NotFound is not declared (G-15).
pub fn delete_events_configuration(
    context: &Context<'_>,
    input: DeleteEventsConfigurationRequest,
) -> Result<(), Failure> {
    changeable(context, &input.account_id)?;
    let row = BotRow { events: None, ..bot(context, &input.account_id, &input.bot_id)? };
    Ok(BOTS.put(context, &row)?)
}

fn configuration(row: BotRow) -> Option<EventsConfiguration> {
    let mut configuration = EventsConfiguration { bot_id: Some(row.bot_id), ..EventsConfiguration::default() };
    match row.events? {
        EventsTarget::HttpsEndpoint(endpoint) => configuration.outbound_events_https_endpoint = Some(endpoint),
        EventsTarget::LambdaFunction(arn) => configuration.lambda_function_arn = Some(arn),
    }
    Some(configuration)
}
