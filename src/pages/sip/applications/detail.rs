//! One SIP media application: its head, its tabs, and the tab that is open.

use chime_model::Operation;
use leptos::prelude::*;
use serde_json::{Value, json};

use super::{DangerTab, EditApplication, LoggingTab, OverviewTab, TestCallTab};
use crate::client::{Query, query};
use crate::frame::{Info, Known, QueryFailure, param, use_names, use_place};
use crate::pages::sip::text;
use crate::routes::{self, Page, SipApplicationTab, sip};
use crate::ui::*;

const TABS: &[(SipApplicationTab, &str)] = &[
    (SipApplicationTab::Overview, "Overview"),
    (SipApplicationTab::Logging, "Logging"),
    (SipApplicationTab::TestCall, "Test call"),
    (SipApplicationTab::Danger, "Danger zone"),
];

fn tabs(id: &str) -> Vec<Tab> {
    TABS.iter().map(|(tab, label)| Tab::new(label, *label, routes::sip_media_application(id, *tab))).collect()
}

fn absent(id: String) -> AnyView {
    let text = "It may have been deleted, or belong to another AWS account.";
    view! {
        <PageHeader title="SIP media application" id_text=Some(id) />
        <EmptyState title="There is no SIP media application with this id" text icon=IconName::Code>
            <ButtonLink href=routes::sip_media_applications()>"All SIP media applications"</ButtonLink>
        </EmptyState>
    }
    .into_any()
}

fn info() -> AnyView {
    view! {
        <Info title="A SIP media application">
            <p>
                <code>"GetSipMediaApplication"</code> " gives name, Region and function. "
                <code>"UpdateSipMediaApplication"</code> " changes name and function; what is left out of it stays as it is."
            </p>
            <pre class="code-block">
                <code>"aws chime get-sip-media-application \\\n  --sip-media-application-id ID"</code>
            </pre>
        </Info>
    }
    .into_any()
}

/// The page of one application.
#[component]
pub fn ApplicationPage() -> AnyView {
    let (id, names, place) = (param("application"), use_names(), use_place());
    let input = json!({ "SipMediaApplicationId": id });
    let answer = query(Operation::GetSipMediaApplication, move || Some(input.clone()));
    let newest =
        Memo::new(move |_| answer.data.with(|data| data.as_ref().map(|data| data["SipMediaApplication"].clone())));
    Effect::new({
        let id = id.clone();
        move |_| {
            if let Some(application) = newest.get() {
                let href = Some(routes::sip_media_application(&id, SipApplicationTab::Overview));
                let name = text(&application, "Name").to_owned();
                names.learn(Known { id: id.clone(), name, href, personal: false });
            }
        }
    });
    let is_absent =
        Memo::new(move |_| answer.error.with(|error| error.as_ref().is_some_and(|error| error.is("NotFound"))));
    let is_there = Memo::new(move |_| newest.with(Option::is_some));
    let tab = Memo::new(move |_| match place.get()?.route.page {
        Page::Sip(sip::Page::Application(tab)) => Some(tab),
        _ => None,
    });
    (move || {
        if is_absent.get() {
            return absent(id.clone());
        }
        is_there.track();
        match newest.get_untracked() {
            Some(first) => {
                let application = Signal::derive(move || newest.get().unwrap_or_else(|| first.clone()));
                known(&id, application, answer, tab)
            }
            None => coming(id.clone(), answer),
        }
    })
    .into_any()
}

fn coming(id: String, answer: Query) -> AnyView {
    view! {
        <PageHeader title="SIP media application" id_text=Some(id) />
        <QueryFailure query=answer title="The SIP media application could not be loaded" />
        {move || answer.pending().then(|| view! { <Skeleton lines=6 /> })}
    }
    .into_any()
}

fn known(id: &str, application: Signal<Value>, answer: Query, tab: Memo<Option<SipApplicationTab>>) -> AnyView {
    let editing = RwSignal::new(false);
    let name = Signal::derive(move || application.with(|it| text(it, "Name").to_owned()));
    let region = move || {
        let region = application.with(|it| text(it, "AwsRegion").to_owned());
        view! { <Badge>{region}</Badge> }
    };
    let beside = move || view! { {region} {info()} };
    let current = move || tab.get().and_then(|tab| TABS.iter().find(|(known, _)| *known == tab)).map_or("", |it| it.1);
    let body = move || {
        Some(match tab.get()? {
            SipApplicationTab::Overview => view! { <OverviewTab application /> }.into_any(),
            SipApplicationTab::Logging => view! { <LoggingTab application /> }.into_any(),
            SipApplicationTab::TestCall => view! { <TestCallTab application /> }.into_any(),
            SipApplicationTab::Danger => view! { <DangerTab application /> }.into_any(),
        })
    };
    view! {
        <PageHeader
            title=name
            id_text=Some(id.to_owned())
            updated=answer.updated
            refreshing=answer.loading
            on_refresh=move || answer.refresh()
            beside
        >
            <Button icon=IconName::Edit on_press=move || editing.set(true)>"Edit"</Button>
        </PageHeader>
        <QueryFailure query=answer title="The SIP media application could not be refreshed" />
        <Tabs label="SIP media application" tabs=tabs(id) current=Signal::derive(move || current().to_owned()) />
        <div class="stack">{body}</div>
        <EditApplication application=Signal::derive(move || Some(application.get())) open=editing />
    }
    .into_any()
}
