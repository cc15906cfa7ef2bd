//! Work that a page does on many things, and the panel that shows how it goes until it is put away.

use leptos::prelude::*;

use crate::bulk::{Item, Plan, Stage, Work};
use crate::session::{Session, use_session};
use crate::ui::*;

/// The work of a page, one at a time. It lives as long as the component that made this.
#[derive(Clone, Copy)]
pub(crate) struct Working {
    session: Session,
    owner: StoredValue<Option<Owner>>,
    now: RwSignal<Option<(Work, &'static str)>>,
}

impl Working {
    /// No work yet.
    pub(crate) fn new() -> Self {
        Self { session: use_session(), owner: StoredValue::new(Owner::current()), now: RwSignal::new(None) }
    }

    /// Does `plan` to `items`, called `title` in the panel: "Suspending users".
    pub(crate) fn start(self, plan: Plan, items: Vec<Item>, title: &'static str) {
        self.start_stages(vec![vec![(plan, items)]], title);
    }

    /// Does one stage after another.
    pub(crate) fn start_stages(self, stages: Vec<Stage>, title: &'static str) {
        // The page may be gone by now.
        if let Some(Some(owner)) = self.owner.try_get_value() {
            self.now.set(Some((owner.with(|| Work::start_stages(self.session, stages)), title)));
        }
    }

    /// The work and its title, also once it is done, until it is put away (reactive).
    pub(crate) fn now(self) -> Option<(Work, &'static str)> {
        self.now.try_get().flatten()
    }

    /// Whether work is under way (reactive).
    pub(crate) fn running(self) -> bool {
        self.now.with(|now| now.is_some_and(|(work, _)| work.bulk.running().get()))
    }
}

/// How the work goes, until it is put away.
#[component]
pub(crate) fn BulkPanel(
    working: Working,
    /// Above the results: what can be done about them.
    #[prop(optional, into)]
    notice: ViewFn,
) -> AnyView {
    let now = working.now;
    let panel = move |(work, title): (Work, &'static str)| {
        let notice = notice.clone();
        let running = work.bulk.running();
        let close = move || {
            let reason = move || running.get().then(|| "The work goes on".to_owned());
            view! {
                <IconButton
                    icon=IconName::Close
                    label="Put the results away"
                    on_press=move || now.set(None)
                    disabled_reason=Signal::derive(reason)
                />
            }
        };
        let retry = move |ids: Vec<String>| work.retry(&ids);
        view! {
            <Panel title actions=close>
                <div class="stack">
                    {notice.run()} <BulkResult bulk=work.bulk label=title on_retry=retry />
                </div>
            </Panel>
        }
    };
    (move || now.get().map(&panel)).into_any()
}
