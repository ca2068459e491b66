//! A record checked in four levels: its files, its figures, its award, its replay; and the chain of records that it
//! stands in. Nothing in a record is trusted.

mod award;
mod fault;
mod files;
mod replay;

pub use award::{Proven, check_certificate};
pub use fault::{FaultCode, MOST_FAULTS, RecordFault};
pub use files::{file_faults, path_fault_found, path_found};
pub use replay::{END_OF_FILE, Replayed};

use std::borrow::Cow;

use super::{
    CORRECTED, Class, ClassError, MANIFEST, Manifest, ManifestError, Record, RecordFiles, allowed_class,
    diff,
    folder::record_hash,
    write::{Corrects, WordsOf},
};
use udbud_check::{FiguresChecked, check_figures};

/// No chain of records is followed further.
const LONGEST_CHAIN: usize = 16;

/// The levels, in the order in which a fault decides the exit code.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Level {
    /// No file was changed, none is missing, none was added.
    Files,
    /// The figures follow from the canonical texts.
    Figures,
    /// The award is the best, and no tie is missing.
    Award,
    /// The inputs give the same record again.
    Replay,
}

impl Level {
    /// All, in order.
    pub const ALL: [Level; 4] = [Level::Files, Level::Figures, Level::Award, Level::Replay];

    /// The name in JSON.
    pub const fn name(self) -> &'static str {
        match self {
            Level::Files => "files",
            Level::Figures => "figures",
            Level::Award => "award",
            Level::Replay => "replay",
        }
    }
}

/// How a level came out.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum State {
    /// It is valid.
    Holds,
    /// It does not.
    Fails(Vec<RecordFault>),
    /// It could not be looked at, since another level fails.
    NotRun,
}

impl State {
    fn of(faults: Vec<RecordFault>) -> Self {
        if faults.is_empty() { State::Holds } else { State::Fails(faults) }
    }

    /// The name in JSON.
    pub const fn name(&self) -> &'static str {
        match self {
            State::Holds => "holds",
            State::Fails(_) => "fails",
            State::NotRun => "not-run",
        }
    }
}

/// What came out for a record.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Verification {
    /// Its manifest, if it can be read.
    pub manifest: Option<Manifest>,
    /// Its hash, if it has sums.
    pub hash: Option<String>,
    /// How many files it has.
    pub files: usize,
    /// By level, in order.
    pub levels: [State; 4],
    /// What the certificate proves, where it is valid.
    pub proven: Option<Proven>,
    /// What was looked at in the figures, where they add up.
    pub figures: Option<FiguresChecked>,
    /// What the replay compared.
    pub replayed: Replayed,
    /// The records that it depends on.
    pub links: Vec<Link>,
}

/// A record that another one depends on.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Link {
    /// How.
    pub kind: LinkKind,
    /// Where it lies in the other.
    pub folder: String,
    /// What came out for it.
    pub verification: Verification,
}

/// How a record depends on another.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum LinkKind {
    /// It corrects it.
    Corrected,
    /// It is the record of its framework.
    Framework,
}

impl LinkKind {
    /// The name in JSON.
    pub const fn name(self) -> &'static str {
        match self {
            LinkKind::Corrected => "corrected",
            LinkKind::Framework => "framework",
        }
    }
}

impl Verification {
    /// How a level came out.
    pub fn level(&self, level: Level) -> &State {
        let [files, figures, award, replay] = &self.levels;
        match level {
            Level::Files => files,
            Level::Figures => figures,
            Level::Award => award,
            Level::Replay => replay,
        }
    }

    /// Whether every level is valid, here and in every record that this one depends on.
    pub fn holds(&self) -> bool {
        self.first_fault().is_none()
    }

    /// The first level that fails, here or in a record that this one depends on.
    pub fn first_fault(&self) -> Option<Level> {
        let fails = |level: &Level| {
            let here = matches!(self.level(*level), State::Fails(_));
            here || self.links.iter().any(|l| matches!(l.verification.level(*level), State::Fails(_)))
        };
        let own = Level::ALL.into_iter().find(fails);
        own.into_iter().chain(self.links.iter().filter_map(|l| l.verification.first_fault())).min()
    }
}

/// Verifies a record: all levels that can be looked at. `found` is what was wrong where its files were read from; `demanded`
/// is the hash that it must have; `words_of` words an outcome as this version of the program does.
pub fn verify_record(
    files: &RecordFiles,
    found: Vec<RecordFault>,
    demanded: Option<&str>,
    words_of: WordsOf<'_>,
) -> Verification {
    verify(files, found, demanded, words_of, 1)
}

fn verify(
    files: &RecordFiles,
    found: Vec<RecordFault>,
    demanded: Option<&str>,
    words_of: WordsOf<'_>,
    depth: usize,
) -> Verification {
    let mut faults = found;
    faults.extend(files::file_faults(files, demanded));
    let record = match Record::open_in_form(Cow::Borrowed(files)).map_err(manifest_fault) {
        Ok(record) => Some(record),
        Err(fault) if faults.iter().any(|f| f.file == fault.file) => None,
        Err(fault) => {
            faults.push(fault);
            None
        }
    };
    let mut verification = Verification {
        hash: record_hash(files),
        files: files.len(),
        levels: [State::NotRun, State::NotRun, State::NotRun, State::NotRun],
        proven: None,
        figures: None,
        replayed: Replayed::default(),
        links: record
            .as_ref()
            .map_or_else(Vec::new, |r| links(files, r.manifest(), words_of, depth, &mut faults)),
        manifest: record.as_ref().map(|r| r.manifest().clone()),
    };
    faults.truncate(MOST_FAULTS);
    verification.levels[0] = State::of(faults);
    (verification.levels[1], verification.figures) = figures(files, verification.manifest.as_ref());
    if let Some(record) = &record {
        award_and_replay(files, record, words_of, &mut verification);
    }
    verification
}

