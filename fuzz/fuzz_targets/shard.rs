//! A part of a simulation, as another machine has written it.
#![no_main]

use libfuzzer_sys::fuzz_target;
use udbud::simulation::{read_part, write_part};

fuzz_target!(|text: &str| {
    if let Ok(part) = read_part(text) {
        assert_eq!(write_part(&part), text, "a part that is read is written as it was");
    }
});
