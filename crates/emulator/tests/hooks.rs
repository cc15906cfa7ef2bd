//! The hooks F-1 to F-4, and the one that fills the inventory.

mod harness;
mod support;

use chime_model::Operation::{DeleteAccount, GetAccount, GetUser, InviteUsers, ListAccounts};
use harness::{NOBODY, Service, list, text};
use serde_json::{Value, json};

fn domains(service: &Service, account: &str) -> Value {
    let path = format!("/_emulator/hooks/accounts/{account}/domains");
    service.machine.done("GET", &path, &Value::Null)["Domains"].clone()
}

#[test]
fn an_enterprise_account_is_made_with_its_domains() {
    // F-1, ACC-2, ACC-3, G-80.
    let service = Service::new();
    let wanted = json!({
        "Name": "Acme", "AccountType": "EnterpriseOIDC", "Domains": ["Acme.example", "acme.example.org"],
        "SupportedLicenses": ["Basic", "Plus", "Pro", "ProTrial"],
    });
    let made = service.hook("accounts", &wanted);
    let account = text(&made["Account"]["AccountId"]);
    assert_eq!(made["Domains"], json!(["acme.example", "acme.example.org"]));
    assert_eq!(domains(&service, &account), made["Domains"]);
    let seen = service.account(&account);
    assert_eq!(seen, made["Account"]);
    assert_eq!((&seen["AccountType"], &seen["DefaultLicense"]), (&json!("EnterpriseOIDC"), &json!("Pro")));
    assert_eq!(seen["SupportedLicenses"], wanted["SupportedLicenses"]);
    assert_eq!(service.hook("accounts", &json!({ "Name": "Plain" }))["Account"]["AccountType"], "EnterpriseLWA");
}

#[test]
fn an_enterprise_account_needs_a_name_a_type_and_true_domains() {
    // F-1: a clear error, and nothing is made.
    let service = Service::new();
    for (wrong, word) in [
        (json!({}), "Name"),
        (json!({ "Name": " " }), "Name"),
        (json!({ "Name": "A", "AccountType": "Team" }), "AccountType"),
        (json!({ "Name": "A", "AccountType": "Club" }), "Club"),
        (json!({ "Name": "A", "Domain": "a.example" }), "Domain"),
        (json!({ "Name": "A", "Domains": ["a@b.example"] }), "a@b.example"),
        (json!({ "Name": "A", "Domains": ["example"] }), "example"),
    ] {
        let (status, message) = service.hook_refused("accounts", &wrong);
        assert_eq!(status, 400, "{wrong}");
        assert!(message.contains(word), "{message}");
    }
    assert!(list(&service.call(ListAccounts, &json!({}))["Accounts"]).is_empty());
}

#[test]
fn a_domain_belongs_to_one_account() {
    // F-1.
    let service = Service::new();
    let account = service.enterprise("EnterpriseLWA", &["a.example"]);
    assert_eq!(service.hook_refused("accounts", &json!({ "Name": "B", "Domains": ["A.example"] })).0, 409);
    let again = service.hook(&format!("accounts/{account}/claim-domains"), &json!({ "Domains": ["a.example"] }));
    assert_eq!(again["Domains"], json!(["a.example"]));
    service.hook(&format!("accounts/{account}/release-domains"), &json!({}));
    service.enterprise("EnterpriseDirectory", &["a.example"]);
}

#[test]
fn a_team_account_that_claims_its_domain_becomes_enterprise() {
    // F-1, ACC-3, ACC-8.
    let service = Service::new();
    let account = service.team("Acme");
    let user = service.invited(&account, "ada@a.example");
    let claim = format!("accounts/{account}/claim-domains");
    assert_eq!(service.hook_refused(&claim, &json!({})).0, 400);
    assert_eq!(service.hook(&claim, &json!({ "Domains": ["a.example"] }))["Account"]["AccountType"], "EnterpriseLWA");
    assert_eq!(service.refused(InviteUsers, &json!({ "AccountId": account, "UserEmailList": [] })), "Forbidden");
    assert_eq!(service.get_user(&account, &user)["UserRegistrationStatus"], "Registered");
    service.member(&account, "bob@a.example");
}

