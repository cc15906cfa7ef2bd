//! What stands behind the requests: the service, or the reason why there is none and the way out of it.

use bytes::Bytes;
use chime_model::{ApiError, wire};
use futures::FutureExt;
use http::{Method, Request, Response, StatusCode, header};
use serde_json::json;

use crate::browser::words;
use crate::database;
use crate::service::{Service, Unusable};

/// Whether there is anything yet.
const SANDBOX: &str = "/_sandbox";
/// Makes the demo organisation, as `/_emulator/demo` does, but its accounts can be seen before it is whole.
const DEMO: &str = "/_sandbox/demo";
/// The database as it is: to save what cannot be read, and to start anew.
const DATA: &str = "/_sandbox/data";

/// The kept data, usable or not.
pub(crate) struct Kept {
    service: Result<Service, Unusable>,
    /// The tab that has it.
    tab: String,
}

/// How the kept data is, for the pages.
#[derive(Clone, PartialEq, Eq)]
pub(crate) struct State {
    /// `ready`, or the word for what is wrong.
    pub(crate) word: &'static str,
    /// The reason.
    pub(crate) why: String,
    /// Whether there was no data at all, not even an empty emulator's.
    pub(crate) fresh: bool,
}

impl Kept {
    /// Opens it.
    pub(crate) async fn open(tab: &str) -> Self {
        Self { service: Service::open(tab).await, tab: tab.to_owned() }
    }

    /// How it is.
    pub(crate) fn state(&self) -> State {
        let of = |word, why: &Unusable| State { word, why: why.to_string(), fresh: false };
        match &self.service {
            Ok(service) => State { word: "ready", why: String::new(), fresh: service.fresh },
            Err(why @ Unusable::Unreadable(_)) => of("unreadable", why),
            Err(why @ Unusable::Storage(_)) => of("failed", why),
        }
    }

    /// Answers a request; says whether it changed anything.
    pub(crate) async fn answer(&mut self, request: Request<Bytes>) -> (Response<Bytes>, bool) {
        match (request.method(), request.uri().path()) {
            (&Method::GET, DATA) => (dump().await, false),
            (&Method::DELETE, DATA) => (self.start_anew().await, true),
            (&Method::GET, SANDBOX) => (self.about(), false),
            _ => match &self.service {
                Ok(service) => service.answer(request).await,
                Err(why) => (refusal("SandboxData", &why.to_string()), false),
            },
        }
    }

    /// Begins the demo, where the request asks for it and there is a service; its answer comes later.
    pub(crate) async fn begin_demo(
        &self,
        request: &Request<Bytes>,
    ) -> Option<impl Future<Output = Response<Bytes>> + use<>> {
        let asked = request.method() == Method::POST && request.uri().path() == DEMO;
        let service = self.service.as_ref().ok().filter(|_| asked)?;
        let whole = service.begin_demo().await;
        Some(whole.map(|whole| whole.unwrap_or_else(|_| refusal("SandboxData", "The data was removed meanwhile."))))
    }

    /// Does what has fallen due; says whether anything had.
    pub(crate) async fn tick(&self) -> bool {
        match &self.service {
            Ok(service) => service.tick().await,
            Err(_) => false,
        }
    }

    fn about(&self) -> Response<Bytes> {
        match &self.service {
            Ok(service) => document(json!({ "Empty": service.is_empty() }).to_string()),
            Err(why) => refusal("SandboxData", &why.to_string()),
        }
    }

    async fn start_anew(&mut self) -> Response<Bytes> {
        let closed = std::mem::replace(&mut self.service, Err(Unusable::Storage(String::new())));
        let deleted = match closed {
            Ok(service) => service.database.delete().await,
            Err(_) => database::delete().await,
        };
        self.service = Service::open(&self.tab).await;
        match (&deleted, &self.service) {
            (Err(error), _) => refusal("InsufficientStorage", &words(error)),
            (Ok(()), Err(why)) => refusal("SandboxData", &why.to_string()),
            (Ok(()), Ok(_)) => document("{}".to_owned()),
        }
    }
}

async fn dump() -> Response<Bytes> {
    match database::dump().await {
        Ok(text) => document(text),
        Err(error) => refusal("SandboxData", &words(&error)),
    }
}

fn document(text: String) -> Response<Bytes> {
    let mut response = Response::new(Bytes::from(text));
    response.headers_mut().insert(header::CONTENT_TYPE, header::HeaderValue::from_static("application/json"));
    response
}

/// 507 is no status of the API: the console does not try it again.
fn refusal(code: &str, message: &str) -> Response<Bytes> {
    let error = ApiError {
        status: StatusCode::INSUFFICIENT_STORAGE.as_u16(),
        exception: code.to_owned(),
        code: code.to_owned(),
        message: message.to_owned(),
        request_id: None,
        operation: None,
    };
    wire::error_response(&error).map(Bytes::from)
}
