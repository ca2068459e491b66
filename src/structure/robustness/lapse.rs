//! The day on which the akuttakst lapses: day by day, since scored prices are rounded on every day anew.

use jiff::civil::Date;

use super::{extent::best_of, lines::cost_of};
use crate::{
    admission::admit_bids,
    award::{Award, AwardProblem},
    evaluation::evaluate_bids,
    number::Overflow,
    outcome::{EvaluatedTender, Outcome, OutcomeError, award_problem},
    pricing::{Overlay, price_bids},
    tender::AboveCap,
};

/// How far the day of lapse may move.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct LapseRoom {
    /// The last day on which the cap tariff is in force.
    pub current: Date,
    /// The award is the best if it lapses on this day or later, and what is better a day earlier; `None`: however early.
    pub earliest: Option<(Date, Award)>,
    /// The award is the best if it lapses on this day or earlier, and what is better a day later; `None`: however late.
    pub latest: Option<(Date, Award)>,
}

/// How far the day of lapse may move before another award is better; `None` where it does not count.
pub(super) fn lapse_room(outcome: &Outcome<'_>, award: &Award) -> Result<Option<LapseRoom>, OutcomeError> {
    let tender = outcome.tender;
    let (Some(cap), Some(contract)) = (tender.cap, tender.head.contract) else { return Ok(None) };
    let in_force = tender.tariffs[cap.tariff].in_force;
    let (AboveCap::PayCapWhileInForce(_), Some(in_force)) = (cap.above, in_force) else { return Ok(None) };
    let current = outcome.priced.overlay.lapse.unwrap_or(in_force.until);
    let (Ok(never), always) = (contract.from.yesterday(), contract.until) else { return Ok(None) };
    let search = |later: bool| -> Result<Option<(Date, Award)>, OutcomeError> {
        // before the contract and after it nothing changes any more
        let mut day = current.clamp(never, always);
        loop {
            let next = if later { day.tomorrow() } else { day.yesterday() };
            let Some(next) = next.ok().filter(|d| (never..=always).contains(d)) else { return Ok(None) };
            let problem = problem_on(outcome, next)?;
            let own = cost_of(&problem, award).ok_or(Overflow)?;
            match best_of(&problem)? {
                Some((better, best)) if best < own => return Ok(Some((day, better))),
                _ => day = next,
            }
        }
    };
    Ok(Some(LapseRoom { current, earliest: search(false)?, latest: search(true)? }))
}

fn problem_on(outcome: &Outcome<'_>, lapse: Date) -> Result<AwardProblem, OutcomeError> {
    let overlay = Overlay { lapse: Some(lapse), ..outcome.priced.overlay.clone() };
    let priced = price_bids(outcome.tender, outcome.structure, &overlay)?;
    let admitted = admit_bids(&priced)?;
    let evaluated = evaluate_bids(outcome.tender, &admitted).map_err(OutcomeError::Model)?;
    Ok(award_problem(EvaluatedTender { priced: &priced, admitted: &admitted, evaluated: &evaluated })?)
}
