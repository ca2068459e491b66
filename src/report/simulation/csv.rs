//! Every draw for R, Python or a spreadsheet: one row for each draw and structure, each of which says what it is.

use super::{
    Told,
    names::{View, money},
};
use crate::{
    number::Ratio,
    report::{Language, page::csv_text, structure::plain},
    simulation::Input,
};

/// The draws. Columns have the same names in every language; amounts are in kroner, without thousands separators.
pub fn draws_csv(told: Told<'_>, language: Language) -> String {
    let view = View::of(told, language);
    let (table, bidders) = (told.study.table, told.study.bidders);
    let lots: Vec<Vec<&str>> = (0..table.structures()).map(|s| view.lot_ids(s)).collect();
    // written row by row: as cells, a big study would not fit in memory
    let mut out = csv_text(&[header(&view, &lots)], language);
    for draw in 0..table.len() {
        let costs: Vec<Option<i128>> = (0..table.structures()).map(|s| cost(&view, draw, s)).collect();
        let least = costs.iter().flatten().min().copied().filter(|_| costs.iter().all(Option::is_some));
        let inputs = told.study.inputs.iter().zip(table.inputs(draw));
        let inputs: Vec<String> = inputs.map(|(&i, &v)| plain(language, &input_figure(i, v))).collect();
        for s in 0..table.structures() {
            let kroner = |ore: i128| plain(language, &money(&Ratio::whole(ore)).to_string());
            let some = |ore: Option<i128>| ore.map_or(String::new(), kroner);
            let own: Vec<_> = table.lots(draw, s).collect();
            let mut winners: Vec<u32> = own.iter().filter_map(|l| l.winner).collect();
            let contracts = winners.len();
            winners.sort_unstable();
            winners.dedup();
            let mut row = vec![
                view.mark().to_owned(),
                table.number(draw).to_string(),
                view.id(s).to_owned(),
                some(costs[s]),
                some(table.fallback(draw, s).map(|m| m.ore())),
                some(costs[s].zip(least).map(|(own, least)| own - least)),
                contracts.to_string(),
                winners.len().to_string(),
                own.iter().filter(|l| l.bids == 0).count().to_string(),
                u8::from(table.tied(draw, s)).to_string(),
            ];
            row.extend(inputs.iter().cloned());
            row.extend(table.payments(draw, s).iter().map(|&ore| kroner(ore.into())));
            row.extend(table.volumes(draw, s).iter().map(u64::to_string));
            for (other, ids) in lots.iter().enumerate() {
                for l in 0..ids.len() {
                    let lot = own.get(l).filter(|_| other == s);
                    let winner = lot.and_then(|l| l.winner).and_then(|w| bidders.get(w as usize));
                    row.push(lot.map_or(String::new(), |l| l.bids.to_string()));
                    row.push(winner.cloned().unwrap_or_default());
                }
            }
            out.push_str(csv_text(&[row], language).trim_start_matches('\u{feff}'));
        }
    }
    out
}

/// What the buyer pays, contracts included, in øre.
pub(super) fn cost(view: &View<'_>, draw: usize, structure: usize) -> Option<i128> {
    let table = view.told.study.table;
    let contracts = table.lots(draw, structure).filter(|l| l.winner.is_some()).count() as i128;
    let each = view.told.study.dialogue.cost_per_contract.ore();
    table.cost(draw, structure)?.ore().checked_add(each.checked_mul(contracts)?)
}

fn header(view: &View<'_>, lots: &[Vec<&str>]) -> Vec<String> {
    let study = view.told.study;
    let english = View::of(view.told, Language::En);
    let fixed = [
        "standing",
        "draw",
        "structure",
        "cost",
        "fallback",
        "regret",
        "contracts",
        "suppliers",
        "lots-without-bid",
        "tied",
    ];
    let mut header: Vec<String> = fixed.map(str::to_owned).to_vec();
    header.extend(study.inputs.iter().map(|&i| format!("input: {}", english.input(i, study.bidders))));
    header.extend(study.bidders.iter().map(|b| format!("paid: {b}")));
    header.extend(study.bidders.iter().map(|b| format!("volume: {b}")));
    for (s, ids) in lots.iter().enumerate() {
        for id in ids {
            header.extend(["bids", "winner"].map(|what| format!("{what}: {}/{id}", english.id(s))));
        }
    }
    header
}

/// An input's figure in the unit that people use: factors and shares as they are written, discounts in per cent, days as
/// dates; a scenario by its number from 1.
pub(super) fn input_figure(input: Input, figure: i64) -> String {
    let millionths = || Ratio::new(figure.into(), 1_000_000).map_or(String::new(), |f| f.to_string());
    match input {
        Input::Scenario => (i128::from(figure) + 1).to_string(),
        Input::MayLack(..) | Input::Capacity(_) => figure.to_string(),
        Input::Lapse => day(figure).map_or(String::new(), |d| d.to_string()),
        Input::Specialty
        | Input::Common
        | Input::Group(_)
        | Input::Course(_)
        | Input::TakesPart(_)
        | Input::Discount(_) => millionths(),
    }
}

/// A day from its number since 1 January 1970.
pub(super) fn day(number: i64) -> Option<jiff::civil::Date> {
    let span = jiff::Span::new().try_days(number).ok()?;
    jiff::civil::date(1970, 1, 1).checked_add(span).ok()
}
