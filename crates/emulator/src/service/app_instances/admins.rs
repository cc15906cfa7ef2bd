//! Administrators: users of an app instance who were promoted (APP-3).

use chime_model::Timestamp;
use chime_model::types::{
    AppInstanceAdmin, AppInstanceAdminSummary, CreateAppInstanceAdminRequest, CreateAppInstanceAdminResponse,
    DeleteAppInstanceAdminRequest, DescribeAppInstanceAdminRequest, DescribeAppInstanceAdminResponse,
    ListAppInstanceAdminsRequest, ListAppInstanceAdminsResponse,
};
use serde::{Deserialize, Serialize};

use super::arn::Arn;
use super::row::{AppInstanceRow, instance};
use crate::context::{Context, List, page_size};
use crate::failure::Failure;
use crate::service::app_instance_users::{Person, identity, user_of};
use crate::service::quota::{self, Quota};
use crate::store::{Index, Key, Table, time_key};

/// The role of a user.
#[derive(Clone, Serialize, Deserialize)]
#[serde(rename_all = "PascalCase")]
pub(super) struct AdminRow {
    app_instance_id: String,
    user_id: String,
    person: Person,
    created: Timestamp,
}

pub(super) static ADMINS: Table<AdminRow> = Table {
    name: "app-instance-admin",
    key: |row| Key::of([&row.app_instance_id, &row.user_id]),
    indexes: &[&BY_CREATED],
};

pub(super) static BY_CREATED: Index<AdminRow> =
    Index { name: "created", places: |row| vec![Key::of([&row.app_instance_id, &time_key(row.created.0)])] };

/// APP-13: promotes a user of the app instance.
///
/// # Errors
/// Forbidden for the app instance, BadRequest for somebody who is no user of it, Conflict for an administrator;
/// ResourceLimitExceeded.
pub fn create_app_instance_admin(
    context: &Context<'_>,
    input: CreateAppInstanceAdminRequest,
) -> Result<CreateAppInstanceAdminResponse, Failure> {
    let instance = instance(context, &input.app_instance_arn)?;
    let user = user_of(context, &instance.app_instance_id, &input.app_instance_admin_arn)?;
    let user = user.ok_or_else(|| context.dangling("user with this ARN in the app instance"))?;
    if is_admin(context, &instance.app_instance_id, &user.user_id)? {
        return Err(context.in_the_way("The user is an administrator of the app instance already."));
    }
    let admins = (&ADMINS, &BY_CREATED, Key::of([&instance.app_instance_id]));
    quota::check(context, Quota::AdminsPerAppInstance, 1, admins)?;
    let person = user.person();
    let admin = identity(context, &person)?;
    let row = AdminRow {
        app_instance_id: instance.app_instance_id.clone(),
        user_id: user.user_id,
        person,
        created: context.now(),
    };
    ADMINS.put(context, &row)?;
    Ok(CreateAppInstanceAdminResponse { app_instance_admin: Some(admin), app_instance_arn: Some(instance.arn()) })
}

/// APP-3.
///
/// # Errors
/// Forbidden for the app instance, and for somebody who is no administrator (G-15).
pub fn describe_app_instance_admin(
    context: &Context<'_>,
    input: DescribeAppInstanceAdminRequest,
) -> Result<DescribeAppInstanceAdminResponse, Failure> {
    let instance = instance(context, &input.app_instance_arn)?;
    let row = key(&instance, &input.app_instance_admin_arn).map(|key| ADMINS.get(context, &key)).transpose()?.flatten();
    let row = row.ok_or_else(|| context.absent("administrator with this ARN in the app instance"))?;
    let admin = AppInstanceAdmin {
        admin: Some(identity(context, &row.person)?),
        app_instance_arn: Some(instance.arn()),
        created_timestamp: Some(row.created),
    };
    Ok(DescribeAppInstanceAdminResponse { app_instance_admin: Some(admin) })
}

/// The administrators of an app instance.
///
/// # Errors
/// Forbidden for the app instance; BadRequest for a token of another list.
pub fn list_app_instance_admins(
    context: &Context<'_>,
    input: ListAppInstanceAdminsRequest,
) -> Result<ListAppInstanceAdminsResponse, Failure> {
    let instance = instance(context, &input.app_instance_arn)?;
    let list = List {
        index: &BY_CREATED,
        within: Key::of([&instance.app_instance_id]),
        starts_with: "",
        next_token: input.next_token.as_deref(),
        limit: page_size(input.max_results, 50),
    };
    let page = context.list(&ADMINS, list, |_| true)?;
    let admin = |row: &AdminRow| Ok(AppInstanceAdminSummary { admin: Some(identity(context, &row.person)?) });
    Ok(ListAppInstanceAdminsResponse {
        app_instance_arn: Some(instance.arn()),
        app_instance_admins: Some(page.rows.iter().map(admin).collect::<Result<_, Failure>>()?),
        next_token: page.next_token,
    })
}

/// APP-14: the user stays; who is no administrator is left alone; the last one may go.
///
/// # Errors
/// Forbidden for the app instance.
pub fn delete_app_instance_admin(context: &Context<'_>, input: DeleteAppInstanceAdminRequest) -> Result<(), Failure> {
    let instance = instance(context, &input.app_instance_arn)?;
    if let Some(key) = key(&instance, &input.app_instance_admin_arn) {
        ADMINS.delete(context, &key)?;
    }
    Ok(())
}

/// Whether a user is an administrator.
///
/// # Errors
/// The store's.
pub fn is_admin(context: &Context<'_>, app_instance_id: &str, user_id: &str) -> Result<bool, Failure> {
    Ok(ADMINS.get(context, &Key::of([app_instance_id, user_id]))?.is_some())
}

/// APP-17: takes the role from a user who is deleted.
///
/// # Errors
/// The store's.
pub fn dismiss(context: &Context<'_>, app_instance_id: &str, user_id: &str) -> Result<(), Failure> {
    ADMINS.delete(context, &Key::of([app_instance_id, user_id]))?;
    Ok(())
}

fn key(instance: &AppInstanceRow, user_arn: &str) -> Option<Key> {
    match Arn::parse(user_arn)? {
        Arn::User { account, instance: id, user }
            if (account, id) == (&instance.aws_account_id, &instance.app_instance_id) =>
        {
            Some(Key::of([id, user]))
        }
        _ => None,
    }
}
