//! Where the demo is played: calls, hooks, and a clock that is set for each scene.

use chime_model::Operation;
use chime_model::types::AccountType;
use serde_json::{Value, json};

use crate::Emulator;
use crate::clock::Clock;
use crate::failure::Failure;

const MINUTE: i64 = 60_000;
const DAY: i64 = 24 * 60 * MINUTE;

/// An emulator, and the clock that shows the present.
pub struct Stage<'e> {
    emulator: &'e Emulator,
    present: Clock,
}

impl<'e> Stage<'e> {
    /// Plays in the past, and has the clock show the present again however that ends.
    pub fn open(emulator: &'e Emulator, play: impl FnOnce(&Self) -> Result<(), Failure>) -> Result<(), Failure> {
        let stage = Self { emulator, present: emulator.configuration().clock };
        let played = play(&stage);
        stage.set_clock(stage.present)?;
        played
    }

    /// Sets the clock to that many days ago, and some minutes later in the day.
    pub fn days_ago(&self, days: i64, minutes: i64) -> Result<(), Failure> {
        self.set_clock(self.present.advanced(minutes * MINUTE - days * DAY))
    }

    fn set_clock(&self, clock: Clock) -> Result<(), Failure> {
        self.emulator.configure(|configuration| {
            configuration.clock = clock;
            Ok(())
        })
    }

    /// Calls the API.
    pub fn call(&self, operation: Operation, input: Value) -> Result<Value, Failure> {
        self.emulator.call(operation, input)
    }

    /// Calls a hook.
    pub fn hook(&self, path: &str, body: &Value) -> Result<Value, Failure> {
        self.emulator.control("POST", &format!("/_emulator/hooks/{path}"), body)
    }

    /// Has these failures happen to a number from now on, and no others; none for `json!({})` (F-10).
    pub fn fail(&self, number: &str, failures: &Value) -> Result<(), Failure> {
        let path = format!("/_emulator/hooks/phone-numbers/{number}/failures");
        self.emulator.control("PUT", &path, failures).map(drop)
    }

    /// Orders numbers; by themselves orders are done within seconds, and one that takes `days` is under way all that time.
    pub fn order(&self, product_type: &str, numbers: &[String], days: Option<u64>) -> Result<(), Failure> {
        let usual = self.emulator.configuration().settings.phone_number_order_ms;
        let takes = days.map_or(usual, |days| days * DAY.unsigned_abs());
        let input = json!({ "ProductType": product_type, "E164PhoneNumbers": numbers });
        self.orders_take(takes)?;
        let placed = self.call(Operation::CreatePhoneNumberOrder, input);
        self.orders_take(usual)?;
        placed.map(drop)
    }

    fn orders_take(&self, milliseconds: u64) -> Result<(), Failure> {
        self.emulator.configure(|configuration| {
            configuration.settings.phone_number_order_ms = milliseconds;
            Ok(())
        })
    }

    /// The id of the account of that name.
    pub fn account(&self, name: &str) -> Result<String, Failure> {
        let found = self.call(Operation::ListAccounts, json!({ "Name": name }))?;
        Ok(text(&found["Accounts"][0], "AccountId"))
    }

    /// The ids of an account's people who are registered, those who came first in front.
    pub fn people(&self, account_id: &str) -> Result<Vec<String>, Failure> {
        let input = json!({ "AccountId": account_id, "UserType": "PrivateUser", "MaxResults": 60 });
        let users = self.call(Operation::ListUsers, input)?;
        let users = users["Users"].as_array().into_iter().flatten();
        let here = users.filter(|user| user["UserRegistrationStatus"] == "Registered");
        Ok(here.map(|user| text(user, "UserId")).collect())
    }

    /// Makes a Team account; returns its id.
    pub fn team(&self, name: &str) -> Result<String, Failure> {
        let made = self.call(Operation::CreateAccount, json!({ "Name": name }))?;
        Ok(text(&made["Account"], "AccountId"))
    }

    /// Makes an Enterprise account with every license; returns its id.
    pub fn enterprise(&self, name: &str, account_type: AccountType, domain: &str) -> Result<String, Failure> {
        let wanted = json!({
            "Name": name, "AccountType": account_type, "Domains": [domain],
            "SupportedLicenses": ["Basic", "Plus", "Pro", "ProTrial"],
        });
        Ok(text(&self.hook("accounts", &wanted)?["Account"], "AccountId"))
    }

    /// Has a person sign up; returns the user's id.
    pub fn sign_up(&self, account_id: &str, email: &str, name: &str) -> Result<String, Failure> {
        let person = json!({ "Email": email, "DisplayName": name });
        let made = self.hook(&format!("accounts/{account_id}/sign-up"), &person)?;
        Ok(text(&made["User"], "UserId"))
    }

    /// Makes a user; returns its id.
    pub fn create_user(&self, account_id: &str, user: Value) -> Result<String, Failure> {
        let mut input = user;
        input["AccountId"] = account_id.into();
        let made = self.call(Operation::CreateUser, input)?;
        Ok(text(&made["User"], "UserId"))
    }

    /// Invites people; returns the ids of their invitations.
    pub fn invite(&self, account_id: &str, emails: &[&str]) -> Result<Vec<String>, Failure> {
        let input = json!({ "AccountId": account_id, "UserEmailList": emails });
        let answer = self.call(Operation::InviteUsers, input)?;
        Ok(answer["Invites"].as_array().into_iter().flatten().map(|invite| text(invite, "InviteId")).collect())
    }

    /// Has invited people accept.
    pub fn accept(&self, invite_ids: &[String]) -> Result<(), Failure> {
        invite_ids.iter().try_for_each(|id| self.hook(&format!("invitations/{id}/accept"), &Value::Null).map(drop))
    }

    /// Puts numbers into the inventory.
    pub fn stock(&self, numbers: &[String], product_type: &str) -> Result<(), Failure> {
        numbers.iter().try_for_each(|number| {
            let wanted = json!({ "E164PhoneNumber": number, "ProductType": product_type });
            self.hook("phone-number", &wanted).map(drop)
        })
    }

    /// Gives a user a number, and the right to use it.
    pub fn give_number(&self, account_id: &str, user_id: &str, number: &str, sms: bool) -> Result<(), Failure> {
        let whose = json!({ "AccountId": account_id, "UserId": user_id });
        let mut input = whose.clone();
        input["E164PhoneNumber"] = number.into();
        self.call(Operation::AssociatePhoneNumberWithUser, input)?;
        let mut input = whose;
        input["UserSettings"] = json!({ "Telephony": { "InboundCalling": true, "OutboundCalling": true, "SMS": sms } });
        self.call(Operation::UpdateUserSettings, input).map(drop)
    }
}

/// A member of an answer, as text.
pub fn text(value: &Value, member: &str) -> String {
    value[member].as_str().unwrap_or_default().to_owned()
}
