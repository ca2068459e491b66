//! The canonical texts of a record as trees (`docs/reference/hashes.md`, "The canonical text").

use std::collections::BTreeMap;

use crate::{
    calendar::{parse_day, parse_moment},
    exact::{Exact, parse_exact, parse_percent, parse_price, parse_scaled},
    fault::{FiguresError, cannot_read},
};

/// A value, and the line that it is on.
#[derive(Debug)]
struct Leaf {
    text: String,
    quoted: bool,
    line: usize,
}

/// The lines of a text by the parts of their paths.
#[derive(Debug, Default)]
pub(crate) struct Tree {
    leaf: Option<Leaf>,
    parts: BTreeMap<String, Tree>,
}

/// A place in a tree, for reading and for saying where something is wrong.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Node<'t> {
    tree: &'t Tree,
    file: &'static str,
}

pub(crate) type Reading<T> = Result<T, FiguresError>;

/// Reads a text: its header, then lines `path = value`, ascending, each ended by a line feed.
///
/// `of_line` sees the path of every line, in parts; what it refuses ends the reading.
pub(crate) fn parse(
    file: &'static str,
    bytes: &[u8],
    header: &str,
    mut of_line: impl FnMut(&[(String, bool)], &str, usize) -> Reading<()>,
) -> Reading<Tree> {
    let wrong = |line: usize, what: &str| cannot_read(file, format!("line {line}"), what.to_owned());
    let text = std::str::from_utf8(bytes).map_err(|_| wrong(1, "not UTF-8"))?;
    let body =
        text.strip_suffix('\n').ok_or_else(|| wrong(text.lines().count(), "no line feed at the end"))?;
    let mut lines = body.split('\n').enumerate().map(|(i, l)| (i + 1, l));
    match lines.next() {
        Some((_, first)) if first == header => {}
        _ => return Err(wrong(1, body.split('\n').next().unwrap_or_default())),
    }
    let mut root = Tree::default();
    let mut before: Option<(&str, &str)> = None;
    for (number, line) in lines {
        let (parts, path, value) = cut(line).ok_or_else(|| wrong(number, line))?;
        if before.is_some_and(|b| b >= (path, value)) {
            return Err(wrong(number, "not in ascending order"));
        }
        before = Some((path, value));
        of_line(&parts, line, number)?;
        let leaf = leaf(value, number).ok_or_else(|| wrong(number, line))?;
        let mut at = &mut root;
        for (part, _) in parts {
            at = at.parts.entry(part).or_default();
        }
        if at.leaf.replace(leaf).is_some() {
            return Err(wrong(number, "stated twice"));
        }
    }
    Ok(root)
}

fn leaf(value: &str, line: usize) -> Option<Leaf> {
    if value.starts_with('"') {
        let (text, rest) = unquote(value)?;
        return rest.is_empty().then_some(Leaf { text, quoted: true, line });
    }
    (!value.is_empty()).then(|| Leaf { text: value.to_owned(), quoted: false, line })
}

/// The parts of a path with whether each was quoted, the path, and the value.
type Split<'l> = (Vec<(String, bool)>, &'l str, &'l str);

fn cut(line: &str) -> Option<Split<'_>> {
    let mut parts = Vec::new();
    let mut rest = line;
    loop {
        rest = if rest.starts_with('"') {
            let (text, after) = unquote(rest)?;
            parts.push((text, true));
            after
        } else {
            let end = rest.find(['.', ' '])?;
            parts.push((rest.get(..end).filter(|p| !p.is_empty())?.to_owned(), false));
            rest.get(end..)?
        };
        if let Some(value) = rest.strip_prefix(" = ") {
            let path = line.get(..line.len() - rest.len())?;
            return Some((parts, path, value));
        }
        rest = rest.strip_prefix('.')?;
    }
}

/// The text between `"` at the beginning, and what comes after it.
fn unquote(text: &str) -> Option<(String, &str)> {
    let mut out = String::new();
    let mut chars = text.strip_prefix('"')?.char_indices();
    while let Some((at, c)) = chars.next() {
        match c {
            '"' => return Some((out, text.get(at + 2..)?)),
            '\\' => out.push(match chars.next()?.1 {
                'n' => '\n',
                'r' => '\r',
                't' => '\t',
                c @ ('"' | '\\') => c,
                _ => return None,
            }),
            _ => out.push(c),
        }
    }
    None
}

impl<'t> Node<'t> {
    pub(crate) fn top(file: &'static str, tree: &'t Tree) -> Self {
        Node { tree, file }
    }

