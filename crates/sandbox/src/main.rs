//! The sandbox: the emulator in a web worker, for a visitor who has no emulator and no keys.
//!
//! The page sends requests as it would over HTTP and gets answers. Rows live in memory and, before an answer is given, in the
//! browser's IndexedDB. Of all tabs one has the rows; the others pass their requests on to it. See docs/sandbox.md.

mod browser;
mod database;
mod kept;
mod message;
mod owner;
mod rest;
mod rows;
mod service;
mod tab;

fn main() {
    browser::tell_panics();
    tab::Tab::start();
}
