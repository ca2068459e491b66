//! Structures side by side. Every row and every sentence says whether it is the published decision.

use serde_json::{Value, json};

use super::{
    codes_and_more, key_columns, mark, money_or,
    robustness::{robustness_json, robustness_parts},
    sentences::sentences,
    titled, two_decimals,
    variants::{variants_json, variants_part, variants_rows},
    variation::{changes, variation_json},
};
use crate::{
    number::{Figure, Figures, Money, Ratio, Volume},
    outcome::{AwardStatus, Total},
    record::evaluation_json::{budget_json, total_text},
    report::{
        Language, Report,
        evaluation::{budget_columns, budget_part_of, budget_rows},
        kind::kind_figures,
        page::{Column, Grid, Item, Page, Part, Tone},
        tender_json,
    },
    structure::{ComparedStructure, Robustness, StructureComparison, VolumeCase, per_cent},
};

/// Structures side by side.
#[derive(Clone, Copy, Debug)]
pub struct ComparisonReport<'a> {
    /// The structures, and the variants of the file.
    pub comparison: &'a StructureComparison<'a>,
    /// Where it is asked for: how robust the award of the base is, `None` within where that cannot be given.
    pub robustness: Option<Option<&'a Robustness>>,
}

impl Report for ComparisonReport<'_> {
    fn page(&self, language: Language) -> Page {
        let comparison = self.comparison;
        let view = ComparisonView { comparison, language };
        let mut parts = vec![view.sides(), view.sentences(), view.lots()];
        parts.extend(view.shut_out());
        parts.extend(view.payments());
        parts.extend(view.budget());
        parts.push(view.volumes());
        parts.extend(view.unbalanced());
        if let (Some(robustness), Some(base)) = (self.robustness, comparison.structures.get(comparison.base))
        {
            parts.extend(robustness_parts(&view, base, robustness));
        }
        parts.extend(variants_part(&view));
        parts.push(view.notes());
        let title = vec![("tender", Figure::from(titled(comparison.tender)))];
        Page { title: view.message("compare-title", &title), banner: Some(view.banner()), parts }
    }

    /// `udbud.comparison/1`
    fn json(&self, language: Language) -> Value {
        let comparison = self.comparison;
        let tender = comparison.tender;
        let base = comparison.structures.get(comparison.base);
        json!({
            "schema": "udbud.comparison/1",
            "engine": concat!("udbud ", env!("CARGO_PKG_VERSION")),
            "tender": tender_json(tender),
            "variation": variation_json(tender, comparison.variation),
            "compared-with": base.map(|b| tender.structures[b.outcome.structure].id.as_str()),
            "totals-comparable": comparison.totals_are_comparable(),
            "volume-without-tariff": comparison.volume_without_tariff.count(),
            "structures": comparison.structures.iter().map(|c| structure_json(comparison, c)).collect::<Vec<_>>(),
            "variants": variants_json(comparison, language),
            "robustness": base.zip(self.robustness.flatten()).map(|(b, r)| robustness_json(tender, b.outcome.structure, r)),
            "sentences": sentences(comparison, language)
                .into_iter()
                .map(|(structure, message)| json!({ "structure": structure, "message": message }))
                .collect::<Vec<_>>(),
        })
    }

    fn rows(&self, language: Language) -> Option<Vec<Vec<String>>> {
        Some(rows(self.comparison, language))
    }
}

/// How an award ended, in a word.
pub(super) fn status_word(status: AwardStatus, language: Language) -> &'static str {
    language.word(match status {
        AwardStatus::Awarded => "compare-awarded",
        AwardStatus::Tie => "compare-tie",
        AwardStatus::NoAward => "compare-no-award",
        AwardStatus::NotProven => "compare-not-proven",
    })
}

/// A comparison as a reader of a language sees it.
pub(super) struct ComparisonView<'a> {
    pub(super) comparison: &'a StructureComparison<'a>,
    pub(super) language: Language,
}

