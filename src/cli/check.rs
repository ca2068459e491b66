use std::path::Path;

use super::{
    ExitCode,
    arguments::Format,
    files::Folder,
    session::{Ended, Session, name_as_given, printable},
};
use crate::{
    report::{
        check_csv, check_markdown,
        problems::{ProblemWriter, check_json, problem_summary},
    },
    simulation::{TenderOrDialogue, read_tender_or_dialogue},
    tender::Severity,
};

/// `udbud check`: the problems are the result, so they go to stdout.
pub(super) fn check(session: &mut Session<'_>, file: &Path) -> Ended<ExitCode> {
    let reader = |folder: &Folder, name: &str| read_tender_or_dialogue(folder, name);
    let (problems, sources) = match session.read_by(file, reader, TenderOrDialogue::sources)? {
        Ok(read) => {
            let (problems, mut sources) = read.into_remarks();
            name_as_given(&mut sources, file);
            (problems, sources)
        }
        Err(rejected) => rejected,
    };
    let invalid = problems.iter().any(|p| p.code.severity() == Severity::Error);
    let language = session.language;
    match session.format {
        Format::Json => session.json(&check_json(&problems, &sources, language))?,
        Format::Csv => session.result(&check_csv(&problems, &sources, language))?,
        Format::Markdown => session.result(&check_markdown(&problems, &sources, language))?,
        Format::Table => {
            let mut writer = ProblemWriter::new(&sources, language, session.color_on_stdout());
            let mut text = String::new();
            for problem in problems.iter().filter(|p| !session.quiet || p.code.severity() == Severity::Error)
            {
                text.push_str(writer.text(problem).trim_end());
                text.push_str("\n\n");
            }
            let name = printable(&file.display().to_string());
            text.push_str(&format!("{name}: {}\n", problem_summary(&problems, language)));
            session.result(&text)?;
        }
    }
    Ok(if invalid { ExitCode::InvalidInput } else { ExitCode::Done })
}
