//! ClientRequestToken: a call that is sent again creates nothing twice (G-50, G-51).

use base64::Engine;
use base64::engine::general_purpose::URL_SAFE_NO_PAD;
use chime_model::{Operation, Timestamp};
use serde::{Deserialize, Serialize};
use sha2::{Digest, Sha256};

use crate::context::Context;
use crate::failure::Failure;
use crate::store::{Index, Key, Range, Table, time_key};

/// G-51: how long a token is remembered.
const REMEMBERED_MS: i64 = 24 * 60 * 60 * 1000;
/// How many forgotten tokens each new one takes along, so that they do not pile up.
const SWEPT: usize = 2;

/// A token, with what was made from which request.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "PascalCase")]
struct TokenRow {
    aws_account_id: String,
    operation: String,
    parent: String,
    token: String,
    /// A digest of the request, since requests may hold what people wrote.
    request: String,
    created_id: String,
    expires: Timestamp,
}

static TOKENS: Table<TokenRow> = Table {
    name: "client-request-token",
    key: |row| Key::of([&row.aws_account_id, &row.operation, &row.parent, &row.token]),
    indexes: &[&BY_EXPIRY],
};

static BY_EXPIRY: Index<TokenRow> = Index { name: "expiry", places: |row| vec![Key::of([&time_key(row.expires.0)])] };

/// What the first call with this token created under `parent`, if `find` still finds it by its id.
///
/// # Errors
/// Conflict, or BadRequest where it is not declared, when the first call asked for something else.
pub fn replay<R>(
    context: &Context<'_>,
    parent: &str,
    token: Option<&str>,
    request: &impl Serialize,
    find: impl FnOnce(&str) -> Result<Option<R>, Failure>,
) -> Result<Option<R>, Failure> {
    let Some(token) = token else { return Ok(None) };
    let row = TOKENS.get(context, &Key::of([&context.principal().account_id, operation(context), parent, token]))?;
    let Some(row) = row.filter(|row| context.now() < row.expires) else { return Ok(None) };
    let Some(created) = find(&row.created_id)? else { return Ok(None) };
    if row.request != digest(request) {
        return Err(context.in_the_way("This ClientRequestToken was used before, with other parameters."));
    }
    Ok(Some(created))
}

/// Remembers what this call created.
///
/// # Errors
/// The store's.
pub fn remember(
    context: &Context<'_>,
    parent: &str,
    token: Option<&str>,
    request: &impl Serialize,
    created_id: &str,
) -> Result<(), Failure> {
    let Some(token) = token else { return Ok(()) };
    let expired = TOKENS.page(context, &BY_EXPIRY, &Range::default(), SWEPT, |_| true)?.rows;
    for row in expired.iter().filter(|row| row.expires <= context.now()) {
        TOKENS.delete(context, &(TOKENS.key)(row))?;
    }
    let row = TokenRow {
        aws_account_id: context.principal().account_id.clone(),
        operation: operation(context).to_owned(),
        parent: parent.to_owned(),
        token: token.to_owned(),
        request: digest(request),
        created_id: created_id.to_owned(),
        expires: Timestamp(context.now().0 + REMEMBERED_MS),
    };
    Ok(TOKENS.put(context, &row)?)
}

fn operation(context: &Context<'_>) -> &'static str {
    context.operation.map_or("", Operation::name)
}

fn digest(request: &impl Serialize) -> String {
    // The generated structures have text keys only, which is all that JSON could refuse. Members in the order of a value, so
    // that every build gives the same digest.
    let text = serde_json::to_value(request).unwrap_or_default().to_string();
    URL_SAFE_NO_PAD.encode(Sha256::digest(text))
}
