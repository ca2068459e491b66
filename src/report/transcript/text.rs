//! Plain text as it is written line by line: headings, paragraphs no wider than a page, figures. A transcript may have a
//! hundred thousand lines, so nothing here lays out more than the line at hand.

use unicode_width::{UnicodeWidthChar, UnicodeWidthStr};

use crate::report::page::{Part, WIDTH, part_text, terminal};

/// The text so far.
#[derive(Debug, Default)]
pub(super) struct TranscriptText {
    out: String,
}

impl TranscriptText {
    /// The whole text.
    pub(super) fn finish(self) -> String {
        self.out
    }

    /// A heading after an empty line.
    pub(super) fn heading(&mut self, text: &str) {
        if !self.out.is_empty() {
            self.out.push('\n');
        }
        self.line(0, text);
    }

    /// A paragraph, so deep to the right; its further lines two deeper.
    pub(super) fn line(&mut self, depth: usize, text: &str) {
        if is_harmless(text) {
            self.wrapped(depth, text);
        } else {
            let text = terminal(text);
            self.wrapped(depth, &text);
        }
    }

    /// What stands under the heading of a part.
    pub(super) fn part(&mut self, part: &Part) {
        part_text(&mut self.out, part);
    }

    fn wrapped(&mut self, depth: usize, text: &str) {
        self.indent(depth);
        let (mut column, mut first) = (depth, true);
        for word in text.split(' ') {
            let width = width_of(word);
            if !first && column + 1 + width > WIDTH {
                column = self.next_line(depth);
                first = true;
            }
            if !first {
                self.out.push(' ');
                column += 1;
            }
            if column + width <= WIDTH {
                self.out.push_str(word);
                column += width;
            } else {
                column = self.cut(depth, column, word);
            }
            first = false;
        }
        self.out.push('\n');
    }

    /// A word wider than a line, cut where it must be.
    fn cut(&mut self, depth: usize, mut column: usize, word: &str) -> usize {
        for c in word.chars() {
            let width = c.width().unwrap_or(0);
            if column + width > WIDTH {
                column = self.next_line(depth);
            }
            self.out.push(c);
            column += width;
        }
        column
    }

    fn next_line(&mut self, depth: usize) -> usize {
        self.out.push('\n');
        self.indent(depth + 2);
        depth + 2
    }

    fn indent(&mut self, depth: usize) {
        self.out.extend(std::iter::repeat_n(' ', depth));
    }
}

fn width_of(word: &str) -> usize {
    if word.is_ascii() { word.len() } else { word.width() }
}

/// Whether a text surely holds nothing that `terminal` would escape: no control characters, and none of the blocks in
/// which those lie that turn the direction of writing or have no width.
fn is_harmless(text: &str) -> bool {
    let bytes = text.as_bytes();
    let c1 = |i: usize| bytes.get(i + 1).is_some_and(|next| *next < 0xA0);
    let blocks = [0x7F, 0xD8, 0xE2, 0xEF];
    !bytes.iter().enumerate().any(|(i, b)| *b < 0x20 || blocks.contains(b) || (*b == 0xC2 && c1(i)))
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    proptest! {
        #[test]
        fn no_line_is_wider_than_the_page_and_no_word_is_lost(text in "[a-zæøå×–]{1,150}( [a-zæøå0-9,.]{1,30}){0,40}", depth in 0_usize..8) {
            let mut written = TranscriptText::default();
            written.line(depth, &text);
            let out = written.finish();
            prop_assert!(out.lines().all(|l| l.width() <= WIDTH), "{}", out);
            let letters = |t: &str| t.chars().filter(|c| !c.is_whitespace()).collect::<String>();
            prop_assert_eq!(letters(&out), letters(&text));
        }

        #[test]
        fn harmless_is_what_nothing_escapes(text in any::<String>()) {
            prop_assert!(!is_harmless(&text) || terminal(&text) == text);
        }
    }

    #[test]
    fn what_could_move_the_cursor_is_escaped() {
        let mut written = TranscriptText::default();
        written.line(0, "a\u{1b}[31mb\u{202e}c\u{85}d\ne");
        assert_eq!(written.finish(), "a\\u{1b}[31mb\\u{202e}c\\u{85}d e\n");
    }
}
