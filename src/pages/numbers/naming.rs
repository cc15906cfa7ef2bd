//! The dialog that gives the numbers chosen a calling name.

use chime_model::{Operation, validate};
use leptos::prelude::*;
use serde_json::{Value, json};

use super::bench::Bench;
use super::chosen::{Chosen, words};
use super::number::{e164, name_pending, text};
use super::plan::update;
use crate::ui::*;

/// What is wrong with a calling name, in words (NUM-10).
pub fn name_fault(name: &str) -> Option<String> {
    let faults = validate::input(Operation::UpdatePhoneNumberSettings, &json!({ "CallingName": name }));
    (!faults.is_empty()).then(|| "Use 2 to 15 letters, digits or spaces.".to_owned())
}

/// Asks for a calling name and gives it to the numbers chosen; an empty one takes the name away.
#[component]
pub fn NameDialog(chosen: Chosen, bench: Bench, open: RwSignal<bool>) -> AnyView {
    let (name, wrong) = (RwSignal::new(String::new()), RwSignal::new(None::<String>));
    Effect::new(move |_| {
        if open.get() {
            name.set(String::new());
            wrong.set(None);
        }
    });
    let (form, field, help, error) = (unique_id("form"), unique_id("name"), unique_id("help"), unique_id("error"));
    let check = move || wrong.set(name.with_untracked(|name| name_fault(name)));
    let submit = StoredValue::new(field.clone());
    let change = move |event: web_sys::SubmitEvent| {
        event.prevent_default();
        check();
        if wrong.with_untracked(Option::is_some) {
            return submit.with_value(|id| focus_id(id));
        }
        open.set(false);
        let name = name.get_untracked();
        let item = |row: &Value| {
            bench.item(&e164(row), json!({ "PhoneNumberId": text(row, "PhoneNumberId"), "CallingName": name }))
        };
        let items = chosen.now().iter().map(item).collect();
        bench.start(vec![vec![(update(), items)]], "Changing the calling name");
    };
    let footer_form = form.clone();
    let footer = move || {
        view! {
            <Button on_press=move || open.set(false)>"Cancel"</Button>
            <Button kind=ButtonKind::Primary submit=true form=footer_form.clone()>
                {move || if name.with(String::is_empty) { "Take the name away" } else { "Change calling name" }}
            </Button>
        }
    };
    let pending = move || {
        let count = chosen.rows().iter().filter(|row| name_pending(row)).count();
        let title = [&words(count), " will be refused"].concat();
        (count > 0).then(|| {
            view! {
                <Notice tone=Tone::Warning title>
                    <p>"A change of their name is pending. The next one must wait until the carriers have taken it."</p>
                </Notice>
            }
        })
    };
    let described_by = [&*help, &*error].join(" ");
    let typed = move |text: String| {
        name.set(text);
        if wrong.with_untracked(Option::is_some) {
            check();
        }
    };
    view! {
        <Dialog open title="Change calling name" footer>
            <form id=form.clone() class="stack" novalidate=true on:submit=change>
                <div class="field">
                    <label class="field-label" for=field.clone()>"Calling name"</label>
                    <p class="field-help" id=help.clone()>
                        "What those who are called see. Carriers take up to 72 hours for it, and the next change must wait. \
                            An empty name takes it away."
                    </p>
                    <TextInput
                        id=field.clone()
                        value=name
                        on_input=typed
                        on_blur=check
                        invalid=Signal::derive(move || wrong.with(Option::is_some))
                        described_by=Some(described_by.clone())
                    />
                    <p class="field-limit">"2 to 15 letters, digits or spaces. " {move || chosen.words()} " chosen."</p>
                    <p class="field-error" id=error.clone()>{wrong}</p>
                </div>
                {pending}
            </form>
        </Dialog>
    }
    .into_any()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_name_has_2_to_15_letters_digits_or_spaces() {
        for right in ["", "Ab", "Cascadia 24", "A fifteen lette"] {
            assert_eq!(name_fault(right), None, "{right}");
        }
        for wrong in ["A", "Sixteen letters!", "Müller", "Sales & more"] {
            assert!(name_fault(wrong).is_some(), "{wrong}");
        }
    }
}
