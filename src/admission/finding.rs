//! Findings: coded remarks about a bid or a tender. A finding is its code and its typed arguments; wording is in `report`.

use crate::{
    coded_enum::coded_enum,
    number::{Figure, Figures},
    tender::Severity,
};

/// One coded remark.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Finding {
    /// Which sort.
    pub code: FindingCode,
    /// How grave it is here: some codes exclude under one rule and warn under another.
    pub severity: Severity,
    /// The lot it concerns; `None` where it concerns the whole bid.
    pub lot: Option<usize>,
    /// The procedure it concerns.
    pub procedure: Option<usize>,
    /// What the wording needs, by name.
    pub args: Figures,
}

impl Finding {
    /// About a whole bid, or the tender.
    pub fn new(code: FindingCode, severity: Severity) -> Self {
        Finding { code, severity, lot: None, procedure: None, args: Vec::new() }
    }

    /// About a lot.
    #[must_use]
    pub fn on_lot(mut self, lot: usize) -> Self {
        self.lot = Some(lot);
        self
    }

    /// About a procedure.
    #[must_use]
    pub fn on_procedure(mut self, procedure: usize) -> Self {
        self.procedure = Some(procedure);
        self
    }

    /// With one more argument.
    #[must_use]
    pub fn with(mut self, name: &'static str, figure: impl Into<Figure>) -> Self {
        self.args.push((name, figure.into()));
        self
    }
}

coded_enum! {
    /// Every sort of finding. The name is stable; `docs/reference/findings.md` has a line for each.
    #[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
    pub enum FindingCode {
        /// Received after the deadline. Arguments: `received`, `deadline`.
        Late = "late",
        /// A requirement is not met: of the whole bid (error), of a lot (error), or of some codes (warning). Arguments: `requirement`, `text`, `reason`.
        RequirementUnmet = "requirement-unmet",
        /// A decision of the buyer rejects the bid. Arguments: `ground`, perhaps `date`, `text`.
        RejectedByDecision = "rejected-by-decision",
        /// The bid sets a condition that the structure does not invite: a reservation. Arguments: `conditions`.
        ConditionNotInvited = "condition-not-invited",
        /// The bid states prices in a form that the tender does not allow. Arguments: `form`, `stated`.
        WrongPriceForm = "wrong-price-form",
        /// A unit price exceeds the cap. Arguments: `unit`, `cap`.
        AboveCap = "above-cap",
        /// A unit price that is not above the cap on the contract's first day passes it later. Arguments: `from`, `unit`, `cap`.
        AboveCapLater = "above-cap-later",
        /// A procedure of the lot has no price. As an error the bid is inadmissible on the lot; as a warning it is priced at the fallback
        /// (argument `fallback`); as a note it is reported of a bid that is inadmissible already. Argument: `why`.
        MissingProcedure = "missing-procedure",
        /// The bidder is not registered for the code. Argument: `registered`.
        NotRegistered = "not-registered",
        /// A discount on a code without a price in the discount base. Argument: `tariff`.
        DiscountWithoutTariff = "discount-without-tariff",
        /// The code has no price in the cap tariff. Argument: `tariff`.
        NoCap = "no-cap",
        /// Nobody has verified the requirement. Arguments: `requirement`, `text`.
        RequirementUnverified = "requirement-unverified",
        /// A unit price of nothing.
        ZeroPrice = "zero-price",
        /// The lot price is far below the median of the others. Arguments: `price`, `median`, `below`.
        LowPrice = "low-price",
        /// A combination discount where none is invited: it does not count. Argument: `discount`.
        CombinationNotDeclared = "combination-not-declared",
        /// Several bids of one owner. Arguments: `group`, `bidders`.
        SameOwner = "same-owner",
        /// Fewer points than a gate demands. Arguments: `criterion`, `points`, `min`.
        BelowGate = "below-gate",
        /// The result lies outside the scale, and the model rejects such bids. Arguments: `criterion`, `measure`, `edge`.
        OutsideScale = "outside-scale",
        /// Rejected against a reference that another rejected bid sets. Arguments: `criterion`, `bidder`.
        ExcludedByExcluded = "excluded-by-excluded",
        /// The reference figure is 0: the bid at it gets full points, every other none. Argument: `criterion`.
        ZeroReference = "zero-reference",
        /// Rounding changes the ranking on the lot. Arguments: `rounded`, `unrounded`.
        RoundingChangesRanking = "rounding-changes-ranking",
        /// The scale was widened. Arguments: `criterion`, `used`, `bidder`.
        ScaleWidened = "scale-widened",
        /// The tender has no cap.
        TenderWithoutCap = "tender-without-cap",
        /// Not a party to the framework, on any lot or on one. Arguments: `framework`, with a lot also `lots`.
        NotFrameworkParty = "not-framework-party",
        /// A unit price exceeds the bidder's own in the framework. Arguments: `unit`, `framework`.
        AboveFrameworkPrice = "above-framework-price",
        /// The bidder has no price of its own in the framework for the code, so that nothing limits its price here.
        NoFrameworkPrice = "no-framework-price",
        /// A party of the framework did not bid on the lot. Argument: `bidder`.
        PartyWithoutBid = "party-without-bid",
        /// The award's tie rule looks at when bids were received, which has no link to the contract.
        EarlierReceivedUsed = "earlier-received-used",
        /// Only one admissible bid on the lot.
        SingleBid = "single-bid",
    }
}
