use crate::{
    framework::{CallLine, CallOff, CallOffError},
    number::{Figure, Volume},
    outcome::Outcome,
    report::{
        Language,
        evaluation::plain_decimal,
        page::{Block, Column, Grid, Item, Page, Part, Tone, csv_text, page_markdown, page_text},
    },
};

/// A call for people at a terminal.
pub fn call_off_table(outcome: &Outcome<'_>, call: &CallOff, language: Language, color: bool) -> String {
    page_text(&page(outcome, call, language), color)
}

/// A call for documents.
pub fn call_off_markdown(outcome: &Outcome<'_>, call: &CallOff, language: Language) -> String {
    page_markdown(&page(outcome, call, language))
}

/// A call for spreadsheets: a line for each supplier of each volume asked for, and one for what is not placed.
pub fn call_off_csv(outcome: &Outcome<'_>, call: &CallOff, language: Language) -> String {
    let titles = match language {
        Language::En => ["code", "lot", "bidder", "rank", "volume", "unit", "cost", "not placed because"],
        Language::Da => [
            "kode",
            "delaftale",
            "leverandør",
            "rang",
            "volumen",
            "enhedspris",
            "beløb",
            "ikke placeret, fordi",
        ],
    };
    let plain = |text: String| plain_decimal(language, &text);
    let mut rows = vec![titles.map(str::to_owned).to_vec()];
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
            (line.beyond_maximum, language.pick("beyond the maximum", "over maksimum")),
            (line.without_room, language.pick("no supplier has room", "ingen leverandør har plads")),
        ] {
            if volume > Volume::ZERO {
                let mut row = vec![code.clone(), lot.clone()];
                row.extend([String::new(), String::new(), volume.to_string(), String::new(), String::new()]);
                row.push(why.to_owned());
                rows.push(row);
            }
        }
    }
    csv_text(&rows, language)
}

/// Why nothing can be called off.
pub fn call_off_error_text(outcome: &Outcome<'_>, error: &CallOffError, language: Language) -> String {
    let lot = |lot: usize| outcome.tender.structures[outcome.structure].lots[lot].id.as_str();
    match error {
        CallOffError::NoDirectAward => language
            .pick(
                "the tender does not allow direct award\nhint: a framework that does has [mini-tenders] with direct-award = \"ranked\", as it was published",
                "udbuddet giver ikke adgang til direkte tildeling\ntip: en rammeaftale, der gør, har [mini-tenders] med direct-award = \"ranked\", som den blev offentliggjort",
            )
            .to_owned(),
        CallOffError::NotAwarded(l) => {
            let args = vec![("lot", Figure::from(lot(*l)))];
            let text = language.pick(
                "the award names no supplier of the lot {lot}; `udbud evaluate` says why",
                "tildelingen nævner ingen leverandør på delaftalen {lot}; `udbud evaluate` siger hvorfor",
            );
            language.fill(text, &args)
        }
        CallOffError::OutsideContract(day) => {
            let args = vec![("day", Figure::from(*day))];
            let text = language.pick(
                "{day} is not a day of the framework's contract",
                "{day} er ikke en dag i rammeaftalens løbetid",
            );
            language.fill(text, &args)
        }
        CallOffError::TooLarge => language
            .pick("a figure is too large to be computed exactly", "et tal er for stort til at kunne beregnes eksakt")
            .to_owned(),
    }
}

fn names(outcome: &Outcome<'_>, line: &CallLine) -> (String, String) {
    let lot = &outcome.tender.structures[outcome.structure].lots[line.lot];
    (outcome.tender.procedures[line.procedure].code.clone(), lot.id.clone())
}

