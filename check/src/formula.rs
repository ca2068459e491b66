//! The formula language (`docs/reference/formula.md`), read from its canonical form, tokens with one space between them, and
//! computed in exact fractions.

use std::cell::{Cell, RefCell};
use std::collections::BTreeMap;

use num_traits::{One, Signed, ToPrimitive, Zero};

use crate::{
    exact::{Exact, Mode, int, parse_exact, to_decimals},
    numeric,
};

/// Deeper than this a formula is refused; format 1 ends at 64 levels.
const DEEPEST: usize = 150;
/// Longer than this a formula is refused; format 1 ends at 10,000 bytes, to which the spaces come.
const LONGEST: usize = 40_000;
/// The longest numerator or denominator, in bits.
pub(crate) const MOST_BITS: u64 = 1 << 15;
/// The most operations on one lot.
const MOST_WORK: u64 = 200_000_000;

/// The names that may come after `points.` and `values.`.
#[derive(Debug)]
pub(crate) struct Vocabulary {
    pub(crate) criteria: Vec<String>,
    pub(crate) values: Vec<String>,
}

/// A formula that has been read.
#[derive(Clone, Debug)]
pub(crate) struct Formula {
    whole: Expression,
    /// How many parts are taken over all bids.
    fields: usize,
    /// The criteria whose points it uses.
    pub(crate) criteria: Vec<String>,
}

/// A number or a condition.
#[derive(Clone, Debug)]
enum Expression {
    Number(Exact),
    Given(Given),
    Points(String),
    Value(String),
    /// Operators of one level, from left to right.
    Chain(Box<Expression>, Vec<(Operator, Expression)>),
    Minus(Box<Expression>),
    Not(Box<Expression>),
    If(Box<[Expression; 3]>),
    Apply(Function, Vec<Expression>),
    /// Over all admissible bids; numbered, since it is the same for every bid.
    OfAllBids(Statistic, Box<Expression>, usize),
}

/// A figure that the lot or the bid gives.
#[derive(Clone, Copy, Debug)]
enum Given {
    Price,
    Measure,
    Scale,
    Weight,
    Tariff,
    Fallback,
    Count,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Operator {
    Or,
    And,
    Less,
    LessOrEqual,
    More,
    MoreOrEqual,
    Equal,
    Unequal,
    Plus,
    Minus,
    Times,
    DividedBy,
}

#[derive(Clone, Copy, Debug)]
enum Function {
    Min,
    Max,
    Abs,
    Round,
    Pow,
    Log,
    Sqrt,
}

#[derive(Clone, Copy, Debug)]
enum Statistic {
    Lowest,
    Highest,
    Average,
    Median,
}

/// The levels of operators, the weakest first. `not` is between conditions and comparisons.
const LEVELS: [&[(&str, Operator)]; 5] = [
    &[("or", Operator::Or)],
    &[("and", Operator::And)],
    &[
        ("<", Operator::Less),
        ("<=", Operator::LessOrEqual),
        (">", Operator::More),
        (">=", Operator::MoreOrEqual),
        ("==", Operator::Equal),
        ("!=", Operator::Unequal),
    ],
    &[("+", Operator::Plus), ("-", Operator::Minus)],
    &[("*", Operator::Times), ("/", Operator::DividedBy)],
];
/// Comparisons: no more than one in a chain, and `not` before it.
const COMPARISONS: usize = 2;

#[derive(Clone, Debug, PartialEq)]
enum Token {
    Word(String),
    Points(String),
    Value(String),
}

impl Formula {
    /// Reads a formula; `None` where it is not one.
    pub(crate) fn parse(text: &str, vocabulary: &Vocabulary) -> Option<Formula> {
        if text.len() > LONGEST {
            return None;
        }
        let mut tokens = Vec::new();
        let mut rest = text;
        loop {
            let (token, after) = first_token(rest, vocabulary)?;
            tokens.push(token);
            match after {
                "" => break,
                after => rest = after.strip_prefix(' ')?,
            }
        }
        let mut criteria: Vec<String> = Vec::new();
        for token in &tokens {
            if let Token::Points(id) = token
                && !criteria.contains(id)
            {
                criteria.push(id.clone());
            }
        }
        let mut parser = Parser { tokens: tokens.into_iter().peekable(), depth: 0, fields: 0 };
        let whole = parser.operands_from(0)?;
        let is_all = parser.tokens.peek().is_none();
        is_all.then_some(Formula { whole, fields: parser.fields, criteria })
    }
}

/// A token, and the text after it. After `points.` and `values.` comes the longest declared name that ends there; a name of
/// values that nobody declares ends at the next space.
fn first_token<'t>(text: &'t str, vocabulary: &Vocabulary) -> Option<(Token, &'t str)> {
    let word = text.split(' ').next().filter(|word| !word.is_empty())?;
    let longest = |after: &'t str, names: &[String]| {
        let fits = names.iter().filter_map(|name| {
            let rest = after.strip_prefix(name.as_str())?;
            (rest.is_empty() || rest.starts_with(' ')).then(|| (name.clone(), rest))
        });
        fits.max_by_key(|(name, _)| name.len())
    };
    if let Some(after) = text.strip_prefix("points.") {
        return longest(after, &vocabulary.criteria).map(|(name, rest)| (Token::Points(name), rest));
    }
    if let Some(after) = text.strip_prefix("values.")
        && let Some((name, rest)) = longest(after, &vocabulary.values)
    {
        return Some((Token::Value(name), rest));
    }
    let rest = text.get(word.len()..)?;
    Some(match word.strip_prefix("values.") {
        Some(name) => (Token::Value(name.to_owned()), rest),
        None => (Token::Word(word.to_owned()), rest),
    })
}

