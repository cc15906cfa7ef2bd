//! Accounts: the operations on an account itself.

pub mod enterprise;
pub mod gate;
pub mod lifecycle;
pub mod row;
pub mod settings;

use chime_model::types::{
    Account, CreateAccountRequest, CreateAccountResponse, GetAccountRequest, GetAccountResponse, ListAccountsRequest,
    ListAccountsResponse, UpdateAccountRequest, UpdateAccountResponse,
};

use crate::context::{Context, List, page_size};
use crate::failure::Failure;
use crate::service::users::row::{BY_EMAIL, USERS};
use crate::store::{Key, text_key};
use gate::{changeable, is_visible, readable};
use row::{ACCOUNTS, AccountRow, BY_CREATED, BY_NAME};

/// CreateAccount. ACC-20: no idempotency token, so two calls make two accounts.
pub fn create_account(context: &Context<'_>, input: CreateAccountRequest) -> Result<CreateAccountResponse, Failure> {
    let account = AccountRow::new(context, input.name);
    ACCOUNTS.put(context, &account)?;
    Ok(CreateAccountResponse { account: Some(account.into()) })
}

/// GetAccount.
pub fn get_account(context: &Context<'_>, input: GetAccountRequest) -> Result<GetAccountResponse, Failure> {
    let account = readable(context, &input.account_id)?;
    Ok(GetAccountResponse { account: Some(account.into()) })
}

/// ListAccounts (ACC-22).
pub fn list_accounts(context: &Context<'_>, input: ListAccountsRequest) -> Result<ListAccountsResponse, Failure> {
    if input.user_email.is_some() {
        return account_of_user(context, &input);
    }
    let list = List {
        // In the order of creation, or for a prefix in the order of names: a search must not read every account.
        index: if input.name.is_some() { &BY_NAME } else { &BY_CREATED },
        within: Key::of([&context.principal().account_id]),
        starts_with: &text_key(input.name.as_deref().unwrap_or_default()),
        next_token: input.next_token.as_deref(),
        limit: page_size(input.max_results, 100),
    };
    let page = context.list(&ACCOUNTS, list, |account| is_visible(context, account))?;
    let accounts = page.rows.into_iter().map(Into::into).collect();
    Ok(ListAccountsResponse { accounts: Some(accounts), next_token: page.next_token })
}

/// ACC-22, ACC-23: the one account that the person with this e-mail address belongs to.
fn account_of_user(context: &Context<'_>, input: &ListAccountsRequest) -> Result<ListAccountsResponse, Failure> {
    let email = input.user_email.as_deref().unwrap_or_default().to_lowercase();
    let list = List {
        index: &BY_EMAIL,
        within: Key::of([&context.principal().account_id, &email]),
        starts_with: "",
        next_token: input.next_token.as_deref(),
        limit: 1,
    };
    let mut accounts: Vec<Account> = Vec::new();
    for user in context.list(&USERS, list, |_| true)?.rows {
        let account = ACCOUNTS.get(context, &Key::of([&user.aws_account_id, &user.account_id]))?;
        let prefix = input.name.as_deref().unwrap_or_default();
        let wanted = |account: &AccountRow| is_visible(context, account) && account.name.starts_with(prefix);
        accounts.extend(account.filter(wanted).map(Account::from));
    }
    Ok(ListAccountsResponse { accounts: Some(accounts), next_token: None })
}

/// UpdateAccount. ACC-24: the default license is for users to come; those that are there keep theirs.
pub fn update_account(context: &Context<'_>, input: UpdateAccountRequest) -> Result<UpdateAccountResponse, Failure> {
    let mut account = changeable(context, &input.account_id)?;
    if let Some(license) = input.default_license {
        if !account.supported_licenses.contains(&license) {
            let message = format!("The account does not support the license {}.", license.as_str());
            return Err(Failure::bad_request(message));
        }
        account.default_license = license;
    }
    if let Some(name) = input.name {
        account.name = name;
    }
    ACCOUNTS.put(context, &account)?;
    Ok(UpdateAccountResponse { account: Some(account.into()) })
}
