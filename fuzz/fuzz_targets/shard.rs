//! A part of a simulation, as another machine has written it.
#![no_main]

use libfuzzer_sys::fuzz_target;
use udbud::simulation::{read_shard, shard_text};

fuzz_target!(|text: &str| {
    if let Ok(shard) = read_shard(text) {
        assert_eq!(shard_text(&shard), text, "a shard that is read is written as it was");
    }
});
