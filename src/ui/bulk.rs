//! Work on many things: how far it is, and what became of each.

use leptos::prelude::*;

use super::{Button, Copy, Failure, IconName, Progress, Status, Tone, csv_field, download};

/// The most results that are drawn. Of more, those that failed come first; the CSV has all.
const DRAWN: usize = 200;
const FIRST: &str = " results are shown, what failed first. The CSV has all of them.";

/// What became of one item.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub enum Outcome {
    /// Not tried yet, or not any more.
    #[default]
    NotTried,
    /// It worked.
    Done,
    /// It did not, and why.
    Failed(Failure),
}

/// One item of the work.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct BulkItem {
    /// Its id.
    pub id: String,
    /// How a person knows it.
    pub label: String,
    /// What became of it.
    pub outcome: Outcome,
}

/// Work on many things. The page runs it and asks [`Bulk::stopped`] between its calls.
#[derive(Clone, Copy, Debug)]
pub struct Bulk {
    items: RwSignal<Vec<BulkItem>>,
    /// Where the next item is looked for: answers name them in their order.
    next: StoredValue<usize>,
    running: RwSignal<bool>,
    stop: RwSignal<bool>,
}

impl Bulk {
    /// Work on these (id, label), running from now.
    pub fn new(items: Vec<(String, String)>) -> Self {
        let item = |(id, label)| BulkItem { id, label, outcome: Outcome::NotTried };
        Self {
            items: RwSignal::new(items.into_iter().map(item).collect()),
            next: StoredValue::new(0),
            running: RwSignal::new(true),
            stop: RwSignal::new(false),
        }
    }

    /// Notes what became of the item with this id.
    pub fn set(self, id: &str, outcome: Outcome) {
        self.items.try_update(|items| {
            let next = self.next.try_get_value().unwrap_or_default();
            let is_next = items.get(next).is_some_and(|item| item.id == id);
            let place = if is_next { Some(next) } else { items.iter().position(|item| item.id == id) };
            if let Some(place) = place {
                items[place].outcome = outcome;
                self.next.try_set_value(place + 1);
            }
        });
    }

    /// Whether to stop: the person asked for it, or left the page.
    pub fn stopped(self) -> bool {
        self.stop.try_get_untracked().unwrap_or(true)
    }

    /// Nothing more will be tried.
    pub fn finish(self) {
        self.running.try_set(false);
    }

    /// Runs again for the items that failed or were not tried; their ids.
    pub fn restart(self) -> Vec<String> {
        let mut ids = Vec::new();
        self.items.update(|items| {
            for item in items.iter_mut().filter(|item| item.outcome != Outcome::Done) {
                item.outcome = Outcome::NotTried;
                ids.push(item.id.clone());
            }
        });
        self.stop.set(false);
        self.running.set(true);
        ids
    }

    /// Whether it is under way.
    pub fn running(self) -> Signal<bool> {
        self.running.into()
    }

    /// The items now.
    pub fn items(self) -> Vec<BulkItem> {
        self.items.get()
    }

    fn count(self, wanted: impl Fn(&Outcome) -> bool) -> usize {
        self.items.with(|items| items.iter().filter(|item| wanted(&item.outcome)).count())
    }
}

