//! `screenshots`: the pictures of the README, from the demo data.

use crate::build;
use crate::prerequisites::chromium;
use crate::process::{run, step};
use crate::project::Project;
use anyhow::Result;
use std::process::ExitCode;

/// Writes docs/screenshot-light.png and docs/screenshot-dark.png.
pub fn screenshots(project: &Project) -> Result<ExitCode> {
    let browser = chromium()?;
    build::both(project)?;
    step("docs/screenshot-*.png", || {
        run(project.node("tests/screenshots.mjs").env("CHIME_EMULATOR", project.emulator()).env("CHROMIUM", &browser))
    })?;
    Ok(ExitCode::SUCCESS)
}
