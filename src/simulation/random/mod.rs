//! Draws that are the same on every machine: a named generator, integer tables in place of a platform's logarithms, exact
//! inverses of distribution functions (`docs/concepts/simulation.md`).

#[cfg(test)]
mod distribution_tests;
mod normal;
mod normal_table;
mod power;
mod power_table;
mod quantile;
mod stream;
#[cfg(test)]
mod table_tests;

pub use normal::{STANDARD_DEVIATION, cumulative, quantile as normal_quantile};
pub use power::{ONE as POWER_ONE, log2_of_ratio, times_power_of_two_half_up};
pub use quantile::{below, quantile};
pub use stream::{ALGORITHM, DrawStream};

use sha2::{Digest, Sha256};

/// SHA-256, in lower-case hex, of the integer tables: the header `udbud tables 1` and a line feed, then every entry of the
/// normal table and of the table of powers, each as eight bytes, the highest first.
pub fn table_hash() -> String {
    let mut digest = Sha256::new();
    digest.update(b"udbud tables 1\n");
    for entry in normal_table::NORMAL.iter().chain(&power_table::POWER) {
        digest.update(entry.to_be_bytes());
    }
    digest.finalize().iter().map(|byte| format!("{byte:02x}")).collect()
}
