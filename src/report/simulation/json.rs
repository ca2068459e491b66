//! `udbud.simulation/1` (docs/reference/simulation.md).

use serde_json::{Value, json};

use super::{
    SimulationReport,
    sentences::{answers, drawn_sentences},
    view::{SimulationView, money},
};
use crate::{
    number::{Money, Ratio},
    report::{Language, tender_json},
    simulation::{
        Bidders, Input,
        results::{
            BidderResult, BreakEven, CostDifference, Driver, Histogram, LotResult, Share, StructureResult,
            Summary, Tipping,
        },
    },
    structure::per_year,
};

/// A study as JSON. Every object that could be taken out says that it is a simulation.
pub(super) fn simulation_json(report: SimulationReport<'_>, language: Language) -> Value {
    let view = SimulationView::of(report, language);
    let (study, run, results) = (report.study, report.run, report.results);
    let structures = results.structures.iter().enumerate();
    let sentences = drawn_sentences(&view).into_iter().chain(answers(&view));
    json!({
        "schema": "udbud.simulation/1",
        "simulation": true,
        "audience": run.audience.name(),
        "message": view.banner(),
        "engine": concat!("udbud ", env!("CARGO_PKG_VERSION")),
        "dialogue": { "title": study.dialogue.title, "hash": run.dialogue },
        "tender": tender_json(&study.dialogue.tender),
        "seed": run.seed,
        "algorithm": run.algorithm,
        "tables": run.tables,
        "draws": study.table.len(),
        "draws-asked-for": run.planned,
        "interrupted": run.interrupted,
        "precision": run.precision.map(|p| json!({ "percent": p.asked.to_string(), "reached": p.reached })),
        "possibilities": study.possibilities,
        "exact": study.is_exact(),
        "comparable-draws": results.comparable,
        "compared-with": view.id(results.base),
        "cost-per-contract": study.dialogue.cost_per_contract.to_string(),
        "defaults": study.dialogue.defaults.iter().map(|d| json!({
            "table": d.table, "key": d.key, "value": d.value, "profiles": d.profiles,
        })).collect::<Vec<_>>(),
        "leaves-quality-out": run.leaves_quality_out,
        "profiles": study.dialogue.profiles.iter().filter(|_| study.dialogue.bidders == Bidders::Profiles)
            .map(|p| json!({ "name": p.name, "count": p.count, "new": p.new })).collect::<Vec<_>>(),
        "structures": structures.map(|(at, own)| structure_json(&view, at, own)).collect::<Vec<_>>(),
        "differences": results.differences.iter().filter_map(|d| difference_json(&view, d)).collect::<Vec<_>>(),
        "break-even": report.break_even.map(|b| break_even_json(&view, b)),
        "sentences": sentences.collect::<Vec<_>>(),
    })
}

fn amount(ore: impl Into<super::view::Amount>) -> String {
    money(&ore.into().0).to_string()
}

/// Øre as kroner.
fn amounts_json(summary: Option<&Summary>) -> Value {
    summary.map_or(Value::Null, |s| {
        json!({
            "mean": amount(&s.mean),
            "error": s.error.map(amount),
            "half-width": s.half_width.map(amount),
            "low": amount(s.low),
            "median": amount(s.median),
            "high": amount(s.high),
            "least": amount(s.least),
            "most": amount(s.most),
        })
    })
}

fn year_json(view: &SimulationView<'_>, summary: Option<&Summary>) -> Value {
    let tender = &view.report.study.dialogue.tender;
    let year = |amount: Money| per_year(tender, amount).map(|m| m.to_string());
    let drawn = |ore: i64| year(Money::from_ore(ore.into()));
    let known = summary.filter(|_| tender.head.contract.is_some());
    known.map_or(Value::Null, |s| {
        json!({
            "mean": year(money(&s.mean)),
            "low": drawn(s.low),
            "median": drawn(s.median),
            "high": drawn(s.high),
        })
    })
}

/// A share of one in per cent with two decimals.
fn percent(share: &Ratio) -> String {
    (share * Ratio::whole(100)).to_decimals_half_up(2)
}

fn share_json(share: Option<&Share>) -> Value {
    share.map_or(Value::Null, |s| {
        let error = s.error.and_then(|e| Ratio::new(e, 100)).map(|e| e.to_decimals_half_up(2));
        json!({ "percent": percent(&s.share), "error-percent": error })
    })
}

fn mean(number: Option<&Ratio>) -> Option<String> {
    number.map(|n| n.to_decimals_half_up(2))
}

fn structure_json(view: &SimulationView<'_>, at: usize, own: &StructureResult) -> Value {
    let results = view.report.results;
    let structure = view.report.study.dialogue.tender.structures.get(own.structure);
    let names: Vec<String> = own.bidders.iter().map(|b| b.name.clone()).collect();
    let drivers = |of: &[Vec<Driver>]| {
        let own = of.get(at).map_or(&[][..], Vec::as_slice);
        own.iter().map(|d| driver_json(view, d, &names)).collect::<Vec<_>>()
    };
    json!({
        "simulation": true,
        "id": view.id(at),
        "title": structure.map(|s| s.title.as_str()),
        "published": false,
        "lots": own.lots.len(),
        "cost": amounts_json(own.cost.as_ref()),
        "cost-per-year": year_json(view, own.cost.as_ref()),
        "unknown-draws": own.unknown,
        "tied-draws": own.tied,
        "saving": own.saving.as_ref().map(amount),
        "cheapest": share_json(own.cheapest.as_ref().map(|c| &c.share)),
        "regret": amounts_json(own.cheapest.as_ref().map(|c| &c.regret)),
        "contracts": mean(own.contracts.as_ref()),
        "suppliers": mean(own.suppliers.as_ref()),
        "hhi": own.hhi.as_ref().map(|h| h.to_decimals_half_up(0)),
        "some-lot-without-bid": share_json(own.some_lot_without_bid.as_ref()),
        "bids": own.lots.iter().zip(view.lot_ids(at)).map(|(l, id)| lot_json(id, l)).collect::<Vec<_>>(),
        "bidders": own.bidders.iter().map(bidder_json).collect::<Vec<_>>(),
        "drivers": drivers(&results.drivers),
        "difference-drivers": drivers(&results.difference_drivers),
        "histogram": own.histogram.as_ref().map(histogram_json),
    })
}

