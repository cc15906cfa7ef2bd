//! What the service itself filters numbers by: status, product type, and who has them (NUM-21). All of it is in the URL.

use chime_model::Operation;
use leptos::prelude::*;
use serde_json::{Value, json};

use super::number::{product_choices, status_choices, text};
use crate::client::query;
use crate::pages::search::given;
use crate::table::UrlQuery;
use crate::ui::*;

const KEYS: [(&str, &str); 4] =
    [("status", "Status"), ("product", "ProductType"), ("owner", "FilterName"), ("owner-id", "FilterValue")];
/// States of numbers that stand on pages of their own: orders, and the deletion queue.
const ELSEWHERE: [&str; 2] = ["AcquireInProgress", "DeleteInProgress"];

/// A list that offers owners: its operation, the list in the answer, the id in a row.
type Offered = (Operation, &'static str, &'static str);

/// Kinds of owners (association name, words), and the list that offers them: its operation, the list and the id in it.
/// The API lists users only below their account.
const OWNERS: [(&str, &str, Option<Offered>); 5] = [
    ("AccountId", "Account", Some((Operation::ListAccounts, "Accounts", "AccountId"))),
    ("UserId", "User", None),
    (
        "VoiceConnectorId",
        "Voice connector",
        Some((Operation::ListVoiceConnectors, "VoiceConnectors", "VoiceConnectorId")),
    ),
    (
        "VoiceConnectorGroupId",
        "Voice connector group",
        Some((Operation::ListVoiceConnectorGroups, "VoiceConnectorGroups", "VoiceConnectorGroupId")),
    ),
    ("SipRuleId", "SIP rule", Some((Operation::ListSipRules, "SipRules", "SipRuleId"))),
];

/// The filters of this page's URL.
#[derive(Clone, Copy)]
pub struct Filters(UrlQuery);

impl Filters {
    /// Those of this page's URL.
    pub fn new() -> Self {
        Self(UrlQuery::new())
    }

    /// The members of the request that filter. An owner needs both its kind and its id.
    pub fn input(self) -> Value {
        let mut input = json!({});
        for (key, member) in KEYS {
            input[member] = json!(self.0.get(key));
        }
        if input["FilterName"].is_null() || input["FilterValue"].is_null() {
            input["FilterName"] = Value::Null;
            input["FilterValue"] = Value::Null;
        }
        input
    }

    /// Whether anything is filtered.
    pub fn active(self) -> bool {
        KEYS.into_iter().any(|(key, _)| self.0.get(key).is_some())
    }

    /// Whether a row belongs here: without a status, what is on order or in the deletion queue does not.
    pub fn shows(self, row: &Value) -> bool {
        self.0.get("status").is_some() || !ELSEWHERE.contains(&text(row, "Status"))
    }

    fn set(self, key: &'static str, value: Option<String>) {
        let mut changes = vec![(key, value), ("page", None)];
        if key == "owner" {
            changes.push(("owner-id", None));
        }
        self.0.set(&changes, true);
    }

    fn clear(self) {
        let mut changes: Vec<_> = KEYS.into_iter().map(|(key, _)| (key, None)).collect();
        changes.push(("page", None));
        self.0.set(&changes, true);
    }

    fn select(self, key: &'static str, label: &'static str, first: &'static str, choices: Vec<Choice>) -> AnyView {
        let options: Vec<Choice> = std::iter::once(Choice::new("", first)).chain(choices).collect();
        let (id, value) = (unique_id(key), Signal::derive(move || self.0.get(key).unwrap_or_default()));
        let change = move |value: String| self.set(key, Some(value));
        view! {
            <div class="field">
                <label class="field-label" for=id.clone()>{label}</label>
                <Select id value options on_change=change />
            </div>
        }
        .into_any()
    }

    /// The ids of owners of the kind chosen, by name.
    fn owners(self) -> Signal<Vec<Choice>> {
        let list = move || {
            let kind = self.0.get("owner")?;
            OWNERS.into_iter().find(|(name, ..)| *name == kind)?.2
        };
        // One query for each list: the operation of a query stays what it is.
        let answers = OWNERS.map(|(_, _, source)| {
            source.map(|(operation, rows, id)| {
                let asked = move || (list()?.0 == operation).then(|| json!({}));
                (query(operation, asked), rows, id)
            })
        });
        let choice = |row: &Value, id: &str| Choice::new(text(row, id), text(row, "Name"));
        Signal::derive(move || {
            let listed = answers.into_iter().flatten().filter_map(|(answer, rows, id)| {
                let choices = |data: &Value| Some(data[rows].as_array()?.iter().map(|row| choice(row, id)).collect());
                answer.data.with(|data| data.as_ref().and_then(choices)).map(|found: Vec<Choice>| found)
            });
            listed.flatten().collect()
        })
    }
}

/// The fields of the filters.
#[component]
pub fn FilterFields(filters: Filters) -> AnyView {
    let kinds = OWNERS.into_iter().map(|(value, words, _)| Choice::new(value, words)).collect();
    let (kind, owners) = (Memo::new(move |_| filters.0.get("owner")), filters.owners());
    let owner = move || {
        let kind = kind.get()?;
        let words = OWNERS.into_iter().find(|(name, ..)| *name == kind)?.1;
        let typed = RwSignal::new(filters.0.get("owner-id").unwrap_or_default());
        let (id, list) = (unique_id("owner"), unique_id("owners"));
        let submit = move |event: web_sys::SubmitEvent| {
            event.prevent_default();
            filters.set("owner-id", given(&typed.get_untracked()));
        };
        let options = move || {
            owners.get().into_iter().map(|it| view! { <option value=it.value>{it.label}</option> }).collect_view()
        };
        Some(view! {
            <form class="cluster owner-filter" on:submit=submit>
                <div class="field">
                    <label class="field-label" for=id.clone()>{[words, " id"].concat()}</label>
                    <TextInput id value=typed on_input=move |text| typed.set(text) list=list.clone() mono=true />
                    <datalist id=list.clone()>{options}</datalist>
                </div>
                <Button submit=true>"Filter"</Button>
            </form>
        })
    };
    let clear = move || {
        filters.active().then(|| {
            view! { <Button kind=ButtonKind::Link on_press=move || filters.clear()>"Clear service filters"</Button> }
        })
    };
    view! {
        <div class="search-fields" role="search" aria-label="Filters of the service">
            {filters.select("status", "Status", "In the inventory", status_choices())}
            {filters.select("product", "Product type", "All", product_choices())}
            {filters.select("owner", "Assigned to", "Anybody or nobody", kinds)}
            {owner}
            {clear}
        </div>
    }
    .into_any()
}
