//! Deleting what other things are attached to: what blocks it, and the guided way, step by step.

mod step;

use std::sync::Arc;

use chime_model::Operation;
use leptos::{prelude::*, task::spawn_local};

use crate::client::{Query, invalidate};
use crate::frame::{QueryFailure, use_go};
use crate::session::use_session;
use crate::ui::*;

pub use step::{Act, Step};

/// Something that must go first.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Obstacle {
    /// What it is: "2 numbers attached".
    pub text: String,
    /// Where it is dealt with.
    pub href: Option<String>,
    /// Whether no step takes it away.
    pub by_hand: bool,
}

/// Makes the steps of the moment.
type MakeSteps = Arc<dyn Fn() -> Vec<Step> + Send + Sync>;

/// A deletion that may have to be prepared.
pub struct Deletion {
    /// "Delete voice connector".
    pub title: &'static str,
    /// "voice connector".
    pub noun: &'static str,
    /// The name of what is deleted.
    pub name: Signal<String>,
    /// What it means.
    pub about: &'static str,
    /// What goes with it.
    pub goes_with: &'static [&'static str],
    /// What tells of obstacles.
    pub queries: Vec<Query>,
    /// What must go first.
    pub obstacles: Signal<Vec<Obstacle>>,
    /// The calls, the deletion last.
    pub steps: MakeSteps,
    /// Whether the name must be typed.
    pub typed: bool,
    /// The reads that it makes stale.
    pub stale: &'static [Operation],
    /// Where to go afterwards.
    pub list: String,
}

impl Deletion {
    /// The panels: what blocks, and the deletion.
    pub fn view(self) -> AnyView {
        let Self { title, noun, name, about, goes_with, queries, obstacles, steps, typed, stale, list } = self;
        let (session, flashes, go) = (use_session(), use_flashes(), use_go());
        let (open, work) = (RwSignal::new(false), RwSignal::new(None::<Bulk>));
        // The steps live as long as this page, not as the dialog that starts them.
        let owner = StoredValue::new(Owner::current());
        let (asked, failing) = (queries.clone(), queries);
        let looking = Memo::new(move |_| asked.iter().any(Query::pending));
        let running = move || work.with(|work| work.is_some_and(|work| work.running().get()));
        let blocked = Memo::new(move |_| obstacles.with(|it| !it.is_empty()));
        let by_hand = move || obstacles.with(|it| it.iter().any(|it| it.by_hand));
        let action = Signal::derive(move || if blocked.get() { "Empty and delete" } else { "Delete" }.to_owned());
        let reason = move || match () {
            () if running() => Some("It is under way".to_owned()),
            () if looking.get() => Some("It is not known yet what blocks it".to_owned()),
            () if by_hand() => Some("Remove what no step here can remove".to_owned()),
            () => None,
        };
        let confirm = move || {
            open.set(false);
            let (steps, list) = (steps(), list.clone());
            let labels = steps.iter().enumerate().map(|(place, step)| (place.to_string(), step.label.clone()));
            let Some(Some(owner)) = owner.try_get_value() else { return };
            let bulk = owner.with(|| Bulk::new(labels.collect()));
            work.set(Some(bulk));
            let name = name.get_untracked();
            spawn_local(async move {
                let done = step::run(session, bulk, steps).await;
                bulk.finish();
                if done {
                    flashes.show(Flash::success(["The ", noun, " “", &name, "” is deleted"].concat()));
                    go.to(&list);
                }
                // After leaving the page, which would otherwise ask for what is gone.
                invalidate(session, stale);
            });
        };
        let failures =
            failing.into_iter().map(|query| view! { <QueryFailure query title="It is not known what blocks this" /> });
        let content = move || match (looking.get(), blocked.get()) {
            (true, _) => view! { <Skeleton lines=3 /> }.into_any(),
            (false, false) => view! { <Notice tone=Tone::Success title="Nothing blocks the deletion" /> }.into_any(),
            (false, true) => {
                let text = if by_hand() {
                    "The rest can be taken away in one go, below."
                } else {
                    "All of it can be taken away in one go, below."
                };
                view! {
                    <ul class="bullets">{obstacles.get().into_iter().map(obstacle).collect_view()}</ul>
                    <p class="muted">{text}</p>
                }
                .into_any()
            }
        };
        let lines = goes_with.iter().map(|line| (*line).to_owned()).collect::<Vec<_>>();
        let first = move || {
            let first: Vec<String> = obstacles.get().into_iter().map(|it| it.text).collect();
            [first, lines.clone()].concat()
        };
        view! {
            <Panel title="What blocks the deletion">
                <div class="stack">{failures.collect_view()} {content}</div>
            </Panel>
            {move || work.get().map(|bulk| view! { <Panel title="Deleting"><BulkResult bulk label="Deleting" /></Panel> })}
            <Panel title danger=true>
                <div class="between">
                    <p>{about}</p>
                    <Button
                        kind=ButtonKind::Danger
                        icon=IconName::Trash
                        on_press=move || open.set(true)
                        disabled_reason=Signal::derive(reason)
                    >
                        {move || if blocked.get() { "Empty and delete" } else { title }}
                    </Button>
                </div>
            </Panel>
            <Confirm
                open
                title
                action
                objects=Signal::derive(move || vec![name.get()])
                effect=about
                goes_with=Signal::derive(first)
                type_to_confirm=Signal::derive(move || typed.then(|| name.get()))
                on_confirm=confirm
            />
        }
        .into_any()
    }
}

fn obstacle(obstacle: Obstacle) -> AnyView {
    match obstacle.href {
        Some(href) => view! { <li><a class="link" href=href>{obstacle.text}</a></li> }.into_any(),
        None => view! { <li>{obstacle.text}</li> }.into_any(),
    }
}
