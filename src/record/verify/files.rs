//! Level 1: no file was changed, none is missing, none was added.

use udbud_check::sums::{FileError, check_files};

use super::{FaultCode, RecordFault};
use crate::record::{
    RecordFiles,
    folder::{PathFault, path_fault},
};

/// Level 1 by itself: every file compared with the sums, and the sums with the hash demanded.
pub fn file_faults(files: &RecordFiles, demanded: Option<&str>) -> Vec<RecordFault> {
    check_files(files, demanded).into_iter().map(RecordFault::from).collect()
}

impl From<FileError> for RecordFault {
    fn from(error: FileError) -> Self {
        let name = error.code.name();
        let code = FaultCode::ALL.iter().copied().find(|code| code.name() == name).unwrap_or_default();
        RecordFault {
            code,
            file: error.file,
            at: error.at,
            written: error.written,
            expected: error.expected,
            ..RecordFault::default()
        }
    }
}

/// What is wrong with a path that was found where a record is read from.
pub fn path_found(path: &str) -> Option<RecordFault> {
    path_fault(path).map(|fault| path_fault_found(path, fault))
}

/// A path that may not be in a record.
pub fn path_fault_found(path: &str, fault: PathFault) -> RecordFault {
    RecordFault::of(FaultCode::Path, path).expected(fault.name())
}
