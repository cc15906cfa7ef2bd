//! Channels: the tab of an app instance, a new one, and the page of one with its conversation and its people.

mod bytes;
mod compose;
mod conversation;
mod create;
mod detail;
mod draft;
mod message;
mod people;
mod settings;
mod standing;
mod tab;
mod talk;
pub(super) mod words;

pub use create::create;
pub use detail::detail;
pub use tab::channels_tab;
