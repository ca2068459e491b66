//! Level 3: the award problem follows from the canonical texts, the certificate proves the best awards of that problem, and
//! the evaluation reports what the tie rules leave of them.
//!
//! The problem is made here from what level 2 has computed (`docs/reference/certificate.md`, "What it is bound to"). The
//! canonical texts do not hold the order of the bids; it is that of `bids` in `evaluation.json`, and the hash in the
//! certificate shows whether it is the right one.

use std::{error::Error, fmt};

use num_bigint::BigInt;
use num_integer::Integer;
use num_traits::ToPrimitive;
use serde_json::{Value, json};

use crate::{
    RecordFiles,
    admission::FrameworkHints,
    award::{Award, Field, after_tie_rules},
    certificate::{CertificateError, Ties, Verdict, check},
    exact::{Exact, int, show_exact, show_money},
    facts::{self, CombinationRule, Facts},
    fault::{Faults, FiguresError},
    figures::{Computed, evaluation_of},
    problem::{AwardProblem, ProblemError},
    quality::Decides,
};

const CERTIFICATE: &str = "certificate.txt";
/// Costs of more bits than this are not put into a problem.
const MOST_BITS: u64 = 96;

/// Why the award of a record is not proven.
#[derive(Clone, Debug, PartialEq, Eq)]
#[non_exhaustive]
pub enum AwardError {
    /// There is no certificate, although each lot has one supplier.
    CertificateMissing,
    /// The certificate does not prove what it claims.
    CertificateRefused(CertificateError),
    /// The award problem that follows from the texts is not one that its format can hold.
    Problem(ProblemError),
    /// The evaluation says something else of the award than the certificate proves.
    AwardDiffers {
        /// The field of `award`.
        field: String,
        /// What is written there.
        written: String,
        /// What is proven.
        expected: String,
    },
    /// The figures from which the problem follows cannot be computed.
    Figures(Box<FiguresError>),
    /// A figure does not fit the problem.
    TooLarge,
}

impl fmt::Display for AwardError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            AwardError::CertificateMissing => write!(f, "there is no {CERTIFICATE}"),
            AwardError::CertificateRefused(why) => write!(f, "{CERTIFICATE}: {why}"),
            AwardError::Problem(why) => write!(f, "{why}"),
            AwardError::AwardDiffers { field, written, expected } => {
                write!(f, "evaluation.json, award, {field}: is {written}, and {expected} is proven")
            }
            AwardError::Figures(why) => write!(f, "{why}"),
            AwardError::TooLarge => write!(f, "a figure is too large for the award problem"),
        }
    }
}

impl Error for AwardError {}

/// What is proven of the award.
#[derive(Clone, Debug, PartialEq, Eq)]
#[non_exhaustive]
pub enum ProvenAward {
    /// Each lot has several suppliers: the ranking is its own proof, and level 2 has looked at it.
    Ranking,
    /// No award keeps the rules.
    Nobody,
    /// No award is better.
    Best {
        /// How many awards are best, where that is proven.
        awards: Option<u128>,
        /// How many of them the tie rules leave, where all are listed.
        left: Option<usize>,
    },
}

/// Checks the certificate of a record, and what the evaluation reports of the award.
///
/// # Errors
/// Everything that differs; the first of all if nothing can be compared.
pub fn check_award_proof(files: &RecordFiles, structure: &str) -> Result<ProvenAward, Vec<AwardError>> {
    let figures = |error| vec![AwardError::Figures(Box::new(error))];
    let evaluation = evaluation_of(files).map_err(figures)?;
    let facts = facts::read_texts(files, structure, &mut Faults::default()).map_err(figures)?;
    if facts.award.suppliers_per_lot > 1 {
        return Ok(ProvenAward::Ranking);
    }
    let computed = Computed::of(&facts, &FrameworkHints::read(&evaluation)).map_err(figures)?;
    let field = Field::new(&facts, &computed.book, &computed.admissions, &computed.lots);
    let listed = evaluation["bids"].as_array().into_iter().flatten();
    let order: Vec<usize> = listed.filter_map(|bid| facts.bid_index(bid["bidder"].as_str()?)).collect();
    let text = problem_text(&field, &order).ok_or_else(|| vec![AwardError::TooLarge])?;
    let problem = AwardProblem::parse(&text).map_err(|why| vec![AwardError::Problem(why)])?;
    let certificate = files.get(CERTIFICATE).ok_or_else(|| vec![AwardError::CertificateMissing])?;
    let verdict = check(&problem, &String::from_utf8_lossy(certificate))
        .map_err(|why| vec![AwardError::CertificateRefused(why)])?;
    let mut report = Reported { facts: &facts, award: &evaluation["award"], errors: Vec::new() };
    let Verdict::Best { ties, awards, .. } = verdict else {
        report.awards_nothing();
        return report.end(ProvenAward::Nobody);
    };
    let by_bid = |award: &Award| -> Award { award.iter().map(|w| w.map(|b| order[b])).collect() };
    let best: Vec<Award> = awards.iter().map(by_bid).collect();
    let number = match ties {
        Ties::Exactly(number) => Some(number),
        Ties::NotProven => None,
    };
    let is_complete = number.is_some_and(|number| number == best.len() as u128);
    let left = is_complete.then(|| after_tie_rules(&field, best.clone()));
    match left.as_deref() {
        Some([only]) if only.iter().all(Option::is_none) => report.awards_nothing(),
        left => {
            let tally = best.first().map(|award| field.tally(award));
            let total = tally.and_then(|tally| match (facts.evaluation.highest_is_best(), tally.unknown) {
                (true, _) => Some(show_exact(&tally.score)),
                (false, true) => None,
                (false, false) => Some(show_money(tally.ore)),
            });
            report.expect("total", json!(total));
            if let Some(number) = number {
                report.expect("best-awards", json!(number.to_string()));
            }
            match left {
                Some(left) => report.leaves(left),
                None if report.award["status"] == "awarded" => {}
                None => report.expect("status", json!("tie")),
            }
        }
    }
    let left = left.map(|left| left.len());
    report.end(ProvenAward::Best { awards: number, left })
}

