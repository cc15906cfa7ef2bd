//! The channels of an app instance, as somebody sees them.

use chime_model::Operation;
use leptos::prelude::*;
use serde_json::{Value, json};

use super::words::{MODE, PRIVACY, choices, word};
use crate::pages::listing::Listing;
use crate::pages::messaging::bearer::Bearer;
use crate::pages::messaging::facts::{has_metadata, text};
use crate::pages::messaging::info::Help;
use crate::routes::{self, ChannelTab};
use crate::table::{Column, Paging, Selection, Table, UrlQuery};
use crate::ui::*;

static HELP: Help = Help {
    title: "Channels",
    text: &[
        "`ListChannels` gives the public channels of an app instance, or with `Privacy=PRIVATE` the private ones, which \
         only administrators can list. It filters by nothing else.",
        "The call says in whose name it is made: the header `x-amz-chime-bearer`, in the SDKs `ChimeBearer`, carries \
         the ARN of a user. The API does not check that this is you; it is for your application to.",
    ],
    cli: "aws chime list-channels \\\n  --app-instance-arn ARN \\\n  --privacy PUBLIC \\\n  --chime-bearer USER",
};

const PRIVATE: &str = "PRIVATE";

fn row_id(row: &Value) -> String {
    text(row, "ChannelArn")
}

fn columns(instance: &str) -> Vec<Column> {
    let instance = instance.to_owned();
    vec![
        Column::member("Name", "Name")
            .link(move |row| routes::channel(&instance, &row_id(row), ChannelTab::Messages))
            .personal()
            .width(240),
        Column::new("Privacy", "Privacy", |row| word(&PRIVACY, &text(row, "Privacy"))).width(100),
        Column::new("Mode", "Mode", |row| word(&MODE, &text(row, "Mode"))).width(120),
        Column::time("LastMessageTimestamp", "Last message"),
        Column::new("Metadata", "Metadata", has_metadata).width(120),
        Column::id("ChannelArn", "ARN").width(380),
    ]
}

/// The channels of `instance`.
pub fn channels_tab(instance: &str) -> AnyView {
    let (bearer, url) = (Bearer::of(instance), UrlQuery::new());
    let instance = instance.to_owned();
    let privacy = Memo::new(move |_| url.get("privacy").unwrap_or_else(|| "PUBLIC".to_owned()));
    let refused = Memo::new(move |_| bearer.is_admin() == Some(false) && privacy.with(|it| it == PRIVATE));
    let list = move |acting: String| {
        let instance = instance.clone();
        (move || if refused.get() { out_of_reach(bearer) } else { untrack(|| list(&instance, &acting, privacy)) })
            .into_any()
    };
    let show = move |privacy: String| {
        let privacy = Some(privacy).filter(|privacy| privacy == PRIVATE);
        url.set(&[("privacy", privacy), ("page", None)], true);
    };
    view! {
        {bearer.picker()}
        <div>
            <Segmented
                label="Privacy"
                options=Signal::stored(choices(&PRIVACY))
                value=Signal::derive(move || privacy.get())
                on_change=show
            />
        </div>
        {bearer.with(list)}
    }
    .into_any()
}

/// CH-23: what would be answered as forbidden is said before it is asked.
fn out_of_reach(bearer: Bearer) -> AnyView {
    let act = move || {
        let (arn, name) = bearer.admins.first()?;
        let press = move || bearer.choose(Some(arn.clone()));
        Some(view! { <Button on_press=press>"Act as " <Personal text=name /></Button> })
    };
    let text = "A user finds private channels on the own page, as a member. An administrator sees all of them.";
    view! {
        <EmptyState title="Only administrators list private channels" text icon=IconName::Lock>
            {act}
        </EmptyState>
    }
    .into_any()
}

fn list(instance: &str, acting: &str, privacy: Memo<String>) -> AnyView {
    let (paging, selection) = (Paging::new("channels", &[10, 25, 50], 50), Selection::single());
    let input = json!({ "AppInstanceArn": instance, "ChimeBearer": acting });
    let channels = Listing::new(Operation::ListChannels, paging, "The channels could not be loaded", move || {
        let mut input = input.clone();
        input["Privacy"] = privacy.get().into();
        input
    });
    let chosen = selection.ids();
    let unchosen = Signal::derive(move || chosen.with(Vec::is_empty).then(|| "Choose a channel first".to_owned()));
    let id = StoredValue::new(instance.to_owned());
    let view_href = move || {
        chosen
            .with(|ids| ids.first().map(|arn| routes::channel(&id.get_value(), arn, ChannelTab::Messages)))
            .unwrap_or_default()
    };
    let create = move || {
        let href = routes::create_channel(&id.get_value());
        view! { <ButtonLink kind=ButtonKind::Primary icon=IconName::Plus href>"Create channel"</ButtonLink> }
    };
    let actions = move || {
        view! {
            <Freshness
                reading=channels
                label="Refresh the channels"
            />
            {HELP.view()}
            <ButtonLink href=Signal::derive(view_href) disabled_reason=unchosen>"View"</ButtonLink>
            {create()}
        }
    };
    let empty = move || {
        let (title, text) = match privacy.with(|privacy| privacy == PRIVATE) {
            true => ("No private channels", "A private channel is seen by its members and by administrators."),
            false => ("No public channels", "Every user of the app instance finds and reads a public channel."),
        };
        view! {
            <EmptyState title text icon=IconName::Chat>
                {create()}
            </EmptyState>
        }
    };
    let columns = columns(instance);
    view! {
        <Panel title="Channels" count=channels.count(channels.rows, selection) actions flush=true>
            <Table
                id="channels"
                label="Channels"
                columns
                rows=channels.rows
                row_id
                selection
                paging
                feed=channels
                empty
            />
        </Panel>
    }
    .into_any()
}
