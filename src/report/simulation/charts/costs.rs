//! Charts of amounts: the distribution for each structure, what it costs beside the base, and cost against the number of lots.

use super::{Axis, LEFT, RIGHT, TOP, whole};
use crate::{
    number::Figure,
    report::simulation::{
        names::View,
        svg::{Anchor, Fill, Scale, Svg, short},
    },
    simulation::results::{CostDifference, Histogram, Summary},
};

impl View<'_> {
    pub(super) fn distribution(&self) -> Option<String> {
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

    /// What each structure costs less the base in the same draw: what all draws share falls away.
    pub(super) fn difference_chart(&self) -> Option<String> {
        const ROW: i64 = 60;
        let results = self.told.results;
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
            self.say(self.w.chart_difference_about, &args)
        };
        let about: Vec<String> = rows.iter().map(about).collect();
        let title = self.say(self.w.chart_difference, &vec![("base", Figure::from(self.id(base)))]);
        let bottom = TOP + 10 + count * ROW;
        let mut svg = self.begin("difference", bottom + 56, &title, &about, self.w.key_difference);
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
            svg.text((mean, y - 12), 13, Anchor::Middle, &axis.finer().said(self.language, row.mean));
        }
        Some(svg.finish())
    }

    pub(super) fn by_lots(&self) -> Option<String> {
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

/// The mean as the axis tells amounts, two digits finer.
fn axis_mean(axis: &Axis, view: &View<'_>, cost: &Summary) -> String {
    axis.finer().said(view.language, whole(&cost.mean))
}

/// How many letters fit in so many pixels.
fn fitting(width: i64) -> usize {
    usize::try_from(width / 8).unwrap_or(6).max(6)
}
