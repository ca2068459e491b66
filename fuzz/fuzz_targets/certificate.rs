//! An award problem and a certificate, divided by an empty line.
#![no_main]

use libfuzzer_sys::fuzz_target;
use udbud_check::{certificate, problem::AwardProblem};

fuzz_target!(|text: &str| {
    let Some((problem, proof)) = text.split_once("\n\n") else { return };
    let Ok(problem) = AwardProblem::parse(&format!("{problem}\n")) else { return };
    // what a mutation cannot guess is filled in
    let _ = certificate::check(&problem, &proof.replace("DIGEST", problem.digest()));
});
