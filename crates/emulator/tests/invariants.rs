//! After any sequence of calls: a list returns each row once, a number has one owner, memberships point at what is there, and
//! totals agree. Everything is read as a client reads it.

mod requests;
mod support;

use std::collections::BTreeSet;

use bytes::Bytes;
use chime_emulator::Emulator;
use chime_model::{Operation, wire};
use requests::{Client, Step};
use serde_json::{Value, json};
use support::Machine;

const SEEDS: u64 = 16;
const CALLS: u32 = 1500;
/// How many lists of each operation are read.
const LISTS: usize = 8;

#[test]
fn any_sequence_of_calls_keeps_the_invariants() {
    let (mut read, mut reached) = (0, BTreeSet::new());
    for seed in 0..SEEDS {
        let machine = Machine::new();
        let mut client = Client::new(seed, 30, &machine.emulator);
        for _ in 0..CALLS {
            let step = client.step();
            let answer = client.perform(&machine.emulator, &step);
            if let (Step::Call(operation, _), true) = (step, answer.is_some_and(|it| it.status().is_success())) {
                reached.insert(operation.name());
            }
        }
        let service = Service { emulator: &machine.emulator, seed };
        read += service.lists_return_each_row_once(&client);
        service.numbers_have_one_owner();
        service.members_are_there(&client);
    }
    let missed: Vec<&str> = Operation::ALL.iter().map(|it| it.name()).filter(|it| !reached.contains(it)).collect();
    println!("{read} rows read; {} operations succeeded, not {missed:?}", reached.len());
    // A sequence is worth something only when it gets somewhere.
    assert!(read > 200 && reached.len() > 50, "{read} rows read, {} operations succeeded", reached.len());
}

struct Service<'a> {
    emulator: &'a Emulator,
    seed: u64,
}

impl Service<'_> {
    fn ask(&self, operation: Operation, input: &Value) -> Option<Value> {
        let request = wire::request(operation, input).ok()?.map(Bytes::from);
        let response = self.emulator.handle(request);
        response.status().is_success().then(|| serde_json::from_slice(response.body()).expect("JSON"))
    }

    /// All rows of a list, read in pages of a size; `None` when it is refused.
    fn rows(&self, operation: Operation, input: &Value, size: i64) -> Option<Vec<Value>> {
        let pagination = operation.spec().pagination.expect("a list");
        let (mut input, mut rows) = (input.clone(), Vec::new());
        if let Some(limit) = pagination.limit_key {
            input[limit] = json!(size);
        }
        loop {
            let mut page = self.ask(operation, &input)?;
            let items = page[pagination.result_key?].take();
            let items = items.as_array().unwrap_or_else(|| panic!("{operation} has no rows"));
            assert!(pagination.limit_key.is_none() || items.len() <= size as usize, "{operation}: a page is too long");
            rows.extend(items.iter().cloned());
            match page[pagination.output_token].take() {
                Value::Null => return Some(rows),
                token => input[pagination.input_token] = token,
            }
        }
    }

    /// Pages of two together are the pages of many, and no row comes twice.
    fn lists_return_each_row_once(&self, client: &Client) -> usize {
        let mut read = 0;
        for operation in Operation::ALL.into_iter().filter(|it| it.spec().pagination.is_some()) {
            for input in client.inputs(operation).into_iter().take(LISTS) {
                let (Some(few), Some(many)) = (self.rows(operation, &input, 2), self.rows(operation, &input, 50))
                else {
                    continue;
                };
                assert_eq!(few, many, "seed {}: {operation} {input}", self.seed);
                let different: BTreeSet<String> = few.iter().map(Value::to_string).collect();
                assert_eq!(different.len(), few.len(), "seed {}: {operation} {input} repeats a row", self.seed);
                read += few.len();
            }
        }
        read
    }

    fn numbers_have_one_owner(&self) {
        let list = |input: &Value| self.rows(Operation::ListPhoneNumbers, input, 50).expect("is allowed");
        let numbers = list(&json!({}));
        let statuses = numbers.iter().map(|number| text(&number["Status"])).collect::<BTreeSet<_>>();
        let by_status = statuses.iter().map(|status| list(&json!({ "Status": status })).len()).sum::<usize>();
        assert_eq!(by_status, numbers.len(), "seed {}: totals by status", self.seed);
        for number in &numbers {
            let associations = number["Associations"].as_array().expect("a list");
            let owner = |name: &str| associations.iter().find(|it| it["Name"] == name).map(|it| text(&it["Value"]));
            let owners = ["UserId", "VoiceConnectorId", "VoiceConnectorGroupId"].into_iter().filter_map(owner).count();
            let of_rule = usize::from(owner("SipRuleId").is_some());
            let expected = usize::from(number["Status"] == "Assigned");
            assert_eq!(owners.max(of_rule), expected, "seed {}: {number}", self.seed);
            assert!(owners < 2, "seed {}: {number}", self.seed);
            for association in associations {
                let filter = json!({ "FilterName": association["Name"], "FilterValue": association["Value"] });
                assert!(list(&filter).contains(number), "seed {}: {filter} does not find {number}", self.seed);
            }
            if let (Some(account), Some(user)) = (owner("AccountId"), owner("UserId")) {
                let user = self.ask(Operation::GetUser, &json!({ "AccountId": account, "UserId": user }));
                let user = user.unwrap_or_else(|| panic!("seed {}: no user for {number}", self.seed));
                assert_eq!(user["User"]["PrimaryProvisionedNumber"], number["E164PhoneNumber"], "seed {}", self.seed);
            }
        }
    }

    /// Users, rooms, channels: who a list of members names can be looked at, and the way back is there too.
    fn members_are_there(&self, client: &Client) {
        for input in client.inputs(Operation::ListUsers) {
            for user in self.rows(Operation::ListUsers, &input, 50).unwrap_or_default() {
                let key = json!({ "AccountId": input["AccountId"], "UserId": user["UserId"] });
                assert!(self.ask(Operation::GetUser, &key).is_some(), "seed {}: {user}", self.seed);
                if let Some(number) = user["PrimaryProvisionedNumber"].as_str() {
                    let number = self.ask(Operation::GetPhoneNumber, &json!({ "PhoneNumberId": number }));
                    let number = number.unwrap_or_else(|| panic!("seed {}: no number for {user}", self.seed));
                    let mut owners = number["PhoneNumber"]["Associations"].as_array().expect("a list").iter();
                    assert!(owners.any(|it| it["Value"] == user["UserId"]), "seed {}: {number} {user}", self.seed);
                }
            }
        }
        for input in client.inputs(Operation::ListRoomMemberships) {
            for row in self.rows(Operation::ListRoomMemberships, &input, 50).unwrap_or_default() {
                let (account, id) = (&row["Member"]["AccountId"], &row["Member"]["MemberId"]);
                let user = self.ask(Operation::GetUser, &json!({ "AccountId": account, "UserId": id }));
                let bot = || self.ask(Operation::GetBot, &json!({ "AccountId": account, "BotId": id }));
                assert!(user.or_else(bot).is_some(), "seed {}: {row}", self.seed);
            }
        }
        for input in client.inputs(Operation::ListChannelMemberships) {
            for row in self.rows(Operation::ListChannelMemberships, &input, 50).unwrap_or_default() {
                let key = json!({ "AppInstanceUserArn": row["Member"]["Arn"] });
                assert!(self.ask(Operation::DescribeAppInstanceUser, &key).is_some(), "seed {}: {row}", self.seed);
            }
        }
    }
}

fn text(value: &Value) -> String {
    value.as_str().unwrap_or_else(|| panic!("{value} is no text")).to_owned()
}
