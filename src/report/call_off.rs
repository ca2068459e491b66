//! A call-off from a framework, written.

use serde_json::{Value, json};

use super::{
    Language, Report,
    page::{Block, Column, Grid, Item, Page, Part, Tone},
    tender_json,
};
use crate::{
    framework::{CallLine, CallOff, CallOffError, Placed, Room},
    number::{Figure, Volume},
    outcome::Outcome,
};

/// A call: who supplies what, at what price, and what is left.
#[derive(Clone, Copy, Debug)]
pub struct CallOffReport<'a> {
    /// The award of the framework.
    pub outcome: &'a Outcome<'a>,
    /// The call.
    pub call: &'a CallOff,
}

impl Report for CallOffReport<'_> {
    fn page(&self, language: Language) -> Page {
        let CallOffReport { outcome, call } = *self;
        let head = &outcome.tender.head;
        let mut first = Part::default();
        let day =
            call.date.map_or_else(|| language.word("calloff-no-day").to_owned(), |day| language.date(day));
        first.blocks.push(Block::Facts(vec![
            (language.word("calloff-framework").to_owned(), head.title.clone()),
            (language.word("calloff-day").to_owned(), day),
            (language.word("calloff-cost").to_owned(), language.money(call.cost)),
        ]));
        let mut placed = Part::new(language.word("calloff-part-placed"));
        placed.grid(placed_grid(outcome, call, language));
        placed.list(remarks(outcome, call, language));
        let mut left = Part::new(language.word("calloff-part-left"));
        left.grid(volumes(outcome, call, language));
        left.grid(rooms(outcome, call, language));
        let title = language.message("calloff-title", &vec![("tender", Figure::from(head.id.as_str()))]);
        Page { title, banner: None, parts: vec![first, placed, left] }
    }

    /// `udbud.call-off/1`
    fn json(&self, _: Language) -> Value {
        let CallOffReport { outcome, call } = *self;
        json!({
            "schema": "udbud.call-off/1",
            "engine": concat!("udbud ", env!("CARGO_PKG_VERSION")),
            "tender": tender_json(outcome.tender),
            "date": call.date.map(|d| d.to_string()),
            "calls": call.lines.iter().map(|l| line_json(outcome, l)).collect::<Vec<_>>(),
            "cost": call.cost.to_string(),
            "suppliers": call.rooms.iter().map(|r| room_json(outcome, r)).collect::<Vec<_>>(),
        })
    }

    /// A row for each supplier of each volume asked for, and one for what is not placed.
    fn rows(&self, language: Language) -> Option<Vec<Vec<String>>> {
        let CallOffReport { outcome, call } = *self;
        let plain = |text: String| language.plain_decimal(&text);
        let mut rows = vec![TITLES.map(|id| language.word(id).to_owned()).to_vec()];
        for line in &call.lines {
            let (code, lot) = names(outcome, line);
            for p in &line.placed {
                rows.push(vec![
                    code.clone(),
                    lot.clone(),
                    outcome.tender.bids[p.bid].bidder.clone(),
                    p.rank.to_string(),
                    p.volume.to_string(),
                    plain(p.unit.to_string()),
                    plain(p.cost.to_string()),
                    String::new(),
                ]);
            }
            for (volume, why) in [
                (line.beyond_maximum, language.word("calloff-csv-beyond-maximum")),
                (line.without_room, language.word("calloff-csv-without-room")),
            ] {
                if volume > Volume::ZERO {
                    let mut row = vec![code.clone(), lot.clone()];
                    row.extend([
                        String::new(),
                        String::new(),
                        volume.to_string(),
                        String::new(),
                        String::new(),
                    ]);
                    row.push(why.to_owned());
                    rows.push(row);
                }
            }
        }
        Some(rows)
    }
}

const TITLES: [&str; 8] = [
    "calloff-csv-code",
    "calloff-csv-lot",
    "calloff-csv-bidder",
    "calloff-csv-rank",
    "calloff-csv-volume",
    "calloff-csv-unit",
    "calloff-csv-cost",
    "calloff-csv-not-placed",
];

/// Why nothing can be called off.
pub fn call_off_error_text(outcome: &Outcome<'_>, error: &CallOffError, language: Language) -> String {
    let lot = |lot: usize| outcome.tender.structures[outcome.structure].lots[lot].id.as_str();
    match error {
        CallOffError::NoDirectAward => language.word("calloff-error-no-direct-award").to_owned(),
        CallOffError::NotAwarded(l) => {
            language.message("calloff-error-not-awarded", &vec![("lot", Figure::from(lot(*l)))])
        }
        CallOffError::OutsideContract(day) => {
            language.message("calloff-error-outside-contract", &vec![("day", Figure::from(*day))])
        }
        CallOffError::TooLarge => language.word("calloff-error-too-large").to_owned(),
    }
}

fn names(outcome: &Outcome<'_>, line: &CallLine) -> (String, String) {
    let lot = &outcome.tender.structures[outcome.structure].lots[line.lot];
    (outcome.tender.procedures[line.procedure].code.clone(), lot.id.clone())
}

