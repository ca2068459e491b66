//! The two tables in place of a platform's logarithms and error function, and what is computed from them.
//!
//! `tables.bin` holds the entries of the normal table and then those of the table of powers, each as eight bytes, the highest
//! first. `UPDATE_TABLES=1 cargo test --lib simulation::random::tables` writes it; without the variable the same test recomputes
//! every entry in large integers and compares.
//!
//! Within a cell of the normal table (1/256 of a standard deviation) every value is equally likely; the probability of each
//! cell is that of the normal distribution to 2⁻⁶⁴, and what lies beyond 8 standard deviations (1 in 10¹⁵) falls in the last
//! cell. Between two entries of the table of powers the curve is a straight line (relative error below 6 × 10⁻⁸); whole powers
//! are exact.

use sha2::{Digest, Sha256};

use crate::number::Overflow;

const BYTES: &[u8; (NORMAL_ENTRIES + POWER_ENTRIES) * 8] = include_bytes!("tables.bin");
const NORMAL_ENTRIES: usize = 2049;
const POWER_ENTRIES: usize = 1025;

/// Entry `k`: the probability of a standard normal value between 0 and `k / 256`, in 2⁻⁶⁴, rounded to the nearest; the last is
/// a half, so that nothing lies beyond.
static NORMAL: [u64; NORMAL_ENTRIES] = decode(0);

/// Entry `k`: `2^(k / 1024)` in 2⁻³², rounded to the nearest.
static POWER: [u64; POWER_ENTRIES] = decode(NORMAL_ENTRIES);

/// `N` entries of the file, from entry `first` on.
const fn decode<const N: usize>(first: usize) -> [u64; N] {
    let (words, _) = BYTES.as_chunks::<8>();
    let mut entries = [0; N];
    let mut k = 0;
    while k < N {
        entries[k] = u64::from_be_bytes(words[first + k]);
        k += 1;
    }
    entries
}

/// SHA-256, in lower-case hex, of the tables: the header `udbud tables 1` and a line feed, then the bytes of `tables.bin`.
pub fn table_hash() -> String {
    let mut digest = Sha256::new();
    digest.update(b"udbud tables 1\n");
    digest.update(BYTES);
    digest.finalize().iter().map(|byte| format!("{byte:02x}")).collect()
}

/// One standard deviation in the units of [`normal_quantile`] and [`normal_cumulative`]: 2³².
pub const STANDARD_DEVIATION: i64 = 1 << 32;
/// The bits of a cell's width.
const CELL: u32 = 24;
const HALF: u64 = 1 << 63;

/// The value below which a share of `share / 2⁶⁴` of all draws lie, in 2⁻³² standard deviations, rounded toward 0.
/// `normal_quantile(u) = -normal_quantile(!u)`.
pub fn normal_quantile(share: u64) -> i64 {
    let (beyond_middle, negative) =
        if share >= HALF { (share - HALF, false) } else { (HALF - 1 - share, true) };
    let cell = NORMAL.partition_point(|below| *below <= beyond_middle) - 1;
    let (from, until) = (NORMAL[cell], NORMAL[cell + 1]);
    let inside = (u128::from(beyond_middle - from) << CELL) / u128::from(until - from);
    // below 2^11 cells of 2^24 each
    let value = ((cell as i64) << CELL) + inside as i64;
    if negative { -value } else { value }
}

/// The share of all draws that lie below a value in 2⁻³² standard deviations, in 2⁻⁶⁴.
pub fn normal_cumulative(value: i64) -> u64 {
    let distance = value.unsigned_abs();
    let cell = usize::try_from(distance >> CELL).unwrap_or(usize::MAX);
    let beyond_middle = match (NORMAL.get(cell), NORMAL.get(cell.saturating_add(1))) {
        (Some(from), Some(until)) => {
            let inside = (u128::from(distance & ((1 << CELL) - 1)) * u128::from(until - from)) >> CELL;
            (u128::from(*from) + inside).min(u128::from(HALF - 1)) as u64
        }
        _ => HALF - 1,
    };
    if value < 0 { HALF - 1 - beyond_middle } else { HALF + beyond_middle }
}

/// 1 in the units of exponents and logarithms: 2³².
pub const POWER_ONE: i64 = 1 << 32;
/// The bits of an exponent between two entries.
const POWER_STEP: u32 = 22;

