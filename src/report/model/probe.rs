//! What a trial of a model found, each with a verdict in words.

use serde_json::Value;

use super::{ModelDescription, ModelWriter, name, path_and_value};
use crate::{
    evaluation::probe::{ALGORITHM, Counts, Probe, ProbedBids, Reversal},
    number::{Figure, Ratio},
    report::{
        Language, Report,
        page::{Column, Grid, Item, Page, Part, Tone},
    },
    tender::Tender,
};

/// A trial of a model, alone.
#[derive(Clone, Copy, Debug)]
pub struct ModelTest<'t> {
    /// The tender whose model was tried.
    pub tender: &'t Tender,
    /// What the trial found.
    pub probe: &'t Probe,
}

impl Report for ModelTest<'_> {
    fn page(&self, language: Language) -> Page {
        let w = ModelWriter { language, tender: self.tender };
        Page { title: w.title(), banner: None, parts: vec![probe(w, self.probe)] }
    }

    /// The whole description with the trial.
    fn json(&self, language: Language) -> Value {
        ModelDescription::of(self.tender).with_probe(self.probe.clone()).json(language)
    }

    /// The paths and values of its JSON.
    fn rows(&self, language: Language) -> Option<Vec<Vec<String>>> {
        let mut rows = vec![path_and_value(language)];
        flatten("test", &self.json(language)["test"], &mut rows);
        Some(rows)
    }
}

fn flatten(path: &str, value: &Value, rows: &mut Vec<Vec<String>>) {
    match value {
        Value::Object(fields) => {
            fields.iter().for_each(|(key, v)| flatten(&format!("{path}.{key}"), v, rows))
        }
        Value::Array(items) => {
            items.iter().enumerate().for_each(|(i, v)| flatten(&format!("{path}.{}", i + 1), v, rows));
        }
        Value::String(text) => rows.push(vec![path.to_owned(), text.clone()]),
        other => rows.push(vec![path.to_owned(), other.to_string()]),
    }
}

pub(super) fn probe(w: ModelWriter<'_>, probe: &Probe) -> Part {
    let mut part = Part::new(w.word("model-heading-probe"));
    let made_up = matches!(probe.bids, ProbedBids::MadeUp { .. });
    part.text(match probe.bids {
        ProbedBids::File { lots } => w.message("model-test-on-file", vec![("lots", Figure::from(lots))]),
        ProbedBids::MadeUp { seed, lots } => w.message(
            "model-test-made-up",
            vec![
                ("lots", Figure::from(lots)),
                ("algorithm", Figure::from(ALGORITHM)),
                ("seed", Figure::from(seed.to_string())),
            ],
        ),
    });
    reversal(
        w,
        &mut part,
        probe.losing_bid_decides.as_ref(),
        made_up,
        ("model-test-losing-yes", w.word("model-test-losing-no")),
    );
    reversal(
        w,
        &mut part,
        probe.hopeless_bid_decides.as_ref(),
        made_up,
        ("model-test-hopeless-yes", w.word("model-test-hopeless-no")),
    );
    weights(w, &mut part, probe);
    worth(w, &mut part, probe);
    gains(w, &mut part, probe);
    counts(w, &mut part, probe.counts);
    part
}

