//! What the canonical texts of a record state, as figures (`docs/reference/hashes.md`, `docs/reference/format.md`). A line that
//! is not known may decide something, so it is a fault.

use std::collections::{BTreeMap, BTreeSet};

use num_traits::{Signed, Zero};

use crate::{
    RecordFiles,
    calendar::Span,
    canonical::{Node, Reading, parse},
    exact::{Exact, Mode, int, parse_percent},
    fault::{FaultCode, Faults, FiguresError, cannot_read},
};

/// The canonical texts of a record.
pub(crate) const MODEL: &str = "canonical/model.txt";
pub(crate) const TENDER: &str = "canonical/tender.txt";
pub(crate) const BIDS: &str = "canonical/bids.txt";
pub(crate) const ASSESSMENTS: &str = "canonical/assessments.txt";

/// Everything that decides, in one place. Bids are sorted by bidder, procedures by code, lots are in their binding order.
#[derive(Debug)]
pub(crate) struct Facts {
    pub(crate) id: String,
    pub(crate) kind: String,
    pub(crate) specialty: String,
    pub(crate) deadline: Option<i128>,
    pub(crate) contract: Option<Span>,
    pub(crate) tariffs: BTreeMap<String, Tariff>,
    pub(crate) discount_base: Option<String>,
    pub(crate) form: String,
    pub(crate) cap: Option<Cap>,
    pub(crate) fallback: Vec<String>,
    pub(crate) procedures: Vec<Procedure>,
    pub(crate) structure: Structure,
    pub(crate) published: String,
    pub(crate) award: AwardRules,
    pub(crate) evaluation: Evaluation,
    pub(crate) adjustments: Vec<Adjustment>,
    pub(crate) framework: Option<Framework>,
    pub(crate) budget: Option<i128>,
    pub(crate) requirements: Vec<Requirement>,
    pub(crate) bids: Vec<Bid>,
    pub(crate) assessments: Vec<Assessment>,
    pub(crate) decisions: Vec<Decision>,
    /// Bidders in the order drawn.
    pub(crate) draw: Vec<String>,
}

/// The bytes of a bytes_of of the record.
pub(crate) fn bytes_of<'f>(files: &'f RecordFiles, name: &str) -> Reading<&'f [u8]> {
    files.get(name).map(Vec::as_slice).ok_or_else(|| cannot_read(name, "", ""))
}

/// Reads all four canonical texts. Lines of the model that the tender lacks, and lines that nobody knows, are faults of
/// their own; what cannot be read ends everything.
pub(crate) fn read_texts(files: &RecordFiles, structure: &str, faults: &mut Faults) -> Reading<Facts> {
    every_line_of_the_model_is_in_the_tender(files, faults)?;
    let known = Known::new();
    let mut checked = |name: &'static str, header: &str| {
        let bytes = bytes_of(files, name)?;
        parse(name, bytes, header, |parts, line, number| {
            if !known.covers_path(parts) {
                faults.report(FiguresError {
                    code: FaultCode::UnknownLine,
                    file: name.to_owned(),
                    at: format!("line {number}"),
                    written: line.to_owned(),
                    expected: String::new(),
                    rule: "",
                });
            }
            Ok(())
        })
    };
    let tender = checked(TENDER, "udbud tender 1")?;
    let bids = checked(BIDS, "udbud bids 1")?;
    let assessments = checked(ASSESSMENTS, "udbud assessments 1")?;
    let tender = Node::top(TENDER, &tender);
    let mut facts = competition_lines(tender, structure)?;
    facts.evaluation = evaluation_lines(tender.must_have("evaluation")?)?;
    facts.requirements = requirement_lines(tender)?;
    facts.bids = bids_lines(Node::top(BIDS, &bids), &facts)?;
    let assessments = Node::top(ASSESSMENTS, &assessments);
    facts.assessments = assessment_lines(assessments, &facts)?;
    facts.decisions = decision_lines(assessments, &facts)?;
    facts.draw = assessments
        .numbered("draw")?
        .into_iter()
        .map(|n| n.quoted_text().map(str::to_owned))
        .collect::<Reading<_>>()?;
    Ok(facts)
}

/// The text of the tender holds all lines of the model (`docs/reference/hashes.md`, "Lines that the tender has besides").
fn every_line_of_the_model_is_in_the_tender(files: &RecordFiles, faults: &mut Faults) -> Reading<()> {
    let text = |name: &'static str| {
        std::str::from_utf8(bytes_of(files, name)?).map_err(|_| cannot_read(name, "line 1", "not UTF-8"))
    };
    let (model, tender) = (text(MODEL)?, text(TENDER)?);
    if !model.starts_with("udbud model 1\n") {
        return Err(cannot_read(MODEL, "line 1", model.lines().next().unwrap_or_default()));
    }
    let mut theirs: Vec<&str> = tender.lines().skip(1).collect();
    theirs.sort_unstable();
    for (i, line) in model.lines().enumerate().skip(1) {
        if theirs.binary_search(&line).is_err() {
            faults.report(FiguresError {
                code: FaultCode::ModelDiffers,
                file: MODEL.to_owned(),
                at: format!("line {}", i + 1),
                written: line.to_owned(),
                expected: String::new(),
                rule: "",
            });
        }
    }
    Ok(())
}

impl Facts {
    /// The index of the bid of a bidder.
    pub(crate) fn bid_index(&self, bidder: &str) -> Option<usize> {
        self.bids.binary_search_by(|b| b.bidder.as_str().cmp(bidder)).ok()
    }

    /// The index of a procedure.
    pub(crate) fn procedure_index(&self, code: &str) -> Option<usize> {
        self.procedures.binary_search_by(|p| p.code.as_str().cmp(code)).ok()
    }

