//! What goes wrong on purpose, so that a client's handling of it can be seen.

use chime_model::{Exception, Operation};
use http::Method;
use leptos::prelude::*;
use serde_json::{Value, json};

use super::read::{Control, Read};
use crate::frame::Info;
use crate::ui::*;

/// The longest delay of the slider, in milliseconds.
const SLOWEST: u32 = 10_000;
/// The value of a fault that only delays.
const SLOW: &str = "";

/// Faults for every operation: name, meaning, exception, percent of the calls, delay in milliseconds.
const PRESETS: [(&str, &str, &str, u32, u32); 3] = [
    ("Throttling", "Three calls in ten are refused with 429.", "ThrottledClientException", 30, 0),
    ("Outage", "Every call is refused with 503.", "ServiceUnavailableException", 100, 0),
    ("Slow", "Every answer is held back for two seconds.", SLOW, 100, 2_000),
];

/// One fault, as it is edited.
#[derive(Clone, Copy)]
struct Fault {
    id: u32,
    operation: RwSignal<String>,
    /// The exception; a status that no exception has, as digits; empty for a delay only.
    what: RwSignal<String>,
    percent: RwSignal<u32>,
    delay: RwSignal<u32>,
}

impl Fault {
    fn new(id: u32, operation: &str, what: &str, percent: u32, delay: u32) -> Self {
        Self {
            id,
            operation: RwSignal::new(operation.to_owned()),
            what: RwSignal::new(what.to_owned()),
            percent: RwSignal::new(percent),
            delay: RwSignal::new(delay),
        }
    }

    #[expect(clippy::cast_possible_truncation, clippy::cast_sign_loss, reason = "a rate is from 0 to 1")]
    fn read(id: u32, fault: &Value) -> Self {
        let status = fault["Status"].as_u64().map(|status| status.to_string());
        let what = fault["Exception"].as_str().map(str::to_owned).or(status).unwrap_or_default();
        let percent = (fault["Rate"].as_f64().unwrap_or(1.0) * 100.0).round() as u32;
        let delay = fault["LatencyMs"].as_u64().and_then(|ms| u32::try_from(ms).ok()).unwrap_or_default();
        Self::new(id, fault["Operation"].as_str().unwrap_or_default(), &what, percent, delay)
    }

    fn to_json(self) -> Value {
        let (operation, what) = (self.operation.get_untracked(), self.what.get_untracked());
        let mut fault = json!({
            "Rate": f64::from(self.percent.get_untracked()) / 100.0,
            "LatencyMs": self.delay.get_untracked(),
        });
        if !operation.is_empty() {
            fault["Operation"] = operation.into();
        }
        match what.parse::<u16>() {
            Ok(status) => fault["Status"] = status.into(),
            Err(_) if !what.is_empty() => fault["Exception"] = what.into(),
            Err(_) => {}
        }
        fault
    }
}

/// The faults in force. Each change is put in force at once.
#[derive(Clone, Copy)]
struct Faults {
    all: RwSignal<Vec<Fault>>,
    next: StoredValue<u32>,
    /// Something was changed while the change before was on its way.
    again: StoredValue<bool>,
    control: Control,
}

impl Faults {
    fn add(self, operation: &str, what: &str, percent: u32, delay: u32) {
        let id = self.next.get_value();
        self.next.set_value(id + 1);
        self.all.update(|all| all.push(Fault::new(id, operation, what, percent, delay)));
        self.save();
    }

    fn remove(self, id: u32) {
        self.all.update(|all| all.retain(|fault| fault.id != id));
        self.save();
    }

    fn clear(self) {
        self.all.set(Vec::new());
        self.save();
    }

    fn save(self) {
        if self.control.busy.get_untracked() {
            return self.again.set_value(true);
        }
        let faults: Vec<_> = self.all.with_untracked(|all| all.iter().map(|fault| fault.to_json()).collect());
        let body = json!({ "Faults": faults });
        self.control.run((Method::PUT, "faults".to_owned(), body), "The faults are as they were", move |_| {
            if self.again.try_update_value(std::mem::take) == Some(true) {
                self.save();
            }
        });
    }

    fn show(self, answer: &Value) {
        let faults = answer["Faults"].as_array().into_iter().flatten();
        let read: Vec<_> = (self.next.get_value()..).zip(faults).map(|(id, fault)| Fault::read(id, fault)).collect();
        self.next.update_value(|next| *next += u32::try_from(read.len()).unwrap_or_default());
        self.all.set(read);
    }
}

fn info() -> AnyView {
    view! {
        <Info title="Faults">
            <p>
                "A fault befalls a part of the calls of one operation, or of all: the answer is an exception, comes late, or both. "
                "Where several befall a call, their delays add up and the first exception wins."
            </p>
            <p>"This console meets them as well: look at its lists while a fault is in force."</p>
            <pre class="code-block">
                <code>
                    "curl -X PUT http://127.0.0.1:8000/_emulator/faults \\\n  -d '{\"Faults\": [{\"Operation\": \"ListUsers\",\n        \"Exception\": \"ThrottledClientException\", \"Rate\": 0.5}]}'"
                </code>
            </pre>
        </Info>
    }
    .into_any()
}

