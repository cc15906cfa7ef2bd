//! Bots and their events configuration: BOT-1 to BOT-23.

mod harness;
mod support;

use chime_model::Operation::{
    CreateBot, DeleteEventsConfiguration, GetBot, GetEventsConfiguration, ListBots, PutEventsConfiguration,
    RegenerateSecurityToken, UpdateBot,
};
use harness::{NOBODY, Service, column, list, text};
use serde_json::{Value, json};

/// An Enterprise account with no claimed domain.
fn account() -> (Service, String) {
    let service = Service::new();
    let account = service.enterprise("EnterpriseOIDC", &[]);
    (service, account)
}

fn create(service: &Service, account: &str, name: &str) -> Value {
    service.call(CreateBot, &json!({ "AccountId": account, "DisplayName": name }))["Bot"].clone()
}

fn of(account: &str, bot: &Value) -> Value {
    json!({ "AccountId": account, "BotId": bot["BotId"] })
}

/// The same input with one member more.
fn with(mut input: Value, member: &str, value: &str) -> Value {
    input[member] = json!(value);
    input
}

#[test]
fn bot_1_bot_2_bot_7_what_a_new_bot_has() {
    let (service, account) = account();
    let input = json!({ "AccountId": account, "DisplayName": "myBot", "Domain": "example.com" });
    let bot = service.call(CreateBot, &input)["Bot"].clone();
    assert_eq!(
        bot,
        json!({
            "BotId": bot["BotId"], "UserId": bot["BotId"], "BotType": "ChatBot", "Disabled": false,
            "DisplayName": "myBot (Bot)", "BotEmail": "myBot-chimebot@example.com", "SecurityToken": bot["SecurityToken"],
            "CreatedTimestamp": "2020-09-13T12:26:40.000Z", "UpdatedTimestamp": "2020-09-13T12:26:40.000Z",
        })
    );
    let token = text(&bot["SecurityToken"]);
    assert_eq!(token.len(), 40);
    assert!(token.bytes().all(|byte| byte.is_ascii_alphanumeric() || byte == b'/' || byte == b'+'), "{token}");
}

#[test]
fn bot_1_bots_are_for_enterprise_accounts() {
    // ACC-8, ACC-9.
    let service = Service::new();
    let team = service.team("Acme");
    let input = json!({ "AccountId": team, "DisplayName": "myBot" });
    assert_eq!(service.refused(CreateBot, &input), "Forbidden");
    assert_eq!(service.refused(ListBots, &json!({ "AccountId": team })), "Forbidden");
    service.switch(&json!({ "Lenient": true }));
    service.call(CreateBot, &input);
}

#[test]
fn bot_3_every_operation_gives_the_token_in_full() {
    let (service, account) = account();
    let bot = create(&service, &account, "myBot");
    assert_eq!(service.call(GetBot, &of(&account, &bot))["Bot"], bot);
    assert_eq!(service.call(UpdateBot, &of(&account, &bot))["Bot"], bot);
    assert_eq!(service.call(ListBots, &json!({ "AccountId": account }))["Bots"], json!([bot]));
}

#[test]
fn bot_4_an_account_has_ten_bots_unless_the_quota_is_set() {
    let (service, account) = account();
    for count in 0..10 {
        create(&service, &account, &format!("bot{count}"));
    }
    let eleventh = json!({ "AccountId": account, "DisplayName": "bot10" });
    assert_eq!(service.refused(CreateBot, &eleventh), "ResourceLimitExceeded");
    service.switch(&json!({ "Quotas": { "BotsPerAccount": 11 } }));
    service.call(CreateBot, &eleventh);
}

#[test]
fn bot_5_the_domain_is_a_claimed_one() {
    let service = Service::new();
    let account = service.enterprise("EnterpriseLWA", &["example.org", "example.net"]);
    let bot = |name: &str, domain: Value| json!({ "AccountId": account, "DisplayName": name, "Domain": domain });
    let email = |input: &Value| text(&service.call(CreateBot, input)["Bot"]["BotEmail"]);
    assert_eq!(email(&bot("a", Value::Null)), "a-chimebot@example.org");
    assert_eq!(email(&bot("b", json!("example.net"))), "b-chimebot@example.net");
    assert_eq!(service.refused(CreateBot, &bot("c", json!("example.com"))), "BadRequest");
}

#[test]
fn bot_5_without_claimed_domains_every_domain_will_do() {
    let (service, account) = account();
    assert_eq!(create(&service, &account, "a")["BotEmail"], "a-chimebot@example.com");
    let input = json!({ "AccountId": account, "DisplayName": "b", "Domain": "example.net" });
    assert_eq!(service.call(CreateBot, &input)["Bot"]["BotEmail"], "b-chimebot@example.net");
}

#[test]
fn bot_6_names_are_unique_and_have_1_to_55_characters() {
    let (service, account) = account();
    create(&service, &account, "myBot");
    for name in ["myBot", "MYBOT", "my Bot", "", "   ", &"x".repeat(56)] {
        let input = json!({ "AccountId": account, "DisplayName": name });
        assert_eq!(service.refused(CreateBot, &input), "BadRequest", "{name:?}");
    }
    create(&service, &account, &"x".repeat(55));
    // In another account the address is another bot's.
    create(&service, &service.enterprise("EnterpriseOIDC", &[]), "myBot");
}

