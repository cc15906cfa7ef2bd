//! What can be changed of a number: its product type or its calling name, each by a form of its own (NUM-22).

use chime_model::Operation;
use leptos::prelude::*;
use serde_json::{Value, json};

use super::holder::holder;
use super::number::{name_pending, name_view, product_choices, product_fault, product_words, text, unsettled};
use super::plan::STALE;
use crate::form::{Field, Form, Send};
use crate::ui::*;

/// One member of the number, loaded for its form.
fn member(row: Signal<Value>, name: &'static str) -> Signal<Option<Value>> {
    Memo::new(move |_| Some(row.with(|row| json!({ (name): row[name] })))).into()
}

fn form(row: Signal<Value>, name: &'static str, field: Field) -> Form {
    let id = row.with_untracked(|row| text(row, "PhoneNumberId").to_owned());
    Form::new(Operation::UpdatePhoneNumber)
        .fixed("PhoneNumberId", id)
        .edit(member(row, name))
        .send(Send::Changed)
        .field(field)
        .stale(STALE)
}

/// The product type, which stays while somebody has the number.
#[component]
pub fn ProductPanel(row: Signal<Value>) -> AnyView {
    let flashes = use_flashes();
    let reason = Memo::new(move |_| {
        row.with(|row| {
            let assigned = holder(row).map(|_| "An assigned number keeps its product type. Unassign it first.");
            unsettled(row).or(assigned)
        })
    });
    let choices = Signal::derive(move || {
        let choice = |choice: Choice| {
            let fault = row.with(|row| product_fault(&choice.value, row)).map(str::to_owned);
            choice.disabled(fault)
        };
        product_choices().into_iter().map(choice).collect::<Vec<_>>()
    });
    let body = move || match reason.get() {
        Some(reason) => view! {
            <p>{move || row.with(|row| product_words(text(row, "ProductType")))}</p>
            <p class="muted">{reason}</p>
        }
        .into_any(),
        None => form(row, "ProductType", Field::new("ProductType").label("Product type").needed().pick(choices))
            .submit_label("Save product type")
            .failed_title("The product type was not changed")
            .on_success(move |_| {
                flashes.show(Flash::success("The product type is changed"));
            })
            .view(),
    };
    view! {
        <Panel title="Product type" description="It decides who can have the number.">
            {body}
        </Panel>
    }
    .into_any()
}

/// The calling name. A change is pending for up to 72 hours, in which the old one is shown and no other can follow (NUM-10).
#[component]
pub fn NamePanel(row: Signal<Value>) -> AnyView {
    let flashes = use_flashes();
    let (pending, frozen) = (Memo::new(move |_| row.with(name_pending)), Memo::new(move |_| row.with(unsettled)));
    let failed = Memo::new(move |_| row.with(|row| row["CallingNameStatus"] == "UpdateFailed"));
    let shown = move || view! { <p>{move || row.with(name_view)}</p> };
    let body = move || {
        match (pending.get(), frozen.get()) {
        (true, _) => view! {
            {shown()}
            <Notice tone=Tone::Running title="A new calling name is on its way">
                <p>"Carriers take up to 72 hours. Until then the old name is shown, and the name cannot be changed again."</p>
            </Notice>
        }
        .into_any(),
        (_, Some(reason)) => view! { {shown()} <p class="muted">{reason}</p> }.into_any(),
        (false, None) => {
            let help = "Empty, the number shows the default calling name.";
            form(row, "CallingName", Field::new("CallingName").label("Calling name").help(help))
                .submit_label("Save calling name")
                .failed_title("The calling name was not changed")
                .on_success(move |_| {
                    flashes.show(Flash::success("The calling name is sent to the carriers"));
                })
                .view()
        }
    }
    };
    let refused = move || {
        failed.get().then(|| view! { <Notice tone=Tone::Error title="The carriers did not take the last change" /> })
    };
    view! {
        <Panel title="Calling name" description="What those who are called see.">
            <div class="stack">
                {refused}
                {body}
            </div>
        </Panel>
    }
    .into_any()
}
