//! Writes down calls as the console shows them: for each line of JSON with an `operation`, its `input`, an `endpoint` and a `region`
//! that is read, a line with the text in each language. The client tests run what it writes.

use std::error::Error;
use std::io::{BufRead, Write, stdin, stdout};

use chime_console::form::Call;
use chime_model::Operation;
use serde_json::{Map, Value};

fn main() -> Result<(), Box<dyn Error>> {
    let mut out = stdout().lock();
    for line in stdin().lock().lines() {
        let asked: Value = serde_json::from_str(&line?)?;
        let text = |name: &str| asked[name].as_str().ok_or_else(|| format!("{name} is no text"));
        let name = text("operation")?;
        let operation = Operation::from_name(name).ok_or_else(|| format!("there is no {name}"))?;
        let call = Call { operation, input: &asked["input"], endpoint: text("endpoint")?, region: text("region")? };
        let texts = Call::LANGUAGES.iter().map(|(language, _)| ((*language).to_owned(), call.text(language).into()));
        writeln!(out, "{}", Value::Object(texts.collect::<Map<_, _>>()))?;
        out.flush()?;
    }
    Ok(())
}
