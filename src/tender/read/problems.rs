//! Collects every problem of a tender: each code up to a limit, names with the nearest that may be meant.

use std::collections::BTreeMap;

use crate::tender::{Place, Problem, ProblemCode, Severity, TenderKind};

/// Up to this number of problems of a code are listed (docs/reference/format.md, "Numbers, dates, names").
const LISTED: u64 = 100;
/// Up to this number of comparisons of names are spent on suggestions, in all.
const COMPARISONS: usize = 100_000;

/// Collects every problem of a tender.
#[derive(Debug)]
pub(crate) struct Problems {
    list: Vec<Problem>,
    counts: BTreeMap<ProblemCode, u64>,
    comparisons: usize,
    unparsed: bool,
    kind: TenderKind,
}

impl Problems {
    pub(crate) fn new() -> Self {
        Problems {
            list: Vec::new(),
            counts: BTreeMap::new(),
            comparisons: COMPARISONS,
            unparsed: false,
            kind: TenderKind::Tender,
        }
    }

    /// Notes a problem. Beyond the limit of its code it is counted and not kept.
    pub(crate) fn add(&mut self, problem: Problem) {
        let count = self.counts.entry(problem.code).or_insert(0);
        *count += 1;
        if *count <= LISTED {
            self.list.push(problem);
        }
    }

    /// A new problem without arguments.
    pub(crate) fn note(&mut self, code: ProblemCode, place: Place) {
        self.add(Problem::new(code, place));
    }

    /// Whether another problem of the code would still be listed; what is costly to word need not be worded otherwise.
    pub(crate) fn lists(&self, code: ProblemCode) -> bool {
        self.counts.get(&code).is_none_or(|n| *n < LISTED)
    }

    /// Whether a problem of the code was reported.
    pub(crate) fn has(&self, code: ProblemCode) -> bool {
        self.counts.contains_key(&code)
    }

    /// Whether there are enough problems of the code that looking for more would only take time.
    pub(crate) fn floods(&self, code: ProblemCode) -> bool {
        self.counts.get(&code).is_some_and(|n| *n > 10_000)
    }

    /// How many problems there are so far, listed or not.
    pub(crate) fn total(&self) -> u64 {
        self.counts.values().sum()
    }

    /// Whether the file is invalid so far.
    pub(crate) fn any_error(&self) -> bool {
        self.counts.keys().any(|c| c.severity() == Severity::Error)
    }

    /// Whether any file could not be read as TOML.
    fn any_syntax_fault(&self) -> bool {
        self.unparsed
            || [ProblemCode::Syntax, ProblemCode::DuplicateKey].iter().any(|c| self.counts.contains_key(c))
    }

    /// Notes what sort of competition the file describes.
    pub(super) fn note_kind(&mut self, kind: TenderKind) {
        self.kind = kind;
    }

    /// Notes that a file could not be parsed to its end, whatever was reported of it.
    pub(crate) fn note_unparsed(&mut self) {
        self.unparsed = true;
    }

    /// The name among `names` that was probably meant.
    pub(crate) fn nearest<'n>(
        &mut self,
        wrong: &str,
        names: impl IntoIterator<Item = &'n str>,
    ) -> Option<&'n str> {
        nearest(wrong, names, &mut self.comparisons)
    }

    /// All problems by file and place, each code cut off at the limit with a word on how many more there are. Where a
    /// file is not TOML, only what is wrong in itself is reported: what seems missing or unknown may be in the part that
    /// could not be read.
    pub(crate) fn finish(mut self) -> Vec<Problem> {
        let alone = |c: &ProblemCode| c.is_independent() && c.severity() == Severity::Error;
        if self.any_syntax_fault() && self.counts.keys().any(alone) {
            let is_of_one_value = |code| {
                use ProblemCode as C;
                matches!(code, C::NumberForm | C::DateForm | C::UnquotedKey | C::CurlyQuotes)
            };
            let numbers: Vec<Place> =
                self.list.iter().filter(|p| is_of_one_value(p.code)).map(|p| p.place).collect();
            let within = |p: &Problem, n: &Place| {
                (!is_of_one_value(p.code) || (p.place.start, p.place.end) != (n.start, n.end))
                    && p.place.file == n.file
                    && n.start <= p.place.start
                    && p.place.end <= n.end
            };
            self.list.retain(|p| p.code.is_independent() && !numbers.iter().any(|n| within(p, n)));
            self.counts.retain(|c, _| c.is_independent());
        }
        for (code, count) in &self.counts {
            if *count > LISTED {
                let last = self.list.iter().filter(|p| p.code == *code).map(|p| p.place).max();
                let more = match code.severity() {
                    Severity::Error => ProblemCode::MoreErrors,
                    Severity::Warning | Severity::Note => ProblemCode::MoreWarnings,
                };
                self.list.push(
                    Problem::new(more, last.unwrap_or_default())
                        .with("listed", code.name())
                        .with("more", crate::number::Figure::Count(count - LISTED)),
                );
            }
        }
        for problem in self.list.iter_mut().filter(|p| p.code.names_the_tender()) {
            // one of the framework's file has its own
            if problem.args.iter().all(|(name, _)| *name != "the-tender") {
                problem.args.push(("the-tender", self.kind.name().into()));
            }
        }
        self.list.sort_by_key(|a| (a.place, a.code));
        self.list
    }
}

