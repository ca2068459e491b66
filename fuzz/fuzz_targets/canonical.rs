//! The canonical texts of a record: the checker's own reader.
#![no_main]

use libfuzzer_sys::fuzz_target;

fuzz_target!(|text: &[u8]| {
    let mut files = udbud_check::RecordFiles::new();
    let mut parts = text.split(|&byte| byte == 0);
    for name in ["canonical/tender.txt", "canonical/model.txt", "canonical/bids.txt", "canonical/assessments.txt", "evaluation.json", "prices.csv"] {
        files.insert(name.into(), parts.next().unwrap_or_default().to_vec());
    }
    let _ = udbud_check::check_figures(&files, "whole");
});
