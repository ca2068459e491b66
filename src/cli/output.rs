//! What a command writes: results, remarks, errors, problems.

use std::{
    io,
    path::{Path, PathBuf},
};

use super::{
    Ended, ExitCode, Format, Session,
    files::{FileError, same_file, write_whole},
};
use crate::{
    number::{Figure, Figures},
    report::{
        self, Language, Report,
        problems::{ProblemWriter, check_json},
    },
    tender::{Problem, Sources, Tender, read::text::is_unsafe},
};

impl Session<'_> {
    /// Writes a result in the form asked for.
    pub(super) fn emit(&mut self, report: &dyn Report) -> Ended<()> {
        let format = match self.format {
            Format::Table => report::Format::Table { color: self.color_on_stdout() },
            Format::Markdown => report::Format::Markdown,
            Format::Json => report::Format::Json,
            Format::Csv => report::Format::Csv,
        };
        match report::write(report, format, self.language) {
            Some(text) => self.result(&text),
            None => Err(self.refuse("cli-no-rows", ExitCode::Usage)),
        }
    }

    /// Writes the text of a result: to `--output` whole or not at all, else to stdout.
    pub(super) fn result(&mut self, text: &str) -> Ended<()> {
        let Some(path) = self.output.clone() else {
            return match self.stdout.write_all(text.as_bytes()).and_then(|()| self.stdout.flush()) {
                // whoever reads has seen enough
                Err(e) if e.kind() != io::ErrorKind::BrokenPipe => {
                    Err(self.file_error(Path::new("stdout"), &e))
                }
                _ => Ok(()),
            };
        };
        self.write_file(&path, text.as_bytes())
    }

    /// Writes a JSON result.
    pub(super) fn json(&mut self, value: &serde_json::Value) -> Ended<()> {
        self.result(&report::json_text(value))
    }

    /// Writes a further file whole or not at all.
    pub(super) fn write_file(&mut self, path: &Path, bytes: &[u8]) -> Ended<()> {
        if self.used.iter().any(|used| same_file(used, path)) {
            self.error_message("cli-input-overwritten", &vec![("file", file_figure(path))]);
            return Err(ExitCode::Usage);
        }
        // a second result must not take the place of the first
        self.used.push(path.to_owned());
        write_whole(path, bytes).map_err(|e| self.file_error(path, &e))
    }

    /// The folder that `--output` names, for a command that writes one. Its result then goes to stdout.
    pub(super) fn output_dir(&mut self) -> Option<PathBuf> {
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
        let label = self.language.word("cli-error");
        let _ = writeln!(self.stderr, "{label}: {text}");
    }

    /// An error on stderr: a message of the catalogue.
    pub(super) fn error_message(&mut self, id: &str, figures: &Figures) {
        let text = self.language.message(id, figures);
        self.error(&text);
    }

    /// An error on stderr: a message of the catalogue without arguments; then the command ends with this code.
    pub(super) fn refuse(&mut self, id: &str, code: ExitCode) -> ExitCode {
        self.error_message(id, &Vec::new());
        code
    }

    /// A file that cannot be read or written.
    pub(super) fn file_error(&mut self, path: &Path, error: &io::Error) -> ExitCode {
        let file = ("file", file_figure(path));
        if error.kind() == io::ErrorKind::NotFound {
            self.error_message("cli-no-such-file", &vec![file]);
        } else {
            let reason = ("reason", Figure::from(io_error_text(error, self.language)));
            self.error_message("cli-file-error", &vec![file, reason]);
        }
        ExitCode::FileFault
    }

    /// The problems of a file that is rejected, in the form asked for.
    pub(super) fn print_rejected(&mut self, problems: &[Problem], sources: &Sources) -> ExitCode {
        if self.format != Format::Json {
            self.print_problems(problems, sources);
            return ExitCode::InvalidInput;
        }
        let json = check_json(problems, sources, self.language);
        match self.result(&report::json_text(&json)) {
            Ok(()) => ExitCode::InvalidInput,
            Err(code) => code,
        }
    }

    /// Problems of a valid file, in the form asked for.
    pub(super) fn problems(&mut self, problems: &[Problem], tender: &Tender) {
        // that a result cannot be written is an error of its own, which is on stderr then
        let _ = self.print_rejected(problems, &tender.sources);
    }

    /// Problems on stderr, as compilers show them.
    pub(super) fn print_problems(&mut self, problems: &[Problem], sources: &Sources) {
        let mut writer = ProblemWriter::new(sources, self.language, self.color_on_stderr());
        for problem in problems {
            let _ = writeln!(self.stderr, "{}\n", writer.text(problem).trim_end());
        }
    }
}

/// A path as an argument of a message.
pub(super) fn file_figure(path: &Path) -> Figure {
    Figure::from(printable(&path.display().to_string()))
}

/// What the operating system says; in English its own words, else those of the catalogue where it has any.
fn io_error_text(error: &io::Error, language: Language) -> String {
    if let Some(own) = error.get_ref().and_then(|e| e.downcast_ref::<FileError>()) {
        return language.word(own.message()).to_owned();
    }
    let id = match error.kind() {
        io::ErrorKind::PermissionDenied => "cli-system-permission-denied",
        io::ErrorKind::IsADirectory => "cli-system-is-a-directory",
        io::ErrorKind::NotADirectory => "cli-system-not-a-directory",
        io::ErrorKind::AlreadyExists => "cli-system-already-exists",
        io::ErrorKind::StorageFull => "cli-system-storage-full",
        io::ErrorKind::ReadOnlyFilesystem => "cli-system-read-only",
        io::ErrorKind::InvalidFilename => "cli-system-name-too-long",
        io::ErrorKind::TimedOut => "cli-system-timed-out",
        _ => return error.to_string(),
    };
    match language {
        Language::En => error.to_string(),
        Language::Da => language.word(id).to_owned(),
    }
}

/// A text of the user's or a bidder's, safe on a terminal.
pub(super) fn printable(text: &str) -> String {
    let safe = |c: char| match c {
        c if is_unsafe(c) => c.escape_default().collect(),
        c => vec![c],
    };
    text.chars().flat_map(safe).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_file_name_can_neither_move_the_cursor_nor_turn_the_line_round() {
        assert_eq!(printable("a\u{1b}[2J\u{202e}b\u{2066}ø\n"), "a\\u{1b}[2J\\u{202e}b\\u{2066}ø\\n");
    }

    #[test]
    fn an_error_of_the_system_is_worded_in_danish() {
        let denied = io::Error::from(io::ErrorKind::PermissionDenied);
        assert_eq!(io_error_text(&denied, Language::Da), "adgang nægtet");
        assert_eq!(io_error_text(&denied, Language::En), denied.to_string());
        let own = io::Error::other(FileError::TooLarge);
        assert_eq!(io_error_text(&own, Language::En), own.to_string());
        assert_ne!(io_error_text(&own, Language::Da), own.to_string());
    }
}
