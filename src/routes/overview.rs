//! The page that tells how the organisation stands.

use super::{Page as Any, Route, Section, route};
use crate::ui::IconName;

pub(super) const ROUTES: &[Route] =
    &[route(Any::Overview, "/overview", "Overview", "Overview").in_nav(Section::Organisation, IconName::Home)];

/// The address of the overview.
pub fn overview() -> String {
    Any::Overview.href(&[])
}
