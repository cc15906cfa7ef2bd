//! The sandbox: the whole API inside this page, for whoever has no emulator and no keys.

use leptos::{prelude::*, task::spawn_local};
use wasm_bindgen::JsCast;
use wasm_bindgen_futures::JsFuture;
use web_sys::{Event, File, HtmlInputElement};

use crate::client::SandboxState;
use crate::sandbox::{self, Begin};
use crate::session::{Kind, use_session};
use crate::ui::{
    Button, ButtonKind, Choice, Confirm, ErrorPanel, Failure, IconName, Notice, Panel, Progress, RadioGroup, Tone,
    download, unique_id, use_flashes,
};

const CONTINUE: &str = "kept";
const DEMO: &str = "demo";
const EMPTY: &str = "empty";
const FILE: &str = "file";

/// The panel.
#[component]
pub(super) fn TrySandbox(connected: Callback<()>) -> AnyView {
    let (session, flashes) = (use_session(), use_flashes());
    let state = move || session.client.sandbox.state();
    let known = Memo::new(move |_| session.profiles().iter().any(|profile| profile.kind == Kind::Sandbox));
    let with = RwSignal::new(untrack(|| if known.get() { CONTINUE } else { DEMO }).to_owned());
    let file = StoredValue::new_local(None::<File>);
    let (busy, failed) = (RwSignal::new(false), RwSignal::new(None::<Failure>));
    let (replacing, removing) = (RwSignal::new(false), RwSignal::new(false));
    let start = move |sure: bool| {
        if busy.get_untracked() {
            return;
        }
        busy.set(true);
        failed.set(None);
        spawn_local(async move {
            let chosen = chosen(&with.get_untracked(), file.get_value()).await;
            let outcome = match chosen {
                Ok(Begin::Kept) => sandbox::begin(session, flashes, Begin::Kept).await.map(|()| true),
                Ok(with) if sure => sandbox::begin(session, flashes, with).await.map(|()| true),
                Ok(with) => match sandbox::is_empty(session).await {
                    Ok(true) => sandbox::begin(session, flashes, with).await.map(|()| true),
                    other => other,
                },
                Err(failure) => Err(failure),
            };
            // The page may be gone.
            if busy.try_set(false).is_some() {
                return;
            }
            replacing.set(matches!(outcome, Ok(false)));
            match outcome {
                Ok(true) => connected.run(()),
                Ok(false) => {}
                Err(failure) => failed.set(Some(failure)),
            }
        });
    };
    let save = move |raw: bool| {
        spawn_local(async move {
            let text = if raw { sandbox::raw(session).await } else { sandbox::export(session).await };
            match text {
                Ok(text) => download("chime-sandbox.json", "application/json", &text),
                Err(failure) => drop(failed.try_set(Some(failure))),
            }
        });
    };
    let remove = move |()| {
        spawn_local(async move {
            let outcome = sandbox::remove(session).await;
            removing.try_set(false);
            failed.try_set(outcome.err());
            with.try_set(DEMO.to_owned());
        });
    };
    let progress = move || match state() {
        SandboxState::Starting(done, total) if busy.get() => {
            Some(view! { <Progress done=done / 1024 total=total / 1024 label="Loading the sandbox" /> })
        }
        _ => None,
    };
    let unreadable = move || {
        let SandboxState::Unreadable(why) = state() else { return None };
        Some(view! {
            <Notice tone=Tone::Warning title="The data in this browser cannot be read">
                <p>{why} " Save it if it matters, then start anew: that removes it."</p>
                <div class="cluster">
                    <Button icon=IconName::Download on_press=move |()| save(true)>
                        "Export the raw data"
                    </Button>
                    <Button kind=ButtonKind::Danger on_press=move |()| removing.set(true)>
                        "Start anew"
                    </Button>
                </div>
            </Notice>
        })
    };
    let export = move || {
        known.get().then(|| {
            view! {
                <Button icon=IconName::Download on_press=move |()| save(false)>
                    "Export to a file"
                </Button>
            }
        })
    };
    view! {
        <Panel
            title="Sandbox"
            description="The whole API inside this page: no emulator and no keys. Nothing leaves this browser, which keeps the data."
        >
            <div class="stack">
                {unreadable} <RadioGroup label="Begin with" options=Signal::derive(move || options(known.get())) value=with on_change=move |value| with.set(value) />
                {move || with.with(|with| with == FILE).then(|| file_field(file))} {progress}
                {move || failed.get().map(|failure| view! { <ErrorPanel failure /> })}
                <div class="form-actions">
                    {export}
                    <Button kind=ButtonKind::Primary busy on_press=move |()| start(false)>
                        "Try it in this browser"
                    </Button>
                </div>
            </div>
        </Panel>
        <Confirm
            open=replacing
            title="Replace the data of the sandbox?"
            action="Replace"
            objects=Vec::new()
            effect="The sandbox has data already. It is removed from this browser, and what you chose takes its place. Export it first if you want to keep it."
            busy
            on_confirm=move |()| start(true)
        />
        <Confirm
            open=removing
            title="Start anew?"
            action="Remove the data"
            objects=Vec::new()
            effect="Everything the sandbox has kept is removed from this browser."
            on_confirm=remove
        />
    }
    .into_any()
}

fn options(known: bool) -> Vec<Choice> {
    let kept = (CONTINUE, "What is there", "Go on where you left off.");
    let others = [
        (
            DEMO,
            "The demo organisation",
            "Nine accounts with people, telephony, meetings and channels, of the past ten weeks.",
        ),
        (EMPTY, "Nothing", "You create the first account."),
        (FILE, "A file", "Exported here, or by an emulator: GET /_emulator/snapshot."),
    ];
    let all = known.then_some(kept).into_iter().chain(others);
    all.map(|(value, label, help)| Choice::new(value, label).help(help)).collect()
}

fn file_field(file: StoredValue<Option<File>, LocalStorage>) -> AnyView {
    let id = unique_id("file");
    let choose = move |event: Event| {
        let input = event.target().and_then(|target| target.dyn_into::<HtmlInputElement>().ok());
        file.set_value(input.and_then(|input| input.files()?.get(0)));
    };
    view! {
        <div class="field">
            <label class="field-label" for=id.clone()>
                "File"
            </label>
            <input class="input" type="file" id=id accept=".json,application/json" on:change=choose />
        </div>
    }
    .into_any()
}

async fn chosen(with: &str, file: Option<File>) -> Result<Begin, Failure> {
    let failure = |message: &str| Failure {
        title: "The file could not be imported".to_owned(),
        message: message.to_owned(),
        ..Failure::default()
    };
    match with {
        CONTINUE => Ok(Begin::Kept),
        EMPTY => Ok(Begin::Empty),
        FILE => {
            let file = file.ok_or_else(|| failure("Choose a file first."))?;
            let text = JsFuture::from(file.text()).await.ok().and_then(|text| text.as_string());
            text.map(Begin::File).ok_or_else(|| failure("The file cannot be read."))
        }
        _ => Ok(Begin::Demo),
    }
}
