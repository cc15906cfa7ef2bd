//! The request that a form or a button will send, as a person would send it without the console.
//!
//! Secrets of the input are masked, and keys are named by their environment variables only.

mod cli;
mod curl;
mod http;
mod javascript;
mod names;
mod python;
mod shell;

use chime_model::Operation;
use chime_model::masking::{Masking, masked};
use leptos::prelude::*;
use serde_json::Value;

use super::handed;
use crate::routes;
use crate::session::use_session;
use crate::ui::{ButtonLink, Choice, Copy, Fold, IconName, Segmented};
pub use names::words;

/// A call as it is written down.
#[derive(Clone, Copy)]
pub struct Call<'a> {
    /// What is asked.
    pub operation: Operation,
    /// The input, secrets masked.
    pub input: &'a Value,
    /// The base URL, without a slash at its end.
    pub endpoint: &'a str,
    /// The Region to sign for.
    pub region: &'a str,
}

impl Call<'_> {
    /// The languages: the value of each, and its name.
    pub const LANGUAGES: [(&'static str, &'static str); 5] =
        [("cli", "AWS CLI"), ("curl", "curl"), ("python", "Python"), ("javascript", "JavaScript"), ("http", "HTTP")];

    /// The call in one of the languages.
    #[must_use]
    pub fn text(&self, language: &str) -> String {
        match language {
            "curl" => curl::text(self),
            "python" => python::text(self),
            "javascript" => javascript::text(self),
            "http" => http::text(self),
            _ => cli::text(self),
        }
    }
}

/// The request in each language; `first` is the one shown at first.
#[component]
pub fn RequestText(
    #[prop(into)] operation: Signal<Operation>,
    #[prop(into)] input: Signal<Value>,
    #[prop(default = "cli")] first: &'static str,
) -> AnyView {
    let session = use_session();
    let language = RwSignal::new(first.to_owned());
    let text = Signal::derive(move || {
        let Some(profile) = session.profile() else { return String::new() };
        let input = input.with(|input| masked(input, &[Masking::Secret]));
        let (operation, endpoint, region) = (operation.get(), profile.address(), &*profile.region);
        Call { operation, input: &input, endpoint, region }.text(&language.get())
    });
    let languages: Vec<_> = Call::LANGUAGES.iter().map(|(value, name)| Choice::new(*value, *name)).collect();
    view! {
        <div class="code-tabs">
            <Segmented
                label="Language"
                options=Signal::stored(languages)
                value=language
                on_change=move |chosen| language.set(chosen)
            />
            <Copy text=text label="Copy the request" />
        </div>
        <pre class="code-block" tabindex="0"><code>{text}</code></pre>
    }
    .into_any()
}

/// The request, folded; live while it is open.
#[component]
pub fn RequestPreview(#[prop(into)] operation: Signal<Operation>, #[prop(into)] input: Signal<Value>) -> AnyView {
    let href = Signal::derive(move || input.with(|input| routes::explore(operation.get(), input)));
    let hand = move || input.with_untracked(|input| handed::hand(operation.get_untracked(), input));
    view! {
        <Fold class="request-preview" summary=|| "The request this sends">
            <RequestText operation input />
            // Before the click, which the question about unsaved changes may keep to itself.
            <div class="request-preview-foot" on:pointerdown=move |_| hand() on:focusin=move |_| hand()>
                <ButtonLink href icon=IconName::Code>"Open in the API explorer"</ButtonLink>
            </div>
        </Fold>
    }
    .into_any()
}
