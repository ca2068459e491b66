//! A tender file, read, evaluated and worded in both languages.
#![no_main]

use libfuzzer_sys::fuzz_target;
use udbud::report::Language;

fuzz_target!(|text: &[u8]| {
    let files = udbud::tender::MemoryFiles::new().with("tender.toml", text);
    match udbud::read_tender(&files, "tender.toml") {
        Ok(tender) => {
            let _ = udbud::evaluate(&tender);
        }
        Err(rejected) => {
            for language in [Language::En, Language::Da] {
                let _ = udbud::report::problems::check_json(&rejected.problems, &rejected.sources, language);
            }
        }
    }
});
