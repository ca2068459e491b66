//! The steps of a derivation, each with a stable name.

use crate::{
    admission::Finding,
    number::{Figure, Figures},
    outcome::BlockingRule,
    tender::Place,
};

/// The section of `docs/reference/rules.md` that a step applies.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Clause {
    /// "Unit prices", with the number of the rule.
    UnitPrices(u8),
    /// "Admissibility".
    Admissibility,
    /// "Evaluation models".
    EvaluationModels,
    /// "Best award".
    BestAward,
    /// "What every bidder is told".
    EveryBidder,
    /// "Several suppliers for a lot".
    SeveralSuppliers,
}

impl Clause {
    /// The name in JSON: `unit-prices-4`.
    pub fn name(self) -> String {
        match self {
            Clause::UnitPrices(n) => format!("unit-prices-{n}"),
            Clause::Admissibility => "admissibility".into(),
            Clause::EvaluationModels => "evaluation-models".into(),
            Clause::BestAward => "best-award".into(),
            Clause::EveryBidder => "what-every-bidder-is-told".into(),
            Clause::SeveralSuppliers => "several-suppliers".into(),
        }
    }
}

/// One step of a derivation: a rule applied to figures, with the places in the files that it used and the steps that it
/// rests on.
#[derive(Clone, Debug, PartialEq)]
pub struct Step {
    /// Which rule.
    pub rule: StepRule,
    /// Where it is written.
    pub clause: Clause,
    /// Its figures by name; what it gives is `result`, if it gives a figure.
    pub args: Figures,
    /// Places in the files by name; wording calls them by the same names.
    pub places: Vec<(&'static str, Place)>,
    /// The finding that the step reports, if it reports one.
    pub finding: Option<Finding>,
    /// The rules that prevent the bid from winning, if the step is about them.
    pub blocked_by: Vec<BlockingRule>,
    /// What it rests on.
    pub steps: Vec<Step>,
}

impl Step {
    pub(super) fn new(rule: StepRule, clause: Clause) -> Self {
        let (args, places, blocked_by, steps) = Default::default();
        Step { rule, clause, args, places, finding: None, blocked_by, steps }
    }

    #[must_use]
    pub(super) fn with(mut self, name: &'static str, figure: impl Into<Figure>) -> Self {
        self.args.push((name, figure.into()));
        self
    }

    #[must_use]
    pub(super) fn at(mut self, name: &'static str, place: Place) -> Self {
        self.places.push((name, place));
        self
    }

    #[must_use]
    pub(super) fn resting_on(mut self, steps: impl IntoIterator<Item = Step>) -> Self {
        self.steps.extend(steps);
        self
    }

    /// The figure of that name.
    pub fn figure(&self, name: &str) -> Option<&Figure> {
        self.args.iter().find(|(n, _)| *n == name).map(|(_, f)| f)
    }

