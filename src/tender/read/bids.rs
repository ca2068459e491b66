//! `[[bid]]` and the CSV files of prices

use std::collections::HashMap;

use super::{
    csv::{CsvReader, Field, Header},
    keys,
    names::{Codes, Names, distinct},
    node::{At, Doc, Node, TableReader},
    numbers::percent_from,
    problems::Problems,
    structures::Structures,
};
use crate::{
    number::UnitPrice,
    tender::{
        Bid, BidDiscount, BidPrice, CodeDiscount, CodePattern, Combination, CombinationCondition,
        LotCapacity, LotSelection, Place, Problem, ProblemCode,
    },
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

/// Danish headings, and what they mean.
const SYNONYMS: [(&str, &str); 5] =
    [("kode", "code"), ("pris", "price"), ("rabat", "discount"), ("rabatsats", "discount"), ("navn", "name")];

/// What a prices file holds, ascending by procedure.
#[derive(Debug, Default)]
pub(super) struct FilePrices {
    prices: Vec<BidPrice>,
    discounts: Vec<BidDiscount>,
    /// Lines with a code and nothing else.
    empty: Vec<(u32, Place)>,
    /// The first discount, for which a discount base is needed.
    pub(super) first_discount: Option<Place>,
}

/// `prices-file` of a bid: `code`, and `price` or `discount` on each line; an empty field states nothing. The name of
/// the procedure may be there for those who fill the file in.
pub(super) fn read_prices_file(doc: Doc<'_>, codes: &Codes, p: &mut Problems) -> FilePrices {
    let mut found = FilePrices::default();
    let mut csv = CsvReader::new(doc);
    let Some(header) = Header::read(&mut csv, "code, price", &SYNONYMS, p) else { return found };
    header.report_unknown(&["code", "price", "discount", "name"], p);
    let code_column = header.need("code", &csv, p);
    let (price_column, discount_column) = (header.position("price"), header.position("discount"));
    if price_column.is_none() && discount_column.is_none() {
        header.need("price", &csv, p);
    }
    let Some(code_column) = code_column else { return found };
    if price_column.is_some() {
        // a line takes eight bytes or more
        found.prices.reserve(codes.len().min(doc.text.len() / 8));
    }
    let mut fields = Vec::with_capacity(header.columns.len());
    let mut expected = 0;
    while let Some(line) = csv.next_record(&mut fields, p) {
        if !header.fits(&fields, line, p) {
            continue;
        }
        let Some(code) = fields.get(code_column).copied() else { continue };
        let Some(procedure) = procedure_of(&csv, code, &mut expected, codes, p) else { continue };
        let stated = |column: Option<usize>| {
            column.and_then(|c| fields.get(c)).is_some_and(|f| !csv.raw(*f).trim_ascii().is_empty())
        };
        if !stated(price_column) && !stated(discount_column) {
            found.empty.push((procedure, line));
        }
        if let Some(field) = price_column.and_then(|c| fields.get(c)).copied()
            && let Some(price) = price_of(&csv, field, p)
        {
            found.prices.push(BidPrice { procedure, price, place: csv.place(field) });
        }
        if let Some(field) = discount_column.and_then(|c| fields.get(c)).copied() {
            let percent = csv.number(field, p).and_then(|n| percent_from("discount", n, -100, 100, p));
            if let Some(percent) = percent {
                found.first_discount.get_or_insert(percent.place);
                let discount = percent.value;
                found.discounts.push(BidDiscount { procedure, discount, place: percent.place });
            }
        }
    }
    found.prices.shrink_to_fit();
    found
}

/// The procedure of a code. Files mostly follow the order of the tender, so the next one is tried first.
fn procedure_of(
    csv: &CsvReader<'_>,
    field: Field,
    expected: &mut usize,
    codes: &Codes,
    p: &mut Problems,
) -> Option<u32> {
    let raw = csv.raw(field);
    let index = if !raw.is_empty() && codes.code(*expected).as_bytes() == raw {
        *expected
    } else if let Some(index) = std::str::from_utf8(raw).ok().and_then(|code| codes.get(code)) {
        index
    } else {
        let code = csv.name(field, p)?;
        codes.find(&code, p)?
    };
    *expected = index + 1;
    u32::try_from(index).ok()
}

/// The price in a field: plain forms are read from their bytes, all others by the grammar with its messages.
fn price_of(csv: &CsvReader<'_>, field: Field, p: &mut Problems) -> Option<UnitPrice> {
    plain_price(csv.raw(field), csv.decimal_comma()).or_else(|| csv.price(field, p).map(|price| price.value))
}

/// A price of the grammar `(0|[1-9][0-9]*)(\.[0-9]{1,2})?` in whole øre; with `comma` the decimals may follow a comma.
fn plain_price(bytes: &[u8], comma: bool) -> Option<UnitPrice> {
    let whole = bytes.iter().position(|b| !b.is_ascii_digit()).unwrap_or(bytes.len());
    let (digits, tail) = bytes.split_at_checked(whole)?;
    if digits.is_empty() || digits.len() > 10 || (digits.first() == Some(&b'0') && digits.len() > 1) {
        return None;
    }
    let decimals = match tail {
        [] => 0,
        [point, decimals @ ..] if *point == b'.' || comma && *point == b',' => match decimals {
            [tenths @ b'0'..=b'9'] => i64::from(*tenths - b'0') * 10,
            [tenths @ b'0'..=b'9', ore @ b'0'..=b'9'] => {
                i64::from(*tenths - b'0') * 10 + i64::from(*ore - b'0')
            }
            _ => return None,
        },
        _ => return None,
    };
    let kroner = digits.iter().fold(0_i64, |sum, digit| sum * 10 + i64::from(digit - b'0'));
    UnitPrice::from_ore(kroner * 100 + decimals)
}

impl FilePrices {
    /// Adds what the file states to what the bid states; a code twice is reported.
    pub(super) fn add_to(self, bid: &mut Bid, codes: &Codes, p: &mut Problems) {
        for (procedure, place) in &self.empty {
            let code = codes.code(*procedure as usize);
            let silent = bid.discount.is_none()
                && bid.prices.iter().all(|price| price.procedure != *procedure)
                && !bid.discounts.iter().any(|d| d.codes.matches(code))
                && !bid.not_offered.iter().any(|pattern| pattern.matches(code));
            if !p.lists(ProblemCode::PriceEmpty) {
                break;
            }
            if silent {
                p.add(Problem::new(ProblemCode::PriceEmpty, *place).with("code", code));
            }
        }
        if bid.prices.is_empty() {
            bid.prices = self.prices;
        } else {
            bid.prices.extend(self.prices);
        }
        ascend(&mut bid.prices, |x| (x.procedure, x.place), codes, p);
        bid.file_discounts = self.discounts;
        ascend(&mut bid.file_discounts, |x| (x.procedure, x.place), codes, p);
    }
}

/// Puts lines in the order of their procedures; of two for one procedure the second is reported and dropped.
fn ascend<T>(lines: &mut Vec<T>, key: impl Fn(&T) -> (u32, Place), codes: &Codes, p: &mut Problems) {
    if lines.is_sorted_by(|a, b| key(a).0 < key(b).0) {
        return;
    }
    lines.sort_by_key(|line| key(line));
    lines.dedup_by(|later, first| {
        let ((procedure, place), (other, at)) = (key(later), key(first));
        if procedure == other {
            p.add(
                Problem::new(ProblemCode::PricedTwice, place)
                    .with("code", codes.code(procedure as usize))
                    .related(at),
            );
        }
        procedure == other
    });
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::number::parse_number;
    use proptest::prelude::*;

    proptest! {
        #[test]
        fn plain_prices_are_those_of_the_grammar(text in "-?[0-9]{0,12}([.,][0-9]{0,3})?") {
            let by_grammar = parse_number(&text).ok().and_then(UnitPrice::from_kroner);
            match plain_price(text.as_bytes(), false) {
                Some(price) => prop_assert_eq!(Some(price), by_grammar),
                // what is left to the grammar: a minus before zero, and nothing else that it takes
                None => prop_assert!(by_grammar.is_none() || text.starts_with('-')),
            }
            let with_point = text.replace(',', ".");
            prop_assert_eq!(plain_price(text.as_bytes(), true), plain_price(with_point.as_bytes(), false));
        }
    }
}
