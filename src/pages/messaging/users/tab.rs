//! The users of an app instance.

use std::sync::Arc;

use chime_model::Operation;
use leptos::prelude::*;
use serde_json::{Value, json};

use super::delete::delete_dialog;
use crate::pages::listing::Listing;
use crate::pages::messaging::admins::Admins;
use crate::pages::messaging::facts::{has_metadata, id_of, text};
use crate::pages::messaging::info::Help;
use crate::routes;
use crate::table::{Column, Paging, Selection, Table};
use crate::ui::*;

static HELP: Help = Help {
    title: "App instance users",
    text: &[
        "`ListAppInstanceUsers` gives the users in pages, in no order of their names. The service filters by nothing; \
         the filter here searches the rows that are loaded.",
        "Your application chooses each user's id, which is the end of the ARN and stays for ever. Whoever signs in to \
         the application acts with that ARN as `ChimeBearer`.",
    ],
    cli: "aws chime list-app-instance-users \\\n  --app-instance-arn ARN \\\n  --max-results 50",
};

fn row_id(row: &Value) -> String {
    text(row, "AppInstanceUserArn")
}

fn columns(instance: &str) -> Vec<Column> {
    let instance = instance.to_owned();
    vec![
        Column::member("Name", "Name")
            .link(move |row| routes::app_instance_user(&instance, &row_id(row)))
            .personal()
            .width(220),
        Column::new("Id", "User id", |row| id_of(&row_id(row)).to_owned()).personal().width(230),
        Column::member("Role", "Role").width(130),
        Column::new("Metadata", "Metadata", has_metadata).width(120),
        Column::new("Arn", "ARN", row_id).view(|row| view! { <CopyableId id=row_id(row) /> }.into_any()).width(420),
    ]
}

/// The users of `instance`, and what can be done to one of them.
pub fn users_tab(instance: &str) -> AnyView {
    let (paging, selection) = (Paging::new("app-instance-users", &[10, 25, 50], 50), Selection::single());
    let input = json!({ "AppInstanceArn": instance });
    let users =
        Listing::new(Operation::ListAppInstanceUsers, paging, "The users could not be loaded", move || input.clone());
    let admins = Admins::of(instance);
    // The list does not tell who is an administrator.
    let rows: Signal<Arc<Vec<Value>>> = Memo::new(move |_| {
        let with_role = |row: &Value| {
            let mut row = row.clone();
            if admins.has(&row_id(&row)) == Some(true) {
                row["Role"] = json!("Administrator");
            }
            row
        };
        Arc::new(users.rows.with(|rows| rows.iter().map(with_role).collect()))
    })
    .into();
    let chosen = Memo::new(move |_| users.rows.with(|rows| selection.rows(rows, row_id)).first().cloned());
    let unchosen = Signal::derive(move || chosen.with(Option::is_none).then(|| "Choose a user first".to_owned()));
    let deleting = RwSignal::new(false);
    let id = StoredValue::new(instance.to_owned());
    let view_href = move || {
        chosen
            .with(|row| row.as_ref().map(|row| routes::app_instance_user(&id.get_value(), &row_id(row))))
            .unwrap_or_default()
    };
    let create = move || {
        let href = routes::create_app_instance_user(&id.get_value());
        view! { <ButtonLink kind=ButtonKind::Primary icon=IconName::Plus href>"Add user"</ButtonLink> }
    };
    let actions = move || {
        view! {
            <Freshness
                reading=users
                label="Refresh the users"
            />
            {HELP.view()}
            <ButtonLink href=Signal::derive(view_href) disabled_reason=unchosen>"View"</ButtonLink>
            <Button on_press=move || deleting.set(true) disabled_reason=unchosen>"Delete"</Button>
            {create()}
        }
    };
    let empty = move || {
        let text = "Users are the people and programs that chat. Each has an id that your application chooses.";
        view! {
            <EmptyState title="No users" text icon=IconName::Users>
                {create()}
            </EmptyState>
        }
    };
    let columns = columns(instance);
    view! {
        <Panel title="Users" count=users.count(rows, selection) actions flush=true>
            <Table
                id="app-instance-users"
                label="Users"
                columns
                rows
                row_id
                selection
                paging
                feed=users
                empty
            />
        </Panel>
        {delete_dialog(Signal::derive(move || chosen.get().unwrap_or_default()), deleting, None)}
    }
    .into_any()
}
