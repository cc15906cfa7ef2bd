//! The dialog that changes name and function of an application (SMA-11).

use chime_model::Operation;
use leptos::prelude::*;
use serde_json::{Value, json};

use super::{application, lambda};
use crate::form::{Field, Form, Send};
use crate::pages::sip::text;
use crate::ui::*;

/// Edits `application` while `open`.
#[component]
pub fn EditApplication(#[prop(into)] application: Signal<Option<Value>>, open: RwSignal<bool>) -> AnyView {
    let flashes = use_flashes();
    let loaded = Signal::derive(move || {
        application.with(|it| it.as_ref().map(|it| json!({ "Name": it["Name"], "Endpoints": it["Endpoints"] })))
    });
    let form = move || {
        let now = application.get_untracked().unwrap_or_default();
        let region = text(&now, "AwsRegion").to_owned();
        Form::new(Operation::UpdateSipMediaApplication)
            .fixed("SipMediaApplicationId", application::id(&now))
            .edit(loaded)
            .send(Send::Changed)
            .field(Field::new("Name").label("Application name").needed())
            .field(lambda::field())
            .check(move |input| lambda::check(input, &region))
            .stale(&[Operation::GetSipMediaApplication, Operation::ListSipMediaApplications])
            .failed_title("The application was not changed")
            .on_cancel(move || open.set(false))
            .on_success(move |_| {
                open.set(false);
                flashes.show(Flash::success("The application is changed"));
            })
            .view()
    };
    view! {
        <Dialog open title="Edit SIP media application">
            {form()}
        </Dialog>
    }
    .into_any()
}
