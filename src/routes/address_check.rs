//! The page that checks addresses for emergency calls.

use super::{Page as Any, Route, Section, route};
use crate::ui::IconName;

pub(super) const ROUTES: &[Route] =
    &[route(Any::AddressCheck, "/address-check", "E911 address check", "E911 address check")
        .in_nav(Section::Voice, IconName::Pin)];

/// The address of the check of addresses.
pub fn address_check() -> String {
    Any::AddressCheck.href(&[])
}
