//! Results in sentences that can be read aloud, each of which says what it is.

use super::names::View;
use crate::{
    number::{Figure, Figures, Ratio},
    simulation::results::{CostDifference, StructureResult},
};

/// A sentence with its mark.
pub(super) fn sentence(view: &View<'_>, template: &str, mut args: Figures) -> String {
    args.push(("mark", Figure::from(view.mark())));
    view.say(template, &args)
}

/// What each structure costs, and what it costs beside the base.
pub(super) fn drawn_sentences(view: &View<'_>) -> Vec<String> {
    let results = view.told.results;
    let mut out: Vec<String> =
        results.structures.iter().enumerate().map(|(at, own)| of_structure(view, at, own)).collect();
    let with_base =
        results.differences.iter().filter(|d| d.first == results.base || d.second == results.base);
    out.extend(with_base.filter_map(|d| of_difference(view, d, d.second == results.base)));
    out
}

fn of_structure(view: &View<'_>, at: usize, own: &StructureResult) -> String {
    let w = view.w;
    let mut args = vec![("structure", Figure::from(view.id(at))), ("lots", Figure::from(own.lots.len()))];
    let Some(cost) = &own.cost else { return sentence(view, w.say_no_cost, args) };
    args.push(("cost", Figure::from(view.aloud(&cost.mean))));
    args.push(("low", Figure::from(view.aloud(cost.low))));
    args.push(("high", Figure::from(view.aloud(cost.high))));
    let Some(cheapest) = own.cheapest.as_ref().filter(|_| view.told.results.structures.len() > 1) else {
        return sentence(view, w.say_alone, args);
    };
    args.push(("share", Figure::from(view.percent(&cheapest.share.share))));
    sentence(view, w.say_structure, args)
}

/// What a structure costs more or less than the base; `turned` where the base is the second of the pair.
fn of_difference(view: &View<'_>, difference: &CostDifference, turned: bool) -> Option<String> {
    let w = view.w;
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
        ("amount", Figure::from(view.aloud(&distance))),
        ("from", Figure::from(view.kroner(&distance - &half))),
        ("until", Figure::from(view.kroner(distance + &half))),
        ("share", Figure::from(view.percent(share))),
        ("draws", Figure::Count(cost.draws)),
    ];
    let template = match told {
        -1 => w.say_cheaper,
        1 => w.say_dearer,
        _ if (cost.least, cost.most) == (0, 0) => w.say_same,
        _ => w.say_untold,
    };
    Some(sentence(view, template, args))
}
