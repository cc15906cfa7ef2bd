//! Telephony beside the accounts: connectors in every state, a group, proxy sessions, SIP media applications and their rules.

use chime_model::Operation;
use serde_json::{Value, json};

use super::cast::local_numbers;
use super::stage::Stage;
use crate::failure::Failure;

pub fn play(stage: &Stage<'_>) -> Result<(), Failure> {
    let headquarters = headquarters(stage)?;
    let standby = standby(stage)?;
    failover(stage, &headquarters, &standby)?;
    half_configured(stage)?;
    deliveries(stage)?;
    order_line(stage, &headquarters)
}

/// A connector with everything that can be set.
fn headquarters(stage: &Stage<'_>) -> Result<Value, Failure> {
    stage.days_ago(42, 0)?;
    let connector = connector(stage, "Seattle headquarters", "us-west-2", true)?;
    let routes = json!([
        { "Host": "sbc1.cascadia.example.com", "Port": 5061, "Priority": 1, "Weight": 70 },
        { "Host": "sbc2.cascadia.example.com", "Port": 5061, "Priority": 1, "Weight": 30 },
        { "Host": "203.0.113.40", "Priority": 2 },
    ]);
    let termination = json!({
        "CallingRegions": ["US", "CA", "GB"], "CidrAllowedList": ["203.0.113.32/28", "198.51.100.7/32"],
        "CpsLimit": 5, "DefaultPhoneNumber": "+12065550120",
    });
    let credentials = json!([
        { "Username": "sbc1", "Password": "correct-horse" },
        { "Username": "sbc2", "Password": "battery-staple" },
    ]);
    let targets = ["EventBridge", "SQS"].map(|target| json!({ "NotificationTarget": target }));
    let streaming = json!({ "DataRetentionInHours": 72, "StreamingNotificationTargets": targets });
    let emergency =
        json!([{ "EmergencyPhoneNumber": "+12065550122", "TestPhoneNumber": "+12065550123", "CallingCountry": "US" }]);
    let logging = json!({ "EnableSIPLogs": true, "EnableMediaMetricLogs": true });
    for (operation, member, value) in [
        (Operation::PutVoiceConnectorOrigination, "Origination", json!({ "Routes": routes })),
        (Operation::PutVoiceConnectorTermination, "Termination", termination),
        (Operation::PutVoiceConnectorTerminationCredentials, "Credentials", credentials),
        (Operation::PutVoiceConnectorLoggingConfiguration, "LoggingConfiguration", logging),
        (Operation::PutVoiceConnectorStreamingConfiguration, "StreamingConfiguration", streaming),
        (
            Operation::PutVoiceConnectorEmergencyCallingConfiguration,
            "EmergencyCallingConfiguration",
            json!({ "DNIS": emergency }),
        ),
    ] {
        put(stage, operation, &connector, member, &value)?;
    }
    stage.days_ago(9, 30)?;
    let numbers = json!(local_numbers(20, 2));
    put(stage, Operation::AssociatePhoneNumbersWithVoiceConnector, &connector, "E164PhoneNumbers", &numbers)?;
    stage.days_ago(0, -3)?;
    stage.hook(&format!("voice-connectors/{}/ping", id(&connector)), &json!({ "Source": "203.0.113.40" }))?;
    Ok(connector)
}

/// A connector for calls in both directions, and nothing else.
fn standby(stage: &Stage<'_>) -> Result<Value, Failure> {
    stage.days_ago(41, 0)?;
    let connector = connector(stage, "Virginia standby", "us-east-1", true)?;
    let origination = json!({ "Routes": [{ "Host": "sbc-east.cascadia.example.com" }] });
    put(stage, Operation::PutVoiceConnectorOrigination, &connector, "Origination", &origination)?;
    let termination = json!({ "CallingRegions": ["US"], "CidrAllowedList": ["198.51.100.64/27"] });
    put(stage, Operation::PutVoiceConnectorTermination, &connector, "Termination", &termination)?;
    Ok(connector)
}

/// The group of the two, which answers the toll-free number.
fn failover(stage: &Stage<'_>, headquarters: &Value, standby: &Value) -> Result<(), Failure> {
    stage.days_ago(40, 0)?;
    let items = json!([
        { "VoiceConnectorId": headquarters["VoiceConnectorId"], "Priority": 1 },
        { "VoiceConnectorId": standby["VoiceConnectorId"], "Priority": 2 },
    ]);
    let input = json!({ "Name": "Customer care", "VoiceConnectorItems": items });
    let made = stage.call(Operation::CreateVoiceConnectorGroup, input)?;
    stage.days_ago(9, 40)?;
    let numbers = json!({
        "VoiceConnectorGroupId": made["VoiceConnectorGroup"]["VoiceConnectorGroupId"],
        "E164PhoneNumbers": ["+18005550100"],
    });
    stage.call(Operation::AssociatePhoneNumbersWithVoiceConnectorGroup, numbers).map(drop)
}

/// One that is switched off for a move, and one that nobody has set up.
fn half_configured(stage: &Stage<'_>) -> Result<(), Failure> {
    stage.days_ago(30, 0)?;
    let warehouse = connector(stage, "Warehouse PBX", "us-east-1", false)?;
    let origination = json!({ "Routes": [{ "Host": "192.0.2.15" }], "Disabled": true });
    put(stage, Operation::PutVoiceConnectorOrigination, &warehouse, "Origination", &origination)?;
    stage.days_ago(1, 20)?;
    connector(stage, "Portland store", "us-west-2", false).map(drop)
}

