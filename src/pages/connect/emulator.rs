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

/// How far the search is.
#[derive(Clone, PartialEq)]
enum Search {
    /// Nobody may look before somebody wants it.
    Unasked,
    Looking,
    Found(Endpoint),
    Absent,
}

impl Search {
    fn title(&self) -> &'static str {
        if matches!(self, Self::Found(_)) { "An emulator runs on this machine" } else { "An emulator on this machine" }
    }

    fn words(&self) -> String {
        match self {
            Self::Unasked => {
                "Does one run here? The browser may ask whether this page may reach apps on this device: allow it."
                    .to_owned()
            }
            Self::Looking => "Looking whether one answers.".to_owned(),
            Self::Found(endpoint) => ["It answers at ", &endpoint.to_string(), "."].concat(),
            Self::Absent => {
                ["None answers at ", Endpoint::EMULATOR, ". Start one, such as chime-emulator --demo, and look again."]
                    .concat()
            }
        }
    }
}

/// A panel for the emulator of this machine. It is there from the start, so that nothing moves when one is found.
#[component]
pub(super) fn FoundEmulator(connected: Callback<()>) -> AnyView {
    let session = use_session();
    let here = page_is_here();
    let search = RwSignal::new(if here { Search::Looking } else { Search::Unasked });
    spawn_local(async move {
        for place in places() {
            if emulator_answers(&place).await {
                // The page may be gone.
                search.try_set(Search::Found(place));
                return;
            }
        }
        if here {
            search.try_set(Search::Absent);
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
    let failed = RwSignal::new(None::<Failure>);
    let look = move |()| {
        let Ok(place) = Endpoint::parse(Endpoint::EMULATOR) else { return };
        search.set(Search::Looking);
        failed.set(None);
        spawn_local(async move {
            let outcome = look_for_emulator(&place).await;
            let kind = match outcome {
                // The page may be gone.
                Ok(()) => return drop(search.try_set(Search::Found(place))),
                Err(kind) => kind,
            };
            let error = CallError { operation: Operation::ListAccounts, kind, endpoint: Some(place), number: None };
            let failure = error.failure("No emulator was found on this machine");
            failed.try_set(Some(Failure { operation: None, ..failure }));
            search.try_set(if here { Search::Absent } else { Search::Unasked });
        });
    };
    let found = Memo::new(move |_| match search.get() {
        Search::Found(endpoint) => Some(endpoint),
        _ => None,
    });
    let busy = Signal::derive(move || search.with(|search| *search == Search::Looking));
    let label = move || if search.with(|search| *search == Search::Absent) { "Look again" } else { "Look for it" };
    let act = move || match found.get() {
        Some(endpoint) => view! {
            <Button
                kind=ButtonKind::Primary
                icon=IconName::Emulator
                on_press=move |()| connect(endpoint.clone())
            >
                "Connect to the emulator"
            </Button>
        }
        .into_any(),
        None => view! {
            <Button icon=IconName::Search busy on_press=look>
                {label}
            </Button>
        }
        .into_any(),
    };
    view! {
        <Panel
            title=Signal::derive(move || search.with(Search::title).to_owned())
            description=Signal::derive(move || Some(search.with(Search::words)))
        >
            <div class="stack">{move || failed.get().map(|failure| view! { <ErrorPanel failure /> })} {act}</div>
        </Panel>
    }
    .into_any()
}
