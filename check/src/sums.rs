//! Level 1: no file was changed, none is missing, none was added. `SHA256SUMS` has one form; `sha256sum -c` reads it too.

use std::{collections::BTreeMap, error::Error, fmt};

use sha2::{Digest, Sha256};

use crate::{
    RecordFiles, SUMS,
    path::{PathFault, file_taken_for_a_folder, paths_fault},
    read_json,
};

/// The files that every record has besides its sums.
const PARTS: [&str; 10] = [
    "record.json",
    "README.txt",
    "evaluation.json",
    "prices.csv",
    "canonical/model.txt",
    "canonical/tender.txt",
    "canonical/bids.txt",
    "canonical/assessments.txt",
    "transcript.en.txt",
    "transcript.da.txt",
];

/// What sort of thing is wrong with the files of a record.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
#[non_exhaustive]
pub enum FileErrorCode {
    /// There is no `SHA256SUMS`.
    SumsMissing,
    /// `SHA256SUMS` is not in its one form.
    SumsForm,
    /// `SHA256SUMS` names a path that may not be in a record.
    SumsPath,
    /// A file that the sums list is not there.
    FileMissing,
    /// A file has another sum than the one listed.
    FileChanged,
    /// A file that the sums do not list.
    FileAdded,
    /// The record has another hash than the one demanded.
    RecordHashDiffers,
    /// A file that every record has is not there.
    PartMissing,
    /// A file of the record that is not what its format says.
    PartForm,
    /// A folder with no file in it.
    FolderEmpty,
    /// A link, which is never followed.
    Link,
    /// Neither a file nor a folder.
    NotAFile,
    /// A name that is not UTF-8.
    NameNotUtf8,
    /// A path that may not be in a record.
    Path,
    /// More files, or a file or a record larger, than a record may have.
    TooLarge,
    /// The record that is corrected, or that of the framework, is not the one named.
    ChainHashDiffers,
    /// The record that is corrected, or that of the framework, is named and not there, or there and not named.
    ChainMissing,
    /// The chain of records is longer than is followed.
    ChainTooLong,
}

impl FileErrorCode {
    /// The stable name (`docs/reference/record.md`, "Faults").
    pub const fn name(self) -> &'static str {
        match self {
            FileErrorCode::SumsMissing => "sums-missing",
            FileErrorCode::SumsForm => "sums-form",
            FileErrorCode::SumsPath => "sums-path",
            FileErrorCode::FileMissing => "file-missing",
            FileErrorCode::FileChanged => "file-changed",
            FileErrorCode::FileAdded => "file-added",
            FileErrorCode::RecordHashDiffers => "record-hash-differs",
            FileErrorCode::PartMissing => "part-missing",
            FileErrorCode::PartForm => "part-form",
            FileErrorCode::FolderEmpty => "folder-empty",
            FileErrorCode::Link => "link",
            FileErrorCode::NotAFile => "not-a-file",
            FileErrorCode::NameNotUtf8 => "name-not-utf8",
            FileErrorCode::Path => "path",
            FileErrorCode::TooLarge => "too-large",
            FileErrorCode::ChainHashDiffers => "chain-hash-differs",
            FileErrorCode::ChainMissing => "chain-missing",
            FileErrorCode::ChainTooLong => "chain-too-long",
        }
    }
}

/// One thing that is wrong with the files of a record.
#[derive(Clone, Debug, PartialEq, Eq)]
#[non_exhaustive]
pub struct FileError {
    /// What sort of thing.
    pub code: FileErrorCode,
    /// The file of the record; empty for the record as a whole.
    pub file: String,
    /// Where in it: `line 12`; empty for the file as a whole.
    pub at: String,
    /// What is written there; empty for nothing.
    pub written: String,
    /// What should be there; empty for nothing.
    pub expected: String,
}

impl FileError {
    /// An error of a file as a whole.
    pub fn new(code: FileErrorCode, file: impl Into<String>) -> FileError {
        let nothing = String::new;
        FileError { code, file: file.into(), at: nothing(), written: nothing(), expected: nothing() }
    }
}

