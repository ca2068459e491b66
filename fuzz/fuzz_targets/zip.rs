//! An archive that is said to be a record.
#![no_main]

use libfuzzer_sys::fuzz_target;

fuzz_target!(|archive: &[u8]| {
    if let Ok(files) = udbud::record::folder::read_zip(archive) {
        let _ = udbud_check::sums::hash_of_record(&files);
        let _ = udbud_check::check_figures(&files, "whole");
    }
});
