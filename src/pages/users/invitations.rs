//! Invitations that were sent: how each went, and sending those again that nobody answered.

use std::sync::Arc;

use chime_model::Operation;
use leptos::prelude::*;
use serde_json::{Value, json};

use crate::bulk::{Item, Plan, Work};
use crate::session::{Session, use_session};
use crate::table::{Column, Selection, Table};
use crate::ui::*;

/// The most addresses that one `InviteUsers` takes.
const CHUNK: usize = 50;

/// Invitations of an account, sent and under way.
#[derive(Clone, Copy)]
pub struct Invitations {
    session: Session,
    account: StoredValue<String>,
    /// One for each address, the newest.
    invites: RwSignal<Arc<Vec<Value>>>,
    work: RwSignal<Option<Work>>,
    owner: StoredValue<Option<Owner>>,
}

impl Invitations {
    /// None yet.
    pub fn new(account: String) -> Self {
        Self {
            session: use_session(),
            account: StoredValue::new(account),
            invites: RwSignal::new(Arc::default()),
            work: RwSignal::new(None),
            owner: StoredValue::new(Owner::current()),
        }
    }

    /// Whether some are under way.
    pub fn running(self) -> bool {
        self.work.with(|work| work.is_some_and(|work| work.bulk.running().get()))
    }

    /// Sends invitations, 50 in a request.
    pub fn send(self, addresses: &[String], user_type: &str) {
        let items = addresses
            .iter()
            .map(|address| Item { id: address.clone(), label: address.clone(), value: json!(address) })
            .collect();
        let plan = self.plan(user_type.to_owned());
        if let Some(owner) = self.owner.get_value() {
            self.work.set(Some(owner.with(|| Work::start(self.session, plan, items))));
        }
    }

    fn plan(self, user_type: String) -> Plan {
        let account = self.account.get_value();
        let input = move |items: &[Item]| {
            let addresses: Vec<&Value> = items.iter().map(|item| &item.value).collect();
            json!({ "AccountId": account, "UserEmailList": addresses, "UserType": user_type })
        };
        Plan {
            operation: Operation::InviteUsers,
            chunk: CHUNK,
            input: Arc::new(input),
            failures,
            stale: &[Operation::ListUsers],
            answered: Some(Callback::new(move |output: Value| self.learn(&output))),
        }
    }

    fn learn(self, output: &Value) {
        self.invites.try_update(|known| {
            let mut all = known.to_vec();
            for invite in output["Invites"].as_array().into_iter().flatten() {
                match all.iter_mut().find(|other| other["EmailAddress"] == invite["EmailAddress"]) {
                    Some(older) => *older = invite.clone(),
                    None => all.push(invite.clone()),
                }
            }
            *known = Arc::new(all);
        });
    }
}

/// USR-24: there is no error list, failures show in the status of an invitation.
fn failures(output: &Value) -> Vec<(String, Failure)> {
    let failed = |invite: &&Value| invite["Status"] == "Failed" || invite["EmailStatus"] == "Failed";
    let why = |invite: &Value| {
        let message = "The service could not invite this address: it may belong to another account.".to_owned();
        Some((invite["EmailAddress"].as_str()?.to_owned(), Failure { message, ..Failure::default() }))
    };
    output["Invites"].as_array().into_iter().flatten().filter(failed).filter_map(why).collect()
}

fn email_words(row: &Value) -> String {
    match row["EmailStatus"].as_str() {
        Some("NotSent") => "Not sent".to_owned(),
        other => other.unwrap_or_default().to_owned(),
    }
}

fn status_view(row: &Value) -> AnyView {
    let text = row["Status"].as_str().unwrap_or_default().to_owned();
    let tone = match text.as_str() {
        "Accepted" => Tone::Success,
        "Pending" => Tone::Info,
        "Failed" => Tone::Error,
        _ => return dash(),
    };
    view! { <Status tone text /> }.into_any()
}

fn columns() -> Vec<Column> {
    let status = |row: &Value| row["Status"].as_str().unwrap_or_default().to_owned();
    vec![
        Column::member("EmailAddress", "E-mail").personal().width(260),
        Column::new("EmailStatus", "E-mail status", email_words).width(120),
        Column::new("Status", "Invitation", status).view(status_view).width(120),
        Column::id("InviteId", "Invite id"),
    ]
}

fn row_id(row: &Value) -> String {
    row["EmailAddress"].as_str().unwrap_or_default().to_owned()
}

/// The progress, and a row for each invitation.
#[component]
pub fn InvitationResults(invitations: Invitations, user_type: RwSignal<String>) -> AnyView {
    let selection = Selection::multi();
    let rows: Signal<Arc<Vec<Value>>> = invitations.invites.into();
    let pending = move || {
        let chosen = rows.with(|rows| selection.rows(rows, row_id));
        chosen.iter().filter(|row| row["Status"] == "Pending").map(row_id).collect::<Vec<_>>()
    };
    let reason = move || match () {
        () if invitations.running() => Some("Wait until the invitations are sent".to_owned()),
        () if pending().is_empty() => Some("Choose pending invitations first".to_owned()),
        () => None,
    };
    let resend = move || invitations.send(&untrack(pending), &user_type.get_untracked());
    let actions = move || {
        view! { <Button icon=IconName::Refresh on_press=resend disabled_reason=Signal::derive(reason)>"Send again"</Button> }
    };
    let progress = move |work: Work| {
        let retry = move |ids: Vec<String>| work.retry(&ids);
        view! { <Panel title="Sending"><BulkResult bulk=work.bulk label="Inviting users" on_retry=retry /></Panel> }
    };
    let table = move || {
        view! {
            <Panel title="Invitations" actions flush=true>
                <Table id="invitations" label="Invitations" columns=columns() rows row_id selection />
            </Panel>
        }
    };
    let any = Memo::new(move |_| rows.with(|rows| !rows.is_empty()));
    view! {
        {move || invitations.work.get().map(progress)}
        {move || any.get().then(table)}
    }
    .into_any()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_invitation_that_failed_fails_its_address() {
        let output = json!({ "Invites": [
            { "EmailAddress": "ada@example.com", "EmailStatus": "Sent", "Status": "Pending" },
            { "EmailAddress": "eve@example.org", "EmailStatus": "Failed", "Status": "Failed" },
        ] });
        let failed: Vec<String> = failures(&output).into_iter().map(|(id, _)| id).collect();
        assert_eq!(failed, ["eve@example.org"]);
    }
}
