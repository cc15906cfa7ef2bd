//! Every operation of the API, by family and by search.

use std::sync::Arc;

use chime_model::Operation;
use leptos::prelude::*;
use serde_json::{Value, json};

use super::consequence::{Consequence, consequence};
use super::facts;
use crate::form::words;
use crate::frame::Info;
use crate::routes;
use crate::table::{Column, Table, UrlQuery};
use crate::ui::*;

fn row(operation: Operation) -> Value {
    let spec = operation.spec();
    let members: Vec<_> = operation.input_members().iter().map(|member| member.name).collect();
    json!({
        "Operation": spec.name,
        "Family": facts::family(spec.family),
        "Method": spec.verb.as_str(),
        "Path": facts::path(operation),
        "Effect": consequence(operation).word(),
        "Successor": facts::successor(operation),
        "Command": words(spec.name, '-'),
        "Python": words(spec.name, '_'),
        "Members": members.join(" "),
    })
}

fn rows() -> Vec<Value> {
    Operation::ALL.into_iter().map(row).collect()
}

fn row_id(row: &Value) -> String {
    row["Operation"].as_str().unwrap_or_default().to_owned()
}

fn of_row(row: &Value) -> Option<Operation> {
    Operation::from_name(row["Operation"].as_str()?)
}

fn href(row: &Value) -> String {
    of_row(row).map(|operation| routes::explore(operation, &Value::Null)).unwrap_or_default()
}

fn columns() -> Vec<Column> {
    let mono = |key: &'static str, title| {
        Column::member(key, title).view(move |row| {
            let text = row[key].as_str().unwrap_or_default().to_owned();
            view! { <code class="mono">{text}</code> }.into_any()
        })
    };
    vec![
        Column::member("Operation", "Operation").link(href).width(370),
        Column::member("Family", "Family").width(170),
        mono("Method", "Method").width(80),
        mono("Path", "Path").width(420),
        Column::member("Effect", "Effect").view(|row| of_row(row).map_or_else(dash, effect_view)).width(120),
        Column::member("Successor", "Successor").width(330).hidden(),
        Column::member("Command", "AWS CLI").width(330).hidden(),
        Column::member("Python", "boto3").width(330).hidden(),
        Column::member("Members", "Members of the input").width(420).hidden(),
    ]
}

/// How much care an operation asks for, as a word with its sign.
pub(super) fn effect_view(operation: Operation) -> AnyView {
    let effect = consequence(operation);
    let tone = match effect {
        Consequence::Reads => Tone::Neutral,
        Consequence::Writes => Tone::Info,
        Consequence::Destroys { .. } => Tone::Warning,
    };
    view! { <Status tone text=effect.word() /> }.into_any()
}

fn info() -> AnyView {
    view! {
        <Info title="API explorer">
            <p>
                "Every operation of the Amazon Chime API, version 2018-05-01: what it takes and gives, a form that calls it, "
                "and the same call for your own code."
            </p>
            <p>
                "The filter looks through names, also as the AWS CLI and boto3 write them, paths, successors and the "
                "members of the inputs: " <code>"ChimeBearer"</code> " finds what a user of an app instance calls."
            </p>
            <p>"The AWS CLI lists the same operations:"</p>
            <pre class="code-block">
                <code>"aws chime help"</code>
            </pre>
        </Info>
    }
    .into_any()
}

/// The list.
pub(super) fn operations() -> AnyView {
    let url = UrlQuery::new();
    let family = Signal::derive(move || url.get("family").unwrap_or_default());
    let all = Arc::new(rows());
    let mut families = vec![Choice::new("", "All families")];
    for row in all.iter() {
        let name = row["Family"].as_str().unwrap_or_default();
        if !families.iter().any(|choice| choice.value == name) {
            families.push(Choice::new(name, name));
        }
    }
    families[1..].sort_by(|one, other| one.label.cmp(&other.label));
    let rows: Signal<Arc<Vec<Value>>> = Memo::new(move |_| {
        let family = family.get();
        match family.as_str() {
            "" => all.clone(),
            name => Arc::new(all.iter().filter(|row| row["Family"] == name).cloned().collect()),
        }
    })
    .into();
    let count = Signal::derive(move || Some(Count { loaded: rows.with(|rows| rows.len()), more: false, selected: 0 }));
    let choose = move |name: String| url.set(&[("family", Some(name))], true);
    let by_family = move || {
        view! { <Select value=family options=Signal::stored(families) on_change=choose label="Family" /> }
    };
    view! {
        <PageHeader title="API explorer" count beside=info />
        <Table id="operations" label="Operations" columns=columns() rows row_id server_filters=by_family />
    }
    .into_any()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::routes::{Page, developer, find};

    #[test]
    fn every_operation_is_listed_and_its_link_leads_to_it() {
        let rows = rows();
        assert_eq!(rows.len(), 191);
        for (operation, row) in Operation::ALL.into_iter().zip(&rows) {
            let place = find(&href(row)).unwrap();
            assert_eq!(place.route.page, Page::Developer(developer::Page::Operation));
            assert_eq!(place.param("operation"), Some(operation.name()));
        }
    }
}
