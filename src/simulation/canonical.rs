//! The canonical text of a dialogue and its hash: what its draws come from, apart from their number and the seed.
//!
//! It is written as that of a tender is (`docs/reference/hashes.md`): a header, lines `path = value` sorted bytewise, defaults
//! written out. Parts of one study belong together only if their hashes agree.

use sha2::{Digest, Sha256};

use super::{Bidders, Dialogue, Distribution, Profile, Volumes, decimal};
use crate::tender::{
    Procedure,
    canonical::{Lines, hash, kroner, quote, tender_hash, text},
};

/// The header of the canonical text of a dialogue.
const HEADER: &str = "udbud dialogue 1";

/// SHA-256, in lower-case hex, over [`dialogue_text`].
pub fn dialogue_hash(dialogue: &Dialogue) -> String {
    hash(&dialogue_text(dialogue))
}

/// Everything that a draw depends on apart from its number and the seed: the tender's hash, the structures tried, and everything uncertain;
/// no title. Where the bids of the tender take part, its files count letter by letter.
pub fn dialogue_text(dialogue: &Dialogue) -> String {
    let mut lines = Lines::default();
    let tender = &dialogue.tender;
    lines.plain("format", 1);
    lines.plain("tender-hash", tender_hash(tender));
    lines.plain("bidders", dialogue.bidders.name());
    if dialogue.bidders == Bidders::Tender {
        for file in &tender.sources.files {
            let digest = Sha256::digest(file.text.as_bytes());
            let digest: String = digest.iter().map(|byte| format!("{byte:02x}")).collect();
            lines.plain(format!("tender-file.{}", quote(&file.name)), digest);
        }
    }
    for (n, index) in dialogue.structures.iter().enumerate() {
        let id = tender.structures.get(*index).map_or("", |s| s.id.as_str());
        lines.quoted(format!("structure.{}", n + 1), id);
    }
    lines.plain("cost-per-contract", kroner(dialogue.cost_per_contract));
    volumes(&mut lines, &dialogue.volumes);
    let code = |line: usize| tender.procedures.get(line).map_or("", |x| x.code.as_str());
    for (n, course) in dialogue.courses.iter().enumerate() {
        let at = |key: &str| format!("course.{}.{key}", n + 1);
        lines.quoted(at("examination"), code(course.examination));
        lines.quoted(at("operation"), code(course.operation));
        distribution(&mut lines, &at("share"), &course.share.distribution);
    }
    for (n, day) in dialogue.lapse.iter().flat_map(|lapse| &lapse.days).enumerate() {
        lines.plain(format!("lapse.day.{}", n + 1), format!("{} {} {}", day.from, day.until, day.weight));
    }
    if dialogue.bidders == Bidders::Profiles {
        for (n, one) in dialogue.profiles.iter().enumerate() {
            profile(&mut lines, &format!("profile.{}", n + 1), one, dialogue);
        }
    }
    text(HEADER, lines)
}

fn volumes(lines: &mut Lines, volumes: &Volumes) {
    lines.plain("volumes.known", volumes.known.name());
    if let Some(specialty) = &volumes.specialty {
        distribution(lines, "volumes.specialty", &specialty.distribution);
    }
    if !volumes.groups.is_empty() {
        lines.plain("volumes.common", decimal(volumes.common));
    }
    for (n, group) in volumes.groups.iter().enumerate() {
        let at = format!("volumes.group.{}", n + 1);
        for pattern in &group.codes {
            lines.plain(format!("{at}.code.{}", quote(&pattern.to_string())), "yes");
        }
        distribution(lines, &format!("{at}.factor"), &group.factor.distribution);
    }
    for (n, scenario) in volumes.scenarios.iter().enumerate() {
        let at = format!("volumes.scenario.{}", n + 1);
        lines.quoted(format!("{at}.name"), &scenario.name);
        lines.plain(format!("{at}.weight"), scenario.weight);
        for (pattern, factor) in &scenario.factors {
            lines.plain(format!("{at}.factor.{}", quote(&pattern.to_string())), decimal(*factor));
        }
    }
}

fn profile(lines: &mut Lines, path: &str, profile: &Profile, dialogue: &Dialogue) {
    let at = |key: &str| format!("{path}.{key}");
    let tender = &dialogue.tender;
    let codes = |lines: &mut Lines, path: String, list: &[usize]| {
        let procedures = list.iter().filter_map(|line| tender.procedures.get(*line));
        for Procedure { code, .. } in procedures {
            lines.plain(format!("{path}.{}", quote(code)), "yes");
        }
    };
    lines.quoted(at("name"), &profile.name);
    lines.plain(at("count"), profile.count);
    lines.plain(at("new"), profile.new);
    codes(lines, at("lacks"), &profile.lacks);
    codes(lines, at("rather-not"), &profile.rather_not);
    for (n, (list, probability)) in profile.may_lack.iter().enumerate() {
        let may = at(&format!("may-lack.{}", n + 1));
        lines.plain(format!("{may}.probability"), decimal(*probability));
        codes(lines, format!("{may}.code"), list);
    }
    for index in &dialogue.structures {
        let id = tender.structures.get(*index).map_or("", |s| s.id.as_str());
        lines.plain(at(&format!("takes-part.{}", quote(id))), decimal(profile.probability(*index)));
    }
    distribution(lines, &at("discount"), &profile.discount.distribution);
    let response = profile.response;
    lines.plain(at("response.per-doubling"), decimal(response.per_doubling));
    lines.plain(at("response.per-rather-not"), decimal(response.per_rather_not));
    lines.plain(at("response.per-competitor"), decimal(response.per_competitor));
    lines.plain_if(at("response.at-least"), response.at_least);
    lines.plain_if(at("response.at-most"), response.at_most);
    if let Some(capacity) = &profile.capacity {
        distribution(lines, &at("capacity"), &capacity.distribution);
    }
    lines.plain_if(at("max-lots"), profile.max_lots);
}

/// A distribution in one line: its name and its numbers.
fn distribution(lines: &mut Lines, path: &str, of: &Distribution) {
    let numbers = |list: &[i64]| list.iter().map(|n| decimal(*n)).collect::<Vec<_>>().join(" ");
    let value = match of {
        Distribution::Fixed(value) => decimal(*value),
        Distribution::Uniform { low, high } => format!("uniform {}", numbers(&[*low, *high])),
        Distribution::Triangular { low, mode, high } => {
            format!("triangular {}", numbers(&[*low, *mode, *high]))
        }
        Distribution::LogNormal { median, spread } => format!("lognormal {}", numbers(&[*median, *spread])),
        Distribution::Values(values) => {
            let pairs: Vec<String> = values.iter().map(|(v, w)| format!("{} {w}", decimal(*v))).collect();
            format!("values {}", pairs.join(" "))
        }
    };
    lines.plain(path, value);
}
