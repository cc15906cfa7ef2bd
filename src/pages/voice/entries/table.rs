//! The rows of the table, in step with the form.

use std::sync::Arc;
use std::sync::atomic::{AtomicU32, Ordering};

use leptos::prelude::*;
use serde_json::{Map, Value};

use super::{Asked, Cell, Entries};
use crate::form::Node;
use crate::table::text_of;
use crate::ui::*;

/// An entry while it is typed.
#[derive(Clone)]
struct Row {
    id: u32,
    cells: Vec<ArcRwSignal<String>>,
    kept: ArcRwSignal<bool>,
}

/// The table while it is open.
#[derive(Clone)]
pub struct Table {
    entries: Entries,
    node: Arc<Node>,
    rows: RwSignal<Vec<Row>>,
    /// What the node holds by our own doing.
    sent: StoredValue<Option<Value>>,
}

impl Table {
    /// An empty table over a node that holds the list.
    pub fn new(entries: Entries, node: Arc<Node>) -> Self {
        Self { entries, node, rows: RwSignal::new(Vec::new()), sent: StoredValue::new(None) }
    }

    fn row(&self, value: &Value, kept: &[String]) -> Row {
        static NEXT: AtomicU32 = AtomicU32::new(0);
        let cells: Vec<_> = self.entries.cells.iter().map(|cell| text_of(&value[cell.member])).collect();
        Row {
            id: NEXT.fetch_add(1, Ordering::Relaxed),
            kept: ArcRwSignal::new(cells.first().is_some_and(|first| kept.contains(first))),
            cells: cells.into_iter().map(ArcRwSignal::new).collect(),
        }
    }

    /// The entries as they are typed (reactive).
    fn values(&self) -> Vec<Value> {
        let value = |row: &Row| {
            let members = self.entries.cells.iter().zip(&row.cells);
            let members = members
                .filter_map(|(cell, text)| Some((cell.member.to_owned(), text.with(|text| cell.asked.value(text))?)));
            Value::Object(members.collect::<Map<_, _>>())
        };
        self.rows.with(|rows| rows.iter().map(value).collect())
    }

    /// Tells the form.
    fn send(&self) {
        self.node.load(Some(&Value::from(untrack(|| self.values()))));
        self.sent.set_value(untrack(|| self.node.value()));
    }

    /// Takes over what the form was loaded with.
    fn follow(&self) {
        let this = self.clone();
        Effect::new(move |_| {
            let now = this.node.value();
            if this.sent.get_value() == now && now.is_some() {
                return;
            }
            let kept = this.entries.kept.get_untracked();
            let items = now.as_ref().and_then(Value::as_array).cloned().unwrap_or_default();
            this.rows.set(items.iter().map(|item| this.row(item, &kept)).collect());
            this.sent.set_value(now);
        });
        let this = self.clone();
        Effect::new(move |_| {
            let kept = this.entries.kept.get();
            for row in this.rows.get_untracked() {
                let first = row.cells.first().map(|first| first.get_untracked()).unwrap_or_default();
                row.kept.set(kept.contains(&first));
            }
        });
    }

    fn add(&self) {
        let value = (self.entries.fresh)(&untrack(|| self.values()));
        let row = self.row(&value, &[]);
        let first = self.cell_id(&row, 0);
        self.rows.update(|rows| rows.push(row));
        self.send();
        focus_id(first);
    }

    fn remove(&self, id: u32) {
        self.rows.update(|rows| rows.retain(|row| row.id != id));
        self.send();
        focus_id(self.add_id());
    }

    fn cell_id(&self, row: &Row, place: usize) -> String {
        [self.node.input_id(), "-", &row.id.to_string(), "-", &place.to_string()].concat()
    }

    fn add_id(&self) -> String {
        [self.node.input_id(), "-add"].concat()
    }

