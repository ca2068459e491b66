//! Who can bid on what, for people: a matrix that fits a page, lots and structures, and the smallest sets.

use super::{StructurePage, two_decimals, words::Words};
use crate::{
    number::{Figure, Figures},
    report::{
        Language,
        page::{Block, Column, Grid, Item, Page, Part, Tone, csv_text},
    },
    structure::{Basis, Coverage, LotCoverage, StructureCoverage},
};

/// The matrix is printed up to so many bidders and procedures; beyond, the procedures that fewest can do.
const MATRIX_BIDDERS: usize = 20;
const MATRIX_PROCEDURES: usize = 200;
/// So many procedures are listed where the matrix is too large.
const FEWEST: usize = 60;
/// So many sets are shown for each number of bidders; JSON has more.
const SETS_SHOWN: usize = 5;
/// A name in the matrix is cut here.
const NAME: usize = 34;

/// Coverage, ready to be laid out.
pub fn coverage_page(coverage: &Coverage<'_>, language: Language) -> StructurePage {
    let view = View { coverage, language, w: Words::of(language) };
    let head = &coverage.tender.head;
    let title =
        if head.title.is_empty() { head.id.clone() } else { format!("{} – {}", head.id, head.title) };
    let parts =
        [Some(view.bidders()), Some(view.matrix()), Some(view.lots()), view.shut_out(), view.smallest()];
    StructurePage(Page {
        title: view.say(view.w.coverage_title, &vec![("tender", Figure::from(title))]),
        banner: Some(view.w.coverage_banner.to_owned()),
        parts: parts.into_iter().flatten().collect(),
    })
}

/// Coverage for spreadsheets: one row for each procedure and bidder.
pub fn coverage_csv(coverage: &Coverage<'_>, language: Language) -> String {
    let w = Words::of(language);
    let tender = coverage.tender;
    let mut rows = vec![[w.code, w.name, w.bidder, w.taken_from, w.can_bid].map(str::to_owned).to_vec()];
    let view = View { coverage, language, w };
    for (p, procedure) in tender.procedures.iter().enumerate() {
        for (b, bid) in tender.bids.iter().enumerate() {
            rows.push(vec![
                procedure.code.clone(),
                procedure.name.clone(),
                bid.bidder.clone(),
                view.basis(b).to_owned(),
                if coverage.can[b][p] { w.yes } else { w.no }.to_owned(),
            ]);
        }
    }
    csv_text(&rows, language)
}

struct View<'a> {
    coverage: &'a Coverage<'a>,
    language: Language,
    w: &'static Words,
}

impl View<'_> {
    fn say(&self, template: &str, args: &Figures) -> String {
        self.language.fill(template, args)
    }

    fn basis(&self, bid: usize) -> &'static str {
        match self.coverage.basis[bid] {
            Basis::Offers => self.w.from_offers,
            Basis::Registration => self.w.from_registration,
        }
    }

    fn names(&self, bids: &[usize]) -> String {
        let names: Vec<String> = bids.iter().map(|&b| self.coverage.tender.bids[b].bidder.clone()).collect();
        self.language.list(&names)
    }

    fn codes(&self, procedures: &[usize], most: usize) -> String {
        let code = |p: &usize| self.coverage.tender.procedures[*p].code.clone();
        let first: Vec<String> = procedures.iter().take(most).map(code).collect();
        if procedures.len() <= most {
            return first.join(", ");
        }
        let args =
            vec![("first", Figure::from(first.join(", "))), ("more", Figure::from(procedures.len() - most))];
        self.say(self.w.codes_and_more, &args)
    }

    fn standing(&self, structure: &StructureCoverage) -> &'static str {
        let published = structure.structure == self.coverage.tender.award.structure;
        if published { self.w.published } else { self.w.hypothesis }
    }

    fn bidders(&self) -> Part {
        let (w, tender) = (self.w, self.coverage.tender);
        let mut grid = Grid::new(vec![
            Column::word(w.letter),
            Column::name(w.bidder),
            Column::word(w.taken_from),
            Column::figure(w.procedures),
        ]);
        for (b, bid) in tender.bids.iter().enumerate() {
            let can = self.coverage.can[b].iter().filter(|c| **c).count();
            let count = format!("{can}/{}", tender.procedures.len());
            grid.row(vec![letter(b), bid.bidder.clone(), self.basis(b).to_owned(), count], Tone::Plain);
        }
        let mut part = Part::new(w.part_bidders);
        part.grid(grid);
        part
    }

    /// How many can do a procedure.
    fn count(&self, procedure: usize) -> usize {
        self.coverage.can.iter().filter(|can| can[procedure]).count()
    }

    fn matrix(&self) -> Part {
        let (w, tender) = (self.w, self.coverage.tender);
        let fits = tender.bids.len() <= MATRIX_BIDDERS && tender.procedures.len() <= MATRIX_PROCEDURES;
        let mut part = Part::new(if fits { w.part_matrix } else { w.part_fewest });
        let mut columns = vec![Column::name(w.code), Column::word(w.name), Column::figure(w.how_many)];
        let mut shown: Vec<usize> = (0..tender.procedures.len()).collect();
        if fits {
            columns.extend((0..tender.bids.len()).map(|b| Column::word(&letter(b))));
        } else {
            columns.push(Column::word(w.who_cannot));
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
        part.text(self.say(w.everybody_can, &args));
        part.grid(grid);
        part
    }

    fn key_columns(&self) -> Vec<Column> {
        vec![Column::name(self.w.structure), Column { key: true, ..Column::word(self.w.standing) }]
    }

    fn lots(&self) -> Part {
        let (w, tender) = (self.w, self.coverage.tender);
        let mut columns = self.key_columns();
        columns.push(Column::name(w.lot));
        columns
            .extend([w.procedures, w.can_bid_count, w.shut_out_count, w.not_bid_count].map(Column::figure));
        columns.push(Column::word(w.who_can));
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
            facts.push((what, self.say(w.structure_reach, &args)));
        }
        let mut part = Part::new(w.part_lots_coverage);
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
        let w = self.w;
        let mut columns = self.key_columns();
        columns.extend([w.lot, w.bidder].map(Column::name));
        columns.push(Column::word(w.missing));
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
        let mut part = Part::new(w.part_shut_out);
        let any = !grid.rows.is_empty();
        part.grid(grid);
        any.then_some(part)
    }

    fn smallest(&self) -> Option<Part> {
        let w = self.w;
        let mut items = Vec::new();
        for (s, lot, covered) in self.each_lot() {
            let mut inner = Vec::new();
            for sets in &covered.smallest {
                for set in sets.sets.iter().take(SETS_SHOWN) {
                    let unknown = |p: String| if p.is_empty() { w.unknown.to_owned() } else { p };
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
                    inner.push(Item::new(self.say(w.without_codes, &args)));
                }
                let hidden = sets.sets.len().saturating_sub(SETS_SHOWN);
                if hidden > 0 || !sets.complete {
                    let n = Figure::from(hidden);
                    let template = if sets.complete { w.more_sets } else { w.more_sets_at_least };
                    inner.push(Item::new(
                        self.say(template, &vec![("n", n), ("size", Figure::from(sets.size))]),
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
                items.push(Item::new(self.say(w.smallest_of_lot, &args)).with(inner));
            }
        }
        let mut part = Part::new(w.part_smallest);
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

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn letters_go_on_after_z() {
        assert_eq!([0, 25, 26, 52, 701, 702].map(letter), ["A", "Z", "AA", "BA", "ZZ", "AAA"]);
    }
}
