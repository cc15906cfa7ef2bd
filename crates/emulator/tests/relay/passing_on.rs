//! Requests on their way to the host, and answers on their way back.

use std::net::TcpListener;
use std::time::{Duration, Instant, SystemTime};

use aws_credential_types::Credentials;
use aws_sigv4::http_request::{SignableBody, SignableRequest, SigningSettings, sign};
use aws_sigv4::sign::v4;

use crate::support::program::{Program, send};
use crate::upstream::{EMPTY, before, upstream};
use crate::{HOST, ORIGIN, ask, refused, relay, start};

#[test]
fn a_request_arrives_as_it_was_signed() {
    let (relay, told) = before(EMPTY);
    let sent = [
        ORIGIN,
        ("authorization", "AWS4-HMAC-SHA256 Credential=…"),
        ("x-amz-date", "20260101T000000Z"),
        ("content-type", "application/json"),
        ("cookie", "other=1"),
        ("referer", "https://console.example.com/"),
        ("sec-fetch-mode", "cors"),
    ];
    let path = "/console/accounts/a%2Fb//c%20d?operation=add&x=%7B1%7D&y";
    let answer = send(&relay, "POST", &format!("/{HOST}{path}"), &sent, b"{\"Name\": 1}").expect("an answer");
    assert_eq!((answer.status, answer.body.as_str()), (200, "{}"));
    let request = told.recv().expect("a request");
    assert!(request.starts_with(&format!("POST {path} HTTP/1.1\r\n")), "{request}");
    assert!(request.ends_with("\r\n\r\n{\"Name\": 1}"), "{request}");
    for line in
        ["host: chime.example.com\r\n", "x-amz-date: 20260101T000000Z\r\n", "content-type: application/json\r\n"]
    {
        assert!(request.contains(line), "{line} {request}");
    }
    assert!(request.contains("authorization: AWS4-HMAC-SHA256"), "{request}");
    for name in ["cookie:", "referer:", "origin:", "sec-fetch-mode:", "127.0.0.1"] {
        assert!(!request.contains(name), "{name} {request}");
    }
}

#[test]
fn a_slow_host_is_given_up() {
    let (address, _told) = upstream("");
    let slow = relay(HOST).with_upstream(&format!("{HOST}=http://{address}")).expect("an upstream");
    let relay = start(slow.with_patience(Duration::from_millis(200)));
    let begin = Instant::now();
    refused(&ask(&relay, &format!("/{HOST}/accounts")), 504, "EndpointTimeout");
    assert!(begin.elapsed() < Duration::from_secs(10));
}

#[test]
fn answers_are_streamed_and_cut_off_in_time() {
    let (address, _told) = upstream("HTTP/1.1 200 OK\r\ncontent-length: 100\r\n\r\nbegins");
    let slow = relay(HOST).with_upstream(&format!("{HOST}=http://{address}")).expect("an upstream");
    let relay = start(slow.with_patience(Duration::from_millis(300)));
    let answer = ask(&relay, &format!("/{HOST}/accounts"));
    assert_eq!((answer.status, answer.body.as_str()), (200, "begins"));
}

#[test]
fn a_host_that_does_not_answer_is_named() {
    let port = TcpListener::bind("127.0.0.1:0").expect("a port").local_addr().expect("an address");
    let relay = start(relay(HOST).with_upstream(&format!("{HOST}=http://{port}")).expect("an upstream"));
    let answer = ask(&relay, &format!("/{HOST}/accounts"));
    refused(&answer, 502, "EndpointUnreachable");
    assert!(answer.body.contains(HOST));
}

pub fn signed(method: &str, path: &str, body: &[u8], secret: &str) -> Vec<(String, String)> {
    let identity = Credentials::new("emulator", secret, None, None, "test").into();
    let settings = SigningSettings::default();
    let params = v4::SigningParams::builder().identity(&identity).region("us-east-1").name("chime");
    let params = params.time(SystemTime::now()).settings(settings).build().expect("parameters").into();
    let url = format!("https://{HOST}{path}");
    let request = SignableRequest::new(method, url, std::iter::empty(), SignableBody::Bytes(body)).expect("a request");
    let (instructions, _) = sign(request, &params).expect("a signature").into_parts();
    instructions.headers().map(|(name, value)| (name.to_owned(), value.to_owned())).collect()
}

#[test]
fn a_signature_for_the_real_host_is_good_behind_the_relay() {
    let emulator = Program::start(&["--in-memory"]);
    let relay = start(relay(HOST).with_upstream(&format!("{HOST}=http://{}", emulator.api)).expect("an upstream"));
    let call = |method: &str, path: &str, body: &[u8], secret: &str| {
        let signature = signed(method, path, body, secret);
        let mut headers: Vec<_> = signature.iter().map(|(name, value)| (name.as_str(), value.as_str())).collect();
        headers.push(ORIGIN);
        send(&relay, method, &format!("/{HOST}{path}"), &headers, body).expect("an answer")
    };
    let created = call("POST", "/console/accounts", br#"{"Name": "Through"}"#, "emulator-secret");
    assert_eq!(created.status, 201, "{created:?}");
    let listed = call("GET", "/accounts?max-results=5&name=Through", b"", "emulator-secret");
    assert!(listed.status == 200 && listed.body.contains("Through"), "{listed:?}");
    let wrong = call("GET", "/accounts", b"", "another-secret");
    assert_eq!((wrong.status, wrong.header("access-control-allow-origin")), (403, Some(ORIGIN.1)));
}
