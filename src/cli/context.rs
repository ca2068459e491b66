//! What a command is run with: the language, the form, colours, the streams, and the files that are named.

use std::{
    io::{self, IsTerminal, Write},
    path::PathBuf,
};

use super::{Color, Common, ExitCode, Format};
use crate::report::Language;

/// Where results and remarks go, and in what form. What is read is in `input`, what is written in `output`.
pub(super) struct Session<'a> {
    pub(super) language: Language,
    pub(super) format: Format,
    pub(super) quiet: bool,
    color: Color,
    /// Where `--output` sends the result.
    pub(super) output: Option<PathBuf>,
    /// The files that were read or written, which no result may overwrite.
    pub(super) used: Vec<PathBuf>,
    pub(super) stdout: &'a mut dyn Write,
    pub(super) stderr: &'a mut dyn Write,
}

/// A command that ends early writes why to stderr and hands back its exit code.
pub(super) type Ended<T> = Result<T, ExitCode>;

impl<'a> Session<'a> {
    pub(super) fn new(common: &Common, stdout: &'a mut dyn Write, stderr: &'a mut dyn Write) -> Self {
        Session {
            language: common.lang.into(),
            format: common.format,
            quiet: common.quiet,
            color: common.color,
            output: common.output.clone(),
            used: Vec::new(),
            stdout,
            stderr,
        }
    }

    /// Whether results are coloured.
    pub(super) fn color_on_stdout(&self) -> bool {
        self.output.is_none() && self.is_colored(io::stdout().is_terminal())
    }

    pub(super) fn color_on_stderr(&self) -> bool {
        self.is_colored(io::stderr().is_terminal())
    }

    fn is_colored(&self, terminal: bool) -> bool {
        match self.color {
            Color::Always => true,
            Color::Never => false,
            Color::Auto => terminal && std::env::var_os("NO_COLOR").is_none_or(|v| v.is_empty()),
        }
    }
}
