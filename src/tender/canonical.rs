//! Canonical texts of a tender and their hashes (docs/reference/hashes.md).
//!
//! A canonical text is a header and lines `path = value`, sorted bytewise, each ended by a line feed. It is written
//! from the validated tender, so neither the order of keys, nor comments, nor which file a part is in matters;
//! defaults are written out, decimals in their shortest form.

use sha2::{Digest, Sha256};

use super::{
    AboveCap, Adjustment, Assessment, AssessmentScope, Best, Bid, CodePattern, Combination,
    CombinationCondition, Criterion, DecisionAction, EvaluationModel, Gate, GateOn, MaxPrice, Measure,
    Method, Missing, ModelKind, Outside, RequirementStatus, Sharing, Structure, Tariff, TariffBasis, Tender,
    TieRule, UnawardedRule, Worth,
};
use crate::number::Period;

/// The header of the canonical text of a model.
const MODEL_HEADER: &str = "udbud model 1";
/// The header of the canonical text of a tender.
const TENDER_HEADER: &str = "udbud tender 1";
/// The header of the canonical text of the bids.
const BIDS_HEADER: &str = "udbud bids 1";
/// The header of the canonical text of what the buyer judged, decided and drew.
const ASSESSMENTS_HEADER: &str = "udbud assessments 1";

/// SHA-256, in lower-case hex, over [`model_text`].
pub fn model_hash(tender: &Tender) -> String {
    hash(&model_text(tender))
}

/// SHA-256, in lower-case hex, over [`tender_text`].
pub fn tender_hash(tender: &Tender) -> String {
    hash(&tender_text(tender))
}

/// All that decides: evaluation, pricing, cap, fallback, award rules, the published structure, tariff prices, codes,
/// expected volumes; no titles, no draw.
pub fn model_text(tender: &Tender) -> String {
    text(MODEL_HEADER, model_lines(tender))
}

/// Everything but bids, assessments, decisions and the draw.
pub fn tender_text(tender: &Tender) -> String {
    let mut lines = model_lines(tender);
    lines.0.extend(beyond_the_model(tender).0);
    text(TENDER_HEADER, lines)
}

/// Every bid, as the bidders sent it.
pub fn bids_text(tender: &Tender) -> String {
    text(BIDS_HEADER, bids(tender))
}

/// The buyer's side: assessments, decisions and the draw.
pub fn assessments_text(tender: &Tender) -> String {
    text(ASSESSMENTS_HEADER, assessments(tender))
}

/// SHA-256, in lower-case hex, over [`bids_text`].
pub fn bids_hash(tender: &Tender) -> String {
    hash(&bids_text(tender))
}

/// SHA-256, in lower-case hex, over [`assessments_text`].
pub fn assessments_hash(tender: &Tender) -> String {
    hash(&assessments_text(tender))
}

/// A line of a canonical text that two tenders do not share.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Difference {
    /// What it is about.
    pub path: String,
    /// Its value in the first tender.
    pub ours: Option<String>,
    /// Its value in the second.
    pub theirs: Option<String>,
}

impl std::fmt::Display for Difference {
    /// `path: ours | theirs`, with `-` where a tender has no such line.
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        let side = |value: &Option<String>| value.clone().unwrap_or_else(|| "-".into());
        write!(f, "{}: {} | {}", self.path, side(&self.ours), side(&self.theirs))
    }
}

/// What differs between the models of two tenders, by path; empty if and only if their model hashes are equal.
pub fn model_differences(ours: &Tender, theirs: &Tender) -> Vec<Difference> {
    differences(model_lines(ours), model_lines(theirs))
}

/// What differs between two tenders apart from bids, assessments, decisions and the draw.
pub fn tender_differences(ours: &Tender, theirs: &Tender) -> Vec<Difference> {
    let all = |tender| {
        let mut lines = model_lines(tender);
        lines.0.extend(beyond_the_model(tender).0);
        lines
    };
    differences(all(ours), all(theirs))
}

