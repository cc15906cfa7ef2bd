//! What needs attention, each with the way to it.

use leptos::prelude::*;
use serde_json::Value;

use super::asked::{Asked, PARTS, at, text};
use super::connectors::Checks;
use crate::client::Query;
use crate::routes::{self, AccountTab};
use crate::table::moment;
use crate::ui::*;

/// NUM-24: what is deleted is erased after seven days.
const ERASED_AFTER_MS: f64 = 7.0 * 86_400_000.0;
/// Numbers that are erased so soon are urgent.
const SOON_MS: f64 = 2.0 * 86_400_000.0;
/// How many things of one kind are named.
const NAMED: usize = 3;

/// Something that needs attention.
#[derive(Clone, PartialEq, Debug)]
pub struct Trouble {
    /// How much.
    pub tone: Tone,
    /// What it is.
    pub text: String,
    /// Where it is dealt with.
    pub href: String,
}

impl Trouble {
    /// A trouble.
    pub fn new(tone: Tone, text: &[&str], href: String) -> Self {
        Self { tone, text: text.concat(), href }
    }
}

/// "1 order", "3 orders".
fn counted(count: usize, one: &str, many: &str) -> String {
    [count.to_string().as_str(), " ", if count == 1 { one } else { many }].concat()
}

/// Rows that fit, named one by one while they are few.
fn named(rows: &[&Value], each: impl Fn(&Value) -> Trouble, all: impl Fn(String) -> Trouble) -> Vec<Trouble> {
    if rows.len() > NAMED { vec![all(rows.len().to_string())] } else { rows.iter().map(|row| each(row)).collect() }
}

fn accounts(rows: &[Value]) -> Vec<Trouble> {
    let disabled: Vec<&Value> = rows.iter().filter(|row| row["AccountStatus"] == "Suspended").collect();
    let each = |row: &Value| {
        let href = routes::account(text(row, "AccountId"), AccountTab::Overview);
        Trouble::new(Tone::Warning, &["The account “", text(row, "Name"), "” is disabled (Suspended)"], href)
    };
    let list = || [&routes::accounts(), "?status=disabled"].concat();
    named(&disabled, each, |count| Trouble::new(Tone::Warning, &[&count, " accounts are disabled (Suspended)"], list()))
}

fn orders(rows: &[Value]) -> Vec<Trouble> {
    let failed: Vec<&Value> = rows.iter().filter(|row| matches!(text(row, "Status"), "Failed" | "Partial")).collect();
    let each = |row: &Value| {
        let (tone, words) = match text(row, "Status") {
            "Partial" => (Tone::Warning, " brought only a part of its numbers"),
            _ => (Tone::Error, " failed"),
        };
        let kind = text(row, "ProductType");
        Trouble::new(tone, &["An order of ", kind, " numbers", words], routes::order(text(row, "PhoneNumberOrderId")))
    };
    let all =
        |count: String| Trouble::new(Tone::Error, &[&count, " orders failed, in whole or in part"], routes::orders());
    named(&failed, each, all)
}

/// Calling names that are not what was asked for yet, or not at all (NUM-10).
fn names(rows: &[Value]) -> Vec<Trouble> {
    let of = |state: &str| rows.iter().filter(|row| row["CallingNameStatus"] == state).count();
    let (pending, failed) = (of("UpdateInProgress"), of("UpdateFailed"));
    let line = |count: usize, tone, words: &str| {
        let names = counted(count, "calling name", "calling names");
        (count > 0).then(|| Trouble::new(tone, &[&names, words], routes::phone_numbers()))
    };
    let pending = line(pending, Tone::Running, " pending: carriers take up to 72 hours");
    line(failed, Tone::Error, " could not be changed").into_iter().chain(pending).collect()
}

fn deletions(rows: &[Value]) -> Vec<Trouble> {
    let ends = rows.iter().filter_map(|row| moment(&row["DeletionTimestamp"])).map(|at| at + ERASED_AFTER_MS);
    queue(&ends.collect::<Vec<_>>(), js_sys::Date::now())
}

/// The deletion queue, by when its numbers are erased; `now` too in milliseconds since 1970.
fn queue(ends: &[f64], now: f64) -> Vec<Trouble> {
    let Some(first) = ends.iter().copied().reduce(f64::min) else { return Vec::new() };
    let soon = ends.iter().filter(|end| **end - now < SOON_MS).count();
    let href = routes::deleted_numbers();
    let when = relative_time(first, now);
    if soon > 0 {
        let numbers = counted(soon, "number is", "numbers are");
        return vec![Trouble::new(Tone::Warning, &[&numbers, " about to be erased for good, the first ", &when], href)];
    }
    let numbers = counted(ends.len(), "number is", "numbers are");
    vec![Trouble::new(Tone::Info, &[&numbers, " in the deletion queue, the first to be erased ", &when], href)]
}

