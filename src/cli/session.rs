use std::{
    io::{self, IsTerminal, Write},
    path::{Component, Path, PathBuf},
};

use super::{
    ExitCode,
    arguments::{Color, Common, Format},
    files::{Folder, read_whole, same_file, write_whole},
};
use crate::{
    record::read_tender,
    record::{Inputs, InputsFault, Recording},
    report::{
        self, Language, Report,
        problems::{ProblemWriter, check_json},
        the_tender,
    },
    simulation::{Dialogue, read_dialogue},
    tender::{Problem, Rejected, Sources, Tender, TenderKind, read::text::is_unsafe},
};

/// Where results and remarks go, and in what form.
pub(super) struct Session<'a> {
    pub(super) language: Language,
    pub(super) format: Format,
    pub(super) quiet: bool,
    output: Option<PathBuf>,
    /// The files that were read, which no result may overwrite.
    inputs: Vec<PathBuf>,
    color: Color,
    stdout: &'a mut dyn Write,
    stderr: &'a mut dyn Write,
}

/// A command that ends early says why on stderr and hands back its exit code.
pub(super) type Ended<T> = Result<T, ExitCode>;

/// What was read, or its problems, with the files as the user named them.
pub(super) type Read<T> = Result<T, (Vec<Problem>, Sources)>;

impl<'a> Session<'a> {
    pub(super) fn new(common: &Common, stdout: &'a mut dyn Write, stderr: &'a mut dyn Write) -> Self {
        Session {
            language: common.lang.into(),
            format: common.format,
            quiet: common.quiet,
            output: common.output.clone(),
            inputs: Vec::new(),
            color: common.color,
            stdout,
            stderr,
        }
    }

    /// Whether results are coloured.
    pub(super) fn color_on_stdout(&self) -> bool {
        self.output.is_none() && self.color(io::stdout().is_terminal())
    }

    fn color_on_stderr(&self) -> bool {
        self.color(io::stderr().is_terminal())
    }

    fn color(&self, terminal: bool) -> bool {
        match self.color {
            Color::Always => true,
            Color::Never => false,
            Color::Auto => terminal && std::env::var_os("NO_COLOR").is_none_or(|v| v.is_empty()),
        }
    }

