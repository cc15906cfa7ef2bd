//! Hooks as the control plane lists them. What a body holds is read from the sentence about the hook.

use chime_model::{Member, Shape};
use rand::Rng;
use rand::rngs::StdRng;
use rand::seq::IndexedRandom;
use serde_json::{Map, Value, json};

use super::Step;
use super::facts::{Fact, Facts, class};
use super::inputs;

#[derive(Clone)]
pub struct Hook {
    method: String,
    path: String,
    /// Members named in the sentence about it.
    members: Vec<String>,
}

/// The hooks in `GET /_emulator`.
pub fn of(index: &Value) -> Vec<Hook> {
    let routes = index["Routes"].as_array().expect("routes").iter();
    let text = |route: &Value, name: &str| route[name].as_str().expect("text").to_owned();
    let hook = |route: &Value| Hook {
        method: text(route, "Method"),
        path: text(route, "Path"),
        members: words(&text(route, "About")),
    };
    routes.map(hook).filter(|hook| hook.path.starts_with("/_emulator/hooks/")).collect()
}

/// `Claims Domains; a Team account …` names Domains.
fn words(about: &str) -> Vec<String> {
    let words = about.split(|c: char| !c.is_ascii_alphanumeric()).skip(1);
    words.filter(|word| *word == "Domains" || member(word).is_some()).map(str::to_owned).collect()
}

fn member(name: &str) -> Option<&'static Member> {
    Shape::all().flat_map(Shape::members).find(|member| member.name == name)
}

impl Hook {
    /// The classes of the ids in its path.
    pub fn labels(&self) -> Vec<String> {
        self.path.split('/').filter_map(label).map(class).collect()
    }

    pub fn step(&self, random: &mut StdRng, facts: &Facts, fact: &Fact) -> Step {
        let id =
            |name: &str| fact.get(&class(name)).map_or_else(|| "none".to_owned(), |id| chime_model::wire::encode(id));
        let segments = self.path.split('/').map(|it| label(it).map_or_else(|| it.to_owned(), id));
        let path = segments.collect::<Vec<_>>().join("/");
        let mut body = Map::new();
        for name in &self.members {
            let value = match member(name) {
                _ if !random.random_bool(0.85) => continue,
                None => json!([inputs::DOMAINS.choose(random)]),
                Some(member) => inputs::value(random, facts, fact, member.shape.shape(), name),
            };
            body.insert(name.clone(), value);
        }
        Step::Control { method: self.method.clone(), path, body: body.into() }
    }
}

fn label(segment: &str) -> Option<&str> {
    segment.strip_prefix('{')?.strip_suffix('}')
}
