//! Switches and quotas of the emulator: choices that the reference leaves open, or that make tests shorter.

use http::Method;
use leptos::prelude::*;
use serde_json::{Map, Value, json};

use super::read::{Control, Read};
use crate::ui::*;

const SWITCHES: [(&str, &str, &str); 4] = [
    ("Lenient", "Lenient account types", "Team accounts may have rooms, bots and retention too."),
    (
        "DisabledAccountsVisible",
        "Deleted accounts stay visible",
        "As Suspended, for their 90 days. Off: they are not found.",
    ),
    ("EndEmptyMeetings", "End empty meetings", "After five minutes with nobody connected."),
    ("UniqueSipMediaApplicationNames", "Unique SIP media application names", "Within a Region."),
];

const TIMES: [(&str, &str); 3] = [
    ("PhoneNumberOrderMs", "An order of phone numbers takes, in milliseconds"),
    ("CallingNameMs", "A new calling name takes, in milliseconds"),
    ("SipMediaApplicationCallMs", "A call of a SIP media application lasts, in milliseconds"),
];

/// The quotas that handlers ask for by name.
const QUOTAS: &str = "AdminsPerAppInstance, AppInstancesPerAwsAccount, AttendeesPerMeeting, BansPerChannel, BotsPerAccount, \
    CallsPerSipMediaApplication, ChannelsPerAppInstance, MediaCapturePipelinesPerMeeting, MeetingsPerAwsAccount, \
    MembersPerChannel, MembersPerRoom, ModeratorsPerChannel, PhoneNumbers, RoomsPerAccount, SipMediaApplications, SipRules, UsersPerAppInstance, \
    VoiceConnectorGroups, VoiceConnectors";

/// Quotas as lines, "SipRules = 3".
fn quota_lines(quotas: &Value) -> String {
    let line = |(name, number): (&String, &Value)| [name, " = ", &number.to_string()].concat();
    quotas.as_object().into_iter().flatten().map(line).collect::<Vec<_>>().join("\n")
}

/// The lines as quotas; the line that is none.
fn read_quotas(lines: &str) -> Result<Value, String> {
    let mut quotas = Map::new();
    for line in lines.lines().map(str::trim).filter(|line| !line.is_empty()) {
        let wrong = || ["Write a quota as SipRules = 3. Look at: ", line].concat();
        let (name, number) = line.split_once('=').ok_or_else(wrong)?;
        let (name, number) = (name.trim(), number.trim().parse::<u64>().map_err(|_| wrong())?);
        if !QUOTAS.split(", ").any(|known| known == name) {
            return Err(["There is no quota of this name: ", name].concat());
        }
        quotas.insert(name.to_owned(), number.into());
    }
    Ok(Value::Object(quotas))
}

/// The settings, each changed at once but for the texts, which are saved together.
pub(super) fn panel() -> AnyView {
    let (answer, control) = (Read::new("settings", "The settings could not be read"), Control::new());
    let settings = RwSignal::new(json!({}));
    let (quotas, wrong) = (RwSignal::new(String::new()), RwSignal::new(None::<String>));
    Effect::new(move |_| {
        if let Some(now) = answer.data.get() {
            quotas.set(quota_lines(&now["Quotas"]));
            settings.set(now);
        }
    });
    let put = move |body: Value| {
        control.run((Method::PUT, "settings".to_owned(), body), "The settings are as they were", move |now| {
            control.say("The settings are saved");
            answer.data.try_set(Some(now));
        });
    };
    let switches = SWITCHES.map(|(name, label, help)| {
        let change = move |on: bool| {
            let mut body = settings.get_untracked();
            body[name] = on.into();
            put(body);
        };
        view! {
            <Switch
                checked=Signal::derive(move || settings.with(|settings| settings[name] == true))
                on_change=change
                label
                description=Some(help.to_owned())
            />
        }
    });
    let typed = TIMES.map(|(name, _)| (name, RwSignal::new(String::new())));
    Effect::new(move |_| {
        for (name, text) in typed {
            text.set(settings.with(|settings| crate::table::text_of(&settings[name])));
        }
    });
    let times = TIMES.into_iter().zip(typed).map(|((_, label), (_, text))| {
        let id = unique_id("time");
        view! {
            <div class="field">
                <label class="field-label" for=id.clone()>{label}</label>
                <TextInput id value=text on_input=move |new| text.set(new) mono=true />
            </div>
        }
    });
    let save = move |event: web_sys::SubmitEvent| {
        event.prevent_default();
        let mut body = settings.get_untracked();
        let mut fault = None;
        for (name, text) in typed {
            match text.get_untracked().trim().parse::<u64>() {
                Ok(ms) => body[name] = ms.into(),
                Err(_) => fault = Some("Write times as whole numbers of milliseconds.".to_owned()),
            }
        }
        match read_quotas(&quotas.get_untracked()) {
            Ok(quotas) => body["Quotas"] = quotas,
            Err(why) => fault = Some(why),
        }
        let right = fault.is_none();
        wrong.set(fault);
        if right {
            put(body);
        }
    };
    let (id, help_id) = (unique_id("quotas"), unique_id("help"));
    let described_by = help_id.clone();
    view! {
        <Panel title="Settings" description="What the reference leaves open, and times that tests want shorter.">
            <div class="stack">
                {answer.failure()}
                {switches.into_iter().collect_view()}
                <form class="form" novalidate=true on:submit=save>
                    <div class="form-body">
                        {times.collect_view()}
                        <div class="field">
                            <label class="field-label" for=id.clone()>"Quotas"<span class="field-optional">" optional"</span></label>
                            <p class="field-help" id=help_id>"One a line, as SipRules = 3. There are: " {QUOTAS} "."</p>
                            <TextArea
                                id
                                value=quotas
                                on_input=move |text| quotas.set(text)
                                mono=true
                                described_by=Signal::derive(move || Some(described_by.clone()))
                            />
                        </div>
                        <p class="field-error" role="alert">{wrong}</p>
                        <div class="form-actions">
                            <Button submit=true kind=ButtonKind::Primary busy=control.busy>"Save settings"</Button>
                        </div>
                    </div>
                </form>
            </div>
        </Panel>
    }
    .into_any()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn quotas_are_lines_there_and_back() {
        let quotas = json!({ "SipRules": 3, "VoiceConnectors": 0 });
        assert_eq!(read_quotas(&quota_lines(&quotas)), Ok(quotas));
        assert!(read_quotas("SipRules").is_err());
        assert!(read_quotas("SipRules = many").is_err());
        assert!(read_quotas("Nothing = 3").is_err());
    }
}
