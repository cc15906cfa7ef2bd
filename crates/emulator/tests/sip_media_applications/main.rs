//! SIP media applications, their calls, and SIP rules: SMA-1 to SMA-22, SR-1 to SR-12.

mod applications;
mod calls;
#[path = "../harness/mod.rs"]
mod harness;
mod rules;
#[path = "../support/mod.rs"]
mod support;
mod triggers;

use chime_model::Operation::{CreateSipMediaApplication, CreateSipRule, CreateVoiceConnector};
use harness::{Service, text};
use serde_json::{Value, json};

const SEATTLE: &str = "+12065550100";
const LONDON: &str = "+442012345600";

fn arn(region: &str) -> String {
    format!("arn:aws:lambda:{region}:111122223333:function:answer")
}

/// The input of CreateSipMediaApplication.
fn wanted(name: &str, region: &str) -> Value {
    json!({ "AwsRegion": region, "Name": name, "Endpoints": [{ "LambdaArn": arn(region) }] })
}

/// Makes an application; the id.
fn application(service: &Service, name: &str, region: &str) -> String {
    let made = service.call(CreateSipMediaApplication, &wanted(name, region));
    text(&made["SipMediaApplication"]["SipMediaApplicationId"])
}

fn of(application: &str) -> Value {
    json!({ "SipMediaApplicationId": application })
}

fn target(application: &str, priority: i64) -> Value {
    json!({ "SipMediaApplicationId": application, "Priority": priority })
}

/// The input of CreateSipRule for calls to a number.
fn rule_for(number: &str, targets: &[Value]) -> Value {
    json!({ "Name": "Rule", "TriggerType": "ToPhoneNumber", "TriggerValue": number, "TargetApplications": targets })
}

fn rule(service: &Service, number: &str, targets: &[Value]) -> Value {
    service.call(CreateSipRule, &rule_for(number, targets))["SipRule"].clone()
}

fn rule_id(rule: &Value) -> Value {
    json!({ "SipRuleId": rule["SipRuleId"] })
}

/// Makes a connector; its host.
fn host(service: &Service) -> String {
    let made = service.call(CreateVoiceConnector, &json!({ "Name": "Office", "RequireEncryption": false }));
    text(&made["VoiceConnector"]["OutboundHostName"])
}
