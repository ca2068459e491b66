//! From the canonical text of a formula, its tokens with one space between them, to its parts.

use super::{Comparison, Formula, Function, Name, Over, Part};
use crate::exact::parse_exact;

/// Deeper than this a formula is refused; format 1 ends at 64 levels.
const DEEPEST: usize = 150;

/// Longer than this a formula is refused; format 1 ends at 10,000 bytes, to which the spaces come.
const LONGEST: usize = 40_000;

/// The names that stand after `points.` and `values.`.
#[derive(Debug)]
pub(in super::super) struct Names {
    pub(in super::super) criteria: Vec<String>,
    pub(in super::super) values: Vec<String>,
}

/// A token of the text.
#[derive(Clone, Debug, PartialEq)]
enum Token {
    Word(String),
    Points(String),
    Value(String),
}

struct Reader {
    tokens: Vec<Token>,
    at: usize,
    depth: usize,
    overs: usize,
}

/// Reads a formula; `None` where it is not one.
pub(in super::super) fn read(text: &str, names: &Names) -> Option<Formula> {
    let tokens = tokens(text, names).filter(|_| text.len() <= LONGEST)?;
    let mut criteria: Vec<String> = tokens
        .iter()
        .filter_map(|t| match t {
            Token::Points(id) => Some(id.clone()),
            _ => None,
        })
        .collect();
    criteria.sort();
    criteria.dedup();
    let mut reader = Reader { tokens, at: 0, depth: 0, overs: 0 };
    let root = reader.any()?;
    (reader.at == reader.tokens.len()).then_some(Formula { root, overs: reader.overs, criteria })
}

/// After `points.` and `values.` the longest declared name that ends a token; else up to the next space.
fn tokens(text: &str, names: &Names) -> Option<Vec<Token>> {
    let mut out = Vec::new();
    let mut rest = text;
    while !rest.is_empty() {
        let declared = |after: &str, all: &[String]| -> Option<String> {
            let ends = |name: &&String| {
                after.strip_prefix(name.as_str()).is_some_and(|r| r.is_empty() || r.starts_with(' '))
            };
            all.iter().filter(ends).max_by_key(|name| name.len()).cloned()
        };
        let word = rest.split(' ').next().filter(|w| !w.is_empty())?;
        let (token, length) = if let Some(after) = rest.strip_prefix("points.") {
            let name = declared(after, &names.criteria)?;
            let length = "points.".len() + name.len();
            (Token::Points(name), length)
        } else if let Some(after) = rest.strip_prefix("values.") {
            let name = declared(after, &names.values).unwrap_or_else(|| word.replacen("values.", "", 1));
            let length = "values.".len() + name.len();
            (Token::Value(name), length)
        } else {
            (Token::Word(word.to_owned()), word.len())
        };
        out.push(token);
        rest = rest.get(length..)?;
        if !rest.is_empty() {
            rest = rest.strip_prefix(' ').filter(|r| !r.is_empty())?;
        }
    }
    Some(out)
}

impl Reader {
    fn word(&self) -> &str {
        match self.tokens.get(self.at) {
            Some(Token::Word(word)) => word,
            _ => "",
        }
    }

    /// Passes over a word, if it is the next.
    fn takes(&mut self, word: &str) -> bool {
        let there = self.word() == word;
        self.at += usize::from(there);
        there
    }

    fn needs(&mut self, word: &str) -> Option<()> {
        self.takes(word).then_some(())
    }

    fn deeper(&mut self, part: impl Fn(&mut Self) -> Option<Part>) -> Option<Part> {
        self.depth += 1;
        let read = if self.depth > DEEPEST { None } else { part(self) };
        self.depth -= 1;
        read
    }

    /// `or`, the weakest.
    fn any(&mut self) -> Option<Part> {
        let mut parts = vec![self.all()?];
        while self.takes("or") {
            parts.push(self.all()?);
        }
        if parts.len() == 1 { parts.pop() } else { Some(Part::Any(parts)) }
    }

    fn all(&mut self) -> Option<Part> {
        let mut parts = vec![self.not()?];
        while self.takes("and") {
            parts.push(self.not()?);
        }
        if parts.len() == 1 { parts.pop() } else { Some(Part::All(parts)) }
    }

