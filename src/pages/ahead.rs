//! What is asked before the page that shows it is there: its part comes behind the part that calls, and finds the answer.

use chime_model::Operation;
use leptos::{prelude::WithUntracked, task::spawn_local};
use serde_json::{Value, json};

use crate::address::Address;
use crate::client::{ask, bring};
use crate::routes::{self, Page, Place};
use crate::session::Session;
use crate::table::is_arranged;
use crate::ui::prepare_times;

/// How many accounts a page of the list has, unless the person chose otherwise.
pub(super) const ACCOUNTS: u32 = 100;

/// Asks what the page at `place` will ask, where a visit may begin with it and nothing makes it ask for something else.
pub(crate) fn ask_ahead(session: Session, address: Address, place: &Place) {
    let is_list = place.route.page == Page::Accounts(routes::accounts::Page::List);
    // The browser's storage is asked last: other pages have no use for it.
    if is_list && address.query().with_untracked(String::is_empty) && !is_arranged("accounts") {
        ask(session, Operation::ListAccounts, accounts());
        spawn_local(async {
            // The question is on its way.
            if bring().await {
                prepare_times();
            }
        });
    }
}

/// The input of the first page of all accounts.
fn accounts() -> Value {
    json!({ "UserEmail": null, "Name": null, "MaxResults": ACCOUNTS, "NextToken": null })
}
