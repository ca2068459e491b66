use std::path::Path;

use super::{
    ExitCode,
    arguments::Format,
    session::{Ended, Session},
};
use crate::{
    report::{
        Language,
        problems::{check_csv, check_json, check_markdown, problem_text},
    },
    tender::Severity,
};

/// `udbud check`: the problems are the result, so they go to stdout.
pub(super) fn check(session: &mut Session<'_>, file: &Path) -> Ended<ExitCode> {
    let (problems, sources) = match session.read(file)? {
        Ok(tender) => (tender.remarks, tender.sources),
        Err(rejected) => rejected,
    };
    let count = |severity| problems.iter().filter(|p| p.code.severity() == severity).count();
    let (errors, warnings) = (count(Severity::Error), count(Severity::Warning));
    let language = session.language;
    match session.format {
        Format::Json => session.json(&check_json(&problems, &sources, language))?,
        Format::Csv => session.result(&check_csv(&problems, &sources, language))?,
        Format::Markdown => session.result(&check_markdown(&problems, &sources, language))?,
        Format::Table => {
            let color = session.color_on_stdout();
            let mut text = String::new();
            for problem in problems.iter().filter(|p| !session.quiet || p.code.severity() == Severity::Error) {
                text.push_str(&problem_text(problem, &sources, language, color));
                text.push_str("\n\n");
            }
            text.push_str(&summary(language, &file.display().to_string(), errors, warnings));
            session.result(&text)?;
        }
    }
    Ok(if errors > 0 { ExitCode::InvalidInput } else { ExitCode::Done })
}

fn summary(language: Language, file: &str, errors: usize, warnings: usize) -> String {
    let plural = |n: usize, one: &str, many: &str| if n == 1 { format!("1 {one}") } else { format!("{n} {many}") };
    let file = super::session::printable(file);
    match language {
        Language::En => format!(
            "{file}: {}, {}\n",
            plural(errors, "error", "errors"),
            plural(warnings, "warning", "warnings")
        ),
        Language::Da => {
            format!("{file}: {}, {}\n", plural(errors, "fejl", "fejl"), plural(warnings, "advarsel", "advarsler"))
        }
    }
}
