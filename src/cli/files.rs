//! Reading a tender's folder, and writing results whole or not at all.

use std::{
    fmt, fs,
    io::{self, Read, Write},
    path::{Component, Path, PathBuf},
};

use crate::{
    report::Language,
    tender::{Files, FrameworkFolder, ReadFileError},
};

/// The largest file that is read; the largest tenders known take a tenth of it.
const LARGEST: u64 = 1 << 28;

/// Why the program itself reads or writes a file no further, where the operating system would.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum FileError {
    NotAFile,
    NotAFileName,
    NotAFolderName,
    NameNotUtf8,
    /// A pipe or a device that a tender names.
    NotRegular,
    /// Larger than [`LARGEST`].
    TooLarge,
    IsFolder,
    /// Neither a folder nor an archive.
    NoRecord,
    /// Another file took its place while it was read.
    Changed,
}

impl FileError {
    /// The id of its message.
    pub(super) const fn message(self) -> &'static str {
        match self {
            FileError::NotAFile => "cli-file-not-a-file",
            FileError::NotAFileName => "cli-file-not-a-file-name",
            FileError::NotAFolderName => "cli-file-not-a-folder-name",
            FileError::NameNotUtf8 => "cli-file-name-not-utf8",
            FileError::NotRegular => "cli-file-not-regular",
            FileError::TooLarge => "cli-file-too-large",
            FileError::IsFolder => "cli-file-is-folder",
            FileError::NoRecord => "cli-file-no-record",
            FileError::Changed => "cli-file-changed",
        }
    }
}

impl fmt::Display for FileError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(Language::En.word(self.message()))
    }
}

impl std::error::Error for FileError {}

/// The folder that a tender file lies in.
#[derive(Debug)]
pub(super) struct Folder {
    root: PathBuf,
    /// The tender file itself, as given: it may be a pipe, and a link may lead to it.
    tender: (String, PathBuf),
}

impl Folder {
    /// The folder of a tender file, and the file's name in it.
    pub(super) fn of(file: &Path) -> io::Result<(Self, String)> {
        let name = file.file_name().ok_or_else(|| io::Error::other(FileError::NotAFile))?;
        let parent = file.parent().filter(|p| !p.as_os_str().is_empty()).unwrap_or(Path::new("."));
        let name = name.to_str().ok_or_else(|| io::Error::other(FileError::NameNotUtf8))?;
        let tender = (name.to_owned(), file.to_owned());
        Ok((Folder { root: fs::canonicalize(parent)?, tender }, name.to_owned()))
    }

    /// The names of the folder and of those around it, from the inside out, as far as they are UTF-8.
    pub(super) fn names_around(&self) -> Vec<String> {
        let names = self.root.components().rev().map_while(|part| match part {
            Component::Normal(name) => name.to_str().map(str::to_owned),
            _ => None,
        });
        names.collect()
    }

    /// The path on disk, after every link, if it lies in the folder.
    fn resolve(&self, path: &str) -> Result<PathBuf, ReadFileError> {
        let relative = Path::new(path);
        let mut depth = 0_usize;
        for component in relative.components() {
            match component {
                Component::Normal(_) => depth += 1,
                Component::CurDir => {}
                Component::ParentDir if depth > 0 => depth -= 1,
                Component::ParentDir | Component::RootDir | Component::Prefix(_) => {
                    return Err(ReadFileError::Outside);
                }
            }
        }
        let real = fs::canonicalize(self.root.join(relative)).map_err(fault)?;
        if real.starts_with(&self.root) { Ok(real) } else { Err(ReadFileError::Outside) }
    }
}

fn fault(error: io::Error) -> ReadFileError {
    match error.kind() {
        io::ErrorKind::NotFound => ReadFileError::Missing,
        _ => ReadFileError::Failed(error.to_string()),
    }
}

