//! Reads a dialogue file and the tender that it names, with spans, and collects every problem.
//!
//! The walker is that of tender files. What cannot be read is reported, and replaced by a harmless placeholder; a file with any
//! error is rejected in the end, so no placeholder gets out. With anonymous profiles the bids of the tender are not read for the
//! simulation; not even their files are opened.

mod check;
mod distribution;
mod keys;
mod references;
mod tables;

pub use keys::ALL_TABLES;

use references::References;

use super::{Bidders, DefaultUsed, Dialogue};
use crate::{
    number::Money,
    record::read_tender,
    tender::{
        Files, FrameworkFolder, Place, Problem, ProblemCode, ReadError, ReadFileError, Sources, Tender,
        read::{
            names::distinct,
            node::{At, Doc, Node, TableReader},
            opened_files::OpenedFiles,
            pre_lexer::parse_toml,
            problems::Problems,
            procurement::read_format,
        },
    },
};

/// The names of [`Bidders`].
const BIDDERS: [(&str, Bidders); 2] =
    [(Bidders::Profiles.name(), Bidders::Profiles), (Bidders::Tender.name(), Bidders::Tender)];

/// The number of draws, unless the file states one.
const DRAWS: u64 = 10_000;
/// The most draws of one run.
const MOST_DRAWS: u64 = 100_000_000;
/// The seed, unless the file states one.
const SEED: u64 = 1;

/// Reads and validates a dialogue file and its tender. `name` is the path of the dialogue file in its folder.
///
/// # Errors
/// [`ReadError`], with every problem of both files at once, where any of them is an error. Warnings alone are the `remarks` of
/// the dialogue.
pub fn read_dialogue(files: &dyn Files, name: &str) -> Result<Dialogue, ReadError> {
    let mut p = Problems::new();
    let mut opened_files = OpenedFiles::new(files);
    let mut dialogue = None;
    if let Some(opened) = opened_files.open(name, None, &mut p) {
        dialogue = assemble(Doc { text: &opened.text, file: opened.file }, files, &mut opened_files, &mut p);
        opened_files.keep(opened);
    }
    let sources = opened_files.finish();
    let invalid = p.any_error();
    let problems = p.finish();
    match dialogue {
        Some(mut dialogue) if !invalid => {
            dialogue.sources = sources;
            dialogue.remarks = problems;
            Ok(dialogue)
        }
        _ => Err(ReadError { sources, problems }),
    }
}

/// Reads all tables; `None` where there is no dialogue, or where its tender is invalid.
fn assemble(
    doc: Doc<'_>,
    files: &dyn Files,
    opened_files: &mut OpenedFiles<'_>,
    p: &mut Problems,
) -> Option<Dialogue> {
    let mut mended = String::new();
    let table = parse_toml(doc, &mut mended, p);
    if let (Some((key, _)), None) = (table.get_key_value("tender"), table.get("dialogue")) {
        p.note(ProblemCode::TenderNotDialogue, doc.place(key.span()));
        return None;
    }
    let root = TableReader::root(doc, &table, &keys::ROOT, p);
    read_format(root, p);
    let mut defaults = Vec::new();
    let head = root.need("dialogue", p).and_then(|n| TableReader::open(n, &keys::DIALOGUE, p));
    let bidders = head.and_then(|t| t.get("bidders")).map(|n| n.choice(&BIDDERS, p).map(|b| b.value));
    let bidders = or_default(bidders, Bidders::Profiles, "bidders", "\"profiles\"", &mut defaults);
    let tender = head.and_then(|t| t.need("tender", p)).and_then(|n| n.name(p));
    let tender = tender.and_then(|named| read_named(&named, bidders, files, opened_files, p));
    let references = References::new(tender.as_ref(), p);
    let rest = DialogueTables {
        title: head.and_then(|t| t.need("title", p)).and_then(|n| n.name(p)).map(|t| t.value),
        structures: read_structures(head, &references, &mut defaults, p),
        draws: read_whole(head, "draws", (1, MOST_DRAWS), DRAWS, &mut defaults, p),
        seed: read_whole(head, "seed", (0, u64::MAX), SEED, &mut defaults, p),
        cost_per_contract: read_cost(head, &mut defaults, p),
        volumes: tables::read_volumes(root, &references, &mut defaults, p),
        courses: tables::read_courses(root, &references, p),
        lapse: tables::read_lapse(root, &references, &mut defaults, p),
        profiles: tables::read_profiles(root, &references, &mut defaults, p),
    };
    let head_place = head.map_or(root.place, |t| t.place);
    let dialogue = rest.with(tender?, bidders, defaults);
    check::check(&dialogue, head_place, p);
    if bidders == Bidders::Profiles {
        check::report_real_names(&dialogue, head_place, files, p);
    }
    Some(dialogue)
}