#[test]
fn an_account_is_converted() {
    // F-1.
    let service = Service::new();
    let account = service.team("Acme");
    let convert = |to: &str| json!({ "AccountType": to });
    let path = format!("accounts/{account}/convert");
    for account_type in ["EnterpriseDirectory", "EnterpriseOIDC", "EnterpriseLWA"] {
        service.hook(&path, &convert(account_type));
        assert_eq!(service.account(&account)["AccountType"], account_type);
    }
    assert_eq!(service.hook_refused(&path, &convert("Team")).0, 400);
    assert_eq!(service.hook_refused(&format!("accounts/{NOBODY}/convert"), &convert("EnterpriseLWA")).0, 404);
}

#[test]
fn releasing_a_domain_suspends_everybody_at_once() {
    // F-1, ACC-26, USR-30.
    let service = Service::new();
    let account = service.enterprise("EnterpriseDirectory", &["a.example", "b.example"]);
    service.member(&account, "ada@a.example");
    service.member(&account, "bob@b.example");
    let release = format!("accounts/{account}/release-domains");
    assert_eq!(service.hook_refused(&release, &json!({ "Domains": ["c.example"] })).0, 404);
    let released = service.hook(&release, &json!({ "Domains": ["a.example"] }));
    assert_eq!(released["Domains"], json!(["b.example"]));
    assert!(service.users(&account).iter().all(|user| user["UserRegistrationStatus"] == "Suspended"));
    assert_eq!(service.events("UserSignedOut").len(), 2);
    assert_eq!(service.refused(DeleteAccount, &json!({ "AccountId": account })), "UnprocessableEntity");
}

#[test]
fn a_deleted_account_is_restored_within_its_90_days() {
    // F-2, ACC-10, ACC-12.
    let service = Service::new();
    let account = service.team("Acme");
    let restore = format!("accounts/{account}/restore");
    assert_eq!(service.hook_refused(&restore, &Value::Null).0, 409);
    service.call(DeleteAccount, &json!({ "AccountId": account }));
    service.advance("89d");
    assert_eq!(service.hook(&restore, &Value::Null)["Account"]["AccountStatus"], "Active");
    service.advance("2d");
    assert_eq!(service.account(&account)["AccountStatus"], "Active");
    // Deleted again, it has 90 days again.
    service.call(DeleteAccount, &json!({ "AccountId": account }));
    service.advance("89d");
    service.call(GetAccount, &json!({ "AccountId": account }));
    service.advance("1d");
    assert_eq!(service.hook_refused(&restore, &Value::Null).0, 404);
}

#[test]
fn a_hidden_account_can_be_restored_too() {
    // F-2, ACC-11.
    let service = Service::new();
    let account = service.team("Acme");
    service.call(DeleteAccount, &json!({ "AccountId": account }));
    service.switch(&json!({ "DisabledAccountsVisible": false }));
    service.hook(&format!("accounts/{account}/restore"), &Value::Null);
    assert_eq!(service.account(&account)["AccountStatus"], "Active");
}

#[test]
fn an_invitation_is_answered_once() {
    // F-3.
    let service = Service::new();
    let account = service.team("Acme");
    let invite = text(&service.invite(&account, "ada@example.com")["InviteId"]);
    let failed = service.hook(&format!("invitations/{invite}/fail"), &Value::Null)["User"].clone();
    assert_eq!(failed["UserInvitationStatus"], "Failed");
    assert_eq!(failed["UserRegistrationStatus"], "Unregistered");
    for answer in ["accept", "fail"] {
        assert_eq!(service.hook_refused(&format!("invitations/{invite}/{answer}"), &Value::Null).0, 409);
        assert_eq!(service.hook_refused(&format!("invitations/{NOBODY}/{answer}"), &Value::Null).0, 404);
    }
}

