//! Results in sentences that can be read aloud, each of which says what it is.

use super::view::SimulationView;
use crate::{
    number::{Figure, Figures, Ratio},
    simulation::results::{CostDifference, LAPSE_LATER, Later, StructureResult, Tipping, VolumeTipping},
};

/// A sentence with its mark.
pub(super) fn sentence(view: &SimulationView<'_>, template: &str, mut args: Figures) -> String {
    args.push(("mark", Figure::from(view.mark())));
    view.message(template, &args)
}

/// What each structure costs, and what it costs beside the base.
pub(super) fn drawn_sentences(view: &SimulationView<'_>) -> Vec<String> {
    let results = view.report.results;
    let mut out: Vec<String> =
        results.structures.iter().enumerate().map(|(at, own)| of_structure(view, at, own)).collect();
    let with_base =
        results.differences.iter().filter(|d| d.first == results.base || d.second == results.base);
    out.extend(with_base.filter_map(|d| of_difference(view, d, d.second == results.base)));
    out
}

fn of_structure(view: &SimulationView<'_>, at: usize, own: &StructureResult) -> String {
    let mut args = vec![("structure", Figure::from(view.id(at))), ("lots", Figure::from(own.lots.len()))];
    let Some(cost) = &own.cost else { return sentence(view, "simulation-say-no-cost", args) };
    args.push(("cost", Figure::from(view.sum_in_words(&cost.mean))));
    args.push(("low", Figure::from(view.sum_in_words(cost.low))));
    args.push(("high", Figure::from(view.sum_in_words(cost.high))));
    let Some(cheapest) = own.cheapest.as_ref().filter(|_| view.report.results.structures.len() > 1) else {
        return sentence(view, "simulation-say-alone", args);
    };
    args.push(("share", Figure::from(view.percent(&cheapest.share.share))));
    sentence(view, "simulation-say-structure", args)
}

/// What a structure costs more or less than the base; `turned` where the base is the second of the pair.
fn of_difference(view: &SimulationView<'_>, difference: &CostDifference, turned: bool) -> Option<String> {
    let cost = difference.cost.as_ref()?;
    let cheaper = &difference.second_cheaper.as_ref()?.share;
    let equal = &difference.equal.as_ref()?.share;
    let (base, other) =
        if turned { (difference.second, difference.first) } else { (difference.first, difference.second) };
    let dearer = Ratio::ONE - cheaper - equal;
    let (told, share) =
        if turned { (-difference.direction(), &dearer) } else { (difference.direction(), cheaper) };
    let half = Ratio::whole(cost.half_width.unwrap_or(0));
    let distance = cost.mean.abs();
    let args = vec![
        ("first", Figure::from(view.id(base))),
        ("second", Figure::from(view.id(other))),
        ("amount", Figure::from(view.sum_in_words(&distance))),
        ("from", Figure::from(view.kroner(&distance - &half))),
        ("until", Figure::from(view.kroner(distance + &half))),
        ("share", Figure::from(view.percent(share))),
        ("draws", Figure::Count(cost.draws)),
    ];
    let template = match told {
        -1 => "simulation-say-cheaper",
        1 => "simulation-say-dearer",
        _ if (cost.least, cost.most) == (0, 0) => "simulation-say-same",
        _ => "simulation-say-untold",
    };
    Some(sentence(view, template, args))
}

/// The answers, one a sentence; empty where nothing was asked.
pub(super) fn answers(view: &SimulationView<'_>) -> Vec<String> {
    let Some(asked) = view.report.break_even else { return Vec::new() };
    let mut out = Vec::new();
    for &(at, tipping) in &asked.discount {
        out.push(discount(view, at, tipping));
    }
    for &(at, tipping) in &asked.volume {
        out.extend(volume(view, at, tipping));
    }
    for (at, later) in &asked.lapse {
        out.extend(later.as_ref().map(|later| lapse(view, *at, later)));
    }
    if !out.is_empty() {
        out.push(sentence(view, "simulation-ask-draws", vec![("draws", Figure::Count(asked.draws))]));
    }
    out
}

fn pair(view: &SimulationView<'_>, at: usize) -> Figures {
    vec![
        ("structure", Figure::from(view.id(at))),
        ("base", Figure::from(view.id(view.report.results.base))),
        ("contracts", Figure::from(view.contracts_more(at))),
    ]
}

fn discount(view: &SimulationView<'_>, at: usize, tipping: Tipping) -> String {
    let mut args = pair(view, at);
    let template = match tipping {
        Tipping::At(hundredths) => {
            let points = Ratio::new(hundredths.abs().into(), 100).unwrap_or(Ratio::ZERO);
            let points = view.language.decimal(&points.to_decimals_half_up(2));
            args.push(("points", Figure::from(points)));
            if hundredths > 0 { "simulation-ask-more-discount" } else { "simulation-ask-less-discount" }
        }
        Tipping::AlwaysCheaper => "simulation-ask-always-discount",
        Tipping::AlwaysDearer => "simulation-ask-never-discount",
        Tipping::Unknown => "simulation-ask-unknown",
    };
    sentence(view, template, args)
}

fn volume(view: &SimulationView<'_>, at: usize, found: VolumeTipping) -> Option<String> {
    let mut args = pair(view, at);
    let template = match found.tipping {
        Tipping::At(percent) => {
            let (own, base) = (view.id(at), view.id(view.report.results.base));
            let (below, above) = if found.base_cheaper_below { (base, own) } else { (own, base) };
            args.push(("percent", Figure::from(view.language.decimal(&percent.to_string()))));
            args.extend([("below", Figure::from(below)), ("above", Figure::from(above))]);
            "simulation-ask-volume"
        }
        Tipping::AlwaysCheaper => "simulation-ask-volume-always",
        Tipping::AlwaysDearer => "simulation-ask-volume-never",
        // said once, with the discount
        Tipping::Unknown => return None,
    };
    Some(sentence(view, template, args))
}

fn lapse(view: &SimulationView<'_>, at: usize, later: &Later) -> String {
    let change = &later.later - &later.now;
    let mut args = pair(view, at);
    args.push(("days", Figure::from(LAPSE_LATER.to_string())));
    args.push(("amount", Figure::from(view.sum_in_words(change.abs()))));
    let template = match (change.is_zero(), change.is_negative()) {
        (true, _) => "simulation-ask-lapse-same",
        (_, true) => "simulation-ask-lapse-less",
        (_, false) => "simulation-ask-lapse-more",
    };
    sentence(view, template, args)
}
