//! A dialogue file, validated: what is uncertain about a tender.

use jiff::civil::Date;

use crate::{
    number::{Money, Percent},
    tender::{CodePattern, Place, Problem, Sources, Tender},
};

/// A validated dialogue file, with the tender that it is about.
#[derive(Clone, Debug)]
pub struct Dialogue {
    /// The dialogue file, then the files of its tender. Places of the dialogue and its remarks point in here; places of the
    /// tender point into the tender's own sources.
    pub sources: Sources,
    /// What it is called on every page.
    pub title: String,
    /// The tender: its procedures, tariffs, rules and structures. With [`Bidders::Profiles`] it has no bids, assessments,
    /// decisions or draw, whatever its files say.
    pub tender: Tender,
    /// The structures (indices) that are tried, in file order; all of them if the file names none.
    pub structures: Vec<usize>,
    /// Who bids.
    pub bidders: Bidders,
    /// The number of draws, unless the command line states one.
    pub draws: u64,
    /// The seed, unless the command line states one.
    pub seed: u64,
    /// How volumes come out.
    pub volumes: Volumes,
    /// Lines that are courses of treatment: how many of the examinations end in an operation.
    pub courses: Vec<Course>,
    /// The last day on which the cap tariff is in force; `None`: as the tender says.
    pub lapse: Option<LapseDay>,
    /// Who may bid, in file order. Empty with [`Bidders::Tender`].
    pub profiles: Vec<Profile>,
    /// What one more contract costs the buyer, on top of the payments.
    pub cost_per_contract: Money,
    /// What the file leaves to the program, in the order of the reference.
    pub defaults: Vec<DefaultUsed>,
    /// Warnings about the dialogue file and the tender.
    pub remarks: Vec<Problem>,
}

/// Who bids in the draws.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Bidders {
    /// The anonymous profiles of the dialogue file.
    #[default]
    Profiles,
    /// The bids of the tender, with their names and prices: for the buyer's own eyes, never for the market.
    Tender,
}

impl Bidders {
    /// The name in a file.
    pub const fn name(self) -> &'static str {
        match self {
            Bidders::Profiles => "profiles",
            Bidders::Tender => "tender",
        }
    }
}

/// One uncertain number, or a certain one. All figures are exact, in millionths: a factor 1 is 1,000,000; a discount of
/// 12.5 (per cent) is 12,500,000.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Distribution {
    /// Certain.
    Fixed(i64),
    /// Every value from `low` to `high` is equally likely.
    Uniform {
        /// The least value.
        low: i64,
        /// The greatest value.
        high: i64,
    },
    /// Most likely `mode`, falling off in a straight line to `low` and `high`.
    Triangular {
        /// The least value.
        low: i64,
        /// The most likely value.
        mode: i64,
        /// The greatest value.
        high: i64,
    },
    /// The logarithm is normal: half of the draws lie below `median`, and about two of three between `median / spread`
    /// and `median × spread`.
    LogNormal {
        /// The median, above 0.
        median: i64,
        /// One standard deviation as a factor, at least 1.
        spread: i64,
    },
    /// One of several values, each with its weight.
    Values(Vec<(i64, u32)>),
}

impl Distribution {
    /// Whether every draw gives the same.
    pub fn is_certain(&self) -> bool {
        match self {
            Distribution::Fixed(_) => true,
            Distribution::Uniform { low, high } | Distribution::Triangular { low, high, .. } => low == high,
            Distribution::LogNormal { spread, .. } => *spread == 1_000_000,
            Distribution::Values(values) => values.windows(2).all(|pair| pair[0].0 == pair[1].0),
        }
    }
}

/// Millionths as the shortest exact decimal: `12.5`.
pub fn decimal(millionths: i64) -> String {
    rust_decimal::Decimal::new(millionths, 6).normalize().to_string()
}

/// An uncertain number, and where it is written.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct UncertainNumber {
    /// How it is distributed.
    pub distribution: Distribution,
    /// Where it is written.
    pub place: Place,
}

/// `[volumes]`: how volumes come out, as factors on the expected volumes of the tender.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Volumes {
    /// Whether bidders and the award know them.
    pub known: VolumesKnown,
    /// The factor on all volumes.
    pub specialty: Option<UncertainNumber>,
    /// Factors on groups of codes and on single codes, on top of that of the specialty. Every group that a code matches
    /// counts.
    pub groups: Vec<VolumeGroup>,
    /// Instead of `specialty` and `groups`: a table of scenarios, one of which comes true.
    pub scenarios: Vec<Scenario>,
    /// The correlation of each group's factor with the common factor (that of the specialty), 0 to 1 in millionths.
    pub common: i64,
}

/// What is known of the volumes when the award is made.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum VolumesKnown {
    /// The drawn volumes are those that are published and evaluated.
    #[default]
    AtAward,
    /// The award is made on the expected volumes of the tender; the drawn ones are what is paid for.
    AfterAward,
}

impl VolumesKnown {
    /// The name in a file.
    pub const fn name(self) -> &'static str {
        match self {
            VolumesKnown::AtAward => "at-award",
            VolumesKnown::AfterAward => "after-award",
        }
    }
}

/// A group of codes whose volumes move together.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct VolumeGroup {
    /// The codes; all of a group move by the same factor.
    pub codes: Vec<CodePattern>,
    /// The factor.
    pub factor: UncertainNumber,
}

/// One course of events for all volumes.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Scenario {
    /// What it is called.
    pub name: String,
    /// How likely it is, relative to the weights of the others.
    pub weight: u32,
    /// Factors in millionths by code or prefix: a full code beats a prefix, a longer prefix a shorter one; 1 for the rest.
    pub factors: Vec<(CodePattern, i64)>,
}

