use toml::de::{DeTable, DeValue};

use super::{
    keys::TableKeys,
    node::{Doc, Node},
    problems::Problems,
};
use crate::tender::{Place, Problem, ProblemCode};

/// One table of a file whose keys are known.
#[derive(Clone, Copy, Debug)]
pub(crate) struct TableReader<'a> {
    doc: Doc<'a>,
    table: &'a DeTable<'a>,
    keys: &'static TableKeys,
    /// The header of the table, or the table where it is inline.
    pub(crate) place: Place,
}

impl<'a> TableReader<'a> {
    /// The table of a whole file.
    pub(crate) fn root(
        doc: Doc<'a>,
        table: &'a DeTable<'a>,
        keys: &'static TableKeys,
        p: &mut Problems,
    ) -> Self {
        let reader = TableReader { doc, table, keys, place: doc.place(0..0) };
        reader.tell_unknown_keys(p);
        reader
    }

    /// The table that a value is; tells every key that it does not have.
    pub(crate) fn open(node: Node<'a>, keys: &'static TableKeys, p: &mut Problems) -> Option<Self> {
        let DeValue::Table(table) = node.value else {
            node.wrong_type("table", p);
            return None;
        };
        let reader = TableReader { doc: node.doc, table, keys, place: node.place };
        reader.tell_unknown_keys(p);
        Some(reader)
    }

    fn tell_unknown_keys(self, p: &mut Problems) {
        for (key, _) in self.table {
            let name = key.get_ref().as_ref();
            if self.keys.keys.contains(&name) || !p.lists(ProblemCode::UnknownKey) {
                continue;
            }
            let mut problem = Problem::new(ProblemCode::UnknownKey, self.doc.place(key.span()))
                .with("key", super::text::shown(name))
                .with("table", self.keys.table)
                .with("valid", self.keys.keys.iter().map(|k| String::from(*k)).collect::<Vec<_>>());
            if let Some(nearest) = p.nearest(name, self.keys.keys.iter().copied()) {
                problem = problem.with("nearest", nearest);
            }
            p.add(problem);
        }
    }

    /// The value of an optional key.
    pub(crate) fn get(self, key: &'static str) -> Option<Node<'a>> {
        debug_assert!(self.keys.keys.contains(&key), "{key} is not declared in {}", self.keys.table);
        self.table.get(key).map(|value| Node::new(self.doc, key, value))
    }

    /// The value of a compulsory key.
    pub(crate) fn need(self, key: &'static str, p: &mut Problems) -> Option<Node<'a>> {
        let node = self.get(key);
        if node.is_none() {
            self.tell_missing(key, p);
        }
        node
    }

    /// Notes that a key is missing.
    pub(crate) fn tell_missing(self, key: &'static str, p: &mut Problems) {
        p.add(
            Problem::new(ProblemCode::MissingKey, self.place)
                .with("key", key)
                .with("table", self.keys.table)
                .with("example", (self.keys.example)(self.keys.table, key)),
        );
    }

    /// A table under a key that may be left out.
    pub(crate) fn table(
        self,
        key: &'static str,
        keys: &'static TableKeys,
        p: &mut Problems,
    ) -> Option<TableReader<'a>> {
        self.get(key).and_then(|node| TableReader::open(node, keys, p))
    }

    /// The tables of `[[key]]`, in file order.
    pub(crate) fn tables(
        self,
        key: &'static str,
        keys: &'static TableKeys,
        p: &mut Problems,
    ) -> Vec<TableReader<'a>> {
        let Some(node) = self.get(key) else { return Vec::new() };
        match node.value {
            DeValue::Array(items) => items
                .iter()
                .filter_map(|item| TableReader::open(Node::new(self.doc, key, item), keys, p))
                .collect(),
            DeValue::Table(_) => {
                p.add(Problem::new(ProblemCode::SingleBrackets, node.place).with("table", keys.table));
                TableReader::open(node, keys, p).into_iter().collect()
            }
            _ => {
                node.wrong_type("tables", p);
                Vec::new()
            }
        }
    }
}
