//! What this tab has sent: the latest calls and how they ended, without a secret.

use std::collections::VecDeque;
use std::sync::Arc;

use chime_model::Operation;
use chime_model::masking::{Masking, masked};
use leptos::prelude::*;
use serde_json::Value;

use super::{CallError, clock};
use crate::session::{Endpoint, Target};

/// The most calls kept; the oldest go first.
const KEPT: usize = 500;
/// A longer answer is not kept.
const LONGEST: usize = 256 * 1024;

/// One call, with all its tries.
#[derive(Clone, PartialEq, Debug)]
pub struct Exchange {
    /// Its number in this tab, from 1.
    pub number: u32,
    /// What was asked.
    pub operation: Operation,
    /// The input, secrets masked.
    pub input: Value,
    /// The name of the profile.
    pub profile: String,
    /// Where it was sent.
    pub endpoint: Endpoint,
    /// The Region it was signed for.
    pub region: String,
    /// When the first try began, in milliseconds since 1970.
    pub started: i64,
    /// How long all tries and the pauses between them took, in milliseconds.
    pub took: i64,
    /// How often it was sent.
    pub tries: u32,
    /// The status of the last answer; none where nothing answered.
    pub status: Option<u16>,
    /// The id that the service gave the request.
    pub request_id: Option<String>,
    /// How it ended.
    pub end: End,
}

/// How a call ended.
#[derive(Clone, PartialEq, Debug)]
pub enum End {
    /// Its page was left before an answer came.
    Cancelled,
    /// The output as JSON, secrets masked.
    Output(Arc<str>),
    /// There was an output, of so many bytes: too many to keep.
    Long(usize),
    /// It failed.
    Error(CallError),
}

impl Exchange {
    /// The error, where it failed.
    pub fn error(&self) -> Option<&CallError> {
        match &self.end {
            End::Error(error) => Some(error),
            _ => None,
        }
    }
}

/// The latest calls of this tab, in its memory only.
#[derive(Clone, Copy)]
pub struct Record {
    exchanges: RwSignal<VecDeque<Arc<Exchange>>>,
    last: StoredValue<u32>,
}

impl Record {
    pub(super) fn new() -> Self {
        Self { exchanges: RwSignal::new(VecDeque::new()), last: StoredValue::new(0) }
    }

    /// The calls in the order in which they ended (reactive).
    pub fn all(self) -> Vec<Arc<Exchange>> {
        self.exchanges.with(|all| all.iter().cloned().collect())
    }

    /// Whether a call has ended (reactive).
    pub fn any(self) -> bool {
        self.exchanges.with(|all| !all.is_empty())
    }

    /// The call with this number, while it is kept (reactive).
    pub fn find(self, number: u32) -> Option<Arc<Exchange>> {
        self.exchanges.with(|all| all.iter().find(|exchange| exchange.number == number).cloned())
    }

    /// Forgets all calls.
    pub fn clear(self) {
        self.exchanges.set(VecDeque::new());
    }

    /// Begins to note a call.
    pub(super) fn begin(self, target: &Target, operation: Operation, input: &Value) -> Note {
        let number = self.last.try_update_value(|last| {
            *last += 1;
            *last
        });
        let exchange = Exchange {
            number: number.unwrap_or_default(),
            operation,
            input: masked(input, &[Masking::Secret]),
            profile: target.profile.name.clone(),
            endpoint: target.profile.endpoint.clone(),
            region: target.profile.region.clone(),
            started: clock::now(),
            took: 0,
            tries: 0,
            status: None,
            request_id: None,
            end: End::Cancelled,
        };
        Note { record: self, exchange: Some(exchange) }
    }

    fn push(self, mut exchange: Exchange) -> Arc<Exchange> {
        exchange.took = clock::now() - exchange.started;
        let exchange = Arc::new(exchange);
        self.exchanges.try_update(|all| {
            all.push_back(exchange.clone());
            if all.len() > KEPT {
                all.pop_front();
            }
        });
        exchange
    }
}

/// A call that is being noted. One that is dropped was cancelled.
pub(super) struct Note {
    record: Record,
    exchange: Option<Exchange>,
}

impl Note {
    /// It is sent, perhaps again.
    pub(super) fn sent(&mut self) {
        if let Some(exchange) = &mut self.exchange {
            exchange.tries += 1;
        }
    }

    /// Something answered.
    pub(super) fn answered(&mut self, status: u16, request_id: Option<&str>) {
        if let Some(exchange) = &mut self.exchange {
            exchange.status = Some(status);
            exchange.request_id = request_id.map(str::to_owned);
        }
    }

    /// It is over. A failure learns the number under which it is kept.
    pub(super) fn end(mut self, result: &mut Result<Value, CallError>) -> Option<Arc<Exchange>> {
        let mut exchange = self.exchange.take()?;
        exchange.end = match result {
            Ok(output) => kept(output),
            Err(error) => {
                error.number = Some(exchange.number);
                exchange.status = error.api().map(|error| error.status);
                exchange.request_id = error.request_id().map(str::to_owned);
                End::Error(error.clone())
            }
        };
        Some(self.record.push(exchange))
    }
}

impl Drop for Note {
    fn drop(&mut self) {
        if let Some(exchange) = self.exchange.take() {
            self.record.push(exchange);
        }
    }
}

fn kept(output: &Value) -> End {
    let text = masked(output, &[Masking::Secret]).to_string();
    if text.len() > LONGEST { End::Long(text.len()) } else { End::Output(text.into()) }
}

#[cfg(test)]
mod tests {
    use serde_json::json;

    use super::*;

    #[test]
    fn an_output_is_kept_without_secrets_unless_it_is_long() {
        let End::Output(text) = kept(&json!({"Bot": {"SecurityToken": "token", "BotId": "b"}})) else { panic!() };
        assert_eq!(&*text, r#"{"Bot":{"BotId":"b","SecurityToken":"********"}}"#);
        assert!(matches!(kept(&json!("x".repeat(LONGEST))), End::Long(_)));
    }
}
