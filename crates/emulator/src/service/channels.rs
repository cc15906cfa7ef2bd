//! Channels: who is in them, who moderates them, who is banned from them.

mod bans;
mod deletion;
mod members;
mod memberships;
mod moderators;
mod of_user;
mod operations;
mod roster;
mod row;
mod sessions;
mod summary;
mod visit;

pub use bans::{create_channel_ban, delete_channel_ban, describe_channel_ban, list_channel_bans};
pub use deletion::{delete_channel, forget_user, purge, purge_instance};
pub use memberships::{
    batch_create_channel_membership, create_channel_membership, delete_channel_membership, describe_channel_membership,
    list_channel_memberships, update_channel_read_marker,
};
pub use moderators::{
    create_channel_moderator, delete_channel_moderator, describe_channel_moderator, list_channel_moderators,
};
pub use of_user::{
    describe_channel_membership_for_app_instance_user, describe_channel_moderated_by_app_instance_user,
    list_channel_memberships_for_app_instance_user, list_channels_moderated_by_app_instance_user,
};
pub use operations::{create_channel, describe_channel, list_channels, update_channel};
pub use row::{CHANNELS, ChannelRow, existing_channel};
pub use visit::{Role, Visit, visit};
