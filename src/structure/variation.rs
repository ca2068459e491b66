//! A tender with a variation applied.

use crate::{
    pricing::Overlay,
    tender::{Tender, Variation, VariationError},
};

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
    /// [`VariationError`]
    pub fn apply(&self, tender: &Tender) -> Result<TriedTender, VariationError> {
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
}
