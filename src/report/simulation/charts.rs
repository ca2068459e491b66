//! The charts: distribution for each structure, cost against the number of lots, how often each structure is the cheapest and
//! each bidder wins. Each says that it is a simulation, names what it shows beside it, and tells its figures in words.

use super::{
    Audience, Told,
    names::View,
    svg::{Anchor, Fill, Scale, Svg, WIDTH, short},
};
use crate::{
    quantity::{Figure, Figures, Ratio},
    report::Language,
    simulation::results::{StructureResult, Summary},
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
pub fn charts(told: Told<'_>, language: Language) -> Vec<Chart> {
    let view = View::of(told, language);
    let all = [
        ("distribution.svg", view.distribution()),
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

/// Amounts as an axis tells them: in millions of kroner, or in kroner where they are less than a million apart.
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

    fn said(&self, language: Language, ore: i64) -> String {
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

impl View<'_> {
    fn known(&self) -> Vec<(usize, &StructureResult, &Summary)> {
        let all = self.told.results.structures.iter().enumerate();
        all.filter_map(|(at, own)| own.cost.as_ref().map(|cost| (at, own, cost))).collect()
    }

    /// The head: what it shows, that it is a simulation, and what the marks mean.
    fn begin(&self, name: &str, height: i64, title: &str, about: &[String], key: &str) -> Svg {
        let run = self.told.run;
        let args = vec![
            ("draws", Figure::from(self.told.study.table.len())),
            ("seed", Figure::from(run.seed.to_string())),
        ];
        let dialogue = self.told.study.dialogue.title.as_str();
        let draws = self.say(self.w.chart_draws, &args);
        let mut svg = Svg::new(
            name,
            height,
            &format!("{title}. {dialogue}",),
            &format!("{} {draws}. {}", self.banner(), about.join(" ")),
        );
        let middle = (WIDTH / 2, (TOP + height) / 2 + 20);
        svg.watermark(middle, if run.audience == Audience::Internal { 44 } else { 80 }, self.mark());
        svg.strong((20, 28), 19, Anchor::Start, title);
        svg.text((20, 50), 14, Anchor::Start, &short(&format!("{dialogue} · {draws}"), 100));
        svg.strong((20, 70), 13, Anchor::Start, &self.banner_short());
        svg.text((20, 88), 12, Anchor::Start, key);
        svg
    }

    fn banner_short(&self) -> String {
        match self.told.run.audience {
            Audience::Internal => format!("{}. {}", self.w.mark, self.w.banner_internal),
            Audience::Anonymous | Audience::Public => self.w.banner.to_owned(),
        }
    }

    /// The foot of a chart whose amounts run across it.
    fn amounts_below(&self, svg: &mut Svg, axis: &Axis, top: i64, bottom: i64) {
        for &tick in &axis.ticks {
            let x = axis.scale.at(tick);
            svg.guide((x, top), (x, bottom));
            svg.line((x, bottom), (x, bottom + 5), 1);
            svg.text((x, bottom + 20), 13, Anchor::Middle, &axis.said(self.language, tick));
        }
        svg.line((LEFT, bottom), (RIGHT, bottom), 1);
        let unit = if axis.millions { self.w.axis_millions } else { self.w.axis_kroner };
        svg.text(((LEFT + RIGHT) / 2, bottom + 40), 13, Anchor::Middle, unit);
    }

    fn figures_of(&self, at: usize, cost: &Summary) -> Figures {
        vec![
            ("structure", Figure::from(self.id(at))),
            ("lots", Figure::from(self.lot_ids(at).len())),
            ("low", Figure::from(self.aloud(cost.low))),
            ("median", Figure::from(self.aloud(cost.median))),
            ("high", Figure::from(self.aloud(cost.high))),
            ("mean", Figure::from(self.aloud(&cost.mean))),
        ]
    }

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
            .map(|(at, _, cost)| self.say(self.w.chart_distribution_about, &self.figures_of(*at, cost)))
            .collect();
        let bottom = TOP + rows * ROW;
        let title = self.w.chart_distribution;
        let mut svg = self.begin("distribution", bottom + 56, title, &about, self.w.key_interval);
        self.amounts_below(&mut svg, &axis, TOP + 10, bottom);
        for ((at, own, cost), row) in known.iter().zip(0..) {
            let base = TOP + row * ROW + 72;
            svg.strong((20, base - 22), 15, Anchor::Start, &short(self.id(*at), 20));
            svg.text((20, base - 4), 12, Anchor::Start, self.mark());
            svg.text(
                (20, base + 14),
                12,
                Anchor::Start,
                &format!("{} {}", self.w.mean, axis_mean(&axis, self, cost)),
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
            .map(|(at, _, cost)| self.say(self.w.chart_by_lots_about, &self.figures_of(*at, cost)))
            .collect();
        let mut svg = self.begin("cost-by-lots", HEIGHT, self.w.chart_by_lots, &about, self.w.key_by_lots);
        let left = 110;
        for &tick in &axis.ticks {
            let y = axis.scale.at(tick);
            svg.guide((left, y), (RIGHT, y));
            svg.text((left - 8, y + 4), 13, Anchor::End, &axis.said(self.language, tick));
        }
        let unit = if axis.millions { self.w.axis_millions } else { self.w.axis_kroner };
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
        svg.text(((left + RIGHT) / 2, bottom + 62), 13, Anchor::Middle, self.w.axis_lots);
        Some(svg.finish())
    }

    fn cheapest_chart(&self) -> Option<String> {
        let results = self.told.results;
        if results.structures.len() < 2 {
            return None;
        }
        let row = |(at, own): (usize, &StructureResult)| {
            let share = own.cheapest.as_ref().map(|c| c.share.share.clone())?;
            let args =
                vec![("structure", Figure::from(self.id(at))), ("share", Figure::from(self.percent(&share)))];
            let about = self.say(self.w.chart_cheapest_about, &args);
            Some(ShareRow { names: [self.id(at).to_owned(), String::new()], share, about })
        };
        let rows: Vec<ShareRow> = results.structures.iter().enumerate().filter_map(row).collect();
        self.shares("cheapest", self.w.chart_cheapest, &rows)
    }

    fn winning(&self) -> Option<String> {
        let mut rows = Vec::new();
        for (at, own) in self.told.results.structures.iter().enumerate() {
            for (b, bidder) in own.bidders.iter().enumerate() {
                let Some(wins) = &bidder.wins else { continue };
                let name = self.bidder(bidder);
                let args = vec![
                    ("structure", Figure::from(self.id(at))),
                    ("bidder", Figure::from(name.as_str())),
                    ("share", Figure::from(self.percent(&wins.share))),
                ];
                let about = self.say(self.w.chart_winning_about, &args);
                let structure = if b == 0 { self.id(at).to_owned() } else { String::new() };
                rows.push(ShareRow { names: [structure, name], share: wins.share.clone(), about });
            }
        }
        self.shares("winning", self.w.chart_winning, &rows)
    }

    /// One bar for each row, from 0 to 100 per cent, its figure behind it.
    fn shares(&self, name: &str, title: &str, rows: &[ShareRow]) -> Option<String> {
        const ROW: i64 = 30;
        let count = i64::try_from(rows.len()).ok().filter(|n| *n > 0)?;
        let bottom = TOP + 14 + count * ROW;
        let about: Vec<String> = rows.iter().map(|r| r.about.clone()).collect();
        let mut svg = self.begin(name, bottom + 56, title, &about, "");
        let left = if rows.iter().any(|r| !r.names[1].is_empty()) { 340 } else { LEFT };
        let scale = Scale { figures: (0, 100), pixels: (left, RIGHT - 40) };
        for tick in [0, 25, 50, 75, 100] {
            let x = scale.at(tick);
            svg.guide((x, TOP + 6), (x, bottom));
            svg.text((x, bottom + 20), 13, Anchor::Middle, &tick.to_string());
        }
        svg.line((left, TOP + 6), (left, bottom), 1);
        svg.text(((left + RIGHT) / 2, bottom + 40), 13, Anchor::Middle, self.w.axis_percent);
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
            svg.text((left - 10, y + 15), 13, Anchor::End, &short(&row.names[1], 24));
            let thousandths = row.share.times(&Ratio::whole(1_000));
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

/// The bars of a histogram, standing on `base`, the highest of all structures `most` draws high.
fn bars(
    svg: &mut Svg,
    scale: &Scale,
    histogram: &crate::simulation::results::Histogram,
    most: u64,
    base: i64,
) {
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

/// The mean as the axis tells amounts, one decimal finer.
fn axis_mean(axis: &Axis, view: &View<'_>, cost: &Summary) -> String {
    let finer = Axis { scale: axis.scale, ticks: Vec::new(), step: axis.step / 10, millions: axis.millions };
    finer.said(view.language, whole(&cost.mean))
}

/// To a whole number, half up.
fn whole(number: &Ratio) -> i64 {
    let rounded = number.rounded(0, crate::quantity::Rounding::HalfUp).to_whole();
    rounded.and_then(|n| i64::try_from(n).ok()).unwrap_or(0)
}

/// How many letters fit in so many pixels.
fn fitting(width: i64) -> usize {
    usize::try_from(width / 8).unwrap_or(6).max(6)
}