    /// The index of a lot.
    pub(crate) fn lot_index(&self, id: &str) -> Option<usize> {
        self.structure.lots.iter().position(|l| l.id == id)
    }

    /// The full expected volume of a lot.
    pub(crate) fn volume_on(&self, lot: usize) -> u64 {
        self.structure.lots[lot].procedures.iter().map(|&p| self.procedures[p].volume).sum()
    }

    /// Whether the structure invites a condition.
    pub(crate) fn invites(&self, condition: &str) -> bool {
        self.structure.bidders_may.iter().any(|c| c == condition)
    }
}

/// A quoted part is `*`, a number `#`.
const LINES: &[&str] = &[
    "format",
    "contract.from contract.until",
    "pricing.form pricing.discount-base",
    "cap.tariff cap.above-cap cap.scored-price",
    "fallback.tariff.#",
    "tariff.*.basis tariff.*.derived-from tariff.*.reduction tariff.*.round-to tariff.*.title",
    "tariff.*.in-force.from tariff.*.in-force.until",
    "procedure.*.expected procedure.*.min procedure.*.max procedure.*.name procedure.*.fallback-price",
    "procedure.*.tariff.* procedure.*.covers.*",
    "structure.*.title structure.*.max-lots-per-bidder structure.*.min-suppliers structure.*.max-suppliers",
    "structure.*.bidders-may.combination structure.*.bidders-may.capacity",
    "structure.*.bidders-may.max-lots structure.*.bidders-may.only-together",
    "structure.*.lot.#.id structure.*.lot.#.title structure.*.lot.#.weight structure.*.lot.#.code.*",
    "award.structure award.missing award.missing.at-most award.missing.never.* award.unawarded award.tie.#",
    "award.low-price-flag award.suppliers-per-lot award.sharing award.sharing.# award.within-percent",
    "evaluation.model evaluation.scale evaluation.adjust evaluation.formula evaluation.best",
    "evaluation.rounding.points evaluation.rounding.weighted evaluation.rounding.score evaluation.rounding.mode",
    "evaluation.gate.#.criterion evaluation.gate.#.min",
    "evaluation.criterion.*.parent evaluation.criterion.*.weight evaluation.criterion.*.title",
    "evaluation.criterion.*.value evaluation.criterion.*.value-percent evaluation.criterion.*.uplift",
    "evaluation.criterion.*.method evaluation.criterion.*.measure evaluation.criterion.*.slope",
    "evaluation.criterion.*.full-at evaluation.criterion.*.zero-at evaluation.criterion.*.formula",
    "evaluation.criterion.*.outside evaluation.criterion.*.widen.first evaluation.criterion.*.widen.step",
    "evaluation.criterion.*.widen.ceiling evaluation.criterion.*.higher-is-better",
    "adjustment.#.from adjustment.#.percent adjustment.#.applies-to.* framework.record-hash",
    "framework.tender-hash framework.max-price framework.party.*.lot.* framework.party.*.price.*",
    "mini-tenders.allowed mini-tenders.new-codes mini-tenders.max-price mini-tenders.direct-award",
    "mini-tenders.max-months mini-tenders.standstill-days mini-tenders.weights.*.least mini-tenders.weights.*.most",
    "budget.amount",
    "tender.id tender.title tender.kind tender.buyer tender.specialty tender.currency tender.deadline",
    "disclosure.tell.own disclosure.tell.winner-total disclosure.tell.winner-points disclosure.tell.distance",
    "disclosure.tell.all-totals disclosure.on-leak standstill.days standstill.sent standstill.reason",
    "requirement.*.text requirement.*.codes requirement.*.codes.*",
    "bid.* bid.*.group bid.*.received bid.*.discount bid.*.discounts.* bid.*.price.* bid.*.file-discount.*",
    "bid.*.not-offered.* bid.*.registered bid.*.registered.* bid.*.value.* bid.*.capacity bid.*.max-lots",
    "bid.*.bids-on.* bid.*.bids-on.*.lot.* bid.*.lot-capacity.*.*",
    "bid.*.combination.#.structure bid.*.combination.#.min-lots bid.*.combination.#.lot.*",
    "bid.*.combination.#.all-lots bid.*.combination.#.discount",
    "bid.*.only-together.#.structure bid.*.only-together.#.lot.*",
    "assessment.#.bidder assessment.#.structure assessment.#.lot assessment.#.reason",
    "assessment.#.points.* assessment.#.requirement.*",
    "decision.#.bidder decision.#.action decision.#.ground decision.#.date decision.#.text",
    "draw.#",
];

/// The known paths, part by part.
#[derive(Debug, Default)]
pub(crate) struct Known {
    ends: bool,
    parts: BTreeMap<&'static str, Known>,
}

impl Known {
    pub(crate) fn new() -> Self {
        let mut root = Known::default();
        for path in LINES.iter().flat_map(|l| l.split(' ')) {
            let mut at = &mut root;
            for part in path.split('.') {
                at = at.parts.entry(part).or_default();
            }
            at.ends = true;
        }
        root
    }

    pub(crate) fn covers_path(&self, path: &[(String, bool)]) -> bool {
        let mut at = self;
        for (part, quoted) in path {
            let number = !quoted && part.bytes().all(|b| b.is_ascii_digit());
            let name = if *quoted {
                "*"
            } else if number {
                "#"
            } else {
                part.as_str()
            };
            match at.parts.get(name) {
                Some(next) => at = next,
                None => return false,
            }
        }
        at.ends
    }
}

