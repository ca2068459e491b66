/// A question of the sort "what if": the same draws, moved. The default moves nothing.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Shift {
    /// By structure (in the order of the dialogue): percentage points added to every discount, after its limits, in
    /// millionths of one. Empty: none. A bid of the tender that states a price in kroner lowers it by so many per cent of the
    /// discount base, or of itself where there is none.
    pub discount_points: Vec<i64>,
    /// A factor on all volumes that are drawn, in millionths.
    pub volume_factor: i64,
    /// So many days later does the cap tariff lapse; earlier if below 0.
    pub lapse_days: i64,
}

impl Default for Shift {
    fn default() -> Self {
        Shift { discount_points: Vec::new(), volume_factor: 1_000_000, lapse_days: 0 }
    }
}

impl Shift {
    /// The points in a structure (its place in the order of the dialogue).
    pub(super) fn points(&self, structure: usize) -> i64 {
        self.discount_points.get(structure).copied().unwrap_or(0)
    }
}
