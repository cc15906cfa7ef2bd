//! Calls as a client makes them, request by request, and the people and accounts that tests begin with.
#![allow(dead_code, reason = "each test file uses its part")]

use bytes::Bytes;
use chime_model::{ApiError, Operation, wire};
use serde_json::{Value, json};

use crate::support::Machine;

/// An id that nothing has.
pub const NOBODY: &str = "00000000-0000-4000-8000-000000000000";

/// An emulator, asked as a client asks it.
pub struct Service {
    pub machine: Machine,
}

impl Service {
    pub fn new() -> Self {
        Self { machine: Machine::new() }
    }

    /// The status and what a client makes of the answer.
    pub fn answer(&self, operation: Operation, input: &Value) -> (u16, Result<Value, ApiError>) {
        let request = wire::request(operation, input).expect("travels").map(Bytes::from);
        let response = self.machine.emulator.handle(request);
        let status = response.status().as_u16();
        (status, wire::output(operation, status, response.headers(), response.body()))
    }

    /// The output of a call that must go well, with the documented status.
    pub fn call(&self, operation: Operation, input: &Value) -> Value {
        let (status, answer) = self.answer(operation, input);
        let output = answer.unwrap_or_else(|error| panic!("{error}"));
        assert_eq!(status, operation.spec().status, "{operation}");
        output
    }

    /// The error of a call that must be refused.
    pub fn error(&self, operation: Operation, input: &Value) -> ApiError {
        let (_, answer) = self.answer(operation, input);
        answer.expect_err("is refused")
    }

    /// The error's short name: `NotFound`.
    pub fn refused(&self, operation: Operation, input: &Value) -> String {
        self.error(operation, input).exception.trim_end_matches("Exception").to_owned()
    }

    /// The answer of a hook that must go well.
    pub fn hook(&self, path: &str, body: &Value) -> Value {
        self.machine.done("POST", &format!("/_emulator/hooks/{path}"), body)
    }

    /// The status and message of a hook that is refused.
    pub fn hook_refused(&self, path: &str, body: &Value) -> (u16, String) {
        let (status, answer) = self.machine.ask("POST", &format!("/_emulator/hooks/{path}"), body);
        (status, text(&answer["Message"]))
    }

    /// Moves the service's clock.
    pub fn advance(&self, duration: &str) {
        self.machine.done("POST", "/_emulator/clock", &json!({ "Advance": duration }));
    }

    /// Sets switches, the others as they are at the start.
    pub fn switch(&self, settings: &Value) {
        self.machine.done("PUT", "/_emulator/settings", settings);
    }

    /// The details of the events of a kind.
    pub fn events(&self, kind: &str) -> Vec<Value> {
        let answer = self.machine.done("GET", &format!("/_emulator/events?limit=1000&kind={kind}"), &Value::Null);
        answer["Events"].as_array().expect("events").iter().map(|event| event["Detail"].clone()).collect()
    }

    pub fn team(&self, name: &str) -> String {
        text(&self.call(Operation::CreateAccount, &json!({ "Name": name }))["Account"]["AccountId"])
    }

    pub fn enterprise(&self, account_type: &str, domains: &[&str]) -> String {
        let body = json!({ "Name": account_type, "AccountType": account_type, "Domains": domains });
        text(&self.hook("accounts", &body)["Account"]["AccountId"])
    }

    pub fn account(&self, account: &str) -> Value {
        self.call(Operation::GetAccount, &json!({ "AccountId": account }))["Account"].clone()
    }

    /// A private user made by CreateUser; the id.
    pub fn user(&self, account: &str, email: &str) -> String {
        let input = json!({ "AccountId": account, "Email": email });
        text(&self.call(Operation::CreateUser, &input)["User"]["UserId"])
    }

    /// A person of a claimed domain who signed up; the id.
    pub fn member(&self, account: &str, email: &str) -> String {
        text(&self.hook(&format!("accounts/{account}/sign-up"), &json!({ "Email": email }))["User"]["UserId"])
    }

    pub fn get_user(&self, account: &str, user: &str) -> Value {
        self.call(Operation::GetUser, &json!({ "AccountId": account, "UserId": user }))["User"].clone()
    }

    pub fn users(&self, account: &str) -> Vec<Value> {
        list(&self.call(Operation::ListUsers, &json!({ "AccountId": account }))["Users"])
    }

    /// The first invite of InviteUsers for one address.
    pub fn invite(&self, account: &str, email: &str) -> Value {
        let input = json!({ "AccountId": account, "UserEmailList": [email] });
        self.call(Operation::InviteUsers, &input)["Invites"][0].clone()
    }

    /// Invites, and has the person accept; the user's id.
    pub fn invited(&self, account: &str, email: &str) -> String {
        let invite = text(&self.invite(account, email)["InviteId"]);
        text(&self.hook(&format!("invitations/{invite}/accept"), &Value::Null)["User"]["UserId"])
    }

    /// Suspends one user; the error list.
    pub fn suspend(&self, account: &str, user: &str) -> Value {
        let input = json!({ "AccountId": account, "UserIdList": [user] });
        self.call(Operation::BatchSuspendUser, &input)["UserErrors"].clone()
    }

    /// Puts a number into the inventory.
    pub fn stock(&self, number: &str, product_type: &str) {
        self.hook("phone-number", &json!({ "E164PhoneNumber": number, "ProductType": product_type }));
    }

    pub fn phone_number(&self, number: &str) -> Value {
        self.call(Operation::GetPhoneNumber, &json!({ "PhoneNumberId": number }))["PhoneNumber"].clone()
    }
}

pub fn text(value: &Value) -> String {
    value.as_str().unwrap_or_else(|| panic!("{value} is no text")).to_owned()
}

pub fn list(value: &Value) -> Vec<Value> {
    value.as_array().unwrap_or_else(|| panic!("{value} is no list")).clone()
}

/// One member of each row.
pub fn column(rows: &[Value], member: &str) -> Vec<String> {
    rows.iter().map(|row| text(&row[member])).collect()
}
