//! How one figure follows from others: one function a rule. `docs/reference/disclosure.md` states them for readers.

mod evaluated;
mod points;
mod prices;
mod standing;

use super::reader::{Derived, Reader};

/// Declares the rules: one line each.
macro_rules! rules {
    ($($(#[doc = $doc:literal])+ $variant:ident = $name:literal, $function:path;)+) => {
        /// Every rule of inference, each with a stable name.
        #[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
        pub enum Rule {
            $($(#[doc = $doc])+ $variant,)+
        }

        impl Rule {
            /// The stable name.
            pub const fn name(self) -> &'static str {
                match self { $(Rule::$variant => $name,)+ }
            }
        }

        /// The rules in the order in which they are applied.
        pub(super) const ALL: &[(Rule, fn(&Reader<'_>, &mut Vec<Derived>))] = &[$((Rule::$variant, $function)),+];
    };
}

rules! {
    /// The winner's figure is the reader's own less the distance.
    OwnLessDistance = "own-less-distance", standing::own_less_distance;
    /// What one lot adds to the award's total is the total less the other lots.
    RestOfTotal = "rest-of-total", standing::rest_of_total;
    /// Of two admissible bids, the one that is not the reader's has the best or the worst measure.
    TheOtherOfTwo = "the-other-of-two", standing::the_other_of_two;
    /// Under lowest price the evaluated price is the price.
    PriceDecides = "price-decides", evaluated::price_decides;
    /// The price is the evaluated price without what the points are worth.
    PriceWithoutQuality = "price-without-quality", evaluated::price_without_quality;
    /// The evaluated price is the price with what the points are worth.
    PriceWithQuality = "price-with-quality", evaluated::price_with_quality;
    /// Price and evaluated price differ by what the points are worth.
    PointsFromBothPrices = "points-from-both-prices", evaluated::points_from_both_prices;
    /// The score is the weighted sum of the points.
    ScoreFromPoints = "score-from-points", points::score_from_points;
    /// The one criterion left is the score less the others.
    PointsFromScore = "points-from-score", points::points_from_score;
    /// A bid with its measure and its points tells the best measure on the lot.
    BestFromPoints = "best-from-points", points::best_from_points;
    /// The edge beyond which the reader was rejected tells the best measure on the lot.
    BestFromEdge = "best-from-edge", points::best_from_edge;
    /// With the best measure known, a bid with its measure and its points tells the worst one.
    WorstFromPoints = "worst-from-points", points::worst_from_points;
    /// The measure follows from the points and the published method.
    MeasureFromPoints = "measure-from-points", points::measure_from_points;
    /// The points follow from the measure and the published method.
    PointsFromMeasure = "points-from-measure", points::points_from_measure;
    /// The price of a lot less what is known of its procedures leaves the one unit price that is not.
    LastUnitPrice = "last-unit-price", prices::last_unit_price;
    /// One discount off the public tariff gives exactly this price.
    DiscountFromPrice = "discount-from-price", prices::discount_from_price;
    /// Where bids state one discount, one unit price tells it.
    DiscountFromUnitPrice = "discount-from-unit-price", prices::discount_from_unit_price;
    /// The discount off the public tariff is the unit price.
    UnitPriceFromDiscount = "unit-price-from-discount", prices::unit_price_from_discount;
    /// Unit prices times public volumes are the price of a lot.
    PriceFromUnitPrices = "price-from-unit-prices", prices::price_from_unit_prices;
}
