//! The command line of the relay.

use std::net::SocketAddr;
use std::path::{Path, PathBuf};

use chime_emulator::relay::{Relay, USUAL_ORIGINS};
use clap::Args;

/// Let a console in a browser call Amazon Chime, whose endpoints do not allow that by themselves.
///
/// Passes the requests that the console has signed to the hosts named with --allow (https, port 443) and to nothing else, and lets
/// the pages named with --origin read the answers. Holds no keys, and logs no path, header or body.
#[derive(Args)]
#[command(after_help = "Logging: RUST_LOG=info shows method, host, status and time of each request.

  chime-emulator relay --allow service.chime.aws.amazon.com")]
pub struct RelayArguments {
    /// Host that may be called; several with commas.
    #[arg(long, value_name = "HOST", required = true, value_delimiter = ',')]
    allow: Vec<String>,

    /// Where to listen.
    #[arg(long, value_name = "ADDRESS", default_value = "127.0.0.1:8001")]
    pub listen: SocketAddr,

    /// Origin of a console that may read the answers; may be repeated.
    #[arg(long, value_name = "ORIGIN", default_values_t = USUAL_ORIGINS.map(str::to_owned))]
    origin: Vec<String>,

    /// File of root certificates (PEM) to trust beside the public ones, such as a company's own; may be repeated.
    #[arg(long, value_name = "FILE")]
    ca: Vec<PathBuf>,

    /// For tests: send what is meant for an allowed host to this machine, without TLS or with it.
    #[arg(long, value_name = "HOST=http[s]://127.0.0.1:PORT")]
    upstream: Vec<String>,
}

impl RelayArguments {
    /// The relay that was described; the error is one sentence for a person.
    pub fn relay(&self) -> Result<Relay, String> {
        let mut relay = Relay::new(&self.allow, &self.origin).map_err(|error| error.to_string())?;
        for upstream in &self.upstream {
            relay = relay.with_upstream(upstream).map_err(|error| error.to_string())?;
        }
        self.ca.iter().try_fold(relay, |relay, file| with_roots(relay, file))
    }

    /// What a person reads once it listens at `address`.
    pub fn greeting(&self, address: SocketAddr) -> String {
        let (hosts, origins) = (self.allow.join(", "), self.origin.join(", "));
        format!(
            "Relay               http://{address}
Passes to           {hosts}
For pages of        {origins}

  In the console, under Connect, enter this relay beside the endpoint.
"
        )
    }
}

fn with_roots(relay: Relay, file: &Path) -> Result<Relay, String> {
    let unusable = |error: &dyn std::fmt::Display| format!("cannot use {}: {error}", file.display());
    let pem = std::fs::read(file).map_err(|error| unusable(&error))?;
    relay.with_roots(&pem).map_err(|error| unusable(&error))
}
