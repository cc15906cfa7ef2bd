//! The profiles of this browser: use one, give it keys, forget it.

use leptos::{prelude::*, task::spawn_local};

use super::draft::Draft;
use crate::sandbox;
use crate::session::{Kind, Profile, use_session};
use crate::ui::{Button, ButtonKind, Confirm, Panel, focus_id};

/// The list; nothing while there are none.
#[component]
pub(super) fn KnownProfiles(draft: Draft, connected: Callback<()>) -> AnyView {
    let session = use_session();
    let (asking, forgotten) = (RwSignal::new(false), RwSignal::new(String::new()));
    let is_sandbox = Memo::new(move |_| {
        let name = forgotten.get();
        session.profiles().iter().any(|profile| profile.name == name && profile.kind == Kind::Sandbox)
    });
    let (busy, failed) = (RwSignal::new(false), RwSignal::new(None));
    let forget = move |()| {
        let (name, with_data) = (forgotten.get_untracked(), is_sandbox.get_untracked());
        busy.set(true);
        spawn_local(async move {
            let removed = if with_data { sandbox::remove(session).await } else { Ok(()) };
            // The page may be gone.
            busy.try_set(false);
            if removed.is_ok() {
                session.remove(&name);
                asking.try_set(false);
            }
            failed.try_set(removed.err());
        });
    };
    let effect = move || match is_sandbox.get() {
        true => "Everything the sandbox has kept is removed from this browser.",
        false => "The endpoint and its keys are removed from this browser. Nothing changes at the endpoint.",
    };
    let ask = Callback::new(move |name: String| {
        forgotten.set(name);
        failed.set(None);
        asking.set(true);
    });
    let rows =
        move || session.profiles().into_iter().map(|profile| row(&profile, draft, connected, ask)).collect_view();
    let any = Memo::new(move |_| !session.profiles().is_empty());
    view! {
        {move || {
            any.get()
                .then(|| {
                    view! {
                        <Panel title="Profiles">
                            <ul class="stack plain-list">{rows}</ul>
                        </Panel>
                    }
                })
        }}
        <Confirm
            open=asking
            title="Forget this profile?"
            action="Forget"
            objects=move || vec![forgotten.get()]
            effect=move || effect().to_owned()
            busy
            error=failed
            on_confirm=forget
        />
    }
    .into_any()
}

fn row(profile: &Profile, draft: Draft, connected: Callback<()>, ask: Callback<String>) -> AnyView {
    let session = use_session();
    let (name, forgotten, used) = (profile.name.clone(), profile.name.clone(), profile.name.clone());
    let edited = profile.clone();
    let edit = move |()| {
        draft.edit(&edited);
        focus_id(super::form::KEYS);
    };
    let use_it = move |()| {
        session.use_profile(&used);
        connected.run(());
    };
    let first = move || {
        if session.has_credentials(&name) {
            view! { <Button kind=ButtonKind::Primary on_press=use_it.clone()>"Use"</Button> }
        } else {
            view! { <Button on_press=edit.clone()>"Enter keys"</Button> }
        }
    };
    view! {
        <li class="between">
            <div>{about(profile)}</div>
            <div class="cluster">
                {first}
                <Button kind=ButtonKind::Ghost on_press=move |()| ask.run(forgotten.clone())>
                    "Forget"
                </Button>
            </div>
        </li>
    }
    .into_any()
}

/// What a profile is, and where.
pub(super) fn about(profile: &Profile) -> AnyView {
    let mark = ["env-mark ", profile.kind.class()].concat();
    let endpoint = match profile.kind {
        Kind::Sandbox => profile.place().to_owned(),
        _ => {
            let relay = profile.relay.as_ref().map_or(["", ""], |relay| [" · through ", relay.as_str()]);
            [profile.endpoint.as_str(), " · ", &profile.region, relay[0], relay[1]].concat()
        }
    };
    view! {
        <span class=mark>{profile.kind.word()}</span>
        " "
        <strong>{profile.name.clone()}</strong>
        <p class="muted">{endpoint}</p>
    }
    .into_any()
}
