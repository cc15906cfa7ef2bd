//! The pages of meetings, their attendees and capture pipelines, and of tags by ARN.

use super::{Page as Any, Route, Section, route};
use crate::ui::IconName;

/// A page of this family.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Page {
    /// All meetings that go on.
    List,
    /// Start a meeting.
    Create,
    /// One meeting.
    Meeting(MeetingTab),
    /// Add many attendees.
    AddAttendees,
    /// One attendee.
    Attendee,
    /// All capture pipelines.
    Pipelines,
    /// Capture a meeting.
    CreatePipeline,
    /// One capture pipeline.
    Pipeline,
    /// The tags of anything that has an ARN.
    Tags,
}

/// The tabs of a meeting.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum MeetingTab {
    /// Region, URLs for clients, capture.
    Overview,
    /// Who may join.
    Attendees,
    /// Live transcription.
    Transcription,
    /// Calling a telephone into it.
    DialOut,
    /// Its tags.
    Tags,
    /// Its end.
    Danger,
}

const MEETING: &str = "/meetings/:meeting";

const fn of(page: Page, path: &'static str, title: &'static str, crumb: &'static str) -> Route {
    route(Any::Meetings(page), path, title, crumb)
}

const fn tab(tab: MeetingTab, path: &'static str, title: &'static str) -> Route {
    of(Page::Meeting(tab), path, title, title).tab_of(MEETING)
}

pub(super) const ROUTES: &[Route] = &[
    of(Page::List, "/meetings", "Meetings", "Meetings").in_nav(Section::Meetings, IconName::Meeting),
    of(Page::Create, "/meetings/create", "Start a meeting", "Start"),
    of(Page::Meeting(MeetingTab::Overview), MEETING, "Meeting", ":meeting"),
    tab(MeetingTab::Attendees, "/meetings/:meeting/attendees", "Attendees"),
    tab(MeetingTab::Transcription, "/meetings/:meeting/transcription", "Transcription"),
    tab(MeetingTab::DialOut, "/meetings/:meeting/dial-out", "Dial-out"),
    tab(MeetingTab::Tags, "/meetings/:meeting/tags", "Tags"),
    tab(MeetingTab::Danger, "/meetings/:meeting/danger", "Danger zone"),
    of(Page::AddAttendees, "/meetings/:meeting/attendees/create", "Add attendees", "Add"),
    of(Page::Attendee, "/meetings/:meeting/attendees/:attendee", "Attendee", ":attendee"),
    of(Page::Pipelines, "/media-capture-pipelines", "Capture pipelines", "Capture pipelines")
        .in_nav(Section::Meetings, IconName::Record),
    of(Page::CreatePipeline, "/media-capture-pipelines/create", "Capture a meeting", "Capture"),
    of(Page::Pipeline, "/media-capture-pipelines/:pipeline", "Capture pipeline", ":pipeline"),
    of(Page::Tags, "/tags", "Tags by ARN", "Tags by ARN").in_nav(Section::Meetings, IconName::Tag),
];

/// The address of the list of meetings.
pub fn meetings() -> String {
    Any::Meetings(Page::List).href(&[])
}

/// The address of the form for a new meeting.
pub fn create_meeting() -> String {
    Any::Meetings(Page::Create).href(&[])
}

/// The address of a tab of a meeting.
pub fn meeting(meeting: &str, tab: MeetingTab) -> String {
    Any::Meetings(Page::Meeting(tab)).href(&[("meeting", meeting)])
}

/// The address of the page that adds many attendees to a meeting.
pub fn add_attendees(meeting: &str) -> String {
    Any::Meetings(Page::AddAttendees).href(&[("meeting", meeting)])
}

/// The address of an attendee of a meeting.
pub fn attendee(meeting: &str, attendee: &str) -> String {
    Any::Meetings(Page::Attendee).href(&[("meeting", meeting), ("attendee", attendee)])
}

/// The address of the list of capture pipelines.
pub fn pipelines() -> String {
    Any::Meetings(Page::Pipelines).href(&[])
}

/// The address of the form that captures a meeting, perhaps one that is chosen already.
pub fn create_pipeline(meeting: Option<&str>) -> String {
    let href = Any::Meetings(Page::CreatePipeline).href(&[]);
    meeting.map_or(href.clone(), |meeting| [&href, "?meeting=", meeting].concat())
}

/// The address of a capture pipeline.
pub fn pipeline(pipeline: &str) -> String {
    Any::Meetings(Page::Pipeline).href(&[("pipeline", pipeline)])
}
