//! What can be told only once all parts of a tender are read: contradictions between them.

mod bids;
mod disclosure;
mod fallback;
mod quality;
mod scores;

use super::{codes::Codes, problems::Problems};
use crate::tender::Tender;

/// Tells every contradiction between the parts of a tender.
pub(super) fn check(tender: &Tender, codes: &Codes, p: &mut Problems) {
    fallback::tell(tender, p);
    scores::tell(tender, p);
    quality::tell(tender, p);
    bids::tell(tender, codes, p);
    disclosure::tell(tender, p);
}
