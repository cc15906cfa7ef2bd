//! The Amazon Chime API on your own machine.
//!
//! [`Emulator::handle`] is a plain function from request to answer; the server, a web worker and tests are its callers. Store,
//! clock and randomness are given to it.

pub mod auth;
pub mod clock;
pub mod configuration;
pub mod context;
mod control;
mod dispatch;
mod emulator;
pub mod event;
pub mod failure;
mod format;
pub mod handle;
mod json;
pub mod random;
#[cfg(feature = "server")]
pub mod relay;
pub mod rest;
pub mod schedule;
#[cfg(feature = "server")]
pub mod server;
mod service;
pub mod store;
pub mod token;

pub use emulator::{Emulator, Options};