fn differences(mut ours: Lines, mut theirs: Lines) -> Vec<Difference> {
    ours.0.sort_unstable();
    theirs.0.sort_unstable();
    let mut out = Vec::new();
    let (mut left, mut right) = (ours.0.into_iter().peekable(), theirs.0.into_iter().peekable());
    loop {
        let order = match (left.peek(), right.peek()) {
            (None, None) => return out,
            (Some(_), None) => std::cmp::Ordering::Less,
            (None, Some(_)) => std::cmp::Ordering::Greater,
            (Some((a, _)), Some((b, _))) => a.cmp(b),
        };
        let mine = if order.is_le() { left.next() } else { None };
        let other = if order.is_ge() { right.next() } else { None };
        let path = mine.as_ref().or(other.as_ref()).map(|(p, _)| p.clone()).unwrap_or_default();
        let (ours, theirs) = (mine.map(|(_, v)| v), other.map(|(_, v)| v));
        if ours != theirs {
            out.push(Difference { path, ours, theirs });
        }
    }
}

fn model_lines(tender: &Tender) -> Lines {
    let mut lines = what_decides(tender);
    lines.0.extend(model(&tender.evaluation).0);
    lines
}

pub(crate) fn text(header: &str, mut lines: Lines) -> String {
    lines.0.sort_unstable();
    let mut text = String::from(header);
    text.push('\n');
    for (path, value) in &lines.0 {
        text.push_str(path);
        text.push_str(" = ");
        text.push_str(value);
        text.push('\n');
    }
    text
}

pub(crate) fn hash(text: &str) -> String {
    Sha256::digest(text.as_bytes()).iter().map(|byte| format!("{byte:02x}")).collect()
}

/// Lines under way: path and value.
#[derive(Debug, Default)]
pub(crate) struct Lines(Vec<(String, String)>);

impl Lines {
    /// A word of the format, or a number in its shortest form.
    pub(crate) fn plain(&mut self, path: impl Into<String>, value: impl std::fmt::Display) {
        self.0.push((path.into(), value.to_string()));
    }

    /// A text of the file.
    pub(crate) fn quoted(&mut self, path: impl Into<String>, value: &str) {
        self.0.push((path.into(), quote(value)));
    }

    pub(crate) fn plain_if(&mut self, path: impl Into<String>, value: Option<impl std::fmt::Display>) {
        if let Some(value) = value {
            self.plain(path, value);
        }
    }
}

/// A text between `"`, with `\` before `"` and `\`; line feed, carriage return and tab as `\n`, `\r`, `\t`, so that no text
/// can pass for a line of its own.
pub(crate) fn quote(text: &str) -> String {
    let mut out = String::with_capacity(text.len() + 2);
    out.push('"');
    for c in text.chars() {
        match c {
            '"' => out.push_str("\\\""),
            '\\' => out.push_str("\\\\"),
            '\n' => out.push_str("\\n"),
            '\r' => out.push_str("\\r"),
            '\t' => out.push_str("\\t"),
            _ => out.push(c),
        }
    }
    out.push('"');
    out
}

/// The shortest exact decimal: no needless zeros, 0 without a sign.
fn number(decimal: rust_decimal::Decimal) -> String {
    let shortest = decimal.normalize();
    if shortest.is_zero() { "0".into() } else { shortest.to_string() }
}

/// An amount in kroner as its shortest exact decimal.
pub(crate) fn kroner(amount: crate::number::Money) -> String {
    crate::number::Ratio::kroner(amount).to_string()
}

