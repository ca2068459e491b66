//! One row for each structure and lot; every row says whether it is the published decision.

use super::{plain, plain_money, words::Words};
use crate::{
    number::Ratio,
    outcome::Total,
    report::{Language, page::csv_text},
    structure::StructureComparison,
};

/// Structures side by side, for spreadsheets.
pub fn comparison_csv(comparison: &StructureComparison<'_>, language: Language) -> String {
    let w = Words::of(language);
    let header = [
        w.structure,
        w.standing,
        w.cost,
        w.total,
        w.saving,
        w.percent,
        w.contracts,
        w.suppliers,
        w.hhi,
        w.award,
        w.lot,
        w.winner,
        w.price,
        w.payment,
        w.admissible,
        w.to_second,
        w.variant,
    ];
    let mut rows = vec![header.map(str::to_owned).to_vec()];
    for c in &comparison.structures {
        let structure = &comparison.tender.structures[c.outcome.structure];
        let award = &c.outcome.award;
        let count = |n: Option<usize>| n.map_or(String::new(), |n| n.to_string());
        let total = |t: Option<&Total>| match t {
            None => String::new(),
            Some(Total::Price(m)) => plain(language, &m.to_string()),
            Some(Total::Score(s)) => plain(language, &s.to_string()),
        };
        let percent = |p: &Ratio| plain(language, &p.to_decimals_half_up(2));
        for (l, lot) in structure.lots.iter().enumerate() {
            let own = award.lots.get(l);
            rows.push(vec![
                structure.id.clone(),
                if c.published { w.published } else { w.hypothesis }.to_owned(),
                plain_money(language, award.expected_cost),
                total(award.total.as_ref()),
                plain_money(language, c.saving),
                c.saving_percent.as_ref().map_or(String::new(), percent),
                count(c.contracts),
                count(c.suppliers),
                c.hhi.map_or(String::new(), |h| h.to_string()),
                super::compare::status_word(w, award.status).to_owned(),
                lot.id.clone(),
                own.and_then(|a| a.winner)
                    .map_or("", |b| comparison.tender.bids[b].bidder.as_str())
                    .to_owned(),
                plain_money(language, own.and_then(|a| a.price)),
                plain_money(language, own.and_then(|a| a.expected_payment)),
                c.competition[l].admissible.to_string(),
                total(c.competition[l].distance.as_ref()),
                String::new(),
            ]);
        }
    }
    rows.extend(super::variants::variants_rows(comparison, language));
    csv_text(&rows, language)
}
