//! Users by license, of the first accounts: the API counts users nowhere, so each account is asked.

use chime_model::Operation;
use leptos::prelude::*;
use serde_json::{Value, json};

use super::asked::{Asked, at, more, rows, text};
use super::charts::counted;
use crate::client::{Query, query};
use crate::ui::*;

/// So many accounts are asked for their users, one call each.
const ASKED: usize = 10;

/// The panel with the chart.
pub fn users_by_license(asked: Asked) -> AnyView {
    let lists = RwSignal::new(Vec::<Query>::new());
    let accounts = Memo::new(move |_| {
        let rows = asked.rows(at::ACCOUNTS).unwrap_or_default();
        let active = rows.iter().filter(|row| row["AccountStatus"] != "Suspended");
        active.map(|row| text(row, "AccountId").to_owned()).collect::<Vec<_>>()
    });
    Effect::new(move |_| {
        let ask = |id: String| {
            let input = json!({ "AccountId": id, "MaxResults": 200 });
            query(Operation::ListUsers, move || Some(input.clone()))
        };
        lists.set(accounts.get().into_iter().take(ASKED).map(ask).collect());
    });
    let users = Memo::new(move |_| {
        let of = |query: &Query| query.data.with(|data| data.as_ref().and_then(|data| rows(data, "Users")));
        lists.with(|lists| lists.iter().filter_map(of).flatten().collect::<Vec<Value>>())
    });
    let bars = Signal::derive(move || users.with(|users| counted(users, "LicenseType")));
    let parent = asked.of(at::ACCOUNTS);
    let pending = move || parent.pending() || lists.with(|lists| lists.iter().any(Query::pending));
    let some_missing = move || {
        let without = |query: &Query| query.error.with(Option::is_some) && query.data.with(Option::is_none);
        parent.data.with(Option::is_none) && parent.error.with(Option::is_some)
            || lists.with(|lists| lists.iter().any(without))
    };
    let again = move || {
        parent.refresh();
        lists.with_untracked(|lists| lists.iter().for_each(Query::refresh));
    };
    let not_all = move || {
        let cut = lists.with(|lists| lists.iter().any(|it| it.data.with(|data| data.as_ref().is_some_and(more))));
        let accounts = accounts.with(Vec::len);
        match (accounts > ASKED, cut) {
            (true, _) => Some("Of the first 10 accounts, up to 200 users each.".to_owned()),
            (false, true) => Some("Up to 200 users of each account.".to_owned()),
            (false, false) => None,
        }
    };
    let body = move || {
        if bars.with(Vec::is_empty) {
            return match () {
                () if pending() => view! { <Skeleton lines=4 /> }.into_any(),
                () if some_missing() => ().into_any(),
                () => view! { <p class="muted">"There are no users yet."</p> }.into_any(),
            };
        }
        view! { <BarChart label="Users by license" heads=("License", "Users") bars /> }.into_any()
    };
    let missing = move || {
        some_missing().then(|| {
            view! {
                <Notice tone=Tone::Error title="Not all users could be loaded">
                    <Button icon=IconName::Refresh on_press=again>"Try again"</Button>
                </Notice>
            }
        })
    };
    view! {
        <Panel title="Users by license" description=Signal::derive(not_all)>
            <div class="stack">{missing} {body}</div>
        </Panel>
    }
    .into_any()
}
