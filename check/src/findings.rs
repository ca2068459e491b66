//! The findings that must be there, held against those that are: each there, none invented.

use std::collections::BTreeMap;

use serde_json::Value;

use crate::{
    calendar::{parse_day, parse_moment},
    compare::{EVALUATION, Spot},
    exact::{Exact, parse_exact, parse_money, show_exact, show_money},
    facts::Facts,
    fault::{FaultCode, Faults, FiguresError},
};

/// How grave a finding is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Severity {
    Error,
    Warning,
    Note,
}

impl Severity {
    fn severity_word(self) -> &'static str {
        match self {
            Severity::Error => "error",
            Severity::Warning => "warning",
            Severity::Note => "note",
        }
    }
}

/// What an argument must be.
#[derive(Clone, Debug)]
pub(crate) enum Arg {
    Text(String),
    /// Any of these, where the rules leave it open which one is reported.
    OneOf(Vec<String>),
    /// A text of the file, without the full stops at its end.
    Sentence(String),
    Money(i128),
    Number(Exact),
    Moment(i128),
    Day(i64),
    /// Names, in any order.
    Set(Vec<String>),
}

/// A finding that follows from the rules.
#[derive(Clone, Debug)]
pub(crate) struct Remark {
    pub(crate) code: &'static str,
    pub(crate) severity: Severity,
    pub(crate) lot: Option<usize>,
    pub(crate) procedure: Option<usize>,
    pub(crate) args: Vec<(&'static str, Arg)>,
}

impl Remark {
    pub(crate) fn new(code: &'static str, severity: Severity) -> Self {
        Remark { code, severity, lot: None, procedure: None, args: Vec::new() }
    }

    pub(crate) fn error(code: &'static str) -> Self {
        Remark::new(code, Severity::Error)
    }

    pub(crate) fn warning(code: &'static str) -> Self {
        Remark::new(code, Severity::Warning)
    }

    pub(crate) fn noted(code: &'static str) -> Self {
        Remark::new(code, Severity::Note)
    }

    pub(crate) fn in_lot(mut self, lot: usize) -> Self {
        self.lot = Some(lot);
        self
    }

    pub(crate) fn code(mut self, procedure: usize) -> Self {
        self.procedure = Some(procedure);
        self
    }

    pub(crate) fn arg(mut self, name: &'static str, arg: Arg) -> Self {
        self.args.push((name, arg));
        self
    }

    pub(crate) fn says(self, name: &'static str, text: &str) -> Self {
        self.arg(name, Arg::Text(text.to_owned()))
    }

    /// It as a person reads it.
    fn display(&self, facts: &Facts) -> String {
        let lot = self.lot.map(|l| facts.structure.lots[l].id.as_str());
        let procedure = self.procedure.map(|p| facts.procedures[p].code.as_str());
        let args = self.args.iter().map(|(name, arg)| format!("{name} {}", arg.display()));
        let mut parts = vec![format!("{} ({})", self.code, self.severity.severity_word())];
        parts.extend(lot.into_iter().chain(procedure).map(str::to_owned));
        parts.extend(args);
        parts.join(", ")
    }

    fn is(&self, written: &Value) -> bool {
        let args = &written["args"];
        let count = args.as_object().map_or(0, serde_json::Map::len);
        written["severity"].as_str() == Some(self.severity.severity_word())
            && count == self.args.len()
            && self.args.iter().all(|(name, arg)| args.get(name).is_some_and(|value| arg.is(value)))
    }
}

impl Arg {
    fn is(&self, value: &Value) -> bool {
        let text = value.as_str();
        match self {
            Arg::Text(own) => text == Some(own),
            Arg::OneOf(some) => some.iter().any(|own| text == Some(own)),
            Arg::Sentence(own) => text == Some(own.trim_end_matches('.')),
            Arg::Money(ore) => text.and_then(parse_money) == Some(*ore),
            Arg::Number(number) => text.and_then(parse_exact).as_ref() == Some(number),
            Arg::Moment(moment) => text.and_then(parse_moment) == Some(*moment),
            Arg::Day(day) => text.and_then(parse_day) == Some(*day),
            Arg::Set(own) => {
                let written: Option<Vec<&str>> =
                    value.as_array().and_then(|list| list.iter().map(Value::as_str).collect());
                written.is_some_and(|mut written| {
                    let mut own: Vec<&str> = own.iter().map(String::as_str).collect();
                    own.sort_unstable();
                    written.sort_unstable();
                    own == written
                })
            }
        }
    }

    fn display(&self) -> String {
        match self {
            Arg::Text(text) | Arg::Sentence(text) => text.clone(),
            Arg::OneOf(some) => some.join(" / "),
            Arg::Money(ore) => show_money(*ore),
            Arg::Number(number) => show_exact(number),
            Arg::Set(names) => names.join(", "),
            Arg::Moment(_) | Arg::Day(_) => "…".to_owned(),
        }
    }
}

/// Code, lot and procedure: what a finding is about.
type About<'f> = (&'f str, Option<&'f str>, Option<&'f str>);

/// Holds a list of findings against those that follow. `rule` is the clause that they come from.
pub(crate) fn compare_findings(
    facts: &Facts,
    list: &Spot<'_>,
    expected: &[Remark],
    rule: &'static str,
    faults: &mut Faults,
) {
    let mut written: BTreeMap<About<'_>, Vec<(usize, &Value)>> = BTreeMap::new();
    for (i, item) in list.value.as_array().into_iter().flatten().enumerate() {
        let about =
            (item["code"].as_str().unwrap_or_default(), item["lot"].as_str(), item["procedure"].as_str());
        written.entry(about).or_default().push((i, item));
    }
    let fault = |code, at: String, written: String, expected: String| FiguresError {
        code,
        file: EVALUATION.to_owned(),
        at,
        written,
        expected,
        rule,
    };
    let mut unmet = Vec::new();
    for own in expected {
        faults.compared += 1;
        let there = written.get_mut(&subject(facts, own)).and_then(|same| {
            let at = same.iter().position(|(_, value)| own.is(value))?;
            Some(same.remove(at))
        });
        if there.is_none() {
            unmet.push(own);
        }
    }
    for own in unmet {
        let other = written.get_mut(&subject(facts, own)).and_then(Vec::pop);
        faults.report(match other {
            Some((i, value)) => {
                let at = format!("{}/{i}", list.pointer());
                fault(FaultCode::FindingDiffers, at, in_short(value), own.display(facts))
            }
            None => fault(FaultCode::FindingMissing, list.pointer(), String::new(), own.display(facts)),
        });
    }
    for (i, value) in written.into_values().flatten() {
        let at = format!("{}/{i}", list.pointer());
        faults.report(fault(FaultCode::FindingInvented, at, in_short(value), String::new()));
    }
}

fn subject<'f>(facts: &'f Facts, own: &'f Remark) -> About<'f> {
    let lot = own.lot.map(|l| facts.structure.lots[l].id.as_str());
    (own.code, lot, own.procedure.map(|p| facts.procedures[p].code.as_str()))
}

/// A finding as it is written, in short.
fn in_short(value: &Value) -> String {
    let mut parts = vec![format!(
        "{} ({})",
        value["code"].as_str().unwrap_or_default(),
        value["severity"].as_str().unwrap_or_default()
    )];
    parts.extend(
        [&value["lot"], &value["procedure"]].into_iter().filter_map(Value::as_str).map(str::to_owned),
    );
    for (name, arg) in value["args"].as_object().into_iter().flatten() {
        parts.push(format!("{name} {}", arg.as_str().map_or_else(|| arg.to_string(), str::to_owned)));
    }
    parts.join(", ")
}
