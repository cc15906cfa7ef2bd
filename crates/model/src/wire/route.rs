//! From a raw path and query to the operation they name.

use thiserror::Error;

use super::encoding::{decode, query_pairs};
use crate::operation::{Operation, OperationSpec};
use crate::table::tables;

/// The operation a request names, and the labels of its path, still encoded.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Route<'a> {
    /// What is asked.
    pub operation: Operation,
    /// Wire name and raw segment of each label.
    pub labels: Vec<(&'static str, &'a str)>,
}

/// Why a request names no operation.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Error)]
pub enum RouteError {
    /// No operation has this method and path.
    #[error("No operation of the API has this method and path.")]
    UnknownPath,
    /// The path is known, but not with this value of `operation`, `scope` or `type` (G-3).
    #[error("The query parameter \"{0}\" has no value that this path knows.")]
    UnknownQuery(&'static str),
}

/// What much code in the field has at the end of its endpoint.
const ALIAS: &str = "/console";

/// Finds the operation. The path is matched raw, so that an ARN with an encoded `/` stays one segment (G-4); `/console` before it is an
/// alias of the root (G-2).
///
/// # Errors
/// When no operation has the method and path, or the fixed query has an unknown value.
pub fn route<'a>(method: &http::Method, raw_path: &'a str, raw_query: Option<&str>) -> Result<Route<'a>, RouteError> {
    let raw_path = raw_path.strip_prefix(ALIAS).filter(|rest| rest.starts_with('/')).unwrap_or(raw_path);
    let mut plain = None;
    let mut fork = None;
    let segments: Vec<&str> = raw_path.split('/').collect();
    // Every template begins with a literal; most operations are told apart by it alone.
    let family = raw_path.match_indices('/').nth(1).map_or(raw_path, |(end, _)| &raw_path[..end]);
    let here = |spec: &&OperationSpec| spec.path.starts_with(family) && spec.verb.as_str() == method.as_str();
    for spec in tables().operations.iter().filter(here).filter(|spec| matches(spec.path, &segments)) {
        match spec.query {
            None => plain = Some(spec),
            Some((key, value)) => match fixed(raw_query, key) {
                Some(given) if given == value => return Ok(found(spec, &segments)),
                Some(_) => fork = Some(RouteError::UnknownQuery(key)),
                None if plain.is_none() => fork = fork.or(Some(RouteError::UnknownQuery(key))),
                None => {}
            },
        }
    }
    let asked = |key| fixed(raw_query, key).is_some();
    match (plain, fork) {
        (_, Some(error @ RouteError::UnknownQuery(key))) if asked(key) => Err(error),
        (Some(spec), _) => Ok(found(spec, &segments)),
        (None, Some(error)) => Err(error),
        (None, None) => Err(RouteError::UnknownPath),
    }
}

fn found<'a>(spec: &OperationSpec, segments: &[&'a str]) -> Route<'a> {
    let pairs = spec.path.split('/').zip(segments);
    let labels = pairs.filter_map(|(want, got)| Some((label(want)?, *got))).collect();
    Route { operation: spec.operation, labels }
}

fn matches(template: &'static str, segments: &[&str]) -> bool {
    let mut segments = segments.iter();
    let fits = |want| segments.next().is_some_and(|got| *got == want || label(want).is_some());
    template.split('/').all(fits) && segments.next().is_none()
}

fn label(segment: &'static str) -> Option<&'static str> {
    segment.strip_prefix('{')?.strip_suffix('}')
}

fn fixed<'q>(raw_query: Option<&'q str>, key: &str) -> Option<std::borrow::Cow<'q, str>> {
    let mut pairs = query_pairs(raw_query.unwrap_or_default());
    pairs.find(|(name, _)| *name == key).map(|(_, value)| decode(value).unwrap_or_default())
}

#[cfg(test)]
mod tests {
    use http::Method;

    use super::*;

    fn named(method: &Method, path: &str, query: &str) -> Result<Operation, RouteError> {
        route(method, path, Some(query)).map(|it| it.operation)
    }

    #[test]
    fn operations_that_share_a_path_fork_on_the_query() {
        assert_eq!(named(&Method::POST, "/accounts/a/users", ""), Ok(Operation::BatchUpdateUser));
        assert_eq!(named(&Method::POST, "/accounts/a/users", "operation=suspend"), Ok(Operation::BatchSuspendUser));
        assert_eq!(
            named(&Method::POST, "/accounts/a/users", "operation=fly"),
            Err(RouteError::UnknownQuery("operation"))
        );
        assert_eq!(
            named(&Method::GET, "/channels", "scope=app-instance-user-memberships"),
            Ok(Operation::ListChannelMembershipsForAppInstanceUser)
        );
        assert_eq!(named(&Method::GET, "/search", ""), Err(RouteError::UnknownQuery("type")));
    }

    #[test]
    fn an_arn_is_one_segment() {
        let path = "/channels/arn%3Aaws%3Achime%3Aus-east-1%3A111122223333%3Aapp-instance%2Fa%2Fchannel%2Fb";
        let found = route(&Method::GET, path, None).expect("a route");
        assert_eq!(found.operation, Operation::DescribeChannel);
        assert_eq!(found.labels, [("channelArn", &path["/channels/".len()..])]);
        assert_eq!(named(&Method::GET, "/channels/a/b", ""), Err(RouteError::UnknownPath));
    }
}
