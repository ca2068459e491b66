//! The files of a tender while they are read: where they lie, what they contain, in which order they were opened.

use super::{node::At, problems::Problems, text};
use crate::tender::{Files, FrameworkFolder, Place, Problem, ProblemCode, ReadFileError, Source, Sources};

/// The files read so far.
pub(crate) struct OpenedFiles<'f> {
    files: &'f dyn Files,
    sources: Sources,
}

/// A file that is being read: its text returns to the opened_files with [`OpenedFiles::keep`].
#[derive(Debug)]
pub(crate) struct Opened {
    pub(crate) file: u32,
    pub(crate) text: String,
}

impl<'f> OpenedFiles<'f> {
    pub(crate) fn new(files: &'f dyn Files) -> Self {
        OpenedFiles { files, sources: Sources::default() }
    }

    /// Reads a file. `place` is where it is named; the tender file itself is named nowhere.
    pub(crate) fn open(&mut self, path: &str, place: Option<Place>, p: &mut Problems) -> Option<Opened> {
        let file = u32::try_from(self.sources.files.len()).unwrap_or(u32::MAX);
        let own = Place { file, start: 0, end: 0 };
        let place = place.unwrap_or(own);
        let bytes = match self.files.read(path) {
            Ok(bytes) if u32::try_from(bytes.len()).is_ok_and(|n| n < u32::MAX) => Ok(bytes),
            Ok(_) => Err(ReadFileError::Failed("4 GB".into())),
            Err(fault) => Err(fault),
        };
        let bytes = match bytes {
            Ok(bytes) => bytes,
            Err(fault) => {
                if place == own {
                    self.sources.files.push(Source { name: path.into(), text: String::new() });
                }
                report_fault(fault, path, place, p);
                return None;
            }
        };
        self.sources.files.push(Source { name: path.into(), text: String::new() });
        match String::from_utf8(bytes) {
            Ok(mut text) => {
                if text.starts_with('\u{feff}') {
                    text.drain(..3);
                }
                Some(Opened { file, text })
            }
            Err(e) => {
                // up to the fault the text is as the file has it, so that the place can be shown
                let byte = e.utf8_error().valid_up_to();
                let text = String::from_utf8_lossy(e.as_bytes()).into_owned();
                let start = u32::try_from(byte).unwrap_or(u32::MAX);
                let place = Place { file, start, end: start.saturating_add(3) };
                p.add(Problem::new(ProblemCode::NotUtf8, place).with("byte", byte));
                // what seems missing may be in this file
                p.note_unparsed();
                self.keep(Opened { file, text });
                None
            }
        }
    }

    /// Takes back the text of a file that was read.
    pub(crate) fn keep(&mut self, opened: Opened) {
        if let Some(source) = self.sources.files.get_mut(opened.file as usize) {
            source.text = opened.text;
        }
    }

    /// The path of a file that is named at a place: relative to the file that names it, inside the tender's folder.
    pub(crate) fn resolve(&self, named: &At<String>, p: &mut Problems) -> Option<String> {
        let base = self.sources.files.get(named.place.file as usize).map_or("", |s| s.name.as_str());
        let resolved = inside(base, &named.value);
        if resolved.is_none() {
            report_fault(ReadFileError::Outside, &named.value, named.place, p);
        }
        resolved
    }

    /// Reports at the place where a file is named that it cannot be read; whether it can.
    pub(crate) fn is_readable(&self, path: &str, place: Place, p: &mut Problems) -> bool {
        self.files.read(path).map_err(|fault| report_fault(fault, path, place, p)).is_ok()
    }

    /// The folder of a framework, named at a place of the tender file. It alone may lie outside the tender's folder.
    pub(crate) fn framework(&self, named: &At<String>, p: &mut Problems) -> Option<FrameworkFolder> {
        let drive = named.value.as_bytes().get(1) == Some(&b':');
        let base = self.sources.files.get(named.place.file as usize).map_or("", |s| s.name.as_str());
        let found = if named.value.starts_with('/') || named.value.contains('\\') || drive {
            Err(ReadFileError::Outside)
        } else if let Some((folder, _)) = base.rsplit_once('/') {
            self.files.framework(&format!("{folder}/{}", named.value))
        } else {
            self.files.framework(&named.value)
        };
        found.map_err(|fault| report_fault(fault, &named.value, named.place, p)).ok()
    }

    /// The number that the next file gets.
    pub(crate) fn next_file(&self) -> u32 {
        u32::try_from(self.sources.files.len()).unwrap_or(u32::MAX)
    }

    /// Adds files that were read elsewhere, as seen from here: under the path of their folder.
    pub(crate) fn add(&mut self, sources: Sources, folder: &str) {
        for mut source in sources.files {
            if !folder.is_empty() {
                source.name = format!("{folder}/{}", source.name);
            }
            self.sources.files.push(source);
        }
    }

    /// The files that some patterns name, each once, by path bytewise, with the place that names it.
    pub(crate) fn list(&self, patterns: &[At<String>], p: &mut Problems) -> Vec<(String, Place)> {
        let mut paths = Vec::new();
        for pattern in patterns {
            let Some(path) = self.resolve(pattern, p) else { continue };
            if !path.contains('*') {
                paths.push((path, pattern.place));
                continue;
            }
            match self.files.list(&path) {
                Ok(found) if found.is_empty() => p.add(
                    Problem::new(ProblemCode::NoFileMatches, pattern.place)
                        .with("pattern", pattern.value.as_str()),
                ),
                Ok(found) => paths.extend(found.into_iter().map(|path| (path, pattern.place))),
                Err(fault) => report_fault(fault, &pattern.value, pattern.place, p),
            }
        }
        paths.sort();
        paths.dedup_by(|a, b| a.0 == b.0);
        paths
    }

    /// All files as they were read.
    pub(crate) fn finish(self) -> Sources {
        self.sources
    }
}

/// `path` as the file `base` means it, without `.` and `..`; `None` where it leaves the folder.
fn inside(base: &str, path: &str) -> Option<String> {
    let drive = path.as_bytes().get(1) == Some(&b':');
    if path.starts_with('/') || path.contains('\\') || drive {
        return None;
    }
    let mut parts: Vec<&str> = base.split('/').collect();
    parts.pop();
    for part in path.split('/') {
        match part {
            "" | "." => {}
            ".." => {
                parts.pop()?;
            }
            part => parts.push(part),
        }
    }
    (!parts.is_empty()).then(|| parts.join("/"))
}

fn report_fault(fault: ReadFileError, path: &str, place: Place, p: &mut Problems) {
    let problem = match fault {
        ReadFileError::Missing => Problem::new(ProblemCode::FileMissing, place),
        ReadFileError::Outside => Problem::new(ProblemCode::FileOutside, place),
        ReadFileError::Failed(reason) => {
            Problem::new(ProblemCode::FileUnreadable, place).with("reason", text::shown(&reason))
        }
    };
    p.add(problem.with("path", text::shown(path)));
}

#[cfg(test)]
mod tests {
    use super::inside;

    #[test]
    fn stays_inside_the_folder() {
        assert_eq!(inside("tender.toml", "bids/a.toml").as_deref(), Some("bids/a.toml"));
        assert_eq!(inside("bids/a.toml", "../prices/./a.csv").as_deref(), Some("prices/a.csv"));
        for outside in ["../a.csv", "/etc/passwd", "..\\a.csv", "C:/a.csv", "bids/../../a.csv", "."] {
            assert_eq!(inside("tender.toml", outside), None, "{outside}");
        }
    }
}
