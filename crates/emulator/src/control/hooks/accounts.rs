//! Enterprise accounts and their domains (F-1), deleted accounts (F-2).

use chime_model::Operation;
use chime_model::types::{Account, AccountType, License};
use serde::Deserialize;
use serde_json::{Value, json};

use super::super::Request;
use super::check;
use crate::Emulator;
use crate::failure::Failure;
use crate::service::accounts::enterprise::{self, Enterprise};
use crate::service::accounts::row::AccountRow;
use crate::service::accounts::{gate, lifecycle};

#[derive(Deserialize)]
#[serde(rename_all = "PascalCase", deny_unknown_fields)]
struct Create {
    name: String,
    account_type: Option<AccountType>,
    #[serde(default)]
    domains: Vec<String>,
    #[serde(default)]
    supported_licenses: Vec<License>,
}

#[derive(Deserialize)]
#[serde(rename_all = "PascalCase", deny_unknown_fields)]
struct Convert {
    account_type: AccountType,
}

#[derive(Deserialize)]
#[serde(rename_all = "PascalCase", deny_unknown_fields)]
struct Domains {
    #[serde(default)]
    domains: Vec<String>,
}

pub(super) fn create(emulator: &Emulator, request: &Request<'_>) -> Result<Value, Failure> {
    let body: Create = request.json()?;
    check(Operation::CreateAccount, &json!({ "Name": body.name }))?;
    let wanted = Enterprise {
        name: body.name,
        account_type: body.account_type.unwrap_or(AccountType::EnterpriseLWA),
        domains: body.domains,
        supported_licenses: body.supported_licenses,
    };
    emulator.hook(|context| Ok(shown(enterprise::create(context, wanted)?)))
}

pub(super) fn domains(emulator: &Emulator, request: &Request<'_>) -> Result<Value, Failure> {
    let account_id = request.label("AccountId");
    emulator.hook(|context| Ok(json!({ "Domains": gate::readable(context, account_id)?.domains })))
}

pub(super) fn convert(emulator: &Emulator, request: &Request<'_>) -> Result<Value, Failure> {
    let Convert { account_type } = request.json()?;
    let account_id = request.label("AccountId");
    emulator.hook(|context| Ok(shown(enterprise::convert(context, account_id, account_type)?)))
}

pub(super) fn claim_domains(emulator: &Emulator, request: &Request<'_>) -> Result<Value, Failure> {
    let Domains { domains } = request.json()?;
    let account_id = request.label("AccountId");
    emulator.hook(|context| Ok(shown(enterprise::claim_domains(context, account_id, domains)?)))
}

pub(super) fn release_domains(emulator: &Emulator, request: &Request<'_>) -> Result<Value, Failure> {
    let Domains { domains } = request.json()?;
    let account_id = request.label("AccountId");
    emulator.hook(|context| Ok(shown(enterprise::release_domains(context, account_id, &domains)?)))
}

pub(super) fn restore(emulator: &Emulator, request: &Request<'_>) -> Result<Value, Failure> {
    let account_id = request.label("AccountId");
    emulator.hook(|context| Ok(shown(lifecycle::restore(context, account_id)?)))
}

/// As the API shows it, and the domains, which the API does not show (G-31).
fn shown(account: AccountRow) -> Value {
    json!({ "Domains": account.domains.clone(), "Account": Account::from(account) })
}
