//! A retention period: off, or a number of days.

use std::sync::Arc;

use leptos::prelude::*;
use serde_json::Value;

use crate::form::Node;
use crate::ui::*;

/// What a period begins with when it is switched on.
const DAYS: &str = "365";
/// Fewer days than there can be.
const NO_DAYS: &str = "0";

/// Days in words: "2 years", "1 year and 30 days". Nothing where days say it best.
pub fn in_years(days: i64) -> String {
    let (years, rest) = (days / 365, days % 365);
    let count =
        |number: i64, one: &str| [number.to_string().as_str(), " ", one, if number == 1 { "" } else { "s" }].concat();
    match (years, rest) {
        (0, _) => String::new(),
        (years, 0) => count(years, "year"),
        (years, rest) => [count(years, "year"), count(rest, "day")].join(" and "),
    }
}

/// The days of a period in an input or an answer; none while it is off.
pub fn days(settings: &Value, member: &str) -> Option<i64> {
    settings[member]["RetentionDays"].as_i64()
}

/// Whether a period erases more than before: it is shorter, or was off (RET-2).
pub fn erases_more(before: Option<i64>, after: Option<i64>) -> bool {
    after.is_some_and(|after| before.is_none_or(|before| after < before))
}

/// A switch, and the days while it is on.
pub fn view(node: Arc<Node>, label: &'static str) -> AnyView {
    let (id, invalid, described_by) = (node.input_id().to_owned(), node.invalid(), node.described_by());
    // Days that were deleted to type others do not switch the period off: they are wrong.
    let emptied = RwSignal::new(false);
    let text = Signal::derive({
        let node = node.clone();
        move || node.text()
    });
    let on = Memo::new(move |_| text.with(|text| !text.is_empty()));
    let typed = node.clone();
    let turn = move |wanted: bool| {
        emptied.set(false);
        node.set_text(if wanted { DAYS.to_owned() } else { String::new() });
    };
    let type_in = Callback::new(move |days: String| {
        emptied.set(days.is_empty());
        typed.set_text(if days.is_empty() { NO_DAYS.to_owned() } else { days });
    });
    let value = Signal::derive(move || {
        let nothing = emptied.get() && text.with(|text| text == NO_DAYS);
        if nothing { String::new() } else { text.get() }
    });
    let words = move || text.with(|text| text.trim().parse().map(in_years).unwrap_or_default());
    let input = move || {
        let id = id.clone();
        view! {
            <TextInput id value on_input=type_in invalid described_by mono=true attr:inputmode="numeric" />
            <p class="field-limit">{words}</p>
        }
    };
    view! {
        <Switch checked=on on_change=turn label />
        {move || on.get().then(&input)}
    }
    .into_any()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn years_are_told_where_there_are_any() {
        assert_eq!(in_years(90), "");
        assert_eq!(in_years(365), "1 year");
        assert_eq!(in_years(396), "1 year and 31 days");
        assert_eq!(in_years(5475), "15 years");
    }

    #[test]
    fn shorter_or_newly_on_erases_more() {
        assert!(erases_more(None, Some(5475)));
        assert!(erases_more(Some(90), Some(30)));
        assert!(!erases_more(Some(30), Some(90)));
        assert!(!erases_more(Some(30), None));
        assert!(!erases_more(None, None));
    }
}
