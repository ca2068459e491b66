//! The checks that need the whole dialogue and its tender.

use std::collections::HashSet;

use crate::{
    record::read_tender,
    simulation::{Bidders, Dialogue},
    tender::{Condition, Files, Place, Problem, ProblemCode, TenderKind, read::problems::Problems},
};

/// Reports every contradiction between the parts of a dialogue. `place` is `[dialogue]`.
pub(super) fn check(dialogue: &Dialogue, place: Place, p: &mut Problems) {
    match dialogue.bidders {
        Bidders::Profiles => check_profiles(dialogue, place, p),
        Bidders::Tender => {
            if dialogue.tender.bids.is_empty() {
                p.note(ProblemCode::NoProfiles, place);
            }
            for profile in &dialogue.profiles {
                without_effect("[[profile]]", "bidders = \"tender\"", profile.place, p);
            }
        }
    }
}

fn without_effect(key: &str, because: &str, place: Place, p: &mut Problems) {
    p.add(Problem::new(ProblemCode::WithoutEffect, place).with("key", key).with("because", because));
}

/// What anonymous bidders need, and what has no effect under the structures.
fn check_profiles(dialogue: &Dialogue, place: Place, p: &mut Problems) {
    let tender = &dialogue.tender;
    if tender.head.kind == TenderKind::MiniTender {
        p.note(ProblemCode::DialogueOfMiniTender, place);
    }
    if dialogue.profiles.is_empty() {
        // a faulty one has been reported
        if !p.any_error() {
            p.note(ProblemCode::NoProfiles, place);
        }
        return;
    }
    let fallback_price = tender.procedures.iter().any(|x| x.fallback_price.is_some());
    if tender.pricing.discount_base.is_none() && tender.fallback.is_empty() && !fallback_price {
        for profile in &dialogue.profiles {
            p.add(
                Problem::new(ProblemCode::DiscountWithoutBase, profile.discount.place)
                    .with("bidder", profile.name.as_str()),
            );
        }
    }
    let invited = |condition: Condition| {
        let mut tried = dialogue.structures.iter().filter_map(|s| tender.structures.get(*s));
        tried.any(|s| s.bidders_may.contains(&condition))
    };
    for (condition, key) in [(Condition::Capacity, "capacity"), (Condition::MaxLots, "max-lots")] {
        if invited(condition) {
            continue;
        }
        for profile in &dialogue.profiles {
            let stated = match condition {
                Condition::Capacity => profile.capacity.is_some(),
                _ => profile.max_lots.is_some(),
            };
            if stated {
                without_effect(key, "bidders-may", profile.place, p);
            }
        }
    }
}

/// Reports every profile, scenario and title that names a real bidder: the market sees them. The bids are read only for this, and
/// dropped; whether they are valid does not matter here.
pub(super) fn report_real_names(dialogue: &Dialogue, place: Place, files: &dyn Files, p: &mut Problems) {
    let Some(path) = dialogue.tender.sources.files.first().map(|f| f.name.as_str()) else { return };
    let Ok(tender) = read_tender(files, path) else { return };
    let bidders: HashSet<Vec<String>> = tender.bids.iter().map(|bid| words(&bid.bidder)).collect();
    let longest = bidders.iter().map(Vec::len).max().unwrap_or(0);
    let names_one = |name: &str| {
        let words = words(name);
        let runs = |length: usize| words.windows(length).any(|run| bidders.contains(run));
        (1..=longest.min(words.len())).any(runs)
    };
    let mut report = |kind: &'static str, name: &str, place: Place| {
        p.add(Problem::new(ProblemCode::NamesBidder, place).with("kind", kind).with("name", name));
    };
    if names_one(&dialogue.title) {
        report("title", &dialogue.title, place);
    }
    for profile in &dialogue.profiles {
        let mut names = std::iter::once(profile.name.clone()).chain(profile.member_names());
        if names.any(|name| names_one(&name)) {
            report("profile", &profile.name, profile.place);
        }
    }
    for scenario in &dialogue.volumes.scenarios {
        if names_one(&scenario.name) {
            report("scenario", &scenario.name, place);
        }
    }
}

/// The words of a name, without regard to case and look-alike letters.
fn words(name: &str) -> Vec<String> {
    let lower = name.to_lowercase();
    let words = lower.split(|c: char| !c.is_alphanumeric()).filter(|word| !word.is_empty());
    words.map(|word| unicode_security::skeleton(word).collect()).collect()
}
