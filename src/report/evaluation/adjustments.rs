//! Prices that are adjusted over the contract: what is capped and paid, day by day.

use super::view::View;
use crate::{
    number::Figure,
    pricing::Calendar,
    record::adjusted_tariffs,
    report::page::{Column, Grid, Item, Part, Tone},
    tender::{AboveCap, PriceAdjustment},
};

/// The adjustments, and one row for each stretch of days on which nothing changes; nothing where prices are not adjusted.
pub(super) fn part(view: &View<'_>) -> Option<Part> {
    let calendar = view.outcome.priced.prices.calendar.as_ref()?;
    let mut part = Part::new(view.words.part_adjustments);
    let adjustments = view.tender().adjustments_in_time();
    part.list(adjustments.into_iter().map(|a| Item::new(sentence(view, a))).collect());
    part.text(view.words.adjust_means);
    part.text(view.words.adjust_table);
    part.grid(grid(view, calendar));
    Some(part)
}

fn sentence(view: &View<'_>, adjustment: &PriceAdjustment) -> String {
    let tariffs = adjustment.tariffs.iter().filter_map(|t| view.tender().tariffs.get(*t));
    let mut targets: Vec<String> = tariffs
        .map(|t| view.say(view.words.adjust_tariff, &vec![("tariff", Figure::from(t.id.as_str()))]))
        .collect();
    targets.extend(adjustment.prices.then(|| view.words.adjust_prices.to_owned()));
    let args = vec![
        ("from", Figure::from(adjustment.from)),
        ("percent", Figure::from(adjustment.percent)),
        ("targets", Figure::List(targets)),
    ];
    view.say(view.words.adjustment, &args)
}

fn grid(view: &View<'_>, calendar: &Calendar) -> Grid {
    let (w, tender) = (view.words, view.tender());
    let tariffs = adjusted_tariffs(tender);
    let pays_cap = tender.cap.is_some_and(|c| matches!(c.above, AboveCap::PayCapWhileInForce(_)));
    let mut columns =
        vec![Column::figure(w.adjust_from), Column::figure(w.adjust_until), Column::figure(w.adjust_days)];
    if pays_cap {
        columns.push(Column::word(w.adjust_cap));
    }
    columns.extend(tariffs.iter().map(|t| Column::figure(&tender.tariffs[*t].id)));
    let prices = tender.adjustments.iter().any(|a| a.prices);
    columns.extend(prices.then(|| Column::figure(w.adjust_prices_column)));
    columns.push(Column::word(w.adjust_fallback));
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
            cells.push(if segment.cap_in_force { w.yes } else { w.no }.to_owned());
        }
        cells.extend(tariffs.iter().map(|t| times(stage.tariffs[*t].exact().clone())));
        cells.extend(prices.then(|| times(stage.prices.exact().clone())));
        let fallback = segment.fallback.and_then(|t| tender.tariffs.get(t));
        cells.push(fallback.map_or(String::new(), |t| t.id.clone()));
        grid.row(cells, Tone::Plain);
    }
    grid.without_empty_columns()
}
