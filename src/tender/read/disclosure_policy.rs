//! `[disclosure]`, `[standstill]`, and what a policy gives away whatever is bid

use super::{
    keys,
    node::{At, Node, TableReader},
    problems::Problems,
};
use crate::tender::{
    Disclosure, Measure, Method, ModelKind, OnLeak, PriceForm, Problem, ProblemCode, Sent, Standstill, Tell,
    Tender, TenderKind,
};

const TELLS: [(&str, Tell); 5] = [
    (Tell::Own.name(), Tell::Own),
    (Tell::WinnerTotal.name(), Tell::WinnerTotal),
    (Tell::WinnerPoints.name(), Tell::WinnerPoints),
    (Tell::Distance.name(), Tell::Distance),
    (Tell::AllTotals.name(), Tell::AllTotals),
];

const ON_LEAK: [(&str, OnLeak); 2] =
    [(OnLeak::Refuse.name(), OnLeak::Refuse), (OnLeak::Warn.name(), OnLeak::Warn)];

const SENT: [(&str, Sent); 2] =
    [(Sent::Electronically.name(), Sent::Electronically), (Sent::ByPost.name(), Sent::ByPost)];

/// `[disclosure]`
pub(super) fn read_disclosure(root: TableReader<'_>, p: &mut Problems) -> Disclosure {
    let Some(t) = root.table("disclosure", &keys::DISCLOSURE, p) else { return Disclosure::default() };
    Disclosure {
        tell: t.need("tell", p).map(|n| read_tells(n, p)).unwrap_or_default(),
        on_leak: t.get("on-leak").and_then(|n| n.choice(&ON_LEAK, p)).map_or(OnLeak::Refuse, |o| o.value),
        place: Some(t.place),
    }
}

fn read_tells(node: Node<'_>, p: &mut Problems) -> std::collections::BTreeSet<Tell> {
    let mut tells = std::collections::BTreeMap::new();
    for item in node.items(p) {
        let Some(tell) = item.choice(&TELLS, p) else { continue };
        if let Some(first) = tells.insert(tell.value, tell.place) {
            p.add(
                Problem::new(ProblemCode::ListedTwice, tell.place)
                    .with("name", tell.value.name())
                    .with("key", node.key)
                    .related(first),
            );
        }
    }
    tells.into_keys().collect()
}

/// `[standstill]`. Fewer days than the law's stand in a tender only with the reason why the law's do not apply.
pub(super) fn read_standstill(
    root: TableReader<'_>,
    kind: TenderKind,
    p: &mut Problems,
) -> Option<Standstill> {
    let t = root.table("standstill", &keys::STANDSTILL, p)?;
    let days = t.get("days").and_then(|n| n.count(0, 366, p)).map(At::pair);
    let sent = t.get("sent").and_then(|n| n.choice(&SENT, p)).map_or(Sent::Electronically, |s| s.value);
    let reason = t.get("reason").and_then(|n| n.name(p)).map(|r| r.value);
    if let Some((own, place)) = days
        && kind == TenderKind::Tender
        && own < sent.days_of_the_law()
        && reason.is_none()
    {
        p.add(
            Problem::new(ProblemCode::StandstillTooShort, place)
                .with("days", own)
                .with("least", sent.days_of_the_law())
                .with("sent", sent.name()),
        );
    }
    Some(Standstill { days, sent, reason, place: t.place })
}

/// Reports every way in which what may be told must give away more. Silent where the tender states no policy, or accepts it.
pub(super) fn report_disclosure_leaks(tender: &Tender, p: &mut Problems) {
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