/// Pricing, cap, fallback, award rules, the published structure, tariff prices, codes, expected volumes, and the days
/// that prices hang on.
pub(super) fn what_decides(tender: &Tender) -> Lines {
    let mut lines = Lines::default();
    let tariff_id = |i: usize| tender.tariffs.get(i).map_or("", |t| t.id.as_str());
    lines.plain("format", 1);
    if let Some(contract) = tender.head.contract {
        period(&mut lines, "contract", contract);
    }
    lines.plain("pricing.form", tender.pricing.form.name());
    if let Some(base) = tender.pricing.discount_base {
        lines.quoted("pricing.discount-base", tariff_id(base));
    }
    if let Some(cap) = tender.cap {
        lines.quoted("cap.tariff", tariff_id(cap.tariff));
        lines.plain("cap.above-cap", cap.above.name());
        if let AboveCap::PayCapWhileInForce(scored) = cap.above {
            lines.plain("cap.scored-price", scored.name());
        }
    }
    for (i, tariff) in tender.fallback.iter().enumerate() {
        lines.quoted(format!("fallback.tariff.{}", i + 1), tariff_id(*tariff));
    }
    for t in &tender.tariffs {
        tariff(&mut lines, t, tariff_id);
    }
    adjustments(&mut lines, tender);
    for p in &tender.procedures {
        let at = |key: &str| format!("procedure.{}.{key}", quote(&p.code));
        lines.plain(at("expected"), p.volume.expected);
        lines.plain_if(at("fallback-price"), p.fallback_price.map(|(price, _)| kroner(price.into())));
        for listed in &p.listed {
            let path = format!("{}.{}", at("tariff"), quote(tariff_id(listed.tariff)));
            lines.plain(path, kroner(listed.price.into()));
        }
    }
    if let Some(published) = tender.structures.get(tender.award.structure) {
        lines.quoted("award.structure", &published.id);
        structure(&mut lines, tender, published);
    }
    award(&mut lines, tender);
    framework(&mut lines, tender);
    lines
}

/// Adjustments multiply, so their order in the file does not matter: they are numbered by day, per cent and what they
/// apply to.
fn adjustments(lines: &mut Lines, tender: &Tender) {
    let mut list: Vec<_> = tender
        .adjustments
        .iter()
        .map(|a| {
            let mut words = a.applies_to(tender);
            words.sort_unstable();
            (a.from, a.percent, words)
        })
        .collect();
    list.sort_unstable();
    for (i, (from, percent, words)) in list.iter().enumerate() {
        let at = |key: &str| format!("adjustment.{}.{key}", i + 1);
        lines.plain(at("from"), from);
        lines.plain(at("percent"), percent);
        for word in words {
            lines.plain(at(&format!("applies-to.{}", quote(word))), "yes");
        }
    }
}

/// What a mini-tender takes from its framework.
fn framework(lines: &mut Lines, tender: &Tender) {
    let Some(framework) = &tender.framework else { return };
    lines.plain("framework.tender-hash", &framework.tender_hash);
    lines.plain_if("framework.record-hash", framework.record_hash.as_ref());
    lines.plain("framework.max-price", framework.max_price.name());
    for party in &framework.parties {
        let at = |key: &str| format!("framework.party.{}.{key}", quote(&party.bidder));
        for lot in party.lots.iter().filter_map(|l| framework.lots.get(*l)) {
            lines.plain(at(&format!("lot.{}", quote(lot))), "yes");
        }
        if framework.max_price == MaxPrice::OwnBid {
            for (procedure, price) in tender.procedures.iter().zip(&party.prices) {
                let price = price.map(|price| kroner(price.into()));
                lines.plain_if(at(&format!("price.{}", quote(&procedure.code))), price);
            }
        }
    }
}

/// What later competitions may do.
fn mini_tenders(lines: &mut Lines, tender: &Tender) {
    let Some(terms) = &tender.mini_tenders else { return };
    lines.plain("mini-tenders.allowed", terms.allowed);
    lines.plain("mini-tenders.new-codes", terms.new_codes);
    lines.plain("mini-tenders.max-price", terms.max_price.name());
    lines.plain("mini-tenders.direct-award", terms.direct_award.name());
    lines.plain_if("mini-tenders.max-months", terms.max_months.map(|(months, _)| months));
    lines.plain_if("mini-tenders.standstill-days", terms.standstill_days.map(|(days, _)| days));
    for range in &terms.weights {
        let id = tender.evaluation.criteria.get(range.criterion).map_or("", |c| c.id.as_str());
        let at = |key: &str| format!("mini-tenders.weights.{}.{key}", quote(id));
        lines.plain(at("least"), number(range.least));
        lines.plain(at("most"), number(range.most));
    }
}

