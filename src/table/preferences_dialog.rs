//! The dialog of a table's preferences.

use leptos::prelude::*;

use super::column::Column;
use super::paging::Paging;
use super::preferences::{Density, Preferences};
use crate::ui::{
    Button, ButtonKind, Checkbox, Choice, Dialog, IconButton, IconName, Segmented, Switch, announce, effect, unique_id,
};

/// Page size, columns and their order, density, wrap. They are kept when applied.
#[component]
pub(crate) fn PreferencesDialog(
    open: RwSignal<bool>,
    table: &'static str,
    columns: StoredValue<Vec<Column>>,
    preferences: RwSignal<Preferences>,
    paging: Option<Paging>,
) -> AnyView {
    let draft = RwSignal::new(Preferences::default());
    let size = RwSignal::new(String::new());
    let form = unique_id("preferences");
    effect(move || {
        if open.get() {
            let mut now = preferences.get_untracked();
            now.columns = columns.with_value(|columns| listed(&now, columns));
            draft.set(now);
            size.set(paging.map(|paging| paging.size().to_string()).unwrap_or_default());
        }
    });
    let apply = move |event: web_sys::SubmitEvent| {
        event.prevent_default();
        let mut chosen = draft.get_untracked();
        chosen.size = size.get_untracked().parse().ok().or(chosen.size);
        chosen.save(table);
        if let (Some(paging), Some(size)) = (paging, chosen.size) {
            paging.resize(size);
        }
        preferences.set(chosen);
        open.set(false);
    };
    let reset = move || {
        let fresh = Preferences::default();
        draft.set(Preferences { columns: columns.with_value(|columns| listed(&fresh, columns)), ..fresh });
    };
    let footer_form = form.clone();
    let footer = move || {
        view! {
            <Button kind=ButtonKind::Ghost on_press=reset>"Reset"</Button>
            <Button on_press=move || open.set(false)>"Cancel"</Button>
            <Button kind=ButtonKind::Primary submit=true form=footer_form.clone()>"Apply"</Button>
        }
    };
    let names = StoredValue::new(
        columns.with_value(|columns| columns.iter().map(|column| (column.id, column.title)).collect::<Vec<_>>()),
    );
    view! {
        <Dialog open title="Table preferences" footer>
            <form id=form.clone() class="stack-loose" on:submit=apply>
                {paging.map(|paging| sizes(paging, size))}
                {density(draft)}
                <Switch
                    checked=move || draft.with(|draft| draft.wrap)
                    on_change=move |wrap| draft.update(|draft| draft.wrap = wrap)
                    label="Wrap lines"
                    description="Two lines a cell instead of one"
                />
                <fieldset class="preference">
                    <legend class="field-label">"Columns"</legend>
                    <ul class="column-list">{move || column_lines(draft, names)}</ul>
                </fieldset>
            </form>
        </Dialog>
    }
    .into_any()
}

fn listed(preferences: &Preferences, columns: &[Column]) -> Vec<(String, bool)> {
    preferences.arrange(columns).into_iter().map(|(column, shown)| (column.id.to_owned(), shown)).collect()
}

fn sizes(paging: Paging, size: RwSignal<String>) -> AnyView {
    let options: Vec<Choice> =
        paging.sizes().iter().map(|size| Choice::new(size.to_string(), size.to_string())).collect();
    view! {
        <div class="field">
            <span class="field-label">"Rows on a page"</span>
            <Segmented label="Rows on a page" options value=size on_change=move |chosen| size.set(chosen) />
        </div>
    }
    .into_any()
}

fn density(draft: RwSignal<Preferences>) -> AnyView {
    let options = vec![Choice::new("comfortable", "Comfortable"), Choice::new("compact", "Compact")];
    let value = move || {
        match draft.with(|draft| draft.density) {
            Density::Comfortable => "comfortable",
            Density::Compact => "compact",
        }
        .to_owned()
    };
    let change = move |chosen: String| {
        let density = if chosen == "compact" { Density::Compact } else { Density::Comfortable };
        draft.update(|draft| draft.density = density);
    };
    view! {
        <div class="field">
            <span class="field-label">"Density"</span>
            <Segmented label="Density" options value on_change=change />
        </div>
    }
    .into_any()
}

fn column_lines(draft: RwSignal<Preferences>, names: StoredValue<Vec<(&'static str, &'static str)>>) -> AnyView {
    let columns = draft.with(|draft| draft.columns.clone());
    let last = columns.len().saturating_sub(1);
    columns
        .into_iter()
        .enumerate()
        .map(|(place, (id, shown))| {
            let title = names
                .with_value(|names| names.iter().find(|(known, _)| *known == id).map(|(_, title)| *title))
                .unwrap_or_default();
            let step = move |to: usize| {
                draft.update(|draft| draft.columns.swap(place, to));
                announce(&[title, " is now number ", &(to + 1).to_string()].concat());
            };
            let at_end = |end: bool| end.then(|| "It is there already".to_owned());
            view! {
                <li>
                    <Checkbox
                        checked=shown
                        on_change=move |shown| draft.update(|draft| draft.columns[place].1 = shown)
                        label=title
                    />
                    <span class="nowrap">
                        <IconButton
                            icon=IconName::ChevronUp
                            label=["Move ", title, " up"].concat()
                            disabled_reason=at_end(place == 0)
                            on_press=move || step(place.saturating_sub(1))
                        />
                        <IconButton
                            icon=IconName::ChevronDown
                            label=["Move ", title, " down"].concat()
                            disabled_reason=at_end(place == last)
                            on_press=move || step((place + 1).min(last))
                        />
                    </span>
                </li>
            }
        })
        .collect_view()
        .into_any()
}
