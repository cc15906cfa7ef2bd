//! The demo data: it shows every state, its dates are of the past weeks, and a seed repeats it.

mod harness;
mod support;

use std::collections::BTreeSet;

use chime_emulator::Options;
use chime_model::Operation::{
    DeletePhoneNumber, GetPhoneNumber, GetRetentionSettings, GetVoiceConnectorEmergencyCallingConfiguration,
    GetVoiceConnectorOrigination, GetVoiceConnectorTerminationHealth, ListAccounts, ListAppInstanceAdmins,
    ListAppInstances, ListAttendees, ListBots, ListChannelBans, ListChannelMessages, ListChannels,
    ListMediaCapturePipelines, ListMeetings, ListPhoneNumberOrders, ListPhoneNumbers, ListProxySessions,
    ListRoomMemberships, ListRooms, ListSipMediaApplications, ListSipRules, ListUsers, ListVoiceConnectorGroups,
    ListVoiceConnectors,
};
use harness::{Service, column, list, text};
use serde_json::{Value, json};
use support::Machine;

const NOW: &str = "2020-09-13T12:26:40.000Z";

fn filled() -> Service {
    let service = Service::new();
    service.machine.done("POST", "/_emulator/demo", &Value::Null);
    service
}

fn accounts(service: &Service) -> Vec<Value> {
    list(&service.call(ListAccounts, &json!({}))["Accounts"])
}

fn users_of(service: &Service, account: &Value) -> Vec<Value> {
    let input = json!({ "AccountId": account["AccountId"], "MaxResults": 200 });
    list(&service.call(ListUsers, &input)["Users"])
}

fn all_users(service: &Service) -> Vec<Value> {
    accounts(service).iter().flat_map(|account| users_of(service, account)).collect()
}

fn seen(rows: &[Value], member: &str) -> BTreeSet<String> {
    rows.iter().map(|row| row[member].as_str().unwrap_or("none").to_owned()).collect()
}

fn set(words: &[&str]) -> BTreeSet<String> {
    words.iter().map(|word| (*word).to_owned()).collect()
}

#[test]
fn every_kind_of_account_is_shown() {
    let service = filled();
    let accounts = accounts(&service);
    assert_eq!(accounts.len(), 9);
    let types = set(&["EnterpriseDirectory", "EnterpriseLWA", "EnterpriseOIDC", "Team"]);
    assert_eq!(seen(&accounts, "AccountType"), types);
    assert_eq!(seen(&accounts, "AccountStatus"), set(&["Active", "Suspended"]));
    assert_eq!(seen(&accounts, "DefaultLicense"), set(&["Basic", "Plus", "Pro"]));
    assert!(accounts.iter().any(|account| !list(&account["SigninDelegateGroups"]).is_empty()));
    let sizes = accounts.iter().map(|account| users_of(&service, account).len());
    assert_eq!(sizes.max(), Some(60));
}

#[test]
fn every_state_of_a_user_is_shown() {
    let service = filled();
    let users = all_users(&service);
    assert_eq!(seen(&users, "UserRegistrationStatus"), set(&["Registered", "Suspended", "Unregistered"]));
    assert_eq!(seen(&users, "UserInvitationStatus"), set(&["Accepted", "Failed", "Pending", "none"]));
    assert_eq!(seen(&users, "UserType"), set(&["PrivateUser", "SharedDevice"]));
    assert_eq!(seen(&users, "LicenseType"), set(&["Basic", "Plus", "Pro", "ProTrial"]));
    let with_number = users.iter().filter(|user| user["PrimaryProvisionedNumber"].is_string()).count();
    assert_eq!(with_number, 12);
}

