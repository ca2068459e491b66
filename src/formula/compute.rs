//! Computing a formula for the bids on a lot, exactly.

use std::cell::{Cell, OnceCell};

use super::{
    Expression,
    parse::{Comparison, Condition, Name, Number, NumberOp, Over},
};
use crate::{
    formula::numeric::{self, MAX_BITS, NumericError},
    number::{Ratio, Rounding},
};

/// What a formula may ask of the lot.
#[derive(Clone, Debug)]
pub struct Lot {
    /// `scale`
    pub scale: Ratio,
    /// `weight`, where the criterion has one.
    pub weight: Option<Ratio>,
    /// `tariff`, in kroner.
    pub tariff: Option<Ratio>,
    /// `fallback`, in kroner.
    pub fallback: Option<Ratio>,
}

/// What a formula may ask of a bid.
#[derive(Clone, Debug)]
pub struct Bid {
    /// Its number in the tender, for faults.
    pub bid: usize,
    /// `price`, in kroner.
    pub price: Ratio,
    /// `p`
    pub measure: Ratio,
    /// Points, in the order of [`Expression::criteria`].
    pub points: Vec<Ratio>,
    /// Measured values, in the order of [`Expression::values`].
    pub values: Vec<Ratio>,
}

/// A formula has no result for a bid.
#[derive(Clone, Debug, PartialEq, Eq)]
#[non_exhaustive]
pub struct FormulaError {
    /// The first byte of the part of the formula that has none.
    pub start: usize,
    /// The byte after the last.
    pub end: usize,
    /// The bid for which it was computed.
    pub bid: usize,
    /// Why.
    pub kind: FormulaErrorKind,
}

/// Why a formula has no result.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
#[non_exhaustive]
pub enum FormulaErrorKind {
    /// Division by zero, or a negative power of zero.
    DivisionByZero,
    /// The root or a power of a negative number, or a logarithm that does not exist.
    Undefined,
    /// `round` to something else than a whole number of decimals from -28 to 28.
    RoundingDecimals,
    /// The lot has no value at the discount base.
    NoTariff,
    /// The lot has no fallback cost.
    NoFallback,
    /// A criterion without a weight.
    NoWeight,
    /// A figure with more digits than are computed.
    TooLarge,
    /// More work than a formula may cause.
    TooMuchWork,
}

impl FormulaErrorKind {
    /// The stable name.
    pub const fn name(self) -> &'static str {
        match self {
            FormulaErrorKind::DivisionByZero => "division-by-zero",
            FormulaErrorKind::Undefined => "undefined",
            FormulaErrorKind::RoundingDecimals => "rounding-decimals",
            FormulaErrorKind::NoTariff => "no-tariff-value",
            FormulaErrorKind::NoFallback => "no-fallback-cost",
            FormulaErrorKind::NoWeight => "no-weight",
            FormulaErrorKind::TooLarge => "too-large",
            FormulaErrorKind::TooMuchWork => "too-much-work",
        }
    }
}

impl std::fmt::Display for FormulaError {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str(match self.kind {
            FormulaErrorKind::DivisionByZero => "division by zero",
            FormulaErrorKind::Undefined => "a root, power or logarithm that does not exist",
            FormulaErrorKind::RoundingDecimals => {
                "decimals to round to must be a whole number from -28 to 28"
            }
            FormulaErrorKind::NoTariff => "the lot has no value at the discount base",
            FormulaErrorKind::NoFallback => "the lot has no fallback cost",
            FormulaErrorKind::NoWeight => "the criterion has no weight",
            FormulaErrorKind::TooLarge => "a figure has too many digits",
            FormulaErrorKind::TooMuchWork => "the formula causes too much work",
        })
    }
}

impl std::error::Error for FormulaError {}

/// Steps that the computation of a formula for all bids on a lot may take; a step is one operation on short figures.
const WORK: u64 = 4_000_000_000;
/// What a root, logarithm or fractional power costs in steps.
const TRANSCENDENTAL: u64 = 2_000;

type Computed<T> = Result<T, FormulaError>;

/// A formula on a lot. What is taken over all bids is computed once.
pub struct Computation<'a> {
    formula: &'a Expression,
    lot: &'a Lot,
    bids: &'a [Bid],
    over: Vec<OnceCell<Computed<Ratio>>>,
    work: Cell<u64>,
}

impl<'a> Computation<'a> {
    /// Prepares a formula for a lot; `bids` are all admissible bids on it, without combination discounts.
    pub fn new(formula: &'a Expression, lot: &'a Lot, bids: &'a [Bid]) -> Self {
        let over = std::iter::repeat_with(OnceCell::new).take(formula.slots).collect();
        Computation { formula, lot, bids, over, work: Cell::new(0) }
    }