    /// Draws it.
    pub fn view(self) -> AnyView {
        self.follow();
        let derived = {
            let this = self.clone();
            Memo::new(move |_| this.entries.derived.map(|(_, texts)| texts(&this.values())).unwrap_or_default())
        };
        let heads =
            self.entries.cells.iter().map(|cell| cell.label).chain(self.entries.derived.map(|(title, _)| title));
        let heads = heads.map(|title| view! { <th scope="col">{title}</th> }).collect_view();
        let (rows, most, this, adding) = (self.rows, self.entries.most, self.clone(), self.clone());
        let full = move || (rows.with(Vec::len) >= most).then(|| ["There can be ", &most.to_string()].concat());
        let any = move || rows.with(|rows| !rows.is_empty());
        view! {
            <div class="entries" id=self.node.input_id().to_owned() tabindex="-1">
                <table hidden=move || !any()>
                    <thead>
                        <tr>{heads} <td></td></tr>
                    </thead>
                    <tbody>
                        <For each=move || rows.get() key=|row| row.id let:row>
                            {this.row_view(&row, derived)}
                        </For>
                    </tbody>
                </table>
                <Button icon=IconName::Plus id=self.add_id() on_press=move || adding.add() disabled_reason=Signal::derive(full)>
                    {["Add ", self.entries.item].concat()}
                </Button>
            </div>
        }
        .into_any()
    }

    fn row_view(&self, row: &Row, derived: Memo<Vec<String>>) -> AnyView {
        let (id, rows, item) = (row.id, self.rows, self.entries.item);
        let place = Memo::new(move |_| rows.with(|rows| rows.iter().position(|row| row.id == id)).unwrap_or_default());
        let name = Signal::derive(move || [item, " ", &(place.get() + 1).to_string()].concat());
        let cells = (0..self.entries.cells.len()).map(|cell| self.cell(row, cell, name)).collect_view();
        let text = self.entries.derived.map(|(title, _)| {
            let text = move || derived.with(|texts| texts.get(place.get()).cloned());
            view! { <td class="entries-derived" data-title=title>{text}</td> }
        });
        let kept = row.kept.clone();
        let reason =
            move || kept.get().then(|| "A saved number is not removed here, but by a button that asks".to_owned());
        let this = self.clone();
        view! {
            <tr>
                {cells}
                {text}
                <td class="entries-remove">
                    <IconButton
                        icon=IconName::Trash
                        label=move || ["Remove ", &name.get()].concat()
                        on_press=move || this.remove(id)
                        disabled_reason=Signal::derive(reason)
                    />
                </td>
            </tr>
        }
        .into_any()
    }

    fn cell(&self, row: &Row, place: usize, name: Signal<String>) -> AnyView {
        let Cell { member, label, example, asked } = self.entries.cells[place];
        let (text, id) = (RwSignal::from(row.cells[place].clone()), self.cell_id(row, place));
        let (kept, this, node) = (row.kept.clone(), self.clone(), self.node.clone());
        let typed = Callback::new(move |new: String| {
            text.set(new);
            this.send();
        });
        let describing = node.described_by();
        let wrong = {
            let node = node.clone();
            move |text: &str| asked.is_missing(text) || node.refuses(member, asked.value(text).as_ref())
        };
        let invalid = Signal::derive(move || node.error().is_some() && text.with(|text| wrong(text)));
        // The message is about all cells; those that are right do not say it.
        let described_by = Signal::derive(move || describing.get().filter(|_| invalid.get()));
        // The word order of a label: "Host of route 2".
        let called = move || [label, " of ", &name.get()].concat();
        let input = match asked {
            Asked::Pick(options) => {
                let options = Signal::derive(move || {
                    let none = text.with(String::is_empty).then(|| Choice::new("", "Choose…"));
                    none.into_iter().chain(options.get()).collect::<Vec<_>>()
                });
                view! { <Select value=text options on_change=typed id invalid described_by attr:aria-label=called /> }
                    .into_any()
            }
            _ => {
                let readonly = Signal::derive(move || place == 0 && kept.get());
                view! {
                    <TextInput
                        value=text
                        on_input=typed
                        id
                        placeholder=example
                        invalid
                        described_by
                        readonly
                        attr:aria-label=called
                    />
                }
                .into_any()
            }
        };
        view! { <td class=if matches!(asked, Asked::Number) { "entries-number" } else { "" } data-title=label>{input}</td> }
            .into_any()
    }
}
