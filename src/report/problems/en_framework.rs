//! What problems of frameworks and mini-tenders say in English.

use crate::tender::ProblemCode as C;

/// The templates of message and help; empty for a code of another sort.
#[rustfmt::skip]
pub(super) const fn wording(code: C) -> (&'static str, &'static str) {
    match code {
        C::DirectAwardShares => (
            "direct award by rank, and suppliers with fixed shares, contradict each other",
            "write direct-award = \"none\", or sharing = \"ranked\" in [award]"),
        C::WeightRangeForm => (
            "the range of {criterion} is not two numbers",
            "write the least and the most that it may count: weights = { price = [40, 70] }"),
        C::WeightRangeReversed => (
            "the range of {criterion} goes from {least} down to {most}",
            "write the smaller number first; two equal numbers allow nothing but that number"),
        C::FrameworkKind => (
            "{path} is of the kind {kind}, and a framework is a tender",
            "name the tender that the framework was awarded in; a mini-tender cannot be the framework of another"),
        C::FrameworkInvalid => (
            "the framework {path} is invalid",
            "mend what is told of its files; udbud check on that file tells it too"),
        C::FrameworkRecordDiffers => (
            "the record {path} has the hash {own}, and another is demanded",
            "it is another record, or one that was changed: fetch the one whose hash stands in the minutes"),
        C::FrameworkRecordUnpinned => (
            "no record-hash says which record of the framework is meant",
            "add record-hash = \"{own}\", if that is the hash in the minutes"),
        C::FrameworkRecordChanged => (
            "{file} in the record {path} {reason}",
            "run udbud verify on the record; a record that was changed proves nothing: fetch it anew"),
        C::FrameworkRecordOther => (
            "the framework's tender file is another tender than that of its record",
            "name the record alone, or the tender file that it was made from"),
        C::FrameworkNotEvaluated => (
            "the award of the framework {framework} cannot be computed: {reason}",
            "run udbud evaluate on the framework's file; it says what is missing"),
        C::FrameworkNotAwarded => (
            "the framework {framework} names no supplier of the lot {lot}",
            "run udbud evaluate on the framework's file: settle the tie, or leave out the procedures of that lot"),
        C::MiniTendersNotAllowed => (
            "the framework {framework} does not allow mini-tenders",
            "a mini-tender needs [mini-tenders] with allowed = true in the framework, as it was published"),
        C::UnknownFrameworkLot => (
            "the framework has no lot {lot}",
            "its published structure has {lots}"),
        C::OutsideFrameworkLot => (
            "{procedure} belongs to the lot {other} of the framework, and the mini-tender is about {lot}",
            "leave the procedure out, or name no lot, so that the mini-tender may take from several"),
        C::NotInFramework => (
            "{procedure} is not among the procedures of the framework {framework}",
            "leave it out: only a framework with new-codes = true lets a mini-tender buy what it does not name"),
        C::FrameworkLotNeeded => (
            "nothing in the lot {lot} stands in the framework, so it has no parties",
            "write in [framework] which of its lots the new codes belong to: lot = \"...\"; it has {lots}"),
        C::AboveFrameworkVolume => (
            "{procedure}: {volume} is above the framework's maximum of {max}",
            "a maximum is binding: lower the volume, and remember what has been called off already"),
        C::PartyNotInvited => (
            "{bidder} is a party of the framework {framework} and is not invited",
            "invite all parties of the lot: add the name, or leave out parties"),
        C::InvitedNotParty => (
            "{bidder} is invited and is no party of the framework {framework}",
            "take the name out, or write it as in the framework; its parties here are {parties}"),
        C::DiffersFromFramework => (
            "the evaluation model differs from the framework's: {what}‹ is {own} here›‹ and {framework} there›",
            "write it as in the framework, which allows no change here; only weights may have a range"),
        C::CriterionNotInFramework => (
            "the framework {framework} has no criterion {criterion}",
            "leave it out: a mini-tender uses the criteria of its framework"),
        C::FrameworkCriterionMissing => (
            "the criterion {criterion} of the framework {framework} is left out",
            "add it as in the framework; it may count little only where weights allows that"),
        C::WeightOutsideRange => (
            "{criterion} counts {weight}; the framework allows {least} to {most}",
            "choose a figure in the range; a criterion that weights does not name counts as in the framework"),
        C::FrameworkNeedsContract => (
            "the framework {framework} limits the contract, and no contract is stated",
            "add contract = { from = ..., until = ... } to [tender]"),
        C::OutsideFrameworkPeriod => (
            "the contract begins on {from}; the framework runs from {first} until {last}",
            "begin while the framework runs; the contract may end after it"),
        C::LongerThanFramework => (
            "the contract ends on {until}; the framework allows {months} months, until {last}",
            "end it by then, or begin later"),
        C::WithinStandstill => (
            "the contract begins on {from}; with {days} days of standstill after the deadline it may begin on {first}",
            "begin later, or set an earlier deadline"),
        C::OtherDiscountBase => (
            "discounts are taken off {tariff}‹, in the framework off {framework}›",
            "use the framework's discount base, or ask for prices without one"),
        C::OtherBasePrice => (
            "{procedure} has another price in {tariff} than in the framework‹: {price} here›‹, {framework} there›",
            "write the price as in the framework, off which its discounts were given"),
        C::FrameworkNeedsCap => (
            "the framework limits prices by the mini-tender's cap, and it has none",
            "add [cap] with the tariff that prices must not exceed"),
        C::OtherCurrency => (
            "the currency is {currency}, in the framework {framework}",
            "use the framework's currency: prices are held against it"),
        other => super::en_letters::wording(other),
    }
}
