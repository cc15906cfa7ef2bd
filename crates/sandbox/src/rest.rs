//! The part of the emulator that the first page does not need. A release build makes it a WebAssembly module of its own
//! (`crates/xtask/js/sandbox.mjs`); a development build and the tests have all in one.

use chime_emulator::Emulator;
use chime_emulator::rest::Rest;
use wasm_split_helpers::SplitLoaderError;

/// Makes the emulator whole, if it is not.
pub(crate) async fn bring(emulator: &Emulator) -> Result<(), SplitLoaderError> {
    if !emulator.is_complete() {
        emulator.complete(rest().await?);
    }
    Ok(())
}

#[cfg(all(target_family = "wasm", not(debug_assertions)))]
#[allow(unsafe_code, reason = "the boundary between two modules is a foreign function")]
#[wasm_split_helpers::wasm_split(rest, fallible)]
fn rest() -> Result<Rest, SplitLoaderError> {
    Ok(Rest::new())
}

#[cfg(not(all(target_family = "wasm", not(debug_assertions))))]
async fn rest() -> Result<Rest, SplitLoaderError> {
    Ok(Rest::new())
}