fn lot_json(id: &str, lot: &LotResult) -> Value {
    json!({
        "simulation": true,
        "lot": id,
        "mean": mean(lot.bids.as_ref()),
        "draws-by-bids": lot.draws_by_bids,
        "without-bid": share_json(lot.without_bid.as_ref()),
    })
}

fn bidder_json(bidder: &BidderResult) -> Value {
    let volume = bidder.volume.as_ref().map(|v| {
        json!({ "mean": v.mean.to_decimals_half_up(2), "low": v.low, "median": v.median, "high": v.high })
    });
    json!({
        "simulation": true,
        "bidder": bidder.name,
        "count": bidder.count,
        "wins": share_json(bidder.wins.as_ref()),
        "payment": amounts_json(bidder.payment.as_ref()),
        "volume": volume,
        "guaranteed-volume": bidder.guaranteed,
        "largest-volume": bidder.largest,
    })
}

/// The word of an input in JSON.
fn input_word(input: Input) -> &'static str {
    match input {
        Input::Scenario => "scenario",
        Input::Specialty => "specialty",
        Input::Common => "common",
        Input::Group(_) => "group",
        Input::Course(_) => "course",
        Input::Lapse => "lapse",
        Input::TakesPart(_) => "takes-part",
        Input::MayLack(..) => "may-lack",
        Input::Discount(_) => "discount",
        Input::Capacity(_) => "capacity",
    }
}

fn driver_json(view: &SimulationView<'_>, driver: &Driver, bidders: &[String]) -> Value {
    json!({
        "input": input_word(driver.input),
        "message": view.input(driver.input, bidders),
        "share-percent": percent(&driver.share),
    })
}

fn histogram_json(histogram: &Histogram) -> Value {
    json!({ "from": amount(histogram.from), "until": amount(histogram.until), "draws": histogram.counts })
}

fn difference_json(view: &SimulationView<'_>, difference: &CostDifference) -> Option<Value> {
    let cost = difference.cost.as_ref()?;
    let half = Ratio::whole(cost.half_width?);
    let told = match difference.direction() {
        -1 => "cheaper",
        1 => "dearer",
        _ => "nothing",
    };
    Some(json!({
        "simulation": true,
        "structure": view.id(difference.second),
        "less": view.id(difference.first),
        "cost": amounts_json(Some(cost)),
        "interval": { "from": amount(&cost.mean - &half), "until": amount(&cost.mean + &half) },
        "cheaper": share_json(difference.second_cheaper.as_ref()),
        "equal": share_json(difference.equal.as_ref()),
        "told": told,
    }))
}

fn tipping_word(tipping: Tipping) -> &'static str {
    match tipping {
        Tipping::At(_) => "found",
        Tipping::AlwaysCheaper => "always-cheaper",
        Tipping::AlwaysDearer => "always-dearer",
        Tipping::Unknown => "unknown",
    }
}

fn break_even_json(view: &SimulationView<'_>, asked: &BreakEven) -> Value {
    let points = |t: Tipping| match t {
        Tipping::At(hundredths) => Ratio::new(hundredths.into(), 100).map(|p| p.to_decimals_half_up(2)),
        _ => None,
    };
    let percent = |t: Tipping| match t {
        Tipping::At(percent) => Some(percent.to_string()),
        _ => None,
    };
    json!({
        "simulation": true,
        "draws": asked.draws,
        "discount": asked.discount.iter().map(|&(at, t)| json!({
            "structure": view.id(at), "answer": tipping_word(t), "more-discount-points": points(t),
            "contracts-more": view.report.results.structures.get(at).and_then(|s| s.contracts.clone())
                .zip(view.report.results.structures.get(view.report.results.base).and_then(|s| s.contracts.clone()))
                .map(|(own, base)| (own - &base).to_decimals_half_up(2)),
        })).collect::<Vec<_>>(),
        "volume": asked.volume.iter().map(|&(at, v)| json!({
            "structure": view.id(at), "answer": tipping_word(v.tipping), "percent": percent(v.tipping),
            "cheaper-below": matches!(v.tipping, Tipping::At(_))
                .then(|| view.id(if v.base_cheaper_below { view.report.results.base } else { at })),
        })).collect::<Vec<_>>(),
        "lapse": asked.lapse.iter().map(|(at, later)| json!({
            "structure": view.id(*at), "days-later": crate::simulation::results::LAPSE_LATER,
            "now": later.as_ref().map(|l| amount(&l.now)), "later": later.as_ref().map(|l| amount(&l.later)),
        })).collect::<Vec<_>>(),
    })
}
