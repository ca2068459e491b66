//! `evaluation.json` and the hashes of a record, compared with what follows from the canonical texts.

use std::collections::BTreeSet;

use serde_json::Value;

use crate::{
    RecordFiles,
    admission::{Admission, Place},
    calendar::parse_day,
    canonical::Reading,
    exact::{Exact, parse_exact, parse_money, show_exact, show_money},
    facts::{ASSESSMENTS, BIDS, Facts, MODEL, TENDER, bytes_of},
    fault::{FaultCode, Faults, FiguresError, cannot_read},
    findings::{Remark, Severity, compare_findings},
    prices::{PriceBook, Stretch},
    quality::{Decides, LotEvaluation},
    sums::sha256,
};

/// The evaluation.
pub(crate) const EVALUATION: &str = "evaluation.json";

/// A value with the way to it.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Spot<'v> {
    pub(crate) value: &'v Value,
    way: Way<'v>,
}

/// How a value was reached.
#[derive(Clone, Copy, Debug)]
enum Way<'v> {
    Root,
    Key(&'v Spot<'v>, &'v str),
    Item(&'v Spot<'v>, usize),
}

static NOTHING: Value = Value::Null;

impl<'v> Spot<'v> {
    pub(crate) fn top(value: &'v Value) -> Self {
        Spot { value, way: Way::Root }
    }

    /// A field; null where it is not there.
    pub(crate) fn at_key<'s>(&'s self, key: &'s str) -> Spot<'s> {
        Spot { value: self.value.get(key).unwrap_or(&NOTHING), way: Way::Key(self, key) }
    }

    /// The items of an array; none of anything else.
    pub(crate) fn elements<'s>(&'s self) -> impl Iterator<Item = Spot<'s>> {
        let items = self.value.as_array().map_or(&[][..], Vec::as_slice);
        items.iter().enumerate().map(move |(i, value)| Spot { value, way: Way::Item(self, i) })
    }

    pub(crate) fn string(&self) -> &'v str {
        self.value.as_str().unwrap_or_default()
    }

    /// The text of a field.
    pub(crate) fn string_at(&self, key: &str) -> &'v str {
        self.value.get(key).and_then(Value::as_str).unwrap_or_default()
    }

    pub(crate) fn is_null(&self) -> bool {
        self.value.is_null()
    }

    /// The JSON pointer.
    pub(crate) fn pointer(&self) -> String {
        match self.way {
            Way::Root => String::new(),
            Way::Key(parent, key) => {
                format!("{}/{}", parent.pointer(), key.replace('~', "~0").replace('/', "~1"))
            }
            Way::Item(parent, i) => format!("{}/{i}", parent.pointer()),
        }
    }

    /// What is written, as a person reads it.
    pub(crate) fn as_written(&self) -> String {
        match self.value {
            Value::Null => String::new(),
            Value::String(text) => text.clone(),
            other => other.to_string(),
        }
    }

    pub(crate) fn error(
        &self,
        code: FaultCode,
        expected: impl Into<String>,
        rule: &'static str,
    ) -> FiguresError {
        FiguresError {
            code,
            file: EVALUATION.to_owned(),
            at: self.pointer(),
            written: self.as_written(),
            expected: expected.into(),
            rule,
        }
    }

    /// Money with two decimals, or null.
    pub(crate) fn must_be_money(&self, should: Option<i128>, rule: &'static str, faults: &mut Faults) {
        faults.compared += 1;
        let same = match should {
            None => self.value.is_null(),
            Some(ore) => self.value.as_str().and_then(parse_money) == Some(ore),
        };
        if !same {
            let expected = should.map_or_else(String::new, show_money);
            faults.report(self.error(FaultCode::FigureDiffers, expected, rule));
        }
    }

    /// A decimal or a fraction of this value, or null.
    pub(crate) fn must_be_number(&self, should: Option<&Exact>, rule: &'static str, faults: &mut Faults) {
        faults.compared += 1;
        let same = match should {
            None => self.value.is_null(),
            Some(x) => self.value.as_str().and_then(parse_exact).as_ref() == Some(x),
        };
        if !same {
            let expected = should.map_or_else(String::new, show_exact);
            faults.report(self.error(FaultCode::FigureDiffers, expected, rule));
        }
    }

    /// A count.
    pub(crate) fn must_be_count(
        &self,
        should: Option<u64>,
        code: FaultCode,
        rule: &'static str,
        faults: &mut Faults,
    ) {
        faults.compared += 1;
        let same = match should {
            None => self.value.is_null(),
            Some(n) => self.value.as_u64() == Some(n),
        };
        if !same {
            let expected = should.map_or_else(String::new, |n| n.to_string());
            faults.report(self.error(code, expected, rule));
        }
    }

    /// A word or a name, or null.
    pub(crate) fn must_be_word(
        &self,
        should: Option<&str>,
        code: FaultCode,
        rule: &'static str,
        faults: &mut Faults,
    ) {
        faults.compared += 1;
        if self.value.as_str() != should || (should.is_none() && !self.value.is_null()) {
            faults.report(self.error(code, should.unwrap_or_default(), rule));
        }
    }

    /// Yes or no.
    pub(crate) fn must_be_truth(&self, should: bool, rule: &'static str, faults: &mut Faults) {
        faults.compared += 1;
        if self.value.as_bool() != Some(should) {
            faults.report(self.error(FaultCode::WordDiffers, should.to_string(), rule));
        }
    }

    /// A list of names in this order.
    pub(crate) fn must_be_names(
        &self,
        should: &[&str],
        code: FaultCode,
        rule: &'static str,
        faults: &mut Faults,
    ) {
        faults.compared += 1;
        let written: Option<Vec<&str>> =
            self.value.as_array().and_then(|list| list.iter().map(Value::as_str).collect());
        if written.as_deref() != Some(should) {
            faults.report(self.error(code, should.join(", "), rule));
        }
    }
}

