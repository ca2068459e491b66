use jiff::{Timestamp, civil::Date, tz::Offset};

use super::{Money, Percent, Ratio, UnitPrice, Volume};

/// One typed argument of a finding or a problem. Wording formats it by language; JSON takes it as it is.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Figure {
    /// Kroner and øre.
    Money(Money),
    /// Per cent.
    Percent(Percent),
    /// A number of procedures.
    Volume(Volume),
    /// Points, a score, or another exact number.
    Number(Ratio),
    /// A count of things.
    Count(u64),
    /// A day.
    Date(Date),
    /// A moment, as shown by clocks at this offset from universal time.
    Moment(Timestamp, Offset),
    /// A code, an id, a name, or a text from the file.
    Text(String),
    /// Several of these.
    List(Vec<String>),
}

/// The arguments of a finding or a problem, by name, in the order in which its code declares them.
pub type Figures = Vec<(&'static str, Figure)>;

impl From<Money> for Figure {
    fn from(v: Money) -> Self {
        Figure::Money(v)
    }
}
impl From<UnitPrice> for Figure {
    fn from(v: UnitPrice) -> Self {
        Figure::Money(v.into())
    }
}
impl From<Percent> for Figure {
    fn from(v: Percent) -> Self {
        Figure::Percent(v)
    }
}
impl From<Volume> for Figure {
    fn from(v: Volume) -> Self {
        Figure::Volume(v)
    }
}
impl From<Ratio> for Figure {
    fn from(v: Ratio) -> Self {
        Figure::Number(v)
    }
}
impl From<usize> for Figure {
    fn from(v: usize) -> Self {
        Figure::Count(v as u64)
    }
}
impl From<u32> for Figure {
    fn from(v: u32) -> Self {
        Figure::Count(u64::from(v))
    }
}
impl From<Date> for Figure {
    fn from(v: Date) -> Self {
        Figure::Date(v)
    }
}
impl Figure {
    /// A moment with the offset in which it was written, if the text states it; else in universal time.
    pub fn moment(at: Timestamp, as_written: Option<&str>) -> Self {
        let offset = as_written
            .and_then(|text| jiff::fmt::temporal::Pieces::parse(text).ok())
            .and_then(|pieces| pieces.to_numeric_offset());
        Figure::Moment(at, offset.unwrap_or(Offset::UTC))
    }
}
impl From<&str> for Figure {
    fn from(v: &str) -> Self {
        Figure::Text(v.into())
    }
}
impl From<String> for Figure {
    fn from(v: String) -> Self {
        Figure::Text(v)
    }
}
impl From<Vec<String>> for Figure {
    fn from(v: Vec<String>) -> Self {
        Figure::List(v)
    }
}