    /// The result for a bid.
    ///
    /// # Errors
    /// [`FormulaError`], with the part of the formula and the bid.
    pub fn result(&self, bid: &Bid) -> Result<Ratio, FormulaError> {
        self.number(&self.formula.root, bid).map(Ratio::reduced)
    }

    fn number(&self, node: &Number, bid: &Bid) -> Computed<Ratio> {
        let fault = |kind| FormulaError { start: node.start, end: node.end, bid: bid.bid, kind };
        let result = match &node.op {
            NumberOp::Constant(n) => return Ok(n.clone()),
            NumberOp::Name(name) => return self.named(*name, bid).map_err(fault),
            NumberOp::Points(i) => return Ok(bid.points.get(*i).cloned().unwrap_or(Ratio::ZERO)),
            NumberOp::Value(i) => return Ok(bid.values.get(*i).cloned().unwrap_or(Ratio::ZERO)),
            NumberOp::Count => return Ok(Ratio::whole(self.bids.len() as i128)),
            NumberOp::If(test, yes, no) => {
                return if self.is_true(test, bid)? { self.number(yes, bid) } else { self.number(no, bid) };
            }
            NumberOp::Over { what, of, slot } => return self.over_all_bids(*what, of, *slot, bid),
            NumberOp::Negated(inner) => -self.number(inner, bid)?,
            NumberOp::Sum(terms) => {
                let mut sum = Ratio::ZERO;
                for (minus, term) in terms {
                    let term = self.number(term, bid)?;
                    sum = self.spend(if *minus { sum - &term } else { sum + &term }, &fault)?;
                }
                sum
            }
            NumberOp::Product(factors) => {
                let mut product = Ratio::ONE;
                for (divides, factor) in factors {
                    let value = self.number(factor, bid)?;
                    let next = if *divides {
                        product.checked_div(&value).ok_or(FormulaError {
                            start: factor.start,
                            end: factor.end,
                            bid: bid.bid,
                            kind: FormulaErrorKind::DivisionByZero,
                        })?
                    } else {
                        product * &value
                    };
                    product = self.spend(next, &fault)?;
                }
                product
            }
            NumberOp::Min(list) => self.extreme(list, bid, Ratio::min)?,
            NumberOp::Max(list) => self.extreme(list, bid, Ratio::max)?,
            NumberOp::Abs(inner) => self.number(inner, bid)?.abs(),
            NumberOp::Round(inner, decimals) => {
                let x = self.number(inner, bid)?;
                let decimals = self.number(decimals, bid)?.to_whole();
                round_half_up(&x, decimals).ok_or_else(|| fault(FormulaErrorKind::RoundingDecimals))?
            }
            NumberOp::Pow(x, y) => {
                let (x, y) = (self.number(x, bid)?, self.number(y, bid)?);
                self.charge(TRANSCENDENTAL).map_err(fault)?;
                numeric::power(&x, &y).map_err(|e| fault(e.into()))?
            }
            NumberOp::Log(x, base) => {
                let x = self.number(x, bid)?;
                self.charge(TRANSCENDENTAL).map_err(fault)?;
                match base {
                    None => numeric::natural_logarithm(&x),
                    Some(base) => numeric::logarithm(&x, &self.number(base, bid)?),
                }
                .map_err(|e| fault(e.into()))?
            }
            NumberOp::Sqrt(x) => {
                let x = self.number(x, bid)?;
                self.charge(TRANSCENDENTAL).map_err(fault)?;
                numeric::square_root(&x).map_err(|e| fault(e.into()))?
            }
        };
        self.spend(result, &fault)
    }

    fn named(&self, name: Name, bid: &Bid) -> Result<Ratio, FormulaErrorKind> {
        match name {
            Name::Price => Ok(bid.price.clone()),
            Name::Measure => Ok(bid.measure.clone()),
            Name::Scale => Ok(self.lot.scale.clone()),
            Name::Weight => self.lot.weight.clone().ok_or(FormulaErrorKind::NoWeight),
            Name::Tariff => self.lot.tariff.clone().ok_or(FormulaErrorKind::NoTariff),
            Name::Fallback => self.lot.fallback.clone().ok_or(FormulaErrorKind::NoFallback),
        }
    }

    fn extreme(&self, list: &[Number], bid: &Bid, better: fn(Ratio, Ratio) -> Ratio) -> Computed<Ratio> {
        let mut best: Option<Ratio> = None;
        for node in list {
            let value = self.number(node, bid)?;
            best = Some(match best {
                Some(b) => better(b, value),
                None => value,
            });
        }
        Ok(best.unwrap_or(Ratio::ZERO))
    }

