use super::{Comparison, TriedTender, VariationError, compare::suppliers};
use crate::{
    award::Demands,
    number::Money,
    outcome::{AwardOutcome, OutcomeError, decide},
    tender::{Tender, Variant},
};

/// A variant of the file, under each structure that is compared.
#[derive(Debug)]
pub struct ComparedVariant<'t> {
    /// The variant.
    pub variant: &'t Variant,
    /// In the order of the comparison.
    pub structures: Vec<VariedStructure>,
}

/// One structure under a variant.
#[derive(Debug)]
pub struct VariedStructure {
    /// Which one (index).
    pub structure: usize,
    /// Its award, or why it has none that can be computed.
    pub result: Result<VariedAward, OutcomeError>,
}

/// What a structure comes to under a variant.
#[derive(Debug)]
pub struct VariedAward {
    /// The award.
    pub award: AwardOutcome,
    /// How many different suppliers.
    pub suppliers: Option<usize>,
    /// By how much the expected cost is above that of the same structure as the file has it.
    pub change: Option<Money>,
}

/// Every variant of a tender, applied to it.
///
/// # Errors
/// [`VariationError`]; a tender that was read has no variant with a fault.
pub fn tried_variants(tender: &Tender) -> Result<Vec<TriedTender>, VariationError> {
    tender.variants.iter().map(|variant| variant.variation.apply(tender)).collect()
}

/// Evaluates the structures of a comparison under every variant of the file. `tried` holds the tender under each of them.
pub fn compare_variants<'t>(
    comparison: &Comparison<'_>,
    variants: &'t [Variant],
    tried: &[TriedTender],
) -> Vec<ComparedVariant<'t>> {
    let all = variants.iter().zip(tried);
    all.map(|(variant, tried)| ComparedVariant { variant, structures: varied(comparison, tried) }).collect()
}

fn varied(comparison: &Comparison<'_>, tried: &TriedTender) -> Vec<VariedStructure> {
    let one = |c: &super::Compared<'_>| {
        let structure = c.outcome.structure;
        let result = decide(&tried.tender, structure, &tried.overlay, Demands::default()).map(|outcome| {
            let costs = outcome.award.expected_cost.zip(c.headline());
            VariedAward {
                suppliers: suppliers(&outcome),
                change: costs.and_then(|(own, file)| own.checked_sub(file).ok()),
                award: outcome.award,
            }
        });
        VariedStructure { structure, result }
    };
    comparison.structures.iter().map(one).collect()
}
