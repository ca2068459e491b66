//! What `[disclosure]` gives away whatever is bid, so that a buyer hears of it before the tender is published.

use crate::tender::{
    Measure, Method, ModelKind, OnLeak, PriceForm, Problem, ProblemCode, Tell, Tender,
    read::problems::Problems,
};

/// Tells every way in which what may be told must give away more. Silent where the tender states no policy, or accepts it.
pub(super) fn tell(tender: &Tender, p: &mut Problems) {
    let policy = &tender.disclosure;
    let Some(place) = policy.place.filter(|_| policy.on_leak == OnLeak::Refuse) else { return };
    let told = |leak: &str| Problem::new(ProblemCode::DisclosureGivesAway, place).with("leak", leak);
    let a_total = policy.tells(Tell::WinnerTotal) || policy.tells(Tell::AllTotals);
    if a_total && tender.pricing.form == PriceForm::OneDiscount {
        p.add(told("one-discount"));
    }
    if a_total && has_lot_of_one_procedure(tender) {
        p.add(told("one-procedure"));
    }
    if policy.tells(Tell::WinnerTotal) {
        return;
    }
    if policy.tells(Tell::Distance) && !tender.evaluation.highest_wins() {
        p.add(told("distance"));
    }
    if policy.tells(Tell::WinnerPoints) && scores_the_price(tender) {
        p.add(told("price-points"));
    }
}

fn has_lot_of_one_procedure(tender: &Tender) -> bool {
    let published = tender.structures.get(tender.award.structure);
    published.is_some_and(|s| s.lots.iter().any(|l| l.procedures.len() == 1))
}

/// Whether points of a named method show the price.
fn scores_the_price(tender: &Tender) -> bool {
    let measures_price = |method: &Method| {
        !matches!(method, Method::Formula { .. }) && method.measure() == Some(&Measure::Price)
    };
    tender.evaluation.kind == ModelKind::Points
        && tender.evaluation.criteria.iter().filter_map(|c| c.method.as_ref()).any(measures_price)
}
