//! A page as Markdown (GitHub's tables).

use tabled::{
    builder::Builder,
    settings::{Alignment, Style, object::Columns},
};

use super::{
    Block, Grid, Item, Page,
    escape::{markdown, markdown_line},
};

/// Lays a page out.
pub(in crate::report) fn page_markdown(page: &Page) -> String {
    let mut out = format!("# {}\n", markdown(&page.title));
    for part in &page.parts {
        if let Some(heading) = &part.heading {
            out.push_str(&format!("\n## {}\n", markdown(heading)));
        }
        if let Some(banner) = &page.banner {
            out.push_str(&format!("\n**{}**\n", markdown(banner)));
        }
        for block in &part.blocks {
            out.push('\n');
            match block {
                Block::Text(text) => out.push_str(&format!("{}\n", markdown_line(text))),
                Block::Facts(facts) => {
                    for (what, value) in facts {
                        out.push_str(&format!("- **{}**: {}\n", markdown(what), markdown(value)));
                    }
                }
                Block::Grid(grid) => out.push_str(&grid_markdown(grid)),
                Block::List(items) => list(&mut out, items, 0),
            }
        }
    }
    out
}

fn list(out: &mut String, items: &[Item], depth: usize) {
    for item in items {
        out.push_str(&format!("{}- {}\n", "  ".repeat(depth), markdown_line(&item.text)));
        list(out, &item.items, depth + 1);
    }
}

fn grid_markdown(grid: &Grid) -> String {
    let mut builder = Builder::new();
    builder.push_record(grid.columns.iter().map(|c| markdown(&c.title)));
    for row in &grid.rows {
        builder.push_record(row.cells.iter().map(|c| markdown(c)));
    }
    let mut table = builder.build();
    table.with(Style::markdown());
    for (at, column) in grid.columns.iter().enumerate() {
        if column.kind.is_figure() {
            table.modify(Columns::one(at), Alignment::right());
        }
    }
    let text = table.to_string();
    let mut lines: Vec<String> = text.lines().map(str::to_owned).collect();
    if let Some(rule) = lines.get_mut(1) {
        *rule = aligned_rule(rule, grid);
    }
    lines.join("\n") + "\n"
}

/// `|---:|` for figures.
fn aligned_rule(rule: &str, grid: &Grid) -> String {
    let cells = rule.trim_matches('|').split('|').zip(&grid.columns).map(|(dashes, column)| {
        if column.kind.is_figure() {
            format!("{}:", dashes.get(1..).unwrap_or("--"))
        } else {
            dashes.to_owned()
        }
    });
    format!("|{}|", cells.collect::<Vec<_>>().join("|"))
}

#[cfg(test)]
mod tests {
    use super::super::{Column, Part, Tone};
    use super::*;

    #[test]
    fn a_name_with_marks_stays_in_its_cell() {
        let mut grid = Grid::new(vec![Column::name("Bidder"), Column::figure("Price")]);
        grid.row(["A|B <b>\nC", "1.00"], Tone::Plain);
        let mut part = Part::new("Bids");
        part.grid(grid);
        let page = Page { title: "T".into(), banner: None, parts: vec![part] };
        let text = page_markdown(&page);
        assert_eq!(
            text,
            "# T\n\n## Bids\n\n| Bidder       | Price |\n|--------------|------:|\n| A\\|B \\<b\\> C |  1.00 |\n"
        );
    }
}
