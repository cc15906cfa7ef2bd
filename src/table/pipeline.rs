//! From the loaded rows to those on screen: order, then filter.

use std::sync::Arc;

use leptos::prelude::*;
use serde_json::Value;

use super::column::Column;
use super::filter::{self, Property, Term};
use super::order::{self, Sort};

/// The state of a table's view of its rows.
#[derive(Clone, Copy)]
pub(crate) struct Pipeline {
    pub columns: StoredValue<Vec<Column>>,
    pub rows: Signal<Arc<Vec<Value>>>,
    pub sort: RwSignal<Option<Sort>>,
    /// Terms that were entered and stand as tokens.
    pub terms: RwSignal<Vec<Term>>,
    /// What is being typed; it filters already.
    pub draft: RwSignal<String>,
    /// The places of the rows that are shown, in order.
    pub shown: Memo<Arc<Vec<usize>>>,
}

impl Pipeline {
    pub(crate) fn new(columns: Vec<Column>, rows: Signal<Arc<Vec<Value>>>) -> Self {
        let columns = StoredValue::new(columns);
        let sort = RwSignal::new(None::<Sort>);
        let terms = RwSignal::new(Vec::<Term>::new());
        let draft = RwSignal::new(String::new());
        let filtering = Memo::new(move |_| !terms.with(Vec::is_empty) || !draft.with(|draft| draft.trim().is_empty()));
        let ordered = Memo::new(move |_| {
            let rows = rows.get();
            Arc::new(
                sort.get().and_then(|sort| ordered(columns, &rows, sort)).unwrap_or_else(|| (0..rows.len()).collect()),
            )
        });
        // Each row as one text, made once for many keystrokes.
        let texts =
            Memo::new(move |_| Arc::new(if filtering.get() { texts(columns, &rows.get()) } else { Vec::new() }));
        let shown = Memo::new(move |_| {
            if !filtering.get() {
                return ordered.get();
            }
            let mut all = terms.get();
            all.extend(draft.with(|draft| filter::parse(draft, &properties(columns))));
            let (rows, texts) = (rows.get(), texts.get());
            let holds =
                |place: &usize| columns.with_value(|columns| matches(&all, &rows[*place], &texts[*place], columns));
            Arc::new(ordered.with(|ordered| ordered.iter().copied().filter(holds).collect()))
        });
        Self { columns, rows, sort, terms, draft, shown }
    }

    pub(crate) fn properties(self) -> Vec<Property> {
        properties(self.columns)
    }

    /// The whole filter as text, for the URL.
    pub(crate) fn filter_source(self) -> String {
        let mut all = self.terms.get();
        all.extend(self.draft.with(|draft| filter::parse(draft, &self.properties())));
        filter::source(&all)
    }

    /// Reads the whole filter: properties become tokens, words stay in the input.
    pub(crate) fn read_filter(self, text: &str) {
        let (terms, words): (Vec<_>, Vec<_>) =
            filter::parse(text, &self.properties()).into_iter().partition(|term| term.property.is_some());
        self.terms.set(terms);
        self.draft.set(filter::source(&words));
    }

    /// Makes tokens of what was typed.
    pub(crate) fn commit(self) {
        let (terms, words): (Vec<_>, Vec<_>) = filter::parse(&self.draft.get_untracked(), &self.properties())
            .into_iter()
            .partition(|term| term.property.is_some());
        if !terms.is_empty() {
            self.terms.update(|all| all.extend(terms));
            self.draft.set(filter::source(&words));
        }
    }

    pub(crate) fn filtering(self) -> bool {
        !self.terms.with(Vec::is_empty) || !self.draft.with(|draft| draft.trim().is_empty())
    }

    pub(crate) fn clear(self) {
        self.terms.set(Vec::new());
        self.draft.set(String::new());
    }

    /// Orders by a column: first ascending, then descending, then as the service gave them.
    pub(crate) fn turn(self, column: &'static str) {
        self.sort.update(|sort| {
            *sort = match *sort {
                Some(Sort { column: now, descending: false }) if now == column => {
                    Some(Sort { column, descending: true })
                }
                Some(Sort { column: now, descending: true }) if now == column => None,
                _ => Some(Sort { column, descending: false }),
            };
        });
    }
}

fn properties(columns: StoredValue<Vec<Column>>) -> Vec<Property> {
    columns.with_value(|columns| columns.iter().map(|column| Property { id: column.id, title: column.title }).collect())
}

fn ordered(columns: StoredValue<Vec<Column>>, rows: &[Value], sort: Sort) -> Option<Vec<usize>> {
    columns.with_value(|columns| {
        let column = columns.iter().find(|column| column.id == sort.column)?;
        Some(order::order(rows, column, sort.descending))
    })
}

fn texts(columns: StoredValue<Vec<Column>>, rows: &[Value]) -> Vec<String> {
    columns.with_value(|columns| {
        rows.iter()
            .map(|row| {
                let mut text = String::new();
                for column in columns {
                    text.push_str(&(column.text)(row));
                    // Keeps a word from matching across two columns.
                    text.push('\n');
                }
                text.to_lowercase()
            })
            .collect()
    })
}

fn matches(terms: &[Term], row: &Value, text: &str, columns: &[Column]) -> bool {
    terms.iter().all(|term| match term.property {
        None => text.contains(&term.needle),
        Some(property) => {
            columns.iter().find(|column| column.id == property.id).is_some_and(|column| term.holds(&(column.text)(row)))
        }
    })
}
