//! Signing as the browser does it, against the signatures that AWS published for its SigV4 test suite.

#![allow(clippy::unwrap_used, reason = "in a test, a missing value is the failure")]

use std::time::{Duration, SystemTime};

use chime_console::{client::sign, session::Credentials};
use http::{HeaderMap, Request};
#[cfg(target_arch = "wasm32")]
use wasm_bindgen_test::wasm_bindgen_test as test;

/// 2015-08-30T12:36:00Z, the time of the suite.
const TIME: Duration = Duration::from_secs(1_440_938_160);

struct Vector {
    name: &'static str,
    method: &'static str,
    target: &'static str,
    headers: &'static [(&'static str, &'static str)],
    body: &'static str,
    signature: &'static str,
}

const VECTORS: &[Vector] = &[
    Vector {
        name: "get-vanilla",
        method: "GET",
        target: "/",
        headers: &[],
        body: "",
        signature: "5fa00fa31553b73ebf1942676e86291e8372ff2a2260956d9b8aae1d763fbf31",
    },
    Vector {
        name: "post-vanilla",
        method: "POST",
        target: "/",
        headers: &[],
        body: "",
        signature: "5da7c1a2acd57cee7505fc6676e4e544621c30862966e37dddb68e92efbe5d6b",
    },
    Vector {
        name: "get-vanilla-query-order-key-case",
        method: "GET",
        target: "/?Param2=value2&Param1=value1",
        headers: &[],
        body: "",
        signature: "b97d918cfa904a5beff61c982a1b6f458b799221646efd99d3219ec94cdf2500",
    },
    Vector {
        name: "get-vanilla-query-unreserved",
        method: "GET",
        target: concat!(
            "/?-._~0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz",
            "=-._~0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz"
        ),
        headers: &[],
        body: "",
        signature: "9c3e54bfcdf0b19771a7f523ee5669cdf59bc7cc0884027167c21bb143a40197",
    },
    Vector {
        name: "post-header-key-sort",
        method: "POST",
        target: "/",
        headers: &[("my-header1", "value1")],
        body: "",
        signature: "c5410059b04c1ee005303aed430f6e6645f61f4dc9e1461ec8f8916fdf18852c",
    },
    Vector {
        name: "post-x-www-form-urlencoded",
        method: "POST",
        target: "/",
        headers: &[
            ("content-type", "application/x-www-form-urlencoded"),
            ("content-length", "13"),
            ("x-amz-content-sha256", "9095672bbd1f56dfc5b65f3e153adc8731a4a654192329106275f4c7b24d0b6e"),
        ],
        body: "Param1=value1",
        signature: "d3875051da38690788ef43de4db0d8f280229d82040bfac253562e56c3f20e0b",
    },
];

fn credentials(session_token: Option<&str>) -> Credentials {
    Credentials {
        access_key_id: "AKIDEXAMPLE".to_owned(),
        secret_access_key: "wJalrXUtnFEMI/K7MDENG+bPxRfiCYEXAMPLEKEY".to_owned(),
        session_token: session_token.map(str::to_owned),
        expires: None,
    }
}

fn signed(vector: &Vector, credentials: &Credentials) -> HeaderMap {
    let mut request =
        Request::builder().method(vector.method).uri(["https://example.amazonaws.com", vector.target].concat());
    for (name, value) in vector.headers {
        request = request.header(*name, *value);
    }
    let mut request = request.body(vector.body.as_bytes().to_vec()).unwrap();
    sign(credentials, "us-east-1", "service", SystemTime::UNIX_EPOCH + TIME, &mut request).unwrap();
    request.into_parts().0.headers
}

fn signature(headers: &HeaderMap) -> &str {
    headers["authorization"].to_str().unwrap().rsplit_once("Signature=").unwrap().1
}

#[test]
fn the_published_signatures_are_ours() {
    for vector in VECTORS {
        let headers = signed(vector, &credentials(None));
        assert_eq!(signature(&headers), vector.signature, "{}", vector.name);
        assert_eq!(headers["x-amz-date"], "20150830T123600Z", "{}", vector.name);
    }
}

#[test]
fn a_session_token_is_sent_and_covered() {
    let token = "6e86291e8372ff2a2260956d9b8aae1d763fbf315fa00fa31553b73ebf194267";
    let headers = signed(&VECTORS[0], &credentials(Some(token)));
    assert_eq!(headers["x-amz-security-token"], token);
    assert_eq!(signature(&headers), "07ec1639c89043aa0e3e2de82b96708f198cceab042d4a97044c66dd9f74e7f8");
}

#[test]
fn header_members_and_the_host_are_covered() {
    let vector =
        Vector { headers: &[("x-amz-chime-bearer", "arn:aws:chime:us-east-1:1:app-instance/1/user/2")], ..VECTORS[0] };
    let headers = signed(&vector, &credentials(None));
    let authorization = headers["authorization"].to_str().unwrap();
    assert!(authorization.contains("SignedHeaders=host;x-amz-chime-bearer;x-amz-date,"), "{authorization}");
}

#[test]
fn the_body_and_the_whole_path_are_covered() {
    let of = |target, body| signature(&signed(&Vector { target, body, ..VECTORS[1] }, &credentials(None))).to_owned();
    let plain = of("/accounts", "{}");
    assert_ne!(plain, of("/accounts", "{ }"));
    // G-2: a base path such as /console is part of what is signed.
    assert_ne!(plain, of("/console/accounts", "{}"));
}
