//! What happens outside the API, made to happen.

use leptos::prelude::*;

use super::hook_form;
use super::hook_table::HOOKS;
use crate::frame::Info;
use crate::table::UrlQuery;
use crate::ui::*;

fn info() -> AnyView {
    view! {
        <Info title="Hooks">
            <p>
                "People accept invitations, clients join meetings, hosts send pings, AWS Support restores accounts: none of that "
                "has an operation. Each hook is one such thing, under " <code>"/_emulator/hooks"</code> "."
            </p>
            <pre class="code-block">
                <code>"curl -X POST http://127.0.0.1:8000/_emulator/hooks/invitations/ID/accept"</code>
            </pre>
        </Info>
    }
    .into_any()
}

/// Chooses a hook, which stands in the URL, and shows its form.
pub(super) fn page() -> AnyView {
    let url = UrlQuery::new();
    let asked = Memo::new(move |_| {
        let asked = url.get("hook");
        HOOKS.iter().position(|hook| Some(hook.id) == asked.as_deref()).unwrap_or_default()
    });
    let links = HOOKS.iter().enumerate().map(|(place, hook)| {
        let head = (place == 0 || HOOKS[place - 1].group != hook.group)
            .then(|| view! { <li class="hook-group">{hook.group}</li> });
        let press = move || url.set(&[("hook", Some(hook.id.to_owned()))], true);
        let current = move || (asked.get() == place).then_some("true");
        view! {
            {head}
            <li>
                <button type="button" class="hook-link" aria-current=current on:click=move |_| press()>{hook.title}</button>
            </li>
        }
    });
    view! {
        <PageHeader title="Hooks" description="What no operation does: people, devices and AWS Support." beside=info />
        <div class="hooks">
            <nav aria-label="Hooks"><ul>{links.collect_view()}</ul></nav>
            <div>{move || HOOKS.get(asked.get()).map(hook_form::form)}</div>
        </div>
    }
    .into_any()
}
