//! Chime Console: an administration console for the Amazon Chime API, compiled to WebAssembly.
//!
//! One walk leads from a click to pixels: a page of [`pages`] asks through [`client`], which signs with the keys of
//! the [`session`]; forms and tables come from the shapes of `chime_model`. [`routes`] is the one table of pages.

mod address;
pub mod bulk;
pub mod client;
pub mod form;
pub mod frame;
pub mod pages;
mod parts;
pub mod routes;
pub mod sandbox;
pub mod session;
pub mod table;
pub mod ui;

/// Puts the console on the page.
pub fn mount() {
    leptos::mount::mount_to_body(frame::App);
}
