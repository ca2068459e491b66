//! The true records that are forged.

/// Two lots, a cap paid by days, missing codes at the fallback, capacities, combinations; one bid late, one below nothing.
pub const PRICES: &str = r#"format = 1
[tender]
id = "F-1"
title = "Forfalskninger"
kind = "tender"
buyer = "Region Prøve"
specialty = "ortopædisk kirurgi"
deadline = 2024-11-15T12:00:00+01:00
contract = { from = 2024-12-01, until = 2026-11-30 }
[[tariff]]
id = "duf"
[[tariff]]
id = "akut"
derived-from = "duf"
reduction = 10
in-force = { from = 2024-01-01, until = 2025-06-01 }
[pricing]
discount-base = "duf"
[cap]
tariff = "akut"
above-cap = "pay-cap-while-in-force"
scored-price = "time-weighted"
[fallback]
tariffs = ["akut", "duf"]
[[procedure]]
code = "KA1"
name = "Et"
volume = 100
tariff = 10000
[[procedure]]
code = "KA2"
name = "To"
volume = 40
tariff = 25000
[[procedure]]
code = "KB1"
name = "Tre"
volume = 70
tariff = 8000
[[structure]]
id = "lots"
bidders-may = ["combination", "capacity", "max-lots"]
max-suppliers = 2
[[structure.lot]]
id = "a"
codes = ["KA*"]
[[structure.lot]]
id = "b"
codes = ["KB*"]
[award]
structure = "lots"
missing = { rule = "price-at-fallback", at-most = 1 }
low-price-flag = 30
[[requirement]]
id = "plan"
text = "Godkendt til funktionen."
codes = ["KA2"]
[[bid]]
bidder = "Alfa"
received = 2024-11-14T09:00:00+01:00
discount = 12
[[bid.combination]]
all-lots = true
discount = 1.5
[[bid]]
bidder = "Beta"
received = 2024-11-14T10:00:00+01:00
discount = 5
prices = { KB1 = 6900 }
capacity = 120
[[bid]]
bidder = "Gamma"
received = 2024-11-16T10:00:00+01:00
discount = 30
[[bid]]
bidder = "Delta"
discount = 15
not-offered = ["KB1"]
[[bid]]
bidder = "Epsilon"
discount = 40
[[assessment]]
bidder = "Delta"
requirements = { plan = "unmet" }
reason = "Ikke godkendt"
[[assessment]]
bidder = "Alfa"
requirements = { plan = "met" }
[[decision]]
bidder = "Epsilon"
action = "reject"
ground = "low-price"
date = 2024-11-20
text = "Ikke forklaret"
"#;

/// Points with a scale that widens, a gate, rounding.
pub const POINTS: &str = r#"format = 1
[tender]
id = "F-2"
title = "Point"
kind = "tender"
buyer = "Region Prøve"
specialty = "s"
[[tariff]]
id = "duf"
[pricing]
discount-base = "duf"
[fallback]
tariffs = ["duf"]
[[procedure]]
code = "KA1"
name = "Et"
volume = 10
tariff = 1000
[evaluation]
model = "points"
scale = 100
rounding = { points = 2, weighted = 2, score = 1 }
[[evaluation.criterion]]
id = "price"
weight = 60
measure = "price"
method = "linear"
slope = 20
outside = "widen"
widen = { first = 30, step = 10 }
[[evaluation.criterion]]
id = "quality"
weight = 40
method = "judged"
[[evaluation.gate]]
criterion = "quality"
min = 50
[[bid]]
bidder = "Alfa"
prices = { KA1 = 800 }
[[bid]]
bidder = "Beta"
prices = { KA1 = 900 }
[[bid]]
bidder = "Gamma"
prices = { KA1 = 1110 }
[[bid]]
bidder = "Delta"
prices = { KA1 = 700 }
[[assessment]]
bidder = "Alfa"
points = { quality = 60 }
[[assessment]]
bidder = "Beta"
points = { quality = 90.5 }
[[assessment]]
bidder = "Gamma"
points = { quality = 70 }
[[assessment]]
bidder = "Delta"
points = { quality = 49.9 }
"#;

/// Three equal bids on two lots, and a draw of two of them.
pub const TIES: &str = r#"format = 1
[tender]
id = "F-3"
title = "Lighed"
kind = "tender"
buyer = "Region Prøve"
specialty = "s"
[[tariff]]
id = "duf"
[pricing]
discount-base = "duf"
[fallback]
tariffs = ["duf"]
[[procedure]]
code = "KA1"
name = "Et"
volume = 10
tariff = 1000
[[procedure]]
code = "KB1"
name = "To"
volume = 10
tariff = 1000
[[structure]]
id = "lots"
[[structure.lot]]
id = "a"
codes = ["KA1"]
[[structure.lot]]
id = "b"
codes = ["KB1"]
[award]
structure = "lots"
ties = ["draw"]
draw = ["Beta", "Alfa"]
[[bid]]
bidder = "Alfa"
discount = 10
[[bid]]
bidder = "Beta"
discount = 10
"#;

/// Three suppliers for a lot, ranked, with capacities.
pub const SEVERAL: &str = r#"format = 1
[tender]
id = "F-4"
title = "Flere"
kind = "tender"
buyer = "Region Prøve"
specialty = "s"
[[tariff]]
id = "duf"
[pricing]
discount-base = "duf"
[fallback]
tariffs = ["duf"]
[[procedure]]
code = "KA1"
name = "Et"
volume = 100
tariff = 1000
[[structure]]
id = "whole"
bidders-may = ["capacity"]
[award]
suppliers-per-lot = 3
within-percent = 20
[[bid]]
bidder = "Alfa"
discount = 12.5
capacity = 33
[[bid]]
bidder = "Beta"
discount = 10
capacity = 44
[[bid]]
bidder = "Gamma"
discount = 8
capacity = 11
[[bid]]
bidder = "Delta"
discount = -30
"#;

/// Six lots and six bidders, no more than two lots each: more awards than the checker of figures goes through.
pub fn many() -> String {
    let mut text = String::from(
        "format = 1\n[tender]\nid = \"F-5\"\ntitle = \"Mange\"\nkind = \"tender\"\nbuyer = \"R\"\nspecialty = \"s\"\n\
         [[tariff]]\nid = \"duf\"\n[pricing]\ndiscount-base = \"duf\"\n[fallback]\ntariffs = [\"duf\"]\n",
    );
    for l in 0..6 {
        text += &format!("[[procedure]]\ncode = \"K{l}\"\nname = \"Y\"\nvolume = 10\ntariff = 1000\n");
    }
    text += "[[structure]]\nid = \"lots\"\nmax-lots-per-bidder = 2\n";
    for l in 0..6 {
        text += &format!("[[structure.lot]]\nid = \"l{l}\"\ncodes = [\"K{l}\"]\n");
    }
    text += "[award]\nstructure = \"lots\"\n";
    for b in 0..6_u64 {
        let prices: Vec<String> =
            (0..6_u64).map(|l| format!("K{l} = {}", 700 + (b * 37 + l * 53 + b * l * 11) % 200)).collect();
        text += &format!("[[bid]]\nbidder = \"B{b}\"\nprices = {{ {} }}\n", prices.join(", "));
    }
    text
}
