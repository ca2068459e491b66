//! The charts: distribution for each structure, cost against the number of lots, how often each structure is the cheapest and
//! each bidder wins. Each is marked as a simulation, has names beside its figures, and describes them in words.

use super::{
    Audience, SimulationReport,
    svg::{Anchor, Fill, Scale, Svg, WIDTH, short},
    view::SimulationView,
};
use crate::{
    number::{Figure, Figures, Ratio, Rounding},
    report::Language,
    simulation::results::{CostDifference, Histogram, StructureResult, Summary},
};

/// One chart, as a file.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Chart {
    /// Its file name.
    pub file: &'static str,
    /// SVG.
    pub text: String,
}

/// All charts for which there are figures.
pub fn charts(report: SimulationReport<'_>, language: Language) -> Vec<Chart> {
    let view = SimulationView::of(report, language);
    let all = [
        ("distribution.svg", view.distribution()),
        ("difference.svg", view.difference_chart()),
        ("cost-by-lots.svg", view.by_lots()),
        ("cheapest.svg", view.cheapest_chart()),
        ("winning.svg", view.winning()),
    ];
    all.into_iter().filter_map(|(file, text)| Some(Chart { file, text: text? })).collect()
}

/// Where figures begin, to the right of the names.
const LEFT: i64 = 200;
/// Where they end.
const RIGHT: i64 = WIDTH - 40;
/// Where they begin, beneath the head.
const TOP: i64 = 96;

impl SimulationView<'_> {
    fn known(&self) -> Vec<(usize, &StructureResult, &Summary)> {
        let all = self.report.results.structures.iter().enumerate();
        all.filter_map(|(at, own)| own.cost.as_ref().map(|cost| (at, own, cost))).collect()
    }

    /// The head: what it shows, that it is a simulation, and what the marks mean.
    fn begin(&self, name: &str, height: i64, title: &str, about: &[String], key: &str) -> Svg {
        let run = self.report.run;
        let args = vec![
            ("draws", Figure::from(self.report.study.table.len())),
            ("seed", Figure::from(run.seed.to_string())),
        ];
        let dialogue = self.report.study.dialogue.title.as_str();
        let draws = self.message("chart-draws", &args);
        let mut svg = Svg::new(
            name,
            height,
            &format!("{title}. {dialogue}",),
            &format!("{} {draws}. {}", self.banner(), about.join(" ")),
        );
        // again and again down a long chart, so that no cut of it is without
        let marks = ((height - TOP) / 400).max(1);
        let size = if run.audience == Audience::Internal { 44 } else { 80 };
        for n in 0..marks {
            let y = TOP + (height - TOP) * (2 * n + 1) / (2 * marks) + 20;
            svg.watermark((WIDTH / 2, y), size, self.mark());
        }
        svg.strong((20, 28), 19, Anchor::Start, title);
        svg.text((20, 50), 14, Anchor::Start, &short(&format!("{dialogue} · {draws}"), 100));
        svg.strong((20, 70), 13, Anchor::Start, &self.banner_short());
        svg.text((20, 88), 12, Anchor::Start, key);
        svg
    }

    fn banner_short(&self) -> String {
        match self.report.run.audience {
            Audience::Internal => {
                format!("{}. {}", self.word("simulation-mark"), self.word("simulation-banner-internal"))
            }
            Audience::Anonymous | Audience::Public => self.word("simulation-banner").to_owned(),
        }
    }

    /// The foot of a chart whose amounts run across it.
    fn amounts_below(&self, svg: &mut Svg, axis: &Axis, top: i64, bottom: i64) {
        for &tick in &axis.ticks {
            let x = axis.scale.at(tick);
            svg.guide((x, top), (x, bottom));
            svg.line((x, bottom), (x, bottom + 5), 1);
            svg.text((x, bottom + 20), 13, Anchor::Middle, &axis.label(self.language, tick));
        }
        svg.line((LEFT, bottom), (RIGHT, bottom), 1);
        let unit =
            if axis.millions { self.word("chart-axis-millions") } else { self.word("chart-axis-kroner") };
        svg.text(((LEFT + RIGHT) / 2, bottom + 40), 13, Anchor::Middle, unit);
    }

    fn figures_of(&self, at: usize, cost: &Summary) -> Figures {
        vec![
            ("structure", Figure::from(self.id(at))),
            ("lots", Figure::from(self.lot_ids(at).len())),
            ("low", Figure::from(self.sum_in_words(cost.low))),
            ("median", Figure::from(self.sum_in_words(cost.median))),
            ("high", Figure::from(self.sum_in_words(cost.high))),
            ("mean", Figure::from(self.sum_in_words(&cost.mean))),
        ]
    }
}

/// To a whole number, half up.
fn whole(number: &Ratio) -> i64 {
    let rounded = number.rounded(0, Rounding::HalfUp).to_whole();
    rounded.and_then(|n| i64::try_from(n).ok()).unwrap_or(0)
}

