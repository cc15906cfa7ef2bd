//! The default calling name. It can be changed once in seven days, so it is asked about (PNS-2).

use chime_model::Operation;
use leptos::prelude::*;
use serde_json::{Value, json};

use crate::client::query;
use crate::form::{Field, Form};
use crate::frame::QueryFailure;
use crate::table::moment;
use crate::ui::*;

const LOCKED_FOR_MS: f64 = 7.0 * 86_400_000.0;
const HELP: &str =
    "What those who are called see of numbers without a name of their own. Carriers take up to 72 hours for it.";

/// When the name may be changed again, if it was ever set.
fn free_at(settings: &Value) -> Option<f64> {
    moment(&settings["CallingNameUpdatedTimestamp"]).map(|updated| updated + LOCKED_FOR_MS)
}

fn name_in(settings: Option<&Value>) -> String {
    settings.and_then(|settings| settings["CallingName"].as_str()).unwrap_or_default().to_owned()
}

/// The name, when it can be changed, and the form.
#[component]
pub fn DefaultName() -> AnyView {
    let settings = query(Operation::GetPhoneNumberSettings, || Some(json!({})));
    let (now, anyway) = (now(), RwSignal::new(false));
    let free = Memo::new(move |_| settings.data.with(|data| data.as_ref().and_then(free_at)));
    let locked = Memo::new(move |_| !anyway.get() && free.get().is_some_and(|free| free > now.get()));
    let there = Memo::new(move |_| settings.data.with(Option::is_some));
    // A new name locks again.
    Effect::new(move |_| {
        free.track();
        anyway.set(false);
    });
    let facts = move || {
        let name = settings.data.with(|data| name_in(data.as_ref()));
        let name = if name.is_empty() { dash() } else { view! { <Personal text=name /> }.into_any() };
        let changed = free.get().map(|free| free - LOCKED_FOR_MS);
        let changed = changed.map_or_else(dash, |ms| view! { <Time ms absolute=true /> }.into_any());
        view! {
            <KeyValue columns=2>
                <Pair label="Default calling name">{name}</Pair>
                <Pair label="Changed">{changed}</Pair>
            </KeyValue>
        }
    };
    let lock = move || {
        let free = free.get().unwrap_or_default();
        let title = ["It can be changed again on ", &absolute_time(free)].concat();
        view! {
            <Notice tone=Tone::Info title>
                <p>
                    "The service takes a new name once in seven days. That is reckoned with the clock of this computer; an \
                        emulator's may be ahead of it."
                </p>
                <Button kind=ButtonKind::Link on_press=move || anyway.set(true)>"Try it now all the same"</Button>
            </Notice>
        }
    };
    let body = move || match (there.get(), locked.get()) {
        (false, _) => settings.pending().then(|| view! { <Skeleton lines=3 /> }).into_any(),
        (true, true) => view! { {facts} {lock()} }.into_any(),
        (true, false) => view! { {facts} {change(settings.data)} }.into_any(),
    };
    view! {
        <Panel title="Default calling name" description=HELP>
            <QueryFailure query=settings title="The default calling name could not be loaded" />
            <div class="stack">{body}</div>
        </Panel>
    }
    .into_any()
}

fn change(settings: Signal<Option<Value>>) -> AnyView {
    let (flashes, asking) = (use_flashes(), RwSignal::new(false));
    let (wanted, send) = (RwSignal::new(String::new()), StoredValue::new(None::<Callback<()>>));
    let form = Form::new(Operation::UpdatePhoneNumberSettings)
        .edit(settings)
        .field(
            Field::new("CallingName")
                .label("New default calling name")
                .help("It cannot be corrected for seven days.")
                .needed(),
        )
        .ask(move |input, go_on| {
            wanted.set(name_in(Some(&input)));
            send.set_value(Some(go_on));
            asking.set(true);
        })
        .stale(&[Operation::GetPhoneNumberSettings])
        .submit_label("Change name")
        .failed_title("The default calling name was not changed")
        .on_success(move |_| {
            flashes.show(Flash::success("The default calling name is changed"));
        });
    let confirm = move || {
        asking.set(false);
        if let Some(send) = send.get_value() {
            send.run(());
        }
    };
    view! {
        {form.view()}
        <Confirm
            open=asking
            title="Change the default calling name"
            action="Change name"
            kind=ButtonKind::Primary
            objects=Signal::derive(move || vec![wanted.get()])
            effect="Calls from numbers without a name of their own show it, once carriers have taken it: up to 72 hours. \
                For seven days it cannot be changed again, not even to correct it."
            on_confirm=confirm
        />
    }
    .into_any()
}