#[test]
fn bot_8_a_page_has_ten_bots_unless_asked_otherwise() {
    // G-41, G-42, G-43.
    let (service, account) = account();
    service.switch(&json!({ "Quotas": { "BotsPerAccount": 100 } }));
    for count in 0..12 {
        service.advance("1s");
        create(&service, &account, &format!("bot{count}"));
    }
    let first = service.call(ListBots, &json!({ "AccountId": account }));
    let expected: Vec<_> = (0..10).map(|count| format!("bot{count} (Bot)")).collect();
    assert_eq!(column(&list(&first["Bots"]), "DisplayName"), expected);
    let second = service.call(ListBots, &json!({ "AccountId": account, "NextToken": first["NextToken"] }));
    assert_eq!(column(&list(&second["Bots"]), "DisplayName"), ["bot10 (Bot)", "bot11 (Bot)"]);
    assert_eq!(second["NextToken"], Value::Null);
    let all = service.call(ListBots, &json!({ "AccountId": account, "MaxResults": 99 }));
    assert_eq!(list(&all["Bots"]).len(), 12);
    assert_eq!(service.refused(ListBots, &json!({ "AccountId": account, "MaxResults": 100 })), "BadRequest");
}

#[test]
fn bot_8_an_absent_bot_is_not_found() {
    // ACC-7.
    let (service, account) = account();
    let bot = create(&service, &account, "myBot");
    let other = service.enterprise("EnterpriseOIDC", &[]);
    for operation in [GetBot, UpdateBot, RegenerateSecurityToken, GetEventsConfiguration] {
        let nobody = json!({ "AccountId": account, "BotId": NOBODY });
        assert_eq!(service.refused(operation, &nobody), "NotFound", "{operation}");
        assert_eq!(service.refused(operation, &of(&other, &bot)), "NotFound", "{operation}");
    }
}

#[test]
fn bot_9_a_new_token_does_not_count_as_an_update() {
    let (service, account) = account();
    let bot = create(&service, &account, "myBot");
    service.advance("6m");
    let mut renewed = service.call(RegenerateSecurityToken, &of(&account, &bot))["Bot"].clone();
    assert_ne!(renewed["SecurityToken"], bot["SecurityToken"]);
    assert_eq!(service.call(GetBot, &of(&account, &bot))["Bot"], renewed);
    renewed["SecurityToken"] = bot["SecurityToken"].clone();
    assert_eq!(renewed, bot, "UpdatedTimestamp stays");
}

#[test]
fn bot_10_a_bot_is_stopped_and_started() {
    let (service, account) = account();
    let bot = create(&service, &account, "myBot");
    service.advance("1m");
    let stop = |disabled: Option<bool>| {
        let input = json!({ "AccountId": account, "BotId": bot["BotId"], "Disabled": disabled });
        service.call(UpdateBot, &input)["Bot"].clone()
    };
    let stopped = stop(Some(true));
    assert_eq!(
        (&stopped["Disabled"], &stopped["UpdatedTimestamp"]),
        (&json!(true), &json!("2020-09-13T12:27:40.000Z"))
    );
    service.advance("1m");
    assert_eq!(stop(None), stopped);
    assert_eq!(stop(Some(false))["Disabled"], false);
}

#[test]
fn bot_20_an_events_configuration_has_one_target() {
    let (service, account) = account();
    let bot = of(&account, &create(&service, &account, "myBot"));
    let (endpoint, lambda) = ("OutboundEventsHTTPSEndpoint", "LambdaFunctionArn");
    let both =
        with(with(bot.clone(), endpoint, "https://example.com"), lambda, "arn:aws:lambda:us-east-1:1:function:f");
    let http = with(bot.clone(), endpoint, "http://example.com");
    for input in [&bot, &both, &http, &with(bot.clone(), endpoint, "https://")] {
        assert_eq!(service.refused(PutEventsConfiguration, input), "BadRequest", "{input}");
    }
}

#[test]
fn bot_21_bot_22_an_events_configuration_is_created_and_replaced() {
    // The target is not probed: nothing listens there.
    let (service, account) = account();
    let bot = of(&account, &create(&service, &account, "myBot"));
    assert_eq!(service.refused(GetEventsConfiguration, &bot), "NotFound");
    let put =
        service.call(PutEventsConfiguration, &with(bot.clone(), "OutboundEventsHTTPSEndpoint", "https://example.com"));
    let expected = json!({ "EventsConfiguration": {
        "BotId": bot["BotId"], "OutboundEventsHTTPSEndpoint": "https://example.com", "LambdaFunctionArn": null,
    } });
    assert_eq!(put, expected);
    assert_eq!(service.call(GetEventsConfiguration, &bot), expected);
    service
        .call(PutEventsConfiguration, &with(bot.clone(), "LambdaFunctionArn", "arn:aws:lambda:us-east-1:1:function:f"));
    let configuration = service.call(GetEventsConfiguration, &bot)["EventsConfiguration"].clone();
    assert_eq!(configuration["OutboundEventsHTTPSEndpoint"], Value::Null);
    assert_eq!(configuration["LambdaFunctionArn"], "arn:aws:lambda:us-east-1:1:function:f");
}

#[test]
fn bot_23_deleting_an_events_configuration_can_be_repeated() {
    let (service, account) = account();
    let bot = of(&account, &create(&service, &account, "myBot"));
    service.call(DeleteEventsConfiguration, &bot);
    service.call(PutEventsConfiguration, &with(bot.clone(), "OutboundEventsHTTPSEndpoint", "https://example.com"));
    service.call(DeleteEventsConfiguration, &bot);
    service.call(DeleteEventsConfiguration, &bot);
    assert_eq!(service.refused(GetEventsConfiguration, &bot), "NotFound");
    // G-15: NotFound is not declared.
    let nobody = json!({ "AccountId": account, "BotId": NOBODY });
    assert_eq!(service.refused(DeleteEventsConfiguration, &nobody), "Forbidden");
}
