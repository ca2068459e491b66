//! Structures side by side, for people. Every row and every sentence says whether it is the published decision.

use super::{
    StructurePage, budget::budget_part, money_or, robustness::robustness_parts, sentences::aloud_sentences,
    two_decimals, variants::variants_part, variation::changes, words::Words,
};
use crate::{
    number::{Figure, Figures, Money, Volume},
    outcome::{AwardStatus, Total},
    report::{
        Language,
        kind::kind_figures,
        page::{Column, Grid, Item, Page, Part, Tone},
    },
    structure::{ComparedStructure, Robustness, StructureComparison, VolumeCase, per_cent},
};

/// Structures side by side, ready to be laid out.
pub fn comparison_page(
    comparison: &StructureComparison<'_>,
    robustness: Option<&Option<Robustness>>,
    language: Language,
) -> StructurePage {
    let view = View { comparison, language, w: Words::of(language) };
    let mut parts = vec![view.sides(), view.aloud(), view.lots()];
    parts.extend(view.shut_out());
    parts.extend(view.payments());
    parts.extend(budget_part(&view));
    parts.push(view.volumes());
    parts.extend(view.unbalanced());
    if let (Some(robustness), Some(base)) = (robustness, comparison.structures.get(comparison.base)) {
        parts.extend(robustness_parts(&view, base, robustness.as_ref()));
    }
    parts.extend(variants_part(&view));
    parts.push(view.notes());
    StructurePage(Page {
        title: view.say(view.w.compare_title, &vec![("tender", Figure::from(view.title()))]),
        banner: Some(view.banner()),
        parts,
    })
}

/// How an award ended, in a word.
pub(super) fn status_word(w: &'static Words, status: AwardStatus) -> &'static str {
    match status {
        AwardStatus::Awarded => w.awarded,
        AwardStatus::Tie => w.tie,
        AwardStatus::NoAward => w.no_award,
        AwardStatus::NotProven => w.not_proven,
    }
}

/// A comparison with the words to tell it in.
pub(super) struct View<'a> {
    pub(super) comparison: &'a StructureComparison<'a>,
    pub(super) language: Language,
    pub(super) w: &'static Words,
}