impl ComparisonView<'_> {
    pub(super) fn word(&self, id: &str) -> &'static str {
        self.language.word(id)
    }

    pub(super) fn message(&self, id: &str, args: &Figures) -> String {
        self.language.message(id, args)
    }

    fn banner(&self) -> String {
        let tender = self.comparison.tender;
        let changes = changes(tender, self.comparison.variation, self.language);
        if changes.is_empty() {
            let id = tender.structures[tender.award.structure].id.as_str();
            return self.message("compare-banner", &vec![("published", Figure::from(id))]);
        }
        let mut args = kind_figures(tender.head.kind, self.language);
        args.push(("changes", Figure::List(changes)));
        self.message("structure-varied-banner", &args)
    }

    pub(super) fn mark(&self, c: &ComparedStructure<'_>) -> String {
        mark(c.published, self.language).to_owned()
    }

    pub(super) fn id(&self, c: &ComparedStructure<'_>) -> String {
        self.comparison.tender.structures[c.outcome.structure].id.clone()
    }

    pub(super) fn money(&self, amount: Option<Money>) -> String {
        money_or(self.language, amount)
    }

    fn total(&self, total: Option<&Total>) -> String {
        match total {
            None => String::new(),
            Some(Total::Price(m)) => self.language.money(*m),
            Some(Total::Score(s)) => self.language.number(s),
        }
    }

    fn key_columns(&self) -> Vec<Column> {
        key_columns(self.language)
    }

    fn sides(&self) -> Part {
        let comparison = self.comparison;
        let base = comparison.structures.get(comparison.base);
        let base_id = base.map_or(String::new(), |b| self.id(b));
        let against = self.message("compare-against", &vec![("base", Figure::from(base_id))]);
        let count = |n: Option<usize>| n.map_or(String::new(), |n| n.to_string());
        let mut columns = self.key_columns();
        columns.extend([
            Column::count(self.word("structure-lots")),
            Column::money(self.word("compare-cost")),
            Column::money(&against),
            Column::percent(self.word("structure-percent")),
            Column::count(self.word("compare-contracts")),
            Column::count(self.word("compare-suppliers")),
        ]);
        let mut first = Grid::new(columns);
        let mut columns = self.key_columns();
        columns.extend([
            Column::money(self.word("structure-total")),
            Column::money(self.word("compare-saving")),
            Column::percent(self.word("structure-percent")),
            Column::count(self.word("compare-hhi")),
            Column::count(self.word("compare-without-bid")),
        ]);
        columns.push(Column::word(self.word("compare-award")));
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
                    status_word(c.status(), self.language).to_owned(),
                ],
                tone,
            );
        }
        let mut part = Part::new(self.word("compare-part-sides"));
        part.grid(first);
        part.grid(second);
        part
    }

    fn sentences(&self) -> Part {
        let mut part = Part::new(self.word("compare-part-sentences"));
        part.list(sentences(self.comparison, self.language).into_iter().map(|(_, s)| Item::new(s)).collect());
        part
    }

    fn lots(&self) -> Part {
        let mut columns = self.key_columns();
        columns
            .extend([Column::name(self.word("structure-lot")), Column::name(self.word("structure-winner"))]);
        columns.extend([
            Column::money(self.word("structure-price")),
            Column::count(self.word("structure-admissible")),
            Column::money(self.word("compare-to-second")),
        ]);
        let mut grid = Grid::new(columns);
        for c in &self.comparison.structures {
            let award = &c.outcome.award;
            let structure = &self.comparison.tender.structures[c.outcome.structure];
            for (l, lot) in structure.lots.iter().enumerate() {
                let own = award.lots.get(l);
                let winner = match own.and_then(|a| a.winner) {
                    Some(b) => self.comparison.tender.bids[b].bidder.as_str(),
                    None if award.status == AwardStatus::Tie && !award.unawarded.contains(&l) => {
                        self.word("compare-tied")
                    }
                    None => self.word("structure-nobody"),
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
        let mut part = Part::new(self.word("compare-part-lots"));
        part.grid(grid);
        part
    }

    fn codes(&self, procedures: &[usize]) -> String {
        codes_and_more(self.comparison.tender, procedures, 3, self.language)
    }

    fn shut_out(&self) -> Option<Part> {
        let mut columns = self.key_columns();
        columns
            .extend([Column::name(self.word("structure-bidder")), Column::name(self.word("structure-lot"))]);
        columns.push(Column::word(self.word("structure-missing")));
        columns.extend([
            Column::money(self.word("compare-if-let-in")),
            Column::money(self.word("compare-let-in-saves")),
        ]);
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
        let mut part = Part::new(self.word("structure-part-shut-out"));
        let any = !grid.rows.is_empty();
        part.grid(grid);
        any.then_some(part)
    }

    fn payments(&self) -> Option<Part> {
        let mut columns = self.key_columns();
        columns.push(Column::name(self.word("structure-bidder")));
        columns.extend([
            Column::count(self.word("structure-lots")),
            Column::money(self.word("compare-payment")),
            Column::money(self.word("compare-per-year")),
            Column::percent(self.word("compare-share")),
        ]);
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
        let mut part = Part::new(self.word("compare-part-payments"));
        let any = !grid.rows.is_empty();
        part.grid(grid.without_empty_columns());
        any.then_some(part)
    }

    /// How many operations of which kind a budget buys, at the offers and at the fallback. `None` without a budget.
    fn budget(&self) -> Option<Part> {
        let amount = self.comparison.structures.iter().find_map(|c| c.outcome.budget.as_ref())?.amount;
        let mut columns = self.key_columns();
        columns.extend(budget_columns(self.language));
        let mut grid = Grid::new(columns);
        for c in &self.comparison.structures {
            let Some(buys) = &c.outcome.budget else { continue };
            for (cells, tone) in budget_rows(&c.outcome, buys, self.language) {
                let mut row = vec![self.id(c), self.mark(c)];
                row.extend(cells);
                grid.row(row, tone);
            }
        }
        Some(budget_part_of(amount, grid, self.language))
    }

    fn volumes(&self) -> Part {
        let mut columns = self.key_columns();
        columns.extend([
            Column::money(self.word("compare-at-min")),
            Column::money(self.word("compare-at-expected")),
            Column::money(self.word("compare-at-max")),
            Column::money(self.word("compare-a-year")),
        ]);
        let mut grid = Grid::new(columns);
        for c in &self.comparison.structures {
            let at =
                |case: VolumeCase| c.at_volumes.iter().find(|v| v.case == case).and_then(|v| v.expected_cost);
            let mut row = vec![self.id(c), self.mark(c)];
            row.extend(VolumeCase::ALL.map(|case| self.money(at(case))));
            row.push(c.cost_per_year.map_or(String::new(), |y| self.language.money(y)));
            grid.row(row, Tone::Plain);
        }
        let mut part = Part::new(self.word("compare-part-volumes"));
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
                let mark = if c.published {
                    String::new()
                } else {
                    format!("{}. ", self.word("structure-hypothesis"))
                };
                let args = vec![
                    ("mark", Figure::from(mark)),
                    ("structure", Figure::from(self.id(c))),
                    ("bidder", Figure::from(self.comparison.tender.bids[u.bid].bidder.as_str())),
                    ("low", Figure::from(side(true))),
                    ("high", Figure::from(side(false))),
                    ("gain", Figure::from(u.gain)),
                ];
                items.push(Item::new(self.message("compare-unbalanced", &args)));
            }
        }
        let mut part = Part::new(self.word("compare-part-unbalanced"));
        let any = !items.is_empty();
        part.list(items);
        any.then_some(part)
    }

    fn notes(&self) -> Part {
        let comparison = self.comparison;
        let mut items = vec![Item::new(self.word("compare-note-cost"))];
        if !comparison.totals_are_comparable() {
            items.push(Item::new(self.word("compare-note-totals")));
        }
        items.extend(
            [
                self.word("compare-note-given"),
                self.word("compare-note-opened"),
                self.word("compare-note-hhi"),
            ]
            .map(Item::new),
        );
        if comparison.volume_without_tariff > Volume::ZERO {
            let args = vec![("volume", Figure::from(comparison.volume_without_tariff))];
            items.push(Item::new(self.message("compare-note-without-tariff", &args)));
        }
        let mut part = Part::new(self.word("structure-part-notes"));
        part.list(items);
        part
    }
}