fn placed_grid(outcome: &Outcome<'_>, call: &CallOff, language: Language) -> Grid {
    let mut grid = Grid::new(vec![
        Column::name(language.word("calloff-code")),
        Column::name(language.word("calloff-lot")),
        Column::count(language.word("calloff-rank")),
        Column::name(language.word("calloff-supplier")),
        Column::count(language.word("calloff-volume")),
        Column::money(language.word("calloff-unit")),
        Column::money(language.word("calloff-price-bid")),
        Column::money(language.word("calloff-cost")),
    ]);
    for line in &call.lines {
        let (code, lot) = names(outcome, line);
        for p in &line.placed {
            let cells = vec![
                code.clone(),
                lot.clone(),
                p.rank.to_string(),
                outcome.tender.bids[p.bid].bidder.clone(),
                language.figure(&p.volume.into()),
                language.figure(&p.unit.into()),
                p.bid_price
                    .filter(|bid| *bid != p.unit)
                    .map_or_else(String::new, |u| language.figure(&u.into())),
                language.money(p.cost),
            ];
            grid.row(cells, Tone::Good);
        }
    }
    grid.without_empty_columns()
}

/// What is not placed, and where the day decides the price.
fn remarks(outcome: &Outcome<'_>, call: &CallOff, language: Language) -> Vec<Item> {
    let mut items = Vec::new();
    for line in &call.lines {
        let (code, lot) = names(outcome, line);
        let mut remark = |id: &str, volume: Volume, tone: Tone| {
            let args = vec![
                ("code", Figure::from(code.as_str())),
                ("lot", Figure::from(lot.as_str())),
                ("n", volume.into()),
            ];
            items.push(Item::toned(language.message(id, &args), tone));
        };
        if line.beyond_maximum > Volume::ZERO {
            remark("calloff-beyond-maximum", line.beyond_maximum, Tone::Bad);
        }
        if line.without_room > Volume::ZERO {
            remark("calloff-without-room", line.without_room, Tone::Bad);
        }
        if call.date.is_none() && line.placed.iter().any(|p| p.bid_price.is_some()) {
            remark("calloff-above-cap", line.asked, Tone::Warning);
        }
    }
    items
}

fn volumes(outcome: &Outcome<'_>, call: &CallOff, language: Language) -> Grid {
    let mut grid = Grid::new(vec![
        Column::name(language.word("calloff-code")),
        Column::count(language.word("calloff-before")),
        Column::count(language.word("calloff-asked")),
        Column::count(language.word("calloff-placed")),
        Column::count(language.word("calloff-left-of-estimate")),
        Column::count(language.word("calloff-left-of-maximum")),
    ]);
    for line in &call.lines {
        let placed = Volume::sum(line.placed.iter().map(|p| p.volume));
        let none = || language.word("calloff-no-maximum").to_owned();
        let cells = vec![
            names(outcome, line).0,
            language.figure(&line.before.into()),
            language.figure(&line.asked.into()),
            language.figure(&placed.into()),
            language.decimal(&line.left_of_estimate.to_string()),
            line.left_of_maximum.map_or_else(none, |left| language.decimal(&left.to_string())),
        ];
        grid.row(cells, if placed < line.asked { Tone::Bad } else { Tone::Plain });
    }
    grid
}

fn rooms(outcome: &Outcome<'_>, call: &CallOff, language: Language) -> Grid {
    let mut grid = Grid::new(vec![
        Column::name(language.word("calloff-lot")),
        Column::count(language.word("calloff-rank")),
        Column::name(language.word("calloff-supplier")),
        Column::count(language.word("calloff-capacity")),
        Column::count(language.word("calloff-before")),
        Column::count(language.word("calloff-now")),
        Column::count(language.word("calloff-left")),
    ]);
    let no_limit = || language.word("calloff-no-limit").to_owned();
    for room in &call.rooms {
        let cells = vec![
            outcome.tender.structures[outcome.structure].lots[room.lot].id.clone(),
            room.supply.rank.to_string(),
            outcome.tender.bids[room.supply.bid].bidder.clone(),
            room.capacity.map_or_else(no_limit, |c| language.figure(&c.into())),
            language.figure(&room.before.into()),
            language.figure(&room.now.into()),
            room.left().map_or_else(no_limit, |left| language.figure(&Figure::Count(left))),
        ];
        grid.row(cells, Tone::Plain);
    }
    grid
}

fn line_json(outcome: &Outcome<'_>, line: &CallLine) -> Value {
    let lots = &outcome.tender.structures[outcome.structure].lots;
    json!({
        "procedure": outcome.tender.procedures[line.procedure].code,
        "lot": lots[line.lot].id,
        "asked": line.asked.count(),
        "placed": line.placed.iter().map(|p| placed_json(outcome, p)).collect::<Vec<_>>(),
        "beyond-maximum": line.beyond_maximum.count(),
        "without-room": line.without_room.count(),
        "called-before": line.before.count(),
        "left-of-estimate": whole(line.left_of_estimate),
        "left-of-maximum": line.left_of_maximum.map(whole),
    })
}

fn placed_json(outcome: &Outcome<'_>, placed: &Placed) -> Value {
    json!({
        "bidder": outcome.tender.bids[placed.bid].bidder,
        "rank": placed.rank,
        "volume": placed.volume.count(),
        "unit": placed.unit.to_string(),
        "bid-price": placed.bid_price.unwrap_or(placed.unit).to_string(),
        "cost": placed.cost.to_string(),
    })
}

fn room_json(outcome: &Outcome<'_>, room: &Room) -> Value {
    json!({
        "lot": outcome.tender.structures[outcome.structure].lots[room.lot].id,
        "bidder": outcome.tender.bids[room.supply.bid].bidder,
        "rank": room.supply.rank,
        "capacity": room.capacity.map(|c| c.count()),
        "called-before": room.before.count(),
        "called-now": room.now.count(),
        "left": room.left(),
    })
}

/// A count that may be below 0; sums of volumes stay far below what 64 bits hold.
fn whole(count: i128) -> Value {
    i64::try_from(count).map_or(Value::Null, Value::from)
}
