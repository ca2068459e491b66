//! What would have to be different, in sentences.

use super::{names::View, sentences::sentence};
use crate::{
    number::{Figure, Figures, Ratio},
    simulation::results::{LAPSE_LATER, Later, Tipping, VolumeTipping},
};

/// The answers, one a sentence; empty where nothing was asked.
pub(super) fn questions(view: &View<'_>) -> Vec<String> {
    let Some(asked) = view.told.break_even else { return Vec::new() };
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
        out.push(sentence(view, view.w.ask_draws, vec![("draws", Figure::Count(asked.draws))]));
    }
    out
}

fn pair(view: &View<'_>, at: usize) -> Figures {
    vec![
        ("structure", Figure::from(view.id(at))),
        ("base", Figure::from(view.id(view.told.results.base))),
        ("contracts", Figure::from(view.contracts_more(at))),
    ]
}

fn discount(view: &View<'_>, at: usize, tipping: Tipping) -> String {
    let w = view.w;
    let mut args = pair(view, at);
    let template = match tipping {
        Tipping::At(hundredths) => {
            let points = Ratio::new(hundredths.abs().into(), 100).unwrap_or(Ratio::ZERO);
            let points = view.language.decimal(&points.to_decimals_half_up(2));
            args.push(("points", Figure::from(points)));
            if hundredths > 0 { w.ask_more_discount } else { w.ask_less_discount }
        }
        Tipping::AlwaysCheaper => w.ask_always_discount,
        Tipping::AlwaysDearer => w.ask_never_discount,
        Tipping::Unknown => w.ask_unknown,
    };
    sentence(view, template, args)
}

fn volume(view: &View<'_>, at: usize, found: VolumeTipping) -> Option<String> {
    let w = view.w;
    let mut args = pair(view, at);
    let template = match found.tipping {
        Tipping::At(percent) => {
            let (own, base) = (view.id(at), view.id(view.told.results.base));
            let (below, above) = if found.base_cheaper_below { (base, own) } else { (own, base) };
            args.push(("percent", Figure::from(view.language.decimal(&percent.to_string()))));
            args.extend([("below", Figure::from(below)), ("above", Figure::from(above))]);
            w.ask_volume
        }
        Tipping::AlwaysCheaper => w.ask_volume_always,
        Tipping::AlwaysDearer => w.ask_volume_never,
        // said once, with the discount
        Tipping::Unknown => return None,
    };
    Some(sentence(view, template, args))
}

fn lapse(view: &View<'_>, at: usize, later: &Later) -> String {
    let w = view.w;
    let change = &later.later - &later.now;
    let mut args = pair(view, at);
    args.push(("days", Figure::from(LAPSE_LATER.to_string())));
    args.push(("amount", Figure::from(view.aloud(change.abs()))));
    let template = match (change.is_zero(), change.is_negative()) {
        (true, _) => w.ask_lapse_same,
        (_, true) => w.ask_lapse_less,
        (_, false) => w.ask_lapse_more,
    };
    sentence(view, template, args)
}
