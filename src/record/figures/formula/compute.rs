//! Computing a formula for the bids on a lot.

use std::cell::{Cell, RefCell};
use std::collections::BTreeMap;

use num_traits::{One, Signed, ToPrimitive, Zero};

use super::{Comparison, Formula, Function, Name, Over, Part, numeric};
use crate::record::figures::exact::{Exact, Mode, rounded, whole};

/// What a formula may ask of the lot.
#[derive(Clone, Debug)]
pub(in super::super) struct FormulaLot {
    pub(in super::super) scale: Exact,
    /// In per cent, as a number.
    pub(in super::super) weight: Option<Exact>,
    /// Kroner.
    pub(in super::super) tariff: Option<Exact>,
    pub(in super::super) fallback: Option<Exact>,
}

/// What a formula may ask of a bid.
#[derive(Clone, Debug)]
pub(in super::super) struct FormulaBid<'a> {
    /// Kroner.
    pub(in super::super) price: Exact,
    pub(in super::super) measure: Exact,
    pub(in super::super) points: BTreeMap<&'a str, Exact>,
    pub(in super::super) values: &'a BTreeMap<String, Exact>,
}

/// Why a formula has no result.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(in super::super) enum FormulaSyntaxError {
    DivisionByZero,
    Undefined,
    TooLarge,
    TooMuchWork,
    /// A name that has no figure here, or a condition where a number must stand.
    NoFigure,
}

/// The longest numerator or denominator, in bits.
pub(super) const MOST_BITS: u64 = 1 << 15;
/// The most operations on one lot.
const MOST_WORK: u64 = 200_000_000;

type Computed<T> = Result<T, FormulaSyntaxError>;

/// A formula on a lot. What is taken over all bids is computed once.
pub(in super::super) struct Run<'a> {
    formula: &'a Formula,
    lot: &'a FormulaLot,
    bids: &'a [FormulaBid<'a>],
    overs: RefCell<Vec<Option<Exact>>>,
    work: Cell<u64>,
}

enum Found {
    Number(Exact),
    Truth(bool),
}

