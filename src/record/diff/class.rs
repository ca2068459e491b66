//! What happened between two records, as the law sees it.
//!
//! A contracting authority may mend a slip of the pen and an error of calculation, may evaluate anew what it judged wrongly
//! while the tenders stay as they are, and may not change the conditions or the tenders after opening: udbudsloven § 2
//! (equal treatment, transparency) and § 160 (the evaluation model is fixed beforehand).

use serde::{Deserialize, Serialize};

use super::differences::{Change, Part, Severity};

/// What one record is to another.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Class {
    /// Everything that the evaluation takes and gives is the same, and no text that decides differs.
    Same,
    /// The same inputs and the same result; another text, such as a title or a reason.
    Slip,
    /// The same bids, model and assessments; a public draw has been held since, and settles a tie.
    DrawHeld,
    /// The same bids, model and assessments; figures or award differ, because an error was mended.
    CalculationCorrection,
    /// The same bids and model; assessments or decisions made anew.
    NewEvaluation,
    /// The model or the bids differ: the tender would have to be cancelled and run again.
    NotTheSameCompetition,
}

impl Class {
    /// The word in JSON, in a record, and on the command line.
    pub const fn name(self) -> &'static str {
        match self {
            Class::Same => "same",
            Class::Slip => "slip",
            Class::DrawHeld => "draw-held",
            Class::CalculationCorrection => "calculation-correction",
            Class::NewEvaluation => "new-evaluation",
            Class::NotTheSameCompetition => "not-the-same-competition",
        }
    }

    /// All of them.
    pub const ALL: [Class; 6] = [
        Class::Same,
        Class::Slip,
        Class::DrawHeld,
        Class::CalculationCorrection,
        Class::NewEvaluation,
        Class::NotTheSameCompetition,
    ];

    /// From the word.
    pub fn from_name(name: &str) -> Option<Self> {
        Class::ALL.into_iter().find(|class| class.name() == name)
    }
}

/// Why a record may not take the place of another.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum ClassFault {
    /// Nothing is corrected.
    NothingDiffers,
    /// Not the same competition.
    OtherCompetition,
    /// It was said to be something else than it is.
    NotAsSaid {
        /// What was said.
        said: Class,
        /// What it is.
        is: Class,
    },
}

/// The class under which a record may take the place of another.
///
/// # Errors
/// [`ClassFault`]
pub fn allowed_class(class: Class, texts_differ: bool, said: Option<Class>) -> Result<Class, ClassFault> {
    // the same but for layout and comments: another text
    let class = if class == Class::Same && texts_differ { Class::Slip } else { class };
    match (class, said) {
        (Class::Same, _) => Err(ClassFault::NothingDiffers),
        (Class::NotTheSameCompetition, _) => Err(ClassFault::OtherCompetition),
        (is, Some(said)) if is != said => Err(ClassFault::NotAsSaid { said, is }),
        (is, _) => Ok(is),
    }
}

/// Whether a record of this class may take the place of another.
pub fn may_correct(class: Class) -> bool {
    !matches!(class, Class::Same | Class::NotTheSameCompetition)
}

pub(super) fn classify(changes: &[Change]) -> Class {
    let inputs = changes.iter().filter(|c| c.part.is_input()).map(of_input).max().unwrap_or(Class::Same);
    let results = changes.iter().any(|c| !c.part.is_input() && c.severity > Severity::OtherSteps);
    let steps = changes.iter().any(|c| !c.part.is_input());
    match inputs {
        Class::Same | Class::Slip if results => Class::CalculationCorrection,
        // other findings or another proof from the same inputs: the program tells it otherwise
        Class::Same if steps => Class::Slip,
        class => class,
    }
}

/// What a difference in one line of the inputs amounts to.
fn of_input(change: &Change) -> Class {
    match change.part {
        Part::Tender if is_title(&change.path) => Class::Slip,
        Part::Model | Part::Tender | Part::Bids => Class::NotTheSameCompetition,
        Part::Assessments if change.path.starts_with("draw.") => match (&change.before, &change.after) {
            (None, Some(_)) => Class::DrawHeld,
            _ => Class::NewEvaluation,
        },
        Part::Assessments if change.path.ends_with(".reason") || change.path.ends_with(".text") => {
            Class::Slip
        }
        _ => Class::NewEvaluation,
    }
}

/// Texts that name things and state no condition. The text of a requirement is a condition.
fn is_title(path: &str) -> bool {
    let named = |ends: &[&str]| ends.iter().any(|end| path.ends_with(end));
    matches!(path, "tender.title" | "tender.buyer" | "tender.specialty")
        || (!path.starts_with("requirement.") && named(&[".title"]))
        || (path.starts_with("procedure.") && named(&[".name"]))
}
