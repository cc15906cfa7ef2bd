//! The table component.

use std::collections::HashSet;
use std::sync::Arc;
use std::time::Duration;

use leptos::html;
use leptos::prelude::*;
use serde_json::Value;

use super::body::Body;
use super::column::Column;
use super::feed::Feed;
use super::load_all::LoadAll;
use super::order::Sort;
use super::paging::Paging;
use super::pipeline::Pipeline;
use super::preferences::Preferences;
use super::preferences_dialog::PreferencesDialog;
use super::selection::Selection;
use super::toolbar;
use super::url::UrlQuery;
use crate::parts::{dialog_of_part, part};
use crate::ui::{Button, EmptyState, ErrorPanel, IconButton, IconName, Skeleton, effect};

part!(
    dialogs,
    load_preferences,
    preferences_dialog(
        open: RwSignal<bool>,
        table: &'static str,
        columns: StoredValue<Vec<Column>>,
        preferences: RwSignal<Preferences>,
        paging: Option<Paging>
    ) => view! { <PreferencesDialog open table columns preferences paging /> }.into_any()
);

const SETTLED: Duration = Duration::from_millis(300);

#[derive(Clone, Copy, PartialEq, Eq)]
enum State {
    Loading,
    Failed,
    Empty,
    NoMatch,
    Rows,
}

/// A list. `id` names its preferences in this browser; filter, sort and page are in the URL.
#[component]
pub fn Table(
    id: &'static str,
    /// Its name, for who hears the page.
    #[prop(into)]
    label: Signal<String>,
    columns: Vec<Column>,
    #[prop(into)] rows: Signal<Arc<Vec<Value>>>,
    row_id: fn(&Value) -> String,
    #[prop(optional, into)] selection: Option<Selection>,
    /// How the rows come.
    #[prop(optional, into)]
    feed: Feed,
    #[prop(optional, into)] paging: Option<Paging>,
    /// What the service itself can filter by, told apart from the filter of the loaded rows.
    #[prop(optional, into)]
    server_filters: Option<ViewFnOnce>,
    /// Shown when nothing exists.
    #[prop(optional, into)]
    empty: Option<ViewFn>,
    /// Keeps filter and sort in the URL; off for a second table of a page.
    #[prop(default = true)]
    in_url: bool,
) -> AnyView {
    let Feed { loading, failed, retry, next_token, load_all } = feed;
    let pipeline = Pipeline::new(columns, rows);
    let beside = (!in_url).then_some(label);
    let preferences = RwSignal::new(Preferences::load(id));
    let choosing = RwSignal::new(false);
    let window_height = window().inner_height().ok().and_then(|px| px.as_f64()).unwrap_or(1000.0);
    let body = Body {
        pipeline,
        selection,
        row_id,
        preferences,
        label,
        active: RwSignal::new(0),
        scroller: NodeRef::<html::Div>::new(),
        view: RwSignal::new((0.0, window_height)),
    };
    if in_url {
        mirror(pipeline);
    }
    keep_selection(selection, rows, loading, row_id);
    follow_changes(body);

    let state = Memo::new(move |_| {
        let none = rows.with(|rows| rows.is_empty());
        match (none, failed.with(Option::is_some), loading.get()) {
            (true, true, _) => State::Failed,
            (true, false, true) => State::Loading,
            (true, false, false) => State::Empty,
            (false, ..) if pipeline.shown.with(|shown| shown.is_empty()) => State::NoMatch,
            (false, ..) => State::Rows,
        }
    });
    let error = move || {
        failed.get().map(|failure| match retry {
            Some(retry) => view! { <ErrorPanel failure on_retry=retry /> }.into_any(),
            None => view! { <ErrorPanel failure /> }.into_any(),
        })
    };
    let content = move || match state.get() {
        State::Loading => view! { <div class="table-state"><Skeleton lines=8 /></div> }.into_any(),
        State::Failed => ().into_any(),
        State::Empty => match &empty {
            Some(empty) => empty.run(),
            None => view! { <EmptyState title="Nothing here yet" /> }.into_any(),
        },
        State::NoMatch => view! {
            <EmptyState title="No loaded row matches the filter" icon=IconName::Filter>
                <Button on_press=move || pipeline.clear()>"Clear filter"</Button>
            </EmptyState>
        }
        .into_any(),
        State::Rows => body.draw(),
    };
    let all_failed = move || load_all.and_then(LoadAll::failed).map(|failure| view! { <ErrorPanel failure /> });
    let by_pages = move || paging.filter(|_| !load_all.is_some_and(LoadAll::active));
    view! {
        <section class="table-box" aria-label=label>
            <div class="table-toolbar">
                {server_filters.map(|filters| view! { <div class="server-filters">{filters.run()}</div> })}
                {toolbar::filter_bar(pipeline, beside)}
                <div class="table-controls">
                    {load_all.map(|load_all| toolbar::load_all_button(load_all, next_token, paging))}
                    {move || by_pages().map(|paging| toolbar::pages(paging, next_token, loading, beside))}
                    <IconButton icon=IconName::Settings label="Preferences" on_press=move || choosing.set(true) />
                </div>
            </div>
            {toolbar::tokens(pipeline)}
            {toolbar::partial_note(pipeline, next_token, load_all)}
            {error}
            {all_failed}
            <div aria-busy=move || loading.get().then_some("true")>{content}</div>
            {dialog_of_part(move || choosing.get(), load_preferences, move || preferences_dialog(choosing, id, pipeline.columns, preferences, paging))}
        </section>
    }
    .into_any()
}

