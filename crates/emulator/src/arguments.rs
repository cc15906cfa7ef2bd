//! The command line.

mod relay;

use std::net::SocketAddr;
use std::path::PathBuf;

use chime_emulator::Options;
use chime_emulator::configuration::AccessKey;
use clap::{Parser, Subcommand};
use sha2::{Digest, Sha256};

pub use relay::RelayArguments;

/// What the program can be besides the emulator.
#[derive(Subcommand)]
pub enum Command {
    /// Let a console in a browser call Amazon Chime, whose endpoints do not allow that by themselves.
    Relay(RelayArguments),
}

/// The Amazon Chime API on your own machine.
///
/// Serves all 191 operations' routes, checks signatures, and keeps what it is told in a SQLite file. Without further arguments it
/// listens on http://127.0.0.1:8000 and accepts the access key "emulator" with the secret "emulator-secret".
#[derive(Parser)]
#[command(
    version,
    args_conflicts_with_subcommands = true,
    after_help = "Logging: RUST_LOG=debug shows each call. Ends on Ctrl-C or SIGTERM, after the calls under way."
)]
pub struct Arguments {
    #[command(subcommand)]
    pub command: Option<Command>,

    /// Where to serve the API and the control plane (/_emulator).
    #[arg(long, value_name = "ADDRESS", default_value = "127.0.0.1:8000")]
    pub listen: SocketAddr,

    /// File to keep the data in; made when it does not exist.
    #[arg(long, value_name = "FILE", default_value = "chime-emulator.sqlite", conflicts_with = "in_memory")]
    pub data: PathBuf,

    /// Keep the data in memory only.
    #[arg(long)]
    pub in_memory: bool,

    /// Also serve the console from this directory (what `trunk build` made).
    #[arg(long, value_name = "DIR")]
    pub console: Option<PathBuf>,

    /// Where to serve the console.
    #[arg(long, value_name = "ADDRESS", default_value = "127.0.0.1:8080", requires = "console")]
    pub console_listen: SocketAddr,

    /// Fill empty data with a demo organisation.
    #[arg(long)]
    pub demo: bool,

    /// Id of an access key to accept, in place of "emulator"; may be repeated.
    #[arg(long, value_name = "ID", requires = "secret_key")]
    access_key: Vec<String>,

    /// Secret of the access key, in the same order.
    #[arg(long, value_name = "SECRET", requires = "access_key")]
    secret_key: Vec<String>,

    /// Accept calls whatever their signature.
    #[arg(long)]
    allow_unsigned: bool,

    /// Make ids, PINs and tokens the same in each run that begins with empty data.
    #[arg(long, value_name = "TEXT")]
    seed: Option<String>,

    /// Let Team accounts do what needs an Enterprise account; stays set in the data.
    #[arg(long)]
    pub lenient: bool,
}

impl Arguments {
    /// What the emulator is started with.
    pub fn options(&self) -> Result<Options, String> {
        if self.access_key.len() != self.secret_key.len() {
            return Err("every --access-key needs a --secret-key".to_owned());
        }
        let given = self.access_key.iter().zip(&self.secret_key).map(|(id, secret)| AccessKey::new(id, secret));
        let mut access_keys: Vec<AccessKey> = given.collect();
        if access_keys.is_empty() {
            access_keys.push(AccessKey::default());
        }
        Ok(Options { access_keys, allow_unsigned: self.allow_unsigned, seed: self.seed()? })
    }

    /// Id of the first key that is accepted.
    pub fn key_id(&self) -> String {
        self.access_key.first().cloned().unwrap_or_else(|| AccessKey::default().access_key_id)
    }

    /// The default key's secret, which is none; of a key that was given, only that there is one.
    pub fn shown_secret(&self) -> String {
        if self.access_key.is_empty() { AccessKey::default().secret_access_key } else { "<its secret>".to_owned() }
    }

    fn seed(&self) -> Result<[u8; 32], String> {
        let mut seed = [0; 32];
        match &self.seed {
            Some(text) => seed = Sha256::digest(text).into(),
            None => getrandom::fill(&mut seed).map_err(|error| format!("this machine gives no randomness: {error}"))?,
        }
        Ok(seed)
    }
}
