//! Everything at once: snapshot, restore, reset.

mod support;

use chime_emulator::schedule::Action;
use chime_emulator::store::{MemoryStore, Store, Transaction};
use chime_emulator::{Emulator, Options};
use chime_model::{Operation, Timestamp};
use serde_json::{Map, Value, json};
use support::{Machine, START};

const DAY: i64 = 86_400_000;

#[test]
fn a_snapshot_brings_everything_back() {
    let machine = Machine::new();
    machine.done("POST", "/accounts", &json!({"Name": "kept"}));
    machine.done("POST", "/_emulator/clock", &json!({"Advance": "5d"}));
    machine.done("PUT", "/_emulator/settings", &json!({"Lenient": true}));
    let (at, owner) = (Timestamp(START + 6 * DAY), "111122223333".to_owned());
    let action = Action::AccountVanishes { aws_account_id: owner, account_id: "later".to_owned() };
    machine.emulator.hook(|context| Ok(context.schedule(at, &action)?)).expect("is scheduled");
    let accounts = machine.done("GET", "/accounts", &Value::Null);
    let snapshot = machine.done("GET", "/_emulator/snapshot", &Value::Null);

    machine.done("POST", "/_emulator/reset", &Value::Null);
    assert_eq!(machine.done("GET", "/accounts", &Value::Null)["Accounts"], json!([]));
    assert_eq!(machine.emulator.now(), Timestamp(START));
    assert_eq!(machine.done("GET", "/_emulator/schedule", &Value::Null)["Actions"], json!([]));

    machine.done("PUT", "/_emulator/snapshot", &snapshot);
    assert_eq!(machine.done("GET", "/accounts", &Value::Null), accounts);
    assert_eq!(machine.emulator.now(), Timestamp(START + 5 * DAY));
    assert_eq!(machine.done("GET", "/_emulator/settings", &Value::Null)["Lenient"], true);
    let answer = machine.done("POST", "/_emulator/clock", &json!({"Advance": "1d"}));
    assert_eq!(answer["ActionsDone"], 1, "the schedule goes on");

    let other = Machine::new();
    other.done("PUT", "/_emulator/snapshot", &snapshot);
    assert_eq!(other.done("GET", "/accounts", &Value::Null), accounts);
}

#[test]
fn a_snapshot_that_does_not_fit_changes_nothing() {
    let machine = Machine::new();
    machine.done("POST", "/accounts", &json!({"Name": "kept"}));
    let rows = |key: &str, row: Value| json!({"Format": "chime-emulator/2", "Rows": {key: row}});
    let documents = [
        json!({}),
        json!({"Format": "chime-emulator/99", "Rows": {}}),
        json!({"Format": "chime-emulator/2", "Rows": []}),
        rows("emulator/clock", json!("noon")),
        rows("due/000000000000001/x", json!({"Fly": {}})),
    ];
    for document in documents {
        assert_eq!(machine.ask("PUT", "/_emulator/snapshot", &document).0, 400, "{document}");
        assert_eq!(machine.done("GET", "/accounts", &Value::Null)["Accounts"][0]["Name"], "kept");
    }
}

#[test]
fn a_reset_repeats_the_ids() {
    let machine = Machine::new();
    let create = || machine.done("POST", "/accounts", &json!({"Name": "a"}))["Account"]["AccountId"].clone();
    let first = create();
    machine.done("POST", "/_emulator/reset", &Value::Null);
    assert_eq!(create(), first);
}

/// ACC-22, over data from before names were put in order whatever they hold: a snapshot, and a store as it is opened.
#[test]
fn names_of_an_older_layout_are_put_in_order() {
    let machine = Machine::new();
    let names = ["Acme", "Acme Corp", "Acme.org", "Acme/EU"];
    for name in names.iter().rev() {
        machine.done("POST", "/accounts", &json!({"Name": name}));
    }
    let now = machine.done("GET", "/_emulator/snapshot", &Value::Null);
    let old = as_before(&now);

    let other = Machine::new();
    other.done("PUT", "/_emulator/snapshot", &old);
    let listed = |machine: &Machine| {
        let found = machine.done("GET", "/accounts?name=Acme", &Value::Null);
        let found = found["Accounts"].as_array().expect("accounts").clone();
        found.into_iter().map(|account| account["Name"].as_str().expect("a name").to_owned()).collect::<Vec<_>>()
    };
    assert_eq!(listed(&other), names);
    let restored = other.done("GET", "/_emulator/snapshot", &Value::Null);
    assert_eq!(name_places(&restored), name_places(&now), "and nothing stays in an old place");
    assert_eq!(restored["Format"], now["Format"]);

    let store = MemoryStore::new();
    let write = |rows: &dyn Transaction| {
        old["Rows"].as_object().expect("rows").iter().try_for_each(|(key, row)| rows.put(key, &row.to_string()))
    };
    (&store as &dyn Store).update(write).expect("is written");
    let opened = Emulator::open(Box::new(store), || START, Options::default()).expect("opens");
    let found = opened.call(Operation::ListAccounts, json!({"Name": "Acme"})).expect("lists");
    let found: Vec<_> = found["Accounts"].as_array().expect("accounts").iter().map(|it| it["Name"].clone()).collect();
    assert_eq!(found, names);
}

fn name_places(snapshot: &Value) -> Vec<&String> {
    snapshot["Rows"].as_object().expect("rows").keys().filter(|key| key.starts_with("account.name/")).collect()
}

/// The same rows as the first layout had them: names in their places as they are.
fn as_before(snapshot: &Value) -> Value {
    let rows = snapshot["Rows"].as_object().expect("rows").clone();
    let mut rows: Map<_, _> = rows.into_iter().filter(|(key, _)| !key.starts_with("account.name/")).collect();
    for (_, row) in rows.clone().iter().filter(|(key, _)| key.starts_with("account/")) {
        let text = |name: &str| row[name].as_str().expect("text");
        let (owner, id, name) = (text("AwsAccountId"), text("AccountId"), text("Name").replace('/', "%2F"));
        let place = format!("account.name/{owner}/{name}/{START:015}/{owner}/{id}");
        rows.insert(place, json!(format!("{owner}/{id}")));
    }
    rows.insert("format".to_owned(), json!("chime-emulator/1"));
    json!({"Format": "chime-emulator/1", "Rows": rows})
}