struct Parser {
    tokens: std::iter::Peekable<std::vec::IntoIter<Token>>,
    depth: usize,
    fields: usize,
}

impl Parser {
    /// The next token if it is this word.
    fn skip(&mut self, word: &str) -> Option<()> {
        let is_it = |token: &Token| matches!(token, Token::Word(own) if own == word);
        self.tokens.next_if(is_it).map(drop)
    }

    /// The operators of a level and all that bind more closely.
    fn operands_from(&mut self, level: usize) -> Option<Expression> {
        let Some(operators) = LEVELS.get(level) else { return self.operand() };
        if level == COMPARISONS && self.skip("not").is_some() {
            return self.inner(|p| Some(Expression::Not(Box::new(p.operands_from(COMPARISONS)?))));
        }
        let first = self.operands_from(level + 1)?;
        let mut others = Vec::new();
        while let Some((_, operator)) = operators.iter().find(|(word, _)| self.skip(word).is_some()) {
            others.push((*operator, self.operands_from(level + 1)?));
            if level == COMPARISONS {
                break;
            }
        }
        Some(if others.is_empty() { first } else { Expression::Chain(Box::new(first), others) })
    }

    fn inner(&mut self, read: impl Fn(&mut Self) -> Option<Expression>) -> Option<Expression> {
        self.depth += 1;
        let found = if self.depth > DEEPEST { None } else { read(self) };
        self.depth -= 1;
        found
    }

    fn operand(&mut self) -> Option<Expression> {
        if self.skip("-").is_some() {
            return self.inner(|p| Some(Expression::Minus(Box::new(p.operand()?))));
        }
        self.inner(|p| match p.tokens.next()? {
            Token::Points(id) => Some(Expression::Points(id)),
            Token::Value(name) => Some(Expression::Value(name)),
            Token::Word(word) => p.after_word(&word),
        })
    }

    fn after_word(&mut self, word: &str) -> Option<Expression> {
        Some(Expression::Given(match word {
            "(" => {
                let inside = self.operands_from(0)?;
                self.skip(")")?;
                return Some(inside);
            }
            "if" => {
                let condition = self.operands_from(0)?;
                self.skip("then")?;
                let then = self.operands_from(0)?;
                self.skip("else")?;
                return Some(Expression::If(Box::new([condition, then, self.operands_from(0)?])));
            }
            "low" => return Some(self.of_all_bids(Statistic::Lowest, Expression::Given(Given::Measure))),
            "high" => return Some(self.of_all_bids(Statistic::Highest, Expression::Given(Given::Measure))),
            "price" => Given::Price,
            "p" => Given::Measure,
            "scale" => Given::Scale,
            "weight" => Given::Weight,
            "tariff" => Given::Tariff,
            "fallback" => Given::Fallback,
            "count" => Given::Count,
            number if number.starts_with(|c: char| c.is_ascii_digit()) => {
                return parse_exact(number).map(Expression::Number);
            }
            function => return self.call_of(function),
        }))
    }

    fn of_all_bids(&mut self, statistic: Statistic, of: Expression) -> Expression {
        self.fields += 1;
        Expression::OfAllBids(statistic, Box::new(of), self.fields - 1)
    }

    fn call_of(&mut self, function: &str) -> Option<Expression> {
        self.skip("(")?;
        let mut arguments = vec![self.operands_from(0)?];
        while self.skip(",").is_some() {
            arguments.push(self.operands_from(0)?);
        }
        self.skip(")")?;
        let statistic = match function {
            "lowest" => Some(Statistic::Lowest),
            "highest" => Some(Statistic::Highest),
            "average" => Some(Statistic::Average),
            "median" => Some(Statistic::Median),
            _ => None,
        };
        if let Some(statistic) = statistic {
            let only = arguments.pop().filter(|_| arguments.is_empty())?;
            return Some(self.of_all_bids(statistic, only));
        }
        let (function, number_of_arguments) = match function {
            "min" => (Function::Min, 1..=usize::MAX),
            "max" => (Function::Max, 1..=usize::MAX),
            "abs" => (Function::Abs, 1..=1),
            "round" => (Function::Round, 2..=2),
            "pow" => (Function::Pow, 2..=2),
            "log" => (Function::Log, 1..=2),
            "sqrt" => (Function::Sqrt, 1..=1),
            _ => return None,
        };
        number_of_arguments.contains(&arguments.len()).then_some(Expression::Apply(function, arguments))
    }
}

