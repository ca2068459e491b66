//! What problems of adjustments of prices say in English.

use crate::tender::ProblemCode as C;

/// The templates of message and help; empty for a code of another sort.
#[rustfmt::skip]
pub(super) const fn wording(code: C) -> (&'static str, &'static str) {
    match code {
        C::AdjustmentNeedsContract => (
            "prices are adjusted over the contract, and none is stated",
            "add contract = { from = 2024-12-01, until = 2026-11-30 } to [tender]"),
        C::AdjustmentOfNothing => (
            "the adjustment applies to nothing",
            "name what it moves: applies-to = [\"tariff:duf-2024\", \"prices\"]"),
        C::AdjustmentTarget => (
            "the adjustment applies to {target}, which is neither unit prices nor a tariff",
            "‹did you mean {nearest}? ›valid are {valid}"),
        C::AdjustmentDerived => (
            "the tariff {tariff} is derived, and moves with {base}",
            "name its base, \"tariff:{base}\": the reduction is taken off the adjusted base"),
        C::AdjustmentTooLate => (
            "the adjustment from {from} never counts: the contract ends on {until}",
            "check the year, or delete the adjustment"),
        C::FixedAndFloating => (
            "on {procedure} the price in kroner of {fixed} stays while the discount of {floating} moves with the tariff {tariff} from {from} (procedures concerned: {n})",
            "the bids are compared on different terms over the contract: let applies-to name \"prices\" too, or let all bidders state prices in one form ([pricing] form)"),
        other => super::en_framework::wording(other),
    }
}
