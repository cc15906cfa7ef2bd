//! Users of app instances: APP-2, APP-4, APP-15 to APP-17.

use chime_model::Operation::{
    CreateAppInstanceUser, DeleteAppInstanceUser, DescribeAppInstanceAdmin, DescribeAppInstanceUser, DescribeChannel,
    ListAppInstanceUsers, ListChannelBans, ListChannelMemberships, ListChannelModerators, ListTagsForResource,
    UpdateAppInstanceUser,
};
use serde_json::{Value, json};

use crate::harness::{column, list, text};
use crate::messaging::App;

fn wanted(app: &App, id: &str, token: &str) -> Value {
    json!({ "AppInstanceArn": app.arn, "AppInstanceUserId": id, "Name": "Ada", "ClientRequestToken": token })
}

fn rename(app: &App, id: &str, name: &str) {
    let input = json!({ "AppInstanceUserArn": app.user(id), "Name": name });
    app.service.call(UpdateAppInstanceUser, &input);
}

fn delete(app: &App, id: &str) {
    app.service.call(DeleteAppInstanceUser, &json!({ "AppInstanceUserArn": app.user(id) }));
}

#[test]
fn app_2_the_id_is_the_callers_choice() {
    let app = App::new();
    for id in ["ada", "ada@example.com", "a:b-c_d.e", "7"] {
        assert_eq!(app.add_user(id), app.user(id));
        let read = app.service.call(DescribeAppInstanceUser, &json!({ "AppInstanceUserArn": app.user(id) }));
        assert_eq!(read["AppInstanceUser"]["AppInstanceUserArn"], app.user(id));
        assert_eq!(read["AppInstanceUser"]["CreatedTimestamp"], 1.6e9);
    }
    for id in ["", "-ada", "ada/bob", &"a".repeat(65)] {
        assert_eq!(app.service.refused(CreateAppInstanceUser, &wanted(&app, id, "other")), "BadRequest", "{id}");
    }
    let nobody = json!({ "AppInstanceUserArn": app.user("nobody") });
    for operation in [DescribeAppInstanceUser, DeleteAppInstanceUser] {
        app.forbidden(operation, &nobody);
    }
}

#[test]
fn app_4_a_new_name_is_seen_everywhere() {
    let app = App::with_people();
    let channel = app.channel("RESTRICTED", "PUBLIC");
    app.send(&channel, "mo", "Hello");
    rename(&app, "mo", "Mona");
    assert_eq!(app.messages(&channel)[0]["Sender"], json!({ "Arn": app.user("mo"), "Name": "Mona" }));
    let members = app.service.call(ListChannelMemberships, &app.of(&channel, "mo"));
    assert_eq!(members["ChannelMemberships"][0]["Member"]["Name"], "Mona");
    let read = app.service.call(DescribeChannel, &app.of(&channel, "mo"));
    assert_eq!(read["Channel"]["CreatedBy"]["Name"], "Mona");
}

#[test]
fn app_15_an_id_is_taken_once() {
    // G-51.
    let app = App::new();
    let first = app.service.call(CreateAppInstanceUser, &wanted(&app, "ada", "once"));
    assert_eq!(app.service.call(CreateAppInstanceUser, &wanted(&app, "ada", "once")), first);
    assert_eq!(app.service.refused(CreateAppInstanceUser, &wanted(&app, "ada", "twice")), "Conflict");
    assert_eq!(app.service.refused(CreateAppInstanceUser, &wanted(&app, "bob", "once")), "Conflict");
    let mut elsewhere = wanted(&app, "ada", "once");
    elsewhere["AppInstanceArn"] = format!("{}0", app.arn).into();
    app.forbidden(CreateAppInstanceUser, &elsewhere);
    app.service.switch(&json!({ "Quotas": { "UsersPerAppInstance": 1 } }));
    assert_eq!(app.service.refused(CreateAppInstanceUser, &wanted(&app, "bob", "third")), "ResourceLimitExceeded");
}

#[test]
fn app_5_users_come_with_tags() {
    let app = App::new();
    let mut input = wanted(&app, "ada@example.com", "once");
    input["Tags"] = json!([{ "Key": "role", "Value": "guest" }]);
    let arn = app.service.call(CreateAppInstanceUser, &input)["AppInstanceUserArn"].clone();
    assert_eq!(app.service.call(ListTagsForResource, &json!({ "ResourceARN": arn }))["Tags"], input["Tags"]);
}

