//! Numbers, prices, per cent and volumes from the text of a file, each with a problem where it is none.

use rust_decimal::Decimal;

use super::{node::At, problems::Problems, text};
use crate::{
    quantity::{NumberFault, Percent, Ratio, UnitPrice, Volume, parse_number},
    tender::{Place, Problem, ProblemCode},
};

/// A number of format 1 from a text, with a problem that shows the right form where it is none.
pub(super) fn number_from(written: &str, place: Place, p: &mut Problems) -> Option<At<Decimal>> {
    match parse_number(written) {
        Ok(number) => Some(At::new(number, place)),
        Err(NumberFault::Form(write)) => {
            let mut problem = Problem::new(ProblemCode::NumberForm, place).with("text", text::shown(written));
            if let Some(write) = write {
                problem = problem.with("write", write);
            }
            p.add(problem);
            None
        }
        Err(NumberFault::TooLong) => {
            p.add(Problem::new(ProblemCode::NumberTooLong, place).with("text", text::shown(written)));
            None
        }
    }
}

/// A price from a number.
pub(super) fn price_from(number: At<Decimal>, p: &mut Problems) -> Option<At<UnitPrice>> {
    let price = UnitPrice::from_kroner(number.value);
    if price.is_none() {
        p.add(Problem::new(ProblemCode::PriceRange, number.place).with("price", Ratio::from(number.value)));
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
pub(super) fn volume_from(number: At<Decimal>, p: &mut Problems) -> Option<At<Volume>> {
    let count = number.value.fract().is_zero().then(|| u64::try_from(number.value).ok()).flatten();
    let volume = count.and_then(Volume::from_count).filter(|_| number.value.scale() == 0);
    if volume.is_none() {
        p.add(Problem::new(ProblemCode::VolumeRange, number.place).with("volume", Ratio::from(number.value)));
    }
    volume.map(|v| At::new(v, number.place))
}
