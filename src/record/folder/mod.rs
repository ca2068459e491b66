//! A record as a set of files: what its paths may be, how it is summed up, how it is packed.

mod sums;
mod zip;

pub use sums::{record_hash, sha256_hex, sums_text};
pub use udbud_check::{
    path::{LARGEST_FILE, LARGEST_RECORD, MOST_DEPTH, MOST_FILES, PathFault, path_fault, paths_fault},
    sums::{SumsError, read_sums},
};
pub use zip::{ZipError, read_zip, zip_bytes};
