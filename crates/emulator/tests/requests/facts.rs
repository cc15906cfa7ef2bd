//! What a client knows: ids, and which of them were seen together.

use std::collections::{BTreeMap, BTreeSet};

use rand::Rng;
use rand::rngs::StdRng;
use rand::seq::IndexedRandom;
use serde_json::Value;

/// Ids that belong together, by their class.
pub type Fact = BTreeMap<String, String>;

/// Old facts make room for new ones, so that most of what a client asks for is still there.
const MOST: usize = 300;

#[derive(Default)]
pub struct Facts(Vec<Fact>);

impl Facts {
    /// A fact that holds as many of the wanted classes as any of a few, drawn.
    pub fn about(&self, random: &mut StdRng, wanted: &[String]) -> Fact {
        let drawn = (0..12).filter_map(|_| self.0.choose(random));
        drawn.max_by_key(|fact| wanted.iter().filter(|it| fact.contains_key(*it)).count()).cloned().unwrap_or_default()
    }

    /// Any id of a class, with anything.
    pub fn any(&self, random: &mut StdRng, class: &str) -> Option<String> {
        let known: Vec<&String> = self.0.iter().filter_map(|fact| fact.get(class)).collect();
        known.choose(random).map(|id| (*id).clone())
    }

    /// The different facts that hold all of these classes, cut down to them.
    pub fn holding(&self, classes: &[String]) -> BTreeSet<Fact> {
        let cut = |fact: &Fact| classes.iter().map(|it| Some((it.clone(), fact.get(it)?.clone()))).collect();
        self.0.iter().filter_map(cut).collect()
    }

    /// Remembers the ids of an input with those of each part of its output.
    pub fn learn(&mut self, random: &mut StdRng, input: &Value, output: &Value) {
        let mut found = Vec::new();
        collect(output, &ids(input), &mut found);
        for fact in found {
            if self.0.len() < MOST {
                self.0.push(fact);
            } else {
                self.0[random.random_range(0..MOST)] = fact;
            }
        }
    }
}

/// What members that mean the same thing have in common.
pub fn class(name: &str) -> String {
    let name = name.to_lowercase();
    let name = name.trim_end_matches("list").trim_end_matches('s');
    match name {
        "triggervalue" => "e164phonenumber",
        _ if name.contains("phonenumber") && !name.contains("order") && !name.contains("pool") => "e164phonenumber",
        "chimebearer" | "memberarn" | "appinstanceadminarn" | "channelmoderatorarn" | "createdby" => {
            "appinstanceuserarn"
        }
        "memberid" | "primaryuserid" => "userid",
        "useremail" => "email",
        _ => name,
    }
    .to_owned()
}

fn is_id(name: &str) -> bool {
    let class = class(name);
    ["id", "arn", "email", "e164phonenumber", "token", "domain"].iter().any(|end| class.ends_with(end))
}

/// The ids that stand directly in an object.
fn ids(value: &Value) -> Fact {
    let members = value.as_object().into_iter().flatten().filter(|(name, _)| is_id(name));
    members.filter_map(|(name, value)| Some((class(name), value.as_str()?.to_owned()))).collect()
}

fn collect(value: &Value, around: &Fact, found: &mut Vec<Fact>) {
    let mut here = around.clone();
    here.extend(ids(value));
    let before = found.len();
    for (name, part) in value.as_object().into_iter().flatten() {
        match part {
            Value::Object(_) => collect(part, &here, found),
            Value::Array(items) => {
                for item in items {
                    match item.as_str() {
                        Some(text) if is_id(name) => {
                            let mut with = here.clone();
                            with.insert(class(name), text.to_owned());
                            found.push(with);
                        }
                        _ => collect(item, &here, found),
                    }
                }
            }
            _ => {}
        }
    }
    if found.len() == before && !here.is_empty() {
        found.push(here);
    }
}
