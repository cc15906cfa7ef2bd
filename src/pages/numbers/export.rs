//! The inventory as CSV, in the form that can be imported again.

use leptos::prelude::*;
use serde_json::Value;

use super::chosen::Chosen;
use super::number::{e164, text};
use crate::ui::{csv_field, download};

/// The columns; those that an import reads keep the API's names.
pub const COLUMNS: [&str; 11] = [
    "PhoneNumber",
    "Country",
    "Type",
    "ProductType",
    "Status",
    "CallingName",
    "CallingNameStatus",
    "AssociationName",
    "AssociationValue",
    "AccountId",
    "UpdatedTimestamp",
];

/// Offers the numbers chosen, or all that are loaded, as a file.
pub fn export(chosen: Chosen) {
    let rows = chosen.now();
    let text = if rows.is_empty() { chosen.all.with_untracked(|rows| csv(rows)) } else { csv(&rows) };
    download("phone-numbers.csv", "text/csv", &text);
}

fn csv(rows: &[Value]) -> String {
    let mut text = [&COLUMNS.join(","), "\r\n"].concat();
    for row in rows {
        let fields = COLUMNS.map(|column| csv_field(&cell(row, column)));
        text.push_str(&fields.join(","));
        text.push_str("\r\n");
    }
    text
}

fn cell(row: &Value, column: &str) -> String {
    let holder = || super::holder::holder(row);
    match column {
        "PhoneNumber" => e164(row),
        "AssociationName" => holder().map(|holder| holder.kind.name().to_owned()).unwrap_or_default(),
        "AssociationValue" => holder().map(|holder| holder.id).unwrap_or_default(),
        "AccountId" => holder().and_then(|holder| holder.account).unwrap_or_default(),
        _ => text(row, column).to_owned(),
    }
}

#[cfg(test)]
mod tests {
    use serde_json::json;

    use super::*;
    use crate::ui::read_csv;

    #[test]
    fn what_is_exported_is_read_again() {
        let row = json!({
            "E164PhoneNumber": "+12065550120", "ProductType": "VoiceConnector", "CallingName": "Sales",
            "Associations": [{ "Name": "VoiceConnectorId", "Value": "abc" }]
        });
        let lines = read_csv(&csv(&[row]));
        assert_eq!(lines[0], COLUMNS);
        assert_eq!((lines[1][0].as_str(), lines[1][5].as_str()), ("+12065550120", "Sales"));
        assert_eq!((lines[1][7].as_str(), lines[1][8].as_str()), ("VoiceConnectorId", "abc"));
    }
}
