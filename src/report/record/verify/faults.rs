//! Faults of a record in words: one template a code and language.

use crate::{
    number::{Figure, Figures},
    record::{
        Class,
        folder::PathFault,
        verify::{END_OF_FILE, FaultCode, RecordFault},
    },
    report::{
        Language,
        certificate::refusal_reason,
        record::{figures_fault_text, path_fault_text},
    },
};

/// A fault with its place before it.
pub(super) fn fault_item(fault: &RecordFault, language: Language) -> String {
    let place = [fault.file.as_str(), fault.at.as_str()];
    let place: Vec<&str> = place.into_iter().filter(|part| !part.is_empty()).collect();
    let text = fault_text(fault, language);
    if place.is_empty() { text } else { format!("{}: {text}", place.join(", ")) }
}

/// That a record was changed, and how, for a command that takes records as they were written.
pub fn changed_text(name: &str, faults: &[RecordFault], language: Language) -> String {
    let said = language.pick(
        "{name}: this is not a record as it was written, so nothing is made from it\nhint: `udbud verify` tells all that is wrong",
        "{name}: dette er ikke en rapport, som den blev skrevet, så der laves intet ud fra den\ntip: `udbud verify` fortæller alt, der er galt",
    );
    let said = language.fill(said, &vec![("name", Figure::from(name))]);
    let (first, hint) = said.split_once('\n').unwrap_or((&said, ""));
    let mut text = first.to_owned();
    for fault in faults.iter().take(3) {
        text.push_str("\n- ");
        text.push_str(&fault_item(fault, language));
    }
    format!("{text}\n{hint}")
}

/// A fault in words.
pub(super) fn fault_text(fault: &RecordFault, language: Language) -> String {
    if let Some((code, rule)) = fault.figures.as_deref().copied() {
        return figures_fault_text(code, &fault.written, &fault.expected, rule, language);
    }
    let template = match language {
        Language::En => en(fault.code),
        Language::Da => da(fault.code),
    };
    let args: Figures = vec![
        ("written", Figure::from(worded(&fault.written, language))),
        ("expected", Figure::from(worded(&fault.expected, language))),
        ("why", Figure::from(why(fault, language))),
    ];
    language.fill(template, &args).trim_end().to_owned()
}

/// Words of the format that stand for something, in the language; all else as it is.
fn worded(text: &str, language: Language) -> String {
    if text == END_OF_FILE {
        return language.pick(END_OF_FILE, "(slut på filen)").to_owned();
    }
    Class::from_name(text).map_or_else(|| text.to_owned(), |class| class_name(class, language).to_owned())
}

/// A class of corrections within a sentence.
pub(in crate::report::record) fn class_name(class: Class, language: Language) -> &'static str {
    match class {
        Class::Same => language.pick("the same", "det samme"),
        Class::Slip => language.pick("a slip", "en skrivefejl"),
        Class::DrawHeld => language.pick("a draw that was held", "en lodtrækning"),
        Class::CalculationCorrection => language.pick("a calculation correction", "en beregningsrettelse"),
        Class::NewEvaluation => language.pick("a new evaluation", "en ny evaluering"),
        Class::NotTheSameCompetition => language.pick("not the same competition", "ikke samme konkurrence"),
    }
}

fn why(fault: &RecordFault, language: Language) -> String {
    if let Some(refusal) = &fault.refusal {
        return refusal_reason(refusal, language);
    }
    let path = PathFault::ALL.into_iter().find(|f| f.name() == fault.expected);
    path.map_or_else(String::new, |f| path_fault_text(f, language).to_owned())
}

fn en(code: FaultCode) -> &'static str {
    match code {
        FaultCode::SumsMissing => "there are no sums, so that this is no record",
        FaultCode::SumsForm => {
            "it does not have the one form of a record: on every line 64 hex digits, two spaces and a path, sorted by path, each once {written}"
        }
        FaultCode::SumsPath => "it names the path \"{written}\": {why}",
        FaultCode::FileMissing => "it is listed, but not there",
        FaultCode::FileChanged => "it was changed: its sum is {written}, listed is {expected}",
        FaultCode::FileAdded => "it is there, but not listed",
        FaultCode::FolderEmpty => "a folder without a file, which no record has",
        FaultCode::RecordHashDiffers => "the record has the hash {written}, not {expected}",
        FaultCode::PartMissing => "every record has this file; here it is missing",
        FaultCode::PartForm => "it is not what its format says: {written}{expected}",
        FaultCode::Link => "a link; no record has one, and it is not followed",
        FaultCode::NotAFile => "neither a file nor a folder",
        FaultCode::NameNotUtf8 => "its name is not UTF-8",
        FaultCode::Path => "this path may not stand in a record: {why}",
        FaultCode::TooLarge => "a record holds at most 10,000 files of 256 MiB each, and 1 GiB in all",
        FaultCode::ZipDamaged => {
            "the archive is damaged, cut off, its parts overlap, or a file stands in it twice"
        }
        FaultCode::ZipKind => {
            "an archive with a comment, in several volumes, or of the 64-bit kind; a record needs none of it"
        }
        FaultCode::ZipEntry => "it is not plainly packed: {written}",
        FaultCode::FiguresWrong => "here stands {written}; what follows from the texts is {expected}",
        FaultCode::CertificateMissing => "it is missing, although each lot has one supplier",
        FaultCode::CertificateRefused => "it does not hold: {why}",
        FaultCode::AwardDiffers => "here stands {written}; what follows is {expected}",
        FaultCode::RulesUnknown => {
            "the record was made under version {written} of the rules; this program knows version {expected}, so that it can neither replay it nor compute the costs that the certificate is about. Files and figures stand as told above"
        }
        FaultCode::InputsInvalid => "from the input files no valid tender can be read: {written}",
        FaultCode::InputsNoResult => "the tender of the input files has no result: {written}",
        FaultCode::InputNotRead => "nothing is read from it",
        FaultCode::ReplayDiffers => "here stands \"{written}\"; a replay gives \"{expected}\"",
        FaultCode::ReplayMore => "a replay gives this file; here it is missing",
        FaultCode::ReplayLess => "no replay gives this file",
        FaultCode::ChainHashDiffers => "the record there has the hash {written}; named is {expected}",
        FaultCode::ChainMissing => "a record that is named is not there, or one is there that is not named",
        FaultCode::ChainClass => "it is said to be {written}; it is {expected}",
        FaultCode::ChainTooLong => "the chain of records is longer than 16",
    }
}

