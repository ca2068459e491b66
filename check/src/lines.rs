//! What each bid says of each procedure, and the figures that follow (`docs/reference/rules.md`, "Unit prices" 2 to 6).

use super::{
    exact::{HUNDRED_PER_CENT, half_up},
    facts::{AboveCap, Bid, Facts},
    tariffs::Prices,
    timeline::day_sum,
};

/// What a bid states for a procedure.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Stated {
    Nothing,
    /// In øre.
    Price(i128),
    /// In ten-thousandths of a per cent.
    Discount(i128),
}

/// What becomes of it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Offer {
    Priced(i128),
    DiscountWithoutTariff,
    /// Above a cap that rejects the line; the price asked.
    AboveCap(i128),
    NotOffered,
    NotRegistered,
    RequirementUnmet,
    NoPrice,
}

impl Offer {
    /// The unit price that counts.
    pub(super) fn unit(self) -> Option<i128> {
        match self {
            Offer::Priced(unit) => Some(unit),
            _ => None,
        }
    }

    /// Whether the bid offers the procedure, priced or not.
    pub(super) fn is_offered(self) -> bool {
        matches!(self, Offer::Priced(_) | Offer::DiscountWithoutTariff | Offer::AboveCap(_))
    }

    /// Why there is no price, as a word of the format.
    pub(super) fn why_missing(self) -> &'static str {
        match self {
            Offer::Priced(_) => "",
            Offer::DiscountWithoutTariff => "discount-without-tariff",
            Offer::AboveCap(_) => "above-cap",
            Offer::NotOffered => "not-offered",
            Offer::NotRegistered => "not-registered",
            Offer::RequirementUnmet => "requirement-unmet",
            Offer::NoPrice => "no-price",
        }
    }
}

/// One line of a bid.
#[derive(Clone, Copy, Debug)]
pub(super) struct Line {
    pub(super) stated: Stated,
    pub(super) offer: Offer,
}

/// How the cap bears on what is scored and paid.
#[derive(Clone, Copy, Debug)]
pub(super) struct CapRule {
    above: Option<AboveCap>,
    days_in: i128,
    days: i128,
}

impl CapRule {
    pub(super) fn of(facts: &Facts, prices: &Prices) -> Self {
        let (days_in, days) = prices.days.unwrap_or((0, 1));
        CapRule {
            above: facts.cap.as_ref().map(|c| c.above),
            days_in: days_in.into(),
            days: days.max(1).into(),
        }
    }

    /// Whether the cap is paid while it is in force.
    pub(super) fn pays_cap(self) -> bool {
        self.above.is_some_and(AboveCap::pays_cap)
    }

    /// Clause 4: what is scored.
    fn scored(self, unit: i128, cap: Option<i128>) -> i128 {
        let capped = cap.map_or(unit, |c| unit.min(c));
        match self.above {
            Some(AboveCap::PayScoreCapped) => capped,
            Some(AboveCap::PayScoreTimeWeighted) => {
                half_up(capped * self.days_in + unit * (self.days - self.days_in), self.days)
            }
            _ => unit,
        }
    }

    /// Clause 6: what is expected to be paid for a volume.
    fn payment(self, unit: i128, cap: Option<i128>, volume: u64) -> i128 {
        let volume = i128::from(volume);
        match (self.above, cap) {
            (Some(above), Some(cap)) if above.pays_cap() => {
                let by_days = unit.min(cap) * self.days_in + unit * (self.days - self.days_in);
                half_up(by_days * volume, self.days)
            }
            _ => unit * volume,
        }
    }
}

