//! Forms over an operation's input: a field for every kind of shape, messages, unsaved changes, and the request shown.
//!
//! A page builds a [`Form`] and chooses members, order, labels, help and widgets; limits come from the shape. What is
//! typed lives in a tree of [`Node`]s, one signal a leaf; [`Form::view`] draws it, checks it and sends it.

mod answer;
mod builder;
mod draft;
mod field;
mod handed;
mod label;
mod node;
mod pasted;
mod path;
mod preview;
mod send;
mod time;
mod token;
mod view;

pub use builder::{Driven, Form};
pub use draft::{Check, Send};
pub use field::{Field, Render};
pub use handed::{hand, take_handed};
pub use node::Node;
pub use pasted::split;
pub use preview::{Call, RequestPreview, RequestText, words};
pub use token::new as new_token;
