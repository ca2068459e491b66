//! `[disclosure]` and `[standstill]`: what bidders are told of each other, and how long the buyer waits after telling them.

use std::collections::BTreeSet;

use super::{Place, Tender, TenderKind};

/// `[disclosure]`: what a letter may tell its reader of the other bids.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Disclosure {
    /// What may be told.
    pub tell: BTreeSet<Tell>,
    /// What happens where more than that can be derived.
    pub on_leak: OnLeak,
    /// The table; `None` where the tender states none.
    pub place: Option<Place>,
}

/// One sort of figures that may be told.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Tell {
    /// The reader's own figures, which it is told always: `own`.
    Own,
    /// What the winning bid costs on the lot, and its evaluated price where the model has one: `winner-total`.
    WinnerTotal,
    /// The winning bid's points by criterion, its score, and the buyer's reasons for the points: `winner-points`.
    WinnerPoints,
    /// How far the reader was from winning, in kroner: `distance`.
    Distance,
    /// Every other admissible bid by name, with the figure that decides: `all-totals`.
    AllTotals,
}

impl Tell {
    /// All, in the order of the format.
    pub const ALL: [Tell; 5] =
        [Tell::Own, Tell::WinnerTotal, Tell::WinnerPoints, Tell::Distance, Tell::AllTotals];

    /// The name in a file.
    pub const fn name(self) -> &'static str {
        match self {
            Tell::Own => "own",
            Tell::WinnerTotal => "winner-total",
            Tell::WinnerPoints => "winner-points",
            Tell::Distance => "distance",
            Tell::AllTotals => "all-totals",
        }
    }
}

/// What happens where a reader could derive more than it may be told.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum OnLeak {
    /// Nothing is written: `refuse`.
    #[default]
    Refuse,
    /// It is written, and said: `warn`.
    Warn,
}

impl OnLeak {
    /// The name in a file.
    pub const fn name(self) -> &'static str {
        match self {
            OnLeak::Refuse => "refuse",
            OnLeak::Warn => "warn",
        }
    }
}

/// What udbudsloven § 171(4) no. 2 asks for where both price and quality decide: the winner's name is always told; its total
/// and its points are the characteristics and advantages that a loser can check. Not how far the others were, and nothing
/// of anybody else.
impl Default for Disclosure {
    fn default() -> Self {
        Disclosure {
            tell: BTreeSet::from([Tell::Own, Tell::WinnerTotal, Tell::WinnerPoints]),
            on_leak: OnLeak::Refuse,
            place: None,
        }
    }
}

impl Disclosure {
    /// Whether something may be told.
    pub fn tells(&self, what: Tell) -> bool {
        what == Tell::Own || self.tell.contains(&what)
    }
}

/// `[standstill]`, as far as it is stated.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Standstill {
    /// Days from the day after the letters are sent; 0 for none.
    pub days: Option<(u32, Place)>,
    /// How the letters are sent.
    pub sent: Sent,
    /// Why the days of the law do not apply.
    pub reason: Option<String>,
    /// The table.
    pub place: Place,
}

/// How letters are sent, which decides the least number of days (lov om Klagenævnet for Udbud § 3(1)).
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Sent {
    /// By e-mail or through the tender system: `electronically`.
    #[default]
    Electronically,
    /// By other means: `by-post`.
    ByPost,
}

impl Sent {
    /// The name in a file.
    pub const fn name(self) -> &'static str {
        match self {
            Sent::Electronically => "electronically",
            Sent::ByPost => "by-post",
        }
    }

    /// The least days of standstill: 10 calendar days, 15 where letters are not sent electronically (lov om Klagenævnet for
    /// Udbud § 3(1), after directive 2007/66, art. 2a(2)).
    pub const fn days_of_the_law(self) -> u32 {
        match self {
            Sent::Electronically => 10,
            Sent::ByPost => 15,
        }
    }
}

/// The standstill that a tender has, and where it comes from.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct StandstillTerms<'t> {
    /// Calendar days; 0 for none.
    pub days: u32,
    /// How the letters are sent.
    pub sent: Sent,
    /// Why there is none, or fewer days than the law's.
    pub reason: Option<&'t str>,
    /// What the days follow from.
    pub basis: StandstillBasis,
}

/// What the days of a standstill follow from.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum StandstillBasis {
    /// `[standstill] days`
    Stated,
    /// The law, for a tender that states none.
    Law,
    /// `[mini-tenders] standstill-days` of the framework.
    Framework,
    /// A mini-tender whose framework asks for none: the law exempts it.
    MiniTender,
    /// An offer collection.
    OfferCollection,
}

impl Tender {
    /// The standstill: as stated; else that of the law for a tender, that of the framework for a mini-tender, and none for
    /// an offer collection.
    pub fn standstill_terms(&self) -> StandstillTerms<'_> {
        let sent = self.standstill.as_ref().map_or(Sent::Electronically, |s| s.sent);
        let reason = self.standstill.as_ref().and_then(|s| s.reason.as_deref());
        let terms = |days, basis| StandstillTerms { days, sent, reason, basis };
        if let Some((days, _)) = self.standstill.as_ref().and_then(|s| s.days) {
            return terms(days, StandstillBasis::Stated);
        }
        let framework = self.framework.as_ref().and_then(|f| f.standstill_days);
        match (self.head.kind, framework) {
            (TenderKind::Tender, _) => terms(sent.days_of_the_law(), StandstillBasis::Law),
            (TenderKind::MiniTender, Some(days)) => terms(days, StandstillBasis::Framework),
            (TenderKind::MiniTender, None) => terms(0, StandstillBasis::MiniTender),
            (TenderKind::OfferCollection, _) => terms(0, StandstillBasis::OfferCollection),
        }
    }
}
