//! Making, reading, stopping and starting bots. None is ever deleted (BOT-4).

use chime_model::types::{
    CreateBotRequest, CreateBotResponse, GetBotRequest, GetBotResponse, ListBotsRequest, ListBotsResponse,
    RegenerateSecurityTokenRequest, RegenerateSecurityTokenResponse, UpdateBotRequest, UpdateBotResponse,
};

use super::row::{BOTS, BOTS_BY_CREATED, BOTS_BY_EMAIL, BotRow, bot};
use crate::context::{Context, List, page_size};
use crate::failure::Failure;
use crate::service::accounts::gate::changeable;
use crate::service::quota::{self, Quota};
use crate::store::Key;

/// BOT-8: the page that a caller gets who asks for no size.
const DEFAULT_PAGE: usize = 10;
/// BOT-6.
const LONGEST_NAME: usize = 55;

/// BOT-7: a started bot with a token of its own.
///
/// # Errors
/// NotFound, Forbidden for the account; BadRequest for the name or the domain; ResourceLimitExceeded.
pub fn create_bot(context: &Context<'_>, input: CreateBotRequest) -> Result<CreateBotResponse, Failure> {
    let name = input.display_name.trim();
    if !(1..=LONGEST_NAME).contains(&name.chars().count()) {
        return Err(Failure::bad_request(format!("DisplayName must have 1 to {LONGEST_NAME} characters.")));
    }
    let account = changeable(context, &input.account_id)?;
    let email = email(name, &domain(&account.domains, input.domain)?);
    // BOT-6.
    let place = Key::of([&account.account_id, &email.to_lowercase()]);
    if BOTS.find(context, &BOTS_BY_EMAIL, place)?.is_some() {
        return Err(context.in_the_way(format!("A bot with the address {email} is there already.")));
    }
    let bots = (&BOTS, &BOTS_BY_CREATED, Key::of([&account.account_id]));
    quota::check(context, Quota::BotsPerAccount, 1, bots)?;
    let row = BotRow {
        account_id: account.account_id,
        bot_id: context.random().uuid(),
        // BOT-2.
        display_name: format!("{name} (Bot)"),
        email,
        security_token: security_token(context),
        disabled: false,
        events: None,
        created: context.now(),
        updated: context.now(),
    };
    BOTS.put(context, &row)?;
    Ok(CreateBotResponse { bot: Some(row.into()) })
}

/// The bot, its token included (BOT-3).
///
/// # Errors
/// NotFound; Forbidden for a Team account.
pub fn get_bot(context: &Context<'_>, input: GetBotRequest) -> Result<GetBotResponse, Failure> {
    changeable(context, &input.account_id)?;
    Ok(GetBotResponse { bot: Some(bot(context, &input.account_id, &input.bot_id)?.into()) })
}

/// BOT-8.
///
/// # Errors
/// NotFound, Forbidden for the account; BadRequest for a token of another list.
pub fn list_bots(context: &Context<'_>, input: ListBotsRequest) -> Result<ListBotsResponse, Failure> {
    changeable(context, &input.account_id)?;
    let list = List {
        index: &BOTS_BY_CREATED,
        within: Key::of([&input.account_id]),
        starts_with: "",
        next_token: input.next_token.as_deref(),
        limit: page_size(input.max_results, DEFAULT_PAGE),
    };
    let page = context.list(&BOTS, list, |_| true)?;
    let bots = page.rows.into_iter().map(Into::into).collect();
    Ok(ListBotsResponse { bots: Some(bots), next_token: page.next_token })
}

/// BOT-9: another token, the old one is of no use at once; the bot does not count as updated.
///
/// # Errors
/// NotFound; Forbidden for the account.
pub fn regenerate_security_token(
    context: &Context<'_>,
    input: RegenerateSecurityTokenRequest,
) -> Result<RegenerateSecurityTokenResponse, Failure> {
    changeable(context, &input.account_id)?;
    let row = bot(context, &input.account_id, &input.bot_id)?;
    let row = BotRow { security_token: security_token(context), ..row };
    BOTS.put(context, &row)?;
    Ok(RegenerateSecurityTokenResponse { bot: Some(row.into()) })
}

/// BOT-10: stops or starts the bot; told neither, nothing changes.
///
/// # Errors
/// NotFound; Forbidden for the account.
pub fn update_bot(context: &Context<'_>, input: UpdateBotRequest) -> Result<UpdateBotResponse, Failure> {
    changeable(context, &input.account_id)?;
    let mut row = bot(context, &input.account_id, &input.bot_id)?;
    if let Some(disabled) = input.disabled {
        row = BotRow { disabled, updated: context.now(), ..row };
        BOTS.put(context, &row)?;
    }
    Ok(UpdateBotResponse { bot: Some(row.into()) })
}

/// BOT-5: a claimed domain, the first when none is asked for; any domain in an account that has claimed none.
fn domain(claimed: &[String], asked: Option<String>) -> Result<String, Failure> {
    match asked {
        Some(asked) if claimed.is_empty() || claimed.iter().any(|it| it.eq_ignore_ascii_case(&asked)) => Ok(asked),
        Some(asked) => Err(Failure::bad_request(format!("The account has not claimed the domain {asked}."))),
        None => Ok(claimed.first().cloned().unwrap_or_else(|| "example.com".to_owned())),
    }
}

/// BOT-2; an address has no blanks.
fn email(name: &str, domain: &str) -> String {
    let local: String = name.split_whitespace().collect();
    format!("{local}-chimebot@{domain}")
}

fn security_token(context: &Context<'_>) -> String {
    context.random().text("ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789/+", 40)
}
