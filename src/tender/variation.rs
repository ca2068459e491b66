//! `[[variant]]`, and what a variation of a tender may change.

use std::collections::BTreeSet;

use jiff::civil::Date;
use rust_decimal::Decimal;

use super::{AboveCap, CodeMap, CodePattern, Missing, Place, Tender};
use crate::number::{Volume, divide_half_up};

/// `[[variant]]`: something to try out, under a name. It decides nothing, and is no part of any hash.
#[derive(Clone, Debug, PartialEq)]
pub struct Variant {
    /// Its id.
    pub id: String,
    /// Its title; the id if not stated.
    pub title: String,
    /// What is tried out.
    pub variation: Variation,
    /// The table.
    pub place: Place,
}

/// What is tried out on a tender: other rules than its own, other volumes, another day, a bidder less. The default
/// changes nothing.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Variation {
    /// Another rule for missing codes.
    pub missing: Option<Missing>,
    /// What a price above the cap means.
    pub above_cap: Option<AboveCap>,
    /// Another tariff (index) as the cap.
    pub cap_tariff: Option<usize>,
    /// The last day on which the cap tariff is in force.
    pub lapse: Option<Date>,
    /// Bids (indices) left out.
    pub without: BTreeSet<usize>,
    /// Volumes times a factor, by code or prefix; a full code beats a prefix, a longer prefix a shorter one.
    pub volumes: Vec<(CodePattern, Decimal)>,
}

/// Why a variation makes no sense for a tender.
#[derive(Clone, Debug, PartialEq, Eq)]
#[non_exhaustive]
pub enum VariationError {
    /// The cap is varied, but the tender has none.
    NoCap,
    /// The cap is paid while in force, but the tender has no contract to count days in.
    NoContract,
    /// The lapse is varied, but the cap tariff is always in force.
    CapNeverLapses,
    /// Lines above the cap are rejected, and missing codes are priced at the fallback: not together.
    RejectLineAndFallback,
    /// No procedure has the code or prefix.
    NoSuchCode(String),
    /// A volume would be negative or beyond what a file may state.
    VolumeTooLarge(String),
}

impl std::fmt::Display for VariationError {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        match self {
            VariationError::NoCap => f.write_str("the tender has no cap"),
            VariationError::NoContract => f.write_str("the tender has no contract to count days in"),
            VariationError::CapNeverLapses => f.write_str("the cap tariff is always in force"),
            VariationError::RejectLineAndFallback => f.write_str(
                "lines above the cap cannot be rejected where missing codes are priced at the fallback",
            ),
            VariationError::NoSuchCode(code) => write!(f, "no procedure has the code {code}"),
            VariationError::VolumeTooLarge(code) => write!(f, "the volume of {code} is too large"),
        }
    }
}

impl std::error::Error for VariationError {}

impl Variation {
    /// Whether it changes nothing.
    pub fn is_empty(&self) -> bool {
        *self == Variation::default()
    }

    /// This with another on top of it: what the other states takes the place of what this one states; bids left out and
    /// factors of volumes are added to its own.
    #[must_use]
    pub fn with(mut self, other: Variation) -> Self {
        let Variation { missing, above_cap, cap_tariff, lapse, without, volumes } = other;
        self.missing = missing.or(self.missing);
        self.above_cap = above_cap.or(self.above_cap);
        self.cap_tariff = cap_tariff.or(self.cap_tariff);
        self.lapse = lapse.or(self.lapse);
        self.without.extend(without);
        self.volumes.retain(|(own, _)| volumes.iter().all(|(codes, _)| codes != own));
        self.volumes.extend(volumes);
        self
    }

