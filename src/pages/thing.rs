//! The page of one thing: not there, not there yet, or there.

use std::sync::Arc;

use leptos::prelude::*;
use serde_json::Value;

use crate::client::Query;
use crate::frame::{Known, QueryFailure, use_names};
use crate::ui::effect;
use crate::ui::*;

/// What the page of a thing needs to know before there is the thing.
pub(crate) struct Thing {
    /// What it is: "Meeting".
    pub(crate) kind: &'static str,
    /// Its id.
    pub(crate) id: String,
    /// The question that brings it.
    pub(crate) answer: Query,
    /// The member of the answer that holds it.
    pub(crate) member: &'static str,
    /// Why it may not be there.
    pub(crate) absent: &'static str,
    /// The list that it would be in: its address and what the link says.
    pub(crate) list: (String, &'static str),
    /// What is remembered of it for breadcrumbs and the palette.
    pub(crate) known: fn(&Value) -> Known,
    /// The page, once it is there. The thing may change under it.
    pub(crate) view: Box<dyn Fn(Signal<Arc<Value>>) -> AnyView + Send + Sync>,
}

impl Thing {
    /// The page.
    pub(crate) fn page(self) -> AnyView {
        let Self { kind, id, answer, member, absent, list, known, view } = self;
        let names = use_names();
        let newest = Memo::new(move |_| {
            answer.data.with(|data| data.as_ref()?.get(member).filter(|it| it.is_object()).cloned().map(Arc::new))
        });
        effect(move || {
            if let Some(thing) = newest.get() {
                names.learn(known(&thing));
            }
        });
        let gone =
            Memo::new(move |_| answer.error.with(|error| error.as_ref().is_some_and(|error| error.is("NotFound"))));
        let there = Memo::new(move |_| newest.with(Option::is_some));
        let missing = move |id: String| {
            let (href, label) = list.clone();
            view! {
                <PageHeader title=kind id_text=Some(id) />
                <EmptyState title=["There is no ", &inside(kind), " with this id"].concat() text=absent icon=IconName::Search>
                    <ButtonLink href>{label}</ButtonLink>
                </EmptyState>
            }
            .into_any()
        };
        let coming = move |id: String| {
            view! {
                <PageHeader title=kind id_text=Some(id) />
                <QueryFailure query=answer title=["The ", &inside(kind), " could not be loaded"].concat() />
                {move || answer.pending().then(|| view! { <Skeleton lines=6 /> })}
            }
            .into_any()
        };
        (move || {
            if gone.get() {
                return missing(id.clone());
            }
            there.track();
            match newest.get_untracked() {
                Some(first) => view(Signal::derive(move || newest.get().unwrap_or_else(|| first.clone()))),
                None => coming(id.clone()),
            }
        })
        .into_any()
    }
}

/// The view of a thing that the console reads as a type, because its page has rules of its own.
pub(crate) fn typed<T: Clone + PartialEq + Send + Sync + 'static>(
    thing: Signal<Arc<Value>>,
    read: fn(&Value) -> Option<T>,
    view: impl FnOnce(Signal<T>) -> AnyView,
) -> AnyView {
    match thing.with_untracked(|thing| read(thing)) {
        Some(first) => {
            let newest = Memo::new(move |_| thing.with(|thing| read(thing)).unwrap_or_else(|| first.clone()));
            view(newest.into())
        }
        None => view! {
            <Notice
                tone=Tone::Error
                title="The service describes this in a way that the console does not know".to_owned()
            />
        }
        .into_any(),
    }
}

/// A member of a thing as text; nothing where it is missing (reactive).
pub(crate) fn text(thing: Signal<Arc<Value>>, member: &'static str) -> String {
    thing.with(|thing| crate::table::text_of(&thing[member]))
}

/// A member of an answer as text; nothing where it is missing.
pub(crate) fn text_at(value: &Value, member: &str) -> String {
    crate::table::text_of(&value[member])
}

/// A kind as it stands inside a sentence: "voice connector", "SIP rule".
fn inside(kind: &str) -> String {
    let word = |word: &str| if word.chars().all(char::is_uppercase) { word.to_owned() } else { word.to_lowercase() };
    kind.split(' ').map(word).collect::<Vec<_>>().join(" ")
}

#[cfg(test)]
mod tests {
    #[test]
    fn a_kind_is_small_inside_a_sentence_but_for_what_is_an_abbreviation() {
        assert_eq!(super::inside("Voice connector"), "voice connector");
        assert_eq!(super::inside("SIP rule"), "SIP rule");
    }
}
