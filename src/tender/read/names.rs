//! Names of a file: each once, found by name or prefix, and references between them.

use std::collections::HashMap;

use super::{
    node::{At, Node},
    problems::Problems,
};
use crate::tender::{CodePattern, Place, Problem, ProblemCode};

/// The names of one sort of thing, each with its index.
#[derive(Debug, Default)]
pub(crate) struct Names {
    by_name: HashMap<String, usize>,
    list: Vec<(String, Place)>,
}

impl Names {
    /// Adds a name; a duplicate is reported with `code` and refused.
    pub(crate) fn add(
        &mut self,
        name: &At<String>,
        code: ProblemCode,
        kind: &'static str,
        p: &mut Problems,
    ) -> bool {
        if let Some(first) = self.by_name.get(&name.value).and_then(|i| self.list.get(*i)) {
            p.add(
                Problem::new(code, name.place)
                    .with("name", name.value.as_str())
                    .with("kind", kind)
                    .related(first.1),
            );
            return false;
        }
        self.by_name.insert(name.value.clone(), self.list.len());
        self.list.push((name.value.clone(), name.place));
        true
    }

    pub(crate) fn get(&self, name: &str) -> Option<usize> {
        self.by_name.get(name).copied()
    }

    /// The index of a name; an unknown one is reported with `code` and the nearest.
    pub(crate) fn find(&self, name: &At<String>, code: ProblemCode, p: &mut Problems) -> Option<usize> {
        let found = self.get(&name.value);
        if found.is_none() {
            let problem = self.unknown(name, code, p);
            p.add(problem);
        }
        found
    }

    /// The problem that a name is unknown, with the nearest.
    pub(crate) fn unknown(&self, name: &At<String>, code: ProblemCode, p: &mut Problems) -> Problem {
        let problem = Problem::new(code, name.place).with("name", name.value.as_str());
        if !p.lists(code) {
            return problem;
        }
        match p.nearest(&name.value, self.list.iter().map(|(n, _)| n.as_str())) {
            Some(nearest) => problem.with("nearest", nearest),
            None => problem,
        }
    }

    /// All names with their places, by index.
    pub(crate) fn list(&self) -> &[(String, Place)] {
        &self.list
    }
}

/// The codes of all procedures: by name, and by prefix in the time of a binary search.
#[derive(Debug, Default)]
pub(crate) struct Codes {
    names: Names,
    /// Indices in the order of the codes.
    sorted: Vec<usize>,
}

impl Codes {
    pub(crate) fn new(names: Names) -> Self {
        let mut sorted: Vec<usize> = (0..names.list().len()).collect();
        sorted.sort_by(|a, b| code_at(&names, *a).cmp(code_at(&names, *b)));
        Codes { names, sorted }
    }

    pub(crate) fn get(&self, code: &str) -> Option<usize> {
        self.names.get(code)
    }

    /// The procedure of a code that must be known.
    pub(crate) fn find(&self, code: &At<String>, p: &mut Problems) -> Option<usize> {
        self.names.find(code, ProblemCode::UnknownCode, p)
    }

    /// The code of a procedure; empty beyond the last.
    pub(crate) fn code(&self, index: usize) -> &str {
        code_at(&self.names, index)
    }

    pub(crate) fn len(&self) -> usize {
        self.sorted.len()
    }

    pub(crate) fn names(&self) -> &Names {
        &self.names
    }

    /// The procedures whose code begins so, in the order of their codes.
    pub(crate) fn with_prefix(&self, prefix: &str) -> &[usize] {
        let code = |i: &usize| code_at(&self.names, *i);
        let from = self.sorted.partition_point(|i| code(i) < prefix);
        let tail = self.sorted.get(from..).unwrap_or(&[]);
        let count = tail.partition_point(|i| code(i).starts_with(prefix));
        tail.get(..count).unwrap_or(&[])
    }

    /// A pattern; a code must be known, a prefix should match something.
    pub(crate) fn pattern(&self, name: &At<String>, p: &mut Problems) -> CodePattern {
        let pattern = CodePattern::new(&name.value);
        match &pattern {
            CodePattern::Code(_) => {
                self.find(name, p);
            }
            CodePattern::Prefix(prefix) => {
                if !prefix.is_empty() && self.with_prefix(prefix).is_empty() {
                    p.add(
                        Problem::new(ProblemCode::MatchesNothing, name.place)
                            .with("pattern", name.value.as_str()),
                    );
                }
            }
        }
        pattern
    }

    /// A list of patterns.
    pub(crate) fn patterns(&self, node: Node<'_>, p: &mut Problems) -> Vec<CodePattern> {
        let mut patterns = Vec::new();
        for name in distinct(node, p) {
            patterns.push(self.pattern(&name, p));
        }
        patterns
    }
}

fn code_at(names: &Names, index: usize) -> &str {
    names.list().get(index).map_or("", |(code, _)| code.as_str())
}

/// The names of a list; one that occurs twice is reported and dropped.
pub(crate) fn distinct(node: Node<'_>, p: &mut Problems) -> Vec<At<String>> {
    let mut seen: std::collections::HashMap<String, Place> = std::collections::HashMap::new();
    let mut names = node.names(p);
    names.retain(|name| match seen.insert(name.value.clone(), name.place) {
        None => true,
        Some(first) => {
            p.add(
                Problem::new(ProblemCode::ListedTwice, name.place)
                    .with("name", name.value.as_str())
                    .with("key", node.key)
                    .related(first),
            );
            false
        }
    });
    names
}

/// Every circle in a graph in which each node leads to one other at most, each reported once, in linear time.
pub(super) fn circles(next: &[Option<usize>]) -> Vec<Vec<usize>> {
    // 0: not seen; else the walk, by its start + 1, that saw it
    let mut seen = vec![0_usize; next.len()];
    let mut found = Vec::new();
    for start in 0..next.len() {
        let mut walk = Vec::new();
        let mut at = start;
        loop {
            match seen.get_mut(at) {
                Some(mark) if *mark == 0 => {
                    *mark = start + 1;
                    walk.push(at);
                }
                Some(mark) if *mark == start + 1 => {
                    let from = walk.iter().position(|n| *n == at).unwrap_or(0);
                    found.push(walk.split_off(from));
                    break;
                }
                _ => break,
            }
            match next.get(at).copied().flatten() {
                Some(further) => at = further,
                None => break,
            }
        }
    }
    found
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn each_circle_once() {
        // 0 -> 1 -> 2 -> 1, 3 -> 3, 4 -> 0
        let next = [Some(1), Some(2), Some(1), Some(3), Some(0), None];
        assert_eq!(circles(&next), vec![vec![1, 2], vec![3]]);
    }
}
