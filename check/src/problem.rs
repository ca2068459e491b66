//! The award problem in integers, read from its canonical text (`docs/reference/certificate.md`, "What it is bound to").

use std::{error::Error, fmt, str::FromStr};

use sha2::{Digest, Sha256};

/// Which bidder may have which lot at what cost, and the rules that bind lots together.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct AwardProblem {
    /// By lot.
    pub(crate) lots: Vec<LotLine>,
    /// By bidder.
    pub(crate) bidders: Vec<BidderLines>,
    pub(crate) max_lots_per_bidder: Option<usize>,
    pub(crate) min_suppliers: Option<usize>,
    pub(crate) max_suppliers: Option<usize>,
    /// Whether an award with fewer unawarded lots is better whatever it costs.
    pub(crate) fewest_first: bool,
    digest: String,
}

/// `lot FALLBACK VOLUME`
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) struct LotLine {
    pub(crate) fallback: i128,
    pub(crate) volume: u64,
}

/// `bidder MAX-LOTS CAPACITY` and the lines below it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct BidderLines {
    pub(crate) max_lots: Option<usize>,
    pub(crate) capacity: Option<u64>,
    /// The conditions of each discount tier after the first, which has none.
    pub(crate) tiers: Vec<Vec<Requires>>,
    /// Sets of lots of which it takes all or none.
    pub(crate) sets: Vec<Vec<usize>>,
    /// By lot: what it costs at each tier; `None` where the bidder is not admissible.
    pub(crate) costs: Vec<Option<Vec<i128>>>,
}

/// What a tier asks of the lots won.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) enum Requires {
    Number(usize),
    Lots(Vec<usize>),
}

impl Requires {
    fn is_met_by(&self, won: &[usize]) -> bool {
        match self {
            Requires::Number(least) => won.len() >= *least,
            Requires::Lots(named) => named.iter().all(|lot| won.contains(lot)),
        }
    }
}

impl BidderLines {
    /// The tier whose costs hold for a set of lots.
    pub(crate) fn tier_for(&self, won: &[usize]) -> usize {
        let met = |tier: &Vec<Requires>| tier.iter().any(|r| r.is_met_by(won));
        self.tiers.iter().rposition(met).map_or(0, |place| place + 1)
    }
}

/// A line of an award problem that is not what the format asks for there.
#[derive(Clone, Debug, PartialEq, Eq)]
#[non_exhaustive]
pub struct ProblemError {
    /// The line, from 1.
    pub line: usize,
}

impl fmt::Display for ProblemError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "line {} of the award problem is not what its format asks for there", self.line)
    }
}

impl Error for ProblemError {}

impl AwardProblem {
    /// Reads the canonical text of a problem.
    ///
    /// # Errors
    /// The first line that is not in its one form.
    pub fn parse(text: &str) -> Result<AwardProblem, ProblemError> {
        let mut lines = Lines { rest: text.split_inclusive('\n').peekable(), line: 0 };
        lines.expect_line("udbud-award-problem", |fields| (*fields == ["1"]).then_some(()))?;
        let number_of_lots: usize = lines.expect_line("lots", sole_number)?;
        let number_of_bidders: usize = lines.expect_line("bidders", sole_number)?;
        let limit = |fields: &[&str]| sole_field(fields).and_then(number_or_dash);
        let mut problem = AwardProblem {
            lots: Vec::new(),
            bidders: Vec::new(),
            max_lots_per_bidder: lines.expect_line("max-lots-per-bidder", limit)?,
            min_suppliers: lines.expect_line("min-suppliers", limit)?,
            max_suppliers: lines.expect_line("max-suppliers", limit)?,
            fewest_first: lines.expect_line("unawarded", |fields| match fields {
                ["fewest-first"] => Some(true),
                ["if-cheaper"] => Some(false),
                _ => None,
            })?,
            digest: Sha256::digest(text.as_bytes()).iter().map(|byte| format!("{byte:02x}")).collect(),
        };
        for _ in 0..number_of_lots {
            problem.lots.push(lines.expect_line("lot", |fields| match fields {
                [fallback, volume] => {
                    Some(LotLine { fallback: strictly(fallback)?, volume: strictly(volume)? })
                }
                _ => None,
            })?);
        }
        for _ in 0..number_of_bidders {
            problem.bidders.push(bidder_block(&mut lines, number_of_lots)?);
        }
        if lines.rest.peek().is_some() { Err(ProblemError { line: lines.line + 1 }) } else { Ok(problem) }
    }

    /// The SHA-256 of the text that it was read from, in small hexadecimal digits.
    pub fn digest(&self) -> &str {
        &self.digest
    }

    /// Whether each lot can be decided by itself.
    pub(crate) fn lots_are_separate(&self) -> bool {
        let limits = [self.max_lots_per_bidder, self.min_suppliers, self.max_suppliers];
        let is_free = |b: &BidderLines| {
            b.tiers.is_empty() && b.max_lots.is_none() && b.capacity.is_none() && b.sets.is_empty()
        };
        limits.iter().all(Option::is_none) && self.bidders.iter().all(is_free)
    }
}

