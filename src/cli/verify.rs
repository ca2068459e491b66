//! `udbud verify --certificate`, and the writing of certificates.

use std::path::Path;

use super::{
    ExitCode,
    arguments::Format,
    evaluate::refused,
    session::{Ended, Session},
};
use crate::{
    award::{SolveError, certificate, certify},
    outcome::{Outcome, OutcomeError, problem_of},
    pricing::Overlay,
    report::certificate::{refusal_text, verdict_json, verdict_text},
};

/// Writes the proof of an award, where there is one to write.
pub(super) fn write_certificate(session: &mut Session<'_>, outcome: &Outcome<'_>, path: &Path) -> Ended<()> {
    let Some((problem, solved)) = &outcome.solved else {
        return Err(several_suppliers(session));
    };
    let certificate = certify(problem, solved).map_err(|SolveError::Overflow| {
        refused(session, outcome.tender, outcome.structure, &OutcomeError::TooLarge)
    })?;
    match certificate {
        Some(certificate) => session.file(path, certificate.to_string().as_bytes()),
        None => {
            let text = session.say(
                "no certificate: the work limit was reached before the award was proven",
                "ingen attest: arbejdsgrænsen blev nået, før tildelingen var bevist",
            );
            session.remark(&format!("{text}\n"));
            Ok(())
        }
    }
}

fn several_suppliers(session: &mut Session<'_>) -> ExitCode {
    let text = session.say(
        "a certificate is about one supplier for each lot; with suppliers-per-lot the ranking of each lot is its own proof",
        "en attest gælder én leverandør pr. delaftale; med suppliers-per-lot er rækkefølgen på hver delaftale sit eget bevis",
    );
    session.error(text);
    ExitCode::Usage
}

/// `udbud verify --certificate FILE TENDER`: prices the tender anew and holds the certificate against it. Nothing of the
/// solver is used.
pub(super) fn verify_certificate(
    session: &mut Session<'_>,
    path: &Path,
    file: &Path,
    structure: Option<&str>,
) -> Ended<ExitCode> {
    let tender = session.tender(file)?;
    let structure = session.structure(&tender, structure)?;
    let bytes = std::fs::read(path).map_err(|e| session.file_fault(path, &e))?;
    let text = String::from_utf8_lossy(&bytes);
    let problem = problem_of(&tender, structure, &Overlay::default())
        .map_err(|e| refused(session, &tender, structure, &e))?;
    let Some(problem) = problem else { return Err(several_suppliers(session)) };
    let verdict = certificate::check(&problem, &text);
    if session.format == Format::Json {
        session.json(&verdict_json(&tender, structure, &verdict, session.language))?;
        return Ok(if verdict.is_ok() { ExitCode::Done } else { ExitCode::CertificateRefused });
    }
    match verdict {
        Ok(verdict) => {
            let text = verdict_text(&tender, structure, &verdict, session.language);
            session.result(&text)?;
            Ok(ExitCode::Done)
        }
        Err(refusal) => {
            let text = refusal_text(&refusal, session.language);
            session.error(&text);
            Ok(ExitCode::CertificateRefused)
        }
    }
}
