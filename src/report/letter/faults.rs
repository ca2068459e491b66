//! Why there is no letter, or what must be seen to before it is sent.

use super::leaks_text;
use crate::{
    disclosure::{Knowledge, Leak},
    letter::SourceFault,
    number::Figure,
    report::Language,
};

/// Why nothing is written, with the whole chain of inference.
pub fn leak_refused_text(bidder: &str, reader: &Knowledge<'_>, leaks: &[Leak], language: Language) -> String {
    let head = language.pick(
        "[disclosure-leak] the letter to {bidder} would give away more than [disclosure] allows",
        "[disclosure-leak] brevet til {bidder} ville afsløre mere, end [disclosure] tillader",
    );
    let hint = language.pick(
        "hint: leave out of tell what it follows from, add to tell what follows anyway, or accept it with on-leak = \"warn\"; then make the record anew",
        "tip: udelad af tell det, som det følger af, tilføj det, der alligevel kan udledes, eller acceptér det med on-leak = \"warn\"; lav så evalueringsrapporten igen",
    );
    told(head, bidder, reader, leaks, language) + hint
}

/// The same where the policy accepts it.
pub fn leak_warned_text(bidder: &str, reader: &Knowledge<'_>, leaks: &[Leak], language: Language) -> String {
    let head = language.pick(
        "warning[disclosure-leak]: the letter to {bidder} gives away more than it tells, as on-leak = \"warn\" accepts",
        "advarsel[disclosure-leak]: brevet til {bidder} afslører mere, end det oplyser, som on-leak = \"warn\" accepterer",
    );
    told(head, bidder, reader, leaks, language)
}

fn told(head: &str, bidder: &str, reader: &Knowledge<'_>, leaks: &[Leak], language: Language) -> String {
    let head = language.fill(head, &vec![("bidder", Figure::from(bidder))]);
    format!("{head}\n{}", leaks_text(reader, leaks, language))
}

/// Why no letter can be written from a record.
pub fn letter_fault_text(fault: SourceFault, language: Language) -> &'static str {
    match fault {
        SourceFault::Manifest => language.pick(
            "no letter: record.json does not say which file is the tender",
            "intet brev: record.json siger ikke, hvilken fil der er udbuddet",
        ),
        SourceFault::Tender => language.pick(
            "no letter: the tender in the record is not valid for this version of udbud\nhint: record.json names the version that it was made with",
            "intet brev: udbuddet i evalueringsrapporten er ikke gyldigt for denne version af udbud\ntip: record.json nævner den version, den er lavet med",
        ),
        SourceFault::Decision | SourceFault::Differs => language.pick(
            "no letter: this version of udbud does not come to what the record says\nhint: `udbud verify` says where they differ; record.json names the version that the record was made with",
            "intet brev: denne version af udbud når ikke frem til det, evalueringsrapporten siger\ntip: `udbud verify` viser, hvor de er forskellige; record.json nævner den version, den er lavet med",
        ),
    }
}

/// A winner's question is open.
pub fn open_question_text(language: Language) -> &'static str {
    language.pick(
        "a winner has an open question: settle it before letters are sent (udbud evaluate lists it)",
        "en vinder har et åbent spørgsmål: afklar det, før brevene sendes (udbud evaluate viser det)",
    )
}