/// Figures by pattern of codes: `KNGB40`, `KNGB*`, or `*` for every code (`docs/reference/format.md`, "Codes").
#[derive(Clone, Debug, Default)]
pub(crate) struct Codes<T> {
    codes: BTreeMap<String, T>,
    /// Longest first.
    prefixes: Vec<(String, T)>,
}

impl<T> Codes<T> {
    pub(crate) fn new(all: impl IntoIterator<Item = (String, T)>) -> Self {
        let mut patterns = Codes { codes: BTreeMap::new(), prefixes: Vec::new() };
        for (pattern, value) in all {
            match pattern.strip_suffix('*') {
                Some(prefix) => patterns.prefixes.push((prefix.to_owned(), value)),
                None => {
                    patterns.codes.insert(pattern, value);
                }
            }
        }
        patterns.prefixes.sort_by_key(|(prefix, _)| std::cmp::Reverse(prefix.len()));
        patterns
    }

    /// A full code beats a prefix, a longer prefix a shorter one.
    pub(crate) fn of(&self, code: &str) -> Option<&T> {
        let by_prefix = || self.prefixes.iter().find(|(prefix, _)| code.starts_with(prefix.as_str()));
        self.codes.get(code).or_else(|| by_prefix().map(|(_, value)| value))
    }

    pub(crate) fn covers(&self, code: &str) -> bool {
        self.of(code).is_some()
    }

    pub(crate) fn is_empty(&self) -> bool {
        self.codes.is_empty() && self.prefixes.is_empty()
    }
}

/// A price list.
#[derive(Debug)]
pub(crate) struct Tariff {
    pub(crate) basis: Basis,
    /// Always, if not stated.
    pub(crate) in_force: Option<Span>,
}

