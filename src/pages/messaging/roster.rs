//! A list of people in a role: administrators, members, moderators, those who are banned. Four lists, one page.

use std::sync::Arc;

use chime_model::Operation;
use leptos::prelude::*;
use serde_json::{Value, json};

use super::doing::{Doing, item};
use super::facts::{arn, id_of, instance_of, pairs, person, text, when};
use super::info::Help;
use super::people::Choosing;
use super::question::acting_as;
use crate::bulk::{Item, Plan, failures_in};
use crate::client::query;
use crate::frame::QueryFailure;
use crate::pages::listing::Listing;
use crate::routes;
use crate::table::{Column, Paging, Selection, Table};
use crate::ui::*;

/// A role: the operations about it, and its words.
pub struct Role {
    /// The name of the table.
    pub id: &'static str,
    /// The title of the list.
    pub title: &'static str,
    /// The rows, one row in full, adding one, taking one away.
    pub operations: [Operation; 4],
    /// Several at once, where there is such an operation.
    pub batch: Option<Operation>,
    /// The member of a row that is the person.
    pub identity: &'static str,
    /// The member of the full answer.
    pub answer: &'static str,
    /// The member of an input that names the person.
    pub arn: &'static str,
    /// The help of the page.
    pub help: &'static Help,
    /// Adding: button and title of the dialog, effect, what is said afterwards.
    pub add: [&'static str; 4],
    /// Taking away: button, title, effect, what is said afterwards.
    pub remove: [&'static str; 4],
    /// Nobody is there: title, and why one would want somebody.
    pub empty: [&'static str; 2],
    /// What else changes with it.
    pub stale: &'static [Operation],
    /// Whether taking away can be undone at once, and so is not asked about (CONSOLE-NOTES 0.3, C1).
    pub undo: Option<&'static str>,
}

/// A role in one place.
#[derive(Clone)]
pub struct Roster {
    /// The role.
    pub role: &'static Role,
    /// The app instance whose users can be given it.
    pub instance: String,
    /// What every call says: the app instance, or the channel and the bearer.
    pub base: Value,
    /// What the list says besides, such as the type of membership.
    pub narrow: Signal<Value>,
    /// What adding says besides.
    pub extra: Signal<Value>,
    /// Who acts.
    pub acting: Option<Signal<String>>,
    /// Why nobody can be added, or taken away.
    pub refused: [Signal<Option<String>>; 2],
    /// Above the rows.
    pub filter: Option<ViewFn>,
    /// In the dialog that adds.
    pub more: Option<ViewFn>,
}

fn joined(base: &Value, more: &Value) -> Value {
    let mut input = base.clone();
    if let (Some(input), Some(more)) = (input.as_object_mut(), more.as_object()) {
        input.extend(more.clone());
    }
    input
}

/// The identity stands under another name in each list; the person's ARN tells rows apart.
fn row_id(row: &Value) -> String {
    ["Member", "Moderator", "Admin"]
        .iter()
        .map(|name| text(&row[*name], "Arn"))
        .find(|arn| !arn.is_empty())
        .unwrap_or_default()
}

impl Roster {
    /// A call for each person, or one for many of them.
    fn plan(&self, operation: Operation, extra: &Value) -> Plan {
        let (base, arn, batch) = (joined(&self.base, extra), self.role.arn, Some(operation) == self.role.batch);
        let input = move |items: &[Item]| {
            let mut input = base.clone();
            if batch {
                input["MemberArns"] = items.iter().map(|item| item.value.clone()).collect();
            } else {
                input[arn] = items.first().map(|item| item.value.clone()).unwrap_or_default();
            }
            input
        };
        let failures = |output: &Value| failures_in(output, "Errors", "MemberArn");
        Plan {
            operation,
            chunk: if batch { 100 } else { 1 },
            input: Arc::new(input),
            failures,
            stale: self.role.stale,
            answered: None,
        }
    }

    /// The page.
    pub fn view(self) -> AnyView {
        let role = self.role;
        let [list, ..] = role.operations;
        let (paging, selection) = (Paging::new(role.id, &[10, 25, 50], 50), Selection::multi());
        let narrow = self.narrow;
        let (base, masked) = (self.base.clone(), use_privacy());
        let rows = Listing::new(list, paging, "The list could not be loaded", move || joined(&base, &narrow.get()));
        let (adding, removing, shown) = (RwSignal::new(false), RwSignal::new(false), RwSignal::new(None::<String>));
        let doing = Doing::new();
        let chosen = move || rows.rows.with(|rows| selection.rows(rows, row_id));
        let items = move || -> Vec<Item> {
            chosen().iter().map(|row| item(&row[role.identity], "Arn", masked.get())).collect()
        };
        let [no_add, no_remove] = self.refused;
        let unchosen = move |many: bool| match selection.count() {
            0 => Some("Choose somebody first".to_owned()),
            2.. if !many => Some("Choose one person".to_owned()),
            _ => None,
        };
        let no_remove = Signal::derive(move || no_remove.get().or_else(|| unchosen(true)));
        let removal = {
            let this = self.clone();
            move || {
                removing.set(false);
                doing.start(this.plan(role.operations[3], &json!({})), untrack(items), role.remove, this.undo());
            }
        };
        let press_remove = {
            let removal = removal.clone();
            move || if role.undo.is_some() { removal() } else { removing.set(true) }
        };
        let add_button = move || {
            view! {
                <Button kind=ButtonKind::Primary icon=IconName::Plus on_press=move || adding.set(true) disabled_reason=no_add>
                    {role.add[0]}
                </Button>
            }
        };
        let actions = move || {
            view! {
                <Freshness reading=rows label="Refresh the list" />
                {role.help.view()}
                <Button
                    on_press=move || shown.set(untrack(|| chosen().first().map(row_id)))
                    disabled_reason=Signal::derive(move || unchosen(false))
                >
                    "Details"
                </Button>
                <Button on_press=press_remove.clone() disabled_reason=no_remove>{role.remove[0]}</Button>
                {add_button()}
            }
        };
        let choosing = self.choosing(doing, masked);
        let (columns, details) = (self.columns(), self.details(shown));
        let empty = move || {
            view! {
                <EmptyState title=role.empty[0] text=role.empty[1] icon=IconName::Users>
                    {add_button()}
                </EmptyState>
            }
        };
        let names = Signal::derive(move || items().into_iter().map(|item| item.label).collect::<Vec<_>>());
        let many = Signal::derive(move || (names.with(Vec::len) > 10).then(|| role.id.to_owned()));
        let (acting, filter) = (self.acting, self.filter.clone());
        let instance = self.instance.clone();
        view! {
            {doing.panel()}
            {filter.map(|filter| filter.run())}
            <Panel title=role.title count=rows.count(rows.rows, selection) actions flush=true>
                <Table
                    id=role.id
                    label=role.title
                    columns
                    rows=rows.rows
                    row_id
                    selection
                    paging
                    feed=rows
                    empty
                />
            </Panel>
            {choosing.view(&instance, adding)}
            <Confirm
                open=removing
                title=role.remove[1]
                action=role.remove[0]
                objects=names
                effect=role.remove[2]
                type_to_confirm=many
                on_confirm=removal
            >
                {acting.map(acting_as)}
            </Confirm>
            {details}
        }
        .into_any()
    }

    fn columns(&self) -> Vec<Column> {
        let identity = self.role.identity;
        vec![
            Column::new("Name", "Name", move |row| text(&row[identity], "Name"))
                .link(|row| {
                    let arn = row_id(row);
                    routes::app_instance_user(instance_of(&arn), &arn)
                })
                .personal()
                .width(240),
            Column::new("UserId", "User id", |row| id_of(&row_id(row)).to_owned()).personal().width(240),
            Column::new("Arn", "ARN", row_id).view(|row| view! { <CopyableId id=row_id(row) /> }.into_any()).width(420),
        ]
    }

    fn choosing(&self, doing: Doing, masked: Signal<bool>) -> Choosing {
        let (this, role, extra) = (self.clone(), self.role, self.extra);
        let added = move |users: Vec<Value>| {
            let items: Vec<Item> =
                users.iter().map(|user| item(user, "AppInstanceUserArn", masked.get_untracked())).collect();
            let operation = role.batch.filter(|_| items.len() > 1).unwrap_or(role.operations[2]);
            doing.start(this.plan(operation, &extra.get_untracked()), items, role.add, None);
        };
        let (acting, more) = (self.acting, self.more.clone());
        let more = ViewFn::from(move || {
            view! { {more.clone().map(|more| more.run())} {acting.map(acting_as)} }
        });
        Choosing {
            title: role.add[1],
            action: role.add[0],
            effect: role.add[2],
            many: true,
            more: Some(more),
            chosen: Callback::new(added),
        }
    }

    /// What brings one person back who was just taken away.
    fn undo(&self) -> Option<(&'static str, Plan)> {
        Some((self.role.undo?, self.plan(self.role.operations[2], &json!({}))))
    }

    /// One row in full.
    fn details(&self, shown: RwSignal<Option<String>>) -> AnyView {
        let (role, base, open) = (self.role, self.base.clone(), RwSignal::new(false));
        Effect::new(move |_| open.set(shown.with(Option::is_some)));
        let answer = query(role.operations[1], move || Some(joined(&base, &json!({ (role.arn): shown.get()? }))));
        let facts = move || {
            let full = answer.data.with(|data| data.as_ref().map(|data| data[role.answer].clone()))?;
            let mut list = vec![("Name", person(&full[role.identity])), ("Since", when(&full["CreatedTimestamp"]))];
            for (member, label) in [("InvitedBy", "Invited by"), ("CreatedBy", "By")] {
                if full[member].is_object() {
                    list.push((label, person(&full[member])));
                }
            }
            if let Some(kind) = full["Type"].as_str() {
                list.push(("Type", kind.to_owned().into_any()));
            }
            list.push(("ARN", arn(text(&full[role.identity], "Arn"))));
            Some(pairs(list))
        };
        view! {
            <Dialog open title="Details" on_close=move |()| shown.set(None)>
                <QueryFailure query=answer title="The details could not be loaded" />
                {move || answer.pending().then(|| view! { <Skeleton lines=3 /> })}
                {facts}
            </Dialog>
        }
        .into_any()
    }
}
