//! The best that could be: the emulator's HTTP stack, answering the same bytes to everything.

use anyhow::{Context, Result};
use axum::Router;
use axum::body::Bytes;
use axum::http::header::CONTENT_TYPE;
use std::io::{BufRead, BufReader};
use std::process::{Child, Command, Stdio};

/// Serves `bytes` bytes on a free port, whose address it prints.
pub fn serve(bytes: usize) -> Result<()> {
    let body = Bytes::from(vec![b'x'; bytes]);
    let answer = move || std::future::ready(([(CONTENT_TYPE, "application/json")], body));
    let runtime = tokio::runtime::Builder::new_multi_thread().enable_all().build()?;
    runtime.block_on(async {
        let listener = tokio::net::TcpListener::bind("127.0.0.1:0").await?;
        println!("{}", listener.local_addr()?);
        Ok(axum::serve(listener, Router::new().fallback(answer)).await?)
    })
}

/// That server, in a process of its own as the emulator is. Ends when dropped.
pub struct Constant {
    child: Child,
    /// Where it listens.
    pub address: String,
}

impl Constant {
    /// Starts it and reads its address.
    pub fn start(bytes: usize) -> Result<Self> {
        let mut command = Command::new(std::env::current_exe()?);
        let mut child = command.args(["constant", &bytes.to_string()]).stdout(Stdio::piped()).spawn()?;
        let output = child.stdout.take().context("the constant server has no output")?;
        let mut address = String::new();
        BufReader::new(output).read_line(&mut address)?;
        Ok(Self { child, address: address.trim().to_owned() })
    }
}

impl Drop for Constant {
    fn drop(&mut self) {
        let _ = self.child.kill();
        let _ = self.child.wait();
    }
}
