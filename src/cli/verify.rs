//! `udbud verify --certificate`, and the writing of certificates.

use std::path::Path;

use super::{
    ExitCode,
    arguments::Format,
    evaluate::refused,
    session::{Ended, Session},
};
use crate::{
    award::{
        SolveError,
        certificate::{self, Verdict},
        certify,
    },
    outcome::{Outcome, OutcomeError, unsolved},
    pricing::Overlay,
    report::certificate::{Checked, verification_json, verification_text},
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
                "intet bevis: arbejdsgrænsen blev nået, før tildelingen var bevist",
            );
            session.remark(&format!("{text}\n"));
            Ok(())
        }
    }
}

fn several_suppliers(session: &mut Session<'_>) -> ExitCode {
    let text = session.say(
        "a certificate is about one supplier for each lot; with suppliers-per-lot the ranking of each lot is its own proof",
        "et bevis gælder én leverandør pr. delaftale; med suppliers-per-lot er rækkefølgen på hver delaftale sit eget bevis",
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
    let unsolved = unsolved(&tender, structure, &Overlay::default())
        .map_err(|e| refused(session, &tender, structure, &e))?;
    let Some(unsolved) = unsolved else { return Err(several_suppliers(session)) };
    let verdict = certificate::check(&unsolved.problem, &text);
    let total = match &verdict {
        Ok(Verdict::Best { total, awards, .. }) => awards.first().and_then(|a| unsolved.total(a, *total)),
        _ => None,
    };
    let checked = Checked { tender: &tender, structure, verdict: &verdict, total };
    let (language, holds) = (session.language, verdict.is_ok());
    match session.format {
        Format::Json => session.json(&verification_json(&checked, language))?,
        _ if holds => session.result(&verification_text(&checked, language))?,
        _ => {
            let text = verification_text(&checked, language);
            session.error(text.trim_end());
        }
    }
    Ok(if holds { ExitCode::Done } else { ExitCode::CertificateRefused })
}