const TITLES: [&str; 17] = [
    "structure-structure",
    "structure-standing",
    "compare-cost",
    "structure-total",
    "compare-saving",
    "structure-percent",
    "compare-contracts",
    "compare-suppliers",
    "compare-hhi",
    "compare-award",
    "structure-lot",
    "structure-winner",
    "structure-price",
    "compare-payment",
    "structure-admissible",
    "compare-to-second",
    "compare-variant",
];

/// One row for each structure and lot, then one for each variant, structure and lot.
fn rows(comparison: &StructureComparison<'_>, language: Language) -> Vec<Vec<String>> {
    let mut rows = vec![TITLES.map(|id| language.word(id).to_owned()).to_vec()];
    for c in &comparison.structures {
        let structure = &comparison.tender.structures[c.outcome.structure];
        let award = &c.outcome.award;
        let count = |n: Option<usize>| n.map_or(String::new(), |n| n.to_string());
        let total = |t: Option<&Total>| match t {
            None => String::new(),
            Some(Total::Price(m)) => language.plain_decimal(&m.to_string()),
            Some(Total::Score(s)) => language.plain_decimal(&s.to_string()),
        };
        let percent = |p: &Ratio| language.plain_decimal(&p.to_decimals_half_up(2));
        for (l, lot) in structure.lots.iter().enumerate() {
            let own = award.lots.get(l);
            rows.push(vec![
                structure.id.clone(),
                mark(c.published, language).to_owned(),
                language.plain_money(award.expected_cost),
                total(award.total.as_ref()),
                language.plain_money(c.saving),
                c.saving_percent.as_ref().map_or(String::new(), percent),
                count(c.contracts),
                count(c.suppliers),
                c.hhi.map_or(String::new(), |h| h.to_string()),
                status_word(award.status, language).to_owned(),
                lot.id.clone(),
                own.and_then(|a| a.winner)
                    .map_or("", |b| comparison.tender.bids[b].bidder.as_str())
                    .to_owned(),
                language.plain_money(own.and_then(|a| a.price)),
                language.plain_money(own.and_then(|a| a.expected_payment)),
                c.competition[l].admissible.to_string(),
                total(c.competition[l].distance.as_ref()),
                String::new(),
            ]);
        }
    }
    rows.extend(variants_rows(comparison, language));
    rows
}

