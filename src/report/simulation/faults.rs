//! Why files are not the parts of a simulation, in words.

use super::words::Words;
use crate::{
    number::Figure,
    report::Language,
    simulation::{MergeFault, OriginPart, PartFault},
};

/// Why a file is no part.
pub fn part_fault_text(file: &str, fault: PartFault, language: Language) -> String {
    let w = Words::of(language);
    let template = match fault {
        PartFault::NotAPart => w.merge_not_a_part,
        PartFault::Newer => w.merge_newer,
        PartFault::Damaged => w.merge_damaged,
    };
    language.fill(template, &vec![("file", Figure::from(file))])
}

/// A part that rests on the bids of the tender, where nobody said `--internal`.
pub fn part_is_internal_text(file: &str, language: Language) -> String {
    language.fill(Words::of(language).merge_internal, &vec![("file", Figure::from(file))])
}

/// Why parts do not belong together; `files` are the names of the parts.
pub fn merge_fault_text(fault: &MergeFault, files: &[String], language: Language) -> String {
    let w = Words::of(language);
    let file = |part: usize| Figure::from(files.get(part).map_or("", String::as_str));
    let range = |from: u64, until: u64| [("from", Figure::Count(from)), ("until", Figure::Count(until))];
    match fault {
        MergeFault::Differs { part, what, own, expected } => {
            let args = vec![
                ("file", file(*part)),
                ("what", Figure::from(what_word(w, *what))),
                ("own", Figure::from(own.as_str())),
                ("expected", Figure::from(expected.as_str())),
            ];
            language.fill(w.merge_differs, &args)
        }
        MergeFault::Overlap { first, second, from, until } => {
            let mut args = vec![("file", file(*first)), ("other", file(*second))];
            args.extend(range(*from, *until));
            language.fill(w.merge_overlap, &args)
        }
        MergeFault::Gap { from, until } => language.fill(w.merge_gap, &range(*from, *until).to_vec()),
    }
}

fn what_word(w: &'static Words, what: OriginPart) -> &'static str {
    match what {
        OriginPart::Engine => w.what_engine,
        OriginPart::Dialogue => w.what_dialogue,
        OriginPart::Seed => w.what_seed,
        OriginPart::Draws => w.what_draws,
        OriginPart::Algorithm => w.what_algorithm,
        OriginPart::Tables => w.what_tables,
        OriginPart::Shape => w.what_shape,
    }
}
