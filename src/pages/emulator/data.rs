//! Everything that the emulator stores at once: saved, put back, filled with the demo organisation, forgotten.

use http::Method;
use leptos::{prelude::*, task::spawn_local};
use serde_json::Value;
use wasm_bindgen::JsCast;
use wasm_bindgen_futures::JsFuture;
use web_sys::{File, HtmlInputElement};

use super::read::Control;
use super::settings;
use crate::frame::Info;
use crate::ui::*;

fn info() -> AnyView {
    view! {
        <Info title="Data">
            <p>
                "A snapshot is one JSON document with everything that is stored, clock, settings, faults and access keys included. "
                "Another emulator, or the sandbox, takes it as it is."
            </p>
            <pre class="code-block">
                <code>"curl http://127.0.0.1:8000/_emulator/snapshot > snapshot.json\ncurl -X PUT http://127.0.0.1:8000/_emulator/snapshot \\\n  --data-binary @snapshot.json"</code>
            </pre>
        </Info>
    }
    .into_any()
}

fn say_failure(flashes: Flashes, message: &str) {
    let title = "The snapshot was not put back".to_owned();
    flashes.show(Flash::failure(Failure { title, message: message.to_owned(), ..Failure::default() }));
}

fn snapshot_panel(control: Control) -> AnyView {
    let (flashes, asking) = (use_flashes(), RwSignal::new(false));
    let (document, name) = (StoredValue::new(Value::Null), RwSignal::new(String::new()));
    let save = move || {
        let get = (Method::GET, "snapshot".to_owned(), Value::Null);
        control.run(get, "The snapshot was not taken", |snapshot| {
            download("chime-emulator.json", "application/json", &snapshot.to_string());
        });
    };
    let read = move |file: File, input: HtmlInputElement| {
        spawn_local(async move {
            let text = JsFuture::from(file.text()).await.ok().and_then(|text| text.as_string());
            // The same file can be chosen again.
            input.set_value("");
            match text.and_then(|text| serde_json::from_str(&text).ok()) {
                Some(snapshot) => {
                    document.try_set_value(snapshot);
                    name.try_set(file.name());
                    asking.try_set(true);
                }
                None => say_failure(flashes, "The file is no JSON document."),
            }
        });
    };
    let choose = move |event: web_sys::Event| {
        let input = event.target().and_then(|target| target.dyn_into::<HtmlInputElement>().ok());
        let file = input.clone().and_then(|input| input.files()?.get(0));
        if let (Some(file), Some(input)) = (file, input) {
            read(file, input);
        }
    };
    let restore = move || {
        let put = (Method::PUT, "snapshot".to_owned(), document.get_value());
        control.run(put, "The snapshot was not put back", move |_| {
            asking.set(false);
            control.say("The emulator has the data of the snapshot");
        });
    };
    let id = unique_id("snapshot");
    view! {
        <Panel title="Snapshot" description="Everything that is stored, as one file.">
            <div class="between">
                <div class="field">
                    <label class="field-label" for=id.clone()>"Put a snapshot back"</label>
                    <input class="input" type="file" id=id accept=".json,application/json" on:change=choose />
                </div>
                <Button icon=IconName::Download on_press=save busy=control.busy>"Download a snapshot"</Button>
            </div>
        </Panel>
        <Confirm
            open=asking
            title="Put the snapshot back"
            action="Replace everything"
            objects=Signal::derive(move || vec![name.get()])
            effect="Everything that is stored now is gone, and what the file holds takes its place."
            type_to_confirm=Some("replace".to_owned())
            busy=control.busy
            on_confirm=restore
        />
    }
    .into_any()
}

fn fill_panel(control: Control) -> AnyView {
    let asking = RwSignal::new(false);
    let fill = move || {
        control.run((Method::POST, "demo".to_owned(), Value::Null), "The demo data was not added", move |_| {
            control.say("The demo data is there");
        });
    };
    let forget = move || {
        control.run((Method::POST, "reset".to_owned(), Value::Null), "Nothing was forgotten", move |_| {
            asking.set(false);
            control.say("The emulator is empty");
        });
    };
    view! {
        <Panel title="Demo data" description="Nine accounts, telephony, meetings and an app instance, as of the past ten weeks.">
            <Button on_press=fill busy=control.busy>"Add the demo data"</Button>
        </Panel>
        <Panel title="Reset" danger=true>
            <div class="between">
                <p>"Forgets everything: accounts, numbers, meetings, events, settings, faults and the clock."</p>
                <Button kind=ButtonKind::Danger icon=IconName::Trash on_press=move || asking.set(true)>"Reset"</Button>
            </div>
        </Panel>
        <Confirm
            open=asking
            title="Reset the emulator"
            action="Reset"
            objects=Vec::new()
            effect="Everything that is stored is gone. Take a snapshot first if you may want it back."
            type_to_confirm=Some("reset".to_owned())
            busy=control.busy
            on_confirm=forget
        />
    }
    .into_any()
}

/// Snapshot, settings, demo data, reset.
pub(super) fn page() -> AnyView {
    let control = Control::new();
    view! {
        <PageHeader title="Data and settings" beside=info />
        {snapshot_panel(control)}
        {settings::panel()}
        {fill_panel(control)}
    }
    .into_any()
}
