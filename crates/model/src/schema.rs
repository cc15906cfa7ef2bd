//! The graph of shapes: its types, and look-ups.

pub use crate::operation::{Family, Operation, OperationSpec, Pagination, Replacement, ResponseBody, Verb};
pub use crate::pattern::Pattern;
use crate::table::tables;

/// A shape, by its place in the table.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub struct ShapeId(pub(crate) u16);

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

impl ShapeId {
    /// The shape.
    #[must_use]
    pub fn shape(self) -> &'static Shape {
        &tables().shapes[usize::from(self.0)]
    }
}

impl Shape {
    /// The shape of that name.
    #[must_use]
    pub fn named(name: &str) -> Option<&'static Self> {
        Self::all().find(|shape| shape.name == name)
    }

    /// Every shape of the model, by name.
    pub fn all() -> impl Iterator<Item = &'static Self> {
        tables().shapes.iter()
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