/// What is scored for one procedure, and what is expected to be paid for a volume, at a combination discount; `None` where
/// the line has no price. Clause 8 where prices are adjusted over the contract.
pub(super) fn scored_and_paid(
    prices: &Prices,
    rule: CapRule,
    line: Line,
    procedure: usize,
    discount: i128,
    volume: u64,
) -> Option<(i128, i128)> {
    let unit = less(line.offer.unit()?, discount);
    let cap = prices.cap[procedure];
    if prices.stretches.is_empty() {
        return Some((rule.scored(unit, cap), rule.payment(unit, cap, volume)));
    }
    let days: i128 = prices.stretches.iter().map(|s| i128::from(s.days.days())).sum();
    let sum = day_sum(&prices.stretches, rule, line, procedure, discount)?;
    let scored = match rule.above {
        Some(AboveCap::PayScoreTimeWeighted) => half_up(sum, days),
        _ => rule.scored(unit, cap),
    };
    Some((scored, half_up(sum.checked_mul(volume.into())?, days)))
}

/// `round(price x (100 - discount) / 100)` to whole øre.
pub(super) fn less(price: i128, discount: i128) -> i128 {
    if discount == 0 { price } else { half_up(price * (HUNDRED_PER_CENT - discount), HUNDRED_PER_CENT) }
}

/// What a bid states for a procedure: a price beats any discount, a discount for the code one for a prefix, a longer prefix
/// a shorter one, and any of them the general one. A discount in a prices file is one for the code.
pub(super) fn stated(facts: &Facts, bid: &Bid, procedure: usize) -> Stated {
    if let Some(price) = bid.prices.get(&procedure) {
        return Stated::Price(*price);
    }
    let by_code = || bid.discounts.get(&facts.procedures[procedure].code);
    let discount = bid.file_discounts.get(&procedure).or_else(by_code).copied().or(bid.discount);
    discount.map_or(Stated::Nothing, Stated::Discount)
}

/// One line: what is stated, and whether it counts. `unmet` says whether a requirement of the code is unmet.
pub(super) fn line(facts: &Facts, prices: &Prices, bid: &Bid, procedure: usize, unmet: bool) -> Line {
    let code = facts.procedures[procedure].code.as_str();
    let stated = stated(facts, bid, procedure);
    let asked = match stated {
        _ if !prices.stretches.is_empty() => prices.stretches[0].unit(stated, procedure),
        Stated::Nothing => None,
        Stated::Price(price) => Some(price),
        Stated::Discount(discount) => prices.base[procedure].map(|base| less(base, discount)),
    };
    let rejects_line = facts.cap.as_ref().is_some_and(|c| c.above == AboveCap::RejectLine);
    let offer = if bid.not_offered.has(code) {
        Offer::NotOffered
    } else if stated == Stated::Nothing {
        Offer::NoPrice
    } else if bid.registered.as_ref().is_some_and(|r| !r.has(code)) {
        Offer::NotRegistered
    } else if unmet {
        Offer::RequirementUnmet
    } else {
        match asked {
            None => Offer::DiscountWithoutTariff,
            Some(unit) if rejects_line && is_above(unit, prices.cap[procedure]) => Offer::AboveCap(unit),
            Some(unit) => Offer::Priced(unit),
        }
    };
    Line { stated, offer }
}

/// Clause 4: above the cap is more than its price; without a cap price there is no cap.
pub(super) fn is_above(unit: i128, cap: Option<i128>) -> bool {
    cap.is_some_and(|c| unit > c)
}

/// Lot price, expected payment, and what is bought elsewhere, in øre.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(super) struct LotFigures {
    pub(super) price: i128,
    pub(super) payment: i128,
    pub(super) elsewhere: i128,
}

/// Clauses 3, 5 and 6: a lot at a combination discount, its missing procedures at the fallback.
pub(super) fn lot_figures(
    facts: &Facts,
    prices: &Prices,
    lines: &[Line],
    lot: usize,
    discount: i128,
) -> LotFigures {
    let rule = CapRule::of(facts, prices);
    let mut figures = LotFigures::default();
    for &p in &facts.structure.lots[lot].procedures {
        let volume = facts.procedures[p].volume;
        match scored_and_paid(prices, rule, lines[p], p, discount, volume) {
            Some((scored, payment)) => {
                figures.price += scored * i128::from(volume);
                figures.payment += payment;
            }
            None => {
                let cost = prices.fallback[p].unwrap_or(0);
                figures.elsewhere += cost;
                figures.price += cost;
            }
        }
    }
    figures
}
