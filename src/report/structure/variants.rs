//! The variants of a file beside its structures: a table, JSON, rows for spreadsheets. Nothing of it is the published
//! decision, and every line says so.

use serde_json::{Value, json};

use super::{
    compare::{ComparisonView, money, status_word},
    variation::{changes, variation_json},
};
use crate::{
    number::Figure,
    outcome::{AwardOutcome, AwardStatus, Total},
    record::evaluation_json::total_text,
    report::{
        Language, outcome_error_text,
        page::{Column, Grid, Item, Part, Tone},
    },
    structure::{ComparedVariant, StructureComparison, VariedAward, VariedStructure},
};

/// One row for each variant and structure, then what each variant tries out. `None` where there is no variant.
pub(super) fn variants_part(view: &ComparisonView<'_>) -> Option<Part> {
    let variants = &view.comparison.variants;
    let structures = &view.comparison.tender.structures;
    let mut columns =
        vec![Column::name(view.word("compare-variant")), Column::name(view.word("structure-structure"))];
    columns.push(Column { key: true, ..Column::word(view.word("structure-standing")) });
    columns.extend([
        Column::money(view.word("compare-cost")),
        Column::money(view.word("compare-change")),
        Column::count(view.word("compare-suppliers")),
    ]);
    columns.push(Column { key: false, ..Column::name(view.word("compare-winners")) });
    let mut grid = Grid::new(columns);
    let mut items = Vec::new();
    for v in variants {
        items.push(Item::new(what_it_tries_out(view, v)));
        for s in &v.structures {
            let structure = structures[s.structure].id.clone();
            let result = match &s.result {
                Ok(award) => award,
                Err(_) => {
                    items.push(Item::new(why_not_evaluated(view, v, s)));
                    continue;
                }
            };
            let change = result.change.map_or(String::new(), |m| view.language.money(m));
            let suppliers = result.suppliers.map_or(String::new(), |n| n.to_string());
            grid.row(
                vec![
                    v.variant.id.clone(),
                    structure,
                    view.word("structure-hypothesis").to_owned(),
                    view.money(result.award.expected_cost),
                    change,
                    suppliers,
                    winners(view, &result.award),
                ],
                Tone::Plain,
            );
        }
    }
    let mut part = Part::new(view.word("compare-part-variants"));
    part.grid(grid);
    part.list(items);
    part.text(view.word("compare-note-variants"));
    (!variants.is_empty()).then_some(part)
}

fn what_it_tries_out(view: &ComparisonView<'_>, v: &ComparedVariant<'_>) -> String {
    let variant = &v.variant;
    let name = if variant.title == variant.id {
        variant.id.clone()
    } else {
        format!("{} ({})", variant.id, variant.title)
    };
    let changes = changes(view.comparison.tender, &variant.variation, view.language);
    let changes =
        if changes.is_empty() { view.word("compare-nothing-tried").to_owned() } else { changes.join(", ") };
    view.message(
        "compare-variant-tries",
        &vec![("variant", Figure::from(name)), ("changes", Figure::from(changes))],
    )
}

fn why_not_evaluated(view: &ComparisonView<'_>, v: &ComparedVariant<'_>, s: &VariedStructure) -> String {
    let tender = view.comparison.tender;
    let reason = match &s.result {
        Ok(_) => String::new(),
        Err(error) => outcome_error_text(tender, s.structure, error, view.language),
    };
    let args = vec![
        ("variant", Figure::from(v.variant.id.as_str())),
        ("structure", Figure::from(tender.structures[s.structure].id.as_str())),
        ("reason", Figure::from(reason)),
    ];
    view.message("compare-variant-error", &args)
}

/// Who supplies, in the order of the lots, each with the number of its lots where it has several.
fn winners(view: &ComparisonView<'_>, award: &AwardOutcome) -> String {
    if award.status != AwardStatus::Awarded {
        return status_word(award.status, view.language).to_owned();
    }
    let mut lots_of: Vec<(usize, usize)> = Vec::new();
    for lot in &award.lots {
        let several = lot.suppliers.iter().map(|s| s.bidder);
        let one = lot.winner.filter(|_| lot.suppliers.is_empty());
        for bid in several.chain(one) {
            match lots_of.iter_mut().find(|(known, _)| *known == bid) {
                Some((_, lots)) => *lots += 1,
                None => lots_of.push((bid, 1)),
            }
        }
    }
    let one = |(bid, lots): &(usize, usize)| {
        let bidder = view.comparison.tender.bids[*bid].bidder.as_str();
        if *lots == 1 {
            return bidder.to_owned();
        }
        format!("{bidder} ({lots})")
    };
    lots_of.iter().map(one).collect::<Vec<_>>().join(", ")
}

