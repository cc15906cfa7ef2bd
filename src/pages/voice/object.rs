//! The page of one object: loading, failed, not there, or shown.

use std::sync::Arc;

use leptos::prelude::*;
use serde_json::Value;

use crate::client::Query;
use crate::frame::{Known, QueryFailure, use_names};
use crate::ui::*;

/// What the page of an object shows besides the object.
pub struct Object {
    /// What was asked.
    pub query: Query,
    /// The member of the answer that is the object: `VoiceConnector`.
    pub member: &'static str,
    /// The id in the address.
    pub id: String,
    /// The address of this page, for the palette.
    pub href: String,
    /// What it is: "Voice connector".
    pub kind: &'static str,
    /// Whether its name is personal.
    pub personal: bool,
    /// Said where there is none with this id.
    pub absent: &'static str,
    /// The list that it stands in: what it is called, and where it is.
    pub all: (&'static str, String),
    /// Its icon.
    pub icon: IconName,
}

/// Draws an object of a page that `known` shows once it is there.
type Draw = Arc<dyn Fn(Signal<Value>) -> AnyView + Send + Sync>;

impl Object {
    /// The page: `draw` is given the newest state of the object.
    pub fn view(self, draw: impl Fn(Signal<Value>) -> AnyView + Send + Sync + 'static) -> AnyView {
        self.boxed(Arc::new(draw))
    }

    fn boxed(self, draw: Draw) -> AnyView {
        let Self { query, member, id, href, kind, personal, absent, all, icon } = self;
        let names = use_names();
        let newest = Memo::new(move |_| {
            let object = query.data.with(|data| Some(data.as_ref()?.get(member)?.clone()))?;
            object.is_object().then_some(object)
        });
        let learned = id.clone();
        Effect::new(move |_| {
            let Some(name) = newest.with(|it| it.as_ref().map(|it| name_of(it, &learned))) else { return };
            names.learn(Known { id: learned.clone(), name, href: Some(href.clone()), personal });
        });
        let is_absent =
            Memo::new(move |_| query.error.with(|error| error.as_ref().is_some_and(|error| error.is("NotFound"))));
        let is_there = Memo::new(move |_| newest.with(Option::is_some));
        let screen = move || {
            if is_absent.get() {
                let (label, href) = all.clone();
                let title = ["There is no ", &kind.to_lowercase(), " with this id"].concat();
                return view! {
                    <PageHeader title=kind id_text=Some(id.clone()) />
                    <EmptyState title text=absent icon>
                        <ButtonLink href>{label}</ButtonLink>
                    </EmptyState>
                }
                .into_any();
            }
            is_there.track();
            if let Some(first) = newest.get_untracked() {
                return draw(Signal::derive(move || newest.get().unwrap_or_else(|| first.clone())));
            }
            let failed = ["The ", &kind.to_lowercase(), " could not be loaded"].concat();
            view! {
                <PageHeader title=kind id_text=Some(id.clone()) />
                <QueryFailure query title=failed />
                {move || query.pending().then(|| view! { <Skeleton lines=6 /> })}
            }
            .into_any()
        };
        screen.into_any()
    }
}

/// How an object is called: its name, or its id where it has none.
fn name_of(object: &Value, id: &str) -> String {
    object["Name"].as_str().filter(|name| !name.is_empty()).unwrap_or(id).to_owned()
}