    fn not(&mut self) -> Option<Part> {
        if self.takes("not") {
            return self.deeper(|r| Some(Part::Not(Box::new(r.not()?))));
        }
        self.compared()
    }

    fn compared(&mut self) -> Option<Part> {
        let left = self.sum()?;
        let comparison = match self.word() {
            "<" => Comparison::Below,
            "<=" => Comparison::AtMost,
            ">" => Comparison::Above,
            ">=" => Comparison::AtLeast,
            "==" => Comparison::Equal,
            "!=" => Comparison::Unequal,
            _ => return Some(left),
        };
        self.at += 1;
        Some(Part::Compared(Box::new(left), comparison, Box::new(self.sum()?)))
    }

    fn sum(&mut self) -> Option<Part> {
        let mut terms = vec![(false, self.product()?)];
        loop {
            let less = match self.word() {
                "+" => false,
                "-" => true,
                _ => break,
            };
            self.at += 1;
            terms.push((less, self.product()?));
        }
        if terms.len() == 1 { terms.pop().map(|(_, term)| term) } else { Some(Part::Sum(terms)) }
    }

    fn product(&mut self) -> Option<Part> {
        let mut factors = vec![(false, self.unary()?)];
        loop {
            let divides = match self.word() {
                "*" => false,
                "/" => true,
                _ => break,
            };
            self.at += 1;
            factors.push((divides, self.unary()?));
        }
        if factors.len() == 1 {
            factors.pop().map(|(_, factor)| factor)
        } else {
            Some(Part::Product(factors))
        }
    }

    fn unary(&mut self) -> Option<Part> {
        if self.takes("-") {
            return self.deeper(|r| Some(Part::Negated(Box::new(r.unary()?))));
        }
        self.deeper(Self::one)
    }

    fn one(&mut self) -> Option<Part> {
        let token = self.tokens.get(self.at)?.clone();
        self.at += 1;
        let word = match token {
            Token::Points(id) => return Some(Part::Points(id)),
            Token::Value(name) => return Some(Part::Value(name)),
            Token::Word(word) => word,
        };
        let name = match word.as_str() {
            "(" => {
                let inner = self.any()?;
                self.needs(")")?;
                return Some(inner);
            }
            "if" => {
                let test = self.any()?;
                self.needs("then")?;
                let yes = self.any()?;
                self.needs("else")?;
                return Some(Part::If(Box::new([test, yes, self.any()?])));
            }
            "price" => Name::Price,
            "p" => Name::Measure,
            "scale" => Name::Scale,
            "weight" => Name::Weight,
            "tariff" => Name::Tariff,
            "fallback" => Name::Fallback,
            "count" => Name::Count,
            "low" => return Some(self.over(Over::Lowest, Part::Name(Name::Measure))),
            "high" => return Some(self.over(Over::Highest, Part::Name(Name::Measure))),
            _ if word.bytes().next().is_some_and(|b| b.is_ascii_digit()) => {
                return parse_exact(&word).map(Part::Number);
            }
            _ => return self.call(&word),
        };
        Some(Part::Name(name))
    }

    fn over(&mut self, over: Over, part: Part) -> Part {
        self.overs += 1;
        Part::Over(over, Box::new(part), self.overs - 1)
    }

    fn call(&mut self, name: &str) -> Option<Part> {
        self.needs("(")?;
        let mut args = vec![self.any()?];
        while self.takes(",") {
            args.push(self.any()?);
        }
        self.needs(")")?;
        let over = match name {
            "lowest" => Some(Over::Lowest),
            "highest" => Some(Over::Highest),
            "average" => Some(Over::Average),
            "median" => Some(Over::Median),
            _ => None,
        };
        if let Some(over) = over {
            let only = args.pop().filter(|_| args.is_empty())?;
            return Some(self.over(over, only));
        }
        let (function, fits) = match name {
            "min" => (Function::Min, true),
            "max" => (Function::Max, true),
            "abs" => (Function::Abs, args.len() == 1),
            "round" => (Function::Round, args.len() == 2),
            "pow" => (Function::Pow, args.len() == 2),
            "log" => (Function::Log, args.len() <= 2),
            "sqrt" => (Function::Sqrt, args.len() == 1),
            _ => return None,
        };
        fits.then_some(Part::Call(function, args))
    }
}
