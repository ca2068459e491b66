//! The evaluation model of a tender in plain words, as it can stand in the tender documents (`udbud model FILE`): with
//! formulas, the rules that must be announced, a worked example and the hashes; and what a trial of it found.

mod differences;
mod json;
mod probe;

use serde_json::Value;

use super::{
    Language, Report,
    kind::kind_figures,
    page::{Column, Grid, Item, Page, Part, Tone},
};
use crate::{
    evaluation::{
        EvaluatedResult, LotField,
        probe::{Probe, WorkedExample, worked_example},
    },
    number::{Figure, Figures, Ratio, Rounding},
    tender::{
        AboveCap, Adjustment, Best, Condition, Criterion, GateOn, Measure, Method, Missing, ModelKind,
        Outside, PriceForm, ScoredPrice, Sharing, Structure, Tender, TieRule, UnawardedRule, Worth,
        canonical,
    },
};
pub use differences::ModelDifferences;
pub use probe::ModelTest;

/// A model to be described.
#[derive(Clone, Debug, PartialEq)]
pub struct ModelDescription<'t> {
    /// The tender.
    pub tender: &'t Tender,
    /// Three made-up bids evaluated; `None` where the model has no result for them.
    pub example: Option<WorkedExample>,
    /// SHA-256 over the canonical text of the model.
    pub model_hash: String,
    /// SHA-256 over the canonical text of the tender.
    pub tender_hash: String,
    /// What a trial found.
    pub probe: Option<Probe>,
}

impl<'t> ModelDescription<'t> {
    /// Describes the model of a tender.
    pub fn of(tender: &'t Tender) -> Self {
        ModelDescription {
            tender,
            example: worked_example(&tender.evaluation).ok(),
            model_hash: canonical::model_hash(tender),
            tender_hash: canonical::tender_hash(tender),
            probe: None,
        }
    }

    /// With what a trial found.
    #[must_use]
    pub fn with_probe(mut self, probe: Probe) -> Self {
        self.probe = Some(probe);
        self
    }
}

impl Report for ModelDescription<'_> {
    fn page(&self, language: Language) -> Page {
        let w = ModelWriter { language, tender: self.tender };
        let mut parts = rule_parts(self.tender, language);
        parts.push(example(w, self.example.as_ref()));
        parts.push(hashes(w, self));
        parts.extend(self.probe.as_ref().map(|found| probe::probe(w, found)));
        Page { title: w.title(), banner: None, parts }
    }

    fn json(&self, language: Language) -> Value {
        json::model_json(self, language)
    }

    /// The canonical lines, path and value.
    fn rows(&self, language: Language) -> Option<Vec<Vec<String>>> {
        let mut rows = vec![path_and_value(language)];
        for line in canonical::model_text(self.tender).lines().skip(1) {
            let (path, value) = line.split_once(" = ").unwrap_or((line, ""));
            rows.push(vec![path.to_owned(), value.to_owned()]);
        }
        Some(rows)
    }
}

/// The header of rows of paths and values.
fn path_and_value(language: Language) -> Vec<String> {
    ["model-csv-path", "model-csv-value"].map(|id| language.word(id).to_owned()).to_vec()
}

/// A language, and the tender that is worded in it.
#[derive(Clone, Copy)]
struct ModelWriter<'t> {
    language: Language,
    tender: &'t Tender,
}

impl<'t> ModelWriter<'t> {
    fn word(self, id: &str) -> &'static str {
        self.language.word(id)
    }

    fn message(self, id: &str, args: Vec<(&'static str, Figure)>) -> String {
        self.language.message(id, &args)
    }

    /// What sort of competition it is (`report::kind`).
    fn kind(self) -> Figures {
        kind_figures(self.tender.head.kind, self.language)
    }

    fn number(self, n: rust_decimal::Decimal) -> Figure {
        Figure::Number(Ratio::from(n))
    }

    fn criterion_title(self, criterion: usize) -> &'t str {
        self.tender.evaluation.criteria.get(criterion).map_or("", |c| c.title.as_str())
    }

    fn title(self) -> String {
        let head = &self.tender.head;
        let args = vec![("title", Figure::from(head.title.as_str())), ("id", Figure::from(head.id.as_str()))];
        self.message("model-title", args)
    }
}

