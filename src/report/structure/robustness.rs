//! How far volumes may move before another award is better, in words and as JSON.

use serde_json::{Value, json};

use super::{compare::ComparisonView, mark_column};
use crate::{
    award::Award,
    number::{Figure, Figures, Money, Percent, Volume},
    report::{
        Language,
        page::{Column, Grid, Part, Tone},
    },
    structure::{ComparedStructure, Robustness, ScaleRoom, WorstMix},
    tender::Tender,
};

/// The lots that change hands, and to whom.
fn changes<'t>(
    tender: &'t Tender,
    structure: usize,
    from: &Award,
    to: &Award,
) -> Vec<(&'t str, Option<&'t str>)> {
    let lots = &tender.structures[structure].lots;
    let changed = (0..from.len()).filter(|&l| from[l] != to[l]);
    changed.map(|l| (lots[l].id.as_str(), to[l].map(|b| tender.bids[b].bidder.as_str()))).collect()
}

/// How robust an award is.
pub(super) fn robustness_json(tender: &Tender, structure: usize, r: &Robustness) -> Value {
    let instead = |award: Option<&Award>| {
        let list = award.map(|a| changes(tender, structure, &r.award, a)).unwrap_or_default();
        list.into_iter().map(|(lot, winner)| json!({ "lot": lot, "winner": winner })).collect::<Vec<_>>()
    };
    let scale = |s: &ScaleRoom| {
        json!({
            "prefix": s.prefix,
            "expected": s.expected.count(),
            "holds-from-percent": s.least.as_ref().map(|(p, _)| p.to_string()),
            "below": instead(s.least.as_ref().map(|l| &l.1)),
            "holds-to-percent": s.most.as_ref().map(|(p, _)| p.to_string()),
            "above": instead(s.most.as_ref().map(|m| &m.1)),
        })
    };
    let mix = |m: &WorstMix| {
        let volumes = m.volumes.as_ref().map(|volumes| {
            let code =
                |(p, v): (&crate::tender::Procedure, &Volume)| (p.code.clone(), Value::from(v.count()));
            Value::Object(tender.procedures.iter().zip(volumes).map(code).collect())
        });
        json!({
            "holds": m.better.is_none(),
            "regret": m.regret.max(Money::ZERO).to_string(),
            "instead": instead(m.better.as_ref()),
            "volumes": volumes,
        })
    };
    json!({
        "structure": tender.structures[structure].id,
        "codes": r.codes.iter().map(|c| json!({
            "code": tender.procedures[c.procedure].code,
            "expected": c.expected.count(),
            "holds-from": c.least.as_ref().map_or(0, |(v, _)| v.count()),
            "below": instead(c.least.as_ref().map(|l| &l.1)),
            "holds-to": c.most.as_ref().map(|(v, _)| v.count()),
            "above": instead(c.most.as_ref().map(|m| &m.1)),
        })).collect::<Vec<_>>(),
        "prefixes": r.prefixes.iter().map(scale).collect::<Vec<_>>(),
        "all": scale(&r.all),
        "stated-range": mix(&r.stated),
        "band": r.band.as_ref().map(|(percent, m)| json!({ "percent": percent.to_string(), "mix": mix(m) })),
        "widest-band-percent": r.widest_band.to_string(),
        "lapse": r.lapse.as_ref().map(|l| json!({
            "current": l.current.to_string(),
            "holds-from": l.earliest.as_ref().map(|(d, _)| d.to_string()),
            "before": instead(l.earliest.as_ref().map(|e| &e.1)),
            "holds-to": l.latest.as_ref().map(|(d, _)| d.to_string()),
            "after": instead(l.latest.as_ref().map(|e| &e.1)),
        })),
    })
}

/// How robust the award of the base structure is, as parts of a page.
pub(super) fn robustness_parts(
    view: &ComparisonView<'_>,
    base: &ComparedStructure<'_>,
    r: Option<&Robustness>,
) -> Vec<Part> {
    let mut part = Part::new(view.word("robustness-part"));
    let Some(r) = r else {
        part.text(view.word("robustness-not-given"));
        return vec![part];
    };
    let own = RobustnessView { view, structure: base.outcome.structure, mark: view.mark(base), r };
    for sentence in own.sentences() {
        part.text(sentence);
    }
    let (codes, prefixes) = (own.codes(), own.prefixes());
    if codes.rows.is_empty() && prefixes.rows.is_empty() {
        part.text(own.message("robustness-no-break-even", Vec::new()));
        return vec![part];
    }
    let mut break_even = Part::new(view.word("robustness-part-break-even"));
    break_even.grid(codes);
    break_even.grid(prefixes);
    vec![part, break_even]
}

struct RobustnessView<'a> {
    view: &'a ComparisonView<'a>,
    structure: usize,
    mark: String,
    r: &'a Robustness,
}

