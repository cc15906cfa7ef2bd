//! What happens to numbers between their order and their end: orders in every state, calling names under way, a deletion queue
//! that empties tomorrow.

use chime_model::Operation;
use serde_json::json;

use super::stage::Stage;
use crate::failure::Failure;

pub fn play(stage: &Stage<'_>) -> Result<(), Failure> {
    tacoma(stage)?;
    vancouver(stage)?;
    warehouse(stage)?;
    mistyped(stage)?;
    calling_names(stage)?;
    under_way(stage)
}

/// A store that is about to open: an order that brought all its numbers.
fn tacoma(stage: &Stage<'_>) -> Result<(), Failure> {
    stage.days_ago(8, 10)?;
    stage.order("BusinessCalling", &numbers("+1253555014", 4), None)
}

/// A hotline that was given up. Its numbers are erased tomorrow, except one that could not be.
fn vancouver(stage: &Stage<'_>) -> Result<(), Failure> {
    stage.days_ago(9, 60)?;
    let numbers = numbers("+1604555016", 4);
    stage.order("SipMediaApplicationDialIn", &numbers, None)?;
    stage.days_ago(8, 20)?;
    stage.fail(&numbers[3], &json!({ "Deletion": true }))?;
    stage.call(Operation::DeletePhoneNumber, json!({ "PhoneNumberId": numbers[3] }))?;
    // Half an hour more than a day is left of the seven.
    stage.days_ago(6, 30)?;
    stage.call(Operation::BatchDeletePhoneNumber, json!({ "PhoneNumberIds": numbers[..3] }))?;
    stage.days_ago(1, 40)?;
    stage.fail(&numbers[3], &json!({}))
}

/// An order that brought two of three numbers, of which one did not come back in order from the connector that tried it.
fn warehouse(stage: &Stage<'_>) -> Result<(), Failure> {
    let numbers = numbers("+1253555015", 3);
    stage.days_ago(7, 40)?;
    stage.fail(&numbers[2], &json!({ "Order": true }))?;
    stage.order("VoiceConnector", &numbers, None)?;
    stage.days_ago(7, 45)?;
    stage.fail(&numbers[2], &json!({}))?;
    let connectors = stage.call(Operation::ListVoiceConnectors, json!({}))?;
    let connector =
        connectors["VoiceConnectors"].as_array().into_iter().flatten().find(|it| it["Name"] == "Warehouse PBX");
    let association = json!({
        "VoiceConnectorId": connector.map(|it| &it["VoiceConnectorId"]), "E164PhoneNumbers": numbers[..1],
    });
    stage.call(Operation::AssociatePhoneNumbersWithVoiceConnector, association.clone())?;
    stage.days_ago(4, 25)?;
    stage.fail(&numbers[0], &json!({ "Release": true }))?;
    stage.call(Operation::DisassociatePhoneNumbersFromVoiceConnector, association)?;
    stage.fail(&numbers[0], &json!({}))
}

/// An order of a number in an area that does not exist.
fn mistyped(stage: &Stage<'_>) -> Result<(), Failure> {
    stage.days_ago(6, 95)?;
    stage.order("BusinessCalling", &["+12995550145".to_owned()], None)
}

/// Names of the new store: one is shown, one was refused by a carrier, two are on their way.
fn calling_names(stage: &Stage<'_>) -> Result<(), Failure> {
    let numbers = numbers("+1253555014", 4);
    stage.days_ago(7, 15)?;
    rename(stage, &numbers[0], "Cascadia Tacoma")?;
    stage.days_ago(6, 50)?;
    stage.fail(&numbers[1], &json!({ "CallingName": true }))?;
    rename(stage, &numbers[1], "Outdoor Repairs")?;
    stage.days_ago(3, 60)?;
    stage.fail(&numbers[1], &json!({}))?;
    stage.days_ago(1, 35)?;
    rename(stage, &numbers[2], "Cascadia Rental")?;
    rename(stage, &numbers[3], "Cascadia Repair")
}

/// An order that was just placed. It takes its time: toll-free numbers do.
fn under_way(stage: &Stage<'_>) -> Result<(), Failure> {
    stage.days_ago(0, -6)?;
    stage.order("VoiceConnector", &numbers("+1844555012", 3), Some(1))
}

fn rename(stage: &Stage<'_>, number: &str, name: &str) -> Result<(), Failure> {
    stage.call(Operation::UpdatePhoneNumber, json!({ "PhoneNumberId": number, "CallingName": name })).map(drop)
}

/// The numbers that end with 0, 1, 2, …
fn numbers(all_but_the_last_digit: &str, count: usize) -> Vec<String> {
    (0..count).map(|last| format!("{all_but_the_last_digit}{last}")).collect()
}
