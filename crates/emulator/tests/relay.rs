//! The relay from outside: what it passes on, what it refuses, and who may read the answers.
#![cfg(feature = "server")]

mod support;

use std::io::{BufRead, BufReader, Read, Write};
use std::net::{SocketAddr, TcpListener, TcpStream};
use std::process::{Child, Stdio};
use std::sync::mpsc::{Receiver, channel};
use std::thread;
use std::time::{Duration, Instant, SystemTime};

use aws_credential_types::Credentials;
use aws_sigv4::http_request::{SignableBody, SignableRequest, SigningSettings, sign};
use aws_sigv4::sign::v4;
use chime_emulator::relay::Relay;
use support::program::{Answer, Program, command, send};

const ORIGIN: (&str, &str) = ("origin", "https://console.example.com");
const HOST: &str = "chime.example.com";

fn relay(allowed: &str) -> Relay {
    Relay::new(&[allowed], &[ORIGIN.1]).expect("a relay")
}

/// Serves in this process until the test ends.
fn start(relay: Relay) -> String {
    let (tell, told) = channel();
    thread::spawn(move || {
        let runtime = tokio::runtime::Builder::new_current_thread().enable_all().build().expect("a runtime");
        runtime.block_on(async {
            let listener = tokio::net::TcpListener::bind("127.0.0.1:0").await.expect("a port");
            tell.send(listener.local_addr().expect("an address").to_string()).expect("is told");
            relay.run(listener, std::future::pending()).await;
        });
    });
    told.recv().expect("an address")
}

/// A server that gives one answer to everything, and tells what it was asked.
fn upstream(answer: &'static str) -> (SocketAddr, Receiver<String>) {
    let listener = TcpListener::bind("127.0.0.1:0").expect("a port");
    let address = listener.local_addr().expect("an address");
    let (tell, told) = channel();
    thread::spawn(move || {
        for stream in listener.incoming() {
            let mut stream = stream.expect("a connection");
            let request = read_request(&stream);
            stream.write_all(answer.as_bytes()).expect("is sent");
            // A test that ended asks no more.
            let _ = tell.send(request);
            if !answer.contains("connection: close") {
                // Holds the connection open, as a server does that is slow.
                thread::sleep(Duration::from_secs(60));
            }
        }
    });
    (address, told)
}

fn read_request(stream: &TcpStream) -> String {
    let mut reader = BufReader::new(stream);
    let mut text = String::new();
    while !text.ends_with("\r\n\r\n") && reader.read_line(&mut text).expect("a line") > 0 {}
    let length = text.lines().find_map(|line| line.strip_prefix("content-length: ")?.parse().ok()).unwrap_or(0);
    let mut body = vec![0; length];
    reader.read_exact(&mut body).expect("a body");
    text + &String::from_utf8_lossy(&body)
}

/// A relay before that server.
fn before(answer: &'static str) -> (String, Receiver<String>) {
    let (address, told) = upstream(answer);
    (start(relay(HOST).with_upstream(&format!("{HOST}=http://{address}")).expect("an upstream")), told)
}

fn ask(relay: &str, path: &str) -> Answer {
    send(relay, "GET", path, &[ORIGIN], b"").expect("an answer")
}

fn refused(answer: &Answer, status: u16, code: &str) {
    assert_eq!(answer.status, status, "{answer:?}");
    let error: serde_json::Value = serde_json::from_str(&answer.body).expect("JSON");
    assert_eq!(error["Code"], code);
    assert!(error["Message"].as_str().is_some_and(|message| message.ends_with('.')), "{error}");
    assert_eq!(answer.header("access-control-allow-origin"), Some(ORIGIN.1), "the console can tell why");
}

const EMPTY: &str = "HTTP/1.1 200 OK\r\ncontent-length: 2\r\nconnection: close\r\n\r\n{}";

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

fn signed(method: &str, path: &str, body: &[u8], secret: &str) -> Vec<(String, String)> {
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

/// The program itself; killed when dropped.
struct Running(Child);

impl Drop for Running {
    fn drop(&mut self) {
        let _ = self.0.kill();
        let _ = self.0.wait();
    }
}

#[test]
fn the_log_holds_no_secret() {
    let (upstream, _told) = upstream(EMPTY);
    let upstream = format!("{HOST}=http://{upstream}");
    let arguments =
        ["relay", "--allow", HOST, "--listen", "127.0.0.1:0", "--origin", ORIGIN.1, "--upstream", &upstream];
    let mut command = command(&arguments);
    let child = command.env("RUST_LOG", "trace").stdout(Stdio::piped()).stderr(Stdio::piped()).spawn();
    let mut running = Running(child.expect("the binary starts"));
    let mut greeting = String::new();
    BufReader::new(running.0.stdout.take().expect("a pipe")).read_line(&mut greeting).expect("a line");
    let address = greeting.trim().rsplit("http://").next().expect("an address");
    let sent = [ORIGIN, ("authorization", "secret-signature"), ("x-amz-security-token", "secret-token")];
    let path = format!("/{HOST}/users/secret-path?name=secret-query");
    assert_eq!(send(address, "POST", &path, &sent, b"secret-body").expect("an answer").status, 200);
    running.0.kill().expect("is killed");
    let mut log = String::new();
    running.0.stderr.take().expect("a pipe").read_to_string(&mut log).expect("text");
    assert!(log.contains(HOST) && log.contains("POST"), "{log}");
    assert!(!log.contains("secret"), "{log}");
}

#[test]
fn what_the_relay_cannot_be_is_said_in_one_sentence() {
    for (arguments, sentence) in [
        (["relay", "--allow", "169.254.169.254"].as_slice(), "not a host name"),
        (&["relay", "--allow", HOST, "--origin", "*"], "not an origin"),
        (&["relay", "--allow", HOST, "--upstream", "chime.example.com=http://10.0.0.1:80"], "must be"),
    ] {
        let output = command(arguments).output().expect("the binary starts");
        let said = String::from_utf8_lossy(&output.stderr).into_owned();
        assert!(output.status.code() == Some(1) && said.contains(sentence) && said.lines().count() == 1, "{said}");
    }
    assert_eq!(
        command(&["relay"]).output().expect("the binary starts").status.code(),
        Some(2),
        "--allow must be given"
    );
}