fn period(lines: &mut Lines, path: &str, period: Period) {
    lines.plain(format!("{path}.from"), period.from);
    lines.plain(format!("{path}.until"), period.until);
}

fn tariff<'t>(lines: &mut Lines, tariff: &Tariff, id: impl Fn(usize) -> &'t str) {
    let at = |key: &str| format!("tariff.{}.{key}", quote(&tariff.id));
    match tariff.basis {
        TariffBasis::Listed => lines.plain(at("basis"), "listed"),
        TariffBasis::Derived { from, reduction, round_to, .. } => {
            lines.plain(at("basis"), "derived");
            lines.quoted(at("derived-from"), id(from));
            lines.plain(at("reduction"), reduction);
            lines.plain(at("round-to"), kroner(round_to.into()));
        }
    }
    if let Some(days) = tariff.in_force {
        period(lines, &at("in-force"), days);
    }
}

/// Lots in their binding order, each with its codes; the limits; what bidders may set.
fn structure(lines: &mut Lines, tender: &Tender, structure: &Structure) {
    let at = |key: &str| format!("structure.{}.{key}", quote(&structure.id));
    for condition in &structure.bidders_may {
        lines.plain(at(&format!("bidders-may.{}", condition.name())), "yes");
    }
    lines.plain_if(at("max-lots-per-bidder"), structure.max_lots_per_bidder);
    lines.plain_if(at("min-suppliers"), structure.min_suppliers);
    lines.plain_if(at("max-suppliers"), structure.max_suppliers);
    for (i, lot) in structure.lots.iter().enumerate() {
        lines.quoted(at(&format!("lot.{}.id", i + 1)), &lot.id);
        lines.plain_if(at(&format!("lot.{}.weight", i + 1)), lot.weight.map(number));
        for procedure in lot.procedures.iter().filter_map(|p| tender.procedures.get(*p)) {
            lines.plain(at(&format!("lot.{}.code.{}", i + 1, quote(&procedure.code))), "yes");
        }
    }
}

fn award(lines: &mut Lines, tender: &Tender) {
    let award = &tender.award;
    match &award.missing {
        Missing::Reject => lines.plain("award.missing", "reject"),
        Missing::PriceAtFallback { at_most, never } => {
            lines.plain("award.missing", "price-at-fallback");
            lines.plain_if("award.missing.at-most", *at_most);
            patterns(lines, "award.missing.never", never);
        }
    }
    let unawarded = match award.unawarded {
        UnawardedRule::IfNoAwardPossible => "if-no-award-possible",
        UnawardedRule::IfCheaper => "if-cheaper",
    };
    lines.plain("award.unawarded", unawarded);
    for (i, rule) in award.ties.iter().enumerate() {
        let path = format!("award.tie.{}", i + 1);
        match rule {
            TieRule::LowerPrice => lines.plain(path, "lower-price"),
            TieRule::Higher(criterion) => lines.quoted(path, &format!("higher:{criterion}")),
            TieRule::FewerSuppliers => lines.plain(path, "fewer-suppliers"),
            TieRule::MoreSuppliers => lines.plain(path, "more-suppliers"),
            TieRule::EarlierReceived => lines.plain(path, "earlier-received"),
            TieRule::Draw => lines.plain(path, "draw"),
        }
    }
    lines.plain_if("award.low-price-flag", award.low_price_flag);
    lines.plain("award.suppliers-per-lot", award.suppliers_per_lot);
    if award.suppliers_per_lot > 1 {
        match &award.sharing {
            Sharing::Ranked => lines.plain("award.sharing", "ranked"),
            Sharing::Shares(shares) => {
                for (i, share) in shares.iter().enumerate() {
                    lines.plain(format!("award.sharing.{}", i + 1), share);
                }
            }
        }
        lines.plain_if("award.within-percent", award.within_percent);
    }
}

