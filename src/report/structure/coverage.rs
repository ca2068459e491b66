//! Who can bid on what: a matrix that fits a page, lots and structures, and the smallest sets.

use serde_json::{Value, json};

use super::{codes_and_more, key_columns, mark, titled, two_decimals};
use crate::{
    number::{Figure, Figures, Ratio},
    report::{
        Language, Report,
        page::{Block, Column, Grid, Item, Page, Part, Tone},
        tender_json,
    },
    structure::{Basis, Coverage, LotCoverage, RemovalSet, StructureCoverage},
    tender::Lot,
};

/// The matrix is printed up to this many bidders and procedures; beyond, the procedures that fewest can do.
const MATRIX_BIDDERS: usize = 20;
const MATRIX_PROCEDURES: usize = 200;
/// This many procedures are listed where the matrix is too large.
const FEWEST: usize = 60;
/// This many sets are shown for each number of bidders; JSON has more.
const SETS_SHOWN: usize = 5;
/// A name in the matrix is cut here.
const NAME: usize = 34;

/// Who can bid on what, before any price is looked at.
#[derive(Clone, Copy, Debug)]
pub struct CoverageReport<'a>(pub &'a Coverage<'a>);

impl Report for CoverageReport<'_> {
    fn page(&self, language: Language) -> Page {
        let view = CoverageView { coverage: self.0, language };
        let parts =
            [Some(view.bidders()), Some(view.matrix()), Some(view.lots()), view.shut_out(), view.smallest()];
        let title = vec![("tender", Figure::from(titled(self.0.tender)))];
        Page {
            title: view.message("coverage-title", &title),
            banner: Some(view.word("coverage-banner").to_owned()),
            parts: parts.into_iter().flatten().collect(),
        }
    }

    /// `udbud.coverage/1` (docs/reference/structures.md)
    fn json(&self, _: Language) -> Value {
        let coverage = self.0;
        let tender = coverage.tender;
        let basis = |b: &Basis| match b {
            Basis::Offers => "offers",
            Basis::Registration => "registration",
        };
        let who = |procedure: usize| {
            let can = (0..tender.bids.len()).filter(|&b| coverage.can[b][procedure]).collect::<Vec<_>>();
            json!({
                "code": tender.procedures[procedure].code,
                "name": tender.procedures[procedure].name,
                "bidders": can.len(),
                "can-bid": names(coverage, &can),
            })
        };
        let bidder = |(b, basis_of): (usize, &Basis)| {
            let can = coverage.can[b].iter().filter(|c| **c).count();
            json!({ "bidder": tender.bids[b].bidder, "from": basis(basis_of), "procedures": can })
        };
        json!({
            "schema": "udbud.coverage/1",
            "engine": concat!("udbud ", env!("CARGO_PKG_VERSION")),
            "tender": tender_json(tender),
            "bidders": coverage.basis.iter().enumerate().map(bidder).collect::<Vec<_>>(),
            "procedures": (0..tender.procedures.len()).map(who).collect::<Vec<_>>(),
            "structures": coverage.structures.iter().map(|s| structure_json(coverage, s)).collect::<Vec<_>>(),
        })
    }

    /// One row for each procedure and bidder.
    fn rows(&self, language: Language) -> Option<Vec<Vec<String>>> {
        let tender = self.0.tender;
        let view = CoverageView { coverage: self.0, language };
        let titles = [
            "structure-code",
            "coverage-name",
            "structure-bidder",
            "coverage-taken-from",
            "coverage-can-bid",
        ];
        let mut rows = vec![titles.map(|id| language.word(id).to_owned()).to_vec()];
        let (yes, no) = (language.word("structure-yes"), language.word("structure-no"));
        for (p, procedure) in tender.procedures.iter().enumerate() {
            for (b, bid) in tender.bids.iter().enumerate() {
                rows.push(vec![
                    procedure.code.clone(),
                    procedure.name.clone(),
                    bid.bidder.clone(),
                    view.basis(b).to_owned(),
                    if self.0.can[b][p] { yes } else { no }.to_owned(),
                ]);
            }
        }
        Some(rows)
    }
}

struct CoverageView<'a> {
    coverage: &'a Coverage<'a>,
    language: Language,
}

