//! Pages below an account: its name stands in their breadcrumbs, whichever family they are of.

use chime_model::Operation;
use chime_model::types::Account;
use leptos::prelude::*;
use serde_json::json;

use super::account;
use crate::client::query;
use crate::frame::{Known, param, use_names};
use crate::routes::{self, AccountTab};
use crate::ui::effect;

/// The account of the path, once it is known; the frame learns its name.
pub(crate) fn account_of_path() -> (String, Signal<Option<Account>>) {
    let (id, names) = (param("account"), use_names());
    let input = json!({ "AccountId": id });
    let answer = query(Operation::GetAccount, move || Some(input.clone()));
    let known = Memo::new(move |_| answer.data.with(|data| account::read(data.as_ref()?.get("Account")?)));
    let learned = id.clone();
    effect(move || {
        if let Some(account) = known.get() {
            let href = Some(routes::account(&learned, AccountTab::Overview));
            names.learn(Known { id: learned.clone(), name: account.name, href, personal: false });
        }
    });
    (id, known.into())
}
