//! The charts: distribution for each structure, cost against the number of lots, how often each structure is the cheapest and
//! each bidder wins. Each says that it is a simulation, names what it shows beside it, and tells its figures in words.

mod axis;
mod costs;
mod shares;

use super::{
    Audience, Told,
    names::View,
    svg::{Anchor, Svg, WIDTH, short},
};
use crate::{
    number::{Figure, Figures, Ratio},
    report::Language,
    simulation::results::{StructureResult, Summary},
};
use axis::Axis;

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
}

/// To a whole number, half up.
fn whole(number: &Ratio) -> i64 {
    let rounded = number.rounded(0, crate::number::Rounding::HalfUp).to_whole();
    rounded.and_then(|n| i64::try_from(n).ok()).unwrap_or(0)
}
