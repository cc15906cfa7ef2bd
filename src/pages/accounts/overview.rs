//! What an account is: type, licenses, dates and ids.

use chime_model::types::{Account, License};
use leptos::prelude::*;

use super::account::{type_meaning, type_words};
use crate::ui::*;

const LICENSES: &str =
    "A license decides what a user may do in meetings. It is set per user; the default is for users added later.";

fn licenses(account: &Account) -> String {
    let names: Vec<_> = account.supported_licenses.iter().flatten().copied().map(License::as_str).collect();
    if names.is_empty() { "–".to_owned() } else { names.join(", ") }
}

/// The facts of an account.
#[component]
pub fn OverviewTab(#[prop(into)] account: Signal<Account>) -> AnyView {
    let kind = move || account.with(|account| account.account_type);
    let created = move || {
        let created = account.with(|account| account.created_timestamp);
        created.map_or_else(dash, |created| view! { <Time ms=created.seconds() * 1000.0 absolute=true /> }.into_any())
    };
    let default_license = move || account.with(|account| account.default_license.map_or("–", License::as_str));
    view! {
        <Panel title="Account">
            <KeyValue>
                <Pair label="Name">{move || account.with(|account| account.name.clone())}</Pair>
                <Pair label="Type">
                    {move || kind().map_or_else(dash, |kind| type_words(kind).into_any())}
                    <p class="muted">{move || kind().map(type_meaning)}</p>
                </Pair>
                <Pair label="Created">{created}</Pair>
                <Pair label="Account id">
                    {move || view! { <CopyableId id=account.with(|account| account.account_id.clone()) /> }}
                </Pair>
                <Pair label="AWS account">
                    {move || view! { <CopyableId id=account.with(|account| account.aws_account_id.clone()) /> }}
                </Pair>
            </KeyValue>
        </Panel>
        <Panel title="Licenses" description=LICENSES>
            <KeyValue>
                <Pair label="Default license">{default_license}</Pair>
                <Pair label="Supported licenses">{move || account.with(licenses)}</Pair>
            </KeyValue>
        </Panel>
    }
    .into_any()
}
