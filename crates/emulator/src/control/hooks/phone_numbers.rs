//! The inventory without orders.

use chime_model::Operation;
use chime_model::types::{PhoneNumber, PhoneNumberProductType};
use serde::Deserialize;
use serde_json::{Value, json};

use super::super::Request;
use super::check;
use crate::Emulator;
use crate::failure::Failure;
use crate::service::phone_numbers::inventory;

#[derive(Deserialize)]
#[serde(rename_all = "PascalCase", deny_unknown_fields)]
struct Add {
    #[serde(rename = "E164PhoneNumber")]
    e164: String,
    product_type: PhoneNumberProductType,
}

pub(super) fn add(emulator: &Emulator, request: &Request<'_>) -> Result<Value, Failure> {
    let Add { e164, product_type } = request.json()?;
    let order = json!({ "ProductType": product_type, "E164PhoneNumbers": [e164] });
    check(Operation::CreatePhoneNumberOrder, &order)?;
    emulator.hook(|context| {
        let number = inventory::add(context, &e164, product_type)?;
        Ok(json!({ "PhoneNumber": PhoneNumber::from(number) }))
    })
}