impl fmt::Display for FileError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{}: {}", if self.file.is_empty() { "the record" } else { &self.file }, self.code.name())?;
        for (name, text) in [("at", &self.at), ("is", &self.written), ("should be", &self.expected)] {
            if !text.is_empty() {
                write!(f, ", {name} {text:?}")?;
            }
        }
        Ok(())
    }
}

impl Error for FileError {}

/// SHA-256 in lower-case hex.
pub(crate) fn sha256(bytes: &[u8]) -> String {
    Sha256::digest(bytes).iter().map(|byte| format!("{byte:02x}")).collect()
}

/// The record hash: the sum of the sums file. `None` where there is none.
pub fn hash_of_record(files: &RecordFiles) -> Option<String> {
    files.get(SUMS).map(|sums| sha256(sums))
}

/// Compares every file with the sums, and the sums with the hash demanded.
pub fn check_files(files: &RecordFiles, demanded: Option<&str>) -> Vec<FileError> {
    let Some(sums) = files.get(SUMS) else {
        return vec![FileError::new(FileErrorCode::SumsMissing, SUMS)];
    };
    let mut errors = Vec::new();
    let differs = |code, file: &str, written: String, expected: String| FileError {
        written,
        expected,
        ..FileError::new(code, file)
    };
    let own = sha256(sums);
    if let Some(hash) = demanded.map(|hash| hash.trim().to_ascii_lowercase()).filter(|hash| *hash != own) {
        errors.push(differs(FileErrorCode::RecordHashDiffers, SUMS, own, hash));
    }
    match read_sums(sums) {
        Err(error) => errors.push(error.into()),
        Ok(sums) => {
            for (path, sum) in &sums {
                match files.get(path).map(|bytes| sha256(bytes)) {
                    None => errors.push(FileError::new(FileErrorCode::FileMissing, path)),
                    Some(own) if own == *sum => {}
                    Some(own) => errors.push(differs(FileErrorCode::FileChanged, path, own, sum.clone())),
                }
            }
            let unlisted = files.keys().filter(|path| path.as_str() != SUMS && !sums.contains_key(*path));
            errors.extend(unlisted.map(|path| FileError::new(FileErrorCode::FileAdded, path)));
        }
    }
    for part in PARTS {
        let is_reported = errors.iter().any(|e| e.code == FileErrorCode::FileMissing && e.file == part);
        if !files.contains_key(part) && !is_reported {
            errors.push(FileError::new(FileErrorCode::PartMissing, part));
        }
    }
    if let Some(Err(why)) = files.get("evaluation.json").map(|bytes| read_json(bytes)) {
        errors.push(differs(FileErrorCode::PartForm, "evaluation.json", why, String::new()));
    }
    errors
}

impl From<SumsError> for FileError {
    fn from(error: SumsError) -> FileError {
        let form = FileError::new(FileErrorCode::SumsForm, SUMS);
        match error {
            SumsError::NotUtf8 => FileError { written: "not UTF-8".to_owned(), ..form },
            SumsError::ListsItself => FileError { written: SUMS.to_owned(), ..form },
            SumsError::BadLine(line) | SumsError::NotSorted(line) => {
                FileError { at: format!("line {line}"), ..form }
            }
            SumsError::Path(path, fault) => FileError {
                code: FileErrorCode::SumsPath,
                written: path,
                expected: fault.name().to_owned(),
                ..form
            },
        }
    }
}

/// Why a sums file is not in its one form.
#[derive(Clone, Debug, PartialEq, Eq)]
#[non_exhaustive]
pub enum SumsError {
    /// It is not UTF-8.
    NotUtf8,
    /// A line (from 1) is not `HASH  PATH` with 64 lower-case hex digits and two spaces, or its line feed is missing.
    BadLine(usize),
    /// The path of a line is not after that of the line before, bytewise; also where it is there twice.
    NotSorted(usize),
    /// A path that may not be in a record.
    Path(String, PathFault),
    /// It lists itself.
    ListsItself,
}

