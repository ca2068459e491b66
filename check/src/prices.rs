//! What each procedure costs on each day of the contract, and what that makes of a line, a lot and a fallback
//! (`docs/reference/rules.md`, "Unit prices").
//!
//! Everything is counted by stretches of days on which nothing changes. Clause 8 describes that for prices that are adjusted;
//! without adjustments its factors are 1, and clauses 4, 6 and 7 come out of the same sums. Without a contract there is one
//! stretch of one day.

use std::collections::{BTreeMap, BTreeSet};

use num_traits::One;

use crate::{
    calendar::Span,
    canonical::Reading,
    exact::{Exact, HUNDRED_PER_CENT, half_up, int, is_price, nearest_whole},
    facts::{AboveCap, Adjustment, Basis, Bid, Facts, TENDER},
    fault::cannot_read,
};

/// By procedure, in øre.
type PriceColumn = Vec<Option<i128>>;

/// What tariffs, cap and time say of every procedure.
#[derive(Debug)]
pub(crate) struct PriceBook {
    /// In order of time; never empty.
    pub(crate) stretches: Vec<Stretch>,
    /// By procedure: its whole volume at the fallback.
    pub(crate) fallback: PriceColumn,
    /// Days with the cap tariff in force, and days of the contract.
    pub(crate) cap_days: Option<(i64, i64)>,
    above: Option<AboveCap>,
    all_days: i128,
}

/// Days on which no price and nothing in force changes.
#[derive(Debug)]
pub(crate) struct Stretch {
    pub(crate) span: Span,
    /// Whether the cap tariff is in force.
    pub(crate) capped: bool,
    /// The first fallback tariff in force.
    pub(crate) bought_at: Option<String>,
    /// By `tariff:ID` and `prices`, for all that some adjustment names, and for `prices`.
    pub(crate) factors: BTreeMap<String, Exact>,
    base: PriceColumn,
    cap: PriceColumn,
    elsewhere: PriceColumn,
    /// What moves a price in kroner.
    moves_kroner: Exact,
    /// What moves a price from a discount beyond what has moved its base already.
    moves_discounted: Exact,
}

/// What a bid says of a procedure.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Said {
    Nothing,
    /// A price in øre.
    Kroner(i128),
    /// A discount in ten-thousandths of a per cent.
    Off(i128),
}

/// What follows from it, as a word of `why-missing` says where it is no price.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Answer {
    Price(i128),
    /// A discount on a procedure that the discount base does not price.
    WithoutBase,
    /// Above a cap that takes the price away; the price asked.
    OverCap(i128),
    Declined,
    Unregistered,
    Unmet,
    Silent,
}

/// One procedure of one bid.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Ask {
    pub(crate) said: Said,
    pub(crate) answer: Answer,
}

impl Answer {
    pub(crate) fn priced(self) -> Option<i128> {
        if let Answer::Price(ore) = self { Some(ore) } else { None }
    }

    /// Whether the bid offers the procedure, with a price or without.
    pub(crate) fn is_on_offer(self) -> bool {
        matches!(self, Answer::Price(_) | Answer::WithoutBase | Answer::OverCap(_))
    }

    pub(crate) fn reason_word(self) -> &'static str {
        match self {
            Answer::Price(_) => "",
            Answer::WithoutBase => "discount-without-tariff",
            Answer::OverCap(_) => "above-cap",
            Answer::Declined => "not-offered",
            Answer::Unregistered => "not-registered",
            Answer::Unmet => "requirement-unmet",
            Answer::Silent => "no-price",
        }
    }
}

/// What one procedure of a bid counts for.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) struct Counted {
    /// What is scored for one, in øre.
    pub(crate) scored: i128,
    /// What the buyer would pay for the volume.
    pub(crate) paid: i128,
}

/// A bid on a lot, in øre.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(crate) struct LotSum {
    pub(crate) price: i128,
    pub(crate) payment: i128,
    /// What is bought at the fallback; in the price, and not in the payment.
    pub(crate) elsewhere: i128,
}

