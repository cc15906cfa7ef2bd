//! What makes an Enterprise account, which the API itself cannot (F-1): its type and its claimed domains.

use chime_model::types::{AccountType, License};

use super::gate::changeable;
use super::row::{ACCOUNTS, AccountRow, BY_DOMAIN};
use crate::context::Context;
use crate::failure::Failure;
use crate::service::users;
use crate::service::users::row::{BY_CREATED, USERS};
use crate::store::Key;

/// What an Enterprise account starts with.
pub struct Enterprise {
    /// What people call it.
    pub name: String,
    /// Which Enterprise type.
    pub account_type: AccountType,
    /// Domains claimed from the beginning.
    pub domains: Vec<String>,
    /// Licenses its users can have; those of a Team account when there are none.
    pub supported_licenses: Vec<License>,
}

/// Makes an Enterprise account.
///
/// # Errors
/// BadRequest for the type Team or a text that is no domain, Conflict for a domain that another account has claimed.
pub fn create(context: &Context<'_>, wanted: Enterprise) -> Result<AccountRow, Failure> {
    let mut account = AccountRow::new(context, wanted.name);
    if let [first, ..] = wanted.supported_licenses[..] {
        account.default_license = if wanted.supported_licenses.contains(&License::Pro) { License::Pro } else { first };
        account.supported_licenses = wanted.supported_licenses;
    }
    become_enterprise(&mut account, wanted.account_type)?;
    add_domains(context, &mut account, wanted.domains)?;
    ACCOUNTS.put(context, &account)?;
    Ok(account)
}

/// Turns an account into an Enterprise account, or into one of another type.
///
/// # Errors
/// NotFound, Forbidden when it is disabled, BadRequest for the type Team.
pub fn convert(context: &Context<'_>, account_id: &str, account_type: AccountType) -> Result<AccountRow, Failure> {
    let mut account = changeable(context, account_id)?;
    become_enterprise(&mut account, account_type)?;
    ACCOUNTS.put(context, &account)?;
    Ok(account)
}

/// Claims domains; a Team account becomes EnterpriseLWA by it (ACC-3).
///
/// # Errors
/// NotFound, Forbidden when the account is disabled, BadRequest for a text that is no domain, Conflict for a domain that
/// another account has claimed.
pub fn claim_domains(context: &Context<'_>, account_id: &str, domains: Vec<String>) -> Result<AccountRow, Failure> {
    let mut account = changeable(context, account_id)?;
    if domains.is_empty() {
        return Err(Failure::bad_request("Domains must name at least one domain."));
    }
    add_domains(context, &mut account, domains)?;
    if account.account_type == AccountType::Team {
        account.account_type = AccountType::EnterpriseLWA;
    }
    ACCOUNTS.put(context, &account)?;
    Ok(account)
}

/// Releases claimed domains, all when none is named. ACC-26: every user of the account is suspended at once.
///
/// # Errors
/// NotFound, also for a domain that the account has not claimed, and Forbidden when the account is disabled.
pub fn release_domains(context: &Context<'_>, account_id: &str, domains: &[String]) -> Result<AccountRow, Failure> {
    let mut account = changeable(context, account_id)?;
    let released = domains.iter().map(|domain| domain.to_lowercase()).collect::<Vec<_>>();
    if let Some(foreign) = released.iter().find(|domain| !account.domains.contains(domain)) {
        return Err(Failure::not_found(format!("The account has not claimed the domain {foreign}.")));
    }
    account.domains.retain(|domain| !released.is_empty() && !released.contains(domain));
    ACCOUNTS.put(context, &account)?;
    let everybody = Key::of([&account.aws_account_id, &account.account_id]);
    for user in USERS.all(context, &BY_CREATED, everybody)? {
        users::suspend::lock(context, user)?;
    }
    Ok(account)
}

/// Whether the account has claimed the domain of this e-mail address.
#[must_use]
pub fn has_claimed_domain_of(account: &AccountRow, email: &str) -> bool {
    let domain = email.rsplit('@').next().unwrap_or_default().to_lowercase();
    account.domains.contains(&domain)
}

fn become_enterprise(account: &mut AccountRow, account_type: AccountType) -> Result<(), Failure> {
    if account_type == AccountType::Team {
        return Err(Failure::bad_request("AccountType must be EnterpriseLWA, EnterpriseDirectory or EnterpriseOIDC."));
    }
    account.account_type = account_type;
    Ok(())
}

fn add_domains(context: &Context<'_>, account: &mut AccountRow, domains: Vec<String>) -> Result<(), Failure> {
    for domain in domains {
        let domain = domain.to_lowercase();
        let is_domain = domain.contains('.') && domain.split('.').all(is_label);
        if !is_domain {
            return Err(Failure::bad_request(format!("{domain:?} is not a domain.")));
        }
        let other = ACCOUNTS.find(context, &BY_DOMAIN, Key::of([&domain]))?;
        if other.is_some_and(|other| other.account_id != account.account_id) {
            return Err(Failure::conflict(format!("Another account has claimed the domain {domain}.")));
        }
        if !account.domains.contains(&domain) {
            account.domains.push(domain);
        }
    }
    Ok(())
}

fn is_label(label: &str) -> bool {
    !label.is_empty() && label.chars().all(|character| character.is_alphanumeric() || character == '-')
}
