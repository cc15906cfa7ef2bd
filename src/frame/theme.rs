//! Light, dark, or as the system is.

use leptos::prelude::*;

use crate::session::{Session, Theme, use_session};
use crate::ui::{IconName, Menu, MenuItem, effect};

/// Writes the choice to `<html data-theme>`, where the style sheet and, at the next start, `start.js` read it.
pub(super) fn apply(session: Session) {
    effect(move || {
        let Some(root) = document().document_element() else { return };
        // Both fail for a malformed name only.
        let _ = match session.theme() {
            Theme::System => root.remove_attribute("data-theme"),
            theme => root.set_attribute("data-theme", theme.value()),
        };
    });
}

/// The menu of themes.
#[component]
pub(super) fn ThemeMenu() -> AnyView {
    let session = use_session();
    let items = move || {
        let item = |theme: Theme| {
            let name = match theme {
                Theme::System => "As the system",
                Theme::Light => "Light",
                Theme::Dark => "Dark",
            };
            let item = MenuItem::new(name, move || session.set_theme(theme));
            if theme == session.theme() { item.icon(IconName::Check) } else { item }
        };
        Theme::ALL.map(item).to_vec()
    };
    view! { <Menu label="Theme" icon=IconName::Sun hide_label=true items /> }.into_any()
}
