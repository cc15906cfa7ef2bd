//! A load generator: the same signed bytes again and again, over connections that stay open.

use anyhow::{Context, Result, ensure};
use aws_credential_types::Credentials;
use aws_sigv4::http_request::{SignableBody, SignableRequest, SigningSettings, sign};
use aws_sigv4::sign::v4;
use std::io::{BufRead, BufReader, Read, Write};
use std::net::TcpStream;
use std::time::{Duration, Instant, SystemTime};

/// Enough that the server always has work, and that its writes can share a flush.
const CONNECTIONS: usize = 16;

/// A request as it goes over the wire.
pub struct Request(Vec<u8>);

impl Request {
    /// Signs with the emulator's default key. Good for as long as the emulator accepts its date: fifteen minutes.
    pub fn signed(address: &str, method: &str, path: &str, body: &[u8]) -> Result<Self> {
        let identity = Credentials::new("emulator", "emulator-secret", None, None, "bench").into();
        let parameters = v4::SigningParams::builder()
            .identity(&identity)
            .region("us-east-1")
            .name("chime")
            .time(SystemTime::now())
            .settings(SigningSettings::default())
            .build()?
            .into();
        let uri = format!("http://{address}{path}");
        let headers = [("host", address), ("content-type", "application/json")];
        let request = SignableRequest::new(method, uri, headers.into_iter(), SignableBody::Bytes(body))?;
        let (instructions, _) = sign(request, &parameters)?.into_parts();
        let mut text = format!("{method} {path} HTTP/1.1\r\ncontent-length: {}\r\n", body.len());
        for (name, value) in headers.into_iter().chain(instructions.headers()) {
            text.push_str(&format!("{name}: {value}\r\n"));
        }
        text.push_str("\r\n");
        Ok(Self([text.as_bytes(), body].concat()))
    }
}

/// Sends a request on a connection of its own and returns the body.
pub fn once(address: &str, request: &Request) -> Result<Vec<u8>> {
    Connection::open(address)?.exchange(request)
}

/// Successful answers a second, over all connections. One answer that is no success spoils the measurement.
pub fn per_second(address: &str, request: &Request, duration: Duration) -> Result<f64> {
    let start = Instant::now();
    let answers = std::thread::scope(|scope| {
        let connections: Vec<_> =
            (0..CONNECTIONS).map(|_| scope.spawn(|| answers(address, request, duration))).collect();
        connections.into_iter().map(|thread| thread.join().expect("the client does not panic")).sum::<Result<u32>>()
    })?;
    Ok(f64::from(answers) / start.elapsed().as_secs_f64())
}

fn answers(address: &str, request: &Request, duration: Duration) -> Result<u32> {
    let mut connection = Connection::open(address)?;
    let end = Instant::now() + duration;
    let mut answers = 0;
    while Instant::now() < end {
        connection.exchange(request)?;
        answers += 1;
    }
    Ok(answers)
}

struct Connection(BufReader<TcpStream>);

impl Connection {
    fn open(address: &str) -> Result<Self> {
        let stream = TcpStream::connect(address).with_context(|| format!("cannot connect to {address}"))?;
        stream.set_nodelay(true)?;
        Ok(Self(BufReader::new(stream)))
    }

    fn exchange(&mut self, request: &Request) -> Result<Vec<u8>> {
        self.0.get_mut().write_all(&request.0)?;
        let mut line = String::new();
        self.0.read_line(&mut line)?;
        let status = line.trim().to_owned();
        let mut length = 0;
        loop {
            line.clear();
            self.0.read_line(&mut line)?;
            let Some((name, value)) = line.split_once(':') else { break };
            if name.eq_ignore_ascii_case("content-length") {
                length = value.trim().parse()?;
            }
        }
        let mut body = vec![0; length];
        self.0.read_exact(&mut body)?;
        ensure!(status.starts_with("HTTP/1.1 2"), "{status}: {}", String::from_utf8_lossy(&body));
        Ok(body)
    }
}
