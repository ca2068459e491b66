//! What a text for people is made of, before it is a table or Markdown: parts, tables, lists. Wording is done when a page is
//! built; the writers only lay it out, and escape what came from a file.

mod escape;
mod grid_text;
mod markdown;
mod text;

pub(super) use escape::{csv_text, terminal};
pub(super) use markdown::page_markdown;
pub(super) use text::{WIDTH, page_text, part_text};

/// A whole text.
#[derive(Clone, Debug, Default)]
pub(super) struct Page {
    /// The first line.
    pub(super) title: String,
    /// Told again in every part, so that no part can be taken for what it is not.
    pub(super) banner: Option<String>,
    /// In order.
    pub(super) parts: Vec<Part>,
}

/// One part under a heading (none for the first).
#[derive(Clone, Debug, Default)]
pub(super) struct Part {
    pub(super) heading: Option<String>,
    pub(super) blocks: Vec<Block>,
}

/// One block of a part.
#[derive(Clone, Debug)]
pub(super) enum Block {
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
pub(super) struct Item {
    pub(super) text: String,
    pub(super) tone: Tone,
    pub(super) items: Vec<Item>,
}

/// How something is coloured where colour is asked for. The words beside it say the same.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(super) enum Tone {
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
pub(super) struct Grid {
    pub(super) columns: Vec<Column>,
    pub(super) rows: Vec<Row>,
}

/// One column of a table.
#[derive(Clone, Debug)]
pub(super) struct Column {
    pub(super) title: String,
    pub(super) kind: ColumnKind,
    /// Repeated where a table that is too wide is cut into several.
    pub(super) key: bool,
    /// Stays in the first of the tables into which a table that is too wide is cut.
    pub(super) stays: bool,
    /// No narrower than this, so that tables of one sort have one shape.
    pub(super) at_least: usize,
}

/// What a column holds.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum ColumnKind {
    /// Names: to the left, over several lines where the table would be too wide.
    Name,
    /// Words: to the left, never shortened.
    Word,
    /// Figures: to the right.
    Figure,
}

/// One row of a table.
#[derive(Clone, Debug, Default)]
pub(super) struct Row {
    pub(super) cells: Vec<String>,
    pub(super) tone: Tone,
}

impl Part {
    pub(super) fn new(heading: impl Into<String>) -> Self {
        Part { heading: Some(heading.into()), blocks: Vec::new() }
    }

    pub(super) fn text(&mut self, text: impl Into<String>) {
        self.blocks.push(Block::Text(text.into()));
    }

    pub(super) fn grid(&mut self, grid: Grid) {
        if !grid.rows.is_empty() {
            self.blocks.push(Block::Grid(grid));
        }
    }

    pub(super) fn list(&mut self, items: Vec<Item>) {
        if !items.is_empty() {
            self.blocks.push(Block::List(items));
        }
    }
}

impl Item {
    pub(super) fn new(text: impl Into<String>) -> Self {
        Item { text: text.into(), ..Item::default() }
    }

    pub(super) fn toned(text: impl Into<String>, tone: Tone) -> Self {
        Item { text: text.into(), tone, items: Vec::new() }
    }

    #[must_use]
    pub(super) fn with(mut self, items: Vec<Item>) -> Self {
        self.items = items;
        self
    }
}

impl Column {
    pub(super) fn name(title: &str) -> Self {
        Column { title: title.into(), kind: ColumnKind::Name, key: true, stays: false, at_least: 0 }
    }

    pub(super) fn word(title: &str) -> Self {
        Column { title: title.into(), kind: ColumnKind::Word, key: false, stays: false, at_least: 0 }
    }

    pub(super) fn figure(title: &str) -> Self {
        Column { title: title.into(), kind: ColumnKind::Figure, key: false, stays: false, at_least: 0 }
    }
}

impl Grid {
    pub(super) fn new(columns: Vec<Column>) -> Self {
        Grid { columns, rows: Vec::new() }
    }

    pub(super) fn row(&mut self, cells: Vec<String>, tone: Tone) {
        self.rows.push(Row { cells, tone });
    }

    /// Without the columns in which no row says anything.
    #[must_use]
    pub(super) fn without_empty_columns(self) -> Self {
        let said = self.said();
        self.only(&said)
    }

    /// By column: whether some row says anything there.
    fn said(&self) -> Vec<bool> {
        let says = |c: usize| self.rows.iter().any(|r| r.cells.get(c).is_some_and(|t| !t.is_empty()));
        (0..self.columns.len()).map(says).collect()
    }

    /// With these columns only.
    fn only(self, said: &[bool]) -> Self {
        let keep = |c: &usize| said.get(*c).copied().unwrap_or(false);
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
pub(super) fn alike(mut grids: Vec<&mut Grid>) {
    let columns = grids.iter().map(|g| g.columns.len()).max().unwrap_or(0);
    let mut said = vec![false; columns];
    let mut widest = vec![0; columns];
    for grid in &grids {
        for (c, says) in grid.said().into_iter().enumerate() {
            said[c] |= says;
            widest[c] = widest[c].max(grid_text::content_width(grid, c));
        }
    }
    for grid in &mut grids {
        for (column, &width) in grid.columns.iter_mut().zip(&widest) {
            column.at_least = width;
        }
        **grid = std::mem::take(*grid).only(&said);
    }
}