fn page(outcome: &Outcome<'_>, call: &CallOff, language: Language) -> Page {
    let head = &outcome.tender.head;
    let mut first = Part::default();
    let day = call.date.map_or_else(
        || language.pick("not stated: the prices bid", "ikke angivet: de tilbudte priser").to_owned(),
        |day| language.date(day),
    );
    first.blocks.push(Block::Facts(vec![
        (language.pick("Framework", "Rammeaftale").to_owned(), head.title.clone()),
        (language.pick("Prices of the day", "Priser på dagen").to_owned(), day),
        (language.pick("Cost", "Beløb").to_owned(), language.money(call.cost)),
    ]));
    let mut placed = Part::new(language.pick("Direct award", "Direkte tildeling"));
    placed.grid(placed_grid(outcome, call, language));
    placed.list(remarks(outcome, call, language));
    let mut left = Part::new(language.pick("What is left", "Hvad der er tilbage"));
    left.grid(volumes(outcome, call, language));
    left.grid(rooms(outcome, call, language));
    let title = format!("{} – {}", head.id, language.pick("call-off", "træk på rammeaftalen"));
    Page { title, banner: None, parts: vec![first, placed, left] }
}

fn placed_grid(outcome: &Outcome<'_>, call: &CallOff, language: Language) -> Grid {
    let mut grid = Grid::new(vec![
        Column::name(language.pick("Code", "Kode")),
        Column::name(language.pick("Lot", "Delaftale")),
        Column::figure(language.pick("Rank", "Rang")),
        Column::name(language.pick("Supplier", "Leverandør")),
        Column::figure(language.pick("Volume", "Volumen")),
        Column::figure(language.pick("Unit price", "Enhedspris")),
        Column::figure(language.pick("Price bid", "Tilbudt pris")),
        Column::figure(language.pick("Cost", "Beløb")),
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
        let args = |volume: Volume| {
            vec![
                ("code", Figure::from(code.as_str())),
                ("lot", Figure::from(lot.as_str())),
                ("n", volume.into()),
            ]
        };
        if line.beyond_maximum > Volume::ZERO {
            let text = language.pick(
                "{code}: {n} beyond the maximum are refused. A maximum is binding.",
                "{code}: {n} over maksimum er afvist. Et maksimum er bindende.",
            );
            items.push(Item::toned(language.fill(text, &args(line.beyond_maximum)), Tone::Bad));
        }
        if line.without_room > Volume::ZERO {
            let text = language.pick(
                "{code}: no supplier on the lot {lot} has room for {n}; they are not placed.",
                "{code}: ingen leverandør på delaftalen {lot} har plads til {n}; de er ikke placeret.",
            );
            items.push(Item::toned(language.fill(text, &args(line.without_room)), Tone::Bad));
        }
        if call.date.is_none() && line.placed.iter().any(|p| p.bid_price.is_some()) {
            let text = language.pick(
                "{code}: a price is above the cap, which is paid while it is in force; --date tells what is paid that day.",
                "{code}: en pris er over prisloftet, som betales, så længe det gælder; --date viser, hvad der betales den dag.",
            );
            items.push(Item::toned(language.fill(text, &args(line.asked)), Tone::Warning));
        }
    }
    items
}

fn volumes(outcome: &Outcome<'_>, call: &CallOff, language: Language) -> Grid {
    let mut grid = Grid::new(vec![
        Column::name(language.pick("Code", "Kode")),
        Column::figure(language.pick("Called before", "Trukket før")),
        Column::figure(language.pick("Asked", "Ønsket")),
        Column::figure(language.pick("Placed", "Placeret")),
        Column::figure(language.pick("Left of estimate", "Tilbage af forventet")),
        Column::figure(language.pick("Left of maximum", "Tilbage af maksimum")),
    ]);
    for line in &call.lines {
        let placed = Volume::sum(line.placed.iter().map(|p| p.volume));
        let none = || language.pick("no maximum", "intet maksimum").to_owned();
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
        Column::name(language.pick("Lot", "Delaftale")),
        Column::figure(language.pick("Rank", "Rang")),
        Column::name(language.pick("Supplier", "Leverandør")),
        Column::figure(language.pick("Capacity", "Kapacitet")),
        Column::figure(language.pick("Called before", "Trukket før")),
        Column::figure(language.pick("Now", "Nu")),
        Column::figure(language.pick("Left", "Tilbage")),
    ]);
    let no_limit = || language.pick("no limit", "ingen grænse").to_owned();
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
