//! What the parts of a dialogue refer to: the codes and structures of its tender.

use toml::de::DeValue;

use crate::tender::{
    CodePattern, ProblemCode, Tender,
    read::{
        names::{Codes, Names, distinct},
        node::{At, Node},
        problems::Problems,
    },
};

/// The codes and structures of the tender. Where the tender could not be read, every name is accepted and means nothing.
#[derive(Debug)]
pub(super) struct References<'a> {
    pub(super) tender: Option<&'a Tender>,
    codes: Codes,
    structures: Names,
}

impl<'a> References<'a> {
    pub(super) fn new(tender: Option<&'a Tender>, p: &mut Problems) -> Self {
        let (mut codes, mut structures) = (Names::default(), Names::default());
        if let Some(tender) = tender {
            for procedure in &tender.procedures {
                let code = At::new(procedure.code.clone(), procedure.place);
                codes.add(&code, ProblemCode::DuplicateCode, "procedure", p);
            }
            for structure in &tender.structures {
                let id = At::new(structure.id.clone(), structure.place);
                structures.add(&id, ProblemCode::DuplicateId, "structure", p);
            }
        }
        References { tender, codes: Codes::new(codes), structures }
    }

    /// The structure of an id that must be known.
    pub(super) fn structure(&self, id: &At<String>, p: &mut Problems) -> Option<usize> {
        self.tender?;
        self.structures.find(id, ProblemCode::UnknownStructure, p)
    }

    /// The procedure of a code that must be known.
    pub(super) fn procedure(&self, code: &At<String>, p: &mut Problems) -> Option<usize> {
        self.tender?;
        self.codes.find(code, p)
    }

    /// A pattern; a code must be known, a prefix should match something.
    pub(super) fn pattern(&self, name: &At<String>, p: &mut Problems) -> CodePattern {
        match self.tender {
            Some(_) => self.codes.pattern(name, p),
            None => CodePattern::new(&name.value),
        }
    }

    /// A list of patterns.
    pub(super) fn patterns(&self, node: Node<'_>, p: &mut Problems) -> Vec<CodePattern> {
        distinct(node, p).iter().map(|name| self.pattern(name, p)).collect()
    }

    /// The procedures (indices, ascending) that a list of patterns means.
    pub(super) fn procedures(&self, node: Node<'_>, p: &mut Problems) -> Vec<usize> {
        if !matches!(node.value, DeValue::Array(_)) {
            node.wrong_type("list", p);
            return Vec::new();
        }
        let mut found = Vec::new();
        for pattern in self.patterns(node, p) {
            match pattern {
                CodePattern::Code(code) => found.extend(self.codes.get(&code)),
                CodePattern::Prefix(prefix) => found.extend_from_slice(self.codes.with_prefix(&prefix)),
            }
        }
        found.sort_unstable();
        found.dedup();
        found
    }
}