impl RobustnessView<'_> {
    fn word(&self, id: &str) -> &'static str {
        self.view.word(id)
    }

    fn language(&self) -> Language {
        self.view.language
    }

    fn message(&self, id: &str, mut args: Figures) -> String {
        let tender = self.view.comparison.tender;
        args.push(("structure", Figure::from(tender.structures[self.structure].id.as_str())));
        args.push(("mark", Figure::from(self.mark.as_str())));
        self.view.message(id, &args)
    }

    fn instead(&self, award: &Award) -> String {
        let list = changes(self.view.comparison.tender, self.structure, &self.r.award, award);
        let one = |(lot, winner): (&str, Option<&str>)| {
            format!("{lot}: {}", winner.unwrap_or(self.word("structure-nobody")))
        };
        list.into_iter().map(one).collect::<Vec<_>>().join(", ")
    }

    fn sentences(&self) -> Vec<String> {
        let mut out = vec![self.mix(&self.r.stated, self.word("robustness-in-stated-range"))];
        if let Some((percent, mix)) = &self.r.band {
            let range =
                self.language().message("robustness-in-band", &vec![("percent", Figure::from(*percent))]);
            out.push(self.mix(mix, &range));
        }
        out.push(self.message("robustness-widest", vec![("percent", Figure::from(self.r.widest_band))]));
        let all = &self.r.all;
        if all.least.is_none() && all.most.is_none() {
            out.push(self.message("robustness-proportion", Vec::new()));
        }
        if let Some(lapse) = &self.r.lapse {
            let day = |room: &Option<(jiff::civil::Date, Award)>, id: &str| {
                room.as_ref().map(|(day, award)| {
                    self.message(
                        id,
                        vec![("day", Figure::from(*day)), ("instead", Figure::from(self.instead(award)))],
                    )
                })
            };
            let found: Vec<String> =
                [day(&lapse.earliest, "robustness-lapse-from"), day(&lapse.latest, "robustness-lapse-to")]
                    .into_iter()
                    .flatten()
                    .collect();
            if found.is_empty() {
                out.push(self.message("robustness-lapse-any", vec![("day", Figure::from(lapse.current))]));
            }
            out.extend(found);
        }
        out
    }

    fn mix(&self, mix: &WorstMix, range: &str) -> String {
        let args = vec![("range", Figure::from(range))];
        match &mix.better {
            None => self.message("robustness-mix-holds", args),
            Some(award) => {
                let mut args = args;
                args.push(("amount", Figure::from(mix.regret)));
                args.push(("instead", Figure::from(self.instead(award))));
                self.message("robustness-mix-breaks", args)
            }
        }
    }

    fn codes(&self) -> Grid {
        let mut columns = vec![mark_column(self.language()), Column::name(self.word("structure-code"))];
        columns.extend([
            Column::count(self.word("robustness-expected")),
            Column::count(self.word("robustness-holds-from")),
            Column::count(self.word("robustness-holds-to")),
        ]);
        columns.push(Column::name(self.word("robustness-instead")));
        let mut grid = Grid::new(columns);
        for c in self.r.codes.iter().filter(|c| c.least.is_some() || c.most.is_some()) {
            let volume =
                |v: Option<Volume>| v.map_or(String::new(), |v| self.language().decimal(&v.to_string()));
            grid.row(
                vec![
                    self.mark.clone(),
                    self.view.comparison.tender.procedures[c.procedure].code.clone(),
                    volume(Some(c.expected)),
                    volume(c.least.as_ref().map(|l| l.0)),
                    volume(c.most.as_ref().map(|m| m.0)),
                    self.both(c.least.as_ref().map(|l| &l.1), c.most.as_ref().map(|m| &m.1)),
                ],
                Tone::Plain,
            );
        }
        grid
    }

    fn both(&self, below: Option<&Award>, above: Option<&Award>) -> String {
        let mut texts: Vec<String> = [below, above].into_iter().flatten().map(|a| self.instead(a)).collect();
        texts.dedup();
        texts.join("; ")
    }

    fn prefixes(&self) -> Grid {
        let mut columns =
            vec![mark_column(self.language()), Column::name(self.word("robustness-codes-together"))];
        columns.extend([
            Column::count(self.word("robustness-expected")),
            Column::percent(self.word("robustness-holds-from-percent")),
            Column::percent(self.word("robustness-holds-to-percent")),
        ]);
        columns.push(Column::name(self.word("robustness-instead")));
        let mut grid = Grid::new(columns);
        for s in self.r.prefixes.iter().chain([&self.r.all]) {
            if s.least.is_none() && s.most.is_none() {
                continue;
            }
            let percent =
                |p: Option<Percent>| p.map_or(String::new(), |p| self.language().decimal(&p.to_string()));
            grid.row(
                vec![
                    self.mark.clone(),
                    format!("{}*", s.prefix),
                    self.language().decimal(&s.expected.to_string()),
                    percent(s.least.as_ref().map(|l| l.0)),
                    percent(s.most.as_ref().map(|m| m.0)),
                    self.both(s.least.as_ref().map(|l| &l.1), s.most.as_ref().map(|m| &m.1)),
                ],
                Tone::Plain,
            );
        }
        grid
    }
}
