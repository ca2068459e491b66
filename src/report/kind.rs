//! What a procurement is called in a sentence: a tender, a mini-tender, an offer collection (docs/concepts/readings.md).

use super::Language;
use crate::{
    number::{Figure, Figures},
    tender::TenderKind,
};

/// With its article, in the middle of a sentence.
pub fn the_tender(kind: TenderKind, language: Language) -> &'static str {
    language.word(&format!("kind-{}", kind.name()))
}

/// The arguments `$the_tender`, `$The_tender` and `$Its` of a message.
pub(super) fn kind_figures(kind: TenderKind, language: Language) -> Figures {
    let word = |form: &str| Figure::from(language.word(&format!("kind-{}{form}", kind.name())));
    vec![("the_tender", word("")), ("The_tender", word(".first")), ("Its", word(".its"))]
}