fn reversal(
    w: ModelWriter<'_>,
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
    part.text(w.message(yes, args));
    let criteria = &w.tender.evaluation.criteria;
    let mut columns = vec![
        Column::name(w.word("model-test-column-bid")),
        Column::figure(w.word("model-test-column-price")),
    ];
    columns.extend(criteria.iter().map(|c| Column::figure(&c.title)));
    columns.push(Column::word(w.word("model-test-column-values")));
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

fn weights(w: ModelWriter<'_>, part: &mut Part, probe: &Probe) {
    if probe.weights.is_empty() {
        part.text(w.word("model-test-weights-none"));
        return;
    }
    part.text(w.word("model-test-weights"));
    let title =
        |c: Option<usize>| c.map_or(w.word("model-test-price-itself"), |c| w.criterion_title(c)).to_owned();
    let mut grid = Grid::new(vec![
        Column::name(w.word("model-test-column-criterion")),
        Column::figure(w.word("model-test-column-stated")),
        Column::figure(w.word("model-test-column-effective")),
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
            far.push(w.message("model-test-weights-far", args));
        }
        grid.row(vec![title(e.criterion), stated, effective], Tone::Plain);
    }
    part.grid(grid.without_empty_columns());
    if far.is_empty() && probe.weights.iter().any(|e| e.stated.is_some()) {
        part.text(w.word("model-test-weights-close"));
    }
    far.into_iter().for_each(|text| part.text(text));
}

fn worth(w: ModelWriter<'_>, part: &mut Part, probe: &Probe) {
    let Some(first) = probe.worth_of_points.first() else {
        part.text(w.word("model-test-worth-none"));
        return;
    };
    part.text(w.word("model-test-worth"));
    let of_first = probe.worth_of_points.iter().filter(|p| p.criterion == first.criterion);
    let mut columns = vec![Column::name(w.word("model-test-column-criterion"))];
    columns.extend(of_first.map(|p| {
        Column::figure(&w.message("model-test-column-at", vec![("percent", Figure::from(p.price_percent))]))
    }));
    let width = columns.len() - 1;
    let mut grid = Grid::new(columns);
    for row in probe.worth_of_points.chunks(width.max(1)) {
        let title = row.first().map_or("", |p| w.criterion_title(p.criterion));
        let mut cells = vec![title.to_owned()];
        cells.extend(
            row.iter()
                .map(|p| p.worth.map_or(w.word("model-test-unlimited").to_owned(), |m| w.language.money(m))),
        );
        grid.row(cells, Tone::Plain);
        let worths: Vec<_> = row.iter().filter_map(|p| p.worth).collect();
        if let (Some(least), Some(most)) = (worths.iter().min(), worths.iter().max())
            && (least != most || worths.len() < row.len())
        {
            let args = vec![("least", Figure::from(*least)), ("most", Figure::from(*most))];
            part.text(format!("{title}: {}", w.message("model-test-worth-varies", args)));
        } else if !worths.is_empty() {
            part.text(format!("{title}: {}", w.word("model-test-worth-same")));
        }
    }
    part.grid(grid);
}

fn gains(w: ModelWriter<'_>, part: &mut Part, probe: &Probe) {
    if probe.nothing_gained.is_empty() {
        part.text(w.word("model-test-gains-always"));
        return;
    }
    part.text(w.message("model-test-gains-intro", vec![("low", Figure::from(probe.usual_price))]));
    let range = |from, to| {
        w.message("model-test-gains", vec![("from", Figure::Money(from)), ("to", Figure::Money(to))])
    };
    part.list(probe.nothing_gained.iter().map(|g| Item::new(range(g.from, g.to))).collect());
}

fn counts(w: ModelWriter<'_>, part: &mut Part, c: Counts) {
    let args = vec![
        ("lots", Figure::from(c.lots)),
        ("changed", Figure::from(c.rounding_changes_ranking)),
        ("ties", Figure::from(c.rounding_makes_ties)),
        ("widened", Figure::from(c.widened)),
        ("rejected", Figure::from(c.rejected)),
        ("zero", Figure::from(c.zero_reference)),
    ];
    let never = c.rounding_changes_ranking == 0;
    part.text(
        w.message(if never { "model-test-rounding-never" } else { "model-test-rounding" }, args.clone()),
    );
    part.text(w.message(
        if c.widened == 0 { "model-test-widened-never" } else { "model-test-widened" },
        args.clone(),
    ));
    if c.rejected > 0 {
        part.text(w.message("model-test-rejected", args.clone()));
    }
    if c.zero_reference > 0 {
        part.text(w.message("model-test-zero-reference", args));
    }
}
