//! What the operations do to the state, one module a resource family, one function an operation. Nothing here knows HTTP.
//!
//! Rule ids in comments (`ACC-25`, `USR-31`) are those of the behaviour that this emulator keeps.
#![expect(
    clippy::needless_pass_by_value,
    reason = "every operation takes its input alike, so that dispatch can list them"
)]

pub mod accounts;
pub mod app_instance_users;
pub mod app_instances;
pub mod attendees;
pub mod bots;
pub mod channels;
pub mod delegates;
pub mod emergency_calling;
pub mod endpoints;
pub mod idempotency;
pub mod media_pipelines;
pub mod meetings;
pub mod messages;
pub mod number_plan;
pub mod orders;
pub mod phone_numbers;
pub mod proxy;
pub mod quota;
pub mod retention;
pub mod rooms;
pub mod settings;
pub mod sip_media_applications;
pub mod sip_rules;
pub mod tags;
pub mod transcription;
pub mod users;
pub mod voice_connector_groups;
pub mod voice_connectors;
