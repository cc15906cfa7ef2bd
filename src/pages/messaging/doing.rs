//! Work on people: one gets a notice, several get a panel with a result for each.

use leptos::{prelude::*, task::spawn_local};
use serde_json::{Value, json};

use super::facts::{id_of, text};
use crate::bulk::{Item, Plan, Work};
use crate::client::write;
use crate::session::{Session, use_session};
use crate::ui::*;

/// A person to work on.
pub fn item(value: &Value, arn: &str, masked: bool) -> Item {
    let id = text(value, arn);
    let name = Some(text(value, "Name")).filter(|name| !name.is_empty() && !masked);
    Item { label: name.unwrap_or_else(|| id_of(&id).to_owned()), value: json!(id), id }
}

/// The work on people that goes on.
#[derive(Clone, Copy)]
pub struct Doing {
    session: Session,
    flashes: Flashes,
    owner: StoredValue<Option<Owner>>,
    work: RwSignal<Option<(Work, &'static str)>>,
}

impl Doing {
    /// Nothing is done yet.
    pub fn new() -> Self {
        let owner = StoredValue::new(Owner::current());
        Self { session: use_session(), flashes: use_flashes(), owner, work: RwSignal::new(None) }
    }

    /// Does `plan`: one person is a notice, several have a panel with a result for each.
    pub fn start(self, plan: Plan, items: Vec<Item>, words: [&'static str; 4], undo: Option<(&'static str, Plan)>) {
        if let [one] = &items[..] {
            let (input, one, Self { session, flashes, .. }) = ((plan.input)(&items), one.clone(), self);
            spawn_local(async move {
                flashes.show(match write(session, plan.operation, input, plan.stale).await {
                    Err(error) => Flash::failure(error.failure([words[1], ": it did not work"].concat())),
                    Ok(_) => match undo {
                        None => Flash::success(words[3]),
                        Some((label, back)) => Flash::success(words[3]).body(words[2]).action(label, move || {
                            let input = (back.input)(std::slice::from_ref(&one));
                            let (operation, stale) = (back.operation, back.stale);
                            spawn_local(async move {
                                flashes.show(match write(session, operation, input, stale).await {
                                    Ok(_) => Flash::success("It is as before"),
                                    Err(error) => Flash::failure(error.failure("It could not be undone")),
                                });
                            });
                        }),
                    },
                });
            });
        } else if let Some(Some(owner)) = self.owner.try_get_value() {
            // The work lives as long as this page: leaving it stops the rest.
            self.work.set(Some((owner.with(|| Work::start(self.session, plan, items)), words[1])));
        }
    }

    /// How the work on several people goes, until it is put away.
    pub fn panel(self) -> AnyView {
        let work = self.work;
        let panel = move |(now, title): (Work, &'static str)| {
            let running = now.bulk.running();
            let close = move || {
                let reason = Signal::derive(move || running.get().then(|| "The work goes on".to_owned()));
                view! {
                    <IconButton
                        icon=IconName::Close
                        label="Put the results away"
                        on_press=move || work.set(None)
                        disabled_reason=reason
                    />
                }
            };
            let retry = move |ids: Vec<String>| now.retry(&ids);
            view! {
                <Panel title actions=close>
                    <BulkResult bulk=now.bulk label=title on_retry=retry />
                </Panel>
            }
        };
        (move || work.get().map(panel)).into_any()
    }
}
