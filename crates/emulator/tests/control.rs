//! The control plane: clock, schedule, events, faults, keys.

mod support;

use bytes::Bytes;
use chime_emulator::Options;
use chime_emulator::handle::Delay;
use chime_emulator::schedule::Action;
use chime_model::Timestamp;
use http::Request;
use serde_json::{Value, json};
use support::{Machine, START};

const DAY: i64 = 86_400_000;

/// An action for an account that is not there: nothing happens when it comes.
fn vanishing(account: &str) -> Action {
    Action::AccountVanishes { aws_account_id: "111122223333".to_owned(), account_id: account.to_owned() }
}

fn schedule(machine: &Machine, account: &str, days: i64) {
    let action = vanishing(account);
    let at = Timestamp(machine.emulator.now().0 + days * DAY);
    machine.emulator.hook(|context| Ok(context.schedule(at, &action)?)).expect("is scheduled");
}

fn scheduled(machine: &Machine) -> Vec<Value> {
    let list = machine.done("GET", "/_emulator/schedule", &Value::Null);
    list["Actions"].as_array().cloned().unwrap_or_default()
}

#[test]
fn the_control_plane_describes_itself() {
    let machine = Machine::new();
    let index = machine.done("GET", "/_emulator", &Value::Null);
    let routes = index["Routes"].as_array().expect("routes");
    for path in
        ["/_emulator/health", "/_emulator/clock", "/_emulator/events", "/_emulator/faults", "/_emulator/snapshot"]
    {
        assert!(routes.iter().any(|route| route["Path"] == path), "{path}");
    }
    assert!(routes.iter().all(|route| route["About"].as_str().is_some_and(|about| about.ends_with('.'))));
    assert_eq!(machine.ask("GET", "/_emulator/nothing", &Value::Null).0, 404);
    assert_eq!(machine.ask("PATCH", "/_emulator/clock", &Value::Null).0, 405);
}

#[test]
fn it_needs_no_signature_and_answers_no_strangers() {
    let machine = Machine::with(Options::default());
    let ask = |path: &str, origin: &str| {
        let request = Request::get(path).header("host", "emulator:8000").header("origin", origin).body(Bytes::new());
        machine.emulator.handle(request.expect("a request")).status().as_u16()
    };
    assert_eq!(machine.ask("GET", "/_emulator/clock", &Value::Null).0, 200);
    for near in ["http://localhost:8080", "http://127.0.0.1:8080", "http://[::1]:8080", "http://emulator:8080"] {
        assert_eq!(ask("/_emulator/clock", near), 200, "{near}");
    }
    for far in ["https://example.com", "null", "http://localhost.example.com", "http://127.0.0.1@example.com"] {
        assert_eq!(ask("/_emulator/clock", far), 403, "{far}");
    }
    assert_eq!(ask("/_emulator/health", "https://example.com"), 200);
}

#[test]
fn the_clock_moves_and_runs_on() {
    // F-9, G-70.
    let machine = Machine::new();
    let clock = |body: Value| machine.done("POST", "/_emulator/clock", &body);
    assert_eq!(clock(json!({"Advance": "90d"}))["Time"], "2020-12-12T12:26:40.000Z");
    machine.pass(1_500);
    let told = machine.done("GET", "/_emulator/clock", &Value::Null);
    assert_eq!(told["Time"], "2020-12-12T12:26:41.500Z");
    assert_eq!(told["WallTime"], "2020-09-13T12:26:41.500Z");
    assert_eq!(clock(json!({"Set": "2030-01-01T00:00:00Z"}))["Time"], "2030-01-01T00:00:00.000Z");
    assert_eq!(clock(json!({"Stop": true}))["Stopped"], true);
    machine.pass(60_000);
    assert_eq!(clock(json!({"Advance": "1h"}))["Time"], "2030-01-01T01:00:00.000Z");
    assert_eq!(clock(json!({"Start": true}))["Stopped"], false);
    assert_eq!(clock(json!({"Reset": true}))["Time"], "2020-09-13T12:27:41.500Z");
}

#[test]
fn a_move_that_makes_no_sense_is_refused() {
    let machine = Machine::new();
    let moves = [
        json!({}),
        json!({"Advance": "1d", "Reset": true}),
        json!({"Advance": "soon"}),
        json!({"Advance": 5}),
        json!({"Set": "tomorrow"}),
        json!({"Set": "1969-12-31T00:00:00Z"}),
        json!({"Sideways": true}),
        json!([]),
    ];
    for body in moves {
        assert_eq!(machine.ask("POST", "/_emulator/clock", &body).0, 400, "{body}");
    }
}

