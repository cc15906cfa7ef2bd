//! Switches, quotas and faults (F-11).

use http::Method;
use serde::Deserialize;
use serde_json::{Value, json};

use super::{Request, Route};
use crate::Emulator;
use crate::configuration::{Fault, Faults, Settings};
use crate::failure::Failure;
use crate::service::quota::Quota;

pub(super) const ROUTES: &[Route] = &[
    Route {
        method: Method::GET,
        path: "/_emulator/settings",
        about: "Tells the switches and quotas.",
        run: get_settings,
    },
    Route {
        method: Method::PUT,
        path: "/_emulator/settings",
        about: "Replaces them: Lenient (Team accounts pass Enterprise gates), DisabledAccountsVisible, \
                PhoneNumberOrderMs, CallingNameMs, SipMediaApplicationCallMs, UniqueSipMediaApplicationNames, \
                EndEmptyMeetings (after five minutes with nobody connected), Quotas by name.",
        run: put_settings,
    },
    Route { method: Method::GET, path: "/_emulator/faults", about: "Lists the faults in force.", run: get_faults },
    Route {
        method: Method::PUT,
        path: "/_emulator/faults",
        about: "Replaces them: {\"Faults\": [{\"Operation\": \"ListUsers\", \"Exception\": \"ThrottledClientException\", \"Rate\": 0.5, \
                \"LatencyMs\": 800}]}; no Operation means all, Status stands for Exception where a proxy is played, the first drawn wins.",
        run: put_faults,
    },
    Route { method: Method::DELETE, path: "/_emulator/faults", about: "Ends all faults.", run: delete_faults },
];

fn get_settings(emulator: &Emulator, _: &Request<'_>) -> Result<Value, Failure> {
    Ok(json!(emulator.configuration().settings))
}

fn put_settings(emulator: &Emulator, request: &Request<'_>) -> Result<Value, Failure> {
    let settings: Settings = request.json()?;
    if let Some(unknown) = settings.quotas.keys().find(|name| Quota::named(name).is_none()) {
        return Err(Failure::bad_request(no_such_quota(unknown)));
    }
    emulator.configure(|configuration| {
        configuration.settings = settings;
        Ok(())
    })?;
    get_settings(emulator, request)
}

/// What is wrong with the name, and which names it may have been meant to be.
fn no_such_quota(name: &str) -> String {
    let near = Quota::near(name);
    let (lead, quotas) =
        if near.is_empty() { ("The quotas are", Quota::ALL) } else { ("Near it are", near.as_slice()) };
    let names: Vec<&str> = quotas.iter().map(|quota| quota.name()).collect();
    format!("Quotas: there is no quota {name:?}. {lead} {}.", names.join(", "))
}

#[derive(Deserialize)]
#[serde(rename_all = "PascalCase", deny_unknown_fields)]
struct PutFaults {
    faults: Vec<Fault>,
}

fn get_faults(emulator: &Emulator, _: &Request<'_>) -> Result<Value, Failure> {
    Ok(json!({ "Faults": emulator.configuration().faults }))
}

fn put_faults(emulator: &Emulator, request: &Request<'_>) -> Result<Value, Failure> {
    let PutFaults { faults } = request.json()?;
    if let Some(mistake) = faults.iter().find_map(Fault::mistake) {
        return Err(Failure::bad_request(mistake));
    }
    set_faults(emulator, Faults(faults))?;
    get_faults(emulator, request)
}

fn delete_faults(emulator: &Emulator, _: &Request<'_>) -> Result<Value, Failure> {
    set_faults(emulator, Faults::default())?;
    Ok(json!({}))
}

fn set_faults(emulator: &Emulator, faults: Faults) -> Result<(), Failure> {
    emulator.configure(|configuration| {
        configuration.faults = faults;
        Ok(())
    })
}
