//! How long an account keeps messages. What is older is erased for good, so a shorter period is asked about.

use chime_model::Operation;
use chime_model::types::Account;
use leptos::prelude::*;
use serde_json::{Value, json};

use super::moderation::ConversationModeration;
use super::period::{self, days, erases_more, in_years};
use crate::client::query;
use crate::form::{Field, Form};
use crate::frame::{Info, QueryFailure};
use crate::table::moment;
use crate::ui::*;

const ROOMS: &str = "RoomRetentionSettings";
const CONVERSATIONS: &str = "ConversationRetentionSettings";

fn info() -> AnyView {
    view! {
        <Info title="Retention">
            <p>
                <code>"GetRetentionSettings"</code> " reads the two periods and " <code>"PutRetentionSettings"</code>
                " writes them. A period without days is off: messages are kept for as long as the account."
            </p>
            <p>
                "The service waits before it erases: " <code>"InitiateDeletionTimestamp"</code>
                " is when it begins. Until then a longer period, or none, brings hidden messages back."
            </p>
            <pre class="code-block">
                <code>
                    "aws chime put-retention-settings \\\n  --account-id ID \\\n  --retention-settings '{\n"
                    "    \"RoomRetentionSettings\":\n      {\"RetentionDays\": 365},\n"
                    "    \"ConversationRetentionSettings\": {}}'"
                </code>
            </pre>
        </Info>
    }
    .into_any()
}

/// "30 days", with the years where there are any.
fn length(days: i64) -> String {
    let words = [days.to_string().as_str(), if days == 1 { " day" } else { " days" }].concat();
    match in_years(days) {
        years if years.is_empty() => words,
        years => [words, " (".to_owned(), years, ")".to_owned()].concat(),
    }
}

/// What is erased: "Messages in rooms older than 30 days".
fn erased(settings: &Value) -> Vec<String> {
    let kinds = [("Messages in rooms older than ", ROOMS), ("Messages in conversations older than ", CONVERSATIONS)];
    kinds.iter().filter_map(|(words, member)| Some([*words, &length(days(settings, member)?)].concat())).collect()
}

/// What the service does, and until when it can be changed.
fn standing(answer: &Value, now: f64) -> Option<AnyView> {
    let (lines, from) = (erased(&answer["RetentionSettings"]), moment(&answer["InitiateDeletionTimestamp"]));
    let from = from.filter(|_| !lines.is_empty())?;
    let lines = lines.into_iter().map(|line| view! { <li>{line}</li> }).collect_view();
    let (tone, title, advice) = if from > now {
        let title = ["Messages are erased for good from ", &absolute_time(from)].concat();
        (Tone::Warning, title, "Until then, a longer period or none keeps them.")
    } else {
        let title = ["Messages are erased for good since ", &absolute_time(from)].concat();
        (Tone::Info, title, "What is gone cannot be brought back. A longer period keeps what is still there.")
    };
    Some(
        view! {
            <Notice tone title>
                <ul class="bullets">{lines}</ul>
                <p>{advice}</p>
            </Notice>
        }
        .into_any(),
    )
}

/// The retention periods of an account, and the removal of single messages outside of rooms.
#[component]
pub fn RetentionTab(account: Signal<Account>) -> AnyView {
    let id = account.with_untracked(|account| account.account_id.clone());
    let input = json!({ "AccountId": id });
    let answer = query(Operation::GetRetentionSettings, move || Some(input.clone()));
    let now = now();
    let unreadable = move || answer.data.with(Option::is_none) && answer.error.with(Option::is_some);
    let actions = move || {
        view! {
            <Freshness
                reading=answer
                label="Refresh the retention"
            />
            {info()}
        }
    };
    view! {
        <QueryFailure query=answer title="The retention could not be loaded" />
        {move || answer.data.with(|data| standing(data.as_ref()?, now.get()))}
        <Panel title="Retention" description="How long messages are kept before they are erased for good." actions>
            <div hidden=unreadable>{form(account, answer.data)}</div>
        </Panel>
        <ConversationModeration account=id />
    }
    .into_any()
}

fn form(account: Signal<Account>, loaded: Signal<Option<Value>>) -> AnyView {
    let (flashes, open) = (use_flashes(), RwSignal::new(false));
    let (going_on, wanted) = (RwSignal::new(None::<Callback<()>>), RwSignal::new(Value::Null));
    let ask = move |input: Value, go_on: Callback<()>| {
        let settings = input["RetentionSettings"].clone();
        let erases = loaded.with_untracked(|loaded| {
            let before = loaded.as_ref().map_or(&Value::Null, |loaded| &loaded["RetentionSettings"]);
            [ROOMS, CONVERSATIONS].iter().any(|member| erases_more(days(before, member), days(&settings, member)))
        });
        if !erases {
            return go_on.run(());
        }
        wanted.set(settings);
        going_on.set(Some(go_on));
        open.set(true);
    };
    let go_on = move || {
        open.set(false);
        if let Some(go_on) = going_on.get_untracked() {
            go_on.run(());
        }
    };
    // An object that is left out would stay as it was; one without days switches its period off (RET-2).
    let path = |member: &str| ["RetentionSettings.", member].concat();
    let field = |member: &str, label: &str, switch: &'static str| {
        Field::new([path(member), ".RetentionDays".to_owned()].concat())
            .label(label)
            .help("At most 15 years. While it is off, messages are kept for ever.")
            .custom(move |node| period::view(node, switch))
    };
    let form = Form::new(Operation::PutRetentionSettings)
        .fixed("AccountId", account.with_untracked(|account| account.account_id.clone()))
        .fixed(&path(ROOMS), json!({}))
        .fixed(&path(CONVERSATIONS), json!({}))
        .edit(loaded)
        .field(field(ROOMS, "Days that messages in rooms are kept", "Erase old messages in rooms"))
        .field(field(
            CONVERSATIONS,
            "Days that messages in conversations are kept",
            "Erase old messages in conversations",
        ))
        .ask(ask)
        .stale(&[Operation::GetRetentionSettings])
        .submit_label("Save retention")
        .failed_title("The retention was not saved")
        .on_success(move |_| {
            flashes.show(Flash::success("The retention is saved"));
        });
    let name = Signal::derive(move || account.with(|account| account.name.clone()));
    view! {
        {form.view()}
        <Confirm
            open
            title="Erase old messages"
            action="Save retention"
            objects=Signal::derive(move || vec![name.get()])
            effect="Members no longer see these messages soon after, and when the service's grace has passed they are \
                erased for good. The page then tells from when."
            goes_with=Signal::derive(move || wanted.with(erased))
            type_to_confirm=Signal::derive(move || Some(name.get()))
            on_confirm=go_on
        />
    }
    .into_any()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_is_erased_is_told_for_each_period_that_is_on() {
        let settings = json!({ ROOMS: { "RetentionDays": 1 }, CONVERSATIONS: { "RetentionDays": 730 } });
        let expected =
            ["Messages in rooms older than 1 day", "Messages in conversations older than 730 days (2 years)"];
        assert_eq!(erased(&settings), expected);
        assert_eq!(erased(&json!({ ROOMS: {}, CONVERSATIONS: {} })), [""; 0]);
    }
}
