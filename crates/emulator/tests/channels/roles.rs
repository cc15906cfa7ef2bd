//! Who may do what: CH-3, CH-10 to CH-13. Each cell of CH-12's table is tried on a channel of its own.

use chime_model::Operation::BatchCreateChannelMembership;
use chime_model::Operation::{
    self, CreateChannelBan, CreateChannelMembership, CreateChannelModerator, DeleteChannel, DeleteChannelBan,
    DeleteChannelMembership, DeleteChannelMessage, DeleteChannelModerator, DescribeChannel, DescribeChannelBan,
    DescribeChannelMembership, DescribeChannelModerator, GetChannelMessage, ListChannelBans, ListChannelMemberships,
    ListChannelMessages, ListChannelModerators, ListChannels, RedactChannelMessage, SendChannelMessage, UpdateChannel,
    UpdateChannelMessage, UpdateChannelReadMarker,
};
use serde_json::{Value, json};

use crate::messaging::App;

/// Administrator, moderator, member, other user of the app instance.
const PEOPLE: [&str; 4] = ["ada", "mo", "meg", "nat"];

/// A channel with a member, a moderator who need not be one, a banned user, and a message of Mo's and of Meg's.
struct Scene {
    app: App,
    channel: String,
    of_mo: String,
    of_meg: String,
}

impl Scene {
    fn new(mode: &str, privacy: &str) -> Self {
        let app = App::with_people();
        app.add_user("new");
        app.add_user("bad");
        let channel = app.channel(mode, privacy);
        app.join(&channel, "meg", "DEFAULT");
        app.ban(&channel, "bad");
        let (of_mo, of_meg) = (app.send(&channel, "mo", "I moderate"), app.send(&channel, "meg", "I do not"));
        Self { app, channel, of_mo, of_meg }
    }

    /// An input that has every member that any of the operations asks for.
    fn input(&self, bearer: &str, subject: &str, message: &str) -> Value {
        let mut input = self.app.words(&self.channel, bearer, "Hello");
        input["AppInstanceArn"] = self.app.arn.clone().into();
        input["MemberArn"] = self.app.user(subject).into();
        input["MemberArns"] = json!([self.app.user(subject)]);
        input["ChannelModeratorArn"] = self.app.user(subject).into();
        input["MessageId"] = message.into();
        input["Name"] = "New".into();
        input["Mode"] = "RESTRICTED".into();
        input
    }
}

/// Tries an operation as each of the four, each on a scene of its own, and tells who may.
fn may(operation: Operation, (mode, privacy): (&str, &str), about: impl Fn(&Scene, &str) -> Value) -> [bool; 4] {
    PEOPLE.map(|bearer| {
        let scene = Scene::new(mode, privacy);
        let input = about(&scene, bearer);
        match scene.app.service.answer(operation, &input).1 {
            Ok(_) => true,
            Err(error) => {
                assert_eq!(error.exception, "ForbiddenException", "{operation} as {bearer}: {}", error.message);
                false
            }
        }
    })
}

const PUBLIC: (&str, &str) = ("RESTRICTED", "PUBLIC");
const PRIVATE: (&str, &str) = ("RESTRICTED", "PRIVATE");
const EVERYBODY: [bool; 4] = [true, true, true, true];
const MEMBERS: [bool; 4] = [true, true, true, false];
const MANAGERS: [bool; 4] = [true, true, false, false];
const ADMINISTRATORS: [bool; 4] = [true, false, false, false];
const NOBODY: [bool; 4] = [false, false, false, false];

#[test]
fn ch_10_every_call_names_a_user_of_the_app_instance() {
    let scene = Scene::new("RESTRICTED", "PUBLIC");
    let elsewhere = scene.app.arn.replace("app-instance/", "app-instance/0");
    for operation in Operation::ALL {
        let asks = operation.spec().input.is_some_and(|input| input.shape().member("ChimeBearer").is_some());
        if !asks {
            continue;
        }
        let mut input = scene.input("ada", "meg", &scene.of_meg);
        input["AppInstanceUserArn"] = scene.app.user("meg").into();
        input["Type"] = if operation == SendChannelMessage { "STANDARD" } else { "DEFAULT" }.into();
        for stranger in [scene.app.user("nobody"), format!("{elsewhere}/user/ada"), scene.app.arn.clone()] {
            input["ChimeBearer"] = stranger.into();
            scene.app.forbidden(operation, &input);
        }
        input.as_object_mut().expect("an object").remove("ChimeBearer");
        assert_eq!(scene.app.service.refused(operation, &input), "BadRequest", "{operation}");
    }
}

#[test]
fn ch_12_channels() {
    let plain = |scene: &Scene, bearer: &str| scene.input(bearer, "meg", &scene.of_meg);
    for operation in [UpdateChannel, DeleteChannel] {
        assert_eq!(may(operation, PUBLIC, plain), MANAGERS, "{operation}");
    }
    // CH-13: members see the private channel that they are in.
    assert_eq!(may(DescribeChannel, PUBLIC, plain), EVERYBODY);
    assert_eq!(may(DescribeChannel, PRIVATE, plain), MEMBERS);
    assert_eq!(may(ListChannels, PUBLIC, plain), EVERYBODY);
    let private = |scene: &Scene, bearer: &str| json!({ "AppInstanceArn": scene.app.arn, "Privacy": "PRIVATE", "ChimeBearer": scene.app.user(bearer) });
    assert_eq!(may(ListChannels, PRIVATE, private), ADMINISTRATORS);
}

