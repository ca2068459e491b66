//! What the paths of a record may be. A path is trusted with nothing: it may come from a hostile folder or archive.

use std::collections::BTreeMap;

use unicode_normalization::is_nfc;

/// No record has more files than this.
pub const MOST_FILES: usize = 10_000;
/// No path has more parts than this.
pub const MOST_DEPTH: usize = 16;
/// No file is larger than this, in bytes.
pub const LARGEST_FILE: u64 = 1 << 28;
/// No record is larger than this, in bytes.
pub const LARGEST_RECORD: u64 = 1 << 30;
/// No path is longer than this, in bytes.
const LONGEST: usize = 1_024;

/// Why a path may not be in a record.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum PathFault {
    /// It is empty, or a part of it is.
    Empty,
    /// It leads out of the record: absolute, with a drive, `.` or `..`.
    LeadsOut,
    /// It holds a backslash, a control character or one that turns the direction of writing.
    Character,
    /// It is not in Unicode NFC, so that two names could look alike.
    NotNfc,
    /// It has more parts, or is longer, than a path of a record may be.
    TooDeep,
    /// Another path differs from it by case alone, so that a disk could take them for one.
    SameButForCase,
    /// Another path takes a folder of it for a file.
    FileAndFolder,
}

impl PathFault {
    /// All.
    pub const ALL: [PathFault; 7] = [
        PathFault::Empty,
        PathFault::LeadsOut,
        PathFault::Character,
        PathFault::NotNfc,
        PathFault::TooDeep,
        PathFault::SameButForCase,
        PathFault::FileAndFolder,
    ];

    /// The word for it in JSON.
    pub const fn name(self) -> &'static str {
        match self {
            PathFault::Empty => "empty",
            PathFault::LeadsOut => "leads-out",
            PathFault::Character => "character",
            PathFault::NotNfc => "not-nfc",
            PathFault::TooDeep => "too-deep",
            PathFault::SameButForCase => "same-but-for-case",
            PathFault::FileAndFolder => "file-and-folder",
        }
    }
}

/// What is wrong with a path by itself.
pub fn path_fault(path: &str) -> Option<PathFault> {
    let refused = |c: char| {
        c == '\\'
            || c.is_control()
            || matches!(c, '\u{200b}'..='\u{200f}' | '\u{2028}'..='\u{202e}' | '\u{2060}'..='\u{2069}' | '\u{feff}')
    };
    if path.starts_with('/') || path.as_bytes().get(1) == Some(&b':') {
        return Some(PathFault::LeadsOut);
    }
    if path.chars().any(refused) {
        return Some(PathFault::Character);
    }
    if path.split('/').any(|part| part == "." || part == "..") {
        return Some(PathFault::LeadsOut);
    }
    if path.split('/').any(str::is_empty) {
        return Some(PathFault::Empty);
    }
    if !is_nfc(path) {
        return Some(PathFault::NotNfc);
    }
    (path.split('/').count() > MOST_DEPTH || path.len() > LONGEST).then_some(PathFault::TooDeep)
}

/// The first path of a set that may not be in it, and why. The paths must be sorted.
pub fn paths_fault<'p>(paths: impl IntoIterator<Item = &'p str>) -> Option<(&'p str, PathFault)> {
    let mut lower: BTreeMap<String, &str> = BTreeMap::new();
    for path in paths {
        if let Some(fault) = path_fault(path) {
            return Some((path, fault));
        }
        // folders too: `Inputs/a` and `inputs/b` are one folder on some disks
        let ends = path.match_indices('/').map(|(at, _)| at).chain([path.len()]);
        for part in ends.filter_map(|end| path.get(..end)) {
            match lower.insert(part.to_lowercase(), part) {
                Some(other) if other != part => return Some((path, PathFault::SameButForCase)),
                _ => {}
            }
        }
    }
    None
}

/// The first path of a sorted set that takes a file of the set for a folder.
pub(crate) fn file_taken_for_a_folder<'p>(paths: &[&'p str]) -> Option<&'p str> {
    let within = |path: &str| {
        let folders = path.match_indices('/').filter_map(|(at, _)| path.get(..at));
        folders.into_iter().any(|folder| paths.binary_search(&folder).is_ok())
    };
    paths.iter().copied().find(|path| within(path))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn paths_that_could_do_harm_are_refused() {
        for (path, fault) in [
            ("", PathFault::Empty),
            ("a//b", PathFault::Empty),
            ("a/", PathFault::Empty),
            ("/etc/passwd", PathFault::LeadsOut),
            ("c:/x", PathFault::LeadsOut),
            ("a/../b", PathFault::LeadsOut),
            ("./a", PathFault::LeadsOut),
            ("a\\b", PathFault::Character),
            ("a\nb", PathFault::Character),
            ("a\u{202e}b", PathFault::Character),
            ("a\u{30a}", PathFault::NotNfc),
            ("a/b/c/d/e/f/g/h/i/j/k/l/m/n/o/p/q", PathFault::TooDeep),
        ] {
            assert_eq!(path_fault(path), Some(fault), "{path:?}");
        }
        for path in ["record.json", "inputs/bids/Ærø klinik.toml", ".a", "a/b/c/d/e/f/g/h/i/j/k/l/m/n/o/p"]
        {
            assert_eq!(path_fault(path), None, "{path:?}");
        }
    }

    #[test]
    fn two_paths_that_a_disk_could_take_for_one_are_refused() {
        assert_eq!(paths_fault(["A", "a"]), Some(("a", PathFault::SameButForCase)));
        assert_eq!(paths_fault(["Inputs/a", "inputs/b"]), Some(("inputs/b", PathFault::SameButForCase)));
        assert_eq!(paths_fault(["inputs/a", "inputs/b"]), None);
        assert_eq!(file_taken_for_a_folder(&["a", "a-b", "a/b"]), Some("a/b"));
        assert_eq!(file_taken_for_a_folder(&["a", "b/a"]), None);
    }
}
