//! How long the messages of all channels are kept.

use chime_model::{Operation, validate};
use leptos::{prelude::*, task::spawn_local};
use serde_json::{Value, json};

use crate::client::{Query, query, write};
use crate::form::RequestPreview;
use crate::frame::{QueryFailure, use_guard};
use crate::pages::messaging::facts::{text, when};
use crate::pages::messaging::info::Help;
use crate::session::use_session;
use crate::table::moment;
use crate::ui::*;

const SETTINGS: &str = "AppInstanceRetentionSettings";
const PUT: Operation = Operation::PutAppInstanceRetentionSettings;

static HELP: Help = Help {
    title: "Retention",
    text: &[
        "`PutAppInstanceRetentionSettings` sets one period, in days, for the messages of all channels. Without \
         `RetentionDays` messages are kept for good.",
        "A shorter period does not erase at once: the answer tells with `InitiateDeletionTimestamp` when erasing \
         begins, 30 days later. Until then a longer period, or none, saves the messages.",
    ],
    cli: "aws chime put-app-instance-retention-settings \\\n  --app-instance-arn ARN \\\n  \
          --app-instance-retention-settings \\\n    ChannelRetentionSettings={RetentionDays=365}",
};

/// The period of an answer; none while messages are kept for good.
fn days_of(answer: &Value) -> Option<u64> {
    answer[SETTINGS]["ChannelRetentionSettings"]["RetentionDays"].as_u64()
}

fn input_for(arn: &str, days: Option<&str>) -> Value {
    let period = match days.map(str::trim) {
        // What is no number goes to the check as it is.
        Some(days) => json!({ "RetentionDays": days.parse::<i64>().map_or_else(|_| json!(days), |days| json!(days)) }),
        None => json!({}),
    };
    json!({ "AppInstanceArn": arn, (SETTINGS): { "ChannelRetentionSettings": period } })
}

/// Whether messages that are kept now would be erased.
fn shortens(before: Option<u64>, after: Option<u64>) -> bool {
    after.is_some_and(|after| before.is_none_or(|before| after < before))
}

/// "365 days (1 year)".
fn words(days: u64) -> String {
    let years = match days {
        365 => " (1 year)".to_owned(),
        730.. => [" (about ", &(days / 365).to_string(), " years)"].concat(),
        _ => String::new(),
    };
    [&*days.to_string(), if days == 1 { " day" } else { " days" }, &years].concat()
}

/// The retention of an app instance.
pub fn retention(arn: &str, thing: Signal<Value>) -> AnyView {
    let input = json!({ "AppInstanceArn": arn });
    let answer = query(Operation::GetAppInstanceRetentionSettings, move || Some(input.clone()));
    let arn = arn.to_owned();
    let is_there = Memo::new(move |_| answer.data.with(Option::is_some));
    let body = move || match is_there.get() {
        true => untrack(|| editor(arn.clone(), thing, answer)),
        false => answer.pending().then(|| view! { <Skeleton lines=4 /> }).into_any(),
    };
    view! {
        <Panel title="Message retention" description="One period for the messages of all channels." actions=|| HELP.view()>
            <div class="stack">
                <QueryFailure query=answer title="The retention could not be loaded" />
                {body}
            </div>
        </Panel>
    }
    .into_any()
}

/// What holds now, with what is about to happen.
fn state(answer: Query) -> AnyView {
    (move || {
        let answer = answer.data.get()?;
        let start = &answer["InitiateDeletionTimestamp"];
        Some(match days_of(&answer) {
            None => view! { <p>"Messages are kept for good."</p> }.into_any(),
            Some(days) => {
                let coming = moment(start).is_some_and(|start| start > js_sys::Date::now());
                let warning = coming.then(|| {
                    view! {
                        <Notice tone=Tone::Warning title="Messages are about to be erased">
                            <p>"Lengthen the period or switch it off before, and they stay."</p>
                        </Notice>
                    }
                });
                view! {
                    <p>"Messages are kept for " <strong>{words(days)}</strong> "."</p>
                    <p class="cluster">
                        <span class="muted">"Older ones are erased for good from"</span>
                        {when(start)}
                    </p>
                    {warning}
                }
                .into_any()
            }
        })
    })
    .into_any()
}