/// Filter and sort, to the URL and from it.
fn mirror(pipeline: Pipeline) {
    let url = UrlQuery::new();
    let in_url = move || (url.get("filter").unwrap_or_default(), url.get("sort").unwrap_or_default());
    let written = StoredValue::new((String::new(), String::new()));
    let mut write = leptos::leptos_dom::helpers::debounce(SETTLED, move |now: (String, String)| {
        if written.try_get_value().is_some_and(|before| before != now) {
            written.set_value(now.clone());
            url.set(&[("filter", Some(now.0)), ("sort", Some(now.1))], false);
        }
    });
    // Before the other direction, so that what the URL says is not overwritten by what is empty at first.
    effect(move || {
        let now = in_url();
        if written.get_value() != now {
            pipeline.read_filter(&now.0);
            pipeline.sort.set(pipeline.columns.with_value(|columns| Sort::read(&now.1, columns)));
            written.set_value(now);
        }
    });
    effect(move || {
        let sort = pipeline.sort.get().map(Sort::source).unwrap_or_default();
        write((pipeline.filter_source(), sort));
    });
}

/// Chosen rows stay chosen while they exist; a list that is being loaded decides nothing.
fn keep_selection(
    selection: Option<Selection>,
    rows: Signal<Arc<Vec<Value>>>,
    loading: Signal<bool>,
    row_id: fn(&Value) -> String,
) {
    let Some(selection) = selection else { return };
    effect(move || {
        let rows = rows.get();
        if loading.get() || selection.ids().with_untracked(Vec::is_empty) {
            return;
        }
        let ids: Vec<String> = rows.iter().map(row_id).collect();
        let ids: HashSet<&String> = ids.iter().collect();
        selection.keep(|id| ids.contains(id));
    });
}

/// A new filter or order begins at the top.
fn follow_changes(body: Body) {
    let Pipeline { sort, terms, draft, .. } = body.pipeline;
    Effect::new(move |again: Option<()>| {
        sort.track();
        terms.track();
        draft.track();
        if again.is_some() {
            body.active.set(0);
            body.view.update(|(top, _)| *top = 0.0);
            if let Some(scroller) = body.scroller.get_untracked() {
                scroller.set_scroll_top(0);
            }
        }
    });
}
