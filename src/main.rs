//! The `udbud` program: parses arguments, calls, exits.

use std::{io, panic, process};

use udbud::cli::{ExitCode, run};

fn main() -> process::ExitCode {
    panic::set_hook(Box::new(|fault| {
        let _ = io::Write::write_all(
            &mut io::stderr(),
            format!(
                "error: a fault in udbud, not in your input: {fault}\nhint: please report it with the input\n"
            )
            .as_bytes(),
        );
    }));
    let work = || run(std::env::args_os(), &mut io::stdout().lock(), &mut io::stderr().lock());
    panic::catch_unwind(work).unwrap_or(ExitCode::Fault).into()
}
