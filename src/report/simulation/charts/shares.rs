//! Charts of shares: how often each structure is the cheapest, and each bidder wins.

use super::{LEFT, RIGHT, TOP, whole};
use crate::{
    number::{Figure, Ratio},
    report::simulation::{
        names::View,
        svg::{Anchor, Fill, Scale, short},
    },
    simulation::results::StructureResult,
};

impl View<'_> {
    pub(super) fn cheapest_chart(&self) -> Option<String> {
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

    pub(super) fn winning(&self) -> Option<String> {
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
        let left = if rows.iter().any(|r| !r.names[1].is_empty()) { 390 } else { LEFT };
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
