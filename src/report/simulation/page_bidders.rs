//! The tables of lots, of bidders, and of what drives the result.

use super::names::{View, part_with};
use crate::{
    number::{Figure, Ratio},
    report::page::{Column, Grid, Part, Tone},
    simulation::results::{BidderResult, Driver},
};

/// So many inputs are told of for each result; JSON has all.
const TOLD: usize = 6;

impl View<'_> {
    pub(super) fn lots_table(&self) -> Option<Part> {
        let w = self.w;
        let mut columns = self.key_columns();
        columns.push(Column::name(w.lot));
        columns.extend([w.bids, w.none, w.one, w.two, w.three].map(Column::figure));
        let mut grid = Grid::new(columns);
        let draws = self.told.study.table.len() as i128;
        for (at, own) in self.told.results.structures.iter().enumerate() {
            for (lot, id) in own.lots.iter().zip(self.lot_ids(at)) {
                let mut row = self.key_cells(at);
                row.push(id.to_owned());
                row.push(self.one_decimal(lot.bids.as_ref()));
                let share = |count: u64| Ratio::new(count.into(), draws);
                row.extend(lot.draws_by_bids.map(|n| share(n).map_or(String::new(), |s| self.percent(&s))));
                grid.row(row, Tone::Plain);
            }
        }
        part_with(w.part_lots, vec![grid])
    }

    /// A bidder, with the number of those who are like it.
    pub(super) fn bidder(&self, bidder: &BidderResult) -> String {
        let args = vec![("name", Figure::from(bidder.name.as_str())), ("count", Figure::from(bidder.count))];
        if bidder.count > 1 { self.say(self.w.profile_count, &args) } else { bidder.name.clone() }
    }

    pub(super) fn bidders_table(&self) -> Option<Part> {
        let w = self.w;
        let mut columns = self.key_columns();
        columns.push(Column::name(w.bidder));
        let figures = [w.wins, w.paid_low, w.paid_mean, w.paid_high, w.taken, w.least, w.largest];
        columns.extend(figures.map(Column::figure));
        let mut grid = Grid::new(columns);
        for (at, own) in self.told.results.structures.iter().enumerate() {
            for bidder in &own.bidders {
                let mut row = self.key_cells(at);
                let (paid, taken) = (bidder.payment.as_ref(), bidder.volume.as_ref());
                let count = |n: i64| self.language.decimal(&n.to_string());
                row.push(self.bidder(bidder));
                row.push(self.share(bidder.wins.as_ref()));
                row.push(paid.map_or(String::new(), |p| self.kroner(p.low)));
                row.push(paid.map_or(String::new(), |p| self.kroner(&p.mean)));
                row.push(paid.map_or(String::new(), |p| self.kroner(p.high)));
                row.push(
                    taken.map_or(String::new(), |t| self.language.decimal(&t.mean.to_decimals_half_up(0))),
                );
                row.push(bidder.guaranteed.map_or(String::new(), count));
                row.push(count(bidder.largest));
                grid.row(row, Tone::Plain);
            }
        }
        part_with(w.part_bidders, vec![grid])
    }

    pub(super) fn drivers_table(&self) -> Option<Part> {
        let (w, results) = (self.w, self.told.results);
        let mut columns = self.key_columns();
        columns.extend([Column::word(w.of_what), Column::name(w.input), Column::figure(w.share)]);
        let mut grid = Grid::new(columns);
        let names: Vec<String> = results
            .structures
            .first()
            .map_or(Vec::new(), |s| s.bidders.iter().map(|b| b.name.clone()).collect());
        let base = vec![("base", Figure::from(self.id(results.base)))];
        let of_difference = self.say(w.of_difference, &base);
        for (at, (own, beside)) in results.drivers.iter().zip(&results.difference_drivers).enumerate() {
            for (of, drivers) in [(w.of_cost, own), (of_difference.as_str(), beside)] {
                for Driver { input, share } in drivers.iter().take(TOLD) {
                    let mut row = self.key_cells(at);
                    row.extend([of.to_owned(), self.input(*input, &names), self.percent(share)]);
                    grid.row(row, Tone::Plain);
                }
            }
        }
        part_with(w.part_drivers, vec![grid])
    }
}
