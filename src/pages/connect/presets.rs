//! What a site presets for its team: the profiles of `config.json` beside the page. They hold no keys.

use gloo_net::http::{Request, Response};
use leptos::{prelude::*, task::spawn_local};
use serde_json::Value;
use web_sys::RequestCache;

use super::draft::{Draft, Problems, profile};
use super::known::about;
use crate::session::{Endpoint, Kind, Profile, use_session};
use crate::ui::{Button, Notice, Panel, Tone, focus_id};

const FILE: &str = "config.json";
const MEMBERS: [&str; 5] = ["name", "endpoint", "region", "relay", "kind"];
/// What the names of secrets contain, in small letters and digits alone.
const SECRETS: [&str; 6] = ["accesskey", "secret", "token", "password", "credential", "apikey"];

type Read = Result<Vec<Profile>, Vec<String>>;

/// The profiles of the site that this browser does not have yet, or what is wrong with the file; nothing where there is none.
#[component]
pub(super) fn Presets(draft: Draft) -> AnyView {
    let (session, config) = (use_session(), RwSignal::new(Ok(Vec::new())));
    spawn_local(async move {
        if let Some(text) = fetch().await {
            // The page may be gone.
            config.try_set(read(&text));
        }
    });
    (move || match config.get() {
        Ok(presets) => {
            let known = session.profiles();
            let new: Vec<_> = presets.into_iter().filter(|preset| !known.contains(preset)).collect();
            let replaces = |preset: &Profile| known.iter().any(|profile| profile.name == preset.name);
            let rows = new.iter().map(|preset| row(preset, replaces(preset), draft)).collect_view();
            (!new.is_empty())
                .then(|| {
                    view! {
                        <Panel title="Profiles of this site">
                            <ul class="stack plain-list">{rows}</ul>
                        </Panel>
                    }
                })
                .into_any()
        }
        Err(wrong) => {
            let wrong = wrong.into_iter().map(|wrong| view! { <li>{wrong}</li> }).collect_view();
            view! {
                <div role="alert">
                    <Notice tone=Tone::Error title="The config.json of this site cannot be used".to_owned()>
                        <p>"None of its profiles are offered. Whoever runs this site can mend it:"</p>
                        <ul class="bullets">{wrong}</ul>
                    </Notice>
                </div>
            }
            .into_any()
        }
    })
    .into_any()
}

fn row(preset: &Profile, replaces: bool, draft: Draft) -> AnyView {
    let edited = preset.clone();
    let edit = move |()| {
        draft.edit(&edited);
        focus_id(super::form::KEYS);
    };
    let note = replaces.then(|| view! { <p class="muted">"Takes the place of your profile of this name."</p> });
    view! {
        <li class="between">
            <div>{about(preset)} {note}</div>
            <Button on_press=edit>"Enter keys"</Button>
        </li>
    }
    .into_any()
}

/// The file; none where the host has none, or answers with the page as it does to any path.
async fn fetch() -> Option<String> {
    let answer = Request::get(FILE).cache(RequestCache::NoCache).send().await.ok().filter(Response::ok)?;
    answer.text().await.ok().filter(|text| !text.trim_start().starts_with('<'))
}

/// The profiles of the file, or everything that is wrong with it.
fn read(text: &str) -> Read {
    let config: Value =
        serde_json::from_str(text).map_err(|error| vec![["It is no JSON: ", &error.to_string()].concat()])?;
    let mut wrong = Vec::new();
    find_secrets("", &config, &mut wrong);
    find_unknown("", &config, &["profiles"], &mut wrong);
    let mut profiles = Vec::<Profile>::new();
    match &config["profiles"] {
        Value::Null => {}
        Value::Array(all) => {
            for (index, preset) in all.iter().enumerate() {
                let path = ["profiles[", &index.to_string(), "]"].concat();
                find_unknown(&path, preset, &MEMBERS, &mut wrong);
                let Some(preset) = read_profile(&path, preset, &mut wrong) else { continue };
                if profiles.iter().any(|other| other.name == preset.name) {
                    wrong.push([&path, ".name: Another profile has this name."].concat());
                }
                profiles.push(preset);
            }
        }
        _ => wrong.push("profiles: Must be a list.".to_owned()),
    }
    if wrong.is_empty() { Ok(profiles) } else { Err(wrong) }
}

