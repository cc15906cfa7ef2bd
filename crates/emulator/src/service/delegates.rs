//! Sign-in delegate groups: Active Directory groups whose members may act as delegates at sign-in (SDG-1).

use chime_model::types::{
    AssociateSigninDelegateGroupsWithAccountRequest, DisassociateSigninDelegateGroupsFromAccountRequest,
};

use super::accounts::gate::changeable;
use super::accounts::row::ACCOUNTS;
use crate::context::Context;
use crate::failure::Failure;

/// AssociateSigninDelegateGroupsWithAccount. SDG-2: adds to the set; what is there already stays where it is.
pub fn associate_signin_delegate_groups(
    context: &Context<'_>,
    input: AssociateSigninDelegateGroupsWithAccountRequest,
) -> Result<(), Failure> {
    let mut account = changeable(context, &input.account_id)?;
    for name in input.signin_delegate_groups.into_iter().filter_map(|group| group.group_name) {
        if !account.signin_delegate_groups.contains(&name) {
            account.signin_delegate_groups.push(name);
        }
    }
    Ok(ACCOUNTS.put(context, &account)?)
}

/// DisassociateSigninDelegateGroupsFromAccount. SDG-3: names that are not there are ignored.
pub fn disassociate_signin_delegate_groups(
    context: &Context<'_>,
    input: DisassociateSigninDelegateGroupsFromAccountRequest,
) -> Result<(), Failure> {
    let mut account = changeable(context, &input.account_id)?;
    account.signin_delegate_groups.retain(|name| !input.group_names.contains(name));
    Ok(ACCOUNTS.put(context, &account)?)
}
