//! What a text for people is made of, before it is a table or Markdown: parts, tables, lists. Wording is done when a page is
//! built; the writers only lay it out, and escape what came from a file.

mod escape;
mod grid_text;
mod markdown;
mod text;

use super::Language;
use crate::number::Figure;

pub(super) use escape::{csv_text, terminal};
pub(super) use markdown::page_markdown;
pub(super) use text::{WIDTH, page_text, part_text};

/// A whole text.
#[derive(Clone, Debug, Default)]
pub struct Page {
    /// The first line.
    pub title: String,
    /// Repeated in every part, so that no part can be taken for what it is not.
    pub banner: Option<String>,
    /// In order.
    pub parts: Vec<Part>,
}

/// One part under a heading (none for the first).
#[derive(Clone, Debug)]
pub struct Part {
    /// The heading.
    pub heading: Option<String>,
    /// How deep the heading is: 2 right beneath the title, 3 within a part of level 2.
    pub level: u8,
    /// In reading order.
    pub blocks: Vec<Block>,
}

/// One block of a part.
#[derive(Clone, Debug)]
pub enum Block {
    /// A paragraph.
    Text(String),
    /// What and value, one a line.
    Facts(Vec<(String, String)>),
    /// A table.
    Grid(Grid),
    /// A list.
    List(Vec<Item>),
}

/// One item of a list, perhaps with items of its own.
#[derive(Clone, Debug, Default)]
pub struct Item {
    /// What people read.
    pub text: String,
    /// How grave it is.
    pub tone: Tone,
    /// Items beneath it.
    pub items: Vec<Item>,
}

/// How something is coloured where colour is asked for. The words beside it say the same.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Tone {
    /// As the rest.
    #[default]
    Plain,
    /// Wins.
    Good,
    /// Out.
    Bad,
    /// Somebody should look.
    Warning,
}

/// A table.
#[derive(Clone, Debug, Default)]
pub struct Grid {
    /// From left to right.
    pub columns: Vec<Column>,
    /// From top to bottom.
    pub rows: Vec<Row>,
}

/// One column of a table.
#[derive(Clone, Debug)]
pub struct Column {
    /// The heading.
    pub title: String,
    /// What it holds.
    pub kind: ColumnKind,
    /// Repeated where a table that is too wide is cut into several.
    pub key: bool,
    /// Stays in the first of the tables into which a table that is too wide is cut.
    pub stays: bool,
    /// No narrower than this, so that tables of one sort have one shape.
    pub at_least: usize,
}

/// What a column holds. Writers of spreadsheets and pages take formats and sort keys from it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum ColumnKind {
    /// Names: to the left, over several lines where the table would be too wide.
    Name,
    /// Words: to the left, never shortened.
    Word,
    /// Codes of procedures: to the left, never shortened.
    Code,
    /// Kroner: to the right.
    Money,
    /// Per cent: to the right.
    Percent,
    /// Counts: to the right.
    Count,
    /// Other figures: to the right.
    Figure,
}

impl ColumnKind {
    /// Whether its cells are figures, which are aligned to the right.
    pub const fn is_figure(self) -> bool {
        matches!(self, ColumnKind::Money | ColumnKind::Percent | ColumnKind::Count | ColumnKind::Figure)
    }
}

impl Default for Part {
    fn default() -> Self {
        Part { heading: None, level: 2, blocks: Vec::new() }
    }
}

/// One row of a table.
#[derive(Clone, Debug, Default)]
pub struct Row {
    /// A cell for each column.
    pub cells: Vec<Cell>,
    /// How it is coloured.
    pub tone: Tone,
}

/// One cell of a table: its text, which derefs to `str`, and beside it the figure that the text shows, where there is one.
/// A writer for spreadsheets or pages formats and sorts by the figure.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Cell {
    /// What people read, in the language of the page.
    pub text: String,
    /// The typed value.
    pub figure: Option<Figure>,
}

impl Cell {
    /// A figure, shown as the language writes it.
    pub fn figure(figure: impl Into<Figure>, language: Language) -> Self {
        let figure = figure.into();
        Cell { text: language.figure(&figure), figure: Some(figure) }
    }

    /// The same text with the figure that it shows.
    #[must_use]
    pub fn showing(mut self, figure: impl Into<Figure>) -> Self {
        self.figure = Some(figure.into());
        self
    }
}

impl From<String> for Cell {
    fn from(text: String) -> Self {
        Cell { text, figure: None }
    }
}

impl From<&str> for Cell {
    fn from(text: &str) -> Self {
        Cell::from(text.to_owned())
    }
}

impl std::ops::Deref for Cell {
    type Target = str;

    fn deref(&self) -> &str {
        &self.text
    }
}

