//! From tokens to the typed tree, by recursive descent: `if`, `or`, `and`, `not`, comparison, sum, product, sign.

use super::{
    FormulaSyntaxError, FormulaSyntaxErrorKind, MAX_DEPTH, Names,
    token::{Token, TokenKind, nearest},
    tree::{Comparison, Condition, Name, Number, NumberOp, Over},
};

type Parsed<T> = Result<T, FormulaSyntaxError>;

/// Either sort of expression, and its bytes.
struct Either {
    start: usize,
    end: usize,
    sort: Sort,
}

enum Sort {
    Number(NumberOp),
    Condition(Condition),
}

pub(super) struct Parser<'a> {
    pub(super) tokens: &'a [Token],
    pub(super) names: &'a Names,
    pub(super) length: usize,
    pub(super) at: usize,
    pub(super) depth: usize,
    /// Declared criteria used, in order of first use; likewise the names of values.
    pub(super) criteria: Vec<usize>,
    pub(super) values: Vec<String>,
    pub(super) slots: usize,
}

const NAMES: [&str; 10] =
    ["price", "p", "low", "high", "scale", "weight", "tariff", "fallback", "count", "if"];
const FUNCTIONS: [&str; 10] =
    ["min", "max", "abs", "round", "pow", "log", "sqrt", "lowest", "highest", "average"];
const KEYWORDS: [&str; 6] = ["and", "or", "not", "if", "then", "else"];

