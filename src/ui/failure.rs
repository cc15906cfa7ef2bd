//! What went wrong, with everything that is needed to tell somebody else.

use leptos::prelude::*;

use super::{Button, Copy, IconName, Notice, Tone};

/// A failure in words that a person can read and pass on.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Failure {
    /// What did not work: "The account was not deleted".
    pub title: String,
    /// Why, in the service's words.
    pub message: String,
    /// The service's error code.
    pub code: Option<String>,
    /// The id that the service gave the request.
    pub request_id: Option<String>,
    /// What was asked for.
    pub operation: Option<String>,
    /// What to do.
    pub advice: Option<String>,
    /// Where more of it is told: the words and the address of a link.
    pub more: Option<(&'static str, String)>,
}

impl Failure {
    /// Everything of it as lines of text.
    pub fn copy_text(&self) -> String {
        let mut text = self.title.clone();
        let parts = [
            ("Code", self.code.as_deref()),
            ("Message", Some(self.message.as_str())),
            ("Operation", self.operation.as_deref()),
            ("Request id", self.request_id.as_deref()),
        ];
        for (label, value) in parts {
            if let Some(value) = value.filter(|value| !value.is_empty()) {
                text.push('\n');
                text.push_str(label);
                text.push_str(": ");
                text.push_str(value);
            }
        }
        text
    }
}

/// A failure in its place: code, message, request id, advice, copy and retry.
#[component]
pub fn ErrorPanel(failure: Failure, #[prop(optional, into)] on_retry: Option<Callback<()>>) -> AnyView {
    let retry = on_retry.map(|on_retry| {
        view! {
            <Button icon=IconName::Refresh on_press=move || on_retry.run(())>
                "Try again"
            </Button>
        }
    });
    view! {
        <div role="alert">
            <Notice tone=Tone::Error title=failure.title.clone()>
                {failure_body(&failure)}
                <div class="cluster">{retry}</div>
            </Notice>
        </div>
    }
    .into_any()
}

/// The parts of a failure below its title.
pub(crate) fn failure_body(failure: &Failure) -> AnyView {
    let code = failure.code.clone().map(|code| view! { <code class="code">{code}</code> " " });
    let advice = failure.advice.clone().map(|advice| view! { <p>{advice}</p> });
    let more = failure.more.clone().map(|(words, href)| view! { <a class="link" href=href>{words}</a> });
    let facts = [("Operation", failure.operation.clone()), ("Request id", failure.request_id.clone())]
        .into_iter()
        .filter_map(|(label, value)| {
            value.map(|value| view! { <span class="fact">{label} " " <code class="mono">{value}</code></span> })
        })
        .collect_view();
    view! {
        <p>{code} {failure.message.clone()}</p>
        {advice}
        <p class="failure-facts">
            {facts}
            {more}
            <Copy text=failure.copy_text() label="Copy the error's details" />
        </p>
    }
    .into_any()
}

#[cfg(test)]
mod tests {
    use super::Failure;

    #[test]
    fn copies_what_is_known() {
        let failure = Failure {
            title: "The account was not deleted".into(),
            message: "Users remain".into(),
            code: Some("Unprocessable".into()),
            request_id: Some("r-1".into()),
            ..Failure::default()
        };
        assert_eq!(
            failure.copy_text(),
            "The account was not deleted\nCode: Unprocessable\nMessage: Users remain\nRequest id: r-1"
        );
    }
}