/// A manifest that cannot be read.
fn manifest_fault(error: ManifestError) -> RecordFault {
    let code = if error.missing { FaultCode::PartMissing } else { FaultCode::PartForm };
    RecordFault::of(code, MANIFEST).at(error.at).written(error.reason).expected(error.expected)
}

/// Level 2, and what was looked at.
fn figures(files: &RecordFiles, manifest: Option<&Manifest>) -> (State, Option<FiguresChecked>) {
    let Some(manifest) = manifest else { return (State::NotRun, None) };
    match check_figures(files, &manifest.structure) {
        Ok(checked) => (State::Holds, Some(checked)),
        Err(faults) => {
            let faults = faults.into_iter().take(MOST_FAULTS).map(RecordFault::from).collect();
            (State::Fails(faults), None)
        }
    }
}

/// Levels 3 and 4, from the tender that is read again.
fn award_and_replay(
    files: &RecordFiles,
    record: &Record<'_>,
    words_of: WordsOf<'_>,
    verification: &mut Verification,
) {
    let manifest = record.manifest();
    let (tender, inputs) = match replay::read_again(record) {
        Ok(again) => again,
        Err(fault) => {
            verification.levels[3] = State::Fails(vec![fault]);
            return;
        }
    };
    let (proven, faults) = award::award_faults(files, manifest, &tender);
    verification.levels[2] = State::of(faults);
    let corrects = manifest.corrects.as_ref().map(|c| Corrects {
        record: within(files, CORRECTED),
        class: c.class,
        reason: c.reason.clone(),
    });
    let (replayed, mut faults) = match replay::decide_again(record, &tender) {
        Ok(outcome) => {
            replay::replay_faults(files, manifest, &inputs, &outcome, (corrects.as_ref(), words_of))
        }
        Err(fault) => (Replayed::default(), vec![fault]),
    };
    faults.extend(corrects.iter().filter_map(|c| class_fault(files, c)));
    verification.levels[3] = State::of(faults);
    (verification.proven, verification.replayed) = (proven, replayed);
}

/// The records that this one depends on, each verified by itself.
fn links(
    files: &RecordFiles,
    manifest: &Manifest,
    words_of: WordsOf<'_>,
    depth: usize,
    faults: &mut Vec<RecordFault>,
) -> Vec<Link> {
    let mut links = Vec::new();
    let mut named: Vec<(LinkKind, &str, &str)> = Vec::new();
    if let Some(corrects) = &manifest.corrects {
        named.push((LinkKind::Corrected, CORRECTED, &corrects.record_hash));
    } else if files.keys().any(|path| path.strip_prefix(CORRECTED).is_some_and(|rest| rest.starts_with('/')))
    {
        faults.push(RecordFault::of(FaultCode::ChainMissing, CORRECTED));
    }
    if let Some((folder, hash)) = manifest.framework_record() {
        named.push((LinkKind::Framework, folder, hash));
    }
    for (kind, folder, hash) in named {
        let inner = within(files, folder);
        if inner.is_empty() {
            faults.push(RecordFault::of(FaultCode::ChainMissing, folder));
        } else if depth >= LONGEST_CHAIN {
            faults.push(RecordFault::of(FaultCode::ChainTooLong, folder));
        } else {
            let verification = verify(&inner, Vec::new(), None, words_of, depth + 1);
            let own = verification.hash.clone().unwrap_or_default();
            if own != hash {
                faults.push(RecordFault::of(FaultCode::ChainHashDiffers, folder).written(own).expected(hash));
            }
            links.push(Link { kind, folder: folder.to_owned(), verification });
        }
    }
    links
}

/// The files of a folder of a record.
fn within(files: &RecordFiles, folder: &str) -> RecordFiles {
    let inner = |path: &str| Some(path.strip_prefix(folder)?.strip_prefix('/')?.to_owned());
    files.iter().filter_map(|(path, bytes)| Some((inner(path)?, bytes.clone()))).collect()
}

/// A correction is of the class that it is said to be, as [`diff`] finds it.
fn class_fault(files: &RecordFiles, corrects: &Corrects) -> Option<RecordFault> {
    let fault = || {
        RecordFault::of(FaultCode::ChainClass, MANIFEST).at("/corrects/class").written(corrects.class.name())
    };
    // what cannot be read is reported by the levels of the records themselves
    let found = diff(&corrects.record, files).ok()?;
    match allowed_class(found.class, !found.texts.is_empty(), Some(corrects.class)) {
        Ok(_) => None,
        Err(ClassError::NothingDiffers) => Some(fault().expected(Class::Same.name())),
        Err(ClassError::OtherCompetition) => Some(fault().expected(Class::NotTheSameCompetition.name())),
        Err(ClassError::NotAsSaid { is, .. }) => Some(fault().expected(is.name())),
    }
}
