//! The console's entry point in the browser.

fn main() {
    chime_console::mount();
}
