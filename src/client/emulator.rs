//! The control plane of the profile in use: JSON there and back, by the same way as calls.

use chime_model::Operation;
use http::Method;
use serde_json::Value;

use super::{CallError, ErrorKind, control};
use crate::session::{Kind, Session};
use crate::ui::Failure;

/// Whether the profile in use has a control plane: an emulator's, or the sandbox (reactive).
pub(crate) fn is_there(session: Session) -> bool {
    session.profile().is_some_and(|profile| matches!(profile.kind, Kind::Emulator | Kind::Sandbox))
}

/// Reads what is at `path`, below `/_emulator/`.
///
/// # Errors
/// As [`ask`].
pub(crate) async fn get(session: Session, path: &str) -> Result<Value, Failure> {
    ask(session, Method::GET, path, &Value::Null).await
}

/// Asks the control plane. `path` stands below `/_emulator/`; a `body` of null is none.
///
/// # Errors
/// What the emulator refuses, and what keeps it from being asked; the title is the page's to write.
pub(crate) async fn ask(session: Session, method: Method, path: &str, body: &Value) -> Result<Value, Failure> {
    let target = session.profile_name().and_then(|name| session.target(&name));
    let Some(target) = target else { return Err(failure(ErrorKind::NotConnected)) };
    let (endpoint, path) = (&target.profile.endpoint, ["/_emulator/", path].concat());
    let body = if body.is_null() { String::new() } else { body.to_string() };
    let answer = control(session.client, endpoint, method, &path, body).await.map_err(failure)?;
    serde_json::from_str(&answer).map_err(|_| failure(ErrorKind::Input("The answer is not JSON.".to_owned())))
}

/// In the words of any call; there is no operation to name.
fn failure(kind: ErrorKind) -> Failure {
    let error = CallError { operation: Operation::ListAccounts, kind, endpoint: None, number: None };
    Failure { operation: None, ..error.failure("") }
}
