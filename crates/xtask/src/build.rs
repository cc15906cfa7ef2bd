//! Builds what runs: the emulator and the console, at once.

use crate::process::{seconds, timed};
use crate::project::Project;
use crate::{console, emulator, prerequisites, setup};
use anyhow::Result;
use std::panic::resume_unwind;
use std::thread;

/// Installs what building needs, and builds what has changed of either. Each has stretches that keep one core busy, so they go side
/// by side: the console's programs are compiled while the tools come that make its files of them.
pub fn both(project: &Project) -> Result<()> {
    with_emulator(project, emulator::RELEASE)
}

/// The same with the emulator in a profile of Cargo.toml.
pub fn with_emulator(project: &Project, profile: &str) -> Result<()> {
    prerequisites::for_building(project)?;
    thread::scope(|scope| {
        let emulator = scope.spawn(|| timed(|| emulator::build(project, profile)));
        let is_built = console::is_built(project);
        let programs = scope.spawn(move || if is_built { Ok(()) } else { console::compile(project) });
        let tools = setup::tools(project);
        let programs = programs.join().unwrap_or_else(|panic| resume_unwind(panic));
        let console = tools.and(programs).and_then(|()| {
            if is_built {
                println!("\n==> console: dist/ is up to date");
                return Ok(());
            }
            console::build(project)
        });
        println!("\n==> emulator: chime-emulator, begun before");
        let (built, took) = emulator.join().unwrap_or_else(|panic| resume_unwind(panic));
        built?;
        println!("    done in {}", seconds(took));
        console
    })
}