const MANIFEST: &str = "record.json";

/// Holds the hashes in `record.json` and `evaluation.json` against the texts.
pub(crate) fn check_hashes(
    files: &RecordFiles,
    facts: &Facts,
    evaluation: &Spot<'_>,
    faults: &mut Faults,
) -> Reading<()> {
    let manifest: Value = serde_json::from_slice(bytes_of(files, MANIFEST)?)
        .map_err(|e| cannot_read(MANIFEST, format!("line {}", e.line()), e.to_string()))?;
    let texts = [
        ("model-hash", MODEL),
        ("tender-hash", TENDER),
        ("bids-hash", BIDS),
        ("assessments-hash", ASSESSMENTS),
    ];
    let root = Spot::top(&manifest);
    for (i, (name, path)) in texts.into_iter().enumerate() {
        let own = sha256(bytes_of(files, path)?);
        let tender = root.at_key("tender");
        let before = faults.len();
        tender.at_key(name).must_be_word(Some(&own), FaultCode::HashDiffers, "hashes", faults);
        faults.name_file(before, MANIFEST);
        if i < 2 {
            evaluation.at_key("tender").at_key(name).must_be_word(
                Some(&own),
                FaultCode::HashDiffers,
                "hashes",
                faults,
            );
        }
    }
    let before = faults.len();
    root.at_key("structure").must_be_word(Some(&facts.structure.id), FaultCode::WordDiffers, "", faults);
    let tender = root.at_key("tender");
    tender.at_key("id").must_be_word(Some(&facts.id), FaultCode::WordDiffers, "", faults);
    tender.at_key("kind").must_be_word(Some(&facts.kind), FaultCode::WordDiffers, "", faults);
    faults.name_file(before, MANIFEST);
    Ok(())
}

/// What the evaluation says of the tender itself.
pub(crate) fn check_head(facts: &Facts, book: &PriceBook, spot: &Spot<'_>, faults: &mut Faults) {
    let word = FaultCode::WordDiffers;
    let tender = spot.at_key("tender");
    tender.at_key("id").must_be_word(Some(&facts.id), word, "", faults);
    tender.at_key("kind").must_be_word(Some(&facts.kind), word, "", faults);
    tender.at_key("specialty").must_be_word(Some(&facts.specialty), word, "", faults);
    spot.at_key("structure").must_be_word(Some(&facts.structure.id), word, "", faults);
    spot.at_key("published").must_be_truth(facts.structure.id == facts.published, "", faults);
    let days = spot.at_key("days");
    let count = |n: Option<i64>| n.and_then(|n| u64::try_from(n).ok());
    if book.cap_days.is_none() && !days.is_null() {
        faults.report(days.error(FaultCode::FigureDiffers, "", "unit-prices-4"));
    }
    let (in_force, contract) = (book.cap_days.map(|d| d.0), book.cap_days.map(|d| d.1));
    days.at_key("in-force").must_be_count(count(in_force), FaultCode::FigureDiffers, "unit-prices-4", faults);
    days.at_key("contract").must_be_count(count(contract), FaultCode::FigureDiffers, "unit-prices-4", faults);
    check_time(facts, &book.stretches, spot, faults);
    check_framework(facts, &spot.at_key("framework"), faults);
}