#[test]
fn every_state_of_a_number_and_of_an_order_is_shown() {
    let service = filled();
    let numbers = list(&service.call(ListPhoneNumbers, &json!({}))["PhoneNumbers"]);
    // All that there are but ReleaseInProgress, through which a number passes at once (NUM-4).
    let statuses = [
        "AcquireFailed",
        "AcquireInProgress",
        "Assigned",
        "DeleteFailed",
        "DeleteInProgress",
        "ReleaseFailed",
        "Unassigned",
    ];
    assert_eq!(seen(&numbers, "Status"), set(&statuses));
    let products = set(&["BusinessCalling", "SipMediaApplicationDialIn", "VoiceConnector"]);
    assert_eq!(seen(&numbers, "ProductType"), products);
    assert_eq!(seen(&numbers, "Type"), set(&["Local", "TollFree"]));
    assert_eq!(seen(&numbers, "Country"), set(&["CA", "US"]));
    let names = set(&["Unassigned", "UpdateFailed", "UpdateInProgress", "UpdateSucceeded"]);
    assert_eq!(seen(&numbers, "CallingNameStatus"), names);
    let orders = list(&service.call(ListPhoneNumberOrders, &json!({}))["PhoneNumberOrders"]);
    assert_eq!(column(&orders, "Status"), ["Successful", "Successful", "Partial", "Failed", "Processing"]);
}

#[test]
fn the_queue_empties_tomorrow_and_the_order_is_done_by_then() {
    let service = filled();
    let in_queue = || {
        let queue = service.call(ListPhoneNumbers, &json!({ "Status": "DeleteInProgress" }));
        list(&queue["PhoneNumbers"]).len()
    };
    let orders = || list(&service.call(ListPhoneNumberOrders, &json!({}))["PhoneNumberOrders"]);
    service.advance("23h");
    assert_eq!((in_queue(), text(&orders()[4]["Status"])), (3, "Processing".to_owned()));
    service.advance("2h");
    assert_eq!((in_queue(), text(&orders()[4]["Status"])), (0, "Successful".to_owned()));
    // What went wrong was a thing of the moment: the next try goes well.
    let numbers = list(&service.call(ListPhoneNumbers, &json!({ "Status": "DeleteFailed" }))["PhoneNumbers"]);
    service.call(DeletePhoneNumber, &json!({ "PhoneNumberId": numbers[0]["PhoneNumberId"] }));
    service.advance("7d");
    assert_eq!(service.refused(GetPhoneNumber, &json!({ "PhoneNumberId": numbers[0]["PhoneNumberId"] })), "NotFound");
}

#[test]
fn settings_are_as_they_were() {
    let service = Service::new();
    service.switch(&json!({ "PhoneNumberOrderMs": 77 }));
    service.machine.done("POST", "/_emulator/demo", &Value::Null);
    assert_eq!(service.machine.done("GET", "/_emulator/settings", &Value::Null)["PhoneNumberOrderMs"], 77);
}

#[test]
fn every_state_of_telephony_is_shown() {
    let service = filled();
    let connectors = list(&service.call(ListVoiceConnectors, &json!({}))["VoiceConnectors"]);
    assert_eq!(seen(&connectors, "AwsRegion"), set(&["us-east-1", "us-west-2"]));
    let has = |operation| {
        let present = |row: &&Value| {
            let input = json!({ "VoiceConnectorId": row["VoiceConnectorId"] });
            service.answer(operation, &input).0 == 200
        };
        connectors.iter().filter(present).count()
    };
    // Set up in full, in part, and not at all.
    assert_eq!((connectors.len(), has(GetVoiceConnectorOrigination)), (5, 3));
    assert_eq!((has(GetVoiceConnectorEmergencyCallingConfiguration), has(GetVoiceConnectorTerminationHealth)), (1, 1));
    let groups = list(&service.call(ListVoiceConnectorGroups, &json!({}))["VoiceConnectorGroups"]);
    assert_eq!(groups[0]["VoiceConnectorItems"].as_array().map(Vec::len), Some(2));
    let sessions = connectors.iter().flat_map(|row| {
        let input = json!({ "VoiceConnectorId": row["VoiceConnectorId"] });
        list(&service.call(ListProxySessions, &input)["ProxySessions"])
    });
    assert_eq!(seen(&sessions.collect::<Vec<_>>(), "Status"), set(&["Closed", "InProgress", "Open"]));
    assert_eq!(list(&service.call(ListSipMediaApplications, &json!({}))["SipMediaApplications"]).len(), 3);
    let rules = list(&service.call(ListSipRules, &json!({}))["SipRules"]);
    assert_eq!(seen(&rules, "TriggerType"), set(&["RequestUriHostname", "ToPhoneNumber"]));
    assert_eq!(rules.iter().filter(|rule| rule["Disabled"] == true).count(), 1);
    let numbers = list(&service.call(ListPhoneNumbers, &json!({ "Status": "Assigned" }))["PhoneNumbers"]);
    let homes: Vec<Value> = numbers.iter().flat_map(|number| list(&number["Associations"])).collect();
    let expected = ["AccountId", "SipRuleId", "UserId", "VoiceConnectorGroupId", "VoiceConnectorId"];
    assert_eq!(seen(&homes, "Name"), set(&expected));
}