/// Where a tariff's prices come from.
#[derive(Debug)]
pub(crate) enum Basis {
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
pub(crate) struct Cap {
    pub(crate) tariff: String,
    pub(crate) above: AboveCap,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum AboveCap {
    RejectBid,
    RejectLine,
    PayScoreBid,
    PayScoreCapped,
    PayScoreTimeWeighted,
}

impl AboveCap {
    pub(crate) fn is_paid(self) -> bool {
        !matches!(self, AboveCap::RejectBid | AboveCap::RejectLine)
    }
}

#[derive(Debug)]
pub(crate) struct Procedure {
    pub(crate) code: String,
    pub(crate) volume: u64,
    pub(crate) fallback_price: Option<i128>,
    /// By tariff, in øre.
    pub(crate) listed: BTreeMap<String, i128>,
}

#[derive(Debug)]
pub(crate) struct Structure {
    pub(crate) id: String,
    pub(crate) bidders_may: Vec<String>,
    pub(crate) max_lots_per_bidder: Option<u64>,
    pub(crate) min_suppliers: Option<u64>,
    pub(crate) max_suppliers: Option<u64>,
    pub(crate) lots: Vec<Lot>,
}

#[derive(Debug)]
pub(crate) struct Lot {
    pub(crate) id: String,
    pub(crate) weight: Option<Exact>,
    /// Indices, ascending.
    pub(crate) procedures: Vec<usize>,
}

#[derive(Debug)]
pub(crate) struct AwardRules {
    pub(crate) missing: Missing,
    pub(crate) if_cheaper: bool,
    pub(crate) ties: Vec<TieRule>,
    pub(crate) low_price_flag: Option<i128>,
    pub(crate) suppliers_per_lot: u64,
    pub(crate) sharing: Sharing,
    pub(crate) within_percent: Option<Exact>,
}

#[derive(Debug)]
pub(crate) enum Missing {
    Reject,
    AtFallback { at_most: Option<u64>, never: Codes<()> },
}

#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) enum TieRule {
    LowerPrice,
    Higher(String),
    FewerSuppliers,
    MoreSuppliers,
    EarlierReceived,
    Draw,
}

#[derive(Debug)]
pub(crate) enum Sharing {
    Ranked,
    /// Per cent by rank.
    Shares(Vec<i128>),
}

/// A price adjustment over time.
#[derive(Debug)]
pub(crate) struct Adjustment {
    pub(crate) from: i64,
    /// In ten-thousandths of a per cent.
    pub(crate) percent: i128,
    /// `tariff:ID`, `prices`; sorted.
    pub(crate) applies_to: Vec<String>,
}

/// The framework of a mini-tender.
#[derive(Debug)]
pub(crate) struct Framework {
    pub(crate) tender_hash: String,
    pub(crate) record_hash: Option<String>,
    pub(crate) max_price: String,
    /// By bidder: the lots that it supplies, and its own prices by code.
    pub(crate) parties: BTreeMap<String, (Vec<String>, BTreeMap<String, i128>)>,
}

pub(crate) fn competition_lines(tender: Node<'_>, structure: &str) -> Reading<Facts> {
    let head = tender.must_have("tender")?;
    let text = |name: &str| head.must_have(name)?.quoted_text().map(str::to_owned);
    let pricing = tender.must_have("pricing")?;
    let procedures = procedure_lines(tender)?;
    let structure = structure_lines(tender, structure, &procedures)?;
    let mut tariffs = BTreeMap::new();
    for (id, node) in tender.child("tariff").into_iter().flat_map(Node::children) {
        tariffs.insert(id.to_owned(), tariff_lines(node)?);
    }
    Ok(Facts {
        id: text("id")?,
        kind: head.must_have("kind")?.bare_word()?.to_owned(),
        specialty: text("specialty")?,
        deadline: head.optional("deadline", Node::instant)?,
        contract: tender.optional("contract", span_lines)?,
        tariffs,
        discount_base: pricing.optional("discount-base", |n| n.quoted_text().map(str::to_owned))?,
        form: pricing.must_have("form")?.bare_word()?.to_owned(),
        cap: tender.optional("cap", cap_lines)?,
        fallback: match tender.child("fallback") {
            Some(n) => n
                .numbered("tariff")?
                .into_iter()
                .map(|n| Ok(n.quoted_text()?.to_owned()))
                .collect::<Reading<_>>()?,
            None => Vec::new(),
        },
        procedures,
        structure,
        published: tender.must_have("award")?.must_have("structure")?.quoted_text()?.to_owned(),
        award: award_lines(tender.must_have("award")?)?,
        evaluation: Evaluation::not_read_yet(),
        adjustments: tender
            .numbered("adjustment")?
            .into_iter()
            .map(adjustment_lines)
            .collect::<Reading<_>>()?,
        framework: tender.optional("framework", framework_lines)?,
        budget: tender.descendant(&["budget", "amount"]).map(Node::ore).transpose()?,
        requirements: Vec::new(),
        bids: Vec::new(),
        assessments: Vec::new(),
        decisions: Vec::new(),
        draw: Vec::new(),
    })
}

fn span_lines(node: Node<'_>) -> Reading<Span> {
    let span =
        Span { from: node.must_have("from")?.day_number()?, until: node.must_have("until")?.day_number()? };
    if span.day_count() == 0 { Err(node.malformed()) } else { Ok(span) }
}

fn tariff_lines(node: Node<'_>) -> Reading<Tariff> {
    let basis = match node.must_have("basis")?.bare_word()? {
        "listed" => Basis::Listed,
        "derived" => Basis::Derived {
            from: node.must_have("derived-from")?.quoted_text()?.to_owned(),
            reduction: node.must_have("reduction")?.ten_thousandths()?,
            round_to: {
                let step = node.must_have("round-to")?;
                step.ore().and_then(|s| if s > 0 { Ok(s) } else { Err(step.malformed()) })?
            },
        },
        _ => return Err(node.malformed()),
    };
    Ok(Tariff { basis, in_force: node.optional("in-force", span_lines)? })
}

fn cap_lines(node: Node<'_>) -> Reading<Cap> {
    let above =
        match (node.must_have("above-cap")?.bare_word()?, node.optional("scored-price", Node::bare_word)?) {
            ("reject-bid", None) => AboveCap::RejectBid,
            ("reject-line", None) => AboveCap::RejectLine,
            ("pay-cap-while-in-force", Some("bid")) => AboveCap::PayScoreBid,
            ("pay-cap-while-in-force", Some("capped")) => AboveCap::PayScoreCapped,
            ("pay-cap-while-in-force", Some("time-weighted")) => AboveCap::PayScoreTimeWeighted,
            _ => return Err(node.malformed()),
        };
    Ok(Cap { tariff: node.must_have("tariff")?.quoted_text()?.to_owned(), above })
}

fn procedure_lines(tender: Node<'_>) -> Reading<Vec<Procedure>> {
    let mut out = Vec::new();
    for (code, node) in tender.must_have("procedure")?.children() {
        let mut listed = BTreeMap::new();
        for (id, price) in node.child("tariff").into_iter().flat_map(Node::children) {
            listed.insert(id.to_owned(), price.ore()?);
        }
        out.push(Procedure {
            code: code.to_owned(),
            volume: node.must_have("expected")?.whole_number()?,
            fallback_price: node.optional("fallback-price", Node::ore)?,
            listed,
        });
    }
    Ok(out)
}

fn structure_lines(tender: Node<'_>, id: &str, procedures: &[Procedure]) -> Reading<Structure> {
    let node = tender.must_have("structure")?.must_have(id)?;
    let mut lots = Vec::new();
    let mut taken = vec![false; procedures.len()];
    for lot in node.numbered("lot")? {
        let mut own = Vec::new();
        for code in lot.child_names("code") {
            let place =
                procedures.binary_search_by(|p| p.code.as_str().cmp(code)).map_err(|_| lot.lacks(code))?;
            if std::mem::replace(&mut taken[place], true) {
                return Err(lot.lacks(code));
            }
            own.push(place);
        }
        lots.push(Lot {
            id: lot.must_have("id")?.quoted_text()?.to_owned(),
            weight: lot.optional("weight", Node::fraction)?,
            procedures: own,
        });
    }
    if let Some(left) = taken.iter().position(|t| !t) {
        return Err(node.lacks(&procedures[left].code));
    }
    Ok(Structure {
        id: id.to_owned(),
        bidders_may: node.child_names("bidders-may").into_iter().map(str::to_owned).collect(),
        max_lots_per_bidder: node.optional("max-lots-per-bidder", Node::whole_number)?,
        min_suppliers: node.optional("min-suppliers", Node::whole_number)?,
        max_suppliers: node.optional("max-suppliers", Node::whole_number)?,
        lots,
    })
}

fn award_lines(node: Node<'_>) -> Reading<AwardRules> {
    let missing = node.must_have("missing")?;
    let missing = match missing.bare_word()? {
        "reject" => Missing::Reject,
        "price-at-fallback" => Missing::AtFallback {
            at_most: missing.optional("at-most", Node::whole_number)?,
            never: Codes::new(missing.child_names("never").into_iter().map(|p| (p.to_owned(), ()))),
        },
        _ => return Err(missing.malformed()),
    };
    let unawarded = node.must_have("unawarded")?;
    let sharing = match node.child("sharing") {
        None => Sharing::Ranked,
        Some(n) if n.has_value() => Sharing::Ranked,
        Some(_) => Sharing::Shares(
            node.numbered("sharing")?.into_iter().map(Node::ten_thousandths).collect::<Reading<_>>()?,
        ),
    };
    Ok(AwardRules {
        missing,
        if_cheaper: match unawarded.bare_word()? {
            "if-cheaper" => true,
            "if-no-award-possible" => false,
            _ => return Err(unawarded.malformed()),
        },
        ties: node.numbered("tie")?.into_iter().map(tie_line).collect::<Reading<_>>()?,
        low_price_flag: node.optional("low-price-flag", Node::ten_thousandths)?,
        suppliers_per_lot: node.must_have("suppliers-per-lot")?.whole_number()?,
        sharing,
        within_percent: node.optional("within-percent", Node::fraction)?,
    })
}

fn tie_line(node: Node<'_>) -> Reading<TieRule> {
    if let Ok(text) = node.quoted_text() {
        let criterion = text.strip_prefix("higher:").ok_or_else(|| node.malformed())?;
        return Ok(TieRule::Higher(criterion.to_owned()));
    }
    Ok(match node.bare_word()? {
        "lower-price" => TieRule::LowerPrice,
        "fewer-suppliers" => TieRule::FewerSuppliers,
        "more-suppliers" => TieRule::MoreSuppliers,
        "earlier-received" => TieRule::EarlierReceived,
        "draw" => TieRule::Draw,
        _ => return Err(node.malformed()),
    })
}

fn adjustment_lines(node: Node<'_>) -> Reading<Adjustment> {
    Ok(Adjustment {
        from: node.must_have("from")?.day_number()?,
        percent: node.must_have("percent")?.ten_thousandths()?,
        applies_to: node.child_names("applies-to").into_iter().map(str::to_owned).collect(),
    })
}

fn framework_lines(node: Node<'_>) -> Reading<Framework> {
    let mut parties = BTreeMap::new();
    for (bidder, party) in node.child("party").into_iter().flat_map(Node::children) {
        let lots = party.child_names("lot").into_iter().map(str::to_owned).collect();
        let mut prices = BTreeMap::new();
        for (code, price) in party.child("price").into_iter().flat_map(Node::children) {
            prices.insert(code.to_owned(), price.ore()?);
        }
        parties.insert(bidder.to_owned(), (lots, prices));
    }
    Ok(Framework {
        tender_hash: node.must_have("tender-hash")?.bare_word()?.to_owned(),
        record_hash: node.optional("record-hash", |n| n.bare_word().map(str::to_owned))?,
        max_price: node.must_have("max-price")?.bare_word()?.to_owned(),
        parties,
    })
}

#[derive(Debug)]
pub(crate) struct Evaluation {
    pub(crate) kind: Kind,
    pub(crate) scale: Exact,
    pub(crate) rounding: Rounding,
    /// By id.
    pub(crate) criteria: BTreeMap<String, Criterion>,
    pub(crate) gates: Vec<Gate>,
}

#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) enum Kind {
    LowestPrice,
    Points,
    /// E = price − value × points / scale
    Subtract,
    /// E = price + value × (scale − points) / scale
    Add,
    /// E = price × (1 + uplift% × (scale − points) / scale)
    Uplift,
    FormulaScore(String),
    FormulaPrice(String),
}

