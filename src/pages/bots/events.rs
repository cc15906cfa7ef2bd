//! Where the events of a bot go: an HTTPS endpoint or a Lambda function, or nowhere.

use chime_model::Operation;
use chime_model::validate::{Rule, Violation};
use leptos::prelude::*;
use serde_json::{Value, json};

use super::bot::text;
use crate::client::{Query, query};
use crate::form::{Field, Form};
use crate::frame::{Info, QueryFailure};
use crate::pages::ask::{Ask, Deed};
use crate::ui::*;

const HTTPS: &str = "OutboundEventsHTTPSEndpoint";
const LAMBDA: &str = "LambdaFunctionArn";
const STALE: &[Operation] = &[Operation::GetEventsConfiguration];

fn ask(account: &str, id: &str) -> Query {
    let input = json!({ "AccountId": account, "BotId": id });
    query(Operation::GetEventsConfiguration, move || Some(input.clone()))
}

/// BOT-22: a bot without a configuration is an ordinary one.
fn is_unset(answer: Query) -> bool {
    answer.error.with(|error| error.as_ref().is_some_and(|error| error.is("NotFound")))
}

/// The configuration, unless it is gone since.
fn configuration(answer: Query) -> Option<Value> {
    let known = answer.data.with(|data| data.as_ref()?.get("EventsConfiguration").cloned());
    known.filter(|_| !is_unset(answer))
}

/// What kind of place it is, for a table: asked when the row is drawn.
pub fn kind_cell(account: &str, id: &str) -> AnyView {
    let answer = ask(account, id);
    (move || match configuration(answer) {
        Some(events) if !text(&events, HTTPS).is_empty() => "HTTPS".into_any(),
        Some(_) => "Lambda".into_any(),
        None if is_unset(answer) => view! { <Status tone=Tone::Warning text="Nowhere" /> }.into_any(),
        None => dash(),
    })
    .into_any()
}

fn info() -> AnyView {
    view! {
        <Info title="Events of a bot">
            <p>
                <code>"PutEventsConfiguration"</code> " names one place: an HTTPS endpoint or a Lambda function. It "
                "replaces the one before. Without a place the bot hears nothing, and cannot be added to rooms."
            </p>
            <pre class="code-block">
                <code>
                    "aws chime put-events-configuration \\\n  --account-id ID \\\n  --bot-id BOT \\\n"
                    "  --outbound-events-https-endpoint \\\n    https://bot.example.com/chime"
                </code>
            </pre>
        </Info>
    }
    .into_any()
}

/// Where the events of the bot called `name` go.
#[component]
pub fn EventsPanel(account: String, id: String, name: Signal<String>) -> AnyView {
    let answer = ask(&account, &id);
    let (editing, removing) = (RwSignal::new(false), Ask::new());
    let ids = StoredValue::new((account, id));
    let now = Memo::new(move |_| configuration(answer));
    let unset = Memo::new(move |_| is_unset(answer));
    let edit = move || editing.set(true);
    let body = move || match (now.get(), unset.get()) {
        (Some(events), _) => facts(&events),
        (None, true) => {
            let text = "Until it is told where, the bot hears nothing and cannot be added to rooms.";
            view! {
                <EmptyState title="The events go nowhere" text icon=IconName::Bell>
                    <Button kind=ButtonKind::Primary on_press=edit>"Configure"</Button>
                </EmptyState>
            }
            .into_any()
        }
        (None, false) => view! {
            <QueryFailure query=answer title="The events configuration could not be loaded" />
            {move || answer.pending().then(|| view! { <Skeleton lines=2 /> })}
        }
        .into_any(),
    };
    let buttons = move || {
        view! {
            <Button on_press=edit>"Change"</Button>
            <Button on_press=move || removing.open.set(true)>"Remove"</Button>
        }
    };
    let actions = move || view! { {info()} {move || now.with(Option::is_some).then(buttons)} };
    view! {
        <Panel title="Events" description="Where the service sends what people say to the bot." actions>
            {body}
        </Panel>
        <Dialog open=editing title="Configure events">{form(ids, now, editing)}</Dialog>
        {removal(ids, name, removing)}
    }
    .into_any()
}

