use std::collections::HashMap;

use super::{node::At, problems::Problems};
use crate::tender::{Place, Problem, ProblemCode};

/// The names of one sort of thing, each with its index.
#[derive(Debug, Default)]
pub(crate) struct Names {
    by_name: HashMap<String, usize>,
    list: Vec<(String, Place)>,
}

impl Names {
    /// Adds a name; a duplicate is told with `code` and refused.
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

    /// The index of a name; an unknown one is told with `code` and the nearest.
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
