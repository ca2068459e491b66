use super::{
    names::Names,
    node::{At, Node},
    problems::Problems,
};
use crate::tender::{CodePattern, Place, Problem, ProblemCode};

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

/// The names of a list; one that stands twice is told and dropped.
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
