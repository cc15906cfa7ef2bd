//! Searching numbers that can be ordered, as the country allows (SRC-2). What is searched is in the URL.

use chime_model::Operation;
use leptos::prelude::*;
use serde_json::{Value, json};

use super::number::{PRODUCTS, text, type_words};
use crate::client::{Query, query};
use crate::frame::QueryFailure;
use crate::pages::search::given;
use crate::routes;
use crate::table::UrlQuery;
use crate::ui::*;

/// SRC-3, NUM-6.
const PREFIXES: [&str; 7] = ["800", "833", "844", "855", "866", "877", "888"];
const HOME: &str = "US";
/// What the US is searched by (key in the URL, member, label, hint).
const FIELDS: [(&str, &str, &str, &str); 3] = [
    ("area", "AreaCode", "Area code", "206"),
    ("state", "State", "State", "WA"),
    ("city", "City", "City (needs the state)", "Seattle"),
];

/// The search of this page's URL.
#[derive(Clone, Copy)]
pub struct Search {
    url: UrlQuery,
    countries: Query,
}

/// The address of a search for numbers like `number`, to be ordered for `product`.
pub fn search_link(product: &str, number: &str) -> String {
    let base = [&routes::order_numbers(), "?product=", product].concat();
    match number.strip_prefix("+1").and_then(|rest| rest.get(..3)) {
        Some(prefix) if PREFIXES.contains(&prefix) => [&base, "&kind=TollFree&prefix=", prefix].concat(),
        Some(area) => [&base, "&area=", area].concat(),
        None => base,
    }
}

impl Search {
    /// That of this page's URL.
    pub fn new() -> Self {
        let url = UrlQuery::new();
        let input = move || Some(json!({ "ProductType": product(url) }));
        Self { url, countries: query(Operation::ListSupportedPhoneNumberCountries, input) }
    }

    /// The product type to order for.
    pub fn product(self) -> String {
        product(self.url)
    }

    /// Orders for another product type, whose countries may be others.
    pub fn set_product(self, product: String) {
        self.change(&[("product", Some(product))]);
    }

    fn country(self) -> String {
        self.url.get("country").unwrap_or_else(|| HOME.to_owned())
    }

    fn toll_free(self) -> bool {
        self.url.get("kind").as_deref() == Some("TollFree")
    }

    /// The input of the search; null while nothing is searched.
    pub fn input(self) -> Value {
        let (country, kind) = (self.country(), self.url.get("kind"));
        if country != HOME {
            return kind.map_or(Value::Null, |kind| json!({ "Country": country, "PhoneNumberType": kind }));
        }
        let mut input = json!({ "Country": country });
        if self.toll_free() {
            input["TollFreePrefix"] = json!(self.url.get("prefix"));
            return if input["TollFreePrefix"].is_null() { Value::Null } else { input };
        }
        for (key, member, ..) in FIELDS {
            if let Some(value) = self.url.get(key) {
                input[member] = json!(value);
            }
        }
        if FIELDS.iter().any(|(_, member, ..)| !input[*member].is_null()) { input } else { Value::Null }
    }

