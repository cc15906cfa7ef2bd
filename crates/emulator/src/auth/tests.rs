//! Requests signed by the SDK's own signer, and what can be wrong with them.

use std::time::{Duration, UNIX_EPOCH};

use aws_credential_types::Credentials;
use aws_sigv4::http_request::{
    PayloadChecksumKind, SignableBody, SignableRequest, SignatureLocation, SigningSettings, sign,
};
use aws_sigv4::sign::v4;
use http::{HeaderName, HeaderValue, Request};

use super::*;

const NOW: i64 = 1_600_000_000_000;
const URI: &str = "/accounts/a%2Fb/./users?user-email=ada%2Btest%40example.com&operation=add&empty=&a%20b=%7E&aa=1";

struct Signing {
    id: &'static str,
    secret: &'static str,
    token: Option<&'static str>,
    at: i64,
    /// Presigned with this life in seconds, in place of a header.
    life: Option<u64>,
    checksum: bool,
}

impl Default for Signing {
    fn default() -> Self {
        Self { id: "emulator", secret: "emulator-secret", token: None, at: NOW, life: None, checksum: false }
    }
}

impl Signing {
    fn request(&self, body: &'static [u8]) -> Request<Bytes> {
        let mut request = Request::post(URI)
            .header("host", "localhost:8000")
            .header("content-type", "application/json")
            .header("x-amz-chime-bearer", "  arn:of  somebody ")
            .body(Bytes::from_static(body))
            .expect("a request");
        let token = self.token.map(str::to_owned);
        let identity = Credentials::new(self.id, self.secret, token, None, "test").into();
        let mut settings = SigningSettings::default();
        if self.checksum {
            settings.payload_checksum_kind = PayloadChecksumKind::XAmzSha256;
        }
        if let Some(life) = self.life {
            settings.signature_location = SignatureLocation::QueryParams;
            settings.expires_in = Some(Duration::from_secs(life));
        }
        let time = UNIX_EPOCH + Duration::from_millis(self.at.unsigned_abs());
        let params = v4::SigningParams::builder()
            .identity(&identity)
            .region("eu-west-7")
            .name("chime")
            .time(time)
            .settings(settings)
            .build()
            .expect("parameters");
        let headers = request.headers().iter().map(|(name, value)| (name.as_str(), value.to_str().expect("text")));
        let uri = format!("http://localhost:8000{URI}");
        let signable = SignableRequest::new("POST", &uri, headers, SignableBody::Bytes(body)).expect("signable");
        let (instructions, _) = sign(signable, &params.into()).expect("signs").into_parts();
        let (headers, query) = instructions.into_parts();
        for header in headers {
            let name = HeaderName::from_bytes(header.name().as_bytes()).expect("a name");
            request.headers_mut().insert(name, HeaderValue::from_str(header.value()).expect("a value"));
        }
        let query: String =
            query.iter().map(|(name, value)| format!("&{name}={}", chime_model::wire::encode(value))).collect();
        *request.uri_mut() = format!("{URI}{query}").parse().expect("a URI");
        request
    }
}

/// What the caller is told: the account on success, else the status and the error's name.
fn check(request: Request<Bytes>) -> Result<String, (u16, String)> {
    let (parts, body) = request.into_parts();
    let keys = [AccessKey::new("other", "other-secret"), AccessKey::default()];
    let found = authenticate(&parts, &body, keys.iter(), &SigningKeys::default(), NOW);
    found.map(|key| key.access_key_id.clone()).map_err(|failure| {
        let error = failure.into_api_error(None, "r");
        (error.status, error.exception)
    })
}

fn refused(status: u16, name: &str) -> Result<String, (u16, String)> {
    Err((status, name.to_owned()))
}

#[test]
fn a_signed_request_passes_in_every_form() {
    for life in [None, Some(60)] {
        for token in [None, Some("a/session+token==")] {
            for checksum in [false, true] {
                let signing = Signing { life, token, checksum, ..Signing::default() };
                assert_eq!(check(signing.request(b"{}")), Ok("emulator".to_owned()), "{life:?} {token:?} {checksum}");
            }
        }
    }
    let other = Signing { id: "other", secret: "other-secret", ..Signing::default() };
    assert_eq!(check(other.request(b"")), Ok("other".to_owned()));
}

#[test]
fn nothing_at_all_is_missing_credentials() {
    let request = Request::get("/accounts").body(Bytes::new()).expect("a request");
    assert_eq!(check(request), refused(401, "UnauthorizedClientException"));
}

#[test]
fn an_unknown_key_is_told_from_a_wrong_secret_by_its_message_only() {
    let unknown = Signing { id: "nobody", ..Signing::default() };
    assert_eq!(check(unknown.request(b"")), refused(403, "InvalidClientTokenId"));
    let wrong = Signing { secret: "guessed", ..Signing::default() };
    assert_eq!(check(wrong.request(b"")), refused(403, "InvalidClientTokenId"));
}

