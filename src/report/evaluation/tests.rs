use unicode_width::UnicodeWidthStr;

use super::*;
use crate::report::{
    Format,
    page::{page_markdown, page_text},
    sample::{AWKWARD, EXAMPLE, outcome, tender},
    write,
};

const BOTH: [Language; 2] = [Language::En, Language::Da];

fn written(outcome: &Outcome<'_>, format: Format, language: Language) -> String {
    write(&EvaluationReport(outcome), format, language).unwrap()
}

fn table(outcome: &Outcome<'_>, language: Language) -> String {
    written(outcome, Format::Table { color: false }, language)
}

fn fits(text: &str) {
    for line in text.lines() {
        assert!(line.width() <= 100, "{} columns: {line}", line.width());
        assert_eq!(line, line.trim_end(), "blanks at the end of a line");
    }
}

#[test]
fn the_table_fits_100_columns_in_both_languages() {
    for text in [EXAMPLE, AWKWARD] {
        let tender = tender(text);
        for structure in &tender.structures {
            for language in BOTH {
                fits(&table(&outcome(&tender, &structure.id), language));
            }
        }
    }
}

#[test]
fn the_example_in_words() {
    let tender = tender(EXAMPLE);
    let text = table(&outcome(&tender, "whole"), Language::En);
    for words in [
        "RM-ORTO-2024 – Ortopædisk kirurgi, samarbejdsaftale\n",
        "in force on 183 of the contract's 730 days.",
        "18,750,030.40  18,750,030.82",
        "Klinik Beta      inadmissible",
        "KNGD11 has no price on the lot whole: the bid does not offer it.",
        "Lot price: unit prices weighted by days (183 of 730 with the cap in force)",
    ] {
        assert!(text.contains(words), "{words}\n{text}");
    }
    assert!(!text.contains("HYPOTHESIS"));
    let danish = table(&outcome(&tender, "whole"), Language::Da);
    for words in [
        "18.750.030,40",
        "Ordregiver",
        "Prisloft",
        "ikke antageligt",
        "gælder på 183 af kontraktens 730 dage.",
    ] {
        assert!(danish.contains(words), "{words}\n{danish}");
    }
}

#[test]
fn what_is_not_published_says_so_in_every_part() {
    let tender = tender(EXAMPLE);
    let page = EvaluationReport(&outcome(&tender, "by-size")).page(Language::En);
    let text = page_text(&page, false);
    assert_eq!(text.matches("HYPOTHESIS: not the published structure").count(), page.parts.len(), "{text}");
    let text = page_markdown(&page);
    assert_eq!(text.matches("HYPOTHESIS: not the published structure").count(), page.parts.len(), "{text}");
}

#[test]
fn colour_adds_no_meaning() {
    let tender = tender(AWKWARD);
    let outcome = outcome(&tender, "two");
    let plain = table(&outcome, Language::En);
    let mut coloured = written(&outcome, Format::Table { color: true }, Language::En);
    assert!(!plain.contains('\u{1b}'));
    for code in ["\u{1b}[0m", "\u{1b}[1m", "\u{1b}[31m", "\u{1b}[32m", "\u{1b}[33m"] {
        coloured = coloured.replace(code, "");
    }
    assert_eq!(plain, coloured);
}

#[test]
fn a_tie_names_no_winner_and_must_be_settled() {
    let tender = tender(AWKWARD);
    let outcome = outcome(&tender, "two");
    let text = table(&outcome, Language::En);
    assert!(text.contains("Award 2: b: Klinik Beta."), "{text}");
    assert!(text.contains("- Settle the tie: 2 equally good awards are left"), "{text}");
    let csv = written(&outcome, Format::Csv, Language::En);
    assert_eq!(csv.matches(",tie,").count(), 2, "{csv}");
}

#[test]
fn csv_has_a_row_for_each_bid_and_lot_and_no_formula() {
    let tender = tender(AWKWARD);
    let outcome = outcome(&tender, "two");
    for (language, delimiter) in [(Language::En, b','), (Language::Da, b';')] {
        let text = written(&outcome, Format::Csv, language);
        assert_eq!(text.starts_with('\u{feff}'), language == Language::Da);
        let text = text.trim_start_matches('\u{feff}');
        let mut reader = csv_reader(text, delimiter);
        let columns = reader.headers().unwrap().len();
        let rows: Vec<_> = reader.records().map(Result::unwrap).collect();
        assert_eq!(rows.len(), tender.bids.len() * 2);
        for row in &rows {
            assert_eq!(row.len(), columns);
            assert!(row.iter().all(|c| !c.starts_with('=')), "{row:?}");
        }
        assert!(rows[0][3].starts_with("'=HYPERLINK"));
    }
    let danish = written(&outcome, Format::Csv, Language::Da);
    assert!(danish.contains(";218750,00;"), "{danish}");
}