/// The parties of the framework, and the lots that each supplies.
fn check_framework(facts: &Facts, spot: &Spot<'_>, faults: &mut Faults) {
    let Some(framework) = &facts.framework else {
        if !spot.is_null() {
            faults.report(spot.list_error(FaultCode::EntryInvented, "", ""));
        }
        return;
    };
    let word = FaultCode::WordDiffers;
    spot.at_key("tender-hash").must_be_word(Some(&framework.tender_hash), FaultCode::HashDiffers, "", faults);
    spot.at_key("record-hash").must_be_word(
        framework.record_hash.as_deref(),
        FaultCode::HashDiffers,
        "",
        faults,
    );
    spot.at_key("max-price").must_be_word(Some(&framework.max_price), word, "", faults);
    let parties = spot.at_key("parties");
    if parties.elements().count() != framework.parties.len() {
        let names: Vec<&str> = framework.parties.keys().map(String::as_str).collect();
        faults.report(parties.list_error(FaultCode::EntryMissing, &names.join(", "), ""));
    }
    for party in parties.elements() {
        let Some((lots, _)) = framework.parties.get(party.string_at("bidder")) else {
            faults.report(party.at_key("bidder").error(FaultCode::EntryInvented, "", ""));
            continue;
        };
        let list = party.at_key("lots");
        let mut written: Vec<&str> = list.elements().map(|l| l.string()).collect();
        written.sort_unstable();
        if !written.iter().eq(lots.iter()) {
            faults.report(party.at_key("lots").error(word, lots.join(", "), ""));
        }
    }
}

/// The clause on prices that move.
const TIME: &str = "unit-prices-8";

/// `adjustments` and `day-by-day` of the evaluation: every adjustment, every day, the factors of each.
fn check_time(facts: &Facts, stretches: &[Stretch], evaluation: &Spot<'_>, faults: &mut Faults) {
    let (adjustments, rows) = (evaluation.at_key("adjustments"), evaluation.at_key("day-by-day"));
    if facts.adjustments.is_empty() {
        for spot in [adjustments, rows] {
            if !spot.is_null() {
                faults.report(spot.list_error(FaultCode::EntryInvented, "", TIME));
            }
        }
        return;
    }
    check_adjustment_list(facts, &adjustments, faults);
    let mut next = facts.contract.map_or(0, |c| c.from);
    for row in rows.elements() {
        let (from, until) = (parse_day(row.string_at("from")), parse_day(row.string_at("until")));
        let own = |s: &&Stretch| from.is_some_and(|d| s.span.includes(d));
        let (Some(from), Some(until), Some(first)) = (from, until, stretches.iter().find(own)) else {
            faults.report(row.list_error(FaultCode::FigureDiffers, "", TIME));
            return;
        };
        if from != next || until < from {
            faults.report(row.list_error(FaultCode::FigureDiffers, "", TIME));
            return;
        }
        next = until + 1;
        let days = u64::try_from(until - from + 1).ok();
        row.at_key("days").must_be_count(days, FaultCode::FigureDiffers, TIME, faults);
        let cap = facts.cap.as_ref().map(|_| first.capped);
        if row.at_key("cap-in-force").value.as_bool() != cap {
            faults.report(row.at_key("cap-in-force").error(FaultCode::WordDiffers, "", TIME));
        }
        row.at_key("fallback").must_be_word(first.bought_at.as_deref(), FaultCode::WordDiffers, TIME, faults);
        for (word, factor) in &first.factors {
            row.at_key("factors").at_key(word).must_be_number(Some(factor), TIME, faults);
        }
        let within = stretches.iter().filter(|s| s.span.from > from && s.span.from <= until);
        let same = |s: &Stretch| {
            s.capped == first.capped && s.bought_at == first.bought_at && s.factors == first.factors
        };
        if within.into_iter().any(|s| !same(s)) {
            faults.report(row.list_error(FaultCode::EntryMissing, "", TIME));
        }
    }
    if facts.contract.is_some_and(|c| next != c.until + 1) {
        faults.report(rows.list_error(FaultCode::EntryMissing, "", TIME));
    }
}

