//! Which resource an ARN names.

use chime_model::Operation;
use chime_model::validate::{Rule, Violation};

use super::row::Resource;
use crate::context::Context;
use crate::failure::Failure;
use crate::service::app_instance_users::existing_user;
use crate::service::app_instances::{Arn, existing_instance};
use crate::service::channels::existing_channel;
use crate::service::meetings;

/// What an ARN names, by the id that its tags are kept under.
pub(super) enum Named {
    Meeting(String),
    AppInstance(String),
    AppInstanceUser(String),
    Channel(String),
}

impl Named {
    /// TAG-4: meetings, app instances, their users and channels.
    ///
    /// # Errors
    /// BadRequest for other kinds of ARNs; NotFound for what is not there, or is somebody else's.
    pub(super) fn by(context: &Context<'_>, arn: &str) -> Result<Self, Failure> {
        if let Some((account, meeting_id)) = meetings::parse_arn(arn) {
            let meeting = meetings::find(context, meeting_id)?.filter(|_| account == context.principal().account_id);
            return meeting.map(|meeting| Self::Meeting(meeting.meeting_id)).ok_or_else(|| absent(context));
        }
        let found = match Arn::parse(arn) {
            Some(arn @ Arn::AppInstance { .. }) => {
                existing_instance(context, arn)?.map(|row| Self::AppInstance(row.app_instance_id))
            }
            Some(arn @ Arn::User { .. }) => {
                existing_user(context, arn)?.map(|row| Self::AppInstanceUser(row.person_id))
            }
            Some(arn @ Arn::Channel { .. }) => existing_channel(context, arn)?.map(|row| Self::Channel(row.channel_id)),
            None => {
                let kinds = "meetings, app instances, app instance users and channels";
                return Err(Failure::bad_request(format!("ResourceARN: tags by ARN are for {kinds}.")));
            }
        };
        found.ok_or_else(|| absent(context))
    }

    pub(super) fn resource(&self) -> Resource<'_> {
        match self {
            Self::Meeting(id) => Resource::Meeting(id),
            Self::AppInstance(id) => Resource::AppInstance(id),
            Self::AppInstanceUser(id) => Resource::AppInstanceUser(id),
            Self::Channel(id) => Resource::Channel(id),
        }
    }
}

/// TAG-6: ids of app instance users may hold `@`, which the pattern of these operations' ARN does not.
#[must_use]
pub fn tolerates(operation: Operation, violation: &Violation) -> bool {
    use Operation::{ListTagsForResource, TagResource, UntagResource};
    matches!(operation, ListTagsForResource | TagResource | UntagResource)
        && violation.path == "ResourceARN"
        && violation.rule == Rule::Pattern
}

fn absent(context: &Context<'_>) -> Failure {
    context.absent("resource with this ARN")
}
