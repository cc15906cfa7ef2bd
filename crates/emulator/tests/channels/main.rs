//! Channels, memberships, moderators, bans, and who may do what: CH-1 to CH-27, CM-1 to CM-7, MOD-1 to MOD-3, BAN-1 to BAN-4.

mod bans;
mod channels;
mod deletion;
#[path = "../harness/mod.rs"]
mod harness;
mod memberships;
#[path = "../harness/messaging.rs"]
mod messaging;
mod moderators;
mod of_user;
mod roles;
#[path = "../support/mod.rs"]
mod support;
