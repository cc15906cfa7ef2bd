//! The emulator behind sockets: one for the API, one for the console's files.

pub(crate) mod api;
pub(crate) mod connections;
mod console;
mod writer;

use std::future::Future;
use std::path::PathBuf;
use std::sync::Arc;
use std::time::Duration;

use tokio::net::TcpListener;
use tokio::sync::watch;
use tokio::time::{MissedTickBehavior, interval};

use crate::Emulator;

/// How often what is due is done when nobody calls.
const TICK: Duration = Duration::from_secs(1);

/// What is listened on.
pub struct Server {
    /// For the API and the control plane.
    pub api: TcpListener,
    /// For the console's files, which are in the directory.
    pub console: Option<(TcpListener, PathBuf)>,
}

impl Server {
    /// Serves until `shutdown`, then lets requests under way finish.
    ///
    /// # Errors
    /// When the system gives no thread.
    pub async fn run(self, emulator: Arc<Emulator>, shutdown: impl Future<Output = ()>) -> std::io::Result<()> {
        let (writer, written) = writer::Writer::start(emulator.clone())?;
        let (stop, stopped) = watch::channel(());
        let mut servers = tokio::task::JoinSet::new();
        servers.spawn(connections::serve(self.api, api::service(emulator.clone(), writer), stopped.clone()));
        if let Some((listener, directory)) = self.console {
            servers.spawn(connections::serve(listener, console::router(&directory), stopped));
        }
        let ticker = tokio::spawn(tick(emulator));
        shutdown.await;
        drop(stop);
        ticker.abort();
        while servers.join_next().await.is_some() {}
        // The store is closed by whoever lets go of it last. A connection that is cut off may still know the writer.
        let _ = tokio::time::timeout(TICK, written).await;
        Ok(())
    }
}

/// Appendix C: things happen in their time, also when nobody looks.
async fn tick(emulator: Arc<Emulator>) {
    let mut ticks = interval(TICK);
    ticks.set_missed_tick_behavior(MissedTickBehavior::Delay);
    loop {
        ticks.tick().await;
        let emulator = emulator.clone();
        let done = tokio::task::spawn_blocking(move || emulator.run_due()).await;
        if let Ok(Err(error)) = done {
            tracing::error!(%error, "what is due could not be done");
        }
    }
}
