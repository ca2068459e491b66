//! Reads a tender file and all that it names, with spans, and collects every problem.
//!
//! Values are read leniently and in the order in which they refer to each other: tariffs, procedures, structures, the
//! model, bids, the buyer's side. What cannot be read is reported and is replaced by a harmless placeholder, so that the rest
//! is checked too; a file with any error is rejected in the end, and no placeholder gets out.

mod bids;
mod buyer_side;
mod checks;
pub(crate) mod confusables;
pub(crate) mod csv;
mod disclosure_policy;
mod framework;
pub(crate) mod keys;
mod model;
pub(crate) mod names;
pub(crate) mod node;
mod numbers;
pub(crate) mod opened_files;
pub(crate) mod pre_lexer;
pub(crate) mod problems;
mod procedures;
pub(crate) mod procurement;
mod rules;
mod structures;
pub(crate) mod text;
mod variants;

use std::collections::HashMap;

pub(crate) use framework::FrameworkReference;
pub use keys::{ALL_TABLES, TableKeys};

use self::{
    bids::{BidContext, Bids, read_bids, read_prices_file},
    buyer_side::{AssessmentContext, Assessments, read_decisions, read_requirements},
    names::Codes,
    node::{Doc, TableReader},
    opened_files::OpenedFiles,
    pre_lexer::parse_toml,
    problems::Problems,
    procedures::{Procedures, read_procedures, read_procedures_file},
    procurement::Tariffs,
    rules::{AwardContext, read_award},
    variants::{VariantContext, read_variants},
};
use super::{Assessment, Files, Place, Problem, ProblemCode, Procedure, Severity, Sources, Tender};

/// A file that cannot be evaluated: why, and the text that the places point into.
#[derive(Clone, Debug, PartialEq, Eq)]
#[non_exhaustive]
pub struct ReadError {
    /// The files as far as they were read.
    pub sources: Sources,
    /// Every problem by file and place, warnings included.
    pub problems: Vec<Problem>,
}

impl ReadError {
    /// Problems, with the files that their places point into.
    pub fn new(sources: Sources, problems: Vec<Problem>) -> Self {
        ReadError { sources, problems }
    }
}

impl std::fmt::Display for ReadError {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        let mut errors = self.problems.iter().filter(|p| p.code.severity() == Severity::Error);
        let Some(first) = errors.next() else { return f.write_str("the file cannot be read") };
        let file = self.sources.file(first.place).map_or("", |file| file.name.as_str());
        write!(f, "{file}, line {}: {}", self.sources.line(first.place), first.code.name())?;
        match errors.count() {
            0 => Ok(()),
            more => write!(f, ", and {more} more errors"),
        }
    }
}

impl std::error::Error for ReadError {}

/// A tender file as it was read, with all files that it names but its framework.
///
/// What a framework decides for a mini-tender follows only from its evaluation, which this room knows nothing of:
/// [`crate::framework::resolve`] adds it.
pub struct Parsed<'f> {
    pub(crate) tender: Option<Tender>,
    pub(crate) framework: Option<FrameworkReference>,
    pub(crate) opened_files: OpenedFiles<'f>,
    pub(crate) problems: Problems,
}

impl std::fmt::Debug for Parsed<'_> {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.debug_struct("Parsed").field("tender", &self.tender).finish_non_exhaustive()
    }
}

/// Reads a tender file and all files that it names, but not its framework. `name` is the path of the tender file in its folder.
pub fn parse<'f>(files: &'f dyn Files, name: &str) -> Parsed<'f> {
    parse_extent(files, name, Extent::Whole)
}

/// Reads and validates a tender file as if it had no bids, assessments, decisions and draw: not even their files are opened.
/// A framework that it names is not followed.
///
/// # Errors
/// [`ReadError`]
pub(crate) fn read_without_bids(files: &dyn Files, name: &str) -> Result<Tender, ReadError> {
    parse_extent(files, name, Extent::WithoutBids).finish()
}

/// How much of a tender is read.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Extent {
    Whole,
    /// Without bids and all that refers to them: assessments, decisions, the draw.
    WithoutBids,
}

fn parse_extent<'f>(files: &'f dyn Files, name: &str, extent: Extent) -> Parsed<'f> {
    let mut problems = Problems::new();
    let mut opened_files = OpenedFiles::new(files);
    let (mut tender, mut framework) = (None, None);
    if let Some(opened) = opened_files.open(name, None, &mut problems) {
        let doc = Doc { text: &opened.text, file: opened.file };
        (tender, framework) = assemble(doc, extent, &mut opened_files, &mut problems).unzip();
        opened_files.keep(opened);
    }
    Parsed { tender, framework: framework.flatten(), opened_files, problems }
}

