//! The question before rooms are deleted: what they are called must be typed.

use leptos::prelude::*;

use crate::ui::*;

/// Asks before the rooms called `names` go. One is confirmed by its own name, several by that of the account.
#[component]
pub fn DeleteRooms(
    open: RwSignal<bool>,
    names: Signal<Vec<String>>,
    #[prop(optional, into)] account_name: Signal<String>,
    #[prop(optional, into)] busy: Signal<bool>,
    #[prop(into)] on_confirm: Callback<()>,
) -> AnyView {
    let title = move || if names.with(Vec::len) > 1 { "Delete rooms" } else { "Delete room" }.to_owned();
    let typed = move || {
        names.with(|names| match names.as_slice() {
            [] => None,
            [one] => Some(one.clone()),
            _ => Some(account_name.get()),
        })
    };
    let goes_with = ["All memberships: nobody is told", "Every message in it, for good"].map(str::to_owned).to_vec();
    view! {
        <Confirm
            open
            title=Signal::derive(title)
            action=Signal::derive(title)
            objects=names
            effect="This cannot be undone, by nobody: there is no operation that brings a room back."
            goes_with=Signal::stored(goes_with)
            type_to_confirm=Signal::derive(typed)
            busy
            on_confirm
        />
    }
    .into_any()
}