fn rules(rows: &[Value]) -> Vec<Trouble> {
    let disabled: Vec<&Value> = rows.iter().filter(|row| row["Disabled"] == true).collect();
    let each = |row: &Value| {
        let href = routes::sip_rule(text(row, "SipRuleId"));
        Trouble::new(Tone::Warning, &["The SIP rule “", text(row, "Name"), "” is disabled: nothing rings by it"], href)
    };
    named(&disabled, each, |count| {
        Trouble::new(Tone::Warning, &[&count, " SIP rules are disabled"], routes::sip_rules())
    })
}

/// What is looked at for trouble.
type Look = fn(&[Value]) -> Vec<Trouble>;
const LOOKED_AT: &[(usize, Look)] = &[
    (at::ACCOUNTS, accounts),
    (at::ORDERS, orders),
    (at::DELETED, deletions),
    (at::NUMBERS, names),
    (at::RULES, rules),
];

fn line(trouble: Trouble) -> AnyView {
    let Trouble { tone, text, href } = trouble;
    view! {
        <li class=["trouble ", tone.class()].concat()>
            <Icon name=tone.icon() />
            <a class="link" href=href>{text}</a>
        </li>
    }
    .into_any()
}

/// What could not be looked at.
fn unknown(label: &'static str, query: Query) -> AnyView {
    let text = [label, " could not be looked at"].concat();
    view! {
        <li class="trouble tone-neutral">
            <Icon name=IconName::Help />
            <span>{text}</span>
            <Button kind=ButtonKind::Link on_press=move || query.refresh()>"Ask again"</Button>
        </li>
    }
    .into_any()
}

/// The list of what needs attention, which grows as the answers come.
pub fn attention(asked: Asked, checks: Checks) -> AnyView {
    let found = Memo::new(move |_| {
        let of = |(place, look): &(usize, Look)| asked.rows(*place).map(|rows| look(&rows)).unwrap_or_default();
        LOOKED_AT.iter().flat_map(of).chain(checks.troubles()).collect::<Vec<Trouble>>()
    });
    let looked_at = || LOOKED_AT.iter().map(|(place, _)| *place).chain([at::CONNECTORS]);
    let failed = move || {
        let failed = |place: &usize| {
            let query = asked.of(*place);
            query.data.with(Option::is_none) && query.error.with(Option::is_some)
        };
        looked_at().filter(failed).collect::<Vec<_>>()
    };
    let pending = Memo::new(move |_| looked_at().any(|place| asked.of(place).pending()) || checks.pending());
    let lines = move || {
        let unknown = failed().into_iter().map(|place| unknown(PARTS[place].label, asked.of(place)));
        let lines: Vec<_> = found.get().into_iter().map(line).chain(unknown).collect();
        if lines.is_empty() && !pending.get() {
            return view! { <Notice tone=Tone::Success title="Nothing needs attention" /> }.into_any();
        }
        view! { <ul class="troubles">{lines}</ul> }.into_any()
    };
    view! {
        {lines}
        {move || pending.get().then(|| view! { <Skeleton lines=2 /> })}
    }
    .into_any()
}

#[cfg(test)]
mod tests {
    use serde_json::json;

    use super::*;

    const DAY_MS: f64 = 86_400_000.0;

    #[test]
    fn few_things_are_named_and_many_are_counted() {
        let rule = |id: usize| json!({ "SipRuleId": id.to_string(), "Name": "Night", "Disabled": true });
        assert_eq!(rules(&[rule(1), json!({ "Disabled": false })])[0].href, "/sip-rules/1");
        let many: Vec<_> = (0..5).map(rule).collect();
        assert_eq!(rules(&many), [Trouble::new(Tone::Warning, &["5 SIP rules are disabled"], "/sip-rules".into())]);
    }

    #[test]
    fn the_deletion_queue_is_urgent_when_a_number_is_erased_within_two_days() {
        assert!(queue(&[], 0.0).is_empty());
        assert_eq!(queue(&[3.0 * DAY_MS, 6.0 * DAY_MS], 0.0)[0].tone, Tone::Info);
        let urgent = queue(&[1.0 * DAY_MS, 6.0 * DAY_MS], 0.0);
        assert_eq!(urgent[0].text, "1 number is about to be erased for good, the first in 1 day");
    }

    #[test]
    fn names_and_orders_are_told_by_their_state() {
        let name = |state: &str| json!({ "CallingNameStatus": state });
        let told = names(&[name("UpdateInProgress"), name("UpdateSucceeded"), name("UpdateFailed")]);
        assert_eq!(told.iter().map(|it| it.tone).collect::<Vec<_>>(), [Tone::Error, Tone::Running]);
        let order = |status: &str| json!({ "Status": status, "PhoneNumberOrderId": "o" });
        assert_eq!(orders(&[order("Successful"), order("Partial"), order("Failed")]).len(), 2);
    }
}