/// Each adjustment once.
fn check_adjustment_list(facts: &Facts, list: &Spot<'_>, faults: &mut Faults) {
    type Told = (i64, Exact, Vec<String>);
    let mut should: Vec<Told> = facts
        .adjustments
        .iter()
        .filter(|a| facts.contract.is_some_and(|c| a.from <= c.until))
        .map(|a| (a.from, Exact::new(a.percent.into(), 10_000.into()), a.applies_to.clone()))
        .collect();
    for spot in list.elements() {
        let percent = parse_exact(spot.string_at("percent"));
        let mut words: Vec<String> =
            spot.at_key("applies-to").elements().map(|w| w.string().to_owned()).collect();
        words.sort_unstable();
        let told =
            parse_day(spot.string_at("from")).zip(percent).map(|(from, percent)| (from, percent, words));
        match should.iter().position(|own| Some(own) == told.as_ref()) {
            Some(at) => drop(should.remove(at)),
            None => faults.report(spot.list_error(FaultCode::EntryInvented, "", TIME)),
        }
    }
    if !should.is_empty() {
        faults.report(list.list_error(FaultCode::EntryMissing, "", TIME));
    }
}

/// Every bid of the record, once.
pub(crate) fn check_bids(
    facts: &Facts,
    admissions: &[Admission],
    lots: &[LotEvaluation<'_>],
    evaluation: &Spot<'_>,
    faults: &mut Faults,
) {
    let bids = evaluation.at_key("bids");
    let mut seen = BTreeSet::new();
    for spot in bids.elements() {
        match facts.bid_index(spot.string_at("bidder")).filter(|bid| seen.insert(*bid)) {
            Some(bid) => check_bid(facts, &admissions[bid], lots, bid, &spot, faults),
            None => {
                faults.report(spot.at_key("bidder").error(FaultCode::EntryInvented, "", "admissibility-1"))
            }
        }
    }
    for (bid, own) in facts.bids.iter().enumerate() {
        if !seen.contains(&bid) {
            faults.report(bids.list_error(FaultCode::EntryMissing, &own.bidder, "admissibility-1"));
        }
    }
}

impl Spot<'_> {
    /// A fault of a list as a whole, which is not written out.
    pub(crate) fn list_error(&self, code: FaultCode, expected: &str, rule: &'static str) -> FiguresError {
        FiguresError { written: String::new(), ..self.error(code, expected, rule) }
    }
}

