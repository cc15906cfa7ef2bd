//! Who has a number, since when, and how it comes and goes.

use std::sync::Arc;

use leptos::{prelude::*, task::spawn_local};
use serde_json::Value;

use super::assign::AssignDialog;
use super::bench::{Bench, BenchPanel};
use super::chosen::Chosen;
use super::holder::{Kind, holder};
use super::number::{e164, text};
use super::plan::{STALE, release};
use crate::client::write;
use crate::session::use_session;
use crate::table::{Selection, moment};
use crate::ui::*;

/// The panel of who has the number.
#[component]
pub fn OwnerPanel(row: Signal<Value>) -> AnyView {
    let (bench, selection) = (Bench::new(), Selection::multi());
    let (assigning, releasing) = (RwSignal::new(false), RwSignal::new(false));
    // Its one row is always the chosen one.
    let all = Signal::from(Memo::new(move |_| Arc::new(vec![row.get()])));
    selection.set(vec![row.with_untracked(e164)], true);
    let held = Memo::new(move |_| row.with(holder));
    let status = Memo::new(move |_| row.with(|row| text(row, "Status").to_owned()));
    let body = move || match held.get() {
        Some(holder) => {
            let since = row.with_untracked(|row| moment(&row["Associations"][0]["AssociatedTimestamp"]));
            let since = since.map_or_else(dash, |ms| view! { <Time ms absolute=true /> }.into_any());
            let (shown, id) = (holder.view(), holder.id);
            view! {
                <KeyValue columns=2>
                    <Pair label="Assigned to">{shown}</Pair>
                    <Pair label="Since">{since}</Pair>
                    <Pair label="Id"><CopyableId id /></Pair>
                </KeyValue>
            }
            .into_any()
        }
        None => view! { <p class="muted">"Nobody has it."</p> }.into_any(),
    };
    let dial_in = move || row.with(|row| row["ProductType"] == "SipMediaApplicationDialIn");
    let unassignable = move || match status.get().as_str() {
        _ if bench.busy().is_some() => bench.busy(),
        _ if dial_in() => Some("A SIP rule names its number itself: make it the rule's trigger".to_owned()),
        "Unassigned" => None,
        _ => Some("Only a number in the inventory can be assigned".to_owned()),
    };
    let unreleasable = move || {
        let rule = held.with(|held| held.as_ref().is_some_and(|held| held.kind == Kind::Rule));
        rule.then(|| "Change the trigger of the SIP rule, or delete the rule".to_owned())
    };
    let actions = move || {
        if held.with(Option::is_some) {
            let press = move || releasing.set(true);
            view! { <Button on_press=press disabled_reason=Signal::derive(unreleasable)>"Unassign"</Button> }
        } else {
            let press = move || assigning.set(true);
            view! { <Button on_press=press disabled_reason=Signal::derive(unassignable)>"Assign"</Button> }
        }
    };
    view! {
        <Panel title="Assignment" actions=move || view! { {actions} }>
            {body}
        </Panel>
        <BenchPanel bench />
        <AssignDialog chosen=Chosen { all, selection } bench open=assigning />
        {removal(row, releasing)}
    }
    .into_any()
}

fn removal(row: Signal<Value>, open: RwSignal<bool>) -> AnyView {
    let (session, flashes, busy, bench) = (use_session(), use_flashes(), RwSignal::new(false), Bench::new());
    let confirm = move || {
        let stage = release(&[row.get_untracked()], |number, value| bench.item(number, value));
        let Some((plan, items)) = stage.into_iter().next() else { return open.set(false) };
        busy.set(true);
        spawn_local(async move {
            let title = "The number was not unassigned";
            let answer = write(session, plan.operation, (plan.input)(&items), STALE).await;
            busy.try_set(false);
            open.try_set(false);
            let failed = match answer {
                Ok(output) => (plan.failures)(&output).into_iter().next().map(|(_, why)| why),
                Err(error) => Some(error.failure(title)),
            };
            flashes.show(match failed {
                None => Flash::success("The number is unassigned"),
                Some(why) => Flash::failure(Failure { title: title.to_owned(), ..why }),
            });
        });
    };
    view! {
        <Confirm
            open
            title="Unassign number"
            action="Unassign"
            objects=Signal::derive(move || vec![bench.label(&row.with(e164))])
            effect="Whoever has it loses it at once: a user can no longer be called at it, a voice connector or group no \
                longer gets its calls. It stays in the inventory."
            busy
            on_confirm=confirm
        />
    }
    .into_any()
}
