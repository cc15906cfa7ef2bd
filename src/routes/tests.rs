//! Every address of the console, on one page.

use chime_model::Operation;
use percent_encoding::percent_decode_str;
use serde_json::{Value, json};

use super::*;

/// Each page's address with `<name>` for an id, its breadcrumbs, and a mark where it stands in the navigation.
fn table() -> String {
    let line = |route: &'static Route| {
        let params = route.params().map(|name| (name, format!("<{name}>"))).collect();
        let place = Place { route, params };
        let crumbs: Vec<_> = place.trail().iter().map(|route| route.crumb).collect();
        let mark = if route.nav.is_some() { " *" } else { "" };
        format!("{:<36} {}{mark}\n", route.path, crumbs.join(" > "))
    };
    all().map(line).collect()
}

#[test]
fn every_url_with_its_breadcrumbs() {
    let expected = "
/overview                            Overview *
/accounts                            Accounts *
/accounts/create                     Accounts > Create
/accounts/:account                   Accounts > :account
/accounts/:account/users             Accounts > :account > Users
/accounts/:account/rooms             Accounts > :account > Rooms
/accounts/:account/bots              Accounts > :account > Bots
/accounts/:account/retention         Accounts > :account > Retention
/accounts/:account/policies          Accounts > :account > Policies
/accounts/:account/delegates         Accounts > :account > Sign-in delegates
/accounts/:account/danger            Accounts > :account > Danger zone
/accounts/:account/users/invite      Accounts > :account > Users > Invite
/accounts/:account/users/create      Accounts > :account > Users > Create
/accounts/:account/users/:user       Accounts > :account > Users > :user
/accounts/:account/rooms/create      Accounts > :account > Rooms > Create
/accounts/:account/rooms/:room       Accounts > :account > Rooms > :room
/accounts/:account/rooms/:room/add   Accounts > :account > Rooms > :room > Add members
/accounts/:account/bots/create       Accounts > :account > Bots > Create
/accounts/:account/bots/:bot         Accounts > :account > Bots > :bot
/voice-connectors                    Voice connectors *
/voice-connectors/create             Voice connectors > Create
/voice-connectors/:connector         Voice connectors > :connector
/voice-connectors/:connector/numbers Voice connectors > :connector > Phone numbers
/voice-connectors/:connector/origination Voice connectors > :connector > Origination
/voice-connectors/:connector/termination Voice connectors > :connector > Termination
/voice-connectors/:connector/emergency Voice connectors > :connector > Emergency calling
/voice-connectors/:connector/streaming Voice connectors > :connector > Streaming
/voice-connectors/:connector/logging Voice connectors > :connector > Logging
/voice-connectors/:connector/proxy   Voice connectors > :connector > Proxy
/voice-connectors/:connector/danger  Voice connectors > :connector > Danger zone
/voice-connectors/:connector/proxy/:session Voice connectors > :connector > Proxy > :session
/voice-connector-groups              Voice connector groups *
/voice-connector-groups/create       Voice connector groups > Create
/voice-connector-groups/:group       Voice connector groups > :group
/sip-media-applications              SIP media applications *
/sip-media-applications/create       SIP media applications > Create
/sip-media-applications/:application SIP media applications > :application
/sip-media-applications/:application/logging SIP media applications > :application > Logging
/sip-media-applications/:application/test-call SIP media applications > :application > Test call
/sip-media-applications/:application/danger SIP media applications > :application > Danger zone
/sip-rules                           SIP rules *
/sip-rules/create                    SIP rules > Create
/sip-rules/:rule                     SIP rules > :rule
/address-check                       E911 address check *
/app-instances                       App instances *
/app-instances/create                App instances > Create
/app-instances/:instance             App instances > :instance
/app-instances/:instance/users       App instances > :instance > Users
/app-instances/:instance/admins      App instances > :instance > Admins
/app-instances/:instance/channels    App instances > :instance > Channels
/app-instances/:instance/retention   App instances > :instance > Retention
/app-instances/:instance/streaming   App instances > :instance > Streaming
/app-instances/:instance/danger      App instances > :instance > Danger zone
/app-instances/:instance/users/create App instances > :instance > Users > Create
/app-instances/:instance/users/:user App instances > :instance > Users > :user
/app-instances/:instance/channels/create App instances > :instance > Channels > Create
/app-instances/:instance/channels/:channel App instances > :instance > Channels > :channel
/app-instances/:instance/channels/:channel/members App instances > :instance > Channels > :channel > Members
/app-instances/:instance/channels/:channel/moderators App instances > :instance > Channels > :channel > Moderators
/app-instances/:instance/channels/:channel/bans App instances > :instance > Channels > :channel > Bans
/app-instances/:instance/channels/:channel/settings App instances > :instance > Channels > :channel > Settings
/meetings                            Meetings *
/meetings/create                     Meetings > Start
/meetings/:meeting                   Meetings > :meeting
/meetings/:meeting/attendees         Meetings > :meeting > Attendees
/meetings/:meeting/transcription     Meetings > :meeting > Transcription
/meetings/:meeting/dial-out          Meetings > :meeting > Dial-out
/meetings/:meeting/tags              Meetings > :meeting > Tags
/meetings/:meeting/danger            Meetings > :meeting > Danger zone
/meetings/:meeting/attendees/create  Meetings > :meeting > Attendees > Add
/meetings/:meeting/attendees/:attendee Meetings > :meeting > Attendees > :attendee
/media-capture-pipelines             Capture pipelines *
/media-capture-pipelines/create      Capture pipelines > Capture
/media-capture-pipelines/:pipeline   Capture pipelines > :pipeline
/tags                                Tags by ARN *
/phone-numbers                       Phone numbers *
/phone-numbers/order                 Phone numbers > Order *
/phone-numbers/orders                Phone numbers > Orders *
/phone-numbers/orders/:order         Phone numbers > Orders > :order
/phone-numbers/deleted               Phone numbers > Deletion queue *
/phone-numbers/:number               Phone numbers > :number
/settings                            Phone and call settings *
/explorer                            API explorer *
/explorer/:operation                 API explorer > :operation
/requests                            Request log *
/requests/:request                   Request log > :request
/emulator/clock                      Clock *
/emulator/events                     Events *
/emulator/hooks                      Hooks *
/emulator/faults                     Faults *
/emulator/data                       Data *
/connect                             Connect
";
    assert_eq!(table(), expected.trim_start());
}

