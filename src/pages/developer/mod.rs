//! Tools for people who write code against the API: the explorer calls any operation, the log shows what this tab sent.

mod answer;
mod consequence;
mod exchange;
mod facts;
mod har;
mod members;
mod operation;
mod operations;
mod reference;
mod request;
mod requests;
mod tree;

use leptos::prelude::*;

use crate::routes::developer::Page;

/// The page of this family.
pub(super) fn view(page: Page) -> AnyView {
    match page {
        Page::Explorer => operations::operations(),
        Page::Operation => operation::operation(),
        Page::Requests => requests::requests(),
        Page::Request => request::request(),
    }
}