/// Everything that is read apart from the tender.
struct DialogueTables {
    title: Option<String>,
    structures: Vec<usize>,
    draws: u64,
    seed: u64,
    cost_per_contract: Money,
    volumes: super::Volumes,
    courses: Vec<super::Course>,
    lapse: Option<super::LapseDay>,
    profiles: Vec<super::Profile>,
}

impl DialogueTables {
    fn with(self, tender: Tender, bidders: Bidders, defaults: Vec<DefaultUsed>) -> Dialogue {
        Dialogue {
            sources: Sources::default(),
            title: self.title.unwrap_or_default(),
            tender,
            structures: self.structures,
            bidders,
            draws: self.draws,
            seed: self.seed,
            volumes: self.volumes,
            courses: self.courses,
            lapse: self.lapse,
            profiles: self.profiles,
            cost_per_contract: self.cost_per_contract,
            defaults,
            remarks: Vec::new(),
        }
    }
}

/// A value that was stated, or its default, which is written down. A faulty one is neither.
fn or_default<T>(
    stated: Option<Option<T>>,
    default: T,
    key: &'static str,
    written: impl Into<String>,
    defaults: &mut Vec<DefaultUsed>,
) -> T {
    match stated {
        Some(value) => value.unwrap_or(default),
        None => {
            defaults.push(DefaultUsed::new("[dialogue]", key, written));
            default
        }
    }
}

/// Reads the tender, with or without its bids; its files are in the folder of the dialogue file.
fn read_named(
    named: &At<String>,
    bidders: Bidders,
    files: &dyn Files,
    opened_files: &mut OpenedFiles<'_>,
    p: &mut Problems,
) -> Option<Tender> {
    let path = opened_files.resolve(named, p)?;
    if !opened_files.is_readable(&path, named.place, p) {
        return None;
    }
    let first_file = opened_files.next_file();
    let moved = |place: Place| Place { file: place.file.saturating_add(first_file), ..place };
    let read = match bidders {
        Bidders::Profiles => crate::tender::read::read_without_bids(files, &path),
        Bidders::Tender => read_tender(files, &path),
    };
    let (tender, sources, problems) = match read {
        Ok(mut tender) => {
            let remarks = std::mem::take(&mut tender.remarks);
            let sources = tender.sources.clone();
            (Some(tender), sources, remarks)
        }
        Err(ReadError { sources, problems }) => (None, sources, problems),
    };
    opened_files.add(sources, "");
    for mut problem in problems {
        problem.place = moved(problem.place);
        problem.related = problem.related.map(moved);
        p.add(problem);
    }
    tender
}

/// `structures = ["whole", "by-joint"]`; all if none is named.
fn read_structures(
    head: Option<TableReader<'_>>,
    references: &References<'_>,
    defaults: &mut Vec<DefaultUsed>,
    p: &mut Problems,
) -> Vec<usize> {
    if let Some(node) = head.and_then(|t| t.get("structures")) {
        let names = distinct(node, p);
        let found: Vec<usize> = names.iter().filter_map(|name| references.structure(name, p)).collect();
        if !names.is_empty() {
            return found;
        }
    }
    let all = references.tender.map_or(&[][..], |t| t.structures.as_slice());
    let written: Vec<String> = all.iter().map(|s| format!("\"{}\"", s.id)).collect();
    defaults.push(DefaultUsed::new("[dialogue]", "structures", format!("[{}]", written.join(", "))));
    (0..all.len()).collect()
}

