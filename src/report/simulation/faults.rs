//! Why files are not the parts of a simulation, in words.

use super::words::Words;
use crate::{
    number::Figure,
    report::Language,
    simulation::{MergeError, OriginField, ShardError},
};

/// Why a file is no part.
pub fn part_fault_text(file: &str, fault: ShardError, language: Language) -> String {
    let w = Words::of(language);
    let template = match fault {
        ShardError::NotAShard => w.merge_not_a_part,
        ShardError::Newer => w.merge_newer,
        ShardError::Damaged => w.merge_damaged,
    };
    language.fill(template, &vec![("file", Figure::from(file))])
}

/// A part that rests on the bids of the tender, where nobody said `--internal`.
pub fn part_is_internal_text(file: &str, language: Language) -> String {
    language.fill(Words::of(language).merge_internal, &vec![("file", Figure::from(file))])
}

/// Why parts do not belong together; `files` are the names of the parts.
pub fn merge_fault_text(fault: &MergeError, files: &[String], language: Language) -> String {
    let w = Words::of(language);
    let file = |part: usize| Figure::from(files.get(part).map_or("", String::as_str));
    let range = |from: u64, until: u64| [("from", Figure::Count(from)), ("until", Figure::Count(until))];
    match fault {
        MergeError::Differs { part, what, own, expected } => {
            let args = vec![
                ("file", file(*part)),
                ("what", Figure::from(what_word(w, *what))),
                ("own", Figure::from(own.as_str())),
                ("expected", Figure::from(expected.as_str())),
            ];
            language.fill(w.merge_differs, &args)
        }
        MergeError::Overlap { first, second, from, until } => {
            let mut args = vec![("file", file(*first)), ("other", file(*second))];
            args.extend(range(*from, *until));
            language.fill(w.merge_overlap, &args)
        }
        MergeError::Gap { from, until } => language.fill(w.merge_gap, &range(*from, *until).to_vec()),
    }
}

fn what_word(w: &'static Words, what: OriginField) -> &'static str {
    match what {
        OriginField::Engine => w.what_engine,
        OriginField::Dialogue => w.what_dialogue,
        OriginField::Seed => w.what_seed,
        OriginField::Draws => w.what_draws,
        OriginField::Algorithm => w.what_algorithm,
        OriginField::Tables => w.what_tables,
        OriginField::Shape => w.what_shape,
    }
}
