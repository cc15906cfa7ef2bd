//! Live regions: what happened, said by a screen reader.

use leptos::prelude::*;

const POLITE: &str = "live-polite";
const ASSERTIVE: &str = "live-assertive";

/// The two live regions. Stands once, in the frame.
#[component]
pub fn LiveRegion() -> AnyView {
    view! {
        <div id=POLITE class="visually-hidden" aria-live="polite" aria-atomic="true"></div>
        <div id=ASSERTIVE class="visually-hidden" aria-live="assertive" aria-atomic="true"></div>
    }
    .into_any()
}

/// Says `text` when the reader pauses.
pub fn announce(text: &str) {
    say(POLITE, text);
}

/// Says `text` at once: for what failed.
pub fn announce_now(text: &str) {
    say(ASSERTIVE, text);
}

fn say(region: &'static str, text: &str) {
    let Some(element) = document().get_element_by_id(region) else {
        return;
    };
    // A reader hears a change only: the same words twice differ by a no-break space.
    let same = element.text_content().as_deref() == Some(text);
    let text = if same { [text, "\u{a0}"].concat() } else { text.to_owned() };
    element.set_text_content(Some(&text));
}
