//! The ends of the drawing: numbers, routes, sources, regions.

use leptos::prelude::*;

use super::super::numbers::count_words;
use super::flow::Stop;
use super::parts::Parts;
use crate::routes::ConnectorTab;
use crate::table::text_of;
use crate::ui::*;

/// How many numbers are named in the drawing.
const NAMED: usize = 3;

/// A place of the drawing, which leads to its tab.
fn place(lane: &'static str, title: &'static str, href: String, class: &'static str, body: AnyView) -> AnyView {
    view! {
        <section class=["calls-place ", class].concat()>
            <p class="calls-lane">{lane}</p>
            <h3 class="calls-title"><a class="link" href=href>{title}</a></h3>
            {body}
        </section>
    }
    .into_any()
}

/// What is missing, and the way to it.
fn missing(text: &'static str, action: &'static str, href: String) -> AnyView {
    view! {
        <p class="muted">{text}</p>
        <p><ButtonLink href>{action}</ButtonLink></p>
    }
    .into_any()
}

fn stops(stops: Vec<Stop>) -> AnyView {
    let stop = |stop: Stop| {
        let class = if stop.spare { "calls-stop calls-stop-spare" } else { "calls-stop" };
        view! {
            <li class=class>
                <span class="mono">{stop.name}</span>
                <span class="calls-note">{stop.note}</span>
            </li>
        }
    };
    view! { <ul class="calls-stops">{stops.into_iter().map(stop).collect_view()}</ul> }.into_any()
}

/// What rings.
pub fn numbers(parts: Parts) -> AnyView {
    let body = move || {
        let href = parts.to(ConnectorTab::Numbers);
        let Some(answer) = parts.numbers.data.get() else { return dash() };
        let Some(words) = count_words(&answer) else {
            return missing("No number rings here.", "Attach numbers", href);
        };
        let all = answer["PhoneNumbers"].as_array().into_iter().flatten();
        let lines = all.take(NAMED).map(|it| view! { <li><Personal text=text_of(&it["E164PhoneNumber"]) /></li> });
        view! {
            <p class="strong">{words}</p>
            <ul class="calls-numbers">{lines.collect_view()}</ul>
        }
        .into_any()
    };
    place("Calls in", "Phone numbers", parts.to(ConnectorTab::Numbers), "calls-from-in", body.into_any())
}

/// Where inbound calls go.
pub fn hosts(parts: Parts) -> AnyView {
    let body = move || {
        let href = parts.to(ConnectorTab::Origination);
        match parts.origination.value() {
            None => missing("Calls have nowhere to go.", "Set up origination", href),
            Some(part) => {
                let off = part["Disabled"] == true;
                view! { {off.then(|| view! { <Status tone=Tone::Warning text="Off" /> })} {stops(parts.hosts())} }
                    .into_any()
            }
        }
    };
    place("Your SIP hosts", "Origination routes", parts.to(ConnectorTab::Origination), "calls-to-in", body.into_any())
}

/// Where outbound calls come from.
pub fn callers(parts: Parts) -> AnyView {
    let body = move || {
        let href = parts.to(ConnectorTab::Termination);
        match parts.termination.value() {
            None => missing("Nobody can call out.", "Set up termination", href),
            Some(part) => {
                let off = part["Disabled"] == true;
                let off = off.then(|| view! { <Status tone=Tone::Warning text="Off" /> });
                view! { {off} {stops(parts.callers())} }.into_any()
            }
        }
    };
    place("Calls out", "Termination sources", parts.to(ConnectorTab::Termination), "calls-from-out", body.into_any())
}

/// Where outbound calls may go.
pub fn network(parts: Parts) -> AnyView {
    let body = move || {
        let Some(part) = parts.termination.value() else {
            return view! { <p class="muted">"No calls out."</p> }.into_any();
        };
        let limit = text_of(&part["CpsLimit"]);
        let limit = [limit.as_str(), if limit == "1" { " call per second" } else { " calls per second" }].concat();
        let caller = text_of(&part["DefaultPhoneNumber"]);
        let caller =
            (!caller.is_empty()).then(|| view! { <p class="calls-note">"Caller id " <Personal text=caller /></p> });
        view! {
            <p class="strong">{text_of(&part["CallingRegions"])}</p>
            <p class="calls-note">{limit}</p>
            {caller}
        }
        .into_any()
    };
    place("Telephone network", "Calling regions", parts.to(ConnectorTab::Termination), "calls-to-out", body.into_any())
}