#[test]
fn rooms_and_bots_are_shown() {
    let service = filled();
    let accounts = accounts(&service);
    let [company, college] = ["Cascadia Outdoor", "Tidewater College"]
        .map(|name| accounts.iter().find(|account| account["Name"] == name).unwrap()["AccountId"].clone());
    let rooms = list(&service.call(ListRooms, &json!({ "AccountId": company }))["Rooms"]);
    let members = rooms.iter().flat_map(|room| {
        let input = json!({ "AccountId": company, "RoomId": room["RoomId"], "MaxResults": 99 });
        list(&service.call(ListRoomMemberships, &input)["RoomMemberships"])
    });
    let members: Vec<Value> = members.collect();
    assert_eq!((rooms.len(), members.len()), (5, 50));
    assert_eq!(seen(&members, "Role"), set(&["Administrator", "Member"]));
    let kinds: Vec<Value> = members.iter().map(|member| member["Member"].clone()).collect();
    assert_eq!(seen(&kinds, "MemberType"), set(&["Bot", "User"]));
    let bots = list(&service.call(ListBots, &json!({ "AccountId": company }))["Bots"]);
    assert_eq!((bots.len(), bots.iter().filter(|bot| bot["Disabled"] == true).count()), (3, 1));
    let retention = service.call(GetRetentionSettings, &json!({ "AccountId": college }));
    assert_eq!(retention["RetentionSettings"]["RoomRetentionSettings"]["RetentionDays"], 365);
    assert!(retention["InitiateDeletionTimestamp"].is_string());
}

#[test]
fn meetings_go_on() {
    let service = filled();
    let meetings = list(&service.call(ListMeetings, &json!({}))["Meetings"]);
    assert_eq!(seen(&meetings, "ExternalMeetingId"), set(&["interview-warehouse-lead", "season-review"]));
    let sizes = meetings.iter().map(|meeting| {
        let input = json!({ "MeetingId": meeting["MeetingId"] });
        list(&service.call(ListAttendees, &input)["Attendees"]).len()
    });
    assert_eq!(sizes.collect::<Vec<_>>(), [7, 2]);
    let pipelines = list(&service.call(ListMediaCapturePipelines, &json!({}))["MediaCapturePipelines"]);
    assert_eq!(column(&pipelines, "Status"), ["InProgress"]);
}

#[test]
fn every_kind_of_channel_and_message_is_shown() {
    let service = filled();
    let instances = list(&service.call(ListAppInstances, &json!({}))["AppInstances"]);
    assert_eq!(column(&instances, "Name"), ["Cascadia Community", "Staging"]);
    let arn = text(&instances[0]["AppInstanceArn"]);
    let admins = list(&service.call(ListAppInstanceAdmins, &json!({ "AppInstanceArn": arn }))["AppInstanceAdmins"]);
    assert_eq!(admins.len(), 2);
    let bearer = admins[0]["Admin"]["Arn"].clone();
    let channels = ["PUBLIC", "PRIVATE"].map(|privacy| {
        let input = json!({ "AppInstanceArn": arn, "Privacy": privacy, "ChimeBearer": bearer });
        list(&service.call(ListChannels, &input)["Channels"])
    });
    for of_one_privacy in &channels {
        assert_eq!(seen(of_one_privacy, "Mode"), set(&["RESTRICTED", "UNRESTRICTED"]));
    }
    let lively = json!({ "ChannelArn": channels[0][1]["ChannelArn"], "ChimeBearer": bearer });
    assert_eq!(list(&service.call(ListChannelBans, &lively)["ChannelBans"]).len(), 1);
    let page = service.call(ListChannelMessages, &lively);
    assert!(page["NextToken"].is_string(), "there is more than a page");
    let messages = list(&page["ChannelMessages"]);
    assert!(messages.iter().any(|message| message["LastEditedTimestamp"].is_number()));
    assert!(messages.iter().any(|message| message["Redacted"] == true));
}