fn read_profile(path: &str, preset: &Value, wrong: &mut Vec<String>) -> Option<Profile> {
    let mut complain = |member: &str, why: &str| wrong.push([path, ".", member, ": ", why].concat());
    preset.as_object()?;
    let mut texts = MEMBERS.map(|member| match &preset[member] {
        Value::String(text) => Some(text.as_str()),
        Value::Null if preset.get(member).is_none() => Some(""),
        _ => {
            complain(member, "Must be a text.");
            None
        }
    });
    if preset.get("region").is_none() {
        texts[2] = Some(Profile::REGION);
    }
    let [Some(name), Some(endpoint), Some(region), Some(relay), Some(kind)] = texts else { return None };
    let kind = match kind {
        "" => kind_of(endpoint),
        _ => [Kind::Emulator, Kind::Amazon, Kind::Custom].into_iter().find(|known| known.value() == kind).or_else(
            || {
                complain("kind", "Must be emulator, amazon or custom.");
                None
            },
        )?,
    };
    let Problems { endpoint, relay, region, name } = match profile(kind, endpoint, relay, region, name) {
        Ok(profile) => return Some(profile),
        Err(problems) => problems,
    };
    for (member, why) in [("name", name), ("endpoint", endpoint), ("region", region), ("relay", relay)] {
        why.iter().for_each(|why| complain(member, why));
    }
    None
}

/// What stands behind an address, where the file does not say.
fn kind_of(endpoint: &str) -> Kind {
    match Endpoint::parse(endpoint) {
        Ok(endpoint) if endpoint.is_loopback() => Kind::Emulator,
        Ok(endpoint) if [".amazon.com", ".amazonaws.com"].iter().any(|of| endpoint.authority().ends_with(of)) => {
            Kind::Amazon
        }
        _ => Kind::Custom,
    }
}

fn find_unknown(path: &str, value: &Value, known: &[&str], wrong: &mut Vec<String>) {
    let Some(members) = value.as_object() else {
        let path = if path.is_empty() { "The file" } else { path };
        wrong.push([path, ": Must be an object with ", &known.join(", "), "."].concat());
        return;
    };
    for member in members.keys().filter(|member| !known.contains(&member.as_str()) && !is_secret(member)) {
        wrong.push([&below(path, member), ": Is not known. There may be ", &known.join(", "), "."].concat());
    }
}

/// Everybody who can open the site can read the file.
fn find_secrets(path: &str, value: &Value, wrong: &mut Vec<String>) {
    let refuse = ": Keys must not stand here, where everybody who opens this site can read them. \
                  Remove it, and make a new key in its place: this one is known.";
    match value {
        Value::Object(members) => {
            for (member, value) in members {
                let path = below(path, member);
                match is_secret(member) {
                    true => wrong.push([&path, refuse].concat()),
                    false => find_secrets(&path, value, wrong),
                }
            }
        }
        Value::Array(all) => {
            for (index, value) in all.iter().enumerate() {
                find_secrets(&[path, "[", &index.to_string(), "]"].concat(), value, wrong);
            }
        }
        Value::String(text) if is_access_key_id(text) => wrong.push([path, refuse].concat()),
        _ => {}
    }
}

fn below(path: &str, member: &str) -> String {
    if path.is_empty() { member.to_owned() } else { [path, ".", member].concat() }
}

fn is_secret(member: &str) -> bool {
    let letters: String = member.chars().filter(char::is_ascii_alphanumeric).map(|c| c.to_ascii_lowercase()).collect();
    matches!(letters.as_str(), "key" | "keys") || SECRETS.iter().any(|secret| letters.contains(secret))
}

