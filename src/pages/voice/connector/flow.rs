//! How calls flow through a voice connector: the lanes of the drawing, their lines, and the same in words.

use leptos::prelude::*;
use serde_json::Value;

use super::share::in_order;
use crate::table::text_of;

/// How strong the line of all calls is, and the weakest one, in px.
const STRENGTH: (i64, i64) = (8, 2);

/// One place where calls come from or go to.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Stop {
    /// Its name: a host, a block of addresses.
    pub name: String,
    /// What is said of it.
    pub note: String,
    /// Its part of the calls, in percent.
    pub percent: i64,
    /// Whether calls only come here when others fail.
    pub spare: bool,
}

/// Where inbound calls go, in the order in which it is tried.
pub fn routes(origination: &Value) -> Vec<Stop> {
    let stop = |(route, share): (Value, super::share::Share)| {
        let protocol = route["Protocol"].as_str().unwrap_or("SIP");
        let port = route["Port"].as_i64().map(|port| [":", &port.to_string()].concat()).unwrap_or_default();
        let priority = share.priority.to_string();
        Stop {
            name: [&text_of(&route["Host"]), port.as_str()].concat(),
            note: ["Priority ", &priority, " · ", protocol, " · ", &share.words()].concat(),
            percent: share.percent,
            spare: !share.first,
        }
    };
    in_order(origination).into_iter().map(stop).collect()
}

/// Where outbound calls come from.
pub fn sources(termination: &Value, credentials: usize) -> Vec<Stop> {
    let blocks = termination["CidrAllowedList"].as_array().into_iter().flatten();
    let stop = |block: &Value| Stop { name: text_of(block), percent: 25, ..Stop::default() };
    let mut stops: Vec<_> = blocks.map(stop).collect();
    if credentials > 0 {
        let name =
            [credentials.to_string().as_str(), if credentials == 1 { " SIP login" } else { " SIP logins" }].concat();
        stops.push(Stop { name, note: "Hosts must sign in".to_owned(), percent: 25, spare: false });
    }
    stops
}

/// The lines between one place and several: from it, or `to` it. Decoration: the places say the same in words.
pub fn lines(stops: &[Stop], to: bool, off: bool) -> AnyView {
    let count = i64::try_from(stops.len()).unwrap_or(1).max(1);
    let line = |(place, stop): (usize, &Stop)| {
        let middle = (i64::try_from(place).unwrap_or_default() * 2 + 1) * 100 / (count * 2);
        let class = if off || stop.spare { "calls-line calls-line-spare" } else { "calls-line" };
        let (all, least) = STRENGTH;
        let strength = if off || stop.spare { least } else { (stop.percent * all / 100).max(least) };
        view! { <path class=class d=path(middle, to) style:stroke-width=[&strength.to_string(), "px"].concat() /> }
    };
    let alone = [Stop { percent: 25, ..Stop::default() }];
    let stops = if stops.is_empty() { &alone[..] } else { stops };
    let paths = stops.iter().enumerate().map(line).collect_view();
    view! {
        <div class="calls-link" aria-hidden="true">
            <svg class="calls-fan" viewBox="0 0 100 100" preserveAspectRatio="none">
                {paths}
            </svg>
            <svg class="calls-down" viewBox="0 0 16 24">
                <path class="calls-line" d="M8 1v21M3 17l5 5 5-5" />
            </svg>
        </div>
    }
    .into_any()
}

/// A curve between the middle of one side and the height `place` of the other, both in percent.
fn path(place: i64, to: bool) -> String {
    let place = place.to_string();
    let (from, end) = if to { (place.as_str(), "50") } else { ("50", place.as_str()) };
    ["M0 ", from, "C50 ", from, " 50 ", end, " 100 ", end].concat()
}

/// The drawing in words. None is what is not known or not set up.
pub fn words(numbers: Option<&str>, origination: Option<&Value>, termination: Option<&Value>) -> String {
    let off = |part: &Value| part["Disabled"] == true;
    let listed = |stops: &[Stop]| stops.iter().map(|stop| stop.name.as_str()).collect::<Vec<_>>().join(", ");
    let calls =
        numbers.map_or("No phone number is attached. Calls in".to_owned(), |numbers| ["Calls to ", numbers].concat());
    let inbound = match origination {
        None => [&calls, " have nowhere to go: origination is not set up."].concat(),
        Some(part) if off(part) => [&calls, " are not taken: origination is off."].concat(),
        Some(part) => {
            let (spare, first): (Vec<_>, Vec<_>) = routes(part).into_iter().partition(|stop| stop.spare);
            let later = if spare.is_empty() { String::new() } else { [", then to ", &listed(&spare)].concat() };
            [&calls, " go to ", &listed(&first), &later, "."].concat()
        }
    };
    let outbound = match termination {
        None => "Nobody can call out: termination is not set up.".to_owned(),
        Some(part) if off(part) => "Nobody can call out: termination is off.".to_owned(),
        Some(part) => {
            let regions = text_of(&part["CallingRegions"]);
            ["Calls from ", &listed(&sources(part, 0)), " go out to ", &regions, "."].concat()
        }
    };
    [&inbound, " ", &outbound].concat()
}

#[cfg(test)]
mod tests {
    use serde_json::json;

    use super::*;

    #[test]
    fn the_words_say_what_the_drawing_shows() {
        let origination = json!({ "Disabled": false, "Routes": [
            { "Host": "spare.example.com", "Port": 5060, "Priority": 2 },
            { "Host": "sbc1.example.com", "Port": 5061, "Priority": 1, "Weight": 70 },
            { "Host": "sbc2.example.com", "Port": 5061, "Priority": 1, "Weight": 30 },
        ] });
        let termination = json!({ "CidrAllowedList": ["203.0.113.0/28"], "CallingRegions": ["US", "CA"] });
        assert_eq!(
            words(Some("2 numbers"), Some(&origination), Some(&termination)),
            "Calls to 2 numbers go to sbc1.example.com:5061, sbc2.example.com:5061, then to spare.example.com:5060. \
             Calls from 203.0.113.0/28 go out to US, CA."
        );
        assert_eq!(
            words(None, None, None),
            "No phone number is attached. Calls in have nowhere to go: origination is not set up. Nobody can call out: \
             termination is not set up."
        );
        let off = json!({ "Disabled": true });
        assert!(words(None, Some(&off), Some(&off)).contains("origination is off"));
    }

    #[test]
    fn lines_meet_in_the_middle() {
        assert_eq!(path(25, false), "M0 50C50 50 50 25 100 25");
        assert_eq!(path(25, true), "M0 25C50 25 50 50 100 50");
    }

    #[test]
    fn logins_are_a_source_of_calls() {
        let names = |logins| sources(&json!({ "CidrAllowedList": ["10.0.0.0/8"] }), logins);
        assert_eq!(names(0).len(), 1);
        assert_eq!(names(2)[1].name, "2 SIP logins");
    }
}
