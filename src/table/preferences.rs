//! How a person wants to see a table, kept in this browser under the table's id.

use leptos::prelude::*;
use serde::Serialize;
use serde_json::Value;

use super::column::Column;

/// How high rows are.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize)]
pub(crate) enum Density {
    #[default]
    Comfortable,
    Compact,
}

/// What is kept.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize)]
pub(crate) struct Preferences {
    /// Rows a page.
    pub size: Option<u32>,
    pub density: Density,
    /// Two lines a cell instead of one.
    pub wrap: bool,
    /// The columns in their order, and whether each is shown.
    pub columns: Vec<(String, bool)>,
}

impl Preferences {
    /// What was kept for this table.
    pub(crate) fn load(table: &str) -> Self {
        storage()
            .and_then(|storage| storage.get_item(&key(table)).ok()?)
            .and_then(|text| serde_json::from_str(&text).ok())
            .map_or_else(Self::default, |kept| Self::read(&kept))
    }

    /// Takes of what was kept what has the right shape.
    fn read(kept: &Value) -> Self {
        let column = |kept: &Value| Some((kept[0].as_str()?.to_owned(), kept[1].as_bool()?));
        Self {
            size: kept["size"].as_u64().and_then(|size| size.try_into().ok()),
            density: if kept["density"] == "Compact" { Density::Compact } else { Density::Comfortable },
            wrap: kept["wrap"] == true,
            columns: kept["columns"].as_array().into_iter().flatten().filter_map(column).collect(),
        }
    }

    /// Keeps them. A browser without storage forgets them with the page.
    pub(crate) fn save(&self, table: &str) {
        if let (Some(storage), Ok(text)) = (storage(), serde_json::to_string(self)) {
            drop(storage.set_item(&key(table), &text));
        }
    }

    /// The height of a row in px.
    pub(crate) fn row_height(&self) -> u32 {
        match (self.density, self.wrap) {
            (Density::Comfortable, false) => 40,
            (Density::Compact, false) => 30,
            (Density::Comfortable, true) => 56,
            (Density::Compact, true) => 44,
        }
    }

    /// Every column with whether it is shown; those that were never decided on come last, as they are by default.
    pub(crate) fn arrange(&self, columns: &[Column]) -> Vec<(Column, bool)> {
        let find = |id: &str| columns.iter().find(|column| column.id == id);
        let decided = self.columns.iter().filter_map(|(id, shown)| Some((find(id)?.clone(), *shown)));
        let known = |column: &&Column| self.columns.iter().all(|(id, _)| id != column.id);
        let others = columns.iter().filter(known).map(|column| (column.clone(), column.shown));
        decided.chain(others).collect()
    }
}

/// Whether a person has arranged this table.
pub(crate) fn is_arranged(table: &str) -> bool {
    storage().is_some_and(|storage| storage.get_item(&key(table)).is_ok_and(|kept| kept.is_some()))
}

fn key(table: &str) -> String {
    ["chime-console.table.", table].concat()
}

fn storage() -> Option<web_sys::Storage> {
    window().local_storage().ok()?
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn arranges_what_was_decided_and_adds_what_is_new() {
        let columns = [Column::member("A", "A"), Column::member("B", "B"), Column::member("C", "C").hidden()];
        let kept = |text: &str| Preferences::read(&serde_json::from_str(text).unwrap_or_default());
        let arranged = |preferences: &Preferences| -> Vec<(&str, bool)> {
            preferences.arrange(&columns).iter().map(|(column, shown)| (column.id, *shown)).collect()
        };
        assert_eq!(arranged(&Preferences::default()), [("A", true), ("B", true), ("C", false)]);
        let decided = kept(r#"{"columns":[["B",true],["Gone",true],["A",false]],"later":1}"#);
        assert_eq!(arranged(&decided), [("B", true), ("A", false), ("C", false)]);
    }
}