fn patterns(lines: &mut Lines, path: &str, patterns: &[CodePattern]) {
    for pattern in patterns {
        lines.plain(format!("{path}.{}", quote(&pattern.to_string())), "yes");
    }
}

/// What bidders are reported of each other, and the standstill; only what is stated.
fn letters(lines: &mut Lines, tender: &Tender) {
    if tender.disclosure.place.is_some() {
        for tell in &tender.disclosure.tell {
            lines.plain(format!("disclosure.tell.{}", tell.name()), "yes");
        }
        lines.plain("disclosure.on-leak", tender.disclosure.on_leak.name());
    }
    if let Some(standstill) = &tender.standstill {
        lines.plain_if("standstill.days", standstill.days.map(|(days, _)| days));
        lines.plain("standstill.sent", standstill.sent.name());
        if let Some(reason) = &standstill.reason {
            lines.quoted("standstill.reason", reason);
        }
    }
}

/// What the tender is, titles, the other structures, volumes other than the expected one, requirements.
pub(super) fn beyond_the_model(tender: &Tender) -> Lines {
    let mut lines = Lines::default();
    let head = &tender.head;
    lines.quoted("tender.id", &head.id);
    lines.quoted("tender.title", &head.title);
    lines.plain("tender.kind", head.kind.name());
    lines.quoted("tender.buyer", &head.buyer);
    lines.quoted("tender.specialty", &head.specialty);
    lines.quoted("tender.currency", &head.currency);
    lines.plain_if("tender.deadline", head.deadline);
    for tariff in &tender.tariffs {
        lines.quoted(format!("tariff.{}.title", quote(&tariff.id)), &tariff.title);
    }
    for p in &tender.procedures {
        let at = |key: &str| format!("procedure.{}.{key}", quote(&p.code));
        lines.quoted(at("name"), &p.name);
        lines.plain_if(at("min"), p.volume.min);
        lines.plain_if(at("max"), p.volume.max);
        for code in &p.covers {
            lines.plain(format!("{}.{}", at("covers"), quote(code)), "yes");
        }
    }
    for (i, s) in tender.structures.iter().enumerate() {
        if i != tender.award.structure {
            structure(&mut lines, tender, s);
        }
        lines.quoted(format!("structure.{}.title", quote(&s.id)), &s.title);
        for (n, lot) in s.lots.iter().enumerate() {
            lines.quoted(format!("structure.{}.lot.{}.title", quote(&s.id), n + 1), &lot.title);
        }
    }
    for criterion in &tender.evaluation.criteria {
        lines.quoted(format!("evaluation.criterion.{}.title", quote(&criterion.id)), &criterion.title);
    }
    mini_tenders(&mut lines, tender);
    lines.plain_if("budget.amount", tender.budget.map(|b| kroner(b.amount)));
    letters(&mut lines, tender);
    for requirement in &tender.requirements {
        let path = format!("requirement.{}", quote(&requirement.id));
        lines.quoted(format!("{path}.text"), &requirement.text);
        match &requirement.codes {
            None => lines.plain(format!("{path}.codes"), "none"),
            Some(codes) => patterns(&mut lines, &format!("{path}.codes"), codes),
        }
    }
    lines
}

