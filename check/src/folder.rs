//! A record as it lies on disk, where it may be hostile: links are never followed, and nothing is read beyond what a record
//! may hold.

use std::{
    fs,
    io::{self, Read},
    path::Path,
};

use crate::{
    RecordFiles,
    path::{LARGEST_FILE, LARGEST_RECORD, MOST_DEPTH, MOST_FILES, PathFault, path_fault, paths_fault},
    sums::{FileError, FileErrorCode},
};

/// Reads a folder: its files, and what is there that may not be in a record.
///
/// # Errors
/// What the operating system says.
pub fn read_folder(folder: &Path) -> io::Result<(RecordFiles, Vec<FileError>)> {
    let (mut files, mut errors) = (RecordFiles::new(), Vec::new());
    let mut bytes_left = LARGEST_RECORD;
    let mut open = vec![(folder.to_owned(), String::new())];
    while let Some((on_disk, within)) = open.pop() {
        let mut is_empty = true;
        for entry in fs::read_dir(&on_disk)? {
            is_empty = false;
            let entry = entry?;
            let name = entry.file_name().to_string_lossy().into_owned();
            let path = if within.is_empty() { name } else { format!("{within}/{name}") };
            let about = fs::symlink_metadata(entry.path())?;
            let refusal = if about.is_symlink() {
                Some(FileErrorCode::Link)
            } else if entry.file_name().to_str().is_none() {
                Some(FileErrorCode::NameNotUtf8)
            } else if !about.is_dir() && !about.is_file() {
                Some(FileErrorCode::NotAFile)
            } else if about.is_file()
                && (files.len() >= MOST_FILES || about.len() > LARGEST_FILE.min(bytes_left))
            {
                Some(FileErrorCode::TooLarge)
            } else {
                None
            };
            let too_deep = about.is_dir() && path.split('/').count() >= MOST_DEPTH;
            let wrong_path = path_fault(&path).or(too_deep.then_some(PathFault::TooDeep));
            if let Some(code) = refusal {
                errors.push(FileError::new(code, path));
            } else if let Some(why) = wrong_path {
                errors.push(of_path(&path, why));
            } else if about.is_dir() {
                open.push((entry.path(), path));
            } else {
                let mut bytes = Vec::new();
                let most = LARGEST_FILE.min(bytes_left);
                fs::File::open(entry.path())?.take(most).read_to_end(&mut bytes)?;
                bytes_left -= bytes.len() as u64;
                files.insert(path, bytes);
            }
            if errors.len() > MOST_FILES {
                return Ok((files, errors));
            }
        }
        if is_empty {
            errors.push(FileError::new(FileErrorCode::FolderEmpty, within));
        }
    }
    let alike = paths_fault(files.keys().map(String::as_str)).map(|(path, why)| of_path(path, why));
    errors.extend(alike);
    Ok((files, errors))
}

fn of_path(path: &str, why: PathFault) -> FileError {
    FileError { expected: why.name().to_owned(), ..FileError::new(FileErrorCode::Path, path) }
}
