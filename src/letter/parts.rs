//! What a letter is made of.

use std::cmp::Ordering;

use crate::{
    admission::Finding,
    number::{Money, Ratio, Volume},
    outcome::{BlockingRule, Outcome},
    tender::StandstillTerms,
};

/// A letter to one bidder, before it is worded.
#[derive(Debug)]
pub struct Letter<'o> {
    /// The decision.
    pub outcome: &'o Outcome<'o>,
    /// To whom.
    pub bid: usize,
    /// What it brings.
    pub sort: Sort,
    /// Why the whole bid may not be evaluated.
    pub reasons: Vec<&'o Finding>,
    /// The lots that it bid on, in the structure's order.
    pub lots: Vec<LotPart<'o>>,
    /// Remarks on its own bid that exclude nothing.
    pub remarks: Vec<&'o Finding>,
    /// The buyer's reasons for what it judged of this bid.
    pub judged: Vec<&'o str>,
    /// Days of standstill; none where nothing is awarded yet.
    pub standstill: Option<StandstillTerms<'o>>,
}

/// What a letter brings.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Sort {
    /// The bid won all the lots that it could be evaluated on.
    Won,
    /// It won some lots, and lost others.
    WonSome,
    /// It lost.
    Lost,
    /// It may not be evaluated on any lot.
    Inadmissible,
    /// Nothing is decided yet on any lot that it bid on: a tie.
    Open,
    /// No lot that it bid on is awarded to anybody.
    NotAwarded,
}

/// One lot in a letter.
#[derive(Debug)]
pub struct LotPart<'o> {
    /// Which lot.
    pub lot: usize,
    /// How the reader's own bid stands.
    pub own: OwnPart<'o>,
    /// What became of the lot.
    pub outcome: LotOutcome,
    /// The others who won it, rank 1 first.
    pub winners: Vec<Winner<'o>>,
    /// Other admissible bids, where all totals may be told; in file order.
    pub others: Vec<Other>,
    /// How far the reader was from winning, where that may be told.
    pub gaps: Vec<Gap>,
    /// Rules of the tender, or of its own bid, without which it could have won; where the distance may be told.
    pub blocked_by: Vec<&'o BlockingRule>,
}

/// How the reader's own bid stands on a lot.
#[derive(Debug)]
pub enum OwnPart<'o> {
    /// It may not be evaluated here; why.
    Out(Vec<&'o Finding>),
    /// It was evaluated.
    Evaluated(OwnFigures),
}

/// The reader's own figures on a lot.
#[derive(Clone, Debug)]
pub struct OwnFigures {
    /// The lot price; with its combination discount where it won.
    pub price: Money,
    /// The lot price without combination discount, as it was evaluated.
    pub price_alone: Money,
    /// The evaluated price, where the model has one; as `price`.
    pub evaluated_price: Option<Money>,
    /// The same without combination discount.
    pub evaluated_alone: Option<Money>,
    /// The score, where the model has one.
    pub score: Option<Ratio>,
    /// By leaf criterion: its points.
    pub points: Vec<(usize, Ratio)>,
    /// Competition rank on the lot before rules across lots.
    pub rank: usize,
    /// Of so many admissible bids, if that may be told: of two, what is not one's own is the other's.
    pub of: Option<usize>,
}

/// What became of a lot, as the reader sees it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum LotOutcome {
    /// The reader won it.
    Won,
    /// The reader is one of several suppliers: its rank, and its share of the volume.
    Supplies {
        /// From 1.
        rank: usize,
        /// Of the lot's volume.
        volume: Volume,
    },
    /// Somebody else won it.
    Lost,
    /// Equally good awards differ on it.
    Open,
    /// Nobody won it.
    NotAwarded,
}

/// Another bid that won a lot.
#[derive(Debug)]
pub struct Winner<'o> {
    /// Whose.
    pub bid: usize,
    /// Where a lot has several suppliers: its rank.
    pub rank: Option<usize>,
    /// What it costs, if that may be told.
    pub price: Option<Money>,
    /// Its evaluated price, if that may be told.
    pub evaluated_price: Option<Money>,
    /// Its score, if that may be told.
    pub score: Option<Ratio>,
    /// By leaf criterion: its points, if they may be told.
    pub points: Vec<(usize, Ratio)>,
    /// Why it was judged so, if that may be told.
    pub reasons: Vec<&'o str>,
    /// How it compares with the reader's own bid.
    pub comparisons: Vec<Comparison>,
}

/// How a winning bid compares with the reader's in one respect.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Comparison {
    /// In which criterion; `None` for the price.
    pub criterion: Option<usize>,
    /// `Greater` where the winning bid is better.
    pub winner: Ordering,
}

/// Another admissible bid, with the figure that decides.
#[derive(Clone, Debug)]
pub struct Other {
    /// Whose.
    pub bid: usize,
    /// Its evaluated price, or its price under lowest price.
    pub evaluated_price: Option<Money>,
    /// Its score.
    pub score: Option<Ratio>,
}

/// How far the reader was from another bid's place.
#[derive(Clone, Debug)]
pub struct Gap {
    /// Whose place.
    pub to: usize,
    /// With several suppliers: to which rank.
    pub rank: Option<usize>,
    /// In kroner, or in points where scores decide.
    pub by: GapFigure,
    /// Whether it is exactly the difference between the two figures; else it is a distance between awards.
    pub exact: bool,
}

/// A distance.
#[derive(Clone, Debug)]
pub enum GapFigure {
    /// Kroner.
    Money(Money),
    /// Points of the score.
    Score(Ratio),
}
