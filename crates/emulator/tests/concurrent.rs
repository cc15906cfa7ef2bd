//! Sixteen clients at once, each its own connection, reading and writing: no update is lost, and nobody hears of locks.
//!
//! `CHIME_CLIENT_SECONDS` sets how long; `cargo xtask stress` runs it for a minute.
#![cfg(feature = "server")]

mod support;

use std::collections::BTreeSet;
use std::sync::atomic::{AtomicU32, Ordering};
use std::time::{Duration, Instant};

use serde_json::{Value, json};
use support::program::{Program, send};

const CLIENTS: usize = 16;

fn ask(address: &str, method: &str, path: &str, body: &Value) -> Value {
    let body = if body.is_null() { String::new() } else { body.to_string() };
    let answer = send(address, method, path, &[], body.as_bytes()).expect("an answer");
    assert!((200..300).contains(&answer.status), "{method} {path}: {answer:?}");
    serde_json::from_str(&answer.body).unwrap_or_default()
}

fn text(value: &Value) -> String {
    value.as_str().expect("text").to_owned()
}

/// What one client did to the account that all share.
#[derive(Default)]
struct Work {
    groups: BTreeSet<String>,
    users: BTreeSet<String>,
    reads: u32,
}

#[test]
fn sixteen_clients_lose_no_update_and_meet_no_lock() {
    let seconds = std::env::var("CHIME_CLIENT_SECONDS").ok().and_then(|text| text.parse().ok()).unwrap_or(3);
    let directory = tempfile::tempdir().expect("a directory");
    let file = directory.path().join("data");
    let program = Program::start(&["--allow-unsigned", "--data", file.to_str().expect("text")]);
    let api = &program.api;
    let account =
        ask(api, "POST", "/_emulator/hooks/accounts", &json!({ "Name": "Shared", "Domains": ["example.com"] }));
    let account = text(&account["Account"]["AccountId"]);
    let end = Instant::now() + Duration::from_secs(seconds);
    let number = AtomicU32::new(0);
    let work: Vec<Work> = std::thread::scope(|threads| {
        let client = |_| threads.spawn(|| client(api, &account, &number, end));
        let clients: Vec<_> = (0..CLIENTS).map(client).collect();
        clients.into_iter().map(|it| it.join().expect("no client fails")).collect()
    });

    let groups: BTreeSet<String> = work.iter().flat_map(|it| it.groups.iter().cloned()).collect();
    let users: BTreeSet<String> = work.iter().flat_map(|it| it.users.iter().cloned()).collect();
    let shown = ask(api, "GET", &format!("/accounts/{account}"), &Value::Null);
    let shown = shown["Account"]["SigninDelegateGroups"].as_array().expect("groups").iter();
    assert_eq!(shown.map(|it| text(&it["GroupName"])).collect::<BTreeSet<_>>(), groups);
    assert_eq!(listed(api, &account), users);
    println!(
        "{} groups and {} users written, {} reads",
        groups.len(),
        users.len(),
        work.iter().map(|it| it.reads).sum::<u32>()
    );
    assert!(groups.len() > CLIENTS && users.len() > CLIENTS);
}

/// Adds users, adds and removes names in one list that everybody changes, and reads in between.
fn client(api: &str, account: &str, number: &AtomicU32, end: Instant) -> Work {
    let mut work = Work::default();
    let here = format!("/accounts/{account}");
    while Instant::now() < end {
        let number = number.fetch_add(1, Ordering::SeqCst);
        let group = format!("group {number}");
        let groups = json!({ "SigninDelegateGroups": [{ "GroupName": &group }] });
        ask(api, "POST", &format!("{here}?operation=associate-signin-delegate-groups"), &groups);
        // A name is taken away again two times out of three, so that the list does not grow without end.
        if number.is_multiple_of(3) {
            work.groups.insert(group);
        } else {
            let names = json!({ "GroupNames": [group] });
            ask(api, "POST", &format!("{here}?operation=disassociate-signin-delegate-groups"), &names);
        }
        let person = json!({ "Email": format!("user{number}@example.com") });
        let user = ask(api, "POST", &format!("/_emulator/hooks/accounts/{account}/sign-up"), &person);
        let user = text(&user["User"]["UserId"]);
        let read = ask(api, "GET", &format!("{here}/users/{user}"), &Value::Null);
        assert_eq!(text(&read["User"]["UserId"]), user, "what was answered is there to be read");
        ask(api, "GET", &format!("{here}/users?max-results=5"), &Value::Null);
        work.reads += 2;
        work.users.insert(user);
    }
    work
}

fn listed(api: &str, account: &str) -> BTreeSet<String> {
    let (mut ids, mut token) = (BTreeSet::new(), String::new());
    loop {
        let page = ask(api, "GET", &format!("/accounts/{account}/users?max-results=200{token}"), &Value::Null);
        let users = page["Users"].as_array().expect("users");
        ids.extend(users.iter().map(|user| text(&user["UserId"])));
        match page["NextToken"].as_str() {
            Some(next) => token = format!("&next-token={next}"),
            None => return ids,
        }
    }
}