    /// The part of this name, if it is there.
    pub(crate) fn child(self, name: &str) -> Option<Node<'t>> {
        self.tree.parts.get(name).map(|tree| Node { tree, file: self.file })
    }

    /// The part below several names.
    pub(crate) fn descendant(self, names: &[&str]) -> Option<Node<'t>> {
        names.iter().try_fold(self, |node, name| node.child(name))
    }

    /// All parts, by name.
    pub(crate) fn children(self) -> impl Iterator<Item = (&'t str, Node<'t>)> {
        self.tree.parts.iter().map(move |(name, tree)| (name.as_str(), Node { tree, file: self.file }))
    }

    /// The names of the parts below a name, if any.
    pub(crate) fn child_names(self, name: &str) -> Vec<&'t str> {
        self.child(name).map_or_else(Vec::new, |n| n.children().map(|(name, _)| name).collect())
    }

    /// The parts named 1, 2, 3, … below a name, without a gap.
    pub(crate) fn numbered(self, name: &str) -> Reading<Vec<Node<'t>>> {
        let Some(list) = self.child(name) else { return Ok(Vec::new()) };
        let mut out = Vec::with_capacity(list.tree.parts.len());
        for n in 1..=list.tree.parts.len() {
            out.push(list.child(&n.to_string()).ok_or_else(|| self.lacks(&format!("{name}.{n}")))?);
        }
        Ok(out)
    }

    pub(crate) fn has_value(self) -> bool {
        self.tree.leaf.is_some()
    }

    /// Something that must be stated here is not.
    pub(crate) fn lacks(self, name: &str) -> FiguresError {
        let place = self.first_line().map_or_else(|| name.to_owned(), |line| format!("line {line} ({name})"));
        cannot_read(self.file, place, "")
    }

    /// The first line of this part.
    fn first_line(self) -> Option<usize> {
        let first = |tree: &Tree| tree.leaf.as_ref().map(|l| l.line);
        first(self.tree).or_else(|| self.children().find_map(|(_, n)| n.first_line()))
    }

    /// What is written here is not of the form that it must have.
    pub(crate) fn malformed(self) -> FiguresError {
        let leaf = self.tree.leaf.as_ref();
        let at = self.first_line().map_or_else(String::new, |l| format!("line {l}"));
        cannot_read(self.file, at, leaf.map_or("", |l| l.text.as_str()))
    }

    /// A text of the file.
    pub(crate) fn quoted_text(self) -> Reading<&'t str> {
        self.tree.leaf.as_ref().filter(|l| l.quoted).map(|l| l.text.as_str()).ok_or_else(|| self.malformed())
    }

    /// A word of the format, or a number as written.
    pub(crate) fn bare_word(self) -> Reading<&'t str> {
        self.tree.leaf.as_ref().filter(|l| !l.quoted).map(|l| l.text.as_str()).ok_or_else(|| self.malformed())
    }

    fn parsed<T>(self, parse: impl Fn(&str) -> Option<T>) -> Reading<T> {
        parse(self.bare_word()?).ok_or_else(|| self.malformed())
    }

    pub(crate) fn ore(self) -> Reading<i128> {
        self.parsed(parse_price)
    }

    pub(crate) fn ten_thousandths(self) -> Reading<i128> {
        self.parsed(parse_percent)
    }

    /// A whole number from 0 to 1,000,000,000 (a volume), or a small count.
    pub(crate) fn whole_number(self) -> Reading<u64> {
        const MOST: i128 = 4_294_967_295;
        self.parsed(|t| parse_scaled(t, 0).filter(|n| (0..=MOST).contains(n)).and_then(|n| n.try_into().ok()))
    }

    pub(crate) fn fraction(self) -> Reading<Exact> {
        self.parsed(|t| (t.len() <= 64).then(|| parse_exact(t)).flatten())
    }

    pub(crate) fn day_number(self) -> Reading<i64> {
        self.parsed(parse_day)
    }

    pub(crate) fn instant(self) -> Reading<i128> {
        self.parsed(parse_moment)
    }

    pub(crate) fn truth(self) -> Reading<bool> {
        match self.bare_word()? {
            "true" => Ok(true),
            "false" => Ok(false),
            _ => Err(self.malformed()),
        }
    }

    /// A part that must be there.
    pub(crate) fn must_have(self, name: &str) -> Reading<Node<'t>> {
        self.child(name).ok_or_else(|| self.lacks(name))
    }

    /// A part that may be stated.
    pub(crate) fn optional<T>(self, name: &str, read: impl Fn(Node<'t>) -> Reading<T>) -> Reading<Option<T>> {
        self.child(name).map(read).transpose()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn read(text: &str) -> Reading<Tree> {
        parse("canonical/bids.txt", text.as_bytes(), "udbud bids 1", |_, _, _| Ok(()))
    }

    #[test]
    fn quotes_and_escapes_are_read() {
        let tree = read("udbud bids 1\nbid.\"A \\\"x\\\\ = .b\".price.\"K.1\" = 9.5\n").unwrap();
        let node = Node::top("canonical/bids.txt", &tree);
        let price = node.descendant(&["bid", "A \"x\\ = .b", "price", "K.1"]).unwrap();
        assert_eq!(price.ore(), Ok(950));
    }

    #[test]
    fn what_is_not_canonical_is_refused() {
        for text in [
            "",
            "udbud bids 1",
            "udbud bids 2\n",
            "udbud bids 1\n\n",
            "udbud bids 1\nb = 1\na = 1\n",
            "udbud bids 1\na = 1\na = 1\n",
            "udbud bids 1\na = 1\na = 2\n",
            "udbud bids 1\na.\"b = 1\n",
            "udbud bids 1\na = \"b\n",
            "udbud bids 1\na=1\n",
            "udbud bids 1\r\na = 1\r\n\r",
        ] {
            assert!(read(text).is_err(), "{text:?}");
        }
    }
}
