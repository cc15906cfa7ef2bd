//! Every operation of the API has its place on a page made for it. (The explorer reaches all of them by their shapes, which its own
//! tests hold.)

#![allow(clippy::unwrap_used, reason = "in a test, a missing value is the failure")]

use std::collections::{BTreeMap, BTreeSet};
use std::fs;
use std::path::{Path, PathBuf};

use chime_model::Operation;

/// Operations that only the explorer calls. It may only get shorter.
const NOT_ON_A_PAGE: &[&str] = &[];

/// The sources below a folder, without the explorer's.
fn sources(folder: &Path) -> Vec<PathBuf> {
    let entries = fs::read_dir(folder).unwrap().map(|entry| entry.unwrap().path());
    let mut found: Vec<_> = entries
        .filter(|path| !path.ends_with("pages/developer"))
        .flat_map(|path| if path.is_dir() { sources(&path) } else { vec![path] })
        .collect();
    found.sort();
    found
}

/// The operations that a source calls: it names them, and not only among the reads that a write makes stale.
fn called(source: &str) -> BTreeSet<&str> {
    const NAME: &str = "Operation::";
    // What only a test calls, no person does.
    let source = source.split("#[cfg(test)]\nmod").next().unwrap_or_default();
    let word = |text: &str| text.len() - text.trim_start_matches(|letter: char| letter.is_ascii_alphanumeric()).len();
    let stale = |before: &str| {
        let mut before = before.trim_end();
        while let Some(rest) = before.strip_suffix(',') {
            let Some((head, last)) = rest.rsplit_once(NAME) else { break };
            if word(last) != last.len() {
                break;
            }
            before = head.trim_end();
        }
        before.ends_with("&[") || before.ends_with("stale = [")
    };
    let places = source.match_indices(NAME);
    places
        .filter(|(place, _)| !stale(&source[..*place]))
        .map(|(place, _)| {
            let rest = &source[place + NAME.len()..];
            &rest[..word(rest)]
        })
        .collect()
}

#[test]
fn every_operation_is_called_from_a_page() {
    let mut pages: BTreeMap<String, Vec<PathBuf>> = BTreeMap::new();
    for path in sources(&Path::new(env!("CARGO_MANIFEST_DIR")).join("src/pages")) {
        let source = fs::read_to_string(&path).unwrap();
        for name in called(&source) {
            pages.entry(name.to_owned()).or_default().push(path.clone());
        }
    }
    let missing: Vec<_> =
        Operation::ALL.iter().map(|operation| operation.name()).filter(|name| !pages.contains_key(*name)).collect();
    assert_eq!(missing, NOT_ON_A_PAGE, "left: what no page calls; right: what may be missing");
}

#[test]
fn naming_a_stale_read_is_not_calling_it() {
    let source = "write(session, Operation::UpdateBot, input, &[Operation::GetBot, Operation::ListBots]).await;\n\
                  const KINDS: [Operation; 1] = [Operation::ListRooms];\n#[cfg(test)]\nmod tests { Operation::GetRoom }";
    assert_eq!(called(source), BTreeSet::from(["UpdateBot", "ListRooms"]));
}
