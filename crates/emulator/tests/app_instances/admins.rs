//! Administrators: APP-3, APP-13, APP-14.

use chime_model::Operation::{
    CreateAppInstance, CreateAppInstanceAdmin, DeleteAppInstanceAdmin, DescribeAppInstanceAdmin,
    DescribeAppInstanceUser, ListAppInstanceAdmins, UpdateChannel,
};
use serde_json::{Value, json};

use crate::harness::{list, text};
use crate::messaging::App;

fn role(app: &App, user: &str) -> Value {
    json!({ "AppInstanceArn": app.arn, "AppInstanceAdminArn": app.user(user) })
}

#[test]
fn app_3_an_administrator_manages_every_channel() {
    let app = App::with_people();
    let channel = app.channel("RESTRICTED", "PRIVATE");
    let mut update = app.of(&channel, "nat");
    update["Name"] = "New".into();
    update["Mode"] = "RESTRICTED".into();
    app.forbidden(UpdateChannel, &update);
    app.promote("nat");
    app.service.call(UpdateChannel, &update);
    app.service.call(DeleteAppInstanceAdmin, &role(&app, "nat"));
    app.forbidden(UpdateChannel, &update);
}

#[test]
fn app_13_only_a_user_of_the_app_instance_is_promoted_and_once() {
    let app = App::with_people();
    let answer = app.service.call(CreateAppInstanceAdmin, &role(&app, "mo"));
    let identity = json!({ "Arn": app.user("mo"), "Name": "mo" });
    assert_eq!(answer, json!({ "AppInstanceAdmin": identity, "AppInstanceArn": app.arn }));
    assert_eq!(app.service.refused(CreateAppInstanceAdmin, &role(&app, "mo")), "Conflict");
    assert_eq!(app.service.refused(CreateAppInstanceAdmin, &role(&app, "nobody")), "BadRequest");
    let other = json!({ "Name": "Other", "ClientRequestToken": "other" });
    let other = text(&app.service.call(CreateAppInstance, &other)["AppInstanceArn"]);
    let meg = json!({ "AppInstanceArn": other, "AppInstanceAdminArn": app.user("meg") });
    assert_eq!(app.service.refused(CreateAppInstanceAdmin, &meg), "BadRequest", "a user of another app instance");
    let mut elsewhere = role(&app, "meg");
    elsewhere["AppInstanceArn"] = format!("{}0", app.arn).into();
    app.forbidden(CreateAppInstanceAdmin, &elsewhere);
    app.service.switch(&json!({ "Quotas": { "AdminsPerAppInstance": 2 } }));
    assert_eq!(app.service.refused(CreateAppInstanceAdmin, &role(&app, "meg")), "ResourceLimitExceeded");

    let read = app.service.call(DescribeAppInstanceAdmin, &role(&app, "mo"))["AppInstanceAdmin"].clone();
    assert_eq!(read, json!({ "Admin": identity, "AppInstanceArn": app.arn, "CreatedTimestamp": 1.6e9 }));
    app.forbidden(DescribeAppInstanceAdmin, &role(&app, "meg"));
    let listed = app.service.call(ListAppInstanceAdmins, &json!({ "AppInstanceArn": app.arn, "MaxResults": 1 }));
    let next = json!({ "AppInstanceArn": app.arn, "NextToken": listed["NextToken"] });
    let rest = app.service.call(ListAppInstanceAdmins, &next);
    assert_eq!((list(&listed["AppInstanceAdmins"]).len(), list(&rest["AppInstanceAdmins"]).len()), (1, 1));
}

#[test]
fn app_14_the_user_stays_and_also_the_last_administrator_goes() {
    let app = App::with_people();
    app.service.call(DeleteAppInstanceAdmin, &role(&app, "ada"));
    let listed = app.service.call(ListAppInstanceAdmins, &json!({ "AppInstanceArn": app.arn }));
    assert_eq!(listed["AppInstanceAdmins"], json!([]));
    app.service.call(DescribeAppInstanceUser, &json!({ "AppInstanceUserArn": app.user("ada") }));
    app.service.call(DeleteAppInstanceAdmin, &role(&app, "ada"));
    app.service.call(DeleteAppInstanceAdmin, &role(&app, "nobody"));
}