/// A whole number within bounds.
fn read_whole(
    head: Option<TableReader<'_>>,
    key: &'static str,
    bounds: (u64, u64),
    default: u64,
    defaults: &mut Vec<DefaultUsed>,
    p: &mut Problems,
) -> u64 {
    let stated = head.and_then(|t| t.get(key)).map(|n| whole(n, bounds, p));
    or_default(stated, default, key, default.to_string(), defaults)
}

fn whole(node: Node<'_>, (least, most): (u64, u64), p: &mut Problems) -> Option<u64> {
    use crate::number::Ratio;
    let number = node.number(p)?.value;
    let count = number.fract().is_zero().then(|| u64::try_from(number).ok()).flatten();
    let count = count.filter(|n| (least..=most).contains(n));
    if count.is_none() {
        p.add(
            Problem::new(ProblemCode::NumberRange, node.place)
                .with("key", node.key)
                .with("number", Ratio::from(number))
                .with("least", Ratio::whole(least.into()))
                .with("most", Ratio::whole(most.into())),
        );
    }
    count
}

/// `cost-per-contract = 150000`
fn read_cost(head: Option<TableReader<'_>>, defaults: &mut Vec<DefaultUsed>, p: &mut Problems) -> Money {
    let stated = head.and_then(|t| t.get("cost-per-contract")).map(|n| n.price(p).map(|a| a.value.into()));
    or_default(stated, Money::ZERO, "cost-per-contract", "0", defaults)
}

/// A valid file of either sort.
#[derive(Clone, Debug)]
pub enum TenderOrDialogue {
    /// A tender file.
    Tender(Box<Tender>),
    /// A dialogue file, with the tender that it names.
    Dialogue(Box<Dialogue>),
}

impl TenderOrDialogue {
    /// All files that were read.
    pub fn sources(&self) -> &Sources {
        match self {
            TenderOrDialogue::Tender(tender) => &tender.sources,
            TenderOrDialogue::Dialogue(dialogue) => &dialogue.sources,
        }
    }

    /// What is odd about the file, and the files that the places point into.
    pub fn into_remarks(self) -> (Vec<Problem>, Sources) {
        match self {
            TenderOrDialogue::Tender(tender) => (tender.remarks, tender.sources),
            TenderOrDialogue::Dialogue(dialogue) => (dialogue.remarks, dialogue.sources),
        }
    }
}

/// Reads and validates a file that is a dialogue if it has `[dialogue]` and no `[tender]`, and else a tender.
///
/// # Errors
/// [`ReadError`], as for a file of its sort.
pub fn read_tender_or_dialogue(files: &dyn Files, name: &str) -> Result<TenderOrDialogue, ReadError> {
    // a pipe can be read once only
    let first = FirstFile { files, name, bytes: files.read(name) };
    match read_tender(&first, name) {
        Err(rejected) if rejected.problems.iter().any(|p| p.code == ProblemCode::DialogueNotTender) => {
            read_dialogue(&first, name).map(|dialogue| TenderOrDialogue::Dialogue(Box::new(dialogue)))
        }
        read => read.map(|tender| TenderOrDialogue::Tender(Box::new(tender))),
    }
}

/// Files of which the first has been read.
struct FirstFile<'a> {
    files: &'a dyn Files,
    name: &'a str,
    bytes: Result<Vec<u8>, ReadFileError>,
}

impl Files for FirstFile<'_> {
    fn read(&self, path: &str) -> Result<Vec<u8>, ReadFileError> {
        if path == self.name { self.bytes.clone() } else { self.files.read(path) }
    }

    fn list(&self, pattern: &str) -> Result<Vec<String>, ReadFileError> {
        self.files.list(pattern)
    }

    fn framework(&self, path: &str) -> Result<FrameworkFolder, ReadFileError> {
        self.files.framework(path)
    }
}
