//! What is evaluated and by what terms: the head, the line that a hypothesis bears, the cap, prices over the contract.

use super::view::View;
use crate::{
    admission::FindingCode,
    number::{Figure, Figures, Money},
    pricing::Calendar,
    record::adjusted_tariffs,
    report::{
        findings::some_codes,
        page::{Block, Column, Grid, Item, Part, Tone},
    },
    tender::{AboveCap, Adjustment, Best, Cap, ModelKind, PriceAdjustment, ScoredPrice, TenderKind},
};

/// `RM-ORTO-2024 – Ortopædisk kirurgi`.
pub(in crate::report) fn title(view: &View<'_>) -> String {
    let head = &view.tender().head;
    if head.title.is_empty() { head.id.clone() } else { format!("{} – {}", head.id, head.title) }
}

/// The line that every part bears if this is not the published decision.
pub(in crate::report) fn banner(view: &View<'_>) -> Option<String> {
    if view.outcome.published {
        return None;
    }
    let mut lines: Vec<String> = structure_banner(view).into_iter().collect();
    let changes = changes(view);
    if !changes.is_empty() {
        let args: Figures = vec![("changes", Figure::List(changes))];
        lines.push(view.message_of_kind("evaluation-hypothesis-overlay", args));
    }
    Some(lines.join(" "))
}

/// The line about the structure alone, if it is not the published one.
pub(in crate::report) fn structure_banner(view: &View<'_>) -> Option<String> {
    let tender = view.tender();
    if view.outcome.structure == tender.award.structure {
        return None;
    }
    let args = vec![
        ("structure", Figure::from(tender.structures[view.outcome.structure].id.as_str())),
        ("published", Figure::from(tender.structures[tender.award.structure].id.as_str())),
    ];
    Some(view.message("evaluation-hypothesis-structure", &args))
}

/// What is tried out, in words.
fn changes(view: &View<'_>) -> Vec<String> {
    let overlay = &view.outcome.priced.overlay;
    let mut out = Vec::new();
    if overlay.volumes.is_some() {
        out.push(view.word("evaluation-overlay-volumes").to_owned());
    }
    if let Some(day) = overlay.lapse {
        out.push(view.message("evaluation-overlay-lapse", &vec![("day", Figure::from(day))]));
    }
    let named = |bids: Vec<usize>| {
        vec![("bidders", Figure::List(bids.into_iter().map(|b| view.bidder(b).to_owned()).collect()))]
    };
    if !overlay.absent.is_empty() {
        out.push(view.message("evaluation-overlay-absent", &named(overlay.absent.iter().copied().collect())));
    }
    if !overlay.discounts.is_empty() {
        out.push(
            view.message("evaluation-overlay-discounts", &named(overlay.discounts.keys().copied().collect())),
        );
    }
    if let Some(scored) = overlay.scored {
        out.push(view.message("evaluation-overlay-scored", &vec![("scored", Figure::from(scored.name()))]));
    }
    out
}

/// The first part: buyer, specialty, structure, contract, model, number of bids.
pub(in crate::report) fn head_part(view: &View<'_>) -> Part {
    let tender = view.tender();
    let head = &tender.head;
    let structure = &tender.structures[view.outcome.structure];
    let mut facts: Vec<(&str, String)> = vec![
        (view.word("evaluation-buyer"), head.buyer.clone()),
        (view.word("evaluation-specialty"), head.specialty.clone()),
        (
            view.word("evaluation-kind"),
            match head.kind {
                TenderKind::Tender => view.word("evaluation-kind-tender"),
                TenderKind::MiniTender => view.word("evaluation-kind-mini-tender"),
                TenderKind::OfferCollection => view.word("evaluation-kind-offer-collection"),
            }
            .to_owned(),
        ),
    ];
    if let Some(framework) = &tender.framework {
        facts.push((view.word("evaluation-framework"), format!("{} – {}", framework.id, framework.title)));
        if let Some(hash) = &framework.record_hash {
            facts.push((view.word("evaluation-framework-record"), hash.clone()));
        }
        let parties = framework.parties.iter().map(|p| p.bidder.clone()).collect::<Vec<_>>();
        facts.push((view.word("evaluation-parties"), view.language.list(&parties)));
    }
    let titled = if structure.title == structure.id || structure.title.is_empty() {
        structure.id.clone()
    } else {
        format!("{} – {}", structure.id, structure.title)
    };
    let lots = vec![("structure", Figure::from(titled)), ("lots", Figure::from(structure.lots.len()))];
    facts.push((view.word("evaluation-structure"), view.message("evaluation-published-as", &lots)));
    if let Some(deadline) = head.deadline {
        let moment = Figure::moment(deadline, head.deadline_text.as_deref());
        facts.push((view.word("evaluation-deadline"), view.language.figure(&moment)));
    }
    if let Some(contract) = head.contract {
        let args = vec![
            ("from", Figure::from(contract.from)),
            ("until", Figure::from(contract.until)),
            ("days", Figure::from(contract.days())),
        ];
        facts.push((view.word("evaluation-contract"), view.message("evaluation-days", &args)));
    }
    facts.push((view.word("evaluation-model"), model_name(view).to_owned()));
    let out = (0..tender.bids.len()).filter(|&b| !view.outcome.is_admissible(b)).count();
    let is_out = |b, l| view.evaluated(b, l).is_none() && !view.is_not_bid(b, l);
    let lots = 0..structure.lots.len();
    let some = (0..tender.bids.len())
        .filter(|&b| view.outcome.is_admissible(b) && lots.clone().any(|l| is_out(b, l)))
        .count();
    let counts = vec![
        ("bids", Figure::from(tender.bids.len())),
        ("out", Figure::from(out)),
        ("some", Figure::from(some)),
    ];
    let id = if some > 0 { "evaluation-count-bids-some" } else { "evaluation-count-bids" };
    facts.push((view.word("evaluation-part-bids"), view.message(id, &counts)));
    facts.retain(|(_, value)| !value.is_empty());
    let facts = facts.into_iter().map(|(what, value)| (what.to_owned(), value)).collect();
    Part { blocks: vec![Block::Facts(facts)], ..Part::default() }
}

