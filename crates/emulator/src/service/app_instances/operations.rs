//! Making, reading and renaming app instances.

use chime_model::types::{
    CreateAppInstanceRequest, CreateAppInstanceResponse, DescribeAppInstanceRequest, DescribeAppInstanceResponse,
    ListAppInstancesRequest, ListAppInstancesResponse, UpdateAppInstanceRequest, UpdateAppInstanceResponse,
};

use super::row::{APP_INSTANCES, AppInstanceRow, BY_CREATED, instance};
use crate::context::{Context, List, page_size};
use crate::failure::Failure;
use crate::service::idempotency;
use crate::service::quota::{self, Quota};
use crate::service::tags::{self, Resource};
use crate::store::Key;

/// APP-10: an empty app instance; the same one again for the same token.
///
/// # Errors
/// BadRequest for a reserved tag, Conflict for a token used otherwise, ResourceLimitExceeded.
pub fn create_app_instance(
    context: &Context<'_>,
    input: CreateAppInstanceRequest,
) -> Result<CreateAppInstanceResponse, Failure> {
    let wanted = input.tags.clone().unwrap_or_default();
    tags::check(&wanted)?;
    let aws_account_id = &context.principal().account_id;
    let token = Some(input.client_request_token.as_str());
    let find = |id: &str| Ok(APP_INSTANCES.get(context, &Key::of([aws_account_id, id]))?);
    if let Some(row) = idempotency::replay(context, "", token, &input, find)? {
        return Ok(CreateAppInstanceResponse { app_instance_arn: Some(row.arn()) });
    }
    let instances = (&APP_INSTANCES, &BY_CREATED, Key::of([aws_account_id]));
    quota::check(context, Quota::AppInstancesPerAwsAccount, 1, instances)?;
    let row = AppInstanceRow {
        aws_account_id: aws_account_id.clone(),
        app_instance_id: context.random().uuid(),
        name: input.name.clone(),
        metadata: input.metadata.clone().filter(|metadata| !metadata.is_empty()),
        created: context.now(),
        updated: context.now(),
    };
    APP_INSTANCES.put(context, &row)?;
    // APP-5.
    tags::put(context, Resource::AppInstance(&row.app_instance_id), wanted, tags::MOST)?;
    idempotency::remember(context, "", token, &input, &row.app_instance_id)?;
    Ok(CreateAppInstanceResponse { app_instance_arn: Some(row.arn()) })
}

/// APP-1.
///
/// # Errors
/// Forbidden for one that is not there (G-15).
pub fn describe_app_instance(
    context: &Context<'_>,
    input: DescribeAppInstanceRequest,
) -> Result<DescribeAppInstanceResponse, Failure> {
    let row = instance(context, &input.app_instance_arn)?;
    Ok(DescribeAppInstanceResponse { app_instance: Some(row.into()) })
}

/// The caller's app instances.
///
/// # Errors
/// BadRequest for a token of another list.
pub fn list_app_instances(
    context: &Context<'_>,
    input: ListAppInstancesRequest,
) -> Result<ListAppInstancesResponse, Failure> {
    let list = List {
        index: &BY_CREATED,
        within: Key::of([&context.principal().account_id]),
        starts_with: "",
        next_token: input.next_token.as_deref(),
        limit: page_size(input.max_results, 50),
    };
    let page = context.list(&APP_INSTANCES, list, |_| true)?;
    let app_instances = page.rows.into_iter().map(Into::into).collect();
    Ok(ListAppInstancesResponse { app_instances: Some(app_instances), next_token: page.next_token })
}

/// APP-11: another name; other metadata when they are given, none when they are empty.
///
/// # Errors
/// Forbidden for one that is not there.
pub fn update_app_instance(
    context: &Context<'_>,
    input: UpdateAppInstanceRequest,
) -> Result<UpdateAppInstanceResponse, Failure> {
    let row = instance(context, &input.app_instance_arn)?;
    let metadata = replaced(row.metadata, input.metadata);
    let row = AppInstanceRow { name: input.name, metadata, updated: context.now(), ..row };
    APP_INSTANCES.put(context, &row)?;
    Ok(UpdateAppInstanceResponse { app_instance_arn: Some(row.arn()) })
}

/// APP-11: metadata that are left out are kept, empty ones are cleared.
pub fn replaced(present: Option<String>, given: Option<String>) -> Option<String> {
    given.map_or(present, |metadata| Some(metadata).filter(|metadata| !metadata.is_empty()))
}
