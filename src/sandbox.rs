//! What a person does with the sandbox as a whole: begin, export, give up. What it is stands in `crates/sandbox`.

use http::Method;
use leptos::task::spawn_local;
use serde_json::Value;

use crate::client::{ErrorKind, control};
use crate::session::{Credentials, Endpoint, Keep, Profile, Session};
use crate::ui::{Failure, Flash, Flashes};

/// What the sandbox begins with.
#[derive(Clone, PartialEq, Eq, Debug)]
pub enum Begin {
    /// What this browser has kept.
    Kept,
    /// The demo organisation.
    Demo,
    /// Nothing.
    Empty,
    /// The text of an exported file.
    File(String),
}

/// Whether there is no data that beginning anew would remove. Starts the sandbox.
///
/// # Errors
/// As the sandbox says.
pub async fn is_empty(session: Session) -> Result<bool, Failure> {
    let title = "The sandbox does not start";
    let about = ask(session, Method::GET, "/_sandbox", String::new(), title).await?;
    let about: Value = serde_json::from_str(&about).unwrap_or_default();
    Ok(about["Empty"].as_bool().unwrap_or_default())
}

/// Begins with the data asked for, over whatever is there, and connects. What goes wrong later is told in `flashes`.
///
/// # Errors
/// As the sandbox says; what it had is then still there, unless emptying it is all that worked.
pub async fn begin(session: Session, flashes: Flashes, with: Begin) -> Result<(), Failure> {
    match with {
        Begin::Kept => drop(is_empty(session).await?),
        Begin::Demo => {
            let title = "The demo organisation could not be made";
            if !is_empty(session).await? {
                ask(session, Method::POST, "/_emulator/reset", String::new(), title).await?;
            }
            // Its accounts are there at once; the answer comes when all is made and kept.
            spawn_local(async move {
                if let Err(failure) = ask(session, Method::POST, "/_sandbox/demo", String::new(), title).await {
                    flashes.show(Flash::failure(failure));
                }
            });
        }
        Begin::Empty => {
            let title = "The sandbox could not be emptied";
            ask(session, Method::POST, "/_emulator/reset", String::new(), title).await?;
        }
        Begin::File(text) => {
            let title = "The file could not be imported";
            ask(session, Method::PUT, "/_emulator/snapshot", text, title).await?;
        }
    }
    session.connect(Profile::sandbox(), Credentials::emulator(), Keep::Memory);
    Ok(())
}

/// Everything in the sandbox, as a text that it and the emulator can import.
///
/// # Errors
/// As the sandbox says.
pub async fn export(session: Session) -> Result<String, Failure> {
    ask(session, Method::GET, "/_emulator/snapshot", String::new(), "The data could not be exported").await
}

/// What the browser's database holds, readable for this version or not.
///
/// # Errors
/// As the sandbox says.
pub async fn raw(session: Session) -> Result<String, Failure> {
    ask(session, Method::GET, "/_sandbox/data", String::new(), "The data could not be read").await
}

/// Removes the data from this browser.
///
/// # Errors
/// As the sandbox says.
pub async fn remove(session: Session) -> Result<(), Failure> {
    let title = "The data could not be removed";
    ask(session, Method::DELETE, "/_sandbox/data", String::new(), title).await?;
    session.client.forget(&Profile::sandbox().name);
    Ok(())
}

async fn ask(session: Session, method: Method, path: &str, body: String, title: &str) -> Result<String, Failure> {
    // A person asks: what failed before may work now.
    session.client.sandbox.retry();
    let answer = control(session.client, &Endpoint::sandbox(), method, path, body).await;
    answer.map_err(|error| Failure {
        title: title.to_owned(),
        message: error.to_string(),
        code: match error {
            ErrorKind::Api(error) => Some(error.code),
            _ => None,
        },
        ..Failure::default()
    })
}
