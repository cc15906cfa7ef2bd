//! Paths into a JSON value, as [`chime_model::validate`] writes them: `Origination.Routes[0].Host`, `SipHeaders["X-Id"]`.

use serde_json::{Map, Value};

/// One step of a path.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Step {
    /// Into a structure.
    Member(String),
    /// Into a list.
    Index(usize),
    /// Into a map.
    Key(String),
}

/// The steps of a path; what cannot be read ends it.
pub fn steps(path: &str) -> Vec<Step> {
    let mut steps = Vec::new();
    let mut rest = path;
    while let Some((step, after)) = next(rest) {
        steps.push(step);
        rest = after.strip_prefix('.').unwrap_or(after);
    }
    steps
}

fn next(path: &str) -> Option<(Step, &str)> {
    let Some(inside) = path.strip_prefix('[') else {
        let end = path.find(['.', '[']).unwrap_or(path.len());
        let (name, rest) = path.split_at(end);
        return (!name.is_empty()).then(|| (Step::Member(name.to_owned()), rest));
    };
    if inside.starts_with('"') {
        // A key may hold brackets, so the JSON reader says where it ends.
        let mut texts = serde_json::Deserializer::from_str(inside).into_iter::<String>();
        let key = texts.next()?.ok()?;
        let rest = inside.get(texts.byte_offset()..)?.strip_prefix(']')?;
        return Some((Step::Key(key), rest));
    }
    let (index, rest) = inside.split_once(']')?;
    Some((Step::Index(index.parse().ok()?), rest))
}

/// What stands at `path`; null counts as nothing.
pub fn get<'a>(value: &'a Value, path: &str) -> Option<&'a Value> {
    let found = steps(path).iter().try_fold(value, |value, step| match step {
        Step::Member(name) | Step::Key(name) => value.get(name),
        Step::Index(index) => value.get(index),
    })?;
    (!found.is_null()).then_some(found)
}

/// Puts `new` at a path of members, making the structures on the way.
pub fn set(value: &mut Value, path: &str, new: Value) {
    let place = path.split('.').fold(value, |value, name| {
        if !value.is_object() {
            *value = Value::Object(Map::new());
        }
        &mut value[name]
    });
    *place = new;
}

#[cfg(test)]
mod tests {
    use serde_json::json;

    use super::*;

    #[test]
    fn reads_the_paths_that_validation_writes() {
        let member = |name: &str| Step::Member(name.into());
        assert_eq!(
            steps("Origination.Routes[0].Host"),
            [member("Origination"), member("Routes"), Step::Index(0), member("Host")]
        );
        assert_eq!(steps(r#"SipHeaders["a]\"b"]"#), [member("SipHeaders"), Step::Key("a]\"b".into())]);
        assert_eq!(steps(""), []);
        assert_eq!(steps("A[x]"), [member("A")]);
    }

    #[test]
    fn sets_what_it_gets() {
        let mut value = json!({"Origination": null});
        set(&mut value, "Origination.Disabled", json!(true));
        set(&mut value, "Name", json!("n"));
        assert_eq!(value, json!({"Origination": {"Disabled": true}, "Name": "n"}));
        assert_eq!(get(&value, "Origination.Disabled"), Some(&json!(true)));
        assert_eq!(get(&value, "Origination.Routes[0]"), None);
        assert_eq!(get(&json!({"A": [{"B": null}]}), "A[0].B"), None);
    }
}
