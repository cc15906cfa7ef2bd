//! Paging by tokens: the service only goes forward, so the way back is a stack, kept in the URL.

use leptos::prelude::*;

use super::preferences::Preferences;
use super::url::UrlQuery;

/// Tokens kept for the way back; beyond, *Previous* leads to the first page. It bounds the URL's length.
const KEPT: usize = 12;
const BETWEEN: char = '~';

/// A page of a list: its number and the tokens that led to it, its own last.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
struct Place {
    number: usize,
    tokens: Vec<String>,
}

impl Place {
    fn first() -> Self {
        Self { number: 1, tokens: Vec::new() }
    }

    fn next(mut self, token: String) -> Self {
        self.number += 1;
        self.tokens.push(token);
        let over = self.tokens.len().saturating_sub(KEPT);
        self.tokens.drain(..over);
        self
    }

    fn previous(mut self) -> Self {
        self.tokens.pop();
        if self.tokens.is_empty() {
            return Self::first();
        }
        self.number -= 1;
        self
    }

    /// `3~token~token`; nothing for the first page.
    fn source(&self) -> Option<String> {
        if self.tokens.is_empty() {
            return None;
        }
        let mut text = self.number.to_string();
        for token in &self.tokens {
            text.push(BETWEEN);
            text.push_str(&token.replace('%', "%25").replace(BETWEEN, "%7E"));
        }
        Some(text)
    }

    fn read(text: &str) -> Option<Self> {
        let (number, tokens) = text.split_once(BETWEEN)?;
        let tokens: Vec<String> =
            tokens.split(BETWEEN).map(|token| token.replace("%7E", "~").replace("%25", "%")).collect();
        let number: usize = number.parse().ok()?;
        (number > tokens.len()).then_some(Self { number, tokens })
    }
}

/// Where a list is, and how long its pages are. In the URL: `?page=…&size=…`; a list beside another keeps its place here.
#[derive(Clone, Copy)]
pub struct Paging {
    url: UrlQuery,
    here: Option<RwSignal<Place>>,
    place: Memo<Place>,
    size: Memo<u32>,
    sizes: &'static [u32],
}

impl Paging {
    /// The paging of the table named `table`, with the page sizes to choose from and the one to start with.
    pub fn new(table: &'static str, sizes: &'static [u32], size: u32) -> Self {
        let url = UrlQuery::new();
        let preferred = Preferences::load(table).size;
        let chosen = move || url.get("size").and_then(|size| size.parse().ok()).or(preferred);
        Self {
            url,
            here: None,
            place: Memo::new(move |_| url.get("page").and_then(|text| Place::read(&text)).unwrap_or_else(Place::first)),
            size: Memo::new(move |_| chosen().filter(|size| sizes.contains(size)).unwrap_or(size)),
            sizes,
        }
    }

    /// The paging of a table in a dialog, or of a second one on a page: the URL has no room for it.
    pub fn inside(sizes: &'static [u32]) -> Self {
        let here = RwSignal::new(Place::first());
        Self {
            url: UrlQuery::new(),
            here: Some(here),
            place: Memo::new(move |_| here.get()),
            size: Memo::new(move |_| sizes.last().copied().unwrap_or_default()),
            sizes,
        }
    }

    /// How many rows a page has: the operation's `MaxResults`.
    pub fn size(self) -> u32 {
        self.size.get()
    }

    /// The token of this page; none on the first.
    pub fn token(self) -> Option<String> {
        self.place.with(|place| place.tokens.last().cloned())
    }

    /// The number of this page, from 1.
    pub fn number(self) -> usize {
        self.place.with(|place| place.number)
    }

    /// Goes to the page after this one.
    pub fn next(self, token: String) {
        self.go(&self.place.get_untracked().next(token), true);
    }

    /// Goes to the page before this one.
    pub fn previous(self) {
        self.go(&self.place.get_untracked().previous(), true);
    }

    /// Goes to the first page, as after a change of what is asked for.
    pub fn reset(self) {
        if self.place.with_untracked(|place| place.number > 1) {
            self.go(&Place::first(), false);
        }
    }

    /// Changes the length of pages, which begins anew.
    pub(crate) fn resize(self, size: u32) {
        if self.here.is_none() && self.size.get_untracked() != size {
            self.url.set(&[("page", None), ("size", Some(size.to_string()))], false);
        }
    }

    pub(crate) fn sizes(self) -> &'static [u32] {
        self.sizes
    }

    fn go(self, place: &Place, push: bool) {
        if let Some(here) = self.here {
            return here.set(place.clone());
        }
        self.url.set(&[("page", place.source())], push);
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn goes_forward_and_back() {
        let third = Place::first().next("a~%b".into()).next("c+/=".into());
        assert_eq!(third.source().as_deref(), Some("3~a%7E%25b~c+/="));
        assert_eq!(third.source().and_then(|text| Place::read(&text)), Some(third.clone()));
        let second = third.previous();
        assert_eq!((second.number, second.tokens.as_slice()), (2, ["a~%b".to_owned()].as_slice()));
        assert_eq!(second.previous(), Place::first());
        assert_eq!(Place::first().source(), None);
    }

    #[test]
    fn keeps_the_url_short() {
        let far = (0..100).fold(Place::first(), |place, page| place.next(page.to_string()));
        assert_eq!((far.number, far.tokens.len()), (101, KEPT));
        let back = (0..KEPT).fold(far, |place, _| place.previous());
        assert_eq!(back, Place::first());
    }

    #[test]
    fn nonsense_is_the_first_page() {
        for text in ["", "3", "x~a", "1~a", "-1~a", "2~a~b"] {
            assert_eq!(Place::read(text), None, "{text}");
        }
    }
}
