//! Names and texts come from files that others wrote: what they may not do to a terminal, to Markdown or to a spreadsheet.

use crate::{record::csv_rows, report::Language, tender::read::text::is_unsafe};

/// Unsafe characters as their code, so that a text can neither move the cursor nor turn its reading direction.
pub(in crate::report) fn terminal(text: &str) -> String {
    let mut out = String::with_capacity(text.len());
    for c in text.chars() {
        if c == '\n' {
            out.push(' ');
        } else if is_unsafe(c) {
            out.extend(c.escape_unicode());
        } else {
            out.push(c);
        }
    }
    out
}

/// What Markdown would take for a mark, with a backslash; what it would not, as it is.
pub(super) fn markdown(text: &str) -> String {
    let text = terminal(text);
    // brackets are a link only with an address behind them
    let links = ["](", "][", "]:"].iter().any(|mark| text.contains(mark)) || text.starts_with('[');
    let mut out = String::with_capacity(text.len() + 8);
    let mut before = ' ';
    let mut rest = text.chars().peekable();
    while let Some(c) = rest.next() {
        let after = rest.peek().copied().unwrap_or(' ');
        let between_spaces = before.is_whitespace() && after.is_whitespace();
        let within_a_word = before.is_alphanumeric() && after.is_alphanumeric();
        let marks = match c {
            '\\' | '`' | '|' | '~' | '$' => true,
            '*' => !between_spaces,
            '_' => !between_spaces && !within_a_word,
            '[' | ']' => links,
            '<' => after.is_alphabetic() || matches!(after, '/' | '!' | '?'),
            '>' => !before.is_whitespace(),
            '&' => after.is_alphanumeric() || after == '#',
            _ => false,
        };
        if marks {
            out.push('\\');
        }
        out.push(c);
        before = c;
    }
    out
}

/// As [`markdown`], for a text that begins a line: what would begin a heading, a list, a quote or a rule there does not.
pub(super) fn markdown_line(text: &str) -> String {
    let escaped = markdown(text);
    let digits = escaped.bytes().take_while(u8::is_ascii_digit).count();
    let (number, rest) = escaped.split_at(digits);
    let ends_mark = |tail: &str| tail.is_empty() || tail.starts_with(char::is_whitespace);
    if digits > 0 && rest.strip_prefix(['.', ')']).is_some_and(ends_mark) {
        return format!("{number}\\{rest}");
    }
    let is_list = escaped.strip_prefix(['-', '+']).is_some_and(ends_mark);
    let is_rule = ["--", "=", "- -"].iter().any(|mark| escaped.starts_with(mark));
    let is_heading = escaped.starts_with('#') && ends_mark(escaped.trim_start_matches('#'));
    let is_mark = is_list || is_rule || is_heading || escaped.starts_with('>');
    if is_mark { format!("\\{escaped}") } else { escaped }
}

/// Rows as CSV: commas, and in Danish what Danish spreadsheets open without being asked: semicolons and a byte-order mark.
pub(in crate::report) fn csv_text(rows: &[Vec<String>], language: Language) -> String {
    let delimiter = match language {
        Language::En => b',',
        Language::Da => b';',
    };
    let text: String = csv_rows(rows, delimiter);
    match language {
        Language::En => text,
        Language::Da => format!("\u{feff}{text}"),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_name_cannot_command_a_terminal() {
        assert_eq!(terminal("A\u{1b}[31mB\u{202e}C\nD"), "A\\u{1b}[31mB\\u{202e}C D");
        assert_eq!(terminal("Ærø Hospital"), "Ærø Hospital");
    }

    #[test]
    fn a_name_cannot_command_markdown() {
        assert_eq!(markdown("a|b `c` <i> [x](y)"), "a\\|b \\`c\\` \\<i\\> \\[x\\](y)");
        assert_eq!(markdown_line("# A"), "\\# A");
        assert_eq!(markdown_line("1. A"), "1\\. A");
        assert_eq!(markdown_line("- A"), "\\- A");
        assert_eq!(markdown_line("---"), "\\---");
        assert_eq!(markdown_line("> A"), "\\> A");
        assert_eq!(
            markdown("[A][b] ![x](y) *a* _b_ &lt;"),
            "\\[A\\]\\[b\\] !\\[x\\](y) \\*a\\* \\_b\\_ \\&lt;"
        );
        assert_eq!(markdown_line("[x] A"), "\\[x\\] A");
    }

    #[test]
    fn what_markdown_would_not_take_for_a_mark_stays() {
        for text in [
            "-5.00",
            "12.5 A",
            "8.982,00 som oplyst [enhedspriser 2]",
            "a * b",
            "a < b > c",
            "A & B",
            "a_b",
            "#1",
        ] {
            assert_eq!(markdown_line(text), text);
        }
    }

    #[test]
    fn a_formula_cannot_hide_behind_another_delimiter() {
        let text = csv_text(&[vec!["x;=1+1".into(), "1".into()]], Language::En);
        assert_eq!(text, "\"x;=1+1\",\"1\"\n");
        let text = csv_text(&[vec!["Alfa, Beta".into(), "1,50".into()]], Language::Da);
        assert_eq!(text, "\u{feff}Alfa, Beta;1,50\n");
    }

    #[test]
    fn a_name_cannot_be_a_formula() {
        let rows = |cell: &str| csv_text(&[vec![cell.to_owned()]], Language::En);
        assert_eq!(rows("=1+2"), "'=1+2\n");
        assert_eq!(rows("@x"), "'@x\n");
        assert_eq!(rows("+45 12"), "'+45 12\n");
        assert_eq!(rows("\tx"), "'\tx\n");
        assert_eq!(rows("\rx"), "\"'\rx\"\n");
        assert_eq!(rows("-5.00"), "-5.00\n");
        assert_eq!(rows("-A1"), "'-A1\n");
        assert_eq!(csv_text(&[vec!["a".into(), "b;c".into()]], Language::Da), "\u{feff}a;\"b;c\"\n");
    }
}
