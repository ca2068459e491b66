use super::has_date;
use crate::{
    admission::{Finding, FindingCode as F},
    tender::Severity,
};

/// The English wording of a finding.
pub(super) fn template(finding: &Finding) -> &'static str {
    match (finding.code, finding.severity) {
        (F::Late, _) => "Received {received}, after the deadline {deadline}.",
        (F::RequirementUnmet, Severity::Warning) => {
            "{code} counts as not offered: the requirement {requirement} is unmet ({text}). {reason}"
        }
        (F::RequirementUnmet, _) if finding.lot.is_some() => {
            "The requirement {requirement} is unmet on the lot {lot}: {text}. {reason}"
        }
        (F::RequirementUnmet, _) => "The requirement {requirement} is unmet: {text}. {reason}",
        (F::RejectedByDecision, _) if !has_date(finding) => {
            "Rejected by the buyer's decision ({ground}). {text}"
        }
        (F::RejectedByDecision, _) => "Rejected by the buyer's decision of {date} ({ground}). {text}",
        (F::ConditionNotInvited, _) => {
            "The bid sets a condition ({conditions}) that the structure {structure} does not invite: a reservation."
        }
        (F::WrongPriceForm, _) => "The bid states {stated}; {the_tender}'s price form is {form}.",
        (F::AboveCapLater, _) => {
            "{code}: from {from} the price {unit} is above the cap {cap}; the cap is paid while it is in force."
        }
        (F::AboveCap, Severity::Error) => {
            "{code}: the price {unit} is above the cap {cap}; the bid is inadmissible."
        }
        (F::AboveCap, Severity::Warning) => {
            "{code}: the price {unit} is above the cap {cap}; the line has no price."
        }
        (F::AboveCap, Severity::Note) => {
            "{code}: the price {unit} is above the cap {cap}; the cap is paid while it is in force."
        }
        (F::MissingProcedure, Severity::Error) => "{code} has no price on the lot {lot}: {why}.",
        (F::MissingProcedure, Severity::Warning) => {
            "{code} has no price on the lot {lot}: {why}. It is priced at the fallback, {fallback} in all."
        }
        (F::MissingProcedure, Severity::Note) => "Besides, {code} has no price on the lot {lot}: {why}.",
        (F::NotRegistered, _) => "{code} counts as not offered: the bidder is not registered for it.",
        (F::DiscountWithoutTariff, _) => "{code}: a discount, but no price in the discount base {tariff}.",
        (F::NoCap, _) => "{code} has no price in the cap tariff {tariff}, so no cap.",
        (F::RequirementUnverified, _) => "The requirement {requirement} is not verified: {text}.",
        (F::ZeroPrice, _) => "{code} is offered at 0.00.",
        (F::LowPrice, _) => {
            "The price {price} on the lot {lot} is {below} % below the median of the others, {median}."
        }
        (F::CombinationNotDeclared, _) => {
            "The structure {structure} invites no combination discounts: {discount} % does not count."
        }
        (F::SameOwner, _) => "Has the same owner ({group}) as {bidders}.",
        (F::BelowGate, _) => "{points} points for {criterion} on the lot {lot}: at least {min} are needed.",
        (F::OutsideScale, _) => {
            "{criterion} on the lot {lot}: {measure} lies beyond {edge}, the edge of the scale; the bid is rejected there."
        }
        (F::ExcludedByExcluded, _) => {
            "{criterion} on the lot {lot}: rejected against a reference set by {bidder}, itself rejected."
        }
        (F::ZeroReference, _) => {
            "{criterion} on the lot {lot}: the best measure is 0. A bid at it gets full points, every other 0."
        }
        (F::RoundingChangesRanking, _) => {
            "Rounding changes the ranking on the lot {lot}: rounded {rounded}; unrounded {unrounded}."
        }
        (F::ScaleWidened, _) => {
            "{criterion} on the lot {lot}: the scale was widened to {used}, because of {bidder}."
        }
        (F::TenderWithoutCap, _) => "{The_tender} has no cap: no price is held against a tariff.",
        (F::NotFrameworkParty, _) if finding.lot.is_some() => {
            "Not a party to the framework on the lot {lot} (there: {lots})."
        }
        (F::NotFrameworkParty, _) => "Not a party to the framework {framework}.",
        (F::AboveFrameworkPrice, _) => {
            "{code}: the price {unit} is above the bidder's own in the framework, {framework}."
        }
        (F::NoFrameworkPrice, _) => {
            "{code}: the bidder has no price of its own in the framework that could limit its price here."
        }
        (F::PartyWithoutBid, _) => "{bidder} is a party on the lot {lot} and did not bid.",
        (F::EarlierReceivedUsed, _) => {
            "Ties may be settled by when bids were received, which has no link to the contract."
        }
        (F::SingleBid, _) => "{bidder} is the only admissible bid on the lot {lot}.",
    }
}

/// The wording of a widened slope, which is in per cent.
pub(super) const SLOPE_WIDENED: &str =
    "{criterion} on the lot {lot}: the scale was widened to the slope {used} %, because of {bidder}.";

/// The English wording of several findings of one sort; `None` where each must be told by itself.
pub(super) fn several(finding: &Finding) -> Option<&'static str> {
    Some(match (finding.code, finding.severity) {
        (F::AboveCapLater, _) => {
            "{n} prices pass the cap later in the contract; the cap is paid while it is in force: {codes}."
        }
        (F::AboveCap, Severity::Error) => "{n} prices are above the cap; the bid is inadmissible: {codes}.",
        (F::AboveCap, Severity::Warning) => "{n} prices are above the cap; the lines have no price: {codes}.",
        (F::AboveCap, Severity::Note) => {
            "{n} prices are above the cap, which is paid while it is in force: {codes}."
        }
        (F::MissingProcedure, Severity::Error) => "{n} codes have no price on the lot {lot}, {why}: {codes}.",
        (F::MissingProcedure, Severity::Warning) => {
            "{n} codes have no price on the lot {lot} and are priced at the fallback, {why}: {codes}."
        }
        (F::MissingProcedure, Severity::Note) => {
            "Besides, {n} codes have no price on the lot {lot}, {why}: {codes}."
        }
        (F::NotRegistered, _) => {
            "{n} codes count as not offered, since the bidder is not registered for them: {codes}."
        }
        (F::DiscountWithoutTariff, _) => {
            "{n} codes have a discount, but no price in the discount base {tariff}: {codes}."
        }
        (F::NoCap, _) => "{n} codes have no price in the cap tariff {tariff}, so no cap: {codes}.",
        (F::RequirementUnmet, _) => {
            "{n} codes count as not offered, since the requirement {requirement} is unmet: {codes}."
        }
        (F::ZeroPrice, _) => "{n} codes are offered at 0.00: {codes}.",
        (F::AboveFrameworkPrice, _) => "{n} prices are above the bidder's own in the framework: {codes}.",
        (F::NoFrameworkPrice, _) => {
            "{n} codes for which the bidder has no price of its own in the framework, so that none limits its price: {codes}."
        }
        _ => return None,
    })
}
