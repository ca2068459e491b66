//! Small tenders for the tests of the writers.

use crate::{
    award::Demands,
    outcome::{Evaluation, Outcome},
    record::read_tender,
    tender::{MemoryFiles, Tender},
};

/// The example of the format, word for word.
pub(super) const EXAMPLE: &str = include_str!("../../tests/cases/evaluate/example.toml");

/// Reads a tender that is known to be valid.
pub(super) fn tender(text: &str) -> Tender {
    match read_tender(&MemoryFiles::new().with("tender.toml", text), "tender.toml") {
        Ok(tender) => tender,
        Err(rejected) => panic!("{:?}", rejected.problems),
    }
}

pub(super) fn outcome<'t>(tender: &'t Tender, structure: &str) -> Outcome<'t> {
    let structure = tender.structures.iter().position(|s| s.id == structure).unwrap();
    let demands = Demands { distances: true, margins: true, ..Demands::default() };
    Evaluation::of(tender).structure(structure).demands(demands).run().unwrap()
}

/// Two lots; a bid with marks in its name, one that is late, one that lacks many codes, two that tie on a lot.
pub(super) const AWKWARD: &str = r#"
format = 1
[tender]
id = "T-2"
title = "=Prøve | `udbud`"
kind = "tender"
buyer = "Region Eksempel"
specialty = "ortopædisk kirurgi"
deadline = 2024-11-15T12:00:00+01:00
contract = { from = 2024-12-01, until = 2026-11-30 }
[[tariff]]
id = "duf"
title = "DUF"
[[tariff]]
id = "akut"
title = "Akuttakst"
derived-from = "duf"
reduction = 10
in-force = { from = 2024-01-01, until = 2025-06-01 }
[pricing]
discount-base = "duf"
[cap]
tariff = "akut"
above-cap = "pay-cap-while-in-force"
scored-price = "bid"
[fallback]
tariffs = ["akut", "duf"]
[[procedure]]
code = "A1"
name = "a1"
volume = 10
tariff = { duf = 1000 }
[[procedure]]
code = "A2"
name = "a2"
volume = 20
tariff = { duf = 2000.55 }
[[procedure]]
code = "A3"
name = "a3"
volume = 30
tariff = { duf = 3000 }
[[procedure]]
code = "A4"
name = "a4"
volume = 40
tariff = { duf = 4000 }
[[procedure]]
code = "B1"
name = "b1"
volume = 50
tariff = { duf = 5000 }
[[structure]]
id = "two"
title = "To delaftaler"
[[structure.lot]]
id = "a"
title = "Delaftale A"
codes = ["A*"]
[[structure.lot]]
id = "b"
codes = ["B1"]
[[structure]]
id = "one"
title = "Samlet"
[award]
structure = "two"
missing = "reject"
[[bid]]
bidder = "=HYPERLINK(\"x\") | [Alfa](y) <b>, et meget langt navn på et privathospital i Danmark"
discount = 12.5
[[bid]]
bidder = "Klinik Beta"
prices = { B1 = 4375 }
[[bid]]
bidder = "Sen Klinik"
received = 2024-11-15T12:00:01+01:00
discount = 20
[[bid]]
bidder = "Høj Klinik"
discount = 3
[[bid]]
bidder = "Snæver Klinik"
discount = 5
not-offered = ["A*"]
"#;