    /// The first step of this rule, here or beneath.
    pub fn find(&self, rule: StepRule) -> Option<&Step> {
        if self.rule == rule { Some(self) } else { self.steps.iter().find_map(|s| s.find(rule)) }
    }
}

/// Declares the rules of steps: one line each.
macro_rules! step_rules {
    ($($(#[doc = $doc:literal])+ $variant:ident = $name:literal;)+) => {
        /// Every sort of step. The name is stable.
        #[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
        pub enum StepRule {
            $($(#[doc = $doc])+ $variant,)+
        }

        impl StepRule {
            /// All, in the order in which they are declared.
            pub const ALL: &[StepRule] = &[$(StepRule::$variant,)+];

            /// The name in JSON.
            pub const fn name(self) -> &'static str {
                match self { $(StepRule::$variant => $name,)+ }
            }
        }
    };
}

step_rules! {
    /// The unit price is stated.
    ExplicitPrice = "explicit-price";
    /// The unit price is a discount off a tariff.
    DiscountOffBase = "discount-off-base";
    /// The unit price is a discount that is tried out and is in no file.
    DiscountTriedOut = "discount-tried-out";
    /// The unit price is stated, and adjusted.
    AdjustedPrice = "adjusted-price";
    /// The unit price is a discount off a tariff, and adjusted beyond what adjusts the tariff.
    AdjustedDiscount = "adjusted-discount";
    /// A tariff lists the price, and it is adjusted.
    AdjustedTariff = "adjusted-tariff";
    /// One adjustment.
    Adjustment = "adjustment";
    /// The price of the contract's first day is scored.
    ScoredOnFirstDay = "scored-on-first-day";
    /// The average of what is paid day by day is scored.
    ScoredDayByDay = "scored-day-by-day";
    /// What is paid, day by day.
    PaymentDayByDay = "payment-day-by-day";
    /// The unit price is paid on a stretch of days.
    UnitPaidOnDays = "unit-paid-on-days";
    /// The cap is paid on a stretch of days.
    CapPaidOnDays = "cap-paid-on-days";
    /// A figure was rounded.
    Rounded = "rounded";
    /// A tariff lists the price.
    ListedPrice = "listed-price";
    /// A tariff derives the price from another.
    DerivedPrice = "derived-price";
    /// The tender has no cap.
    NoCap = "no-cap";
    /// The code has no price in the cap tariff.
    NoCapPrice = "no-cap-price";
    /// The price is not above the cap.
    NotAboveCap = "not-above-cap";
    /// The price is above the cap.
    AboveCap = "above-cap";
    /// A price above the cap makes the bid inadmissible.
    CapRejectsBid = "cap-rejects-bid";
    /// A price above the cap does not count.
    CapRejectsLine = "cap-rejects-line";
    /// The cap is paid while it is in force.
    PaidWhileInForce = "paid-while-in-force";
    /// What is offered is scored.
    ScoredAsOffered = "scored-as-offered";
    /// The cap is scored.
    ScoredCapped = "scored-capped";
    /// The price is scored as bid although it is above the cap.
    ScoredAsBid = "scored-as-bid";
    /// Cap and price are scored, weighted by days.
    ScoredTimeWeighted = "scored-time-weighted";
    /// Scored unit price times volume.
    Line = "line";
    /// Unit price times volume is paid.
    PaymentOfLine = "payment-of-line";
    /// The cap is paid on some days, the price on the others.
    PaymentWeightedByDays = "payment-weighted-by-days";
    /// The bid names the code in `not-offered`.
    NotOffered = "not-offered";
    /// The bidder is not registered for the code.
    NotRegistered = "not-registered";
    /// A requirement of the code is unmet.
    RequirementUnmet = "requirement-unmet";
    /// The bid states neither price nor discount.
    NothingStated = "nothing-stated";
    /// There is a discount, but no tariff to take it off.
    DiscountWithoutTariff = "discount-without-tariff";
    /// A missing procedure makes the bid inadmissible on the lot.
    MissingRejects = "missing-rejects";
    /// A missing procedure counts at the fallback.
    PricedAtFallback = "priced-at-fallback";
    /// The procedure states its fallback price.
    FallbackStated = "fallback-stated";
    /// The fallback tariffs, day by day.
    FallbackByDays = "fallback-by-days";
    /// One fallback tariff on its days.
    FallbackDays = "fallback-days";
    /// The fallback cost is not known.
    FallbackUnknown = "fallback-unknown";
    /// The line in the award, with the winner's combination discount.
    LineWithCombination = "line-with-combination";
    /// The bid as a whole may be evaluated.
    BidAdmissible = "bid-admissible";
    /// The bid may not be evaluated on any lot.
    BidInadmissible = "bid-inadmissible";
    /// The bid on a lot, in a line.
    LotInALine = "lot-in-a-line";
    /// The same where scores decide.
    LotInALineScored = "lot-in-a-line-scored";
    /// The bid may not be evaluated on the lot.
    LotInadmissible = "lot-inadmissible";
    /// The bid offers nothing on the lot.
    LotNotBid = "lot-not-bid";
    /// A finding.
    Finding = "told";
    /// The lot price, from its lines.
    LotPrice = "lot-price";
    /// One line of it.
    LotLine = "lot-line";
    /// One line of it, at the fallback.
    LotLineAtFallback = "lot-line-at-fallback";
    /// What the bidder would be paid.
    ExpectedPayment = "expected-payment";
    /// What its missing codes cost elsewhere.
    Elsewhere = "elsewhere";
    /// The lot in the award, with the winner's combination discount.
    LotWithCombination = "lot-with-combination";
    /// The evaluated price in the award, with the winner's combination discount.
    EvaluatedWithCombination = "evaluated-with-combination";
    /// The evaluated price is the lot price.
    EvaluatedIsLotPrice = "evaluated-is-lot-price";
    /// Judged points.
    Judged = "judged";
    /// M × (1 − (p − low) / (slope% × low))
    Linear = "linear";
    /// M × (1 − (high − p) / (slope% × high))
    LinearHigherIsBetter = "linear-higher-is-better";
    /// M × (zero-at − p) / (zero-at − full-at)
    Absolute = "absolute";
    /// M × low / p
    Proportional = "proportional";
    /// M × p / high
    ProportionalHigherIsBetter = "proportional-higher-is-better";
    /// M × (high − p) / (high − low)
    MinMax = "min-max";
    /// M × (p − low) / (high − low)
    MinMaxHigherIsBetter = "min-max-higher-is-better";
    /// All bids have the same measure.
    MinMaxAllEqual = "min-max-all-equal";
    /// The reference is 0.
    ZeroReference = "zero-reference";
    /// An expression.
    Formula = "formula";
    /// The measure that the points come from.
    Measure = "measure";
    /// The lowest and the highest measure, and whose they are.
    References = "references";
    /// The scale was widened.
    ScaleWidened = "scale-widened";
    /// The slope was widened.
    SlopeWidened = "slope-widened";
    /// A result below 0 counts as 0.
    BelowZeroCountsAsZero = "below-zero-counts-as-zero";
    /// A result above the scale counts as the scale.
    AboveFullCountsAsFull = "above-full-counts-as-full";
    /// Weight times points.
    Contribution = "contribution";
    /// The sum of the contributions.
    Score = "score";
    /// The result of the formula at the top, a score.
    ScoreByFormula = "score-by-formula";
    /// The result of the formula at the top, a price.
    EvaluatedByFormula = "evaluated-by-formula";
    /// E = price − adjustments.
    EvaluatedSubtract = "evaluated-subtract";
    /// E = price + adjustments.
    EvaluatedAdd = "evaluated-add";
    /// E = price × (1 + adjustments).
    EvaluatedUplift = "evaluated-uplift";
    /// What the points of a criterion are worth in kroner.
    Worth = "worth";
    /// What the points of a criterion add to the price, in per cent.
    WorthUplift = "worth-uplift";
    /// The rank on the lot.
    Rank = "rank";
    /// It wins the lot.
    Wins = "wins";
    /// It is one of several suppliers.
    IsSupplier = "is-supplier";
    /// It wins in some of the awards that tie.
    Ties = "ties";
    /// Several awards tie, and it wins the lot in none of them.
    NotAmongTied = "not-among-tied";
    /// How much dearer the best award without it is.
    Margin = "margin";
    /// No award with as few unawarded lots takes the lot from it.
    MarginNone = "margin-none";
    /// How much lower its evaluated price would have had to be.
    Distance = "distance";
    /// The distance of a bid with a combination discount.
    DistanceBetweenAwards = "distance-between-awards";
    /// The distance exceeds its evaluated price.
    NotAtAnyPrice = "not-at-any-price";
    /// How far it is from being a supplier.
    DistanceToPlace = "distance-to-place";
    /// Rules stand in the way.
    Blocked = "blocked";
    /// It won the lot in some of the best awards, and the tie rules chose another.
    LosesTie = "loses-tie";
    /// It does not win the lot.
    Loses = "loses";
    /// The lot is awarded to nobody.
    Unawarded = "unawarded";
}
