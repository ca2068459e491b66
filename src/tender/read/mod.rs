//! Reads a tender file and all that it names, with spans, and collects every problem.
//!
//! Values are read leniently and in the order in which they refer to each other: tariffs, procedures, structures, the
//! model, bids, the buyer's side. What cannot be read is told and stands in as a harmless placeholder, so that the rest
//! is checked too; a file with any error is rejected in the end, and no placeholder gets out.

mod award;
mod bids;
mod buyer_side;
mod circles;
mod codes;
mod criteria;
mod evaluation;
mod head;
mod keys;
mod memory_files;
mod methods;
mod names;
mod nearest;
mod node;
mod problems;
mod procedures;
mod rules;
mod structures;
mod table;
mod tariffs;
mod text;

use toml::de::DeTable;

pub use keys::{ALL_TABLES, TableKeys};
pub use memory_files::{MemoryFiles, path_matches};

use self::{
    award::{AwardContext, read_award},
    bids::{BidContext, Bids, read_bids},
    buyer_side::{AssessmentContext, Assessments, read_decisions, read_requirements},
    node::Doc,
    problems::Problems,
    procedures::{Procedures, read_procedures},
    table::TableReader,
};
use super::{FileFault, Files, Place, Problem, ProblemCode, Severity, Source, Sources, Tender};

/// A file that cannot be evaluated: why, and the text that the places point into.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Rejected {
    /// The files as far as they were read.
    pub sources: Sources,
    /// Every problem by file and place, warnings included.
    pub problems: Vec<Problem>,
}

/// Reads and validates a tender file and all files that it names. `name` is the path of the tender file in its folder.
///
/// # Errors
/// [`Rejected`], with every problem at once, where any of them is an error. Warnings alone are the `remarks` of the tender.
pub fn read_tender(files: &dyn Files, name: &str) -> Result<Tender, Rejected> {
    let mut p = Problems::new();
    let text = match files.read(name) {
        Ok(bytes) => decode(bytes, 0, &mut p),
        Err(fault) => {
            tell_fault(fault, name, Place::default(), &mut p);
            None
        }
    };
    let tender = text.as_deref().map(|text| read_text(text, &mut p));
    let mut sources = Sources::default();
    sources.files.push(Source { name: name.into(), text: text.unwrap_or_default() });
    let invalid = p.any_error();
    let problems = p.finish();
    match tender {
        Some(mut tender) if !invalid => {
            tender.sources = sources;
            tender.remarks = problems;
            Ok(tender)
        }
        _ => Err(Rejected { sources, problems }),
    }
}

/// The text of a file without its byte-order mark.
fn decode(bytes: Vec<u8>, file: u32, p: &mut Problems) -> Option<String> {
    match String::from_utf8(bytes) {
        Ok(mut text) => {
            if text.starts_with('\u{feff}') {
                text.drain(..3);
            }
            Some(text)
        }
        Err(e) => {
            let byte = e.utf8_error().valid_up_to();
            p.add(Problem::new(ProblemCode::NotUtf8, Place { file, start: 0, end: 0 }).with("byte", byte));
            None
        }
    }
}

fn tell_fault(fault: FileFault, path: &str, place: Place, p: &mut Problems) {
    let problem = match fault {
        FileFault::Missing => Problem::new(ProblemCode::FileMissing, place),
        FileFault::Outside => Problem::new(ProblemCode::FileOutside, place),
        FileFault::Failed(reason) => {
            Problem::new(ProblemCode::FileUnreadable, place).with("reason", text::shown(&reason))
        }
    };
    p.add(problem.with("path", text::shown(path)));
}

/// Parses the text of a file, telling every fault of it as TOML.
fn parse<'a>(doc: Doc<'a>, p: &mut Problems) -> DeTable<'a> {
    let (table, faults) = DeTable::parse_recoverable(doc.text);
    for fault in faults {
        let place = doc.place(fault.span().unwrap_or(0..0));
        p.add(match fault.message() {
            "duplicate key" => {
                Problem::new(ProblemCode::DuplicateKey, place).with("key", text::shown(doc.snippet(place)))
            }
            reason => Problem::new(ProblemCode::Syntax, place).with("reason", text::shown(reason)),
        });
    }
    table.into_inner()
}

fn read_text(text: &str, p: &mut Problems) -> Tender {
    let doc = Doc { text, file: 0 };
    let table = parse(doc, p);
    let root = TableReader::root(doc, &table, &keys::ROOT, p);
    head::read_format(root, p);
    let head = head::read_head(root, p);
    let tariffs = tariffs::read_tariffs(root, p);
    let pricing = rules::read_pricing(root, &tariffs, p);
    let cap = rules::read_cap(root, &tariffs, head.contract, p);
    let fallback = rules::read_fallback(root, &tariffs, head.contract, p);
    let mut procedures = Procedures::default();
    read_procedures(root, &tariffs, &mut procedures, p);
    let (procedures, codes) = procedures.finish(root.place, p);
    let structures = structures::read_structures(root, &procedures, &codes, p);
    let (evaluation, criteria) = evaluation::read_evaluation(root, p);
    let (requirements, requirement_names) = read_requirements(root, &codes, p);
    let mut bids = Bids::default();
    let has_discount_base = pricing.discount_base.is_some();
    let context = BidContext { codes: &codes, structures: &structures, has_discount_base };
    read_bids(root, context, &mut bids, p);
    let context = AwardContext { codes: &codes, structures: &structures, criteria: &criteria, bids: &bids };
    let award = read_award(root, context, p);
    let mut assessments = Assessments::default();
    let context = AssessmentContext {
        bids: &bids,
        structures: &structures,
        criteria: &criteria,
        requirements: &requirement_names,
        scale: evaluation.scale,
    };
    assessments.read(root, context, p);
    let decisions = read_decisions(root, &bids, p);
    Tender {
        sources: Sources::default(),
        head,
        tariffs: tariffs.list,
        pricing,
        cap,
        fallback,
        procedures,
        structures: structures.list,
        award,
        evaluation,
        requirements,
        assessments: assessments.list,
        decisions,
        bids: bids.list,
        remarks: Vec::new(),
    }
}

impl Rejected {
    /// Whether any problem is an error; always, unless the file was read.
    pub fn has_errors(&self) -> bool {
        self.problems.iter().any(|p| p.code.severity() == Severity::Error)
    }
}
