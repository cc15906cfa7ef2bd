//! The order of the loaded rows. The service offers none.

use std::cmp::Ordering;

use serde_json::Value;

use super::column::{Column, Kind};

/// By which column the rows are ordered.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) struct Sort {
    pub column: &'static str,
    pub descending: bool,
}

impl Sort {
    /// As in the URL: `Name`, or `-Name` for descending.
    pub(crate) fn source(self) -> String {
        [if self.descending { "-" } else { "" }, self.column].concat()
    }

    /// Reads what [`Self::source`] wrote, for a column that exists.
    pub(crate) fn read(text: &str, columns: &[Column]) -> Option<Self> {
        let (descending, id) = match text.strip_prefix('-') {
            Some(id) => (true, id),
            None => (false, text),
        };
        let column = columns.iter().find(|column| column.id == id)?.id;
        Some(Self { column, descending })
    }
}

/// The places of `rows` ordered by `column`; what is missing comes last either way.
pub(crate) fn order(rows: &[Value], column: &Column, descending: bool) -> Vec<usize> {
    let keys: Vec<String> = rows.iter().map(|row| (column.text)(row).to_lowercase()).collect();
    let mut places: Vec<usize> = (0..rows.len()).collect();
    // Equal rows keep the service's order, said here: the stable sort is twice the code.
    places.sort_unstable_by(|&first, &second| {
        let (left, right) = (&keys[first], &keys[second]);
        let by_key = || {
            let compared = compare(left, right, column.kind);
            if descending { compared.reverse() } else { compared }
        };
        left.is_empty().cmp(&right.is_empty()).then_with(by_key).then(first.cmp(&second))
    });
    places
}

fn compare(left: &str, right: &str, kind: Kind) -> Ordering {
    let number = |text: &str| text.parse().unwrap_or(i64::MAX);
    match kind {
        Kind::Text => left.cmp(right),
        Kind::Number => number(left).cmp(&number(right)),
    }
}

#[cfg(test)]
mod tests {
    use serde_json::json;

    use super::*;

    #[test]
    fn orders_without_case_and_keeps_the_missing_last() {
        let rows = [json!({"N": "beta"}), json!({}), json!({"N": "Alpha"}), json!({"N": "gamma"})];
        let column = Column::member("N", "N");
        assert_eq!(order(&rows, &column, false), [2, 0, 3, 1]);
        assert_eq!(order(&rows, &column, true), [3, 0, 2, 1]);
    }

    #[test]
    fn orders_numbers_as_numbers() {
        let rows = [json!({"N": 10}), json!({"N": 9}), json!({"N": 100})];
        assert_eq!(order(&rows, &Column::member("N", "N").number(), false), [1, 0, 2]);
    }

    #[test]
    fn the_url_names_a_column_that_exists() {
        let columns = [Column::member("Name", "Name")];
        let sort = Sort::read("-Name", &columns);
        assert_eq!(sort, Some(Sort { column: "Name", descending: true }));
        assert_eq!(sort.map(Sort::source).as_deref(), Some("-Name"));
        assert_eq!(Sort::read("Other", &columns), None);
    }
}
