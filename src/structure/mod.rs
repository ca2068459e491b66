//! One specialty or many lots: who can bid on what, what each structure costs, which grouping is best, and how firm an
//! award stands (docs/reference/structures.md). Everything here is a hypothesis beside the published decision.

mod compare;
mod competition;
mod concentration;
mod coverage;
mod payments;
mod robustness;
pub mod search;
mod shut_out;
mod unbalanced;
mod variants;
mod variation;
mod volumes;

pub use crate::tender::{Variation, VariationError};
pub(crate) use compare::per_cent;
pub use compare::{CompareError, Compared, Comparison, compare};
pub use competition::{Competition, competition};
pub use concentration::concentration;
pub(crate) use concentration::hhi;
pub use coverage::{
    Basis, Coverage, LotCoverage, RemovalSet, RemovalSets, SETS_LISTED, SmallestSets, StructureCoverage,
    coverage,
};
pub use payments::{Payment, payments};
pub use robustness::{CodeRoom, LapseRoom, PREFIX, Robustness, ScaleRoom, WorstMix, robustness};
pub use search::{
    BestGrouping, BlockSource, Blocks, Group, LotSearch, SearchError, SearchOptions, blocks, search_lots,
};
pub use shut_out::{ShutOut, shut_out};
pub use unbalanced::{Unbalanced, UnbalancedLine, unbalanced_bids};
pub use variants::{ComparedVariant, VariedAward, VariedStructure, compare_variants, tried_variants};
pub use variation::TriedTender;
pub(crate) use volumes::per_year;
pub use volumes::{AtVolumes, VolumeCase, cost_at, volume_without_tariff, volumes_in};
