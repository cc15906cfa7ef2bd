//! What the bearer is in a channel, and so what the bearer may do there (CH-12).

use chime_model::Operation;
use leptos::prelude::*;
use serde_json::{Value, json};

use crate::client::{Query, query};
use crate::pages::messaging::bearer::Bearer;
use crate::table::moment;

/// How somebody belongs to a channel.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Membership {
    /// A member like any other.
    Default,
    /// A member whom only moderators see, and who cannot speak.
    Hidden,
    /// None.
    Outside,
}

/// What somebody is; what is not known yet forbids nothing.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub struct Role {
    /// An administrator of the app instance.
    pub admin: bool,
    /// A moderator of the channel.
    pub moderator: bool,
    /// A member of the channel.
    pub member: Option<Membership>,
}

impl Role {
    fn leads(self) -> bool {
        self.admin || self.moderator
    }

    /// Why nothing can be sent.
    pub fn no_send(self) -> Option<&'static str> {
        match self.member {
            Some(Membership::Outside) => Some("Only members send messages"),
            Some(Membership::Hidden) => Some("Hidden members cannot send messages"),
            _ => None,
        }
    }

    /// Why there is no read marker to move.
    pub fn no_marker(self) -> Option<&'static str> {
        (self.member == Some(Membership::Outside)).then_some("Only members have a read marker")
    }

    /// Why the channel, its moderators and bans cannot be changed, and members not be removed.
    pub fn no_lead(self) -> Option<&'static str> {
        (!self.leads()).then_some("Only administrators and moderators may do this")
    }

    /// Why members cannot be added.
    pub fn no_invitation(self, channel: &Value) -> Option<&'static str> {
        // Outsiders may add themselves to a public channel.
        let inside = self.member != Some(Membership::Outside) || channel["Privacy"] == "PUBLIC";
        let open = channel["Mode"] == "UNRESTRICTED" && inside;
        (!self.leads() && !open).then_some("Only administrators and moderators add members here")
    }

    /// Why a message cannot be edited.
    pub fn no_edit(message: &Value, own: bool) -> Option<&'static str> {
        match message["Redacted"].as_bool() {
            Some(true) => Some("It is redacted"),
            _ if !own => Some("Only the sender edits a message"),
            _ => None,
        }
    }

    /// Why a message cannot be redacted.
    pub fn no_redaction(self, message: &Value, own: bool) -> Option<&'static str> {
        match message["Redacted"].as_bool() {
            Some(true) => Some("It is redacted already"),
            _ if !own && !self.leads() => Some("Only the sender, moderators and administrators redact it"),
            _ => None,
        }
    }

    /// Why a message cannot be deleted.
    pub fn no_deletion(self) -> Option<&'static str> {
        (!self.admin).then_some("Only administrators delete messages")
    }
}

/// What the bearer is in a channel, as the service tells.
#[derive(Clone, Copy)]
pub struct Standing {
    bearer: Bearer,
    membership: Query,
    moderated: Query,
}

impl Standing {
    /// Asks what `acting` is in `channel`.
    pub fn of(bearer: Bearer, channel: &str, acting: &str) -> Self {
        let input = json!({ "ChannelArn": channel, "AppInstanceUserArn": acting, "ChimeBearer": acting });
        let again = input.clone();
        Self {
            bearer,
            membership: query(Operation::DescribeChannelMembershipForAppInstanceUser, move || Some(input.clone())),
            moderated: query(Operation::DescribeChannelModeratedByAppInstanceUser, move || Some(again.clone())),
        }
    }

    /// The role now (reactive).
    pub fn role(self) -> Role {
        // CH-24, CH-25: who is none is answered as forbidden, whatever was answered before.
        let refused =
            |query: Query| query.error.with(|error| error.as_ref().is_some_and(|error| error.is("Forbidden")));
        let member = match self.membership.data.with(|data| data.as_ref().map(is_hidden)) {
            _ if refused(self.membership) => Some(Membership::Outside),
            Some(true) => Some(Membership::Hidden),
            Some(false) => Some(Membership::Default),
            None => None,
        };
        Role {
            admin: self.bearer.is_admin() == Some(true),
            moderator: self.moderated.data.with(Option::is_some) && !refused(self.moderated),
            member,
        }
    }

    /// Up to when the bearer has read, in milliseconds since 1970 (reactive).
    pub fn read_up_to(self) -> Option<f64> {
        self.membership.data.with(|data| {
            moment(&data.as_ref()?["ChannelMembership"]["AppInstanceUserMembershipSummary"]["ReadMarkerTimestamp"])
        })
    }

    /// What the bearer is, in words (reactive).
    pub fn words(self) -> &'static str {
        let role = self.role();
        match (role.member, role.moderator, role.admin) {
            (Some(Membership::Default), true, _) => "Member and moderator of this channel",
            (Some(Membership::Default), false, _) => "Member of this channel",
            (Some(Membership::Hidden), ..) => "Hidden member of this channel: reads, and is not seen",
            (Some(Membership::Outside), true, _) => "Moderator of this channel, but no member",
            (Some(Membership::Outside), false, true) => "No member of this channel: reads as administrator",
            (Some(Membership::Outside), false, false) => "No member of this channel: only reads it",
            (None, ..) => "",
        }
    }
}

fn is_hidden(answer: &Value) -> bool {
    answer["ChannelMembership"]["AppInstanceUserMembershipSummary"]["Type"] == "HIDDEN"
}

#[cfg(test)]
mod tests {
    use super::*;

    fn role(admin: bool, moderator: bool, member: Membership) -> Role {
        Role { admin, moderator, member: Some(member) }
    }

    #[test]
    fn only_members_who_are_seen_speak() {
        assert_eq!(role(false, false, Membership::Default).no_send(), None);
        assert!(role(true, true, Membership::Outside).no_send().is_some());
        assert!(role(false, true, Membership::Hidden).no_send().is_some());
    }

    #[test]
    fn the_mode_decides_whether_members_add_others() {
        let channel = |mode: &str| json!({ "Mode": mode });
        let member = role(false, false, Membership::Default);
        assert_eq!(member.no_invitation(&channel("UNRESTRICTED")), None);
        assert!(member.no_invitation(&channel("RESTRICTED")).is_some());
        assert_eq!(role(false, true, Membership::Outside).no_invitation(&channel("RESTRICTED")), None);
        assert_eq!(role(true, false, Membership::Outside).no_invitation(&channel("RESTRICTED")), None);
    }

    #[test]
    fn messages_are_edited_by_senders_redacted_by_leaders_deleted_by_administrators() {
        let message = json!({ "Redacted": false });
        let moderator = role(false, true, Membership::Default);
        assert!(Role::no_edit(&message, false).is_some() && Role::no_edit(&message, true).is_none());
        assert_eq!(moderator.no_redaction(&message, false), None);
        assert!(moderator.no_deletion().is_some());
        assert_eq!(role(true, false, Membership::Outside).no_deletion(), None);
        let member = role(false, false, Membership::Default);
        assert!(member.no_redaction(&message, false).is_some() && member.no_redaction(&message, true).is_none());
        assert!(Role::no_edit(&json!({ "Redacted": true }), true).is_some());
    }
}
