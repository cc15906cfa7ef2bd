//! From a raw path and query to the operation they name.

use thiserror::Error;

use super::encoding::{decode, query_pairs};
use crate::schema::{OPERATIONS, Operation, OperationSpec};

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
    let family = first_segment(raw_path);
    for spec in &OPERATIONS {
        // Every template begins with a literal; most operations are told apart by it alone.
        if spec.verb.as_str() != method.as_str() || first_segment(spec.path) != family {
            continue;
        }
        let Some(labels) = labels(spec.path, raw_path) else { continue };
        match spec.query {
            None => plain = Some((spec, labels)),
            Some((key, value)) => match fixed(raw_query, key) {
                Some(given) if given == value => return Ok(found(spec, labels)),
                Some(_) => fork = Some(RouteError::UnknownQuery(key)),
                None if plain.is_none() => fork = fork.or(Some(RouteError::UnknownQuery(key))),
                None => {}
            },
        }
    }
    let asked = |key| fixed(raw_query, key).is_some();
    match (plain, fork) {
        (_, Some(error @ RouteError::UnknownQuery(key))) if asked(key) => Err(error),
        (Some((spec, labels)), _) => Ok(found(spec, labels)),
        (None, Some(error)) => Err(error),
        (None, None) => Err(RouteError::UnknownPath),
    }
}

fn found<'a>(spec: &OperationSpec, labels: Vec<(&'static str, &'a str)>) -> Route<'a> {
    Route { operation: spec.operation, labels }
}

fn first_segment(path: &str) -> Option<&str> {
    path.split('/').nth(1)
}

fn labels<'a>(template: &'static str, path: &'a str) -> Option<Vec<(&'static str, &'a str)>> {
    let mut labels = Vec::new();
    let mut segments = path.split('/');
    for want in template.split('/') {
        let got = segments.next()?;
        match want.strip_prefix('{').and_then(|it| it.strip_suffix('}')) {
            Some(label) => labels.push((label, got)),
            None if want == got => {}
            None => return None,
        }
    }
    segments.next().is_none().then_some(labels)
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
