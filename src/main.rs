//! The `udbud` program.
fn main() {}
