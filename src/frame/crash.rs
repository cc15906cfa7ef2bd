//! A fault of the console itself: said on the page, since nothing in it works any more.

use std::panic::{PanicHookInfo, set_hook};

use web_sys::{console, window};

/// Shows panics to the person, and to the browser's console for whoever looks into them.
pub(super) fn show_panics() {
    set_hook(Box::new(|panic| {
        console::error_1(&panic.to_string().into());
        // Without a document there is nobody to tell.
        let _ = say(panic);
    }));
}

fn say(panic: &PanicHookInfo<'_>) -> Option<()> {
    let document = window()?.document()?;
    let notice = document.create_element("div").ok()?;
    notice.set_class_name("notice tone-error crash");
    notice.set_attribute("role", "alert").ok()?;
    let place = panic.location().map(|place| format!(" ({}:{})", place.file(), place.line())).unwrap_or_default();
    notice.set_text_content(Some(&format!(
        "Chime Console has stopped because of a fault of its own{place}. Reload the page."
    )));
    document.body()?.prepend_with_node_1(&notice).ok()
}
