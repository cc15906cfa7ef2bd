//! How many there are of each kind, with the way to them.

use leptos::prelude::*;

use super::asked::{Asked, PARTS, Part, more, rows};
use crate::client::Query;
use crate::ui::*;

/// The tiles.
pub fn tiles(asked: Asked) -> AnyView {
    let tiles = PARTS.iter().enumerate().map(|(place, part)| tile(part, asked.of(place))).collect_view();
    view! { <ul class="tiles" aria-label="What exists">{tiles}</ul> }.into_any()
}

fn tile(part: &'static Part, query: Query) -> AnyView {
    let count = Memo::new(move |_| {
        query.data.with(|data| {
            let data = data.as_ref()?;
            let count = rows(data, part.list)?.len();
            Some([count.to_string().as_str(), if more(data) { "+" } else { "" }].concat())
        })
    });
    let value = move || match count.get() {
        Some(count) => count.into_any(),
        None if query.error.with(Option::is_some) => dash(),
        None => view! { <Skeleton height=20 /> }.into_any(),
    };
    let failed = move || {
        let error = query.error.get()?;
        let again = move || query.refresh();
        Some(view! {
            <p class="tile-failed">
                <Icon name=IconName::Error />
                <span>{error.sentence()}</span>
                <IconButton
                    icon=IconName::Refresh
                    label=["Ask again: ", part.label].concat()
                    busy=query.loading
                    on_press=again
                />
            </p>
        })
    };
    view! {
        <li class="tile">
            <a class="tile-link" href=(part.href)()>
                <span class="tile-label"><Icon name=part.icon />{part.label}</span>
                <span class="tile-value">{value}</span>
            </a>
            {failed}
        </li>
    }
    .into_any()
}