impl Parsed<'_> {
    /// The tender, where nothing of it is an error.
    ///
    /// # Errors
    /// [`ReadError`], with every problem at once, where any of them is an error. Warnings alone are the `remarks` of the tender.
    pub fn finish(self) -> Result<Tender, ReadError> {
        let Parsed { tender, opened_files, problems: mut p, .. } = self;
        if let Some(tender) = tender.as_ref().filter(|_| !p.any_error()) {
            report_another_model(tender, &mut p);
        }
        let sources = opened_files.finish();
        let invalid = p.any_error();
        let problems = p.finish();
        match tender {
            Some(mut tender) if !invalid => {
                tender.sources = sources;
                tender.remarks = problems;
                Ok(tender)
            }
            _ => Err(ReadError { sources, problems }),
        }
    }
}

/// A tender that states the hash of its published model must have that model (docs/reference/hashes.md).
fn report_another_model(tender: &Tender, p: &mut Problems) {
    if let Some((published, place)) = &tender.head.model_hash {
        let own = super::canonical::model_hash(tender);
        if !own.eq_ignore_ascii_case(published) {
            let problem = Problem::new(ProblemCode::ModelHashDiffers, *place);
            p.add(problem.with("published", published.as_str()).with("own", own));
        }
    }
}

/// Reads the parts of a tender in the order in which they refer to each other; nothing of a file that is no tender.
fn assemble(
    doc: Doc<'_>,
    extent: Extent,
    opened_files: &mut OpenedFiles<'_>,
    p: &mut Problems,
) -> Option<(Tender, Option<FrameworkReference>)> {
    let mut mended = String::new();
    let table = parse_toml(doc, &mut mended, p);
    if let (Some((key, _)), None) = (table.get_key_value("dialogue"), table.get("tender")) {
        p.note(ProblemCode::DialogueNotTender, doc.place(key.span()));
        return None;
    }
    let root = TableReader::root(doc, &table, &keys::ROOT, p);
    procurement::read_format(root, p);
    let head = procurement::read_head(root, p);
    p.note_kind(head.kind);
    let mut tariffs = procurement::read_tariffs(root, p);
    let (pricing, has_discount_base) = rules::read_pricing(root, &tariffs, p);
    let cap = rules::read_cap(root, &tariffs, head.contract, p);
    let fallback = rules::read_fallback(root, &tariffs, head.contract, p);
    let adjustments = procurement::read_adjustments(root, &tariffs, head.contract, p);
    let (procedures, codes) = all_procedures(root, &tariffs, opened_files, p);
    let structures = structures::read_structures(root, &procedures, &codes, p);
    let (evaluation, criteria) = model::read_evaluation(root, p);
    let (requirements, requirement_names) = read_requirements(root, &codes, p);
    let with_bids = extent == Extent::Whole;
    let bid_context = BidContext { codes: &codes, structures: &structures, has_discount_base };
    let mut bids = if with_bids { all_bids(root, bid_context, opened_files, p) } else { Bids::default() };
    let named = with_bids.then_some(&bids);
    let context = AwardContext { codes: &codes, structures: &structures, criteria: &criteria, bids: named };
    let award = read_award(root, context, p);
    let context = AssessmentContext {
        bids: &bids,
        structures: &structures,
        criteria: &criteria,
        requirements: &requirement_names,
        scale: evaluation.scale,
    };
    let (mut assessments, mut decisions) = (Vec::new(), Vec::new());
    if with_bids {
        assessments = all_assessments(root, context, opened_files, p);
        decisions = read_decisions(root, &bids, p);
    }
    for (names, kind) in [
        (&tariffs.names, "tariff"),
        (codes.names(), "procedure"),
        (&structures.names, "structure"),
        (&criteria.names, "criterion"),
        (&requirement_names, "requirement"),
        (&bids.names, "bidder"),
    ] {
        confusables::report_confusables(names, kind, p);
    }
    for lots in &structures.lots {
        confusables::report_confusables(lots, "lot", p);
    }
    let mini_tenders = framework::read_mini_tenders(root, head.kind, &criteria, &award, p);
    let budget = framework::read_budget(root, head.kind, p);
    let disclosure = disclosure_policy::read_disclosure(root, p);
    let standstill = disclosure_policy::read_standstill(root, head.kind, p);
    let mut tender = Tender {
        sources: Sources::default(),
        head,
        tariffs: std::mem::take(&mut tariffs.list),
        pricing,
        cap,
        fallback,
        adjustments,
        procedures,
        structures: structures.list,
        award,
        evaluation,
        mini_tenders,
        framework: None,
        budget,
        disclosure,
        standstill,
        variants: Vec::new(),
        requirements,
        assessments,
        decisions,
        bids: std::mem::take(&mut bids.list),
        remarks: Vec::new(),
    };
    checks::check_parts(&tender, &codes, p);
    if with_bids {
        // a variant may name bidders
        let context = VariantContext { tariffs: &tariffs, codes: &codes, bids: &bids, tender: &tender };
        let (variants, variant_names) = read_variants(root, context, p);
        confusables::report_confusables(&variant_names, "variant", p);
        tender.variants = variants;
    }
    let framework = framework::read_framework(root, tender.head.kind, p);
    Some((tender, framework))
}

