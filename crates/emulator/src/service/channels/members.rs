//! Who becomes a member of a channel, and who is one no more.

use chime_model::types::ChannelMembershipType;

use super::roster::{self, BANS};
use super::row::{BY_TYPE, ChannelRow, MEMBERSHIPS, MembershipRow};
use super::sessions;
use crate::context::Context;
use crate::failure::Failure;
use crate::service::app_instance_users::UserRow;
use crate::service::quota::{self, Quota};
use crate::store::Key;

/// CM-3: adds a user of the app instance.
///
/// # Errors
/// Forbidden for one who is banned, Conflict for a member; ResourceLimitExceeded.
pub(super) fn add(
    context: &Context<'_>,
    channel: &ChannelRow,
    user: &UserRow,
    membership_type: ChannelMembershipType,
    invited_by: &UserRow,
) -> Result<MembershipRow, Failure> {
    if roster::is_on(context, &BANS, channel, &user.user_id)? {
        return Err(Failure::forbidden("The user is banned from the channel."));
    }
    let row = MembershipRow {
        app_instance_id: channel.app_instance_id.clone(),
        channel_id: channel.channel_id.clone(),
        user_id: user.user_id.clone(),
        member: user.person(),
        membership_type,
        invited_by: invited_by.person(),
        read_marker: None,
        created: context.now(),
    };
    if MEMBERSHIPS.get(context, &(MEMBERSHIPS.key)(&row))?.is_some() {
        // In a batch the code of one item, where the call as a whole declares no Conflict (CM-4).
        return Err(Failure::conflict("The user is a member of the channel already."));
    }
    let members = (&MEMBERSHIPS, &BY_TYPE, Key::of([&channel.channel_id]));
    quota::check(context, Quota::MembersPerChannel, 1, members)?;
    MEMBERSHIPS.put(context, &row)?;
    sessions::tell_of_member(context, channel, "CREATE_CHANNEL_MEMBERSHIP", &row)?;
    Ok(row)
}

/// Ends a membership, if there is one under this key.
///
/// # Errors
/// The store's.
pub(super) fn remove(context: &Context<'_>, channel: &ChannelRow, key: &Key) -> Result<(), Failure> {
    let row = MEMBERSHIPS.delete(context, key)?;
    row.map_or(Ok(()), |row| sessions::tell_of_member(context, channel, "DELETE_CHANNEL_MEMBERSHIP", &row))
}
