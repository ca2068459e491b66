//! What problems of `[disclosure]` and `[standstill]` say in Danish.

use crate::tender::ProblemCode as C;

/// The templates of message and help; empty for a code of another sort.
#[rustfmt::skip]
pub(super) const fn wording(code: C) -> (&'static str, &'static str) {
    match code {
        C::DisclosureGivesAway => (
            "det, brevene må oplyse, afslører {leak}",
            "udelad det ord, der afslører det, tilføj ordet for det, der afsløres, eller acceptér det med on-leak = \"warn\""),
        C::StandstillTooShort => (
            "{days} dages standstill; når breve sendes {sent}, kræver loven mindst {least}",
            "skriv days = {least}; gælder lovens standstillperiode ikke, så skriv hvorfor: reason = \"...\""),
        C::StandstillBelowFramework => (
            "{days} dages standstill; rammeaftalen {framework} kræver mindst {least}",
            "skriv days = {least}, eller udelad nøglen: rammeaftalens dage gælder af sig selv"),
        other => super::da_dialogue::wording(other),
    }
}