#[test]
fn every_page_has_one_row_and_is_found_by_its_own_address() {
    for route in all() {
        assert_eq!(all().filter(|other| other.page == route.page).count(), 1, "{:?}", route.page);
        let place = find(&route.fill(|_| Some("id"))).unwrap();
        assert_eq!(place.route.page, route.page);
    }
}

#[test]
fn an_id_is_one_segment_there_and_back() {
    let id = "arn:aws:chime:us-east-1:1:app-instance/a b?#%2B+é";
    let href = user("1", id);
    assert_eq!(href, "/accounts/1/users/arn%3Aaws%3Achime%3Aus-east-1%3A1%3Aapp-instance%2Fa%20b%3F%23%252B%2B%C3%A9");
    assert_eq!(find(&href).unwrap().param("user"), Some(id));
}

#[test]
fn an_input_is_in_the_explorers_address_there_and_back_but_nothing_secret_or_personal() {
    let there_and_back = |operation, input: Value| {
        let href = explore(operation, &input);
        let (path, query) = href.split_once('?').unwrap_or((&href, ""));
        assert_eq!(find(path).unwrap().param("operation"), Some(operation.name()));
        let value = |key: &str| {
            let raw = query.split('&').find_map(|pair| pair.strip_prefix(key)?.strip_prefix('='))?;
            Some(percent_decode_str(raw).decode_utf8().unwrap().into_owned())
        };
        (query.split('=').next().unwrap_or_default().to_owned(), explored(operation, value))
    };
    let plain = json!({"AccountId": "a b&c", "MaxResults": 5});
    assert_eq!(there_and_back(Operation::ListUsers, plain.clone()), ("AccountId".to_owned(), plain));
    let nested = json!({"AccountId": "1", "AccountSettings": {"EnableDialOut": true}});
    assert_eq!(there_and_back(Operation::UpdateAccountSettings, nested.clone()), ("input".to_owned(), nested));
    let secret = json!({"VoiceConnectorId": "v", "Credentials": [{"Username": "u", "Password": "hunter2"}]});
    let (_, input) = there_and_back(Operation::PutVoiceConnectorTerminationCredentials, secret);
    assert_eq!(input, json!({"VoiceConnectorId": "v", "Credentials": [{}]}));
    let typed = |key: &str| (key == "input").then(|| json!({"Credentials": [{"Password": "p"}]}).to_string());
    let input = explored(Operation::PutVoiceConnectorTerminationCredentials, typed);
    assert_eq!(input, json!({"Credentials": [{}]}), "nobody's link fills in a secret");
}

#[test]
fn an_address_of_no_page_is_not_found() {
    for path in ["", "/", "/account", "/accounts//users", "/accounts/1/users/2/3", "/accounts/%FF"] {
        assert!(find(path).is_none(), "{path}");
    }
    assert!(find("/accounts/").is_some(), "a trailing slash is forgiven");
}

#[test]
fn tabs_share_a_screen_and_objects_do_not() {
    let at = |path| find(path).unwrap();
    assert!(at("/accounts/1").same_screen(&at("/accounts/1/users")));
    assert!(!at("/accounts/1").same_screen(&at("/accounts/2")));
    assert!(!at("/accounts/1/users").same_screen(&at("/accounts/1/users/2")));
}

#[test]
fn a_place_links_to_its_parents_only_with_its_ids() {
    let place = find("/accounts/1/users/2").unwrap();
    let links: Vec<_> = place.trail().iter().map(|route| place.sibling(route).unwrap().href()).collect();
    assert_eq!(links, ["/accounts", "/accounts/1", "/accounts/1/users", "/accounts/1/users/2"]);
    assert_eq!(find("/accounts").unwrap().sibling(place.route), None);
}
