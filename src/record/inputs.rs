//! The input files of a record: noted while a tender is read, kept as a tree in which every relative path still works,
//! and read again from there.

use std::{cell::RefCell, collections::BTreeMap, rc::Rc};

use super::{INPUTS, MANIFEST, Manifest, RecordFiles, SUMS, folder::sha256_hex};
use crate::tender::{Files, FrameworkFolder, ReadFileError, path_matches};

/// By path from the tender's folder, `..` first: what was read.
#[derive(Debug, Default)]
struct Noted {
    files: BTreeMap<String, Vec<u8>>,
    framework: Option<String>,
}

/// Files that note what is read from them.
pub struct Recording<'f> {
    files: Box<dyn Files + 'f>,
    /// Where they lie, as seen from the tender's folder.
    folder: String,
    noted: Rc<RefCell<Noted>>,
}

/// The input files of a tender as a tree of their own.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Inputs {
    /// By path from the root of the tree.
    pub files: BTreeMap<String, Vec<u8>>,
    /// The path of the tender file.
    pub tender: String,
    /// The path of its framework's tender file.
    pub framework: Option<String>,
    /// The record of the framework, where the tender names one.
    pub framework_record: Option<FrameworkRecord>,
}

/// The record of a framework among the inputs of a mini-tender.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct FrameworkRecord {
    /// Its folder, from the root of the inputs.
    pub folder: String,
    /// Its record hash.
    pub hash: String,
}

/// Why the input files cannot be kept as a tree.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
#[non_exhaustive]
pub enum InputsError {
    /// The name of a folder between two of the files is not UTF-8, so that no path could name it.
    FolderName,
}

impl std::fmt::Display for InputsError {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        match self {
            InputsError::FolderName => {
                f.write_str("the name of a folder between the input files is not UTF-8")
            }
        }
    }
}

impl std::error::Error for InputsError {}

impl<'f> Recording<'f> {
    /// Notes what is read from these files.
    pub fn new(files: impl Files + 'f) -> Self {
        Recording { files: Box::new(files), folder: String::new(), noted: Rc::default() }
    }

    /// What was read so far, as a tree whose root is the deepest folder that holds all of it. `tender` is the name of the
    /// tender file; `folders` are the names of its folder and of those around it, from the inside out.
    ///
    /// # Errors
    /// [`InputsError`] where a name that is needed is not among them.
    pub fn inputs(&self, tender: &str, folders: &[String]) -> Result<Inputs, InputsError> {
        let noted = self.noted.borrow();
        let height = noted.files.keys().map(|path| ups(path)).max().unwrap_or(0);
        let around = folders.get(..height).ok_or(InputsError::FolderName)?;
        let place = |path: &str| {
            let up = ups(path);
            let within = around.get(up..).unwrap_or_default();
            let mut parts: Vec<&str> = within.iter().rev().map(String::as_str).collect();
            parts.extend(path.split('/').skip(up));
            parts.join("/")
        };
        let files: BTreeMap<String, Vec<u8>> =
            noted.files.iter().map(|(path, bytes)| (place(path), bytes.clone())).collect();
        let framework = noted.framework.as_deref().map(place);
        let framework_record = framework.as_deref().and_then(|path| framework_record(&files, path));
        let framework = match &framework_record {
            Some(record) => tender_of(&files, &record.folder),
            None => framework,
        };
        Ok(Inputs { files, tender: place(&join("", tender)), framework, framework_record })
    }
}

/// The record whose sums are at a path, if there are sums.
fn framework_record(files: &BTreeMap<String, Vec<u8>>, path: &str) -> Option<FrameworkRecord> {
    let folder = match path.strip_suffix(SUMS)? {
        "" => "",
        folder => folder.strip_suffix('/')?,
    };
    Some(FrameworkRecord { folder: folder.to_owned(), hash: sha256_hex(files.get(path)?) })
}

/// The tender file that the manifest of a record names.
fn tender_of(files: &BTreeMap<String, Vec<u8>>, folder: &str) -> Option<String> {
    let bytes = files.get(&join(folder, MANIFEST))?.clone();
    let manifest = Manifest::read_for_replay(&[(MANIFEST.to_owned(), bytes)].into()).ok()?;
    Some(join(folder, &manifest.tender.file))
}

