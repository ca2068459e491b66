//! A dialogue file beside a valid tender.
#![no_main]

use libfuzzer_sys::fuzz_target;

const TENDER: &str = include_str!("../../tenders/minimal/tender.toml");

fuzz_target!(|text: &[u8]| {
    let files = udbud::tender::MemoryFiles::new().with("tender.toml", TENDER).with("dialogue.toml", text);
    let _ = udbud::simulation::read_dialogue(&files, "dialogue.toml");
});
