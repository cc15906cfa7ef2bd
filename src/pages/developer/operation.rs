//! One operation: a form made from its shape, the request, the answer, and what the model says of it.

use chime_model::{Location, Member, Operation, Verb};
use leptos::{prelude::*, task::spawn_local};
use serde_json::Value;

use super::consequence::{Consequence, consequence};
use super::{answer, reference};
use crate::client::{Told, tell};
use crate::form::{Driven, Form, RequestText, new_token, take_handed};
use crate::frame::{Info, param};
use crate::routes;
use crate::session::{Session, use_session};
use crate::table::UrlQuery;
use crate::ui::*;

/// What the form begins with: what another page handed over, or what the address says.
fn beginning(operation: Operation) -> Value {
    let url = UrlQuery::new();
    let mut input = take_handed(operation).unwrap_or_else(|| routes::explored(operation, |key| url.get(key)));
    for member in operation.input_members().iter().filter(|member| member.idempotency_token) {
        // G-50: an SDK makes one up as well; here it is seen, and can be kept for a second try.
        if input[member.name].is_null() {
            input[member.name] = new_token().into();
        }
    }
    input
}

fn info(operation: Operation) -> AnyView {
    let command = operation.name();
    view! {
        <Info title=command>
            <p>
                "The form has every member of the input. What is left empty is not sent. Optional structures are added "
                "first; the service tells the empty structure from none."
            </p>
            <p>
                "The request stands beside it as it will be sent, and as a call of the AWS CLI, curl, boto3 and the AWS SDK "
                "for JavaScript. Keys are named by their environment variables: "
                <code>"AWS_ACCESS_KEY_ID"</code> ", " <code>"AWS_SECRET_ACCESS_KEY"</code> "."
            </p>
            <p>
                "A link to this page can fill in the form: " <code>"?AccountId=…"</code> " or " <code>"?input={…}"</code>
                ". Secrets are never taken from a link."
            </p>
        </Info>
    }
    .into_any()
}

/// The call under way and what came of the last one.
#[derive(Clone, Copy)]
struct Sending {
    operation: Operation,
    session: Session,
    busy: RwSignal<bool>,
    told: RwSignal<Option<Told>>,
    /// What was found right and may wait for the person's word.
    asked: RwSignal<Value>,
    /// The person is being asked.
    asking: RwSignal<bool>,
}

impl Sending {
    fn send(self, input: Value) {
        self.busy.set(true);
        spawn_local(async move {
            let told = tell(self.session, self.operation, &input).await;
            // What was read on other pages may have changed.
            if told.0.is_ok()
                && self.operation.spec().verb != Verb::Get
                && let Some(profile) = self.session.profile_name()
            {
                self.session.client.forget(&profile);
            }
            if self.busy.try_set(false).is_none() {
                let status = told.1.as_ref().and_then(|exchange| exchange.status);
                announce(
                    &status.map_or_else(|| "No answer".to_owned(), |status| ["Answer ", &status.to_string()].concat()),
                );
                self.told.set(Some(told));
            }
        });
    }
}

/// The page of the operation in the address.
pub(super) fn operation() -> AnyView {
    let name = param("operation");
    match Operation::from_name(&name) {
        Some(operation) => explorer(operation),
        None => unknown(name),
    }
}

fn unknown(name: String) -> AnyView {
    view! {
        <PageHeader title=name />
        <EmptyState title="The API has no operation of this name" icon=IconName::Search>
            <ButtonLink href=routes::explorer()>"All operations"</ButtonLink>
        </EmptyState>
    }
    .into_any()
}

fn explorer(operation: Operation) -> AnyView {
    let input = RwSignal::new(Value::Null);
    let sending = Sending {
        operation,
        session: use_session(),
        busy: RwSignal::new(false),
        told: RwSignal::new(None),
        asked: RwSignal::new(Value::Null),
        asking: RwSignal::new(false),
    };
    let destroys = match consequence(operation) {
        Consequence::Destroys { what, typed } => Some((what, typed)),
        Consequence::Reads | Consequence::Writes => None,
    };
    let submit = Callback::new(move |input| match destroys {
        Some(_) => {
            sending.asked.set(input);
            sending.asking.set(true);
        }
        None => sending.send(input),
    });
    let form = Form::new(operation).every_member().initial(beginning(operation)).submit_label("Send").driven(Driven {
        input,
        busy: sending.busy,
        submit,
    });
    let link = move || {
        let origin = window().location().origin().unwrap_or_default();
        [origin, input.with(|input| routes::explore(operation, input))].concat()
    };
    let link_to_call = move || {
        let label = "Copy a link to this call, without secrets and personal values";
        view! { <Copy text=Signal::derive(link) label /> }
    };
    let warning = destroys.map(|(what, _)| {
        view! { <Notice tone=Tone::Warning title="This cannot simply be taken back">{what}</Notice> }
    });
    view! {
        <PageHeader title=operation.name() beside=move || info(operation) />
        {reference::line(operation)}
        <div class="explorer">
            <Panel title="Input" actions=link_to_call>
                <div class="stack">{warning} {form.view()}</div>
            </Panel>
            <div class="stack-loose">
                <Panel title="Request" flush=true>
                    <RequestText operation input first="http" />
                </Panel>
                <Panel title="Answer">{move || sending.told.with(|told| last(told.as_ref(), sending.busy.get()))}</Panel>
            </div>
        </div>
        {reference::reference(operation)}
        {destroys.map(|(what, typed)| question(sending, what, typed))}
    }
    .into_any()
}

/// What came of the last call.
fn last(told: Option<&Told>, busy: bool) -> AnyView {
    let Some((result, exchange)) = told else {
        let text = if busy { "The request is on its way." } else { "Nothing was sent yet." };
        return view! { <p class="muted">{text}</p> }.into_any();
    };
    let facts = exchange.as_ref().map(|exchange| {
        let href = routes::request(exchange.number);
        view! {
            <div class="between">
                {answer::facts(exchange)} <a class="link" href=href>"In the request log"</a>
            </div>
        }
    });
    view! { <div class="stack" aria-busy=busy.then_some("true")>{facts} {answer::outcome(result)}</div> }.into_any()
}

/// Asks before something is sent that cannot be taken back.
fn question(sending: Sending, what: &'static str, typed: bool) -> AnyView {
    let Sending { operation, asked, asking, .. } = sending;
    let confirm = move || {
        asking.set(false);
        sending.send(asked.get_untracked());
    };
    // What it happens to: the ids of the path.
    let objects = move || {
        let labels = operation.input_members().iter().filter(|member| member.location == Location::Uri);
        let id = |member: &Member| asked.with(|input| Some([member.name, " ", input[member.name].as_str()?].concat()));
        labels.filter_map(id).collect::<Vec<_>>()
    };
    view! {
        <Confirm
            open=asking
            title=["Send ", operation.name(), "?"].concat()
            action="Send"
            objects=Signal::derive(objects)
            effect=what
            type_to_confirm=Signal::stored(typed.then(|| operation.name().to_owned()))
            on_confirm=confirm
        />
    }
    .into_any()
}