fn csv_reader(text: &str, delimiter: u8) -> ::csv::Reader<&[u8]> {
    ::csv::ReaderBuilder::new().delimiter(delimiter).from_reader(text.as_bytes())
}

#[test]
fn markdown_keeps_names_in_their_cells() {
    let tender = tender(AWKWARD);
    let text = written(&outcome(&tender, "two"), Format::Markdown, Language::En);
    assert!(text.contains("\\| \\[Alfa\\](y) \\<b\\>"), "{text}");
    let mut tables = 0;
    for block in text.split("\n\n").filter(|b| b.trim_start().starts_with('|')) {
        let pipes = |l: &str| l.replace("\\|", "").matches('|').count();
        let expected = pipes(block.trim_start().lines().next().unwrap());
        assert!(block.trim().lines().all(|l| pipes(l) == expected), "{block}");
        tables += 1;
    }
    assert!(tables >= 4, "{text}");
}

#[test]
fn many_bids_on_many_lots_stay_readable() {
    let mut text = String::from(
        "format = 1\n[tender]\nid = \"T\"\ntitle = \"T\"\nkind = \"tender\"\nbuyer = \"R\"\nspecialty = \"s\"\n\
         [[tariff]]\nid = \"duf\"\ntitle = \"d\"\n[pricing]\ndiscount-base = \"duf\"\n[fallback]\ntariffs = [\"duf\"]\n",
    );
    for i in 0..30 {
        text += &format!("[[procedure]]\ncode = \"K{i:02}\"\nname = \"n\"\nvolume = 1000\ntariff = 100000\n");
    }
    text += "[award]\nstructure = \"s\"\n[[structure]]\nid = \"s\"\ntitle = \"s\"\n";
    for i in 0..30 {
        text += &format!("[[structure.lot]]\nid = \"lot{i:02}\"\ncodes = [\"K{i:02}\"]\n");
    }
    for i in 0..100 {
        text += &format!("[[bid]]\nbidder = \"Privathospitalet nr. {i:03}\"\ndiscount = {}.{i:02}\n", i % 40);
    }
    let tender = tender(&text);
    let outcome = outcome(&tender, "s");
    for language in BOTH {
        let table = table(&outcome, language);
        fits(&table);
        assert!(table.lines().count() < 400, "{} lines", table.lines().count());
    }
    assert_eq!(written(&outcome, Format::Csv, Language::En).lines().count(), 3001);
}

const TIED: &str = "format = 1\n[tender]\nid = \"T\"\ntitle = \"T\"\nkind = \"tender\"\nbuyer = \"R\"\nspecialty = \"s\"\n\
     [[tariff]]\nid = \"duf\"\ntitle = \"d\"\n[fallback]\ntariffs = [\"duf\"]\n\
     [[procedure]]\ncode = \"K1\"\nname = \"k\"\nvolume = 1\ntariff = 1000\n\
     [award]\nties = [\"draw\"]\ndraw = [\"B\", \"A\"]\n\
     [[bid]]\nbidder = \"A\"\nprices = { K1 = 900 }\n[[bid]]\nbidder = \"B\"\nprices = { K1 = 900 }\n";

#[test]
fn an_award_that_tie_rules_chose_says_so() {
    let tender = tender(TIED);
    let drawn = outcome(&tender, "whole");
    let text = table(&drawn, Language::En);
    assert!(text.contains("2 awards were equally good; the tie rules (draw) chose this one."), "{text}");
    let danish = table(&drawn, Language::Da);
    assert!(danish.contains("reglerne for lighed (lodtrækning) valgte denne"), "{danish}");
    assert!(!danish.contains("valueringsteknisk"), "{danish}");
    let loser = crate::explain::explain(&drawn, 0, Some(0), None);
    let loses_tie = loser.steps.iter().any(|s| s.find(crate::explain::StepRule::LosesTie).is_some());
    assert!(loses_tie, "{loser:?}");
}

#[test]
fn a_tie_says_where_the_draw_is_written() {
    let tender = tender(&TIED.replace("draw = [\"B\", \"A\"]\n", ""));
    let text = table(&outcome(&tender, "whole"), Language::En);
    assert!(text.replace("\n  ", " ").contains("write the bidders into draw under [award]"), "{text}");
}
