//! From text to the typed tree: tokens first, then recursive descent over `if`, `or`, `and`, `not`, comparison, sum, product,
//! sign. Numbers and conditions are different types in the tree, so that nothing is left to check when it is computed.

use super::{FormulaPart, FormulaSyntaxError, FormulaSyntaxErrorKind, MAX_DEPTH, Names};
use crate::number::{ParseNumberError, Ratio, parse_number};

/// A number, and the bytes of the text that it comes from.
#[derive(Clone, Debug, PartialEq)]
pub(super) struct Number {
    pub(super) start: usize,
    pub(super) end: usize,
    pub(super) op: NumberOp,
}

#[derive(Clone, Debug, PartialEq)]
pub(super) enum NumberOp {
    Constant(Ratio),
    Name(Name),
    /// The points of a leaf: index into [`super::Expression::criteria`].
    Points(usize),
    /// A measured value: index into [`super::Expression::values`].
    Value(usize),
    Negated(Box<Number>),
    /// The terms in order; `true` where a term is taken away.
    Sum(Vec<(bool, Number)>),
    /// The factors in order; `true` where is divided by it.
    Product(Vec<(bool, Number)>),
    If(Box<Condition>, Box<Number>, Box<Number>),
    Min(Vec<Number>),
    Max(Vec<Number>),
    Abs(Box<Number>),
    Round(Box<Number>, Box<Number>),
    Pow(Box<Number>, Box<Number>),
    Log(Box<Number>, Option<Box<Number>>),
    Sqrt(Box<Number>),
    /// Over all admissible bids on the lot; the slot numbers it within the formula.
    Over {
        what: Over,
        of: Box<Number>,
        slot: usize,
    },
    Count,
}

/// A figure that the lot or the bid has.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Name {
    Price,
    Measure,
    Scale,
    Weight,
    Tariff,
    Fallback,
}

/// What is taken over all admissible bids.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Over {
    Lowest,
    Highest,
    Average,
    Median,
}

/// Something that is true or false.
#[derive(Clone, Debug, PartialEq)]
pub(super) enum Condition {
    Compare(Comparison, Box<Number>, Box<Number>),
    All(Vec<Condition>),
    Any(Vec<Condition>),
    Not(Box<Condition>),
    If(Box<Condition>, Box<Condition>, Box<Condition>),
}

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Comparison {
    Below,
    AtMost,
    Above,
    AtLeast,
    Equal,
    Unequal,
}

/// A token and its bytes in the text.
#[derive(Clone, Debug, PartialEq)]
pub(super) struct Token {
    pub(super) start: usize,
    pub(super) end: usize,
    pub(super) kind: TokenKind,
}