pub(super) fn money(amount: Option<Money>) -> Value {
    amount.map_or(Value::Null, |m| Value::from(m.to_string()))
}

fn structure_json(comparison: &StructureComparison<'_>, c: &ComparedStructure<'_>) -> Value {
    let tender = comparison.tender;
    let structure = &tender.structures[c.outcome.structure];
    let award = &c.outcome.award;
    let lot = |l: usize| structure.lots[l].id.as_str();
    let bidder = |b: usize| tender.bids[b].bidder.as_str();
    let ids = |lots: &[usize]| lots.iter().map(|&l| lot(l)).collect::<Vec<_>>();
    let codes = |p: &[usize]| p.iter().map(|&p| tender.procedures[p].code.as_str()).collect::<Vec<_>>();
    let payments = c.payments.as_ref().map(|payments| {
        let one = |(p, year): (&crate::structure::Payment, &Option<Money>)| {
            json!({
                "bidder": bidder(p.bid), "lots": p.lots, "payment": p.amount.to_string(), "payment-per-year": money(*year),
            })
        };
        payments.iter().zip(&c.payments_per_year).map(one).collect::<Vec<_>>()
    });
    let mut value = json!({
        "id": structure.id,
        "title": structure.title,
        "published": c.published,
        "lots": structure.lots.len(),
        "status": award.status.name(),
        "total": award.total.as_ref().map(total_text),
        "expected-cost": money(award.expected_cost),
        "fallback-total": money(c.fallback_total),
        "saving": money(c.saving),
        "saving-percent": c.saving_percent.as_ref().map(|p| p.to_decimals_half_up(2)),
        "contracts": c.contracts,
        "suppliers": c.suppliers,
        "unawarded": ids(&award.unawarded),
        "without-bid": ids(&c.without_bid),
        "hhi": c.hhi,
        "shut-out": c.shut_out.iter().map(|s| json!({
            "bidder": bidder(s.bid),
            "lot": lot(s.lot),
            "missing": codes(&s.missing),
            "total-if-let-in": money(s.total_if_let_in),
        })).collect::<Vec<_>>(),
        "award": award.lots.iter().enumerate().map(|(l, a)| json!({
            "lot": lot(l),
            "winner": a.winner.map(bidder),
            "price": money(a.price),
            "expected-payment": money(a.expected_payment),
        })).collect::<Vec<_>>(),
        "competition": c.competition.iter().enumerate().map(|(l, competition)| json!({
            "lot": lot(l),
            "admissible": competition.admissible,
            "first-to-second": competition.distance.as_ref().map(total_text),
        })).collect::<Vec<_>>(),
        "payments": payments,
        "expected-cost-per-year": money(c.cost_per_year),
        "total-per-year": money(c.total_per_year),
        "volumes": c.at_volumes.iter().map(|v| json!({
            "case": v.case.name(),
            "volume": v.volume.count(),
            "expected-cost": money(v.expected_cost),
        })).collect::<Vec<_>>(),
        "unbalanced": c.unbalanced.iter().map(|u| json!({
            "bidder": bidder(u.bid),
            "gain": u.gain.to_string(),
            "procedures": u.lines.iter().map(|l| json!({
                "code": tender.procedures[l.procedure].code,
                "unit": l.unit.to_string(),
                "median": l.median.to_string(),
                "volume": l.volume.count(),
            })).collect::<Vec<_>>(),
        })).collect::<Vec<_>>(),
    });
    if let (Some(fields), Some(budget)) = (value.as_object_mut(), budget_json(&c.outcome)) {
        fields.insert("budget".into(), budget);
    }
    value
}
