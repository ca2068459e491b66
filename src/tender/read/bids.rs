use std::collections::HashMap;

use super::{
    codes::{Codes, distinct},
    keys,
    names::Names,
    node::{At, Node},
    problems::Problems,
    structures::Structures,
    table::TableReader,
};
use crate::tender::{
    Bid, BidPrice, CodeDiscount, CodePattern, Combination, CombinationCondition, LotCapacity, LotSelection,
    Place, Problem, ProblemCode,
};

/// What bids refer to.
#[derive(Clone, Copy, Debug)]
pub(super) struct BidContext<'a> {
    pub(super) codes: &'a Codes,
    pub(super) structures: &'a Structures,
    pub(super) has_discount_base: bool,
}

/// The bids while they are read, from the tender file and from others.
#[derive(Debug, Default)]
pub(super) struct Bids {
    pub(super) list: Vec<Bid>,
    pub(super) names: Names,
    /// By bid: the prices file that it names, still to be read.
    pub(super) prices_files: Vec<Option<At<String>>>,
}

impl Bids {
    /// The bid of a bidder that must be known.
    pub(super) fn find(&self, bidder: &At<String>, p: &mut Problems) -> Option<usize> {
        self.names.find(bidder, ProblemCode::UnknownBidder, p)
    }
}

/// `[[bid]]`
pub(super) fn read_bids(root: TableReader<'_>, context: BidContext<'_>, bids: &mut Bids, p: &mut Problems) {
    for t in root.tables("bid", &keys::BID, p) {
        let bidder = t.need("bidder", p).and_then(|n| n.name(p));
        let bid = read_bid(t, bidder.as_ref(), context, p);
        let prices_file = t.get("prices-file").and_then(|n| n.name(p));
        if let Some(bidder) = bidder
            && bids.names.add(&bidder, ProblemCode::DuplicateBidder, "bidder", p)
        {
            bids.list.push(bid);
            bids.prices_files.push(prices_file);
        }
    }
}

fn read_bid(
    t: TableReader<'_>,
    bidder: Option<&At<String>>,
    context: BidContext<'_>,
    p: &mut Problems,
) -> Bid {
    let codes = context.codes;
    let received = t.get("received").and_then(|n| n.moment(p)).map(|m| m.value);
    let (received, received_text) = received.map_or((None, None), |(at, text)| (Some(at), Some(text)));
    let discount_node = t.get("discount");
    let discounts = t.get("discounts").map_or_else(Vec::new, |n| read_discounts(n, codes, p));
    let discounts_place = discounts.first().map(|d: &CodeDiscount| d.place);
    if let Some(place) = discount_node.map(|n| n.place).or(discounts_place)
        && !context.has_discount_base
    {
        p.add(
            Problem::new(ProblemCode::DiscountWithoutBase, place)
                .with("bidder", bidder.map_or("", |b| b.value.as_str())),
        );
    }
    Bid {
        bidder: bidder.map(|b| b.value.clone()).unwrap_or_default(),
        received,
        received_text,
        discount: discount_node.and_then(|n| n.percent(-100, 100, p)).map(At::pair),
        discounts,
        prices: t.get("prices").map_or_else(Vec::new, |n| read_prices(n, codes, p)),
        file_discounts: Vec::new(),
        not_offered: t.get("not-offered").map_or_else(Vec::new, |n| codes.patterns(n, p)),
        // a bidder may be registered for more than is bought here
        registered: t
            .get("registered")
            .map(|n| distinct(n, p).into_iter().map(|name| CodePattern::new(&name.value)).collect()),
        capacity: t.get("capacity").and_then(|n| n.volume(p)).map(At::pair),
        lot_capacities: read_lot_capacities(t, context.structures, p),
        max_lots: t.get("max-lots").and_then(|n| n.count(0, u32::MAX, p)).map(At::pair),
        bids_on: read_bids_on(t, context.structures, p),
        only_together: read_selections(t, "only-together", context.structures, p),
        combinations: read_combinations(t, context.structures, p),
        values: t.get("values").map_or_else(Vec::new, |n| read_values(n, p)),
        group: t.get("group").and_then(|n| n.name(p)).map(|g| g.value),
        place: t.place,
    }
}

/// `discounts = { "KNGB*" = 9 }`
fn read_discounts(node: Node<'_>, codes: &Codes, p: &mut Problems) -> Vec<CodeDiscount> {
    node.entries(p)
        .into_iter()
        .filter_map(|(name, value)| {
            let discount = value.percent(-100, 100, p);
            let codes = codes.pattern(&name, p);
            discount.map(|d| CodeDiscount { codes, discount: d.value, place: d.place })
        })
        .collect()
}

/// `prices = { KNGD11 = 9800 }`
fn read_prices(node: Node<'_>, codes: &Codes, p: &mut Problems) -> Vec<BidPrice> {
    let mut prices: Vec<BidPrice> = Vec::new();
    for (code, value) in node.entries(p) {
        let price = value.price(p);
        let procedure = codes.find(&code, p).and_then(|i| u32::try_from(i).ok());
        if let (Some(price), Some(procedure)) = (price, procedure) {
            prices.push(BidPrice { procedure, price: price.value, place: price.place });
        }
    }
    prices.sort_by_key(|price| price.procedure);
    prices
}

