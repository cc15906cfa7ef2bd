//! The relay and a host that speaks TLS: a real handshake with certificates made here.

use std::io::{BufReader, Read, Write};
use std::net::{SocketAddr, TcpListener};
use std::sync::Arc;
use std::thread;

use rcgen::{BasicConstraints, CertificateParams, IsCa, Issuer, KeyPair};
use rustls::pki_types::{CertificateDer, PrivatePkcs8KeyDer};
use rustls::{ServerConfig, ServerConnection, StreamOwned};

use crate::passing_on::signed;
use crate::program::{Running, started};
use crate::support::program::{Program, send, send_to};
use crate::upstream::read_request;
use crate::{HOST, ORIGIN, ask, refused, relay, start};

/// A company's root, and how it signs.
struct Root {
    pem: String,
    issuer: Issuer<'static, KeyPair>,
}

impl Root {
    fn new() -> Self {
        let mut params = CertificateParams::new([]).expect("parameters");
        params.is_ca = IsCa::Ca(BasicConstraints::Unconstrained);
        let key = KeyPair::generate().expect("a key");
        Self { pem: params.self_signed(&key).expect("a root").pem(), issuer: Issuer::new(params, key) }
    }

    /// A certificate for a name, and its key.
    fn certify(&self, name: &str) -> (CertificateDer<'static>, PrivatePkcs8KeyDer<'static>) {
        let key = KeyPair::generate().expect("a key");
        let params = CertificateParams::new([name.to_owned()]).expect("parameters");
        let certificate = params.signed_by(&key, &self.issuer).expect("a certificate");
        (certificate.der().clone(), key.serialize_der().into())
    }
}

/// An emulator behind TLS, whose answers come without any header of CORS. One call a connection.
fn host(certified: (CertificateDer<'static>, PrivatePkcs8KeyDer<'static>), emulator: String) -> SocketAddr {
    let (certificate, key) = certified;
    let config = ServerConfig::builder().with_no_client_auth().with_single_cert(vec![certificate], key.into());
    let config = Arc::new(config.expect("a configuration"));
    let listener = TcpListener::bind("127.0.0.1:0").expect("a port");
    let address = listener.local_addr().expect("an address");
    thread::spawn(move || {
        for stream in listener.incoming() {
            let connection = ServerConnection::new(config.clone()).expect("a connection");
            // A handshake that the relay ends is what some tests want.
            let _ = pass(StreamOwned::new(connection, stream.expect("a connection")), &emulator);
        }
    });
    address
}

fn pass(mut stream: impl Read + Write, emulator: &str) -> Option<()> {
    let (head, body) = read_request(&mut BufReader::new(&mut stream)).ok()?;
    let mut lines = head.lines();
    let mut first = lines.next()?.split(' ');
    let (method, path) = (first.next()?, first.next()?);
    let hop = |name: &str| ["host", "content-length", "connection"].contains(&name);
    // The signature is of the host's own name.
    let headers = lines.filter_map(|line| line.split_once(": ")).filter(|(name, _)| !hop(name));
    let headers: Vec<_> = headers.collect();
    let answer = send_to(emulator, HOST, method, path, &headers, &body)?;
    let cors = |line: &&str| !line.starts_with("access-control-") && !line.starts_with("content-length");
    let head: Vec<_> = answer.head.lines().filter(cors).collect();
    let length = answer.body.len();
    write!(stream, "{}\r\ncontent-length: {length}\r\n\r\n{}", head.join("\r\n"), answer.body).ok()?;
    stream.flush().ok()
}

#[test]
fn a_certificate_of_an_unknown_root_is_refused_with_its_reason() {
    let place = host(Root::new().certify(HOST), String::new());
    let relay = start(relay(HOST).with_upstream(&format!("{HOST}=https://{place}")).expect("an upstream"));
    let answer = ask(&relay, &format!("/{HOST}/accounts"));
    refused(&answer, 502, "CertificateNotTrusted");
    assert!(answer.body.contains(HOST) && answer.body.contains("UnknownIssuer"), "{answer:?}");
    assert!(answer.body.contains("--ca"), "and says what to do: {answer:?}");
}

#[test]
fn a_certificate_for_another_name_is_refused_also_under_a_trusted_root() {
    let root = Root::new();
    let place = host(root.certify("other.example.com"), String::new());
    let relay = relay(HOST).with_upstream(&format!("{HOST}=https://{place}")).expect("an upstream");
    let relay = start(relay.with_roots(root.pem.as_bytes()).expect("a root"));
    let answer = ask(&relay, &format!("/{HOST}/accounts"));
    refused(&answer, 502, "CertificateNotTrusted");
    assert!(answer.body.contains("other.example.com"), "{answer:?}");
}

#[test]
fn with_a_companys_root_calls_pass_over_tls() {
    let emulator = Program::start(&["--in-memory"]);
    let root = Root::new();
    let place = host(root.certify(HOST), emulator.api.clone());
    let folder = tempfile::tempdir().expect("a folder");
    let (other, own) = (folder.path().join("other.pem"), folder.path().join("own.pem"));
    std::fs::write(&other, Root::new().pem).expect("is written");
    std::fs::write(&own, root.pem).expect("is written");
    let upstream = format!("{HOST}=https://{place}");
    let files = [&other, &own].map(|file| file.to_str().expect("a name"));
    let (relay, _running): (String, Running) = started(&["--upstream", &upstream, "--ca", files[0], "--ca", files[1]]);

    let call = |method: &str, path: &str, body: &[u8]| {
        let signature = signed(method, path, body, "emulator-secret");
        let mut headers: Vec<_> = signature.iter().map(|(name, value)| (name.as_str(), value.as_str())).collect();
        headers.push(ORIGIN);
        send(&relay, method, &format!("/{HOST}{path}"), &headers, body).expect("an answer")
    };
    let created = call("POST", "/accounts", br#"{"Name": "Over TLS"}"#);
    assert_eq!((created.status, created.header("access-control-allow-origin")), (201, Some(ORIGIN.1)), "{created:?}");
    let listed = call("GET", "/accounts", b"");
    assert!(listed.status == 200 && listed.body.contains("Over TLS"), "{listed:?}");
}
