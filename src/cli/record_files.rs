//! Reading a record, a folder or an archive, that may be hostile: links are never followed, and nothing is read beyond
//! what a record may hold.

use std::{
    fs,
    io::{self, Read},
    path::Path,
};

use super::{Ended, ExitCode, Session, files::FileError, printable};
use crate::record::{
    RecordFiles,
    folder::{
        LARGEST_FILE, LARGEST_RECORD, MOST_DEPTH, MOST_FILES, PathFault, ZipError, paths_fault, read_zip,
    },
    verify::{FaultCode, MOST_FAULTS, RecordFault, file_faults, path_fault_found, path_found},
};
use crate::report::record::changed_text;

/// The files of a record that is unchanged: level 1 of `verify`. Nothing else is found out about it.
pub(super) fn unchanged(session: &mut Session<'_>, path: &Path) -> Ended<RecordFiles> {
    let found = read_record(path).map_err(|e| session.file_error(path, &e))?;
    let mut faults = found.faults;
    faults.extend(file_faults(&found.files, None));
    if faults.is_empty() {
        return Ok(found.files);
    }
    let name = printable(&path.display().to_string());
    let text = changed_text(&name, &faults, session.language);
    session.error(&text);
    Err(ExitCode::FilesChanged)
}

/// The files of a record, and what was wrong with what lay there.
#[derive(Debug, Default)]
pub(super) struct Found {
    pub(super) files: RecordFiles,
    pub(super) faults: Vec<RecordFault>,
}

/// Reads a folder or an archive.
///
/// # Errors
/// What the operating system says. What a record may not have is a fault of the record, not an error.
pub(super) fn read_record(path: &Path) -> io::Result<Found> {
    let about = fs::metadata(path)?;
    if about.is_dir() {
        let mut walk = Walk { found: Found::default(), bytes: 0, entries: 0, full: false };
        walk.folder(path, "")?;
        let names: Vec<&str> = walk.found.files.keys().map(String::as_str).collect();
        let same = paths_fault(names.iter().copied()).map(|(path, fault)| path_fault_found(path, fault));
        walk.found.faults.extend(same);
        return Ok(walk.found);
    }
    if !about.is_file() {
        return Err(io::Error::other(FileError::NoRecord));
    }
    let mut found = Found::default();
    if about.len() > LARGEST_RECORD + (1 << 24) {
        found.faults.push(RecordFault::of(FaultCode::TooLarge, ""));
        return Ok(found);
    }
    let mut archive = Vec::new();
    fs::File::open(path)?.take(LARGEST_RECORD + (1 << 24)).read_to_end(&mut archive)?;
    match read_zip(&archive) {
        Ok(files) => {
            let same = paths_fault(files.keys().map(String::as_str))
                .map(|(path, fault)| path_fault_found(path, fault));
            found.faults.extend(same);
            found.files = files;
        }
        Err(fault) => found.faults.push(zip_fault(fault)),
    }
    Ok(found)
}

fn zip_fault(fault: ZipError) -> RecordFault {
    let entry = |path: String, what: &str| RecordFault::of(FaultCode::ZipEntry, path).written(what);
    match fault {
        ZipError::Damaged => RecordFault::of(FaultCode::ZipDamaged, ""),
        ZipError::Kind => RecordFault::of(FaultCode::ZipKind, ""),
        ZipError::NameNotUtf8 => RecordFault::of(FaultCode::NameNotUtf8, ""),
        ZipError::Path(path, fault) => path_fault_found(&path, fault),
        ZipError::Twice(path) => RecordFault::of(FaultCode::ZipDamaged, path),
        ZipError::Encrypted(path) => entry(path, "encryption"),
        ZipError::Method(path, method) => entry(path, &format!("method {method}")),
        ZipError::NotAFile(path) => RecordFault::of(FaultCode::NotAFile, path),
        ZipError::Contents(path) => entry(path, "CRC-32"),
        ZipError::TooMany => RecordFault::of(FaultCode::TooLarge, ""),
        ZipError::TooLarge(path) => RecordFault::of(FaultCode::TooLarge, path),
    }
}