#[derive(Clone, Copy, Debug)]
pub(crate) struct Rounding {
    pub(crate) points: Option<u32>,
    pub(crate) weighted: Option<u32>,
    pub(crate) score: Option<u32>,
    pub(crate) mode: Mode,
}

#[derive(Debug)]
pub(crate) struct Criterion {
    pub(crate) parent: Option<String>,
    /// As a share of 1.
    pub(crate) weight: Option<Exact>,
    /// Kroner.
    pub(crate) value: Option<Exact>,
    /// As a share of 1, of the fallback.
    pub(crate) value_percent: Option<Exact>,
    /// As a share of 1.
    pub(crate) uplift: Option<Exact>,
    /// `None` with children.
    pub(crate) method: Option<Method>,
}

#[derive(Clone, Debug)]
pub(crate) enum Method {
    Judged,
    Linear { measure: Measure, slope: Exact, outside: Outside, higher: bool },
    Absolute { measure: Measure, full_at: Exact, zero_at: Exact, outside: Outside },
    Proportional { measure: Measure, higher: bool },
    MinMax { measure: Measure, higher: bool },
    Formula { measure: Measure, text: String },
}

#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) enum Measure {
    Price,
    Value(String),
}

#[derive(Clone, Debug)]
pub(crate) enum Outside {
    Negative,
    Zero,
    Reject,
    Widen(Widening),
}

#[derive(Clone, Debug)]
pub(crate) struct Widening {
    pub(crate) first: Exact,
    pub(crate) step: Exact,
    pub(crate) ceiling: Option<Exact>,
}

#[derive(Debug)]
pub(crate) struct Gate {
    /// `None` for the total.
    pub(crate) criterion: Option<String>,
    pub(crate) min: Exact,
}

impl Evaluation {
    pub(crate) fn not_read_yet() -> Self {
        Evaluation {
            kind: Kind::LowestPrice,
            scale: int(100),
            rounding: Rounding { points: None, weighted: None, score: None, mode: Mode::HalfUp },
            criteria: BTreeMap::new(),
            gates: Vec::new(),
        }
    }

    /// Whether the highest figure wins.
    pub(crate) fn highest_is_best(&self) -> bool {
        matches!(self.kind, Kind::Points | Kind::FormulaScore(_))
    }

    /// The criteria with a method, by id.
    pub(crate) fn with_a_method(&self) -> impl Iterator<Item = (&str, &Criterion, &Method)> {
        self.criteria.iter().filter_map(|(id, c)| Some((id.as_str(), c, c.method.as_ref()?)))
    }

