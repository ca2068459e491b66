//! What bidders sent.

use std::collections::{BTreeMap, BTreeSet};

use super::{Facts, Patterns};
use crate::{
    canonical::{Node, Reading},
    exact::{Exact, parse_percent},
};

#[derive(Debug)]
pub(in super::super) struct Bid {
    pub(in super::super) bidder: String,
    pub(in super::super) group: Option<String>,
    pub(in super::super) received: Option<i128>,
    pub(in super::super) discount: Option<i128>,
    pub(in super::super) discounts: Patterns<i128>,
    /// By procedure, in øre.
    pub(in super::super) prices: BTreeMap<usize, i128>,
    /// By procedure: discounts of a prices file.
    pub(in super::super) file_discounts: BTreeMap<usize, i128>,
    pub(in super::super) not_offered: Patterns<()>,
    /// `None`: registered for everything.
    pub(in super::super) registered: Option<Patterns<()>>,
    pub(in super::super) values: BTreeMap<String, Exact>,
    pub(in super::super) capacity: Option<u64>,
    pub(in super::super) max_lots: Option<u64>,
    /// The lots that it bids on in this structure; `None`: every lot.
    pub(in super::super) bids_on: Option<BTreeSet<usize>>,
    /// By lot of this structure.
    pub(in super::super) lot_capacities: BTreeMap<usize, u64>,
    /// Those for this structure, or for all.
    pub(in super::super) combinations: Vec<Combination>,
    /// Sets of lots of this structure.
    pub(in super::super) only_together: Vec<BTreeSet<usize>>,
}

#[derive(Debug)]
pub(in super::super) struct Combination {
    pub(in super::super) rule: CombinationRule,
    pub(in super::super) discount: i128,
}

#[derive(Debug)]
pub(in super::super) enum CombinationRule {
    MinLots(u64),
    Lots(BTreeSet<usize>),
    AllLots,
}

pub(super) fn read(root: Node<'_>, facts: &Facts) -> Reading<Vec<Bid>> {
    let Some(bids) = root.get("bid") else { return Ok(Vec::new()) };
    bids.parts().map(|(bidder, node)| bid(bidder, node, facts)).collect()
}

fn bid(bidder: &str, node: Node<'_>, facts: &Facts) -> Reading<Bid> {
    if !node.has_value() {
        return Err(node.missing(bidder));
    }
    let structure = facts.structure.id.as_str();
    let flags = |name: &str| Patterns::new(node.names(name).into_iter().map(|p| (p.to_owned(), ())));
    let mut discounts = Vec::new();
    for (pattern, n) in node.get("discounts").into_iter().flat_map(Node::parts) {
        discounts.push((pattern.to_owned(), n.percent()?));
    }
    let mut values = BTreeMap::new();
    for (name, n) in node.get("value").into_iter().flat_map(Node::parts) {
        values.insert(name.to_owned(), n.exact()?);
    }
    let mut lot_capacities = BTreeMap::new();
    let own_lots = node.find(&["lot-capacity", structure]);
    for (lot, n) in own_lots.into_iter().flat_map(Node::parts) {
        lot_capacities.insert(facts.lot(lot).ok_or_else(|| n.wrong())?, n.count()?);
    }
    Ok(Bid {
        bidder: bidder.to_owned(),
        group: node.opt("group", |n| n.text().map(str::to_owned))?,
        received: node.opt("received", Node::moment)?,
        discount: node.opt("discount", Node::percent)?,
        discounts: Patterns::new(discounts),
        prices: by_procedure(node, "price", facts, Node::price)?,
        file_discounts: by_procedure(node, "file-discount", facts, Node::percent)?,
        not_offered: flags("not-offered"),
        registered: node.get("registered").map(|_| flags("registered")),
        values,
        capacity: node.opt("capacity", Node::count)?,
        max_lots: node.opt("max-lots", Node::count)?,
        bids_on: node.find(&["bids-on", structure]).map(|n| lots(n, facts)).transpose()?,
        lot_capacities,
        combinations: combinations(node, facts)?,
        only_together: only_together(node, facts)?,
    })
}

fn by_procedure<'t>(
    node: Node<'t>,
    name: &str,
    facts: &Facts,
    read: impl Fn(Node<'t>) -> Reading<i128>,
) -> Reading<BTreeMap<usize, i128>> {
    let mut out = BTreeMap::new();
    for (code, n) in node.get(name).into_iter().flat_map(Node::parts) {
        out.insert(facts.procedure(code).ok_or_else(|| n.wrong())?, read(n)?);
    }
    Ok(out)
}

fn lots(node: Node<'_>, facts: &Facts) -> Reading<BTreeSet<usize>> {
    node.names("lot").into_iter().map(|id| facts.lot(id).ok_or_else(|| node.missing(id))).collect()
}

/// Whether a condition is for this structure, or for none in particular.
fn is_for(node: Node<'_>, facts: &Facts) -> Reading<bool> {
    Ok(node.opt("structure", Node::text)?.is_none_or(|s| s == facts.structure.id))
}

fn combinations(node: Node<'_>, facts: &Facts) -> Reading<Vec<Combination>> {
    let mut out = Vec::new();
    for n in node.numbered("combination")? {
        if !is_for(n, facts)? {
            continue;
        }
        let rule = match (n.opt("min-lots", Node::count)?, n.get("lot"), n.get("all-lots")) {
            (Some(least), None, None) => CombinationRule::MinLots(least),
            // a list of lots may be empty, and is then always met
            (None, _, None) if n.get("structure").is_some() => CombinationRule::Lots(lots(n, facts)?),
            (None, None, Some(_)) => CombinationRule::AllLots,
            _ => return Err(n.wrong()),
        };
        let discount = n.need("discount")?;
        let discount = parse_percent(discount.word()?).filter(|d| *d >= 0).ok_or_else(|| discount.wrong())?;
        out.push(Combination { rule, discount });
    }
    Ok(out)
}

fn only_together(node: Node<'_>, facts: &Facts) -> Reading<Vec<BTreeSet<usize>>> {
    let mut out = Vec::new();
    for n in node.numbered("only-together")? {
        if is_for(n, facts)? {
            out.push(lots(n, facts)?);
        }
    }
    Ok(out)
}