/// As AWS writes them: of a user, or temporary.
fn is_access_key_id(text: &str) -> bool {
    let rest = text.strip_prefix("AKIA").or_else(|| text.strip_prefix("ASIA"));
    rest.is_some_and(|rest| rest.len() == 16 && rest.bytes().all(|b| b.is_ascii_uppercase() || b.is_ascii_digit()))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_ships_presets_nothing() {
        assert_eq!(read(include_str!("../../../public/config.json")), Ok(Vec::new()));
        assert_eq!(read("{}"), Ok(Vec::new()));
    }

    #[test]
    fn a_profile_may_say_as_little_as_a_name_and_an_address() {
        let text = r#"{"profiles": [
            {"name": "Production", "endpoint": "https://service.chime.aws.amazon.com/console", "relay": "https://relay.example.com"},
            {"name": "Test", "endpoint": "http://localhost:8000"},
            {"name": "Lab", "endpoint": "https://chime.example.com", "region": "eu-west-1", "kind": "amazon"}
        ]}"#;
        let [production, test, lab] = <[Profile; 3]>::try_from(read(text).unwrap()).unwrap();
        assert_eq!((production.kind, production.region.as_str()), (Kind::Amazon, "us-east-1"));
        assert_eq!(production.endpoint.as_str(), "https://service.chime.aws.amazon.com/console");
        assert_eq!(production.relay.unwrap().as_str(), "https://relay.example.com");
        assert_eq!((test.kind, test.relay), (Kind::Emulator, None));
        assert_eq!((lab.kind, lab.region.as_str()), (Kind::Amazon, "eu-west-1"));
    }

    fn wrong(text: &str) -> Vec<String> {
        let cut = |wrong: String| wrong.split_once(". ").map_or(wrong.clone(), |(first, _)| first.to_owned());
        read(text).unwrap_err().into_iter().map(cut).collect()
    }

    #[test]
    fn keys_are_refused_wherever_they_stand() {
        let why = ": Keys must not stand here, where everybody who opens this site can read them";
        let text = r#"{"Secret-Access_Key": "x", "profiles": [
            {"name": "AKIAIOSFODNN7EXAMPLE", "endpoint": "https://a.example.com", "sessionToken": null}
        ]}"#;
        let places = ["Secret-Access_Key", "profiles[0].name", "profiles[0].sessionToken"];
        assert_eq!(wrong(text), places.map(|place| [place, why].concat()));
    }

    #[test]
    fn every_fault_is_said_with_its_place() {
        let text = r#"{"profile": [], "profiles": [
            {"name": "A", "endpoint": "http://a.example.com", "relay": "https://relay.example.com", "colour": "red"},
            {"name": 1, "endpoint": "https://a.example.com", "kind": "sandbox"},
            {"name": "B", "endpoint": "a.example.com", "region": "us east"},
            {"name": "C", "endpoint": "https://a.example.com", "kind": "sandbox"},
            "D"
        ]}"#;
        assert_eq!(
            wrong(text),
            [
                "profile: Is not known",
                "profiles[0].colour: Is not known",
                "profiles[0].relay: A relay passes to https addresses only",
                "profiles[1].name: Must be a text.",
                "profiles[2].endpoint: This is not a web address",
                "profiles[2].region: Enter a Region, such as us-east-1.",
                "profiles[3].kind: Must be emulator, amazon or custom.",
                "profiles[4]: Must be an object with name, endpoint, region, relay, kind.",
            ]
        );
        let twice = r#"{"profiles": [{"name": "A", "endpoint": "https://a.example.com"}, {"name": "A", "endpoint": "https://b.example.com"}]}"#;
        assert_eq!(wrong(twice), ["profiles[1].name: Another profile has this name."]);
        assert_eq!(wrong("[]"), ["The file: Must be an object with profiles."]);
        assert_eq!(wrong(r#"{"profiles": {}}"#), ["profiles: Must be a list."]);
        assert!(wrong("{")[0].starts_with("It is no JSON: "));
    }
}
