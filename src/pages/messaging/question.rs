//! A question before something is changed for somebody, and the change.

use chime_model::Operation;
use leptos::prelude::*;
use serde_json::Value;

use crate::pages::ask::{Ask, Deed};
use crate::ui::*;

/// What is asked, and what a yes does.
pub struct Question {
    /// The title of the dialog.
    pub title: &'static str,
    /// The word on the button.
    pub action: &'static str,
    /// Whether the button warns.
    pub kind: ButtonKind,
    /// The names of what it happens to.
    pub objects: Signal<Vec<String>>,
    /// What will happen.
    pub effect: &'static str,
    /// What else goes with it.
    pub goes_with: Signal<Vec<String>>,
    /// What the person must type, for what cannot be undone.
    pub typed: Signal<Option<String>>,
    /// Who acts, where the call has a bearer.
    pub acting: Option<Signal<String>>,
    /// What is called.
    pub operation: Operation,
    /// With what.
    pub input: Callback<(), Value>,
    /// The reads that it makes stale.
    pub stale: &'static [Operation],
    /// What is said when it worked.
    pub done: &'static str,
    /// What is said when it did not.
    pub failed: &'static str,
    /// What happens then.
    pub then: Option<Callback<()>>,
}

impl Question {
    /// A question about one call, whose other parts the page names.
    pub fn of(operation: Operation, input: impl Fn() -> Value + Send + Sync + 'static) -> Self {
        Self {
            title: "",
            action: "",
            kind: ButtonKind::Danger,
            objects: Signal::default(),
            effect: "",
            goes_with: Signal::default(),
            typed: Signal::default(),
            acting: None,
            operation,
            input: Callback::new(move |()| input()),
            stale: &[],
            done: "",
            failed: "",
            then: None,
        }
    }

    /// The dialog, over `open`.
    pub fn view(self, open: RwSignal<bool>) -> AnyView {
        let ask = Ask::over(open);
        let Self { operation, input, stale, done, failed, then, acting, .. } = self;
        let confirm = move || {
            let deed = Deed { operation, input: untrack(|| input.run(())), stale, done, failed };
            ask.act(deed, move || {
                if let Some(then) = then {
                    then.try_run(());
                }
            });
        };
        view! {
            <Confirm
                open
                title=self.title
                action=self.action
                kind=self.kind
                objects=self.objects
                effect=self.effect
                goes_with=self.goes_with
                type_to_confirm=self.typed
                busy=ask.busy
                on_confirm=confirm
            >
                {acting.map(acting_as)}
            </Confirm>
        }
        .into_any()
    }
}

/// Says in a dialog whose right is used.
pub fn acting_as(name: Signal<String>) -> AnyView {
    view! { <p class="muted">"You act as " <Personal text=name /> "."</p> }.into_any()
}
