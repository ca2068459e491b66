//! Writing a record: whole or not at all, and never over anything.

use std::{
    collections::BTreeSet,
    fs,
    io::{self, Write},
    path::{Path, PathBuf},
};

use super::files::FileError;
use crate::record::{RecordFiles, SUMS};

/// Writes a record as a folder: beside it first, every file synced and the sums last, then renamed. Whatever stops it, there
/// is a whole record or none; what may be left over is a folder whose name ends with `.part`.
///
/// # Errors
/// `AlreadyExists` where something is there already, else what the operating system says.
pub(super) fn write_record(dir: &Path, files: &RecordFiles) -> io::Result<()> {
    is_free(dir)?;
    let parent = dir.parent().filter(|p| !p.as_os_str().is_empty()).unwrap_or(Path::new("."));
    let beside = part_folder(dir, parent)?;
    let written = (|| {
        write_all(&beside, files)?;
        is_free(dir)?;
        fs::rename(&beside, dir)?;
        sync_folder(parent)
    })();
    if written.is_err() {
        let _ = fs::remove_dir_all(&beside);
    }
    written
}

/// Nothing may be where a record is written, not even a link that leads nowhere.
///
/// # Errors
/// `AlreadyExists`
pub(super) fn is_free(path: &Path) -> io::Result<()> {
    match path.symlink_metadata() {
        Err(e) if e.kind() == io::ErrorKind::NotFound => Ok(()),
        Err(e) => Err(e),
        Ok(_) => Err(io::ErrorKind::AlreadyExists.into()),
    }
}

/// A new folder beside the one to be written: hidden, and named so that nobody takes it for a record.
fn part_folder(dir: &Path, parent: &Path) -> io::Result<PathBuf> {
    let name = dir.file_name().ok_or_else(|| io::Error::other(FileError::NotAFolderName))?;
    let mut last = io::Error::from(io::ErrorKind::AlreadyExists);
    // a number may be left over from a process of the same number that was killed
    for attempt in 0..100 {
        let mut beside = std::ffi::OsString::from(".");
        beside.push(name);
        beside.push(format!(".{}-{attempt}.part", std::process::id()));
        let beside = parent.join(beside);
        match fs::create_dir(&beside) {
            Ok(()) => return Ok(beside),
            Err(e) if e.kind() == io::ErrorKind::AlreadyExists => last = e,
            Err(e) => return Err(e),
        }
    }
    Err(last)
}

fn write_all(root: &Path, files: &RecordFiles) -> io::Result<()> {
    let mut folders: BTreeSet<PathBuf> = BTreeSet::new();
    for (path, bytes) in files.iter().filter(|(path, _)| path.as_str() != SUMS) {
        let file = root.join(path);
        if let Some(folder) = file.parent() {
            fs::create_dir_all(folder)?;
            folders.extend(folder.ancestors().take_while(|f| *f != root).map(Path::to_owned));
        }
        write_synced(&file, bytes)?;
    }
    for folder in &folders {
        sync_folder(folder)?;
    }
    if let Some(sums) = files.get(SUMS) {
        write_synced(&root.join(SUMS), sums)?;
    }
    sync_folder(root)
}

fn write_synced(path: &Path, bytes: &[u8]) -> io::Result<()> {
    let mut file = fs::File::create_new(path)?;
    file.write_all(bytes)?;
    file.sync_all()
}

/// So that the names in a folder are on the disk too. Not every system lets a folder be opened.
fn sync_folder(folder: &Path) -> io::Result<()> {
    if cfg!(unix) { fs::File::open(folder)?.sync_all() } else { Ok(()) }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn record() -> RecordFiles {
        [("inputs/a/t.toml", "x"), ("record.json", "{}"), (SUMS, "")]
            .map(|(path, text)| (path.to_owned(), text.as_bytes().to_vec()))
            .into()
    }

    #[test]
    fn a_record_is_written_whole_and_never_over_anything() {
        let dir = tempfile::tempdir().unwrap();
        let to = dir.path().join("record");
        write_record(&to, &record()).unwrap();
        assert_eq!(fs::read(to.join("inputs/a/t.toml")).unwrap(), b"x");
        assert_eq!(fs::read_dir(dir.path()).unwrap().count(), 1);
        let again = write_record(&to, &record());
        assert_eq!(again.map_err(|e| e.kind()), Err(io::ErrorKind::AlreadyExists));
        let nowhere = write_record(&dir.path().join("no/record"), &record());
        assert_eq!(nowhere.map_err(|e| e.kind()), Err(io::ErrorKind::NotFound));
        #[cfg(unix)]
        {
            let link = dir.path().join("link");
            std::os::unix::fs::symlink("nothing", &link).unwrap();
            assert!(write_record(&link, &record()).is_err());
        }
    }
}