    /// Whether the rules that it states go together with those of the tender.
    ///
    /// # Errors
    /// [`VariationError`], of the rules alone
    pub fn check_rules(&self, tender: &Tender) -> Result<(), VariationError> {
        if self.above_cap.is_some() || self.cap_tariff.is_some() || self.lapse.is_some() {
            let cap = tender.cap.ok_or(VariationError::NoCap)?;
            let above = self.above_cap.unwrap_or(cap.above);
            if matches!(above, AboveCap::PayCapWhileInForce(_)) && tender.head.contract.is_none() {
                return Err(VariationError::NoContract);
            }
            let tariff = tender.tariffs.get(self.cap_tariff.unwrap_or(cap.tariff));
            if self.lapse.is_some() && tariff.is_some_and(|t| t.in_force.is_none()) {
                return Err(VariationError::CapNeverLapses);
            }
        }
        let above = self.above_cap.or(tender.cap.map(|c| c.above));
        let missing = self.missing.as_ref().unwrap_or(&tender.award.missing);
        if above == Some(AboveCap::RejectLine) && *missing != Missing::Reject {
            return Err(VariationError::RejectLineAndFallback);
        }
        Ok(())
    }

    /// Each volume times its factor, half up to whole operations; `None` where no factor is stated.
    ///
    /// # Errors
    /// [`VariationError`], of the volumes alone
    pub fn scaled_volumes(&self, tender: &Tender) -> Result<Option<Vec<Volume>>, VariationError> {
        if self.volumes.is_empty() {
            return Ok(None);
        }
        let mut codes: Vec<&str> = tender.procedures.iter().map(|p| p.code.as_str()).collect();
        codes.sort_unstable();
        for (pattern, _) in &self.volumes {
            if !any_under(&codes, pattern) {
                return Err(VariationError::NoSuchCode(pattern.to_string()));
            }
        }
        let factors = CodeMap::new(self.volumes.iter().map(|(p, f)| (p, *f)));
        let scaled = tender.procedures.iter().map(|p| match factors.get(&p.code) {
            None => Ok(p.volume.expected),
            Some(factor) => times_half_up(p.volume.expected, *factor)
                .ok_or_else(|| VariationError::VolumeTooLarge(p.code.clone())),
        });
        scaled.collect::<Result<Vec<_>, _>>().map(Some)
    }
}

/// Whether any of the codes, in ascending order, falls under a pattern.
fn any_under(codes: &[&str], pattern: &CodePattern) -> bool {
    let (CodePattern::Code(first) | CodePattern::Prefix(first)) = pattern;
    let at = codes.partition_point(|code| *code < first.as_str());
    codes.get(at).is_some_and(|code| pattern.matches(code))
}

fn times_half_up(volume: Volume, factor: Decimal) -> Option<Volume> {
    let product = i128::from(volume.count()).checked_mul(factor.mantissa())?;
    let whole = divide_half_up(product, 10_i128.checked_pow(factor.scale())?);
    u64::try_from(whole).ok().and_then(Volume::from_count)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_is_on_top_takes_the_place_of_what_it_names() {
        let volume = |codes: &str, factor: i64| (CodePattern::new(codes), Decimal::from(factor));
        let below = Variation {
            missing: Some(Missing::Reject),
            lapse: Some(Date::constant(2025, 3, 31)),
            without: BTreeSet::from([1]),
            volumes: vec![volume("KNG*", 2), volume("KNF*", 3)],
            ..Variation::default()
        };
        let on_top = Variation {
            lapse: Some(Date::constant(2025, 9, 1)),
            without: BTreeSet::from([0]),
            volumes: vec![volume("KNG*", 4)],
            ..Variation::default()
        };
        let both = below.clone().with(on_top);
        assert_eq!(both.missing, Some(Missing::Reject));
        assert_eq!(both.lapse, Some(Date::constant(2025, 9, 1)));
        assert_eq!(both.without, BTreeSet::from([0, 1]));
        assert_eq!(both.volumes, vec![volume("KNF*", 3), volume("KNG*", 4)]);
        assert_eq!(below.clone().with(Variation::default()), below);
        assert!(Variation::default().is_empty() && !below.is_empty());
    }

    #[test]
    fn volumes_are_rounded_half_up() {
        let v = |n| Volume::from_count(n).unwrap();
        assert_eq!(times_half_up(v(5), Decimal::new(5, 1)), Some(v(3)));
        assert_eq!(times_half_up(v(100), Decimal::new(667, 3)), Some(v(67)));
        assert_eq!(times_half_up(v(5), Decimal::NEGATIVE_ONE), None);
        assert_eq!(times_half_up(v(Volume::LIMIT), Decimal::TWO), None);
    }
}