impl<'a> Run<'a> {
    /// `bids` are all admissible bids on the lot, without combination discounts.
    pub(in super::super) fn new(
        formula: &'a Formula,
        lot: &'a FormulaLot,
        bids: &'a [FormulaBid<'a>],
    ) -> Self {
        let overs = RefCell::new(vec![None; formula.overs]);
        Run { formula, lot, bids, overs, work: Cell::new(0) }
    }

    /// The result for a bid.
    pub(in super::super) fn result(&self, bid: &FormulaBid<'_>) -> Computed<Exact> {
        self.number(&self.formula.root, bid)
    }

    fn number(&self, part: &Part, bid: &FormulaBid<'_>) -> Computed<Exact> {
        match self.part(part, bid)? {
            Found::Number(x) => Ok(x),
            Found::Truth(_) => Err(FormulaSyntaxError::NoFigure),
        }
    }

    fn truth(&self, part: &Part, bid: &FormulaBid<'_>) -> Computed<bool> {
        match self.part(part, bid)? {
            Found::Truth(holds) => Ok(holds),
            Found::Number(_) => Err(FormulaSyntaxError::NoFigure),
        }
    }

    /// Refuses figures that grow without measure, and work without end.
    fn checked(&self, x: Exact) -> Computed<Exact> {
        let bits = x.numer().bits().max(x.denom().bits());
        let words = 1 + bits / 64;
        self.work.set(self.work.get().saturating_add(words * words));
        if bits > MOST_BITS {
            return Err(FormulaSyntaxError::TooLarge);
        }
        if self.work.get() > MOST_WORK { Err(FormulaSyntaxError::TooMuchWork) } else { Ok(x) }
    }

    fn part(&self, part: &Part, bid: &FormulaBid<'_>) -> Computed<Found> {
        let number = match part {
            Part::Number(x) => x.clone(),
            Part::Name(name) => self.named(*name, bid)?,
            Part::Points(id) => bid.points.get(id.as_str()).cloned().ok_or(FormulaSyntaxError::NoFigure)?,
            Part::Value(name) => bid.values.get(name).cloned().ok_or(FormulaSyntaxError::NoFigure)?,
            Part::Sum(terms) => {
                let mut sum = Exact::zero();
                for (less, term) in terms {
                    let term = self.number(term, bid)?;
                    sum = self.checked(if *less { sum - term } else { sum + term })?;
                }
                sum
            }
            Part::Product(factors) => {
                let mut product = Exact::one();
                for (divides, factor) in factors {
                    let factor = self.number(factor, bid)?;
                    if *divides && factor.is_zero() {
                        return Err(FormulaSyntaxError::DivisionByZero);
                    }
                    product = self.checked(if *divides { product / factor } else { product * factor })?;
                }
                product
            }
            Part::Negated(inner) => -self.number(inner, bid)?,
            Part::Compared(left, comparison, right) => {
                let (a, b) = (self.number(left, bid)?, self.number(right, bid)?);
                return Ok(Found::Truth(match comparison {
                    Comparison::Below => a < b,
                    Comparison::AtMost => a <= b,
                    Comparison::Above => a > b,
                    Comparison::AtLeast => a >= b,
                    Comparison::Equal => a == b,
                    Comparison::Unequal => a != b,
                }));
            }
            Part::Not(inner) => return Ok(Found::Truth(!self.truth(inner, bid)?)),
            Part::All(parts) => return self.until(parts, bid, false),
            Part::Any(parts) => return self.until(parts, bid, true),
            Part::If(parts) => {
                let [test, yes, no] = parts.as_ref();
                return self.part(if self.truth(test, bid)? { yes } else { no }, bid);
            }
            Part::Call(function, args) => self.call(*function, args, bid)?,
            Part::Over(over, inner, slot) => self.over(*over, inner, *slot)?,
        };
        Ok(Found::Number(self.checked(number)?))
    }

    /// Conditions from left to right, up to the first that is `decisive`.
    fn until(&self, parts: &[Part], bid: &FormulaBid<'_>, decisive: bool) -> Computed<Found> {
        for part in parts {
            if self.truth(part, bid)? == decisive {
                return Ok(Found::Truth(decisive));
            }
        }
        Ok(Found::Truth(!decisive))
    }

    fn named(&self, name: Name, bid: &FormulaBid<'_>) -> Computed<Exact> {
        let known = |x: &Option<Exact>| x.clone().ok_or(FormulaSyntaxError::NoFigure);
        match name {
            Name::Price => Ok(bid.price.clone()),
            Name::Measure => Ok(bid.measure.clone()),
            Name::Scale => Ok(self.lot.scale.clone()),
            Name::Weight => known(&self.lot.weight),
            Name::Tariff => known(&self.lot.tariff),
            Name::Fallback => known(&self.lot.fallback),
            Name::Count => Ok(whole(self.bids.len())),
        }
    }

    fn over(&self, over: Over, inner: &Part, slot: usize) -> Computed<Exact> {
        if let Some(Some(known)) = self.overs.borrow().get(slot) {
            return Ok(known.clone());
        }
        let mut all: Vec<Exact> = self.bids.iter().map(|b| self.number(inner, b)).collect::<Computed<_>>()?;
        all.sort();
        let (Some(first), Some(last)) = (all.first(), all.last()) else {
            return Err(FormulaSyntaxError::NoFigure);
        };
        let found = match over {
            Over::Lowest => first.clone(),
            Over::Highest => last.clone(),
            Over::Median => (&all[(all.len() - 1) / 2] + &all[all.len() / 2]) / whole(2),
            Over::Average => self.checked(sum(&all) / whole(all.len()))?,
        };
        if let Some(place) = self.overs.borrow_mut().get_mut(slot) {
            *place = Some(found.clone());
        }
        Ok(found)
    }

    fn call(&self, function: Function, args: &[Part], bid: &FormulaBid<'_>) -> Computed<Exact> {
        let args: Vec<Exact> = args.iter().map(|a| self.number(a, bid)).collect::<Computed<_>>()?;
        self.work.set(self.work.get().saturating_add(200));
        match (function, args.as_slice()) {
            (Function::Min, all) => all.iter().min().cloned().ok_or(FormulaSyntaxError::NoFigure),
            (Function::Max, all) => all.iter().max().cloned().ok_or(FormulaSyntaxError::NoFigure),
            (Function::Abs, [x]) => Ok(x.abs()),
            (Function::Round, [x, decimals]) => round(x, decimals),
            (Function::Pow, [x, y]) => numeric::power(x, y),
            (Function::Sqrt, [x]) => numeric::square_root(x),
            (Function::Log, [x]) => numeric::natural_logarithm(x),
            (Function::Log, [x, base]) => numeric::logarithm(x, base),
            _ => Err(FormulaSyntaxError::NoFigure),
        }
    }
}

/// Halves first, so that fractions without a common denominator grow slowly.
fn sum(all: &[Exact]) -> Exact {
    match all {
        [] => Exact::zero(),
        [one] => one.clone(),
        many => {
            let (left, right) = many.split_at(many.len() / 2);
            sum(left) + sum(right)
        }
    }
}

/// To so many decimals, -28 to 28, halves away from zero.
fn round(x: &Exact, decimals: &Exact) -> Computed<Exact> {
    let decimals = decimals.is_integer().then(|| decimals.to_integer().to_i64()).flatten();
    let decimals = decimals.filter(|d| d.abs() <= 28).ok_or(FormulaSyntaxError::Undefined)?;
    let places = u32::try_from(decimals.unsigned_abs()).map_err(|_| FormulaSyntaxError::Undefined)?;
    if decimals >= 0 {
        return Ok(rounded(x, places, Mode::HalfUp));
    }
    let unit = whole(num_bigint::BigInt::from(10).pow(places));
    Ok(rounded(&(x / &unit), 0, Mode::HalfUp) * unit)
}
