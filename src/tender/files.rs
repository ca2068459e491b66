//! The files of a tender: how they are read, what was read, and places in it.

use std::collections::BTreeMap;

/// The only door to the outside: how the core reads files. No `std::fs` behind it but in `cli`.
pub trait Files {
    /// The bytes of a file, by its path relative to the tender's folder, `/` between folders.
    ///
    /// # Errors
    /// [`ReadFileError`]
    fn read(&self, path: &str) -> Result<Vec<u8>, ReadFileError>;

    /// The files that match a pattern such as `bids/*.toml`, as paths relative to the tender's folder, sorted bytewise.
    ///
    /// # Errors
    /// [`ReadFileError`]
    fn list(&self, pattern: &str) -> Result<Vec<String>, ReadFileError>;

    /// The folder of a framework's tender file: the one file that a tender may name outside its own folder. The path is
    /// relative to the tender's folder and may begin with `..`; links are not followed.
    ///
    /// # Errors
    /// [`ReadFileError`]
    fn framework(&self, path: &str) -> Result<FrameworkFolder, ReadFileError> {
        let _ = path;
        Err(ReadFileError::Outside)
    }
}

impl<F: Files + ?Sized> Files for &F {
    fn read(&self, path: &str) -> Result<Vec<u8>, ReadFileError> {
        (**self).read(path)
    }

    fn list(&self, pattern: &str) -> Result<Vec<String>, ReadFileError> {
        (**self).list(pattern)
    }

    fn framework(&self, path: &str) -> Result<FrameworkFolder, ReadFileError> {
        (**self).framework(path)
    }
}

/// The folder of a framework's tender file, with which nothing but the framework is read.
pub struct FrameworkFolder {
    /// Its files.
    pub files: Box<dyn Files>,
    /// The name of the tender file in it.
    pub name: String,
}

/// Why a file could not be read.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum ReadFileError {
    /// There is none.
    Missing,
    /// It lies, perhaps through a link, outside the tender's folder.
    Outside,
    /// The operating system said this.
    Failed(String),
}

impl std::fmt::Display for ReadFileError {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        match self {
            ReadFileError::Missing => f.write_str("there is no such file"),
            ReadFileError::Outside => f.write_str("the file lies outside the tender's folder"),
            ReadFileError::Failed(reason) => f.write_str(reason),
        }
    }
}

impl std::error::Error for ReadFileError {}

/// A place in one of the files: bytes `start..end`.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Place {
    /// Which file of [`Sources`].
    pub file: u32,
    /// The first byte.
    pub start: u32,
    /// The byte after the last.
    pub end: u32,
}

/// One file as it was read.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Source {
    /// As the user would name it: relative to the tender's folder, or as given on the command line for the tender itself.
    pub name: String,
    /// Its text (without a byte-order mark).
    pub text: String,
}

/// All files of a tender, in the order in which they were read; the first is the tender file.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Sources {
    /// The files.
    pub files: Vec<Source>,
}

impl Sources {
    /// The file that a place lies in.
    pub fn file(&self, place: Place) -> Option<&Source> {
        self.files.get(place.file as usize)
    }

    /// Line and column of a place, both from 1; the column counts characters.
    pub fn line_and_column(&self, place: Place) -> (usize, usize) {
        let text = self.file(place).map_or("", |f| f.text.as_str());
        let before = text.get(..place.start as usize).unwrap_or(text);
        let line_start = before.rfind('\n').map_or(0, |i| i + 1);
        (before.matches('\n').count() + 1, before[line_start..].chars().count() + 1)
    }

    /// Line of a place, from 1.
    pub fn line(&self, place: Place) -> usize {
        self.line_and_column(place).0
    }

    /// The text at a place.
    pub fn snippet(&self, place: Place) -> &str {
        self.file(place).and_then(|f| f.text.get(place.start as usize..place.end as usize)).unwrap_or("")
    }
}

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
    fn read(&self, path: &str) -> Result<Vec<u8>, ReadFileError> {
        self.0.get(path).cloned().ok_or(ReadFileError::Missing)
    }

    fn list(&self, pattern: &str) -> Result<Vec<String>, ReadFileError> {
        Ok(self.0.keys().filter(|path| path_matches(pattern, path)).cloned().collect())
    }

    /// A folder beside the tender's is held under paths that begin with `../`.
    fn framework(&self, path: &str) -> Result<FrameworkFolder, ReadFileError> {
        if !self.0.contains_key(path) {
            return Err(ReadFileError::Missing);
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
