//! What can be known of a bid, and how exactly.

use crate::number::{Money, Ratio};

/// One figure that somebody may know. Amounts are in kroner, discounts in per cent.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Fact {
    /// How many bids are admissible on a lot.
    Admissible {
        /// Which lot.
        lot: usize,
    },
    /// The slope (per cent) or the zero point that was used for a criterion.
    Scale {
        /// Which lot.
        lot: usize,
        /// Which criterion.
        criterion: usize,
    },
    /// How far the reader was from the winner's figure: kroner, or points where scores decide.
    Distance {
        /// Which lot.
        lot: usize,
        /// From whom.
        to: usize,
    },
    /// The sum of what decides over all lots of the award.
    AwardTotal,
    /// Where the scale ends beyond which the reader was rejected.
    Edge {
        /// Which lot.
        lot: usize,
        /// Which criterion.
        criterion: usize,
    },
    /// The best measure on the lot: the lowest, or the highest where more is better. Nobody's in particular.
    Best {
        /// Which lot.
        lot: usize,
        /// Which criterion.
        criterion: usize,
    },
    /// The worst measure on the lot. Nobody's in particular.
    Worst {
        /// Which lot.
        lot: usize,
        /// Which criterion.
        criterion: usize,
    },
    /// What a bid costs on a lot.
    Price {
        /// Whose.
        bid: usize,
        /// Which lot.
        lot: usize,
    },
    /// Its evaluated price.
    EvaluatedPrice {
        /// Whose.
        bid: usize,
        /// Which lot.
        lot: usize,
    },
    /// Its score.
    Score {
        /// Whose.
        bid: usize,
        /// Which lot.
        lot: usize,
    },
    /// Its points in a criterion, rounded as in the model.
    Points {
        /// Whose.
        bid: usize,
        /// Which lot.
        lot: usize,
        /// Which criterion.
        criterion: usize,
    },
    /// What a criterion measures of it, other than its price.
    Value {
        /// Whose.
        bid: usize,
        /// Which criterion.
        criterion: usize,
    },
    /// Its one discount.
    Discount {
        /// Whose.
        bid: usize,
    },
    /// The price of one procedure.
    UnitPrice {
        /// Whose.
        bid: usize,
        /// Which procedure.
        procedure: usize,
    },
}

impl Fact {
    /// Whose figure it is; `None` where it is nobody's in particular.
    pub fn bid(&self) -> Option<usize> {
        match *self {
            Fact::Price { bid, .. }
            | Fact::EvaluatedPrice { bid, .. }
            | Fact::Score { bid, .. }
            | Fact::Points { bid, .. }
            | Fact::Value { bid, .. }
            | Fact::Discount { bid }
            | Fact::UnitPrice { bid, .. } => Some(bid),
            Fact::Admissible { .. }
            | Fact::Scale { .. }
            | Fact::Distance { .. }
            | Fact::AwardTotal
            | Fact::Edge { .. }
            | Fact::Best { .. }
            | Fact::Worst { .. } => None,
        }
    }

    /// Whether a range reveals the figure: a reader who knows a price to within one per cent knows the price; points to within
    /// one per cent of the scale, a discount to within one point of per cent.
    pub fn is_revealed_by(&self, range: &Range, scale: &Ratio) -> bool {
        let hundredth = |of: &Ratio| of.abs().checked_div(&Ratio::whole(100)).unwrap_or(Ratio::ZERO);
        let most = match self {
            Fact::Discount { .. } => Ratio::ONE,
            Fact::Points { .. } | Fact::Score { .. } => hundredth(scale),
            _ => hundredth(&range.most),
        };
        range.width() <= most
    }
}

/// Between two figures, both included.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Range {
    /// At least.
    pub least: Ratio,
    /// At most.
    pub most: Ratio,
}

impl From<Ratio> for Range {
    fn from(figure: Ratio) -> Self {
        Range { least: figure.clone(), most: figure }
    }
}

impl From<Money> for Range {
    fn from(money: Money) -> Self {
        Range::from(Ratio::kroner(money))
    }
}

impl Range {
    /// Between two figures, given in any order.
    pub fn between(a: Ratio, b: Ratio) -> Self {
        let (least, most) = if a <= b { (a, b) } else { (b, a) };
        Range { least: least.reduced(), most: most.reduced() }
    }

    /// The figure, where it is one.
    pub fn exact(&self) -> Option<&Ratio> {
        (self.least == self.most).then_some(&self.least)
    }

    /// From the least to the most.
    pub fn width(&self) -> Ratio {
        &self.most - &self.least
    }

    /// Half way.
    pub fn middle(&self) -> Ratio {
        (&self.least + &self.most).checked_div(&Ratio::whole(2)).unwrap_or(Ratio::ZERO).reduced()
    }

    /// Wider by `by` on both sides.
    #[must_use]
    pub fn wider(&self, by: &Ratio) -> Self {
        Range { least: &self.least - by, most: &self.most + by }
    }

    /// Sum.
    #[must_use]
    pub fn plus(&self, other: &Range) -> Self {
        Range::between(&self.least + &other.least, &self.most + &other.most)
    }

    /// Difference.
    #[must_use]
    pub fn minus(&self, other: &Range) -> Self {
        Range::between(&self.least - &other.most, &self.most - &other.least)
    }

    /// Product.
    #[must_use]
    pub fn times(&self, other: &Range) -> Self {
        Range::around([
            &self.least * &other.least,
            &self.least * &other.most,
            &self.most * &other.least,
            &self.most * &other.most,
        ])
    }

    /// Quotient; `None` where the divisor may be 0.
    pub fn over(&self, other: &Range) -> Option<Self> {
        if !other.least.is_negative() && !other.least.is_zero() || other.most.is_negative() {
            return Some(Range::around([
                self.least.checked_div(&other.least)?,
                self.least.checked_div(&other.most)?,
                self.most.checked_div(&other.least)?,
                self.most.checked_div(&other.most)?,
            ]));
        }
        None
    }

    fn around(corners: [Ratio; 4]) -> Self {
        let mut range = Range::from(corners[0].clone());
        for corner in corners {
            if corner < range.least {
                range.least = corner;
            } else if corner > range.most {
                range.most = corner;
            }
        }
        Range { least: range.least.reduced(), most: range.most.reduced() }
    }
}