fn facts(events: &Value) -> AnyView {
    let (label, address) = match text(events, HTTPS) {
        "" => ("Lambda function", text(events, LAMBDA)),
        url => ("HTTPS endpoint", url),
    };
    let id = address.to_owned();
    view! {
        <KeyValue columns=2>
            <Pair label wide=true>
                <CopyableId id label="Copy the address" />
            </Pair>
        </KeyValue>
    }
    .into_any()
}

/// BOT-20: an endpoint is reached by HTTPS and nothing else.
fn by_https(input: &Value) -> Vec<Violation> {
    let other = input[HTTPS].as_str().is_some_and(|url| !url.is_empty() && !url.starts_with("https://"));
    let message = "Begin with https://.".to_owned();
    other.then(|| Violation { path: HTTPS.to_owned(), rule: Rule::Pattern, message }).into_iter().collect()
}

/// BOT-20: one of the two is chosen, and only its field is there to be sent.
fn form(ids: StoredValue<(String, String)>, now: Memo<Option<Value>>, open: RwSignal<bool>) -> AnyView {
    let loaded = now.get_untracked().unwrap_or_else(|| json!({}));
    let kind = RwSignal::new(if text(&loaded, LAMBDA).is_empty() { HTTPS } else { LAMBDA }.to_owned());
    let kinds = vec![
        Choice::new(HTTPS, "HTTPS endpoint").help("A server of yours. It checks the signature of each request."),
        Choice::new(LAMBDA, "Lambda function").help("Its policy must let Amazon Chime invoke it."),
    ];
    let field = move || match kind.with(|kind| kind == LAMBDA) {
        true => Field::new(LAMBDA).label("Lambda function ARN").needed(),
        false => Field::new(HTTPS).label("Address").placeholder("https://bots.example.com/chime").needed(),
    };
    view! {
        <div class="stack">
            <RadioGroup
                label="Where the events go"
                options=Signal::stored(kinds)
                value=kind
                on_change=move |chosen| kind.set(chosen)
            />
            {move || of_kind(ids, field(), loaded.clone(), open)}
        </div>
    }
    .into_any()
}

fn of_kind(ids: StoredValue<(String, String)>, field: Field, loaded: Value, open: RwSignal<bool>) -> AnyView {
    let (flashes, (account, id)) = (use_flashes(), ids.get_value());
    Form::new(Operation::PutEventsConfiguration)
        .fixed("AccountId", account)
        .fixed("BotId", id)
        .initial(loaded)
        .field(field)
        .check(by_https)
        .stale(STALE)
        .submit_label("Save")
        .failed_title("The events were not configured")
        .on_cancel(move || open.set(false))
        .on_success(move |_| {
            open.set(false);
            flashes.show(Flash::success("The events of the bot have a place to go"));
        })
        .view()
}

fn removal(ids: StoredValue<(String, String)>, name: Signal<String>, ask: Ask) -> AnyView {
    let remove = move || {
        let deed = Deed {
            operation: Operation::DeleteEventsConfiguration,
            input: ids.with_value(|(account, id)| json!({ "AccountId": account, "BotId": id })),
            stale: STALE,
            done: "The events of the bot go nowhere now",
            failed: "The events configuration was not removed",
        };
        ask.act(deed, || {});
    };
    view! {
        <Confirm
            open=ask.open
            title="Remove events configuration"
            action="Remove"
            objects=Signal::derive(move || vec![name.get()])
            effect="The bot hears nothing any more, in no room. It cannot be added to rooms until it has a place again."
            busy=ask.busy
            on_confirm=remove
        />
    }
    .into_any()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_endpoint_is_reached_by_https() {
        assert_eq!(by_https(&json!({ HTTPS: "http://a.example" })).len(), 1);
        assert!(by_https(&json!({ HTTPS: "https://a.example" })).is_empty());
        assert!(by_https(&json!({ LAMBDA: "arn:aws:lambda:us-east-1:1:function:f" })).is_empty());
    }
}