/// `[[procedure]]` and then `[procedures] file`
fn all_procedures(
    root: TableReader<'_>,
    tariffs: &Tariffs,
    opened_files: &mut OpenedFiles<'_>,
    p: &mut Problems,
) -> (Vec<Procedure>, Codes) {
    let mut procedures = Procedures::default();
    read_procedures(root, tariffs, &mut procedures, p);
    let table = root.table("procedures", &keys::PROCEDURES, p);
    if let Some(file) = table.and_then(|t| t.need("file", p)).and_then(|n| n.name(p)) {
        let opened =
            opened_files.resolve(&file, p).and_then(|path| opened_files.open(&path, Some(file.place), p));
        if let Some(opened) = opened {
            let doc = Doc { text: &opened.text, file: opened.file };
            read_procedures_file(doc, tariffs, &mut procedures, p);
            opened_files.keep(opened);
        } else {
            // every code may be in the file that was not read
            p.note_unparsed();
        }
    }
    procedures.finish(root.place, p)
}

/// `[[bid]]`, then those of `[bids] files`, then the prices files of all.
fn all_bids(
    root: TableReader<'_>,
    context: BidContext<'_>,
    opened_files: &mut OpenedFiles<'_>,
    p: &mut Problems,
) -> Bids {
    let mut bids = Bids::default();
    read_bids(root, context, &mut bids, p);
    each_file(root, "bids", &keys::BIDS, &keys::BID_FILE, opened_files, p, |root, p| {
        read_bids(root, context, &mut bids, p);
    });
    let mut first: HashMap<String, Place> = HashMap::new();
    for (bid, named) in bids.list.iter_mut().zip(&bids.prices_files) {
        let Some(named) = named else { continue };
        let Some(path) = opened_files.resolve(named, p) else { continue };
        if let Some(first) = first.get(&path) {
            p.add(
                Problem::new(ProblemCode::PricesFileShared, named.place)
                    .with("path", text::shown(&named.value))
                    .related(*first),
            );
        }
        let Some(opened) = opened_files.open(&path, Some(named.place), p) else { continue };
        first.entry(path).or_insert(named.place);
        let found = read_prices_file(Doc { text: &opened.text, file: opened.file }, context.codes, p);
        if let (Some(place), false) = (found.first_discount, context.has_discount_base) {
            p.add(Problem::new(ProblemCode::DiscountWithoutBase, place).with("bidder", bid.bidder.as_str()));
        }
        found.add_to(bid, context.codes, p);
        opened_files.keep(opened);
    }
    bids
}

/// `[[assessment]]`, then those of `[assessments] files`
fn all_assessments(
    root: TableReader<'_>,
    context: AssessmentContext<'_>,
    opened_files: &mut OpenedFiles<'_>,
    p: &mut Problems,
) -> Vec<Assessment> {
    let mut assessments = Assessments::default();
    assessments.read(root, context, p);
    each_file(root, "assessments", &keys::ASSESSMENTS, &keys::ASSESSMENT_FILE, opened_files, p, |root, p| {
        assessments.read(root, context, p);
    });
    assessments.list
}

/// Reads every file that `files` of a table names, each as a TOML file of its own.
fn each_file(
    root: TableReader<'_>,
    key: &'static str,
    table_keys: &'static TableKeys,
    file_keys: &'static TableKeys,
    opened_files: &mut OpenedFiles<'_>,
    p: &mut Problems,
    mut read: impl FnMut(TableReader<'_>, &mut Problems),
) {
    let Some(table) = root.table(key, table_keys, p) else { return };
    let Some(node) = table.need("files", p) else { return };
    let patterns = node.names(p);
    for (path, place) in opened_files.list(&patterns, p) {
        let Some(opened) = opened_files.open(&path, Some(place), p) else { continue };
        let doc = Doc { text: &opened.text, file: opened.file };
        let mut mended = String::new();
        let parsed = parse_toml(doc, &mut mended, p);
        let root = TableReader::root(doc, &parsed, file_keys, p);
        if root.get("format").is_some() {
            procurement::read_format(root, p);
        }
        read(root, p);
        opened_files.keep(opened);
    }
}
