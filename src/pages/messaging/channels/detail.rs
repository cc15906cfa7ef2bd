//! One channel: its head, whose eyes it is seen through, its tabs.

use chime_model::Operation;
use leptos::prelude::*;
use serde_json::{Value, json};

use super::conversation::conversation;
use super::draft::Draft;
use super::people::Here;
use super::settings::settings;
use super::standing::Standing;
use super::words::{MODE, PRIVACY, word};
use crate::client::{Query, query};
use crate::frame::{QueryFailure, param, use_guard, use_place};
use crate::pages::messaging::bearer::Bearer;
use crate::pages::messaging::facts::text;
use crate::pages::messaging::info::Help;
use crate::pages::messaging::instances::ask;
use crate::pages::messaging::screen::{found, is_absent, learn};
use crate::routes::{self, ChannelTab, InstanceTab, Page, messaging};
use crate::ui::*;

static HELP: Help = Help {
    title: "A channel",
    text: &[
        "`DescribeChannel` gives name, mode, privacy and dates to whoever may see the channel: members, administrators, \
         and for a public one every user of the app instance.",
        "Everything here is done in the name of the user chosen above. What that user may not do is answered with \
         `ForbiddenException`; so is what does not exist.",
    ],
    cli: "aws chime describe-channel \\\n  --channel-arn CHANNEL \\\n  --chime-bearer USER",
};

const TABS: [(ChannelTab, &str); 5] = [
    (ChannelTab::Messages, "Messages"),
    (ChannelTab::Members, "Members"),
    (ChannelTab::Moderators, "Moderators"),
    (ChannelTab::Bans, "Bans"),
    (ChannelTab::Settings, "Settings"),
];

/// The page of one channel.
pub fn detail() -> AnyView {
    let (instance, arn) = (param("instance"), param("channel"));
    ask(&instance);
    let (bearer, draft, masked) = (Bearer::of(&instance), Draft::new(), use_privacy());
    use_guard().watch(Signal::derive(move || draft.is_written()));
    let asked = arn.clone();
    let answer = query(Operation::DescribeChannel, move || bearer.sign(json!({ "ChannelArn": asked })));
    let channel = found(answer, "Channel");
    learn(channel, arn.clone(), routes::channel(&instance, &arn, ChannelTab::Messages));
    let title = Signal::derive(move || {
        let name = channel.with(|channel| channel.as_ref().map(|channel| text(channel, "Name")));
        name.filter(|_| !masked.get()).unwrap_or_else(|| "Channel".to_owned())
    });
    let badges = move || {
        channel.with(|channel| {
            let channel = channel.as_ref()?;
            let (privacy, mode) = (word(&PRIVACY, &text(channel, "Privacy")), word(&MODE, &text(channel, "Mode")));
            Some(view! { <Badge>{privacy}</Badge> <Badge>{mode}</Badge> })
        })
    };
    let id = arn.clone();
    let screen = move |acting: String| seen(&instance, &id, acting, (channel, answer), bearer, draft);
    view! {
        <PageHeader
            title
            id_text=Some(arn)
            reading=answer
            beside=move || view! { {badges} {HELP.view()} }
        />
        {bearer.picker()}
        {bearer.with(screen)}
    }
    .into_any()
}

/// The channel as `acting` sees it, or why that user does not.
fn seen(
    instance: &str,
    arn: &str,
    acting: String,
    (channel, answer): (Memo<Option<Value>>, Query),
    bearer: Bearer,
    draft: Draft,
) -> AnyView {
    let absent = Memo::new(move |_| is_absent(answer));
    let is_there = Memo::new(move |_| channel.with(Option::is_some));
    let (instance, arn) = (instance.to_owned(), arn.to_owned());
    (move || {
        if absent.get() {
            return out_of_sight(&instance, bearer);
        }
        is_there.track();
        let Some(first) = channel.get_untracked() else {
            return view! {
                <QueryFailure query=answer title="The channel could not be loaded" />
                {move || answer.pending().then(|| view! { <Skeleton lines=6 /> })}
            }
            .into_any();
        };
        let here = Here {
            instance: instance.clone(),
            channel: Signal::derive(move || channel.get().unwrap_or_else(|| first.clone())),
            arn: arn.clone(),
            acting: acting.clone(),
            bearer,
            standing: Standing::of(bearer, &arn, &acting),
        };
        untrack(|| known(here, answer, draft))
    })
    .into_any()
}

/// APP-24: forbidden, or not there; the service does not tell which.
fn out_of_sight(instance: &str, bearer: Bearer) -> AnyView {
    let act = move || {
        let (arn, name) = bearer.admins.first().filter(|_| bearer.is_admin() == Some(false))?;
        let press = move || bearer.choose(Some(arn.clone()));
        Some(view! { <Button kind=ButtonKind::Primary on_press=press>"Act as " <Personal text=name /></Button> })
    };
    let text = move || match bearer.is_admin() {
        Some(true) => "An administrator sees every channel, so it does not exist any more.",
        _ => "It is private and this user is no member, or is banned from it, or it does not exist any more.",
    };
    let href = routes::app_instance(instance, InstanceTab::Channels);
    view! {
        <EmptyState title="This user does not see the channel" text=Signal::derive(move || Some(text().to_owned())) icon=IconName::Lock>
            {act}
            <ButtonLink href>"All channels"</ButtonLink>
        </EmptyState>
    }
    .into_any()
}

fn known(here: Here, answer: Query, draft: Draft) -> AnyView {
    let place = use_place();
    let tab = Memo::new(move |_| match place.get()?.route.page {
        Page::Messaging(messaging::Page::Channel(tab)) => Some(tab),
        _ => None,
    });
    let link = |(tab, label): &(ChannelTab, &'static str)| {
        Tab::new(label, *label, routes::channel(&here.instance, &here.arn, *tab))
    };
    let tabs: Vec<Tab> = TABS.iter().map(link).collect();
    let current = move || {
        let label = TABS.iter().find(|(known, _)| Some(*known) == tab.get()).map(|(_, label)| *label);
        label.unwrap_or_default().to_owned()
    };
    let standing = here.standing;
    let draw = move |tab: ChannelTab| match tab {
        ChannelTab::Messages => conversation(&here.arn, &here.acting, draft, standing, here.bearer),
        ChannelTab::Members => here.members(),
        ChannelTab::Moderators => here.moderators(),
        ChannelTab::Bans => here.bans(),
        ChannelTab::Settings => settings(&here),
    };
    let body = move || tab.get().map(|tab| untrack(|| draw(tab)));
    view! {
        <QueryFailure query=answer title="The channel could not be refreshed" />
        <p class="muted">{move || standing.words()}</p>
        <Tabs label="Channel" tabs=Signal::stored(tabs) current=Signal::derive(current) />
        <div class="stack">{body}</div>
    }
    .into_any()
}
