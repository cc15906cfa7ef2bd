//! The list of SIP rules: what rings where.

use chime_model::Operation;
use leptos::prelude::*;
use serde_json::{Value, json};

use super::delete::not_yet;
use super::switch::word;
use super::{DeleteRule, EditRule, Switcher, rule};
use crate::frame::Info;
use crate::pages::listing::Listing;
use crate::pages::sip::applications::application;
use crate::pages::sip::flow::{targets_line, trigger};
use crate::pages::sip::known::KnownApplications;
use crate::pages::sip::text;
use crate::routes;
use crate::table::{Column, Paging, Selection, Table, UrlQuery};
use crate::ui::*;

fn columns(known: KnownApplications) -> Vec<Column> {
    let names = move |row: &Value| {
        let names =
            rule::targets(row).into_iter().map(|target| [known.name(&target.application), target.region].join(" "));
        names.collect::<Vec<_>>().join(", ")
    };
    vec![
        Column::member("Name", "Rule").link(|row| routes::sip_rule(&rule::id(row))).width(160),
        Column::member("TriggerValue", "What rings").view(trigger).personal().width(190),
        Column::new("TargetApplications", "Applications", names).view(move |row| targets_line(row, known)).width(380),
        Column::new("Disabled", "State", rule::state_word).view(rule::state_view).width(100),
        Column::time("UpdatedTimestamp", "Updated").width(110),
        Column::time("CreatedTimestamp", "Created").hidden(),
        Column::id("SipRuleId", "Rule id").hidden(),
    ]
}

fn create() -> AnyView {
    let href = routes::create_sip_rule();
    view! { <ButtonLink kind=ButtonKind::Primary icon=IconName::Plus href>"Create rule"</ButtonLink> }.into_any()
}

fn empty(searching: bool) -> AnyView {
    if searching {
        let text = "Nothing rings it. A rule can have several applications, one in each Region.";
        return view! { <EmptyState title="No rule sends calls to this application" text icon=IconName::Search /> }
            .into_any();
    }
    let text =
        "A rule says which SIP media applications answer calls to a number, or to the host of a voice connector.";
    view! {
        <EmptyState title="No SIP rules" text icon=IconName::Route>
            {create()}
        </EmptyState>
    }
    .into_any()
}

fn info() -> AnyView {
    view! {
        <Info title="SIP rules">
            <p>
                <code>"ListSipRules"</code> " gives the rules in pages. It can be asked for those of one application; "
                "everything else filters the rows that are loaded."
            </p>
            <p>
                "A call goes to the application with the lowest priority number, and to the next where that cannot be "
                "reached. A rule has at most one application in each Region."
            </p>
            <p>
                <code>"UpdateSipRule"</code> " disables and enables. A rule must be disabled before "
                <code>"DeleteSipRule"</code> " takes it."
            </p>
            <pre class="code-block">
                <code>"aws chime list-sip-rules \\\n  --sip-media-application-id ID"</code>
            </pre>
        </Info>
    }
    .into_any()
}

/// The choice of the application whose rules are asked for.
fn by_application(known: KnownApplications, url: UrlQuery) -> AnyView {
    let id = unique_id("application");
    let label_for = id.clone();
    let options = Signal::derive(move || {
        let choice =
            |it: &Value| Choice::new(application::id(it), [text(it, "Name"), " – ", text(it, "AwsRegion")].concat());
        let mut choices = vec![Choice::new("", "All applications")];
        choices.extend(known.all().iter().map(choice));
        choices
    });
    let value = Signal::derive(move || url.get("application").unwrap_or_default());
    let change = move |id: String| url.set(&[("application", Some(id)), ("page", None)], true);
    view! {
        <div class="search-fields">
            <div class="field">
                <label class="field-label" for=label_for>"Sends calls to"</label>
                <Select id value options on_change=change />
            </div>
        </div>
    }
    .into_any()
}

/// The rules, and what can be done to one of them.
#[component]
pub fn Rules() -> AnyView {
    let (paging, selection, url) = (Paging::new("sip-rules", &[25, 50, 99], 99), Selection::single(), UrlQuery::new());
    let (known, switcher) = (KnownApplications::new(), Switcher::new());
    let rules = Listing::new(
        Operation::ListSipRules,
        paging,
        "The SIP rules could not be loaded",
        move || json!({ "SipMediaApplicationId": url.get("application").filter(|id| !id.is_empty()) }),
    );
    let chosen =
        Signal::from(Memo::new(move |_| rules.rows.with(|rows| selection.rows(rows, rule::id)).into_iter().next()));
    let unchosen = Signal::derive(move || chosen.with(Option::is_none).then(|| "Choose a rule first".to_owned()));
    let undeletable =
        Signal::derive(move || unchosen.get().or_else(|| chosen.with(|chosen| not_yet(chosen.as_ref()?))));
    let view_href = Signal::derive(move || {
        chosen.with(|chosen| chosen.as_ref().map(|chosen| routes::sip_rule(&rule::id(chosen))).unwrap_or_default())
    });
    let turn_word = move || word(chosen.with(|chosen| chosen.as_ref().is_some_and(rule::is_disabled)));
    let turn = move || {
        if let Some(chosen) = chosen.get_untracked() {
            switcher.turn(&chosen);
        }
    };
    let (editing, deleting) = (RwSignal::new(false), RwSignal::new(false));
    view! {
        <PageHeader
            title="SIP rules"
            count=rules.count(rules.rows, selection)
            reading=Reading::new(rules.updated, rules.loading, move || {
                rules.refresh();
                known.query().refresh();
            })
            beside=info
        >
            <Button busy=switcher.busy on_press=turn disabled_reason=unchosen>{turn_word}</Button>
            <ButtonLink href=view_href disabled_reason=unchosen>"View"</ButtonLink>
            <Button on_press=move || editing.set(true) disabled_reason=unchosen>"Edit"</Button>
            <Button on_press=move || deleting.set(true) disabled_reason=undeletable>"Delete"</Button>
            {create()}
        </PageHeader>
        <Table
            id="sip-rules"
            label="SIP rules"
            columns=columns(known)
            rows=rules.rows
            row_id=rule::id
            selection
            paging
            feed=rules
            server_filters=move || by_application(known, url)
            empty=move || empty(url.get("application").is_some_and(|id| !id.is_empty()))
        />
        <EditRule rule=chosen known open=editing />
        <DeleteRule rule=chosen open=deleting />
    }
    .into_any()
}
