//! Who a user is.

use chime_model::Timestamp;
use chime_model::types::User;
use leptos::prelude::*;

use super::user::{invitation_view, registration_view, type_words};
use crate::ui::*;

fn moment(moment: Option<Timestamp>) -> AnyView {
    moment.map_or_else(dash, |moment| view! { <Time ms=moment.seconds() * 1000.0 absolute=true /> }.into_any())
}

fn personal(text: Option<String>) -> AnyView {
    text.map_or_else(dash, |text| view! { <Personal text /> }.into_any())
}

fn alexa(user: &User) -> &'static str {
    let enabled = user.alexa_for_business_metadata.as_ref().and_then(|alexa| alexa.is_alexa_for_business_enabled);
    match enabled {
        Some(true) => "On",
        Some(false) => "Off",
        None => "–",
    }
}

/// The facts of a user.
#[component]
pub fn ProfilePanel(user: Signal<User>) -> AnyView {
    let of = move |part: fn(&User) -> AnyView| move || user.with(part);
    view! {
        <Panel title="Profile">
            <KeyValue>
                <Pair label="Name">{of(|user| personal(user.display_name.clone()))}</Pair>
                <Pair label="E-mail">{of(|user| personal(user.primary_email.clone()))}</Pair>
                <Pair label="Type">{of(|user| user.user_type.map_or_else(dash, |kind| type_words(kind).into_any()))}</Pair>
                <Pair label="Registration">{of(registration_view)}</Pair>
                <Pair label="Registered on">{of(|user| moment(user.registered_on))}</Pair>
                <Pair label="Alexa for Business">{of(|user| alexa(user).into_any())}</Pair>
                <Pair label="Invitation">{of(invitation_view)}</Pair>
                <Pair label="Invited on">{of(|user| moment(user.invited_on))}</Pair>
                <Pair label="User id">{of(|user| view! { <CopyableId id=user.user_id.clone() /> }.into_any())}</Pair>
            </KeyValue>
        </Panel>
    }
    .into_any()
}
