//! Placing orders, and looking at them.

use std::collections::BTreeSet;

use chime_model::Timestamp;
use chime_model::types::{
    CreatePhoneNumberOrderRequest, CreatePhoneNumberOrderResponse, GetPhoneNumberOrderRequest,
    GetPhoneNumberOrderResponse, ListPhoneNumberOrdersRequest, ListPhoneNumberOrdersResponse, OrderedPhoneNumberStatus,
    PhoneNumberOrderStatus, PhoneNumberStatus,
};

use super::row::{ORDERS, ORDERS_BY_CREATED, OrderRow, OrderedNumber};
use crate::context::{Context, List, page_size};
use crate::failure::Failure;
use crate::schedule::Action;
use crate::service::number_plan;
use crate::service::phone_numbers::row::{PHONE_NUMBERS, PhoneNumberRow};
use crate::service::phone_numbers::{e164, find, inventory};
use crate::store::Key;

/// CreatePhoneNumberOrder. ORD-2: answers at once, with everything under way.
pub fn create_phone_number_order(
    context: &Context<'_>,
    input: CreatePhoneNumberOrderRequest,
) -> Result<CreatePhoneNumberOrderResponse, Failure> {
    let numbers: Vec<String> = input.e164_phone_numbers.iter().map(|number| e164(number)).collect();
    refuse_at_once(&numbers, &input)?;
    // ORD-5.
    inventory::check_quota(context, numbers.len())?;
    let order = OrderRow {
        aws_account_id: context.principal().account_id.clone(),
        order_id: context.random().uuid(),
        product_type: input.product_type,
        status: PhoneNumberOrderStatus::Processing,
        numbers: numbers
            .into_iter()
            .map(|e164| OrderedNumber { e164, status: OrderedPhoneNumberStatus::Processing })
            .collect(),
        created: context.now(),
        updated: context.now(),
    };
    for number in &order.numbers {
        // ORD-4: a number that is there already stays as it is; that the order cannot bring it is told later.
        let present = find(context, &number.e164)?;
        if present.is_none_or(|present| present.status == PhoneNumberStatus::AcquireFailed) {
            let row = PhoneNumberRow::new(context, number.e164.clone(), order.product_type);
            PHONE_NUMBERS.put(context, &PhoneNumberRow { order_id: Some(order.order_id.clone()), ..row })?;
        }
    }
    ORDERS.put(context, &order)?;
    let at = Timestamp(context.now().0.saturating_add_unsigned(context.settings().phone_number_order_ms));
    let (aws_account_id, order_id) = (order.aws_account_id.clone(), order.order_id.clone());
    context.schedule(at, &Action::OrderCompletes { aws_account_id, order_id })?;
    Ok(CreatePhoneNumberOrderResponse { phone_number_order: Some(order.into()) })
}

/// ORD-4.
fn refuse_at_once(numbers: &[String], input: &CreatePhoneNumberOrderRequest) -> Result<(), Failure> {
    if numbers.is_empty() {
        return Err(Failure::bad_request("An order needs at least one number."));
    }
    let mut seen = BTreeSet::new();
    if let Some(twice) = numbers.iter().find(|number| !seen.insert(*number)) {
        return Err(Failure::bad_request(format!("{twice} stands in the order twice.")));
    }
    numbers.iter().try_for_each(|number| number_plan::check_product_type(number, input.product_type))
}

/// GetPhoneNumberOrder (ORD-6).
pub fn get_phone_number_order(
    context: &Context<'_>,
    input: GetPhoneNumberOrderRequest,
) -> Result<GetPhoneNumberOrderResponse, Failure> {
    let key = Key::of([&context.principal().account_id, &input.phone_number_order_id]);
    let order = ORDERS.get(context, &key)?.ok_or_else(|| context.absent("phone number order with this id"))?;
    Ok(GetPhoneNumberOrderResponse { phone_number_order: Some(order.into()) })
}

/// ListPhoneNumberOrders (ORD-6).
pub fn list_phone_number_orders(
    context: &Context<'_>,
    input: ListPhoneNumberOrdersRequest,
) -> Result<ListPhoneNumberOrdersResponse, Failure> {
    let list = List {
        index: &ORDERS_BY_CREATED,
        within: Key::of([&context.principal().account_id]),
        starts_with: "",
        next_token: input.next_token.as_deref(),
        limit: page_size(input.max_results, 99),
    };
    let page = context.list(&ORDERS, list, |_| true)?;
    let orders = page.rows.into_iter().map(Into::into).collect();
    Ok(ListPhoneNumberOrdersResponse { phone_number_orders: Some(orders), next_token: page.next_token })
}
