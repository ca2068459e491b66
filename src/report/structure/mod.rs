//! Coverage, comparisons and searches, written.

mod compare;
mod coverage;
mod lots;
mod robustness;
mod sentences;
mod variants;
mod variation;

pub use compare::ComparisonReport;
pub use coverage::CoverageReport;
pub use lots::{LotSearchReport, search_error_text};
pub use variation::variation_error_text;

use super::{Language, page::Column};
use crate::{
    number::{Figure, Money, Ratio},
    tender::Tender,
};

/// `id – title`, or the id where there is no title.
fn titled(tender: &Tender) -> String {
    let head = &tender.head;
    if head.title.is_empty() { head.id.clone() } else { format!("{} – {}", head.id, head.title) }
}

/// What every row bears: whether it is the published decision.
fn mark(published: bool, language: Language) -> &'static str {
    language.word(if published { "structure-published" } else { "structure-hypothesis" })
}

/// The column of [`mark`].
fn mark_column(language: Language) -> Column {
    Column { key: true, ..Column::word(language.word("structure-standing")) }
}

/// The columns that each table of structures begins with.
fn key_columns(language: Language) -> Vec<Column> {
    vec![Column::name(language.word("structure-structure")), mark_column(language)]
}

/// The first codes, and how many more.
fn codes_and_more(tender: &Tender, procedures: &[usize], most: usize, language: Language) -> String {
    let code = |p: &usize| tender.procedures[*p].code.clone();
    let first = procedures.iter().take(most).map(code).collect::<Vec<_>>().join(", ");
    if procedures.len() <= most {
        return first;
    }
    let args = vec![("first", Figure::from(first)), ("more", Figure::from(procedures.len() - most))];
    language.message("structure-codes-and-more", &args)
}

/// An amount, or that it is unknown.
fn money_or(language: Language, amount: Option<Money>) -> String {
    amount.map_or_else(|| language.word("structure-unknown").to_owned(), |m| language.money(m))
}

fn two_decimals(language: Language, percent: Option<&Ratio>) -> String {
    percent.map_or(String::new(), |p| language.decimal(&p.to_decimals_half_up(2)))
}
