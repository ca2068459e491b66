//! Level 1: no file was changed, none is missing, none was added.

use udbud_check::read_json;

use super::{FaultCode, RecordFault};
use crate::record::{
    ASSESSMENTS, BIDS, EVALUATION, MANIFEST, MODEL, PRICES, README, RecordFiles, SUMS, TENDER, TRANSCRIPTS,
    folder::{PathFault, SumsFault, path_fault, read_sums, record_hash, sha256_hex},
};

/// The files that every record has besides its sums.
const PARTS: [&str; 10] =
    [MANIFEST, README, EVALUATION, PRICES, MODEL, TENDER, BIDS, ASSESSMENTS, TRANSCRIPTS[0], TRANSCRIPTS[1]];

/// Level 1 by itself: holds every file against the sums, and the sums against the hash demanded.
pub fn file_faults(files: &RecordFiles, demanded: Option<&str>) -> Vec<RecordFault> {
    let mut faults = Vec::new();
    let Some(sums) = files.get(SUMS) else {
        return vec![RecordFault::of(FaultCode::SumsMissing, SUMS)];
    };
    let own = record_hash(files).unwrap_or_default();
    if let Some(hash) = demanded.map(|h| h.trim().to_ascii_lowercase()).filter(|h| *h != own) {
        faults.push(RecordFault::of(FaultCode::RecordHashDiffers, SUMS).written(own).expected(hash));
    }
    match read_sums(sums) {
        Err(fault) => faults.push(sums_fault(&fault)),
        Ok(sums) => {
            for (path, sum) in &sums {
                match files.get(path).map(|bytes| sha256_hex(bytes)) {
                    None => faults.push(RecordFault::of(FaultCode::FileMissing, path)),
                    Some(own) if own != *sum => {
                        faults.push(RecordFault::of(FaultCode::FileChanged, path).written(own).expected(sum));
                    }
                    Some(_) => {}
                }
            }
            let added = files.keys().filter(|path| path.as_str() != SUMS && !sums.contains_key(*path));
            faults.extend(added.map(|path| RecordFault::of(FaultCode::FileAdded, path)));
        }
    }
    let named = |code: FaultCode, path: &str| faults.iter().any(|f| f.code == code && f.file == path);
    let lacking = PARTS.iter().filter(|p| !files.contains_key(**p) && !named(FaultCode::FileMissing, p));
    let lacking: Vec<RecordFault> = lacking.map(|p| RecordFault::of(FaultCode::PartMissing, *p)).collect();
    faults.extend(lacking);
    if let Some(Err(why)) = files.get(EVALUATION).map(|bytes| read_json(bytes)) {
        faults.push(RecordFault::of(FaultCode::PartForm, EVALUATION).written(why));
    }
    faults
}

fn sums_fault(fault: &SumsFault) -> RecordFault {
    let form = |at: String| RecordFault::of(FaultCode::SumsForm, SUMS).at(at);
    match fault {
        SumsFault::NotUtf8 => form(String::new()).written("not UTF-8"),
        SumsFault::BadLine(line) | SumsFault::NotSorted(line) => form(format!("line {line}")),
        SumsFault::ListsItself => form(String::new()).written(SUMS),
        SumsFault::Path(path, fault) => {
            RecordFault::of(FaultCode::SumsPath, SUMS).written(path).expected(fault.name())
        }
    }
}

/// What is wrong with a path that was found where a record is read from.
pub fn path_found(path: &str) -> Option<RecordFault> {
    path_fault(path).map(|fault| path_fault_found(path, fault))
}

/// A path that may not stand in a record.
pub fn path_fault_found(path: &str, fault: PathFault) -> RecordFault {
    RecordFault::of(FaultCode::Path, path).expected(fault.name())
}