impl ProblemCode {
    /// Whether its wording says what sort of competition the file describes.
    fn names_the_tender(self) -> bool {
        use ProblemCode as C;
        matches!(
            self,
            C::FileOutside
                | C::TenderWithoutCap
                | C::DiscountWithoutBase
                | C::FallbackWithoutContract
                | C::NoProcedures
                | C::VariantWithoutCap
        )
    }

    /// Whether the problem is one whatever is elsewhere in the file.
    fn is_independent(self) -> bool {
        use ProblemCode as C;
        matches!(
            self,
            C::FileMissing
                | C::FileOutside
                | C::FileUnreadable
                | C::NotUtf8
                | C::CsvEmpty
                | C::CsvColumnMissing
                | C::CsvColumnUnknown
                | C::CsvColumnTwice
                | C::CsvFields
                | C::CsvQuote
                | C::Syntax
                | C::DuplicateKey
                | C::UnknownKey
                | C::SingleBrackets
                | C::UnknownValue
                | C::UnquotedDot
                | C::UnquotedKey
                | C::CurlyQuotes
                | C::NumberForm
                | C::NumberTooLong
                | C::PriceRange
                | C::PercentDecimals
                | C::PercentRange
                | C::VolumeRange
                | C::NumberRange
                | C::DateForm
                | C::MomentForm
                | C::PeriodReversed
                | C::TooManyDecimals
                | C::DistributionForm
                | C::DistributionCount
                | C::DistributionOrder
                | C::LimitsReversed
                | C::RefusedCharacter
                | C::MoreErrors
        )
    }
}

/// Names longer than this are not compared.
const LONGEST: usize = 40;

/// The nearest of `names` within a third of the length, by edit distance; the first of equals. Every comparison is
/// taken from `budget`, so that a hostile file costs no time.
pub(super) fn nearest<'n>(
    wrong: &str,
    names: impl IntoIterator<Item = &'n str>,
    budget: &mut usize,
) -> Option<&'n str> {
    let wrong: String = wrong.chars().take(LONGEST + 1).flat_map(char::to_lowercase).collect();
    let wrong_length = wrong.chars().count();
    if wrong_length > LONGEST {
        return None;
    }
    let allowed = (wrong_length / 3).max(1);
    let mut best: Option<(usize, &str)> = None;
    for name in names {
        if *budget == 0 {
            break;
        }
        let length = name.chars().take(LONGEST + 1).count();
        if length > LONGEST {
            continue;
        }
        let begins_alike = wrong_length.min(length) >= 3
            && wrong.chars().zip(name.chars().flat_map(char::to_lowercase)).all(|(a, b)| a == b);
        let distance = if begins_alike {
            // `rest` for `resten`: as near as anything that is not a slip of one letter
            allowed
        } else if length.abs_diff(wrong_length) > allowed {
            continue;
        } else {
            *budget -= 1;
            // insertions, deletions, replacements, and swaps of neighbours, without regard to case
            strsim::osa_distance(&wrong, &name.chars().flat_map(char::to_lowercase).collect::<String>())
        };
        if distance <= allowed && best.is_none_or(|(d, _)| distance < d) {
            best = Some((distance, name));
        }
    }
    best.map(|(_, name)| name)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn finds_what_was_meant() {
        let names = ["volume", "tariff", "code", "name"];
        let find = |wrong| nearest(wrong, names, &mut 100);
        assert_eq!(find("volum"), Some("volume"));
        assert_eq!(find("tarif"), Some("tariff"));
        assert_eq!(find("cdoe"), Some("code"));
        assert_eq!(find("VOLUME"), Some("volume"));
        assert_eq!(find("something"), None);
        assert_eq!(find("vol"), Some("volume"));
        assert_eq!(find("tariffs-of-2024"), Some("tariff"));
        assert_eq!(nearest("volum", names, &mut 0), None);
    }
}
