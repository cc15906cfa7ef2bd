//! The applications of a rule, in the order they are tried: the first has priority 1. One in each Region (SR-2).

use std::sync::Arc;

use leptos::prelude::*;
use serde_json::{Value, json};

use super::rule::{Target, targets};
use crate::form::{Field, Node};
use crate::pages::sip::applications::application;
use crate::pages::sip::known::KnownApplications;
use crate::pages::sip::text;
use crate::ui::*;

const TARGETS: &str = "TargetApplications";

/// The field of a form for a rule.
pub fn field(known: KnownApplications) -> Field {
    Field::new(TARGETS)
        .label("Applications")
        .help("A call goes to the first; the next is tried where that cannot be reached. One in each Region.")
        .needed()
        .custom(move |node| input(node, known))
}

fn read(node: &Node) -> Vec<Target> {
    targets(&json!({ TARGETS: node.value() }))
}

/// Priorities count from 1 in the order given.
fn write(targets: &[Target]) -> Value {
    let one = |(place, target): (usize, &Target)| json!({ "SipMediaApplicationId": target.application, "Priority": place + 1, "AwsRegion": target.region });
    targets.iter().enumerate().map(one).collect()
}

/// What can still be added; an application of a Region that has one says so.
fn choices(applications: &[Value], chosen: &[Target]) -> Vec<Choice> {
    let choice = |it: &Value| {
        let (id, region) = (application::id(it), text(it, "AwsRegion"));
        if chosen.iter().any(|target| target.application == id) {
            return None;
        }
        let taken = chosen.iter().any(|target| target.region == region);
        let more = if taken { [" – ", region, " has an application"].concat() } else { [" – ", region].concat() };
        let label = [text(it, "Name"), &more].concat();
        Some(Choice::new(id, label).disabled(taken.then(|| "One application in each Region".to_owned())))
    };
    applications.iter().filter_map(choice).collect()
}

fn input(node: Arc<Node>, known: KnownApplications) -> AnyView {
    let (id, invalid, described_by) = (node.input_id().to_owned(), node.invalid(), node.described_by());
    let change = {
        let node = node.clone();
        Callback::new(move |targets: Value| node.load(Some(&targets)))
    };
    let chosen = Signal::derive({
        let node = node.clone();
        move || node.value()
    });
    let options = Signal::derive({
        let node = node.clone();
        move || {
            let first = Choice::new("", "Add an application…");
            std::iter::once(first).chain(choices(&known.all(), &read(&node))).collect::<Vec<_>>()
        }
    });
    let add = {
        let node = node.clone();
        move |id: String| {
            let found = untrack(|| known.all()).into_iter().find(|it| application::id(it) == id);
            let Some(found) = found else { return };
            let mut targets = untrack(|| read(&node));
            targets.push(Target { application: id, priority: 0, region: text(&found, "AwsRegion").to_owned() });
            change.run(write(&targets));
        }
    };
    let select = id.clone();
    let rows = move || {
        chosen.track();
        let all = untrack(|| read(&node));
        let count = all.len();
        let row = |(place, target): (usize, Target)| row((place, count), &target, &id, known, node.clone(), change);
        all.into_iter().enumerate().map(row).collect_view()
    };
    view! {
        <ol class="target-rows">{rows}</ol>
        <Select id=select value=Signal::stored(String::new()) options on_change=add invalid described_by required=true />
    }
    .into_any()
}

fn row(
    (place, count): (usize, usize),
    target: &Target,
    field: &str,
    known: KnownApplications,
    node: Arc<Node>,
    change: Callback<Value>,
) -> AnyView {
    let id = target.application.clone();
    let name = Signal::derive(move || known.name(&id));
    let button_id = {
        let (field, application) = (field.to_owned(), target.application.clone());
        move |way: &str| [&field, "-", way, "-", &application].concat()
    };
    let step = |down: bool| {
        let (node, way) = (node.clone(), if down { "down" } else { "up" });
        let own_id = button_id(way);
        let again = own_id.clone();
        let press = move || {
            let mut targets = untrack(|| read(&node));
            targets.swap(place, if down { place + 1 } else { place - 1 });
            change.run(write(&targets));
            // The row is drawn anew; the keys stay on its button.
            focus_id(again.clone());
        };
        let reason = match (down, place) {
            (false, 0) => Some("It is the first.".to_owned()),
            (true, _) if place + 1 == count => Some("It is the last.".to_owned()),
            _ => None,
        };
        let icon = if down { IconName::ChevronDown } else { IconName::ChevronUp };
        let label = Signal::derive(move || ["Move ", &name.get(), " ", way].concat());
        view! { <IconButton icon label id=own_id disabled_reason=Signal::stored(reason) on_press=press /> }
    };
    let steps = (count > 1).then(|| (step(false), step(true)));
    let remove = {
        let field = field.to_owned();
        move || {
            let mut targets = untrack(|| read(&node));
            targets.remove(place);
            change.run(write(&targets));
            focus_id(field.clone());
        }
    };
    view! {
        <li>
            <span class="flow-priority" title="Priority">{place + 1}</span>
            <span class="target-name">{name} " " <span class="muted">{target.region.clone()}</span></span>
            {steps}
            <IconButton
                icon=IconName::Trash
                label=Signal::derive(move || ["Remove ", &name.get()].concat())
                on_press=remove
            />
        </li>
    }
    .into_any()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn target(application: &str, region: &str) -> Target {
        Target { application: application.to_owned(), priority: 7, region: region.to_owned() }
    }

    #[test]
    fn priorities_follow_the_order() {
        let written = write(&[target("a", "us-east-1"), target("b", "us-west-2")]);
        assert_eq!(written[1], json!({ "SipMediaApplicationId": "b", "Priority": 2, "AwsRegion": "us-west-2" }));
    }

    #[test]
    fn a_region_that_has_an_application_takes_no_second() {
        let applications = [("a", "us-east-1"), ("b", "us-east-1"), ("c", "us-west-2")]
            .map(|(id, region)| json!({ "SipMediaApplicationId": id, "Name": id, "AwsRegion": region }));
        let choices = choices(&applications, &[target("a", "us-east-1")]);
        let open: Vec<_> = choices.iter().map(|it| (it.value.as_str(), it.disabled.is_none())).collect();
        assert_eq!(open, [("b", false), ("c", true)]);
    }
}
