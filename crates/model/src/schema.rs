//! The tables of operations and shapes: their types, and look-ups.

use std::fmt;
use std::sync::OnceLock;

use regex_lite::Regex;

use crate::error::Exception;

include!(concat!(env!("OUT_DIR"), "/operations.rs"));
include!(concat!(env!("OUT_DIR"), "/shapes.rs"));

/// What the reference says of an operation.
#[derive(Debug)]
pub struct OperationSpec {
    /// Which one.
    pub operation: Operation,
    /// Its name, `CreateAccount`.
    pub name: &'static str,
    /// Its HTTP method.
    pub verb: Verb,
    /// Path template; `{x}` is one segment, bound to the input member whose wire name is `x`.
    pub path: &'static str,
    /// A query pair that is part of the operation's identity (G-3).
    pub query: Option<(&'static str, &'static str)>,
    /// Status of success.
    pub status: u16,
    /// Structure of the input.
    pub input: Option<ShapeId>,
    /// Structure of the output.
    pub output: Option<ShapeId>,
    /// What stands in the body of a success.
    pub response_body: ResponseBody,
    /// The errors it declares.
    pub errors: &'static [Exception],
    /// What an SDK puts before the host name (G-19).
    pub host_prefix: Option<&'static str>,
    /// How its lists go on, when it lists.
    pub pagination: Option<Pagination>,
    /// What the reference names in its place.
    pub replacement: Option<Replacement>,
    /// The resource family.
    pub family: Family,
}

/// An HTTP method that the API uses.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Verb {
    /// Reads.
    Get,
    /// Creates, and changes things in ways of its own.
    Post,
    /// Replaces.
    Put,
    /// Deletes.
    Delete,
}

impl Verb {
    /// `GET`, `POST`, `PUT` or `DELETE`.
    #[must_use]
    pub const fn as_str(self) -> &'static str {
        match self {
            Self::Get => "GET",
            Self::Post => "POST",
            Self::Put => "PUT",
            Self::Delete => "DELETE",
        }
    }
}

/// What stands in the body of a success.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum ResponseBody {
    /// The output's members.
    Json,
    /// `{}` (G-8).
    Empty,
    /// Nothing, status 204.
    None,
}

/// How a list goes on.
#[derive(Clone, Copy, Debug)]
pub struct Pagination {
    /// Input member that takes the token.
    pub input_token: &'static str,
    /// Input member that bounds a page.
    pub limit_key: Option<&'static str>,
    /// Output member that holds the next token.
    pub output_token: &'static str,
    /// Output member that holds the rows.
    pub result_key: Option<&'static str>,
}

/// Where the Amazon Chime SDK namespaces took an operation; no operation and no namespace: withdrawn.
#[derive(Clone, Copy, Debug)]
pub struct Replacement {
    /// Name of the successor.
    pub operation: Option<&'static str>,
    /// Namespaces that hold it.
    pub namespaces: &'static [&'static str],
}

/// A shape, by its place in the table.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub struct ShapeId(u16);

/// A type of the API.
#[derive(Debug)]
pub struct Shape {
    /// Its name in the model.
    pub name: &'static str,
    /// What it is made of.
    pub kind: Kind,
    /// Never to be logged or shown without need.
    pub sensitive: bool,
}

/// What a shape is made of. Bounds are inclusive.
#[derive(Debug)]
pub enum Kind {
    /// Named members, in the model's order.
    Structure(&'static [Member]),
    /// A JSON array; bounds in items.
    List {
        /// Shape of the items.
        member: ShapeId,
        /// Fewest items.
        min: Option<u32>,
        /// Most items.
        max: Option<u32>,
    },
    /// A JSON object with free keys; bounds in entries.
    Map {
        /// Shape of the keys.
        key: ShapeId,
        /// Shape of the values.
        value: ShapeId,
        /// Fewest entries.
        min: Option<u32>,
        /// Most entries.
        max: Option<u32>,
    },
    /// Text; bounds in Unicode code points.
    String {
        /// Fewest characters.
        min: Option<u32>,
        /// Most characters.
        max: Option<u32>,
        /// What the whole text must match.
        pattern: Option<&'static Pattern>,
        /// The only values allowed, when there are any.
        values: &'static [&'static str],
    },
    /// A whole number.
    Integer {
        /// Lowest.
        min: Option<i64>,
        /// Highest.
        max: Option<i64>,
    },
    /// True or false.
    Boolean,
    /// A moment.
    Timestamp(TimestampFormat),
}

/// How a moment is written.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum TimestampFormat {
    /// A JSON string, `2019-01-08T17:59:18.006Z` (G-20).
    Iso8601,
    /// A JSON number of seconds with a fraction (G-21).
    Unix,
}

/// A member of a structure.
#[derive(Debug)]
pub struct Member {
    /// Its key in JSON.
    pub name: &'static str,
    /// Its type.
    pub shape: ShapeId,
    /// Whether it must be there.
    pub required: bool,
    /// Where it travels, for members of an operation's input.
    pub location: Location,
    /// Its name in the path, query or header; the key for members of the body.
    pub wire_name: &'static str,
    /// An SDK fills it in when the caller does not (G-50).
    pub idempotency_token: bool,
    /// Not marked required, but the operation's note calls it mandatory.
    pub mandatory_by_note: bool,
    /// Overrides the shape's format.
    pub timestamp_format: Option<TimestampFormat>,
}

