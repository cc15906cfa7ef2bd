//! Which pages may ask, and read the answers.

use crate::support::program::send;
use crate::upstream::{EMPTY, before};
use crate::{HOST, ORIGIN, ask, relay, start};

#[test]
fn the_headers_of_cors_are_the_relays_own() {
    let (relay, _told) = before(
        "HTTP/1.1 200 OK\r\ncontent-length: 2\r\nx-amzn-requestid: r-1\r\naccess-control-allow-origin: *\r\n\
         set-cookie: a=b\r\nconnection: close\r\n\r\n{}",
    );
    let answer = ask(&relay, &format!("/{HOST}/accounts"));
    assert_eq!(answer.header("access-control-allow-origin"), Some(ORIGIN.1));
    assert_eq!(answer.header("vary"), Some("origin"));
    assert_eq!(answer.header("x-amzn-requestid"), Some("r-1"));
    assert!(answer.header("access-control-expose-headers").is_some_and(|names| names.contains("x-amzn-requestid")));
    assert_eq!(answer.header("set-cookie"), None);
}

#[test]
fn preflights_are_answered_for_the_named_origin_only() {
    let relay = start(relay(HOST));
    let asked = |origin| {
        let headers = [
            ("origin", origin),
            ("access-control-request-method", "DELETE"),
            ("access-control-request-headers", "authorization,x-amz-date"),
            ("access-control-request-private-network", "true"),
        ];
        send(&relay, "OPTIONS", &format!("/{HOST}/accounts/a"), &headers, b"").expect("an answer")
    };
    let named = asked(ORIGIN.1);
    assert_eq!((named.status, named.header("access-control-allow-origin")), (204, Some(ORIGIN.1)));
    assert!(named.header("access-control-allow-methods").is_some_and(|methods| methods.contains("DELETE")));
    assert_eq!(named.header("access-control-allow-headers"), Some("authorization,x-amz-date"));
    assert_eq!(named.header("access-control-allow-private-network"), Some("true"));
    let other = asked("https://elsewhere.example.com");
    assert_eq!(other.status, 403);
    assert!(!other.head.contains("access-control-"), "{}", other.head);
}

#[test]
fn pages_of_other_origins_get_nothing() {
    let (relay, told) = before(EMPTY);
    let others = [
        "https://elsewhere.example.com",
        "https://console.example.com.evil.example",
        "http://console.example.com",
        "null",
    ];
    for headers in others.map(|origin| vec![("origin", origin)]).into_iter().chain([Vec::new()]) {
        let answer = send(&relay, "GET", &format!("/{HOST}/accounts"), &headers, b"").expect("an answer");
        assert!(answer.status == 403 && answer.body.contains("OriginNotAllowed"), "{headers:?}: {answer:?}");
        assert!(!answer.head.contains("access-control-"), "{}", answer.head);
    }
    assert!(told.try_recv().is_err(), "and nothing was passed on");
}
