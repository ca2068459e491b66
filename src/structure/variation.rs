use rust_decimal::Decimal;

use crate::{
    number::{Volume, divide_half_up},
    pricing::{CodeMap, Overlay},
    tender::{AboveCap, CodePattern, Missing, Tender, Variation},
};

/// Why a variation makes no sense for a tender.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum VariationFault {
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

/// A tender as it is tried out.
#[derive(Clone, Debug)]
pub struct TriedTender {
    /// With other rules.
    pub tender: Tender,
    /// With other quantities.
    pub overlay: Overlay,
    /// What differs from the file.
    pub variation: Variation,
}

impl TriedTender {
    /// Whether anything differs from the file.
    pub fn is_varied(&self) -> bool {
        !self.variation.is_empty()
    }
}

impl Variation {
    /// The tender with the variation.
    ///
    /// # Errors
    /// [`VariationFault`]
    pub fn apply(&self, tender: &Tender) -> Result<TriedTender, VariationFault> {
        self.check_rules(tender)?;
        let overlay = Overlay {
            volumes: self.scaled_volumes(tender)?,
            lapse: self.lapse,
            absent: self.without.clone(),
            ..Overlay::default()
        };
        let mut tried = tender.clone();
        if let Some(missing) = &self.missing {
            tried.award.missing = missing.clone();
        }
        if let Some(cap) = &mut tried.cap {
            cap.above = self.above_cap.unwrap_or(cap.above);
            cap.tariff = self.cap_tariff.unwrap_or(cap.tariff);
        }
        Ok(TriedTender { tender: tried, overlay, variation: self.clone() })
    }

    /// Whether the rules that it states go together with those of the tender.
    ///
    /// # Errors
    /// [`VariationFault`], of the rules alone
    pub fn check_rules(&self, tender: &Tender) -> Result<(), VariationFault> {
        if self.above_cap.is_some() || self.cap_tariff.is_some() || self.lapse.is_some() {
            let cap = tender.cap.ok_or(VariationFault::NoCap)?;
            let above = self.above_cap.unwrap_or(cap.above);
            if matches!(above, AboveCap::PayCapWhileInForce(_)) && tender.head.contract.is_none() {
                return Err(VariationFault::NoContract);
            }
            let tariff = tender.tariffs.get(self.cap_tariff.unwrap_or(cap.tariff));
            if self.lapse.is_some() && tariff.is_some_and(|t| t.in_force.is_none()) {
                return Err(VariationFault::CapNeverLapses);
            }
        }
        let above = self.above_cap.or(tender.cap.map(|c| c.above));
        let missing = self.missing.as_ref().unwrap_or(&tender.award.missing);
        if above == Some(AboveCap::RejectLine) && *missing != Missing::Reject {
            return Err(VariationFault::RejectLineAndFallback);
        }
        Ok(())
    }

    /// Each volume times its factor, half up to whole operations; `None` where no factor is stated.
    ///
    /// # Errors
    /// [`VariationFault`], of the volumes alone
    pub fn scaled_volumes(&self, tender: &Tender) -> Result<Option<Vec<Volume>>, VariationFault> {
        if self.volumes.is_empty() {
            return Ok(None);
        }
        let mut codes: Vec<&str> = tender.procedures.iter().map(|p| p.code.as_str()).collect();
        codes.sort_unstable();
        for (pattern, _) in &self.volumes {
            if !any_under(&codes, pattern) {
                return Err(VariationFault::NoSuchCode(pattern.to_string()));
            }
        }
        let factors = CodeMap::new(self.volumes.iter().map(|(p, f)| (p, *f)));
        let scaled = tender.procedures.iter().map(|p| match factors.get(&p.code) {
            None => Ok(p.volume.expected),
            Some(factor) => times_half_up(p.volume.expected, *factor)
                .ok_or_else(|| VariationFault::VolumeTooLarge(p.code.clone())),
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
    fn volumes_are_rounded_half_up() {
        let v = |n| Volume::from_count(n).unwrap();
        assert_eq!(times_half_up(v(5), Decimal::new(5, 1)), Some(v(3)));
        assert_eq!(times_half_up(v(100), Decimal::new(667, 3)), Some(v(67)));
        assert_eq!(times_half_up(v(5), Decimal::NEGATIVE_ONE), None);
        assert_eq!(times_half_up(v(Volume::LIMIT), Decimal::TWO), None);
    }
}
