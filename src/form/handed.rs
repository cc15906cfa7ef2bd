//! What a form hands to the API explorer when it is opened there: what was typed, which no address may carry.

use std::cell::RefCell;

use chime_model::Operation;
use chime_model::masking::{Masking, without};
use serde_json::Value;

thread_local! {
    static HANDED: RefCell<Option<(Operation, Value)>> = const { RefCell::new(None) };
}

/// Leaves an input for the explorer. Secrets stay behind: they are typed where they are used.
pub fn hand(operation: Operation, input: &Value) {
    HANDED.set(Some((operation, without(input, &[Masking::Secret]))));
}

/// Takes what was left for this operation.
pub fn take_handed(operation: Operation) -> Option<Value> {
    HANDED.take().filter(|(of, _)| *of == operation).map(|(_, input)| input)
}