impl CoverageView<'_> {
    fn word(&self, id: &str) -> &'static str {
        self.language.word(id)
    }

    fn message(&self, id: &str, args: &Figures) -> String {
        self.language.message(id, args)
    }

    fn basis(&self, bid: usize) -> &'static str {
        match self.coverage.basis[bid] {
            Basis::Offers => self.word("coverage-from-offers"),
            Basis::Registration => self.word("coverage-from-registration"),
        }
    }

    fn names(&self, bids: &[usize]) -> String {
        let names: Vec<String> = bids.iter().map(|&b| self.coverage.tender.bids[b].bidder.clone()).collect();
        self.language.list(&names)
    }

    fn codes(&self, procedures: &[usize], most: usize) -> String {
        codes_and_more(self.coverage.tender, procedures, most, self.language)
    }

    fn standing(&self, structure: &StructureCoverage) -> &'static str {
        mark(structure.structure == self.coverage.tender.award.structure, self.language)
    }

    fn bidders(&self) -> Part {
        let tender = self.coverage.tender;
        let mut grid = Grid::new(vec![
            Column::word(""),
            Column::name(self.word("structure-bidder")),
            Column::word(self.word("coverage-taken-from")),
            Column::figure(self.word("coverage-procedures")),
        ]);
        for (b, bid) in tender.bids.iter().enumerate() {
            let can = self.coverage.can[b].iter().filter(|c| **c).count();
            let count = format!("{can}/{}", tender.procedures.len());
            grid.row(vec![letter(b), bid.bidder.clone(), self.basis(b).to_owned(), count], Tone::Plain);
        }
        let mut part = Part::new(self.word("coverage-part-bidders"));
        part.grid(grid);
        part
    }

    /// How many can do a procedure.
    fn count(&self, procedure: usize) -> usize {
        self.coverage.can.iter().filter(|can| can[procedure]).count()
    }

    fn matrix(&self) -> Part {
        let tender = self.coverage.tender;
        let fits = tender.bids.len() <= MATRIX_BIDDERS && tender.procedures.len() <= MATRIX_PROCEDURES;
        let mut part = Part::new(if fits {
            self.word("coverage-part-matrix")
        } else {
            self.word("coverage-part-fewest")
        });
        let mut columns = vec![
            Column::name(self.word("structure-code")),
            Column::word(self.word("coverage-name")),
            Column::count(self.word("coverage-how-many")),
        ];
        let mut shown: Vec<usize> = (0..tender.procedures.len()).collect();
        if fits {
            columns.extend((0..tender.bids.len()).map(|b| Column::word(&letter(b))));
        } else {
            columns.push(Column::word(self.word("coverage-who-cannot")));
            shown.retain(|&p| self.count(p) < tender.bids.len());
            shown.sort_by_key(|&p| self.count(p));
            shown.truncate(FEWEST);
        }
        let mut grid = Grid::new(columns);
        for procedure in shown {
            let own = &tender.procedures[procedure];
            let mut row = vec![own.code.clone(), cut(&own.name), self.count(procedure).to_string()];
            let can = self.coverage.can.iter().map(|can| can[procedure]);
            if fits {
                row.extend(can.map(|can| if can { "x" } else { "·" }.to_owned()));
            } else {
                let cannot: Vec<String> =
                    can.enumerate().filter(|(_, can)| !can).map(|(b, _)| letter(b)).collect();
                let more = cannot.len().saturating_sub(8);
                let list = cannot.iter().take(8).cloned().collect::<Vec<_>>().join(" ");
                row.push(if more > 0 { format!("{list} +{more}") } else { list });
            }
            grid.row(row, Tone::Plain);
        }
        let everybody = (0..tender.procedures.len()).filter(|&p| self.count(p) == tender.bids.len()).count();
        let args = vec![("n", Figure::from(everybody)), ("all", Figure::from(tender.procedures.len()))];
        part.text(self.message("coverage-everybody-can", &args));
        part.grid(grid);
        part
    }

    fn key_columns(&self) -> Vec<Column> {
        key_columns(self.language)
    }

    fn lots(&self) -> Part {
        let tender = self.coverage.tender;
        let mut columns = self.key_columns();
        columns.push(Column::name(self.word("structure-lot")));
        columns.extend([
            Column::count(self.word("coverage-procedures")),
            Column::count(self.word("coverage-can-bid")),
            Column::count(self.word("coverage-shut-out-count")),
            Column::count(self.word("coverage-not-bid-count")),
        ]);
        columns.push(Column::word(self.word("coverage-who-can")));
        let mut grid = Grid::new(columns);
        let mut facts = Vec::new();
        for s in &self.coverage.structures {
            let structure = &tender.structures[s.structure];
            for (lot, covered) in structure.lots.iter().zip(&s.lots) {
                let letters: Vec<String> = covered.can_bid.iter().take(12).map(|&b| letter(b)).collect();
                grid.row(
                    vec![
                        structure.id.clone(),
                        self.standing(s).to_owned(),
                        lot.id.clone(),
                        lot.procedures.len().to_string(),
                        covered.can_bid.len().to_string(),
                        covered.shut_out.len().to_string(),
                        covered.not_bid.len().to_string(),
                        letters.join(" "),
                    ],
                    Tone::Plain,
                );
            }
            let args = vec![
                ("all", Figure::from(s.on_all.len())),
                ("some", Figure::from(s.on_some.len())),
                ("bidders", Figure::from(tender.bids.len())),
            ];
            let what = format!("{} ({})", structure.id, self.standing(s));
            facts.push((what, self.message("coverage-structure-reach", &args)));
        }
        let mut part = Part::new(self.word("coverage-part-lots"));
        part.grid(grid);
        part.blocks.push(Block::Facts(facts));
        part
    }

    fn each_lot(&self) -> impl Iterator<Item = (&StructureCoverage, &crate::tender::Lot, &LotCoverage)> {
        let tender = self.coverage.tender;
        self.coverage.structures.iter().flat_map(move |s| {
            let lots = &tender.structures[s.structure].lots;
            lots.iter().zip(&s.lots).map(move |(lot, covered)| (s, lot, covered))
        })
    }

    fn shut_out(&self) -> Option<Part> {
        let mut columns = self.key_columns();
        columns
            .extend([Column::name(self.word("structure-lot")), Column::name(self.word("structure-bidder"))]);
        columns.push(Column::word(self.word("structure-missing")));
        let mut grid = Grid::new(columns);
        for (s, lot, covered) in self.each_lot() {
            for (bid, missing) in &covered.shut_out {
                grid.row(
                    vec![
                        self.coverage.tender.structures[s.structure].id.clone(),
                        self.standing(s).to_owned(),
                        lot.id.clone(),
                        self.coverage.tender.bids[*bid].bidder.clone(),
                        self.codes(missing, 3),
                    ],
                    Tone::Plain,
                );
            }
        }
        let mut part = Part::new(self.word("structure-part-shut-out"));
        let any = !grid.rows.is_empty();
        part.grid(grid);
        any.then_some(part)
    }

    fn smallest(&self) -> Option<Part> {
        let mut items = Vec::new();
        for (s, lot, covered) in self.each_lot() {
            let mut inner = Vec::new();
            for sets in &covered.smallest {
                for set in sets.sets.iter().take(SETS_SHOWN) {
                    let unknown =
                        |p: String| if p.is_empty() { self.word("structure-unknown").to_owned() } else { p };
                    let args = vec![
                        ("n", Figure::from(set.procedures.len())),
                        ("codes", Figure::from(self.codes(&set.procedures, 8))),
                        (
                            "value",
                            Figure::from(unknown(two_decimals(self.language, set.value_percent.as_ref()))),
                        ),
                        (
                            "volume",
                            Figure::from(unknown(two_decimals(self.language, set.volume_percent.as_ref()))),
                        ),
                        ("can", Figure::from(covered.can_bid.len() + set.let_in.len())),
                        ("bidders", Figure::from(self.coverage.tender.bids.len())),
                        ("names", Figure::from(self.names(&set.let_in))),
                        ("own", Figure::from(set.own_lot.len())),
                    ];
                    inner.push(Item::new(self.message("coverage-without-codes", &args)));
                }
                let hidden = sets.sets.len().saturating_sub(SETS_SHOWN);
                if hidden > 0 || !sets.complete {
                    let n = Figure::from(hidden);
                    let id = if sets.complete { "coverage-more-sets" } else { "coverage-more-sets-at-least" };
                    inner.push(Item::new(
                        self.message(id, &vec![("n", n), ("size", Figure::from(sets.size))]),
                    ));
                }
            }
            if !inner.is_empty() {
                let structure = &self.coverage.tender.structures[s.structure];
                let args = vec![
                    ("structure", Figure::from(structure.id.as_str())),
                    ("standing", Figure::from(self.standing(s))),
                    ("lot", Figure::from(lot.id.as_str())),
                    ("can", Figure::from(covered.can_bid.len())),
                    ("bidders", Figure::from(self.coverage.tender.bids.len())),
                ];
                items.push(Item::new(self.message("coverage-smallest-of-lot", &args)).with(inner));
            }
        }
        let mut part = Part::new(self.word("coverage-part-smallest"));
        let any = !items.is_empty();
        part.list(items);
        any.then_some(part)
    }
}