fn operations() -> Vec<Choice> {
    let mut names: Vec<_> = Operation::ALL.iter().map(|operation| operation.name()).collect();
    names.sort_unstable();
    let all = std::iter::once(Choice::new("", "Every operation"));
    all.chain(names.into_iter().map(|name| Choice::new(name, name))).collect()
}

fn kinds() -> Vec<Choice> {
    let exceptions = Exception::ALL.iter().map(|exception| {
        let word = exception.name().trim_end_matches("Exception");
        Choice::new(exception.name(), [&exception.status().to_string(), " ", word].concat())
    });
    let mut kinds: Vec<_> = exceptions.collect();
    kinds.sort_by(|one, other| one.label.cmp(&other.label));
    kinds.dedup_by(|one, other| one.value == other.value);
    kinds.insert(0, Choice::new(SLOW, "Success, only late"));
    kinds.push(Choice::new("502", "502 from a proxy on the way"));
    kinds
}

fn percent_words(value: u32) -> String {
    [&value.to_string(), " %"].concat()
}

fn delay_words(value: u32) -> String {
    if value == 0 { "none".to_owned() } else { [&value.to_string(), " ms"].concat() }
}

fn row(faults: Faults, fault: Fault, operations: Signal<Vec<Choice>>, kinds: Signal<Vec<Choice>>) -> AnyView {
    let name = move || match fault.operation.get() {
        every if every.is_empty() => "every operation".to_owned(),
        one => one,
    };
    let choose = move |signal: RwSignal<String>| {
        move |value: String| {
            signal.set(value);
            faults.save();
        }
    };
    let slide = move |signal: RwSignal<u32>| {
        move |value: u32| {
            signal.set(value);
            faults.save();
        }
    };
    view! {
        <li class="fault">
            <Select label="Operation" value=fault.operation options=operations on_change=choose(fault.operation) />
            <Select label="Answer" value=fault.what options=kinds on_change=choose(fault.what) />
            <Slider label="Calls" value=fault.percent max=100 step=5 words=percent_words on_change=slide(fault.percent) />
            <Slider label="Delay" value=fault.delay max=SLOWEST step=250 words=delay_words on_change=slide(fault.delay) />
            <IconButton
                icon=IconName::Trash
                label=move || ["Remove the fault of ", &name()].concat()
                on_press=move || faults.remove(fault.id)
            />
        </li>
    }
    .into_any()
}

/// The faults in force, and presets of them.
pub(super) fn page() -> AnyView {
    let answer = Read::new("faults", "The faults could not be read");
    let faults = Faults {
        all: RwSignal::new(Vec::new()),
        next: StoredValue::new(0),
        again: StoredValue::new(false),
        control: Control::new(),
    };
    Effect::new(move |_| {
        if let Some(answer) = answer.data.get() {
            faults.show(&answer);
        }
    });
    let (operations, kinds) = (Signal::stored(operations()), Signal::stored(kinds()));
    let none = Signal::derive(move || faults.all.with(Vec::is_empty));
    let clear_reason = move || none.get().then(|| "There are no faults".to_owned());
    let presets = PRESETS.map(|(name, help, what, percent, delay)| {
        view! {
            <div class="stack">
                <Button on_press=move || faults.add("", what, percent, delay)>{name}</Button>
                <p class="muted">{help}</p>
            </div>
        }
    });
    let state = move || {
        let none = none.get() && answer.data.with(Option::is_some);
        none.then(|| {
            let text = "Every call is answered as the service would.";
            view! { <EmptyState title="No faults" text icon=IconName::Success /> }
        })
    };
    let actions = move || {
        let add = move || faults.add("ListAccounts", "ThrottledClientException", 50, 0);
        view! {
            <Button on_press=move || faults.clear() disabled_reason=Signal::derive(clear_reason)>"Clear"</Button>
            <Button kind=ButtonKind::Primary icon=IconName::Plus on_press=add>"Add fault"</Button>
        }
    };
    view! {
        <PageHeader
            title="Faults"
            reading=answer
            beside=info
        />
        {answer.failure()}
        <Panel title="Presets" description="Each adds a fault for every operation.">
            <div class="grid-3">{presets.into_iter().collect_view()}</div>
        </Panel>
        <Panel title="In force" description="A change holds at once, for every client of this emulator." actions>
            {state}
            <ul>
                <For each=move || faults.all.get() key=|fault| fault.id let:fault>
                    {row(faults, fault, operations, kinds)}
                </For>
            </ul>
        </Panel>
    }
    .into_any()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_fault_is_read_and_written_as_it_is() {
        let owner = Owner::new();
        owner.set();
        for fault in [
            json!({ "Operation": "ListUsers", "Exception": "ConflictException", "Rate": 0.35, "LatencyMs": 250 }),
            json!({ "Status": 502, "Rate": 1.0, "LatencyMs": 0 }),
        ] {
            assert_eq!(Fault::read(0, &fault).to_json(), fault);
        }
    }
}
