//! The command line: one file a command; no rule of the domain in it, and no word.
//!
//! The words of help and of wrong usage are in the catalogue like all others; `usage` puts them on the parser.

mod call_off;
mod check;
mod compare;
mod context;
mod coverage;
mod diff;
mod evaluate;
mod exit_code;
mod explain;
mod files;
mod input;
mod letter;
mod lots;
mod model;
mod new;
mod output;
mod record;
mod record_files;
mod record_write;
mod shell;
mod simulate;
mod usage;
mod variation;
mod verify;

use std::{ffi::OsString, io::Write, path::PathBuf};

use clap::{Args, Parser, Subcommand, ValueEnum};

pub use exit_code::ExitCode;

use self::{
    context::{Ended, Session},
    output::printable,
};
use crate::report::Language;

#[derive(Debug, Parser)]
#[command(name = "udbud", version, propagate_version = true, arg_required_else_help = true)]
struct Arguments {
    #[command(subcommand)]
    command: Command,
    #[command(flatten)]
    common: Common,
}

/// What every command understands.
#[derive(Debug, Args)]
struct Common {
    #[arg(long, global = true, value_enum, default_value_t = Format::Table)]
    format: Format,
    #[arg(long, short, global = true)]
    output: Option<PathBuf>,
    #[arg(long, global = true, value_enum, default_value_t = LanguageTag::En)]
    lang: LanguageTag,
    #[arg(long, global = true, value_enum, default_value_t = Color::Auto)]
    color: Color,
    #[arg(long, short, global = true)]
    quiet: bool,
}

/// The form of a result, as it is asked for.
#[derive(Clone, Copy, Debug, PartialEq, Eq, ValueEnum)]
enum Format {
    Table,
    Json,
    Csv,
    Markdown,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq, ValueEnum)]
enum LanguageTag {
    En,
    Da,
}

impl From<LanguageTag> for Language {
    fn from(tag: LanguageTag) -> Self {
        match tag {
            LanguageTag::En => Language::En,
            LanguageTag::Da => Language::Da,
        }
    }
}

/// When to colour.
#[derive(Clone, Copy, Debug, PartialEq, Eq, ValueEnum)]
enum Color {
    /// On a terminal, unless `NO_COLOR` is set.
    Auto,
    Always,
    Never,
}

#[derive(Debug, Subcommand)]
enum Command {
    Check {
        file: PathBuf,
    },
    Evaluate(evaluate::Evaluate),
    Compare(compare::Compare),
    Coverage(coverage::Coverage),
    Lots(Box<lots::Lots>),
    Simulate(Box<simulate::Simulate>),
    CallOff(call_off::CallOff),
    Explain(explain::Explain),
    Model(model::Model),
    Record(record::Record),
    Verify(verify::Verify),
    Diff(diff::Diff),
    Letter(letter::LetterArgs),
    New {
        dir: PathBuf,
        #[arg(long)]
        dialogue: bool,
    },
    Schema {
        #[arg(long)]
        dialogue: bool,
    },
    Completions {
        shell: clap_complete::Shell,
    },
    Man,
}

/// Runs the program: parses arguments, does what they ask, writes to the two streams.
pub fn run(
    args: impl IntoIterator<Item = OsString>,
    stdout: &mut dyn Write,
    stderr: &mut dyn Write,
) -> ExitCode {
    let args: Vec<OsString> = args.into_iter().collect();
    let arguments = match Arguments::try_parse_from(&args) {
        Ok(arguments) => arguments,
        Err(error) => return usage::report(error, &args, stdout, stderr),
    };
    let mut session = Session::new(&arguments.common, stdout, stderr);
    let done = match &arguments.command {
        Command::Check { file } => check::check(&mut session, file),
        Command::Evaluate(args) => evaluate::evaluate(&mut session, args),
        Command::Compare(args) => compare::compare(&mut session, args),
        Command::Coverage(args) => coverage::coverage(&mut session, args),
        Command::Lots(args) => lots::lots(&mut session, args),
        Command::Simulate(args) => simulate::simulate(&mut session, args),
        Command::CallOff(args) => call_off::call_off(&mut session, args),
        Command::Explain(args) => explain::explain(&mut session, args),
        Command::Model(args) => model::model(&mut session, args),
        Command::Verify(args) => verify::verify(&mut session, args),
        Command::Record(args) => record::record(&mut session, args),
        Command::Diff(args) => diff::run(&mut session, args),
        Command::Letter(args) => letter::run(&mut session, args),
        Command::New { dir, dialogue } => new::new(&mut session, dir, *dialogue),
        Command::Schema { dialogue } => shell::schema(&mut session, *dialogue),
        Command::Completions { shell } => shell::completions(&mut session, *shell),
        Command::Man => shell::man(&mut session),
    };
    done.unwrap_or_else(|code| code)
}
