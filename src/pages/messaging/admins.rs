//! Who the administrators of an app instance are, all of them: other pages mark them and act as them.

use chime_model::Operation;
use leptos::{prelude::*, task::spawn_local};
use serde_json::{Value, json};

use super::facts::text;
use crate::client::{Query, call, query};
use crate::session::use_session;

const PAGE: u32 = 50;

/// The administrators of an app instance.
#[derive(Clone, Copy)]
pub struct Admins {
    /// The question, for its failure.
    pub query: Query,
    /// Each as `{Arn, Name}`; none while they are not known.
    pub all: RwSignal<Option<Vec<Value>>>,
}

impl Admins {
    /// Asks who they are, page after page.
    pub fn of(instance: &str) -> Self {
        let session = use_session();
        let input = json!({ "AppInstanceArn": instance, "MaxResults": PAGE });
        let first = input.clone();
        let query = query(Operation::ListAppInstanceAdmins, move || Some(first.clone()));
        let all = RwSignal::new(None);
        Effect::new(move |_| {
            let Some(answer) = query.data.get() else { return };
            let (mut found, mut token) = read(&answer);
            let mut input = input.clone();
            spawn_local(async move {
                while token.is_some() {
                    input["NextToken"] = json!(token);
                    let Ok(answer) = call(session, Operation::ListAppInstanceAdmins, input.clone()).await else {
                        break;
                    };
                    let (more, next) = read(&answer);
                    found.extend(more);
                    token = next;
                }
                all.try_set(Some(found));
            });
        });
        Self { query, all }
    }

    /// Whether a user is one of them; none while that is not known (reactive).
    pub fn has(self, arn: &str) -> Option<bool> {
        self.all.with(|all| Some(all.as_ref()?.iter().any(|admin| admin["Arn"] == arn)))
    }

    /// The one that is named first, and their name (reactive).
    pub fn first(self) -> Option<(String, String)> {
        self.all.with(|all| all.as_ref()?.first().map(|admin| (text(admin, "Arn"), text(admin, "Name"))))
    }
}

fn read(answer: &Value) -> (Vec<Value>, Option<String>) {
    let admins = answer["AppInstanceAdmins"].as_array().into_iter().flatten();
    (admins.map(|row| row["Admin"].clone()).collect(), answer["NextToken"].as_str().map(str::to_owned))
}
