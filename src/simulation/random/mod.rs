//! Draws that are the same on every machine: a named generator, integer tables in place of a platform's logarithms, exact
//! inverses of distribution functions (`docs/concepts/simulation.md`).

mod distribution;
mod stream;
mod tables;

pub use distribution::{quantile, whole_below};
pub use stream::{ALGORITHM, DrawStream};
pub use tables::{
    POWER_ONE, STANDARD_DEVIATION, log2_of_ratio, normal_cumulative, normal_quantile, table_hash,
    times_power_of_two_half_up,
};
