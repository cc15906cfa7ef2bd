//! Everything at once: snapshot, restore, reset.

mod support;

use chime_emulator::schedule::Action;
use chime_model::Timestamp;
use serde_json::{Value, json};
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
    let rows = |key: &str, row: Value| json!({"Format": "chime-emulator/1", "Rows": {key: row}});
    let documents = [
        json!({}),
        json!({"Format": "chime-emulator/99", "Rows": {}}),
        json!({"Format": "chime-emulator/1", "Rows": []}),
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