/// The bar, the stop button and the result of each item. `on_retry` gets the ids to try again.
#[component]
pub fn BulkResult(
    bulk: Bulk,
    #[prop(into)] label: Signal<String>,
    #[prop(optional, into)] on_retry: Option<Callback<Vec<String>>>,
) -> AnyView {
    let done = move || bulk.count(|outcome| *outcome == Outcome::Done);
    let failed = move || bulk.count(|outcome| matches!(outcome, Outcome::Failed(_)));
    let left = move || bulk.count(|outcome| *outcome == Outcome::NotTried);
    let total = Memo::new(move |_| bulk.items.with(Vec::len));
    let summary = move || {
        let not_tried = match (bulk.running.get(), left()) {
            (true, _) | (_, 0) => String::new(),
            (false, count) => format!(", {count} not tried"),
        };
        format!("{} done, {} failed{not_tried}", done(), failed())
    };
    let stop = move || {
        view! {
            <Button
                icon=IconName::Stop
                on_press=move || bulk.stop.set(true)
                disabled_reason=move || bulk.stop.get().then(|| "Stopping after what is under way".to_owned())
            >
                "Stop"
            </Button>
        }
    };
    let again = move || {
        let on_retry = on_retry.filter(|_| failed() + left() > 0)?;
        let text = if failed() > 0 { "Retry failed" } else { "Continue" };
        Some(view! { <Button icon=IconName::Refresh on_press=move || on_retry.run(bulk.restart())>{text}</Button> })
    };
    let save = move || download("result.csv", "text/csv", &csv(&bulk.items.get_untracked()));
    view! {
        <section class="bulk stack" aria-label=label>
            <Progress done=Signal::derive(move || done() + failed()) total label />
            <div class="between">
                <p role="status">{summary}</p>
                <div class="cluster">
                    {move || if bulk.running.get() { stop().into_any() } else { again().into_any() }}
                    <Button icon=IconName::Download on_press=save>"CSV"</Button>
                    <Copy text=move || bulk.items.with(|items| lines(items)) label="Copy the results" />
                </div>
            </div>
            <ul class="bulk-items">
                <For each=move || bulk.items.with(|items| drawn(items)) key=|item| (item.id.clone(), rank(&item.outcome)) let(item)>
                    {row(item)}
                </For>
            </ul>
            {move || (total.get() > DRAWN).then(|| view! { <p class="muted">{[&DRAWN.to_string(), FIRST].concat()}</p> })}
        </section>
    }
    .into_any()
}

/// The items that are drawn.
fn drawn(items: &[BulkItem]) -> Vec<BulkItem> {
    if items.len() <= DRAWN {
        return items.to_vec();
    }
    let failed = |item: &&BulkItem| matches!(item.outcome, Outcome::Failed(_));
    let others = items.iter().filter(|item| !failed(item));
    items.iter().filter(failed).chain(others).take(DRAWN).cloned().collect()
}

fn row(item: BulkItem) -> AnyView {
    let (tone, word, why) = match item.outcome {
        Outcome::Done => (Tone::Success, "Done", None),
        Outcome::NotTried => (Tone::Neutral, "Not tried", None),
        Outcome::Failed(failure) => (Tone::Error, "Failed", Some(failure)),
    };
    view! {
        <li>
            <span class="bulk-label">{item.label}</span>
            <Status tone text=word />
            {why.map(|why| view! { <p class="bulk-why">{why.code.map(|code| view! { <code class="code">{code}</code> " " })} {why.message}</p> })}
        </li>
    }
    .into_any()
}

fn rank(outcome: &Outcome) -> u8 {
    match outcome {
        Outcome::NotTried => 0,
        Outcome::Done => 1,
        Outcome::Failed(_) => 2,
    }
}

fn cells(item: &BulkItem) -> [&str; 5] {
    let (result, code, message) = match &item.outcome {
        Outcome::Done => ("done", "", ""),
        Outcome::NotTried => ("not tried", "", ""),
        Outcome::Failed(why) => ("failed", why.code.as_deref().unwrap_or(""), why.message.as_str()),
    };
    [&item.id, &item.label, result, code, message]
}

fn lines(items: &[BulkItem]) -> String {
    items.iter().map(|item| cells(item).join("\t")).collect::<Vec<_>>().join("\n")
}

fn csv(items: &[BulkItem]) -> String {
    let mut text = String::from("id,name,result,code,message\r\n");
    for item in items {
        text.push_str(&cells(item).map(csv_field).join(","));
        text.push_str("\r\n");
    }
    text
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn csv_quotes_and_disarms_formulas() {
        let failure =
            Failure { message: "No \"such\" user".into(), code: Some("NotFound".into()), ..Failure::default() };
        let items = [
            BulkItem { id: "1".into(), label: "=SUM(A1)".into(), outcome: Outcome::Done },
            BulkItem { id: "2".into(), label: "Ada".into(), outcome: Outcome::Failed(failure) },
        ];
        let text = csv(&items);
        assert!(text.contains("\"1\",\"'=SUM(A1)\",\"done\",\"\",\"\"\r\n"));
        assert!(text.contains("\"2\",\"Ada\",\"failed\",\"NotFound\",\"No \"\"such\"\" user\"\r\n"));
    }
}
