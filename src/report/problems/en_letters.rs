//! What problems of `[disclosure]` and `[standstill]` say in English.

use crate::tender::ProblemCode as C;

/// The templates of message and help; empty for a code of another sort.
#[rustfmt::skip]
pub(super) const fn wording(code: C) -> (&'static str, &'static str) {
    match code {
        C::DisclosureGivesAway => (
            "what the letters may tell gives away {leak}",
            "leave out the word that gives it away, add the word for what is given away, or accept it with on-leak = \"warn\""),
        C::StandstillTooShort => (
            "{days} days of standstill; where letters are sent {sent}, the law asks for at least {least}",
            "write days = {least}; where the law's standstill does not apply, write why: reason = \"...\""),
        C::StandstillBelowFramework => (
            "{days} days of standstill; the framework {framework} asks for at least {least}",
            "write days = {least}, or leave the key out: the framework's days apply by themselves"),
        other => super::en_dialogue::wording(other),
    }
}
