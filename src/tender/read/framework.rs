//! `[mini-tenders]`, `[framework]`, `[budget]`

use super::{
    keys,
    model::Criteria,
    names::distinct,
    node::{At, Node, TableReader},
    problems::Problems,
    text,
};
use crate::{
    number::Ratio,
    tender::{
        AwardRules, Budget, DirectAward, MaxPrice, MiniTenders, Place, Problem, ProblemCode, Sharing,
        TenderKind, WeightRange,
    },
};

const MAX_PRICES: [(&str, MaxPrice); 3] = [
    (MaxPrice::OwnBid.name(), MaxPrice::OwnBid),
    (MaxPrice::Cap.name(), MaxPrice::Cap),
    (MaxPrice::Unlimited.name(), MaxPrice::Unlimited),
];

const DIRECT_AWARDS: [(&str, DirectAward); 2] =
    [(DirectAward::Ranked.name(), DirectAward::Ranked), (DirectAward::Never.name(), DirectAward::Never)];

/// A table that a tender of another kind makes nothing of.
fn report_other_kind(node: Node<'_>, kind: TenderKind, p: &mut Problems) {
    p.add(
        Problem::new(ProblemCode::WithoutEffect, node.place)
            .with("key", node.key)
            .with("because", format!("kind = \"{}\"", kind.name())),
    );
}

/// `[mini-tenders]`
pub(super) fn read_mini_tenders(
    root: TableReader<'_>,
    kind: TenderKind,
    criteria: &Criteria,
    award: &AwardRules,
    p: &mut Problems,
) -> Option<MiniTenders> {
    let node = root.get("mini-tenders")?;
    let t = TableReader::open(node, &keys::MINI_TENDERS, p)?;
    if kind != TenderKind::Tender {
        report_other_kind(node, kind, p);
    }
    let direct = t.get("direct-award").and_then(|n| n.choice(&DIRECT_AWARDS, p));
    if let Some(At { value: DirectAward::Ranked, place }) = direct
        && matches!(award.sharing, Sharing::Shares(_))
    {
        p.note(ProblemCode::DirectAwardShares, place);
    }
    Some(MiniTenders {
        allowed: t.need("allowed", p).and_then(|n| n.boolean(p)).unwrap_or(false),
        weights: t.get("weights").map_or_else(Vec::new, |n| read_weights(n, criteria, p)),
        max_months: t.get("max-months").and_then(|n| n.count(1, 1_200, p)).map(At::pair),
        new_codes: t.get("new-codes").and_then(|n| n.boolean(p)).unwrap_or(false),
        max_price: t
            .get("max-price")
            .and_then(|n| n.choice(&MAX_PRICES, p))
            .map_or(MaxPrice::OwnBid, |m| m.value),
        standstill_days: t.get("standstill-days").and_then(|n| n.count(0, 366, p)).map(At::pair),
        direct_award: direct.map_or(DirectAward::Never, |d| d.value),
        place: t.place,
    })
}

/// `weights = { price = [40, 70] }`
fn read_weights(node: Node<'_>, criteria: &Criteria, p: &mut Problems) -> Vec<WeightRange> {
    let mut ranges = Vec::new();
    for (id, value) in node.entries(p) {
        let criterion = criteria.find(&id, p);
        let items = value.items(p);
        let numbers: Vec<_> = items
            .iter()
            .filter_map(|item| item.number_within(0.into(), 10_000_000_000_i64.into(), p))
            .map(|n| n.value)
            .collect();
        if numbers.len() < items.len() || items.is_empty() {
            continue;
        }
        let &[least, most] = numbers.as_slice() else {
            p.add(
                Problem::new(ProblemCode::WeightRangeForm, value.place).with("criterion", id.value.as_str()),
            );
            continue;
        };
        if least > most {
            p.add(
                Problem::new(ProblemCode::WeightRangeReversed, value.place)
                    .with("criterion", id.value.as_str())
                    .with("least", Ratio::from(least))
                    .with("most", Ratio::from(most)),
            );
        }
        if let Some(criterion) = criterion {
            if criteria.list.get(criterion).is_some_and(|c| c.weight.is_none() && c.worth.is_none()) {
                p.add(
                    Problem::new(ProblemCode::WithoutEffect, id.place)
                        .with("key", id.value.as_str())
                        .with("because", "weights"),
                );
            }
            ranges.push(WeightRange { criterion, least, most, place: value.place });
        }
    }
    ranges
}

/// `[budget]`
pub(super) fn read_budget(root: TableReader<'_>, kind: TenderKind, p: &mut Problems) -> Option<Budget> {
    let node = root.get("budget")?;
    let t = TableReader::open(node, &keys::BUDGET, p)?;
    if kind != TenderKind::OfferCollection {
        report_other_kind(node, kind, p);
    }
    let amount = t.need("amount", p).and_then(|n| n.price(p))?;
    Some(Budget { amount: amount.value.into(), place: amount.place })
}

/// How a mini-tender names its framework, and what it says of it.
#[derive(Debug)]
pub(crate) struct FrameworkReference {
    /// The framework's tender file.
    pub(crate) tender: Option<At<String>>,
    /// The framework's decision record.
    pub(crate) record: Option<At<String>>,
    /// The hash that the record must have; `Some(None)` where one is stated that cannot be read.
    pub(crate) hash: Option<Option<At<String>>>,
    /// The table.
    pub(crate) place: Place,
    /// The lot of the framework that the mini-tender is about.
    pub(crate) lot: Option<At<String>>,
    /// Those who are invited, and where the list is written; all parties if not stated.
    pub(crate) parties: Option<(Vec<At<String>>, Place)>,
}

/// `[framework]` of a mini-tender.
pub(super) fn read_framework(
    root: TableReader<'_>,
    kind: TenderKind,
    p: &mut Problems,
) -> Option<FrameworkReference> {
    let Some(node) = root.get("framework") else {
        if kind == TenderKind::MiniTender {
            root.report_missing("framework", p);
        }
        return None;
    };
    let t = TableReader::open(node, &keys::FRAMEWORK, p)?;
    if kind != TenderKind::MiniTender {
        report_other_kind(node, kind, p);
        return None;
    }
    let (tender_node, record_node, hash_node) = (t.get("tender"), t.get("record"), t.get("record-hash"));
    let tender = tender_node.and_then(|n| n.name(p));
    let record = record_node.and_then(|n| n.name(p));
    let hash = hash_node.map(|n| read_record_hash(n, p));
    match (tender_node, record_node, hash_node) {
        (None, None, _) => t.report_missing("tender", p),
        (_, None, Some(hash)) => p.add(
            Problem::new(ProblemCode::WithoutEffect, hash.place)
                .with("key", "record-hash")
                .with("because", "record"),
        ),
        _ => {}
    }
    let lot = t.get("lot").and_then(|n| n.name(p));
    let parties = t.get("parties").map(|n| (distinct(n, p), n.place));
    Some(FrameworkReference { tender, record, hash, place: t.place, lot, parties })
}

/// `record-hash`: 64 hexadecimal digits, in lower case.
fn read_record_hash(node: Node<'_>, p: &mut Problems) -> Option<At<String>> {
    let hash = node.name(p)?;
    let lower = hash.value.to_ascii_lowercase();
    if lower.len() == 64 && lower.bytes().all(|b| b.is_ascii_hexdigit()) {
        return Some(At::new(lower, hash.place));
    }
    p.add(Problem::new(ProblemCode::HashForm, hash.place).with("text", text::shown(&hash.value)));
    None
}