pub(super) fn model(model: &EvaluationModel) -> Lines {
    let mut lines = Lines::default();
    let kind = match &model.kind {
        ModelKind::LowestPrice => "lowest-price",
        ModelKind::Points => "points",
        ModelKind::EvaluatedPrice(_) => "evaluated-price",
        ModelKind::Formula { .. } => "formula",
    };
    lines.plain("evaluation.model", kind);
    lines.plain("evaluation.scale", number(model.scale));
    let none = |decimals: Option<u32>| decimals.map_or_else(|| "none".to_owned(), |d| d.to_string());
    lines.plain("evaluation.rounding.points", none(model.rounding.points));
    lines.plain("evaluation.rounding.weighted", none(model.rounding.weighted));
    lines.plain("evaluation.rounding.score", none(model.rounding.score));
    lines.plain("evaluation.rounding.mode", model.rounding.mode.name());
    match &model.kind {
        ModelKind::EvaluatedPrice(adjustment) => {
            let adjust = match adjustment {
                Adjustment::Subtract => "subtract",
                Adjustment::Add => "add",
                Adjustment::Uplift => "uplift",
            };
            lines.plain("evaluation.adjust", adjust);
        }
        ModelKind::Formula { formula, best } => {
            lines.quoted("evaluation.formula", formula.canonical());
            let best = match best {
                Best::Highest => "highest",
                Best::Lowest => "lowest",
            };
            lines.plain("evaluation.best", best);
        }
        ModelKind::LowestPrice | ModelKind::Points => {}
    }
    let id = |i: usize| model.criteria.get(i).map_or("", |c| c.id.as_str());
    for c in &model.criteria {
        criterion(&mut lines, c, c.parent.map(id));
    }
    let mut gates: Vec<(String, String)> = model.gates.iter().map(|g| gate(g, id)).collect();
    gates.sort_unstable();
    for (i, (on, min)) in gates.into_iter().enumerate() {
        lines.plain(format!("evaluation.gate.{}.criterion", i + 1), on);
        lines.plain(format!("evaluation.gate.{}.min", i + 1), min);
    }
    lines
}

fn gate<'m>(gate: &Gate, id: impl Fn(usize) -> &'m str) -> (String, String) {
    let on = match gate.on {
        GateOn::Criterion(i) => quote(id(i)),
        GateOn::Total => "total".into(),
    };
    (on, number(gate.min))
}

fn criterion(lines: &mut Lines, c: &Criterion, parent: Option<&str>) {
    let at = |key: &str| format!("evaluation.criterion.{}.{key}", quote(&c.id));
    if let Some(parent) = parent {
        lines.quoted(at("parent"), parent);
    }
    lines.plain_if(at("weight"), c.weight.map(number));
    match c.worth {
        Some(Worth::Value(value)) => lines.plain(at("value"), kroner(value)),
        Some(Worth::ValuePercent(percent)) => lines.plain(at("value-percent"), percent),
        Some(Worth::Uplift(percent)) => lines.plain(at("uplift"), percent),
        None => {}
    }
    let Some(method) = &c.method else {
        lines.plain(at("method"), "none");
        return;
    };
    if let Some(measure) = method.measure() {
        match measure {
            Measure::Price => lines.plain(at("measure"), "price"),
            Measure::Value(name) => lines.quoted(at("measure"), &format!("values.{name}")),
        }
    }
    let name = match method {
        Method::Linear { slope, outside, higher_is_better, .. } => {
            lines.plain(at("slope"), number(*slope));
            lines.plain(at("higher-is-better"), higher_is_better);
            write_outside(lines, &at, outside);
            "linear"
        }
        Method::Absolute { full_at, zero_at, outside, .. } => {
            lines.plain(at("full-at"), number(*full_at));
            lines.plain(at("zero-at"), number(*zero_at));
            write_outside(lines, &at, outside);
            "absolute"
        }
        Method::Proportional { higher_is_better, .. } => {
            lines.plain(at("higher-is-better"), higher_is_better);
            "proportional"
        }
        Method::MinMax { higher_is_better, .. } => {
            lines.plain(at("higher-is-better"), higher_is_better);
            "min-max"
        }
        Method::Judged => "judged",
        Method::Formula { formula, .. } => {
            lines.quoted(at("formula"), formula.canonical());
            "formula"
        }
    };
    lines.plain(at("method"), name);
}

fn write_outside(lines: &mut Lines, at: &impl Fn(&str) -> String, outside: &Outside) {
    let name = match outside {
        Outside::Negative => "negative",
        Outside::Zero => "zero",
        Outside::Reject => "reject",
        Outside::Widen(w) => {
            lines.plain(at("widen.first"), number(w.first));
            lines.plain(at("widen.step"), number(w.step));
            lines.plain_if(at("widen.ceiling"), w.ceiling.map(number));
            "widen"
        }
    };
    lines.plain(at("outside"), name);
}

