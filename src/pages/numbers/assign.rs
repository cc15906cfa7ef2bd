//! The dialog that assigns the numbers chosen: to a voice connector, a group, or a user.

use chime_model::Operation;
use leptos::{prelude::*, task::spawn_local};
use serde_json::{Value, json};

use super::bench::Bench;
use super::chosen::{Chosen, words};
use super::holder::Kind;
use super::number::{e164, text};
use super::plan::{to_connector, to_users};
use crate::bulk::Plan;
use crate::client::{call, query};
use crate::pages::search::given;
use crate::session::use_session;
use crate::ui::*;

const TITLE: &str = "Assigning numbers";

/// Whom a number can be assigned to (kind, product type that it needs, what that is).
const TARGETS: [(Kind, &str); 3] =
    [(Kind::Connector, "VoiceConnector"), (Kind::Group, "VoiceConnector"), (Kind::User, "BusinessCalling")];

/// What is asked for in the dialog.
#[derive(Clone, Copy)]
struct Target {
    kind: RwSignal<String>,
    /// Id of the connector or group; of the account, for a user.
    id: RwSignal<String>,
    email: RwSignal<String>,
    force: RwSignal<bool>,
    wrong: RwSignal<Option<String>>,
    busy: RwSignal<bool>,
}

impl Target {
    fn kind(self) -> Kind {
        Kind::of(&self.kind.get()).unwrap_or(Kind::Connector)
    }

    fn turn_to(self, kind: String) {
        self.kind.set(kind);
        self.id.set(String::new());
        self.email.set(String::new());
        self.wrong.set(None);
    }
}

/// What is offered for a kind: its list, with the names of rows and ids, or the accounts of users.
fn source(kind: Kind) -> (Operation, &'static str, &'static str) {
    match kind {
        Kind::Group => (Operation::ListVoiceConnectorGroups, "VoiceConnectorGroups", "VoiceConnectorGroupId"),
        Kind::User => (Operation::ListAccounts, "Accounts", "AccountId"),
        Kind::Connector | Kind::Rule => (Operation::ListVoiceConnectors, "VoiceConnectors", "VoiceConnectorId"),
    }
}

/// What can be chosen, and whether the service has more than one page of it.
fn choices(kind: Kind, open: RwSignal<bool>) -> (Signal<Vec<Choice>>, Signal<bool>) {
    let (operation, rows, id) = source(kind);
    let answer = query(operation, move || open.get().then(|| json!({ "MaxResults": 99 })));
    let more = move || answer.data.with(|data| data.as_ref().is_some_and(|data| data["NextToken"].is_string()));
    let choices = move || {
        let listed = answer.data.with(|data| data.as_ref().and_then(|data| data[rows].as_array()).cloned());
        let choice = |row: Value| Choice::new(text(&row, id), text(&row, "Name"));
        let first = Choice::new("", if kind == Kind::User { "Choose an account" } else { "Choose one" });
        std::iter::once(first).chain(listed.into_iter().flatten().map(choice)).collect()
    };
    (Signal::derive(choices), Signal::derive(more))
}