#[test]
fn people_and_numbers_are_fictional() {
    let service = filled();
    for email in all_users(&service).iter().filter_map(|user| user["PrimaryEmail"].as_str()) {
        assert!(email.ends_with(".example.com") || email.ends_with(".example.org"), "{email}");
    }
    let numbers = service.call(ListPhoneNumbers, &json!({}));
    for number in column(&list(&numbers["PhoneNumbers"]), "E164PhoneNumber") {
        assert!(number[..number.len() - 2].ends_with("55501"), "{number}");
    }
}

#[test]
fn dates_are_of_the_past_weeks_and_the_clock_shows_the_present() {
    let service = filled();
    assert_eq!(service.machine.done("GET", "/_emulator/clock", &Value::Null)["Time"], NOW);
    let mut dates = column(&accounts(&service), "CreatedTimestamp");
    let users = all_users(&service);
    for member in ["RegisteredOn", "InvitedOn"] {
        dates.extend(users.iter().filter_map(|user| user[member].as_str()).map(str::to_owned));
    }
    assert!(dates.iter().all(|date| date.as_str() >= "2020-07-01" && date.as_str() < NOW), "{dates:?}");
    let days: BTreeSet<&str> = dates.iter().map(|date| &date[..10]).collect();
    assert!(days.len() > 30, "{days:?}");
}

#[test]
fn a_moved_clock_stays_moved() {
    let service = Service::new();
    service.advance("10d");
    service.machine.done("POST", "/_emulator/demo", &Value::Null);
    let time = text(&service.machine.done("GET", "/_emulator/clock", &Value::Null)["Time"]);
    assert_eq!(time, "2020-09-23T12:26:40.000Z");
}

#[test]
fn the_closed_account_vanishes_in_its_time() {
    // ACC-10: it was deleted 21 days ago.
    let service = filled();
    service.advance("68d");
    assert_eq!(seen(&accounts(&service), "AccountStatus"), set(&["Active", "Suspended"]));
    service.advance("1d");
    assert_eq!(seen(&accounts(&service), "AccountStatus"), set(&["Active"]));
}

#[test]
fn the_same_seed_gives_the_same_data() {
    let (one, other) = (filled(), filled());
    assert_eq!(accounts(&one), accounts(&other));
    assert_eq!(all_users(&one), all_users(&other));
    let seeded = Options { allow_unsigned: true, seed: [7; 32], ..Options::default() };
    let third = Service { machine: Machine::with(seeded) };
    third.machine.done("POST", "/_emulator/demo", &Value::Null);
    assert_ne!(column(&accounts(&one), "AccountId"), column(&accounts(&third), "AccountId"));
}

#[test]
fn twice_is_refused_and_changes_nothing() {
    let service = filled();
    let before = all_users(&service);
    assert_eq!(service.machine.ask("POST", "/_emulator/demo", &Value::Null).0, 409);
    assert_eq!(all_users(&service), before);
}

#[test]
fn a_call_that_fails_leaves_the_clock_in_the_present() {
    // One of the demo's people has an account already, so the demo cannot be played to its end.
    let service = Service::new();
    let account = service.team("Squatter");
    service.user(&account, "celeste@larkspur.example.com");
    assert_eq!(service.machine.ask("POST", "/_emulator/demo", &Value::Null).0, 409);
    assert_eq!(service.machine.done("GET", "/_emulator/clock", &Value::Null)["Time"], NOW);
}
