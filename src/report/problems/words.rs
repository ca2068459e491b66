//! Words of the format that stand in arguments, in the reader's language.

use super::Language;
use crate::number::Figure;

/// An argument in words.
pub(super) fn figure(language: Language, name: &str, figure: &Figure) -> String {
    match figure {
        Figure::Text(word) if name == "because" && word.starts_with("structure ") => {
            let id = word.trim_start_matches("structure ");
            match language {
                Language::En => format!("the structure {id} has a rule across lots"),
                Language::Da => format!("opdelingen {id} har en regel på tværs af delaftaler"),
            }
        }
        Figure::Text(example) if name == "example" && language == Language::Da => {
            example.replace("\" or \"", "\" eller \"")
        }
        Figure::Text(word) => match translated(name, word) {
            Some((en, da)) => language.pick(en, da).into(),
            None => word.clone(),
        },
        other => language.figure(other),
    }
}

/// English and Danish of a word that is no part of a file.
fn translated(name: &str, word: &str) -> Option<(&'static str, &'static str)> {
    let words = match name {
        "expected" | "found" => match word {
            "text" => ("a text in quotes", "en tekst i anførselstegn"),
            "number" => ("a number", "et tal"),
            "boolean" => ("true or false", "true eller false"),
            "date" => ("a date or a time", "en dato eller et tidspunkt"),
            "list" => ("a list", "en liste"),
            "value" => ("a single value", "en enkelt værdi"),
            "table" => ("a table", "en tabel"),
            "distribution" => ("a number or a distribution", "et tal eller en fordeling"),
            "tables" => ("tables in double brackets", "tabeller i dobbelte klammer"),
            _ => return None,
        },
        "kind" => match word {
            "procedure" => ("procedure", "ydelsen"),
            "tariff" => ("tariff", "taksten"),
            "structure" => ("structure", "opdelingen"),
            "lot" => ("lot", "delaftalen"),
            "criterion" => ("criterion", "underkriteriet"),
            "requirement" => ("requirement", "kravet"),
            "bidder" => ("bidder", "tilbudsgiveren"),
            "variant" => ("variant", "varianten"),
            "profile" => ("profile", "profilen"),
            "scenario" => ("scenario", "scenariet"),
            "title" => ("title", "titlen"),
            _ => return None,
        },
        "the-tender" => match word {
            "tender" => ("the tender", "udbuddet"),
            "mini-tender" => ("the mini-tender", "miniudbuddet"),
            "offer-collection" => ("the offer collection", "tilbudsindhentningen"),
            _ => return None,
        },
        "table" => match word {
            "tender" => ("the tender file", "udbudsfilen"),
            "period" => ("a period", "en periode"),
            "volume" => ("a volume", "en volumen"),
            "lots" => ("a choice of lots", "et valg af delaftaler"),
            "procedures" => ("the line", "linjen"),
            "bids-file" => ("a file of bids", "en fil med tilbud"),
            "assessments-file" => ("a file of assessments", "en fil med vurderinger"),
            "dialogue" => ("the dialogue file", "dialogfilen"),
            "days" => ("a day of lapse", "en dag i lapse"),
            "distribution" => ("a distribution", "en fordeling"),
            "may-lack" => ("an entry of may-lack", "en linje i may-lack"),
            _ => return None,
        },
        "things" => match word {
            "bidders" => ("bidders", "tilbudsgivere"),
            "groups" => ("groups", "grupper"),
            "scenarios" => ("scenarios", "scenarier"),
            "courses" => ("courses", "forløb"),
            _ => return None,
        },
        "because" => match word {
            "no-groups" => ("there are no groups", "der er ingen grupper"),
            "date" => ("date is stated", "date er angivet"),
            "bidders-may" => (
                "no structure that is tried lets bidders state it (bidders-may)",
                "ingen af de opdelinger, der prøves, lader tilbudsgiverne angive den (bidders-may)",
            ),
            "derived-from" => ("the tariff is not derived", "taksten er ikke afledt"),
            "outside" => ("outside is not \"widen\"", "outside er ikke \"widen\""),
            "record" => ("no record is named", "der er ikke angivet nogen evalueringsrapport"),
            "model" => ("the model does not use it", "modellen bruger den ikke"),
            "value-percent" => {
                ("a criterion counts in per cent of it", "et underkriterium regnes i procent af den")
            }
            _ => return None,
        },
        "sent" => match word {
            "electronically" => ("electronically", "elektronisk"),
            "by-post" => ("by post", "med post"),
            _ => return None,
        },
        "leak" => return leak(word),
        "reason" => return reason(word),
        "wanted" => return super::formula::wanted(word),
        _ => return None,
    };
    Some(words)
}

