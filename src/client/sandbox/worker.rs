//! Where a worker comes from: from the start of the page, or from here.

use js_sys::{Array, Math, Number, Reflect};
use leptos::prelude::document;
use wasm_bindgen::prelude::*;
use web_sys::{Worker, WorkerOptions, WorkerType};

/// A worker with its name, and what it has said already.
pub(super) type Started = (Worker, String, Array);

/// The worker that `public/start.js` has started, if the link led into the sandbox.
pub(super) fn early() -> Option<Started> {
    let (page, key) = (js_sys::global(), JsValue::from("chimeSandbox"));
    let early = Reflect::get(&page, &key).ok().filter(JsValue::is_object)?;
    // There is one, and it has one owner.
    drop(Reflect::delete_property(&page, &key));
    let member = |name: &str| Reflect::get(&early, &name.into()).ok();
    Some((member("worker")?.dyn_into().ok()?, member("name")?.as_string()?, member("heard")?.dyn_into().ok()?))
}

/// One that is started now.
pub(super) fn fresh() -> Option<Started> {
    let random = Number::from(Math::random()).to_string_with_radix(36).map(String::from).unwrap_or_default();
    let name = ["chime-sandbox-", &random].concat();
    Some((worker(&name)?, name, Array::new()))
}

/// The worker whose name the build has written into the page.
fn worker(name: &str) -> Option<Worker> {
    let link = document().get_element_by_id("sandbox")?;
    let address = web_sys::Url::new_with_base(&link.get_attribute("href")?, &document().base_uri().ok()??).ok()?;
    let options = WorkerOptions::new();
    options.set_name(name);
    options.set_type(WorkerType::Module);
    Worker::new_with_options(&address.href(), &options).ok()
}