/// Reads a file. A pipe only where the user named it: one that a tender names could wait for ever.
///
/// # Errors
/// What the operating system says; also for a folder, and for more than [`LARGEST`].
pub(super) fn read_whole(path: &Path, may_be_pipe: bool) -> io::Result<Vec<u8>> {
    let about = fs::metadata(path)?;
    if about.is_dir() {
        return Err(io::ErrorKind::IsADirectory.into());
    }
    if !about.is_file() && !may_be_pipe {
        return Err(io::Error::other(FileError::NotRegular));
    }
    let mut bytes = Vec::with_capacity(usize::try_from(about.len().min(LARGEST)).unwrap_or(0) + 1);
    fs::File::open(path)?.take(LARGEST + 1).read_to_end(&mut bytes)?;
    if bytes.len() as u64 > LARGEST {
        return Err(io::Error::other(FileError::TooLarge));
    }
    Ok(bytes)
}

/// Whether two paths lead to one file.
pub(super) fn same_file(a: &Path, b: &Path) -> bool {
    match (fs::canonicalize(a), fs::canonicalize(b)) {
        (Ok(a), Ok(b)) => a == b,
        _ => a == b,
    }
}

impl Files for Folder {
    fn read(&self, path: &str) -> Result<Vec<u8>, ReadFileError> {
        if path == self.tender.0 {
            return read_whole(&self.tender.1, true).map_err(fault);
        }
        read_whole(&self.resolve(path)?, false).map_err(fault)
    }

    fn list(&self, pattern: &str) -> Result<Vec<String>, ReadFileError> {
        let mut found = vec![String::new()];
        for part in pattern.split('/') {
            let mut next = Vec::new();
            for prefix in found {
                if part.contains('*') {
                    for name in self.names_in(&prefix)? {
                        if matches_wildcard(part, &name) {
                            next.push(join(&prefix, &name));
                        }
                    }
                } else {
                    next.push(join(&prefix, part));
                }
            }
            found = next;
        }
        found.sort_unstable();
        if pattern.contains('*') {
            found.retain(|path| self.resolve(path).is_ok_and(|p| p.is_file()));
        }
        Ok(found)
    }

    /// The path is followed as it is written: a framework behind a link is refused.
    fn framework(&self, path: &str) -> Result<FrameworkFolder, ReadFileError> {
        let mut written = self.root.clone();
        for component in Path::new(path).components() {
            match component {
                Component::Normal(name) => written.push(name),
                Component::CurDir => {}
                Component::ParentDir if written.pop() => {}
                Component::ParentDir | Component::RootDir | Component::Prefix(_) => {
                    return Err(ReadFileError::Outside);
                }
            }
        }
        if fs::canonicalize(&written).map_err(fault)? != written {
            return Err(ReadFileError::Outside);
        }
        let (folder, name) = Folder::of(&written).map_err(fault)?;
        Ok(FrameworkFolder { files: Box::new(folder), name })
    }
}

impl Folder {
    fn names_in(&self, folder: &str) -> Result<Vec<String>, ReadFileError> {
        let real = self.resolve(if folder.is_empty() { "." } else { folder })?;
        let mut names = Vec::new();
        for entry in fs::read_dir(real).map_err(fault)? {
            if let Ok(name) = entry.map_err(fault)?.file_name().into_string() {
                names.push(name);
            }
        }
        Ok(names)
    }
}

fn join(prefix: &str, name: &str) -> String {
    if prefix.is_empty() { name.to_owned() } else { format!("{prefix}/{name}") }
}

/// `*` stands for any run of characters; hidden files are matched only by a pattern that begins with a dot.
fn matches_wildcard(pattern: &str, name: &str) -> bool {
    if name.starts_with('.') && !pattern.starts_with('.') {
        return false;
    }
    let parts: Vec<&str> = pattern.split('*').collect();
    let [first, middle @ .., last] = parts.as_slice() else { return pattern == name };
    let Some(mut rest) = name.strip_prefix(first) else { return false };
    for part in middle {
        match rest.find(part) {
            Some(at) => rest = &rest[at + part.len()..],
            None => return false,
        }
    }
    rest.ends_with(last)
}

