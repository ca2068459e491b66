//! The canonical lines that this checker knows. A line that it does not know may decide something, so it is told.

use std::collections::BTreeMap;

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
pub(super) struct Known {
    ends: bool,
    parts: BTreeMap<&'static str, Known>,
}

impl Known {
    pub(super) fn new() -> Self {
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

    pub(super) fn knows(&self, path: &[(String, bool)]) -> bool {
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
