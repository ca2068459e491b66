//! What problems of dialogue files say in English.

use crate::tender::ProblemCode as C;

/// The templates of message and help; empty for a code of another sort.
#[rustfmt::skip]
pub(super) const fn wording(code: C) -> (&'static str, &'static str) {
    match code {
        C::DialogueNotTender => (
            "this is a dialogue file, not a tender",
            "name the tender file that it speaks of; udbud simulate and udbud check take a dialogue file"),
        C::TenderNotDialogue => (
            "this is a tender, not a dialogue file",
            "write a file with [dialogue] and tender = \"...\" beside it, which says what is uncertain; see docs/reference/dialogue.md"),
        C::DialogueOfMiniTender => (
            "the tender of the dialogue is a mini-tender, whose bidders are known",
            "write bidders = \"tender\", which is for the buyer's own eyes, or name a tender"),
        C::NoProfiles => (
            "nobody bids in this dialogue",
            "add [[profile]] with name and discount; with bidders = \"tender\" the tender needs bids"),
        C::NamesBidder => (
            "the {kind} \"{name}\" holds the name of one who bids in the tender",
            "the dialogue is shown to the market, and nobody is named there: call a profile by what sort of hospital it is"),
        C::DialogueTooLarge => (
            "{count} {things} are more than can be simulated",
            "at most {most}; put together those that are alike"),
        C::TooManyDecimals => (
            "{key} of {number} has more than six decimals",
            "round it to six decimals: nobody knows it more exactly"),
        C::DistributionForm => (
            "{key} does not say how likely which value is",
            "write a number, or one of uniform = [low, high], triangular = [low, likely, high], lognormal = { median = 1, spread = 1.2 }, two-point = [low, high, probability of high], values = [[value, weight], ...]; days are { date = ..., weight = 1 }"),
        C::DistributionCount => (
            "{key} needs {needed} numbers and has {count}",
            "uniform = [low, high], triangular = [low, likely, high], two-point = [low, high, probability of high], values = [[value, weight], ...]"),
        C::DistributionOrder => (
            "the numbers of {key} do not ascend: {numbers}",
            "write the least first; the most likely of a triangular distribution stands between the ends"),
        C::ScenariosAndFactors => (
            "scenarios and factors contradict each other",
            "state either [[volumes.scenario]], or specialty and [[volumes.group]]"),
        C::CourseChain => (
            "{procedure} is part of another course already",
            "an operation follows from one examination, and is none itself"),
        C::LapseWithoutCap => (
            "a day of lapse is stated, and the tender has no cap that can lapse",
            "the tender needs contract = { from = ..., until = ... } and a cap tariff with in-force; else leave out [lapse]"),
        C::LapseBeforeInForce => (
            "the cap lapses on {day}, before {tariff} is in force from {from}",
            "state the last day on which it is in force; a day before the contract means that it never counts"),
        C::LimitsReversed => (
            "the discount is at least {least} and at most {most}",
            "write the smaller number at at-least"),
        _ => ("", ""),
    }
}
