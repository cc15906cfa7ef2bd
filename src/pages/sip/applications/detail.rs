//! One SIP media application: its head, its tabs, and the tab that is open.

use chime_model::Operation;
use leptos::prelude::*;
use serde_json::{Value, json};

use super::application;
use super::{DangerTab, EditApplication, LoggingTab, OverviewTab, TestCallTab};
use crate::client::{Query, query};
use crate::frame::{Info, Known, QueryFailure, param, use_place};
use crate::pages::sip::text;
use crate::pages::thing::Thing;
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

/// How breadcrumbs and palette know an application.
fn learned(application: &Value) -> Known {
    let id = application::id(application);
    let href = Some(routes::sip_media_application(&id, SipApplicationTab::Overview));
    Known { id, name: text(application, "Name").to_owned(), href, personal: false }
}

/// The page of one application.
#[component]
pub fn ApplicationPage() -> AnyView {
    let id = param("application");
    let input = json!({ "SipMediaApplicationId": id });
    let answer = query(Operation::GetSipMediaApplication, move || Some(input.clone()));
    Thing {
        kind: "SIP media application",
        id,
        answer,
        member: "SipMediaApplication",
        absent: "It may have been deleted, or belong to another AWS account.",
        list: (routes::sip_media_applications(), "All SIP media applications"),
        known: learned,
        view: Box::new(move |application| known(Signal::derive(move || Value::clone(&application.get())), answer)),
    }
    .page()
}

fn known(application: Signal<Value>, answer: Query) -> AnyView {
    let (id, place) = (application.with_untracked(application::id), use_place());
    let tab = Memo::new(move |_| match place.get()?.route.page {
        Page::Sip(sip::Page::Application(tab)) => Some(tab),
        _ => None,
    });
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
            id_text=Some(id.clone())
            reading=answer
            beside
        >
            <Button icon=IconName::Edit on_press=move || editing.set(true)>"Edit"</Button>
        </PageHeader>
        <QueryFailure query=answer title="The SIP media application could not be refreshed" />
        <Tabs label="SIP media application" tabs=tabs(&id) current=Signal::derive(move || current().to_owned()) />
        <div class="stack">{body}</div>
        <EditApplication application=Signal::derive(move || Some(application.get())) open=editing />
    }
    .into_any()
}
