//! Reading messages (MSG-4).

use chime_model::types::{
    ChannelMessage, ChannelMessagePersistenceType, ChannelMessageSummary, GetChannelMessageRequest,
    GetChannelMessageResponse, ListChannelMessagesRequest, ListChannelMessagesResponse, SortOrder,
};

use super::row::{BY_CREATED, MESSAGES, MessageRow};
use crate::context::{Context, page_size};
use crate::failure::Failure;
use crate::service::app_instance_users::identity;
use crate::service::channels::visit;
use crate::store::{Key, Order, Range, time_key};

/// MSG-4: a message in its latest version.
///
/// # Errors
/// Forbidden for the bearer; NotFound.
pub fn get_channel_message(
    context: &Context<'_>,
    input: GetChannelMessageRequest,
) -> Result<GetChannelMessageResponse, Failure> {
    let visit = visit(context, &input.channel_arn, input.chime_bearer.as_deref())?;
    visit.must_see()?;
    let row = MESSAGES.get(context, &Key::of([&visit.channel.channel_id, &input.message_id]))?;
    let row = row.ok_or_else(|| context.absent("message with this id in the channel"))?;
    let message = ChannelMessage {
        channel_arn: Some(visit.channel.arn()),
        sender: Some(identity(context, &row.sender)?),
        message_id: Some(row.message_id),
        content: row.content,
        metadata: row.metadata,
        r#type: Some(row.message_type),
        created_timestamp: Some(row.created),
        last_edited_timestamp: row.edited,
        last_updated_timestamp: Some(row.updated),
        redacted: Some(row.redacted),
        // MSG-3: the others are not here.
        persistence: Some(ChannelMessagePersistenceType::Persistent),
    };
    Ok(GetChannelMessageResponse { channel_message: Some(message) })
}

/// MSG-4: the newest first unless asked otherwise, between two moments that are both included. A page costs the same wherever it
/// begins.
///
/// # Errors
/// Forbidden for the bearer; BadRequest for a token of another list.
pub fn list_channel_messages(
    context: &Context<'_>,
    input: ListChannelMessagesRequest,
) -> Result<ListChannelMessagesResponse, Failure> {
    let visit = visit(context, &input.channel_arn, input.chime_bearer.as_deref())?;
    visit.must_see()?;
    let (first, last) = (input.not_before.map(|it| time_key(it.0)), input.not_after.map(|it| time_key(it.0)));
    let range = Range {
        within: Key::of([&visit.channel.channel_id]),
        first: first.as_deref(),
        last: last.as_deref(),
        order: match input.sort_order {
            Some(SortOrder::Ascending) => Order::Ascending,
            Some(SortOrder::Descending) | None => Order::Descending,
        },
        ..Range::default()
    };
    let limit = page_size(input.max_results, 50);
    let page = context.list_range(&MESSAGES, &BY_CREATED, range, input.next_token.as_deref(), limit, |_| true)?;
    let messages = page.rows.into_iter().map(|row| summary(context, row)).collect::<Result<_, _>>()?;
    Ok(ListChannelMessagesResponse {
        channel_arn: Some(visit.channel.arn()),
        next_token: page.next_token,
        channel_messages: Some(messages),
    })
}

/// MSG-1: rows of a list tell neither channel nor persistence.
fn summary(context: &Context<'_>, row: MessageRow) -> Result<ChannelMessageSummary, Failure> {
    Ok(ChannelMessageSummary {
        sender: Some(identity(context, &row.sender)?),
        message_id: Some(row.message_id),
        content: row.content,
        metadata: row.metadata,
        r#type: Some(row.message_type),
        created_timestamp: Some(row.created),
        last_updated_timestamp: Some(row.updated),
        last_edited_timestamp: row.edited,
        redacted: Some(row.redacted),
    })
}
