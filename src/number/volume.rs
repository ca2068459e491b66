/// An expected number of procedures over the whole contract, or a capacity in procedures: 0 to 1,000,000,000 in a file.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Volume(u64);

impl Volume {
    /// None.
    pub const ZERO: Volume = Volume(0);
    /// The largest volume that a file may state (docs/reference/format.md, "Numbers").
    pub const LIMIT: u64 = 1_000_000_000;

    /// From a count; `None` above the limit of a file.
    pub const fn from_count(count: u64) -> Option<Self> {
        if count <= Self::LIMIT { Some(Volume(count)) } else { None }
    }

    /// From a count that was computed from volumes, and may pass the limit of a file.
    pub const fn from_total(count: u64) -> Self {
        Volume(count)
    }

    /// As a count.
    pub const fn count(self) -> u64 {
        self.0
    }

    /// The sum of many volumes; a sum may pass the limit of a file.
    pub fn sum(volumes: impl IntoIterator<Item = Volume>) -> Volume {
        // fewer than 2^34 volumes of at most 2^30 each: fits
        Volume(volumes.into_iter().map(|v| v.0).sum())
    }
}

impl std::fmt::Display for Volume {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        self.0.fmt(f)
    }
}
