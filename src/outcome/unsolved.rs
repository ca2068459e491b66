//! A tender evaluated but not awarded, and the figures that tie rules look at, award by award: what a checker needs to apply
//! the rules by itself.

use super::{
    EvaluatedTender, OutcomeError, Total,
    award_outcome::AwardReader,
    award_problem::{award_problem, points_of},
};
use crate::{
    admission::AdmittedBids,
    award::{Award, AwardProblem},
    evaluation::{EvaluatedBid, EvaluatedBids, evaluate_bids},
    number::{Money, Overflow, Ratio},
    pricing::PricedBids,
};

/// A tender under one structure, evaluated but not awarded: what a certificate is compared with.
#[derive(Debug)]
pub struct Unsolved<'t> {
    priced: PricedBids<'t>,
    admitted: AdmittedBids,
    evaluated: EvaluatedBids,
    /// The award problem in integers.
    pub problem: AwardProblem,
}

impl<'t> Unsolved<'t> {
    pub(super) fn new(priced: PricedBids<'t>, admitted: AdmittedBids) -> Result<Self, OutcomeError> {
        let evaluated = evaluate_bids(priced.tender, &admitted)?;
        let bids = EvaluatedTender { priced: &priced, admitted: &admitted, evaluated: &evaluated };
        let problem = award_problem(bids)?;
        Ok(Unsolved { priced, admitted, evaluated, problem })
    }

    /// What an award adds up to; `None` where a lot's fallback is unknown.
    pub fn total(&self, award: &Award, ore: i128) -> Option<Total> {
        AwardReader { bids: self.bids(), problem: &self.problem }.total(award, ore)
    }

    /// `lower-price`: lot prices as awarded, unawarded lots at their fallback, unknown as 0.
    ///
    /// # Errors
    /// [`Overflow`] where the sum would not fit.
    pub fn lot_prices_of(&self, award: &Award) -> Result<Money, Overflow> {
        let prices = award.iter().enumerate().map(|(lot, winner)| {
            let Some(bid) = *winner else { return self.admitted.fallback[lot].unwrap_or_default() };
            let won: Vec<usize> = (0..award.len()).filter(|&l| award[l] == Some(bid)).collect();
            let tier = self.problem.bidders[bid].tier_of(&won);
            let figures = self.admitted.bids[bid].lots[lot].figures();
            figures.and_then(|tiers| tiers.get(tier)).map(|f| f.price).unwrap_or_default()
        });
        Money::sum(prices)
    }

    /// `higher:<criterion>`: the sum of the points of the winners on their lots.
    pub fn points_of(&self, award: &Award, criterion: &str) -> Ratio {
        let model = &self.priced.tender.evaluation;
        let index = model.criteria.iter().position(|c| c.id == criterion);
        let evaluated = |(lot, winner): (usize, &Option<usize>)| -> Option<&EvaluatedBid> {
            self.evaluated.lots[lot].bids[(*winner)?].as_ref()
        };
        let points = award.iter().enumerate().filter_map(evaluated).zip(index.into_iter().cycle());
        points.fold(Ratio::ZERO, |sum, (bid, criterion)| sum + points_of(model, bid, criterion))
    }

    fn bids(&self) -> EvaluatedTender<'_> {
        EvaluatedTender { priced: &self.priced, admitted: &self.admitted, evaluated: &self.evaluated }
    }
}