/// What a formula may ask of the lot.
#[derive(Clone, Debug)]
pub(crate) struct LotInputs {
    pub(crate) scale: Exact,
    /// In per cent, as a number.
    pub(crate) weight: Option<Exact>,
    /// Kroner.
    pub(crate) tariff: Option<Exact>,
    pub(crate) fallback: Option<Exact>,
}

/// What a formula may ask of a bid.
#[derive(Clone, Debug)]
pub(crate) struct BidInputs<'a> {
    /// Kroner.
    pub(crate) price: Exact,
    pub(crate) measure: Exact,
    pub(crate) points: BTreeMap<&'a str, Exact>,
    pub(crate) values: &'a BTreeMap<String, Exact>,
}

/// Why a formula has no result.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum NoValue {
    DivisionByZero,
    Undefined,
    TooLarge,
    TooMuchWork,
    /// A name that has no figure here, or a condition where a number must be.
    NoFigure,
}

type Computed<T> = Result<T, NoValue>;

/// A formula on a lot. What is taken over all bids is computed once.
pub(crate) struct Run<'a> {
    formula: &'a Formula,
    lot: &'a LotInputs,
    bids: &'a [BidInputs<'a>],
    fields: RefCell<Vec<Option<Exact>>>,
    work: Cell<u64>,
}

enum Outcome {
    Number(Exact),
    Truth(bool),
}

impl Outcome {
    fn into_number(self) -> Computed<Exact> {
        if let Outcome::Number(x) = self { Ok(x) } else { Err(NoValue::NoFigure) }
    }

    fn into_truth(self) -> Computed<bool> {
        if let Outcome::Truth(truth) = self { Ok(truth) } else { Err(NoValue::NoFigure) }
    }
}