fn da(code: FaultCode) -> &'static str {
    match code {
        FaultCode::SumsMissing => "der er ingen kontrolsummer, så det er ingen rapport",
        FaultCode::SumsForm => {
            "den har ikke den ene form, en rapport har: på hver linje 64 hexcifre, to mellemrum og en sti, sorteret efter sti, hver én gang {written}"
        }
        FaultCode::SumsPath => "den nævner stien \"{written}\": {why}",
        FaultCode::FileMissing => "den er opført, men findes ikke",
        FaultCode::FileChanged => "den er ændret: dens kontrolsum er {written}, opført er {expected}",
        FaultCode::FileAdded => "den findes, men er ikke opført",
        FaultCode::FolderEmpty => "en mappe uden en fil, som ingen rapport har",
        FaultCode::RecordHashDiffers => "rapporten har hash {written}, ikke {expected}",
        FaultCode::PartMissing => "hver rapport har denne fil; her mangler den",
        FaultCode::PartForm => "den er ikke, som formatet siger: {written}{expected}",
        FaultCode::Link => "et link; ingen rapport har et, og det følges ikke",
        FaultCode::NotAFile => "hverken en fil eller en mappe",
        FaultCode::NameNotUtf8 => "dens navn er ikke UTF-8",
        FaultCode::Path => "denne sti må ikke stå i en rapport: {why}",
        FaultCode::TooLarge => "en rapport kan højst have 10.000 filer på hver 256 MiB, og 1 GiB i alt",
        FaultCode::ZipDamaged => {
            "arkivet er beskadiget, afkortet, dets dele overlapper, eller en fil står i det to gange"
        }
        FaultCode::ZipKind => {
            "et arkiv med kommentar, i flere bind eller af 64-bit-slagsen; det har en rapport ikke brug for"
        }
        FaultCode::ZipEntry => "den er ikke pakket på en enkel måde: {written}",
        FaultCode::FiguresWrong => "her står {written}; det, der følger af teksterne, er {expected}",
        FaultCode::CertificateMissing => "det mangler, skønt hver delaftale har én leverandør",
        FaultCode::CertificateRefused => "det holder ikke: {why}",
        FaultCode::AwardDiffers => "her står {written}; det, der følger, er {expected}",
        FaultCode::RulesUnknown => {
            "rapporten er lavet efter version {written} af reglerne; dette program kender version {expected}, så det kan hverken gentage den eller beregne de omkostninger, beviset handler om. Filer og tal står som sagt ovenfor"
        }
        FaultCode::InputsInvalid => "ud fra filerne kan der ikke læses et gyldigt udbud: {written}",
        FaultCode::InputsNoResult => "udbuddet i filerne har intet resultat: {written}",
        FaultCode::InputNotRead => "der læses intet fra den",
        FaultCode::ReplayDiffers => "her står \"{written}\"; en gentagelse giver \"{expected}\"",
        FaultCode::ReplayMore => "en gentagelse giver denne fil; her mangler den",
        FaultCode::ReplayLess => "ingen gentagelse giver denne fil",
        FaultCode::ChainHashDiffers => "rapporten dér har hash {written}; nævnt er {expected}",
        FaultCode::ChainMissing => {
            "en rapport, der er nævnt, findes ikke, eller der findes en, der ikke er nævnt"
        }
        FaultCode::ChainClass => "det siges at være {written}; det er {expected}",
        FaultCode::ChainTooLong => "kæden af rapporter er længere end 16",
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_code_has_words_of_its_own_in_both_languages() {
        let mut seen = std::collections::BTreeSet::new();
        for &code in FaultCode::ALL {
            let fault = RecordFault::of(code, "a/b").at("line 2").written("1").expected("2");
            for language in [Language::En, Language::Da] {
                let text = fault_item(&fault, language);
                assert!(text.starts_with("a/b, line 2: ") && !text.contains('{'), "{text}");
                assert!(seen.insert(text));
            }
            assert!(code.name().bytes().all(|b| b.is_ascii_lowercase() || b.is_ascii_digit() || b == b'-'));
        }
    }
}
