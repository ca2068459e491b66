//! A page as text for a terminal: no line wider than 100 columns.

use unicode_width::UnicodeWidthStr;

use super::{Block, Item, Page, Part, Tone, escape::terminal, grid_text::grid_text};

/// No line is wider.
pub(in crate::report) const WIDTH: usize = 100;

/// Lays a page out.
pub(in crate::report) fn page_text(page: &Page, color: bool) -> String {
    let mut out = String::new();
    line(&mut out, "", &terminal(&page.title), Style::strong(color));
    for part in &page.parts {
        if let Some(heading) = &part.heading {
            out.push('\n');
            line(&mut out, "", &terminal(heading), Style::strong(color));
        }
        if let Some(banner) = &page.banner {
            line(&mut out, "", &terminal(banner), Style::tone(color, Tone::Warning));
        }
        blocks(&mut out, part, color);
    }
    out
}

/// Lays out what is under a heading.
pub(in crate::report) fn part_text(out: &mut String, part: &Part) {
    blocks(out, part, false);
}

fn blocks(out: &mut String, part: &Part, color: bool) {
    for (i, block) in part.blocks.iter().enumerate() {
        if i > 0 {
            out.push('\n');
        }
        match block {
            Block::Text(text) => line(out, "", &terminal(text), Style::PLAIN),
            Block::Facts(facts) => {
                let widest = facts.iter().map(|(what, _)| what.width()).max().unwrap_or(0);
                for (what, value) in facts {
                    let lead = format!("{}{}  ", what, " ".repeat(widest - what.width()));
                    line(out, &lead, &terminal(value), Style::PLAIN);
                }
            }
            Block::Grid(grid) => out.push_str(&grid_text(grid, WIDTH, color)),
            Block::List(items) => list(out, items, 0, color),
        }
    }
}

fn list(out: &mut String, items: &[Item], depth: usize, color: bool) {
    for item in items {
        let lead = format!("{}- ", "  ".repeat(depth));
        line(out, &lead, &terminal(&item.text), Style::tone(color, item.tone));
        list(out, &item.items, depth + 1, color);
    }
}

/// How a line is coloured.
#[derive(Clone, Copy)]
pub(super) struct Style(&'static str);

impl Style {
    pub(super) const PLAIN: Style = Style("");

    fn strong(color: bool) -> Self {
        Style(if color { "\u{1b}[1m" } else { "" })
    }

    pub(super) fn tone(color: bool, tone: Tone) -> Self {
        Style(match (color, tone) {
            (false, _) | (_, Tone::Plain) => "",
            (true, Tone::Good) => "\u{1b}[32m",
            (true, Tone::Bad) => "\u{1b}[31m",
            (true, Tone::Warning) => "\u{1b}[33m",
        })
    }

    pub(super) fn dress(self, text: &str) -> String {
        if self.0.is_empty() || text.is_empty() { text.into() } else { format!("{}{text}\u{1b}[0m", self.0) }
    }
}

/// Writes a text after a lead, wrapped, the next lines beneath the text.
fn line(out: &mut String, lead: &str, text: &str, style: Style) {
    let indent = " ".repeat(lead.width());
    for (i, row) in wrap(text, WIDTH.saturating_sub(lead.width()).max(20)).iter().enumerate() {
        let lead = if i == 0 { lead } else { &indent };
        out.push_str(format!("{lead}{}", style.dress(row)).trim_end());
        out.push('\n');
    }
}

/// Breaks a text at spaces; a word that is wider than a line is cut.
pub(super) fn wrap(text: &str, width: usize) -> Vec<String> {
    let mut lines = vec![String::new()];
    for word in text.split(' ') {
        let mut word = word;
        while let Some(last) = lines.last_mut() {
            let space = usize::from(!last.is_empty());
            if fits(word, width.checked_sub(last.width() + space)) {
                if space == 1 {
                    last.push(' ');
                }
                last.push_str(word);
                break;
            }
            if last.is_empty() {
                let (head, tail) = word.split_at(fitting(word, width));
                last.push_str(head);
                word = tail;
            }
            lines.push(String::new());
        }
    }
    lines
}

/// Whether a word fits, looked at no further than needed: a file may hold a word of a million letters.
fn fits(word: &str, room: Option<usize>) -> bool {
    let mut left = room;
    word.chars().all(|c| {
        left = left.and_then(|n| n.checked_sub(unicode_width::UnicodeWidthChar::width(c).unwrap_or(0)));
        left.is_some()
    }) && left.is_some()
}

/// How many bytes of a word fit: at least one character.
fn fitting(word: &str, width: usize) -> usize {
    let mut used = 0;
    for (at, c) in word.char_indices() {
        used += unicode_width::UnicodeWidthChar::width(c).unwrap_or(0);
        if used > width && at > 0 {
            return at;
        }
    }
    word.len()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn wraps_at_spaces_and_cuts_only_what_must() {
        assert_eq!(wrap("en to tre", 6), ["en to", "tre"]);
        assert_eq!(wrap("abcdefgh ij", 3), ["abc", "def", "gh", "ij"]);
        assert_eq!(wrap("", 3), [""]);
    }

    #[test]
    fn no_line_is_wider_than_the_page() {
        let mut part = Part::new("h".repeat(300));
        part.text("ord ".repeat(100));
        part.list(vec![Item::new("x".repeat(250)).with(vec![Item::new("æ ".repeat(150))])]);
        let page = Page { title: "t".into(), banner: Some("HYPOTHESIS ".repeat(20)), parts: vec![part] };
        let text = page_text(&page, false);
        assert!(text.lines().all(|l| l.width() <= WIDTH), "{text}");
        assert!(!text.contains('\u{1b}'));
        assert!(page_text(&page, true).contains('\u{1b}'));
    }
}