/// Amounts as an axis shows them: in millions of kroner, or in kroner where they are less than a million apart.
struct Axis {
    scale: Scale,
    ticks: Vec<i64>,
    step: i64,
    millions: bool,
}

impl Axis {
    /// A scale from the least to the greatest of some amounts, a little wider.
    fn around(amounts: impl Iterator<Item = i64> + Clone, pixels: (i64, i64)) -> Option<Self> {
        let (least, most) = (amounts.clone().min()?, amounts.max()?);
        let margin = ((i128::from(most) - i128::from(least)) / 20).max(100);
        let within = |n: i128| i64::try_from(n).unwrap_or(if n < 0 { i64::MIN } else { i64::MAX });
        let figures = (within(i128::from(least) - margin), within(i128::from(most) + margin));
        let scale = Scale { figures, pixels };
        let (ticks, step) = scale.ticks();
        // a hundredth of a million is the least step that is readable in millions
        Some(Axis { scale, ticks, step, millions: step >= 1_000_000 })
    }

    /// The same with two digits more.
    fn finer(&self) -> Axis {
        Axis { scale: self.scale, ticks: Vec::new(), step: self.step / 100, millions: self.millions }
    }

    fn label(&self, language: Language, ore: i64) -> String {
        let (unit, decimals) = match (self.millions, self.step) {
            (false, _) => (100, 0),
            (true, 100_000_000..) => (100_000_000, 0),
            (true, 10_000_000..) => (100_000_000, 1),
            (true, _) => (100_000_000, 2),
        };
        let figure = Ratio::new(ore.into(), unit).unwrap_or(Ratio::ZERO);
        language.decimal(&figure.to_decimals_half_up(decimals))
    }
}