impl Files for Recording<'_> {
    fn read(&self, path: &str) -> Result<Vec<u8>, ReadFileError> {
        let bytes = self.files.read(path)?;
        let noted = join(&self.folder, path);
        self.noted.borrow_mut().files.insert(noted, bytes.clone());
        Ok(bytes)
    }

    fn list(&self, pattern: &str) -> Result<Vec<String>, ReadFileError> {
        self.files.list(pattern)
    }

    fn framework(&self, path: &str) -> Result<FrameworkFolder, ReadFileError> {
        let found = self.files.framework(path)?;
        let file = join(&self.folder, path);
        let folder = folder_of(&file).to_owned();
        self.noted.borrow_mut().framework = Some(file);
        let files = Recording { files: found.files, folder, noted: Rc::clone(&self.noted) };
        Ok(FrameworkFolder { files: Box::new(files), name: found.name })
    }
}

/// The input files of a record, read as the tender's folder was.
#[derive(Clone, Debug)]
pub struct InputFiles {
    files: Rc<BTreeMap<String, Vec<u8>>>,
    folder: String,
}

impl InputFiles {
    /// The files under `inputs/`, seen from the folder of the tender file, and the file's name in it. `tender` is its path
    /// in the record. `None` where it does not lie there.
    pub fn of(record: &RecordFiles, tender: &str) -> Option<(Self, String)> {
        let under = |path: &str| Some(path.strip_prefix(INPUTS)?.strip_prefix('/')?.to_owned());
        let tender = under(tender)?;
        let files: BTreeMap<_, _> =
            record.iter().filter_map(|(path, bytes)| Some((under(path)?, bytes.clone()))).collect();
        Self::within(Rc::new(files), &tender)
    }

    fn within(files: Rc<BTreeMap<String, Vec<u8>>>, tender: &str) -> Option<(Self, String)> {
        files.contains_key(tender).then(|| {
            let folder = folder_of(tender).to_owned();
            let name = tender.rsplit('/').next().unwrap_or(tender).to_owned();
            (InputFiles { files, folder }, name)
        })
    }

    /// The names of the tender's folder and of those around it, from the inside out.
    pub fn folders(&self) -> Vec<String> {
        self.folder.rsplit('/').filter(|name| !name.is_empty()).map(str::to_owned).collect()
    }
}

impl Files for InputFiles {
    fn read(&self, path: &str) -> Result<Vec<u8>, ReadFileError> {
        if ups(&join("", path)) > 0 || path.starts_with('/') {
            return Err(ReadFileError::Outside);
        }
        self.files.get(&join(&self.folder, path)).cloned().ok_or(ReadFileError::Missing)
    }

    /// As on a disk: a pattern without `*` names its file, and hidden files are matched by a dot alone.
    fn list(&self, pattern: &str) -> Result<Vec<String>, ReadFileError> {
        if !pattern.contains('*') {
            return Ok(vec![pattern.to_owned()]);
        }
        let within = |path: &str| match self.folder.as_str() {
            "" => Some(path.to_owned()),
            folder => path.strip_prefix(folder)?.strip_prefix('/').map(str::to_owned),
        };
        let shown = |path: &str| {
            path.split('/')
                .zip(pattern.split('/'))
                .all(|(name, p)| !name.starts_with('.') || p.starts_with('.'))
        };
        let mut found: Vec<String> = self.files.keys().filter_map(|path| within(path)).collect();
        found.retain(|path| path_matches(pattern, path) && shown(path));
        Ok(found)
    }

    fn framework(&self, path: &str) -> Result<FrameworkFolder, ReadFileError> {
        let file = join(&self.folder, path);
        if ups(&file) > 0 || path.starts_with('/') {
            return Err(ReadFileError::Outside);
        }
        let (files, name) = Self::within(Rc::clone(&self.files), &file).ok_or(ReadFileError::Missing)?;
        Ok(FrameworkFolder { files: Box::new(files), name })
    }
}

