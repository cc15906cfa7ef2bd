//! `chime-emulator`: the emulator as a program.

mod arguments;

use std::env;
use std::fmt::Write as _;
use std::net::SocketAddr;
use std::path::Path;
use std::process::ExitCode;
use std::sync::Arc;
use std::time::{SystemTime, UNIX_EPOCH};

use arguments::{Arguments, Command, RelayArguments};
use chime_emulator::Emulator;
use chime_emulator::failure::Failure;
use chime_emulator::server::Server;
use chime_emulator::store::{MemoryStore, SqliteStore, Store};
use chime_model::Operation;
use clap::Parser;
use serde_json::json;
use tokio::net::TcpListener;
use tokio::runtime::Runtime;
use tokio::signal;
use tracing_subscriber::filter::{LevelFilter, Targets};
use tracing_subscriber::layer::SubscriberExt;
use tracing_subscriber::util::SubscriberInitExt;
use tracing_subscriber::{fmt, registry};

/// A call makes some hundred small texts: a tenth of its time went into the system's allocator.
#[global_allocator]
static ALLOCATOR: mimalloc::MiMalloc = mimalloc::MiMalloc;

fn main() -> ExitCode {
    let arguments = Arguments::parse();
    let wanted = env::var("RUST_LOG").ok().and_then(|wanted| wanted.parse::<Targets>().ok());
    let wanted = wanted.unwrap_or_else(|| Targets::new().with_default(LevelFilter::WARN));
    registry().with(fmt::layer().with_writer(std::io::stderr)).with(wanted).init();
    let ended = match &arguments.command {
        Some(Command::Relay(relay)) => start_relay(relay),
        None => start(&arguments),
    };
    match ended {
        Ok(()) => ExitCode::SUCCESS,
        Err(sentence) => {
            eprintln!("chime-emulator: {sentence}");
            ExitCode::FAILURE
        }
    }
}

/// Runs until a signal; the error is one sentence for a person.
fn start(arguments: &Arguments) -> Result<(), String> {
    let options = arguments.options()?;
    let emulator =
        Emulator::open(open_store(arguments)?, wall_clock, options).map_err(|error| unusable(arguments, &error))?;
    if arguments.lenient {
        emulator.set_lenient().map_err(|error| error.to_string())?;
    }
    if arguments.demo {
        fill(&emulator).map_err(|error| format!("the demo data could not be made: {error}"))?;
    }
    runtime()?.block_on(serve(arguments, Arc::new(emulator)))
}

/// As [`start`], for the relay.
fn start_relay(arguments: &RelayArguments) -> Result<(), String> {
    let relay = arguments.relay()?;
    runtime()?.block_on(async {
        let listener = listen(arguments.listen).await?;
        print!("{}", arguments.greeting(listener.local_addr().unwrap_or(arguments.listen)));
        relay.run(listener, ended()).await;
        Ok(())
    })
}

fn runtime() -> Result<Runtime, String> {
    let runtime = tokio::runtime::Builder::new_multi_thread().enable_all().build();
    runtime.map_err(|error| format!("the runtime does not start: {error}"))
}

async fn serve(arguments: &Arguments, emulator: Arc<Emulator>) -> Result<(), String> {
    let api = listen(arguments.listen).await?;
    let address = api.local_addr().unwrap_or(arguments.listen);
    let console = match &arguments.console {
        Some(directory) => Some((listen(arguments.console_listen).await?, checked(directory)?.to_owned())),
        None => None,
    };
    let console_address = console.as_ref().and_then(|(listener, _)| listener.local_addr().ok());
    print!("{}", greeting(arguments, address, console_address));
    let served = Server { api, console }.run(emulator, ended()).await;
    served.map_err(|error| format!("the server does not start: {error}"))
}

fn open_store(arguments: &Arguments) -> Result<Box<dyn Store>, String> {
    if arguments.in_memory {
        return Ok(Box::new(MemoryStore::new()));
    }
    let store = SqliteStore::open(&arguments.data).map_err(|error| unusable(arguments, &error))?;
    Ok(Box::new(store))
}

/// The demo organisation, unless there are accounts already.
fn fill(emulator: &Emulator) -> Result<(), Failure> {
    let present = emulator.call(Operation::ListAccounts, json!({ "MaxResults": 1 }))?;
    if present["Accounts"].as_array().is_none_or(Vec::is_empty) {
        emulator.begin_demo()?;
        emulator.end_demo()?;
    }
    Ok(())
}

fn unusable(arguments: &Arguments, error: &dyn std::fmt::Display) -> String {
    format!("cannot use {}: {error}", arguments.data.display())
}

async fn listen(address: SocketAddr) -> Result<TcpListener, String> {
    TcpListener::bind(address).await.map_err(|error| format!("cannot listen on {address}: {error}"))
}

fn checked(directory: &Path) -> Result<&Path, String> {
    let index = directory.join("index.html");
    if index.is_file() {
        Ok(directory)
    } else {
        Err(format!("there is no {}: build the console first", index.display()))
    }
}

fn greeting(arguments: &Arguments, api: SocketAddr, console: Option<SocketAddr>) -> String {
    let (id, secret) = (arguments.key_id(), arguments.shown_secret());
    let mut text = format!("Amazon Chime API    http://{api}\n");
    if let Some(console) = console {
        let _ = writeln!(text, "Console             http://{console}");
    }
    let place = if arguments.in_memory {
        "in memory, until the program ends".into()
    } else {
        arguments.data.display().to_string()
    };
    let _ = write!(
        text,
        "Control plane       http://{api}/_emulator
Data                {place}
Access key          {id}
Secret key          {secret}

  export AWS_ACCESS_KEY_ID={id} AWS_SECRET_ACCESS_KEY={secret} AWS_DEFAULT_REGION=us-east-1
  aws chime list-accounts --endpoint-url http://{api}
  boto3.client(\"chime\", endpoint_url=\"http://{api}\", config=Config(inject_host_prefix=False))
"
    );
    text
}

fn wall_clock() -> i64 {
    let since = SystemTime::now().duration_since(UNIX_EPOCH).unwrap_or_default();
    i64::try_from(since.as_millis()).unwrap_or(i64::MAX)
}

/// Resolves when somebody asks the program to end.
async fn ended() {
    let interrupt = async {
        // Without a handler the signal ends the program by itself.
        if signal::ctrl_c().await.is_err() {
            std::future::pending::<()>().await;
        }
    };
    #[cfg(unix)]
    let terminate = async {
        match signal::unix::signal(signal::unix::SignalKind::terminate()) {
            Ok(mut signal) => drop(signal.recv().await),
            Err(_) => std::future::pending().await,
        }
    };
    #[cfg(not(unix))]
    let terminate = std::future::pending::<()>();
    tokio::select! {
        () = interrupt => {}
        () = terminate => {}
    }
}
