//! Who a user is, and whether they are an administrator.

use chime_model::Operation;
use leptos::prelude::*;
use serde_json::{Value, json};

use super::admin_role::{DEMOTE, PROMOTE, STALE};
use crate::client::query;
use crate::pages::messaging::facts::{id_of, metadata, name, text, when};
use crate::pages::messaging::question::Question;
use crate::ui::*;

/// The facts of a user.
pub fn profile(instance: &str, arn: &str, user: Signal<Value>) -> AnyView {
    let of = move |part: fn(&Value) -> AnyView| move || user.with(part);
    view! {
        <Panel title="Profile">
            <KeyValue>
                <Pair label="Name">{of(|it| name(text(it, "Name")))}</Pair>
                <Pair label="User id">{of(|it| name(id_of(&text(it, "AppInstanceUserArn")).to_owned()))}</Pair>
                <Pair label="Created">{of(|it| when(&it["CreatedTimestamp"]))}</Pair>
                <Pair label="Last changed">{of(|it| when(&it["LastUpdatedTimestamp"]))}</Pair>
                <Pair label="Metadata" wide=true>{of(|it| metadata(text(it, "Metadata")))}</Pair>
            </KeyValue>
        </Panel>
        {role(instance, arn, user)}
    }
    .into_any()
}

/// The role of administrator: since when, and its change.
fn role(instance: &str, arn: &str, user: Signal<Value>) -> AnyView {
    let input = json!({ "AppInstanceArn": instance, "AppInstanceAdminArn": arn });
    let asked = input.clone();
    let answer = query(Operation::DescribeAppInstanceAdmin, move || Some(asked.clone()));
    // Who is none is answered as forbidden, also after having been one: what was known then counts no more.
    let is_none = Memo::new(move |_| {
        answer.error.with(|error| error.as_ref().is_some_and(|error| error.is("Forbidden") || error.is("NotFound")))
    });
    let since = Memo::new(move |_| {
        answer
            .data
            .with(|data| data.as_ref().map(|data| data["AppInstanceAdmin"]["CreatedTimestamp"].clone()))
            .filter(|_| !is_none.get())
    });
    let (promoting, demoting) = (RwSignal::new(false), RwSignal::new(false));
    let body = move || match since.get() {
        Some(since) => view! { <p class="cluster">"Administrator since " {when(&since)}</p> }.into_any(),
        None if is_none.get() => view! { <p class="muted">"The user is no administrator."</p> }.into_any(),
        None => answer.pending().then(|| view! { <Skeleton lines=1 /> }).into_any(),
    };
    let actions = move || match since.with(Option::is_some) {
        true => view! { <Button on_press=move || demoting.set(true)>"Demote"</Button> },
        false => view! { <Button on_press=move || promoting.set(true)>"Promote to administrator"</Button> },
    };
    let names = Signal::derive(move || vec![user.with(|user| text(user, "Name"))]);
    let asked = input.clone();
    let promotion = Question {
        title: "Promote to administrator",
        action: "Promote",
        kind: ButtonKind::Primary,
        objects: names,
        effect: PROMOTE,
        stale: STALE,
        done: "The user is an administrator",
        failed: "The user was not promoted",
        ..Question::of(Operation::CreateAppInstanceAdmin, move || asked.clone())
    };
    let demotion = Question {
        title: "Demote administrator",
        action: "Demote",
        objects: names,
        effect: DEMOTE,
        stale: STALE,
        done: "The user is no administrator any more",
        failed: "The user was not demoted",
        ..Question::of(Operation::DeleteAppInstanceAdmin, move || input.clone())
    };
    view! {
        <Panel title="Role in the app instance" actions=move || view! { {actions} }>
            {body}
        </Panel>
        {promotion.view(promoting)}
        {demotion.view(demoting)}
    }
    .into_any()
}
