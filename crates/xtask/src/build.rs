//! Builds what runs: the emulator and the console, at once.

use crate::process::{seconds, timed};
use crate::project::Project;
use crate::{console, emulator, prerequisites, setup};
use anyhow::Result;
use std::panic::resume_unwind;
use std::thread;

/// Installs what building needs, and builds what has changed of either. Tools and console have stretches that keep one core busy;
/// the emulator has the others.
pub fn both(project: &Project) -> Result<()> {
    prerequisites::for_building(project)?;
    thread::scope(|scope| {
        let emulator = scope.spawn(|| timed(|| emulator::build_patiently(project)));
        let console = setup::for_building(project).and_then(|()| console::build_if_changed(project));
        println!("\n==> emulator: chime-emulator, begun before");
        let (built, took) = emulator.join().unwrap_or_else(|panic| resume_unwind(panic));
        built?;
        println!("    done in {}", seconds(took));
        console
    })
}
