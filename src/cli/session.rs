use std::{
    io::{self, IsTerminal, Write},
    path::{Path, PathBuf},
};

use super::{
    ExitCode,
    arguments::{Color, Common, Format},
    files::{Folder, same_file, write_whole},
};
use crate::{
    record::{Inputs, InputsFault, Recording},
    report::{
        Language,
        problems::{ProblemWriter, check_json},
    },
    tender::{Files, Problem, Sources, Tender, read_tender},
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
        let tender = self.open(file)?;
        Ok(self.with_remarks(tender, file))
    }

    /// Tells the warnings of a valid tender.
    fn with_remarks(&mut self, mut tender: Tender, file: &Path) -> Tender {
        if !tender.remarks.is_empty() && !self.quiet {
            let names: Vec<String> = tender.sources.files.iter().map(|f| f.name.clone()).collect();
            name_as_given(&mut tender.sources, file);
            self.print_problems(&tender.remarks, &tender.sources);
            for (source, name) in tender.sources.files.iter_mut().zip(names) {
                source.name = name;
            }
        }
        tender
    }

    fn open(&mut self, file: &Path) -> Ended<Tender> {
        match self.read(file)? {
            Ok(tender) => Ok(tender),
            Err((problems, sources)) => Err(self.tell_rejected(&problems, &sources)),
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
    pub(super) fn read(&mut self, file: &Path) -> Ended<Result<Tender, (Vec<Problem>, Sources)>> {
        let (folder, name) = Folder::of(file).map_err(|e| self.file_fault(file, &e))?;
        self.read_from(&folder, &name, file)
    }

    /// Reads and validates a tender, as [`Session::tender`], and keeps the files that were read.
    pub(super) fn recorded_tender(&mut self, file: &Path) -> Ended<(Tender, Inputs)> {
        let (folder, name) = Folder::of(file).map_err(|e| self.file_fault(file, &e))?;
        let around = folder.names_around();
        let noted = Recording::new(folder);
        let tender = match self.read_from(&noted, &name, file)? {
            Ok(tender) => self.with_remarks(tender, file),
            Err((problems, sources)) => return Err(self.tell_rejected(&problems, &sources)),
        };
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

    fn read_from(
        &mut self,
        files: &dyn Files,
        name: &str,
        file: &Path,
    ) -> Ended<Result<Tender, (Vec<Problem>, Sources)>> {
        self.inputs.push(file.to_owned());
        // a pipe can be opened once only, so that it is not tried here
        let readable = std::fs::metadata(file).and_then(|about| match (about.is_dir(), about.is_file()) {
            (true, _) => Err(io::ErrorKind::IsADirectory.into()),
            (false, true) => std::fs::File::open(file).map(drop),
            (false, false) => Ok(()),
        });
        readable.map_err(|e| self.file_fault(file, &e))?;
        let read = read_tender(files, name);
        let sources = read.as_ref().map_or_else(|r| &r.sources, |t| &t.sources);
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
            self.unknown(("structure", "opdeling"), id, &known)
        })
    }

    /// A name on the command line that the tender does not know.
    pub(super) fn unknown(&mut self, what: (&str, &str), name: &str, known: &[String]) -> ExitCode {
        let (name, list) = (printable(name), self.language.list(known));
        let text = match self.language {
            Language::En => format!("the tender has no {} `{name}`; it has: {list}", what.0),
            Language::Da => format!("udbuddet har ingen {} `{name}`; det har: {list}", what.1),
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
            source.name = folder.join(&source.name).display().to_string();
        }
    }
}

/// A text of the user's or a bidder's, safe on a terminal.
pub(super) fn printable(text: &str) -> String {
    text.chars()
        .flat_map(|c| if c.is_control() { c.escape_default().collect::<Vec<_>>() } else { vec![c] })
        .collect()
}
