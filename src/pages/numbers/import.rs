//! The dialog that reads names, product types and assignments from a CSV file, and shows what they change before they are sent.

use std::collections::HashMap;
use std::sync::Arc;

use chime_model::Operation;
use futures::{StreamExt, stream};
use leptos::{prelude::*, task::spawn_local};
use serde_json::{Value, json};
use wasm_bindgen::JsCast;
use wasm_bindgen_futures::JsFuture;

use super::bench::Bench;
use super::changes::{Change, Wish, change, stages, wishes};
use super::chosen::words;
use super::number::e164;
use crate::client::call;
use crate::session::{Session, use_session};
use crate::ui::*;

/// How many numbers that are not loaded are asked for at once.
const AT_ONCE: usize = 4;
/// How many changes are drawn.
const DRAWN: usize = 100;
const EXAMPLE: &str = "PhoneNumber,CallingName,AssociationName,AssociationValue\n+12065550120,Cascadia,,";

/// What is to be changed, and how far it is worked out.
#[derive(Clone, Copy)]
struct Reading {
    session: Session,
    text: RwSignal<String>,
    wrong: RwSignal<Option<String>>,
    asked: RwSignal<Option<(usize, usize)>>,
    changes: RwSignal<Option<Arc<Vec<Change>>>>,
}

impl Reading {
    fn begin(self) {
        self.text.set(String::new());
        self.again();
    }

    fn again(self) {
        self.wrong.set(None);
        self.asked.set(None);
        self.changes.set(None);
    }

    /// Compares the file with the inventory; numbers that are not loaded are asked for.
    fn preview(self, rows: &Arc<Vec<Value>>) {
        let wishes = match self.text.with_untracked(|text| wishes(&read_csv(text))) {
            Ok(wishes) if wishes.is_empty() => return self.wrong.set(Some("The file names no number.".to_owned())),
            Ok(wishes) => wishes,
            Err(sentence) => return self.wrong.set(Some(sentence)),
        };
        let mut known: HashMap<String, Value> = HashMap::new();
        {
            let loaded: HashMap<String, &Value> = rows.iter().map(|row| (e164(row), row)).collect();
            for wish in &wishes {
                if let Some(row) = loaded.get(&wish.number) {
                    known.insert(wish.number.clone(), (*row).clone());
                }
            }
        }
        let missing: Vec<String> =
            wishes.iter().map(|wish| wish.number.clone()).filter(|number| !known.contains_key(number)).collect();
        self.asked.set(Some((0, missing.len())));
        spawn_local(async move {
            let session = self.session;
            let ask = |number: String| async move {
                let answer = call(session, Operation::GetPhoneNumber, json!({ "PhoneNumberId": number })).await;
                (number, answer)
            };
            let mut answers = stream::iter(missing).map(ask).buffer_unordered(AT_ONCE);
            while let Some((number, answer)) = answers.next().await {
                match answer {
                    Ok(answer) => drop(known.insert(number, answer["PhoneNumber"].clone())),
                    Err(error) if error.is("NotFound") => {}
                    Err(error) => {
                        self.asked.try_set(None);
                        self.wrong.try_set(Some(error.sentence()));
                        return;
                    }
                }
                self.asked.try_update(|asked| {
                    if let Some((done, _)) = asked {
                        *done += 1;
                    }
                });
            }
            let changes = compared(&wishes, &known);
            self.asked.try_set(None);
            self.changes.try_set(Some(Arc::new(changes)));
        });
    }
}

/// The changes, a number named twice only once.
fn compared(wishes: &[Wish], known: &HashMap<String, Value>) -> Vec<Change> {
    let mut seen = HashMap::new();
    let one = |wish: &Wish| {
        let mut change = change(wish, known.get(&wish.number));
        if seen.insert(wish.number.clone(), ()).is_some() {
            change.problem = Some("A line before this one is about the same number.".to_owned());
        }
        change
    };
    wishes.iter().map(one).collect()
}

/// Reads a file while `open`.
#[component]
pub fn ImportDialog(rows: Signal<Arc<Vec<Value>>>, bench: Bench, open: RwSignal<bool>) -> AnyView {
    let reading = Reading {
        session: use_session(),
        text: RwSignal::new(String::new()),
        wrong: RwSignal::new(None),
        asked: RwSignal::new(None),
        changes: RwSignal::new(None),
    };
    Effect::new(move |_| {
        if open.get() {
            reading.begin();
        }
    });
    let sent = Memo::new(move |_| {
        let count = |changes: &Arc<Vec<Change>>| changes.iter().filter(|change| change.is_sent()).count();
        reading.changes.with(|changes| changes.as_ref().map(count))
    });
    let apply = move || {
        let Some(changes) = reading.changes.get_untracked() else { return };
        open.set(false);
        bench.start(stages(&changes, |number, value| bench.item(number, value)), "Changing numbers");
    };
    let empty =
        move || reading.text.with(|text| text.trim().is_empty()).then(|| "Choose a file, or paste its text".to_owned());
    let nothing = move || (sent.get() == Some(0)).then(|| "Nothing would change".to_owned());
    let footer = move || {
        let preview = move || {
            let busy = Signal::derive(move || reading.asked.with(Option::is_some));
            view! {
                <Button
                    kind=ButtonKind::Primary
                    busy
                    on_press=move || reading.preview(&rows.get_untracked())
                    disabled_reason=Signal::derive(empty)
                >
                    "Preview"
                </Button>
            }
        };
        let change = move |count: usize| {
            view! {
                <Button on_press=move || reading.again()>"Back"</Button>
                <Button kind=ButtonKind::Primary on_press=apply disabled_reason=Signal::derive(nothing)>
                    {["Change ", &words(count)].concat()}
                </Button>
            }
        };
        view! {
            <Button on_press=move || open.set(false)>"Cancel"</Button>
            {move || match sent.get() {
                None => preview().into_any(),
                Some(count) => change(count).into_any(),
            }}
        }
    };
    view! {
        <Dialog open title="Import CSV" width=DialogWidth::Wide footer>
            {move || match reading.changes.get() {
                None => source(reading),
                Some(changes) => preview(&changes),
            }}
        </Dialog>
    }
    .into_any()
}