impl SimulationView<'_> {
    fn distribution(&self) -> Option<String> {
        const ROW: i64 = 104;
        let known = self.known();
        let rows = i64::try_from(known.len()).ok().filter(|n| *n > 0)?;
        let bounds =
            known.iter().filter_map(|(_, own, _)| own.histogram.as_ref()).flat_map(|h| [h.from, h.until]);
        let axis = Axis::around(bounds, (LEFT, RIGHT))?;
        let most =
            known.iter().filter_map(|(_, own, _)| own.histogram.as_ref()?.counts.iter().max()).max()?;
        let about: Vec<String> = known
            .iter()
            .map(|(at, _, cost)| self.message("chart-distribution-about", &self.figures_of(*at, cost)))
            .collect();
        let bottom = TOP + rows * ROW;
        let title = self.word("chart-distribution");
        let mut svg = self.begin("distribution", bottom + 56, title, &about, self.word("chart-key-interval"));
        self.amounts_below(&mut svg, &axis, TOP + 10, bottom);
        for ((at, own, cost), row) in known.iter().zip(0..) {
            let base = TOP + row * ROW + 72;
            svg.strong((20, base - 22), 15, Anchor::Start, &short(self.id(*at), 20));
            svg.text((20, base - 4), 12, Anchor::Start, self.mark());
            svg.text(
                (20, base + 14),
                12,
                Anchor::Start,
                &format!("{} {}", self.word("simulation-mean"), axis_mean(&axis, self, cost)),
            );
            if let Some(histogram) = &own.histogram {
                bars(&mut svg, &axis.scale, histogram, *most, base);
            }
            let (low, high) = (axis.scale.at(cost.low), axis.scale.at(cost.high));
            svg.line((low, base + 12), (high, base + 12), 3);
            for end in [low, high] {
                svg.line((end, base + 7), (end, base + 17), 2);
            }
            let median = axis.scale.at(cost.median);
            svg.line((median, base + 4), (median, base + 20), 4);
            svg.dot((axis.scale.at(whole(&cost.mean)), base + 12));
        }
        Some(svg.finish())
    }

    /// What each structure costs less the base in the same draw: what all draws share falls away.
    fn difference_chart(&self) -> Option<String> {
        const ROW: i64 = 60;
        let results = self.report.results;
        let base = results.base;
        let rows: Vec<Beside> = results.differences.iter().filter_map(|d| Beside::of(d, base)).collect();
        let count = i64::try_from(rows.len()).ok().filter(|n| *n > 0)?;
        let axis = Axis::around(rows.iter().flat_map(|r| [r.low, r.high, r.mean, 0]), (LEFT, RIGHT))?;
        let about = |row: &Beside| {
            let args = vec![
                ("structure", Figure::from(self.id(row.structure))),
                ("base", Figure::from(self.id(base))),
                ("low", Figure::from(self.kroner(row.low))),
                ("high", Figure::from(self.kroner(row.high))),
                ("mean", Figure::from(self.kroner(row.mean))),
            ];
            self.message("chart-difference-about", &args)
        };
        let about: Vec<String> = rows.iter().map(about).collect();
        let title = self.message("chart-difference", &vec![("base", Figure::from(self.id(base)))]);
        let bottom = TOP + 10 + count * ROW;
        let mut svg =
            self.begin("difference", bottom + 56, &title, &about, self.word("chart-key-difference"));
        self.amounts_below(&mut svg, &axis, TOP + 10, bottom);
        svg.line((axis.scale.at(0), TOP + 10), (axis.scale.at(0), bottom), 2);
        for (row, n) in rows.iter().zip(0..) {
            let y = TOP + 10 + n * ROW + 34;
            svg.strong((20, y - 4), 15, Anchor::Start, &short(self.id(row.structure), 20));
            svg.text((20, y + 13), 12, Anchor::Start, self.mark());
            let (low, high) = (axis.scale.at(row.low), axis.scale.at(row.high));
            svg.line((low, y), (high, y), 3);
            for end in [low, high] {
                svg.line((end, y - 6), (end, y + 6), 2);
            }
            let mean = axis.scale.at(row.mean);
            svg.dot((mean, y));
            svg.text((mean, y - 12), 13, Anchor::Middle, &axis.finer().label(self.language, row.mean));
        }
        Some(svg.finish())
    }

    fn by_lots(&self) -> Option<String> {
        const HEIGHT: i64 = 470;
        let mut known = self.known();
        known.sort_by_key(|(at, own, _)| (own.lots.len(), *at));
        let columns = i64::try_from(known.len()).ok().filter(|n| *n > 0)?;
        let (top, bottom) = (TOP + 20, HEIGHT - 80);
        let axis =
            Axis::around(known.iter().flat_map(|(_, _, c)| [c.low, c.high, whole(&c.mean)]), (bottom, top))?;
        let about: Vec<String> = known
            .iter()
            .map(|(at, _, cost)| self.message("chart-by-lots-about", &self.figures_of(*at, cost)))
            .collect();
        let mut svg = self.begin(
            "cost-by-lots",
            HEIGHT,
            self.word("chart-by-lots"),
            &about,
            self.word("chart-key-by-lots"),
        );
        let left = 110;
        for &tick in &axis.ticks {
            let y = axis.scale.at(tick);
            svg.guide((left, y), (RIGHT, y));
            svg.text((left - 8, y + 4), 13, Anchor::End, &axis.label(self.language, tick));
        }
        let unit =
            if axis.millions { self.word("chart-axis-millions") } else { self.word("chart-axis-kroner") };
        svg.text((20, top - 4), 13, Anchor::Start, unit);
        svg.line((left, top), (left, bottom), 1);
        svg.line((left, bottom), (RIGHT, bottom), 1);
        let width = (RIGHT - left) / columns;
        for ((at, own, cost), column) in known.iter().zip(0..) {
            let x = left + width * column + width / 2;
            let (low, high, mean) =
                (axis.scale.at(cost.low), axis.scale.at(cost.high), axis.scale.at(whole(&cost.mean)));
            svg.line((x, low), (x, high), 3);
            for end in [low, high] {
                svg.line((x - 6, end), (x + 6, end), 2);
            }
            svg.dot((x, mean));
            svg.text((x + 12, mean + 4), 13, Anchor::Start, &axis_mean(&axis, self, cost));
            svg.strong((x, bottom + 20), 14, Anchor::Middle, &own.lots.len().to_string());
            svg.text((x, bottom + 38), 13, Anchor::Middle, &short(self.id(*at), fitting(width)));
        }
        svg.text(((left + RIGHT) / 2, bottom + 62), 13, Anchor::Middle, self.word("chart-axis-lots"));
        Some(svg.finish())
    }
}

/// The bars of a histogram, standing on `base`, the highest of all structures `most` draws high.
fn bars(svg: &mut Svg, scale: &Scale, histogram: &Histogram, most: u64, base: i64) {
    const HIGHEST: i64 = 58;
    let count = histogram.counts.len() as i128;
    let edge = |i: usize| {
        let way = (i128::from(histogram.until) - i128::from(histogram.from)) * i as i128 / count.max(1);
        scale.at(i64::try_from(i128::from(histogram.from) + way).unwrap_or(histogram.until))
    };
    for (i, &draws) in histogram.counts.iter().enumerate().filter(|(_, n)| **n > 0) {
        let height = i128::from(draws) * i128::from(HIGHEST) / i128::from(most.max(1));
        let height = i64::try_from(height).unwrap_or(HIGHEST).max(1);
        let (from, until) = (edge(i), edge(i + 1));
        svg.bar((from, base - height), ((until - from).max(1), height), &Fill::Grey);
    }
}

/// A structure beside the base, in øre.
struct Beside {
    structure: usize,
    low: i64,
    high: i64,
    mean: i64,
}

