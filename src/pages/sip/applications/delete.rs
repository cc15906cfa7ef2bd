//! The question before an application is deleted. Rules that send calls to it must go first (SMA-12).

use chime_model::Operation;
use leptos::{prelude::*, task::spawn_local};
use serde_json::{Value, json};

use super::application;
use crate::client::{invalidate, query, write};
use crate::frame::use_go;
use crate::pages::sip::known::PAGE;
use crate::pages::sip::{rules::rule, text};
use crate::routes::{self, SipApplicationTab};
use crate::session::use_session;
use crate::ui::*;

const EFFECT: &str = "Calls in progress go on without it, and its logging setting is gone. It cannot be brought back; the \
    Lambda function stays.";

/// The rules that send calls to an application; asked while there is one.
pub fn rules_of(application: impl Fn() -> Option<String> + Send + Sync + 'static) -> crate::client::Query {
    query(Operation::ListSipRules, move || Some(json!({ "SipMediaApplicationId": application()?, "MaxResults": PAGE })))
}

fn blockers(answer: &Value) -> Vec<Blocker> {
    let rules = answer["SipRules"].as_array().into_iter().flatten();
    let blocker = |it: &Value| Blocker {
        text: ["The rule “", &rule::name(it), "” sends calls to it"].concat(),
        href: Some(routes::sip_rule(&rule::id(it))),
    };
    rules.map(blocker).collect()
}

/// Deletes `application` once that is confirmed.
#[component]
pub fn DeleteApplication(#[prop(into)] application: Signal<Option<Value>>, open: RwSignal<bool>) -> AnyView {
    let (session, flashes, go, busy) = (use_session(), use_flashes(), use_go(), RwSignal::new(false));
    let rules = rules_of(move || application.with(|it| it.as_ref().map(application::id)).filter(|_| open.get()));
    let blocked_by = move || rules.data.with(|data| data.as_ref().map(blockers).unwrap_or_default());
    let name = move || application.with(|it| it.as_ref().map(|it| text(it, "Name").to_owned()));
    let confirm = move || {
        let Some(doomed) = application.get_untracked() else { return };
        busy.set(true);
        spawn_local(async move {
            let (id, name) = (application::id(&doomed), text(&doomed, "Name").to_owned());
            let stale = [Operation::ListSipMediaApplications, Operation::GetSipMediaApplication];
            let input = json!({ "SipMediaApplicationId": id });
            let answer = write(session, Operation::DeleteSipMediaApplication, input, &stale).await;
            busy.try_set(false);
            open.try_set(false);
            match answer {
                Ok(_) => {
                    flashes.show(Flash::success(["Application “", &name, "” is deleted"].concat()));
                    go.to(&routes::sip_media_applications());
                }
                Err(error) => {
                    let title = ["Application “", &name, "” was not deleted"].concat();
                    let mut flash = Flash::failure(error.failure(title));
                    if error.is("Conflict") {
                        let href = routes::sip_media_application(&id, SipApplicationTab::Danger);
                        flash = flash.link("What blocks this", href);
                        // A rule came while the dialog was open.
                        invalidate(session, &[Operation::ListSipRules]);
                    }
                    flashes.show(flash);
                }
            }
        });
    };
    view! {
        <Confirm
            open
            title="Delete SIP media application"
            action="Delete application"
            objects=Signal::derive(move || name().into_iter().collect())
            effect=EFFECT
            blocked_by=Signal::derive(blocked_by)
            busy
            on_confirm=confirm
        >
            {move || rules.pending().then(|| view! { <p class="muted"><Spinner /> " Looking for rules that use it"</p> })}
        </Confirm>
    }
    .into_any()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn each_rule_that_targets_it_is_named_and_linked() {
        let blockers = blockers(&json!({ "SipRules": [{ "SipRuleId": "r1", "Name": "Order line" }] }));
        assert_eq!(blockers[0].text, "The rule “Order line” sends calls to it");
        assert_eq!(blockers[0].href.as_deref(), Some("/sip-rules/r1"));
    }
}
