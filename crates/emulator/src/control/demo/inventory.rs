//! The numbers of the largest account, and who has them.

use super::cast::local_numbers;
use super::enterprises::CASCADIA;
use super::stage::Stage;
use crate::failure::Failure;

pub fn play(stage: &Stage<'_>) -> Result<(), Failure> {
    let account = stage.account(CASCADIA)?;
    let people = stage.people(&account)?;
    stage.days_ago(10, 0)?;
    let numbers = local_numbers(0, 20);
    stage.stock(&numbers, "BusinessCalling")?;
    stage.stock(&local_numbers(20, 4), "VoiceConnector")?;
    stage.stock(&["+18005550100".to_owned()], "VoiceConnector")?;
    stage.days_ago(9, 0)?;
    for (index, (user, number)) in people.iter().zip(&numbers).take(12).enumerate() {
        stage.give_number(&account, user, number, index % 2 == 0)?;
    }
    Ok(())
}
