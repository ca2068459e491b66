//! Why files are not the parts of a simulation, in words.

use crate::{
    number::Figure,
    report::Language,
    simulation::{MergeError, OriginField, ShardError},
};

/// Why a file is no part.
pub fn part_fault_text(file: &str, fault: ShardError, language: Language) -> String {
    let id = match fault {
        ShardError::NotAShard => "simulation-merge-not-a-part",
        ShardError::Newer => "simulation-merge-newer",
        ShardError::Damaged => "simulation-merge-damaged",
    };
    language.message(id, &vec![("file", Figure::from(file))])
}

/// A part that rests on the bids of the tender, without `--internal`.
pub fn part_is_internal_text(file: &str, language: Language) -> String {
    language.message("simulation-merge-internal", &vec![("file", Figure::from(file))])
}

/// Why parts do not belong together; `files` are the names of the parts.
pub fn merge_fault_text(fault: &MergeError, files: &[String], language: Language) -> String {
    let file = |part: usize| Figure::from(files.get(part).map_or("", String::as_str));
    let range = |from: u64, until: u64| [("from", Figure::Count(from)), ("until", Figure::Count(until))];
    match fault {
        MergeError::Differs { part, what, own, expected } => {
            let args = vec![
                ("file", file(*part)),
                ("what", Figure::from(what_word(language, *what))),
                ("own", Figure::from(own.as_str())),
                ("expected", Figure::from(expected.as_str())),
            ];
            language.message("simulation-merge-differs", &args)
        }
        MergeError::Overlap { first, second, from, until } => {
            let mut args = vec![("file", file(*first)), ("other", file(*second))];
            args.extend(range(*from, *until));
            language.message("simulation-merge-overlap", &args)
        }
        MergeError::Gap { from, until } => {
            language.message("simulation-merge-gap", &range(*from, *until).to_vec())
        }
    }
}

fn what_word(language: Language, what: OriginField) -> &'static str {
    match what {
        OriginField::Engine => language.word("simulation-what-engine"),
        OriginField::Dialogue => language.word("simulation-what-dialogue"),
        OriginField::Seed => language.word("simulation-what-seed"),
        OriginField::Draws => language.word("simulation-what-draws"),
        OriginField::Algorithm => language.word("simulation-what-algorithm"),
        OriginField::Tables => language.word("simulation-what-tables"),
        OriginField::Shape => language.word("simulation-what-shape"),
    }
}