#[test]
fn a_person_of_the_domain_signs_up() {
    // F-4, USR-2.
    let service = Service::new();
    let account = service.enterprise("EnterpriseLWA", &["a.example"]);
    let path = format!("accounts/{account}/sign-up");
    let person = json!({ "Email": "ada@A.example", "DisplayName": "Ada Lovelace" });
    let user = service.hook(&path, &person)["User"].clone();
    assert_eq!(service.get_user(&account, &text(&user["UserId"])), user);
    assert_eq!((&user["DisplayName"], &user["PrimaryEmail"]), (&json!("Ada Lovelace"), &json!("ada@A.example")));
    assert_eq!(user["UserRegistrationStatus"], "Registered");
    assert_eq!(user["RegisteredOn"], "2020-09-13T12:26:40.000Z");
    assert_eq!((&user["UserInvitationStatus"], &user["InvitedOn"]), (&Value::Null, &Value::Null));
    assert_eq!(text(&user["PersonalPIN"]).len(), 10);
    assert_eq!(service.hook_refused(&path, &person).0, 409);
    assert_eq!(service.hook_refused(&path, &json!({ "Email": "eve@b.example" })).0, 400);
    assert_eq!(service.hook_refused(&path, &json!({ "Email": "nobody" })).0, 400);
    let team = service.team("Acme");
    assert_eq!(service.hook_refused(&format!("accounts/{team}/sign-up"), &person).0, 403);
}

#[test]
fn signing_up_registers_the_user_who_was_made_before() {
    // F-4, ACC-23: the same user, not a second one.
    let service = Service::new();
    let account = service.enterprise("EnterpriseLWA", &["a.example"]);
    let user = service.user(&account, "ada@a.example");
    assert_eq!(service.member(&account, "ADA@a.example"), user);
    assert_eq!(service.get_user(&account, &user)["UserRegistrationStatus"], "Registered");
    let team = service.team("Acme");
    service.user(&team, "bob@a.example");
    let taken = json!({ "Email": "bob@a.example" });
    assert_eq!(service.hook_refused(&format!("accounts/{account}/sign-up"), &taken).0, 409);
}

#[test]
fn a_private_user_registers() {
    // F-4, USR-20.
    let service = Service::new();
    let account = service.team("Acme");
    let user = service.user(&account, "ada@example.com");
    let path = format!("accounts/{account}/users/{user}/register");
    assert_eq!(service.hook(&path, &Value::Null)["User"]["UserRegistrationStatus"], "Registered");
    let seen = service.call(GetUser, &json!({ "AccountId": account, "UserId": user }))["User"].clone();
    assert_eq!((&seen["UserRegistrationStatus"], &seen["UserInvitationStatus"]), (&json!("Registered"), &Value::Null));
    assert_eq!(service.hook_refused(&path, &Value::Null).0, 409);
    service.invite(&account, "bob@example.com");
    let pending = service.users(&account).iter().map(|user| text(&user["UserId"])).find(|id| *id != user);
    let path = format!("accounts/{account}/users/{}/register", pending.expect("was invited"));
    assert_eq!(service.hook_refused(&path, &Value::Null).0, 409);
}

#[test]
fn numbers_enter_the_inventory_without_an_order() {
    // NUM-1, NUM-4, NUM-5, NUM-6, NUM-7.
    let service = Service::new();
    service.stock("12065550100", "BusinessCalling");
    service.stock("+18005550100", "VoiceConnector");
    let number = service.phone_number("+12065550100");
    assert_eq!(number["E164PhoneNumber"], "+12065550100");
    assert_eq!((&number["Country"], &number["Type"]), (&json!("US"), &json!("Local")));
    assert_eq!((&number["Status"], &number["Associations"]), (&json!("Unassigned"), &json!([])));
    assert_eq!((&number["CallingName"], &number["CallingNameStatus"]), (&Value::Null, &json!("Unassigned")));
    assert_eq!(number["Capabilities"]["OutboundMMS"], true);
    let toll_free = service.phone_number("+18005550100");
    assert_eq!((&toll_free["Type"], &toll_free["Capabilities"]["InboundSMS"]), (&json!("TollFree"), &json!(false)));
    for (number, product_type, status) in [
        ("+12065550100", "BusinessCalling", 409),
        ("+18005550101", "BusinessCalling", 400),
        ("+442012345600", "VoiceConnector", 400),
        ("0100", "BusinessCalling", 400),
        ("+12065550101", "Fax", 400),
    ] {
        let wanted = json!({ "E164PhoneNumber": number, "ProductType": product_type });
        assert_eq!(service.hook_refused("phone-number", &wanted).0, status, "{number} {product_type}");
    }
}