impl Parser<'_> {
    /// The whole text is one number.
    pub(super) fn whole(&mut self) -> Parsed<Number> {
        let result = self.expression()?;
        if self.at < self.tokens.len() {
            return Err(self.expected("an operator or the end of the formula"));
        }
        number(result)
    }

    fn peek(&self) -> Option<&TokenKind> {
        self.tokens.get(self.at).map(|t| &t.kind)
    }

    fn takes_sign(&mut self, sign: &str) -> bool {
        let here = matches!(self.peek(), Some(TokenKind::Sign(s)) if *s == sign);
        self.at += usize::from(here);
        here
    }

    fn takes_word(&mut self, word: &str) -> bool {
        let here = matches!(self.peek(), Some(TokenKind::Word(w)) if w == word);
        self.at += usize::from(here);
        here
    }

    fn expected(&self, expected: &'static str) -> FormulaSyntaxError {
        let (start, end, found) = match self.tokens.get(self.at) {
            Some(t) => (t.start, t.end, t.shown(self.names)),
            None => (self.length, self.length, String::new()),
        };
        FormulaSyntaxError { start, end, kind: FormulaSyntaxErrorKind::Expected { expected, found } }
    }

    fn start(&self) -> usize {
        self.tokens.get(self.at).map_or(self.length, |t| t.start)
    }

    /// The end of the token before.
    fn end(&self) -> usize {
        self.at.checked_sub(1).and_then(|i| self.tokens.get(i)).map_or(0, |t| t.end)
    }

    fn expression(&mut self) -> Parsed<Either> {
        self.depth += 1;
        if self.depth > MAX_DEPTH {
            let start = self.start();
            return Err(FormulaSyntaxError {
                start,
                end: self.length,
                kind: FormulaSyntaxErrorKind::TooDeep,
            });
        }
        let result = self.any_of();
        self.depth -= 1;
        result
    }

    fn any_of(&mut self) -> Parsed<Either> {
        self.joined("or", Self::all_of, Condition::Any)
    }

    fn all_of(&mut self) -> Parsed<Either> {
        self.joined("and", Self::negation, Condition::All)
    }

    fn joined(
        &mut self,
        word: &str,
        part: fn(&mut Self) -> Parsed<Either>,
        join: fn(Vec<Condition>) -> Condition,
    ) -> Parsed<Either> {
        let first = part(self)?;
        if !matches!(self.peek(), Some(TokenKind::Word(w)) if w == word) {
            return Ok(first);
        }
        let start = first.start;
        let mut parts = vec![condition(first)?];
        while self.takes_word(word) {
            parts.push(condition(part(self)?)?);
        }
        Ok(Either { start, end: self.end(), sort: Sort::Condition(join(parts)) })
    }

    fn negation(&mut self) -> Parsed<Either> {
        let start = self.start();
        let mut odd = false;
        let mut any = false;
        while self.takes_word("not") {
            odd = !odd;
            any = true;
        }
        let inner = self.comparison()?;
        if !any {
            return Ok(inner);
        }
        let inner = condition(inner)?;
        let sort = Sort::Condition(if odd { Condition::Not(Box::new(inner)) } else { inner });
        Ok(Either { start, end: self.end(), sort })
    }

    fn comparison(&mut self) -> Parsed<Either> {
        let left = self.sum()?;
        let Some(comparison) = self.takes_comparison() else { return Ok(left) };
        let start = left.start;
        let left = number(left)?;
        let right = number(self.sum()?)?;
        if let Some(Token { start, end, kind: TokenKind::Sign(_) }) = self.tokens.get(self.at)
            && self.takes_comparison().is_some()
        {
            return Err(FormulaSyntaxError {
                start: *start,
                end: *end,
                kind: FormulaSyntaxErrorKind::ChainedComparison,
            });
        }
        let sort = Sort::Condition(Condition::Compare(comparison, Box::new(left), Box::new(right)));
        Ok(Either { start, end: self.end(), sort })
    }

    fn takes_comparison(&mut self) -> Option<Comparison> {
        let Some(TokenKind::Sign(sign)) = self.peek() else { return None };
        let comparison = match *sign {
            "<" => Comparison::Below,
            "<=" => Comparison::AtMost,
            ">" => Comparison::Above,
            ">=" => Comparison::AtLeast,
            "==" => Comparison::Equal,
            "!=" => Comparison::Unequal,
            _ => return None,
        };
        self.at += 1;
        Some(comparison)
    }

    fn sum(&mut self) -> Parsed<Either> {
        self.chain("+", "-", Self::product, NumberOp::Sum)
    }

    fn product(&mut self) -> Parsed<Either> {
        self.chain("*", "/", Self::signed, NumberOp::Product)
    }

    /// `a + b - c` or `a * b / c`, from left to right.
    fn chain(
        &mut self,
        plain: &str,
        inverse: &str,
        part: fn(&mut Self) -> Parsed<Either>,
        join: fn(Vec<(bool, Number)>) -> NumberOp,
    ) -> Parsed<Either> {
        let first = part(self)?;
        let start = first.start;
        if !matches!(self.peek(), Some(TokenKind::Sign(s)) if *s == plain || *s == inverse) {
            return Ok(first);
        }
        let mut parts = vec![(false, number(first)?)];
        loop {
            let inverted = if self.takes_sign(plain) {
                false
            } else if self.takes_sign(inverse) {
                true
            } else {
                break;
            };
            parts.push((inverted, number(part(self)?)?));
        }
        Ok(Either { start, end: self.end(), sort: Sort::Number(join(parts)) })
    }

    fn signed(&mut self) -> Parsed<Either> {
        let start = self.start();
        let mut odd = false;
        let mut any = false;
        while self.takes_sign("-") {
            odd = !odd;
            any = true;
        }
        let inner = self.primary()?;
        if !any {
            return Ok(inner);
        }
        let inner = number(inner)?;
        let op = if odd { NumberOp::Negated(Box::new(inner)) } else { inner.op };
        Ok(Either { start, end: self.end(), sort: Sort::Number(op) })
    }

    fn primary(&mut self) -> Parsed<Either> {
        let Some(token) = self.tokens.get(self.at) else {
            return Err(self.expected("a number, a name or a parenthesis"));
        };
        let (start, end) = (token.start, token.end);
        let op = match &token.kind {
            TokenKind::Number(n) => NumberOp::Constant(n.clone()),
            TokenKind::Points(i) => NumberOp::Points(slot_of(&mut self.criteria, i)),
            TokenKind::Value(name) => NumberOp::Value(slot_of(&mut self.values, name)),
            TokenKind::Sign("(") => {
                self.at += 1;
                let inner = self.expression()?;
                if !self.takes_sign(")") {
                    return Err(self.expected("`)`"));
                }
                return Ok(Either { start, end: self.end(), sort: inner.sort });
            }
            TokenKind::Word(word) if word == "if" => return self.choice(),
            TokenKind::Word(word) => return self.named(word, start, end),
            TokenKind::Sign(_) => return Err(self.expected("a number, a name or a parenthesis")),
        };
        self.at += 1;
        Ok(Either { start, end, sort: Sort::Number(op) })
    }

    /// `if a then b else c`; both branches are numbers, or both conditions.
    fn choice(&mut self) -> Parsed<Either> {
        let start = self.start();
        self.at += 1;
        let test = Box::new(condition(self.expression()?)?);
        if !self.takes_word("then") {
            return Err(self.expected("`then`"));
        }
        let yes = self.expression()?;
        if !self.takes_word("else") {
            return Err(self.expected("`else`"));
        }
        let no = self.expression()?;
        let sort = match yes.sort {
            Sort::Number(_) => {
                Sort::Number(NumberOp::If(test, Box::new(number(yes)?), Box::new(number(no)?)))
            }
            Sort::Condition(yes) => {
                Sort::Condition(Condition::If(test, Box::new(yes), Box::new(condition(no)?)))
            }
        };
        Ok(Either { start, end: self.end(), sort })
    }

    fn named(&mut self, word: &str, start: usize, end: usize) -> Parsed<Either> {
        if matches!(self.tokens.get(self.at + 1), Some(Token { kind: TokenKind::Sign("("), .. }))
            && !KEYWORDS.contains(&word)
        {
            return self.function(word, start, end);
        }
        let op = match word {
            "price" => NumberOp::Name(Name::Price),
            "p" => NumberOp::Name(Name::Measure),
            "low" => self.measure_over(Over::Lowest, start, end),
            "high" => self.measure_over(Over::Highest, start, end),
            "scale" => NumberOp::Name(Name::Scale),
            "weight" if self.names.weight => NumberOp::Name(Name::Weight),
            "weight" => {
                return Err(FormulaSyntaxError { start, end, kind: FormulaSyntaxErrorKind::NoWeightHere });
            }
            "tariff" => NumberOp::Name(Name::Tariff),
            "fallback" => NumberOp::Name(Name::Fallback),
            "count" => NumberOp::Count,
            _ if KEYWORDS.contains(&word) => {
                return Err(self.expected("a number, a name or a parenthesis"));
            }
            _ => return Err(unknown_name(word, start, end)),
        };
        self.at += 1;
        Ok(Either { start, end, sort: Sort::Number(op) })
    }

    /// `low` is `lowest(p)`, `high` is `highest(p)`.
    fn measure_over(&mut self, what: Over, start: usize, end: usize) -> NumberOp {
        let of = Box::new(Number { start, end, op: NumberOp::Name(Name::Measure) });
        NumberOp::Over { what, of, slot: self.new_slot() }
    }

    fn new_slot(&mut self) -> usize {
        self.slots += 1;
        self.slots - 1
    }

    fn function(&mut self, word: &str, start: usize, end: usize) -> Parsed<Either> {
        let (name, least, most): (&'static str, usize, Option<usize>) = match word {
            "min" => ("min", 1, None),
            "max" => ("max", 1, None),
            "abs" => ("abs", 1, Some(1)),
            "round" => ("round", 2, Some(2)),
            "pow" => ("pow", 2, Some(2)),
            "log" => ("log", 1, Some(2)),
            "sqrt" => ("sqrt", 1, Some(1)),
            "lowest" => ("lowest", 1, Some(1)),
            "highest" => ("highest", 1, Some(1)),
            "average" => ("average", 1, Some(1)),
            "median" => ("median", 1, Some(1)),
            _ => return Err(unknown_name(word, start, end)),
        };
        self.at += 2;
        let arguments = self.arguments()?;
        let found = arguments.len();
        let whole_end = self.end();
        let wrong_count = || FormulaSyntaxError {
            start,
            end: whole_end,
            kind: FormulaSyntaxErrorKind::ArgumentCount { function: name, least, most, found },
        };
        if found < least || most.is_some_and(|most| found > most) {
            return Err(wrong_count());
        }
        let op = match (name, self.slots) {
            ("min", _) => NumberOp::Min(arguments),
            ("max", _) => NumberOp::Max(arguments),
            (_, slot) => {
                let mut arguments = arguments.into_iter().map(Box::new);
                let first = arguments.next().ok_or_else(wrong_count)?;
                match (name, arguments.next()) {
                    ("abs", None) => NumberOp::Abs(first),
                    ("round", Some(second)) => NumberOp::Round(first, second),
                    ("pow", Some(second)) => NumberOp::Pow(first, second),
                    ("log", second) => NumberOp::Log(first, second),
                    ("sqrt", None) => NumberOp::Sqrt(first),
                    ("lowest", None) => NumberOp::Over { what: Over::Lowest, of: first, slot },
                    ("highest", None) => NumberOp::Over { what: Over::Highest, of: first, slot },
                    ("average", None) => NumberOp::Over { what: Over::Average, of: first, slot },
                    ("median", None) => NumberOp::Over { what: Over::Median, of: first, slot },
                    _ => return Err(wrong_count()),
                }
            }
        };
        if matches!(op, NumberOp::Over { .. }) {
            self.slots += 1;
        }
        Ok(Either { start, end: self.end(), sort: Sort::Number(op) })
    }

    /// After the opening parenthesis, up to and with the closing one.
    fn arguments(&mut self) -> Parsed<Vec<Number>> {
        let mut out = Vec::new();
        if self.takes_sign(")") {
            return Ok(out);
        }
        loop {
            out.push(number(self.expression()?)?);
            if self.takes_sign(")") {
                return Ok(out);
            }
            if !self.takes_sign(",") {
                return Err(self.expected("`,` or `)`"));
            }
        }
    }
}

