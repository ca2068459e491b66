//! `SHA256SUMS`, in the one form that a record may have it; `sha256sum -c` reads it too.

use std::collections::BTreeMap;

use sha2::{Digest, Sha256};

use super::path::{PathFault, file_taken_for_a_folder, paths_fault};
use crate::{RecordFiles, SUMS};

/// SHA-256 in lower-case hex.
pub fn sha256_hex(bytes: &[u8]) -> String {
    Sha256::digest(bytes).iter().map(|byte| format!("{byte:02x}")).collect()
}

/// The sums of all files but the sums file itself: `HASH  PATH`, sorted bytewise by path, a line feed after each.
pub fn sums_text(files: &RecordFiles) -> String {
    let others = files.iter().filter(|(path, _)| path.as_str() != SUMS);
    others.map(|(path, bytes)| format!("{}  {path}\n", sha256_hex(bytes))).collect()
}

/// The record hash: the sum of the sums file. `None` where there is none.
pub fn record_hash(files: &RecordFiles) -> Option<String> {
    files.get(SUMS).map(|sums| sha256_hex(sums))
}

/// Why a sums file is not in its one form.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum SumsFault {
    /// It is not UTF-8.
    NotUtf8,
    /// A line (from 1) is not `HASH  PATH` with 64 lower-case hex digits and two spaces, or its line feed is missing.
    BadLine(usize),
    /// The path of a line is not after that of the line before, bytewise; also where it stands twice.
    NotSorted(usize),
    /// A path that may not stand in a record.
    Path(String, PathFault),
    /// It lists itself.
    ListsItself,
}

/// The sums by path, if the text is in its one form.
///
/// # Errors
/// [`SumsFault`]
pub fn read_sums(bytes: &[u8]) -> Result<BTreeMap<String, String>, SumsFault> {
    let text = std::str::from_utf8(bytes).map_err(|_| SumsFault::NotUtf8)?;
    let mut sums = BTreeMap::new();
    let mut last: Option<&str> = None;
    for (n, line) in text.split_inclusive('\n').enumerate() {
        let bad = SumsFault::BadLine(n + 1);
        let line = line.strip_suffix('\n').ok_or(bad.clone())?;
        let (hash, path) = line.split_once("  ").ok_or(bad.clone())?;
        let hex = |b: u8| b.is_ascii_digit() || (b'a'..=b'f').contains(&b);
        if hash.len() != 64 || !hash.bytes().all(hex) || path.is_empty() {
            return Err(bad);
        }
        if last.is_some_and(|last| last >= path) {
            return Err(SumsFault::NotSorted(n + 1));
        }
        last = Some(path);
        sums.insert(path.to_owned(), hash.to_owned());
    }
    if sums.contains_key(SUMS) {
        return Err(SumsFault::ListsItself);
    }
    let paths: Vec<&str> = sums.keys().map(String::as_str).collect();
    if let Some((path, fault)) = paths_fault(paths.iter().copied()) {
        return Err(SumsFault::Path(path.to_owned(), fault));
    }
    if let Some(path) = file_taken_for_a_folder(&paths) {
        return Err(SumsFault::Path(path.to_owned(), PathFault::FileAndFolder));
    }
    Ok(sums)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn record() -> RecordFiles {
        [("b", "2"), ("a/c", "3"), ("a-b", "1"), (SUMS, "")]
            .map(|(path, text)| (path.to_owned(), text.as_bytes().to_vec()))
            .into()
    }

    #[test]
    fn sums_are_sorted_and_read_back() {
        let text = sums_text(&record());
        let one = "6b86b273ff34fce19d6b804eff5a3f5747ada4eaa22f1d49c01e52ddb7875b4b";
        assert!(text.starts_with(&format!("{one}  a-b\n")), "{text}");
        let sums = read_sums(text.as_bytes()).unwrap();
        assert_eq!(sums.keys().collect::<Vec<_>>(), ["a-b", "a/c", "b"]);
        assert_eq!(sums["a-b"], one);
    }

    #[test]
    fn another_form_is_refused() {
        let text = sums_text(&record());
        let line = text.lines().next().unwrap();
        for (other, fault) in [
            (text.trim_end().to_owned(), SumsFault::BadLine(3)),
            (text.replacen("  ", " *", 1), SumsFault::BadLine(1)),
            (text.to_uppercase(), SumsFault::BadLine(1)),
            (text.replace('\n', "\r\n"), SumsFault::Path("a-b\r".into(), PathFault::Character)),
            (format!("{text}{line}\n"), SumsFault::NotSorted(4)),
            (format!("\n{text}"), SumsFault::BadLine(1)),
            (text.replace("a/c", "a/../c"), SumsFault::Path("a/../c".into(), PathFault::LeadsOut)),
            (text.replace("  a-b", "  a"), SumsFault::Path("a/c".into(), PathFault::FileAndFolder)),
            (text.replace("  a-b", "  SHA256SUMS").replace("  a/c", "  b"), SumsFault::NotSorted(3)),
        ] {
            assert_eq!(read_sums(other.as_bytes()), Err(fault), "{other}");
        }
        assert_eq!(read_sums(&[0xff]), Err(SumsFault::NotUtf8));
        let own = format!("{}  SHA256SUMS\n", "0".repeat(64));
        assert_eq!(read_sums(own.as_bytes()), Err(SumsFault::ListsItself));
    }
}
