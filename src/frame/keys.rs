//! Keyboard shortcuts that work everywhere, and the list of them.

use leptos::{ev, prelude::*};
use wasm_bindgen::JsCast;
use web_sys::{Element, KeyboardEvent};

use crate::ui::{Dialog, DialogWidth, ShortcutList};

/// What opens over the page.
#[derive(Clone, Copy)]
pub(super) struct Overlays {
    /// The palette.
    pub(super) palette: RwSignal<bool>,
    /// The palette is being loaded: what is typed meanwhile is for it.
    pub(super) coming: RwSignal<bool>,
    /// What is typed into the palette.
    pub(super) wanted: RwSignal<String>,
    /// Enter was pressed before the palette was there.
    pub(super) entered: RwSignal<bool>,
    /// The list of keyboard shortcuts.
    pub(super) keys: RwSignal<bool>,
}

pub(super) fn use_overlays() -> Overlays {
    expect_context()
}

pub(super) fn provide() {
    let overlays = Overlays {
        palette: RwSignal::new(false),
        coming: RwSignal::new(false),
        wanted: RwSignal::new(String::new()),
        entered: RwSignal::new(false),
        keys: RwSignal::new(false),
    };
    provide_context(overlays);
    let listener = window_event_listener(ev::keydown, move |event| {
        let control = event.ctrl_key() || event.meta_key();
        let opened = match event.key().as_str() {
            "k" | "K" if control && !event.shift_key() && !event.alt_key() => overlays.palette,
            key if !control && overlays.coming.get_untracked() => return overlays.keep(key, &event),
            "?" if !control && !is_typing(&event) => overlays.keys,
            _ => return,
        };
        event.prevent_default();
        let open = !opened.get_untracked();
        overlays.palette.set(false);
        overlays.keys.set(false);
        opened.set(open);
    });
    on_cleanup(move || listener.remove());
}

impl Overlays {
    /// Keeps a key for the palette that is on its way.
    fn keep(self, key: &str, event: &KeyboardEvent) {
        match key {
            "Backspace" => drop(self.wanted.try_update(String::pop)),
            "Enter" => self.entered.set(true),
            "Escape" => self.palette.set(false),
            letter if letter.chars().count() == 1 => self.wanted.update(|wanted| wanted.push_str(letter)),
            _ => return,
        }
        event.prevent_default();
    }
}

fn is_typing(event: &KeyboardEvent) -> bool {
    let target = event.target().and_then(|target| target.dyn_into::<Element>().ok());
    target.is_some_and(|element| matches!(element.closest("input, textarea, select"), Ok(Some(_))))
}

/// The list of keyboard shortcuts.
#[component]
pub(super) fn KeysDialog() -> AnyView {
    let overlays = use_overlays();
    view! {
        <Dialog open=overlays.keys title="Keyboard shortcuts" width=DialogWidth::Narrow>
            <ShortcutList items=vec![
                ("Go to a page or do something", "Ctrl K"),
                ("Filter the list", "/"),
                ("Move in a table", "↑ ↓"),
                ("Select a row", "Space"),
                ("Close what is open", "Esc"),
                ("Show this list", "?"),
            ] />
        </Dialog>
    }
    .into_any()
}
