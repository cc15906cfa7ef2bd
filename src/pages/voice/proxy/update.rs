//! Changing and ending a proxy session.

use chime_model::Operation;
use leptos::prelude::*;
use serde_json::{Value, json};

use crate::form::{Field, Form};
use crate::pages::ask::{Ask, Deed};
use crate::table::text_of;
use crate::ui::*;

const STALE: &[Operation] = &[Operation::ListProxySessions, Operation::GetProxySession];

/// Which session: the members that name it.
fn which(session: &Value) -> Value {
    json!({ "VoiceConnectorId": session["VoiceConnectorId"], "ProxySessionId": session["ProxySessionId"] })
}

/// Changes what can be changed of `session` while `open`: capabilities and minutes (PRX-15).
#[component]
pub fn UpdateSession(#[prop(into)] session: Signal<Option<Value>>, open: RwSignal<bool>) -> AnyView {
    let flashes = use_flashes();
    let form = move || {
        let named = session.with_untracked(|session| session.as_ref().map(which).unwrap_or_default());
        Form::new(Operation::UpdateProxySession)
            .fixed("VoiceConnectorId", named["VoiceConnectorId"].clone())
            .fixed("ProxySessionId", named["ProxySessionId"].clone())
            .edit(session)
            .field(
                Field::new("Capabilities")
                    .label("They can")
                    .needed()
                    .choice("Voice", "Call", "")
                    .choice("SMS", "Text", ""),
            )
            .field(Field::new("ExpiryMinutes").label("Minutes").help("Counted anew from the moment of saving."))
            .stale(STALE)
            .failed_title("The session was not changed")
            .on_cancel(move || open.set(false))
            .on_success(move |_| {
                open.set(false);
                flashes.show(Flash::success("The session is changed; its minutes count from now"));
            })
            .view()
    };
    view! {
        <Dialog open title="Extend or change the session">
            {form()}
        </Dialog>
    }
    .into_any()
}

/// Asks before `session` is ended.
#[component]
pub fn EndSession(#[prop(into)] session: Signal<Option<Value>>, ask: Ask) -> AnyView {
    let (busy, privacy) = (ask.busy, use_privacy());
    let end = move || {
        let Some(input) = session.with_untracked(|session| session.as_ref().map(which)) else { return };
        let deed = Deed {
            operation: Operation::DeleteProxySession,
            input,
            stale: STALE,
            done: "The session has ended",
            failed: "The session was not ended",
        };
        ask.act(deed, || ());
    };
    let object = move || {
        session.with(|session| {
            let session = session.as_ref()?;
            let member = if privacy.get() || session["Name"].is_null() { "ProxySessionId" } else { "Name" };
            Some(text_of(&session[member]))
        })
    };
    view! {
        <Confirm
            open=ask.open
            title="End proxy session"
            action="End session"
            objects=Signal::derive(move || object().into_iter().collect::<Vec<_>>())
            effect="The two can no longer reach each other through the proxy number. Calls to it go to the fallback \
                number, where there is one. The session stays listed as closed."
            busy
            on_confirm=end
        />
    }
    .into_any()
}
