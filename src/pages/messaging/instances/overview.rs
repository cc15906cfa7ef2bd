//! What an app instance is: name, dates, metadata, tags.

use leptos::prelude::*;
use serde_json::Value;

use super::endpoint::endpoint;
use crate::pages::messaging::facts::{metadata, name, text, when};
use crate::pages::tags::tags_panel;
use crate::ui::*;

/// The facts of an app instance.
pub fn overview(arn: &str, thing: Signal<Value>) -> AnyView {
    let of = move |part: fn(&Value) -> AnyView| move || thing.with(part);
    view! {
        <Panel title="App instance">
            <div class="stack">
                <KeyValue>
                    <Pair label="Name">{of(|it| name(text(it, "Name")))}</Pair>
                    <Pair label="Created">{of(|it| when(&it["CreatedTimestamp"]))}</Pair>
                    <Pair label="Last changed">{of(|it| when(&it["LastUpdatedTimestamp"]))}</Pair>
                    <Pair label="Metadata" wide=true>{of(|it| metadata(text(it, "Metadata")))}</Pair>
                </KeyValue>
                {endpoint()}
            </div>
        </Panel>
        {tags_panel(arn)}
    }
    .into_any()
}
