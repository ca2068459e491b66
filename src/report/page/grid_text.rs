//! A table as text: figures to the right, names over several lines only where they must be (never shortened), and cut into
//! several tables where even that does not make it fit.

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
    Column, ColumnKind, Grid,
    escape::terminal,
    text::{Style as Dress, wrap},
};

/// Between two columns.
const GAP: usize = 2;
/// A name is given no less room than this.
const SHORTEST: usize = 16;
/// A word of a name is broken only where it is longer than this.
const LONGEST_WORD: usize = 32;

/// Lays a table out in at most `width` columns.
pub(super) fn grid_text(grid: &Grid, width: usize, color: bool) -> String {
    let cells: Vec<Vec<String>> =
        grid.rows.iter().map(|r| r.cells.iter().map(|c| terminal(c)).collect()).collect();
    let widths: Vec<usize> = (0..grid.columns.len()).map(|c| column_width(grid, &cells, c)).collect();
    let least: Vec<usize> = (0..grid.columns.len()).map(|c| least_width(grid, &cells, &widths, c)).collect();
    let shown = cut(grid, &least, width);
    let mut out = String::new();
    for (i, columns) in shown.iter().enumerate() {
        if i > 0 {
            out.push('\n');
        }
        let fitting = fitting_widths(columns, &widths, &least, width);
        table(&mut out, grid, &cells, columns, &fitting, color);
    }
    out
}

fn column_width(grid: &Grid, cells: &[Vec<String>], column: usize) -> usize {
    let widest = cells.iter().filter_map(|r| r.get(column)).map(|c| c.width()).max().unwrap_or(0);
    let Column { title, at_least, .. } = &grid.columns[column];
    widest.max(longest_word(title)).max(*at_least).max(1)
}

/// The width that a column's cells and title ask for.
pub(super) fn content_width(grid: &Grid, column: usize) -> usize {
    let cells: Vec<Vec<String>> =
        grid.rows.iter().map(|r| r.cells.iter().map(|c| terminal(c)).collect()).collect();
    column_width(grid, &cells, column)
}

fn longest_word(text: &str) -> usize {
    text.split(' ').map(UnicodeWidthStr::width).max().unwrap_or(0)
}

/// The least room for a column: names and words go over several lines, figures do not.
fn least_width(grid: &Grid, cells: &[Vec<String>], widths: &[usize], column: usize) -> usize {
    let width = widths[column];
    if grid.columns[column].kind != ColumnKind::Name {
        return width;
    }
    let word = cells.iter().filter_map(|r| r.get(column)).map(|c| longest_word(c)).max().unwrap_or(0);
    let title = longest_word(&grid.columns[column].title);
    width.min(word.clamp(SHORTEST, LONGEST_WORD).max(title))
}