#[test]
fn what_was_changed_on_the_way_is_noticed() {
    let sign = || Signing { checksum: true, ..Signing::default() }.request(b"{\"Name\":\"a\"}");
    let changes: [fn(&mut Request<Bytes>); 6] = [
        |request| *request.body_mut() = Bytes::from_static(b"{\"Name\":\"b\"}"),
        |request| *request.method_mut() = http::Method::PUT,
        |request| *request.uri_mut() = URI.replace("users", "bots").parse().expect("a URI"),
        |request| *request.uri_mut() = URI.replace("=add", "=suspend").parse().expect("a URI"),
        |request| drop(request.headers_mut().insert("x-amz-chime-bearer", HeaderValue::from_static("arn:of else"))),
        |request| drop(request.headers_mut().insert("host", HeaderValue::from_static("elsewhere"))),
    ];
    for (index, change) in changes.iter().enumerate() {
        let mut request = sign();
        change(&mut request);
        assert_eq!(check(request), refused(403, "InvalidClientTokenId"), "change {index}");
    }
    let unhashed = Signing::default();
    let mut request = unhashed.request(b"{}");
    *request.body_mut() = Bytes::from_static(b"{ }");
    assert_eq!(check(request), refused(403, "InvalidClientTokenId"), "a body whose hash is not told");
}

#[test]
fn an_unsigned_header_of_aws_is_refused() {
    let mut request = Signing::default().request(b"");
    request.headers_mut().insert("x-amz-added", HeaderValue::from_static("later"));
    assert_eq!(check(request), refused(400, "IncompleteSignature"));
}

#[test]
fn signatures_age() {
    const MINUTE: i64 = 60_000;
    for at in [NOW - 14 * MINUTE, NOW + 14 * MINUTE] {
        assert!(check(Signing { at, ..Signing::default() }.request(b"")).is_ok());
    }
    for at in [NOW - 16 * MINUTE, NOW + 16 * MINUTE] {
        assert_eq!(check(Signing { at, ..Signing::default() }.request(b"")), refused(400, "RequestExpired"));
    }
    let presigned = |at, life| Signing { at, life: Some(life), ..Signing::default() };
    assert!(check(presigned(NOW - 50 * MINUTE, 3600).request(b"")).is_ok());
    assert_eq!(check(presigned(NOW - 2 * MINUTE, 60).request(b"")), refused(400, "RequestExpired"));
    assert_eq!(check(presigned(NOW + 16 * MINUTE, 3600).request(b"")), refused(400, "RequestExpired"));
}

#[test]
fn garbled_signatures_are_incomplete() {
    let whole = Signing::default().request(b"");
    let authorization = whole.headers()["authorization"].to_str().expect("text").to_owned();
    let long = "f".repeat(64);
    let garbled = [
        "Bearer token".to_owned(),
        "AWS4-HMAC-SHA256".to_owned(),
        authorization.replace("SHA256", "SHA1"),
        authorization.replace("/chime/", "/s3/"),
        authorization.replace("aws4_request", "aws5_request"),
        authorization.replace("Signature=", "Sig="),
        authorization.replace("SignedHeaders=", "Signed="),
        authorization.replace("content-type;", "content-kind;"),
        authorization.replace("host;", ""),
        format!("{authorization}00"),
        format!("{}Signature={}é", &authorization[..authorization.find("Signature").unwrap_or(0)], &long[..62]),
        authorization.replace("/2020", "/2019"),
    ];
    for text in garbled {
        let mut request = Signing::default().request(b"");
        request.headers_mut().insert("authorization", HeaderValue::from_bytes(text.as_bytes()).expect("a value"));
        assert_eq!(check(request), refused(400, "IncompleteSignature"), "{text}");
    }
    let mut request = Signing::default().request(b"");
    for moment in ["", "yesterday", "20200913T122640", "20201313T122640Z", "2020091ÿT122640Z"] {
        request.headers_mut().insert("x-amz-date", HeaderValue::from_bytes(moment.as_bytes()).expect("a value"));
        assert_eq!(check(request.clone()), refused(400, "IncompleteSignature"), "{moment}");
    }
    for life in ["0", "604801", "-1", "soon"] {
        let request = Signing { life: Some(77), ..Signing::default() }.request(b"");
        let uri = request.uri().to_string().replace("X-Amz-Expires=77", &format!("X-Amz-Expires={life}"));
        let (mut parts, body) = request.into_parts();
        parts.uri = uri.parse().expect("a URI");
        assert_eq!(check(Request::from_parts(parts, body)), refused(400, "IncompleteSignature"), "{life}");
    }
}
