//! The numbers that were picked, and the order of them.

use chime_model::Operation;
use leptos::{prelude::*, task::spawn_local};
use serde_json::{Value, json};

use super::chosen::words;
use super::number::product_words;
use super::search::Search;
use crate::client::write;
use crate::form::RequestPreview;
use crate::frame::{use_go, use_guard};
use crate::routes;
use crate::session::use_session;
use crate::ui::*;

/// What an order changes.
const STALE: [Operation; 3] =
    [Operation::ListPhoneNumberOrders, Operation::ListPhoneNumbers, Operation::SearchAvailablePhoneNumbers];
/// How many numbers the question names.
const NAMED: usize = 8;

/// Numbers to order, in the order of picking.
#[derive(Clone, Copy)]
pub struct Cart(RwSignal<Vec<String>>);

impl Cart {
    /// An empty one. Leaving a page with a filled one asks.
    pub fn new() -> Self {
        let cart = Self(RwSignal::new(Vec::new()));
        use_guard().watch(Signal::derive(move || !cart.is_empty()));
        cart
    }

    /// Whether nothing was picked (reactive).
    pub fn is_empty(self) -> bool {
        self.0.with(Vec::is_empty)
    }

    /// Whether a number was picked (reactive).
    pub fn has(self, number: &str) -> bool {
        self.0.with(|numbers| numbers.iter().any(|known| known == number))
    }

    /// Adds numbers.
    pub fn add(self, more: Vec<String>) {
        self.0.update(|numbers| {
            for number in more {
                if !numbers.contains(&number) {
                    numbers.push(number);
                }
            }
        });
    }

    fn remove(self, number: &str) {
        self.0.update(|numbers| numbers.retain(|known| known != number));
    }

    fn line(self, number: String) -> AnyView {
        let label = ["Remove ", &number, " from the cart"].concat();
        let gone = number.clone();
        view! {
            <li class="token">
                <span><Personal text=number /></span>
                <button type="button" class="token-remove" aria-label=label on:click=move |_| self.remove(&gone)>
                    <Icon name=IconName::Close />
                </button>
            </li>
        }
        .into_any()
    }
}

/// The cart, while there is something in it.
#[component]
pub fn CartPanel(cart: Cart, search: Search) -> AnyView {
    let (session, flashes, go) = (use_session(), use_flashes(), use_go());
    let (asking, busy, failure) = (RwSignal::new(false), RwSignal::new(false), RwSignal::new(None::<Failure>));
    let input = Signal::derive(move || -> Value {
        json!({ "ProductType": search.product(), "E164PhoneNumbers": cart.0.get() })
    });
    let order = move || {
        busy.set(true);
        failure.set(None);
        spawn_local(async move {
            let answer = write(session, Operation::CreatePhoneNumberOrder, input.get_untracked(), &STALE).await;
            if busy.try_set(false).is_some() {
                return;
            }
            match answer {
                Ok(output) => {
                    asking.set(false);
                    cart.0.set(Vec::new());
                    flashes.show(Flash::success("The order is placed"));
                    let id = output["PhoneNumberOrder"]["PhoneNumberOrderId"].as_str().map(str::to_owned);
                    go.to(&id.map_or_else(routes::orders, |id| routes::order(&id)));
                }
                Err(error) => failure.set(Some(error.failure("Nothing was ordered"))),
            }
        });
    };
    let full = Memo::new(move |_| !cart.is_empty());
    let count = move || cart.0.with(Vec::len);
    let objects = move || {
        cart.0.with(|numbers| {
            let more =
                (numbers.len() > NAMED).then(|| ["and ", &(numbers.len() - NAMED).to_string(), " more"].concat());
            numbers.iter().take(NAMED).cloned().chain(more).collect::<Vec<_>>()
        })
    };
    let masked = use_privacy();
    let objects = move || if masked.get() { vec![words(count())] } else { objects() };
    let actions = move || {
        view! {
            <Button on_press=move || cart.0.set(Vec::new())>"Empty the cart"</Button>
            <Button kind=ButtonKind::Primary icon=IconName::Cart on_press=move || asking.set(true)>
                {move || ["Order ", &words(count())].concat()}
            </Button>
        }
    };
    let about = move || {
        Some(["To be ordered for ", &product_words(&search.product()), ". Nothing is reserved before."].concat())
    };
    let panel = move || {
        full.get().then(|| {
            view! {
                <Panel title="Cart" description=Signal::derive(about) actions>
                    <div class="stack">
                        <ul class="tokens cart" aria-label="Numbers in the cart">
                            <For each=move || cart.0.get() key=String::clone let(number)>
                                {cart.line(number)}
                            </For>
                        </ul>
                        <RequestPreview operation=Operation::CreatePhoneNumberOrder input />
                    </div>
                </Panel>
            }
        })
    };
    view! {
        {panel}
        <Confirm
            open=asking
            title="Order numbers"
            action=Signal::derive(move || ["Order ", &words(count())].concat())
            kind=ButtonKind::Primary
            objects=Signal::derive(objects)
            effect="The numbers are ordered for this AWS account and charged by the month. An order cannot be cancelled; \
                numbers that are not wanted any more can be deleted."
            busy
            error=failure
            on_confirm=order
        />
    }
    .into_any()
}
