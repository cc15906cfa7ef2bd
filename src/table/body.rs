//! The rows on screen: head, the window of rows that is seen, and the keys.

use std::hash::{DefaultHasher, Hash, Hasher};

use leptos::html;
use leptos::prelude::*;
use serde_json::Value;
use wasm_bindgen::JsCast;
use web_sys::{Element, HtmlElement, KeyboardEvent};

use super::column::{Column, Kind};
use super::pipeline::Pipeline;
use super::preferences::Preferences;
use super::selection::Selection;
use super::window::{reveal, seen};
use crate::ui::{Checkbox, Icon, IconName};

/// The height of the head and the width of the selection column in px.
const HEAD: f64 = 36.0;
const SELECT: u32 = 40;

/// What the rows are drawn from.
#[derive(Clone, Copy)]
pub(crate) struct Body {
    pub pipeline: Pipeline,
    pub selection: Option<Selection>,
    pub row_id: fn(&Value) -> String,
    pub preferences: RwSignal<Preferences>,
    pub label: Signal<String>,
    /// The row that the keys are on.
    pub active: RwSignal<usize>,
    pub scroller: NodeRef<html::Div>,
    /// How far it is scrolled and how much is seen, in px.
    pub view: RwSignal<(f64, f64)>,
}

impl Body {
    pub(crate) fn draw(self) -> AnyView {
        let preferences = self.preferences.get();
        let height = preferences.row_height();
        let arranged = self.pipeline.columns.with_value(|columns| preferences.arrange(columns));
        let columns: Vec<Column> = arranged.into_iter().filter(|(_, shown)| *shown).map(|(column, _)| column).collect();
        let columns = StoredValue::new(columns);
        let shown = self.pipeline.shown;
        let window = Memo::new(move |_| {
            let (top, seen_height) = self.view.get();
            seen(top, seen_height, f64::from(height), shown.with(|shown| shown.len()))
        });
        let rows = move || {
            let rows = self.pipeline.rows.get();
            let places = shown.get();
            window
                .get()
                .filter_map(|index| rows.get(*places.get(index)?).map(|row| (index, fingerprint(row), row.clone())))
                .collect::<Vec<_>>()
        };
        let before = move || window.with(|window| window.start) * height as usize;
        let after = move || (shown.with(|shown| shown.len()) - window.with(|window| window.end)) * height as usize;
        let least = columns.with_value(|columns| columns.iter().map(|column| u32::from(column.width)).sum::<u32>())
            + self.selection.map_or(0, |_| SELECT);
        let scrolled = move |_| {
            if let Some(scroller) = self.scroller.get_untracked() {
                self.view.set((f64::from(scroller.scroll_top()), f64::from(scroller.client_height())));
            }
        };
        view! {
            <div class="table-scroll" node_ref=self.scroller on:scroll=scrolled>
                <table
                    class="table"
                    class:table-wrap=preferences.wrap
                    class:table-select=self.selection.is_some()
                    role="grid"
                    aria-label=self.label
                    aria-rowcount=move || shown.with(|shown| shown.len() + 1)
                    aria-multiselectable=self.selection.map(|selection| if selection.many() { "true" } else { "false" })
                    style:min-width=[&least.to_string(), "px"].concat()
                    style=("--row", [&height.to_string(), "px"].concat())
                    on:keydown=move |event| self.key(&event, height)
                >
                    {self.widths(columns)}
                    {self.head(columns)}
                    <tbody>
                        {spacer(before)}
                        <For each=rows key=|(index, print, _)| (*index, *print) let((index, _, row))>
                            {self.row(index, &row, columns)}
                        </For>
                        {spacer(after)}
                    </tbody>
                </table>
            </div>
        }
        .into_any()
    }

    fn widths(self, columns: StoredValue<Vec<Column>>) -> AnyView {
        // Shares of what the selection leaves: where there is more room than needed, only the data grows.
        let sum: u32 = columns.with_value(|columns| columns.iter().map(|column| u32::from(column.width)).sum());
        // In tenths of a percent: writing a fraction takes tables of many kilobytes.
        let share = |column: &Column| {
            let tenths = u32::from(column.width) * 1000 / sum.max(1);
            [&(tenths / 10).to_string(), ".", &(tenths % 10).to_string(), "%"].concat()
        };
        let data = columns.with_value(|columns| {
            columns.iter().map(|column| view! { <col style:width=share(column) /> }).collect_view()
        });
        let select = self.selection.map(|_| view! { <col style:width=[&SELECT.to_string(), "px"].concat() /> });
        view! { <colgroup>{select} {data}</colgroup> }.into_any()
    }

    fn head(self, columns: StoredValue<Vec<Column>>) -> AnyView {
        let Pipeline { sort, .. } = self.pipeline;
        let direction = move |id: &str| sort.get().filter(|sort| sort.column == id).map(|sort| sort.descending);
        let head = move |column: &Column| {
            let id = column.id;
            let icon = move || match direction(id) {
                Some(true) => IconName::ChevronDown,
                Some(false) => IconName::ChevronUp,
                None => IconName::Sort,
            };
            view! {
                <th
                    scope="col"
                    class=align(column)
                    aria-sort=move || direction(id).map(|down| if down { "descending" } else { "ascending" })
                >
                    <button type="button" class="th-button" on:click=move |_| self.pipeline.turn(id)>
                        <span>{column.title}</span>
                        {move || view! { <Icon name=icon() /> }}
                    </button>
                </th>
            }
        };
        let data = columns.with_value(|columns| columns.iter().map(head).collect_view());
        view! { <thead><tr>{self.selection.map(|selection| self.select_all(selection))} {data}</tr></thead> }.into_any()
    }