impl Beside {
    fn of(difference: &CostDifference, base: usize) -> Option<Self> {
        let cost = difference.cost.as_ref()?;
        let mean = whole(&cost.mean);
        if difference.first == base {
            return Some(Beside { structure: difference.second, low: cost.low, high: cost.high, mean });
        }
        let turned = |ore: i64| ore.checked_neg().unwrap_or(i64::MAX);
        let (low, high, mean) = (turned(cost.high), turned(cost.low), turned(mean));
        (difference.second == base).then_some(Beside { structure: difference.first, low, high, mean })
    }
}

/// The mean as the axis shows amounts, two digits finer.
fn axis_mean(axis: &Axis, view: &SimulationView<'_>, cost: &Summary) -> String {
    axis.finer().label(view.language, whole(&cost.mean))
}

/// How many letters fit in so many pixels.
fn fitting(width: i64) -> usize {
    usize::try_from(width / 8).unwrap_or(6).max(6)
}

impl SimulationView<'_> {
    fn cheapest_chart(&self) -> Option<String> {
        let results = self.report.results;
        if results.structures.len() < 2 {
            return None;
        }
        let row = |(at, own): (usize, &StructureResult)| {
            let share = own.cheapest.as_ref().map(|c| c.share.share.clone())?;
            let args =
                vec![("structure", Figure::from(self.id(at))), ("share", Figure::from(self.percent(&share)))];
            let about = self.message("chart-cheapest-about", &args);
            Some(ShareRow { names: [self.id(at).to_owned(), String::new()], share, about })
        };
        let rows: Vec<ShareRow> = results.structures.iter().enumerate().filter_map(row).collect();
        self.shares("cheapest", self.word("chart-cheapest"), &rows)
    }

    fn winning(&self) -> Option<String> {
        let mut rows = Vec::new();
        for (at, own) in self.report.results.structures.iter().enumerate() {
            for (b, bidder) in own.bidders.iter().enumerate() {
                let Some(wins) = &bidder.wins else { continue };
                let name = self.bidder(bidder);
                let args = vec![
                    ("structure", Figure::from(self.id(at))),
                    ("bidder", Figure::from(name.as_str())),
                    ("share", Figure::from(self.percent(&wins.share))),
                ];
                let about = self.message("chart-winning-about", &args);
                let structure = if b == 0 { self.id(at).to_owned() } else { String::new() };
                rows.push(ShareRow { names: [structure, name], share: wins.share.clone(), about });
            }
        }
        self.shares("winning", self.word("chart-winning"), &rows)
    }

    /// One bar for each row, from 0 to 100 per cent, its figure behind it.
    fn shares(&self, name: &str, title: &str, rows: &[ShareRow]) -> Option<String> {
        const ROW: i64 = 30;
        let count = i64::try_from(rows.len()).ok().filter(|n| *n > 0)?;
        let bottom = TOP + 14 + count * ROW;
        let about: Vec<String> = rows.iter().map(|r| r.about.clone()).collect();
        let mut svg = self.begin(name, bottom + 56, title, &about, "");
        let left = if rows.iter().any(|r| !r.names[1].is_empty()) { 390 } else { LEFT };
        let scale = Scale { figures: (0, 100), pixels: (left, RIGHT - 40) };
        for tick in [0, 25, 50, 75, 100] {
            let x = scale.at(tick);
            svg.guide((x, TOP + 6), (x, bottom));
            svg.text((x, bottom + 20), 13, Anchor::Middle, &tick.to_string());
        }
        svg.line((left, TOP + 6), (left, bottom), 1);
        svg.text(((left + RIGHT) / 2, bottom + 40), 13, Anchor::Middle, self.word("chart-axis-percent"));
        for (row, at) in rows.iter().zip(0..) {
            let y = TOP + 14 + at * ROW;
            if at > 0 && !row.names[1].is_empty() && !row.names[0].is_empty() {
                svg.guide((20, y - 4), (RIGHT, y - 4));
            }
            svg.strong(
                (20, y + 15),
                14,
                Anchor::Start,
                &short(&row.names[0], if left > LEFT { 16 } else { 20 }),
            );
            svg.text((left - 10, y + 15), 13, Anchor::End, &short(&row.names[1], 31));
            let thousandths = &row.share * Ratio::whole(1_000);
            let wide = Scale { figures: (0, 1_000), pixels: scale.pixels }.at(whole(&thousandths));
            svg.bar((left, y + 2), ((wide - left).max(1), ROW - 12), &Fill::Hatched(name));
            svg.text((wide + 8, y + 15), 13, Anchor::Start, &format!("{} %", self.percent(&row.share)));
        }
        Some(svg.finish())
    }
}

struct ShareRow {
    names: [String; 2],
    share: Ratio,
    about: String,
}
