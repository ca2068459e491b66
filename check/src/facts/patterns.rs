use std::collections::BTreeMap;

/// Figures by pattern of codes: `KNGB40`, `KNGB*`, or `*` for every code (`docs/reference/format.md`, "Patterns").
#[derive(Clone, Debug, Default)]
pub(in super::super) struct Patterns<T> {
    codes: BTreeMap<String, T>,
    /// Longest first.
    prefixes: Vec<(String, T)>,
}

impl<T> Patterns<T> {
    pub(in super::super) fn new(all: impl IntoIterator<Item = (String, T)>) -> Self {
        let mut patterns = Patterns { codes: BTreeMap::new(), prefixes: Vec::new() };
        for (pattern, value) in all {
            match pattern.strip_suffix('*') {
                Some(prefix) => patterns.prefixes.push((prefix.to_owned(), value)),
                None => {
                    patterns.codes.insert(pattern, value);
                }
            }
        }
        patterns.prefixes.sort_by_key(|(prefix, _)| std::cmp::Reverse(prefix.len()));
        patterns
    }

    /// A full code beats a prefix, a longer prefix a shorter one.
    pub(in super::super) fn get(&self, code: &str) -> Option<&T> {
        let by_prefix = || self.prefixes.iter().find(|(prefix, _)| code.starts_with(prefix.as_str()));
        self.codes.get(code).or_else(|| by_prefix().map(|(_, value)| value))
    }

    pub(in super::super) fn has(&self, code: &str) -> bool {
        self.get(code).is_some()
    }

    pub(in super::super) fn is_empty(&self) -> bool {
        self.codes.is_empty() && self.prefixes.is_empty()
    }
}
