//! From a raw path and query to the operation they name.

use std::sync::OnceLock;

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
    let method = method.as_str();
    let here = |template: &&Template| template.matches(&segments) && template.spec.verb.as_str() == method;
    for template in templates().iter().filter(here) {
        let spec = template.spec;
        match spec.query {
            None => plain = Some(template),
            Some((key, value)) => match fixed(raw_query, key) {
                Some(given) if given == value => return Ok(template.found(&segments)),
                Some(_) => fork = Some(RouteError::UnknownQuery(key)),
                None if plain.is_none() => fork = fork.or(Some(RouteError::UnknownQuery(key))),
                None => {}
            },
        }
    }
    let asked = |key| fixed(raw_query, key).is_some();
    match (plain, fork) {
        (_, Some(error @ RouteError::UnknownQuery(key))) if asked(key) => Err(error),
        (Some(template), _) => Ok(template.found(&segments)),
        (None, Some(error)) => Err(error),
        (None, None) => Err(RouteError::UnknownPath),
    }
}

/// An operation with its path cut up, once for all requests.
struct Template {
    spec: &'static OperationSpec,
    segments: Vec<Segment>,
}

enum Segment {
    Literal(&'static str),
    /// What stands here is a member's, under this wire name.
    Label(&'static str),
}

fn templates() -> &'static [Template] {
    static TEMPLATES: OnceLock<Vec<Template>> = OnceLock::new();
    let segment = |text: &'static str| {
        let label = text.strip_prefix('{').and_then(|text| text.strip_suffix('}'));
        label.map_or(Segment::Literal(text), Segment::Label)
    };
    let template =
        |spec: &'static OperationSpec| Template { spec, segments: spec.path.split('/').map(segment).collect() };
    TEMPLATES.get_or_init(|| tables().operations.iter().map(template).collect())
}

impl Template {
    fn matches(&self, segments: &[&str]) -> bool {
        let fits = |(want, got): (&Segment, &&str)| match want {
            Segment::Literal(want) => want == got,
            Segment::Label(_) => true,
        };
        self.segments.len() == segments.len() && self.segments.iter().zip(segments).all(fits)
    }

    fn found<'a>(&self, segments: &[&'a str]) -> Route<'a> {
        let label = |(want, got): (&Segment, &&'a str)| match want {
            Segment::Literal(_) => None,
            Segment::Label(name) => Some((*name, *got)),
        };
        Route { operation: self.spec.operation, labels: self.segments.iter().zip(segments).filter_map(label).collect() }
    }
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
