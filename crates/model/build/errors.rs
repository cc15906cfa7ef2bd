//! `Exception` and `CommonError`: the errors operations declare, and those every AWS service shares.

use std::fmt::Write;

use crate::facts::{Facts, Ordered, Status};
use crate::names;

pub fn generate(facts: &Facts) -> String {
    let mut out = String::new();
    let declared = "An error that operations declare. The name on the wire is [`Exception::name`].";
    enumeration(&mut out, "Exception", declared, &facts.errors, names::exception);
    let common = "An error common to all AWS services, which no operation declares.";
    enumeration(&mut out, "CommonError", common, &facts.common_errors, |name| name);
    out
}

fn enumeration(out: &mut String, name: &str, doc: &str, errors: &Ordered<Status>, variant: fn(&str) -> &str) {
    let list = |line: &dyn Fn(&str, &Status) -> String| {
        errors.0.iter().map(|(error, status)| line(error, status)).collect::<String>()
    };
    let variants =
        list(&|error, status| format!("    /// `{error}`, status {}.\n    {},\n", status.status, variant(error)));
    let all = list(&|error, _| format!("Self::{}, ", variant(error)));
    let wire = list(&|error, _| format!("            Self::{} => {error:?},\n", variant(error)));
    let statuses = list(&|error, status| format!("            Self::{} => {},\n", variant(error), status.status));
    write!(
        out,
        "/// {doc}
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum {name} {{
{variants}}}

impl {name} {{
    /// All of them, in the order of the facts file.
    pub const ALL: &'static [Self] = &[{all}];

    /// The name clients know it by.
    #[must_use]
    pub const fn name(self) -> &'static str {{
        match self {{
{wire}        }}
    }}

    /// The HTTP status.
    #[must_use]
    pub const fn status(self) -> u16 {{
        match self {{
{statuses}        }}
    }}
}}

"
    )
    .expect("a String takes everything");
}