/// What the model says of bids, of prices and of the award, without example and hashes.
pub(super) fn rule_parts(tender: &Tender, language: Language) -> Vec<Part> {
    let w = ModelWriter { language, tender };
    let mut parts = vec![what_decides(w)];
    parts.extend(criteria(w));
    parts.push(price(w));
    parts.push(announced(w));
    parts
}

fn what_decides(w: ModelWriter<'_>) -> Part {
    let model = &w.tender.evaluation;
    let mut part = Part::new(w.word("model-heading-decides"));
    let scale = || vec![("scale", w.number(model.scale))];
    let formula = |text: &str| vec![("formula", Figure::from(text))];
    part.text(match &model.kind {
        ModelKind::LowestPrice => w.word("model-lowest-price").to_owned(),
        ModelKind::Points => w.message("model-points", scale()),
        ModelKind::EvaluatedPrice(Adjustment::Subtract) => w.message("model-subtract", scale()),
        ModelKind::EvaluatedPrice(Adjustment::Add) => w.message("model-add", scale()),
        ModelKind::EvaluatedPrice(Adjustment::Uplift) => w.message("model-uplift", scale()),
        ModelKind::Formula { formula: f, best: Best::Highest } => {
            w.message("model-formula-highest", formula(f.text()))
        }
        ModelKind::Formula { formula: f, best: Best::Lowest } => {
            w.message("model-formula-lowest", formula(f.text()))
        }
    });
    if uses_references(w) {
        part.text(w.word("model-references"));
        part.text(w.word("model-zero-reference"));
    }
    if !matches!(model.kind, ModelKind::LowestPrice) {
        part.text(rounding(w));
    }
    for gate in &model.gates {
        let mut args = vec![("min", w.number(gate.min))];
        part.text(match gate.on {
            GateOn::Total => w.message("model-gate-total", args),
            GateOn::Criterion(c) => {
                args.push(("criterion", Figure::from(w.criterion_title(c))));
                w.message("model-gate", args)
            }
        });
    }
    if !model.gates.is_empty() {
        part.text(w.word("model-gate-note"));
    }
    part
}

fn uses_references(w: ModelWriter<'_>) -> bool {
    w.tender.evaluation.criteria.iter().any(|c| {
        matches!(
            c.method,
            Some(
                Method::Linear { .. }
                    | Method::Proportional { .. }
                    | Method::MinMax { .. }
                    | Method::Formula { .. }
            )
        )
    }) || matches!(w.tender.evaluation.kind, ModelKind::Formula { .. })
}

fn rounding(w: ModelWriter<'_>) -> String {
    let r = w.tender.evaluation.rounding;
    if r.points.is_none() && r.weighted.is_none() && r.score.is_none() {
        return w.word("model-no-rounding").to_owned();
    }
    let stage = |decimals: Option<u32>| match decimals {
        Some(n) => Figure::from(w.message("model-decimals", vec![("n", Figure::from(n))])),
        None => Figure::from(w.word("model-not-rounded")),
    };
    let mode = w.word(match r.mode {
        Rounding::HalfUp => "model-half-up",
        Rounding::HalfEven => "model-half-even",
        Rounding::Down => "model-down",
    });
    let args = vec![
        ("points", stage(r.points)),
        ("weighted", stage(r.weighted)),
        ("score", stage(r.score)),
        ("mode", Figure::from(mode)),
    ];
    w.message("model-rounding", args)
}