#[test]
fn ch_3_ch_12_adding_members() {
    let others = |scene: &Scene, bearer: &str| {
        let mut input = scene.input(bearer, "new", "");
        input["Type"] = "DEFAULT".into();
        input
    };
    let oneself = |scene: &Scene, bearer: &str| {
        let mut input = scene.input(bearer, if bearer == "nat" { "nat" } else { "new" }, "");
        input["Type"] = "DEFAULT".into();
        input
    };
    for operation in [CreateChannelMembership, BatchCreateChannelMembership] {
        assert_eq!(may(operation, PUBLIC, others), MANAGERS, "{operation}");
        assert_eq!(may(operation, ("UNRESTRICTED", "PRIVATE"), others), MEMBERS, "{operation}");
        assert_eq!(may(operation, ("UNRESTRICTED", "PUBLIC"), others), MEMBERS, "{operation}");
        assert_eq!(may(operation, PUBLIC, oneself), MANAGERS, "{operation}");
        assert_eq!(may(operation, ("UNRESTRICTED", "PRIVATE"), oneself), MEMBERS, "{operation}");
        assert_eq!(may(operation, ("UNRESTRICTED", "PUBLIC"), oneself), EVERYBODY, "{operation}");
        // CM-2: hidden members are a matter of moderators.
        let hidden = |scene: &Scene, bearer: &str| {
            let mut input = others(scene, bearer);
            input["Type"] = "HIDDEN".into();
            input
        };
        assert_eq!(may(operation, ("UNRESTRICTED", "PUBLIC"), hidden), MANAGERS, "{operation}");
    }
}

#[test]
fn ch_12_reading_and_removing_members() {
    let plain = |scene: &Scene, bearer: &str| {
        let (channel, arn) = (&scene.channel, scene.app.user("meg"));
        json!({ "ChannelArn": channel, "MemberArn": arn, "ChimeBearer": scene.app.user(bearer) })
    };
    for operation in [DescribeChannelMembership, ListChannelMemberships] {
        assert_eq!(may(operation, PUBLIC, plain), EVERYBODY, "{operation}");
        assert_eq!(may(operation, PRIVATE, plain), MEMBERS, "{operation}");
    }
    let mo = |scene: &Scene, bearer: &str| scene.input(bearer, "mo", "");
    assert_eq!(may(DeleteChannelMembership, PUBLIC, mo), MANAGERS);
    let own = |scene: &Scene, bearer: &str| scene.input(bearer, bearer, "");
    assert_eq!(may(DeleteChannelMembership, PUBLIC, own), MEMBERS);
}

#[test]
fn ch_12_messages() {
    let meg = |scene: &Scene, bearer: &str| scene.input(bearer, "meg", &scene.of_meg);
    let mo = |scene: &Scene, bearer: &str| scene.input(bearer, "meg", &scene.of_mo);
    let list = |scene: &Scene, bearer: &str| scene.app.of(&scene.channel, bearer);
    // Ada administers, and is no member.
    let only_members = [false, true, true, false];
    assert_eq!(may(SendChannelMessage, PUBLIC, meg), only_members);
    assert_eq!(may(UpdateChannelReadMarker, PUBLIC, meg), only_members);
    assert_eq!(may(GetChannelMessage, PUBLIC, meg), EVERYBODY);
    assert_eq!(may(GetChannelMessage, PRIVATE, meg), MEMBERS);
    assert_eq!(may(ListChannelMessages, PUBLIC, list), EVERYBODY);
    assert_eq!(may(ListChannelMessages, PRIVATE, list), MEMBERS);
    assert_eq!(may(UpdateChannelMessage, PUBLIC, meg), [false, false, true, false]);
    assert_eq!(may(UpdateChannelMessage, PUBLIC, mo), [false, true, false, false]);
    assert_eq!(may(RedactChannelMessage, PUBLIC, meg), MEMBERS);
    assert_eq!(may(RedactChannelMessage, PUBLIC, mo), MANAGERS);
    assert_eq!(may(DeleteChannelMessage, PUBLIC, meg), ADMINISTRATORS);
}

#[test]
fn ch_12_moderators_and_bans() {
    let new = |scene: &Scene, bearer: &str| scene.input(bearer, "new", "");
    let mo = |scene: &Scene, bearer: &str| scene.input(bearer, "mo", "");
    let bad = |scene: &Scene, bearer: &str| scene.input(bearer, "bad", "");
    let list = |scene: &Scene, bearer: &str| scene.app.of(&scene.channel, bearer);
    for operation in [CreateChannelModerator, CreateChannelBan] {
        assert_eq!(may(operation, PUBLIC, new), MANAGERS, "{operation}");
    }
    for operation in [DescribeChannelModerator, DeleteChannelModerator] {
        assert_eq!(may(operation, PUBLIC, mo), MANAGERS, "{operation}");
    }
    for operation in [DescribeChannelBan, DeleteChannelBan] {
        assert_eq!(may(operation, PUBLIC, bad), MANAGERS, "{operation}");
    }
    for operation in [ListChannelModerators, ListChannelBans] {
        assert_eq!(may(operation, PUBLIC, list), MANAGERS, "{operation}");
    }
}

#[test]
fn ch_11_what_one_was_does_not_count() {
    let left = |scene: &Scene, bearer: &str| {
        scene.app.service.call(DeleteChannelMembership, &scene.app.at(&scene.channel, "meg", "meg"));
        scene.input(if bearer == "meg" { "meg" } else { "nat" }, "meg", &scene.of_meg)
    };
    for operation in [UpdateChannelMessage, RedactChannelMessage, SendChannelMessage] {
        assert_eq!(may(operation, PUBLIC, left), NOBODY, "{operation}");
    }
}