/// Every bid: what it states, and that it is there.
pub(super) fn bids(tender: &Tender) -> Lines {
    let mut lines = Lines::default();
    for own in &tender.bids {
        bid(&mut lines, tender, own);
    }
    lines
}

fn bid(lines: &mut Lines, tender: &Tender, bid: &Bid) {
    let path = format!("bid.{}", quote(&bid.bidder));
    let at = |key: &str| format!("{path}.{key}");
    lines.plain(path.clone(), "yes");
    if let Some(group) = &bid.group {
        lines.quoted(at("group"), group);
    }
    lines.plain_if(at("received"), bid.received);
    lines.plain_if(at("discount"), bid.discount.map(|(discount, _)| discount));
    for own in &bid.discounts {
        lines.plain(at(&format!("discounts.{}", quote(&own.codes.to_string()))), own.discount);
    }
    let code = |procedure: u32| tender.procedures.get(procedure as usize).map_or("", |p| p.code.as_str());
    for own in &bid.prices {
        lines.plain(at(&format!("price.{}", quote(code(own.procedure)))), kroner(own.price.into()));
    }
    for own in &bid.file_discounts {
        lines.plain(at(&format!("file-discount.{}", quote(code(own.procedure)))), own.discount);
    }
    for pattern in &bid.not_offered {
        lines.plain(at(&format!("not-offered.{}", quote(&pattern.to_string()))), "yes");
    }
    if let Some(registered) = &bid.registered {
        lines.plain(at("registered"), "stated");
        for pattern in registered {
            lines.plain(at(&format!("registered.{}", quote(&pattern.to_string()))), "yes");
        }
    }
    for (name, value, _) in &bid.values {
        lines.plain(at(&format!("value.{}", quote(name))), number(*value));
    }
    conditions(lines, tender, bid, at);
}

/// What a bid says of lots: which it bids on, what it can take, what it sets as a condition.
fn conditions(lines: &mut Lines, tender: &Tender, bid: &Bid, at: impl Fn(&str) -> String) {
    let structure = |s: usize| tender.structures.get(s).map_or("", |s| s.id.as_str());
    let lot = |s: usize, l: usize| {
        tender.structures.get(s).and_then(|s| s.lots.get(l)).map_or("", |l| l.id.as_str())
    };
    lines.plain_if(at("capacity"), bid.capacity.map(|(volume, _)| volume));
    lines.plain_if(at("max-lots"), bid.max_lots.map(|(count, _)| count));
    for own in &bid.bids_on {
        let path = at(&format!("bids-on.{}", quote(structure(own.structure))));
        lines.plain(path.clone(), "stated");
        for &l in &own.lots {
            lines.plain(format!("{path}.lot.{}", quote(lot(own.structure, l))), "yes");
        }
    }
    for own in &bid.lot_capacities {
        let (s, l) = (quote(structure(own.structure)), quote(lot(own.structure, own.lot)));
        lines.plain(at(&format!("lot-capacity.{s}.{l}")), own.volume);
    }
    for (n, own) in bid.only_together.iter().enumerate() {
        let path = at(&format!("only-together.{}", n + 1));
        lines.quoted(format!("{path}.structure"), structure(own.structure));
        for &l in &own.lots {
            lines.plain(format!("{path}.lot.{}", quote(lot(own.structure, l))), "yes");
        }
    }
    for (n, own) in bid.combinations.iter().enumerate() {
        let path = at(&format!("combination.{}", n + 1));
        combination(lines, own, &path, structure, lot);
    }
}