/// Couriers and customers who do not see each other's numbers: sessions in every state.
fn deliveries(stage: &Stage<'_>) -> Result<(), Failure> {
    stage.days_ago(25, 0)?;
    let connector = connector(stage, "Delivery hotline", "us-east-1", false)?;
    let proxy = json!({
        "VoiceConnectorId": connector["VoiceConnectorId"], "DefaultSessionExpiryMinutes": 60,
        "PhoneNumberPoolCountries": ["US", "CA"], "FallBackPhoneNumber": "+12065550150",
    });
    stage.call(Operation::PutVoiceConnectorProxy, proxy)?;
    let session = |order: i64, changes: Value| {
        let courier = format!("+1503555{:04}", 100 + order % 4);
        let customer = format!("+1425555{:04}", 120 + order);
        let mut input = json!({
            "VoiceConnectorId": connector["VoiceConnectorId"], "ParticipantPhoneNumbers": [courier, customer],
            "Capabilities": ["SMS", "Voice"], "Name": format!("Order {}", 4100 + order),
        });
        for (member, value) in changes.as_object().into_iter().flatten() {
            input[member] = value.clone();
        }
        stage.call(Operation::CreateProxySession, input)
    };
    for order in 0..12 {
        stage.days_ago(20 - order, order * 23)?;
        session(order, json!({ "GeoMatchLevel": "AreaCode" }))?;
    }
    stage.days_ago(2, 15)?;
    let cancelled = session(12, json!({ "NumberSelectionBehavior": "AvoidSticky" }))?["ProxySession"].clone();
    stage.days_ago(2, 20)?;
    let which = json!({
        "VoiceConnectorId": cancelled["VoiceConnectorId"], "ProxySessionId": cancelled["ProxySessionId"],
    });
    stage.call(Operation::DeleteProxySession, which)?;
    stage.days_ago(0, -25)?;
    for order in 13..16 {
        session(order, json!({ "ExpiryMinutes": 10_080, "NumberSelectionBehavior": "PreferSticky" }))?;
    }
    let talking = session(16, json!({ "Capabilities": ["Voice"] }))?["ProxySession"].clone();
    let (connector, session) = (id(&connector), talking["ProxySessionId"].as_str().unwrap_or_default());
    stage.days_ago(0, -2)?;
    stage.hook(&format!("voice-connectors/{connector}/proxy-sessions/{session}/start"), &Value::Null).map(drop)
}

/// A menu in two Regions behind a number and a host, a rule that is off, and a call.
fn order_line(stage: &Stage<'_>, headquarters: &Value) -> Result<(), Failure> {
    stage.days_ago(10, 10)?;
    stage.stock(&local_numbers(24, 3), "SipMediaApplicationDialIn")?;
    stage.days_ago(8, 0)?;
    let (east, west) =
        (application(stage, "Order status", "us-east-1")?, application(stage, "Order status", "us-west-2")?);
    let reminder = application(stage, "Pick-up reminder", "us-east-1")?;
    let logging = json!({ "EnableSipMediaApplicationMessageLogs": true });
    let logging = json!({ "SipMediaApplicationId": east, "SipMediaApplicationLoggingConfiguration": logging });
    stage.call(Operation::PutSipMediaApplicationLoggingConfiguration, logging)?;
    let target = |application: &Value, priority| json!({ "SipMediaApplicationId": application, "Priority": priority });
    let numbers = local_numbers(24, 3);
    for (name, kind, value, targets, disabled) in [
        ("Order line", "ToPhoneNumber", &json!(numbers[0]), json!([target(&east, 1), target(&west, 2)]), false),
        ("Spring campaign", "ToPhoneNumber", &json!(numbers[1]), json!([target(&reminder, 1)]), true),
        ("From the office", "RequestUriHostname", &headquarters["OutboundHostName"], json!([target(&west, 1)]), false),
    ] {
        let rule = json!({
            "Name": name, "TriggerType": kind, "TriggerValue": value, "TargetApplications": targets,
            "Disabled": disabled,
        });
        stage.call(Operation::CreateSipRule, rule)?;
    }
    stage.days_ago(0, -4)?;
    let call = json!({
        "SipMediaApplicationId": reminder, "FromPhoneNumber": numbers[2], "ToPhoneNumber": "+14255550121",
    });
    stage.call(Operation::CreateSipMediaApplicationCall, call).map(drop)
}

fn connector(stage: &Stage<'_>, name: &str, region: &str, encrypted: bool) -> Result<Value, Failure> {
    let input = json!({ "Name": name, "AwsRegion": region, "RequireEncryption": encrypted });
    Ok(stage.call(Operation::CreateVoiceConnector, input)?["VoiceConnector"].clone())
}

fn put(stage: &Stage<'_>, operation: Operation, connector: &Value, member: &str, value: &Value) -> Result<(), Failure> {
    stage.call(operation, json!({ "VoiceConnectorId": connector["VoiceConnectorId"], member: value })).map(drop)
}

fn application(stage: &Stage<'_>, name: &str, region: &str) -> Result<Value, Failure> {
    let function = format!("arn:aws:lambda:{region}:111122223333:function:{}", name.to_lowercase().replace(' ', "-"));
    let input = json!({ "Name": name, "AwsRegion": region, "Endpoints": [{ "LambdaArn": function }] });
    Ok(stage.call(Operation::CreateSipMediaApplication, input)?["SipMediaApplication"]["SipMediaApplicationId"].clone())
}

fn id(connector: &Value) -> &str {
    connector["VoiceConnectorId"].as_str().unwrap_or_default()
}
