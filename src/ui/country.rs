//! Countries by their two letters.

use js_sys::{Array, Function, Object, Reflect};
use wasm_bindgen::{JsCast, JsValue};

/// The English name of a country: "United Kingdom" for `GB`; the code where the browser knows none.
pub fn country_name(code: &str) -> String {
    // Anything missing in the browser, or a code it refuses, leaves the code.
    name(code).unwrap_or_else(|_| code.to_owned())
}

fn name(code: &str) -> Result<String, JsValue> {
    let intl = Reflect::get(&js_sys::global(), &"Intl".into())?;
    let names: Function = Reflect::get(&intl, &"DisplayNames".into())?.dyn_into()?;
    let options = Object::new();
    Reflect::set(&options, &"type".into(), &"region".into())?;
    let names = Reflect::construct(&names, &Array::of2(&"en".into(), &options))?;
    let of: Function = Reflect::get(&names, &"of".into())?.dyn_into()?;
    of.call1(&names, &code.into())?.as_string().ok_or(JsValue::UNDEFINED)
}