#[test]
fn what_is_due_is_done_in_its_order_when_somebody_looks() {
    // F-9, Appendix C.
    let machine = Machine::new();
    schedule(&machine, "second", 2);
    schedule(&machine, "first", 1);
    schedule(&machine, "first", 1);
    schedule(&machine, "third", 3);
    let accounts: Vec<_> =
        scheduled(&machine).iter().map(|due| due["Action"]["AccountVanishes"]["AccountId"].clone()).collect();
    assert_eq!(accounts, ["first", "second", "third"], "twice the same is once");
    machine.pass(DAY - 1);
    assert_eq!(machine.emulator.run_due().expect("runs"), 0);
    machine.pass(1);
    assert_eq!(machine.emulator.run_due().expect("runs"), 1);
    let answer = machine.done("POST", "/_emulator/clock", &json!({"Advance": "1d"}));
    assert_eq!(answer["ActionsDone"], 1);
    let answer = machine.done("POST", "/_emulator/schedule/run", &Value::Null);
    assert_eq!((&answer["ActionsDone"], &answer["Time"]), (&json!(1), &json!("2020-09-16T12:26:40.000Z")));
    assert!(scheduled(&machine).is_empty());
}

#[test]
fn what_was_scheduled_can_be_taken_back() {
    let machine = Machine::new();
    schedule(&machine, "kept", 1);
    schedule(&machine, "taken-back", 1);
    let action = vanishing("taken-back");
    machine.emulator.hook(|context| Ok(context.unschedule(Timestamp(START + DAY), &action)?)).expect("is taken back");
    assert_eq!(scheduled(&machine).len(), 1);
}

#[test]
fn events_are_filtered_and_paged() {
    let machine = Machine::new();
    for number in 1..=5 {
        let kind = if number % 2 == 0 { "Even" } else { "Odd" };
        machine.emulator.hook(|context| Ok(context.event(kind, json!({ "Number": number }))?)).expect("is recorded");
    }
    let numbers = |query: &str| {
        let list = machine.done("GET", &format!("/_emulator/events?{query}"), &Value::Null);
        let events = list["Events"].as_array().cloned().unwrap_or_default();
        events.iter().map(|event| event["Detail"]["Number"].as_i64().expect("a number")).collect::<Vec<_>>()
    };
    assert_eq!(numbers(""), [1, 2, 3, 4, 5]);
    assert_eq!(numbers("kind=Odd&limit=2"), [1, 3]);
    assert_eq!(numbers("kind=Odd&after=3"), [5]);
    assert_eq!(numbers("operation=CreateUser"), [0; 0]);
    assert_eq!(machine.ask("GET", "/_emulator/events?limit=many", &Value::Null).0, 400);
    machine.done("DELETE", "/_emulator/events", &Value::Null);
    assert_eq!(numbers(""), [0; 0]);
}

#[test]
fn a_failed_call_leaves_no_event() {
    let machine = Machine::new();
    let failed = machine.emulator.hook(|context| {
        context.event("Never", json!({}))?;
        Err::<(), _>(context.absent("such thing"))
    });
    assert!(failed.is_err());
    assert_eq!(machine.done("GET", "/_emulator/events", &Value::Null)["Events"], json!([]));
}

#[test]
fn faults_befall_the_operations_they_name_and_undo_what_was_done() {
    // F-11, G-13 step 10.
    let machine = Machine::new();
    let fault =
        json!({"Faults": [{"Operation": "CreateAccount", "Exception": "ThrottledClientException", "LatencyMs": 250}]});
    machine.done("PUT", "/_emulator/faults", &fault);
    let request = Request::post("/accounts").body(Bytes::from_static(b"{\"Name\": \"a\"}")).expect("a request");
    let response = machine.emulator.handle(request);
    assert_eq!((response.status().as_u16(), support::error_type(&response)), (429, "ThrottledClientException"));
    assert_eq!(response.extensions().get::<Delay>().map(|delay| delay.0.as_millis()), Some(250));
    assert_eq!(
        machine.done("GET", "/accounts", &Value::Null)["Accounts"],
        json!([]),
        "undone, and not befallen itself"
    );
    // G-13: a fault comes last.
    assert_eq!(machine.ask("POST", "/accounts", &json!({})).0, 400);
    machine.done("PUT", "/_emulator/faults", &json!({"Faults": [{"Status": 502}]}));
    assert_eq!(machine.ask("GET", "/accounts", &Value::Null).0, 502);
    machine.done("DELETE", "/_emulator/faults", &Value::Null);
    assert_eq!(machine.ask("POST", "/accounts", &json!({"Name": "a"})).0, 201);
}

