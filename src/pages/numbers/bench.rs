//! Where work on many numbers is done, and how it goes: also for what an association blocks.

use chime_model::Operation;
use futures::{StreamExt, stream};
use leptos::{prelude::*, task::spawn_local};
use serde_json::{Value, json};

use super::plan::release;
use crate::bulk::{Item, Stage};
use crate::client::call;
use crate::pages::working::{BulkPanel, Working};
use crate::session::{Session, use_session};
use crate::ui::*;

/// The code of what is blocked by an association (G-12).
const BLOCKED: &str = "PhoneNumberAssociationsExist";
/// How many numbers of a list a question names.
const NAMED: usize = 8;

/// The one work of a page, under way or with its results.
#[derive(Clone, Copy)]
pub struct Bench {
    session: Session,
    masked: Signal<bool>,
    working: Working,
}

impl Bench {
    /// For the component that asks: what it starts ends with it.
    pub fn new() -> Self {
        Self { session: use_session(), masked: use_privacy(), working: Working::new() }
    }

    /// Does one stage after another.
    pub fn start(self, stages: Vec<Stage>, title: &'static str) {
        self.working.start_stages(stages, title);
    }

    /// A number to work on, with what the request says about it.
    pub fn item(self, number: &str, value: Value) -> Item {
        Item { id: number.to_owned(), label: untrack(|| self.label(number)), value }
    }

    /// How a number is called: only by its end while personal values are masked.
    pub fn label(self, number: &str) -> String {
        if !self.masked.get() {
            return number.to_owned();
        }
        let end = number.len().saturating_sub(2);
        ["•••• ", number.get(end..).unwrap_or_default()].concat()
    }

    /// The first of `numbers`, and how many more there are.
    pub fn named(self, numbers: &[String]) -> Vec<String> {
        let mut named: Vec<String> = numbers.iter().take(NAMED).map(|number| self.label(number)).collect();
        if numbers.len() > NAMED {
            named.push(["and ", &(numbers.len() - NAMED).to_string(), " more"].concat());
        }
        named
    }

    /// Why no other work can begin.
    pub fn busy(self) -> Option<String> {
        self.working.running().then(|| "Wait until the work under way is done".to_owned())
    }

    /// The numbers that an association blocked.
    fn blocked(self) -> Vec<String> {
        let Some((work, _)) = self.working.now().filter(|(work, _)| !work.bulk.running().get()) else {
            return Vec::new();
        };
        let blocked =
            |item: &BulkItem| matches!(&item.outcome, Outcome::Failed(why) if why.code.as_deref() == Some(BLOCKED));
        work.bulk.items().into_iter().filter(blocked).map(|item| item.id).collect()
    }

    /// Takes numbers away from whoever has them, then does to them what is left of the work.
    fn release_and_retry(self, numbers: Vec<String>, flashes: Flashes) {
        let Some((work, title)) = untrack(|| self.working.now()) else { return };
        let (session, rest) = (self.session, work.rest(&numbers));
        spawn_local(async move {
            // Who has them now, which may be others than when the list was read.
            let ask = |number: String| call(session, Operation::GetPhoneNumber, json!({ "PhoneNumberId": number }));
            let answers: Vec<_> = stream::iter(numbers).map(ask).buffer_unordered(4).collect().await;
            let rows: Vec<Value> = answers.into_iter().flatten().map(|answer| answer["PhoneNumber"].clone()).collect();
            // The page may be gone by now.
            if self.masked.try_get_untracked().is_none() {
                return;
            }
            let first = release(&rows, |number, value| self.item(number, value));
            if first.is_empty() {
                let body = "Change the number in the SIP rule's trigger, or delete the rule.";
                flashes.show(Flash::new(Tone::Warning, "SIP rules use these numbers").body(body));
                return;
            }
            self.start([vec![first], rest].concat(), title);
        });
    }
}

/// How the work goes, until it is put away.
#[component]
pub fn BenchPanel(bench: Bench) -> AnyView {
    let (asking, flashes) = (RwSignal::new(false), use_flashes());
    let blocked = Memo::new(move |_| bench.blocked());
    let notice = move || {
        let count = blocked.with(Vec::len);
        let words = [&*count.to_string(), if count == 1 { " is" } else { " are" }, " still in use"].concat();
        (count > 0).then(|| {
            view! {
                <Notice tone=Tone::Warning title=words>
                    <p>"A user, voice connector, group or SIP rule has them. "</p>
                    <Button on_press=move || asking.set(true)>"Disassociate and retry"</Button>
                </Notice>
            }
        })
    };
    let confirm = move || {
        asking.set(false);
        bench.release_and_retry(blocked.get_untracked(), flashes);
    };
    view! {
        <BulkPanel working=bench.working notice=move || view! { {notice} } />
        <Confirm
            open=asking
            title="Disassociate and retry"
            action="Disassociate and retry"
            objects=Signal::derive(move || blocked.with(|numbers| bench.named(numbers)))
            effect="Whoever has these numbers loses them at once: users can no longer be called at them, voice \
                connectors and groups no longer get their calls. Then the work is done."
            on_confirm=confirm
        />
    }
    .into_any()
}
