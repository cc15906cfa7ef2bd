//! The request that a form or a button will send, as a person would send it without the console.
//!
//! Secrets of the input are masked, and keys are named by their environment variables only.

mod cli;
mod curl;
mod http;
mod mask;
mod names;
mod python;
mod shell;

use chime_model::Operation;
use leptos::prelude::*;
use serde_json::Value;

use crate::session::use_session;
use crate::ui::{Choice, Copy, Segmented};

/// What a text is made from.
struct Call<'a> {
    operation: Operation,
    /// The input, secrets masked.
    input: &'a Value,
    endpoint: &'a str,
    region: &'a str,
}

impl Call<'_> {
    fn text(&self, language: &str) -> String {
        match language {
            "curl" => curl::text(self),
            "python" => python::text(self),
            "http" => http::text(self),
            _ => cli::text(self),
        }
    }
}

/// The request, folded; live while it is open.
#[component]
pub fn RequestPreview(#[prop(into)] operation: Signal<Operation>, #[prop(into)] input: Signal<Value>) -> AnyView {
    let session = use_session();
    let open = RwSignal::new(false);
    let language = RwSignal::new("cli".to_owned());
    let text = Signal::derive(move || {
        let Some(profile) = session.profile() else { return String::new() };
        let input = input.with(mask::masked);
        let (operation, endpoint, region) = (operation.get(), profile.address(), &*profile.region);
        Call { operation, input: &input, endpoint, region }.text(&language.get())
    });
    let languages = || {
        vec![
            Choice::new("cli", "AWS CLI"),
            Choice::new("curl", "curl"),
            Choice::new("python", "Python"),
            Choice::new("http", "JSON"),
        ]
    };
    // `toggle` tells of both ways, and of the keyboard.
    let toggle = move |event: web_sys::Event| {
        let details = event.target().map(|target| js_sys::Reflect::get(&target, &"open".into()));
        open.set(details.is_some_and(|open| open.is_ok_and(|open| open.is_truthy())));
    };
    let content = move || {
        open.get().then(|| {
            view! {
                <div class="code-tabs between">
                    <Segmented
                        label="Language"
                        options=Signal::derive(languages)
                        value=language
                        on_change=move |chosen| language.set(chosen)
                    />
                    <Copy text=text label="Copy the request" />
                </div>
                <pre class="code-block" tabindex="0"><code>{text}</code></pre>
            }
        })
    };
    view! {
        <details class="request-preview" on:toggle=toggle>
            <summary>"The request this sends"</summary>
            {content}
        </details>
    }
    .into_any()
}
