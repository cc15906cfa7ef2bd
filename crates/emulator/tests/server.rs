//! The program from outside: sockets, browsers' rules, the console's files, the command line.
#![cfg(feature = "server")]

mod support;

use std::io::{Read, Write};
use std::net::{TcpListener, TcpStream};
use std::path::Path;

use support::program::{Program, command, get, send};

const ORIGIN: (&str, &str) = ("origin", "https://console.example.com");

#[test]
fn preflights_are_answered_for_every_route() {
    let program = Program::start(&["--in-memory"]);
    for (path, method) in
        [("/accounts", "POST"), ("/accounts/a%2Fb/users/c", "DELETE"), ("/_emulator/clock", "PUT"), ("/no", "GET")]
    {
        let asked = [
            ORIGIN,
            ("access-control-request-method", method),
            ("access-control-request-headers", "authorization,content-type,x-amz-date,x-amz-chime-bearer"),
            ("access-control-request-private-network", "true"),
        ];
        let answer = send(&program.api, "OPTIONS", path, &asked, b"").expect("an answer");
        assert_eq!(answer.status, 200, "{path}");
        assert_eq!(answer.header("access-control-allow-origin"), Some("*"));
        assert!(answer.header("access-control-allow-methods").is_some_and(|methods| methods.contains(method)));
        let headers = answer.header("access-control-allow-headers").expect("headers");
        assert!(headers.contains("authorization") && headers.contains("x-amz-chime-bearer"), "{headers}");
        assert_eq!(answer.header("access-control-allow-private-network"), Some("true"));
    }
}

#[test]
fn errors_can_be_read_across_origins() {
    let program = Program::start(&["--in-memory"]);
    let answer = send(&program.api, "GET", "/accounts", &[ORIGIN], b"").expect("an answer");
    assert_eq!(answer.status, 401);
    assert_eq!(answer.header("access-control-allow-origin"), Some("*"));
    let exposed = answer.header("access-control-expose-headers").expect("exposed headers");
    for name in ["x-amzn-requestid", "x-amzn-errortype", "date"] {
        assert!(exposed.contains(name) && answer.header(name).is_some(), "{name}: {exposed}");
    }
}

#[test]
fn oversized_and_broken_requests_get_an_answer() {
    let program = Program::start(&["--in-memory", "--allow-unsigned"]);
    let large = vec![b' '; 3 * 1024 * 1024];
    let answer = send(&program.api, "POST", "/accounts", &[ORIGIN], &large).expect("an answer");
    assert_eq!((answer.status, answer.header("x-amzn-errortype")), (413, Some("RequestEntityTooLarge")));
    assert_eq!(answer.header("access-control-allow-origin"), Some("*"));
    let huge = "h".repeat(100_000);
    let answer = send(&program.api, "GET", "/accounts", &[("x-huge", &huge)], b"").expect("an answer");
    assert_eq!((answer.status, answer.header("x-amzn-errortype")), (431, Some("RequestHeaderFieldsTooLarge")));
    for broken in ["GET /accounts\r\n\r\n", "GET /a\x01b HTTP/1.1\r\nhost: a\r\n\r\n", "nonsense\r\n\r\n"] {
        let mut stream = TcpStream::connect(&program.api).expect("connects");
        stream.write_all(broken.as_bytes()).expect("is sent");
        let mut text = String::new();
        stream.read_to_string(&mut text).expect("is read");
        assert!(text.starts_with("HTTP/1.1 400"), "{broken:?}: {text}");
    }
    assert_eq!(get(&program.api, "/_emulator/health").status, 200, "and it goes on");
}

#[test]
fn faults_hold_the_answer_back() {
    let program = Program::start(&["--in-memory", "--allow-unsigned"]);
    let fault = br#"{"Faults": [{"Operation": "ListAccounts", "LatencyMs": 150}]}"#;
    send(&program.api, "PUT", "/_emulator/faults", &[], fault).expect("an answer");
    let begin = std::time::Instant::now();
    assert_eq!(get(&program.api, "/accounts").status, 200);
    assert!(begin.elapsed().as_millis() >= 150);
}

fn console(directory: &Path) -> Program {
    std::fs::write(directory.join("index.html"), "<!doctype html><head><title>console</title>").expect("is written");
    std::fs::write(directory.join("app-0123456789abcdef.js"), "plain").expect("is written");
    std::fs::write(directory.join("app-0123456789abcdef.js.br"), "compressed").expect("is written");
    let directory = directory.to_str().expect("text");
    Program::start(&["--in-memory", "--console", directory, "--console-listen", "127.0.0.1:0"])
}

#[test]
fn the_console_has_its_own_origin_and_a_strict_policy() {
    let directory = tempfile::tempdir().expect("a directory");
    let program = console(directory.path());
    assert_ne!(program.api, program.console);
    let page = get(&program.console, "/");
    assert_eq!((page.status, page.header("content-type")), (200, Some("text/html; charset=utf-8")));
    let policy = page.header("content-security-policy").expect("a policy");
    assert!(policy.starts_with("default-src 'none'; script-src 'self' 'wasm-unsafe-eval'; style-src 'self';"));
    assert!(policy.contains("frame-ancestors 'none'") && !policy.contains("unsafe-inline"), "{policy}");
    assert_eq!(page.header("x-content-type-options"), Some("nosniff"));
    assert_eq!(page.header("referrer-policy"), Some("no-referrer"));
    assert_eq!(page.header("cache-control"), Some("no-cache"));
}

