//! The table of operations: its types, and look-ups.

use std::fmt;

use crate::error::Exception;
use crate::schema::{Member, ShapeId};
use crate::table::tables;

include!(concat!(env!("OUT_DIR"), "/operations.rs"));

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

impl Operation {
    /// What the reference says of it.
    #[must_use]
    pub fn spec(self) -> &'static OperationSpec {
        &tables().operations[self as usize]
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
}
