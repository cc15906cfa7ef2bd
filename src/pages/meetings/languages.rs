//! Choosing languages for transcription: a text of codes with commas between, as check boxes.

use std::sync::Arc;

use leptos::prelude::*;

use crate::form::Node;
use crate::ui::*;

/// The languages of Amazon Transcribe in meetings, as the model names them.
pub(super) const LANGUAGES: [(&str, &str); 14] = [
    ("en-US", "English, US"),
    ("en-GB", "English, British"),
    ("en-AU", "English, Australian"),
    ("es-US", "Spanish, US"),
    ("fr-FR", "French"),
    ("fr-CA", "French, Canadian"),
    ("it-IT", "Italian"),
    ("de-DE", "German"),
    ("pt-BR", "Portuguese, Brazilian"),
    ("ja-JP", "Japanese"),
    ("ko-KR", "Korean"),
    ("zh-CN", "Chinese, simplified"),
    ("th-TH", "Thai"),
    ("hi-IN", "Hindi"),
];

fn codes(text: &str) -> Vec<String> {
    text.split(',').filter(|code| !code.is_empty()).map(str::to_owned).collect()
}

/// Check boxes for the languages that may be spoken.
pub(super) fn picker(node: &Arc<Node>) -> AnyView {
    let id = node.input_id().to_owned();
    let boxes = LANGUAGES.map(|(code, label)| {
        let (read, write) = (node.clone(), node.clone());
        let checked = Signal::derive(move || codes(&read.text()).iter().any(|chosen| chosen == code));
        let change = move |on: bool| {
            let mut chosen = codes(&untrack(|| write.text()));
            chosen.retain(|other| other != code);
            if on {
                chosen.push(code.to_owned());
            }
            write.set_text(chosen.join(","));
        };
        view! { <Checkbox checked on_change=change label /> }
    });
    view! { <div class="check-grid" id=id role="group" aria-label="Languages" tabindex="-1">{boxes.into_iter().collect_view()}</div> }.into_any()
}
