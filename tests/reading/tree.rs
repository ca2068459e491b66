//! A TOML document as a tree that can be put in another order and written again.

use toml::de::{DeTable, DeValue};

/// A value; scalars as they are written.
#[derive(Clone, Debug)]
pub(crate) enum Tree {
    Scalar(String),
    List(Vec<Tree>),
    Table(Vec<(String, Tree)>),
}

impl Tree {
    pub(crate) fn parse(text: &str) -> Tree {
        let table = DeTable::parse(text).unwrap().into_inner();
        Tree::table(text, &table)
    }

    fn table(text: &str, table: &DeTable<'_>) -> Tree {
        Tree::Table(
            table
                .iter()
                .map(|(key, value)| {
                    (key.get_ref().to_string(), Tree::value(text, value.get_ref(), &text[value.span()]))
                })
                .collect(),
        )
    }

    fn value(text: &str, value: &DeValue<'_>, written: &str) -> Tree {
        match value {
            DeValue::Table(table) => Tree::table(text, table),
            DeValue::Array(items) => {
                Tree::List(items.iter().map(|i| Tree::value(text, i.get_ref(), &text[i.span()])).collect())
            }
            _ => Tree::Scalar(written.into()),
        }
    }

    /// The value under a key of a table.
    pub(crate) fn get_mut(&mut self, key: &str) -> Option<&mut Tree> {
        match self {
            Tree::Table(entries) => entries.iter_mut().find(|(k, _)| k == key).map(|(_, v)| v),
            _ => None,
        }
    }

    /// Takes a key out of a table.
    pub(crate) fn take(&mut self, key: &str) -> Option<Tree> {
        match self {
            Tree::Table(entries) => {
                let at = entries.iter().position(|(k, _)| k == key)?;
                Some(entries.remove(at).1)
            }
            _ => None,
        }
    }

    pub(crate) fn put(&mut self, key: &str, value: Tree) {
        if let Tree::Table(entries) = self {
            entries.push((key.into(), value));
        }
    }

    /// Puts the keys of every table in an order drawn from a seed.
    pub(crate) fn shuffle_keys(&mut self, seed: &mut u64) {
        match self {
            Tree::Scalar(_) => {}
            Tree::List(items) => items.iter_mut().for_each(|i| i.shuffle_keys(seed)),
            Tree::Table(entries) => {
                shuffle(entries, seed);
                entries.iter_mut().for_each(|(_, v)| v.shuffle_keys(seed));
            }
        }
    }

    /// Puts a list in an order drawn from a seed.
    pub(crate) fn shuffle_list(&mut self, key: &str, seed: &mut u64) {
        if let Some(Tree::List(items)) = self.get_mut(key) {
            shuffle(items, seed);
        }
    }

    /// As an inline value.
    pub(crate) fn inline(&self) -> String {
        match self {
            Tree::Scalar(text) => text.clone(),
            Tree::List(items) => {
                format!("[{}]", items.iter().map(Tree::inline).collect::<Vec<_>>().join(", "))
            }
            Tree::Table(entries) => {
                let entries: Vec<String> =
                    entries.iter().map(|(k, v)| format!("{} = {}", quoted(k), v.inline())).collect();
                format!("{{ {} }}", entries.join(", "))
            }
        }
    }

    /// As a document.
    pub(crate) fn document(&self) -> String {
        match self {
            Tree::Table(entries) => {
                entries.iter().map(|(k, v)| format!("{} = {}\n", quoted(k), v.inline())).collect()
            }
            other => other.inline(),
        }
    }
}

pub(crate) fn quoted(key: &str) -> String {
    format!("\"{}\"", key.replace('\\', "\\\\").replace('"', "\\\""))
}

pub(crate) fn shuffle<T>(items: &mut [T], seed: &mut u64) {
    for i in (1..items.len()).rev() {
        *seed = seed.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1_442_695_040_888_963_407);
        items.swap(i, (*seed >> 33) as usize % (i + 1));
    }
}