/// A walk through a folder.
struct Walk {
    found: Found,
    bytes: u64,
    entries: usize,
    /// Nothing more is read: a limit was passed.
    full: bool,
}

impl Walk {
    fn fault(&mut self, fault: RecordFault) {
        if self.found.faults.len() < MOST_FAULTS {
            self.found.faults.push(fault);
        }
    }

    /// Reads all that lies in a folder, `within` being its path in the record.
    fn folder(&mut self, folder: &Path, within: &str) -> io::Result<()> {
        let mut names = Vec::new();
        for entry in fs::read_dir(folder)? {
            self.entries += 1;
            if self.entries > MOST_FILES * 2 {
                self.full = true;
                self.fault(RecordFault::of(FaultCode::TooLarge, within));
                return Ok(());
            }
            names.push(entry?.file_name());
        }
        names.sort_unstable();
        if names.is_empty() {
            self.fault(RecordFault::of(FaultCode::FolderEmpty, within));
        }
        for name in names {
            if self.full {
                return Ok(());
            }
            let shown = name.to_string_lossy();
            let path = if within.is_empty() { shown.into_owned() } else { format!("{within}/{shown}") };
            if name.to_str().is_none() {
                self.fault(RecordFault::of(FaultCode::NameNotUtf8, path));
                continue;
            }
            self.entry(&folder.join(&name), path)?;
        }
        Ok(())
    }

    fn entry(&mut self, on_disk: &Path, path: String) -> io::Result<()> {
        let about = fs::symlink_metadata(on_disk)?;
        if about.is_symlink() {
            self.fault(RecordFault::of(FaultCode::Link, path));
        } else if let Some(fault) = path_found(&path) {
            self.fault(fault);
        } else if about.is_dir() {
            if path.split('/').count() >= MOST_DEPTH {
                self.fault(path_fault_found(&path, PathFault::TooDeep));
            } else {
                self.folder(on_disk, &path)?;
            }
        } else if !about.is_file() {
            self.fault(RecordFault::of(FaultCode::NotAFile, path));
        } else {
            self.file(on_disk, path, about.len())?;
        }
        Ok(())
    }

    fn file(&mut self, on_disk: &Path, path: String, length: u64) -> io::Result<()> {
        let left = LARGEST_RECORD - self.bytes;
        let most = LARGEST_FILE.min(left);
        if self.found.files.len() >= MOST_FILES || length > most {
            self.full = left < LARGEST_FILE || self.found.files.len() >= MOST_FILES;
            self.fault(RecordFault::of(FaultCode::TooLarge, path));
            return Ok(());
        }
        let file = open_itself(on_disk)?;
        let mut bytes = Vec::with_capacity(usize::try_from(length).unwrap_or(0));
        file.take(most + 1).read_to_end(&mut bytes)?;
        if bytes.len() as u64 > most {
            self.fault(RecordFault::of(FaultCode::TooLarge, path));
            return Ok(());
        }
        self.bytes += bytes.len() as u64;
        self.found.files.insert(path, bytes);
        Ok(())
    }
}

/// Opens a file that was seen not to be a link; whatever took its place meanwhile is refused.
fn open_itself(path: &Path) -> io::Result<fs::File> {
    let seen = fs::symlink_metadata(path)?;
    let file = fs::File::open(path)?;
    let about = file.metadata()?;
    #[cfg(unix)]
    let same = {
        use std::os::unix::fs::MetadataExt;
        (seen.dev(), seen.ino()) == (about.dev(), about.ino())
    };
    #[cfg(not(unix))]
    let same = seen.is_file();
    if same && about.is_file() { Ok(file) } else { Err(io::Error::other(FileError::Changed)) }
}
