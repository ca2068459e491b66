use std::collections::BTreeSet;

use jiff::civil::Date;
use rust_decimal::Decimal;

use super::{AboveCap, CodePattern, Missing, Place};

/// `[[variant]]`: something to try out, under a name. It decides nothing, and is no part of any hash.
#[derive(Clone, Debug, PartialEq)]
pub struct Variant {
    /// Its id.
    pub id: String,
    /// Its title; the id if not stated.
    pub title: String,
    /// What is tried out.
    pub variation: Variation,
    /// The table.
    pub place: Place,
}

/// What is tried out on a tender: other rules than its own, other volumes, another day, a bidder less. The default
/// changes nothing.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Variation {
    /// Another rule for missing codes.
    pub missing: Option<Missing>,
    /// What a price above the cap means.
    pub above_cap: Option<AboveCap>,
    /// Another tariff (index) as the cap.
    pub cap_tariff: Option<usize>,
    /// The last day on which the cap tariff is in force.
    pub lapse: Option<Date>,
    /// Bids (indices) left out.
    pub without: BTreeSet<usize>,
    /// Volumes times a factor, by code or prefix; a full code beats a prefix, a longer prefix a shorter one.
    pub volumes: Vec<(CodePattern, Decimal)>,
}

impl Variation {
    /// Whether it changes nothing.
    pub fn is_empty(&self) -> bool {
        *self == Variation::default()
    }

    /// This with another on top of it: what the other states takes the place of what this one states; bids left out and
    /// factors of volumes are added to its own.
    #[must_use]
    pub fn with(mut self, other: Variation) -> Self {
        let Variation { missing, above_cap, cap_tariff, lapse, without, volumes } = other;
        self.missing = missing.or(self.missing);
        self.above_cap = above_cap.or(self.above_cap);
        self.cap_tariff = cap_tariff.or(self.cap_tariff);
        self.lapse = lapse.or(self.lapse);
        self.without.extend(without);
        self.volumes.retain(|(own, _)| volumes.iter().all(|(codes, _)| codes != own));
        self.volumes.extend(volumes);
        self
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_is_on_top_takes_the_place_of_what_it_names() {
        let volume = |codes: &str, factor: i64| (CodePattern::new(codes), Decimal::from(factor));
        let below = Variation {
            missing: Some(Missing::Reject),
            lapse: Some(Date::constant(2025, 3, 31)),
            without: BTreeSet::from([1]),
            volumes: vec![volume("KNG*", 2), volume("KNF*", 3)],
            ..Variation::default()
        };
        let on_top = Variation {
            lapse: Some(Date::constant(2025, 9, 1)),
            without: BTreeSet::from([0]),
            volumes: vec![volume("KNG*", 4)],
            ..Variation::default()
        };
        let both = below.clone().with(on_top);
        assert_eq!(both.missing, Some(Missing::Reject));
        assert_eq!(both.lapse, Some(Date::constant(2025, 9, 1)));
        assert_eq!(both.without, BTreeSet::from([0, 1]));
        assert_eq!(both.volumes, vec![volume("KNF*", 3), volume("KNG*", 4)]);
        assert_eq!(below.clone().with(Variation::default()), below);
        assert!(Variation::default().is_empty() && !below.is_empty());
    }
}
