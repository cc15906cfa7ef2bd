//! The list of SIP media applications.

use chime_model::Operation;
use leptos::prelude::*;
use serde_json::{Value, json};

use super::application::{self, function, lambda};
use super::{DeleteApplication, EditApplication};
use crate::client::{Query, query};
use crate::frame::Info;
use crate::pages::listing::Listing;
use crate::pages::sip::known::PAGE;
use crate::pages::sip::rules::rule;
use crate::routes::{self, SipApplicationTab};
use crate::table::{Column, Paging, Selection, Table};
use crate::ui::*;

/// How many rules send calls to an application, as far as the first page of rules tells.
fn rules_using(rules: Query, application: &str) -> Option<String> {
    rules.data.with(|data| {
        let data = data.as_ref()?;
        let rules = data["SipRules"].as_array()?;
        let uses = |it: &&Value| rule::targets(it).iter().any(|target| target.application == application);
        let more = if data["NextToken"].is_string() { "+" } else { "" };
        Some([&rules.iter().filter(uses).count().to_string(), more].concat())
    })
}

fn columns(rules: Query) -> Vec<Column> {
    let using = move |row: &Value| rules_using(rules, &application::id(row));
    vec![
        Column::member("Name", "Name").link(overview).width(200),
        Column::member("AwsRegion", "Region").width(120),
        Column::new("Lambda", "Function", |row| function(lambda(row)).to_owned())
            .view(|row| {
                let (arn, name) = (lambda(row).to_owned(), function(lambda(row)).to_owned());
                view! { <span class="mono" title=arn>{name}</span> }.into_any()
            })
            .width(190),
        Column::new("Rules", "Rules", move |row| using(row).unwrap_or_default())
            .view(move |row| {
                let row = row.clone();
                (move || using(&row).map_or_else(dash, IntoAny::into_any)).into_any()
            })
            .number()
            .width(80),
        Column::time("CreatedTimestamp", "Created"),
        Column::time("UpdatedTimestamp", "Updated").hidden(),
        Column::id("SipMediaApplicationId", "Application id").width(310),
    ]
}

fn overview(row: &Value) -> String {
    routes::sip_media_application(&application::id(row), SipApplicationTab::Overview)
}

fn create() -> AnyView {
    let href = routes::create_sip_media_application();
    view! { <ButtonLink kind=ButtonKind::Primary icon=IconName::Plus href>"Create application"</ButtonLink> }.into_any()
}

fn empty() -> AnyView {
    let text =
        "An application answers calls with a Lambda function of yours: menus, reminders, calls that are passed on.";
    view! {
        <EmptyState title="No SIP media applications" text icon=IconName::Code>
            {create()}
        </EmptyState>
    }
    .into_any()
}

fn info() -> AnyView {
    view! {
        <Info title="SIP media applications">
            <p>
                <code>"ListSipMediaApplications"</code> " gives them in pages. Each has one Lambda function, in its own "
                "Region, which is asked what to do next in each call."
            </p>
            <p>
                "Which number or host rings an application is the matter of SIP rules. The count of rules comes from "
                <code>"ListSipRules"</code> "."
            </p>
            <pre class="code-block">
                <code>"aws chime list-sip-media-applications \\\n  --max-results 99"</code>
            </pre>
        </Info>
    }
    .into_any()
}

/// The applications, and what can be done to one of them.
#[component]
pub fn Applications() -> AnyView {
    let (paging, selection) = (Paging::new("sip-media-applications", &[25, 50, 99], 99), Selection::single());
    let title = "The SIP media applications could not be loaded";
    let applications = Listing::new(Operation::ListSipMediaApplications, paging, title, || json!({}));
    let rules = query(Operation::ListSipRules, || Some(json!({ "MaxResults": PAGE })));
    let chosen = Signal::from(Memo::new(move |_| {
        applications.rows.with(|rows| selection.rows(rows, application::id)).into_iter().next()
    }));
    let unchosen =
        Signal::derive(move || chosen.with(Option::is_none).then(|| "Choose an application first".to_owned()));
    let view_href = Signal::derive(move || chosen.with(|chosen| chosen.as_ref().map(overview).unwrap_or_default()));
    let (editing, deleting) = (RwSignal::new(false), RwSignal::new(false));
    view! {
        <PageHeader
            title="SIP media applications"
            count=applications.count(applications.rows, selection)
            reading=Reading::new(applications.updated, applications.loading, move || {
                applications.refresh();
                rules.refresh();
            })
            beside=info
        >
            <ButtonLink href=view_href disabled_reason=unchosen>"View"</ButtonLink>
            <Button on_press=move || editing.set(true) disabled_reason=unchosen>"Edit"</Button>
            <Button on_press=move || deleting.set(true) disabled_reason=unchosen>"Delete"</Button>
            {create()}
        </PageHeader>
        <Table
            id="sip-media-applications"
            label="SIP media applications"
            columns=columns(rules)
            rows=applications.rows
            row_id=application::id
            selection
            paging
            feed=applications
            empty
        />
        <EditApplication application=chosen open=editing />
        <DeleteApplication application=chosen open=deleting />
    }
    .into_any()
}
