//! Which rows are chosen, by their ids.

use std::collections::HashSet;

use leptos::prelude::*;
use serde_json::Value;

/// The chosen rows. They stay chosen through a refresh while they exist.
#[derive(Clone, Copy, Debug)]
pub struct Selection {
    ids: RwSignal<Vec<String>>,
    anchor: RwSignal<Option<usize>>,
    many: bool,
}

impl Selection {
    /// At most one row.
    pub fn single() -> Self {
        Self::of(false)
    }

    /// Any number of rows.
    pub fn multi() -> Self {
        Self::of(true)
    }

    fn of(many: bool) -> Self {
        Self { ids: RwSignal::new(Vec::new()), anchor: RwSignal::new(None), many }
    }

    /// The ids chosen, in the order of choosing.
    pub fn ids(self) -> Signal<Vec<String>> {
        self.ids.into()
    }

    /// How many are chosen.
    pub fn count(self) -> usize {
        self.ids.with(Vec::len)
    }

    /// Chooses nothing.
    pub fn clear(self) {
        self.ids.set(Vec::new());
    }

    /// The chosen ones of `rows`.
    pub fn rows(self, rows: &[Value], row_id: fn(&Value) -> String) -> Vec<Value> {
        self.ids.with(|ids| {
            let ids: HashSet<&String> = ids.iter().collect();
            rows.iter().filter(|row| ids.contains(&row_id(row))).cloned().collect()
        })
    }

    pub(crate) fn many(self) -> bool {
        self.many
    }

    pub(crate) fn has(self, id: &str) -> bool {
        self.ids.with(|ids| ids.iter().any(|each| each == id))
    }

    /// Chooses or leaves the row at `place`; `through` reaches from the last one touched.
    pub(crate) fn toggle(self, place: usize, through: bool, id_at: impl Fn(usize) -> Option<String>) {
        let Some(id) = id_at(place) else { return };
        if !self.many {
            let now = self.ids.with_untracked(|ids| ids.first() == Some(&id));
            self.ids.set(if now { Vec::new() } else { vec![id] });
            return;
        }
        let wanted = !self.ids.with_untracked(|ids| ids.contains(&id));
        let from = self.anchor.get_untracked().filter(|_| through).unwrap_or(place);
        self.anchor.set(Some(place));
        let touched = (from.min(place)..=from.max(place)).filter_map(id_at).collect();
        self.set(touched, wanted);
    }

    /// Chooses or leaves all of `touched`.
    pub(crate) fn set(self, touched: Vec<String>, wanted: bool) {
        self.ids.update(|ids| {
            let again: HashSet<&String> = touched.iter().collect();
            ids.retain(|id| !again.contains(id));
            if wanted {
                ids.extend(touched);
            }
        });
    }

    /// Forgets rows that are gone.
    pub(crate) fn keep(self, exists: impl Fn(&String) -> bool) {
        if self.ids.with_untracked(|ids| ids.iter().any(|id| !exists(id))) {
            self.ids.update(|ids| ids.retain(exists));
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn id_at(place: usize) -> Option<String> {
        (place < 10).then(|| place.to_string())
    }

    #[test]
    fn one_or_many_and_through() {
        let owner = Owner::new();
        owner.set();
        let one = Selection::single();
        one.toggle(1, false, id_at);
        one.toggle(2, true, id_at);
        assert_eq!(one.ids().get_untracked(), ["2"]);
        one.toggle(2, false, id_at);
        assert_eq!(one.ids().get_untracked().len(), 0);

        let many = Selection::multi();
        many.toggle(2, false, id_at);
        many.toggle(5, true, id_at);
        assert_eq!(many.ids().get_untracked(), ["2", "3", "4", "5"]);
        many.toggle(4, false, id_at);
        many.toggle(40, false, id_at);
        assert_eq!(many.ids().get_untracked(), ["2", "3", "5"]);
        many.keep(|id| id != "3");
        assert_eq!(many.ids().get_untracked(), ["2", "5"]);
    }
}
