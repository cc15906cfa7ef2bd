//! Ordering numbers: what for, where, a search, a cart, the order.

use std::sync::Arc;

use chime_model::Operation;
use leptos::prelude::*;
use serde_json::Value;

use super::cart::{Cart, CartPanel};
use super::number::product_choices;
use super::search::{Search, SearchFields};
use crate::frame::Info;
use crate::pages::listing::Listing;
use crate::table::{Column, Paging, Selection, Table};
use crate::ui::*;

/// A row is the number itself.
fn row_id(row: &Value) -> String {
    row.as_str().unwrap_or_default().to_owned()
}

fn info() -> AnyView {
    view! {
        <Info title="Order numbers">
            <p>
                "The product type decides which countries there are, " <code>"ListSupportedPhoneNumberCountries"</code>
                ", and who can have a number later."
            </p>
            <p>
                <code>"SearchAvailablePhoneNumbers"</code> " wants at least one of area code, state, city with state, or toll-free "
                "prefix for the US; elsewhere only the type. It reserves nothing: somebody else may be quicker."
            </p>
            <p>
                <code>"CreatePhoneNumberOrder"</code> " answers at once. Each number is acquired, or fails, a little later."
            </p>
            <pre class="code-block">
                <code>
                    "aws chime search-available-phone-numbers \\\n  --area-code 206\naws chime create-phone-number-order \\\n  "
                    "--product-type VoiceConnector \\\n  --e164-phone-numbers +12065550100"
                </code>
            </pre>
        </Info>
    }
    .into_any()
}

/// The page that orders numbers.
#[component]
pub fn OrderNumbers() -> AnyView {
    let (search, cart, selection) = (Search::new(), Cart::new(), Selection::multi());
    let product = Signal::derive(move || search.product());
    // NUM-5: what is in the cart was picked for this product type.
    let products = Signal::derive(move || {
        let now = search.product();
        let reason = (!cart.is_empty()).then(|| "Order or remove what is in the cart first".to_owned());
        let choice = |choice: Choice| if choice.value == now { choice } else { choice.disabled(reason.clone()) };
        product_choices().into_iter().map(choice).collect::<Vec<_>>()
    });
    view! {
        <PageHeader title="Order numbers" beside=info />
        <div class="stack">
            <Panel title="What for">
                <RadioGroup
                    label="Product type"
                    options=products
                    value=product
                    on_change=move |product| search.set_product(product)
                />
            </Panel>
            <Panel title="Where">
                <SearchFields search />
            </Panel>
            <CartPanel cart search />
            {results(search, cart, selection)}
        </div>
    }
    .into_any()
}

fn results(search: Search, cart: Cart, selection: Selection) -> AnyView {
    let paging = Paging::new("available-numbers", &[50, 100, 500], 100);
    let title = "The search failed";
    let found = Listing::new(Operation::SearchAvailablePhoneNumbers, paging, title, move || search.input());
    let rows: Signal<Arc<Vec<Value>>> = Memo::new(move |_| {
        let all = found.rows.get();
        if cart.is_empty() {
            return all;
        }
        Arc::new(all.iter().filter(|row| !cart.has(&row_id(row))).cloned().collect())
    })
    .into();
    let add = move || {
        cart.add(selection.ids().get_untracked());
        selection.clear();
    };
    let none = move || (selection.count() == 0).then(|| "Choose numbers first".to_owned());
    let actions = move || {
        view! {
            <Button icon=IconName::Plus kind=ButtonKind::Primary on_press=add disabled_reason=Signal::derive(none)>
                "Add to cart"
            </Button>
        }
    };
    let empty = move || {
        let (title, text) = if cart.is_empty() {
            ("No number is available here", "Try another area code, state or prefix.")
        } else {
            ("No other number is available here", "All that were found are in the cart.")
        };
        view! { <EmptyState title text icon=IconName::Search /> }
    };
    let columns = move || {
        let country =
            move |_: &Value| untrack(|| search.input()["Country"].as_str().map(country_name)).unwrap_or_default();
        vec![
            Column::new("E164PhoneNumber", "Number", row_id).personal().width(180),
            Column::new("Country", "Country", country).width(200),
        ]
    };
    let searched = Memo::new(move |_| !search.input().is_null());
    let table = move || {
        view! {
            <Panel title="Available numbers" count=found.count(rows, selection) actions flush=true>
                <Table
                    id="available-numbers"
                    label="Available numbers"
                    columns=columns()
                    rows
                    row_id
                    selection
                    paging
                    feed=found
                    empty
                />
            </Panel>
        }
    };
    (move || searched.get().then(table)).into_any()
}
