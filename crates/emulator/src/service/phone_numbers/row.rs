//! A phone number as it is stored.

use chime_model::Timestamp;
use chime_model::types::{
    CallingNameStatus, PhoneNumber, PhoneNumberAssociation, PhoneNumberAssociationName, PhoneNumberProductType,
    PhoneNumberStatus,
};
use serde::{Deserialize, Serialize};

use crate::context::Context;
use crate::service::number_plan;
use crate::store::{Index, Key, Table, time_key};

/// A phone number of an AWS account (NUM-1). What follows from the digits is not stored: [`number_plan`] tells it.
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
    /// The change that is under way (NUM-10).
    pub pending_calling_name: Option<PendingCallingName>,
    /// The order that brought it; none for a number that came without one.
    pub order_id: Option<String>,
    /// Whether it ever became the owner's, which an order that fails leaves undone.
    pub acquired: bool,
    /// When it entered the inventory.
    pub created: Timestamp,
    /// When it last changed.
    pub updated: Timestamp,
    /// When it was put into the deletion queue.
    pub deleted: Option<Timestamp>,
}

/// A calling name that carriers do not show yet.
#[derive(Clone, Serialize, Deserialize)]
#[serde(rename_all = "PascalCase")]
pub struct PendingCallingName {
    /// The new name; none to have no name.
    pub name: Option<String>,
    /// When it takes effect.
    pub due: Timestamp,
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
    indexes: &[&BY_CREATED, &BY_STATUS, &BY_PRODUCT_TYPE, &BY_STATUS_AND_PRODUCT_TYPE, &BY_ASSOCIATION, &HELD],
};

/// An AWS account's numbers, oldest first.
pub static BY_CREATED: Index<PhoneNumberRow> =
    Index { name: "created", places: |row| vec![Key::of([&row.aws_account_id, &time_key(row.created.0)])] };

/// The same by status.
pub static BY_STATUS: Index<PhoneNumberRow> = Index {
    name: "status",
    places: |row| vec![Key::of([&row.aws_account_id, row.status.as_str(), &time_key(row.created.0)])],
};

/// The same by product type.
pub static BY_PRODUCT_TYPE: Index<PhoneNumberRow> = Index {
    name: "product-type",
    places: |row| vec![Key::of([&row.aws_account_id, row.product_type.as_str(), &time_key(row.created.0)])],
};

/// The same by status and product type.
pub static BY_STATUS_AND_PRODUCT_TYPE: Index<PhoneNumberRow> = Index {
    name: "status-and-product-type",
    places: |row| {
        let (status, product_type) = (row.status.as_str(), row.product_type.as_str());
        vec![Key::of([&row.aws_account_id, status, product_type, &time_key(row.created.0)])]
    },
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

/// The numbers that nobody else can have, of all AWS accounts: all but those whose order failed.
pub static HELD: Index<PhoneNumberRow> = Index {
    name: "held",
    places: |row| {
        let held = row.acquired || row.status == PhoneNumberStatus::AcquireInProgress;
        held.then(|| Key::of([&row.e164])).into_iter().collect()
    },
};

impl PhoneNumberRow {
    /// A number on its way into the caller's inventory (NUM-2).
    #[must_use]
    pub fn new(context: &Context<'_>, e164: String, product_type: PhoneNumberProductType) -> Self {
        Self {
            aws_account_id: context.principal().account_id.clone(),
            e164,
            product_type,
            status: PhoneNumberStatus::AcquireInProgress,
            associations: Vec::new(),
            calling_name: None,
            // NUM-10.
            calling_name_status: CallingNameStatus::Unassigned,
            pending_calling_name: None,
            order_id: None,
            acquired: false,
            created: context.now(),
            updated: context.now(),
            deleted: None,
        }
    }

    /// NUM-4: the number is the owner's now, free to use.
    pub fn acquire(&mut self, now: Timestamp) {
        self.status = PhoneNumberStatus::Unassigned;
        self.acquired = true;
        self.updated = now;
    }

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

    /// The id of that kind that the number belongs to.
    #[must_use]
    pub fn associated_with(&self, name: PhoneNumberAssociationName) -> Option<&str> {
        self.associations.iter().find(|it| it.name == name).map(|it| it.value.as_str())
    }
}

impl From<PhoneNumberRow> for PhoneNumber {
    fn from(row: PhoneNumberRow) -> Self {
        let association = |it: Association| PhoneNumberAssociation {
            name: Some(it.name),
            value: Some(it.value),
            associated_timestamp: Some(it.associated),
        };
        Self {
            // G-5: the canonical id is percent-encoded.
            phone_number_id: Some(row.e164.replace('+', "%2B")),
            country: number_plan::country(&row.e164).map(str::to_owned),
            r#type: Some(number_plan::kind(&row.e164)),
            product_type: Some(row.product_type),
            status: Some(row.status),
            capabilities: Some(number_plan::capabilities(&row.e164, row.product_type)),
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
