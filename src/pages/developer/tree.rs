//! A JSON value as a tree that folds; secrets and personal values as CONSOLE-NOTES 0.2 has them.

use chime_model::masking::{self, MASK, Masking};
use leptos::prelude::*;
use serde_json::Value;

use crate::ui::{Fold, Personal, Secret};

/// Deeper values are folded at first.
const OPEN: usize = 2;
/// Lists with more items are folded at first.
const MANY: usize = 20;

/// The value with everything below it.
pub(super) fn tree(value: &Value) -> AnyView {
    match value {
        Value::Object(members) if members.is_empty() => {
            view! { <p class="muted">"The object is empty: {}"</p> }.into_any()
        }
        Value::Object(_) | Value::Array(_) => view! { <div class="tree">{children(value, "", 0)}</div> }.into_any(),
        leaf => leaf_view("", leaf),
    }
}

fn children(value: &Value, name: &str, depth: usize) -> AnyView {
    match value {
        Value::Object(members) => members.iter().map(|(name, value)| node(name, name, value, depth)).collect_view(),
        // What a list holds is as secret as the list.
        Value::Array(items) => {
            items.iter().enumerate().map(|(place, item)| node(&place.to_string(), name, item, depth)).collect_view()
        }
        _ => Vec::new(),
    }
    .into_any()
}

/// A line of the tree; `name` decides how the value may be shown.
fn node(label: &str, name: &str, value: &Value, depth: usize) -> AnyView {
    let (label, size) = (label.to_owned(), size(value));
    let head = move |label: String, size: String| {
        view! {
            <span class="tree-name">{label}</span>
            <span class="tree-size">{size}</span>
        }
    };
    let content = masking::of(name) == Masking::Content && !value.is_null();
    let holds_nothing = matches!(value, Value::Array(items) if items.is_empty())
        || matches!(value, Value::Object(members) if members.is_empty());
    if (size.is_none() || holds_nothing) && !content {
        return view! {
            <div class="tree-leaf">
                <span class="tree-name">{label}</span>
                <span class="tree-value">{leaf_view(name, value)}</span>
            </div>
        }
        .into_any();
    }
    let open = depth < OPEN && !content && value.as_array().is_none_or(|items| items.len() <= MANY);
    let size = size.unwrap_or_else(|| "text".to_owned());
    let (name, value) = (name.to_owned(), value.clone());
    view! {
        <Fold class="tree-node" open summary=move || head(label, size)>
            {match value {
                Value::Object(_) | Value::Array(_) => children(&value, &name, depth + 1),
                _ => view! { <div class="tree-leaf"><span class="tree-value">{leaf_view(&name, &value)}</span></div> }.into_any(),
            }}
        </Fold>
    }
    .into_any()
}

/// How much a list or an object holds.
fn size(value: &Value) -> Option<String> {
    let (count, one, many) = match value {
        Value::Array(items) => (items.len(), " item", " items"),
        Value::Object(members) => (members.len(), " member", " members"),
        _ => return None,
    };
    Some([count.to_string().as_str(), if count == 1 { one } else { many }].concat())
}

fn leaf_view(name: &str, value: &Value) -> AnyView {
    let text = value.as_str().map(str::to_owned);
    match (masking::of(name), text) {
        (Masking::Secret, Some(text)) if text == MASK => view! { <span class="masked">{MASK}</span> }.into_any(),
        (Masking::Secret, Some(text)) => {
            view! { <Secret value=Signal::stored(Some(text)) label=name.to_owned() /> }.into_any()
        }
        (Masking::Personal, Some(text)) => view! { <Personal text /> }.into_any(),
        (_, Some(text)) if text.is_empty() => view! { <span class="muted">"the empty text"</span> }.into_any(),
        (_, Some(text)) => text.into_any(),
        (_, None) if value.is_array() => view! { <span class="muted">"the empty list"</span> }.into_any(),
        (_, None) if value.is_object() => view! { <span class="muted">"the empty object"</span> }.into_any(),
        (_, None) => view! { <span class="tree-literal">{value.to_string()}</span> }.into_any(),
    }
}
