//! A table as text: figures to the right, names shortened only where they must be, and cut into several tables where even
//! that does not make it fit.

use tabled::{
    builder::Builder,
    settings::{
        Alignment, Padding, Style,
        formatting::AlignmentStrategy,
        object::{Columns, Rows},
        style::HorizontalLine,
    },
};
use unicode_width::UnicodeWidthStr;

use super::{
    ColumnKind, Grid,
    escape::terminal,
    text::{Style as Dress, wrap},
};

/// Between two columns.
const GAP: usize = 2;
/// A name is never shortened below this.
const SHORTEST: usize = 16;

/// Lays a table out in at most `width` columns.
pub(super) fn grid_text(grid: &Grid, width: usize, color: bool) -> String {
    let cells: Vec<Vec<String>> =
        grid.rows.iter().map(|r| r.cells.iter().map(|c| terminal(c)).collect()).collect();
    let widths: Vec<usize> = (0..grid.columns.len()).map(|c| column_width(grid, &cells, c)).collect();
    let shown = cut(grid, &widths, width);
    let mut out = String::new();
    for (i, columns) in shown.iter().enumerate() {
        if i > 0 {
            out.push('\n');
        }
        table(&mut out, grid, &cells, columns, &widths, width, color);
    }
    out
}

fn column_width(grid: &Grid, cells: &[Vec<String>], column: usize) -> usize {
    let widest = cells.iter().filter_map(|r| r.get(column)).map(|c| c.width()).max().unwrap_or(0);
    let title = grid.columns[column].title.split(' ').map(UnicodeWidthStr::width).max().unwrap_or(0);
    widest.max(title).max(1)
}

/// Which columns go into which table: all in one where they fit, with names shortened if need be; else the key columns
/// and as many others as fit.
fn cut(grid: &Grid, widths: &[usize], width: usize) -> Vec<Vec<usize>> {
    let least = |c: usize| match grid.columns[c].kind {
        ColumnKind::Name => widths[c].min(SHORTEST),
        _ => widths[c],
    };
    let keys: Vec<usize> = (0..widths.len()).filter(|&c| grid.columns[c].key).collect();
    let taken: usize = keys.iter().map(|&c| least(c) + GAP).sum();
    let (mut tables, mut now, mut used) = (Vec::new(), Vec::new(), taken);
    for c in (0..widths.len()).filter(|&c| !grid.columns[c].key) {
        if used + least(c) > width && !now.is_empty() {
            tables.push(std::mem::take(&mut now));
            used = taken;
        }
        now.push(c);
        used += least(c) + GAP;
    }
    tables.push(now);
    for columns in &mut tables {
        columns.extend(&keys);
        columns.sort_unstable();
    }
    tables
}

fn table(
    out: &mut String,
    grid: &Grid,
    cells: &[Vec<String>],
    columns: &[usize],
    widths: &[usize],
    width: usize,
    color: bool,
) {
    let shortened = shortened_widths(grid, columns, widths, width);
    let mut builder = Builder::new();
    let titles = columns.iter().zip(&shortened).map(|(&c, &w)| {
        // a long title goes over several lines rather than widen a narrow column
        let room = w.max(grid.columns[c].title.split(' ').map(UnicodeWidthStr::width).max().unwrap_or(0));
        wrap(&grid.columns[c].title, room).join("\n")
    });
    builder.push_record(titles.collect::<Vec<_>>());
    for row in cells {
        builder.push_record(columns.iter().zip(&shortened).map(|(&c, &w)| {
            let text = row.get(c).map_or("", String::as_str);
            if text.width() <= w { text.to_owned() } else { shorten(text, w, &names(cells, c)) }
        }));
    }
    let rule = HorizontalLine::new('─').intersection(' ');
    let mut table = builder.build();
    table
        .with(Style::empty().vertical(' ').horizontals([(1, rule)]))
        .with(AlignmentStrategy::PerLine)
        .with(Padding::new(0, 1, 0, 0))
        .modify(Columns::last(), Padding::zero())
        .modify(Rows::first(), Alignment::bottom());
    for (at, &c) in columns.iter().enumerate() {
        if grid.columns[c].kind == ColumnKind::Figure {
            table.modify(Columns::one(at), Alignment::right());
        }
    }
    let text = table.to_string();
    let body_from = text.lines().count().saturating_sub(cells.len());
    for (i, line) in text.lines().enumerate() {
        let tone = i.checked_sub(body_from).and_then(|r| grid.rows.get(r)).map(|r| r.tone);
        let dress = tone.map_or(Dress::PLAIN, |t| Dress::tone(color, t));
        out.push_str(&dress.dress(line.trim_end()));
        out.push('\n');
    }
}

