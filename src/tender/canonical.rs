//! Hashes.
use super::Tender;
/// stub
pub fn model_hash(_t: &Tender) -> String {
    String::new()
}
/// stub
pub fn tender_hash(_t: &Tender) -> String {
    String::new()
}
