use rust_decimal::Decimal;

/// A per cent with at most four decimals, as written in a file: `12.5` is twelve and a half per cent.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Percent(i64);

impl Percent {
    /// Nothing.
    pub const ZERO: Percent = Percent(0);
    /// 100 % in ten-thousandths of a per cent.
    pub const HUNDRED_PARTS: i64 = 1_000_000;

    /// From ten-thousandths of a per cent.
    pub const fn from_parts(parts: i64) -> Self {
        Percent(parts)
    }

    /// In ten-thousandths of a per cent.
    pub const fn parts(self) -> i64 {
        self.0
    }

    /// From the figure as written; `None` with more than four decimals or far outside any use.
    pub fn from_decimal(percent: Decimal) -> Option<Self> {
        if percent.scale() > 4 {
            return None;
        }
        let parts = percent.mantissa().checked_mul(10_i128.pow(4 - percent.scale()))?;
        i64::try_from(parts).ok().map(Percent)
    }

    /// As an exact decimal, without trailing zeros.
    pub fn to_decimal(self) -> Decimal {
        Decimal::new(self.0, 4).normalize()
    }
}

/// The shortest exact decimal: `12.5`.
impl std::fmt::Display for Percent {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.pad(&self.to_decimal().to_string())
    }
}
