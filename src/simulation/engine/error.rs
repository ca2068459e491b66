use crate::{evaluation::EvaluationError, number::Overflow, outcome::OutcomeError};

/// Why a draw could not be computed.
#[derive(Clone, Debug, PartialEq)]
pub enum SimulationError {
    /// A figure would not fit.
    TooLarge,
    /// The evaluation model of the tender has no result for some bid.
    Model(EvaluationError),
}

impl From<Overflow> for SimulationError {
    fn from(_: Overflow) -> Self {
        SimulationError::TooLarge
    }
}

impl From<OutcomeError> for SimulationError {
    fn from(error: OutcomeError) -> Self {
        match error {
            OutcomeError::TooLarge => SimulationError::TooLarge,
            OutcomeError::Model(fault) => SimulationError::Model(fault),
        }
    }
}