fn hashes(w: ModelWriter<'_>, description: &ModelDescription<'_>) -> Part {
    let mut part = Part::new(w.word("model-heading-hashes"));
    let line = |name: &str, hash: &str| format!("{name} {hash}");
    part.text(line(w.word("model-hash-model"), &description.model_hash));
    part.text(line(w.word("model-hash-tender"), &description.tender_hash));
    part.text(w.word("model-hash-note"));
    part
}

fn criteria(w: ModelWriter<'_>) -> Option<Part> {
    let model = &w.tender.evaluation;
    if model.criteria.is_empty() {
        return None;
    }
    let mut grid = Grid::new(vec![
        Column::name(w.word("model-column-criterion")),
        Column::word(w.word("model-column-part-of")),
        Column::figure(w.word("model-column-weight")),
    ]);
    for c in &model.criteria {
        let parent = c.parent.map_or("", |p| w.criterion_title(p)).to_owned();
        let weight = c.weight.map(|n| format!("{} %", w.language.figure(&w.number(n)))).unwrap_or_default();
        grid.row(vec![c.title.clone(), parent, weight], Tone::Plain);
    }
    let mut part = Part::new(w.word("model-heading-criteria"));
    part.grid(grid.without_empty_columns());
    let items = model.criteria.iter().map(|c| Item::new(format!("{}: {}", c.title, counts(w, c))));
    part.list(items.collect());
    Some(part)
}

/// How a criterion counts.
fn counts(w: ModelWriter<'_>, c: &Criterion) -> String {
    let Some(method) = &c.method else { return w.word("model-parent").to_owned() };
    let mut args = vec![("scale", w.number(w.tender.evaluation.scale))];
    if let Some(measure) = method.measure() {
        args.push(("measure", Figure::from(measure_words(w, measure))));
    }
    let (id, outside) = match method {
        Method::Linear { slope, outside, higher_is_better, .. } => {
            args.push(("slope", w.number(*slope)));
            let id = if *higher_is_better { "model-linear-higher" } else { "model-linear" };
            (id, Some((outside, "model-widen-slope")))
        }
        Method::Absolute { full_at, zero_at, outside, .. } => {
            args.push(("full", w.number(*full_at)));
            args.push(("zero", w.number(*zero_at)));
            ("model-absolute", Some((outside, "model-widen-zero")))
        }
        Method::Proportional { higher_is_better, .. } => {
            (if *higher_is_better { "model-proportional-higher" } else { "model-proportional" }, None)
        }
        Method::MinMax { higher_is_better, .. } => {
            (if *higher_is_better { "model-min-max-higher" } else { "model-min-max" }, None)
        }
        Method::Judged => ("model-judged", None),
        Method::Formula { formula, .. } => {
            args.push(("formula", Figure::from(formula.text())));
            ("model-formula", None)
        }
    };
    let mut sentences = vec![w.message(id, args.clone())];
    if let Some((outside, widens)) = outside {
        sentences.extend(outside_words(w, outside, widens, args));
    }
    sentences.extend(c.worth.map(|worth| worth_words(w, worth)));
    sentences.join(" ")
}

fn measure_words(w: ModelWriter<'_>, measure: &Measure) -> String {
    match measure {
        Measure::Price => w.word("model-price-measure").to_owned(),
        Measure::Value(name) => w.message("model-value-measure", vec![("name", Figure::from(name.as_str()))]),
    }
}