    fn is_true(&self, condition: &Condition, bid: &Bid) -> Computed<bool> {
        match condition {
            Condition::Compare(comparison, left, right) => {
                let (a, b) = (self.number(left, bid)?, self.number(right, bid)?);
                Ok(match comparison {
                    Comparison::Below => a < b,
                    Comparison::AtMost => a <= b,
                    Comparison::Above => a > b,
                    Comparison::AtLeast => a >= b,
                    Comparison::Equal => a == b,
                    Comparison::Unequal => a != b,
                })
            }
            Condition::All(parts) => {
                for part in parts {
                    if !self.is_true(part, bid)? {
                        return Ok(false);
                    }
                }
                Ok(true)
            }
            Condition::Any(parts) => {
                for part in parts {
                    if self.is_true(part, bid)? {
                        return Ok(true);
                    }
                }
                Ok(false)
            }
            Condition::Not(inner) => Ok(!self.is_true(inner, bid)?),
            Condition::If(test, yes, no) => {
                if self.is_true(test, bid)? {
                    self.is_true(yes, bid)
                } else {
                    self.is_true(no, bid)
                }
            }
        }
    }

    /// docs/reference/formula.md: over all admissible bids on the lot. The same for every bid, so computed once.
    fn over_all_bids(&self, what: Over, of: &Number, slot: usize, bid: &Bid) -> Computed<Ratio> {
        let compute = || {
            let values: Vec<Ratio> = self.bids.iter().map(|b| self.number(of, b)).collect::<Computed<_>>()?;
            let fault = |kind| FormulaError { start: of.start, end: of.end, bid: bid.bid, kind };
            match what {
                Over::Lowest => Ok(values.into_iter().min().unwrap_or(Ratio::ZERO)),
                Over::Highest => Ok(values.into_iter().max().unwrap_or(Ratio::ZERO)),
                Over::Median => Ok(median(values)),
                Over::Average => {
                    let count = Ratio::whole(values.len().max(1) as i128);
                    let sum = self.pairwise_sum(&values, &fault)?;
                    Ok(sum.checked_div(&count).unwrap_or(Ratio::ZERO).reduced())
                }
            }
        };
        match self.over.get(slot) {
            Some(cell) => cell.get_or_init(compute).clone(),
            None => compute(),
        }
    }

    /// The sum, halves first: fractions without a common denominator grow slowest so.
    fn pairwise_sum(
        &self,
        values: &[Ratio],
        fault: &impl Fn(FormulaErrorKind) -> FormulaError,
    ) -> Computed<Ratio> {
        match values {
            [] => Ok(Ratio::ZERO),
            [one] => Ok(one.clone()),
            many => {
                let (left, right) = many.split_at(many.len() / 2);
                let sum = self.pairwise_sum(left, fault)? + self.pairwise_sum(right, fault)?;
                self.spend(sum, fault)
            }
        }
    }

    /// Accounts for an operation with this result, and refuses figures that grow without measure.
    fn spend(&self, result: Ratio, fault: &impl Fn(FormulaErrorKind) -> FormulaError) -> Computed<Ratio> {
        let bits = result.bits();
        if bits > MAX_BITS {
            return Err(fault(FormulaErrorKind::TooLarge));
        }
        let words = 1 + bits / 64;
        self.charge(words * words).map_err(fault)?;
        Ok(result)
    }

    fn charge(&self, steps: u64) -> Result<(), FormulaErrorKind> {
        self.work.set(self.work.get().saturating_add(steps));
        if self.work.get() > WORK { Err(FormulaErrorKind::TooMuchWork) } else { Ok(()) }
    }
}

impl From<NumericError> for FormulaErrorKind {
    fn from(fault: NumericError) -> Self {
        match fault {
            NumericError::Undefined => FormulaErrorKind::Undefined,
            NumericError::DivisionByZero => FormulaErrorKind::DivisionByZero,
            NumericError::TooLarge => FormulaErrorKind::TooLarge,
        }
    }
}

/// The middle one; of two middle ones their average.
fn median(mut values: Vec<Ratio>) -> Ratio {
    values.sort();
    let middle = values.len() / 2;
    match (values.get(middle.saturating_sub(1)), values.get(middle)) {
        (Some(a), Some(b)) if values.len().is_multiple_of(2) => {
            (a + b).checked_div(&Ratio::whole(2)).unwrap_or(Ratio::ZERO)
        }
        (_, Some(b)) => b.clone(),
        _ => Ratio::ZERO,
    }
}

/// Rounded to this number of decimals, halves away from zero; negative decimals round to tens, hundreds, and so on.
fn round_half_up(x: &Ratio, decimals: Option<i128>) -> Option<Ratio> {
    let decimals = decimals.filter(|d| (-28..=28).contains(d))?;
    let size = u32::try_from(decimals.unsigned_abs()).ok()?;
    if decimals >= 0 {
        return Some(x.rounded(size, Rounding::HalfUp));
    }
    let unit = Ratio::whole(10_i128.pow(size));
    Some(x.checked_div(&unit)?.rounded(0, Rounding::HalfUp) * &unit)
}
