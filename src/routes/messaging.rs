//! The pages of messaging: app instances, their users and their channels. Their ids are ARNs, one segment each.

use super::{Page as Any, Route, Section, route};
use crate::ui::IconName;

/// A page of this family.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Page {
    /// All app instances.
    List,
    /// Create an app instance.
    Create,
    /// One app instance.
    Instance(InstanceTab),
    /// Add a user to an app instance.
    CreateUser,
    /// One app instance user.
    User,
    /// Create a channel.
    CreateChannel,
    /// One channel.
    Channel(ChannelTab),
}

/// The tabs of an app instance.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum InstanceTab {
    /// Name, metadata, tags.
    Overview,
    /// Its users.
    Users,
    /// Its administrators.
    Admins,
    /// Its channels.
    Channels,
    /// How long messages are kept.
    Retention,
    /// Where a copy of what happens goes.
    Streaming,
    /// Its deletion.
    Danger,
}

/// The tabs of a channel.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum ChannelTab {
    /// The conversation.
    Messages,
    /// Who belongs to it.
    Members,
    /// Who keeps order.
    Moderators,
    /// Who may not come in.
    Bans,
    /// Its facts, tags and deletion.
    Settings,
}

const INSTANCE: &str = "/app-instances/:instance";
const CHANNEL: &str = "/app-instances/:instance/channels/:channel";

const fn of(page: Page, path: &'static str, title: &'static str, crumb: &'static str) -> Route {
    route(Any::Messaging(page), path, title, crumb)
}

const fn tab(tab: InstanceTab, path: &'static str, title: &'static str) -> Route {
    of(Page::Instance(tab), path, title, title).tab_of(INSTANCE)
}

const fn channel_tab(tab: ChannelTab, path: &'static str, title: &'static str) -> Route {
    of(Page::Channel(tab), path, title, title).tab_of(CHANNEL)
}

pub(super) const ROUTES: &[Route] = &[
    of(Page::List, "/app-instances", "App instances", "App instances").in_nav(Section::Meetings, IconName::Chat),
    of(Page::Create, "/app-instances/create", "Create app instance", "Create"),
    of(Page::Instance(InstanceTab::Overview), INSTANCE, "App instance", ":instance").tab_of(INSTANCE),
    tab(InstanceTab::Users, "/app-instances/:instance/users", "Users"),
    tab(InstanceTab::Admins, "/app-instances/:instance/admins", "Admins"),
    tab(InstanceTab::Channels, "/app-instances/:instance/channels", "Channels"),
    tab(InstanceTab::Retention, "/app-instances/:instance/retention", "Retention"),
    tab(InstanceTab::Streaming, "/app-instances/:instance/streaming", "Streaming"),
    tab(InstanceTab::Danger, "/app-instances/:instance/danger", "Danger zone"),
    of(Page::CreateUser, "/app-instances/:instance/users/create", "Add app instance user", "Create"),
    of(Page::User, "/app-instances/:instance/users/:user", "App instance user", ":user"),
    of(Page::CreateChannel, "/app-instances/:instance/channels/create", "Create channel", "Create"),
    of(Page::Channel(ChannelTab::Messages), CHANNEL, "Channel", ":channel").tab_of(CHANNEL),
    channel_tab(ChannelTab::Members, "/app-instances/:instance/channels/:channel/members", "Members"),
    channel_tab(ChannelTab::Moderators, "/app-instances/:instance/channels/:channel/moderators", "Moderators"),
    channel_tab(ChannelTab::Bans, "/app-instances/:instance/channels/:channel/bans", "Bans"),
    channel_tab(ChannelTab::Settings, "/app-instances/:instance/channels/:channel/settings", "Settings"),
];

/// The address of the list of app instances.
pub fn app_instances() -> String {
    Any::Messaging(Page::List).href(&[])
}

/// The address of the form for a new app instance.
pub fn create_app_instance() -> String {
    Any::Messaging(Page::Create).href(&[])
}

/// The address of a tab of an app instance.
pub fn app_instance(arn: &str, tab: InstanceTab) -> String {
    Any::Messaging(Page::Instance(tab)).href(&[("instance", arn)])
}

/// The address of the form for a new user of an app instance.
pub fn create_app_instance_user(instance: &str) -> String {
    Any::Messaging(Page::CreateUser).href(&[("instance", instance)])
}

/// The address of an app instance user.
pub fn app_instance_user(instance: &str, user: &str) -> String {
    Any::Messaging(Page::User).href(&[("instance", instance), ("user", user)])
}

/// The address of the form for a new channel.
pub fn create_channel(instance: &str) -> String {
    Any::Messaging(Page::CreateChannel).href(&[("instance", instance)])
}

/// The address of a tab of a channel.
pub fn channel(instance: &str, channel: &str, tab: ChannelTab) -> String {
    Any::Messaging(Page::Channel(tab)).href(&[("instance", instance), ("channel", channel)])
}
