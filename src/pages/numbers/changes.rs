//! What a CSV file changes of the inventory, worked out before anything is sent.

use serde_json::{Value, json};

use super::holder::{Kind, holder};
use super::naming::name_fault;
use super::number::{PRODUCTS, name_pending, normal, product_fault, text, unsettled};
use super::plan::{to_connector, to_users, update};
use crate::bulk::{Item, Stage};

/// One line of a file: its number, and what it wants; an empty field wants nothing.
#[derive(Clone, Default, PartialEq, Eq, Debug)]
pub struct Wish {
    /// The number, as E.164.
    pub number: String,
    product: String,
    name: String,
    /// Kind and id of who is to have it, and the account of a user.
    holder: String,
    holder_id: String,
    account: String,
}

/// What a line changes of its number.
#[derive(Clone, Debug)]
pub struct Change {
    /// The number, as E.164.
    pub number: String,
    /// What will change, in words: (member, before, after).
    pub parts: Vec<(&'static str, String, String)>,
    /// Why nothing can be changed.
    pub problem: Option<String>,
    wish: Wish,
    id: String,
}

/// The lines of a file. Its first line names the columns; others than these are left alone.
///
/// # Errors
/// A sentence about a file that cannot be read.
pub fn wishes(lines: &[Vec<String>]) -> Result<Vec<Wish>, String> {
    let Some((head, lines)) = lines.split_first() else { return Err("The file is empty.".to_owned()) };
    let place = |name: &str| {
        let plain = |text: &str| text.replace([' ', '_', '-'], "").to_lowercase();
        head.iter().position(|column| plain(column) == plain(name))
    };
    let Some(number) = place("PhoneNumber").or_else(|| place("E164PhoneNumber")).or_else(|| place("PhoneNumberId"))
    else {
        return Err("The first line must name the columns, one of them PhoneNumber.".to_owned());
    };
    let columns = ["ProductType", "CallingName", "AssociationName", "AssociationValue", "AccountId"].map(place);
    if columns[..4].iter().all(Option::is_none) {
        return Err("Nothing to change: name a column ProductType, CallingName, or AssociationName.".to_owned());
    }
    let wish = |line: &Vec<String>| {
        let field = |place: Option<usize>| place.and_then(|place| line.get(place)).cloned().unwrap_or_default();
        let [product, name, holder, holder_id, account] = columns.map(field);
        Wish { number: normal(&field(Some(number))), product, name, holder, holder_id, account }
    };
    Ok(lines.iter().map(wish).filter(|wish| !wish.number.is_empty()).collect())
}

/// What `wish` changes of the number as it is; `row` is none where the inventory has no such number.
pub fn change(wish: &Wish, row: Option<&Value>) -> Change {
    let mut parts = Vec::new();
    let problem = match row {
        None => Some("It is not in the inventory.".to_owned()),
        Some(row) => {
            let problem = compare(wish, row, &mut parts).err();
            // Where nothing is wished, any status will do.
            let unsettled = unsettled(row).filter(|_| problem.is_some() || !parts.is_empty());
            unsettled.map(str::to_owned).or(problem)
        }
    };
    let id = row.map(|row| text(row, "PhoneNumberId").to_owned()).unwrap_or_default();
    Change { number: wish.number.clone(), parts, problem, wish: wish.clone(), id }
}

fn compare(wish: &Wish, row: &Value, parts: &mut Vec<(&'static str, String, String)>) -> Result<(), String> {
    let say = |sentence: &str| Err(sentence.to_owned());
    let now = holder(row);
    let product = if wish.product.is_empty() { text(row, "ProductType") } else { &wish.product };
    if product != text(row, "ProductType") {
        if !PRODUCTS.iter().any(|(known, ..)| *known == product) {
            return say("Its product type is none of BusinessCalling, VoiceConnector, SipMediaApplicationDialIn.");
        }
        if now.is_some() {
            return say("It is assigned: unassign it before its product type is changed.");
        }
        if let Some(fault) = product_fault(product, row) {
            return say(&[fault, "."].concat());
        }
        parts.push(("ProductType", text(row, "ProductType").to_owned(), product.to_owned()));
    }
    if !wish.name.is_empty() && wish.name != text(row, "CallingName") {
        if let Some(fault) = name_fault(&wish.name) {
            return say(&["Calling name: ", &fault].concat());
        }
        if name_pending(row) {
            return say("A change of its calling name is pending already.");
        }
        parts.push(("CallingName", text(row, "CallingName").to_owned(), wish.name.clone()));
    }
    if wish.holder.is_empty() && wish.holder_id.is_empty() {
        return Ok(());
    }
    let needed = match Kind::of(&wish.holder) {
        Some(Kind::User) => "BusinessCalling",
        Some(Kind::Connector | Kind::Group) => "VoiceConnector",
        Some(Kind::Rule) if now.as_ref().is_some_and(|now| now.id == wish.holder_id) => return Ok(()),
        Some(Kind::Rule) => return say("SIP rules name their numbers themselves."),
        None => return say("AssociationName must be UserId, VoiceConnectorId or VoiceConnectorGroupId."),
    };
    if wish.holder_id.is_empty() {
        return say("AssociationValue is missing.");
    }
    if let Some(now) = now {
        let same = now.kind.name() == wish.holder && now.id == wish.holder_id;
        return if same { Ok(()) } else { say("Somebody else has it: unassign it first.") };
    }
    if product != needed {
        return say(&["It needs the product type ", needed, " for that."].concat());
    }
    if wish.holder == Kind::User.name() && wish.account.is_empty() {
        return say("AccountId is missing: a user is found below an account.");
    }
    parts.push(("Assigned to", String::new(), [&wish.holder, " ", &wish.holder_id].concat()));
    Ok(())
}

impl Change {
    /// Whether there is something to send.
    pub fn is_sent(&self) -> bool {
        self.problem.is_none() && !self.parts.is_empty()
    }

    fn has(&self, member: &str) -> bool {
        self.is_sent() && self.parts.iter().any(|(name, ..)| *name == member)
    }
}

/// The work of all changes: product types, then names, then assignments, each in as few calls as can be.
pub fn stages(changes: &[Change], item: impl Fn(&str, Value) -> Item) -> Vec<Stage> {
    let updates = |member: &'static str, value: fn(&Wish) -> &String| {
        let of = |change: &Change| {
            item(&change.number, json!({ "PhoneNumberId": change.id, (member): value(&change.wish) }))
        };
        let items: Vec<Item> = changes.iter().filter(|change| change.has(member)).map(of).collect();
        vec![(update(), items)]
    };
    let mut assignments: Stage = Vec::new();
    let mut targets: Vec<(&str, &str)> = Vec::new();
    for change in changes.iter().filter(|change| change.has("Assigned to")) {
        let Wish { number, holder, holder_id, account, .. } = &change.wish;
        let user = holder == Kind::User.name();
        let target = if user { (holder.as_str(), "") } else { (holder.as_str(), holder_id.as_str()) };
        let place = targets.iter().position(|known| *known == target).unwrap_or_else(|| {
            let kind = Kind::of(holder).unwrap_or(Kind::Connector);
            targets.push(target);
            assignments.push((if user { to_users() } else { to_connector(kind, holder_id, false) }, Vec::new()));
            targets.len() - 1
        });
        let value = json!({ "AccountId": account, "UserId": holder_id, "E164PhoneNumber": number });
        assignments[place].1.push(item(number, if user { value } else { Value::Null }));
    }
    let all =
        vec![updates("ProductType", |wish| &wish.product), updates("CallingName", |wish| &wish.name), assignments];
    all.into_iter().filter(|stage| stage.iter().any(|(_, items)| !items.is_empty())).collect()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::ui::read_csv;

    fn row(product: &str, status: &str) -> Value {
        json!({
            "PhoneNumberId": "%2B12065550100", "E164PhoneNumber": "+12065550100", "Country": "US", "Type": "Local",
            "ProductType": product, "Status": status, "CallingName": "Old", "Associations": []
        })
    }

    fn one(csv: &str, row: &Value) -> Change {
        change(&wishes(&read_csv(csv)).unwrap()[0], Some(row))
    }

    #[test]
    fn a_file_needs_a_column_of_numbers_and_something_to_change() {
        assert!(wishes(&read_csv("")).is_err());
        assert!(wishes(&read_csv("CallingName\nSales")).is_err());
        assert!(wishes(&read_csv("PhoneNumber,Notes\n+1,x")).is_err());
        let wishes = wishes(&read_csv("phone number;calling name\n12065550100;Sales\n")).unwrap();
        assert_eq!((wishes[0].number.as_str(), wishes[0].name.as_str()), ("+12065550100", "Sales"));
    }

    #[test]
    fn what_is_as_wished_changes_nothing() {
        let same = one("PhoneNumber,CallingName,ProductType\n+12065550100,Old,", &row("VoiceConnector", "Unassigned"));
        assert!(same.parts.is_empty() && same.problem.is_none() && !same.is_sent());
    }

    #[test]
    fn a_number_that_is_not_settled_may_stay_as_it_is_and_no_more() {
        for status in ["AcquireFailed", "DeleteInProgress", "ReleaseFailed"] {
            let line = |name: &str| {
                one(&["PhoneNumber,CallingName\n+12065550100,", name].concat(), &row("VoiceConnector", status))
            };
            assert!(line("Old").problem.is_none(), "{status}");
            assert!(line("New").problem.is_some_and(|problem| problem.contains("cannot be changed")), "{status}");
        }
    }

    #[test]
    fn one_line_may_change_all_three_in_order() {
        let csv = "PhoneNumber,ProductType,CallingName,AssociationName,AssociationValue\n\
            +12065550100,VoiceConnector,New,VoiceConnectorId,abc";
        let change = one(csv, &row("BusinessCalling", "Unassigned"));
        assert_eq!(change.parts.len(), 3, "{:?}", change.problem);
        let item = |number: &str, value| Item { id: number.into(), label: number.into(), value };
        let stages = stages(&[change], item);
        let operations: Vec<_> = stages.iter().map(|stage| stage[0].0.operation.name()).collect();
        assert_eq!(
            operations,
            ["BatchUpdatePhoneNumber", "BatchUpdatePhoneNumber", "AssociatePhoneNumbersWithVoiceConnector",]
        );
    }

    #[test]
    fn what_the_service_would_refuse_is_said_before() {
        let free = row("BusinessCalling", "Unassigned");
        let problem = |fields: &str| {
            let head = "PhoneNumber,ProductType,CallingName,AssociationName,AssociationValue,AccountId\n+12065550100,";
            one(&[head, fields].concat(), &free).problem
        };
        assert!(problem("Business,,,,").is_some());
        assert!(problem(",Müller,,,").is_some());
        assert!(problem(",,VoiceConnectorId,abc,").is_some(), "needs another product type");
        assert!(problem(",,UserId,u,").is_some(), "needs the account");
        assert!(problem(",,SipRuleId,r,").is_some());
        assert!(problem(",,UserId,u,a").is_none());
        let unknown = change(&Wish { number: "+1".into(), ..Wish::default() }, None);
        assert!(unknown.problem.is_some());
    }
}
