//! What a command reads: tenders, dialogues, further files; and what the command line names in them.

use std::{
    io,
    path::{Component, Path, PathBuf},
};

use super::{
    Ended, ExitCode, Session,
    files::{Folder, read_whole, same_file},
    printable,
};
use crate::{
    number::Figure,
    record::{Inputs, InputsError, Recording, read_tender},
    report::the_tender,
    simulation::{Dialogue, read_dialogue},
    tender::{Problem, ReadError, Sources, Tender, TenderKind},
};

/// What was read, or its problems, with the files as the user named them.
pub(super) type Read<T> = Result<T, (Vec<Problem>, Sources)>;

impl Session<'_> {
    /// Reads a file that is named on the command line, which no result may overwrite then.
    pub(super) fn load_file(&mut self, path: &Path) -> Ended<Vec<u8>> {
        self.used.push(path.to_owned());
        read_whole(path, true).map_err(|e| self.file_error(path, &e))
    }

    /// Reads and validates a tender; problems go to the user in the form asked for.
    pub(super) fn load_tender(&mut self, file: &Path) -> Ended<Tender> {
        let read = self.read_by(file, |folder, name| read_tender(folder, name), |tender| &tender.sources)?;
        let tender = self.accept(read)?;
        self.print_remarks(&tender.remarks, &tender.sources, file);
        Ok(tender)
    }

    /// Reads and validates a dialogue file; problems go to the user in the form asked for.
    pub(super) fn load_dialogue(&mut self, file: &Path) -> Ended<Dialogue> {
        let reader = |folder: &Folder, name: &str| read_dialogue(folder, name);
        let read = self.read_by(file, reader, |dialogue| &dialogue.sources)?;
        let dialogue = self.accept(read)?;
        self.print_remarks(&dialogue.remarks, &dialogue.sources, file);
        Ok(dialogue)
    }

    /// As [`Session::load_tender`], with the files that were read.
    pub(super) fn load_tender_with_inputs(&mut self, file: &Path) -> Ended<(Tender, Inputs)> {
        let (folder, name) = Folder::of(file).map_err(|e| self.file_error(file, &e))?;
        let around = folder.names_around();
        let noted = Recording::new(folder);
        let read = self.read_from(file, || read_tender(&noted, &name), |tender| &tender.sources)?;
        let tender = self.accept(read)?;
        self.print_remarks(&tender.remarks, &tender.sources, file);
        let inputs = noted.inputs(&name, &around);
        let inputs = inputs
            .map_err(|InputsError::FolderName| self.refuse("cli-folder-not-utf8", ExitCode::InvalidInput))?;
        Ok((tender, inputs))
    }

    fn accept<T>(&mut self, read: Read<T>) -> Ended<T> {
        read.map_err(|(problems, sources)| self.print_rejected(&problems, &sources))
    }

    /// Warnings about a file that is valid.
    fn print_remarks(&mut self, remarks: &[Problem], sources: &Sources, file: &Path) {
        if !remarks.is_empty() && !self.quiet {
            let mut sources = sources.clone();
            name_as_given(&mut sources, file);
            self.print_problems(remarks, &sources);
        }
    }

    /// Reads and validates a file by a reader; `sources` gives the files of what was read.
    pub(super) fn read_by<T>(
        &mut self,
        file: &Path,
        reader: impl FnOnce(&Folder, &str) -> Result<T, ReadError>,
        sources: impl FnOnce(&T) -> &Sources,
    ) -> Ended<Read<T>> {
        let (folder, name) = Folder::of(file).map_err(|e| self.file_error(file, &e))?;
        self.read_from(file, || reader(&folder, &name), sources)
    }

    fn read_from<T>(
        &mut self,
        file: &Path,
        reader: impl FnOnce() -> Result<T, ReadError>,
        sources: impl FnOnce(&T) -> &Sources,
    ) -> Ended<Read<T>> {
        self.used.push(file.to_owned());
        // a pipe can be opened once only, so that it is not tried here
        let readable = std::fs::metadata(file).and_then(|about| match (about.is_dir(), about.is_file()) {
            (true, _) => Err(io::ErrorKind::IsADirectory.into()),
            (false, true) => std::fs::File::open(file).map(drop),
            (false, false) => Ok(()),
        });
        readable.map_err(|e| self.file_error(file, &e))?;
        let read = reader();
        let sources = read.as_ref().map_or_else(|r| &r.sources, sources);
        let parent = file.parent().unwrap_or(Path::new(""));
        self.used.extend(sources.files.iter().skip(1).map(|f| parent.join(&f.name)));
        Ok(read.map_err(|mut r| {
            name_as_given(&mut r.sources, file);
            (r.problems, r.sources)
        }))
    }

    /// The structure named, or the published one.
    pub(super) fn structure(&mut self, tender: &Tender, named: Option<&str>) -> Ended<usize> {
        let Some(id) = named else { return Ok(tender.award.structure) };
        let found = tender.structures.iter().position(|s| s.id == id);
        found.ok_or_else(|| {
            let known: Vec<String> = tender.structures.iter().map(|s| s.id.clone()).collect();
            self.unknown(tender.head.kind, "cli-what-structure", id, &known)
        })
    }

    /// A name on the command line that the tender does not know; `what` is the id of the word for what it names.
    pub(super) fn unknown(&mut self, kind: TenderKind, what: &str, name: &str, known: &[String]) -> ExitCode {
        let figures = vec![
            ("the_tender", Figure::from(the_tender(kind, self.language))),
            ("what", Figure::from(self.language.word(what))),
            ("name", Figure::from(printable(name))),
            ("known", Figure::from(known.to_vec())),
        ];
        self.error_message(if known.is_empty() { "cli-unknown-of-none" } else { "cli-unknown" }, &figures);
        ExitCode::Usage
    }

    /// Refuses a tender whose model has another hash than demanded.
    pub(super) fn demand_model_hash(&mut self, tender: &Tender, demanded: Option<&str>) -> Ended<()> {
        let Some(demanded) = demanded else { return Ok(()) };
        let own = crate::tender::canonical::model_hash(tender);
        if own.eq_ignore_ascii_case(demanded.trim()) {
            return Ok(());
        }
        let figures = vec![("own", Figure::from(own)), ("demanded", Figure::from(printable(demanded)))];
        self.error_message("cli-model-hash", &figures);
        Err(ExitCode::InvalidInput)
    }
}

/// Names the files of a tender as seen from the folder that the user is in, so that a place can be opened.
pub(super) fn name_as_given(sources: &mut Sources, file: &Path) {
    if let Some(folder) = file.parent().filter(|p| !p.as_os_str().is_empty()) {
        for source in &mut sources.files {
            source.name = without_detours(folder.join(&source.name)).display().to_string();
        }
    }
}

/// `mini/../tender.toml` as `tender.toml`, unless a link makes that another file.
fn without_detours(path: PathBuf) -> PathBuf {
    let mut direct = PathBuf::new();
    for component in path.components() {
        let back = component == Component::ParentDir;
        match direct.components().next_back() {
            Some(Component::Normal(_)) if back => {
                direct.pop();
            }
            _ => direct.push(component),
        }
    }
    if direct != path && same_file(&direct, &path) { direct } else { path }
}
