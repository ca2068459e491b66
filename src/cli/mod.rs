//! The command line: one file a command; no rule of the domain in it.

mod arguments;
mod call_off;
mod check;
mod compare;
mod coverage;
mod diff;
mod evaluate;
mod exit_code;
mod explain;
mod files;
mod letter;
mod lots;
mod model;
mod new;
mod record;
mod record_files;
mod record_write;
mod session;
mod shell;
mod simulate;
mod variation;
mod verify;

use std::{ffi::OsString, io::Write};

use clap::Parser;

pub use arguments::Arguments;
pub use exit_code::ExitCode;

use arguments::Command;
use session::Session;

/// Runs the program: parses arguments, does what they ask, writes to the two streams.
pub fn run(
    args: impl IntoIterator<Item = OsString>,
    stdout: &mut dyn Write,
    stderr: &mut dyn Write,
) -> ExitCode {
    let arguments = match Arguments::try_parse_from(args) {
        Ok(arguments) => arguments,
        Err(error) => return usage(&error, stdout, stderr),
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

/// Help and version go to stdout with 0; anything else that clap says is wrong usage.
fn usage(error: &clap::Error, stdout: &mut dyn Write, stderr: &mut dyn Write) -> ExitCode {
    let text = error.render();
    if error.use_stderr() {
        let _ = write!(stderr, "{text}");
        ExitCode::Usage
    } else {
        let _ = write!(stdout, "{text}");
        ExitCode::Done
    }
}