#[test]
fn a_rate_befalls_some_calls() {
    let machine = Machine::new();
    machine.done(
        "PUT",
        "/_emulator/faults",
        &json!({"Faults": [{"Exception": "ServiceUnavailableException", "Rate": 0.5}]}),
    );
    let failed = (0..200).filter(|_| machine.ask("GET", "/accounts", &Value::Null).0 == 503).count();
    assert!((60..140).contains(&failed), "{failed} of 200");
}

#[test]
fn faults_that_make_no_sense_are_refused() {
    let machine = Machine::new();
    let faults = [
        json!({"Operation": "FlyAway"}),
        json!({"Exception": "NoSuchException"}),
        json!({"Status": 200}),
        json!({"Rate": 1.5}),
        json!({"LatencyMs": 999_999_999}),
        json!({"Colour": "blue"}),
    ];
    for fault in faults {
        assert_eq!(machine.ask("PUT", "/_emulator/faults", &json!({"Faults": [fault]})).0, 400, "{fault}");
    }
}

#[test]
fn settings_are_replaced_whole() {
    // F-11.
    let machine = Machine::new();
    let put = json!({"Lenient": true, "Quotas": {"RoomsPerAccount": 2}});
    let settings = machine.done("PUT", "/_emulator/settings", &put);
    assert_eq!((&settings["Lenient"], &settings["Quotas"]), (&json!(true), &json!({"RoomsPerAccount": 2})));
    let settings = machine.done("PUT", "/_emulator/settings", &json!({}));
    assert_eq!((&settings["Lenient"], &settings["DisabledAccountsVisible"]), (&json!(false), &json!(true)));
    assert_eq!(settings["Quotas"], json!({}), "what is left out goes back to what it was at first");
    assert_eq!(machine.ask("PUT", "/_emulator/settings", &json!({"Lenient": "yes"})).0, 400);
}

#[test]
fn a_misspelt_quota_is_refused_with_the_names_near_it() {
    // F-11.
    let machine = Machine::new();
    machine.done("PUT", "/_emulator/settings", &json!({"Quotas": {"SipRules": 2}}));
    let near = [
        ("SipRule", "Near it are SipRules."),
        ("RoomPerAccount", "Near it are RoomsPerAccount, BotsPerAccount."),
        ("Rooms", "Near it are RoomsPerAccount, MembersPerRoom."),
        ("colours", "The quotas are AdminsPerAppInstance, AppInstancesPerAwsAccount, "),
        ("", "The quotas are AdminsPerAppInstance, "),
    ];
    for (wrong, expected) in near {
        let (status, answer) =
            machine.ask("PUT", "/_emulator/settings", &json!({"Lenient": true, "Quotas": {"SipRules": 9, wrong: 1}}));
        let message = answer["Message"].as_str().unwrap();
        assert_eq!(status, 400, "{wrong}");
        assert!(message.starts_with(&format!("Quotas: there is no quota {wrong:?}. {expected}")), "{message}");
    }
    let settings = machine.done("GET", "/_emulator/settings", &Value::Null);
    assert_eq!(
        (&settings["Lenient"], &settings["Quotas"]),
        (&json!(false), &json!({"SipRules": 2})),
        "all is as it was"
    );
}

#[test]
fn access_keys_speak_for_accounts_of_their_own() {
    // F-14.
    let machine = Machine::new();
    let key = json!({"AccessKeyId": "two", "SecretAccessKey": "s", "AccountId": "444455556666", "UserName": "grace"});
    let keys = machine.done("POST", "/_emulator/access-keys", &key);
    assert_eq!(keys["AccessKeys"][1]["Arn"], "arn:aws:iam::444455556666:user/grace");
    assert!(!keys.to_string().contains("emulator-secret"));
    for wrong in
        [json!({"AccessKeyId": "emulator", "SecretAccessKey": "s"}), json!({"AccessKeyId": "", "SecretAccessKey": "s"})]
    {
        assert!(machine.ask("POST", "/_emulator/access-keys", &wrong).0 >= 400);
    }
    machine.done("DELETE", "/_emulator/access-keys/two", &Value::Null);
    assert_eq!(machine.ask("DELETE", "/_emulator/access-keys/two", &Value::Null).0, 404);
}
