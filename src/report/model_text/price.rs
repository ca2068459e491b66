//! The price that is evaluated: what bidders state, the cap, what is missing, the fallback.

use super::Writer;
use crate::{
    number::Figure,
    report::page::Part,
    tender::{AboveCap, Missing, PriceForm, ScoredPrice},
};

pub(super) fn price(w: Writer<'_>) -> Part {
    let tender = w.tender;
    let mut part = Part::new(w.words.heading_price);
    let tariff = |i: usize| tender.tariffs.get(i).map_or("", |t| t.title.as_str());
    let of_tariff = |i: usize| vec![("tariff", Figure::from(tariff(i)))];
    part.text(match tender.pricing.form {
        PriceForm::OneDiscount => w.words.form_one,
        PriceForm::DiscountByCode => w.words.form_by_code,
        PriceForm::Price => w.words.form_price,
        PriceForm::Free => w.words.form_free,
    });
    if let Some(base) = tender.pricing.discount_base {
        part.text(w.fill(w.words.base, of_tariff(base)));
    }
    match tender.cap {
        None => part.text(w.words.no_cap),
        Some(cap) => match cap.above {
            AboveCap::RejectBid => part.text(w.fill(w.words.cap_reject_bid, of_tariff(cap.tariff))),
            AboveCap::RejectLine => part.text(w.fill(w.words.cap_reject_line, of_tariff(cap.tariff))),
            AboveCap::PayCapWhileInForce(scored) => {
                part.text(w.fill(w.words.cap_pay, of_tariff(cap.tariff)));
                part.text(match scored {
                    ScoredPrice::Bid => w.words.scored_bid,
                    ScoredPrice::Capped => w.words.scored_capped,
                    ScoredPrice::TimeWeighted => w.words.scored_weighted,
                });
            }
        },
    }
    adjustments(w, &mut part);
    match &tender.award.missing {
        Missing::Reject => part.text(w.words.missing_reject),
        Missing::PriceAtFallback { at_most, never } => {
            part.text(w.words.missing_at_fallback);
            if let Some(n) = at_most {
                part.text(w.fill(w.words.at_most, vec![("n", Figure::from(*n))]));
            }
            if !never.is_empty() {
                let codes: Vec<String> = never.iter().map(ToString::to_string).collect();
                part.text(w.fill(w.words.never, vec![("codes", Figure::from(codes))]));
            }
        }
    }
    if !tender.fallback.is_empty() {
        let tariffs: Vec<String> = tender.fallback.iter().map(|i| tariff(*i).to_owned()).collect();
        part.text(w.fill(w.words.fallback, vec![("tariffs", Figure::from(tariffs))]));
    }
    part
}

/// How prices move over the contract, as it must be announced.
fn adjustments(w: Writer<'_>, part: &mut Part) {
    let tender = w.tender;
    if tender.adjustments.is_empty() {
        return;
    }
    for adjustment in tender.adjustments_in_time() {
        let tariffs = adjustment.tariffs.iter().filter_map(|t| tender.tariffs.get(*t));
        let mut targets: Vec<String> = tariffs
            .map(|t| w.fill(w.words.adjust_tariff, vec![("tariff", Figure::from(t.title.as_str()))]))
            .collect();
        targets.extend(adjustment.prices.then(|| w.words.adjust_prices.to_owned()));
        let args = vec![
            ("percent", Figure::from(adjustment.percent)),
            ("from", Figure::from(adjustment.from)),
            ("targets", Figure::List(targets)),
        ];
        part.text(w.fill(w.words.adjustment, args));
    }
    part.text(w.words.adjust_rules);
    part.text(match tender.cap.map(|cap| cap.above) {
        Some(AboveCap::PayCapWhileInForce(ScoredPrice::TimeWeighted)) => w.words.adjust_scored_days,
        _ => w.words.adjust_scored_first,
    });
}
