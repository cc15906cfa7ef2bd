//! The administrators of an app instance.

use chime_model::Operation;
use leptos::prelude::*;
use serde_json::json;

use crate::pages::messaging::info::Help;
use crate::pages::messaging::roster::{Role, Roster};

/// What changes with an administrator.
pub const STALE: &[Operation] = &[Operation::ListAppInstanceAdmins, Operation::DescribeAppInstanceAdmin];

/// What becoming and ceasing to be one means.
pub const PROMOTE: &str =
    "Administrators see and change every channel of the app instance, and delete any message for good.";
/// The other way.
pub const DEMOTE: &str =
    "The user stays, with all channels and roles in them, and loses the rights over other channels.";

static HELP: Help = Help {
    title: "Administrators",
    text: &[
        "`CreateAppInstanceAdmin` promotes a user of this app instance; `DeleteAppInstanceAdmin` takes the role back \
         and keeps the user. `DescribeAppInstanceAdmin` tells since when.",
        "Only administrators list private channels of others, see the channels of another user, and delete messages. \
         Where the console acts as somebody, it begins with an administrator.",
    ],
    cli: "aws chime create-app-instance-admin \\\n  --app-instance-arn ARN \\\n  --app-instance-admin-arn USER",
};

static ROLE: Role = Role {
    id: "admins",
    title: "Administrators",
    operations: [
        Operation::ListAppInstanceAdmins,
        Operation::DescribeAppInstanceAdmin,
        Operation::CreateAppInstanceAdmin,
        Operation::DeleteAppInstanceAdmin,
    ],
    batch: None,
    identity: "Admin",
    answer: "AppInstanceAdmin",
    arn: "AppInstanceAdminArn",
    help: &HELP,
    add: ["Promote users", "Promote to administrator", PROMOTE, "The user is an administrator"],
    remove: ["Demote", "Demote administrators", DEMOTE, "The user is no administrator any more"],
    empty: ["No administrators", "Only an administrator sees private channels of others and deletes messages."],
    stale: STALE,
    undo: None,
};

/// The administrators of `instance`.
pub fn admins_tab(instance: &str) -> AnyView {
    Roster {
        role: &ROLE,
        instance: instance.to_owned(),
        base: json!({ "AppInstanceArn": instance }),
        narrow: Signal::stored(json!({})),
        extra: Signal::stored(json!({})),
        acting: None,
        refused: [Signal::default(), Signal::default()],
        filter: None,
        more: None,
    }
    .view()
}
