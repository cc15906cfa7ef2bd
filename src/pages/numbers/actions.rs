//! What can be done to the numbers chosen in the inventory.

use std::sync::Arc;

use leptos::prelude::*;
use serde_json::{Value, json};

use super::assign::AssignDialog;
use super::bench::Bench;
use super::chosen::Chosen;
use super::export::export;
use super::import::ImportDialog;
use super::naming::NameDialog;
use super::number::{e164, text};
use super::plan::{MANY, deletion, releasable, release};
use super::retype::ProductDialog;
use crate::table::Selection;
use crate::ui::*;

/// The menu above the inventory, with its dialogs.
#[component]
pub fn Actions(rows: Signal<Arc<Vec<Value>>>, selection: Selection, bench: Bench) -> AnyView {
    let chosen = Chosen { all: rows, selection };
    let [assigning, releasing, retyping, naming, importing, deleting] = [(); 6].map(|()| RwSignal::new(false));
    let items = move || {
        let (busy, nothing) = (bench.busy(), rows.with(|rows| rows.is_empty()));
        let none = busy.clone().or_else(|| chosen.none());
        let open = |label: &str, open: RwSignal<bool>, reason: &Option<String>| {
            MenuItem::new(label, move || open.set(true)).disabled(reason.clone())
        };
        let nothing = nothing.then(|| "There is no number to export".to_owned());
        let save = if selection.count() > 0 { "Export the chosen as CSV" } else { "Export the loaded as CSV" };
        vec![
            open("Assign", assigning, &none),
            open("Unassign", releasing, &none),
            MenuItem::divider(),
            open("Change product type", retyping, &none),
            open("Change calling name", naming, &none),
            MenuItem::divider(),
            MenuItem::new(save, move || export(chosen)).icon(IconName::Download).disabled(nothing),
            open("Import CSV", importing, &busy).icon(IconName::Upload),
            MenuItem::divider(),
            open("Delete", deleting, &none).danger(),
        ]
    };
    view! {
        <Menu label="Actions" items=Signal::derive(items) />
        <AssignDialog chosen bench open=assigning />
        <ProductDialog chosen bench open=retyping />
        <NameDialog chosen bench open=naming />
        <ImportDialog rows bench open=importing />
        {unassign(chosen, bench, releasing)}
        {delete(chosen, bench, deleting)}
    }
    .into_any()
}

/// Who holds numbers by a SIP rule keeps them: no operation takes them away.
fn kept(rows: &[Value]) -> Option<String> {
    let kept = rows.iter().filter(|row| row["Status"] == "Assigned" && !releasable(row)).count();
    (kept > 0).then(|| [&super::chosen::words(kept), " of SIP rules stay: change the trigger of the rule."].concat())
}

fn unassign(chosen: Chosen, bench: Bench, open: RwSignal<bool>) -> AnyView {
    let held = Memo::new(
        move |_| {
            if open.get() { chosen.rows().into_iter().filter(releasable).collect() } else { Vec::new() }
        },
    );
    let names = move || held.with(|rows| bench.named(&rows.iter().map(e164).collect::<Vec<_>>()));
    let blocked = move || {
        let none = held.with(Vec::is_empty) && open.get();
        let text = "None of them is assigned to a user, voice connector or group".to_owned();
        if none { vec![Blocker { text, href: None }] } else { Vec::new() }
    };
    let confirm = move || {
        open.set(false);
        let rows = untrack(|| chosen.rows());
        bench.start(vec![release(&rows, |number, value| bench.item(number, value))], "Unassigning numbers");
    };
    let note = move || open.get().then(|| kept(&chosen.rows())).flatten();
    view! {
        <Confirm
            open
            title="Unassign numbers"
            action="Unassign"
            objects=Signal::derive(names)
            effect="Whoever has them loses them at once: users can no longer be called at them, voice connectors and \
                groups no longer get their calls. The numbers stay in the inventory."
            type_to_confirm=many(chosen)
            blocked_by=Signal::derive(blocked)
            on_confirm=confirm
        >
            {move || note().map(|text| view! { <p class="muted">{text}</p> })}
        </Confirm>
    }
    .into_any()
}

/// C3: what is to be typed where many are chosen.
fn many(chosen: Chosen) -> Signal<Option<String>> {
    Signal::derive(move || (chosen.selection.count() > MANY).then(|| chosen.words()))
}

fn delete(chosen: Chosen, bench: Bench, open: RwSignal<bool>) -> AnyView {
    let first = RwSignal::new(false);
    Effect::new(move |_| {
        if open.get() {
            first.set(false);
        }
    });
    let used = Memo::new(move |_| {
        let assigned = |row: &&Value| row["Status"] == "Assigned";
        if open.get() { chosen.rows().iter().filter(assigned).count() } else { 0 }
    });
    let note = move || open.get().then(|| kept(&chosen.rows())).flatten();
    let confirm = move || {
        open.set(false);
        let rows = chosen.now();
        let item = |number: &str, value| bench.item(number, value);
        let doomed = rows.iter().map(|row| item(&e164(row), json!(text(row, "PhoneNumberId")))).collect();
        let mut stages = vec![vec![(deletion(), doomed)]];
        if first.get_untracked() {
            stages.insert(0, release(&rows, item));
        }
        bench.start(stages, "Deleting numbers");
    };
    let in_use = move || {
        (used.get() > 0).then(|| {
            let words = [&super::chosen::words(used.get()), " still in use"].concat();
            view! {
                <Notice tone=Tone::Warning title=words>
                    <p>"The service deletes no number that somebody has."</p>
                    <Checkbox checked=first on_change=move |on| first.set(on) label="Unassign them first" />
                    {move || note().map(|text| view! { <p>{text}</p> })}
                </Notice>
            }
        })
    };
    view! {
        <Confirm
            open
            title="Delete numbers"
            action="Delete"
            objects=Signal::derive(move || bench.named(&chosen.numbers()))
            effect="They move to the deletion queue for seven days, in which they can be restored. Then they are erased and \
                others can order them."
            type_to_confirm=many(chosen)
            on_confirm=confirm
        >
            {in_use}
        </Confirm>
    }
    .into_any()
}