/// A path seen from a folder, without `.` and with `..` at its beginning only.
fn join(folder: &str, path: &str) -> String {
    let mut parts: Vec<&str> = Vec::new();
    for part in folder.split('/').chain(path.split('/')) {
        match part {
            "" | "." => {}
            ".." if parts.last().is_some_and(|last| *last != "..") => {
                parts.pop();
            }
            part => parts.push(part),
        }
    }
    parts.join("/")
}

/// How many `..` a path begins with.
fn ups(path: &str) -> usize {
    path.split('/').take_while(|part| *part == "..").count()
}

fn folder_of(path: &str) -> &str {
    path.rsplit_once('/').map_or("", |(folder, _)| folder)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::tender::MemoryFiles;

    fn names(folders: &[&str]) -> Vec<String> {
        folders.iter().map(|f| (*f).to_owned()).collect()
    }

    #[test]
    fn a_tender_by_itself_keeps_its_own_paths() {
        let memory = MemoryFiles::new().with("tender.toml", "a").with("bids/x.toml", "b").with("unread", "c");
        let files = Recording::new(memory);
        assert_eq!(files.list("bids/*.toml").unwrap(), ["bids/x.toml"]);
        for path in ["tender.toml", "bids/x.toml"] {
            files.read(path).unwrap();
        }
        let inputs = files.inputs("tender.toml", &names(&["any"])).unwrap();
        assert_eq!(inputs.files.keys().collect::<Vec<_>>(), ["bids/x.toml", "tender.toml"]);
        assert_eq!((inputs.tender.as_str(), inputs.framework), ("tender.toml", None));
    }

    #[test]
    fn folders_between_a_mini_tender_and_its_framework_keep_their_names() {
        let memory = MemoryFiles::new().with("t.toml", "a").with("../../frame/f.toml", "b");
        let files = Recording::new(memory);
        files.read("t.toml").unwrap();
        let parent = files.framework("../../frame/f.toml").ok().unwrap();
        parent.files.read("f.toml").unwrap();
        let inputs = files.inputs("t.toml", &names(&["knee", "minis", "year"])).unwrap();
        assert_eq!(inputs.files.keys().collect::<Vec<_>>(), ["frame/f.toml", "minis/knee/t.toml"]);
        assert_eq!(inputs.tender, "minis/knee/t.toml");
        assert_eq!(inputs.framework.as_deref(), Some("frame/f.toml"));
        assert_eq!(files.inputs("t.toml", &names(&["knee"])), Err(InputsError::FolderName));

        let record: RecordFiles =
            inputs.files.into_iter().map(|(path, bytes)| (format!("inputs/{path}"), bytes)).collect();
        let (again, name) = InputFiles::of(&record, "inputs/minis/knee/t.toml").unwrap();
        assert_eq!(again.read(&name).unwrap(), b"a");
        assert_eq!(again.folders(), ["knee", "minis"]);
        assert_eq!(again.read("../../frame/f.toml"), Err(ReadFileError::Outside));
        let parent = again.framework("../../frame/f.toml").ok().unwrap();
        assert_eq!(parent.files.read(&parent.name).unwrap(), b"b");
        assert_eq!(again.framework("../../../f.toml").err(), Some(ReadFileError::Outside));
        assert_eq!(again.framework("../../frame/g.toml").err(), Some(ReadFileError::Missing));
    }

    #[test]
    fn a_pattern_finds_what_it_finds_on_a_disk() {
        let record: RecordFiles = ["inputs/t/t.toml", "inputs/t/bids/b.toml", "inputs/t/bids/.a.toml"]
            .map(|path| (path.to_owned(), Vec::new()))
            .into();
        let (files, _) = InputFiles::of(&record, "inputs/t/t.toml").unwrap();
        assert_eq!(files.list("bids/*.toml").unwrap(), ["bids/b.toml"]);
        assert_eq!(files.list("bids/.*").unwrap(), ["bids/.a.toml"]);
        assert_eq!(files.list("bids/nothing.toml").unwrap(), ["bids/nothing.toml"]);
    }
}
