//! The dialog that chooses among the users of an app instance.

use std::sync::Arc;

use chime_model::Operation;
use leptos::prelude::*;
use serde_json::{Value, json};

use super::facts::{id_of, text};
use crate::pages::listing::Listing;
use crate::table::{Column, Paging, Selection, Table};
use crate::ui::*;

/// Who is chosen, and what for.
#[derive(Clone)]
pub struct Choosing {
    /// The title of the dialog.
    pub title: &'static str,
    /// The word on the button.
    pub action: &'static str,
    /// What will happen to those who are chosen.
    pub effect: &'static str,
    /// Whether several can be chosen.
    pub many: bool,
    /// Asked for as well, between the list and the button.
    pub more: Option<ViewFn>,
    /// Told of the users chosen, as `ListAppInstanceUsers` gives them.
    pub chosen: Callback<Vec<Value>>,
}

fn row_id(row: &Value) -> String {
    text(row, "AppInstanceUserArn")
}

impl Choosing {
    /// The dialog, over `open`.
    pub fn view(self, instance: &str, open: RwSignal<bool>) -> AnyView {
        let (title, instance) = (self.title, instance.to_owned());
        view! {
            <Dialog open title width=DialogWidth::Wide>
                {self.clone().list(instance.clone(), open)}
            </Dialog>
        }
        .into_any()
    }

    fn list(self, instance: String, open: RwSignal<bool>) -> AnyView {
        let Self { action, effect, many, more, chosen, .. } = self;
        let paging = Paging::inside(&[50]);
        let selection = if many { Selection::multi() } else { Selection::single() };
        let users = Listing::new(
            Operation::ListAppInstanceUsers,
            paging,
            "The users could not be loaded",
            move || json!({ "AppInstanceArn": instance }),
        );
        let columns = vec![
            Column::member("Name", "Name").personal().width(220),
            Column::new("Id", "User id", |row| id_of(&row_id(row)).to_owned()).personal().width(240),
        ];
        let nobody = move || (selection.count() == 0).then(|| "Choose somebody first".to_owned());
        let submit = move || {
            let rows: Arc<Vec<Value>> = users.rows.get_untracked();
            let picked = untrack(|| selection.rows(&rows, row_id));
            open.set(false);
            chosen.run(picked);
        };
        let words = move || match selection.count() {
            0 | 1 => action.to_owned(),
            count => [action, " (", &count.to_string(), ")"].concat(),
        };
        view! {
            <div class="stack">
                {(!effect.is_empty()).then(|| view! { <p>{effect}</p> })}
                <Table
                    id="choose-people"
                    label="Users"
                    columns
                    rows=users.rows
                    row_id
                    selection
                    paging
                    feed=users
                    empty=|| view! { <EmptyState title="The app instance has no users" icon=IconName::Users /> }
                    in_url=false
                />
                {more.map(|more| more.run())}
                <div class="form-actions">
                    <Button on_press=move || open.set(false)>"Cancel"</Button>
                    <Button kind=ButtonKind::Primary on_press=submit disabled_reason=Signal::derive(nobody)>
                        {words}
                    </Button>
                </div>
            </div>
        }
        .into_any()
    }
}
