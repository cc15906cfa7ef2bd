//! What keeps a form from being sent, as a list that leads to the fields.

use leptos::prelude::*;

use super::super::draft::Problem;
use crate::ui::{Button, ButtonKind, focus_id};

pub(super) fn summary(problems: RwSignal<Vec<Problem>>) -> impl IntoView {
    move || {
        let problems = problems.get();
        let title = match problems.len() {
            0 => return ().into_any(),
            1 => "One field needs your attention".to_owned(),
            many => format!("{many} fields need your attention"),
        };
        let items = problems.into_iter().map(item).collect_view();
        view! {
            <div class="form-errors" role="alert">
                <p class="form-errors-title">{title}</p>
                <ul>{items}</ul>
            </div>
        }
        .into_any()
    }
}

fn item(problem: Problem) -> AnyView {
    let Problem { id, label, message } = problem;
    let name = match id {
        None => label.into_any(),
        Some(id) => view! {
            <Button kind=ButtonKind::Link on_press=move || focus_id(id.clone())>
                {label}
            </Button>
        }
        .into_any(),
    };
    view! { <li>{name} ": " {message}</li> }.into_any()
}
