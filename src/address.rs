//! The address: which page it names, and how another takes its place.
//!
//! It has one of two forms. Where the page says with `<base href>` that its host answers every path below with the page, a page of
//! the console is a path: `/chime/accounts`. Any other host sends files and nothing else: there a page is named behind `#`, in the
//! address of the one file that there is: `/chime/#/accounts`. What stands before the page's own path is [`routes::base`], `/chime`
//! or `/chime/#`; everything else is the same in both.

use leptos::{ev, leptos_dom::helpers::window_event_listener, prelude::*};
use wasm_bindgen::{JsCast, JsValue};
use web_sys::{Element, Event, HtmlAnchorElement, MouseEvent};

use crate::routes;

/// What the browser's address says.
#[derive(Clone, PartialEq, Eq, Default, Debug)]
struct Parts {
    /// The path, base included.
    path: String,
    /// The query, without its question mark.
    query: String,
    /// What stands behind the last `#`, if that is no page.
    fragment: String,
}

/// The address of the page that is shown.
#[derive(Clone, Copy)]
pub(crate) struct Address {
    now: RwSignal<Parts>,
    path: Memo<String>,
    query: Memo<String>,
}

/// The address of this console.
pub(crate) fn use_address() -> Address {
    expect_context()
}

impl Address {
    /// Reads the address. Called once, at start.
    pub(crate) fn new() -> Self {
        routes::serve_below(&base());
        let now = RwSignal::new(current());
        let path = Memo::new(move |_| now.with(|now| now.path.clone()));
        let query = Memo::new(move |_| now.with(|now| now.query.clone()));
        Self { now, path, query }
    }

    /// Follows links, back and forward. What else hears of them must have begun to listen before.
    pub(crate) fn listen(self) {
        let clicks = window_event_listener(ev::click, move |event| {
            if let Some(href) = followed(&event) {
                event.prevent_default();
                self.go(&href, false);
                window().scroll_to_with_x_and_y(0.0, 0.0);
            }
        });
        let history = window_event_listener(ev::popstate, move |_| self.now.set(current()));
        on_cleanup(move || {
            clicks.remove();
            history.remove();
        });
    }

    /// The path, base included (reactive).
    pub(crate) fn path(self) -> Memo<String> {
        self.path
    }

    /// The query, without its question mark (reactive).
    pub(crate) fn query(self) -> Memo<String> {
        self.query
    }

    /// What stands behind `#`, where that is no page.
    pub(crate) fn fragment(self) -> String {
        self.now.with_untracked(|now| now.fragment.clone())
    }

    /// Path and query of the page that is shown, which the browser has left already by the time of "back".
    pub(crate) fn shown(self) -> String {
        self.now.with_untracked(|now| with_query(&now.path, &now.query))
    }

    /// Whether the browser has gone to another page than the one shown.
    pub(crate) fn is_left(self) -> bool {
        self.now.with_untracked(|now| now.path != current().path)
    }

    /// Whether an address with the base is another page than the one shown.
    pub(crate) fn is_other(self, href: &str) -> bool {
        let path = href.split('?').next().unwrap_or_default();
        self.now.with_untracked(|now| now.path != path)
    }

    /// Goes to an address with the base, in place of this one or as a step that "back" undoes.
    pub(crate) fn go(self, href: &str, replace: bool) {
        let Ok(history) = window().history() else { return };
        // Going where one is already makes no step. The browser refuses what is not its own, or comes too often.
        let _ = if replace || href == self.shown() {
            history.replace_state_with_url(&JsValue::NULL, "", Some(href))
        } else {
            history.push_state_with_url(&JsValue::NULL, "", Some(href))
        };
        self.now.set(current());
    }
}

/// A path with its query, which may be empty.
pub(crate) fn with_query(path: &str, query: &str) -> String {
    if query.is_empty() { path.to_owned() } else { [path, "?", query].concat() }
}

/// The address of a page of the console that a click leads to in this tab, base included.
pub(crate) fn followed(event: &Event) -> Option<String> {
    let click = event.dyn_ref::<MouseEvent>()?;
    let elsewhere = click.meta_key() || click.ctrl_key() || click.shift_key() || click.alt_key();
    if click.button() != 0 || elsewhere || click.default_prevented() {
        return None;
    }
    let link = event.target()?.dyn_into::<Element>().ok()?.closest("a[href]").ok()??;
    let link = link.dyn_into::<HtmlAnchorElement>().ok()?;
    let stays = link.target().is_empty() && !link.has_attribute("download");
    let href = link.href();
    let href = href.strip_prefix(&window().location().origin().ok()?).filter(|_| stays)?;
    let below = href.strip_prefix(routes::base())?;
    below.starts_with('/').then(|| href.to_owned())
}

/// What stands before a page's own path.
fn base() -> String {
    let has_base = document().query_selector("base[href]").ok().flatten().is_some();
    let base = document().base_uri().ok().flatten().filter(|_| has_base);
    let base = base.and_then(|base| web_sys::Url::new(&base).ok()).map(|url| url.pathname());
    base.unwrap_or_else(|| [&window().location().pathname().unwrap_or_default(), "#"].concat())
}

fn current() -> Parts {
    let location = window().location();
    let (path, query) = (location.pathname().unwrap_or_default(), location.search().unwrap_or_default());
    let fragment = location.hash().unwrap_or_default();
    let fragment = fragment.strip_prefix('#').unwrap_or_default();
    if routes::base().ends_with('#') {
        return behind_hash(fragment);
    }
    Parts { path, query: query.strip_prefix('?').unwrap_or_default().to_owned(), fragment: fragment.to_owned() }
}

/// Reads `/accounts?name=x#fragment`. Anything else that stands behind `#` names no page.
fn behind_hash(text: &str) -> Parts {
    let (page, fragment) = match text.split_once('#') {
        _ if !text.starts_with('/') => ("/", text),
        Some(parts) => parts,
        None => (text, ""),
    };
    let (path, query) = page.split_once('?').unwrap_or((page, ""));
    Parts { path: [routes::base(), path].concat(), query: query.to_owned(), fragment: fragment.to_owned() }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn behind_hash_stand_a_page_its_query_and_a_fragment() {
        let read = |text| {
            let Parts { path, query, fragment } = behind_hash(text);
            [path, query, fragment].join(" ")
        };
        assert_eq!(read("/accounts/1?name=a%20b&x=?"), "/accounts/1 name=a%20b&x=? ");
        assert_eq!(read("/accounts#sandbox=demo"), "/accounts  sandbox=demo");
        assert_eq!(read("sandbox=demo"), "/  sandbox=demo");
        assert_eq!(read(""), "/  ");
    }

    #[test]
    fn an_empty_query_leaves_no_mark() {
        assert_eq!(with_query("/accounts", ""), "/accounts");
        assert_eq!(with_query("/accounts", "name=x"), "/accounts?name=x");
    }
}
