//! The dialog that asks for new keys in place of expired ones; the requests that wait are then repeated.

use leptos::prelude::*;
use web_sys::SubmitEvent;

use super::credential_fields::{CredentialFields, CredentialInput};
use crate::session::use_session;
use crate::ui::{Button, ButtonKind, Dialog, Notice, Tone, effect, unique_id};

/// The dialog.
#[component]
pub(super) fn NewKeysDialog() -> AnyView {
    let session = use_session();
    let renewal = session.client.renewal;
    let (open, input, form) = (RwSignal::new(false), CredentialInput::new(), unique_id("new-keys"));
    effect(move || open.set(renewal.question().is_some()));
    let profile = move || renewal.question().map(|(profile, _)| profile).unwrap_or_default();
    let submit = move |event: SubmitEvent| {
        event.prevent_default();
        if let Some(credentials) = input.read() {
            input.clear();
            session.renew(&untrack(profile), credentials);
            renewal.answer(true);
        }
    };
    let give_up = move || {
        input.clear();
        renewal.answer(false);
    };
    let footer_form = form.clone();
    let footer = move || {
        view! {
            <Button on_press=move |()| give_up()>"Cancel"</Button>
            <Button kind=ButtonKind::Primary submit=true form=footer_form.clone()>"Continue"</Button>
        }
    };
    let why = move || renewal.question().map(|(_, error)| error.sentence());
    view! {
        <Dialog open title=move || format!("New keys for {}", profile()) on_close=move |()| give_up() footer>
            <form id=form.clone() class="stack" on:submit=submit>
                <Notice tone=Tone::Warning title=Signal::derive(why)>
                    <p>"Enter new keys. The request is then repeated; nothing you entered is lost."</p>
                </Notice>
                <CredentialFields input />
            </form>
        </Dialog>
    }
    .into_any()
}
