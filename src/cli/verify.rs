//! `udbud verify`: a record level by level, or a certificate; and the writing of certificates.

use std::path::{Path, PathBuf};

use clap::Args;

use super::{
    Ended, ExitCode, Format, Session, evaluate::refused, files::read_whole, printable,
    record_files::read_record,
};
use crate::{
    award::{SolveError, certify},
    outcome::{Evaluation, Outcome, OutcomeError},
    record::verify::{Level, check_certificate, verify_record},
    report::{
        certificate::{CheckedCertificate, verification_json, verification_text},
        record::{VerifiedRecord, record_words},
    },
};

use udbud_check::certificate::Verdict;

/// `udbud verify`
#[derive(Debug, Args)]
pub(super) struct Verify {
    pub(super) path: PathBuf,
    #[arg(long, conflicts_with = "certificate")]
    pub(super) record_hash: Option<String>,
    #[arg(long)]
    pub(super) certificate: Option<PathBuf>,
    #[arg(long, requires = "certificate")]
    pub(super) structure: Option<String>,
}

/// `udbud verify`
pub(super) fn verify(session: &mut Session<'_>, args: &Verify) -> Ended<ExitCode> {
    match &args.certificate {
        Some(certificate) => verify_certificate(session, certificate, &args.path, args.structure.as_deref()),
        None => verify_a_record(session, &args.path, args.record_hash.as_deref()),
    }
}

/// `udbud verify RECORD`: every level that can be looked at; the first that fails decides the exit code.
fn verify_a_record(session: &mut Session<'_>, path: &Path, demanded: Option<&str>) -> Ended<ExitCode> {
    let found = read_record(path).map_err(|e| session.file_error(path, &e))?;
    let verification = verify_record(&found.files, found.faults, demanded, &record_words);
    let name = printable(&path.display().to_string());
    let hash_demanded = demanded.is_some();
    session.emit(&VerifiedRecord { verification: &verification, name: &name, hash_demanded })?;
    Ok(match verification.first_fault() {
        None => ExitCode::Done,
        Some(Level::Files) => ExitCode::FilesChanged,
        Some(Level::Figures) => ExitCode::FiguresWrong,
        Some(Level::Award) => ExitCode::CertificateRefused,
        Some(Level::Replay) => ExitCode::ReplayDiffers,
    })
}

/// Writes the proof of an award, where there is one to write.
pub(super) fn write_certificate(session: &mut Session<'_>, outcome: &Outcome<'_>, path: &Path) -> Ended<()> {
    let Some((problem, solved)) = &outcome.solved else {
        return Err(several_suppliers(session));
    };
    let certificate = certify(problem, solved).map_err(|SolveError::Overflow| {
        refused(session, outcome.tender, outcome.structure, &OutcomeError::TooLarge)
    })?;
    match certificate {
        Some(certificate) => session.write_file(path, certificate.to_string().as_bytes()),
        None => {
            let text = session.language.word("verify-no-certificate");
            session.remark(&format!("{text}\n"));
            Ok(())
        }
    }
}

fn several_suppliers(session: &mut Session<'_>) -> ExitCode {
    session.refuse("verify-one-supplier-alone", ExitCode::Usage)
}

/// `udbud verify --certificate FILE TENDER`: prices the tender anew and holds the certificate against it. Nothing of the
/// solver is used.
fn verify_certificate(
    session: &mut Session<'_>,
    path: &Path,
    file: &Path,
    structure: Option<&str>,
) -> Ended<ExitCode> {
    let tender = session.load_tender(file)?;
    let structure = session.structure(&tender, structure)?;
    let bytes = read_whole(path, true).map_err(|e| session.file_error(path, &e))?;
    let text = String::from_utf8_lossy(&bytes);
    let unsolved = Evaluation::of(&tender)
        .structure(structure)
        .run_unsolved()
        .map_err(|e| refused(session, &tender, structure, &e))?;
    let Some(unsolved) = unsolved else { return Err(several_suppliers(session)) };
    let verdict = check_certificate(&unsolved.problem, &text);
    let total = match &verdict {
        Ok(Verdict::Best { total, awards, .. }) => awards.first().and_then(|a| unsolved.total(a, *total)),
        _ => None,
    };
    let checked = CheckedCertificate { tender: &tender, structure, verdict: &verdict, total };
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
