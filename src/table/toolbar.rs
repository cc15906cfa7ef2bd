//! Above the rows: the filter with its tokens, loading all, paging, preferences.

use leptos::prelude::*;
use serde_json::Value;

use super::filter::{self, Term};
use super::load_all::LoadAll;
use super::paging::Paging;
use super::pipeline::Pipeline;
use crate::ui::{Button, ButtonKind, Icon, IconButton, IconName, Progress, SearchInput, unique_id};

/// Values offered for a property, and the rows looked at for them.
const OFFERED: usize = 20;
const LOOKED_AT: usize = 2_000;

/// The filter over the loaded rows: words and tokens, and how many rows match. Where the table is one of several, `beside` is
/// its name, which tells their parts apart; the key `/` leads to the first.
pub(crate) fn filter_bar(pipeline: Pipeline, beside: Option<Signal<String>>) -> AnyView {
    let list = unique_id("offers");
    let count = move || {
        pipeline.filtering().then(|| {
            let (shown, all) = (pipeline.shown.with(|shown| shown.len()), pipeline.rows.with(|rows| rows.len()));
            view! {
                <span class="match-count" role="status">{shown} " of " {all} " match"</span>
                <Button kind=ButtonKind::Link on_press=move || pipeline.clear()>"Clear"</Button>
            }
        })
    };
    let submit = move |event: web_sys::SubmitEvent| {
        event.prevent_default();
        pipeline.commit();
    };
    let offers =
        move || offers(pipeline).into_iter().map(|offer| view! { <option value=offer></option> }).collect_view();
    view! {
        <form class="filter-bar" role="search" aria-label=beside on:submit=submit>
            <SearchInput
                value=pipeline.draft
                on_input=move |text: String| pipeline.draft.set(text)
                label="Filter the loaded rows"
                placeholder="Filter loaded rows"
                list=list.clone()
                shortcut=beside.is_none()
            />
            <datalist id=list.clone()>{offers}</datalist>
            {count}
        </form>
    }
    .into_any()
}

/// The terms that were entered, each with its cross.
pub(crate) fn tokens(pipeline: Pipeline) -> AnyView {
    let token = move |(place, term): (usize, Term)| {
        let words = words(&term);
        let remove = move |_| {
            pipeline.terms.update(|terms| {
                terms.remove(place);
            });
        };
        view! {
            <li class="token">
                <span>{words.clone()}</span>
                <button type="button" class="token-remove" aria-label=["Remove ", &words].concat() on:click=remove>
                    <Icon name=IconName::Close />
                </button>
            </li>
        }
    };
    (move || {
        let terms = pipeline.terms.get();
        (!terms.is_empty()).then(|| {
            let tokens = terms.into_iter().enumerate().map(token).collect_view();
            view! { <ul class="tokens" aria-label="Filter terms">{tokens}</ul> }
        })
    })
    .into_any()
}

fn words(term: &Term) -> String {
    let title = term.property.map_or("", |property| property.title);
    let value = if term.value.is_empty() { "(missing)" } else { &term.value };
    [title, " ", term.operator.sign(), " ", value].concat()
}

/// What could be typed next: the properties, or the values of the one that was typed.
fn offers(pipeline: Pipeline) -> Vec<String> {
    let properties = pipeline.properties();
    let draft = pipeline.draft.get();
    let Some((property, operator, _)) = filter::head(draft.trim_start(), &properties) else {
        return properties.iter().map(|property| [property.title, " : "].concat()).collect();
    };
    let column = pipeline.columns.with_value(|columns| columns.iter().find(|column| column.id == property.id).cloned());
    let Some(column) = column.filter(|column| !column.personal) else { return Vec::new() };
    let mut values = Vec::new();
    pipeline.rows.with(|rows: &std::sync::Arc<Vec<Value>>| {
        for row in rows.iter().take(LOOKED_AT) {
            let value = (column.text)(row);
            if values.len() < OFFERED && !value.is_empty() && !values.contains(&value) {
                values.push(value);
            }
        }
    });
    let offer = |value: String| {
        let term = Term { property: Some(property), operator, needle: String::new(), value };
        [property.title, " ", operator.sign(), " ", &term.quoted()].concat()
    };
    values.into_iter().map(offer).collect()
}

/// Previous, the page's number, Next.
pub(crate) fn pages(
    paging: Paging,
    next: Signal<Option<String>>,
    loading: Signal<bool>,
    beside: Option<Signal<String>>,
) -> AnyView {
    let at_start = move || (paging.number() == 1).then(|| "This is the first page".to_owned());
    let at_end = move || {
        if next.with(Option::is_some) {
            None
        } else if loading.get() {
            Some("The page is loading".to_owned())
        } else {
            Some("This is the last page".to_owned())
        }
    };
    let label = move || match beside {
        Some(table) => ["Pages of ", &table.get()].concat(),
        None => "Pages".to_owned(),
    };
    let forward = move || {
        if let Some(token) = next.get_untracked() {
            paging.next(token);
        }
    };
    view! {
        <nav class="pages" aria-label=label>
            <IconButton
                icon=IconName::ChevronLeft
                label="Previous page"
                disabled_reason=at_start
                on_press=move || paging.previous()
            />
            <span class="page-number">
                <span class="visually-hidden">"Page "</span>
                {move || paging.number()}
            </span>
            <IconButton icon=IconName::ChevronRight label="Next page" disabled_reason=at_end on_press=forward />
        </nav>
    }
    .into_any()
}

/// Loading all: the button, the progress with its stop, or the way back to pages.
pub(crate) fn load_all_button(load_all: LoadAll, next: Signal<Option<String>>, paging: Option<Paging>) -> AnyView {
    let more = move || next.with(Option::is_some) || paging.is_some_and(|paging| paging.number() > 1);
    (move || {
        if load_all.running() {
            view! {
                <div class="loading-all">
                    <Progress done=load_all.loaded() total=0 label="Loading all rows" />
                    <Button icon=IconName::Stop on_press=move || load_all.stop()>"Stop"</Button>
                </div>
            }
            .into_any()
        } else if load_all.active() {
            view! { <Button kind=ButtonKind::Ghost on_press=move || load_all.clear()>"Back to pages"</Button> }
                .into_any()
        } else if more() {
            view! { <Button kind=ButtonKind::Ghost on_press=move || load_all.start()>"Load all"</Button> }.into_any()
        } else {
            ().into_any()
        }
    })
    .into_any()
}

/// Says that sort and filter see the loaded rows only, while there are others.
pub(crate) fn partial_note(pipeline: Pipeline, next: Signal<Option<String>>, load_all: Option<LoadAll>) -> AnyView {
    (move || {
        let whole = load_all.is_some_and(LoadAll::complete) || next.with(Option::is_none);
        let what = match (pipeline.sort.get().is_some(), pipeline.filtering()) {
            _ if whole => return None,
            (true, true) => "Sorted and filtered",
            (true, false) => "Sorted",
            (false, true) => "Filtered",
            (false, false) => return None,
        };
        let loaded = pipeline.rows.with(|rows| rows.len());
        Some(view! {
            <p class="table-note">
                <Icon name=IconName::Info />
                {what}
                " within the "
                {loaded}
                " loaded rows; the service has more."
            </p>
        })
    })
    .into_any()
}
