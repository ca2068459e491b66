//! `[[variant]]`: what may be tried out under a name. Each is compared with the rest of the tender, so that it can be tried
//! out as it is written.

use super::{
    bids::Bids,
    keys,
    names::{Codes, Names, distinct},
    node::{At, Node, TableReader},
    problems::Problems,
    procurement::Tariffs,
    rules::{ABOVE_CAP, SCORED, read_missing},
};
use crate::tender::{
    AboveCap, CodePattern, Place, Problem, ProblemCode, ScoredPrice, Tender, Variant, Variation,
    VariationError,
};

/// What `[[variant]]` refers to.
#[derive(Clone, Copy, Debug)]
pub(super) struct VariantContext<'a> {
    pub(super) tariffs: &'a Tariffs,
    pub(super) codes: &'a Codes,
    pub(super) bids: &'a Bids,
    /// The rest of the tender.
    pub(super) tender: &'a Tender,
}

/// `[[variant]]`, and their ids.
pub(super) fn read_variants(
    root: TableReader<'_>,
    context: VariantContext<'_>,
    p: &mut Problems,
) -> (Vec<Variant>, Names) {
    let (mut variants, mut names) = (Vec::new(), Names::default());
    for t in root.tables("variant", &keys::VARIANT, p) {
        let Some(id) = t.need("id", p).and_then(|n| n.name(p)) else { continue };
        let title = t.get("title").and_then(|n| n.name(p)).map_or_else(|| id.value.clone(), |n| n.value);
        let variation = read_variation(t, context, p);
        if states_nothing(t) {
            p.add(
                Problem::new(ProblemCode::VariantChangesNothing, t.place)
                    .with("variant", id.value.as_str())
                    .with(
                        "keys",
                        keys::VARIANT.keys[2..].iter().map(|k| String::from(*k)).collect::<Vec<_>>(),
                    ),
            );
        }
        report_faults(root, t, &id, &variation, context.tender, p);
        if names.add(&id, ProblemCode::DuplicateId, "variant", p) {
            variants.push(Variant { id: id.value, title, variation, place: t.place });
        }
    }
    (variants, names)
}

/// Whether a variant has an id and a title alone.
fn states_nothing(t: TableReader<'_>) -> bool {
    keys::VARIANT.keys.iter().skip(2).all(|key| t.get(key).is_none())
}

fn read_variation(t: TableReader<'_>, context: VariantContext<'_>, p: &mut Problems) -> Variation {
    let tariff = t.get("cap-tariff").and_then(|n| n.name(p));
    let without = t.get("without").map_or_else(Vec::new, |n| distinct(n, p));
    Variation {
        missing: t.get("missing").map(|n| read_missing(n, context.codes, p)),
        above_cap: read_above_cap(t, context.tender, p),
        cap_tariff: tariff.and_then(|id| context.tariffs.find(&id, p)),
        lapse: t.get("lapse").and_then(|n| n.date(p)).map(|d| d.value),
        without: without.iter().filter_map(|name| context.bids.find(name, p)).collect(),
        volumes: t.get("volumes").map_or_else(Vec::new, |n| read_factors(n, context.codes, p)),
    }
}

/// `cap = "pay-cap-while-in-force"`, `scored-price = "capped"`: without a price of its own, the one of `[cap]` is scored.
fn read_above_cap(t: TableReader<'_>, tender: &Tender, p: &mut Problems) -> Option<AboveCap> {
    let mode = t.get("cap").map(|n| n.choice(&ABOVE_CAP, p));
    let scored_node = t.get("scored-price");
    let scored = scored_node.and_then(|n| n.choice(&SCORED, p)).map(|s| s.value);
    let own = tender.cap.map(|c| c.above);
    match mode {
        // the word is wrong, and was reported
        Some(None) => None,
        Some(Some(At { value: AboveCap::PayCapWhileInForce(_), place })) => {
            let own = match own {
                Some(AboveCap::PayCapWhileInForce(own)) => Some(own),
                _ => None,
            };
            if scored_node.is_none() && own.is_none() {
                p.note(ProblemCode::ScoredPriceMissing, place);
            }
            Some(AboveCap::PayCapWhileInForce(scored.or(own).unwrap_or(ScoredPrice::Bid)))
        }
        Some(Some(other)) => {
            report_scored_price_unused(scored_node, other.value, p);
            Some(other.value)
        }
        None => match own {
            Some(AboveCap::PayCapWhileInForce(_)) => scored.map(AboveCap::PayCapWhileInForce),
            Some(other) => {
                report_scored_price_unused(scored_node, other, p);
                None
            }
            // that there is no cap is reported by itself
            None => None,
        },
    }
}

