//! The file format: read with spans, then problems, then a validated [`Tender`], the one type that all else takes.

mod bid;
mod buyer_side;
pub mod canonical;
mod disclosure_policy;
mod files;
mod framework;
mod missing;
mod model;
mod problem;
mod procurement;
pub mod read;
mod rules;
mod variation;

pub use bid::{
    Bid, BidDiscount, BidPrice, CodeDiscount, Combination, CombinationCondition, LotCapacity, LotSelection,
};
pub use buyer_side::{
    Assessment, AssessmentScope, Decision, DecisionAction, DecisionGround, Requirement, RequirementStatus,
};
pub use disclosure_policy::{Disclosure, OnLeak, Sent, Standstill, StandstillBasis, StandstillTerms, Tell};
pub use files::{Files, FrameworkFolder, MemoryFiles, Place, ReadFileError, Source, Sources, path_matches};
pub use framework::{Budget, DirectAward, Framework, MaxPrice, MiniTenders, Party, WeightRange};
pub use missing::MissingRule;
pub use model::{
    Adjustment, Best, Criterion, EvaluationModel, Gate, GateOn, Measure, Method, ModelKind, Outside,
    StageRounding, Widening, Worth,
};
pub use problem::{Problem, ProblemCode, Severity};
pub use procurement::{
    CodeMap, CodePattern, Condition, Head, ListedPrice, Lot, PriceAdjustment, Procedure, Structure, Tariff,
    TariffBasis, TenderKind, VolumeEstimate,
};
pub use read::{Parsed, ReadError, parse};
pub use rules::{
    AboveCap, AwardRules, Cap, Missing, PriceForm, Pricing, ScoredPrice, Sharing, TieRule, UnawardedRule,
};
pub use variation::{Variant, Variation, VariationError};

/// A validated tender: every reference is resolved to an index, every rule is complete.
#[derive(Clone, Debug, PartialEq)]
pub struct Tender {
    /// The files as read.
    pub sources: Sources,
    /// `[tender]`
    pub head: Head,
    /// `[[tariff]]` in file order.
    pub tariffs: Vec<Tariff>,
    /// `[pricing]`
    pub pricing: Pricing,
    /// `[cap]`
    pub cap: Option<Cap>,
    /// `[fallback] tariffs`: day by day the first one in force. Empty if not stated.
    pub fallback: Vec<usize>,
    /// `[[adjustment]]` in file order.
    pub adjustments: Vec<PriceAdjustment>,
    /// `[[procedure]]` in file order, inline before CSV.
    pub procedures: Vec<Procedure>,
    /// `[[structure]]` in file order; at least one.
    pub structures: Vec<Structure>,
    /// `[award]`
    pub award: AwardRules,
    /// `[evaluation]`
    pub evaluation: EvaluationModel,
    /// `[mini-tenders]`, in a tender for a framework.
    pub mini_tenders: Option<MiniTenders>,
    /// `[framework]`, in a mini-tender.
    pub framework: Option<Framework>,
    /// `[budget]`, in an offer collection.
    pub budget: Option<Budget>,
    /// `[disclosure]`
    pub disclosure: Disclosure,
    /// `[standstill]`, if it is stated.
    pub standstill: Option<Standstill>,
    /// `[[variant]]` in file order.
    pub variants: Vec<Variant>,
    /// `[[requirement]]` in file order.
    pub requirements: Vec<Requirement>,
    /// `[[assessment]]` in file order, inline before files.
    pub assessments: Vec<Assessment>,
    /// `[[decision]]` in file order.
    pub decisions: Vec<Decision>,
    /// `[[bid]]` in file order, inline before files.
    pub bids: Vec<Bid>,
    /// Warnings and notes about the file.
    pub remarks: Vec<Problem>,
}