/// A, B, … Z, AA, AB, …
fn letter(bid: usize) -> String {
    let mut out = String::new();
    let mut left = bid + 1;
    while left > 0 {
        let digit = u8::try_from((left - 1) % 26).unwrap_or(0);
        out.insert(0, char::from(b'A' + digit));
        left = (left - 1) / 26;
    }
    out
}

fn cut(name: &str) -> String {
    if name.chars().count() <= NAME {
        return name.to_owned();
    }
    let head: String = name.chars().take(NAME - 1).collect();
    format!("{}…", head.trim_end())
}

fn names<'a>(coverage: &'a Coverage<'_>, bids: &[usize]) -> Vec<&'a str> {
    bids.iter().map(|&b| coverage.tender.bids[b].bidder.as_str()).collect()
}

fn codes<'a>(coverage: &'a Coverage<'_>, procedures: &[usize]) -> Vec<&'a str> {
    procedures.iter().map(|&p| coverage.tender.procedures[p].code.as_str()).collect()
}

fn structure_json(coverage: &Coverage<'_>, covered: &StructureCoverage) -> Value {
    let structure = &coverage.tender.structures[covered.structure];
    let lots = structure.lots.iter().zip(&covered.lots);
    json!({
        "id": structure.id,
        "title": structure.title,
        "published": covered.structure == coverage.tender.award.structure,
        "can-bid-on-all": names(coverage, &covered.on_all),
        "can-bid-on-some": names(coverage, &covered.on_some),
        "lots": lots.map(|(lot, covered)| lot_json(coverage, lot, covered)).collect::<Vec<_>>(),
    })
}

