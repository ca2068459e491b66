//! What happened between two records, as the law sees it.
//!
//! A contracting authority may mend a slip of the pen and an error of calculation, may evaluate anew what it judged wrongly
//! while the tenders stay as they are, and may not change the conditions or the tenders after opening: udbudsloven § 2
//! (equal treatment, transparency) and § 160 (the evaluation model is fixed beforehand).
//!
//! And the cause: the first input or figure that differs.

use serde::{Deserialize, Serialize};

use super::differences::{Change, Facts, Part, Severity};

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
#[non_exhaustive]
pub enum ClassError {
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

impl std::fmt::Display for ClassError {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        match self {
            ClassError::NothingDiffers => f.write_str("nothing is corrected"),
            ClassError::OtherCompetition => f.write_str("the records are not of the same competition"),
            ClassError::NotAsSaid { said, is } => write!(f, "it is {}, not {}", is.name(), said.name()),
        }
    }
}

impl std::error::Error for ClassError {}

/// The class under which a record may take the place of another.
///
/// # Errors
/// [`ClassError`]
pub fn allowed_class(class: Class, texts_differ: bool, said: Option<Class>) -> Result<Class, ClassError> {
    // the same but for layout and comments: another text
    let class = if class == Class::Same && texts_differ { Class::Slip } else { class };
    match (class, said) {
        (Class::Same, _) => Err(ClassError::NothingDiffers),
        (Class::NotTheSameCompetition, _) => Err(ClassError::OtherCompetition),
        (is, Some(said)) if is != said => Err(ClassError::NotAsSaid { said, is }),
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
        // other findings or another proof from the same inputs: the program reports it otherwise
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

/// What a difference comes from.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Cause {
    /// Nothing differs.
    Nothing,
    /// An input: the first one in the order model, tender, bids, assessments.
    Input(Change),
    /// The same inputs under other rules or another program; the first figure that came out otherwise.
    Program {
        /// The program of the first record, and of the second.
        engines: (String, String),
        /// The version of the rules of both.
        rules: (String, String),
        /// The first figure or step that differs, in the order prices, evaluation, certificate.
        first: Change,
    },
}

impl Cause {
    pub(super) fn first(changes: &[Change], old: &Facts, new: &Facts) -> Cause {
        // an input that only names something is no cause while another one differs
        let weight = |c: &&Change| (classify(std::slice::from_ref(*c)) < super::Class::DrawHeld, c.part);
        if let Some(input) = changes.iter().filter(|c| c.part.is_input()).min_by_key(weight) {
            return Cause::Input(input.clone());
        }
        let figures_first = |c: &&Change| (c.severity == Severity::OtherSteps, c.part);
        match changes.iter().min_by_key(figures_first) {
            None => Cause::Nothing,
            Some(first) => Cause::Program {
                engines: (old.engine.clone(), new.engine.clone()),
                rules: (old.rules.clone(), new.rules.clone()),
                first: first.clone(),
            },
        }
    }

    /// The section of docs/reference/rules.md or docs/reference/rules.md by which the input counts.
    pub fn rule(&self) -> Option<&'static str> {
        let Cause::Input(change) = self else { return None };
        let path = change.path.as_str();
        let within = |parts: &[&str]| parts.iter().any(|part| path.contains(part));
        Some(match path.split('.').next()? {
            "evaluation" => "evaluation",
            "cap" | "pricing" | "tariff" | "fallback" | "contract" | "procedure" | "adjustment" => {
                "unit-prices"
            }
            "award" if within(&["tie"]) => "ties",
            "award" if within(&["missing", "low-price"]) => "admissibility",
            "award" | "structure" => "award",
            "draw" => "ties",
            "requirement" | "decision" => "admissibility",
            "assessment" if within(&[".requirement."]) => "admissibility",
            "assessment" => "evaluation",
            "bid" if within(&[".discount", ".price.", ".file-discount."]) => "unit-prices",
            "bid"
                if within(&[
                    ".combination.",
                    ".capacity",
                    ".max-lots",
                    ".only-together.",
                    ".lot-capacity.",
                ]) =>
            {
                "award"
            }
            "bid" if within(&[".value."]) => "evaluation",
            "bid" => "admissibility",
            "framework" | "mini-tenders" => "framework",
            _ => "tender",
        })
    }
}
