//! What is bought, at which tariffs, in which lots, by which rules of award.

use std::collections::BTreeMap;

use super::{Evaluation, Facts, Patterns};
use crate::{
    calendar::Span,
    canonical::{Node, Reading},
    exact::Exact,
};

/// A price list.
#[derive(Debug)]
pub(in super::super) struct Tariff {
    pub(in super::super) basis: Basis,
    /// Always, if not stated.
    pub(in super::super) in_force: Option<Span>,
}

/// Where a tariff's prices come from.
#[derive(Debug)]
pub(in super::super) enum Basis {
    Listed,
    /// Reduction in ten-thousandths of a per cent, step in øre.
    Derived {
        from: String,
        reduction: i128,
        round_to: i128,
    },
}

/// The cap, and what happens above it.
#[derive(Debug)]
pub(in super::super) struct Cap {
    pub(in super::super) tariff: String,
    pub(in super::super) above: AboveCap,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(in super::super) enum AboveCap {
    RejectBid,
    RejectLine,
    PayScoreBid,
    PayScoreCapped,
    PayScoreTimeWeighted,
}

impl AboveCap {
    pub(in super::super) fn pays_cap(self) -> bool {
        !matches!(self, AboveCap::RejectBid | AboveCap::RejectLine)
    }
}

#[derive(Debug)]
pub(in super::super) struct Procedure {
    pub(in super::super) code: String,
    pub(in super::super) volume: u64,
    pub(in super::super) fallback_price: Option<i128>,
    /// By tariff, in øre.
    pub(in super::super) listed: BTreeMap<String, i128>,
}

#[derive(Debug)]
pub(in super::super) struct Structure {
    pub(in super::super) id: String,
    pub(in super::super) bidders_may: Vec<String>,
    pub(in super::super) max_lots_per_bidder: Option<u64>,
    pub(in super::super) min_suppliers: Option<u64>,
    pub(in super::super) max_suppliers: Option<u64>,
    pub(in super::super) lots: Vec<Lot>,
}

#[derive(Debug)]
pub(in super::super) struct Lot {
    pub(in super::super) id: String,
    pub(in super::super) weight: Option<Exact>,
    /// Indices, ascending.
    pub(in super::super) procedures: Vec<usize>,
}

#[derive(Debug)]
pub(in super::super) struct AwardRules {
    pub(in super::super) missing: Missing,
    pub(in super::super) if_cheaper: bool,
    pub(in super::super) ties: Vec<TieRule>,
    pub(in super::super) low_price_flag: Option<i128>,
    pub(in super::super) suppliers_per_lot: u64,
    pub(in super::super) sharing: Sharing,
    pub(in super::super) within_percent: Option<Exact>,
}

#[derive(Debug)]
pub(in super::super) enum Missing {
    Reject,
    AtFallback { at_most: Option<u64>, never: Patterns<()> },
}

#[derive(Clone, Debug, PartialEq, Eq)]
pub(in super::super) enum TieRule {
    LowerPrice,
    Higher(String),
    FewerSuppliers,
    MoreSuppliers,
    EarlierReceived,
    Draw,
}

#[derive(Debug)]
pub(in super::super) enum Sharing {
    Ranked,
    /// Per cent by rank.
    Shares(Vec<i128>),
}

/// A price adjustment over time.
#[derive(Debug)]
pub(in super::super) struct Adjustment {
    pub(in super::super) from: i64,
    /// In ten-thousandths of a per cent.
    pub(in super::super) percent: i128,
    /// `tariff:ID`, `prices`; sorted.
    pub(in super::super) applies_to: Vec<String>,
}

/// The framework of a mini-tender.
#[derive(Debug)]
pub(in super::super) struct Framework {
    pub(in super::super) tender_hash: String,
    pub(in super::super) record_hash: Option<String>,
    pub(in super::super) max_price: String,
    /// By bidder: the lots that it supplies, and its own prices by code.
    pub(in super::super) parties: BTreeMap<String, (Vec<String>, BTreeMap<String, i128>)>,
}

pub(super) fn read(tender: Node<'_>, structure: &str) -> Reading<Facts> {
    let head = tender.need("tender")?;
    let text = |name: &str| head.need(name)?.text().map(str::to_owned);
    let pricing = tender.need("pricing")?;
    let procedures = procedures(tender)?;
    let structure = read_structure(tender, structure, &procedures)?;
    let mut tariffs = BTreeMap::new();
    for (id, node) in tender.get("tariff").into_iter().flat_map(Node::parts) {
        tariffs.insert(id.to_owned(), tariff(node)?);
    }
    Ok(Facts {
        id: text("id")?,
        kind: head.need("kind")?.word()?.to_owned(),
        specialty: text("specialty")?,
        deadline: head.opt("deadline", Node::moment)?,
        contract: tender.opt("contract", span)?,
        tariffs,
        discount_base: pricing.opt("discount-base", |n| n.text().map(str::to_owned))?,
        form: pricing.need("form")?.word()?.to_owned(),
        cap: tender.opt("cap", cap)?,
        fallback: match tender.get("fallback") {
            Some(n) => {
                n.numbered("tariff")?.into_iter().map(|n| Ok(n.text()?.to_owned())).collect::<Reading<_>>()?
            }
            None => Vec::new(),
        },
        procedures,
        structure,
        published: tender.need("award")?.need("structure")?.text()?.to_owned(),
        award: award(tender.need("award")?)?,
        evaluation: Evaluation::lowest_price(),
        adjustments: tender.numbered("adjustment")?.into_iter().map(adjustment).collect::<Reading<_>>()?,
        framework: tender.opt("framework", framework)?,
        budget: tender.find(&["budget", "amount"]).map(Node::price).transpose()?,
        requirements: Vec::new(),
        bids: Vec::new(),
        assessments: Vec::new(),
        decisions: Vec::new(),
        draw: Vec::new(),
    })
}

fn span(node: Node<'_>) -> Reading<Span> {
    let span = Span { from: node.need("from")?.day()?, until: node.need("until")?.day()? };
    if span.days() == 0 { Err(node.wrong()) } else { Ok(span) }
}

fn tariff(node: Node<'_>) -> Reading<Tariff> {
    let basis = match node.need("basis")?.word()? {
        "listed" => Basis::Listed,
        "derived" => Basis::Derived {
            from: node.need("derived-from")?.text()?.to_owned(),
            reduction: node.need("reduction")?.percent()?,
            round_to: {
                let step = node.need("round-to")?;
                step.price().and_then(|s| if s > 0 { Ok(s) } else { Err(step.wrong()) })?
            },
        },
        _ => return Err(node.wrong()),
    };
    Ok(Tariff { basis, in_force: node.opt("in-force", span)? })
}

fn cap(node: Node<'_>) -> Reading<Cap> {
    let above = match (node.need("above-cap")?.word()?, node.opt("scored-price", Node::word)?) {
        ("reject-bid", None) => AboveCap::RejectBid,
        ("reject-line", None) => AboveCap::RejectLine,
        ("pay-cap-while-in-force", Some("bid")) => AboveCap::PayScoreBid,
        ("pay-cap-while-in-force", Some("capped")) => AboveCap::PayScoreCapped,
        ("pay-cap-while-in-force", Some("time-weighted")) => AboveCap::PayScoreTimeWeighted,
        _ => return Err(node.wrong()),
    };
    Ok(Cap { tariff: node.need("tariff")?.text()?.to_owned(), above })
}

fn procedures(tender: Node<'_>) -> Reading<Vec<Procedure>> {
    let mut out = Vec::new();
    for (code, node) in tender.need("procedure")?.parts() {
        let mut listed = BTreeMap::new();
        for (id, price) in node.get("tariff").into_iter().flat_map(Node::parts) {
            listed.insert(id.to_owned(), price.price()?);
        }
        out.push(Procedure {
            code: code.to_owned(),
            volume: node.need("expected")?.count()?,
            fallback_price: node.opt("fallback-price", Node::price)?,
            listed,
        });
    }
    Ok(out)
}

fn read_structure(tender: Node<'_>, id: &str, procedures: &[Procedure]) -> Reading<Structure> {
    let node = tender.need("structure")?.need(id)?;
    let mut lots = Vec::new();
    let mut taken = vec![false; procedures.len()];
    for lot in node.numbered("lot")? {
        let mut own = Vec::new();
        for code in lot.names("code") {
            let place =
                procedures.binary_search_by(|p| p.code.as_str().cmp(code)).map_err(|_| lot.missing(code))?;
            if std::mem::replace(&mut taken[place], true) {
                return Err(lot.missing(code));
            }
            own.push(place);
        }
        lots.push(Lot {
            id: lot.need("id")?.text()?.to_owned(),
            weight: lot.opt("weight", Node::exact)?,
            procedures: own,
        });
    }
    if let Some(left) = taken.iter().position(|t| !t) {
        return Err(node.missing(&procedures[left].code));
    }
    Ok(Structure {
        id: id.to_owned(),
        bidders_may: node.names("bidders-may").into_iter().map(str::to_owned).collect(),
        max_lots_per_bidder: node.opt("max-lots-per-bidder", Node::count)?,
        min_suppliers: node.opt("min-suppliers", Node::count)?,
        max_suppliers: node.opt("max-suppliers", Node::count)?,
        lots,
    })
}

fn award(node: Node<'_>) -> Reading<AwardRules> {
    let missing = node.need("missing")?;
    let missing = match missing.word()? {
        "reject" => Missing::Reject,
        "price-at-fallback" => Missing::AtFallback {
            at_most: missing.opt("at-most", Node::count)?,
            never: Patterns::new(missing.names("never").into_iter().map(|p| (p.to_owned(), ()))),
        },
        _ => return Err(missing.wrong()),
    };
    let unawarded = node.need("unawarded")?;
    let sharing = match node.get("sharing") {
        None => Sharing::Ranked,
        Some(n) if n.has_value() => Sharing::Ranked,
        Some(_) => {
            Sharing::Shares(node.numbered("sharing")?.into_iter().map(Node::percent).collect::<Reading<_>>()?)
        }
    };
    Ok(AwardRules {
        missing,
        if_cheaper: match unawarded.word()? {
            "if-cheaper" => true,
            "if-no-award-possible" => false,
            _ => return Err(unawarded.wrong()),
        },
        ties: node.numbered("tie")?.into_iter().map(tie_rule).collect::<Reading<_>>()?,
        low_price_flag: node.opt("low-price-flag", Node::percent)?,
        suppliers_per_lot: node.need("suppliers-per-lot")?.count()?,
        sharing,
        within_percent: node.opt("within-percent", Node::exact)?,
    })
}

fn tie_rule(node: Node<'_>) -> Reading<TieRule> {
    if let Ok(text) = node.text() {
        let criterion = text.strip_prefix("higher:").ok_or_else(|| node.wrong())?;
        return Ok(TieRule::Higher(criterion.to_owned()));
    }
    Ok(match node.word()? {
        "lower-price" => TieRule::LowerPrice,
        "fewer-suppliers" => TieRule::FewerSuppliers,
        "more-suppliers" => TieRule::MoreSuppliers,
        "earlier-received" => TieRule::EarlierReceived,
        "draw" => TieRule::Draw,
        _ => return Err(node.wrong()),
    })
}

fn adjustment(node: Node<'_>) -> Reading<Adjustment> {
    Ok(Adjustment {
        from: node.need("from")?.day()?,
        percent: node.need("percent")?.percent()?,
        applies_to: node.names("applies-to").into_iter().map(str::to_owned).collect(),
    })
}

fn framework(node: Node<'_>) -> Reading<Framework> {
    let mut parties = BTreeMap::new();
    for (bidder, party) in node.get("party").into_iter().flat_map(Node::parts) {
        let lots = party.names("lot").into_iter().map(str::to_owned).collect();
        let mut prices = BTreeMap::new();
        for (code, price) in party.get("price").into_iter().flat_map(Node::parts) {
            prices.insert(code.to_owned(), price.price()?);
        }
        parties.insert(bidder.to_owned(), (lots, prices));
    }
    Ok(Framework {
        tender_hash: node.need("tender-hash")?.word()?.to_owned(),
        record_hash: node.opt("record-hash", |n| n.word().map(str::to_owned))?,
        max_price: node.need("max-price")?.word()?.to_owned(),
        parties,
    })
}
