//! The canonical lines of all parts but `[evaluation]`: those that decide, and those beyond the model.

use super::{Lines, kroner, number, quote};
use crate::{
    number::Period,
    tender::{
        AboveCap, CodePattern, MaxPrice, Missing, Sharing, Structure, Tariff, TariffBasis, Tender, TieRule,
        UnawardedRule,
    },
};

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

/// What bidders are told of each other, and the standstill; only what is stated.
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

/// What the tender is, titles, the other structures, volumes beside the expected one, requirements.
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