    /// The weights of a criterion and all its parents, multiplied.
    pub(crate) fn weight_in_the_whole(&self, id: &str) -> Option<Exact> {
        let mut share = int(1);
        let mut at = Some(id);
        for _ in 0..=self.criteria.len() {
            let Some(criterion) = at.and_then(|id| self.criteria.get(id)) else { break };
            share *= criterion.weight.clone()?;
            at = criterion.parent.as_deref();
        }
        Some(share)
    }
}

impl Method {
    /// What becomes of measures outside the scale.
    pub(crate) fn outside(&self) -> Option<&Outside> {
        match self {
            Method::Linear { outside, .. } | Method::Absolute { outside, .. } => Some(outside),
            _ => None,
        }
    }

    /// Whether its scale ends somewhere.
    pub(crate) fn may_reject(&self) -> bool {
        match self.outside() {
            Some(Outside::Reject) => true,
            Some(Outside::Widen(widening)) => widening.ceiling.is_some(),
            _ => false,
        }
    }

    /// What it measures, where it measures.
    pub(crate) fn measured(&self) -> Option<&Measure> {
        match self {
            Method::Judged => None,
            Method::Linear { measure, .. }
            | Method::Absolute { measure, .. }
            | Method::Proportional { measure, .. }
            | Method::MinMax { measure, .. }
            | Method::Formula { measure, .. } => Some(measure),
        }
    }
}

pub(crate) fn evaluation_lines(node: Node<'_>) -> Reading<Evaluation> {
    let model = node.must_have("model")?;
    let formula = || node.must_have("formula")?.quoted_text().map(str::to_owned);
    let kind = match model.bare_word()? {
        "lowest-price" => Kind::LowestPrice,
        "points" => Kind::Points,
        "evaluated-price" => match node.must_have("adjust")?.bare_word()? {
            "subtract" => Kind::Subtract,
            "add" => Kind::Add,
            "uplift" => Kind::Uplift,
            _ => return Err(model.malformed()),
        },
        "formula" => match node.must_have("best")?.bare_word()? {
            "highest" => Kind::FormulaScore(formula()?),
            "lowest" => Kind::FormulaPrice(formula()?),
            _ => return Err(model.malformed()),
        },
        _ => return Err(model.malformed()),
    };
    let mut criteria = BTreeMap::new();
    for (id, criterion_node) in node.child("criterion").into_iter().flat_map(Node::children) {
        criteria.insert(id.to_owned(), criterion_lines(criterion_node)?);
    }
    no_circle_of_parents(node, &criteria)?;
    let scale = node.must_have("scale")?.fraction()?;
    if !scale.is_positive() {
        return Err(node.must_have("scale")?.malformed());
    }
    let gates = node.numbered("gate")?.into_iter().map(gate_lines).collect::<Reading<_>>()?;
    Ok(Evaluation { kind, scale, rounding: rounding_lines(node.must_have("rounding")?)?, criteria, gates })
}

fn no_circle_of_parents(node: Node<'_>, criteria: &BTreeMap<String, Criterion>) -> Reading<()> {
    for id in criteria.keys() {
        let mut at = Some(id.as_str());
        for _ in 0..=criteria.len() {
            let Some(own) = at else { break };
            let criterion = criteria.get(own).ok_or_else(|| node.lacks(own))?;
            at = criterion.parent.as_deref();
        }
        if let Some(again) = at {
            return Err(node.lacks(again));
        }
    }
    Ok(())
}

fn rounding_lines(node: Node<'_>) -> Reading<Rounding> {
    let decimals = |name: &str| {
        let node = node.must_have(name)?;
        match node.bare_word()? {
            "none" => Ok(None),
            _ => match u32::try_from(node.whole_number()?) {
                Ok(decimals) if decimals <= 28 => Ok(Some(decimals)),
                _ => Err(node.malformed()),
            },
        }
    };
    let mode = node.must_have("mode")?;
    Ok(Rounding {
        points: decimals("points")?,
        weighted: decimals("weighted")?,
        score: decimals("score")?,
        mode: match mode.bare_word()? {
            "half-up" => Mode::HalfUp,
            "half-even" => Mode::HalfEven,
            "down" => Mode::Down,
            _ => return Err(mode.malformed()),
        },
    })
}

fn gate_lines(node: Node<'_>) -> Reading<Gate> {
    let on = node.must_have("criterion")?;
    let criterion = match on.quoted_text() {
        Ok(id) => Some(id.to_owned()),
        Err(_) if on.bare_word()? == "total" => None,
        Err(wrong) => return Err(wrong),
    };
    Ok(Gate { criterion, min: node.must_have("min")?.fraction()? })
}

fn criterion_lines(node: Node<'_>) -> Reading<Criterion> {
    let share = |name: &str| node.optional(name, |n| Ok(n.fraction()? / int(100)));
    Ok(Criterion {
        parent: node.optional("parent", |n| n.quoted_text().map(str::to_owned))?,
        weight: share("weight")?,
        value: node.optional("value", Node::fraction)?,
        value_percent: share("value-percent")?,
        uplift: share("uplift")?,
        method: method_lines(node)?,
    })
}

fn method_lines(node: Node<'_>) -> Reading<Option<Method>> {
    let name = node.must_have("method")?;
    let number = |key: &str| node.must_have(key)?.fraction();
    let higher = || node.must_have("higher-is-better")?.truth();
    Ok(Some(match name.bare_word()? {
        "none" => return Ok(None),
        "judged" => Method::Judged,
        "linear" => {
            let slope = number("slope")?;
            if !slope.is_positive() {
                return Err(node.lacks("slope"));
            }
            Method::Linear {
                measure: measure_line(node)?,
                slope,
                outside: outside_lines(node)?,
                higher: higher()?,
            }
        }
        "absolute" => Method::Absolute {
            measure: measure_line(node)?,
            full_at: number("full-at")?,
            zero_at: number("zero-at")?,
            outside: outside_lines(node)?,
        },
        "proportional" => Method::Proportional { measure: measure_line(node)?, higher: higher()? },
        "min-max" => Method::MinMax { measure: measure_line(node)?, higher: higher()? },
        "formula" => Method::Formula {
            measure: measure_line(node)?,
            text: node.must_have("formula")?.quoted_text()?.to_owned(),
        },
        _ => return Err(name.malformed()),
    }))
}

