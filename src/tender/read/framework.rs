//! `[mini-tenders]`, `[framework]`, `[budget]`

use super::{
    Rejected,
    codes::distinct,
    criteria::Criteria,
    framework_record::{read_parent_record, read_record_hash, tell_another_tender},
    keys,
    node::{At, Node},
    problems::Problems,
    shelf::Shelf,
    table::TableReader,
    text,
};
use crate::{
    framework::{Invitation, ParentFile, enter},
    number::Ratio,
    tender::{
        AwardRules, Budget, DirectAward, Framework, MaxPrice, MiniTenders, Place, Problem, ProblemCode,
        Sharing, Tender, TenderKind, WeightRange,
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
fn tell_other_kind(node: Node<'_>, kind: TenderKind, p: &mut Problems) {
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
        tell_other_kind(node, kind, p);
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
        tell_other_kind(node, kind, p);
    }
    let amount = t.need("amount", p).and_then(|n| n.price(p))?;
    Some(Budget { amount: amount.value.into(), place: amount.place })
}

/// `[framework]` of a mini-tender: reads the framework, evaluates it, and holds the mini-tender against it. A framework
/// that is a mini-tender itself is refused, so no chain or circle is followed (`follow` is false within a framework).
pub(super) fn read_framework(
    root: TableReader<'_>,
    tender: &Tender,
    follow: bool,
    shelf: &mut Shelf<'_>,
    p: &mut Problems,
) -> Option<Framework> {
    let kind = tender.head.kind;
    let Some(node) = root.get("framework") else {
        if kind == TenderKind::MiniTender {
            root.tell_missing("framework", p);
        }
        return None;
    };
    let t = TableReader::open(node, &keys::FRAMEWORK, p)?;
    if kind != TenderKind::MiniTender {
        tell_other_kind(node, kind, p);
        return None;
    }
    let (tender_node, record_node, hash_node) = (t.get("tender"), t.get("record"), t.get("record-hash"));
    let named = Named {
        tender: tender_node.and_then(|n| n.name(p)),
        record: record_node.and_then(|n| n.name(p)),
        hash: hash_node.map(|n| read_record_hash(n, p)),
    };
    match (tender_node, record_node, hash_node) {
        (None, None, _) => t.tell_missing("tender", p),
        (_, None, Some(hash)) => p.add(
            Problem::new(ProblemCode::WithoutEffect, hash.place)
                .with("key", "record-hash")
                .with("because", "record"),
        ),
        _ => {}
    }
    let invitation = Invitation {
        place: t.place,
        lot: t.get("lot").and_then(|n| n.name(p)).map(At::pair),
        parties: t.get("parties").map(|n| (distinct(n, p).into_iter().map(At::pair).collect(), n.place)),
    };
    let parent = if follow { read_parent(named, shelf, p)? } else { return None };
    let (framework, problems) = enter(tender, &parent, &invitation);
    problems.into_iter().for_each(|problem| p.add(problem));
    framework
}

/// How the framework is named: by its tender file, by its decision record, or by both.
struct Named {
    tender: Option<At<String>>,
    record: Option<At<String>>,
    /// The hash that the record must have; `Some(None)` where one is stated that cannot be read.
    hash: Option<Option<At<String>>>,
}

/// Reads the framework, from its record where one is named.
fn read_parent(named: Named, shelf: &mut Shelf<'_>, p: &mut Problems) -> Option<ParentFile> {
    let Some(record) = named.record else { return read_parent_tender(&named.tender?, shelf, p) };
    let tender = match &named.tender {
        Some(tender) => Some((tender, read_parent_tender(tender, shelf, p)?)),
        None => None,
    };
    let parent = read_parent_record(&record, named.hash, shelf, p)?;
    if let Some((named, tender)) = tender {
        tell_another_tender(&parent, &tender, named, p);
    }
    Some(parent)
}

/// Reads the tender file of a framework with all that it names; its files are shown beside the mini-tender's own. Where it
/// is invalid, all its problems are told; its warnings alone are its own affair.
fn read_parent_tender(named: &At<String>, shelf: &mut Shelf<'_>, p: &mut Problems) -> Option<ParentFile> {
    let folder = shelf.framework(named, p)?;
    let shown = named.value.rsplit_once('/').map_or("", |(folder, _)| folder);
    let first_file = shelf.next_file();
    match super::read(folder.files.as_ref(), &folder.name, super::Extent::PARENT) {
        Ok(mut tender) => {
            shelf.add(std::mem::take(&mut tender.sources), shown);
            is_a_tender(&tender, named, first_file, p).then_some(ParentFile {
                tender,
                first_file,
                record: None,
            })
        }
        Err(Rejected { sources, problems }) => {
            shelf.add(sources, shown);
            tell_invalid(problems, named, first_file, p);
            None
        }
    }
}

/// A place of the framework as seen from the mini-tender.
fn moved(place: Place, first_file: u32) -> Place {
    Place { file: place.file.saturating_add(first_file), ..place }
}

/// A framework is a tender, and no mini-tender itself; another kind is told.
pub(super) fn is_a_tender(tender: &Tender, named: &At<String>, first_file: u32, p: &mut Problems) -> bool {
    let is_tender = tender.head.kind == TenderKind::Tender;
    if !is_tender {
        p.add(
            Problem::new(ProblemCode::FrameworkKind, named.place)
                .with("path", text::shown(&named.value))
                .with("kind", tender.head.kind.name())
                .related(moved(tender.head.place, first_file)),
        );
    }
    is_tender
}

/// That a framework is invalid, and why.
pub(super) fn tell_invalid(problems: Vec<Problem>, named: &At<String>, first_file: u32, p: &mut Problems) {
    p.add(Problem::new(ProblemCode::FrameworkInvalid, named.place).with("path", text::shown(&named.value)));
    for mut problem in problems {
        problem.place = moved(problem.place, first_file);
        problem.related = problem.related.map(|place| moved(place, first_file));
        p.add(problem);
    }
}
