//! The server behind the relay, which gives one answer to everything.

use std::io::{BufRead, BufReader, Write};
use std::net::{SocketAddr, TcpListener};
use std::sync::mpsc::{Receiver, channel};
use std::thread;
use std::time::Duration;

use crate::{HOST, relay, start};

/// A success that says nothing.
pub const EMPTY: &str = "HTTP/1.1 200 OK\r\ncontent-length: 2\r\nconnection: close\r\n\r\n{}";

/// A server that gives one answer to everything, and tells what it was asked.
pub fn upstream(answer: &'static str) -> (SocketAddr, Receiver<String>) {
    let listener = TcpListener::bind("127.0.0.1:0").expect("a port");
    let address = listener.local_addr().expect("an address");
    let (tell, told) = channel();
    thread::spawn(move || {
        for stream in listener.incoming() {
            let mut stream = stream.expect("a connection");
            let (head, body) = read_request(&mut BufReader::new(&stream)).expect("a request");
            let request = head + &String::from_utf8_lossy(&body);
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

/// Head and body.
pub fn read_request(reader: &mut impl BufRead) -> std::io::Result<(String, Vec<u8>)> {
    let mut text = String::new();
    while !text.ends_with("\r\n\r\n") && reader.read_line(&mut text)? > 0 {}
    let length = text.lines().find_map(|line| line.strip_prefix("content-length: ")?.parse().ok()).unwrap_or(0);
    let mut body = vec![0; length];
    reader.read_exact(&mut body)?;
    Ok((text, body))
}

/// A relay before that server.
pub fn before(answer: &'static str) -> (String, Receiver<String>) {
    let (address, told) = upstream(answer);
    (start(relay(HOST).with_upstream(&format!("{HOST}=http://{address}")).expect("an upstream")), told)
}
