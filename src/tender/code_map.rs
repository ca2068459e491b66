//! Values by procedure code or prefix, as bids, requirements and variations state them.

use std::collections::HashMap;

use super::CodePattern;

/// What is said of codes and prefixes, found by code: a full code beats a prefix, a longer prefix a shorter one
/// (docs/reference/format.md, `discounts`).
#[derive(Debug)]
pub struct CodeMap<'a, T> {
    codes: HashMap<&'a str, T>,
    prefixes: HashMap<&'a str, T>,
    /// the lengths in bytes of the prefixes, longest first
    lengths: Vec<usize>,
}

impl<'a, T> CodeMap<'a, T> {
    /// From patterns; of equal patterns the last counts (the reader refuses duplicates).
    pub fn new(entries: impl IntoIterator<Item = (&'a CodePattern, T)>) -> Self {
        let (mut codes, mut prefixes) = (HashMap::new(), HashMap::new());
        for (pattern, value) in entries {
            match pattern {
                CodePattern::Code(code) => codes.insert(code.as_str(), value),
                CodePattern::Prefix(prefix) => prefixes.insert(prefix.as_str(), value),
            };
        }
        let mut lengths: Vec<usize> = prefixes.keys().map(|p| p.len()).collect();
        lengths.sort_unstable_by(|a, b| b.cmp(a));
        lengths.dedup();
        CodeMap { codes, prefixes, lengths }
    }

    /// What is said of a code.
    pub fn get(&self, code: &str) -> Option<&T> {
        if let Some(value) = self.codes.get(code) {
            return Some(value);
        }
        self.lengths.iter().find_map(|&n| self.prefixes.get(code.get(..n)?))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_longest_wins() {
        let patterns = ["*", "KN*", "KNGB*", "KNGB40"].map(CodePattern::new);
        let map = CodeMap::new(patterns.iter().enumerate().map(|(i, p)| (p, i)));
        let got = ["X", "KNA", "KNGB20", "KNGB40", "KNGB401"].map(|c| *map.get(c).unwrap());
        assert_eq!(got, [0, 1, 2, 3, 2]);
        assert_eq!(CodeMap::<()>::new([]).get("X"), None);
    }
}
