//! What changes between structures, in sentences that can be read aloud. Each says by itself whether it is the
//! published decision.

use crate::{
    number::{Figure, Figures, Money, Volume},
    outcome::{Purchase, Total},
    report::Language,
    structure::{ComparedStructure, StructureComparison, per_cent},
};

/// One sentence a structure, and one for each bid whose shutting out cost money; each with the structure's id.
pub(super) fn sentences(comparison: &StructureComparison<'_>, language: Language) -> Vec<(String, String)> {
    let view = SentenceView { comparison, language };
    let mut out = Vec::new();
    for (i, c) in comparison.structures.iter().enumerate() {
        let id = view.id(c);
        out.push((id.clone(), if i == comparison.base { view.base(c) } else { view.against_base(i, c) }));
        out.extend(view.budget(c).map(|s| (id.clone(), s)));
        out.extend(view.shut_out(c).into_iter().map(|s| (id.clone(), s)));
    }
    out
}

struct SentenceView<'a> {
    comparison: &'a StructureComparison<'a>,
    language: Language,
}

impl SentenceView<'_> {
    fn word(&self, id: &str) -> &'static str {
        self.language.word(id)
    }

    fn message(&self, id: &str, args: &Figures) -> String {
        self.language.message(id, args)
    }

    fn id(&self, c: &ComparedStructure<'_>) -> String {
        self.comparison.tender.structures[c.outcome.structure].id.clone()
    }

    fn lots(&self, n: usize) -> String {
        if n == 1 {
            self.word("compare-one-lot").into()
        } else {
            self.message("compare-n-lots", &vec![("n", Figure::from(n))])
        }
    }

    fn contracts(&self, n: usize) -> String {
        if n == 1 {
            self.word("compare-one-contract").into()
        } else {
            self.message("compare-n-contracts", &vec![("n", Figure::from(n))])
        }
    }

    fn base(&self, c: &ComparedStructure<'_>) -> String {
        let id = if c.published { "compare-sentence-published" } else { "compare-sentence-base" };
        let unknown = || self.word("structure-unknown").to_owned();
        let args = vec![
            ("structure", Figure::from(self.id(c))),
            ("lots", Figure::from(c.competition.len())),
            ("suppliers", Figure::from(c.suppliers.unwrap_or(0))),
            ("cost", Figure::from(c.headline().map_or_else(unknown, |m| self.language.spoken_money(m)))),
        ];
        self.message(id, &args)
    }

    fn against_base(&self, index: usize, c: &ComparedStructure<'_>) -> String {
        let Some(base) = self.comparison.structures.get(self.comparison.base) else { return String::new() };
        let mut args = vec![
            ("structure", Figure::from(self.id(c))),
            ("count", Figure::from(self.lots(c.competition.len()))),
            ("base_count", Figure::from(self.lots(base.competition.len()))),
        ];
        let id = match c.headline().zip(base.headline()) {
            None => "compare-sentence-unknown",
            Some((own, other)) if own == other => "compare-sentence-same",
            Some((own, other)) => {
                let difference = Money::from_ore((own.ore() - other.ore()).abs());
                let percent = per_cent(difference, other).map(|p| p.to_decimals_half_up(1));
                args.push(("amount", Figure::from(self.language.spoken_money(difference))));
                args.push(("percent", Figure::from(self.language.decimal(&percent.unwrap_or_default()))));
                if own < other { "compare-sentence-saves" } else { "compare-sentence-costs" }
            }
        };
        let mut parts = vec![self.message(id, &args)];
        for (bid, lots) in self.comparison.newly_in(index) {
            let structure = &self.comparison.tender.structures[c.outcome.structure];
            let lots: Vec<String> = lots.iter().map(|&l| structure.lots[l].id.clone()).collect();
            let args = vec![
                ("bidder", Figure::from(self.comparison.tender.bids[bid].bidder.as_str())),
                ("lots", Figure::from(lots)),
            ];
            parts.push(self.message("compare-sentence-lets-in", &args));
        }
        parts.extend(self.more_contracts(c, base));
        format!("{}.", self.language.list(&parts))
    }

    fn more_contracts(&self, c: &ComparedStructure<'_>, base: &ComparedStructure<'_>) -> Option<String> {
        let (own, other) = (c.contracts?, base.contracts?);
        Some(match own.cmp(&other) {
            std::cmp::Ordering::Equal => self.word("compare-sentence-same-contracts").into(),
            std::cmp::Ordering::Greater => {
                let n = Figure::from(self.contracts(own - other));
                self.message("compare-sentence-more-contracts", &vec![("n", n)])
            }
            std::cmp::Ordering::Less => {
                let n = Figure::from(self.contracts(other - own));
                self.message("compare-sentence-fewer-contracts", &vec![("n", n)])
            }
        })
    }

    /// What the budget of an offer collection buys.
    fn budget(&self, c: &ComparedStructure<'_>) -> Option<String> {
        let mut args = budget_figures(c)?;
        let complete = args.iter().any(|(name, _)| *name == "fallback");
        let mark =
            if c.published { String::new() } else { format!("{}. ", self.word("structure-hypothesis")) };
        args.extend([("mark", Figure::from(mark)), ("structure", Figure::from(self.id(c)))]);
        let id = if complete { "compare-sentence-budget" } else { "compare-sentence-budget-offers" };
        Some(self.message(id, &args))
    }

    /// Where letting a bid in would have made the best award cheaper.
    fn shut_out(&self, c: &ComparedStructure<'_>) -> Vec<String> {
        let tender = self.comparison.tender;
        let Some(Total::Price(total)) = c.outcome.award.total else { return Vec::new() };
        let cheaper = c.shut_out.iter().filter_map(|s| {
            let lower = total.checked_sub(s.total_if_let_in?).ok().filter(|l| *l > Money::ZERO)?;
            Some((s, lower))
        });
        cheaper
            .map(|(s, lower)| {
                let codes = match s.missing.as_slice() {
                    [one] => {
                        let code = tender.procedures[*one].code.as_str();
                        self.message("compare-one-code", &vec![("code", Figure::from(code))])
                    }
                    many => self.message("compare-n-codes", &vec![("n", Figure::from(many.len()))]),
                };
                let mark = if c.published {
                    String::new()
                } else {
                    format!("{}. ", self.word("structure-hypothesis"))
                };
                let structure = &tender.structures[c.outcome.structure];
                self.message(
                    "compare-sentence-shut-out",
                    &vec![
                        ("mark", Figure::from(mark)),
                        ("structure", Figure::from(structure.id.as_str())),
                        ("bidder", Figure::from(tender.bids[s.bid].bidder.as_str())),
                        ("lot", Figure::from(structure.lots[s.lot].id.as_str())),
                        ("codes", Figure::from(codes)),
                        ("amount", Figure::from(self.language.spoken_money(lower))),
                    ],
                )
            })
            .collect()
    }
}

/// The figures of the sentence about a budget; `None` where there is none, or where it is not known what it buys at
/// the offers.
fn budget_figures(c: &ComparedStructure<'_>) -> Option<Figures> {
    let buys = c.outcome.budget.as_ref()?;
    let expected = Volume::sum(c.outcome.priced.prices.volumes.iter().copied());
    let mut figures = vec![
        ("amount", Figure::from(buys.amount)),
        ("offers", Figure::from(buys.at_offers.as_ref()?.operations())),
        ("expected", Figure::from(expected)),
    ];
    let fallback = buys.at_fallback.as_ref().map(Purchase::operations);
    figures.extend(fallback.map(|n| ("fallback", Figure::from(n))));
    Some(figures)
}