/// The place of a declared name among those used, put last if it is new.
fn slot_of<T: Clone + PartialEq>(used: &mut Vec<T>, declared: &T) -> usize {
    used.iter().position(|u| u == declared).unwrap_or_else(|| {
        used.push(declared.clone());
        used.len() - 1
    })
}

fn unknown_name(word: &str, start: usize, end: usize) -> FormulaSyntaxError {
    let known = NAMES.iter().chain(&FUNCTIONS).chain(&["median", "points", "values"]).copied();
    let kind = FormulaSyntaxErrorKind::UnknownName { name: word.into(), nearest: nearest(word, known) };
    FormulaSyntaxError { start, end, kind }
}

fn number(either: Either) -> Parsed<Number> {
    let Either { start, end, sort } = either;
    match sort {
        Sort::Number(op) => Ok(Number { start, end, op }),
        Sort::Condition(_) => {
            Err(FormulaSyntaxError { start, end, kind: FormulaSyntaxErrorKind::NumberNeeded })
        }
    }
}

fn condition(either: Either) -> Parsed<Condition> {
    let Either { start, end, sort } = either;
    match sort {
        Sort::Condition(c) => Ok(c),
        Sort::Number(_) => {
            Err(FormulaSyntaxError { start, end, kind: FormulaSyntaxErrorKind::ConditionNeeded })
        }
    }
}