/// `amount × 2^(exponent / 2³²)`, to the nearest whole number, halves up. The amount is 0 or more.
///
/// # Errors
/// [`Overflow`] where it passes 63 bits.
pub fn times_power_of_two_half_up(amount: i64, exponent: i64) -> Result<i64, Overflow> {
    let whole = exponent >> 32;
    let part = (exponent & (POWER_ONE - 1)) as u64;
    let (entry, inside) = ((part >> POWER_STEP) as usize, part & ((1 << POWER_STEP) - 1));
    let mantissa = POWER[entry] + (((POWER[entry + 1] - POWER[entry]) * inside) >> POWER_STEP);
    let product = i128::from(amount) * i128::from(mantissa);
    // the mantissa is in 2⁻³²
    let shift = 32 - whole;
    let rounded = match shift {
        ..=-64 if amount != 0 => return Err(Overflow),
        ..=-64 => 0,
        -63..=0 => product.checked_mul(1 << -shift).ok_or(Overflow)?,
        1..=126 => (product + (1 << (shift - 1))) >> shift,
        127.. => 0,
    };
    i64::try_from(rounded).map_err(|_| Overflow)
}

/// log₂(above / below), in 2⁻³²; both above 0. Of each the 64 highest bits count.
pub fn log2_of_ratio(above: u128, below: u128) -> i64 {
    let ((above, a), (below, b)) = (normal_form(above), normal_form(below));
    let mut whole = i64::from(a) - i64::from(b);
    let mut mantissa = (u128::from(above) << 32) / u128::from(below.max(1));
    if above < below {
        whole -= 1;
        mantissa = (u128::from(above) << 33) / u128::from(below.max(1));
    }
    let mantissa = (mantissa as u64).clamp(POWER[0], POWER[1024] - 1);
    let entry = POWER.partition_point(|p| *p <= mantissa) - 1;
    let (from, until) = (POWER[entry], POWER[entry + 1]);
    let inside = ((mantissa - from) << POWER_STEP) / (until - from);
    (whole << 32) + ((entry as i64) << POWER_STEP) + inside as i64
}

/// The 64 highest bits, the first of them set, and by how many bits they are to be shifted.
fn normal_form(value: u128) -> (u64, i32) {
    let shift = 64 - value.leading_zeros() as i32;
    let bits = if shift >= 0 { value >> shift.min(127) } else { value << -shift.max(-127) };
    (bits as u64, shift)
}

#[cfg(test)]
mod tests {
    use std::{fs, path::Path};

    use num_bigint::BigInt;
    use num_traits::ToPrimitive;
    use proptest::prelude::*;

    use super::*;

    /// All sums run in 2⁻⁵¹² and are cut there; an error in the last 64 of these bits could only show if a sum lay next to a half.
    const BITS: usize = 512;
    const DOUBT: usize = 64;

    fn one() -> BigInt {
        BigInt::from(1) << BITS
    }

    /// To the nearest multiple of 2⁻ⁿ; refuses what lies so close to a half that the cut digits could decide.
    fn rounded(value: &BigInt, fraction_bits: usize) -> u64 {
        let shift = BITS - fraction_bits;
        let half = BigInt::from(1) << (shift - 1);
        let doubt = BigInt::from(1) << DOUBT;
        let (low, high) = ((value + &half - &doubt) >> shift, (value + &half + &doubt) >> shift);
        assert_eq!(low, high, "too close to a half");
        low.to_u64().unwrap()
    }

    /// `2^(k/1024)`, by ten square roots and repeated products.
    fn powers() -> Vec<u64> {
        let mut root = BigInt::from(2) << BITS;
        for _ in 0..10 {
            root = (root << BITS).sqrt();
        }
        let mut power = one();
        let mut table = Vec::new();
        for k in 0..=1024 {
            table.push(if k == 1024 { 1 << 33 } else { rounded(&power, 32) });
            power = (&power * &root) >> BITS;
        }
        table
    }

    /// arctan(1/n)
    fn arctan_of_inverse(n: u32) -> BigInt {
        let (mut sum, mut power, mut k) = (BigInt::from(0), one() / n, 0_u32);
        while power != BigInt::from(0) {
            let term = &power / (2 * k + 1);
            sum = if k % 2 == 0 { sum + term } else { sum - term };
            power /= n * n;
            k += 1;
        }
        sum
    }

