//! A phone number as it is stored.

use chime_model::Timestamp;
use chime_model::types::{
    CallingNameStatus, PhoneNumber, PhoneNumberAssociation, PhoneNumberAssociationName, PhoneNumberProductType,
    PhoneNumberStatus, PhoneNumberType,
};
use serde::{Deserialize, Serialize};

use super::plan;
use crate::store::{Index, Key, Table, time_key};

/// A phone number of an AWS account (NUM-1). What follows from the digits is not stored: [`plan`] tells it.
#[derive(Clone, Serialize, Deserialize)]
#[serde(rename_all = "PascalCase")]
pub struct PhoneNumberRow {
    /// Owner.
    pub aws_account_id: String,
    /// The number with its `+`.
    pub e164: String,
    /// What it is for.
    pub product_type: PhoneNumberProductType,
    /// Where it is between order and deletion (NUM-4).
    pub status: PhoneNumberStatus,
    /// Its home: none, or one user, connector, group or rule (NUM-9).
    pub associations: Vec<Association>,
    /// Shown to those who are called.
    pub calling_name: Option<String>,
    /// Whether a change of the calling name is under way.
    pub calling_name_status: CallingNameStatus,
    /// When it entered the inventory.
    pub created: Timestamp,
    /// When it last changed.
    pub updated: Timestamp,
    /// When it was put into the deletion queue.
    pub deleted: Option<Timestamp>,
}

/// What a number belongs to (NUM-3).
#[derive(Clone, Serialize, Deserialize)]
#[serde(rename_all = "PascalCase")]
pub struct Association {
    /// Kind of id.
    pub name: PhoneNumberAssociationName,
    /// The id.
    pub value: String,
    /// Since when.
    pub associated: Timestamp,
}

/// All phone numbers.
pub static PHONE_NUMBERS: Table<PhoneNumberRow> = Table {
    name: "phone-number",
    key: |row| Key::of([&row.aws_account_id, &row.e164]),
    indexes: &[&BY_CREATED, &BY_STATUS, &BY_ASSOCIATION],
};

/// An AWS account's numbers, oldest first.
pub static BY_CREATED: Index<PhoneNumberRow> =
    Index { name: "created", places: |row| vec![Key::of([&row.aws_account_id, &time_key(row.created.0)])] };

/// The same by status.
pub static BY_STATUS: Index<PhoneNumberRow> = Index {
    name: "status",
    places: |row| vec![Key::of([&row.aws_account_id, row.status.as_str(), &time_key(row.created.0)])],
};

/// The same by what they belong to.
pub static BY_ASSOCIATION: Index<PhoneNumberRow> = Index {
    name: "association",
    places: |row| {
        let place =
            |it: &Association| Key::of([&row.aws_account_id, it.name.as_str(), &it.value, &time_key(row.created.0)]);
        row.associations.iter().map(place).collect()
    },
};

impl PhoneNumberRow {
    /// NUM-4: gives the number a home.
    pub fn assign<'a>(
        &mut self,
        home: impl IntoIterator<Item = (PhoneNumberAssociationName, &'a str)>,
        now: Timestamp,
    ) {
        let association = |(name, value): (_, &str)| Association { name, value: value.to_owned(), associated: now };
        self.associations = home.into_iter().map(association).collect();
        self.status = PhoneNumberStatus::Assigned;
        self.updated = now;
    }

    /// NUM-4: takes the number's home away; ReleaseInProgress is passed through at once.
    pub fn release(&mut self, now: Timestamp) {
        self.associations.clear();
        self.status = PhoneNumberStatus::Unassigned;
        self.updated = now;
    }

    /// The id of that kind that the number belongs to.
    #[must_use]
    pub fn associated_with(&self, name: PhoneNumberAssociationName) -> Option<&str> {
        self.associations.iter().find(|it| it.name == name).map(|it| it.value.as_str())
    }
}

impl From<PhoneNumberRow> for PhoneNumber {
    fn from(row: PhoneNumberRow) -> Self {
        let toll_free = plan::is_toll_free(&row.e164);
        let association = |it: Association| PhoneNumberAssociation {
            name: Some(it.name),
            value: Some(it.value),
            associated_timestamp: Some(it.associated),
        };
        Self {
            // G-5: the canonical id is percent-encoded.
            phone_number_id: Some(row.e164.replace('+', "%2B")),
            country: plan::country(&row.e164).map(str::to_owned),
            r#type: Some(if toll_free { PhoneNumberType::TollFree } else { PhoneNumberType::Local }),
            product_type: Some(row.product_type),
            status: Some(row.status),
            capabilities: Some(plan::capabilities(&row.e164, row.product_type)),
            associations: Some(row.associations.into_iter().map(association).collect()),
            calling_name: row.calling_name,
            calling_name_status: Some(row.calling_name_status),
            created_timestamp: Some(row.created),
            updated_timestamp: Some(row.updated),
            deletion_timestamp: row.deleted,
            e164_phone_number: Some(row.e164),
        }
    }
}