    /// Changes what is searched; what is not named is forgotten, but for the product type and, below it, the country.
    fn change(self, changes: &[(&'static str, Option<String>)]) {
        let mut all: Vec<(&'static str, Option<String>)> =
            ["kind", "area", "state", "city", "prefix", "page"].map(|key| (key, None)).to_vec();
        if changes.iter().any(|(key, _)| *key == "product") {
            all.push(("country", None));
        }
        all.extend_from_slice(changes);
        self.url.set(&all, true);
    }

    /// The countries that have numbers for the product type, by name.
    fn countries(self) -> Vec<Choice> {
        let rows = self.countries.data.with(|data| data.as_ref()?["PhoneNumberCountries"].as_array().cloned());
        let choice = |row: &Value| Choice::new(text(row, "CountryCode"), country_name(text(row, "CountryCode")));
        let mut choices: Vec<Choice> = rows.iter().flatten().map(choice).collect();
        if choices.is_empty() {
            choices.push(Choice::new(HOME, country_name(HOME)));
        }
        choices.sort_by(|one, other| one.label.cmp(&other.label));
        choices
    }

    /// The types of numbers that the country has for the product type.
    fn kinds(self) -> Vec<Choice> {
        let country = self.country();
        let types = self.countries.data.with(|data| {
            let rows = data.as_ref()?["PhoneNumberCountries"].as_array()?;
            rows.iter().find(|row| row["CountryCode"] == country)?["SupportedPhoneNumberTypes"].as_array().cloned()
        });
        let choice = |kind: &Value| kind.as_str().map(|kind| Choice::new(kind, type_words(kind)));
        types.iter().flatten().filter_map(choice).collect()
    }
}

fn product(url: UrlQuery) -> String {
    let known = |product: &String| PRODUCTS.iter().any(|(value, ..)| value == product);
    url.get("product").filter(known).unwrap_or_else(|| PRODUCTS[0].0.to_owned())
}

/// Country, type, and what the country is searched by.
#[component]
pub fn SearchFields(search: Search) -> AnyView {
    let countries = Signal::derive(move || search.countries());
    let (kinds, country) = (Memo::new(move |_| search.kinds()), Memo::new(move |_| search.country()));
    let kind = Memo::new(move |_| if search.toll_free() { "TollFree" } else { "Local" }.to_owned());
    let home = Memo::new(move |_| country.get() == HOME);
    let country_id = unique_id("country");
    let turn = move |kind: String| {
        let country = country.get_untracked();
        // Abroad the type is the whole search.
        let kind = Some(kind).filter(|kind| country != HOME || kind == "TollFree");
        search.change(&[("country", Some(country)), ("kind", kind)]);
    };
    let go_to = move |country: String| {
        let kind = (country != HOME).then(|| "Local".to_owned());
        search.change(&[("country", Some(country)), ("kind", kind)]);
    };
    let fields = move || match (home.get(), kind.get() == "TollFree") {
        (false, _) => abroad(),
        (true, true) => prefix(search),
        (true, false) => places(search),
    };
    let one_kind = move || kinds.with(|kinds| kinds.len() > 1);
    view! {
        <QueryFailure query=search.countries title="The countries could not be loaded" />
        <div class="stack">
            <div class="search-fields">
                <div class="field">
                    <label class="field-label" for=country_id.clone()>"Country"</label>
                    <Select id=country_id value=country options=countries on_change=go_to />
                </div>
                {move || one_kind().then(|| view! { <Segmented label="Type" options=kinds value=kind on_change=turn /> })}
            </div>
            {fields}
        </div>
    }
    .into_any()
}

fn abroad() -> AnyView {
    let text = "Outside the US the type is all that can be searched by: every number there is is listed.";
    view! { <p class="muted">{text}</p> }.into_any()
}

fn prefix(search: Search) -> AnyView {
    let first = Choice::new("", "Choose a prefix");
    let options: Vec<Choice> =
        std::iter::once(first).chain(PREFIXES.map(|prefix| Choice::new(prefix, prefix))).collect();
    let (id, value) = (unique_id("prefix"), Signal::derive(move || search.url.get("prefix").unwrap_or_default()));
    let change = move |prefix| {
        search.change(&[("country", None), ("kind", Some("TollFree".to_owned())), ("prefix", Some(prefix))]);
    };
    view! {
        <div class="search-fields">
            <div class="field">
                <label class="field-label" for=id.clone()>"Toll-free prefix"</label>
                <Select id value options on_change=change />
            </div>
        </div>
    }
    .into_any()
}

/// What is wrong with a search in the US, and in which field.
fn fault([area, state, city]: [&str; 3]) -> Option<(usize, &'static str)> {
    let digits = |text: &str, count| text.len() == count && text.bytes().all(|byte| byte.is_ascii_digit());
    let letters = |text: &str, count| text.len() == count && text.bytes().all(|byte| byte.is_ascii_alphabetic());
    match () {
        () if !area.is_empty() && !digits(area, 3) => Some((0, "An area code has three digits.")),
        () if !state.is_empty() && !letters(state, 2) => Some((1, "Use the two letters of the state.")),
        () if !city.is_empty() && state.is_empty() => Some((1, "A city is searched within its state.")),
        () if area.is_empty() && state.is_empty() && city.is_empty() => Some((0, "Enter an area code or a state.")),
        () => None,
    }
}

fn places(search: Search) -> AnyView {
    let values = FIELDS.map(|(key, ..)| RwSignal::new(search.url.get(key).unwrap_or_default()));
    // "Back" changes the fields as well.
    Effect::new(move |_| {
        for ((key, ..), value) in FIELDS.into_iter().zip(values) {
            value.set(search.url.get(key).unwrap_or_default());
        }
    });
    let wrong = RwSignal::new(None::<(usize, &'static str)>);
    let (ids, error) = (FIELDS.map(|(key, ..)| unique_id(key)), unique_id("error"));
    let field_ids = ids.clone();
    let submit = move |event: web_sys::SubmitEvent| {
        event.prevent_default();
        let typed = values.map(|value| value.with_untracked(|value| value.trim().to_owned()));
        let found = fault([&typed[0], &typed[1], &typed[2]]);
        wrong.set(found);
        if let Some((place, _)) = found {
            return focus_id(&field_ids[place]);
        }
        let [area, state, city] = typed;
        let state = state.to_uppercase();
        let wanted = [("area", area), ("state", state), ("city", city)].map(|(key, value)| (key, given(&value)));
        search.change(&[&wanted[..], &[("country", None)]].concat());
    };
    let fields = FIELDS
        .into_iter()
        .enumerate()
        .map(|(place, (_, _, label, hint))| {
            let (id, described_by) = (ids[place].clone(), error.clone());
            let invalid = Signal::derive(move || wrong.with(|wrong| wrong.is_some_and(|(at, _)| at == place)));
            view! {
                <div class="field">
                    <label class="field-label" for=id.clone()>{label}</label>
                    <TextInput
                        id
                        value=values[place]
                        on_input=move |text| values[place].set(text)
                        placeholder=hint
                        invalid
                        described_by=Signal::derive(move || invalid.get().then(|| described_by.clone()))
                    />
                </div>
            }
        })
        .collect_view();
    view! {
        <form class="search-fields" novalidate=true role="search" aria-label="Search numbers" on:submit=submit>
            {fields}
            <Button submit=true kind=ButtonKind::Primary icon=IconName::Search>"Search"</Button>
            <p class="field-error" id=error>{move || wrong.get().map(|(_, text)| text)}</p>
        </form>
    }
    .into_any()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_search_in_the_us_needs_an_area_code_or_a_state() {
        assert_eq!(fault(["206", "", ""]), None);
        assert_eq!(fault(["", "WA", "Seattle"]), None);
        assert_eq!(fault(["", "", ""]).map(|(place, _)| place), Some(0));
        assert_eq!(fault(["20", "", ""]).map(|(place, _)| place), Some(0));
        assert_eq!(fault(["", "Washington", ""]).map(|(place, _)| place), Some(1));
        assert_eq!(fault(["206", "", "Seattle"]).map(|(place, _)| place), Some(1));
    }

    #[test]
    fn what_failed_is_searched_again_where_it_was() {
        assert_eq!(
            search_link("VoiceConnector", "+12065550100"),
            "/phone-numbers/order?product=VoiceConnector&area=206"
        );
        let toll_free = search_link("VoiceConnector", "+18885550100");
        assert_eq!(toll_free, "/phone-numbers/order?product=VoiceConnector&kind=TollFree&prefix=888");
        let abroad = search_link("SipMediaApplicationDialIn", "+442012345600");
        assert_eq!(abroad, "/phone-numbers/order?product=SipMediaApplicationDialIn");
    }
}
