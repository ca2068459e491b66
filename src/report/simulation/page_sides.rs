//! The tables that put structures side by side.

use super::names::{View, part_with};
use crate::{
    number::{Money, Ratio},
    report::page::{Column, Grid, Part, Tone},
    simulation::results::Summary,
    structure::per_year,
};

impl View<'_> {
    /// All tables, in the order of the page.
    pub(super) fn sides(&self) -> Vec<Part> {
        let parts = [
            self.costs(),
            self.beside(),
            self.differences(),
            self.lots_table(),
            self.bidders_table(),
            self.drivers_table(),
        ];
        parts.into_iter().flatten().collect()
    }

    fn grid(&self, figures: &[&str]) -> Grid {
        let mut columns = self.key_columns();
        columns.extend(figures.iter().copied().map(Column::figure));
        Grid::new(columns)
    }

    /// A drawn figure for one year of the contract.
    fn a_year(&self, ore: i64) -> String {
        let year = per_year(&self.told.study.dialogue.tender, Money::from_ore(ore.into()));
        year.map_or(String::new(), |y| self.kroner(y.ore()))
    }

    fn costs(&self) -> Option<Part> {
        let w = self.w;
        let mut contract = self.grid(&[w.mean, w.within, w.low, w.median, w.high]);
        let mut year = self.grid(&[w.mean_year, w.low_year, w.median_year, w.high_year]);
        for (at, own) in self.told.results.structures.iter().enumerate() {
            let mut row = self.key_cells(at);
            let Some(cost) = &own.cost else {
                row.push(w.unknown.into());
                contract.row(row, Tone::Plain);
                continue;
            };
            let mut a_year = row.clone();
            row.extend([
                self.kroner(&cost.mean),
                self.plus_minus(cost),
                self.kroner(cost.low),
                self.kroner(cost.median),
                self.kroner(cost.high),
            ]);
            contract.row(row, Tone::Plain);
            let mean = per_year(&self.told.study.dialogue.tender, super::names::money(&cost.mean));
            a_year.push(mean.map_or(String::new(), |y| self.kroner(y.ore())));
            a_year.extend([cost.low, cost.median, cost.high].map(|ore| self.a_year(ore)));
            year.row(a_year, Tone::Plain);
        }
        let known = self.told.study.dialogue.tender.head.contract.is_some();
        let year = if known { year } else { Grid::default() };
        part_with(w.part_cost, vec![contract, year])
    }

    /// Half the 95 % interval of the mean.
    fn plus_minus(&self, summary: &Summary) -> String {
        summary.half_width.map_or(String::new(), |half| self.kroner(half))
    }

    fn beside(&self) -> Option<Part> {
        let w = self.w;
        let mut cheapest = self.grid(&[w.cheapest, w.error, w.regret, w.regret_high, w.some_lot]);
        let mut market = self.grid(&[w.contracts, w.suppliers, w.hhi, w.saving]);
        for (at, own) in self.told.results.structures.iter().enumerate() {
            let mut row = self.key_cells(at);
            let mut shape = row.clone();
            let beside = own.cheapest.as_ref();
            let error = beside.and_then(|c| c.share.error).and_then(|e| Ratio::new(e, 100));
            row.push(self.share(beside.map(|c| &c.share)));
            row.push(error.map_or(String::new(), |e| self.language.decimal(&e.to_decimals_half_up(2))));
            row.push(beside.map_or(String::new(), |c| self.kroner(&c.regret.mean)));
            row.push(beside.map_or(String::new(), |c| self.kroner(c.regret.high)));
            row.push(self.share(own.some_lot_without_bid.as_ref()));
            cheapest.row(row, Tone::Plain);
            shape.push(self.one_decimal(own.contracts.as_ref()));
            shape.push(self.one_decimal(own.suppliers.as_ref()));
            let hhi = own.hhi.as_ref().map(|h| self.language.decimal(&h.to_decimals_half_up(0)));
            shape.push(hhi.unwrap_or_default());
            shape.push(own.saving.as_ref().map_or(String::new(), |s| self.kroner(s)));
            market.row(shape, Tone::Plain);
        }
        part_with(w.part_beside, vec![cheapest, market])
    }

    fn differences(&self) -> Option<Part> {
        let w = self.w;
        let mut columns = vec![Column::name(w.second), Column::name(w.first)];
        columns.push(Column { key: true, ..Column::word(w.standing) });
        columns.extend([w.mean, w.from, w.until, w.cheaper].map(Column::figure));
        columns.push(Column::word(w.told));
        let mut grid = Grid::new(columns);
        for difference in &self.told.results.differences {
            let Some(cost) = &difference.cost else { continue };
            let half = Ratio::whole(cost.half_width.unwrap_or(0));
            let told = match difference.direction() {
                -1 => w.told_cheaper,
                1 => w.told_dearer,
                _ => w.told_nothing,
            };
            let row = vec![
                self.id(difference.second).to_owned(),
                self.id(difference.first).to_owned(),
                self.mark().to_owned(),
                self.kroner(&cost.mean),
                self.kroner(&cost.mean - &half),
                self.kroner(&cost.mean + &half),
                self.share(difference.second_cheaper.as_ref()),
                told.to_owned(),
            ];
            grid.row(row, Tone::Plain);
        }
        part_with(w.part_differences, vec![grid])
    }
}