    /// One of two texts, by language.
    pub(super) fn say(&self, en: &'static str, da: &'static str) -> &'static str {
        self.language.pick(en, da)
    }

    /// Writes a result in the form asked for.
    pub(super) fn emit(&mut self, report: &dyn Report) -> Ended<()> {
        match report::write(report, self.report_format(), self.language) {
            Some(text) => self.result(&text),
            None => {
                let text = self.language.word("cli-no-rows");
                self.error(text);
                Err(ExitCode::Usage)
            }
        }
    }

    /// The form asked for, with what only the terminal decides.
    fn report_format(&self) -> report::Format {
        match self.format {
            Format::Table => report::Format::Table { color: self.color_on_stdout() },
            Format::Markdown => report::Format::Markdown,
            Format::Json => report::Format::Json,
            Format::Csv => report::Format::Csv,
        }
    }

    /// Writes the result: to `--output` whole or not at all, else to stdout.
    pub(super) fn result(&mut self, text: &str) -> Ended<()> {
        let Some(path) = self.output.clone() else {
            return match self.stdout.write_all(text.as_bytes()).and_then(|()| self.stdout.flush()) {
                // whoever reads has seen enough
                Err(e) if e.kind() != io::ErrorKind::BrokenPipe => {
                    Err(self.file_fault(Path::new("stdout"), &e))
                }
                _ => Ok(()),
            };
        };
        self.file(&path, text.as_bytes())
    }

    /// Writes a JSON result.
    pub(super) fn json(&mut self, value: &serde_json::Value) -> Ended<()> {
        self.result(&format!("{value:#}\n"))
    }

    /// Writes a further file whole or not at all.
    pub(super) fn file(&mut self, path: &Path, bytes: &[u8]) -> Ended<()> {
        if self.inputs.iter().any(|input| same_file(input, path)) {
            let name = printable(&path.display().to_string());
            let text = match self.language {
                Language::En => format!("{name}: this file was read; a result is not written over it"),
                Language::Da => format!("{name}: denne fil er læst; et resultat skrives ikke oven i den"),
            };
            self.error(&text);
            return Err(ExitCode::Usage);
        }
        // a second result must not take the place of the first
        self.inputs.push(path.to_owned());
        write_whole(path, bytes).map_err(|e| self.file_fault(path, &e))
    }

    /// The folder that `--output` names, for a command that writes one. Its result then goes to stdout.
    pub(super) fn take_output(&mut self) -> Option<PathBuf> {
        self.output.take()
    }

    /// Reads a file that is named on the command line, which no result may overwrite then.
    pub(super) fn input(&mut self, path: &Path) -> Ended<Vec<u8>> {
        self.inputs.push(path.to_owned());
        read_whole(path, true).map_err(|e| self.file_fault(path, &e))
    }

    /// A remark on stderr, unless `--quiet`.
    pub(super) fn remark(&mut self, text: &str) {
        if !self.quiet {
            let _ = self.stderr.write_all(text.as_bytes());
        }
    }

    /// An error on stderr.
    pub(super) fn error(&mut self, text: &str) {
        let label = self.say("error", "fejl");
        let _ = writeln!(self.stderr, "{label}: {text}");
    }

    /// A file that cannot be read or written.
    pub(super) fn file_fault(&mut self, path: &Path, error: &io::Error) -> ExitCode {
        let name = printable(&path.display().to_string());
        let text = match (self.language, error.kind()) {
            (Language::En, io::ErrorKind::NotFound) => format!("{name}: there is no such file"),
            (Language::Da, io::ErrorKind::NotFound) => format!("{name}: filen findes ikke"),
            _ => format!("{name}: {error}"),
        };
        self.error(&text);
        ExitCode::FileFault
    }

    /// Reads and validates a tender; problems go to the user in the form asked for.
    pub(super) fn tender(&mut self, file: &Path) -> Ended<Tender> {
        let read = self.read(file)?;
        let tender = self.accept(read)?;
        self.tell_remarks(&tender.remarks, &tender.sources, file);
        Ok(tender)
    }

    /// Reads and validates a dialogue file; problems go to the user in the form asked for.
    pub(super) fn dialogue(&mut self, file: &Path) -> Ended<Dialogue> {
        let reader = |folder: &Folder, name: &str| read_dialogue(folder, name);
        let read = self.read_by(file, reader, |dialogue| &dialogue.sources)?;
        let dialogue = self.accept(read)?;
        self.tell_remarks(&dialogue.remarks, &dialogue.sources, file);
        Ok(dialogue)
    }

    fn accept<T>(&mut self, read: Read<T>) -> Ended<T> {
        read.map_err(|(problems, sources)| self.tell_rejected(&problems, &sources))
    }

    /// Warnings about a file that is valid.
    fn tell_remarks(&mut self, remarks: &[Problem], sources: &Sources, file: &Path) {
        if !remarks.is_empty() && !self.quiet {
            let mut sources = sources.clone();
            name_as_given(&mut sources, file);
            self.print_problems(remarks, &sources);
        }
    }

    /// The problems of a file that is rejected, in the form asked for.
    pub(super) fn tell_rejected(&mut self, problems: &[Problem], sources: &Sources) -> ExitCode {
        if self.format != Format::Json {
            self.print_problems(problems, sources);
            return ExitCode::InvalidInput;
        }
        match self.json(&check_json(problems, sources, self.language)) {
            Ok(()) => ExitCode::InvalidInput,
            Err(code) => code,
        }
    }

    /// Reads and validates a tender: the tender, or its problems.
    pub(super) fn read(&mut self, file: &Path) -> Ended<Read<Tender>> {
        self.read_by(file, |folder, name| read_tender(folder, name), |tender| &tender.sources)
    }

    /// Reads and validates a file by a reader that `sources` tells the files of.
    pub(super) fn read_by<T>(
        &mut self,
        file: &Path,
        reader: impl FnOnce(&Folder, &str) -> Result<T, Rejected>,
        sources: impl FnOnce(&T) -> &Sources,
    ) -> Ended<Read<T>> {
        let (folder, name) = Folder::of(file).map_err(|e| self.file_fault(file, &e))?;
        self.read_from(file, || reader(&folder, &name), sources)
    }

    /// Reads and validates a tender, as [`Session::tender`], and keeps the files that were read.
    pub(super) fn recorded_tender(&mut self, file: &Path) -> Ended<(Tender, Inputs)> {
        let (folder, name) = Folder::of(file).map_err(|e| self.file_fault(file, &e))?;
        let around = folder.names_around();
        let noted = Recording::new(folder);
        let read = self.read_from(file, || read_tender(&noted, &name), |tender| &tender.sources)?;
        let tender = self.accept(read)?;
        self.tell_remarks(&tender.remarks, &tender.sources, file);
        let inputs = noted.inputs(&name, &around).map_err(|InputsFault::FolderName| {
            let text = self.say(
                "a folder around the tender has a name that is not UTF-8",
                "en mappe omkring udbuddet har et navn, der ikke er UTF-8",
            );
            self.error(text);
            ExitCode::InvalidInput
        })?;
        Ok((tender, inputs))
    }

    fn read_from<T>(
        &mut self,
        file: &Path,
        reader: impl FnOnce() -> Result<T, Rejected>,
        sources: impl FnOnce(&T) -> &Sources,
    ) -> Ended<Read<T>> {
        self.inputs.push(file.to_owned());
        // a pipe can be opened once only, so that it is not tried here
        let readable = std::fs::metadata(file).and_then(|about| match (about.is_dir(), about.is_file()) {
            (true, _) => Err(io::ErrorKind::IsADirectory.into()),
            (false, true) => std::fs::File::open(file).map(drop),
            (false, false) => Ok(()),
        });
        readable.map_err(|e| self.file_fault(file, &e))?;
        let read = reader();
        let sources = read.as_ref().map_or_else(|r| &r.sources, sources);
        let parent = file.parent().unwrap_or(Path::new(""));
        self.inputs.extend(sources.files.iter().skip(1).map(|f| parent.join(&f.name)));
        Ok(read.map_err(|mut r| {
            name_as_given(&mut r.sources, file);
            (r.problems, r.sources)
        }))
    }

    /// Problems of a valid file, in the form asked for.
    pub(super) fn problems(&mut self, problems: &[Problem], tender: &Tender) {
        if self.format == Format::Json {
            // a result that cannot be written has been told of
            let _ = self.json(&check_json(problems, &tender.sources, self.language));
        } else {
            self.print_problems(problems, &tender.sources);
        }
    }

    fn print_problems(&mut self, problems: &[Problem], sources: &Sources) {
        let mut writer = ProblemWriter::new(sources, self.language, self.color_on_stderr());
        for problem in problems {
            let _ = writeln!(self.stderr, "{}\n", writer.text(problem).trim_end());
        }
    }

    /// The structure named, or the published one.
    pub(super) fn structure(&mut self, tender: &Tender, named: Option<&str>) -> Ended<usize> {
        let Some(id) = named else { return Ok(tender.award.structure) };
        let found = tender.structures.iter().position(|s| s.id == id);
        found.ok_or_else(|| {
            let known: Vec<String> = tender.structures.iter().map(|s| s.id.clone()).collect();
            self.unknown(tender.head.kind, ("structure", "opdeling"), id, &known)
        })
    }

    /// A name on the command line that the tender does not know.
    pub(super) fn unknown(
        &mut self,
        kind: TenderKind,
        what: (&str, &str),
        name: &str,
        known: &[String],
    ) -> ExitCode {
        let the = the_tender(kind, self.language);
        let (name, list) = (printable(name), self.language.list(known));
        let text = match self.language {
            Language::En if known.is_empty() => format!("{the} has no {} `{name}`, nor any other", what.0),
            Language::Da if known.is_empty() => format!("{the} har ingen {} `{name}` eller andre", what.1),
            Language::En => format!("{the} has no {} `{name}`; it has: {list}", what.0),
            Language::Da => format!("{the} har ingen {} `{name}`; der er: {list}", what.1),
        };
        self.error(&text);
        ExitCode::Usage
    }

    /// Refuses a tender whose model has another hash than demanded.
    pub(super) fn demand_model_hash(&mut self, tender: &Tender, demanded: Option<&str>) -> Ended<()> {
        let Some(demanded) = demanded else { return Ok(()) };
        let own = crate::tender::canonical::model_hash(tender);
        if own.eq_ignore_ascii_case(demanded.trim()) {
            return Ok(());
        }
        let demanded = printable(demanded);
        let text = match self.language {
            Language::En => format!(
                "the model has the hash {own}, not {demanded}\nhint: `udbud model FILE --against OTHER` says what differs"
            ),
            Language::Da => format!(
                "modellen har hash {own}, ikke {demanded}\ntip: `udbud model FIL --against ANDEN` viser forskellene"
            ),
        };
        self.error(&text);
        Err(ExitCode::InvalidInput)
    }
}

/// Names the files of a tender as seen from where the user stands, so that a place can be opened.
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

/// A text of the user's or a bidder's, safe on a terminal.
pub(super) fn printable(text: &str) -> String {
    text.chars()
        .flat_map(|c| if is_unsafe(c) { c.escape_default().collect::<Vec<_>>() } else { vec![c] })
        .collect()
}
