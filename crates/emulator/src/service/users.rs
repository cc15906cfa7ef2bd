//! Users: made, read, listed. What happens to them later has a file each.

pub mod batch;
pub mod invite;
pub mod phone_number;
pub mod pin;
pub mod register;
pub mod row;
pub mod session;
pub mod settings;
pub mod suspend;
pub mod update;

use chime_model::types::{
    CreateUserRequest, CreateUserResponse, GetUserRequest, GetUserResponse, ListUsersRequest, ListUsersResponse,
    RegistrationStatus, UserType,
};

use super::accounts::gate::{changeable, readable};
use super::accounts::row::AccountRow;
use crate::context::{Context, List, page_size};
use crate::failure::Failure;
use crate::store::{Key, StoreError};
use row::{BY_CREATED, BY_EMAIL, BY_TYPE, USERS, UserRow};

/// CreateUser.
pub fn create_user(context: &Context<'_>, input: CreateUserRequest) -> Result<CreateUserResponse, Failure> {
    let account = changeable(context, &input.account_id)?;
    // USR-9: the name, or what stands before the e-mail's last @.
    let from_email = |email: &String| email.rsplit_once('@').map(|(local, _)| local.to_owned());
    let username = input.username.filter(|name| !name.trim().is_empty());
    // USR-20.
    let display_name = username
        .or_else(|| input.email.as_ref().and_then(from_email))
        .ok_or_else(|| Failure::bad_request("Give an Email, a Username or both."))?;
    if let Some(email) = &input.email {
        refuse_taken_email(context, email)?;
    }
    let mut user = UserRow::new(context, &account, input.email, display_name);
    user.user_type = input.user_type.unwrap_or(UserType::PrivateUser);
    if user.user_type == UserType::SharedDevice {
        // USR-4: nobody has to accept anything for a device.
        user.registration = RegistrationStatus::Registered;
        user.registered = Some(context.now());
    }
    USERS.put(context, &user)?;
    Ok(CreateUserResponse { user: Some(user.without_pin()) })
}

/// GetUser. USR-22: with the PIN.
pub fn get_user(context: &Context<'_>, input: GetUserRequest) -> Result<GetUserResponse, Failure> {
    let account = readable(context, &input.account_id)?;
    let user = find(context, &account, &input.user_id)?;
    Ok(GetUserResponse { user: Some(user.with_pin()) })
}

/// ListUsers. USR-23: both filters have an index, and together they must both hold.
pub fn list_users(context: &Context<'_>, input: ListUsersRequest) -> Result<ListUsersResponse, Failure> {
    let account = readable(context, &input.account_id)?;
    let of_account = Key::of([&account.aws_account_id, &account.account_id]);
    let (index, within) = match (&input.user_email, input.user_type) {
        (Some(email), _) => (&BY_EMAIL, Key::of([&account.aws_account_id, &email.to_lowercase()])),
        (None, Some(user_type)) => (&BY_TYPE, of_account.and(user_type.as_str())),
        (None, None) => (&BY_CREATED, of_account),
    };
    let limit = page_size(input.max_results, 100);
    let list = List { index, within, starts_with: "", next_token: input.next_token.as_deref(), limit };
    let page = context.list(&USERS, list, |user| {
        user.account_id == account.account_id && input.user_type.is_none_or(|user_type| user.user_type == user_type)
    })?;
    let users = page.rows.into_iter().map(UserRow::without_pin).collect();
    Ok(ListUsersResponse { users: Some(users), next_token: page.next_token })
}

/// The user with this id in this account. ACC-7: another account's user is not found.
///
/// # Errors
/// NotFound, and the store's.
pub fn find(context: &Context<'_>, account: &AccountRow, user_id: &str) -> Result<UserRow, Failure> {
    let key = Key::of([&account.aws_account_id, &account.account_id, user_id]);
    USERS.get(context, &key)?.ok_or_else(|| context.absent("user with this id in this account"))
}

/// The user with this e-mail address, in whichever account of the AWS account.
///
/// # Errors
/// The store's.
pub fn find_by_email(context: &Context<'_>, email: &str) -> Result<Option<UserRow>, StoreError> {
    USERS.find(context, &BY_EMAIL, Key::of([&context.principal().account_id, &email.to_lowercase()]))
}

/// USR-21, ACC-23: an e-mail address belongs to one account at most.
fn refuse_taken_email(context: &Context<'_>, email: &str) -> Result<(), Failure> {
    match find_by_email(context, email)? {
        Some(_) => Err(context.in_the_way("Another user has this e-mail address.")),
        None => Ok(()),
    }
}
