//! The page of one thing: before it is there, when there is none, and its head.

use leptos::prelude::*;
use serde_json::Value;

use crate::client::Query;
use crate::frame::{Known, QueryFailure, use_names};
use crate::ui::*;

/// What a page is about, in words.
pub struct Subject {
    /// What it is: "App instance".
    pub noun: &'static str,
    /// The member of the answer that holds it.
    pub member: &'static str,
    /// Said where there is none.
    pub absent: &'static str,
    /// Why there may be none.
    pub absent_text: &'static str,
    /// What could not be done.
    pub failed: &'static str,
    /// Where others are.
    pub back: &'static str,
}

/// The thing that an answer holds.
pub fn found(answer: Query, member: &'static str) -> Memo<Option<Value>> {
    Memo::new(move |_| answer.data.with(|data| Some(data.as_ref()?.get(member)?.clone())))
}

/// Tells the frame what the thing with this id is called.
pub fn learn(thing: Memo<Option<Value>>, id: String, href: String) {
    let names = use_names();
    Effect::new(move |_| {
        let name = thing.with(|thing| thing.as_ref().and_then(|thing| thing["Name"].as_str()).map(str::to_owned));
        if let Some(name) = name {
            names.learn(Known { id: id.clone(), name, href: Some(href.clone()), personal: true });
        }
    });
}

/// The name of a thing as a title: masked, it is only what it is.
pub fn title(thing: Signal<Value>, noun: &'static str) -> Signal<String> {
    let masked = use_privacy();
    Signal::derive(move || match thing.with(|thing| thing["Name"].as_str().map(str::to_owned)) {
        Some(name) if !masked.get() => name,
        _ => noun.to_owned(),
    })
}

/// APP-24: what does not exist is answered as forbidden or as not found.
pub fn is_absent(answer: Query) -> bool {
    answer.error.with(|error| error.as_ref().is_some_and(|error| error.is("NotFound") || error.is("Forbidden")))
}

impl Subject {
    /// The page of the thing with `id`; `known` draws it once it is there, `back` leads to the others.
    pub fn screen(
        &'static self,
        answer: Query,
        id: String,
        back: String,
        known: impl Fn(Signal<Value>) -> AnyView + Send + 'static,
    ) -> AnyView {
        let thing = found(answer, self.member);
        let absent = Memo::new(move |_| is_absent(answer));
        let is_there = Memo::new(move |_| thing.with(Option::is_some));
        (move || {
            if absent.get() {
                return self.absent(id.clone(), back.clone());
            }
            is_there.track();
            match thing.get_untracked() {
                Some(first) => untrack(|| known(Signal::derive(move || thing.get().unwrap_or_else(|| first.clone())))),
                None => self.coming(id.clone(), answer),
            }
        })
        .into_any()
    }

    fn absent(&'static self, id: String, href: String) -> AnyView {
        view! {
            <PageHeader title=self.noun id_text=Some(id) />
            <EmptyState title=self.absent text=self.absent_text icon=IconName::Chat>
                <ButtonLink href>{self.back}</ButtonLink>
            </EmptyState>
        }
        .into_any()
    }

    fn coming(&'static self, id: String, answer: Query) -> AnyView {
        view! {
            <PageHeader title=self.noun id_text=Some(id) />
            <QueryFailure query=answer title=self.failed />
            {move || answer.pending().then(|| view! { <Skeleton lines=6 /> })}
        }
        .into_any()
    }
}
