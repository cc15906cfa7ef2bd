//! Asks before unsaved changes are left: on links, on back and forward, on code that goes elsewhere, on closing the tab.

use leptos::{ev, leptos_dom::helpers::window_event_listener, prelude::*};
use wasm_bindgen::{JsCast, JsValue, closure::Closure};
use web_sys::{AddEventListenerOptions, Event};

use super::place::use_go;
use crate::address::{Address, followed};
use crate::ui::{Button, ButtonKind, Dialog, DialogWidth, Unsaved};

type Then = Box<dyn FnOnce()>;

/// Knows which forms have unsaved changes.
#[derive(Clone, Copy)]
pub struct Guard {
    watched: StoredValue<Vec<(u32, Signal<bool>)>>,
    /// What happens once the person agrees to leave the forms from this mark on.
    then: StoredValue<Option<(u32, Then)>, LocalStorage>,
    asking: RwSignal<bool>,
    address: Address,
    /// Set while an agreed step through the history passes.
    passing: StoredValue<bool>,
}

/// The guard of this console.
pub fn use_guard() -> Guard {
    expect_context()
}

impl Guard {
    /// Asks before leaving while `dirty`, until the current component is gone.
    pub fn watch(self, dirty: Signal<bool>) {
        let id = self.mark();
        self.watched.update_value(|all| all.push((id, dirty)));
        on_cleanup(move || {
            self.watched.try_update_value(|all| all.retain(|(other, _)| *other != id));
        });
    }

    /// Whether some form has unsaved changes now.
    pub fn is_dirty(self) -> bool {
        self.is_dirty_since(0)
    }

    /// Does `then`, after asking where there are unsaved changes.
    pub fn leave(self, then: impl FnOnce() + 'static) {
        self.leave_since(0, then);
    }

    /// The forms of now are older than this mark, those to come are not.
    fn mark(self) -> u32 {
        self.watched.with_value(|all| all.last().map_or(0, |(last, _)| last + 1))
    }

    fn is_dirty_since(self, mark: u32) -> bool {
        let dirty = |(id, dirty): &(u32, Signal<bool>)| *id >= mark && dirty.try_get_untracked() == Some(true);
        self.watched.with_value(|all| all.iter().any(dirty))
    }

    /// Does `then`, after asking where a form from the mark on has unsaved changes.
    fn leave_since(self, mark: u32, then: impl FnOnce() + 'static) {
        if self.is_dirty_since(mark) {
            self.then.set_value(Some((mark, Box::new(then))));
            self.asking.set(true);
        } else {
            then();
        }
    }

    /// Whether the question stands (reactive).
    pub(super) fn is_asking(self) -> bool {
        self.asking.get()
    }

    fn answer(self, leave: bool) {
        self.asking.set(false);
        let then = self.then.try_update_value(Option::take).flatten();
        if let Some((mark, then)) = then.filter(|_| leave) {
            // What is left is no longer watched, so that leaving does not ask again.
            self.watched.update_value(|all| all.retain(|(id, _)| *id < mark));
            then();
        }
    }
}

pub(super) fn provide(address: Address) -> Guard {
    let guard = Guard {
        watched: StoredValue::new(Vec::new()),
        then: StoredValue::new_local(None),
        asking: RwSignal::new(false),
        address,
        passing: StoredValue::new(false),
    };
    provide_context(guard);
    provide_context(Unsaved {
        mark: Callback::new(move |()| guard.mark()),
        leave: Callback::new(move |(mark, then): (u32, Callback<()>)| guard.leave_since(mark, move || then.run(()))),
    });
    watch_tab(guard);
    watch_history(guard);
    guard
}

fn watch_tab(guard: Guard) {
    let unload = window_event_listener(ev::beforeunload, move |event| {
        if guard.is_dirty() {
            event.prevent_default();
        }
    });
    on_cleanup(move || unload.remove());
}

/// Follows back and forward. The address does so too; the window tells its listeners in the order in which they came.
fn watch_history(guard: Guard) {
    capture("popstate", move |event| {
        if guard.passing.get_value() {
            guard.passing.set_value(false);
        } else if guard.is_dirty() && guard.address.is_left() {
            event.stop_immediate_propagation();
            // The browser has moved already: the page that stays becomes the newest entry, one step after the other.
            let (here, history) = (guard.address.shown(), window().history());
            let stay = history.and_then(|history| history.push_state_with_url(&JsValue::NULL, "", Some(&here)));
            if stay.is_ok() {
                guard.leave(move || {
                    guard.passing.set_value(true);
                    if let Ok(history) = window().history() {
                        // Without a history there is nothing to go back to.
                        let _ = history.back();
                    }
                });
            }
        }
    });
}

/// Follows links to other pages, before the address does.
pub(super) fn watch_links(guard: Guard) {
    let go = use_go();
    capture("click", move |event| {
        let Some(href) = followed(&event).filter(|href| guard.is_dirty() && guard.address.is_other(href)) else {
            return;
        };
        event.prevent_default();
        event.stop_propagation();
        go.to(&href);
    });
}

/// Listens on the window before anything in the page does.
fn capture(event: &str, listen: impl Fn(Event) + 'static) {
    let options = AddEventListenerOptions::new();
    options.set_capture(true);
    let listen = Closure::<dyn Fn(Event)>::new(listen).into_js_value();
    // It fails for no event of ours; the frame lives as long as the window.
    let _ = window().add_event_listener_with_callback_and_add_event_listener_options(
        event,
        listen.unchecked_ref(),
        &options,
    );
}

/// The question.
#[component]
pub(super) fn LeaveDialog() -> AnyView {
    let guard = use_guard();
    let footer = move || {
        view! {
            <Button on_press=move || guard.answer(false)>"Stay"</Button>
            <Button kind=ButtonKind::Danger on_press=move || guard.answer(true)>"Leave without saving"</Button>
        }
    };
    view! {
        <Dialog
            open=guard.asking
            title="Leave without saving?"
            width=DialogWidth::Narrow
            on_close=move || guard.answer(false)
            footer
        >
            <p>"There are changes that are not saved. They are lost when you leave."</p>
        </Dialog>
    }
    .into_any()
}
