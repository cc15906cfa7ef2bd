//! The inventory without orders, and what goes wrong with a number (F-10).

use chime_model::Operation;
use chime_model::types::{PhoneNumber, PhoneNumberProductType};
use serde::Deserialize;
use serde_json::{Value, json};

use super::super::Request;
use super::check;
use crate::Emulator;
use crate::failure::Failure;
use crate::service::orders::failures::{self, FailureRow};
use crate::service::phone_numbers::{self, inventory};

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

#[derive(Default, Deserialize)]
#[serde(rename_all = "PascalCase", deny_unknown_fields, default)]
struct Failures {
    order: bool,
    calling_name: bool,
    release: bool,
    deletion: bool,
}

pub(super) fn fail(emulator: &Emulator, request: &Request<'_>) -> Result<Value, Failure> {
    let Failures { order, calling_name, release, deletion } = request.json()?;
    let e164 = phone_numbers::e164(request.label("PhoneNumberId"));
    emulator.hook(|context| {
        let row = FailureRow { e164, order, calling_name, release, deletion };
        failures::set(context, &row)?;
        Ok(json!({
            "E164PhoneNumber": row.e164, "Order": order, "CallingName": calling_name, "Release": release,
            "Deletion": deletion,
        }))
    })
}
