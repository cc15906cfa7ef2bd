//! The calling name that numbers without one of their own show.

use chime_model::Timestamp;
use chime_model::types::{GetPhoneNumberSettingsResponse, UpdatePhoneNumberSettingsRequest};
use serde::{Deserialize, Serialize};

use crate::context::Context;
use crate::failure::Failure;
use crate::store::{Key, Table};

/// PNS-2: how long after an update the next one is allowed.
const BETWEEN_UPDATES_MS: i64 = 7 * 24 * 60 * 60 * 1000;

/// The default calling name of an AWS account.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "PascalCase")]
struct PhoneNumberSettingsRow {
    aws_account_id: String,
    calling_name: Option<String>,
    updated: Timestamp,
}

static PHONE_NUMBER_SETTINGS: Table<PhoneNumberSettingsRow> =
    Table { name: "phone-number-settings", key: |row| Key::of([&row.aws_account_id]), indexes: &[] };

/// PNS-1: nothing until the first update.
///
/// # Errors
/// The store's.
pub fn get_phone_number_settings(context: &Context<'_>, (): ()) -> Result<GetPhoneNumberSettingsResponse, Failure> {
    let row = settings(context)?;
    Ok(GetPhoneNumberSettingsResponse {
        calling_name_updated_timestamp: row.as_ref().map(|row| row.updated),
        calling_name: row.and_then(|row| row.calling_name),
    })
}

/// PNS-2: once in seven days, to be read at once. PNS-3: no number's own calling name changes.
///
/// # Errors
/// BadRequest before the seven days are over.
pub fn update_phone_number_settings(
    context: &Context<'_>,
    input: UpdatePhoneNumberSettingsRequest,
) -> Result<(), Failure> {
    if let Some(row) = settings(context)? {
        let next = Timestamp(row.updated.0 + BETWEEN_UPDATES_MS);
        if context.now() < next {
            let message = format!("The calling name can change once in seven days, next at {}.", next.iso8601());
            return Err(Failure::bad_request(message));
        }
    }
    let row = PhoneNumberSettingsRow {
        aws_account_id: context.principal().account_id.clone(),
        // As with a number (NUM-10), the empty name is none.
        calling_name: Some(input.calling_name).filter(|name| !name.is_empty()),
        updated: context.now(),
    };
    Ok(PHONE_NUMBER_SETTINGS.put(context, &row)?)
}

fn settings(context: &Context<'_>) -> Result<Option<PhoneNumberSettingsRow>, Failure> {
    Ok(PHONE_NUMBER_SETTINGS.get(context, &Key::of([&context.principal().account_id]))?)
}
