//! Effects of one type.

use leptos::prelude::*;

/// Runs `run` now and whenever something that it read has changed. Unlike `Effect::new` it is compiled once, not once
/// for each closure.
pub fn effect(run: impl FnMut() + 'static) {
    boxed(Box::new(run));
}

fn boxed(mut run: Box<dyn FnMut()>) {
    Effect::new(move |_: Option<()>| run());
}