impl Part {
    /// A part under a heading.
    pub fn new(heading: impl Into<String>) -> Self {
        Part { heading: Some(heading.into()), ..Part::default() }
    }

    /// Adds a paragraph.
    pub fn text(&mut self, text: impl Into<String>) {
        self.blocks.push(Block::Text(text.into()));
    }

    /// Adds a table, unless it has no row.
    pub fn grid(&mut self, grid: Grid) {
        if !grid.rows.is_empty() {
            self.blocks.push(Block::Grid(grid));
        }
    }

    /// Adds a list, unless it is empty.
    pub fn list(&mut self, items: Vec<Item>) {
        if !items.is_empty() {
            self.blocks.push(Block::List(items));
        }
    }
}

impl Item {
    /// An item in plain tone.
    pub fn new(text: impl Into<String>) -> Self {
        Item { text: text.into(), ..Item::default() }
    }

    /// An item that is coloured.
    pub fn toned(text: impl Into<String>, tone: Tone) -> Self {
        Item { text: text.into(), tone, items: Vec::new() }
    }

    /// With items beneath it.
    #[must_use]
    pub fn with(mut self, items: Vec<Item>) -> Self {
        self.items = items;
        self
    }
}

impl Column {
    fn of(title: &str, kind: ColumnKind) -> Self {
        Column { title: title.into(), kind, key: false, stays: false, at_least: 0 }
    }

    /// Names, repeated where the table is cut.
    pub fn name(title: &str) -> Self {
        Column { key: true, ..Column::of(title, ColumnKind::Name) }
    }

    /// Words.
    pub fn word(title: &str) -> Self {
        Column { key: false, ..Column::of(title, ColumnKind::Word) }
    }

    /// Codes of procedures.
    pub fn code(title: &str) -> Self {
        Column { key: false, ..Column::of(title, ColumnKind::Code) }
    }

    /// Kroner.
    pub fn money(title: &str) -> Self {
        Column { key: false, ..Column::of(title, ColumnKind::Money) }
    }

    /// Per cent.
    pub fn percent(title: &str) -> Self {
        Column { key: false, ..Column::of(title, ColumnKind::Percent) }
    }

    /// Counts.
    pub fn count(title: &str) -> Self {
        Column { key: false, ..Column::of(title, ColumnKind::Count) }
    }

    /// Other figures.
    pub fn figure(title: &str) -> Self {
        Column { key: false, ..Column::of(title, ColumnKind::Figure) }
    }
}

impl Grid {
    /// A table without rows.
    pub fn new(columns: Vec<Column>) -> Self {
        Grid { columns, rows: Vec::new() }
    }

    /// Adds a row.
    pub fn row(&mut self, cells: impl IntoIterator<Item: Into<Cell>>, tone: Tone) {
        self.rows.push(Row { cells: cells.into_iter().map(Into::into).collect(), tone });
    }

    /// Without the columns that are empty in every row.
    #[must_use]
    pub fn without_empty_columns(self) -> Self {
        let filled = self.filled();
        self.only(&filled)
    }

    /// By column: whether some row has a text there.
    fn filled(&self) -> Vec<bool> {
        let filled = |c: usize| self.rows.iter().any(|r| r.cells.get(c).is_some_and(|t| !t.is_empty()));
        (0..self.columns.len()).map(filled).collect()
    }

    /// With these columns only.
    fn only(self, filled: &[bool]) -> Self {
        let keep = |c: &usize| filled.get(*c).copied().unwrap_or(false);
        Grid {
            rows: self
                .rows
                .into_iter()
                .map(|r| Row {
                    cells: r.cells.into_iter().enumerate().filter(|(c, _)| keep(c)).map(|(_, t)| t).collect(),
                    tone: r.tone,
                })
                .collect(),
            columns: self.columns.into_iter().enumerate().filter(|(c, _)| keep(c)).map(|(_, t)| t).collect(),
        }
    }
}

/// Gives tables of the same columns one shape: without the columns that are empty in all of them, and as wide as the widest.
pub(super) fn give_one_shape(mut grids: Vec<&mut Grid>) {
    let columns = grids.iter().map(|g| g.columns.len()).max().unwrap_or(0);
    let mut filled = vec![false; columns];
    let mut widest = vec![0; columns];
    for grid in &grids {
        for (c, has_text) in grid.filled().into_iter().enumerate() {
            filled[c] |= has_text;
            widest[c] = widest[c].max(grid_text::content_width(grid, c));
        }
    }
    for grid in &mut grids {
        for (column, &width) in grid.columns.iter_mut().zip(&widest) {
            column.at_least = width;
        }
        **grid = std::mem::take(*grid).only(&filled);
    }
}
