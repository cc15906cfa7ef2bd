//! Making, reading, changing and deleting SIP media applications.

use chime_model::types::{
    CreateSipMediaApplicationRequest, CreateSipMediaApplicationResponse, DeleteSipMediaApplicationRequest,
    GetSipMediaApplicationRequest, GetSipMediaApplicationResponse, ListSipMediaApplicationsRequest,
    ListSipMediaApplicationsResponse, UpdateSipMediaApplicationRequest, UpdateSipMediaApplicationResponse,
};

use super::row::{APPLICATIONS, APPLICATIONS_BY_CREATED, APPLICATIONS_BY_NAME, ApplicationRow};
use super::{calls, endpoints, existing};
use crate::context::{Context, List, page_size};
use crate::failure::Failure;
use crate::service::quota::{self, Quota};
use crate::service::sip_rules;
use crate::store::Key;

/// CreateSipMediaApplication (SMA-10).
pub fn create_sip_media_application(
    context: &Context<'_>,
    input: CreateSipMediaApplicationRequest,
) -> Result<CreateSipMediaApplicationResponse, Failure> {
    let lambda_arn = endpoints::function(input.endpoints, &input.aws_region)?;
    let row = ApplicationRow {
        aws_account_id: context.principal().account_id.clone(),
        sip_media_application_id: context.random().uuid(),
        name: input.name,
        aws_region: input.aws_region,
        lambda_arn,
        message_logs: false,
        created: context.now(),
        updated: context.now(),
    };
    refuse_name_twice(context, &row)?;
    let applications = (&APPLICATIONS, &APPLICATIONS_BY_CREATED, Key::of([&row.aws_account_id]));
    quota::check(context, Quota::SipMediaApplications, 1, applications)?;
    APPLICATIONS.put(context, &row)?;
    Ok(CreateSipMediaApplicationResponse { sip_media_application: Some(row.into()) })
}

/// GetSipMediaApplication.
pub fn get_sip_media_application(
    context: &Context<'_>,
    input: GetSipMediaApplicationRequest,
) -> Result<GetSipMediaApplicationResponse, Failure> {
    let application = existing(context, &input.sip_media_application_id)?;
    Ok(GetSipMediaApplicationResponse { sip_media_application: Some(application.into()) })
}

/// ListSipMediaApplications; 99 a page at most (G-41).
pub fn list_sip_media_applications(
    context: &Context<'_>,
    input: ListSipMediaApplicationsRequest,
) -> Result<ListSipMediaApplicationsResponse, Failure> {
    let list = List {
        index: &APPLICATIONS_BY_CREATED,
        within: Key::of([&context.principal().account_id]),
        starts_with: "",
        next_token: input.next_token.as_deref(),
        limit: page_size(input.max_results, 99),
    };
    let page = context.list(&APPLICATIONS, list, |_| true)?;
    let applications = page.rows.into_iter().map(Into::into).collect();
    Ok(ListSipMediaApplicationsResponse { sip_media_applications: Some(applications), next_token: page.next_token })
}

/// UpdateSipMediaApplication. SMA-11: what is left out stays.
pub fn update_sip_media_application(
    context: &Context<'_>,
    input: UpdateSipMediaApplicationRequest,
) -> Result<UpdateSipMediaApplicationResponse, Failure> {
    let mut row = existing(context, &input.sip_media_application_id)?;
    let changes = input.name.is_some() || input.endpoints.is_some();
    if let Some(endpoints) = input.endpoints {
        row.lambda_arn = endpoints::function(endpoints, &row.aws_region)?;
    }
    if let Some(name) = input.name {
        row.name = name;
        refuse_name_twice(context, &row)?;
    }
    if changes {
        row.updated = context.now();
        APPLICATIONS.put(context, &row)?;
    }
    Ok(UpdateSipMediaApplicationResponse { sip_media_application: Some(row.into()) })
}

/// DeleteSipMediaApplication. SMA-12: not while a SIP rule sends calls to it.
pub fn delete_sip_media_application(
    context: &Context<'_>,
    input: DeleteSipMediaApplicationRequest,
) -> Result<(), Failure> {
    let application = existing(context, &input.sip_media_application_id)?;
    if sip_rules::target(context, &application.sip_media_application_id)? {
        return Err(context.in_the_way("A SIP rule targets this application; take it out of the rule first."));
    }
    calls::forget_application(context, &application.sip_media_application_id)?;
    APPLICATIONS.delete(context, &(APPLICATIONS.key)(&application))?;
    Ok(())
}

/// SMA-3, unless it is switched off.
fn refuse_name_twice(context: &Context<'_>, row: &ApplicationRow) -> Result<(), Failure> {
    if !context.settings().unique_sip_media_application_names {
        return Ok(());
    }
    let place = Key::of([&row.aws_account_id, &row.aws_region, &row.name]);
    let namesakes = APPLICATIONS.all(context, &APPLICATIONS_BY_NAME, place)?;
    if namesakes.iter().all(|other| other.sip_media_application_id == row.sip_media_application_id) {
        return Ok(());
    }
    Err(context.in_the_way(format!("Another application in {} has this name.", row.aws_region)))
}
