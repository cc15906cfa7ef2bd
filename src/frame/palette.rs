//! The palette: every page, action and operation of the API by a few letters of its name.

use std::sync::Arc;

use chime_model::Operation;
use leptos::prelude::*;
use serde_json::Value;
use web_sys::{KeyboardEvent, ScrollIntoViewOptions, ScrollLogicalPosition};

use super::keys::{Overlays, use_overlays};
use super::names::{Names, use_names};
use super::place::{Go, title, use_go, use_place};
use crate::client::emulator;
use crate::routes::{self, Page, Place};
use crate::session::{Session, Theme, use_session};
use crate::ui::{Dialog, effect, unique_id};

/// The most entries shown.
const SHOWN: usize = 30;

#[derive(Clone)]
struct Entry {
    group: &'static str,
    label: String,
    act: Arc<dyn Fn() + Send + Sync>,
}

impl Entry {
    fn new(group: &'static str, label: impl Into<String>, act: impl Fn() + Send + Sync + 'static) -> Self {
        Self { group, label: label.into(), act: Arc::new(act) }
    }

    fn link(group: &'static str, label: String, go: Go, href: String) -> Self {
        Self::new(group, label, move || go.to(&href))
    }
}

/// Pages that can be reached from here, what was seen lately, and what the frame can do.
fn entries(session: Session, go: Go, names: Names, overlays: Overlays, place: Option<&Place>) -> Vec<Entry> {
    let emulator = emulator::is_there(session);
    let mut entries: Vec<Entry> = routes::all()
        .filter(|route| emulator || !matches!(route.page, Page::Emulator(_)))
        .filter_map(|route| {
            let target = Place::without_ids(route).or_else(|| place?.sibling(route))?;
            Some(Entry::link("Pages", title(names, &target), go, target.href()))
        })
        .collect();
    let recent = names.recent().into_iter();
    entries.extend(recent.filter_map(|thing| Some(Entry::link("Recent", thing.name, go, thing.href?))));
    let current = session.profile().map(|profile| profile.name);
    for profile in session.profiles().into_iter().filter(|profile| Some(&profile.name) != current.as_ref()) {
        let label = ["Use profile ", &profile.name].concat();
        entries.push(Entry::new("Actions", label, move || {
            let name = profile.name.clone();
            go.leaving(move || session.use_profile(&name));
        }));
    }
    for (label, theme) in [("Light theme", Theme::Light), ("Dark theme", Theme::Dark), ("System theme", Theme::System)]
    {
        entries.push(Entry::new("Actions", label, move || session.set_theme(theme)));
    }
    entries.push(Entry::new("Actions", "Mask personal values", move || session.privacy.update(|on| *on = !*on)));
    entries.push(Entry::new("Actions", "Fold the navigation", move || {
        session.navigation_folded.update(|folded| *folded = !*folded);
    }));
    entries.push(Entry::new("Actions", "Show the keyboard shortcuts", move || overlays.keys.set(true)));
    entries.extend(Operation::ALL.into_iter().map(|operation| {
        let explore = move || go.to(&routes::explore(operation, &Value::Null));
        Entry::new("API explorer", operation.name(), explore)
    }));
    entries
}

/// Whether each word of `wanted` occurs in `label`; an operation's name may be typed as the AWS CLI or boto3 has it.
fn fits(label: &str, wanted: &str) -> bool {
    let label = label.to_lowercase();
    let has = |word: &str| label.contains(word) || label.contains(&word.replace(['-', '_'], ""));
    wanted.to_lowercase().split_whitespace().all(has)
}

/// The palette.
#[component]
pub(super) fn Palette() -> AnyView {
    let (session, go, names, overlays, place) = (use_session(), use_go(), use_names(), use_overlays(), use_place());
    let (wanted, at, list_id) = (overlays.wanted, RwSignal::new(0_usize), unique_id("palette"));
    let found = Signal::derive(move || {
        let all = place.with(|place| entries(session, go, names, overlays, place.as_ref()));
        wanted.with(|wanted| all.into_iter().filter(|entry| fits(&entry.label, wanted)).take(SHOWN).collect::<Vec<_>>())
    });
    effect(move || {
        if !overlays.palette.get() {
            at.set(0);
        }
    });
    let run = move |index: usize| {
        if let Some(entry) = found.with_untracked(|found| found.get(index).cloned()) {
            overlays.palette.set(false);
            (entry.act)();
        }
    };
    Effect::new(move |_| {
        if overlays.entered.get() {
            overlays.entered.set(false);
            run(0);
        }
    });
    let keyed = move |event: KeyboardEvent| {
        let count = found.with_untracked(Vec::len).max(1);
        match event.key().as_str() {
            "ArrowDown" => at.update(|at| *at = (*at + 1) % count),
            "ArrowUp" => at.update(|at| *at = (*at + count - 1) % count),
            "Enter" => run(at.get_untracked()),
            _ => return,
        }
        event.prevent_default();
    };
    let option_id = {
        let list_id = list_id.clone();
        move |index: usize| format!("{list_id}-{index}")
    };
    let active = {
        let option_id = option_id.clone();
        move || option_id(at.get())
    };
    let shown = active.clone();
    effect(move || {
        if let Some(option) = document().get_element_by_id(&shown()) {
            let options = ScrollIntoViewOptions::new();
            options.set_block(ScrollLogicalPosition::Nearest);
            option.scroll_into_view_with_scroll_into_view_options(&options);
        }
    });
    let options = Callback::new(move |()| {
        let mut group = "";
        let options = found.get().into_iter().enumerate().map(|(index, entry)| {
            let head = (entry.group != group).then(|| {
                view! { <li class="palette-group" role="presentation">{entry.group}</li> }
            });
            group = entry.group;
            view! {
                {head}
                <li
                    class="palette-item"
                    role="option"
                    id=option_id(index)
                    aria-selected=move || if at.get() == index { "true" } else { "false" }
                    on:click=move |_| run(index)
                >
                    {entry.label}
                </li>
            }
        });
        options.collect_view().into_any()
    });
    view! {
        <Dialog open=overlays.palette title="Go to">
            <div class="palette">
                <input
                    class="palette-input input"
                    type="text"
                    role="combobox"
                    aria-label="Page or action"
                    aria-expanded="true"
                    aria-autocomplete="list"
                    aria-controls=list_id.clone()
                    aria-activedescendant=active.clone()
                    autocomplete="off"
                    spellcheck="false"
                    prop:value=wanted
                    on:input=move |event| {
                        wanted.set(event_target_value(&event));
                        at.set(0);
                    }
                    on:keydown=keyed
                />
                <ul class="palette-list" role="listbox" id=list_id.clone() aria-label="Pages and actions">
                    {move || options.run(())}
                </ul>
                <p class="muted" role="status">
                    {move || found.with(Vec::is_empty).then_some("Nothing has this name.")}
                </p>
            </div>
        </Dialog>
    }
    .into_any()
}

#[cfg(test)]
mod tests {
    use super::fits;

    #[test]
    fn letters_of_every_word_find_an_entry() {
        assert!(fits("Invite users, Example account", "exam inv"));
        assert!(fits("Accounts", ""));
        assert!(fits("CreateRoomMembership", "create-room") && fits("Sign-in delegates", "sign-in"));
        assert!(!fits("Accounts", "accounts x"));
    }
}
