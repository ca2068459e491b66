use std::collections::BTreeMap;

use crate::tender::{FileFault, Files, FrameworkFolder};

/// Files held in memory, by path: for tests, and for callers without a disk.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct MemoryFiles(BTreeMap<String, Vec<u8>>);

impl MemoryFiles {
    /// No files.
    pub fn new() -> Self {
        Self::default()
    }

    /// One file more.
    #[must_use]
    pub fn with(mut self, path: impl Into<String>, bytes: impl Into<Vec<u8>>) -> Self {
        self.0.insert(path.into(), bytes.into());
        self
    }
}

impl Files for MemoryFiles {
    fn read(&self, path: &str) -> Result<Vec<u8>, FileFault> {
        self.0.get(path).cloned().ok_or(FileFault::Missing)
    }

    fn list(&self, pattern: &str) -> Result<Vec<String>, FileFault> {
        Ok(self.0.keys().filter(|path| path_matches(pattern, path)).cloned().collect())
    }

    /// A folder beside the tender's is held under paths that begin with `../`.
    fn framework(&self, path: &str) -> Result<FrameworkFolder, FileFault> {
        if !self.0.contains_key(path) {
            return Err(FileFault::Missing);
        }
        let (folder, name) = path.rsplit_once('/').map_or(("", path), |(folder, name)| (folder, name));
        let within = |key: &str| match folder {
            "" => Some(key.to_owned()),
            folder => key.strip_prefix(folder)?.strip_prefix('/').map(str::to_owned),
        };
        let files = self.0.iter().filter_map(|(key, bytes)| Some((within(key)?, bytes.clone()))).collect();
        Ok(FrameworkFolder { files: Box::new(MemoryFiles(files)), name: name.to_owned() })
    }
}

/// Whether a path falls under a pattern such as `bids/*.toml`: `*` stands for any text without `/`.
pub fn path_matches(pattern: &str, path: &str) -> bool {
    let (mut patterns, mut paths) = (pattern.split('/'), path.split('/'));
    loop {
        match (patterns.next(), paths.next()) {
            (None, None) => return true,
            (Some(pattern), Some(part)) if part_matches(pattern, part) => {}
            _ => return false,
        }
    }
}

fn part_matches(pattern: &str, mut part: &str) -> bool {
    let Some((first, rest)) = pattern.split_once('*') else {
        return pattern == part;
    };
    let Some(after) = part.strip_prefix(first) else {
        return false;
    };
    part = after;
    let mut pieces: Vec<&str> = rest.split('*').collect();
    let last = pieces.pop().unwrap_or("");
    for piece in pieces {
        match part.find(piece) {
            Some(at) => part = part.get(at + piece.len()..).unwrap_or(""),
            None => return false,
        }
    }
    part.len() >= last.len() && part.ends_with(last)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_star_stays_in_its_folder() {
        assert!(path_matches("bids/*.toml", "bids/alfa.toml"));
        assert!(!path_matches("bids/*.toml", "bids/old/alfa.toml"));
        assert!(path_matches("*/a*b*.toml", "x/axxbyy.toml"));
        assert!(!path_matches("a*a", "a"));
        assert!(path_matches("a.toml", "a.toml"));
    }
}
