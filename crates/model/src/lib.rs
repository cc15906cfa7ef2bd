//! The Amazon Chime API, version 2018-05-01, as data.
//!
//! `build/` turns the facts file in `model/` into tables ([`schema`]), errors ([`error`]) and typed structures ([`types`]). Beside them stands
//! what the console and the emulator must do alike: [`validate`] and [`wire`].

pub mod error;
pub mod json;
pub mod masking;
mod operation;
mod pattern;
pub mod schema;
mod table;
pub mod timestamp;
pub mod types;
pub mod validate;
pub mod wire;

pub use error::{ApiError, CommonError, Exception};
pub use pattern::Pattern;
pub use schema::{Family, Kind, Location, Member, Operation, OperationSpec, Shape, ShapeId, TimestampFormat, Verb};
pub use timestamp::Timestamp;
