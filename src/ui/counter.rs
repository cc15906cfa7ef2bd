//! The counter of a list's title.

use leptos::prelude::*;

/// How many rows a list has loaded and how many are selected.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Count {
    /// Rows loaded.
    pub loaded: usize,
    /// Whether the service has more.
    pub more: bool,
    /// Rows selected.
    pub selected: usize,
}

impl Count {
    /// `(40)`, `(99+)` while there are more, `(2/40)` with a selection.
    pub fn text(self) -> String {
        let more = if self.more { "+" } else { "" };
        if self.selected > 0 {
            format!("({}/{}{more})", self.selected, self.loaded)
        } else {
            format!("({}{more})", self.loaded)
        }
    }

    fn words(self) -> String {
        let more = if self.more { " or more" } else { "" };
        if self.selected > 0 {
            format!("{} of {}{more} selected", self.selected, self.loaded)
        } else {
            format!("{}{more}", self.loaded)
        }
    }
}

/// The counter, with words for who hears the page.
#[component]
pub fn Counter(#[prop(into)] count: Signal<Count>) -> AnyView {
    view! {
        <span class="counter">
            <span aria-hidden="true">{move || count.get().text()}</span>
            <span class="visually-hidden">{move || count.get().words()}</span>
        </span>
    }
    .into_any()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn says_loaded_more_and_selected() {
        let count = |loaded, more, selected| Count { loaded, more, selected }.text();
        assert_eq!(count(40, false, 0), "(40)");
        assert_eq!(count(99, true, 0), "(99+)");
        assert_eq!(count(40, false, 2), "(2/40)");
        assert_eq!(count(99, true, 2), "(2/99+)");
    }
}
