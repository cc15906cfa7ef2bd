//! Who may do what: the bearer, its role, and the gates of each (CH-10 to CH-13).

use chime_model::types::{ChannelMembershipType, ChannelMode, ChannelPrivacy};

use super::roster::{BANS, MODERATORS};
use super::row::{ChannelRow, MEMBERSHIPS, MembershipRow, channel};
use crate::context::Context;
use crate::failure::Failure;
use crate::service::app_instance_users::{UserRow, user_of};
use crate::service::app_instances::{Arn, is_admin};
use crate::store::Key;

/// What a user is to a channel (CH-12); each may do what those before may.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Role {
    /// A user of the app instance.
    Other,
    /// A member of the channel.
    Member,
    /// A moderator of the channel.
    Moderator,
    /// An administrator of the app instance.
    Administrator,
}

/// A call about a channel, in the name of a user.
pub struct Visit {
    /// The channel.
    pub channel: ChannelRow,
    /// In whose name.
    pub bearer: UserRow,
    /// The highest role that the bearer has.
    pub role: Role,
    /// The bearer's membership; administrators and moderators need not have one.
    pub membership: Option<MembershipRow>,
    /// BAN-4: whether the bearer is banned.
    banned: bool,
}

/// CH-10: finds the channel, the bearer, and what one is to the other.
///
/// # Errors
/// BadRequest without a bearer; NotFound or Forbidden for the channel; Forbidden for a bearer of another app instance.
pub fn visit(context: &Context<'_>, channel_arn: &str, bearer: Option<&str>) -> Result<Visit, Failure> {
    let arn = named(bearer)?;
    let channel = channel(context, channel_arn)?;
    let bearer = bearer_of(context, &channel.app_instance_id, arn)?;
    let key = Key::of([&channel.channel_id, &bearer.user_id]);
    let membership = MEMBERSHIPS.get(context, &key)?;
    let role = if is_admin(context, &channel.app_instance_id, &bearer.user_id)? {
        Role::Administrator
    } else if MODERATORS.get(context, &key)?.is_some() {
        Role::Moderator
    } else if membership.is_some() {
        Role::Member
    } else {
        Role::Other
    };
    let banned = BANS.get(context, &key)?.is_some();
    Ok(Visit { channel, bearer, role, membership, banned })
}

/// CH-10: the bearer of a call about an app instance.
///
/// # Errors
/// Forbidden for one of another app instance.
pub(super) fn bearer_of(context: &Context<'_>, app_instance_id: &str, arn: &str) -> Result<UserRow, Failure> {
    user_of(context, app_instance_id, arn)?.ok_or_else(stranger)
}

/// CH-10: the bearer of a call about the bearer's own app instance.
///
/// # Errors
/// BadRequest without one; Forbidden for one that is not there.
pub(super) fn bearer(context: &Context<'_>, bearer: Option<&str>) -> Result<UserRow, Failure> {
    let arn = named(bearer)?;
    let instance = Arn::parse(arn).map(|arn| arn.owner().1).ok_or_else(stranger)?;
    bearer_of(context, instance, arn)
}

impl Visit {
    /// CH-12: members see the channel, and everybody a public one; BAN-4: not who is banned.
    ///
    /// # Errors
    /// Forbidden.
    pub fn must_see(&self) -> Result<(), Failure> {
        let discovers = self.channel.privacy == ChannelPrivacy::Public && !self.banned;
        self.require(self.role > Role::Other || discovers, "The bearer cannot see this channel.")
    }

    /// CH-12: administrators and moderators.
    ///
    /// # Errors
    /// Forbidden.
    pub fn must_manage(&self) -> Result<(), Failure> {
        self.require(self.manages(), "Only administrators and moderators may do this.")
    }

    /// CH-11: administrators alone.
    ///
    /// # Errors
    /// Forbidden.
    pub fn must_administer(&self) -> Result<(), Failure> {
        self.require(self.role == Role::Administrator, "Only administrators may do this.")
    }

    /// CH-12: whatever the role, only members.
    ///
    /// # Errors
    /// Forbidden.
    pub fn must_be_member(&self) -> Result<&MembershipRow, Failure> {
        self.membership.as_ref().ok_or_else(|| Failure::forbidden("The bearer is no member of this channel."))
    }

    /// CH-12: more than one's own, and hidden members (CM-2).
    #[must_use]
    pub fn manages(&self) -> bool {
        self.role >= Role::Moderator
    }

    /// CH-3, CH-12: whether the bearer may add these users in this way.
    ///
    /// # Errors
    /// Forbidden.
    pub(super) fn must_admit<'a>(
        &self,
        mut members: impl Iterator<Item = &'a str>,
        membership_type: ChannelMembershipType,
    ) -> Result<(), Failure> {
        let open = self.channel.mode == ChannelMode::Unrestricted && membership_type == ChannelMembershipType::Default;
        let public = self.channel.privacy == ChannelPrivacy::Public && !self.banned;
        let own = self.bearer.arn();
        let allowed = match self.role {
            Role::Administrator | Role::Moderator => true,
            Role::Member => open,
            Role::Other => open && public && members.all(|arn| arn == own),
        };
        self.require(allowed, "The bearer may not add these members to this channel.")
    }

    fn require(&self, allowed: bool, message: &str) -> Result<(), Failure> {
        if allowed { Ok(()) } else { Err(Failure::forbidden(message)) }
    }
}

/// CH-10: the header is needed, though no shape says so.
///
/// # Errors
/// BadRequest.
pub(super) fn named(bearer: Option<&str>) -> Result<&str, Failure> {
    bearer.ok_or_else(|| Failure::bad_request("The header x-amz-chime-bearer must name an app instance user."))
}

fn stranger() -> Failure {
    Failure::forbidden("The bearer is no user of this app instance.")
}