/// Writes a file whole or not at all: beside it first, synced, then renamed.
pub(super) fn write_whole(path: &Path, bytes: &[u8]) -> io::Result<()> {
    let folder = path.parent().filter(|p| !p.as_os_str().is_empty()).unwrap_or(Path::new("."));
    let name = path.file_name().ok_or_else(|| io::Error::other(FileError::NotAFileName))?;
    if path.is_dir() {
        return Err(io::Error::other(FileError::IsFolder));
    }
    if path.exists() && !path.is_file() {
        // a pipe or a terminal: there is nothing to rename over
        return fs::OpenOptions::new().write(true).open(path)?.write_all(bytes);
    }
    let mut beside = name.to_os_string();
    beside.push(format!(".{}.part", std::process::id()));
    let beside = folder.join(beside);
    let written = (|| {
        let mut file = fs::File::create_new(&beside)?;
        file.write_all(bytes)?;
        file.sync_all()?;
        fs::rename(&beside, path)
    })();
    if written.is_err() {
        let _ = fs::remove_file(&beside);
    }
    written
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn wildcards() {
        assert!(matches_wildcard("*.toml", "a.toml"));
        assert!(!matches_wildcard("*.toml", "a.csv"));
        assert!(matches_wildcard("a*b*c", "a1b2c"));
        assert!(!matches_wildcard("*", ".hidden"));
        assert!(!matches_wildcard("a*a", "a"));
    }

    #[test]
    fn stays_in_the_folder_and_writes_whole() {
        let dir = tempfile::tempdir().unwrap();
        let tender = dir.path().join("in/tender.toml");
        fs::create_dir_all(dir.path().join("in/bids")).unwrap();
        fs::write(dir.path().join("secret"), "x").unwrap();
        write_whole(&tender, b"text").unwrap();
        fs::write(dir.path().join("in/bids/b.toml"), "").unwrap();
        fs::write(dir.path().join("in/bids/a.toml"), "").unwrap();
        let (folder, name) = Folder::of(&tender).unwrap();
        assert_eq!(folder.read(&name).unwrap(), b"text");
        assert_eq!(folder.read("../secret"), Err(ReadFileError::Outside));
        assert_eq!(folder.read("/etc/passwd"), Err(ReadFileError::Outside));
        assert_eq!(folder.read("nothing"), Err(ReadFileError::Missing));
        assert_eq!(folder.list("bids/*.toml").unwrap(), ["bids/a.toml", "bids/b.toml"]);
        #[cfg(unix)]
        {
            std::os::unix::fs::symlink(dir.path().join("secret"), dir.path().join("in/link")).unwrap();
            assert_eq!(folder.read("link"), Err(ReadFileError::Outside));
        }
        assert_eq!(fs::read_dir(dir.path().join("in")).unwrap().count(), 3);
    }

    #[test]
    fn a_framework_alone_may_lie_outside_and_never_behind_a_link() {
        let dir = tempfile::tempdir().unwrap();
        for folder in ["mini", "framework"] {
            fs::create_dir_all(dir.path().join(folder)).unwrap();
        }
        fs::write(dir.path().join("framework/tender.toml"), "text").unwrap();
        fs::write(dir.path().join("mini/tender.toml"), "").unwrap();
        let (folder, _) = Folder::of(&dir.path().join("mini/tender.toml")).unwrap();
        let parent = folder.framework("../framework/tender.toml").ok().unwrap();
        assert_eq!(parent.files.read(&parent.name).unwrap(), b"text");
        assert_eq!(parent.files.read("../mini/tender.toml"), Err(ReadFileError::Outside));
        assert_eq!(folder.framework("../nothing.toml").err(), Some(ReadFileError::Missing));
        assert_eq!(folder.framework("/etc/passwd").err(), Some(ReadFileError::Outside));
        #[cfg(unix)]
        {
            std::os::unix::fs::symlink(dir.path().join("framework"), dir.path().join("link")).unwrap();
            assert_eq!(folder.framework("../link/tender.toml").err(), Some(ReadFileError::Outside));
        }
    }
}
