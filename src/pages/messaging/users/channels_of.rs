//! The channels that a user belongs to, and those that the user moderates.

use chime_model::Operation;
use leptos::prelude::*;
use serde_json::{Value, json};

use crate::client::query;
use crate::frame::QueryFailure;
use crate::pages::listing::Listing;
use crate::pages::messaging::bearer::Bearer;
use crate::pages::messaging::channels::words::{MODE, PRIVACY, word};
use crate::pages::messaging::facts::{arn, instance_of, metadata, name, pairs, text, when};
use crate::routes::{self, ChannelTab};
use crate::table::{Column, Paging, Selection, Table};
use crate::ui::*;

/// One of the two lists.
struct Kind {
    id: &'static str,
    title: &'static str,
    list: Operation,
    describe: Operation,
    /// The member of the full answer.
    answer: &'static str,
    empty: &'static str,
    /// Whether rows tell of a membership.
    member: bool,
}

static MEMBER: Kind = Kind {
    id: "user-channels",
    title: "Channels",
    list: Operation::ListChannelMembershipsForAppInstanceUser,
    describe: Operation::DescribeChannelMembershipForAppInstanceUser,
    answer: "ChannelMembership",
    empty: "A member of no channel",
    member: true,
};

static MODERATOR: Kind = Kind {
    id: "user-moderated",
    title: "Moderated channels",
    list: Operation::ListChannelsModeratedByAppInstanceUser,
    describe: Operation::DescribeChannelModeratedByAppInstanceUser,
    answer: "Channel",
    empty: "A moderator of no channel",
    member: false,
};

/// Both lists for `user`, as `acting` sees them.
pub fn channels_of(user: &str, acting: &str, bearer: Bearer) -> AnyView {
    let own = user == acting;
    let refused = Memo::new(move |_| !own && bearer.is_admin() == Some(false));
    let (user, acting) = (user.to_owned(), acting.to_owned());
    (move || {
        if refused.get() {
            return out_of_reach(bearer);
        }
        untrack(|| (MEMBER.panel(&user, &acting), MODERATOR.panel(&user, &acting)).into_any())
    })
    .into_any()
}

fn out_of_reach(bearer: Bearer) -> AnyView {
    view! {
        <Notice tone=Tone::Info title="Only administrators see the channels of another user">
            <p>"You act as " <Personal text=bearer.name /> ", who is none. Choose an administrator, or the user's own eyes."</p>
        </Notice>
    }
    .into_any()
}

fn row_id(row: &Value) -> String {
    text(&row["ChannelSummary"], "ChannelArn")
}

impl Kind {
    fn columns(&self) -> Vec<Column> {
        let mut columns = vec![
            Column::member("ChannelSummary.Name", "Name")
                .link(|row| {
                    let arn = row_id(row);
                    routes::channel(instance_of(&arn), &arn, ChannelTab::Messages)
                })
                .personal()
                .width(220),
            Column::new("ChannelSummary.Privacy", "Privacy", |row| {
                word(&PRIVACY, &text(&row["ChannelSummary"], "Privacy"))
            })
            .width(100),
            Column::new("ChannelSummary.Mode", "Mode", |row| word(&MODE, &text(&row["ChannelSummary"], "Mode")))
                .width(130),
            Column::time("ChannelSummary.LastMessageTimestamp", "Last message"),
        ];
        if self.member {
            columns.insert(1, Column::member("AppInstanceUserMembershipSummary.Type", "Membership").width(120));
            columns.push(Column::time("AppInstanceUserMembershipSummary.ReadMarkerTimestamp", "Read up to"));
        }
        columns
    }

    fn panel(&'static self, user: &str, acting: &str) -> AnyView {
        let input = json!({ "AppInstanceUserArn": user, "ChimeBearer": acting });
        let (paging, selection) = (Paging::inside(&[10, 25, 50]), Selection::single());
        let asked = input.clone();
        let rows = Listing::new(self.list, paging, "The channels could not be loaded", move || asked.clone());
        let chosen = selection.ids();
        let unchosen = Signal::derive(move || chosen.with(Vec::is_empty).then(|| "Choose a channel first".to_owned()));
        let open = RwSignal::new(false);
        let answer = query(self.describe, move || {
            let mut input = input.clone();
            input["ChannelArn"] = json!(chosen.get().first()?);
            open.get().then_some(input)
        });
        let actions = move || {
            view! {
                <Freshness reading=rows label="Refresh the channels" />
                <Button on_press=move || open.set(true) disabled_reason=unchosen>"Details"</Button>
            }
        };
        let facts = move || answer.data.with(|data| data.as_ref().map(|data| facts(&data[self.answer])));
        view! {
            <Panel title=self.title count=rows.count(rows.rows, selection) actions flush=true>
                <Table
                    id=self.id
                    label=self.title
                    columns=self.columns()
                    rows=rows.rows
                    row_id
                    selection
                    paging
                    feed=rows
                    empty=|| view! { <EmptyState title=self.empty icon=IconName::Chat /> }
                    in_url=false
                />
            </Panel>
            <Dialog open title="Details">
                <QueryFailure query=answer title="The details could not be loaded" />
                {move || answer.pending().then(|| view! { <Skeleton lines=4 /> })}
                {facts}
            </Dialog>
        }
        .into_any()
    }
}

fn facts(full: &Value) -> AnyView {
    let (channel, member) = (&full["ChannelSummary"], &full["AppInstanceUserMembershipSummary"]);
    let mut list = vec![
        ("Channel", name(text(channel, "Name"))),
        ("Privacy", text(channel, "Privacy").into_any()),
        ("Mode", text(channel, "Mode").into_any()),
        ("Last message", when(&channel["LastMessageTimestamp"])),
    ];
    if member.is_object() {
        list.push(("Membership", text(member, "Type").into_any()));
        list.push(("Read up to", when(&member["ReadMarkerTimestamp"])));
    }
    list.push(("Metadata", metadata(text(channel, "Metadata"))));
    list.push(("ARN", arn(text(channel, "ChannelArn"))));
    pairs(list)
}