fn measure_line(node: Node<'_>) -> Reading<Measure> {
    let measure = node.must_have("measure")?;
    if let Ok(text) = measure.quoted_text() {
        let name = text.strip_prefix("values.").ok_or_else(|| measure.malformed())?;
        return Ok(Measure::Value(name.to_owned()));
    }
    match measure.bare_word()? {
        "price" => Ok(Measure::Price),
        _ => Err(measure.malformed()),
    }
}

fn outside_lines(node: Node<'_>) -> Reading<Outside> {
    let outside = node.must_have("outside")?;
    Ok(match outside.bare_word()? {
        "negative" => Outside::Negative,
        "zero" => Outside::Zero,
        "reject" => Outside::Reject,
        "widen" => {
            let widen = node.must_have("widen")?;
            let step = widen.must_have("step")?.fraction()?;
            if step.is_negative() || step.is_zero() {
                return Err(widen.lacks("step"));
            }
            Outside::Widen(Widening {
                first: widen.must_have("first")?.fraction()?,
                step,
                ceiling: widen.optional("ceiling", Node::fraction)?,
            })
        }
        _ => return Err(outside.malformed()),
    })
}

#[derive(Debug)]
pub(crate) struct Bid {
    pub(crate) bidder: String,
    pub(crate) group: Option<String>,
    pub(crate) received: Option<i128>,
    pub(crate) discount: Option<i128>,
    pub(crate) discounts: Codes<i128>,
    /// By procedure, in øre.
    pub(crate) prices: BTreeMap<usize, i128>,
    /// By procedure: discounts of a prices file.
    pub(crate) file_discounts: BTreeMap<usize, i128>,
    pub(crate) not_offered: Codes<()>,
    /// `None`: registered for everything.
    pub(crate) registered: Option<Codes<()>>,
    pub(crate) values: BTreeMap<String, Exact>,
    pub(crate) capacity: Option<u64>,
    pub(crate) max_lots: Option<u64>,
    /// The lots that it bids on in this structure; `None`: every lot.
    pub(crate) bids_on: Option<BTreeSet<usize>>,
    /// By lot of this structure.
    pub(crate) lot_capacities: BTreeMap<usize, u64>,
    /// Those for this structure, or for all.
    pub(crate) combinations: Vec<Combination>,
    /// Sets of lots of this structure.
    pub(crate) only_together: Vec<BTreeSet<usize>>,
}

#[derive(Debug)]
pub(crate) struct Combination {
    pub(crate) rule: CombinationRule,
    pub(crate) discount: i128,
}

#[derive(Debug)]
pub(crate) enum CombinationRule {
    MinLots(u64),
    Lots(BTreeSet<usize>),
    AllLots,
}

pub(crate) fn bids_lines(root: Node<'_>, facts: &Facts) -> Reading<Vec<Bid>> {
    let Some(bids) = root.child("bid") else { return Ok(Vec::new()) };
    bids.children().map(|(bidder, node)| bid_lines(bidder, node, facts)).collect()
}

fn bid_lines(bidder: &str, node: Node<'_>, facts: &Facts) -> Reading<Bid> {
    if !node.has_value() {
        return Err(node.lacks(bidder));
    }
    let structure = facts.structure.id.as_str();
    let flags = |name: &str| Codes::new(node.child_names(name).into_iter().map(|p| (p.to_owned(), ())));
    let mut discounts = Vec::new();
    for (pattern, n) in node.child("discounts").into_iter().flat_map(Node::children) {
        discounts.push((pattern.to_owned(), n.ten_thousandths()?));
    }
    let mut values = BTreeMap::new();
    for (name, n) in node.child("value").into_iter().flat_map(Node::children) {
        values.insert(name.to_owned(), n.fraction()?);
    }
    let mut lot_capacities = BTreeMap::new();
    let own_lots = node.descendant(&["lot-capacity", structure]);
    for (lot, n) in own_lots.into_iter().flat_map(Node::children) {
        lot_capacities.insert(facts.lot_index(lot).ok_or_else(|| n.malformed())?, n.whole_number()?);
    }
    Ok(Bid {
        bidder: bidder.to_owned(),
        group: node.optional("group", |n| n.quoted_text().map(str::to_owned))?,
        received: node.optional("received", Node::instant)?,
        discount: node.optional("discount", Node::ten_thousandths)?,
        discounts: Codes::new(discounts),
        prices: by_code(node, "price", facts, Node::ore)?,
        file_discounts: by_code(node, "file-discount", facts, Node::ten_thousandths)?,
        not_offered: flags("not-offered"),
        registered: node.child("registered").map(|_| flags("registered")),
        values,
        capacity: node.optional("capacity", Node::whole_number)?,
        max_lots: node.optional("max-lots", Node::whole_number)?,
        bids_on: node.descendant(&["bids-on", structure]).map(|n| lot_lines(n, facts)).transpose()?,
        lot_capacities,
        combinations: combination_lines(node, facts)?,
        only_together: together_lines(node, facts)?,
    })
}