fn names(cells: &[Vec<String>], column: usize) -> Vec<&str> {
    cells.iter().filter_map(|r| r.get(column)).map(String::as_str).collect()
}

/// The widths in which a table fits: what is too much is taken from the widest name column, as long as there is one.
fn shortened_widths(grid: &Grid, columns: &[usize], widths: &[usize], width: usize) -> Vec<usize> {
    let mut out: Vec<usize> = columns.iter().map(|&c| widths[c]).collect();
    loop {
        let total: usize = out.iter().sum::<usize>() + GAP * out.len().saturating_sub(1);
        let widest = (0..out.len())
            .filter(|&i| grid.columns[columns[i]].kind == ColumnKind::Name && out[i] > SHORTEST)
            .max_by_key(|&i| out[i]);
        match widest {
            Some(i) if total > width => out[i] -= 1,
            _ => return out,
        }
    }
}

/// The first characters and `…`; where two names would then look alike, the first and the last.
fn shorten(text: &str, width: usize, all: &[&str]) -> String {
    let head = |text: &str, width: usize| {
        let mut used = 0;
        let mut out = String::new();
        for c in text.chars() {
            used += unicode_width::UnicodeWidthChar::width(c).unwrap_or(0);
            if used > width {
                break;
            }
            out.push(c);
        }
        out
    };
    let plain = head(text, width.saturating_sub(1));
    let alike = all.iter().any(|other| *other != text && other.starts_with(&plain));
    if !alike {
        return format!("{}…", plain.trim_end());
    }
    let tail: String = head(&text.chars().rev().collect::<String>(), width / 2).chars().rev().collect();
    let start = head(text, width.saturating_sub(1 + tail.width()));
    format!("{}…{}", start.trim_end(), tail.trim_start())
}

#[cfg(test)]
mod tests {
    use super::super::{Column, Tone};
    use super::*;

    #[test]
    fn names_are_shortened_only_where_they_must_be() {
        let mut grid = Grid::new(vec![Column::name("Bidder"), Column::figure("Price")]);
        grid.row(vec!["Privathospitalet Nord, afdeling Øst".into(), "1.00".into()], Tone::Plain);
        grid.row(vec!["Privathospitalet Nord, afdeling Vest".into(), "12.00".into()], Tone::Good);
        grid.row(vec!["Kort".into(), "-3.00".into()], Tone::Bad);
        let wide = grid_text(&grid, 100, false);
        assert!(wide.contains("Privathospitalet Nord, afdeling Vest  12.00\n"), "{wide}");
        let narrow = grid_text(&grid, 27, false);
        assert!(narrow.lines().all(|l| l.width() <= 27), "{narrow}");
        assert!(narrow.contains("eling Øst") && narrow.contains("ling Vest"), "{narrow}");
    }

    #[test]
    fn a_table_that_does_not_fit_is_cut() {
        let mut columns = vec![Column::name("Bidder")];
        columns.extend((0..10).map(|i| Column::figure(&format!("Criterion {i}"))));
        let mut grid = Grid::new(columns);
        let mut row = vec!["Hospital Alfa".to_owned()];
        row.extend((0..10).map(|i| format!("{i}0.123456789")));
        grid.row(row, Tone::Plain);
        let text = grid_text(&grid, 60, false);
        assert!(text.lines().all(|l| l.width() <= 60), "{text}");
        assert_eq!(text.matches("Hospital Alfa").count(), 4, "{text}");
        assert!((0..10).all(|i| text.contains(&format!("{i}0.123456789"))), "{text}");
    }
}
