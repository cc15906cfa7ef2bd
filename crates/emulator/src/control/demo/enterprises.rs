//! The Enterprise accounts: a large company, a clinic with a directory, a college with single sign-on.

use chime_model::Operation;
use chime_model::types::AccountType;
use serde_json::json;

use super::cast::person;
use super::stage::Stage;
use crate::failure::Failure;

/// The largest account.
pub const CASCADIA: &str = "Cascadia Outdoor";
/// The college.
pub const TIDEWATER: &str = "Tidewater College";

pub fn play(stage: &Stage<'_>) -> Result<(), Failure> {
    cascadia(stage)?;
    clinic(stage)?;
    college(stage)
}

/// 60 users: people of the domain, contractors who have not registered, devices, and some who left the company.
fn cascadia(stage: &Stage<'_>) -> Result<(), Failure> {
    stage.days_ago(70, 0)?;
    let account = stage.enterprise(CASCADIA, AccountType::EnterpriseLWA, "cascadia.example.com")?;
    let settings = json!({ "AccountId": account, "AccountSettings": { "EnableDialOut": true } });
    stage.call(Operation::UpdateAccountSettings, settings)?;
    let mut people = Vec::new();
    for index in 0..48 {
        let (name, local) = person(index);
        let joined = i64::try_from(index).unwrap_or_default();
        stage.days_ago(69 - joined, joined * 17 % 240)?;
        people.push(stage.sign_up(&account, &format!("{local}@cascadia.example.com"), &name)?);
    }
    stage.days_ago(18, 30)?;
    for room in ["Rainier", "Baker", "Adams", "Olympus", "Shuksan", "Stuart", "Reception", "Warehouse"] {
        let email = format!("room-{}@cascadia.example.com", room.to_lowercase());
        let device = json!({ "Email": email, "Username": format!("Room {room}"), "UserType": "SharedDevice" });
        stage.create_user(&account, device)?;
    }
    stage.days_ago(12, 90)?;
    for index in 48..52 {
        let (name, local) = person(index);
        let contractor = json!({ "Email": format!("{local}@contractors.example.org"), "Username": name });
        stage.create_user(&account, contractor)?;
    }
    licenses(stage, &account, &people)?;
    stage.days_ago(3, 45)?;
    let left =
        json!({ "AccountId": account, "UserIdList": people.iter().rev().step_by(9).take(4).collect::<Vec<_>>() });
    stage.call(Operation::BatchSuspendUser, left).map(drop)
}

fn licenses(stage: &Stage<'_>, account: &str, people: &[String]) -> Result<(), Failure> {
    stage.days_ago(11, 10)?;
    let license = |index: usize| ["Basic", "Plus", "ProTrial"][index % 3];
    let change = |(index, user): (usize, &String)| json!({ "UserId": user, "LicenseType": license(index) });
    let changes: Vec<_> = people.iter().step_by(4).enumerate().map(change).collect();
    let input = json!({ "AccountId": account, "UpdateUserRequestItems": changes });
    stage.call(Operation::BatchUpdateUser, input).map(drop)
}

fn clinic(stage: &Stage<'_>) -> Result<(), Failure> {
    stage.days_ago(52, 0)?;
    let account = stage.enterprise("Juniper Valley Clinic", AccountType::EnterpriseDirectory, "juniper.example.org")?;
    let groups = ["Front desk", "Practice managers", "On-call assistants"].map(|name| json!({ "GroupName": name }));
    let input = json!({ "AccountId": account, "SigninDelegateGroups": groups });
    stage.call(Operation::AssociateSigninDelegateGroupsWithAccount, input)?;
    for index in 60..74 {
        let (name, local) = person(index);
        stage.days_ago(51, i64::try_from(index).unwrap_or_default())?;
        stage.sign_up(&account, &format!("{local}@juniper.example.org"), &name)?;
    }
    stage.days_ago(40, 0)?;
    let device = json!({ "Username": "Waiting room", "UserType": "SharedDevice" });
    stage.create_user(&account, device).map(drop)
}

fn college(stage: &Stage<'_>) -> Result<(), Failure> {
    stage.days_ago(33, 0)?;
    let account = stage.enterprise(TIDEWATER, AccountType::EnterpriseOIDC, "tidewater.example.org")?;
    let input = json!({ "AccountId": account, "DefaultLicense": "Plus" });
    stage.call(Operation::UpdateAccount, input)?;
    let policy = json!({ "AccountId": account, "AccountSettings": { "DisableRemoteControl": true } });
    stage.call(Operation::UpdateAccountSettings, policy)?;
    for index in 80..90 {
        let (name, local) = person(index);
        stage.days_ago(32, i64::try_from(index).unwrap_or_default() * 3)?;
        stage.sign_up(&account, &format!("{local}@tidewater.example.org"), &name)?;
    }
    Ok(())
}