/// Assigns the numbers chosen while `open`.
#[component]
pub fn AssignDialog(chosen: Chosen, bench: Bench, open: RwSignal<bool>) -> AnyView {
    let session = use_session();
    let text_signal = || RwSignal::new(String::new());
    let target = Target {
        kind: text_signal(),
        id: text_signal(),
        email: text_signal(),
        force: RwSignal::new(false),
        wrong: RwSignal::new(None),
        busy: RwSignal::new(false),
    };
    Effect::new(move |_| {
        if open.get() {
            let business = chosen.now().first().is_some_and(|row| row["ProductType"] == "BusinessCalling");
            target.turn_to(if business { Kind::User } else { Kind::Connector }.name().to_owned());
            target.force.set(false);
        }
    });
    let start = move |plan: Plan, value: fn(&Value, &str, &str) -> Value, account: String, user: String| {
        open.set(false);
        let items = chosen.now().iter().map(|row| bench.item(&e164(row), value(row, &account, &user))).collect();
        bench.start(vec![vec![(plan, items)]], TITLE);
    };
    let assign = move || {
        let (kind, id) = (untrack(|| target.kind()), target.id.get_untracked());
        if kind != Kind::User {
            let plan = to_connector(kind, &id, target.force.get_untracked());
            return start(plan, |_, _, _| Value::Null, String::new(), String::new());
        }
        target.busy.set(true);
        let input = json!({ "AccountId": id, "UserEmail": target.email.get_untracked().trim() });
        spawn_local(async move {
            let answer = call(session, Operation::ListUsers, input).await;
            // The dialog may be gone by now.
            if target.busy.try_set(false).is_some() {
                return;
            }
            match answer.map(|users| text(&users["Users"][0], "UserId").to_owned()) {
                Ok(user) if user.is_empty() => {
                    target.wrong.set(Some("The account has no user with this e-mail.".to_owned()));
                }
                Ok(user) => {
                    let value = |row: &Value, account: &str, user: &str| json!({ "AccountId": account, "UserId": user, "E164PhoneNumber": e164(row) });
                    start(to_users(), value, id, user);
                }
                Err(error) => target.wrong.set(Some(error.sentence())),
            }
        });
    };
    let reason = move || {
        let (kind, none) = (target.kind(), target.id.with(String::is_empty));
        match kind {
            Kind::User if chosen.selection.count() > 1 => Some("A user has one number: choose one number".to_owned()),
            Kind::User if none => Some("Choose the account of the user".to_owned()),
            Kind::User => given(&target.email.get()).is_none().then(|| "Enter the e-mail of the user".to_owned()),
            _ => none.then(|| ["Choose a ", &kind.words().to_lowercase()].concat()),
        }
    };
    let footer = move || {
        view! {
            <Button on_press=move || open.set(false)>"Cancel"</Button>
            <Button kind=ButtonKind::Primary on_press=assign busy=target.busy disabled_reason=Signal::derive(reason)>
                "Assign"
            </Button>
        }
    };
    view! {
        <Dialog open title="Assign numbers" busy=target.busy footer>
            <div class="stack">
                <p class="muted">{move || chosen.words()} " chosen."</p>
                <div>
                    <Segmented
                        label="Assign to"
                        options=TARGETS.map(|(kind, _)| Choice::new(kind.name(), kind.words())).to_vec()
                        value=target.kind
                        on_change=move |kind| target.turn_to(kind)
                    />
                </div>
                {move || fields(target, open)}
                {move || misfits(chosen, target.kind())}
            </div>
        </Dialog>
    }
    .into_any()
}

/// Who gets the numbers.
fn fields(target: Target, open: RwSignal<bool>) -> AnyView {
    let kind = target.kind();
    let (id, email, error) = (unique_id("target"), unique_id("email"), unique_id("error"));
    let label = if kind == Kind::User { "Account" } else { kind.words() };
    let (options, more) = choices(kind, open);
    let typed = unique_id("typed");
    let by_id = move || {
        more.get().then(|| {
            view! {
                <div class="field">
                    <label class="field-label" for=typed.clone()>"Or its id: there are more than these"</label>
                    <TextInput id=typed.clone() value=target.id on_input=move |text| target.id.set(text) mono=true />
                </div>
            }
        })
    };
    let wrong_id = error.clone();
    let person = (kind == Kind::User).then(|| {
        let typed = move |text: String| {
            target.email.set(text);
            target.wrong.set(None);
        };
        view! {
            <div class="field">
                <label class="field-label" for=email.clone()>"E-mail of the user"</label>
                <TextInput
                    id=email
                    value=target.email
                    on_input=typed
                    input_type="email"
                    invalid=Signal::derive(move || target.wrong.with(Option::is_some))
                    described_by=Some(wrong_id)
                />
                <p class="field-error" id=error>{target.wrong}</p>
            </div>
        }
    });
    let force = (kind != Kind::User).then(|| {
        let change = move |on| target.force.set(on);
        view! {
            <div>
                <Checkbox checked=target.force on_change=change label="Take the numbers away from where they are" />
                <p class="field-help">"This is ForceAssociate. Without it, numbers that somebody has are left alone and named."</p>
            </div>
        }
    });
    view! {
        <div class="field">
            <label class="field-label" for=id.clone()>{label}</label>
            <Select id value=target.id options on_change=move |chosen| target.id.set(chosen) />
        </div>
        {by_id}
        {person}
        {force}
    }
    .into_any()
}

/// NUM-8: numbers of another product type than the target takes.
fn misfits(chosen: Chosen, kind: Kind) -> Option<AnyView> {
    let (_, product) = TARGETS.into_iter().find(|(target, _)| *target == kind)?;
    let rows = chosen.rows();
    let others = rows.iter().filter(|row| row["ProductType"] != product).count();
    let dial_in = rows.iter().any(|row| row["ProductType"] == "SipMediaApplicationDialIn");
    let title = [&words(others), " will be refused"].concat();
    let needed = if kind == Kind::User { "Business Calling" } else { "Voice Connector" };
    (others > 0).then(|| {
        view! {
            <Notice tone=Tone::Warning title>
                <p>"Only numbers of the product type " {needed} " can be assigned here."</p>
                {dial_in.then(|| view! { <p>"Numbers for SIP media applications are named by the trigger of a SIP rule."</p> })}
            </Notice>
        }
        .into_any()
    })
}
