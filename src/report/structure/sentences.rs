//! What changes between structures, in sentences that can be read aloud. Each says by itself whether it is the
//! published decision.

use super::{aloud, budget::budget_figures, words::Words};
use crate::{
    number::{Figure, Figures, Money},
    report::Language,
    structure::{ComparedStructure, StructureComparison, per_cent},
};

/// One sentence a structure, and one for each bid whose shutting out cost money; each with the structure's id.
pub(super) fn aloud_sentences(
    comparison: &StructureComparison<'_>,
    language: Language,
) -> Vec<(String, String)> {
    let speaker = Speaker { comparison, language, w: Words::of(language) };
    let mut out = Vec::new();
    for (i, c) in comparison.structures.iter().enumerate() {
        let id = speaker.id(c);
        out.push((
            id.clone(),
            if i == comparison.base { speaker.base(c) } else { speaker.against_base(i, c) },
        ));
        out.extend(speaker.budget(c).map(|s| (id.clone(), s)));
        out.extend(speaker.shut_out(c).into_iter().map(|s| (id.clone(), s)));
    }
    out
}

struct Speaker<'a> {
    comparison: &'a StructureComparison<'a>,
    language: Language,
    w: &'static Words,
}

impl Speaker<'_> {
    fn say(&self, template: &str, args: &Figures) -> String {
        self.language.fill(template, args)
    }

    fn id(&self, c: &ComparedStructure<'_>) -> String {
        self.comparison.tender.structures[c.outcome.structure].id.clone()
    }

    fn lots(&self, n: usize) -> String {
        if n == 1 { self.w.one_lot.into() } else { self.say(self.w.n_lots, &vec![("n", Figure::from(n))]) }
    }

    fn contracts(&self, n: usize) -> String {
        if n == 1 {
            self.w.one_contract.into()
        } else {
            self.say(self.w.n_contracts, &vec![("n", Figure::from(n))])
        }
    }

    fn base(&self, c: &ComparedStructure<'_>) -> String {
        let template = if c.published { self.w.say_published } else { self.w.say_base };
        let unknown = || self.w.unknown.to_owned();
        let args = vec![
            ("structure", Figure::from(self.id(c))),
            ("lots", Figure::from(c.competition.len())),
            ("suppliers", Figure::from(c.suppliers.unwrap_or(0))),
            ("cost", Figure::from(c.headline().map_or_else(unknown, |m| aloud(self.language, m)))),
        ];
        self.say(template, &args)
    }

    fn against_base(&self, index: usize, c: &ComparedStructure<'_>) -> String {
        let Some(base) = self.comparison.structures.get(self.comparison.base) else { return String::new() };
        let mut args = vec![
            ("structure", Figure::from(self.id(c))),
            ("count", Figure::from(self.lots(c.competition.len()))),
            ("base_count", Figure::from(self.lots(base.competition.len()))),
        ];
        let template = match c.headline().zip(base.headline()) {
            None => self.w.say_unknown,
            Some((own, other)) if own == other => self.w.say_same,
            Some((own, other)) => {
                let difference = Money::from_ore((own.ore() - other.ore()).abs());
                let percent = per_cent(difference, other).map(|p| p.to_decimals_half_up(1));
                args.push(("amount", Figure::from(aloud(self.language, difference))));
                args.push(("percent", Figure::from(self.language.decimal(&percent.unwrap_or_default()))));
                if own < other { self.w.say_saves } else { self.w.say_costs }
            }
        };
        let mut parts = vec![self.say(template, &args)];
        for (bid, lots) in self.comparison.newly_in(index) {
            let structure = &self.comparison.tender.structures[c.outcome.structure];
            let lots: Vec<String> = lots.iter().map(|&l| structure.lots[l].id.clone()).collect();
            let args = vec![
                ("bidder", Figure::from(self.comparison.tender.bids[bid].bidder.as_str())),
                ("lots", Figure::from(lots)),
            ];
            parts.push(self.say(self.w.say_lets_in, &args));
        }
        parts.extend(self.more_contracts(c, base));
        format!("{}.", self.language.list(&parts))
    }

    fn more_contracts(&self, c: &ComparedStructure<'_>, base: &ComparedStructure<'_>) -> Option<String> {
        let (own, other) = (c.contracts?, base.contracts?);
        Some(match own.cmp(&other) {
            std::cmp::Ordering::Equal => self.w.say_same_contracts.into(),
            std::cmp::Ordering::Greater => {
                let n = Figure::from(self.contracts(own - other));
                self.say(self.w.say_more_contracts, &vec![("n", n)])
            }
            std::cmp::Ordering::Less => {
                let n = Figure::from(self.contracts(other - own));
                self.say(self.w.say_fewer_contracts, &vec![("n", n)])
            }
        })
    }

    /// What the budget of an offer collection buys.
    fn budget(&self, c: &ComparedStructure<'_>) -> Option<String> {
        let mut args = budget_figures(c)?;
        let complete = args.iter().any(|(name, _)| *name == "fallback");
        let mark = if c.published { String::new() } else { format!("{}. ", self.w.hypothesis) };
        args.extend([("mark", Figure::from(mark)), ("structure", Figure::from(self.id(c)))]);
        Some(self.say(if complete { self.w.say_budget } else { self.w.say_budget_offers }, &args))
    }

    /// Where letting a bid in would have made the best award cheaper.
    fn shut_out(&self, c: &ComparedStructure<'_>) -> Vec<String> {
        let tender = self.comparison.tender;
        let Some(crate::outcome::Total::Price(total)) = c.outcome.award.total else { return Vec::new() };
        let cheaper = c.shut_out.iter().filter_map(|s| {
            let lower = total.checked_sub(s.total_if_let_in?).ok().filter(|l| *l > Money::ZERO)?;
            Some((s, lower))
        });
        cheaper
            .map(|(s, lower)| {
                let codes = match s.missing.as_slice() {
                    [one] => {
                        let code = tender.procedures[*one].code.as_str();
                        self.say(self.w.one_code, &vec![("code", Figure::from(code))])
                    }
                    many => self.say(self.w.n_codes, &vec![("n", Figure::from(many.len()))]),
                };
                let mark = if c.published { String::new() } else { format!("{}. ", self.w.hypothesis) };
                let structure = &tender.structures[c.outcome.structure];
                self.say(
                    self.w.say_shut_out,
                    &vec![
                        ("mark", Figure::from(mark)),
                        ("structure", Figure::from(structure.id.as_str())),
                        ("bidder", Figure::from(tender.bids[s.bid].bidder.as_str())),
                        ("lot", Figure::from(structure.lots[s.lot].id.as_str())),
                        ("codes", Figure::from(codes)),
                        ("amount", Figure::from(aloud(self.language, lower))),
                    ],
                )
            })
            .collect()
    }
}