/// Two lines that belong to one course of treatment: a share of the examinations ends in an operation.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Course {
    /// The line (index) of the examinations.
    pub examination: usize,
    /// The line (index) of the operations; its volume follows from the other, half up to whole operations.
    pub operation: usize,
    /// The share of examinations that end in an operation, 0 to 1 in millionths.
    pub share: UncertainNumber,
}

/// The last day on which the cap tariff is in force: one of several, each with its weight.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct LapseDay {
    /// The days; a span of equally likely days is one entry.
    pub days: Vec<DateChance>,
    /// Where it is written.
    pub place: Place,
}

/// One day, or any day of a span, with its weight.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct DateChance {
    /// The first day.
    pub from: Date,
    /// The last day; every day between is equally likely.
    pub until: Date,
    /// How likely it is, relative to the weights of the others.
    pub weight: u32,
}

/// A kind of bidder, anonymous. `count` of them may bid, each drawn by itself.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Profile {
    /// What it is called; with a count above 1, a number is added.
    pub name: String,
    /// How many there may be.
    pub count: u32,
    /// Whether it exists today. One that does not is shown so.
    pub new: bool,
    /// Procedures (indices) that it can never do.
    pub lacks: Vec<usize>,
    /// Procedures that each of them may lack: the codes, and the probability in millionths that all of them are lacking.
    pub may_lack: Vec<(Vec<usize>, i64)>,
    /// Procedures (indices) that it can do but would rather not.
    pub rather_not: Vec<usize>,
    /// How likely it takes part.
    pub takes_part: Vec<Participation>,
    /// Its discount off the discount base in per cent, before the response.
    pub discount: UncertainNumber,
    /// How its discount depends on the lot.
    pub response: Response,
    /// The most volume that it can take, in operations (the distribution is in millionths of an operation).
    pub capacity: Option<UncertainNumber>,
    /// The most lots that it can take.
    pub max_lots: Option<u32>,
    /// Where it is written.
    pub place: Place,
}

impl Profile {
    /// The names of its members: its own; with a count above 1 each with a number from 1.
    pub fn member_names(&self) -> Vec<String> {
        match self.count {
            1 => vec![self.name.clone()],
            count => (1..=count).map(|n| format!("{} {n}", self.name)).collect(),
        }
    }

    /// How likely it takes part under a structure (index of the tender), in millionths.
    pub fn probability(&self, structure: usize) -> i64 {
        let of = |wanted| self.takes_part.iter().find(|part| part.structure == wanted);
        of(Some(structure)).or_else(|| of(None)).map_or(1_000_000, |part| part.probability)
    }
}

/// How likely a profile takes part, in all structures or in one.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Participation {
    /// The structure (index); `None`: all that are not named.
    pub structure: Option<usize>,
    /// In millionths.
    pub probability: i64,
}

/// How a discount depends on the lot, in percentage points (millionths of one). All 0: it does not.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Response {
    /// For each doubling of the lot's value, relative to the value of the whole specialty (at the discount base and the expected
    /// volumes): a lot of half that value gets this much less.
    pub per_doubling: i64,
    /// For each procedure of the lot that it would rather not do; usually negative.
    pub per_rather_not: i64,
    /// For each competitor that can bid on the lot beyond the first.
    pub per_competitor: i64,
    /// The discount never goes below this.
    pub at_least: Option<Percent>,
    /// The discount never goes above this.
    pub at_most: Option<Percent>,
}

/// One uncertain input of a study, and what its figure is in every draw.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Input {
    /// Which scenario of the volumes comes true: its index.
    Scenario,
    /// The factor on all volumes, in millionths.
    Specialty,
    /// The common factor of the groups where no factor on all volumes is uncertain, in millionths of a standard deviation.
    Common,
    /// The factor on a group of codes (index), in millionths.
    Group(usize),
    /// The share of the examinations of a course (index) that end in an operation, in millionths.
    Course(usize),
    /// The last day on which the cap tariff is in force, in days from 1 January 1970.
    Lapse,
    /// Whether a bidder (index) takes part: the drawn figure in millionths, to compare with the probability in each structure.
    TakesPart(usize),
    /// Whether a bidder lacks the codes of one entry of `may-lack` (index): 1 if it does.
    MayLack(usize, usize),
    /// The discount of a bidder before the response, in millionths of a per cent.
    Discount(usize),
    /// The capacity of a bidder, in operations.
    Capacity(usize),
}

/// A key that the file does not state, and what counts instead.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct DefaultUsed {
    /// The table, as a file writes it: `[dialogue]`, `[[profile]]`.
    pub table: &'static str,
    /// The key.
    pub key: &'static str,
    /// What counts, as a file would state it; `unlimited` where no key could.
    pub value: String,
    /// The profiles that leave it out; empty for keys of other tables.
    pub profiles: Vec<String>,
}

impl DefaultUsed {
    /// A default of a table that occurs once.
    pub(super) fn new(table: &'static str, key: &'static str, value: impl Into<String>) -> Self {
        DefaultUsed { table, key, value: value.into(), profiles: Vec::new() }
    }

    /// Adds a default of a profile to those of the same key.
    pub(super) fn of_profile(list: &mut Vec<DefaultUsed>, key: &'static str, value: &str, profile: &str) {
        if let Some(known) = list.iter_mut().find(|d| d.key == key && !d.profiles.is_empty()) {
            known.profiles.push(profile.to_owned());
            return;
        }
        let profiles = vec![profile.to_owned()];
        list.push(DefaultUsed { table: "[[profile]]", key, value: value.to_owned(), profiles });
    }
}