impl PriceBook {
    /// Works out the price columns of every stretch.
    pub(crate) fn build(facts: &Facts) -> Reading<PriceBook> {
        let lacking = |what: String| Err(cannot_read(TENDER, what, ""));
        let above = facts.cap.as_ref().map(|cap| cap.above);
        if facts.contract.is_none() && (above.is_some_and(AboveCap::is_paid) || !facts.adjustments.is_empty())
        {
            return lacking("contract".to_owned());
        }
        let cap = facts.cap.as_ref().map(|cap| &cap.tariff);
        let mut stretches = Vec::new();
        for span in spans(facts) {
            stretches.push(Stretch::on(facts, span)?);
        }
        for id in facts.fallback.iter().chain(&facts.discount_base).chain(cap) {
            if !facts.tariffs.contains_key(id) {
                return lacking(format!("tariff.\"{id}\""));
            }
        }
        let cap_days =
            cap.and_then(|id| facts.tariffs.get(id)).zip(facts.contract).map(|(tariff, contract)| {
                let days = tariff.in_force.map_or(contract, |span| span.meet(contract));
                (days.day_count(), contract.day_count())
            });
        let all_days = stretches.iter().map(Stretch::day_count).sum();
        let mut book = PriceBook { stretches, fallback: Vec::new(), cap_days, above, all_days };
        book.fallback = facts
            .procedures
            .iter()
            .enumerate()
            .map(|(p, procedure)| {
                let volume = i128::from(procedure.volume);
                procedure.fallback_price.map(|price| price * volume).or_else(|| {
                    let days = book.stretches.iter().map(|s| Some(s.elsewhere[p]? * s.day_count()));
                    Some(half_up(days.sum::<Option<i128>>()? * volume, book.all_days))
                })
            })
            .collect();
        Ok(book)
    }

    /// The discount base of a procedure on the first day.
    pub(crate) fn base_on_first_day(&self, procedure: usize) -> Option<i128> {
        self.stretches.first()?.base[procedure]
    }

    /// The cap of a procedure on the first day.
    pub(crate) fn cap_price(&self, procedure: usize) -> Option<i128> {
        self.stretches.first()?.cap[procedure]
    }

    /// Clauses 2 and 4: what follows from what a bid says. `unmet`: it fails a requirement of the code.
    pub(crate) fn ask_for(&self, facts: &Facts, bid: &Bid, procedure: usize, unmet: bool) -> Ask {
        let code = facts.procedures[procedure].code.as_str();
        let said = what_is_said(bid, procedure, code);
        let first_day = self.stretches.first().and_then(|s| s.price_now(said, procedure));
        let answer = if bid.not_offered.covers(code) {
            Answer::Declined
        } else if said == Said::Nothing {
            Answer::Silent
        } else if bid.registered.as_ref().is_some_and(|codes| !codes.covers(code)) {
            Answer::Unregistered
        } else if unmet {
            Answer::Unmet
        } else {
            match first_day {
                None => Answer::WithoutBase,
                Some(price) if self.above == Some(AboveCap::RejectLine) && self.exceeds(price, procedure) => {
                    Answer::OverCap(price)
                }
                Some(price) => Answer::Price(price),
            }
        };
        Ask { said, answer }
    }

    /// Whether a price is above the cap of the first day.
    pub(crate) fn exceeds(&self, price: i128, procedure: usize) -> bool {
        self.cap_price(procedure).is_some_and(|cap| price > cap)
    }

    fn cap_is_paid(&self) -> bool {
        self.above.is_some_and(AboveCap::is_paid)
    }

    /// Clauses 3, 4, 6 and 8: one procedure with a price, at a combination discount.
    pub(crate) fn count_line(
        &self,
        ask: Ask,
        procedure: usize,
        discount: i128,
        volume: u64,
    ) -> Option<Counted> {
        let first_day = take_off(ask.answer.priced()?, discount);
        let mut by_days = 0_i128;
        for stretch in &self.stretches {
            let price = take_off(stretch.price_now(ask.said, procedure)?, discount);
            let paid = stretch.price_paid(price, procedure, self.cap_is_paid());
            by_days = by_days.checked_add(paid.checked_mul(stretch.day_count())?)?;
        }
        let scored = match self.above {
            Some(AboveCap::PayScoreCapped) => {
                self.cap_price(procedure).map_or(first_day, |c| c.min(first_day))
            }
            Some(AboveCap::PayScoreTimeWeighted) => half_up(by_days, self.all_days),
            _ => first_day,
        };
        Some(Counted { scored, paid: half_up(by_days.checked_mul(volume.into())?, self.all_days) })
    }

