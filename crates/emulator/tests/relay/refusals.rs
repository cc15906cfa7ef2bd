//! What is not passed on, and answers that are not given back.

use chime_emulator::relay::Relay;

use crate::support::program::send;
use crate::upstream::{EMPTY, before, upstream};
use crate::{HOST, ORIGIN, ask, refused, relay, start};

#[test]
fn other_hosts_are_refused() {
    let (relay, told) = before(EMPTY);
    for path in [
        "/",
        "/accounts",
        "/other.example.com/accounts",
        "/chime.example.com.evil.example/",
        "/chime.example.com:8443/",
        "/chime.example.com@evil.example/",
        "/169.254.169.254/latest/meta-data/",
        "/127.0.0.1/",
        "/%63hime.example.com/",
    ] {
        refused(&ask(&relay, path), 403, "HostNotAllowed");
    }
    assert!(told.try_recv().is_err());
    let absolute = ask(&relay, "http://chime.example.com/accounts");
    refused(&absolute, 403, "HostNotAllowed");
}

#[test]
fn addresses_cannot_be_allowed() {
    for text in ["169.254.169.254", "127.0.0.1", "[::1]", "chime.example.com:8443"] {
        assert!(Relay::new(&[text], &[]).is_err(), "{text}");
    }
}

#[test]
fn names_of_private_addresses_are_refused() {
    let relay = start(relay("localhost"));
    refused(&ask(&relay, "/localhost/accounts"), 403, "AddressNotAllowed");
}

#[test]
fn an_address_written_as_a_number_is_refused() {
    // 169.254.169.254, which resolvers understand.
    let relay = start(relay("2852039166"));
    let answer = ask(&relay, "/2852039166/latest/meta-data/");
    assert!(answer.body.contains("AddressNotAllowed") || answer.body.contains("EndpointUnreachable"), "{answer:?}");
}

#[test]
fn redirects_are_not_followed() {
    let (elsewhere, reached) = upstream(EMPTY);
    for status in ["301 Moved Permanently", "302 Found", "307 Temporary Redirect"] {
        let answer = format!(
            "HTTP/1.1 {status}\r\nlocation: http://{elsewhere}/secret\r\ncontent-length: 0\r\nconnection: close\r\n\r\n"
        );
        let (relay, _told) = before(answer.leak());
        let answer = ask(&relay, &format!("/{HOST}/accounts"));
        refused(&answer, 502, "RedirectRefused");
        assert_eq!(answer.header("location"), None);
    }
    assert!(reached.try_recv().is_err());
}

#[test]
fn oversized_bodies_are_refused() {
    let (relay, told) = before(EMPTY);
    let send = |length: usize| {
        send(&relay, "POST", &format!("/{HOST}/accounts"), &[ORIGIN], &vec![b' '; length]).expect("an answer")
    };
    refused(&send(1024 * 1024 + 1), 413, "RequestEntityTooLarge");
    assert!(told.try_recv().is_err());
    assert_eq!(send(1024 * 1024).status, 200);
}

#[test]
fn other_methods_are_refused() {
    let (relay, _told) = before(EMPTY);
    for method in ["PATCH", "OPTIONS", "CONNECT"] {
        let answer = send(&relay, method, &format!("/{HOST}/accounts"), &[ORIGIN], b"").expect("an answer");
        assert!(matches!(answer.status, 403 | 405), "{method}: {answer:?}");
    }
}
