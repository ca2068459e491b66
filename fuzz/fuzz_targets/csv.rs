//! A list of prices, and a list of procedures, as CSV.
#![no_main]

use libfuzzer_sys::fuzz_target;

const TENDER: &str = r#"
format = 1
[tender]
id = "T-1"
title = "T"
kind = "tender"
buyer = "Region Eksempel"
specialty = "ortopædkirurgi"
[[tariff]]
id = "duf"
title = "DUF"
[pricing]
discount-base = "duf"
[fallback]
tariffs = ["duf"]
[procedures]
file = "procedures.csv"
[[bid]]
bidder = "Hospital Alfa"
prices-file = "prices.csv"
"#;

fuzz_target!(|data: &[u8]| {
    // the first half is the list of procedures where it holds the mark, else the list of prices alone is hostile
    let cut = data.windows(2).position(|pair| pair == b"\0\0");
    let (procedures, prices) = match cut {
        Some(at) => (&data[..at], &data[at + 2..]),
        None => (&b"code;name;volume;duf\nKNGD11;Knee;640;11400\n"[..], data),
    };
    let files = udbud::tender::MemoryFiles::new()
        .with("tender.toml", TENDER)
        .with("procedures.csv", procedures)
        .with("prices.csv", prices);
    if let Ok(tender) = udbud::read_tender(&files, "tender.toml") {
        let _ = udbud::evaluate(&tender);
    }
});