    /// Clause 5, with what is missing at the fallback.
    pub(crate) fn add_up(&self, facts: &Facts, asks: &[Ask], lot: usize, discount: i128) -> LotSum {
        let mut sum = LotSum::default();
        for &p in &facts.structure.lots[lot].procedures {
            let volume = facts.procedures[p].volume;
            match self.count_line(asks[p], p, discount, volume) {
                Some(counted) => {
                    sum.price += counted.scored * i128::from(volume);
                    sum.payment += counted.paid;
                }
                None => sum.elsewhere += self.fallback[p].unwrap_or(0),
            }
        }
        LotSum { price: sum.price + sum.elsewhere, ..sum }
    }

    /// The first day on which the cap is paid in place of the price, where prices move: the day, the price, the cap.
    pub(crate) fn day_of_the_cap(&self, ask: Ask, procedure: usize) -> Option<(i64, i128, i128)> {
        self.stretches.iter().find_map(|stretch| {
            let price = stretch.price_now(ask.said, procedure)?;
            let paid = stretch.price_paid(price, procedure, self.cap_is_paid());
            (paid < price).then_some((stretch.span.from, price, paid))
        })
    }
}

/// `round(price x (100 - discount) / 100)` in whole øre.
fn take_off(price: i128, discount: i128) -> i128 {
    half_up(price * (HUNDRED_PER_CENT - discount), HUNDRED_PER_CENT)
}

/// A price counts before any discount; a discount for the code, in the bid or in its prices file, before one for a prefix,
/// and that before the general one.
fn what_is_said(bid: &Bid, procedure: usize, code: &str) -> Said {
    if let Some(price) = bid.prices.get(&procedure) {
        return Said::Kroner(*price);
    }
    let discounts = [bid.file_discounts.get(&procedure), bid.discounts.of(code), bid.discount.as_ref()];
    discounts.into_iter().flatten().next().map_or(Said::Nothing, |discount| Said::Off(*discount))
}

/// The days of the contract, cut where an adjustment begins, and where the cap tariff or a fallback tariff comes into force
/// or goes out of it.
fn spans(facts: &Facts) -> Vec<Span> {
    let Some(contract) = facts.contract else { return vec![Span { from: 0, until: 0 }] };
    let in_time = facts.fallback.iter().chain(facts.cap.as_ref().map(|cap| &cap.tariff));
    let in_time = in_time.filter_map(|id| facts.tariffs.get(id)?.in_force);
    let cuts: BTreeSet<i64> = in_time
        .flat_map(|span| [span.from, span.until + 1])
        .chain(facts.adjustments.iter().map(|a| a.from))
        .filter(|day| *day > contract.from && *day <= contract.until)
        .collect();
    let begins = [contract.from].into_iter().chain(cuts.iter().copied());
    let ends = cuts.iter().map(|day| day - 1).chain([contract.until]);
    begins.zip(ends).map(|(from, until)| Span { from, until }).collect()
}

impl Stretch {
    fn on(facts: &Facts, span: Span) -> Reading<Stretch> {
        let counting = |names: &dyn Fn(&Adjustment) -> bool| -> Exact {
            let per_cents = facts.adjustments.iter().filter(|a| a.from <= span.from && names(a));
            per_cents
                .map(|a| Exact::new((HUNDRED_PER_CENT + a.percent).into(), HUNDRED_PER_CENT.into()))
                .product()
        };
        let names = |a: &Adjustment, word: &str| a.applies_to.iter().any(|w| w == word);
        let mut factors = BTreeMap::from([("prices".to_owned(), counting(&|a| names(a, "prices")))]);
        for word in facts.adjustments.iter().flat_map(|a| &a.applies_to) {
            factors.insert(word.clone(), counting(&|a| names(a, word)));
        }
        let mut columns = BTreeMap::new();
        for id in facts.tariffs.keys() {
            tariff_column(facts, id, &factors, &mut columns, facts.tariffs.len())?;
        }
        let column_of = |id: Option<&String>| {
            let known = id.and_then(|id| columns.get(id.as_str()).cloned());
            known.unwrap_or_else(|| vec![None; facts.procedures.len()])
        };
        let in_force = |id: &String| {
            facts.tariffs.get(id).is_some_and(|t| t.in_force.is_none_or(|s| s.includes(span.from)))
        };
        let bought_at = match (facts.contract, facts.fallback.as_slice()) {
            // without a contract there are no days to ask about
            (None, [only]) => Some(only),
            (None, _) => None,
            (Some(_), tariffs) => tariffs.iter().find(|id| in_force(id)),
        };
        let base_word =
            facts.discount_base.as_ref().map(|id| format!("tariff:{}", bottom_of_chain(facts, id)));
        let moved_by_base = |a: &Adjustment| base_word.as_ref().is_some_and(|word| names(a, word));
        let cap = facts.cap.as_ref().map(|cap| &cap.tariff);
        Ok(Stretch {
            span,
            capped: cap.is_some_and(in_force),
            base: column_of(facts.discount_base.as_ref()),
            cap: column_of(cap),
            elsewhere: column_of(bought_at),
            bought_at: bought_at.cloned(),
            moves_kroner: counting(&|a| names(a, "prices")),
            moves_discounted: counting(&|a| names(a, "prices") && !moved_by_base(a)),
            factors,
        })
    }