fn report_scored_price_unused(node: Option<Node<'_>>, mode: AboveCap, p: &mut Problems) {
    if let Some(node) = node {
        p.add(Problem::new(ProblemCode::ScoredPriceUnused, node.place).with("mode", mode.name()));
    }
}

/// `volumes = { "KNG*" = 0.8 }`; a prefix that no code has is reported, and counts for nothing.
fn read_factors(
    node: Node<'_>,
    codes: &Codes,
    p: &mut Problems,
) -> Vec<(CodePattern, rust_decimal::Decimal)> {
    let mut factors = Vec::new();
    for (name, value) in node.entries(p) {
        let pattern = codes.pattern(&name, p);
        let any = match &pattern {
            CodePattern::Code(code) => codes.get(code).is_some(),
            CodePattern::Prefix(prefix) => !codes.with_prefix(prefix).is_empty(),
        };
        if let Some(factor) = value.number_within(0.into(), 1_000_000_000.into(), p)
            && any
        {
            factors.push((pattern, factor.value));
        }
    }
    factors
}

/// Reports what of a variant does not go together with the tender. What the tender lacks because it could not be read is
/// reported there.
fn report_faults(
    root: TableReader<'_>,
    t: TableReader<'_>,
    id: &At<String>,
    variation: &Variation,
    tender: &Tender,
    p: &mut Problems,
) {
    let place = |keys: &[&'static str]| -> Place {
        keys.iter().find_map(|key| t.get(key)).map_or(t.place, |node| node.place)
    };
    let of_cap = ["cap", "scored-price", "cap-tariff", "lapse"];
    if of_cap.iter().any(|key| t.get(key).is_some()) && root.get("cap").is_none() {
        p.add(
            Problem::new(ProblemCode::VariantWithoutCap, place(&of_cap)).with("variant", id.value.as_str()),
        );
        return;
    }
    match variation.check_rules(tender) {
        Err(VariationError::NoContract)
            if t.get("cap").is_some() && !p.has(ProblemCode::CapNeedsContract) =>
        {
            p.note(ProblemCode::CapNeedsContract, place(&["cap"]));
        }
        Err(VariationError::CapNeverLapses) => {
            let tariff = variation.cap_tariff.or(tender.cap.map(|c| c.tariff));
            let tariff = tariff.and_then(|i| tender.tariffs.get(i)).map_or("", |t| t.id.as_str());
            let problem = Problem::new(ProblemCode::VariantNeverLapses, place(&["lapse"]));
            p.add(problem.with("tariff", tariff));
        }
        Err(VariationError::RejectLineAndFallback) => report_reject_line(t, tender, p),
        _ => {}
    }
    if let Err(VariationError::VolumeTooLarge(code)) = variation.scaled_volumes(tender) {
        let problem = Problem::new(ProblemCode::VariantVolume, place(&["volumes"]));
        p.add(problem.with("procedure", code.as_str()));
    }
}

/// `reject-line` together with missing procedures at the fallback, of which the variant states one or both.
fn report_reject_line(t: TableReader<'_>, tender: &Tender, p: &mut Problems) {
    let (cap, missing) = (t.get("cap").map(|n| n.place), t.get("missing").map(|n| n.place));
    let (place, related) = match (cap, missing) {
        (Some(cap), missing) => (cap, missing.unwrap_or(tender.award.place)),
        (None, Some(missing)) => (missing, tender.cap.map_or(tender.award.place, |c| c.place)),
        // the tender's own rules clash, and that was reported
        (None, None) => return,
    };
    p.add(Problem::new(ProblemCode::RejectLineWithFallback, place).related(related));
}