/// What `evaluation.json` reports of the award.
struct Reported<'a> {
    facts: &'a Facts,
    award: &'a Value,
    errors: Vec<AwardError>,
}

impl Reported<'_> {
    fn end(self, proven: ProvenAward) -> Result<ProvenAward, Vec<AwardError>> {
        if self.errors.is_empty() { Ok(proven) } else { Err(self.errors) }
    }

    fn expect(&mut self, name: &str, expected: Value) {
        let written = self.award.get(name).cloned().unwrap_or(Value::Null);
        self.expect_value(name.to_owned(), written, expected);
    }

    fn expect_value(&mut self, field: String, written: Value, expected: Value) {
        if written != expected {
            let (written, expected) = (written.to_string(), expected.to_string());
            self.errors.push(AwardError::AwardDiffers { field, written, expected });
        }
    }

    fn awards_nothing(&mut self) {
        self.expect("status", json!("no-award"));
        for name in ["total", "best-awards"] {
            self.expect(name, Value::Null);
        }
        for name in ["tied", "lots"] {
            self.expect(name, json!([]));
        }
    }

    fn bidder(&self, winner: Option<usize>) -> Value {
        json!(winner.map(|bid| self.facts.bids[bid].bidder.as_str()))
    }

    fn leaves(&mut self, left: &[Award]) {
        let lots = &self.facts.structure.lots;
        let is_tie = left.len() > 1;
        self.expect("status", json!(if is_tie { "tie" } else { "awarded" }));
        let listed = if is_tie { left } else { &[] };
        let tied: Vec<Value> = listed
            .iter()
            .map(|award| {
                let winners = lots.iter().zip(award);
                winners.map(|(lot, w)| json!({ "lot": lot.id, "winner": self.bidder(*w) })).collect()
            })
            .collect();
        self.expect("tied", Value::from(tied));
        let mut unawarded = Vec::new();
        for (l, lot) in lots.iter().enumerate() {
            let mut winners: Vec<Option<usize>> = left.iter().map(|award| award[l]).collect();
            winners.dedup();
            if winners == [None] {
                unawarded.push(lot.id.as_str());
            }
            let agreed = if let [only] = winners.as_slice() { *only } else { None };
            let written = &self.award["lots"][l];
            self.expect_value(format!("lots/{l}/lot"), written["lot"].clone(), json!(lot.id));
            self.expect_value(format!("lots/{l}/winner"), written["winner"].clone(), self.bidder(agreed));
        }
        self.expect("unawarded", json!(unawarded));
    }
}