    fn select_all(self, selection: Selection) -> AnyView {
        if !selection.many() {
            return view! { <th scope="col"><span class="visually-hidden">"Selection"</span></th> }.into_any();
        }
        let count = move || self.pipeline.shown.with(|shown| shown.len());
        let all = Signal::derive(move || count() > 0 && selection.count() >= count());
        let some = Signal::derive(move || selection.count() > 0 && !all.get());
        let change = move |wanted: bool| {
            let ids = (0..count()).filter_map(|index| self.id_at(index)).collect();
            selection.set(ids, wanted);
        };
        view! {
            <th scope="col" class="select-cell">
                <Checkbox checked=all indeterminate=some on_change=change label="Select all loaded rows" hide_label=true />
            </th>
        }
        .into_any()
    }

    fn row(self, index: usize, row: &Value, columns: StoredValue<Vec<Column>>) -> AnyView {
        let id = (self.row_id)(row);
        let chosen = Signal::derive(move || self.selection.is_some_and(|selection| selection.has(&id)));
        let name = columns.with_value(|columns| columns.first().map(|column| column.words(row)));
        let select = self.selection.map(|selection| {
            let toggle = move |event: web_sys::MouseEvent| {
                selection.toggle(index, event.shift_key(), |index| self.id_at(index));
            };
            view! {
                <td class="select-cell">
                    <label class="check">
                        <input
                            type=if selection.many() { "checkbox" } else { "radio" }
                            tabindex="-1"
                            prop:checked=chosen
                            on:click=toggle
                        />
                        <span class="visually-hidden">"Select " {name}</span>
                    </label>
                </td>
            }
        });
        let cells = columns.with_value(|columns| {
            columns
                .iter()
                .enumerate()
                .map(|(place, column)| {
                    let cell = column.cell(row);
                    if place == 0 {
                        view! { <th scope="row" class=align(column)><div class="cell">{cell}</div></th> }.into_any()
                    } else {
                        view! { <td class=align(column)><div class="cell">{cell}</div></td> }.into_any()
                    }
                })
                .collect_view()
        });
        view! {
            <tr
                tabindex=move || if self.active.get() == index { "0" } else { "-1" }
                aria-rowindex=index + 2
                aria-selected=move || self.selection.map(|_| if chosen.get() { "true" } else { "false" })
                on:focusin=move |_| self.active.set(index)
            >
                {select}
                {cells}
            </tr>
        }
        .into_any()
    }

    fn id_at(self, index: usize) -> Option<String> {
        let place = self.pipeline.shown.with_untracked(|shown| shown.get(index).copied())?;
        self.pipeline.rows.with_untracked(|rows| rows.get(place).map(self.row_id))
    }

    fn key(self, event: &KeyboardEvent, height: u32) {
        let target = event.target().and_then(|target| target.dyn_into::<Element>().ok());
        let Some(target) = target else { return };
        let Ok(Some(row)) = target.closest("tbody tr") else { return };
        let on_row = target == row;
        let last = self.pipeline.shown.with_untracked(|shown| shown.len()).saturating_sub(1);
        let now = self.active.get_untracked().min(last);
        let page = (self.view.get_untracked().1 / f64::from(height)) as usize;
        let goal = match event.key().as_str() {
            "ArrowDown" => now + 1,
            "ArrowUp" => now.saturating_sub(1),
            "PageDown" => now + page,
            "PageUp" => now.saturating_sub(page),
            "Home" if on_row => 0,
            "End" if on_row => last,
            " " if on_row => {
                event.prevent_default();
                if let Some(selection) = self.selection {
                    selection.toggle(now, event.shift_key(), |index| self.id_at(index));
                }
                return;
            }
            "Enter" if on_row => {
                if let Some(link) = crate::ui::descendants(&row, "a[href]").first() {
                    link.click();
                }
                return;
            }
            _ => return,
        };
        event.prevent_default();
        self.go(goal.min(last), height);
    }

    /// Moves the keys to a row, which may have to be drawn first.
    fn go(self, index: usize, height: u32) {
        let Some(scroller) = self.scroller.get_untracked() else { return };
        let (top, seen_height) = (f64::from(scroller.scroll_top()), f64::from(scroller.client_height()));
        let to = reveal(index, top, seen_height, f64::from(height), HEAD).unwrap_or(top);
        if to.ceil() as i32 != scroller.scroll_top() {
            scroller.set_scroll_top(to.ceil() as i32);
        }
        self.view.set((to, seen_height));
        self.active.set(index);
        request_animation_frame(move || {
            let row = scroller.query_selector(&["tr[aria-rowindex='", &(index + 2).to_string(), "']"].concat());
            if let Ok(Some(row)) = row {
                drop(row.unchecked_into::<HtmlElement>().focus());
            }
        });
    }
}

fn align(column: &Column) -> &'static str {
    if column.kind == Kind::Number { "end" } else { "" }
}

/// The room of the rows that are not drawn.
fn spacer(height: impl Fn() -> usize + Copy + Send + Sync + 'static) -> AnyView {
    (move || {
        let px = height();
        (px > 0).then(|| {
            view! { <tr class="spacer" aria-hidden="true"><td style:height=[&px.to_string(), "px"].concat()></td></tr> }
        })
    })
    .into_any()
}

/// Tells whether a row that is drawn is still the same.
fn fingerprint(row: &Value) -> u64 {
    let mut hasher = DefaultHasher::new();
    row.hash(&mut hasher);
    hasher.finish()
}
