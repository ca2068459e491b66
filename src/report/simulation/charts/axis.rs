//! An axis of amounts.

use crate::{
    number::Ratio,
    report::{Language, simulation::svg::Scale},
};

/// Amounts as an axis tells them: in millions of kroner, or in kroner where they are less than a million apart.
pub(super) struct Axis {
    pub(super) scale: Scale,
    pub(super) ticks: Vec<i64>,
    step: i64,
    pub(super) millions: bool,
}

impl Axis {
    /// A scale from the least to the greatest of some amounts, a little wider.
    pub(super) fn around(amounts: impl Iterator<Item = i64> + Clone, pixels: (i64, i64)) -> Option<Self> {
        let (least, most) = (amounts.clone().min()?, amounts.max()?);
        let margin = ((i128::from(most) - i128::from(least)) / 20).max(100);
        let within = |n: i128| i64::try_from(n).unwrap_or(if n < 0 { i64::MIN } else { i64::MAX });
        let figures = (within(i128::from(least) - margin), within(i128::from(most) + margin));
        let scale = Scale { figures, pixels };
        let (ticks, step) = scale.ticks();
        // a hundredth of a million is the least step that is readable in millions
        Some(Axis { scale, ticks, step, millions: step >= 1_000_000 })
    }

    /// The same with two digits more.
    pub(super) fn finer(&self) -> Axis {
        Axis { scale: self.scale, ticks: Vec::new(), step: self.step / 100, millions: self.millions }
    }

    pub(super) fn said(&self, language: Language, ore: i64) -> String {
        let (unit, decimals) = match (self.millions, self.step) {
            (false, _) => (100, 0),
            (true, 100_000_000..) => (100_000_000, 0),
            (true, 10_000_000..) => (100_000_000, 1),
            (true, _) => (100_000_000, 2),
        };
        let figure = Ratio::new(ore.into(), unit).unwrap_or(Ratio::ZERO);
        language.decimal(&figure.to_decimals_half_up(decimals))
    }
}