/// The sums by path, if the text is in its one form.
///
/// # Errors
/// [`SumsError`]
pub fn read_sums(bytes: &[u8]) -> Result<BTreeMap<String, String>, SumsError> {
    let text = std::str::from_utf8(bytes).map_err(|_| SumsError::NotUtf8)?;
    let mut sums = BTreeMap::new();
    let mut last: Option<&str> = None;
    for (n, line) in text.split_inclusive('\n').enumerate() {
        let bad = SumsError::BadLine(n + 1);
        let line = line.strip_suffix('\n').ok_or(bad.clone())?;
        let (hash, path) = line.split_once("  ").ok_or(bad.clone())?;
        let hex = |b: u8| b.is_ascii_digit() || (b'a'..=b'f').contains(&b);
        if hash.len() != 64 || !hash.bytes().all(hex) || path.is_empty() {
            return Err(bad);
        }
        if last.is_some_and(|last| last >= path) {
            return Err(SumsError::NotSorted(n + 1));
        }
        last = Some(path);
        sums.insert(path.to_owned(), hash.to_owned());
    }
    if sums.contains_key(SUMS) {
        return Err(SumsError::ListsItself);
    }
    let paths: Vec<&str> = sums.keys().map(String::as_str).collect();
    if let Some((path, fault)) = paths_fault(paths.iter().copied()) {
        return Err(SumsError::Path(path.to_owned(), fault));
    }
    if let Some(path) = file_taken_for_a_folder(&paths) {
        return Err(SumsError::Path(path.to_owned(), PathFault::FileAndFolder));
    }
    Ok(sums)
}

impl fmt::Display for SumsError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            SumsError::NotUtf8 => write!(f, "the sums are not UTF-8"),
            SumsError::BadLine(line) => write!(f, "line {line} of the sums is not in its one form"),
            SumsError::NotSorted(line) => write!(f, "line {line} of the sums is out of order"),
            SumsError::Path(path, fault) => write!(f, "the sums name {path:?}: {}", fault.name()),
            SumsError::ListsItself => write!(f, "the sums list themselves"),
        }
    }
}

impl Error for SumsError {}

#[cfg(test)]
mod tests {
    use super::*;

    fn listing(files: &RecordFiles) -> String {
        let others = files.iter().filter(|(path, _)| path.as_str() != SUMS);
        others.map(|(path, bytes)| format!("{}  {path}\n", sha256(bytes))).collect()
    }

    fn record() -> RecordFiles {
        [("b", "2"), ("a/c", "3"), ("a-b", "1"), (SUMS, "")]
            .map(|(path, text)| (path.to_owned(), text.as_bytes().to_vec()))
            .into()
    }

    #[test]
    fn sums_are_sorted_and_read_back() {
        let text = listing(&record());
        let one = "6b86b273ff34fce19d6b804eff5a3f5747ada4eaa22f1d49c01e52ddb7875b4b";
        assert!(text.starts_with(&format!("{one}  a-b\n")), "{text}");
        let sums = read_sums(text.as_bytes()).unwrap();
        assert_eq!(sums.keys().collect::<Vec<_>>(), ["a-b", "a/c", "b"]);
        assert_eq!(sums["a-b"], one);
    }

    #[test]
    fn another_form_is_refused() {
        let text = listing(&record());
        let line = text.lines().next().unwrap();
        for (other, fault) in [
            (text.trim_end().to_owned(), SumsError::BadLine(3)),
            (text.replacen("  ", " *", 1), SumsError::BadLine(1)),
            (text.to_uppercase(), SumsError::BadLine(1)),
            (text.replace('\n', "\r\n"), SumsError::Path("a-b\r".into(), PathFault::Character)),
            (format!("{text}{line}\n"), SumsError::NotSorted(4)),
            (format!("\n{text}"), SumsError::BadLine(1)),
            (text.replace("a/c", "a/../c"), SumsError::Path("a/../c".into(), PathFault::LeadsOut)),
            (text.replace("  a-b", "  a"), SumsError::Path("a/c".into(), PathFault::FileAndFolder)),
            (text.replace("  a-b", "  SHA256SUMS").replace("  a/c", "  b"), SumsError::NotSorted(3)),
        ] {
            assert_eq!(read_sums(other.as_bytes()), Err(fault), "{other}");
        }
        assert_eq!(read_sums(&[0xff]), Err(SumsError::NotUtf8));
        let own = format!("{}  SHA256SUMS\n", "0".repeat(64));
        assert_eq!(read_sums(own.as_bytes()), Err(SumsError::ListsItself));
    }
}
