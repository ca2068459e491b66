//! What a trial of a model found, each with a verdict in words.

use super::{Writer, example::name};
use crate::{
    evaluation::probe::{ALGORITHM, Counts, Probe, ProbedBids, Reversal},
    number::{Figure, Ratio},
    report::page::{Column, Grid, Item, Part, Tone},
};

pub(super) fn probe(w: Writer<'_>, probe: &Probe) -> Part {
    let words = w.probe_words;
    let mut part = Part::new(w.words.heading_probe);
    let made_up = matches!(probe.bids, ProbedBids::MadeUp { .. });
    part.text(match probe.bids {
        ProbedBids::File { lots } => w.fill(words.on_file, vec![("lots", Figure::from(lots))]),
        ProbedBids::MadeUp { seed, lots } => w.fill(
            words.made_up,
            vec![
                ("lots", Figure::from(lots)),
                ("algorithm", Figure::from(ALGORITHM)),
                ("seed", Figure::from(seed.to_string())),
            ],
        ),
    });
    reversal(w, &mut part, probe.losing_bid_decides.as_ref(), made_up, (words.losing_yes, words.losing_no));
    reversal(
        w,
        &mut part,
        probe.hopeless_bid_decides.as_ref(),
        made_up,
        (words.hopeless_yes, words.hopeless_no),
    );
    weights(w, &mut part, probe);
    worth(w, &mut part, probe);
    gains(w, &mut part, probe);
    counts(w, &mut part, probe.counts);
    part
}

fn reversal(
    w: Writer<'_>,
    part: &mut Part,
    found: Option<&Reversal>,
    made_up: bool,
    (yes, no): (&str, &str),
) {
    let Some(r) = found else {
        part.text(no);
        return;
    };
    let names =
        |places: &[usize]| Figure::List(places.iter().map(|p| name(w, &r.field, *p, made_up)).collect());
    let args = vec![
        ("loser", Figure::from(name(w, &r.field, r.loser, made_up))),
        ("with", names(&r.with)),
        ("without", names(&r.without)),
    ];
    part.text(w.fill(yes, args));
    let criteria = &w.tender.evaluation.criteria;
    let mut columns =
        vec![Column::name(w.probe_words.column_bid), Column::figure(w.probe_words.column_price)];
    columns.extend(criteria.iter().map(|c| Column::figure(&c.title)));
    columns.push(Column::word(w.probe_words.column_values));
    let mut grid = Grid::new(columns);
    for (i, entry) in r.field.bids.iter().enumerate() {
        let mut cells = vec![name(w, &r.field, i, made_up), w.language.money(entry.price())];
        let points = |p: Option<&Option<Ratio>>| p.and_then(|p| p.as_ref()).map(|p| w.language.number(p));
        cells.extend((0..criteria.len()).map(|c| points(entry.judged.get(c)).unwrap_or_default()));
        let values = entry.values.iter().map(|(n, v)| format!("{n} {}", w.language.number(v)));
        cells.push(values.collect::<Vec<_>>().join(", "));
        grid.row(cells, if i == r.loser { Tone::Bad } else { Tone::Plain });
    }
    part.grid(grid.without_empty_columns());
}

fn weights(w: Writer<'_>, part: &mut Part, probe: &Probe) {
    let words = w.probe_words;
    if probe.weights.is_empty() {
        part.text(words.weights_none);
        return;
    }
    part.text(words.weights);
    let title = |c: Option<usize>| c.map_or(words.price_itself, |c| w.criterion_title(c)).to_owned();
    let mut grid = Grid::new(vec![
        Column::name(words.column_criterion),
        Column::figure(words.column_stated),
        Column::figure(words.column_effective),
    ]);
    let mut far = Vec::new();
    for e in &probe.weights {
        let stated = e.stated.as_ref().map(|s| w.language.number(s)).unwrap_or_default();
        let effective = w.language.decimal(&e.effective.to_decimals_half_up(1));
        if let Some(s) = &e.stated
            && (s - &e.effective).abs() > Ratio::whole(10)
        {
            let args = vec![
                ("criterion", Figure::from(title(e.criterion))),
                ("effective", Figure::from(effective.as_str())),
                ("stated", Figure::from(stated.as_str())),
            ];
            far.push(w.fill(words.weights_far, args));
        }
        grid.row(vec![title(e.criterion), stated, effective], Tone::Plain);
    }
    part.grid(grid.without_empty_columns());
    if far.is_empty() && probe.weights.iter().any(|e| e.stated.is_some()) {
        part.text(words.weights_close);
    }
    far.into_iter().for_each(|text| part.text(text));
}

fn worth(w: Writer<'_>, part: &mut Part, probe: &Probe) {
    let words = w.probe_words;
    let Some(first) = probe.worth_of_points.first() else {
        part.text(words.worth_none);
        return;
    };
    part.text(words.worth);
    let of_first = probe.worth_of_points.iter().filter(|p| p.criterion == first.criterion);
    let mut columns = vec![Column::name(words.column_criterion)];
    columns.extend(
        of_first.map(|p| {
            Column::figure(&w.fill(words.column_at, vec![("percent", Figure::from(p.price_percent))]))
        }),
    );
    let width = columns.len() - 1;
    let mut grid = Grid::new(columns);
    for row in probe.worth_of_points.chunks(width.max(1)) {
        let title = row.first().map_or("", |p| w.criterion_title(p.criterion));
        let mut cells = vec![title.to_owned()];
        cells.extend(row.iter().map(|p| p.worth.map_or(words.unlimited.to_owned(), |m| w.language.money(m))));
        grid.row(cells, Tone::Plain);
        let worths: Vec<_> = row.iter().filter_map(|p| p.worth).collect();
        if let (Some(least), Some(most)) = (worths.iter().min(), worths.iter().max())
            && (least != most || worths.len() < row.len())
        {
            let args = vec![("least", Figure::from(*least)), ("most", Figure::from(*most))];
            part.text(format!("{title}: {}", w.fill(words.worth_varies, args)));
        } else if !worths.is_empty() {
            part.text(format!("{title}: {}", words.worth_same));
        }
    }
    part.grid(grid);
}

fn gains(w: Writer<'_>, part: &mut Part, probe: &Probe) {
    let words = w.probe_words;
    if probe.nothing_gained.is_empty() {
        part.text(words.gains_always);
        return;
    }
    part.text(w.fill(words.gains_intro, vec![("low", Figure::from(probe.usual_price))]));
    let range =
        |from, to| w.fill(words.gains, vec![("from", Figure::Money(from)), ("to", Figure::Money(to))]);
    part.list(probe.nothing_gained.iter().map(|g| Item::new(range(g.from, g.to))).collect());
}

fn counts(w: Writer<'_>, part: &mut Part, c: Counts) {
    let words = w.probe_words;
    let args = vec![
        ("lots", Figure::from(c.lots)),
        ("changed", Figure::from(c.rounding_changes_ranking)),
        ("ties", Figure::from(c.rounding_makes_ties)),
        ("widened", Figure::from(c.widened)),
        ("rejected", Figure::from(c.rejected)),
        ("zero", Figure::from(c.zero_reference)),
    ];
    let never = c.rounding_changes_ranking == 0;
    part.text(w.fill(if never { words.rounding_never } else { words.rounding }, args.clone()));
    part.text(w.fill(if c.widened == 0 { words.widened_never } else { words.widened }, args.clone()));
    if c.rejected > 0 {
        part.text(w.fill(words.rejected, args.clone()));
    }
    if c.zero_reference > 0 {
        part.text(w.fill(words.zero_reference, args));
    }
}
