//! Which applications a rule may send calls to.

use std::collections::BTreeSet;

use chime_model::types::SipRuleTargetApplication;

use super::row::Target;
use crate::context::Context;
use crate::failure::Failure;
use crate::service::sip_media_applications;

/// SR-2, SR-3: the targets, completed from their applications; one a Region, each with a priority of its own.
///
/// # Errors
/// BadRequest; NotFound for an application that is not there, where it is declared.
pub fn resolve(context: &Context<'_>, wanted: Vec<SipRuleTargetApplication>) -> Result<Vec<Target>, Failure> {
    let targets = wanted.into_iter().map(|target| complete(context, target)).collect::<Result<Vec<_>, _>>()?;
    let (mut regions, mut priorities) = (BTreeSet::new(), BTreeSet::new());
    if !targets.iter().all(|target| regions.insert(&target.aws_region)) {
        return Err(Failure::bad_request("A rule has one application in each Region."));
    }
    if !targets.iter().all(|target| priorities.insert(target.priority)) {
        return Err(Failure::bad_request("Two target applications have the same priority."));
    }
    Ok(targets)
}

fn complete(context: &Context<'_>, target: SipRuleTargetApplication) -> Result<Target, Failure> {
    let id = target.sip_media_application_id;
    let id = id.ok_or_else(|| Failure::bad_request("Each target application needs a SipMediaApplicationId."))?;
    let application = sip_media_applications::find(context, &id)?;
    let application = application.ok_or_else(|| context.dangling(&format!("SIP media application {id}")))?;
    if target.aws_region.is_some_and(|region| region != application.aws_region) {
        let message =
            format!("The application {id} is in {}, not in the Region that was sent.", application.aws_region);
        return Err(Failure::bad_request(message));
    }
    let priority = target.priority.unwrap_or(1);
    Ok(Target { sip_media_application_id: id, priority, aws_region: application.aws_region })
}
