//! Members, moderators and bans of a channel.

use chime_model::Operation;
use leptos::prelude::*;
use serde_json::{Value, json};

use super::standing::Standing;
use crate::pages::messaging::bearer::Bearer;
use crate::pages::messaging::info::Help;
use crate::pages::messaging::roster::{Role, Roster};
use crate::table::UrlQuery;
use crate::ui::*;

static MEMBERS_HELP: Help = Help {
    title: "Members",
    text: &[
        "`ListChannelMemberships` gives the members of one type. `HIDDEN` members read unseen and cannot send; only \
         administrators and moderators list and add them.",
        "One user is added with `CreateChannelMembership`, several with `BatchCreateChannelMembership`: 100 a call, one \
         type for all, with an error for each who was not added. `DescribeChannelMembership` tells who invited whom.",
        "`DeleteChannelMembership` removes a member; removing oneself is leaving. A moderator who is removed stays \
         moderator.",
    ],
    cli: "aws chime batch-create-channel-membership \\\n  --channel-arn CHANNEL \\\n  --type DEFAULT \\\n  \
          --member-arns USER USER \\\n  --chime-bearer USER",
};

static MODERATORS_HELP: Help = Help {
    title: "Moderators",
    text: &[
        "Moderators add and remove members, name other moderators, ban, and redact messages. `CreateChannelModerator` \
         names one, who need not be a member; `DeleteChannelModerator` takes the role back.",
        "`DescribeChannelModerator` tells who named whom, and when.",
    ],
    cli: "aws chime create-channel-moderator \\\n  --channel-arn CHANNEL \\\n  --channel-moderator-arn USER \\\n  \
          --chime-bearer USER",
};

static BANS_HELP: Help = Help {
    title: "Bans",
    text: &[
        "`CreateChannelBan` throws a member out and keeps the user out, for good. Administrators and moderators of the \
         channel cannot be banned.",
        "`DeleteChannelBan` lifts a ban and gives no membership back: that takes `CreateChannelMembership`.",
    ],
    cli: "aws chime create-channel-ban \\\n  --channel-arn CHANNEL \\\n  --member-arn USER \\\n  --chime-bearer USER",
};

static MEMBERS: Role = Role {
    id: "members",
    title: "Members",
    operations: [
        Operation::ListChannelMemberships,
        Operation::DescribeChannelMembership,
        Operation::CreateChannelMembership,
        Operation::DeleteChannelMembership,
    ],
    batch: Some(Operation::BatchCreateChannelMembership),
    identity: "Member",
    answer: "ChannelMembership",
    arn: "MemberArn",
    help: &MEMBERS_HELP,
    add: ["Add members", "Add members", "They see the channel and what was said in it before.", "The user is a member"],
    remove: [
        "Remove",
        "Remove members",
        "They see the channel no longer, if it is private. Their messages stay. They can be added again.",
        "The member is removed",
    ],
    empty: ["No members of this type", "Members read and write. Hidden ones only read, and are not seen."],
    stale: &[
        Operation::ListChannelMemberships,
        Operation::DescribeChannelMembership,
        Operation::DescribeChannelMembershipForAppInstanceUser,
        Operation::ListChannelMembershipsForAppInstanceUser,
    ],
    undo: None,
};

static MODERATORS: Role = Role {
    id: "moderators",
    title: "Moderators",
    operations: [
        Operation::ListChannelModerators,
        Operation::DescribeChannelModerator,
        Operation::CreateChannelModerator,
        Operation::DeleteChannelModerator,
    ],
    batch: None,
    identity: "Moderator",
    answer: "ChannelModerator",
    arn: "ChannelModeratorArn",
    help: &MODERATORS_HELP,
    add: [
        "Add moderators",
        "Add moderators",
        "Moderators add and remove members, ban users and redact messages in this channel.",
        "The user is a moderator",
    ],
    remove: [
        "Remove",
        "Remove moderators",
        "They keep their membership and lose the rights of a moderator. The last one may go as well.",
        "The user is no moderator any more",
    ],
    empty: ["No moderators", "Without one, only administrators of the app instance keep order in the channel."],
    stale: &[
        Operation::ListChannelModerators,
        Operation::DescribeChannelModerator,
        Operation::DescribeChannelModeratedByAppInstanceUser,
        Operation::ListChannelsModeratedByAppInstanceUser,
    ],
    undo: None,
};

static BANS: Role = Role {
    id: "bans",
    title: "Banned users",
    operations: [
        Operation::ListChannelBans,
        Operation::DescribeChannelBan,
        Operation::CreateChannelBan,
        Operation::DeleteChannelBan,
    ],
    batch: None,
    identity: "Member",
    answer: "ChannelBan",
    arn: "MemberArn",
    help: &BANS_HELP,
    add: [
        "Ban users",
        "Ban users",
        "A ban also throws members out, and holds until it is lifted. Membership does not come back with it.",
        "The user is banned",
    ],
    remove: ["Lift ban", "Lifting bans", "Who was a member before must be added again.", "The ban is lifted"],
    empty: ["Nobody is banned", "A ban keeps a user out of this channel, also where it is public."],
    stale: &[
        Operation::ListChannelBans,
        Operation::DescribeChannelBan,
        Operation::ListChannelMemberships,
        Operation::ListChannelMembershipsForAppInstanceUser,
    ],
    undo: Some("Ban again"),
};

