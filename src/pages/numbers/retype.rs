//! The dialog that changes the product type of the numbers chosen.

use leptos::prelude::*;
use serde_json::{Value, json};

use super::bench::Bench;
use super::chosen::{Chosen, words};
use super::number::{e164, product_choices, product_fault, text};
use super::plan::update;
use crate::ui::*;

/// NUM-22, NUM-5: why the service will refuse a number the new product type.
fn refused(row: &Value, product: &str) -> bool {
    row["Status"] == "Assigned" && row["ProductType"] != product || product_fault(product, row).is_some()
}

/// Asks for a product type and gives it to the numbers chosen.
#[component]
pub fn ProductDialog(chosen: Chosen, bench: Bench, open: RwSignal<bool>) -> AnyView {
    let product = RwSignal::new(String::new());
    Effect::new(move |_| {
        if open.get() {
            product.set(String::new());
        }
    });
    let change = move || {
        open.set(false);
        let product = product.get_untracked();
        let item = |row: &Value| {
            bench.item(&e164(row), json!({ "PhoneNumberId": text(row, "PhoneNumberId"), "ProductType": product }))
        };
        let items = chosen.now().iter().map(item).collect();
        bench.start(vec![vec![(update(), items)]], "Changing the product type");
    };
    let none = move || product.with(String::is_empty).then(|| "Choose a product type".to_owned());
    let footer = move || {
        view! {
            <Button on_press=move || open.set(false)>"Cancel"</Button>
            <Button kind=ButtonKind::Primary on_press=change disabled_reason=Signal::derive(none)>"Change product type"</Button>
        }
    };
    let warning = move || {
        let product = product.get();
        let rows = chosen.rows();
        let count = rows.iter().filter(|row| !product.is_empty() && refused(row, &product)).count();
        let title = [&words(count), " will be refused"].concat();
        (count > 0).then(|| {
            view! {
                <Notice tone=Tone::Warning title>
                    <p>"Assigned numbers keep their product type until they are unassigned. Toll-free numbers cannot be for \
                        Business Calling; numbers outside the US are for SIP media application dial-in only."</p>
                </Notice>
            }
        })
    };
    view! {
        <Dialog open title="Change product type" footer>
            <div class="stack">
                <p class="muted">"The product type decides who can have a number. " {move || chosen.words()} " chosen."</p>
                <RadioGroup
                    label="Product type"
                    options=product_choices()
                    value=product
                    on_change=move |value| product.set(value)
                />
                {warning}
            </div>
        </Dialog>
    }
    .into_any()
}
