//! An emulator whose rest comes later: what it does before, and that it is the same afterwards.

mod support;

use bytes::Bytes;
use chime_emulator::rest::{Incomplete, Rest};
use http::Request;
use serde_json::{Value, json};
use support::Machine;

fn snapshot(machine: &Machine) -> Value {
    machine.done("GET", "/_emulator/snapshot", &Value::Null)
}

/// Asks for what needs the rest.
fn is_refused(machine: &Machine, method: &str, path: &str) -> bool {
    let request = Request::builder().method(method).uri(path).body(Bytes::new()).expect("a request");
    machine.emulator.handle(request).extensions().get::<Incomplete>().is_some()
}

#[test]
fn the_accounts_of_the_demo_are_there_before_the_rest() {
    let machine = Machine::incomplete();
    assert!(is_refused(&machine, "POST", "/_emulator/demo"), "not begun where it cannot be ended");
    machine.emulator.begin_demo().expect("its accounts");
    let accounts = machine.done("GET", "/accounts", &Value::Null)["Accounts"].clone();
    assert_eq!(accounts.as_array().map(Vec::len), Some(9));
    for path in ["/phone-numbers", "/voice-connectors", "/meetings", "/_emulator/clock"] {
        assert!(is_refused(&machine, "GET", path), "{path}");
    }
    assert!(machine.emulator.end_demo().is_err());

    machine.emulator.complete(Rest::new());
    machine.emulator.end_demo().expect("all of it");
    assert_eq!(machine.done("GET", "/accounts", &Value::Null)["Accounts"], accounts, "what was seen before stays");
    let whole = Machine::new();
    whole.done("POST", "/_emulator/demo", &Value::Null);
    assert_eq!(snapshot(&machine)["Rows"], snapshot(&whole)["Rows"]);
}

#[test]
fn what_falls_due_waits_for_the_rest() {
    let machine = Machine::incomplete();
    let account = machine.done("POST", "/accounts", &json!({ "Name": "Old Mill" }))["Account"]["AccountId"].clone();
    let path = format!("/accounts/{}", account.as_str().expect("an id"));
    machine.done("DELETE", &path, &Value::Null);
    machine.pass(91 * 24 * 3_600_000);
    // ACC-10 is due, and every call begins with what is.
    assert!(is_refused(&machine, "GET", "/accounts") && is_refused(&machine, "GET", "/accounts"));
    machine.emulator.complete(Rest::new());
    assert_eq!(machine.done("GET", "/accounts", &Value::Null)["Accounts"], json!([]));
    assert_eq!(machine.ask("POST", &format!("/_emulator/hooks{path}/restore"), &Value::Null).0, 404);
}