/// The file, or its text.
fn source(reading: Reading) -> AnyView {
    let (file, text, error) = (unique_id("file"), unique_id("text"), unique_id("error"));
    let wrong_id = error.clone();
    let choose = move |event: web_sys::Event| {
        let input = event.target().and_then(|target| target.dyn_into::<web_sys::HtmlInputElement>().ok());
        let Some(file) = input.and_then(|input| input.files()).and_then(|files| files.get(0)) else { return };
        spawn_local(async move {
            let text = JsFuture::from(file.text()).await.ok().and_then(|text| text.as_string());
            match text {
                Some(text) => drop(reading.text.try_set(text)),
                None => drop(reading.wrong.try_set(Some("The file could not be read.".to_owned()))),
            }
        });
    };
    let typed = move |text: String| {
        reading.text.set(text);
        reading.wrong.set(None);
    };
    let progress = move || {
        let (done, total) = reading.asked.get().filter(|(_, total)| *total > 0)?;
        Some(view! { <Progress done=done total=total label="Looking numbers up" /> })
    };
    view! {
        <div class="stack">
            <p class="muted">
                "The first line names the columns: " <code class="code">"PhoneNumber"</code> ", and any of "
                <code class="code">"ProductType"</code> ", " <code class="code">"CallingName"</code> ", "
                <code class="code">"AssociationName"</code> " with " <code class="code">"AssociationValue"</code>
                " (and " <code class="code">"AccountId"</code>
                " for a user). An empty field changes nothing. What the export writes can be read."
            </p>
            <div class="field">
                <label class="field-label" for=file.clone()>"File"</label>
                <input class="input" type="file" accept=".csv,text/csv,text/plain" id=file on:change=choose />
            </div>
            <div class="field">
                <label class="field-label" for=text.clone()>"Or its text"</label>
                <TextArea
                    id=text
                    value=reading.text
                    on_input=typed
                    rows=8
                    mono=true
                    placeholder=EXAMPLE
                    invalid=Signal::derive(move || reading.wrong.with(Option::is_some))
                    described_by=Some(wrong_id)
                />
                <p class="field-error" id=error>{reading.wrong}</p>
            </div>
            {progress}
        </div>
    }
    .into_any()
}

fn preview(changes: &Arc<Vec<Change>>) -> AnyView {
    let sent = changes.iter().filter(|change| change.is_sent()).count();
    let wrong = changes.iter().filter(|change| change.problem.is_some()).count();
    let summary = [
        words(sent),
        " will change, ".to_owned(),
        (changes.len() - sent - wrong).to_string(),
        " are as wished already, ".to_owned(),
        wrong.to_string(),
        " cannot be changed.".to_owned(),
    ]
    .concat();
    let interesting = |change: &&Change| change.is_sent() || change.problem.is_some();
    // What cannot be changed comes first: it is what must be read.
    let problems = changes.iter().filter(|change| change.problem.is_some());
    let others = changes.iter().filter(|change| change.problem.is_none()).filter(interesting);
    let lines = problems.chain(others).take(DRAWN).map(line).collect_view();
    let more = (sent + wrong > DRAWN).then(|| {
        let text = [&(sent + wrong - DRAWN).to_string(), " more"].concat();
        view! { <p class="muted">{text}</p> }
    });
    view! {
        <div class="stack">
            <p role="status">{summary}</p>
            <ul class="bulk-items change-list" aria-label="Changes">{lines}</ul>
            {more}
        </div>
    }
    .into_any()
}

fn line(change: &Change) -> AnyView {
    let number = change.number.clone();
    let part = |(member, before, after): &(&'static str, String, String)| {
        let before = if before.is_empty() { "–".to_owned() } else { before.clone() };
        view! { <p class="bulk-why"><span class="muted">{*member} ": "</span> {before} " → " <strong>{after.clone()}</strong></p> }
    };
    let (tone, word) =
        if change.problem.is_some() { (Tone::Error, "Cannot be changed") } else { (Tone::Info, "Will change") };
    let body = match &change.problem {
        Some(problem) => view! { <p class="bulk-why">{problem.clone()}</p> }.into_any(),
        None => change.parts.iter().map(part).collect_view().into_any(),
    };
    view! {
        <li>
            <span class="bulk-label"><Personal text=number /></span>
            <Status tone text=word />
            {body}
        </li>
    }
    .into_any()
}