fn bidder_block(lines: &mut Lines<'_>, lots: usize) -> Result<BidderLines, ProblemError> {
    let (max_lots, capacity) = lines.expect_line("bidder", |fields| match fields {
        [max_lots, capacity] => Some((number_or_dash(max_lots)?, number_or_dash(capacity)?)),
        _ => None,
    })?;
    let mut own = BidderLines { max_lots, capacity, tiers: Vec::new(), sets: Vec::new(), costs: Vec::new() };
    while lines.next_is("tier") {
        let requires = |field: &&str| match field.split_once(':')? {
            ("at-least", n) => strictly(n).map(Requires::Number),
            ("all-of", named) => lot_set(named, lots).map(Requires::Lots),
            _ => None,
        };
        own.tiers.push(lines.expect_line("tier", |fields| fields.iter().map(requires).collect())?);
    }
    while lines.next_is("only-together") {
        own.sets.push(lines.expect_line("only-together", |fields| lot_set(sole_field(fields)?, lots))?);
    }
    while lines.next_is("cost") {
        let at_each_tier = own.tiers.len() + 1;
        let (lot, costs) = lines.expect_line("cost", |fields| {
            let (lot, costs) = fields.split_first()?;
            let lot: usize = strictly(lot)?;
            let costs: Vec<i128> = costs.iter().map(|c| strictly(c)).collect::<Option<_>>()?;
            (lot < lots && lot >= own.costs.len() && costs.len() == at_each_tier).then_some((lot, costs))
        })?;
        own.costs.resize(lot, None);
        own.costs.push(Some(costs));
    }
    own.costs.resize(lots, None);
    Ok(own)
}

/// The lines of a text, one after the other.
struct Lines<'t> {
    rest: std::iter::Peekable<std::str::SplitInclusive<'t, char>>,
    line: usize,
}

impl Lines<'_> {
    fn next_is(&mut self, name: &str) -> bool {
        self.rest.peek().is_some_and(|line| line.trim_end_matches('\n').split(' ').next() == Some(name))
    }

    /// The next line, which must have this name; `read` makes something of its fields.
    fn expect_line<T>(
        &mut self,
        name: &str,
        read: impl FnOnce(&[&str]) -> Option<T>,
    ) -> Result<T, ProblemError> {
        self.line += 1;
        let wrong = ProblemError { line: self.line };
        let Some(line) = self.rest.next().and_then(|l| l.strip_suffix('\n')) else { return Err(wrong) };
        let fields: Vec<&str> = line.split(' ').collect();
        match fields.split_first() {
            Some((first, fields)) if *first == name => read(fields).ok_or(wrong),
            _ => Err(wrong),
        }
    }
}

/// A number in its one form: no plus sign, no leading zeros.
fn strictly<T: FromStr + ToString>(field: &str) -> Option<T> {
    field.parse::<T>().ok().filter(|number| number.to_string() == field)
}

fn sole_field<'f>(fields: &[&'f str]) -> Option<&'f str> {
    match fields {
        [only] => Some(only),
        _ => None,
    }
}

fn sole_number<T: FromStr + ToString>(fields: &[&str]) -> Option<T> {
    sole_field(fields).and_then(strictly)
}

fn number_or_dash<T: FromStr + ToString>(field: &str) -> Option<Option<T>> {
    if field == "-" { Some(None) } else { strictly(field).map(Some) }
}

/// Lots with commas between them.
fn lot_set(field: &str, lots: usize) -> Option<Vec<usize>> {
    if field.is_empty() {
        return Some(Vec::new());
    }
    let named: Vec<usize> = field.split(',').map(strictly).collect::<Option<_>>()?;
    named.iter().all(|lot| *lot < lots).then_some(named)
}

#[cfg(test)]
mod tests {
    use super::*;

    const TWO_LOTS: &str = "udbud-award-problem 1\nlots 2\nbidders 2\nmax-lots-per-bidder 1\nmin-suppliers -\nmax-suppliers -\nunawarded fewest-first\nlot 200 10\nlot 200 10\nbidder - 30\ntier at-least:2 all-of:0,1\nonly-together 0,1\ncost 0 100 90\ncost 1 60 50\nbidder 1 -\ncost 1 90\n";

    #[test]
    fn a_problem_is_read_from_its_text() {
        let problem = AwardProblem::parse(TWO_LOTS).unwrap();
        assert_eq!(problem.bidders[0].costs, [Some(vec![100, 90]), Some(vec![60, 50])]);
        assert_eq!(problem.bidders[1].costs, [None, Some(vec![90])]);
        assert_eq!((problem.bidders[0].tier_for(&[0, 1]), problem.bidders[0].tier_for(&[1])), (1, 0));
        assert_eq!(problem.digest().len(), 64);
        assert!(!problem.lots_are_separate());
    }

    #[test]
    fn another_form_is_refused_at_its_line() {
        for (from, to, line) in [
            ("problem 1", "problem 2", 1),
            ("lots 2", "lots 02", 2),
            ("lots 2", "lots 3", 10),
            ("bidders 2", "bidders 1", 15),
            ("unawarded fewest-first", "unawarded first", 7),
            ("cost 1 60 50", "cost 1 60", 14),
            ("cost 1 60 50", "cost 2 60 50", 14),
            ("cost 1 60 50", "cost 0 60 50", 14),
            ("all-of:0,1", "all-of:0,2", 11),
            ("cost 1 90\n", "cost 1 90", 16),
            ("cost 1 90\n", "cost 1 90\n\n", 17),
        ] {
            let text = TWO_LOTS.replacen(from, to, 1);
            assert_eq!(AwardProblem::parse(&text), Err(ProblemError { line }), "{text}");
        }
    }
}