fn by_code<'t>(
    node: Node<'t>,
    name: &str,
    facts: &Facts,
    read: impl Fn(Node<'t>) -> Reading<i128>,
) -> Reading<BTreeMap<usize, i128>> {
    let mut out = BTreeMap::new();
    for (code, n) in node.child(name).into_iter().flat_map(Node::children) {
        out.insert(facts.procedure_index(code).ok_or_else(|| n.malformed())?, read(n)?);
    }
    Ok(out)
}

fn lot_lines(node: Node<'_>, facts: &Facts) -> Reading<BTreeSet<usize>> {
    node.child_names("lot").into_iter().map(|id| facts.lot_index(id).ok_or_else(|| node.lacks(id))).collect()
}

/// Whether a condition is for this structure, or for none in particular.
fn is_for_this_structure(node: Node<'_>, facts: &Facts) -> Reading<bool> {
    Ok(node.optional("structure", Node::quoted_text)?.is_none_or(|s| s == facts.structure.id))
}

fn combination_lines(node: Node<'_>, facts: &Facts) -> Reading<Vec<Combination>> {
    let mut out = Vec::new();
    for n in node.numbered("combination")? {
        if !is_for_this_structure(n, facts)? {
            continue;
        }
        let rule = match (n.optional("min-lots", Node::whole_number)?, n.child("lot"), n.child("all-lots")) {
            (Some(least), None, None) => CombinationRule::MinLots(least),
            // a list of lots may be empty, and is then always met
            (None, _, None) if n.child("structure").is_some() => CombinationRule::Lots(lot_lines(n, facts)?),
            (None, None, Some(_)) => CombinationRule::AllLots,
            _ => return Err(n.malformed()),
        };
        let discount = n.must_have("discount")?;
        let discount =
            parse_percent(discount.bare_word()?).filter(|d| *d >= 0).ok_or_else(|| discount.malformed())?;
        out.push(Combination { rule, discount });
    }
    Ok(out)
}

fn together_lines(node: Node<'_>, facts: &Facts) -> Reading<Vec<BTreeSet<usize>>> {
    let mut out = Vec::new();
    for n in node.numbered("only-together")? {
        if is_for_this_structure(n, facts)? {
            out.push(lot_lines(n, facts)?);
        }
    }
    Ok(out)
}

#[derive(Debug)]
pub(crate) struct Requirement {
    pub(crate) id: String,
    pub(crate) text: String,
    /// `None`: of the whole bid.
    pub(crate) codes: Option<Codes<()>>,
}

#[derive(Debug)]
pub(crate) struct Assessment {
    pub(crate) bid: usize,
    pub(crate) structure: Option<String>,
    pub(crate) lot: Option<String>,
    pub(crate) points: BTreeMap<String, Exact>,
    /// `met`, `unmet`, `unverified` by requirement.
    pub(crate) requirements: BTreeMap<String, String>,
    pub(crate) reason: String,
}

#[derive(Debug)]
pub(crate) struct Decision {
    pub(crate) bid: usize,
    pub(crate) rejects: bool,
    pub(crate) ground: String,
    pub(crate) date: Option<i64>,
    pub(crate) date_text: String,
    pub(crate) text: String,
}

pub(crate) fn requirement_lines(tender: Node<'_>) -> Reading<Vec<Requirement>> {
    let mut out = Vec::new();
    for (id, node) in tender.child("requirement").into_iter().flat_map(Node::children) {
        let codes = node.must_have("codes")?;
        out.push(Requirement {
            id: id.to_owned(),
            text: node.must_have("text")?.quoted_text()?.to_owned(),
            codes: (!codes.has_value())
                .then(|| Codes::new(node.child_names("codes").into_iter().map(|p| (p.to_owned(), ())))),
        });
    }
    Ok(out)
}

fn bidder_line(node: Node<'_>, facts: &Facts) -> Reading<usize> {
    let bidder = node.must_have("bidder")?;
    facts.bid_index(bidder.quoted_text()?).ok_or_else(|| bidder.malformed())
}

pub(crate) fn assessment_lines(root: Node<'_>, facts: &Facts) -> Reading<Vec<Assessment>> {
    let mut out = Vec::new();
    for node in root.numbered("assessment")? {
        let owned = |name: &str| node.optional(name, |n| n.quoted_text().map(str::to_owned));
        let mut points = BTreeMap::new();
        for (id, n) in node.child("points").into_iter().flat_map(Node::children) {
            points.insert(id.to_owned(), n.fraction()?);
        }
        let mut requirements = BTreeMap::new();
        for (id, n) in node.child("requirement").into_iter().flat_map(Node::children) {
            let word = n.bare_word()?;
            if !matches!(word, "met" | "unmet" | "unverified") {
                return Err(n.malformed());
            }
            requirements.insert(id.to_owned(), word.to_owned());
        }
        out.push(Assessment {
            bid: bidder_line(node, facts)?,
            structure: owned("structure")?,
            lot: owned("lot")?,
            points,
            requirements,
            reason: owned("reason")?.unwrap_or_default(),
        });
    }
    Ok(out)
}

pub(crate) fn decision_lines(root: Node<'_>, facts: &Facts) -> Reading<Vec<Decision>> {
    let mut out = Vec::new();
    for node in root.numbered("decision")? {
        let action = node.must_have("action")?;
        out.push(Decision {
            bid: bidder_line(node, facts)?,
            rejects: match action.bare_word()? {
                "reject" => true,
                "accept" => false,
                _ => return Err(action.malformed()),
            },
            ground: node.must_have("ground")?.bare_word()?.to_owned(),
            date: node.optional("date", Node::day_number)?,
            date_text: node.optional("date", Node::bare_word)?.unwrap_or_default().to_owned(),
            text: node.optional("text", Node::quoted_text)?.unwrap_or_default().to_owned(),
        });
    }
    Ok(out)
}
