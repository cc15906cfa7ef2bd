//! Every form of the console is known to the test that tries its limits in a browser (`tests/browser/limits.spec.ts`).

#![allow(clippy::unwrap_used, reason = "in a test, a missing value is the failure")]

use std::collections::{BTreeMap, BTreeSet};
use std::fs;
use std::path::{Path, PathBuf};

use chime_model::Operation;

/// Forms whose operation is not written beside them. The explorer's are made from the shapes alone, which its own tests hold;
/// the one for tags is for three operations.
const UNNAMED: [&str; 2] = ["src/pages/developer/operation.rs", "src/pages/tags.rs"];
const TAGS: [&str; 3] = ["TagAttendee", "TagMeeting", "TagResource"];

fn files(folder: &Path) -> Vec<PathBuf> {
    let entries = fs::read_dir(folder).unwrap().map(|entry| entry.unwrap().path());
    let mut found: Vec<_> = entries.flat_map(|path| if path.is_dir() { files(&path) } else { vec![path] }).collect();
    found.sort();
    found
}

/// The words that follow `before` in a text, letters and digits only.
fn words_after<'a>(text: &'a str, before: &'a str) -> impl Iterator<Item = &'a str> {
    text.match_indices(before).map(|(place, _)| {
        let rest = &text[place + before.len()..];
        rest.split(|letter: char| !letter.is_ascii_alphanumeric()).next().unwrap_or_default()
    })
}

#[test]
fn every_form_is_tried_by_the_test_of_limits() {
    let root = Path::new(env!("CARGO_MANIFEST_DIR"));
    let (mut forms, mut unnamed) = (BTreeMap::<String, usize>::new(), Vec::new());
    for path in files(&root.join("src/pages")) {
        let source = fs::read_to_string(&path).unwrap();
        let here = path.strip_prefix(root).unwrap().to_str().unwrap().to_owned();
        for word in words_after(&source, "Form::new(") {
            if word != "Operation" {
                unnamed.push(here.clone());
            }
        }
        for operation in words_after(&source, "Form::new(Operation::") {
            *forms.entry(operation.to_owned()).or_default() += 1;
        }
    }
    assert_eq!(unnamed, UNNAMED);
    forms.extend(TAGS.map(|operation| (operation.to_owned(), 1)));

    let mut tried = BTreeMap::<String, usize>::new();
    for path in files(&root.join("tests/browser")) {
        let is_list =
            path.file_name().unwrap().to_str().unwrap().starts_with("forms") && !path.ends_with("forms.spec.ts");
        if is_list {
            for operation in words_after(&fs::read_to_string(&path).unwrap(), "operation: '") {
                *tried.entry(operation.to_owned()).or_default() += 1;
            }
        }
    }
    let missing: Vec<_> =
        forms.iter().filter(|(name, count)| tried.get(*name).is_none_or(|tried| tried < count)).collect();
    assert!(missing.is_empty(), "forms that tests/browser/forms*.ts does not know: {missing:?}");
    let gone: BTreeSet<_> = tried.keys().filter(|name| !forms.contains_key(*name)).collect();
    assert!(gone.is_empty(), "no form is over {gone:?}");
    assert!(tried.keys().all(|name| Operation::ALL.iter().any(|operation| operation.name() == name)));
}