fn editor(arn: String, thing: Signal<Value>, answer: Query) -> AnyView {
    let (session, flashes) = (use_session(), use_flashes());
    let (on, days) = (RwSignal::new(false), RwSignal::new(String::new()));
    let (wrong, asking, busy) = (RwSignal::new(None::<String>), RwSignal::new(false), RwSignal::new(false));
    let before = Memo::new(move |_| answer.data.with(|data| data.as_ref().and_then(days_of)));
    Effect::new(move |_| {
        on.set(before.get().is_some());
        days.set(before.get().unwrap_or(365).to_string());
    });
    let input = Signal::derive(move || input_for(&arn, on.get().then(|| days.get()).as_deref()));
    let after = Signal::derive(move || input.with(days_of));
    use_guard().watch(Signal::derive(move || after.get() != before.get()));
    let (field, error) = (unique_id("days"), unique_id("wrong"));
    let (label_for, id, described) = (field.clone(), field.clone(), error.clone());
    let save = move || {
        busy.set(true);
        let input = input.get_untracked();
        spawn_local(async move {
            let answer = write(session, PUT, input, &[Operation::GetAppInstanceRetentionSettings]).await;
            busy.try_set(false);
            asking.try_set(false);
            flashes.show(match answer {
                Ok(_) => Flash::success("The retention is saved"),
                Err(error) => Flash::failure(error.failure("The retention was not saved")),
            });
        });
    };
    let submit = move |event: web_sys::SubmitEvent| {
        event.prevent_default();
        let fault = validate::input(PUT, &input.get_untracked()).into_iter().next();
        let is_right = fault.is_none();
        wrong.set(fault.map(|fault| fault.message));
        match is_right {
            false => focus_id(&field),
            true if shortens(before.get_untracked(), after.get_untracked()) => asking.set(true),
            true => save(),
        }
    };
    let name = Signal::derive(move || thing.with(|thing| text(thing, "Name")));
    let effect = move || {
        let days = after.get().map(words).unwrap_or_default();
        [
            "Messages older than ",
            &days,
            " are erased for good, beginning 30 days from now. Until then a longer period \
            saves them.",
        ]
        .concat()
    };
    let invalid = Signal::derive(move || wrong.with(Option::is_some));
    let unchanged = Signal::derive(move || (after.get() == before.get()).then(|| "Nothing was changed".to_owned()));
    let period = move || {
        let (label_for, id, described) = (label_for.clone(), id.clone(), described.clone());
        on.get().then(|| {
            view! {
                <div class="field">
                    <label class="field-label" for=label_for>"Days"</label>
                    <TextInput
                        id
                        value=days
                        on_input=move |text| days.set(text)
                        mono=true
                        invalid
                        described_by=Signal::derive(move || invalid.get().then(|| described.clone()))
                    />
                    <p class="field-limit">"Between 1 and 5475 days, which is 15 years."</p>
                </div>
            }
        })
    };
    view! {
        {state(answer)}
        <form class="form" novalidate=true on:submit=submit>
            <div class="form-body">
                <Switch
                    checked=on
                    on_change=move |now| on.set(now)
                    label="Erase messages after some time"
                    description="Off: messages are kept for good.".to_owned()
                />
                {period}
                <p class="field-error" id=error hidden=move || !invalid.get()>{wrong}</p>
                <div class="form-actions">
                    <Button submit=true kind=ButtonKind::Primary busy disabled_reason=unchanged>"Save retention"</Button>
                </div>
                <RequestPreview operation=PUT input />
            </div>
        </form>
        <Confirm
            open=asking
            title="Erase older messages"
            action="Save retention"
            objects=Signal::derive(move || vec![name.get()])
            effect=Signal::derive(effect)
            type_to_confirm=Signal::derive(move || Some(name.get()))
            busy
            on_confirm=save
        />
    }
    .into_any()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn switching_on_and_a_shorter_period_erase() {
        assert!(shortens(None, Some(365)) && shortens(Some(365), Some(30)));
        assert!(!shortens(Some(30), Some(365)) && !shortens(Some(30), None) && !shortens(Some(30), Some(30)));
    }

    #[test]
    fn a_period_is_checked_by_the_shape() {
        let faults = |days| validate::input(PUT, &input_for("arn:aws:chime:us-east-1:1:app-instance/a", days)).len();
        assert_eq!((faults(None), faults(Some("365")), faults(Some(" 30 "))), (0, 0, 0));
        assert!(["", "0", "5476", "a year"].into_iter().all(|days| faults(Some(days)) == 1));
    }
}
