//! Messages in channels, and where clients would hear of them: MSG-1 to MSG-7, SES-1.

mod change;
#[path = "../harness/mod.rs"]
mod harness;
mod lists;
#[path = "../harness/messaging.rs"]
mod messaging;
mod send;
mod sessions;
#[path = "../support/mod.rs"]
mod support;