fn check_bid(
    facts: &Facts,
    admission: &Admission,
    lots: &[LotEvaluation<'_>],
    bid: usize,
    spot: &Spot<'_>,
    faults: &mut Faults,
) {
    let admissible = lots.iter().any(|l| l.decides.contains_key(&bid));
    spot.at_key("admissible").must_be_truth(admissible, "admissibility-1", faults);
    let own = all_findings(admission, lots, bid);
    compare_findings(facts, &spot.at_key("findings"), &own, "admissibility-1", faults);
    let list = spot.at_key("lots");
    let ids: Vec<&str> = list.elements().map(|l| l.string_at("lot")).collect();
    let should: Vec<&str> = facts.structure.lots.iter().map(|l| l.id.as_str()).collect();
    if ids != should {
        let code = if ids.len() < should.len() { FaultCode::EntryMissing } else { FaultCode::EntryInvented };
        faults.report(list.list_error(code, &should.join(", "), ""));
        return;
    }
    for (l, lot) in list.elements().enumerate() {
        check_lot(facts, admission, &lots[l], bid, &lot, faults);
    }
}

/// The findings of a bid. Below a gate nothing is priced at the fallback, so what is missing there fails the bid.
fn all_findings(admission: &Admission, lots: &[LotEvaluation<'_>], bid: usize) -> Vec<Remark> {
    let mut own = admission.remarks.clone();
    for lot in lots {
        let here: Vec<&Remark> = lot.bid_remarks.iter().filter(|(b, _)| *b == bid).map(|(_, f)| f).collect();
        if here.iter().any(|f| f.code == "below-gate") {
            let missing = |f: &&mut Remark| {
                f.code == "missing-procedure" && f.severity == Severity::Warning && f.lot == Some(lot.lot)
            };
            for finding in own.iter_mut().filter(missing) {
                finding.severity = Severity::Error;
                finding.args.retain(|(name, _)| *name != "fallback");
            }
        }
        own.extend(here.into_iter().cloned());
    }
    own
}

fn check_lot(
    facts: &Facts,
    admission: &Admission,
    lot: &LotEvaluation<'_>,
    bid: usize,
    spot: &Spot<'_>,
    faults: &mut Faults,
) {
    let status = match (admission.places[lot.lot], lot.decides.get(&bid)) {
        (Place::NotBid, _) => "not-bid",
        (Place::In(_), Some(_)) => "admissible",
        _ => "inadmissible",
    };
    spot.at_key("status").must_be_word(Some(status), FaultCode::WordDiffers, "admissibility-3", faults);
    let (Place::In(figures), Some(decides)) = (admission.places[lot.lot], lot.decides.get(&bid)) else {
        for name in ["price", "expected-payment", "evaluated-price", "score", "rank"] {
            if !spot.at_key(name).is_null() {
                faults.report(spot.at_key(name).error(FaultCode::EntryInvented, "", "admissibility-1"));
            }
        }
        return;
    };
    spot.at_key("price").must_be_money(Some(figures.price), "unit-prices-5", faults);
    spot.at_key("expected-payment").must_be_money(Some(figures.payment), "unit-prices-6", faults);
    spot.at_key("elsewhere").must_be_money(Some(figures.elsewhere), "admissibility-5", faults);
    let (price, score, unrounded) = match decides {
        Decides::Price { ore, .. } => (Some(*ore), None, None),
        Decides::Score { rounded, exact } => (None, Some(rounded), Some(exact)),
    };
    spot.at_key("evaluated-price").must_be_money(price, "evaluation-models-6", faults);
    spot.at_key("score").must_be_number(score, "evaluation-models-2", faults);
    spot.at_key("unrounded-score").must_be_number(unrounded, "evaluation-models-2", faults);
    check_points(lot, bid, &spot.at_key("points"), faults);
    let rank = lot.ranks.get(&bid).copied();
    spot.at_key("rank").must_be_count(rank, FaultCode::RankWrong, "what-every-bidder-is-told-1", faults);
    check_distance(facts, spot, faults);
}

/// The points of every leaf, and of nothing else.
fn check_points(lot: &LotEvaluation<'_>, bid: usize, spot: &Spot<'_>, faults: &mut Faults) {
    let Some(own) = lot.points.get(&bid) else { return };
    for (id, points) in own {
        spot.at_key(id).must_be_number(Some(&points.rounded), "evaluation-models-3", faults);
    }
    for id in spot.value.as_object().into_iter().flat_map(serde_json::Map::keys) {
        if !own.contains_key(id) {
            faults.report(spot.at_key(id).error(FaultCode::EntryInvented, "", "evaluation-models-3"));
        }
    }
}

/// A distance is computed by the solver, and not computed anew here. It is never below 0; a bid that is blocked has none,
/// nor has one where scores decide.
fn check_distance(facts: &Facts, spot: &Spot<'_>, faults: &mut Faults) {
    let blocked = spot.at_key("blocked-by").value.as_array().is_some_and(|rules| !rules.is_empty());
    for name in ["distance", "distance-to-first"] {
        let distance = spot.at_key(name);
        if distance.is_null() {
            continue;
        }
        faults.compared += 1;
        let below_zero = parse_money(distance.string()).is_none_or(|d| d < 0);
        if below_zero || facts.evaluation.highest_is_best() || (blocked && name == "distance") {
            faults.report(distance.error(FaultCode::NotConsistent, "", "what-every-bidder-is-told-2"));
        }
    }
}

/// The slopes and zero points used where a scale may widen.
pub(crate) fn check_scales(
    facts: &Facts,
    lots: &[LotEvaluation<'_>],
    evaluation: &Spot<'_>,
    faults: &mut Faults,
) {
    const RULE: &str = "evaluation-models-4";
    let scales = evaluation.at_key("scales");
    let mut seen = BTreeSet::new();
    for spot in scales.elements() {
        let (lot, criterion) = (spot.string_at("lot"), spot.string_at("criterion"));
        let own = facts.lot_index(lot).and_then(|l| lots[l].scales.iter().find(|s| s.criterion == criterion));
        let Some(own) = own.filter(|_| seen.insert((lot, criterion))) else {
            faults.report(spot.at_key("criterion").error(FaultCode::EntryInvented, "", RULE));
            continue;
        };
        spot.at_key("used").must_be_number(Some(&own.used), RULE, faults);
        spot.at_key("widened").must_be_truth(own.has_widened, RULE, faults);
        let by: Vec<&str> = own.needed_by.iter().map(|b| facts.bids[*b].bidder.as_str()).collect();
        let named = spot.string_at("widened-by");
        let should =
            if own.has_widened { by.iter().find(|b| **b == named).or(by.first()).copied() } else { None };
        spot.at_key("widened-by").must_be_word(should, FaultCode::WordDiffers, RULE, faults);
    }
    for (lot, result) in facts.structure.lots.iter().zip(lots) {
        for own in &result.scales {
            if !seen.contains(&(lot.id.as_str(), own.criterion.as_str())) {
                faults.report(scales.list_error(
                    FaultCode::EntryMissing,
                    &format!("{} {}", lot.id, own.criterion),
                    RULE,
                ));
            }
        }
    }
}
