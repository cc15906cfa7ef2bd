//! A request to the control plane: labels, query, JSON body.

use chime_model::wire;
use serde::de::DeserializeOwned;

use crate::failure::Failure;
use crate::json;

/// The labels of a path, decoded.
pub(super) type Labels = Vec<(&'static str, String)>;

/// What a route is given.
pub(crate) struct Request<'r> {
    pub(super) labels: Labels,
    pub(super) query: &'r str,
    pub(super) body: &'r [u8],
}

impl Request<'_> {
    /// The label of that name in the path, decoded; a name that the route does not have gives an empty text.
    pub fn label(&self, name: &str) -> &str {
        self.labels.iter().find(|(label, _)| *label == name).map_or("", |(_, value)| value)
    }

    /// A parameter of the query.
    pub fn query(&self, name: &str) -> Option<String> {
        let pair = wire::query_pairs(self.query).find(|(key, _)| *key == name);
        pair.and_then(|(_, value)| wire::decode(value)).map(String::from)
    }

    /// A number in the query.
    pub fn number(&self, name: &str) -> Result<Option<u64>, Failure> {
        let wrong = |_| Failure::bad_request(format!("{name} must be a whole number."));
        self.query(name).map(|text| text.parse().map_err(wrong)).transpose()
    }

    /// The body; none at all is read as `{}`.
    pub fn json<T: DeserializeOwned>(&self) -> Result<T, Failure> {
        let body = if self.body.iter().all(u8::is_ascii_whitespace) { b"{}" } else { self.body };
        json::read(body).map_err(|error| Failure::bad_request(format!("The body does not fit: {error}.")))
    }
}

/// The labels of a path that has the template's form.
pub(super) fn labels(template: &'static str, path: &str) -> Option<Labels> {
    let (wanted, given) = (template.split('/'), path.split('/'));
    if wanted.clone().count() != given.clone().count() {
        return None;
    }
    let mut labels = Vec::new();
    for (wanted, given) in wanted.zip(given) {
        match wanted.strip_prefix('{').and_then(|it| it.strip_suffix('}')) {
            Some(label) => labels.push((label, wire::decode(given)?.into_owned())),
            None if wanted == given => {}
            None => return None,
        }
    }
    Some(labels)
}
