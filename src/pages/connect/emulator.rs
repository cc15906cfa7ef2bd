//! The emulator on this machine, found by itself and connected to with one click.

use chime_model::Operation;
use leptos::{prelude::*, task::spawn_local};

use crate::client::{CallError, emulator_answers, look_for_emulator, page_is_here};
use crate::session::{Credentials, Endpoint, Keep, Kind, Profile, use_session};
use crate::ui::{Button, ButtonKind, ErrorPanel, Failure, IconName, Panel};

/// Where an emulator may answer: its default address, the same port of the page's host, the page's own origin.
fn places() -> Vec<Endpoint> {
    let location = window().location();
    let host = location.hostname().unwrap_or_default();
    let addresses =
        [Endpoint::EMULATOR.to_owned(), format!("http://{host}:8000"), location.origin().unwrap_or_default()];
    let mut places: Vec<_> = addresses.iter().filter_map(|address| Endpoint::parse(address).ok()).collect();
    // A page from elsewhere must not make the browser ask whether it may look around in this network, before somebody wants it.
    if !page_is_here() {
        places.retain(|place| !place.is_loopback() && !place.is_plain_http());
    }
    places.dedup();
    places
}

/// A panel for the emulator that answers. While none does there is nothing, or on a page from elsewhere the offer to look for one.
#[component]
pub(super) fn FoundEmulator(connected: Callback<()>) -> AnyView {
    let session = use_session();
    let found = RwSignal::new(None);
    spawn_local(async move {
        for place in places() {
            if emulator_answers(&place).await {
                // The page may be gone.
                found.try_set(Some(place));
                break;
            }
        }
    });
    let connect = move |endpoint: Endpoint| {
        let profile = Profile {
            name: "Emulator".to_owned(),
            kind: Kind::Emulator,
            endpoint,
            region: Profile::REGION.to_owned(),
            relay: None,
        };
        // Everybody knows the emulator's default key: a reload may keep it.
        session.connect(profile, Credentials::emulator(), Keep::Tab);
        connected.run(());
    };
    let (busy, failed) = (RwSignal::new(false), RwSignal::new(None::<Failure>));
    let look = move |()| {
        let Ok(place) = Endpoint::parse(Endpoint::EMULATOR) else { return };
        busy.set(true);
        failed.set(None);
        spawn_local(async move {
            let outcome = look_for_emulator(&place).await;
            // The page may be gone.
            if busy.try_set(false).is_some() {
                return;
            }
            match outcome {
                Ok(()) => found.set(Some(place)),
                Err(kind) => {
                    let error =
                        CallError { operation: Operation::ListAccounts, kind, endpoint: Some(place), number: None };
                    let failure = error.failure("No emulator was found on this machine");
                    failed.set(Some(Failure { operation: None, ..failure }));
                }
            }
        });
    };
    let offer = move || {
        view! {
            <Panel
                title="An emulator on this machine"
                description="Does one run here? The browser may ask whether this page may reach apps on this device: allow it."
            >
                <div class="stack">
                    {move || failed.get().map(|failure| view! { <ErrorPanel failure /> })}
                    <Button icon=IconName::Search busy on_press=look>
                        "Look for it"
                    </Button>
                </div>
            </Panel>
        }
        .into_any()
    };
    (move || {
        let Some(endpoint) = found.get() else { return (!page_is_here()).then(offer) };
        let text = format!("It answers at {endpoint}.");
        Some(
            view! {
                <Panel title="An emulator runs on this machine" description=text>
                    <Button
                        kind=ButtonKind::Primary
                        icon=IconName::Emulator
                        on_press=move |()| connect(endpoint.clone())
                    >
                        "Connect to the emulator"
                    </Button>
                </Panel>
            }
            .into_any(),
        )
    })
    .into_any()
}
