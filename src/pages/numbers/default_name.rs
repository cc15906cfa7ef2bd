//! The default calling name. It can be changed once in seven days, so it is asked about (PNS-2).

use chime_model::Operation;
use leptos::{prelude::*, task::spawn_local};
use serde_json::{Value, json};

use super::naming::name_fault;
use crate::client::{query, write};
use crate::form::RequestPreview;
use crate::frame::{QueryFailure, use_guard};
use crate::session::use_session;
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
    let (session, flashes) = (use_session(), use_flashes());
    let name = RwSignal::new(settings.with_untracked(|data| name_in(data.as_ref())));
    let (wrong, failure) = (RwSignal::new(None::<String>), RwSignal::new(None::<Failure>));
    let (asking, busy) = (RwSignal::new(false), RwSignal::new(false));
    let dirty = move || name.with(|name| *name != settings.with(|data| name_in(data.as_ref())));
    use_guard().watch(Signal::derive(dirty));
    let (field, help, error) = (unique_id("name"), unique_id("help"), unique_id("error"));
    let described_by = [&*help, &*error].join(" ");
    let fault = |name: &str| match name.trim() {
        "" => Some("Enter a name.".to_owned()),
        _ => name_fault(name),
    };
    let check = move || wrong.set(name.with_untracked(|name| fault(name)));
    let typed = move |text: String| {
        name.set(text);
        if wrong.with_untracked(Option::is_some) {
            check();
        }
    };
    let focus = field.clone();
    let submit = move |event: web_sys::SubmitEvent| {
        event.prevent_default();
        check();
        failure.set(None);
        if wrong.with_untracked(Option::is_some) {
            return focus_id(&focus);
        }
        asking.set(true);
    };
    let input = Signal::derive(move || json!({ "CallingName": name.get() }));
    let save = move || {
        busy.set(true);
        spawn_local(async move {
            let stale = [Operation::GetPhoneNumberSettings];
            let answer = write(session, Operation::UpdatePhoneNumberSettings, input.get_untracked(), &stale).await;
            if busy.try_set(false).is_some() {
                return;
            }
            asking.set(false);
            match answer {
                Ok(_) => drop(flashes.show(Flash::success("The default calling name is changed"))),
                Err(error) => failure.set(Some(error.failure("The default calling name was not changed"))),
            }
        });
    };
    view! {
        <form class="form" novalidate=true on:submit=submit>
            <div class="form-body">
                <div class="field">
                    <label class="field-label" for=field.clone()>"New default calling name"</label>
                    <p class="field-help" id=help>"It cannot be corrected for seven days."</p>
                    <TextInput
                        id=field
                        value=name
                        on_input=typed
                        on_blur=move || if untrack(dirty) { check() }
                        invalid=Signal::derive(move || wrong.with(Option::is_some))
                        described_by=Some(described_by)
                    />
                    <p class="field-limit">"2 to 15 letters, digits or spaces."</p>
                    <p class="field-error" id=error>{wrong}</p>
                </div>
                {move || failure.get().map(|failure| view! { <ErrorPanel failure /> })}
                <div class="form-actions">
                    <Button submit=true kind=ButtonKind::Primary>"Change name"</Button>
                </div>
                <RequestPreview operation=Operation::UpdatePhoneNumberSettings input />
            </div>
        </form>
        <Confirm
            open=asking
            title="Change the default calling name"
            action="Change name"
            kind=ButtonKind::Primary
            objects=Signal::derive(move || vec![name.get()])
            effect="Calls from numbers without a name of their own show it, once carriers have taken it: up to 72 hours. \
                For seven days it cannot be changed again, not even to correct it."
            busy
            on_confirm=save
        />
    }
    .into_any()
}
