//! What a procurement is called in a sentence: a tender, a mini-tender, an offer collection (docs/concepts/readings.md).

use super::Language;
use crate::{
    number::{Figure, Figures},
    tender::TenderKind,
};

/// With its article, in the middle of a sentence.
pub fn the_tender(kind: TenderKind, language: Language) -> &'static str {
    match kind {
        TenderKind::Tender => language.pick("the tender", "udbuddet"),
        TenderKind::MiniTender => language.pick("the mini-tender", "miniudbuddet"),
        TenderKind::OfferCollection => language.pick("the offer collection", "tilbudsindhentningen"),
    }
}

/// With its article, as the first words of a sentence.
fn the_tender_first(kind: TenderKind, language: Language) -> &'static str {
    match kind {
        TenderKind::Tender => language.pick("The tender", "Udbuddet"),
        TenderKind::MiniTender => language.pick("The mini-tender", "Miniudbuddet"),
        TenderKind::OfferCollection => language.pick("The offer collection", "Tilbudsindhentningen"),
    }
}

/// The arguments `{the_tender}`, `{The_tender}` and `{Its}` of a template.
pub(super) fn kind_figures(kind: TenderKind, language: Language) -> Figures {
    let its = match kind {
        TenderKind::OfferCollection => language.pick("Its", "Dens"),
        TenderKind::Tender | TenderKind::MiniTender => language.pick("Its", "Dets"),
    };
    vec![
        ("the_tender", Figure::from(the_tender(kind, language))),
        ("The_tender", Figure::from(the_tender_first(kind, language))),
        ("Its", Figure::from(its)),
    ]
}
