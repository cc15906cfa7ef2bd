//! The emulator on this machine, found by itself and connected to with one click.

use leptos::{prelude::*, task::spawn_local};

use crate::client::emulator_answers;
use crate::session::{Credentials, Endpoint, Keep, Kind, Profile, use_session};
use crate::ui::{Button, ButtonKind, IconName, Panel};

/// Where an emulator may answer: its default address, the same port of the page's host, the page's own origin.
fn places() -> Vec<Endpoint> {
    let location = window().location();
    let host = location.hostname().unwrap_or_default();
    let addresses =
        [Endpoint::EMULATOR.to_owned(), format!("http://{host}:8000"), location.origin().unwrap_or_default()];
    let mut places: Vec<_> = addresses.iter().filter_map(|address| Endpoint::parse(address).ok()).collect();
    // A page from elsewhere must not make the browser ask whether it may look around in this network.
    let local = Endpoint::parse(&location.origin().unwrap_or_default()).is_ok_and(|page| page.is_loopback());
    if !local {
        places.retain(|place| !place.is_loopback() && !place.is_plain_http());
    }
    places.dedup();
    places
}

/// A panel for the emulator that answers; nothing while none does.
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
    (move || {
        let endpoint = found.get()?;
        let text = format!("It answers at {endpoint}.");
        Some(view! {
            <Panel title="An emulator runs on this machine" description=text>
                <Button
                    kind=ButtonKind::Primary
                    icon=IconName::Emulator
                    on_press=move |()| connect(endpoint.clone())
                >
                    "Connect to the emulator"
                </Button>
            </Panel>
        })
    })
    .into_any()
}
