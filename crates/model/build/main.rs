//! Turns the facts file into Rust: the tables of operations, shapes and errors, and a typed structure for every shape.
//!
//! Nothing it writes is committed. Adding a version of the API is adding a facts file.

mod errors;
mod facts;
mod family;
mod names;
mod operations;
mod shapes;
mod types;

use std::path::{Path, PathBuf};
use std::{env, fs};

use facts::Facts;

const FACTS: &str = "model/chime-2018-05-01.json";

fn main() {
    println!("cargo::rerun-if-changed={FACTS}");
    println!("cargo::rerun-if-changed=build");
    let text = fs::read_to_string(FACTS).unwrap_or_else(|error| panic!("{FACTS}: {error}"));
    let facts: Facts = serde_json::from_str(&text).unwrap_or_else(|error| panic!("{FACTS}: {error}"));
    let out = PathBuf::from(env::var_os("OUT_DIR").expect("cargo sets OUT_DIR"));

    let (operations, operations_table) = operations::generate(&facts);
    write(&out, "operations.rs", operations);
    write(&out, "operations.txt", operations_table);
    let (patterns, shapes_table) = shapes::generate(&facts);
    write(&out, "patterns.rs", patterns);
    write(&out, "shapes.txt", shapes_table);
    write(&out, "errors.rs", errors::generate(&facts));
    write(&out, "types.rs", types::generate(&facts));
}

fn write(folder: &Path, name: &str, code: String) {
    let path = folder.join(name);
    fs::write(&path, code).unwrap_or_else(|error| panic!("{}: {error}", path.display()));
}