#[test]
fn paths_of_the_console_lead_to_its_page_and_missing_files_do_not() {
    let directory = tempfile::tempdir().expect("a directory");
    let program = console(directory.path());
    for path in ["/", "/index.html", "/accounts", "/accounts/11111111-2222-3333-4444-555555555555/users?q=a.b"] {
        let page = get(&program.console, path);
        assert_eq!(page.status, 200, "{path}");
        assert!(page.body.contains("<head><base href=\"/\"><title>console</title>"), "{}", page.body);
        assert!(page.header("content-security-policy").is_some());
    }
    let accept = [("accept", "text/html,*/*")];
    let dotted = send(&program.console, "GET", "/users/ada@example.com", &accept, b"").expect("an answer");
    assert_eq!(dotted.status, 200, "a browser's navigation, dot or not");
    assert_eq!(get(&program.console, "/app-ffffffffffffffff.js").status, 404);
    assert_eq!(get(&program.console, "/../../../../etc/passwd.txt").status, 404);
    assert_eq!(send(&program.console, "POST", "/accounts", &[], b"").expect("an answer").status, 405);
}

#[test]
fn a_page_made_for_paths_is_sent_as_it_is() {
    let directory = tempfile::tempdir().expect("a directory");
    std::fs::write(directory.path().join("paths.html"), "made").expect("is written");
    std::fs::write(directory.path().join("paths.html.br"), "compressed").expect("is written");
    let program = console(directory.path());
    for path in ["/", "/index.html", "/accounts"] {
        let accept = [("accept-encoding", "br, gzip")];
        let page = send(&program.console, "GET", path, &accept, b"").expect("an answer");
        assert_eq!((page.status, page.body.as_str()), (200, "compressed"), "{path}");
        assert_eq!(page.header("content-type"), Some("text/html"));
        assert_eq!((page.header("cache-control"), page.header("content-encoding")), (Some("no-cache"), Some("br")));
        assert_eq!(get(&program.console, path).body, "made");
    }
}

#[test]
fn hashed_files_are_kept_and_sent_compressed() {
    let directory = tempfile::tempdir().expect("a directory");
    let program = console(directory.path());
    let path = "/app-0123456789abcdef.js";
    let plain = get(&program.console, path);
    assert_eq!(
        (plain.body.as_str(), plain.header("cache-control")),
        ("plain", Some("public, max-age=31536000, immutable"))
    );
    let small = send(&program.console, "GET", path, &[("accept-encoding", "gzip, br")], b"").expect("an answer");
    assert_eq!((small.body.as_str(), small.header("content-encoding")), ("compressed", Some("br")));
    assert!(small.header("content-type").is_some_and(|kind| kind.contains("javascript")));
}

#[test]
fn the_demo_fills_empty_data_only() {
    let directory = tempfile::tempdir().expect("a directory");
    let file = directory.path().join("data");
    let arguments = ["--allow-unsigned", "--demo", "--data", file.to_str().expect("text")];
    let first = Program::start(&arguments);
    let accounts = get(&first.api, "/accounts").body;
    assert!(accounts.contains("AccountId"), "{accounts}");
    assert!(first.terminate());
    assert_eq!(get(&Program::start(&arguments).api, "/accounts").body, accounts);
}

/// Exit code and what was said.
fn fails(arguments: &[&str]) -> (Option<i32>, String) {
    let output = command(arguments).output().expect("the binary starts");
    (output.status.code(), String::from_utf8_lossy(&output.stderr).into_owned())
}

#[test]
fn what_keeps_it_from_starting_is_said_in_one_sentence() {
    let taken = TcpListener::bind("127.0.0.1:0").expect("a port");
    let port = taken.local_addr().expect("an address").to_string();
    let directory = tempfile::tempdir().expect("a directory");
    let text = directory.path().join("text");
    std::fs::write(&text, "something else entirely".repeat(100)).expect("is written");
    let (text, missing) = (text.to_str().expect("text"), directory.path().join("no/such/place"));
    let cases: [(&[&str], &str); 4] = [
        (&["--in-memory", "--listen", &port], "cannot listen on"),
        (&["--listen", "127.0.0.1:0", "--data", text], "not a chime-emulator data file"),
        (&["--listen", "127.0.0.1:0", "--data", missing.to_str().expect("text")], "cannot use"),
        (&["--listen", "127.0.0.1:0", "--in-memory", "--console", "/no/such"], "there is no"),
    ];
    for (arguments, sentence) in cases {
        let (code, said) = fails(arguments);
        assert_eq!(code, Some(1), "{arguments:?}");
        assert!(said.contains(sentence) && said.lines().count() == 1, "{arguments:?}: {said}");
    }
}

#[test]
fn keys_come_in_pairs() {
    assert_eq!(fails(&["--in-memory", "--access-key", "a"]).0, Some(2));
    let (code, said) = fails(&["--in-memory", "--access-key", "a", "--access-key", "b", "--secret-key", "s"]);
    assert_eq!((code, said.lines().count()), (Some(1), 1));
}
