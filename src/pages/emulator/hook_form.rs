//! The one form of all hooks: its fields, its request, its answer.

use http::Method;
use leptos::prelude::*;
use percent_encoding::{NON_ALPHANUMERIC, utf8_percent_encode};
use serde_json::{Map, Value};

use super::event_text::masked;
use super::hook_table::{Field, Hook, Kind};
use super::read::Control;
use super::sources::Source;
use crate::ui::*;

type Values = RwSignal<Map<String, Value>>;

/// The request of a hook: method, path and body. Fields that stand in the path do not stand in the body.
pub(super) fn request(hook: &Hook, values: &Map<String, Value>) -> (Method, String, Value) {
    let (mut path, mut body) = (["hooks/", hook.path].concat(), Map::new());
    for field in hook.fields {
        let Some(value) = values.get(field.name) else { continue };
        let label = ["{", field.name, "}"].concat();
        if path.contains(&label) {
            let text = value.as_str().unwrap_or_default();
            path = path.replace(&label, &utf8_percent_encode(text, NON_ALPHANUMERIC).to_string());
        } else {
            body.insert(field.name.to_owned(), value.clone());
        }
    }
    (if hook.put { Method::PUT } else { Method::POST }, path, Value::Object(body))
}

/// The labels of the fields that are empty and must not be.
fn missing(hook: &Hook, values: &Map<String, Value>) -> Vec<&'static str> {
    let is_missing = |field: &&Field| !field.optional && !values.contains_key(field.name);
    hook.fields.iter().filter(is_missing).map(|field| field.label).collect()
}

/// Puts what was entered where the request is made from; what is emptied is left out.
fn put(values: Values, name: &'static str, value: Option<Value>) {
    values.update(|values| {
        match value {
            Some(value) => values.insert(name.to_owned(), value),
            None => values.remove(name),
        };
    });
}

fn input(field: Field, values: Values, id: String) -> AnyView {
    let Field { name, kind, .. } = field;
    let text = RwSignal::new(String::new());
    let typed = move |new: String| {
        text.set(new.clone());
        let new = new.trim();
        put(values, name, (!new.is_empty()).then(|| Value::from(new)));
    };
    match kind {
        Kind::Text => view! { <TextInput id value=text on_input=typed /> }.into_any(),
        Kind::List => {
            let typed = move |new: String| {
                let entries = crate::form::split(&new);
                put(values, name, (!entries.is_empty()).then(|| entries.into()));
                text.set(new);
            };
            view! { <TextInput id value=text on_input=typed /> }.into_any()
        }
        Kind::Choice(all) => {
            // What is seen first is chosen.
            typed(all.first().copied().unwrap_or_default().to_owned());
            let options: Vec<_> = all.iter().map(|value| Choice::new(*value, *value)).collect();
            view! { <Select id value=text options on_change=typed /> }.into_any()
        }
        Kind::Pick(source) => picker(source, (name, id), values),
        Kind::Switch => ().into_any(),
    }
}

fn picker(source: Source, (name, id): (&'static str, String), values: Values) -> AnyView {
    let (chosen, all) = (RwSignal::new(String::new()), source.options(values.into()));
    // What another field has put out of reach is not chosen any more.
    Effect::new(move |_| {
        let gone = all.with(|all| !all.iter().any(|it| it.key == chosen.get_untracked()));
        if gone && !chosen.with_untracked(String::is_empty) {
            chosen.set(String::new());
            put(values, name, None);
        }
    });
    let choose = move |key: String| {
        let value = all.with_untracked(|all| all.iter().find(|it| it.key == key).map(|it| it.value.clone()));
        chosen.set(key);
        put(values, name, value.map(Value::from));
    };
    let options = move || {
        let none = Choice::new("", if all.with(Vec::is_empty) { "There is none" } else { "Choose…" });
        let all = all.get().into_iter().map(|it| Choice::new(it.key, it.label));
        std::iter::once(none).chain(all).collect::<Vec<_>>()
    };
    view! { <Select id value=chosen options=Signal::derive(options) on_change=choose /> }.into_any()
}

fn row(field: Field, values: Values) -> AnyView {
    let Field { name, label, help, optional, kind } = field;
    if let Kind::Switch = kind {
        let on = RwSignal::new(false);
        put(values, name, Some(Value::Bool(false)));
        let change = move |now: bool| {
            on.set(now);
            put(values, name, Some(Value::Bool(now)));
        };
        return view! { <Switch checked=on on_change=change label /> }.into_any();
    }
    let id = unique_id("hook");
    view! {
        <div class="field">
            <label class="field-label" for=id.clone()>
                {label}
                {optional.then(|| view! { <span class="field-optional">" optional"</span> })}
            </label>
            {(!help.is_empty()).then(|| view! { <p class="field-help">{help}</p> })}
            {input(field, values, id)}
        </div>
    }
    .into_any()
}

/// The form of `hook`.
pub(super) fn form(hook: &'static Hook) -> AnyView {
    let (control, values) = (Control::new(), RwSignal::new(Map::new()));
    let (wrong, answer) = (RwSignal::new(None::<String>), RwSignal::new(None::<String>));
    let rows: Vec<_> = hook.fields.iter().map(|field| row(*field, values)).collect();
    let submit = move |event: web_sys::SubmitEvent| {
        event.prevent_default();
        let missing = values.with_untracked(|values| missing(hook, values));
        wrong.set((!missing.is_empty()).then(|| ["Needed: ", &missing.join(", ")].concat()));
        if wrong.with_untracked(Option::is_some) {
            return;
        }
        answer.set(None);
        control.run(values.with_untracked(|values| request(hook, values)), "This did not happen", move |output| {
            answer.try_set(serde_json::to_string_pretty(&masked(&output)).ok());
            control.say([hook.title, ": done"].concat());
        });
    };
    let shown = move || {
        answer.get().map(|text| {
            view! { <pre class="code-block" tabindex="0" aria-label="Answer"><code>{text}</code></pre> }
        })
    };
    view! {
        <Panel title=hook.title description=hook.about>
            <form class="form" novalidate=true on:submit=submit>
                <div class="form-body">
                    {rows}
                    <p class="field-error" role="alert">{wrong}</p>
                    <div class="form-actions">
                        <Button submit=true kind=ButtonKind::Primary icon=IconName::Play busy=control.busy>"Make it happen"</Button>
                    </div>
                    {shown}
                </div>
            </form>
        </Panel>
    }
    .into_any()
}

#[cfg(test)]
mod tests {
    use serde_json::json;

    use super::super::hook_table::HOOKS;
    use super::*;

    #[test]
    fn what_stands_in_the_path_does_not_stand_in_the_body() {
        let hook = HOOKS.iter().find(|hook| hook.id == "fail-phone-number").unwrap();
        let Value::Object(values) = json!({ "PhoneNumberId": "+12065550100", "Order": true }) else { unreachable!() };
        let (method, path, body) = request(hook, &values);
        assert_eq!((method, path.as_str()), (Method::PUT, "hooks/phone-numbers/%2B12065550100/failures"));
        assert_eq!(body, json!({ "Order": true }));
        assert_eq!(
            missing(hook, &values),
            [
                "The next change of its calling name fails",
                "Taking it away from who has it fails",
                "The end of its time in the deletion queue fails",
            ]
        );
    }
}
