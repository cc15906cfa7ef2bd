//! The form for a profile and its keys.

use leptos::{prelude::*, task::spawn_local};
use web_sys::SubmitEvent;

use super::checks::keys_work;
use super::draft::{Draft, Problems};
use crate::client::CallError;
use crate::frame::{CredentialFields, CredentialInput};
use crate::session::{Endpoint, Keep, Kind, Target, relay_command, use_session};
use crate::ui::{Button, ButtonKind, Checkbox, Choice, ErrorPanel, Panel, RadioGroup, TextInput, effect, unique_id};

/// The id of the part with the keys.
pub(super) const KEYS: &str = "connect-keys";

/// The form.
#[component]
pub(super) fn ConnectForm(draft: Draft, connected: Callback<()>) -> AnyView {
    let session = use_session();
    let input = CredentialInput::new();
    let (problems, failed, busy) =
        (RwSignal::new(Problems::default()), RwSignal::new(None::<CallError>), RwSignal::new(false));
    // A profile section names its Region.
    effect(move || {
        if let Some(region) = input.region.get() {
            draft.region.set(region);
        }
    });
    let read = move || -> Option<Target> {
        let profile = draft.read();
        problems.set(profile.as_ref().err().cloned().unwrap_or_default());
        let credentials = input.read();
        Some(Target { profile: profile.ok()?, credentials: credentials? })
    };
    let enter = move |target: Target| {
        input.clear();
        session.connect(target.profile, target.credentials, draft.keep.get_untracked());
        connected.run(());
    };
    let submit = move |event: SubmitEvent| {
        event.prevent_default();
        let Some(target) = read().filter(|_| !busy.get_untracked()) else {
            return;
        };
        busy.set(true);
        failed.set(None);
        spawn_local(async move {
            let answer = keys_work(session, &target).await;
            // The page may be gone.
            if busy.try_set(false).is_none() {
                match answer {
                    Ok(()) => enter(target),
                    Err(error) => failed.set(Some(error)),
                }
            }
        });
    };
    let unchecked = move |()| {
        if let Some(target) = read() {
            enter(target);
        }
    };
    let failure = move || {
        let failure = failed.get()?.failure("The connection does not work");
        Some(view! {
            <ErrorPanel failure />
            <Button on_press=unchecked>"Connect without checking"</Button>
        })
    };
    view! {
        <Panel title="New connection">
            <form class="form stack" novalidate=true on:submit=submit>
                {endpoint_fields(draft, problems)}
                <div id=KEYS tabindex="-1">
                    <CredentialFields input />
                </div>
                <Checkbox
                    checked=move || draft.keep.get() == Keep::Tab
                    on_change=move |tab| draft.keep.set(if tab { Keep::Tab } else { Keep::Memory })
                    label="Keep the keys until this tab is closed, so that a reload does not ask again"
                />
                {failure}
                <div class="form-actions">
                    <Button kind=ButtonKind::Primary submit=true busy>
                        "Connect"
                    </Button>
                </div>
            </form>
        </Panel>
    }
    .into_any()
}

fn endpoint_fields(draft: Draft, problems: RwSignal<Problems>) -> AnyView {
    let kinds = [
        (Kind::Emulator, "Emulator on this machine", "Nothing real is touched."),
        (Kind::Amazon, "Amazon Chime", "Changes reach people. Amazon allows no page to call it: go through a relay."),
        (Kind::Custom, "Another endpoint", "Any address that speaks the API, with a base path if it has one."),
    ];
    let options = kinds.map(|(kind, label, help)| Choice::new(kind.value(), label).help(help)).to_vec();
    let chosen = move |value: String| {
        if let Some((kind, ..)) = kinds.into_iter().find(|(kind, ..)| kind.value() == value) {
            draft.choose(kind);
            problems.set(Problems::default());
        }
    };
    view! {
        <RadioGroup label="Endpoint" options value=move || draft.kind.get().value().to_owned() on_change=chosen />
        {text_field("Address", None, draft.endpoint, move || problems.with(|problems| problems.endpoint.clone()))}
        {move || (draft.kind.get() != Kind::Emulator).then(|| relay_field(draft, problems))}
        {text_field("Region", None, draft.region, move || problems.with(|problems| problems.region.clone()))}
        {text_field("Profile name", None, draft.name, move || problems.with(|problems| problems.name.clone()))}
    }
    .into_any()
}

fn relay_field(draft: Draft, problems: RwSignal<Problems>) -> AnyView {
    let command = move || {
        let endpoint = Endpoint::parse(&draft.endpoint.get()).ok().filter(|endpoint| !endpoint.is_plain_http())?;
        let relay = Endpoint::parse(&draft.relay.get()).ok();
        let command = relay_command(&endpoint, relay.as_ref(), &window().origin());
        Some(view! {
            " Start it with: "
            <code>{command}</code>
        })
    };
    let help = view! {
        "Passes calls to an endpoint that allows no page to call it. They are signed for the endpoint, so the relay needs no keys."
        {command}
    };
    text_field("Relay (optional)", Some(help.into_any()), draft.relay, move || {
        problems.with(|problems| problems.relay.clone())
    })
}

fn text_field(
    label: &'static str,
    help: Option<AnyView>,
    value: RwSignal<String>,
    problem: impl Fn() -> Option<String> + Copy + Send + Sync + 'static,
) -> AnyView {
    let (id, why) = (unique_id("connect"), unique_id("why"));
    let about = help.is_some().then(|| unique_id("help"));
    let help = help.map(|help| {
        let id = about.clone();
        view! {
            <p class="field-help" id=id>
                {help}
            </p>
        }
    });
    let described_by = [about.clone().unwrap_or_default(), " ".to_owned(), why.clone()].concat();
    view! {
        <div class="field">
            <label class="field-label" for=id.clone()>
                {label}
            </label>
            <TextInput
                id
                value
                on_input=move |text| value.set(text)
                invalid=move || problem().is_some()
                described_by=move || problem().map(|_| described_by.clone()).or_else(|| about.clone())
            />
            {help}
            <p class="field-error" id=why role="alert">
                {problem}
            </p>
        </div>
    }
    .into_any()
}
