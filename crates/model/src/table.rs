//! The tables of shapes and operations, read once from the text that `build/` makes of the facts.
//!
//! As text they are half the size in a browser's download than as data that the linker has placed. What the build wrote
//! is not checked again: an absent column reads as empty.

use std::str::Split;
use std::sync::OnceLock;

use crate::error::Exception;
use crate::operation::{Family, Operation, OperationSpec, Pagination, Replacement, ResponseBody, Verb};
use crate::pattern::{PATTERNS, Pattern};
use crate::schema::{Kind, Location, Member, Shape, ShapeId, TimestampFormat};

const SHAPES: &str = include_str!(concat!(env!("OUT_DIR"), "/shapes.txt"));
const OPERATIONS: &str = include_str!(concat!(env!("OUT_DIR"), "/operations.txt"));

pub(crate) struct Tables {
    /// By [`ShapeId`].
    pub(crate) shapes: Vec<Shape>,
    /// By [`Operation`].
    pub(crate) operations: Vec<OperationSpec>,
}

pub(crate) fn tables() -> &'static Tables {
    static TABLES: OnceLock<Tables> = OnceLock::new();
    TABLES.get_or_init(|| Tables {
        shapes: SHAPES.lines().map(|line| shape(Columns(line.split('\t')))).collect(),
        operations: (Operation::ALL.into_iter().zip(OPERATIONS.lines()))
            .map(|(operation, line)| spec(operation, Columns(line.split('\t'))))
            .collect(),
    })
}

/// What is left of a line.
struct Columns(Split<'static, char>);

impl Columns {
    fn text(&mut self) -> &'static str {
        self.0.next().unwrap_or_default()
    }

    fn optional(&mut self) -> Option<&'static str> {
        Some(self.text()).filter(|text| !text.is_empty())
    }

    fn number(&mut self) -> Option<i64> {
        self.text().parse().ok()
    }

    fn size(&mut self) -> Option<u32> {
        self.number().and_then(|number| u32::try_from(number).ok())
    }

    fn shape(&mut self) -> Option<ShapeId> {
        self.number().and_then(|place| u16::try_from(place).ok()).map(ShapeId)
    }

    /// A list, whose items `separator` parts; none where the column is empty.
    fn list(&mut self, separator: char) -> &'static [&'static str] {
        self.optional().map_or(&[], |text| text.split(separator).collect::<Vec<_>>().leak())
    }
}

fn shape(mut columns: Columns) -> Shape {
    let (name, kind) = (columns.text(), columns.text());
    let sensitive = kind.ends_with('!');
    let id = |columns: &mut Columns| columns.shape().unwrap_or(ShapeId(0));
    let kind = match kind.trim_end_matches('!') {
        "S" => Kind::Structure(columns.list(',').iter().map(|text| member(text)).collect::<Vec<_>>().leak()),
        "L" => Kind::List { member: id(&mut columns), min: columns.size(), max: columns.size() },
        "M" => {
            let (key, value) = (id(&mut columns), id(&mut columns));
            Kind::Map { key, value, min: columns.size(), max: columns.size() }
        }
        "Z" => {
            let (min, max, pattern) = (columns.size(), columns.size(), columns.number());
            let pattern: Option<&'static Pattern> =
                pattern.and_then(|place| PATTERNS.get(usize::try_from(place).ok()?));
            Kind::String { min, max, pattern, values: columns.list('|') }
        }
        "I" => Kind::Integer { min: columns.number(), max: columns.number() },
        "T" => Kind::Timestamp(timestamp_format(columns.text()).unwrap_or(TimestampFormat::Iso8601)),
        _ => Kind::Boolean,
    };
    Shape { name, kind, sensitive }
}

/// `Name:12ur=wire-name`: the name, its shape, letters, and the name on the wire where it is another.
fn member(text: &'static str) -> Member {
    let (text, wire_name) = text.split_once('=').map_or((text, None), |(text, wire)| (text, Some(wire)));
    let (name, rest) = text.split_once(':').unwrap_or((text, ""));
    let letters = rest.trim_start_matches(|letter: char| letter.is_ascii_digit());
    let shape = rest[..rest.len() - letters.len()].parse().unwrap_or_default();
    Member {
        name,
        shape: ShapeId(shape),
        required: letters.contains('r'),
        location: match letters.as_bytes().first() {
            Some(b'u') => Location::Uri,
            Some(b'q') => Location::Query,
            Some(b'h') => Location::Header,
            _ => Location::Body,
        },
        wire_name: wire_name.unwrap_or(name),
        idempotency_token: letters.contains('t'),
        mandatory_by_note: letters.contains('n'),
        timestamp_format: timestamp_format(letters),
    }
}

fn timestamp_format(letters: &str) -> Option<TimestampFormat> {
    match letters.as_bytes().last() {
        Some(b'i') => Some(TimestampFormat::Iso8601),
        Some(b'x') => Some(TimestampFormat::Unix),
        _ => None,
    }
}

fn spec(operation: Operation, mut columns: Columns) -> OperationSpec {
    OperationSpec {
        operation,
        name: columns.text(),
        verb: match columns.text() {
            "POST" => Verb::Post,
            "PUT" => Verb::Put,
            "DELETE" => Verb::Delete,
            _ => Verb::Get,
        },
        path: columns.text(),
        query: columns.text().split_once('='),
        status: columns.number().and_then(|status| u16::try_from(status).ok()).unwrap_or_default(),
        input: columns.shape(),
        output: columns.shape(),
        response_body: match columns.text() {
            "empty" => ResponseBody::Empty,
            "none" => ResponseBody::None,
            _ => ResponseBody::Json,
        },
        errors: errors(columns.text()),
        host_prefix: columns.optional(),
        pagination: pagination(&mut columns),
        replacement: columns.optional().map(replacement),
        family: columns
            .number()
            .and_then(|place| Family::ALL.get(usize::try_from(place).ok()?))
            .copied()
            .unwrap_or(Family::Accounts),
    }
}

/// A digit each, to the base 36.
fn errors(digits: &str) -> &'static [Exception] {
    let error = |digit: char| Exception::ALL.get(digit.to_digit(36)? as usize).copied();
    digits.chars().filter_map(error).collect::<Vec<_>>().leak()
}

fn pagination(columns: &mut Columns) -> Option<Pagination> {
    let mut names = Columns(columns.optional()?.split(','));
    Some(Pagination {
        input_token: names.text(),
        limit_key: names.optional(),
        output_token: names.text(),
        result_key: names.optional(),
    })
}

fn replacement(text: &'static str) -> Replacement {
    let mut columns = Columns(text.split(':'));
    Replacement { operation: columns.optional(), namespaces: columns.list(',') }
}
