//! The fields for keys: typed, or pasted in any form that the AWS tools print. What is entered is never echoed.

use leptos::{prelude::*, task::spawn_local};
use wasm_bindgen_futures::JsFuture;
use web_sys::ClipboardEvent;

use crate::session::{Credentials, PasteError, Pasted, parse_credentials};
use crate::ui::{Button, IconName, Notice, TextInput, Tone, announce, unique_id};

/// Keys while they are being entered. They are cleared as soon as they are taken.
#[derive(Clone, Copy)]
pub(crate) struct CredentialInput {
    id: RwSignal<String>,
    secret: RwSignal<String>,
    token: RwSignal<String>,
    expires: RwSignal<Option<i64>>,
    /// The Region that came along with pasted keys.
    pub(crate) region: RwSignal<Option<String>>,
    problem: RwSignal<Option<String>>,
    pasted: RwSignal<bool>,
}

impl CredentialInput {
    /// Empty fields.
    pub(crate) fn new() -> Self {
        Self {
            id: RwSignal::default(),
            secret: RwSignal::default(),
            token: RwSignal::default(),
            expires: RwSignal::default(),
            region: RwSignal::default(),
            problem: RwSignal::default(),
            pasted: RwSignal::default(),
        }
    }

    /// What was entered; none, with the problem said at the fields, while a part is missing.
    pub(crate) fn read(self) -> Option<Credentials> {
        let text = |field: RwSignal<String>| field.with_untracked(|text| text.trim().to_owned());
        let credentials = Credentials {
            access_key_id: text(self.id),
            secret_access_key: text(self.secret),
            session_token: Some(text(self.token)).filter(|token| !token.is_empty()),
            expires: self.expires.get_untracked(),
        };
        let problem = if credentials.access_key_id.is_empty() {
            Some("Enter the access key id.")
        } else if credentials.secret_access_key.is_empty() {
            Some("Enter the secret access key.")
        } else {
            None
        };
        self.problem.set(problem.map(str::to_owned));
        problem.is_none().then_some(credentials)
    }

    /// Forgets what was entered.
    pub(crate) fn clear(self) {
        for field in [self.id, self.secret, self.token] {
            field.set(String::new());
        }
        self.expires.set(None);
        self.pasted.set(false);
        self.problem.set(None);
    }

    fn take(self, pasted: Pasted) {
        let Credentials { access_key_id, secret_access_key, session_token, expires } = pasted.credentials;
        self.id.set(access_key_id);
        self.secret.set(secret_access_key);
        self.token.set(session_token.unwrap_or_default());
        self.expires.set(expires);
        self.region.set(pasted.region);
        self.problem.set(None);
        self.pasted.set(true);
        announce("Keys read");
    }

    /// A paste into any field. Whatever is not a set of keys goes into the field as usual.
    fn on_paste(self, event: &ClipboardEvent) {
        let text = event.clipboard_data().and_then(|data| data.get_data("text").ok()).unwrap_or_default();
        match parse_credentials(&text) {
            Ok(pasted) => self.take(pasted),
            Err(PasteError::Empty | PasteError::Unknown) => return,
            Err(error) => self.problem.set(Some(error.to_string())),
        }
        event.prevent_default();
    }

    async fn read_clipboard(self) {
        let text = JsFuture::from(window().navigator().clipboard().read_text()).await;
        match text.ok().and_then(|text| text.as_string()).map(|text| parse_credentials(&text)) {
            Some(Ok(pasted)) => self.take(pasted),
            Some(Err(error)) => self.problem.set(Some(error.to_string())),
            None => self.problem.set(Some("The browser does not allow this. Paste into a field instead.".to_owned())),
        }
    }
}

/// The fields.
#[component]
pub(crate) fn CredentialFields(input: CredentialInput) -> AnyView {
    let help = unique_id("keys-help");
    let described_by = help.clone();
    let field = move |label: &'static str, value: RwSignal<String>, secret: bool| {
        let id = unique_id("key");
        let typed = move |text| {
            value.set(text);
            // Keys that are typed over are other keys.
            input.expires.set(None);
            input.pasted.set(false);
        };
        view! {
            <div class="field">
                <label class="field-label" for=id.clone()>
                    {label}
                    {(label == "Session token").then(|| view! { <span class="field-optional">" optional"</span> })}
                </label>
                <TextInput
                    id
                    value
                    on_input=typed
                    input_type=if secret { "password" } else { "text" }
                    // "off" is not heeded for passwords; "one-time-code" is never kept.
                    autocomplete=if secret { "one-time-code" } else { "off" }
                    mono=true
                />
            </div>
        }
    };
    view! {
        <fieldset class="group-field" aria-describedby=described_by on:paste=move |event| input.on_paste(&event)>
            <legend>"Keys"</legend>
            <div class="between">
                <p class="field-help" id=help>
                    "Type them, or paste " <code class="code">"export AWS_…"</code> " lines, a section of "
                    <code class="code">"~/.aws/credentials"</code> " or the output of "
                    <code class="code">"aws configure export-credentials"</code> " into any field."
                </p>
                <Button icon=IconName::Copy on_press=move |()| spawn_local(input.read_clipboard())>
                    "Paste keys"
                </Button>
            </div>
            {field("Access key id", input.id, false)}
            {field("Secret access key", input.secret, true)}
            {field("Session token", input.token, true)}
            <div role="status">
                {move || input.pasted.get().then(|| view! { <Notice tone=Tone::Success title="Keys read." /> })}
            </div>
            <div role="alert">
                {move || input.problem.get().map(|text| view! { <p class="field-error">{text}</p> })}
            </div>
        </fieldset>
    }
    .into_any()
}
