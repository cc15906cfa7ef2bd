//! Meetings: the list, a new one, the page of one with its tabs, attendees, capture pipelines, and tags by ARN.

mod add_attendee;
mod add_attendees;
mod attendee;
mod attendees;
mod by_arn;
mod capture;
mod create;
mod create_pipeline;
mod danger;
mod detail;
mod dial_out;
mod languages;
mod last_state;
mod list;
mod overview;
mod pipeline;
mod pipeline_status;
mod pipelines;
mod token;
mod transcription;
mod transcription_forms;

use leptos::prelude::*;

use crate::routes::meetings::Page;

/// The screen of a page.
pub(super) fn view(page: Page) -> AnyView {
    match page {
        Page::List => list::page(),
        Page::Create => create::page(),
        Page::Meeting(_) => detail::page(),
        Page::AddAttendees => add_attendees::page(),
        Page::Attendee => attendee::page(),
        Page::Pipelines => pipelines::page(),
        Page::CreatePipeline => create_pipeline::page(),
        Page::Pipeline => pipeline::page(),
        Page::Tags => by_arn::page(),
    }
}