/// Which columns go into which table: all in one where they fit, with names over several lines if need be; else the key
/// columns and as many others as fit, in the first of them those that stay there.
fn cut(grid: &Grid, least: &[usize], width: usize) -> Vec<Vec<usize>> {
    let keys: Vec<usize> = (0..least.len()).filter(|&c| grid.columns[c].key).collect();
    let stay: Vec<usize> =
        (0..least.len()).filter(|&c| grid.columns[c].stays && !grid.columns[c].key).collect();
    let room = |columns: &[usize]| columns.iter().map(|&c| least[c] + GAP).sum::<usize>();
    let taken = room(&keys);
    let (mut tables, mut used) = (Vec::new(), taken + room(&stay));
    let mut now = stay.clone();
    for c in (0..least.len()).filter(|c| !keys.contains(c) && !stay.contains(c)) {
        if used + least[c] > width && !now.is_empty() {
            tables.push(std::mem::take(&mut now));
            used = taken;
        }
        now.push(c);
        used += least[c] + GAP;
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
    color: bool,
) {
    let mut builder = Builder::new();
    let titles = columns.iter().zip(widths).map(|(&c, &w)| {
        // a long title goes over several lines rather than widen a narrow column
        let title = wrap(&grid.columns[c].title, w.max(longest_word(&grid.columns[c].title)));
        padded(title, &grid.columns[c], w).join("\n")
    });
    builder.push_record(titles.collect::<Vec<_>>());
    // which row each line beneath the rule belongs to
    let mut row_of_line = Vec::new();
    for (r, row) in cells.iter().enumerate() {
        let wrapped: Vec<Vec<String>> = columns
            .iter()
            .zip(widths)
            .map(|(&c, &w)| wrap(row.get(c).map_or("", String::as_str), w.max(1)))
            .collect();
        let height = wrapped.iter().map(Vec::len).max().unwrap_or(1);
        row_of_line.extend(std::iter::repeat_n(r, height));
        builder.push_record(wrapped.into_iter().map(|lines| lines.join("\n")));
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
        if grid.columns[c].kind.is_figure() {
            table.modify(Columns::one(at), Alignment::right());
        }
    }
    let text = table.to_string();
    let body_from = text.lines().count().saturating_sub(row_of_line.len());
    for (i, line) in text.lines().enumerate() {
        let tone =
            i.checked_sub(body_from).and_then(|at| grid.rows.get(*row_of_line.get(at)?)).map(|r| r.tone);
        let dress = tone.map_or(Dress::PLAIN, |t| Dress::tone(color, t));
        out.push_str(&dress.dress(line.trim_end()));
        out.push('\n');
    }
}

/// A title at least so wide, so that tables of one sort have columns of one width.
fn padded(mut lines: Vec<String>, column: &Column, width: usize) -> Vec<String> {
    if let Some(last) = lines.last_mut() {
        let missing = " ".repeat(column.at_least.min(width).saturating_sub(last.width()));
        *last = match column.kind {
            kind if kind.is_figure() => format!("{missing}{last}"),
            _ => format!("{last}{missing}"),
        };
    }
    lines
}

/// The widths in which a table fits: what is too much is taken from the column with the most to give, as long as there is one.
fn fitting_widths(columns: &[usize], widths: &[usize], least: &[usize], width: usize) -> Vec<usize> {
    let mut out: Vec<usize> = columns.iter().map(|&c| widths[c]).collect();
    loop {
        let total: usize = out.iter().sum::<usize>() + GAP * out.len().saturating_sub(1);
        let widest = (0..out.len()).filter(|&i| out[i] > least[columns[i]]).max_by_key(|&i| out[i]);
        match widest {
            Some(i) if total > width => out[i] -= 1,
            _ => return out,
        }
    }
}

#[cfg(test)]
mod tests {
    use super::super::Tone;
    use super::*;

    #[test]
    fn names_are_wrapped_only_where_they_must_and_never_cut() {
        let mut grid = Grid::new(vec![Column::name("Bidder"), Column::figure("Price")]);
        grid.row(["Privathospitalet Nord, afdeling Øst", "1.00"], Tone::Plain);
        grid.row(["Privathospitalet Nord, afdeling Vest", "12.00"], Tone::Good);
        grid.row(["Kort", "-3.00"], Tone::Bad);
        let wide = grid_text(&grid, 100, false);
        assert!(wide.contains("Privathospitalet Nord, afdeling Vest  12.00\n"), "{wide}");
        let narrow = grid_text(&grid, 30, true);
        let green: Vec<&str> = narrow.lines().filter(|l| l.starts_with("\u{1b}[32m")).collect();
        assert_eq!(green.len(), 2, "{narrow}");
        assert!(green[0].contains("Privathospitalet Nord,") && green[0].contains("12.00"), "{narrow}");
        assert!(green[1].contains("afdeling Vest"), "{narrow}");
        assert!(!narrow.contains('…'), "{narrow}");
    }

    #[test]
    fn what_stays_stays_with_the_first_figures() {
        let mut columns = vec![Column::name("Bidder")];
        columns.extend((0..4).map(|i| Column::figure(&format!("Criterion {i}"))));
        columns.push(Column { stays: true, ..Column::word("Status") });
        let mut grid = Grid::new(columns);
        let mut row = vec!["Hospital Alfa".to_owned()];
        row.extend((0..4).map(|i| format!("{i}0.123456789")));
        row.push("wins".into());
        grid.row(row, Tone::Plain);
        let text = grid_text(&grid, 60, false);
        let with_name = text.lines().find(|l| l.contains("Hospital Alfa")).unwrap();
        assert!(with_name.contains("00.123456789") && with_name.contains("wins"), "{text}");
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
