//! One specialty or many lots: who can bid on what, what each structure costs, which grouping is best, and how robust an
//! award is (docs/reference/structures.md). Everything here is a hypothesis next to the published decision.

mod compare;
mod coverage;
mod robustness;
pub mod search;
mod shut_out;
mod unbalanced;
mod variation;
mod volumes;

pub use crate::tender::{Variation, VariationError};
pub use compare::{
    CompareError, ComparedStructure, ComparedVariant, Competition, Payment, StructureComparison, VariedAward,
    VariedStructure, compare, compare_variants, competition, concentration, payments, tried_variants,
};
pub(crate) use compare::{hhi, per_cent};
pub use coverage::{
    Basis, Coverage, LotCoverage, RemovalSet, RemovalSets, SETS_LISTED, SmallestSets, StructureCoverage,
    coverage,
};
pub use robustness::{CodeRoom, LapseRoom, PREFIX, Robustness, ScaleRoom, WorstMix, robustness};
pub use search::{
    BestGrouping, BlockSource, Blocks, LotGroup, LotSearch, SearchError, SearchOptions, blocks, search_lots,
};
pub use shut_out::{ShutOut, shut_out};
pub use unbalanced::{Unbalanced, UnbalancedLine, unbalanced_bids};
pub use variation::TriedTender;
pub(crate) use volumes::per_year;
pub use volumes::{AtVolumes, VolumeCase, cost_at, volume_without_tariff, volumes_in};
