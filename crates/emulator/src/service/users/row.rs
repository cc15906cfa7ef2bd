//! A user as it is stored.

use chime_model::Timestamp;
use chime_model::types::{
    AlexaForBusinessMetadata, InviteStatus, License, RegistrationStatus, TelephonySettings, User, UserType,
};
use serde::{Deserialize, Serialize};

use crate::context::Context;
use crate::service::accounts::row::AccountRow;
use crate::store::{Index, Key, Table, time_key};

/// A user of an account: a person, or a device in a room.
#[derive(Clone, Serialize, Deserialize)]
#[serde(rename_all = "PascalCase")]
pub struct UserRow {
    /// Owner of the account.
    pub aws_account_id: String,
    /// The account.
    pub account_id: String,
    /// Identity.
    pub user_id: String,
    /// When the row appeared.
    pub created: Timestamp,
    /// As it was given; compared without case.
    pub email: Option<String>,
    /// What people see.
    pub display_name: String,
    /// One of those that the account supports.
    pub license: License,
    /// Person or device.
    pub user_type: UserType,
    /// Whether the user can sign in.
    pub registration: RegistrationStatus,
    /// When the user registered first.
    pub registered: Option<Timestamp>,
    /// The newest invitation; none for who came another way.
    pub invitation: Option<Invitation>,
    /// Ten digits, unique in the AWS account (USR-34).
    pub pin: Option<String>,
    /// The phone number, E.164 (USR-6).
    pub phone_number: Option<String>,
    /// Kept for the caller; nothing here depends on it.
    pub alexa: AlexaForBusinessMetadata,
    /// What the user may do with a phone number.
    pub telephony: TelephonySettings,
}

/// An e-mail that asks a person to join.
#[derive(Clone, Serialize, Deserialize)]
#[serde(rename_all = "PascalCase")]
pub struct Invitation {
    /// Identity.
    pub invite_id: String,
    /// What became of it.
    pub status: InviteStatus,
    /// When it was sent last.
    pub sent: Timestamp,
}

/// All users that belong to an account.
pub static USERS: Table<UserRow> = Table {
    name: "user",
    key: |row| Key::of([&row.aws_account_id, &row.account_id, &row.user_id]),
    indexes: &[&BY_CREATED, &BY_TYPE, &BY_EMAIL, &BY_PIN, &BY_INVITATION],
};

/// An account's users, oldest first.
pub static BY_CREATED: Index<UserRow> = Index {
    name: "created",
    places: |row| vec![Key::of([&row.aws_account_id, &row.account_id, &time_key(row.created.0)])],
};

/// The same by type.
pub static BY_TYPE: Index<UserRow> = Index {
    name: "type",
    places: |row| {
        vec![Key::of([&row.aws_account_id, &row.account_id, row.user_type.as_str(), &time_key(row.created.0)])]
    },
};

/// An AWS account's users by e-mail address in lower case: one at most (ACC-23).
pub static BY_EMAIL: Index<UserRow> = Index {
    name: "email",
    places: |row| row.email.iter().map(|email| Key::of([&row.aws_account_id, &email.to_lowercase()])).collect(),
};

/// An AWS account's users by personal PIN.
pub static BY_PIN: Index<UserRow> =
    Index { name: "pin", places: |row| row.pin.iter().map(|pin| Key::of([&row.aws_account_id, pin])).collect() };

/// An AWS account's users by their newest invitation.
pub static BY_INVITATION: Index<UserRow> = Index {
    name: "invitation",
    places: |row| row.invitation.iter().map(|it| Key::of([&row.aws_account_id, &it.invite_id])).collect(),
};

/// Users suspended out of a Team account, kept because a new invitation gives the old UserId back (USR-25).
pub static FORMER_USERS: Table<UserRow> = Table { name: "former-user", key: former_key, indexes: &[&OF_ACCOUNT] };

/// The former users of an account.
pub static OF_ACCOUNT: Index<UserRow> =
    Index { name: "account", places: |row| vec![Key::of([&row.aws_account_id, &row.account_id])] };

fn former_key(row: &UserRow) -> Key {
    let email = row.email.as_deref().unwrap_or(&row.user_id);
    Key::of([&row.aws_account_id, &row.account_id, &email.to_lowercase()])
}

impl UserRow {
    /// A user who has not registered yet. USR-4: with the account's default license; USR-7: all calling rights off.
    #[must_use]
    pub fn new(context: &Context<'_>, account: &AccountRow, email: Option<String>, display_name: String) -> Self {
        Self {
            aws_account_id: account.aws_account_id.clone(),
            account_id: account.account_id.clone(),
            user_id: context.random().uuid(),
            created: context.now(),
            email,
            display_name,
            license: account.default_license,
            user_type: UserType::PrivateUser,
            registration: RegistrationStatus::Unregistered,
            registered: None,
            invitation: None,
            pin: None,
            phone_number: None,
            alexa: AlexaForBusinessMetadata {
                is_alexa_for_business_enabled: Some(false),
                alexa_for_business_room_arn: None,
            },
            telephony: TelephonySettings { inbound_calling: false, outbound_calling: false, sms: false },
        }
    }

    /// The user as most operations show it. USR-5: without the PIN.
    #[must_use]
    pub fn without_pin(self) -> User {
        User { personal_pin: None, ..self.with_pin() }
    }

    /// The user as GetUser and ResetPersonalPIN show it.
    #[must_use]
    pub fn with_pin(self) -> User {
        User {
            user_id: self.user_id,
            account_id: Some(self.account_id),
            primary_email: self.email,
            primary_provisioned_number: self.phone_number,
            display_name: Some(self.display_name),
            license_type: Some(self.license),
            user_type: Some(self.user_type),
            user_registration_status: Some(self.registration),
            user_invitation_status: self.invitation.as_ref().map(|invitation| invitation.status),
            registered_on: self.registered,
            invited_on: self.invitation.map(|invitation| invitation.sent),
            alexa_for_business_metadata: Some(self.alexa),
            personal_pin: self.pin,
        }
    }
}