fn model_name(view: &View<'_>) -> &'static str {
    match &view.tender().evaluation.kind {
        ModelKind::LowestPrice => view.word("evaluation-model-lowest-price"),
        ModelKind::Points => view.word("evaluation-model-points"),
        ModelKind::EvaluatedPrice(Adjustment::Subtract | Adjustment::Add | Adjustment::Uplift) => {
            view.word("evaluation-model-evaluated-price")
        }
        ModelKind::Formula { best: Best::Highest, .. } => view.word("evaluation-model-formula-score"),
        ModelKind::Formula { best: Best::Lowest, .. } => view.word("evaluation-model-formula-price"),
    }
}

/// The cap: what it does, for how many days, and to whom.
pub(in crate::report) fn cap_part(view: &View<'_>) -> Part {
    let mut part = Part::new(view.word("evaluation-part-cap"));
    let Some(cap) = view.tender().cap else {
        part.text(view.message_of_kind("evaluation-cap-none", Vec::new()));
        return part;
    };
    let tariff = &view.tender().tariffs[cap.tariff];
    let titled = if tariff.title.is_empty() || tariff.title == tariff.id {
        tariff.id.clone()
    } else {
        format!("{} ({})", tariff.id, tariff.title)
    };
    let args: Figures = vec![("tariff", Figure::from(titled))];
    let mut sentences = vec![match view.outcome.days {
        Some(days) => {
            let mut args = args;
            args.push(("in", Figure::from(days.in_force)));
            args.push(("contract", Figure::from(days.contract)));
            view.message("evaluation-cap-days", &args)
        }
        None => view.message("evaluation-cap-line", &args),
    }];
    sentences.push(cap_means(view, cap).to_owned());
    part.text(sentences.join(" "));
    let grid = above_cap(view);
    if grid.rows.is_empty() {
        part.text(view.word("evaluation-cap-nobody"));
    }
    let saves = grid.rows.iter().any(|r| r.cells.get(2).is_some_and(|c| !c.is_empty()));
    part.grid(grid.without_empty_columns());
    if saves {
        part.text(view.word("evaluation-cap-takes-off-means"));
    }
    part
}

/// What a price above the cap means under this tender.
fn cap_means(view: &View<'_>, cap: Cap) -> &'static str {
    match cap.above {
        AboveCap::RejectBid => view.word("evaluation-cap-reject-bid"),
        AboveCap::RejectLine => view.word("evaluation-cap-reject-line"),
        AboveCap::PayCapWhileInForce(own) => match view.outcome.priced.overlay.scored.unwrap_or(own) {
            ScoredPrice::Bid => view.word("evaluation-cap-scored-bid"),
            ScoredPrice::Capped => view.word("evaluation-cap-scored-capped"),
            ScoredPrice::TimeWeighted => view.word("evaluation-cap-scored-time-weighted"),
        },
    }
}

/// The bids with prices above the cap.
fn above_cap(view: &View<'_>) -> Grid {
    let mut grid = Grid::new(vec![
        Column::name(view.word("evaluation-bidder")),
        Column::count(view.word("evaluation-cap-above")),
        Column::money(view.word("evaluation-cap-takes-off")),
        Column { key: false, ..Column::name(view.word("evaluation-cap-codes")) },
    ]);
    for (bid, findings) in view.outcome.bid_findings.iter().enumerate() {
        let above =
            findings.iter().filter(|f| matches!(f.code, FindingCode::AboveCap | FindingCode::AboveCapLater));
        let mut procedures: Vec<usize> = above.filter_map(|f| f.procedure).collect();
        procedures.sort_unstable();
        procedures.dedup();
        if procedures.is_empty() {
            continue;
        }
        let codes: Vec<&str> =
            procedures.iter().map(|&p| view.tender().procedures[p].code.as_str()).collect();
        let cells = vec![
            view.bidder(bid).to_owned(),
            view.language.decimal(&procedures.len().to_string()),
            view.money(cap_takes_off(view, bid)),
            some_codes(&codes, view.language),
        ];
        grid.row(cells, Tone::Plain);
    }
    grid
}

/// By how much the cap lowers what a bid would be paid over all lots on which it was evaluated.
fn cap_takes_off(view: &View<'_>, bid: usize) -> Option<Money> {
    let rule = view.outcome.priced.line_rule();
    let mut sum = Money::ZERO;
    for (l, lot) in view.lots().iter().enumerate() {
        if view.evaluated(bid, l).is_none() {
            continue;
        }
        for &p in &lot.procedures {
            let Some(less) = rule.cap_takes_off(bid, p) else { continue };
            sum = sum.checked_add(less).ok()?;
        }
    }
    (sum != Money::ZERO).then_some(sum)
}

/// The adjustments, and one row for each stretch of days on which nothing changes; nothing where prices are not adjusted.
pub(in crate::report) fn adjustments_part(view: &View<'_>) -> Option<Part> {
    let calendar = view.outcome.priced.prices.calendar.as_ref()?;
    let mut part = Part::new(view.word("adjustment-part"));
    let adjustments = view.tender().adjustments_in_time();
    part.list(adjustments.into_iter().map(|a| Item::new(adjustment(view, a))).collect());
    part.text(view.word("adjustment-means"));
    part.text(view.word("adjustment-table"));
    part.grid(days_grid(view, calendar));
    Some(part)
}

fn adjustment(view: &View<'_>, adjustment: &PriceAdjustment) -> String {
    let tariffs = adjustment.tariffs.iter().filter_map(|t| view.tender().tariffs.get(*t));
    let mut targets: Vec<String> = tariffs
        .map(|t| view.message("adjustment-tariff", &vec![("tariff", Figure::from(t.id.as_str()))]))
        .collect();
    targets.extend(adjustment.prices.then(|| view.word("adjustment-prices").to_owned()));
    let args = vec![
        ("from", Figure::from(adjustment.from)),
        ("percent", Figure::from(adjustment.percent)),
        ("targets", Figure::List(targets)),
    ];
    view.message("adjustment-sentence", &args)
}

fn days_grid(view: &View<'_>, calendar: &Calendar) -> Grid {
    let tender = view.tender();
    let tariffs = adjusted_tariffs(tender);
    let pays_cap = tender.cap.is_some_and(|c| matches!(c.above, AboveCap::PayCapWhileInForce(_)));
    let mut columns = vec![
        Column::figure(view.word("adjustment-from")),
        Column::figure(view.word("adjustment-until")),
        Column::count(view.word("adjustment-days")),
    ];
    if pays_cap {
        columns.push(Column::word(view.word("adjustment-cap")));
    }
    columns.extend(tariffs.iter().map(|t| Column::figure(&tender.tariffs[*t].id)));
    let prices = tender.adjustments.iter().any(|a| a.prices);
    columns.extend(prices.then(|| Column::figure(view.word("adjustment-prices-column"))));
    columns.push(Column::word(view.word("adjustment-fallback")));
    let mut grid = Grid::new(columns);
    for segment in &calendar.segments {
        let stage = &calendar.stages[segment.stage];
        let times = |number| format!("× {}", view.language.figure(&Figure::Number(number)));
        let mut cells = vec![
            view.language.figure(&Figure::from(segment.period.from)),
            view.language.figure(&Figure::from(segment.period.until)),
            view.language.figure(&Figure::from(segment.days())),
        ];
        if pays_cap {
            cells.push(view.yes_or_no(segment.cap_in_force).to_owned());
        }
        cells.extend(tariffs.iter().map(|t| times(stage.tariffs[*t].exact().clone())));
        cells.extend(prices.then(|| times(stage.prices.exact().clone())));
        let fallback = segment.fallback.and_then(|t| tender.tariffs.get(t));
        cells.push(fallback.map_or(String::new(), |t| t.id.clone()));
        grid.row(cells, Tone::Plain);
    }
    grid.without_empty_columns()
}