#[derive(Clone, Debug, PartialEq)]
pub(super) enum TokenKind {
    Number(Ratio),
    /// A word of letters, digits and `_`: a name, a function or a keyword.
    Word(String),
    /// `points.<criterion>`: which of the declared criteria.
    Points(usize),
    /// `values.<name>`
    Value(String),
    /// One of the signs.
    Sign(&'static str),
}

impl Token {
    /// As it may be written.
    pub(super) fn shown(&self, names: &Names) -> String {
        match &self.kind {
            TokenKind::Number(n) => n.to_string(),
            TokenKind::Word(w) => w.clone(),
            TokenKind::Sign(s) => (*s).into(),
            TokenKind::Points(i) => {
                format!("points.{}", names.criteria.get(*i).map_or("", String::as_str))
            }
            TokenKind::Value(name) => format!("values.{name}"),
        }
    }
}

/// The tokens with one space between them.
pub(super) fn canonical(tokens: &[Token], names: &Names) -> String {
    tokens.iter().map(|t| t.shown(names)).collect::<Vec<_>>().join(" ")
}

/// Two characters before one, so that `<=` is not read as `<`.
const SIGNS: [&str; 13] = ["<=", ">=", "==", "!=", "<", ">", "+", "-", "*", "/", "(", ")", ","];

pub(super) fn tokens(text: &str, names: &Names) -> Result<Vec<Token>, FormulaSyntaxError> {
    let mut out = Vec::new();
    let mut at = 0;
    while let Some(c) = text[at..].chars().next() {
        if c.is_whitespace() {
            at += c.len_utf8();
            continue;
        }
        let (end, kind) = if c.is_ascii_digit() {
            number_token(text, at)?
        } else if starts_word(c) {
            word(text, at, names)?
        } else if let Some(sign) = SIGNS.iter().find(|s| text[at..].starts_with(**s)) {
            (at + sign.len(), TokenKind::Sign(sign))
        } else {
            let kind = FormulaSyntaxErrorKind::UnexpectedCharacter(c);
            return Err(FormulaSyntaxError { start: at, end: at + c.len_utf8(), kind });
        };
        out.push(Token { start: at, end, kind });
        at = end;
    }
    Ok(out)
}

fn starts_word(c: char) -> bool {
    c.is_alphabetic() || c == '_'
}

fn continues_word(c: char) -> bool {
    c.is_alphanumeric() || c == '_'
}

/// The end of the run of characters that satisfy `goes_on`, from `at`.
fn run_end(text: &str, at: usize, goes_on: impl Fn(char) -> bool) -> usize {
    text[at..].find(|c| !goes_on(c)).map_or(text.len(), |n| at + n)
}

fn number_token(text: &str, start: usize) -> Result<(usize, TokenKind), FormulaSyntaxError> {
    let end = run_end(text, start, |c| continues_word(c) || c == '.');
    match parse_number(&text[start..end]) {
        Ok(decimal) => Ok((end, TokenKind::Number(Ratio::from(decimal)))),
        Err(ParseNumberError::Form(write)) => {
            Err(FormulaSyntaxError { start, end, kind: FormulaSyntaxErrorKind::NumberForm(write) })
        }
        Err(ParseNumberError::TooLong) => {
            Err(FormulaSyntaxError { start, end, kind: FormulaSyntaxErrorKind::NumberTooLong })
        }
    }
}

fn word(text: &str, start: usize, names: &Names) -> Result<(usize, TokenKind), FormulaSyntaxError> {
    let end = run_end(text, start, continues_word);
    let word = &text[start..end];
    let after_dot = text[end..].starts_with('.').then_some(end + 1);
    match (word, after_dot) {
        ("points", Some(at)) => match longest_declared_name(text, at, &names.criteria) {
            Some((index, end)) => Ok((end, TokenKind::Points(index))),
            None => Err(unknown_declared(text, at, &names.criteria, |name, nearest| {
                FormulaSyntaxErrorKind::UnknownCriterion { name, nearest }
            })),
        },
        ("values", Some(at)) => match longest_declared_name(text, at, &names.values) {
            Some((index, end)) => {
                let name = names.values.get(index).cloned().unwrap_or_default();
                Ok((end, TokenKind::Value(name)))
            }
            None if names.more_values && undeclared_name_end(text, at) > at => {
                let end = undeclared_name_end(text, at);
                Ok((end, TokenKind::Value(text[at..end].into())))
            }
            None => Err(unknown_declared(text, at, &names.values, |name, nearest| {
                FormulaSyntaxErrorKind::UnknownValue { name, nearest }
            })),
        },
        _ => Ok((end, TokenKind::Word(word.into()))),
    }
}

/// docs/reference/formula.md: after `points.` and `values.` the longest declared name is taken. It must end where a word
/// ends: `points.q` is not read out of `points.quality`.
fn longest_declared_name(text: &str, at: usize, declared: &[String]) -> Option<(usize, usize)> {
    let rest = &text[at..];
    declared
        .iter()
        .enumerate()
        .filter(|(_, name)| {
            let last_goes_on = name.chars().next_back().is_some_and(continues_word);
            rest.strip_prefix(name.as_str()).is_some_and(|after| {
                let cut_short = last_goes_on && after.chars().next().is_some_and(continues_word);
                !name.is_empty() && !cut_short
            })
        })
        .max_by_key(|(_, name)| name.len())
        .map(|(index, name)| (index, at + name.len()))
}

/// Letters, digits and `_`, and each `-` before one of them.
fn undeclared_name_end(text: &str, at: usize) -> usize {
    let mut end = run_end(text, at, continues_word);
    while end > at && text[end..].starts_with('-') {
        let next = run_end(text, end + 1, continues_word);
        if next == end + 1 {
            break;
        }
        end = next;
    }
    end
}

fn unknown_declared(
    text: &str,
    at: usize,
    declared: &[String],
    kind: impl Fn(String, Option<String>) -> FormulaSyntaxErrorKind,
) -> FormulaSyntaxError {
    let end = run_end(text, at, |c| continues_word(c) || matches!(c, '-' | '.'));
    let name = text[at..end].to_owned();
    let near = nearest(&name, declared.iter().map(String::as_str));
    FormulaSyntaxError { start: at, end, kind: kind(name, near) }
}

/// The name that differs least, if at most a third of it differs.
pub(super) fn nearest<'a>(name: &str, known: impl Iterator<Item = &'a str>) -> Option<String> {
    known
        .map(|k| (edits(name, k), k))
        .filter(|(n, k)| *n <= 1 + k.chars().count().min(60) / 3)
        .min_by_key(|(n, _)| *n)
        .map(|(_, k)| k.to_owned())
}

/// How many letters must be put in, left out or changed to get from one text to the other.
fn edits(a: &str, b: &str) -> usize {
    let b: Vec<char> = b.chars().take(64).collect();
    let mut row: Vec<usize> = (0..=b.len()).collect();
    for (i, x) in a.chars().take(64).enumerate() {
        let mut diagonal = i;
        if let Some(first) = row.first_mut() {
            *first = i + 1;
        }
        for (j, y) in b.iter().enumerate() {
            let above = row[j + 1];
            row[j + 1] = (diagonal + usize::from(x != *y)).min(above + 1).min(row[j] + 1);
            diagonal = above;
        }
    }
    row.last().copied().unwrap_or(0)
}

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
            return Err(self.expected(FormulaPart::Operator));
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

    fn expected(&self, expected: FormulaPart) -> FormulaSyntaxError {
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
            return Err(self.expected(FormulaPart::Operand));
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
                    return Err(self.expected(FormulaPart::Parenthesis));
                }
                return Ok(Either { start, end: self.end(), sort: inner.sort });
            }
            TokenKind::Word(word) if word == "if" => return self.choice(),
            TokenKind::Word(word) => return self.named(word, start, end),
            TokenKind::Sign(_) => return Err(self.expected(FormulaPart::Operand)),
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
            return Err(self.expected(FormulaPart::Then));
        }
        let yes = self.expression()?;
        if !self.takes_word("else") {
            return Err(self.expected(FormulaPart::Else));
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
                return Err(self.expected(FormulaPart::Operand));
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
                return Err(self.expected(FormulaPart::Comma));
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
