//! The figures that tie rules look at, award by award: what a checker needs to apply the rules by itself.

use super::{Unsolved, award_problem::points_of};
use crate::{
    award::Award,
    evaluation::EvaluatedBid,
    number::{Money, Overflow, Ratio},
};

impl Unsolved<'_> {
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
}
