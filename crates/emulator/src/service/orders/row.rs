//! An order as it is stored.

use chime_model::Timestamp;
use chime_model::types::{
    OrderedPhoneNumber, OrderedPhoneNumberStatus, PhoneNumberOrder, PhoneNumberOrderStatus, PhoneNumberProductType,
};
use serde::{Deserialize, Serialize};

use crate::store::{Index, Key, Table, time_key};

/// An order of an AWS account (ORD-1, ORD-7). None is ever deleted (ORD-6).
#[derive(Clone, Serialize, Deserialize)]
#[serde(rename_all = "PascalCase")]
pub struct OrderRow {
    /// Who ordered.
    pub aws_account_id: String,
    /// Its identity.
    pub order_id: String,
    /// What the numbers are for.
    pub product_type: PhoneNumberProductType,
    /// How far it is.
    pub status: PhoneNumberOrderStatus,
    /// The numbers as they were asked for, each with what became of it.
    pub numbers: Vec<OrderedNumber>,
    /// When it was placed.
    pub created: Timestamp,
    /// When it was finished, once it is.
    pub updated: Timestamp,
}

/// A number of an order.
#[derive(Clone, Serialize, Deserialize)]
#[serde(rename_all = "PascalCase")]
pub struct OrderedNumber {
    /// The number with its `+`.
    pub e164: String,
    /// What became of it.
    pub status: OrderedPhoneNumberStatus,
}

/// All orders.
pub static ORDERS: Table<OrderRow> = Table {
    name: "phone-number-order",
    key: |row| Key::of([&row.aws_account_id, &row.order_id]),
    indexes: &[&ORDERS_BY_CREATED],
};

/// An AWS account's orders, oldest first.
pub static ORDERS_BY_CREATED: Index<OrderRow> =
    Index { name: "created", places: |row| vec![Key::of([&row.aws_account_id, &time_key(row.created.0)])] };

impl From<OrderRow> for PhoneNumberOrder {
    fn from(row: OrderRow) -> Self {
        let number =
            |it: OrderedNumber| OrderedPhoneNumber { e164_phone_number: Some(it.e164), status: Some(it.status) };
        Self {
            phone_number_order_id: Some(row.order_id),
            product_type: Some(row.product_type),
            status: Some(row.status),
            ordered_phone_numbers: Some(row.numbers.into_iter().map(number).collect()),
            created_timestamp: Some(row.created),
            updated_timestamp: Some(row.updated),
        }
    }
}
