//! The Team accounts: one in the middle of inviting, small ones, one that claimed its domain, one that was closed.

use chime_model::Operation;
use serde_json::{Value, json};

use super::stage::Stage;
use crate::failure::Failure;

pub fn play(stage: &Stage<'_>) -> Result<(), Failure> {
    harbor_street(stage)?;
    larkspur(stage)?;
    rooms_pilot(stage)?;
    fir_and_stone(stage)?;
    old_mill(stage)?;
    stage.days_ago(1, 0)?;
    stage.team("Lantern Books").map(drop)
}

/// Every state of an invitation, and one person who was invited, left, and was invited again.
fn harbor_street(stage: &Stage<'_>) -> Result<(), Failure> {
    stage.days_ago(45, 0)?;
    let account = stage.team("Harbor Street Design")?;
    let founders = ["mila@harborstreet.example.com", "otto@harborstreet.example.com", "pia@harborstreet.example.com"];
    let invites = stage.invite(&account, &founders)?;
    stage.days_ago(44, 20)?;
    stage.accept(&invites)?;
    let otto = user_id(stage, &account, founders[1])?;
    stage.days_ago(20, 0)?;
    stage.call(Operation::BatchSuspendUser, json!({ "AccountId": account, "UserIdList": [otto] }))?;
    stage.days_ago(6, 0)?;
    stage.invite(&account, &["otto@harborstreet.example.com", "rafael@harborstreet.example.com"])?;
    let mistyped = stage.invite(&account, &["selma@harborstret.example.com"])?;
    stage.days_ago(5, 0)?;
    for invite in mistyped {
        stage.hook(&format!("invitations/{invite}/fail"), &Value::Null)?;
    }
    stage.invite(&account, &["selma@harborstreet.example.com"]).map(drop)
}

/// Users with Basic by default, and one who is about to register.
fn larkspur(stage: &Stage<'_>) -> Result<(), Failure> {
    stage.days_ago(28, 0)?;
    let account = stage.team("Larkspur Bakery")?;
    stage.call(Operation::UpdateAccount, json!({ "AccountId": account, "DefaultLicense": "Basic" }))?;
    let invites = stage.invite(&account, &["anouk@larkspur.example.com", "bruno@larkspur.example.com"])?;
    stage.days_ago(27, 0)?;
    stage.accept(&invites)?;
    stage.days_ago(2, 0)?;
    let user = json!({ "Email": "celeste@larkspur.example.com", "Username": "Celeste Moreau" });
    stage.create_user(&account, user).map(drop)
}

/// Nothing but devices.
fn rooms_pilot(stage: &Stage<'_>) -> Result<(), Failure> {
    stage.days_ago(16, 0)?;
    let account = stage.team("Pilot: meeting rooms")?;
    for (minutes, room) in ["Library", "Workshop", "Roof terrace"].into_iter().enumerate() {
        stage.days_ago(15, i64::try_from(minutes).unwrap_or_default())?;
        stage.create_user(&account, json!({ "Username": room, "UserType": "SharedDevice" }))?;
    }
    Ok(())
}

/// A Team account that became EnterpriseLWA by claiming its domain.
fn fir_and_stone(stage: &Stage<'_>) -> Result<(), Failure> {
    stage.days_ago(60, 0)?;
    let account = stage.team("Fir & Stone Architects")?;
    let invites = stage.invite(&account, &["dana@firandstone.example.com", "emil@firandstone.example.com"])?;
    stage.days_ago(59, 0)?;
    stage.accept(&invites)?;
    stage.days_ago(14, 0)?;
    stage.hook(&format!("accounts/{account}/claim-domains"), &json!({ "Domains": ["firandstone.example.com"] }))?;
    stage.days_ago(13, 0)?;
    stage.sign_up(&account, "flora@firandstone.example.com", "Flora Lind").map(drop)
}

/// A closed account: everybody left, and it was deleted.
fn old_mill(stage: &Stage<'_>) -> Result<(), Failure> {
    stage.days_ago(66, 0)?;
    let account = stage.team("Old Mill Brewing")?;
    let invites = stage.invite(&account, &["gustav@oldmill.example.com"])?;
    stage.accept(&invites)?;
    let gustav = user_id(stage, &account, "gustav@oldmill.example.com")?;
    stage.days_ago(21, 0)?;
    stage.call(Operation::BatchSuspendUser, json!({ "AccountId": account, "UserIdList": [gustav] }))?;
    stage.call(Operation::DeleteAccount, json!({ "AccountId": account })).map(drop)
}

fn user_id(stage: &Stage<'_>, account: &str, email: &str) -> Result<String, Failure> {
    let found = stage.call(Operation::ListUsers, json!({ "AccountId": account, "UserEmail": email }))?;
    Ok(found["Users"][0]["UserId"].as_str().unwrap_or_default().to_owned())
}
