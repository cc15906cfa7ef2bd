//! The dialog that changes name and metadata of an app instance (APP-11).

use chime_model::Operation;
use leptos::prelude::*;
use serde_json::Value;

use super::create::metadata_field;
use crate::form::{Field, Form, Send};
use crate::pages::messaging::facts::text;
use crate::ui::*;

/// Edits `thing` while `open`.
pub fn edit_dialog(thing: Signal<Value>, open: RwSignal<bool>) -> AnyView {
    let flashes = use_flashes();
    let form = move || {
        Form::new(Operation::UpdateAppInstance)
            .fixed("AppInstanceArn", thing.with_untracked(|thing| text(thing, "AppInstanceArn")))
            .edit(Signal::derive(move || Some(thing.get())))
            .send(Send::Changed)
            .field(Field::new("Name").label("Name").needed())
            .field(metadata_field())
            .stale(&[Operation::DescribeAppInstance, Operation::ListAppInstances])
            .failed_title("The app instance was not changed")
            .on_cancel(move || open.set(false))
            .on_success(move |_| {
                open.set(false);
                flashes.show(Flash::success("The app instance is changed"));
            })
            .view()
    };
    view! { <Dialog open title="Edit app instance">{form()}</Dialog> }.into_any()
}
