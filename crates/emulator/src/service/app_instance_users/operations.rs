//! Making, reading, renaming and deleting users of app instances.

use chime_model::types::{
    CreateAppInstanceUserRequest, CreateAppInstanceUserResponse, DeleteAppInstanceUserRequest,
    DescribeAppInstanceUserRequest, DescribeAppInstanceUserResponse, ListAppInstanceUsersRequest,
    ListAppInstanceUsersResponse, UpdateAppInstanceUserRequest, UpdateAppInstanceUserResponse,
};

use super::person::remember;
use super::row::{BY_CREATED, USERS, UserRow, user};
use crate::context::{Context, List, page_size};
use crate::failure::Failure;
use crate::service::app_instances::{dismiss, instance, replaced};
use crate::service::channels;
use crate::service::idempotency;
use crate::service::quota::{self, Quota};
use crate::service::tags::{self, Resource};
use crate::store::Key;

/// APP-15: a user with an id of the caller's choice; the same one again for the same token.
///
/// # Errors
/// BadRequest for a reserved tag, Forbidden for the app instance, Conflict for an id that is taken or a token used otherwise;
/// ResourceLimitExceeded.
pub fn create_app_instance_user(
    context: &Context<'_>,
    input: CreateAppInstanceUserRequest,
) -> Result<CreateAppInstanceUserResponse, Failure> {
    let wanted = input.tags.clone().unwrap_or_default();
    tags::check(&wanted)?;
    let instance = instance(context, &input.app_instance_arn)?;
    let (parent, token) = (instance.app_instance_id.as_str(), Some(input.client_request_token.as_str()));
    let key = Key::of([parent, &input.app_instance_user_id]);
    let present = USERS.get(context, &key)?;
    // A later user of the same id is not what the token created.
    let created = |id: &str| find_person(context, parent, id);
    if let Some(row) = idempotency::replay(context, parent, token, &input, created)? {
        return Ok(CreateAppInstanceUserResponse { app_instance_user_arn: Some(row.arn()) });
    }
    if present.is_some() {
        return Err(context.in_the_way("The app instance has a user with this AppInstanceUserId already."));
    }
    let users = (&USERS, &BY_CREATED, Key::of([parent]));
    quota::check(context, Quota::UsersPerAppInstance, 1, users)?;
    let row = UserRow {
        aws_account_id: instance.aws_account_id.clone(),
        app_instance_id: instance.app_instance_id.clone(),
        user_id: input.app_instance_user_id.clone(),
        person_id: context.random().uuid(),
        name: input.name.clone(),
        metadata: input.metadata.clone().filter(|metadata| !metadata.is_empty()),
        created: context.now(),
        updated: context.now(),
    };
    USERS.put(context, &row)?;
    // APP-5.
    tags::put(context, Resource::AppInstanceUser(&row.person_id), wanted, tags::MOST)?;
    let created_id = Key::of([&row.user_id, &row.person_id]);
    idempotency::remember(context, parent, token, &input, created_id.as_str())?;
    Ok(CreateAppInstanceUserResponse { app_instance_user_arn: Some(row.arn()) })
}

/// APP-2.
///
/// # Errors
/// Forbidden for one that is not there (G-15).
pub fn describe_app_instance_user(
    context: &Context<'_>,
    input: DescribeAppInstanceUserRequest,
) -> Result<DescribeAppInstanceUserResponse, Failure> {
    let row = user(context, &input.app_instance_user_arn)?;
    Ok(DescribeAppInstanceUserResponse { app_instance_user: Some(row.into()) })
}

/// The users of an app instance.
///
/// # Errors
/// Forbidden for the app instance; BadRequest for a token of another list.
pub fn list_app_instance_users(
    context: &Context<'_>,
    input: ListAppInstanceUsersRequest,
) -> Result<ListAppInstanceUsersResponse, Failure> {
    let instance = instance(context, &input.app_instance_arn)?;
    let list = List {
        index: &BY_CREATED,
        within: Key::of([&instance.app_instance_id]),
        starts_with: "",
        next_token: input.next_token.as_deref(),
        limit: page_size(input.max_results, 50),
    };
    let page = context.list(&USERS, list, |_| true)?;
    Ok(ListAppInstanceUsersResponse {
        app_instance_arn: Some(instance.arn()),
        app_instance_users: Some(page.rows.into_iter().map(Into::into).collect()),
        next_token: page.next_token,
    })
}

/// APP-16: another name, seen everywhere at once (APP-4); metadata as APP-11.
///
/// # Errors
/// Forbidden for one that is not there.
pub fn update_app_instance_user(
    context: &Context<'_>,
    input: UpdateAppInstanceUserRequest,
) -> Result<UpdateAppInstanceUserResponse, Failure> {
    let row = user(context, &input.app_instance_user_arn)?;
    let metadata = replaced(row.metadata, input.metadata);
    let row = UserRow { name: input.name, metadata, updated: context.now(), ..row };
    USERS.put(context, &row)?;
    Ok(UpdateAppInstanceUserResponse { app_instance_user_arn: Some(row.arn()) })
}

/// APP-17: with memberships, roles and bans. What the user wrote stays, under the last name.
///
/// # Errors
/// Forbidden for one that is not there (G-15).
pub fn delete_app_instance_user(context: &Context<'_>, input: DeleteAppInstanceUserRequest) -> Result<(), Failure> {
    let row = user(context, &input.app_instance_user_arn)?;
    channels::forget_user(context, &row.app_instance_id, &row.user_id)?;
    dismiss(context, &row.app_instance_id, &row.user_id)?;
    tags::forget(context, Resource::AppInstanceUser(&row.person_id))?;
    remember(context, &row)?;
    USERS.delete(context, &(USERS.key)(&row))?;
    Ok(())
}

/// The user that a token created.
fn find_person(context: &Context<'_>, app_instance_id: &str, created_id: &str) -> Result<Option<UserRow>, Failure> {
    let (user_id, _) = created_id.rsplit_once('/').unwrap_or_default();
    let row = USERS.get(context, &Key::of([app_instance_id, user_id]))?;
    Ok(row.filter(|row| Key::of([&row.user_id, &row.person_id]).as_str() == created_id))
}
