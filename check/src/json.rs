//! `evaluation.json`, read place by place.

use serde_json::Value;

use super::{
    exact::{Exact, parse_exact, parse_money, show_exact, show_money},
    fault::{FaultCode, Faults, FiguresError},
};

/// The evaluation.
pub(super) const EVALUATION: &str = "evaluation.json";

/// A value with the way to it.
#[derive(Clone, Copy, Debug)]
pub(super) struct Spot<'v> {
    pub(super) value: &'v Value,
    way: Way<'v>,
}

/// How a value was reached.
#[derive(Clone, Copy, Debug)]
enum Way<'v> {
    Root,
    Key(&'v Spot<'v>, &'v str),
    Item(&'v Spot<'v>, usize),
}

static NOTHING: Value = Value::Null;

impl<'v> Spot<'v> {
    pub(super) fn root(value: &'v Value) -> Self {
        Spot { value, way: Way::Root }
    }

    /// A field; null where it is not there.
    pub(super) fn get<'s>(&'s self, key: &'s str) -> Spot<'s> {
        Spot { value: self.value.get(key).unwrap_or(&NOTHING), way: Way::Key(self, key) }
    }

    /// The items of an array; none of anything else.
    pub(super) fn items<'s>(&'s self) -> impl Iterator<Item = Spot<'s>> {
        let items = self.value.as_array().map_or(&[][..], Vec::as_slice);
        items.iter().enumerate().map(move |(i, value)| Spot { value, way: Way::Item(self, i) })
    }

    pub(super) fn text(&self) -> &'v str {
        self.value.as_str().unwrap_or_default()
    }

    /// The text of a field.
    pub(super) fn text_of(&self, key: &str) -> &'v str {
        self.value.get(key).and_then(Value::as_str).unwrap_or_default()
    }

    pub(super) fn is_null(&self) -> bool {
        self.value.is_null()
    }

    /// The JSON pointer.
    pub(super) fn pointer(&self) -> String {
        match self.way {
            Way::Root => String::new(),
            Way::Key(parent, key) => {
                format!("{}/{}", parent.pointer(), key.replace('~', "~0").replace('/', "~1"))
            }
            Way::Item(parent, i) => format!("{}/{i}", parent.pointer()),
        }
    }

    /// What is written, as a person reads it.
    pub(super) fn written(&self) -> String {
        match self.value {
            Value::Null => String::new(),
            Value::String(text) => text.clone(),
            other => other.to_string(),
        }
    }

    pub(super) fn fault(
        &self,
        code: FaultCode,
        expected: impl Into<String>,
        rule: &'static str,
    ) -> FiguresError {
        FiguresError {
            code,
            file: EVALUATION.to_owned(),
            at: self.pointer(),
            written: self.written(),
            expected: expected.into(),
            rule,
        }
    }

    /// Money with two decimals, or null.
    pub(super) fn money(&self, should: Option<i128>, rule: &'static str, faults: &mut Faults) {
        faults.compared += 1;
        let same = match should {
            None => self.value.is_null(),
            Some(ore) => self.value.as_str().and_then(parse_money) == Some(ore),
        };
        if !same {
            let expected = should.map_or_else(String::new, show_money);
            faults.add(self.fault(FaultCode::FigureDiffers, expected, rule));
        }
    }

    /// A decimal or a fraction of this value, or null.
    pub(super) fn number(&self, should: Option<&Exact>, rule: &'static str, faults: &mut Faults) {
        faults.compared += 1;
        let same = match should {
            None => self.value.is_null(),
            Some(x) => self.value.as_str().and_then(parse_exact).as_ref() == Some(x),
        };
        if !same {
            let expected = should.map_or_else(String::new, show_exact);
            faults.add(self.fault(FaultCode::FigureDiffers, expected, rule));
        }
    }

    /// A count.
    pub(super) fn count(
        &self,
        should: Option<u64>,
        code: FaultCode,
        rule: &'static str,
        faults: &mut Faults,
    ) {
        faults.compared += 1;
        let same = match should {
            None => self.value.is_null(),
            Some(n) => self.value.as_u64() == Some(n),
        };
        if !same {
            let expected = should.map_or_else(String::new, |n| n.to_string());
            faults.add(self.fault(code, expected, rule));
        }
    }

    /// A word or a name, or null.
    pub(super) fn word(
        &self,
        should: Option<&str>,
        code: FaultCode,
        rule: &'static str,
        faults: &mut Faults,
    ) {
        faults.compared += 1;
        if self.value.as_str() != should || (should.is_none() && !self.value.is_null()) {
            faults.add(self.fault(code, should.unwrap_or_default(), rule));
        }
    }

    /// Yes or no.
    pub(super) fn truth(&self, should: bool, rule: &'static str, faults: &mut Faults) {
        faults.compared += 1;
        if self.value.as_bool() != Some(should) {
            faults.add(self.fault(FaultCode::WordDiffers, should.to_string(), rule));
        }
    }

    /// A list of names in this order.
    pub(super) fn names(&self, should: &[&str], code: FaultCode, rule: &'static str, faults: &mut Faults) {
        faults.compared += 1;
        let written: Option<Vec<&str>> =
            self.value.as_array().and_then(|list| list.iter().map(Value::as_str).collect());
        if written.as_deref() != Some(should) {
            faults.add(self.fault(code, should.join(", "), rule));
        }
    }
}