fn outside_words(
    w: ModelWriter<'_>,
    outside: &Outside,
    widens: &str,
    mut args: Vec<(&'static str, Figure)>,
) -> Vec<String> {
    match outside {
        Outside::Negative => vec![w.word("model-negative").to_owned()],
        Outside::Zero => vec![w.word("model-zero").to_owned()],
        Outside::Reject => vec![w.word("model-reject").to_owned()],
        Outside::Widen(widening) => {
            args.push(("first", w.number(widening.first)));
            args.push(("step", w.number(widening.step)));
            let mut out = vec![w.message(widens, args)];
            if let Some(ceiling) = widening.ceiling {
                out.push(w.message("model-ceiling", vec![("ceiling", w.number(ceiling))]));
            }
            out
        }
    }
}

fn worth_words(w: ModelWriter<'_>, worth: Worth) -> String {
    match worth {
        Worth::Value(value) => w.message("model-worth-value", vec![("value", Figure::from(value))]),
        Worth::ValuePercent(p) => w.message("model-worth-percent", vec![("percent", Figure::from(p))]),
        Worth::Uplift(p) => w.message("model-worth-uplift", vec![("percent", Figure::from(p))]),
    }
}

fn price(w: ModelWriter<'_>) -> Part {
    let tender = w.tender;
    let mut part = Part::new(w.word("model-heading-price"));
    let tariff = |i: usize| tender.tariffs.get(i).map_or("", |t| t.title.as_str());
    let of_tariff = |i: usize| vec![("tariff", Figure::from(tariff(i)))];
    part.text(w.word(match tender.pricing.form {
        PriceForm::OneDiscount => "model-form-one",
        PriceForm::DiscountByCode => "model-form-by-code",
        PriceForm::Price => "model-form-price",
        PriceForm::Free => "model-form-free",
    }));
    if let Some(base) = tender.pricing.discount_base {
        part.text(w.message("model-base", of_tariff(base)));
    }
    match tender.cap {
        None => part.text(w.word("model-no-cap")),
        Some(cap) => match cap.above {
            AboveCap::RejectBid => part.text(w.message("model-cap-reject-bid", of_tariff(cap.tariff))),
            AboveCap::RejectLine => part.text(w.message("model-cap-reject-line", of_tariff(cap.tariff))),
            AboveCap::PayCapWhileInForce(scored) => {
                part.text(w.message("model-cap-pay", of_tariff(cap.tariff)));
                part.text(w.word(match scored {
                    ScoredPrice::Bid => "model-scored-bid",
                    ScoredPrice::Capped => "model-scored-capped",
                    ScoredPrice::TimeWeighted => "model-scored-weighted",
                }));
            }
        },
    }
    adjustments(w, &mut part);
    match &tender.award.missing {
        Missing::Reject => part.text(w.word("model-missing-reject")),
        Missing::PriceAtFallback { at_most, never } => {
            part.text(w.word("model-missing-at-fallback"));
            if let Some(n) = at_most {
                part.text(w.message("model-at-most", vec![("n", Figure::from(*n))]));
            }
            if !never.is_empty() {
                let codes: Vec<String> = never.iter().map(ToString::to_string).collect();
                part.text(w.message("model-never", vec![("codes", Figure::from(codes))]));
            }
        }
    }
    if !tender.fallback.is_empty() {
        let tariffs: Vec<String> = tender.fallback.iter().map(|i| tariff(*i).to_owned()).collect();
        part.text(w.message("model-fallback", vec![("tariffs", Figure::from(tariffs))]));
    }
    part
}

/// How prices move over the contract, as it must be announced.
fn adjustments(w: ModelWriter<'_>, part: &mut Part) {
    let tender = w.tender;
    if tender.adjustments.is_empty() {
        return;
    }
    for adjustment in tender.adjustments_in_time() {
        let tariffs = adjustment.tariffs.iter().filter_map(|t| tender.tariffs.get(*t));
        let mut targets: Vec<String> = tariffs
            .map(|t| w.message("model-adjust-tariff", vec![("tariff", Figure::from(t.title.as_str()))]))
            .collect();
        targets.extend(adjustment.prices.then(|| w.word("model-adjust-prices").to_owned()));
        let args = vec![
            ("percent", Figure::from(adjustment.percent)),
            ("from", Figure::from(adjustment.from)),
            ("targets", Figure::List(targets)),
        ];
        part.text(w.message("model-adjustment", args));
    }
    part.text(w.word("model-adjust-rules"));
    part.text(w.word(match tender.cap.map(|cap| cap.above) {
        Some(AboveCap::PayCapWhileInForce(ScoredPrice::TimeWeighted)) => "model-adjust-scored-days",
        _ => "model-adjust-scored-first",
    }));
}

fn announced(w: ModelWriter<'_>) -> Part {
    let award = &w.tender.award;
    let mut rules = Vec::new();
    if let Some(structure) = w.tender.structures.get(award.structure) {
        rules.extend(structure_rules(w, structure));
    }
    rules.push(
        w.word(match award.unawarded {
            UnawardedRule::IfNoAwardPossible => "model-unawarded-fewest",
            UnawardedRule::IfCheaper => "model-unawarded-cheaper",
        })
        .to_owned(),
    );
    rules.push(if award.ties.is_empty() {
        w.word("model-no-ties").to_owned()
    } else {
        let ties: Vec<String> = award.ties.iter().map(|t| tie(w, t)).collect();
        w.message("model-ties", vec![("rules", Figure::from(ties))])
    });
    if award.suppliers_per_lot > 1 {
        rules.push(w.message("model-suppliers-per-lot", vec![("n", Figure::from(award.suppliers_per_lot))]));
        rules.push(match &award.sharing {
            Sharing::Ranked => w.word("model-ranked").to_owned(),
            Sharing::Shares(shares) => {
                let shares: Vec<String> =
                    shares.iter().map(|s| w.language.figure(&Figure::from(*s))).collect();
                w.message("model-shares", vec![("shares", Figure::from(shares))])
            }
        });
        if let Some(percent) = award.within_percent {
            rules.push(w.message("model-within-percent", vec![("percent", Figure::from(percent))]));
        }
    }
    if let Some(percent) = award.low_price_flag {
        rules.push(w.message("model-low-price-flag", vec![("percent", Figure::from(percent))]));
    }
    if let Some(contract) = w.tender.head.contract {
        let args = vec![("from", Figure::from(contract.from)), ("until", Figure::from(contract.until))];
        rules.push(w.message("model-contract", args));
    }
    let mut part = Part::new(w.message("model-heading-announced", w.kind()));
    part.list(rules.into_iter().map(Item::new).collect());
    part
}

fn structure_rules(w: ModelWriter<'_>, structure: &Structure) -> Vec<String> {
    let mut rules = Vec::new();
    let lots: Vec<String> = structure.lots.iter().map(|l| l.title.clone()).collect();
    let mut args = vec![
        ("structure", Figure::from(structure.title.as_str())),
        ("count", Figure::from(lots.len())),
        ("lots", Figure::from(lots)),
    ];
    args.extend(w.kind());
    rules.push(w.message("model-lots", args));
    let conditions: Vec<String> = structure
        .bidders_may
        .iter()
        .map(|c| {
            w.word(match c {
                Condition::Combination => "model-combination",
                Condition::Capacity => "model-capacity",
                Condition::MaxLots => "model-max-lots",
                Condition::OnlyTogether => "model-only-together",
            })
        })
        .map(str::to_owned)
        .collect();
    rules.push(if conditions.is_empty() {
        w.word("model-no-conditions").to_owned()
    } else {
        w.message("model-conditions", vec![("list", Figure::from(conditions))])
    });
    for (limit, id) in [
        (structure.max_lots_per_bidder, "model-max-lots-per-bidder"),
        (structure.min_suppliers, "model-min-suppliers"),
        (structure.max_suppliers, "model-max-suppliers"),
    ] {
        if let Some(n) = limit {
            rules.push(w.message(id, vec![("n", Figure::from(n))]));
        }
    }
    for lot in &structure.lots {
        if let Some(weight) = lot.weight {
            let args = vec![("lot", Figure::from(lot.title.as_str())), ("weight", w.number(weight))];
            rules.push(w.message("model-lot-weight", args));
        }
    }
    rules
}

fn tie(w: ModelWriter<'_>, rule: &TieRule) -> String {
    match rule {
        TieRule::LowerPrice => w.word("model-lower-price").to_owned(),
        TieRule::Higher(criterion) => {
            w.message("model-higher", vec![("criterion", Figure::from(criterion.as_str()))])
        }
        TieRule::FewerSuppliers => w.word("model-fewer-suppliers").to_owned(),
        TieRule::MoreSuppliers => w.word("model-more-suppliers").to_owned(),
        TieRule::EarlierReceived => w.word("model-earlier-received").to_owned(),
        TieRule::Draw => w.word("model-draw").to_owned(),
    }
}

fn example(w: ModelWriter<'_>, example: Option<&WorkedExample>) -> Part {
    let mut part = Part::new(w.word("model-heading-example"));
    let Some(WorkedExample { field, outcome }) = example else {
        part.text(w.word("model-example-none"));
        return part;
    };
    part.text(w.word("model-example-intro"));
    let model = &w.tender.evaluation;
    let names: Vec<&str> =
        field.bids.first().map(|b| b.values.iter().map(|(n, _)| n.as_str()).collect()).unwrap_or_default();
    let leaves: Vec<usize> =
        model.criteria.iter().enumerate().filter(|(_, c)| c.method.is_some()).map(|(i, _)| i).collect();
    let mut columns =
        vec![Column::name(w.word("model-column-bid")), Column::figure(w.word("model-column-price"))];
    columns.extend(names.iter().map(|n| Column::figure(n)));
    columns.extend(leaves.iter().map(|c| Column::figure(w.criterion_title(*c))));
    let result =
        if model.highest_wins() { w.word("model-column-score") } else { w.word("model-column-evaluated") };
    columns.extend([Column::figure(result), Column::figure(w.word("model-column-rank"))]);
    let mut grid = Grid::new(columns);
    let ranks = outcome.ranks();
    for (i, (entry, bid)) in field.bids.iter().zip(&outcome.bids).enumerate() {
        let mut cells = vec![letter(i), w.language.money(entry.price())];
        cells.extend(entry.values.iter().map(|(_, v)| w.language.number(v)));
        let points = |criterion: &usize| {
            let own = bid.as_ref().and_then(|b| b.points.iter().find(|p| p.criterion == *criterion));
            own.map_or_else(String::new, |p| decimals(w, &p.points, model.rounding.points))
        };
        cells.extend(leaves.iter().map(points));
        cells.push(match bid.as_ref().map(|b| &b.result) {
            None => w.word("model-fell").to_owned(),
            Some(EvaluatedResult::Score { rounded, .. }) => decimals(w, rounded, model.rounding.score),
            Some(EvaluatedResult::Price(tiers)) => {
                tiers.first().map(|p| w.language.money(*p)).unwrap_or_default()
            }
        });
        let rank = ranks.get(i).copied().flatten();
        cells.push(rank.map(|r| r.to_string()).unwrap_or_default());
        grid.row(cells, if rank == Some(1) { Tone::Good } else { Tone::Plain });
    }
    part.grid(grid);
    part
}

/// With exactly so many decimals; without rounding the shortest exact form.
fn decimals(w: ModelWriter<'_>, x: &Ratio, decimals: Option<u32>) -> String {
    match decimals {
        Some(n) => w.language.decimal(&x.to_decimals_half_up(n)),
        None => w.language.number(x),
    }
}

/// `A`, `B`, …
fn letter(i: usize) -> String {
    u8::try_from(i)
        .ok()
        .filter(|i| *i < 26)
        .map_or_else(|| (i + 1).to_string(), |i| char::from(b'A' + i).to_string())
}

/// The name of a bid in a made-up field, or in that of a file.
fn name(w: ModelWriter<'_>, field: &LotField, place: usize, made_up: bool) -> String {
    let bid = field.bids.get(place).map_or(place, |b| b.bid);
    match w.tender.bids.get(bid) {
        Some(bid) if !made_up => bid.bidder.clone(),
        _ => letter(place),
    }
}
