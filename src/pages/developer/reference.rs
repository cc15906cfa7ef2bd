//! What the model says of an operation.

use chime_model::{Exception, Member, Operation};
use leptos::prelude::*;

use super::{facts, members, operations};
use crate::ui::*;

/// Method, path, effect and family in a line.
pub(super) fn line(operation: Operation) -> AnyView {
    let spec = operation.spec();
    view! {
        <p class="operation-line">
            <code class="code">{spec.verb.as_str()}</code>
            <code class="mono wrap-anywhere">{facts::path(operation)}</code>
            {operations::effect_view(operation)}
            <span class="muted">{facts::family(spec.family)}</span>
        </p>
    }
    .into_any()
}

fn summary(operation: Operation) -> AnyView {
    let spec = operation.spec();
    let pages = spec.pagination.map_or("No pages".to_owned(), |pages| {
        let limit = pages.limit_key.map(|limit| [" and ", limit].concat()).unwrap_or_default();
        ["By ", pages.input_token, &limit].concat()
    });
    let prefix = spec.host_prefix.map_or("None".to_owned(), |prefix| [prefix, " before the host, by SDKs"].concat());
    let facts = [
        ("Successor", facts::successor(operation)),
        ("Status of success", spec.status.to_string()),
        ("Pages", pages),
        ("Host prefix", prefix),
    ];
    let facts = facts.into_iter().map(|(label, fact)| view! { <Pair label>{fact}</Pair> }).collect_view();
    view! { <KeyValue>{facts}</KeyValue> }.into_any()
}

/// Input, output and errors as the model has them.
pub(super) fn reference(operation: Operation) -> AnyView {
    let (input, output) = (operation.input_members(), operation.output_members());
    let part = |title: &'static str, of: &'static [Member], none: &'static str| {
        let summary = [title, " (", &of.len().to_string(), ")"].concat();
        view! {
            <Fold summary=move || summary>
                {if of.is_empty() { view! { <p class="muted">{none}</p> }.into_any() } else { members::members(of) }}
            </Fold>
        }
    };
    let errors = operation.spec().errors;
    let errors_summary = ["Errors (", &errors.len().to_string(), ")"].concat();
    view! {
        <Panel title="Reference" description="Types, limits and errors of the model.">
            <div class="stack">
                {summary(operation)}
                {part("Input", input, "It takes nothing.")} {part("Output", output, "It gives nothing back.")}
                <Fold summary=move || errors_summary>
                    <ul class="members">{errors.iter().map(error).collect_view()}</ul>
                </Fold>
            </div>
        </Panel>
    }
    .into_any()
}

fn error(error: &Exception) -> AnyView {
    view! {
        <li class="member">
            <p class="cluster">
                <code class="member-name">{error.name()}</code>
                <span class="muted">"status " {error.status()} ", code " {error.code().as_str()}</span>
            </p>
        </li>
    }
    .into_any()
}