fn lot_json(coverage: &Coverage<'_>, lot: &Lot, covered: &LotCoverage) -> Value {
    let shut_out = covered.shut_out.iter().map(|(b, missing)| {
        json!({ "bidder": coverage.tender.bids[*b].bidder, "missing": codes(coverage, missing) })
    });
    let smallest = covered.smallest.iter().map(|s| {
        json!({
            "more": s.more,
            "size": s.size,
            "complete": s.complete,
            "sets": s.sets.iter().map(|set| set_json(coverage, set)).collect::<Vec<_>>(),
        })
    });
    json!({
        "lot": lot.id,
        "procedures": lot.procedures.len(),
        "bidders": covered.can_bid.len(),
        "can-bid": names(coverage, &covered.can_bid),
        "shut-out": shut_out.collect::<Vec<_>>(),
        "not-bid": names(coverage, &covered.not_bid),
        "smallest-sets": smallest.collect::<Vec<_>>(),
    })
}

fn set_json(coverage: &Coverage<'_>, set: &RemovalSet) -> Value {
    let percent = |p: &Option<Ratio>| p.as_ref().map(|p| p.to_decimals_half_up(2));
    json!({
        "codes": codes(coverage, &set.procedures),
        "lets-in": names(coverage, &set.let_in),
        "own-lot": names(coverage, &set.own_lot),
        "value-percent": percent(&set.value_percent),
        "volume-percent": percent(&set.volume_percent),
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn letters_go_on_after_z() {
        assert_eq!([0, 25, 26, 52, 701, 702].map(letter), ["A", "Z", "AA", "BA", "ZZ", "AAA"]);
    }
}
