//! Coverage, comparisons and searches, written: one writer a format, one place for the words.

mod budget;
mod compare;
mod compare_csv;
mod compare_json;
mod coverage;
mod coverage_json;
mod lots;
mod lots_json;
mod robustness;
mod sentences;
mod variants;
mod variation;
mod words;

pub use compare::comparison_page;
pub use compare_csv::comparison_csv;
pub use compare_json::comparison_json;
pub use coverage::{coverage_csv, coverage_page};
pub use coverage_json::coverage_json;
pub use lots::{lot_search_csv, lot_search_page, search_error_text};
pub use lots_json::lot_search_json;
pub use variation::variation_fault_text;

use compare::View;

use super::page::{Page, page_markdown, page_text};
use crate::{
    number::{Money, Ratio},
    report::Language,
};

/// A text for people that is ready to be laid out.
#[derive(Debug)]
pub struct StructurePage(Page);

impl StructurePage {
    /// For a terminal: no line wider than 100 columns.
    pub fn table(&self, color: bool) -> String {
        page_text(&self.0, color)
    }

    /// For documents.
    pub fn markdown(&self) -> String {
        page_markdown(&self.0)
    }
}

/// A plain decimal as a spreadsheet of the language reads it: no thousands separators.
pub(in crate::report) fn plain(language: Language, text: &str) -> String {
    match language {
        Language::En => text.to_owned(),
        Language::Da => text.replace('.', ","),
    }
}

pub(in crate::report) fn plain_money(language: Language, amount: Option<Money>) -> String {
    amount.map_or(String::new(), |m| plain(language, &m.to_string()))
}

fn money_or(language: Language, amount: Option<Money>, unknown: &str) -> String {
    amount.map_or_else(|| unknown.to_owned(), |m| language.money(m))
}

fn two_decimals(language: Language, percent: Option<&Ratio>) -> String {
    percent.map_or(String::new(), |p| language.decimal(&p.to_decimals_half_up(2)))
}

/// A sum as it is read aloud: millions with one decimal, less than one in whole kroner.
pub(in crate::report) fn aloud(language: Language, amount: Money) -> String {
    let kroner = Ratio::kroner(Money::from_ore(amount.ore().abs()));
    match kroner.checked_div(&Ratio::whole(1_000_000)) {
        Some(millions) if millions >= Ratio::ONE => {
            format!("{} mio. kr.", language.decimal(&millions.to_decimals_half_up(1)))
        }
        _ => format!("{} kr.", language.decimal(&kroner.to_decimals_half_up(0))),
    }
}