const HIDDEN: &str = "HIDDEN";

fn types() -> Vec<Choice> {
    vec![Choice::new("DEFAULT", "Default"), Choice::new(HIDDEN, "Hidden")]
}

/// A channel, and who looks at it.
#[derive(Clone)]
pub struct Here {
    /// The ARN of the app instance.
    pub instance: String,
    /// The channel as it is described.
    pub channel: Signal<Value>,
    /// The ARN of the channel.
    pub arn: String,
    /// The ARN of the bearer.
    pub acting: String,
    /// The bearer.
    pub bearer: Bearer,
    /// What the bearer is in the channel.
    pub standing: Standing,
}

impl Here {
    /// What every call about the channel says.
    pub fn base(&self) -> Value {
        json!({ "ChannelArn": self.arn, "ChimeBearer": self.acting })
    }

    /// Why what moderators do cannot be done (reactive).
    pub fn no_lead(&self) -> Signal<Option<String>> {
        let standing = self.standing;
        Signal::derive(move || standing.role().no_lead().map(str::to_owned))
    }

    fn roster(&self, role: &'static Role) -> Roster {
        Roster {
            role,
            instance: self.instance.clone(),
            base: self.base(),
            narrow: Signal::stored(json!({})),
            extra: Signal::stored(json!({})),
            acting: Some(self.bearer.name),
            refused: [self.no_lead(), self.no_lead()],
            filter: None,
            more: None,
        }
    }

    /// The members, of one type at a time.
    pub fn members(&self) -> AnyView {
        let (url, standing, channel) = (UrlQuery::new(), self.standing, self.channel);
        let kind = Memo::new(move |_| url.get("type").unwrap_or_else(|| "DEFAULT".to_owned()));
        let show =
            move |kind: String| url.set(&[("type", Some(kind).filter(|kind| kind == HIDDEN)), ("page", None)], true);
        let filter = move || {
            view! {
                <div>
                    <Segmented
                        label="Type of membership"
                        options=Signal::stored(types())
                        value=Signal::derive(move || kind.get())
                        on_change=show
                    />
                </div>
            }
        };
        let adding = RwSignal::new("DEFAULT".to_owned());
        let more = move || {
            let options = vec![
                Choice::new("DEFAULT", "Default").help("A member like any other."),
                Choice::new(HIDDEN, "Hidden").help("Reads the channel, is not seen and cannot send."),
            ];
            view! {
                <fieldset class="group-field">
                    <legend class="field-label">"Type of membership"</legend>
                    <RadioGroup
                        label="Type of membership"
                        options=Signal::stored(options)
                        value=adding
                        on_change=move |kind| adding.set(kind)
                    />
                </fieldset>
            }
        };
        let no_add =
            Signal::derive(move || channel.with(|channel| standing.role().no_invitation(channel)).map(str::to_owned));
        let rows = Roster {
            narrow: Signal::derive(move || json!({ "Type": kind.get() })),
            extra: Signal::derive(move || json!({ "Type": adding.get() })),
            refused: [no_add, self.no_removal()],
            filter: Some(ViewFn::from(filter)),
            more: Some(ViewFn::from(more)),
            ..self.roster(&MEMBERS)
        };
        let leads = Memo::new(move |_| standing.role().no_lead().is_none());
        let refused = Memo::new(move |_| kind.with(|kind| kind == HIDDEN) && !leads.get());
        (move || match refused.get() {
            true => view! {
                {filter()}
                <EmptyState title="Hidden members are seen by administrators and moderators only" icon=IconName::EyeOff />
            }
            .into_any(),
            false => untrack(|| rows.clone().view()),
        })
        .into_any()
    }

    /// Members may leave; the rest is for moderators and administrators.
    fn no_removal(&self) -> Signal<Option<String>> {
        let standing = self.standing;
        Signal::derive(move || {
            let role = standing.role();
            role.no_lead().filter(|_| role.no_marker().is_some()).map(str::to_owned)
        })
    }

    /// The moderators.
    pub fn moderators(&self) -> AnyView {
        self.led(&MODERATORS)
    }

    /// The banned users.
    pub fn bans(&self) -> AnyView {
        self.led(&BANS)
    }

    /// A list that only those who lead may see.
    fn led(&self, role: &'static Role) -> AnyView {
        let (refused, roster) = (self.no_lead(), self.roster(role));
        let refused = Memo::new(move |_| refused.with(Option::is_some));
        (move || match refused.get() {
            true => view! {
                <EmptyState
                    title="Only administrators and moderators see this"
                    text="Choose one of them as the bearer above."
                    icon=IconName::Lock
                />
            }
            .into_any(),
            false => untrack(|| roster.clone().view()),
        })
        .into_any()
    }
}
