//! Builds what runs: the emulator and the console, at once.

use crate::process::{seconds, timed};
use crate::project::Project;
use crate::{console, emulator};
use anyhow::Result;
use std::panic::resume_unwind;
use std::thread;

/// Builds what has changed of either. Most of the console's build runs on one core, and the emulator has the others.
pub fn both(project: &Project) -> Result<()> {
    thread::scope(|scope| {
        let emulator = scope.spawn(|| timed(|| emulator::build(project)));
        let console = console::build_if_changed(project);
        println!("\n==> emulator: chime-emulator, begun before");
        let (built, took) = emulator.join().unwrap_or_else(|panic| resume_unwind(panic));
        built?;
        println!("    done in {}", seconds(took));
        console
    })
}
