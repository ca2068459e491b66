//! What is odd in a bid, taken by itself.

use crate::tender::{
    Bid, BidPrice, CodePattern, Problem, ProblemCode, Tender,
    read::{codes::Codes, problems::Problems},
};

/// Tells what is odd in each bid.
pub(super) fn tell(tender: &Tender, codes: &Codes, p: &mut Problems) {
    for bid in &tender.bids {
        // a bid whose prices could not be read has been told of
        if super::quality::is_silent(bid) && !p.any_error() {
            p.add(Problem::new(ProblemCode::NothingOffered, bid.place).with("bidder", bid.bidder.as_str()));
        }
        tell_priced_and_not_offered(bid, codes, p);
        tell_together(tender, bid, p);
    }
}

/// A price for what the bid says it does not offer: `not-offered` wins.
fn tell_priced_and_not_offered(bid: &Bid, codes: &Codes, p: &mut Problems) {
    if bid.prices.is_empty() {
        return;
    }
    for pattern in &bid.not_offered {
        let priced: Vec<&BidPrice> = match pattern {
            CodePattern::Code(code) => codes.get(code).and_then(|i| price_of(bid, i)).into_iter().collect(),
            CodePattern::Prefix(prefix) => {
                let matched = codes.with_prefix(prefix);
                // whichever is fewer: the codes that match, or the prices
                if matched.len() <= bid.prices.len() {
                    matched.iter().filter_map(|i| price_of(bid, *i)).collect()
                } else {
                    let code = |x: &&BidPrice| pattern.matches(codes.code(x.procedure as usize));
                    bid.prices.iter().filter(code).collect()
                }
            }
        };
        for price in priced {
            p.add(
                Problem::new(ProblemCode::PricedAndNotOffered, price.place)
                    .with("code", codes.code(price.procedure as usize)),
            );
        }
    }
}

fn price_of(bid: &Bid, procedure: usize) -> Option<&BidPrice> {
    let number = u32::try_from(procedure).ok()?;
    bid.prices.binary_search_by_key(&number, |x| x.procedure).ok().and_then(|i| bid.prices.get(i))
}

/// Lots to be taken together: two or more, and all of them bid on.
fn tell_together(tender: &Tender, bid: &Bid, p: &mut Problems) {
    for set in &bid.only_together {
        if set.lots.len() < 2 {
            p.note(ProblemCode::TogetherAlone, set.place);
        }
        let Some(on) = bid.bids_on.iter().find(|s| s.structure == set.structure) else { continue };
        let left_out = set.lots.iter().find(|lot| on.lots.binary_search(lot).is_err());
        let structure = tender.structures.get(set.structure);
        if let Some(lot) = left_out.and_then(|lot| structure.and_then(|s| s.lots.get(*lot))) {
            p.add(
                Problem::new(ProblemCode::TogetherNotBid, set.place)
                    .with("lot", lot.id.as_str())
                    .related(on.place),
            );
        }
    }
}