/// Exactly one condition is stated; lots may be none.
fn combination<'t>(
    lines: &mut Lines,
    own: &Combination,
    path: &str,
    structure: impl Fn(usize) -> &'t str,
    lot: impl Fn(usize, usize) -> &'t str,
) {
    lines.plain(format!("{path}.discount"), own.discount);
    if let Some(s) = own.structure {
        lines.quoted(format!("{path}.structure"), structure(s));
    }
    match &own.condition {
        CombinationCondition::MinLots(count) => lines.plain(format!("{path}.min-lots"), count),
        CombinationCondition::AllLots => lines.plain(format!("{path}.all-lots"), "yes"),
        CombinationCondition::Lots(lots) => {
            for &l in lots {
                let id = own.structure.map_or("", |s| lot(s, l));
                lines.plain(format!("{path}.lot.{}", quote(id)), "yes");
            }
        }
    }
}

/// Assessments, decisions and the public draw.
pub(super) fn assessments(tender: &Tender) -> Lines {
    let mut lines = Lines::default();
    // the reader refuses two judgements of the same thing, so no order among equal ones decides
    let mut sorted: Vec<(Scope<'_>, &Assessment)> =
        tender.assessments.iter().map(|a| (scope(tender, a), a)).collect();
    sorted.sort_by(|a, b| a.0.cmp(&b.0));
    for (n, (scope, own)) in sorted.into_iter().enumerate() {
        assessment(&mut lines, tender, n + 1, scope, own);
    }
    for (n, own) in tender.decisions.iter().enumerate() {
        let at = |key: &str| format!("decision.{}.{key}", n + 1);
        let action = match own.action {
            DecisionAction::Reject => "reject",
            DecisionAction::Accept => "accept",
        };
        lines.quoted(at("bidder"), bidder(tender, own.bid));
        lines.plain(at("action"), action);
        lines.plain(at("ground"), own.ground.name());
        lines.plain_if(at("date"), own.date);
        if let Some(text) = &own.text {
            lines.quoted(at("text"), text);
        }
    }
    for (n, &bid) in tender.award.draw.iter().enumerate() {
        lines.quoted(format!("draw.{}", n + 1), bidder(tender, bid));
    }
    lines
}

/// Bidder, structure and lot of an assessment.
type Scope<'t> = (&'t str, Option<&'t str>, Option<&'t str>);

fn scope<'t>(tender: &'t Tender, own: &Assessment) -> Scope<'t> {
    let (structure, lot) = match own.scope {
        AssessmentScope::Everywhere => (None, None),
        AssessmentScope::Structure(structure) => (Some(structure), None),
        AssessmentScope::Lot { structure, lot } => (Some(structure), Some(lot)),
    };
    let structure = structure.and_then(|s| tender.structures.get(s));
    let lot = structure.zip(lot).and_then(|(s, l)| s.lots.get(l));
    (bidder(tender, own.bid), structure.map(|s| s.id.as_str()), lot.map(|l| l.id.as_str()))
}

fn bidder(tender: &Tender, bid: usize) -> &str {
    tender.bids.get(bid).map_or("", |b| b.bidder.as_str())
}

fn assessment(lines: &mut Lines, tender: &Tender, n: usize, scope: Scope<'_>, own: &Assessment) {
    let at = |key: &str| format!("assessment.{n}.{key}");
    let (bidder, structure, lot) = scope;
    lines.quoted(at("bidder"), bidder);
    if let Some(id) = structure {
        lines.quoted(at("structure"), id);
    }
    if let Some(id) = lot {
        lines.quoted(at("lot"), id);
    }
    for (criterion, points, _) in &own.points {
        lines.plain(at(&format!("points.{}", quote(criterion))), number(*points));
    }
    for (requirement, status, _) in &own.requirements {
        let id = tender.requirements.get(*requirement).map_or("", |r| r.id.as_str());
        let word = match status {
            RequirementStatus::Met => "met",
            RequirementStatus::Unmet => "unmet",
            RequirementStatus::Unverified => "unverified",
        };
        lines.plain(at(&format!("requirement.{}", quote(id))), word);
    }
    if let Some(reason) = &own.reason {
        lines.quoted(at("reason"), reason);
    }
}