    fn day_count(&self) -> i128 {
        self.span.day_count().into()
    }

    /// Clauses 2 and 8: the unit price on these days, without combination discount.
    fn price_now(&self, said: Said, procedure: usize) -> Option<i128> {
        match said {
            Said::Nothing => None,
            Said::Kroner(price) => at_factor(price, 1, &self.moves_kroner),
            Said::Off(discount) => {
                let kept = self.base[procedure]? * (HUNDRED_PER_CENT - discount);
                at_factor(kept, HUNDRED_PER_CENT, &self.moves_discounted)
            }
        }
    }

    /// What is paid for one on these days.
    fn price_paid(&self, price: i128, procedure: usize, cap_is_paid: bool) -> i128 {
        match self.cap[procedure] {
            Some(cap) if cap_is_paid && self.capped => price.min(cap),
            _ => price,
        }
    }
}

/// `amount / divisor x factor` in whole øre, rounded once; `None` beyond reason.
fn at_factor(amount: i128, divisor: i128, factor: &Exact) -> Option<i128> {
    if factor.is_one() {
        return Some(half_up(amount, divisor));
    }
    nearest_whole(&(int(amount) * factor / int(divisor)))
}

/// The listed tariff at the bottom of a chain of derived ones.
fn bottom_of_chain<'f>(facts: &'f Facts, id: &'f str) -> &'f str {
    (0..facts.tariffs.len()).fold(id, |at, _| match facts.tariffs.get(at).map(|t| &t.basis) {
        Some(Basis::Derived { from, .. }) => from,
        _ => at,
    })
}

/// Clauses 1 and 8: the prices of a tariff, after those of the tariff that it is derived from. `steps` ends a circle.
fn tariff_column<'f, 'c>(
    facts: &'f Facts,
    id: &'f str,
    factors: &BTreeMap<String, Exact>,
    known: &'c mut BTreeMap<&'f str, PriceColumn>,
    steps: usize,
) -> Reading<&'c PriceColumn> {
    let nowhere = || cannot_read(TENDER, "tariff", "");
    if !known.contains_key(id) {
        let tariff = facts.tariffs.get(id).filter(|_| steps > 0).ok_or_else(nowhere)?;
        let (prices, most) = match &tariff.basis {
            Basis::Listed => {
                let own = factors.get(&format!("tariff:{id}")).cloned().unwrap_or_else(|| int(1));
                let listed = |p: &crate::facts::Procedure| at_factor(*p.listed.get(id)?, 1, &own);
                (facts.procedures.iter().map(listed).collect::<PriceColumn>(), 4)
            }
            Basis::Derived { from, reduction, round_to } => {
                let reduced = |price: i128| {
                    half_up(price * (HUNDRED_PER_CENT - reduction), HUNDRED_PER_CENT * round_to) * round_to
                };
                let from = tariff_column(facts, from, factors, known, steps - 1)?;
                (from.iter().map(|price| price.map(reduced)).collect(), 1)
            }
        };
        // adjustments may move a listed price beyond what the format lets it be
        if prices.iter().flatten().any(|price| !is_price(price / most)) {
            return Err(cannot_read(TENDER, format!("tariff.\"{id}\""), ""));
        }
        known.insert(id, prices);
    }
    known.get(id).ok_or_else(nowhere)
}
