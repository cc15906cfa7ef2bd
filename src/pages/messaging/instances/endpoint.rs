//! Where clients open the websocket that tells of messages.

use chime_model::Operation;
use leptos::prelude::*;
use serde_json::json;

use crate::client::query;
use crate::frame::QueryFailure;
use crate::pages::messaging::facts::text;
use crate::ui::*;

/// The messaging session endpoint, to copy. It is one for the whole Region.
pub fn endpoint() -> AnyView {
    let answer = query(Operation::GetMessagingSessionEndpoint, || Some(json!({})));
    let url = Memo::new(move |_| answer.data.with(|data| Some(text(&data.as_ref()?["Endpoint"], "Url"))));
    let value = move || match url.get() {
        Some(url) => view! { <CopyableId id=url label="Copy the session endpoint" /> }.into_any(),
        None => answer.pending().then(|| view! { <Spinner /> }).into_any(),
    };
    view! {
        <QueryFailure query=answer title="The messaging session endpoint could not be loaded" />
        <p class="cluster">
            <span class="muted">"Messaging session endpoint"</span>
            {value}
        </p>
    }
    .into_any()
}