#[test]
fn app_16_a_name_is_needed_and_metadata_are_kept() {
    let app = App::new();
    let arn = app.add_user("ada");
    let path = format!("/app-instance-users/{}", arn.replace('/', "%2F"));
    assert_eq!(app.service.machine.ask("PUT", &path, &json!({ "Metadata": "notes" })).0, 400);
    let update = |input: &Value| {
        app.service.call(UpdateAppInstanceUser, input);
        let read = app.service.call(DescribeAppInstanceUser, &json!({ "AppInstanceUserArn": arn }));
        read["AppInstanceUser"].get("Metadata").cloned()
    };
    let with = |metadata: &str| json!({ "AppInstanceUserArn": arn, "Name": "Ada", "Metadata": metadata });
    assert_eq!(update(&with("notes")), Some(json!("notes")));
    assert_eq!(update(&json!({ "AppInstanceUserArn": arn, "Name": "Ada" })), Some(json!("notes")));
    assert_eq!(update(&with("")), None);
}

#[test]
fn app_17_a_deleted_user_leaves_everything_but_messages() {
    let app = App::with_people();
    let (open, other) = (app.channel("RESTRICTED", "PUBLIC"), app.channel("RESTRICTED", "PRIVATE"));
    app.join(&open, "meg", "DEFAULT");
    app.moderator(&open, "meg");
    app.ban(&other, "meg");
    app.promote("meg");
    app.send(&open, "meg", "Goodbye");
    rename(&app, "meg", "Megan");
    delete(&app, "meg");
    app.forbidden(DescribeAppInstanceUser, &json!({ "AppInstanceUserArn": app.user("meg") }));
    let of = |operation, channel: &str, member: &str| {
        list(&app.service.call(operation, &app.of(channel, "ada"))[member]).len()
    };
    assert_eq!(of(ListChannelMemberships, &open, "ChannelMemberships"), 1);
    assert_eq!(of(ListChannelModerators, &open, "ChannelModerators"), 1);
    assert_eq!(of(ListChannelBans, &other, "ChannelBans"), 0);
    let admin = json!({ "AppInstanceArn": app.arn, "AppInstanceAdminArn": app.user("meg") });
    app.forbidden(DescribeAppInstanceAdmin, &admin);
    let sender = json!({ "Arn": app.user("meg"), "Name": "Megan" });
    assert_eq!(app.messages(&open)[0]["Sender"], sender);

    // A later user of the same id is another one.
    app.add_user("meg");
    assert_eq!(app.messages(&open)[0]["Sender"], sender);
    app.forbidden(DescribeAppInstanceAdmin, &admin);
    assert_eq!(app.service.call(ListTagsForResource, &json!({ "ResourceARN": app.user("meg") }))["Tags"], json!([]));
    assert_eq!(of(ListChannelMemberships, &open, "ChannelMemberships"), 1);
}

#[test]
fn app_17_a_token_does_not_outlive_the_user() {
    // G-51.
    let app = App::new();
    app.service.call(CreateAppInstanceUser, &wanted(&app, "ada", "once"));
    delete(&app, "ada");
    app.service.call(CreateAppInstanceUser, &wanted(&app, "ada", "again"));
    assert_eq!(app.service.refused(CreateAppInstanceUser, &wanted(&app, "ada", "once")), "Conflict");
}

#[test]
fn users_are_listed_in_pages_of_at_most_50() {
    // G-40.
    let app = App::new();
    for index in 0..51 {
        app.add_user(&format!("user-{index:02}"));
    }
    let all = json!({ "AppInstanceArn": app.arn });
    let first = app.service.call(ListAppInstanceUsers, &all);
    assert_eq!((list(&first["AppInstanceUsers"]).len(), text(&first["AppInstanceArn"])), (50, app.arn.clone()));
    let next = json!({ "AppInstanceArn": app.arn, "NextToken": first["NextToken"] });
    let second = app.service.call(ListAppInstanceUsers, &next);
    assert_eq!(column(&list(&second["AppInstanceUsers"]), "Name"), ["user-50"]);
    assert_eq!(
        app.service.refused(ListAppInstanceUsers, &json!({ "AppInstanceArn": app.arn, "MaxResults": 51 })),
        "BadRequest"
    );
    app.forbidden(ListAppInstanceUsers, &json!({ "AppInstanceArn": format!("{}0", app.arn) }));
}
