//! Numbers, prices, per cent and volumes from the text of a file, each with a problem where it is none.

use rust_decimal::Decimal;

use super::{node::At, problems::Problems, text};
use crate::{
    number::{ParseNumberError, Percent, Ratio, UnitPrice, Volume, parse_number, two_readings},
    tender::{Place, Problem, ProblemCode},
};

/// How a number is written in its file, for what messages quote and propose.
#[derive(Clone, Copy, Debug)]
pub(super) struct Written<'a> {
    pub(super) text: &'a str,
    /// Whether decimals follow a comma in this file.
    pub(super) comma: bool,
}

impl<'a> Written<'a> {
    /// As in TOML.
    pub(super) fn with_point(text: &'a str) -> Self {
        Written { text, comma: false }
    }

    /// A number as this file writes numbers.
    fn own(self, number: &str) -> String {
        if self.comma { number.replace('.', ",") } else { number.into() }
    }

    /// `18.900` is 18.9 here, and 18900 to a Danish reader: what it is read as, and what may be meant.
    fn misread(self, number: Decimal, problem: Problem) -> Problem {
        let problem = problem.with("text", text::shown(self.text));
        match two_readings(self.text) {
            Some((whole, _)) => {
                problem.with("read", self.own(&number.normalize().to_string())).with("write", whole)
            }
            None => problem,
        }
    }
}

/// A number of format 1 from a text, with a problem that shows the right form where it is none.
pub(super) fn number_from(written: &str, place: Place, p: &mut Problems) -> Option<At<Decimal>> {
    number_written(Written::with_point(written), place, p)
}

/// A number of format 1, with the right form as the file writes numbers.
pub(super) fn number_written(written: Written<'_>, place: Place, p: &mut Problems) -> Option<At<Decimal>> {
    match parse_number(written.text) {
        Ok(number) => Some(At::new(number, place)),
        Err(ParseNumberError::Form(write)) => {
            let mut problem = Problem::new(ProblemCode::NumberForm, place)
                .with("text", text::shown(written.text))
                .with("like", written.own("1234.50"));
            if let Some(write) = write {
                problem = problem.with("write", written.own(&write));
            } else if let Some((whole, decimal)) = two_readings(written.text) {
                problem = problem.with("whole", whole).with("decimal", written.own(&decimal));
            }
            p.add(problem);
            None
        }
        Err(ParseNumberError::TooLong) => {
            p.add(Problem::new(ProblemCode::NumberTooLong, place).with("text", text::shown(written.text)));
            None
        }
    }
}

/// A price from a number.
pub(super) fn price_from(
    number: At<Decimal>,
    written: Written<'_>,
    p: &mut Problems,
) -> Option<At<UnitPrice>> {
    let price = UnitPrice::from_kroner(number.value);
    if price.is_none() {
        let problem = Problem::new(ProblemCode::PriceRange, number.place)
            .with("price", Ratio::from(number.value))
            .with("like", written.own("58900.50"));
        p.add(written.misread(number.value, problem));
    }
    price.map(|value| At::new(value, number.place))
}

/// Per cent from a number.
pub(super) fn percent_from(
    key: &str,
    number: At<Decimal>,
    least: i64,
    most: i64,
    p: &mut Problems,
) -> Option<At<Percent>> {
    let Some(percent) = Percent::from_decimal(number.value) else {
        p.add(
            Problem::new(ProblemCode::PercentDecimals, number.place)
                .with("percent", Ratio::from(number.value)),
        );
        return None;
    };
    if number.value < Decimal::from(least) || number.value > Decimal::from(most) {
        p.add(
            Problem::new(ProblemCode::PercentRange, number.place)
                .with("key", key)
                .with("percent", percent)
                .with("least", Ratio::whole(i128::from(least)))
                .with("most", Ratio::whole(i128::from(most))),
        );
        return None;
    }
    Some(At::new(percent, number.place))
}

/// A volume from a number.
pub(super) fn volume_from(number: At<Decimal>, written: Written<'_>, p: &mut Problems) -> Option<At<Volume>> {
    let count = number.value.fract().is_zero().then(|| u64::try_from(number.value).ok()).flatten();
    let volume = count.and_then(Volume::from_count).filter(|_| number.value.scale() == 0);
    if volume.is_none() {
        let problem =
            Problem::new(ProblemCode::VolumeRange, number.place).with("volume", Ratio::from(number.value));
        p.add(written.misread(number.value, problem));
    }
    volume.map(|v| At::new(v, number.place))
}