impl View<'_> {
    pub(super) fn say(&self, template: &str, args: &Figures) -> String {
        self.language.fill(template, args)
    }

    fn title(&self) -> String {
        let head = &self.comparison.tender.head;
        if head.title.is_empty() { head.id.clone() } else { format!("{} – {}", head.id, head.title) }
    }

    fn banner(&self) -> String {
        let tender = self.comparison.tender;
        let changes = changes(tender, self.comparison.variation, self.language);
        if changes.is_empty() {
            let id = tender.structures[tender.award.structure].id.as_str();
            return self.say(self.w.compare_banner, &vec![("published", Figure::from(id))]);
        }
        let mut args = kind_figures(tender.head.kind, self.language);
        args.push(("changes", Figure::List(changes)));
        self.say(self.w.varied_banner, &args)
    }

    pub(super) fn mark(&self, c: &ComparedStructure<'_>) -> String {
        if c.published { self.w.published } else { self.w.hypothesis }.to_owned()
    }

    pub(super) fn id(&self, c: &ComparedStructure<'_>) -> String {
        self.comparison.tender.structures[c.outcome.structure].id.clone()
    }

    pub(super) fn money(&self, amount: Option<Money>) -> String {
        money_or(self.language, amount, self.w.unknown)
    }

    fn total(&self, total: Option<&Total>) -> String {
        match total {
            None => String::new(),
            Some(Total::Price(m)) => self.language.money(*m),
            Some(Total::Score(s)) => self.language.number(s),
        }
    }

    fn key_columns(&self) -> Vec<Column> {
        vec![Column::name(self.w.structure), Column { key: true, ..Column::word(self.w.standing) }]
    }

    fn sides(&self) -> Part {
        let (w, comparison) = (self.w, self.comparison);
        let base = comparison.structures.get(comparison.base);
        let base_id = base.map_or(String::new(), |b| self.id(b));
        let against = self.say(w.against, &vec![("base", Figure::from(base_id))]);
        let count = |n: Option<usize>| n.map_or(String::new(), |n| n.to_string());
        let mut columns = self.key_columns();
        columns.extend([w.lots, w.cost, &against, w.percent, w.contracts, w.suppliers].map(Column::figure));
        let mut first = Grid::new(columns);
        let mut columns = self.key_columns();
        columns.extend([w.total, w.saving, w.percent, w.hhi, w.without_bid].map(Column::figure));
        columns.push(Column::word(w.award));
        let mut second = Grid::new(columns);
        for c in &comparison.structures {
            let difference = c
                .headline()
                .zip(base.and_then(ComparedStructure::headline))
                .filter(|_| base.is_some_and(|b| b.outcome.structure != c.outcome.structure));
            let difference = difference.and_then(|(own, base)| Some((own.checked_sub(base).ok()?, base)));
            let percent = difference.and_then(|(d, base)| per_cent(d, base));
            let tone = if c.published { Tone::Good } else { Tone::Plain };
            first.row(
                vec![
                    self.id(c),
                    self.mark(c),
                    c.competition.len().to_string(),
                    self.money(c.headline()),
                    difference.map_or(String::new(), |(d, _)| self.language.money(d)),
                    two_decimals(self.language, percent.as_ref()),
                    count(c.contracts),
                    count(c.suppliers),
                ],
                tone,
            );
            second.row(
                vec![
                    self.id(c),
                    self.mark(c),
                    self.total(c.outcome.award.total.as_ref()),
                    self.money(c.saving),
                    two_decimals(self.language, c.saving_percent.as_ref()),
                    c.hhi.map_or(String::new(), |h| self.language.decimal(&h.to_string())),
                    c.without_bid.len().to_string(),
                    status_word(w, c.status()).to_owned(),
                ],
                tone,
            );
        }
        let mut part = Part::new(w.part_sides);
        part.grid(first);
        part.grid(second);
        part
    }

    fn aloud(&self) -> Part {
        let mut part = Part::new(self.w.part_aloud);
        part.list(
            aloud_sentences(self.comparison, self.language).into_iter().map(|(_, s)| Item::new(s)).collect(),
        );
        part
    }

    fn lots(&self) -> Part {
        let w = self.w;
        let mut columns = self.key_columns();
        columns.extend([Column::name(w.lot), Column::name(w.winner)]);
        columns.extend([w.price, w.admissible, w.to_second].map(Column::figure));
        let mut grid = Grid::new(columns);
        for c in &self.comparison.structures {
            let award = &c.outcome.award;
            let structure = &self.comparison.tender.structures[c.outcome.structure];
            for (l, lot) in structure.lots.iter().enumerate() {
                let own = award.lots.get(l);
                let winner = match own.and_then(|a| a.winner) {
                    Some(b) => self.comparison.tender.bids[b].bidder.as_str(),
                    None if award.status == AwardStatus::Tie && !award.unawarded.contains(&l) => w.tied,
                    None => w.nobody,
                };
                let price = own.and_then(|a| a.price);
                grid.row(
                    vec![
                        self.id(c),
                        self.mark(c),
                        lot.id.clone(),
                        winner.to_owned(),
                        price.map_or(String::new(), |p| self.language.money(p)),
                        c.competition[l].admissible.to_string(),
                        self.total(c.competition[l].distance.as_ref()),
                    ],
                    Tone::Plain,
                );
            }
        }
        let mut part = Part::new(w.part_lots);
        part.grid(grid);
        part
    }

    /// The first codes, and how many more.
    fn codes(&self, procedures: &[usize]) -> String {
        let code = |p: &usize| self.comparison.tender.procedures[*p].code.clone();
        let first: Vec<String> = procedures.iter().take(3).map(code).collect();
        match procedures.len() {
            0..=3 => first.join(", "),
            n => {
                let args =
                    vec![("first", Figure::from(first.join(", "))), ("more", Figure::from(n - first.len()))];
                self.say(self.w.codes_and_more, &args)
            }
        }
    }

    fn shut_out(&self) -> Option<Part> {
        let w = self.w;
        let mut columns = self.key_columns();
        columns.extend([w.bidder, w.lot].map(Column::name));
        columns.push(Column::word(w.missing));
        columns.extend([w.if_let_in, w.let_in_saves].map(Column::figure));
        let mut grid = Grid::new(columns);
        for c in &self.comparison.structures {
            let structure = &self.comparison.tender.structures[c.outcome.structure];
            for s in &c.shut_out {
                let difference = match (&c.outcome.award.total, s.total_if_let_in) {
                    (Some(Total::Price(total)), Some(with)) => with.checked_sub(*total).ok(),
                    _ => None,
                };
                grid.row(
                    vec![
                        self.id(c),
                        self.mark(c),
                        self.comparison.tender.bids[s.bid].bidder.clone(),
                        structure.lots[s.lot].id.clone(),
                        self.codes(&s.missing),
                        self.money(s.total_if_let_in),
                        difference.map_or(String::new(), |d| self.language.money(d)),
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

    fn payments(&self) -> Option<Part> {
        let w = self.w;
        let mut columns = self.key_columns();
        columns.push(Column::name(w.bidder));
        columns.extend([w.lots, w.payment, w.per_year, w.share].map(Column::figure));
        let mut grid = Grid::new(columns);
        for c in &self.comparison.structures {
            let payments = c.payments.as_deref().unwrap_or_default();
            let all = Money::sum(payments.iter().map(|p| p.amount)).unwrap_or_default();
            for (payment, year) in payments.iter().zip(&c.payments_per_year) {
                grid.row(
                    vec![
                        self.id(c),
                        self.mark(c),
                        self.comparison.tender.bids[payment.bid].bidder.clone(),
                        payment.lots.to_string(),
                        self.language.money(payment.amount),
                        year.map_or(String::new(), |y| self.language.money(y)),
                        two_decimals(self.language, per_cent(payment.amount, all).as_ref()),
                    ],
                    Tone::Plain,
                );
            }
        }
        let mut part = Part::new(w.part_payments);
        let any = !grid.rows.is_empty();
        part.grid(grid.without_empty_columns());
        any.then_some(part)
    }

    fn volumes(&self) -> Part {
        let w = self.w;
        let mut columns = self.key_columns();
        columns.extend([w.at_min, w.at_expected, w.at_max, w.a_year].map(Column::figure));
        let mut grid = Grid::new(columns);
        for c in &self.comparison.structures {
            let at =
                |case: VolumeCase| c.at_volumes.iter().find(|v| v.case == case).and_then(|v| v.expected_cost);
            let mut row = vec![self.id(c), self.mark(c)];
            row.extend(VolumeCase::ALL.map(|case| self.money(at(case))));
            row.push(c.cost_per_year.map_or(String::new(), |y| self.language.money(y)));
            grid.row(row, Tone::Plain);
        }
        let mut part = Part::new(w.part_volumes);
        part.grid(grid.without_empty_columns());
        part
    }

    fn unbalanced(&self) -> Option<Part> {
        let mut items = Vec::new();
        for c in &self.comparison.structures {
            for u in &c.unbalanced {
                let side = |low: bool| {
                    let lines = u.lines.iter().filter(|l| (l.unit < l.median) == low);
                    self.codes(&lines.map(|l| l.procedure).collect::<Vec<_>>())
                };
                let mark = if c.published { String::new() } else { format!("{}. ", self.w.hypothesis) };
                let args = vec![
                    ("mark", Figure::from(mark)),
                    ("structure", Figure::from(self.id(c))),
                    ("bidder", Figure::from(self.comparison.tender.bids[u.bid].bidder.as_str())),
                    ("low", Figure::from(side(true))),
                    ("high", Figure::from(side(false))),
                    ("gain", Figure::from(u.gain)),
                ];
                items.push(Item::new(self.say(self.w.unbalanced, &args)));
            }
        }
        let mut part = Part::new(self.w.part_unbalanced);
        let any = !items.is_empty();
        part.list(items);
        any.then_some(part)
    }

    fn notes(&self) -> Part {
        let (w, comparison) = (self.w, self.comparison);
        let mut items = vec![Item::new(w.note_cost)];
        if !comparison.totals_are_comparable() {
            items.push(Item::new(w.note_totals));
        }
        items.extend([w.note_given, w.note_opened, w.note_hhi].map(Item::new));
        if comparison.volume_without_tariff > Volume::ZERO {
            let args = vec![("volume", Figure::from(comparison.volume_without_tariff))];
            items.push(Item::new(self.say(w.note_without_tariff, &args)));
        }
        let mut part = Part::new(w.part_notes);
        part.list(items);
        part
    }
}
