//! From text to tokens.

use super::{FormulaSyntaxError, FormulaSyntaxErrorKind, Names};
use crate::number::{ParseNumberError, Ratio, parse_number};

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
            number(text, at)?
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

fn number(text: &str, start: usize) -> Result<(usize, TokenKind), FormulaSyntaxError> {
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