/// `values = { waiting-days = 21 }`: measured, 0 or more.
fn read_values(node: Node<'_>, p: &mut Problems) -> Vec<(String, rust_decimal::Decimal, Place)> {
    let limit = rust_decimal::Decimal::from(1_000_000_000_000_000_i64);
    node.entries(p)
        .into_iter()
        .filter_map(|(name, value)| {
            let number = value.number_within(rust_decimal::Decimal::ZERO, limit, p)?;
            Some((name.value, number.value, number.place))
        })
        .collect()
}

/// The structure that a table names, and its lots; both must be known.
fn read_selection(t: TableReader<'_>, structures: &Structures, p: &mut Problems) -> Option<LotSelection> {
    let structure = t.need("structure", p).and_then(|n| n.name(p));
    let lots = t.need("lots", p).map(|n| distinct(n, p));
    let structure = structures.find(&structure?, p)?;
    let mut lots: Vec<usize> =
        lots?.iter().filter_map(|lot| structures.find_lot(structure, lot, p)).collect();
    lots.sort_unstable();
    Some(LotSelection { structure, lots, place: t.place })
}

fn read_selections(
    t: TableReader<'_>,
    key: &'static str,
    structures: &Structures,
    p: &mut Problems,
) -> Vec<LotSelection> {
    t.tables(key, &keys::LOT_SELECTION, p)
        .into_iter()
        .filter_map(|t| read_selection(t, structures, p))
        .collect()
}

/// `[[bid.bids-on]]`: once for a structure.
fn read_bids_on(t: TableReader<'_>, structures: &Structures, p: &mut Problems) -> Vec<LotSelection> {
    let selections = read_selections(t, "bids-on", structures, p);
    let mut first: HashMap<usize, Place> = HashMap::new();
    for selection in &selections {
        if let Some(first) = first.insert(selection.structure, selection.place) {
            p.add(
                Problem::new(ProblemCode::StatedTwice, selection.place)
                    .with("what", format!("bids-on {}", structures.id(selection.structure)))
                    .related(first),
            );
        }
    }
    selections
}

/// `[[bid.lot-capacity]]`: once for a lot.
fn read_lot_capacities(t: TableReader<'_>, structures: &Structures, p: &mut Problems) -> Vec<LotCapacity> {
    let mut first: HashMap<(usize, usize), Place> = HashMap::new();
    let mut capacities = Vec::new();
    for t in t.tables("lot-capacity", &keys::LOT_CAPACITY, p) {
        let structure = t.need("structure", p).and_then(|n| n.name(p));
        let lot = t.need("lot", p).and_then(|n| n.name(p));
        let volume = t.need("volume", p).and_then(|n| n.volume(p));
        let (Some(structure), Some(id)) = (structure, lot) else { continue };
        let Some(structure) = structures.find(&structure, p) else { continue };
        let Some(lot) = structures.find_lot(structure, &id, p) else { continue };
        if let Some(first) = first.insert((structure, lot), t.place) {
            p.add(
                Problem::new(ProblemCode::StatedTwice, t.place)
                    .with("what", format!("lot-capacity {}", id.value))
                    .related(first),
            );
        }
        if let Some(volume) = volume {
            capacities.push(LotCapacity { structure, lot, volume: volume.value, place: t.place });
        }
    }
    capacities
}

/// `[[bid.combination]]`
fn read_combinations(t: TableReader<'_>, structures: &Structures, p: &mut Problems) -> Vec<Combination> {
    t.tables("combination", &keys::COMBINATION, p)
        .into_iter()
        .filter_map(|t| read_combination(t, structures, p))
        .collect()
}

fn read_combination(t: TableReader<'_>, structures: &Structures, p: &mut Problems) -> Option<Combination> {
    let discount = t.need("discount", p).and_then(|n| n.percent(0, 100, p));
    let structure_node = t.get("structure");
    let structure = structure_node.and_then(|n| n.name(p)).and_then(|id| structures.find(&id, p));
    let min_lots = t.get("min-lots").map(|n| n.count(1, u32::MAX, p));
    let lots = t.get("lots").map(|n| (n.place, distinct(n, p)));
    let all = t.get("all-lots").map(|n| (n.place, n.boolean(p)));
    let all_lots = all.filter(|(_, value)| *value != Some(false));
    if [min_lots.is_some(), lots.is_some(), all_lots.is_some()].iter().filter(|stated| **stated).count() != 1
    {
        p.note(ProblemCode::CombinationCondition, t.place);
        return None;
    }
    let condition = match (min_lots, lots) {
        (Some(count), _) => {
            let count = count?;
            if let Some(structure) = structure.and_then(|s| structures.list.get(s))
                && count.value as usize > structure.lots.len()
            {
                p.add(
                    Problem::new(ProblemCode::CombinationNeverMet, count.place)
                        .with("lots", structure.lots.len())
                        .with("structure", structure.id.as_str()),
                );
            }
            CombinationCondition::MinLots(count.value)
        }
        (None, Some((place, names))) => {
            if structure_node.is_none() {
                p.note(ProblemCode::CombinationStructure, place);
            }
            let structure = structure?;
            let mut lots: Vec<usize> =
                names.iter().filter_map(|lot| structures.find_lot(structure, lot, p)).collect();
            lots.sort_unstable();
            CombinationCondition::Lots(lots)
        }
        (None, None) => CombinationCondition::AllLots,
    };
    if structure_node.is_some() && structure.is_none() {
        return None;
    }
    Some(Combination { structure, condition, discount: discount?.value, place: t.place })
}
