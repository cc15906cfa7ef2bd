//! Work on people: one gets a notice, several get a panel with a result for each.

use leptos::{prelude::*, task::spawn_local};
use serde_json::{Value, json};

use super::facts::{id_of, text};
use crate::bulk::{Item, Plan};
use crate::client::write;
use crate::pages::working::{BulkPanel, Working};
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
    working: Working,
}

impl Doing {
    /// Nothing is done yet.
    pub fn new() -> Self {
        Self { session: use_session(), flashes: use_flashes(), working: Working::new() }
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
        } else {
            self.working.start(plan, items, words[1]);
        }
    }

    /// How the work on several people goes, until it is put away.
    pub fn panel(self) -> AnyView {
        view! { <BulkPanel working=self.working /> }.into_any()
    }
}
