//! Access keys, each for an AWS account and an IAM user (F-14).

use http::Method;
use serde_json::{Value, json};

use super::{Request, Route};
use crate::Emulator;
use crate::configuration::AccessKey;
use crate::failure::Failure;

pub(super) const ROUTES: &[Route] = &[
    Route {
        method: Method::GET,
        path: "/_emulator/access-keys",
        about: "Lists the access keys, without their secrets.",
        run: list,
    },
    Route {
        method: Method::POST,
        path: "/_emulator/access-keys",
        about: "Adds or replaces a key: AccessKeyId, SecretAccessKey, AccountId (12 digits, another one plays another customer), UserName.",
        run: add,
    },
    Route {
        method: Method::DELETE,
        path: "/_emulator/access-keys/{AccessKeyId}",
        about: "Removes a key that was added here; those given at start stay.",
        run: remove,
    },
];

fn list(emulator: &Emulator, _: &Request<'_>) -> Result<Value, Failure> {
    let configuration = emulator.configuration();
    let line = |key: &AccessKey| {
        let principal = key.principal();
        json!({ "AccessKeyId": key.access_key_id, "AccountId": principal.account_id, "Arn": principal.arn })
    };
    let keys = emulator.options.access_keys.iter().chain(&configuration.access_keys);
    Ok(json!({ "AccessKeys": keys.map(line).collect::<Vec<_>>() }))
}

fn add(emulator: &Emulator, request: &Request<'_>) -> Result<Value, Failure> {
    let key: AccessKey = request.json()?;
    if key.access_key_id.is_empty() || key.secret_access_key.is_empty() {
        return Err(Failure::bad_request("AccessKeyId and SecretAccessKey must not be empty."));
    }
    if key.account_id.len() != 12 || !key.account_id.bytes().all(|byte| byte.is_ascii_digit()) {
        return Err(Failure::bad_request("AccountId must be 12 digits."));
    }
    if emulator.options.access_keys.iter().any(|given| given.access_key_id == key.access_key_id) {
        return Err(Failure::conflict("A key with this id was given at start."));
    }
    emulator.configure(|configuration| {
        configuration.access_keys.retain(|other| other.access_key_id != key.access_key_id);
        configuration.access_keys.push(key);
        Ok(())
    })?;
    list(emulator, request)
}

fn remove(emulator: &Emulator, request: &Request<'_>) -> Result<Value, Failure> {
    let id = request.label("AccessKeyId");
    emulator.configure(|configuration| {
        let before = configuration.access_keys.len();
        configuration.access_keys.retain(|key| key.access_key_id != id);
        let found = configuration.access_keys.len() < before;
        found.then_some(()).ok_or_else(|| Failure::not_found(format!("No key {id:?} was added here.")))
    })?;
    list(emulator, request)
}