    /// `Φ(z) − 1/2 = (1/√2π) Σ (−1)ⁿ z^(2n+1) / (n! 2ⁿ (2n+1))` with z = k/256.
    fn normals() -> Vec<u64> {
        let pi: BigInt = (arctan_of_inverse(5) * 4 - arctan_of_inverse(239)) * 4;
        let square: BigInt = (pi * 2) << BITS;
        let root_of_two_pi = square.sqrt();
        let mut table: Vec<u64> = (0..2048_u32)
            .map(|k| {
                let z = one() * k / 256;
                let square = (&z * &z) >> BITS;
                let (mut term, mut sum, mut n): (BigInt, BigInt, u32) = (z, BigInt::from(0), 0);
                while term != BigInt::from(0) {
                    let part: BigInt = &term / (2 * n + 1);
                    sum = if n % 2 == 0 { sum + part } else { sum - part };
                    n += 1;
                    term = ((&term * &square) >> BITS) / (2 * n);
                }
                rounded(&((sum << BITS) / &root_of_two_pi), 64)
            })
            .collect();
        table.push(1 << 63);
        table
    }

    #[test]
    fn the_tables_are_what_large_integers_give() {
        let (normals, powers) = (normals(), powers());
        if std::env::var_os("UPDATE_TABLES").is_some() {
            let bytes: Vec<u8> =
                normals.iter().chain(&powers).flat_map(|entry| entry.to_be_bytes()).collect();
            let file = Path::new(env!("CARGO_MANIFEST_DIR")).join("src/simulation/random/tables.bin");
            fs::write(file, bytes).unwrap();
            return;
        }
        assert_eq!(NORMAL[..], normals);
        assert_eq!(POWER[..], powers);
    }

    #[test]
    fn the_hash_of_the_tables_is_known() {
        assert_eq!(table_hash(), "106549a5b5fb7f813222037b950ca9b59c3bed0a5c7d8c3e29c8201ecf28d2ef");
    }

    #[test]
    fn known_quantiles() {
        let thousandths = |share: u64| normal_quantile(share) * 1000 / STANDARD_DEVIATION;
        assert_eq!(normal_quantile(HALF), 0);
        assert_eq!(thousandths((u128::from(u64::MAX) * 975 / 1000) as u64), 1959);
        assert_eq!(thousandths((u128::from(u64::MAX) * 5 / 100) as u64), -1644);
        assert!(normal_quantile(u64::MAX) < 8 * STANDARD_DEVIATION);
        assert_eq!(normal_quantile(0), -normal_quantile(u64::MAX));
    }

    #[test]
    fn whole_powers_are_exact() {
        for n in 0..60 {
            assert_eq!(log2_of_ratio(1 << n, 1), i64::from(n) * POWER_ONE);
            assert_eq!(log2_of_ratio(7, 7 << n), -i64::from(n) * POWER_ONE);
            assert_eq!(times_power_of_two_half_up(1, i64::from(n) * POWER_ONE), Ok(1 << n));
        }
        assert_eq!(times_power_of_two_half_up(5, -POWER_ONE), Ok(3));
        assert_eq!(times_power_of_two_half_up(1, 63 * POWER_ONE), Err(Overflow));
        assert_eq!(times_power_of_two_half_up(0, i64::MAX), Ok(0));
        assert_eq!(times_power_of_two_half_up(i64::MAX, i64::MIN), Ok(0));
    }

    #[test]
    fn known_logarithms() {
        // log2 3 = 1.58496250072…, log2 10 = 3.32192809488…
        assert!((log2_of_ratio(3, 1) - 6_807_362_105).abs() < 500);
        assert!((log2_of_ratio(10, 1) - 14_267_572_527).abs() < 500);
    }

    proptest! {
        #[test]
        fn one_is_the_inverse_of_the_other(share in any::<u64>()) {
            let back = normal_cumulative(normal_quantile(share));
            // one unit of the value is at most this much of the share
            prop_assert!(back.abs_diff(share) <= 1 << 31, "{share} {back}");
        }

        #[test]
        fn both_rise(a in any::<u64>(), b in any::<u64>()) {
            let (low, high) = (a.min(b), a.max(b));
            prop_assert!(normal_quantile(low) <= normal_quantile(high));
            let (low, high) = (low as i64 % (10 << 32), high as i64 % (10 << 32));
            prop_assert!(normal_cumulative(low.min(high)) <= normal_cumulative(low.max(high)));
        }

        #[test]
        fn a_logarithm_undoes_a_power(amount in 1_i64..1_000_000_000, exponent in -(8_i64 << 32)..(8_i64 << 32)) {
            let scaled = amount * 1_000_000;
            let power = times_power_of_two_half_up(scaled, exponent).unwrap();
            let back = log2_of_ratio(power as u128, scaled as u128);
            prop_assert!((back - exponent).abs() < 2_000_000, "{exponent} {back}");
        }

        #[test]
        fn antisymmetric_to_a_unit(a in 1_u128.., b in 1_u128..) {
            prop_assert!((log2_of_ratio(a, b) + log2_of_ratio(b, a)).abs() < 1_000);
        }
    }
}