/// Where an input member travels.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Location {
    /// In the JSON body.
    Body,
    /// As a segment of the path.
    Uri,
    /// In the query.
    Query,
    /// As a header.
    Header,
}

/// A regular expression of the model, compiled when first needed.
pub struct Pattern {
    source: &'static str,
    compiled: OnceLock<Option<Regex>>,
}

impl Pattern {
    const fn new(source: &'static str) -> Self {
        Self { source, compiled: OnceLock::new() }
    }

    /// The pattern as the model writes it.
    #[must_use]
    pub fn source(&self) -> &'static str {
        self.source
    }

    /// Whether the whole text matches; neither source says "whole", but no other reading gives every pattern sense.
    #[must_use]
    pub fn matches(&self, text: &str) -> bool {
        // The patterns of most members. Read by hand they cost a request nothing; a test holds that they mean the same.
        match self.source {
            r"[\s\S]*" => true,
            ".*" => !text.contains('\n'),
            r".*\S.*" => !text.contains('\n') && text.contains(|c: char| !is_ascii_space(c)),
            _ => self.matches_compiled(text),
        }
    }

    fn matches_compiled(&self, text: &str) -> bool {
        let compile = || Regex::new(&format!("^(?:{})$", self.source)).ok();
        self.compiled.get_or_init(compile).as_ref().is_none_or(|regex| regex.is_match(text))
    }

    /// Every pattern of the model, once.
    pub fn all() -> impl Iterator<Item = &'static Self> {
        PATTERNS.iter().copied()
    }
}

/// What `\s` is for `regex-lite`.
fn is_ascii_space(c: char) -> bool {
    matches!(c, '\t' | '\n' | '\u{b}' | '\u{c}' | '\r' | ' ')
}

impl fmt::Debug for Pattern {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(self.source)
    }
}

impl Operation {
    /// What the reference says of it.
    #[must_use]
    pub fn spec(self) -> &'static OperationSpec {
        &OPERATIONS[self as usize]
    }

    /// Its name, `CreateAccount`.
    #[must_use]
    pub fn name(self) -> &'static str {
        self.spec().name
    }

    /// The operation of that name.
    #[must_use]
    pub fn from_name(name: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|operation| operation.name() == name)
    }

    /// Members of its input, in the model's order.
    #[must_use]
    pub fn input_members(self) -> &'static [Member] {
        self.spec().input.map_or(&[], |shape| shape.shape().members())
    }

    /// Members of its output, in the model's order.
    #[must_use]
    pub fn output_members(self) -> &'static [Member] {
        self.spec().output.map_or(&[], |shape| shape.shape().members())
    }
}

impl fmt::Display for Operation {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(self.name())
    }
}

impl ShapeId {
    /// The shape.
    #[must_use]
    pub fn shape(self) -> &'static Shape {
        &SHAPES[usize::from(self.0)]
    }
}

impl Shape {
    /// The shape of that name.
    #[must_use]
    pub fn named(name: &str) -> Option<&'static Self> {
        SHAPES.iter().find(|shape| shape.name == name)
    }

    /// Every shape of the model, by name.
    pub fn all() -> impl Iterator<Item = &'static Self> {
        SHAPES.iter()
    }

    /// Members in the model's order; none when it is no structure.
    #[must_use]
    pub fn members(&self) -> &'static [Member] {
        match self.kind {
            Kind::Structure(members) => members,
            _ => &[],
        }
    }

    /// The member of that name.
    #[must_use]
    pub fn member(&self, name: &str) -> Option<&'static Member> {
        self.members().iter().find(|member| member.name == name)
    }
}

impl Member {
    /// How this member writes a moment; `None` when it is none.
    #[must_use]
    pub fn timestamp_format(&self) -> Option<TimestampFormat> {
        match self.shape.shape().kind {
            Kind::Timestamp(format) => Some(self.timestamp_format.unwrap_or(format)),
            _ => None,
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_operation_is_found_by_its_name() {
        assert_eq!(Operation::ALL.len(), 191);
        for operation in Operation::ALL {
            assert_eq!(operation.spec().operation, operation);
            assert_eq!(Operation::from_name(operation.name()), Some(operation));
        }
    }

    #[test]
    fn patterns_read_by_hand_mean_the_same() {
        let texts = ["", " ", "a", " a\t", "\t\u{b}\u{c}\r", "a\nb", "\n", "a\r", "\u{a0}", "\u{2003}", "🔔\n", "🔔"];
        for pattern in Pattern::all() {
            for text in texts {
                assert_eq!(pattern.matches(text), pattern.matches_compiled(text), "{pattern:?} {text:?}");
            }
        }
    }

    #[test]
    fn every_pattern_compiles() {
        for pattern in Pattern::all() {
            assert!(Regex::new(&format!("^(?:{})$", pattern.source)).is_ok(), "{pattern:?}");
        }
    }
}