/// What is wrong with a file of a record.
fn record_reason(word: &str) -> Option<(&'static str, &'static str)> {
    Some(match word {
        "missing" => ("is missing", "mangler"),
        "unreadable" => {
            ("cannot be read, or not without following a link", "kan ikke læses, eller kun via et link")
        }
        "changed" => ("was changed: its sum is another", "er ændret: dens sum er en anden"),
        "too-much" => ("is more than a record may hold", "er mere, end en evalueringsrapport må rumme"),
        "form" => ("is not in the form that a record has", "har ikke den form, en evalueringsrapport har"),
        "later-rules" => (
            "was written under later rules than this program knows",
            "er dannet efter senere regler, end dette program kender",
        ),
        "replay" => (
            "is not what an evaluation of the record's own inputs gives",
            "er ikke det, en evaluering af evalueringsrapportens egne inddata giver",
        ),
        _ => return None,
    })
}

/// What `[disclosure]` gives away.
fn leak(word: &str) -> Option<(&'static str, &'static str)> {
    Some(match word {
        "one-discount" => (
            "the winner's discount: with form = \"one-discount\" it follows from the total and the public tariff",
            "vinderens rabatsats: med form = \"one-discount\" følger den af den samlede pris og den offentlige takst",
        ),
        "one-procedure" => (
            "a unit price: the total of a lot with one procedure, divided by its volume, is the price",
            "en enhedspris: den samlede pris på en delaftale med én ydelse, delt med volumen, er prisen",
        ),
        "distance" => (
            "the winner's price: it is the reader's own less the distance",
            "vinderens pris: den er læserens egen minus afstanden",
        ),
        "price-points" => (
            "the winner's price: it follows from its points for price and the published model",
            "vinderens pris: den følger af dens point for pris og den offentliggjorte model",
        ),
        _ => return None,
    })
}

/// What the parser of TOML says, where it says it often.
fn reason(word: &str) -> Option<(&'static str, &'static str)> {
    if let Some(words) = record_reason(word) {
        return Some(words);
    }
    const REASONS: [(&str, &str, &str); 19] = [
        (
            "invalid basic string",
            "a text is not closed by a quote",
            "en tekst er ikke lukket med anførselstegn",
        ),
        (
            "invalid literal string",
            "a text is not closed by a quote",
            "en tekst er ikke lukket med anførselstegn",
        ),
        ("string values must be quoted", "texts must stand in quotes", "tekster skal stå i anførselstegn"),
        ("unclosed array", "a list is not closed by ]", "en liste er ikke lukket med ]"),
        ("unclosed inline table", "a table is not closed by }", "en tabel er ikke lukket med }"),
        ("unclosed table", "a table header is not closed by ]", "en tabeloverskrift er ikke lukket med ]"),
        ("key with no value", "a key has no value", "en nøgle har ingen værdi"),
        ("missing value", "a value is missing after the =", "der mangler en værdi efter ="),
        (
            "invalid mantissa",
            "a number is not written as TOML writes numbers",
            "et tal er ikke skrevet, som TOML skriver tal",
        ),
        (
            "missing assignment between key-value pairs",
            "a = is missing after the key",
            "der mangler et = efter nøglen",
        ),
        (
            "invalid date",
            "a date is not written year-month-day, as 2024-11-15",
            "en dato er ikke skrevet år-måned-dag som 2024-11-15",
        ),
        ("invalid time", "a time is not written as 12:00:00", "et klokkeslæt er ikke skrevet som 12:00:00"),
        (
            "invalid float",
            "a number is not written as TOML writes numbers",
            "et tal er ikke skrevet, som TOML skriver tal",
        ),
        (
            "invalid integer",
            "a number is not written as TOML writes numbers",
            "et tal er ikke skrevet, som TOML skriver tal",
        ),
        (
            "extra comma in inline table",
            "a comma is one too many in the table",
            "der er et komma for meget i tabellen",
        ),
        (
            "invalid unquoted key",
            "a key with other characters than a-z, 0-9, - and _ must stand in quotes",
            "en nøgle med andre tegn end a-z, 0-9, - og _ skal stå i anførselstegn",
        ),
        ("unquoted keys cannot be empty", "a key is missing", "der mangler en nøgle"),
        ("missing key", "a key is missing", "der mangler en nøgle"),
        (
            "unexpected key or value",
            "a line break or a comma is missing before this",
            "der mangler et linjeskift eller et komma før dette",
        ),
    ];
    REASONS.iter().find(|(start, _, _)| word.starts_with(start)).map(|(_, en, da)| (*en, *da))
}