/// The canonical text of the award problem, with the bids in this order.
fn problem_text(field: &Field<'_>, order: &[usize]) -> Option<String> {
    let (facts, structure) = (field.facts, &field.facts.structure);
    let scores = facts.evaluation.highest_is_best();
    let or_dash = |number: Option<u64>| number.map_or_else(|| "-".to_owned(), |n| n.to_string());
    let with_commas =
        |lots: &mut dyn Iterator<Item = usize>| lots.map(|lot| lot.to_string()).collect::<Vec<_>>().join(",");
    let mut lines = vec![
        "udbud-award-problem 1".to_owned(),
        format!("lots {}", structure.lots.len()),
        format!("bidders {}", order.len()),
        format!("max-lots-per-bidder {}", or_dash(structure.max_lots_per_bidder)),
        format!("min-suppliers {}", or_dash(structure.min_suppliers)),
        format!("max-suppliers {}", or_dash(structure.max_suppliers)),
        format!("unawarded {}", if facts.award.if_cheaper { "if-cheaper" } else { "fewest-first" }),
    ];
    for lot in 0..structure.lots.len() {
        let fallback = field.fallback[lot].filter(|_| !scores).unwrap_or(0);
        lines.push(format!("lot {fallback} {}", facts.volume_on(lot)));
    }
    let score_costs = if scores { Some(scores_made_whole(field)?) } else { None };
    for &bid in order {
        let own = &facts.bids[bid];
        let max_lots = own.max_lots.filter(|_| facts.invites("max-lots"));
        let capacity = own.capacity.filter(|_| facts.invites("capacity"));
        lines.push(format!("bidder {} {}", or_dash(max_lots), or_dash(capacity)));
        let combinations: &[_] = if facts.invites("combination") { &own.combinations } else { &[] };
        let mut tiers: Vec<i128> = combinations.iter().map(|c| c.discount).filter(|d| *d > 0).collect();
        tiers.sort_unstable();
        tiers.dedup();
        for tier in &tiers {
            let mut line = "tier".to_owned();
            for combination in combinations.iter().filter(|c| c.discount == *tier) {
                line += &match &combination.rule {
                    CombinationRule::MinLots(least) => format!(" at-least:{least}"),
                    CombinationRule::Lots(lots) => {
                        format!(" all-of:{}", with_commas(&mut lots.iter().copied()))
                    }
                    CombinationRule::AllLots => {
                        format!(" all-of:{}", with_commas(&mut (0..structure.lots.len())))
                    }
                };
            }
            lines.push(line);
        }
        if facts.invites("only-together") {
            for set in &own.only_together {
                lines.push(format!("only-together {}", with_commas(&mut set.iter().copied())));
            }
        }
        for lot in (0..structure.lots.len()).filter(|lot| field.may_win(*lot).contains(&bid)) {
            let mut line = format!("cost {lot}");
            match &score_costs {
                Some(costs) => line += &format!(" {}", costs[lot].iter().find(|(b, _)| *b == bid)?.1),
                None => {
                    for discount in [0].iter().chain(&tiers) {
                        line += &format!(" {}", field.evaluated_price_at(bid, lot, *discount)?);
                    }
                }
            }
            lines.push(line);
        }
    }
    lines.push(String::new());
    Some(lines.join("\n"))
}

/// By lot, each bid that may win it and what it costs: its score times the weight of the lot, made whole over the least
/// common denominator of all, and negated. Where that is too large, and no rule could tie lots together, its place among
/// the scores of the lot serves, from 0.
fn scores_made_whole(field: &Field<'_>) -> Option<Vec<Vec<(usize, i128)>>> {
    let mut scores: Vec<Vec<(usize, Exact)>> = Vec::new();
    for (l, lot) in field.facts.structure.lots.iter().enumerate() {
        let weight = lot.weight.clone().unwrap_or_else(|| int(1));
        let may_win = field.may_win(l).into_iter();
        let weighted = may_win.filter_map(|bid| match field.lots[l].decides.get(&bid)? {
            Decides::Score { rounded, .. } => Some((bid, rounded * &weight)),
            Decides::Price { .. } => None,
        });
        scores.push(weighted.collect());
    }
    let denominator = scores.iter().flatten().fold(BigInt::from(1), |all, (_, score)| {
        // beyond the limit it need not grow any more
        if all.bits() > MOST_BITS { all } else { all.lcm(score.denom()) }
    });
    let made_whole = |score: &Exact| -> Option<i128> {
        let whole = (score * Exact::from(denominator.clone())).to_integer();
        (whole.bits() <= MOST_BITS).then(|| whole.to_i128().map(|n| -n)).flatten()
    };
    let each = |lot: &Vec<(usize, Exact)>| -> Option<Vec<(usize, i128)>> {
        lot.iter().map(|(bid, score)| Some((*bid, made_whole(score)?))).collect()
    };
    if denominator.bits() <= MOST_BITS
        && let Some(costs) = scores.iter().map(each).collect::<Option<Vec<_>>>()
    {
        return Some(costs);
    }
    let structure = &field.facts.structure;
    let limits = [structure.max_lots_per_bidder, structure.min_suppliers, structure.max_suppliers];
    if limits.iter().any(Option::is_some) || !structure.bidders_may.is_empty() {
        return None;
    }
    let places = |lot: &Vec<(usize, Exact)>| {
        let mut better: Vec<&Exact> = lot.iter().map(|(_, score)| score).collect();
        better.sort_unstable();
        better.dedup();
        lot.iter()
            .map(|(bid, score)| (*bid, better.iter().filter(|other| **other > score).count() as i128))
            .collect()
    };
    Some(scores.iter().map(places).collect())
}
