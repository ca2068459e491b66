//! A record as a set of files: what its paths may be, how it is summed up, how it is packed. `SHA256SUMS` is written here; the
//! checker reads it with its own code, and `sha256sum -c` reads it too.

mod zip;

use sha2::{Digest, Sha256};
pub use udbud_check::{
    path::{LARGEST_FILE, LARGEST_RECORD, MOST_DEPTH, MOST_FILES, PathFault, path_fault, paths_fault},
    sums::{SumsError, read_sums},
};
pub use zip::{ZipError, read_zip, zip_bytes};

use super::{RecordFiles, SUMS};

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

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn sums_are_sorted_by_path() {
        let files: RecordFiles = [("b", "2"), ("a/c", "3"), ("a-b", "1"), (SUMS, "")]
            .map(|(path, text)| (path.to_owned(), text.as_bytes().to_vec()))
            .into();
        let text = sums_text(&files);
        let one = "6b86b273ff34fce19d6b804eff5a3f5747ada4eaa22f1d49c01e52ddb7875b4b";
        assert!(text.starts_with(&format!("{one}  a-b\n")), "{text}");
        let sums = udbud_check::sums::read_sums(text.as_bytes()).unwrap();
        assert_eq!(sums.keys().collect::<Vec<_>>(), ["a-b", "a/c", "b"]);
    }
}