impl<'a> Run<'a> {
    /// `bids` are all admissible bids on the lot, without combination discounts.
    pub(crate) fn new(formula: &'a Formula, lot: &'a LotInputs, bids: &'a [BidInputs<'a>]) -> Self {
        let fields = RefCell::new(vec![None; formula.fields]);
        Run { formula, lot, bids, fields, work: Cell::new(0) }
    }

    /// The result for a bid.
    pub(crate) fn for_bid(&self, bid: &BidInputs<'_>) -> Computed<Exact> {
        self.value_of(&self.formula.whole, bid)?.into_number()
    }

    /// Refuses figures that grow without measure, and work without end.
    fn bounded(&self, x: Exact) -> Computed<Exact> {
        let bits = x.numer().bits().max(x.denom().bits());
        let words = 1 + bits / 64;
        self.work.set(self.work.get().saturating_add(words * words));
        if bits > MOST_BITS {
            return Err(NoValue::TooLarge);
        }
        if self.work.get() > MOST_WORK { Err(NoValue::TooMuchWork) } else { Ok(x) }
    }

    fn value_of(&self, expression: &Expression, bid: &BidInputs<'_>) -> Computed<Outcome> {
        let number = |e: &Expression| self.value_of(e, bid)?.into_number();
        let found = match expression {
            Expression::Chain(first, others) => return self.left_to_right(first, others, bid),
            Expression::Not(inner) => return Ok(Outcome::Truth(!self.value_of(inner, bid)?.into_truth()?)),
            Expression::If(parts) => {
                let [condition, then, otherwise] = parts.as_ref();
                let holds = self.value_of(condition, bid)?.into_truth()?;
                return self.value_of(if holds { then } else { otherwise }, bid);
            }
            Expression::Number(x) => x.clone(),
            Expression::Given(given) => self.given(*given, bid).ok_or(NoValue::NoFigure)?,
            Expression::Points(id) => bid.points.get(id.as_str()).cloned().ok_or(NoValue::NoFigure)?,
            Expression::Value(name) => bid.values.get(name).cloned().ok_or(NoValue::NoFigure)?,
            Expression::Minus(inner) => -number(inner)?,
            Expression::Apply(function, arguments) => {
                let arguments: Vec<Exact> = arguments.iter().map(number).collect::<Computed<_>>()?;
                self.work.set(self.work.get().saturating_add(200));
                apply_function(*function, &arguments)?
            }
            Expression::OfAllBids(statistic, of, field) => self.of_all_bids(*statistic, of, *field)?,
        };
        Ok(Outcome::Number(self.bounded(found)?))
    }

    /// From left to right; a condition that decides ends it.
    fn left_to_right(
        &self,
        first: &Expression,
        others: &[(Operator, Expression)],
        bid: &BidInputs<'_>,
    ) -> Computed<Outcome> {
        let mut left = self.value_of(first, bid)?;
        for (operator, right) in others {
            let decides = match operator {
                Operator::Or => Some(true),
                Operator::And => Some(false),
                _ => None,
            };
            if let Some(decisive) = decides {
                if left.into_truth()? == decisive {
                    return Ok(Outcome::Truth(decisive));
                }
                left = Outcome::Truth(self.value_of(right, bid)?.into_truth()?);
                continue;
            }
            let (a, b) = (left.into_number()?, self.value_of(right, bid)?.into_number()?);
            left = match operator {
                Operator::Plus => Outcome::Number(self.bounded(a + b)?),
                Operator::Minus => Outcome::Number(self.bounded(a - b)?),
                Operator::Times => Outcome::Number(self.bounded(a * b)?),
                Operator::DividedBy if b.is_zero() => return Err(NoValue::DivisionByZero),
                Operator::DividedBy => Outcome::Number(self.bounded(a / b)?),
                Operator::Less => Outcome::Truth(a < b),
                Operator::LessOrEqual => Outcome::Truth(a <= b),
                Operator::More => Outcome::Truth(a > b),
                Operator::MoreOrEqual => Outcome::Truth(a >= b),
                Operator::Equal => Outcome::Truth(a == b),
                _ => Outcome::Truth(a != b),
            };
        }
        Ok(left)
    }

    fn given(&self, given: Given, bid: &BidInputs<'_>) -> Option<Exact> {
        match given {
            Given::Price => Some(bid.price.clone()),
            Given::Measure => Some(bid.measure.clone()),
            Given::Scale => Some(self.lot.scale.clone()),
            Given::Weight => self.lot.weight.clone(),
            Given::Tariff => self.lot.tariff.clone(),
            Given::Fallback => self.lot.fallback.clone(),
            Given::Count => Some(int(self.bids.len())),
        }
    }

    fn of_all_bids(&self, statistic: Statistic, of: &Expression, field: usize) -> Computed<Exact> {
        if let Some(Some(known)) = self.fields.borrow().get(field) {
            return Ok(known.clone());
        }
        let mut all = Vec::new();
        for bid in self.bids {
            all.push(self.value_of(of, bid)?.into_number()?);
        }
        all.sort();
        let (Some(first), Some(last)) = (all.first(), all.last()) else { return Err(NoValue::NoFigure) };
        let found = match statistic {
            Statistic::Lowest => first.clone(),
            Statistic::Highest => last.clone(),
            Statistic::Median => (&all[(all.len() - 1) / 2] + &all[all.len() / 2]) / int(2),
            Statistic::Average => self.bounded(in_halves(&all) / int(all.len()))?,
        };
        if let Some(place) = self.fields.borrow_mut().get_mut(field) {
            *place = Some(found.clone());
        }
        Ok(found)
    }
}

fn apply_function(function: Function, arguments: &[Exact]) -> Computed<Exact> {
    match (function, arguments) {
        (Function::Min, all) => all.iter().min().cloned().ok_or(NoValue::NoFigure),
        (Function::Max, all) => all.iter().max().cloned().ok_or(NoValue::NoFigure),
        (Function::Abs, [x]) => Ok(x.abs()),
        (Function::Round, [x, decimals]) => {
            let decimals = Some(decimals).filter(|d| d.is_integer()).and_then(|d| d.to_integer().to_i64());
            let decimals = decimals.filter(|d| (-28..=28).contains(d)).ok_or(NoValue::Undefined)?;
            let places = u32::try_from(decimals.unsigned_abs()).map_err(|_| NoValue::Undefined)?;
            if decimals >= 0 {
                return Ok(to_decimals(x, places, Mode::HalfUp));
            }
            let unit = (0..places).fold(Exact::one(), |unit, _| unit * int(10));
            Ok(to_decimals(&(x / &unit), 0, Mode::HalfUp) * unit)
        }
        (Function::Pow, [x, y]) => numeric::raise(x, y),
        (Function::Sqrt, [x]) => numeric::root_of(x),
        (Function::Log, [x]) => numeric::log_natural(x),
        (Function::Log, [x, base]) => numeric::log_to(x, base),
        _ => Err(NoValue::NoFigure),
    }
}

/// The sum, halves first, so that fractions without a common denominator grow slowly.
fn in_halves(all: &[Exact]) -> Exact {
    if let [one] = all {
        return one.clone();
    }
    let (left, right) = all.split_at(all.len() / 2);
    if left.is_empty() { Exact::zero() } else { in_halves(left) + in_halves(right) }
}
