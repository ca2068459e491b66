use std::path::PathBuf;

use clap::Args;

use super::{Ended, ExitCode, Session};
use crate::{
    award::Demands,
    outcome::{Evaluation, Outcome, OutcomeError},
    pricing::Overlay,
    report::{EvaluationReport, ScoringsReport, outcome_error_text},
    tender::{AboveCap, Place, Problem, ProblemCode, ScoredPrice, Tender},
};

/// Distances are computed by themselves up to this many lots x bidders (docs/reference/rules.md, table of sizes).
pub(super) const DISTANCES_UP_TO: usize = 1_200;

/// `udbud evaluate`
#[derive(Debug, Args)]
pub(super) struct Evaluate {
    pub(super) file: PathBuf,
    #[arg(long)]
    pub(super) structure: Option<String>,
    #[arg(long, conflicts_with_all = ["certificate", "structure"])]
    pub(super) scorings: bool,
    #[arg(long)]
    pub(super) certificate: Option<PathBuf>,
    #[arg(long, value_parser = clap::value_parser!(u64).range(1..))]
    pub(super) work_limit: Option<u64>,
    #[arg(long)]
    pub(super) distances: bool,
    #[arg(long)]
    pub(super) model_hash: Option<String>,
}

/// `udbud evaluate`
pub(super) fn evaluate(session: &mut Session<'_>, args: &Evaluate) -> Ended<ExitCode> {
    let tender = session.load_tender(&args.file)?;
    session.demand_model_hash(&tender, args.model_hash.as_deref())?;
    let structure = session.structure(&tender, args.structure.as_deref())?;
    if args.scorings {
        return scorings(session, &tender, structure);
    }
    let size = tender.structures[structure].lots.len() * tender.bids.len();
    let demands = Demands {
        work_limit: args.work_limit,
        distances: args.distances || size <= DISTANCES_UP_TO,
        margins: true,
    };
    let outcome = Evaluation::of(&tender)
        .structure(structure)
        .demands(demands)
        .run()
        .map_err(|e| refused(session, &tender, structure, &e))?;
    if let Some(path) = &args.certificate {
        super::verify::write_certificate(session, &outcome, path)?;
    }
    session.emit(&EvaluationReport(&outcome))?;
    Ok(code(&outcome))
}

fn code(outcome: &Outcome<'_>) -> ExitCode {
    if outcome.needs_action() { ExitCode::MustAct } else { ExitCode::Done }
}

/// A valid file whose figures cannot be computed: reported as a problem, at the place of the model or of the criterion.
pub(super) fn refused(
    session: &mut Session<'_>,
    tender: &Tender,
    structure: usize,
    error: &OutcomeError,
) -> ExitCode {
    let reason = outcome_error_text(tender, structure, error, session.language);
    let problem = Problem::new(ProblemCode::NoResult, place_of(tender, error)).with("reason", reason);
    session.problems(std::slice::from_ref(&problem), tender);
    ExitCode::InvalidInput
}

fn place_of(tender: &Tender, error: &OutcomeError) -> Place {
    let criterion = match error {
        OutcomeError::TooLarge => None,
        OutcomeError::Model(fault) => fault.criterion.and_then(|c| tender.evaluation.criteria.get(c)),
    };
    criterion.map_or(tender.evaluation.place, |c| c.place)
}

fn scorings(session: &mut Session<'_>, tender: &Tender, structure: usize) -> Ended<ExitCode> {
    let paid_while_in_force = tender.cap.is_some_and(|c| matches!(c.above, AboveCap::PayCapWhileInForce(_)));
    if !paid_while_in_force {
        return Err(session.refuse("scoring-needs-cap", ExitCode::Usage));
    }
    let mut under = |scored| {
        let overlay = Overlay { scored: Some(scored), ..Overlay::default() };
        let outcome = Evaluation::of(tender).structure(structure).overlay(&overlay).run();
        outcome.map(|o| (scored, o)).map_err(|e| refused(session, tender, structure, &e))
    };
    let [bid, capped, weighted] = ScoredPrice::ALL;
    let scorings = [under(bid)?, under(capped)?, under(weighted)?];
    session.emit(&ScoringsReport(&scorings))?;
    Ok(ExitCode::Done)
}