/// `variants` of `udbud.comparison/1`.
pub(super) fn variants_json(comparison: &StructureComparison<'_>, language: Language) -> Value {
    let one = |v: &ComparedVariant<'_>| {
        json!({
            "id": v.variant.id,
            "title": v.variant.title,
            "variation": variation_json(comparison.tender, &v.variant.variation),
            "structures": v.structures.iter().map(|s| structure_json(comparison, s, language)).collect::<Vec<_>>(),
        })
    };
    Value::Array(comparison.variants.iter().map(one).collect())
}

fn structure_json(comparison: &StructureComparison<'_>, s: &VariedStructure, language: Language) -> Value {
    let structure = &comparison.tender.structures[s.structure];
    let (id, title, lots) = (&structure.id, &structure.title, structure.lots.len());
    let VariedAward { award, suppliers, change } = match &s.result {
        Ok(result) => result,
        Err(error) => {
            let message = outcome_error_text(comparison.tender, s.structure, error, language);
            return json!({ "id": id, "title": title, "published": false, "lots": lots, "status": null, "message": message });
        }
    };
    let lot = |l: usize| structure.lots[l].id.as_str();
    json!({
        "id": id,
        "title": title,
        "published": false,
        "lots": lots,
        "status": award.status.name(),
        "total": award.total.as_ref().map(total_text),
        "expected-cost": money(award.expected_cost),
        "change": money(*change),
        "suppliers": suppliers,
        "unawarded": award.unawarded.iter().map(|&l| lot(l)).collect::<Vec<_>>(),
        "award": award.lots.iter().enumerate().map(|(l, a)| json!({
            "lot": lot(l),
            "winner": a.winner.map(|b| comparison.tender.bids[b].bidder.as_str()),
            "price": money(a.price),
            "expected-payment": money(a.expected_payment),
        })).collect::<Vec<_>>(),
    })
}

/// One row for each variant, structure and lot, in the columns of the comparison.
pub(super) fn variants_rows(comparison: &StructureComparison<'_>, language: Language) -> Vec<Vec<String>> {
    let mut rows = Vec::new();
    for v in &comparison.variants {
        for s in &v.structures {
            if let Ok(result) = &s.result {
                rows.extend(award_rows(comparison, v, s.structure, result, language));
            }
        }
    }
    rows
}

fn award_rows(
    comparison: &StructureComparison<'_>,
    v: &ComparedVariant<'_>,
    structure: usize,
    result: &VariedAward,
    language: Language,
) -> Vec<Vec<String>> {
    let award = &result.award;
    let total = match &award.total {
        None => String::new(),
        Some(Total::Price(m)) => language.plain_decimal(&m.to_string()),
        Some(Total::Score(s)) => language.plain_decimal(&s.to_string()),
    };
    let structure = &comparison.tender.structures[structure];
    let row = |(l, lot): (usize, &crate::tender::Lot)| {
        let own = award.lots.get(l);
        let winner = own.and_then(|a| a.winner).map_or("", |b| comparison.tender.bids[b].bidder.as_str());
        let none = String::new;
        vec![
            structure.id.clone(),
            language.word("structure-hypothesis").to_owned(),
            language.plain_money(award.expected_cost),
            total.clone(),
            none(),
            none(),
            none(),
            result.suppliers.map_or_else(none, |n| n.to_string()),
            none(),
            status_word(award.status, language).to_owned(),
            lot.id.clone(),
            winner.to_owned(),
            language.plain_money(own.and_then(|a| a.price)),
            language.plain_money(own.and_then(|a| a.expected_payment)),
            none(),
            none(),
            v.variant.id.clone(),
        ]
    };
    structure.lots.iter().enumerate().map(row).collect()
}
