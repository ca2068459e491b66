//! Whole commands, from start to exit, as a user waits for them.
//!
//! `cargo bench --bench whole_commands` also leaves the large tender in `target/large-tender`, so that other programs can
//! be timed on the same files. With `UDBUD_BENCH_SHAPE=5000x100` it is made in another shape.

use std::{
    fmt::Write as _,
    fs,
    path::{Path, PathBuf},
    process::Command,
};

use criterion::{Criterion, criterion_group, criterion_main};

/// A tender of so many procedures and bids, each bid's prices in a CSV file of its own. Every price is below the cap but
/// one in a thousand. The same bytes each time.
fn make_large_tender(folder: &Path, procedures: u64, bids: u64) -> PathBuf {
    let tender = folder.join("tender.toml");
    fs::create_dir_all(folder.join("bids")).unwrap();
    let mut state = 1_u64;
    let mut roll = move |below: u64| {
        state = state.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1_442_695_040_888_963_407);
        (state >> 33) % below
    };
    let base: Vec<u64> = (0..procedures).map(|_| 200_000 + roll(6_000_000)).collect();
    let mut list = String::from("code,name,volume,duf\n");
    for (i, ore) in base.iter().enumerate() {
        writeln!(list, "K{i:05},Ydelse {i},{},{}.{:02}", 1 + roll(900), ore / 100, ore % 100).unwrap();
    }
    fs::write(folder.join("procedures.csv"), list).unwrap();
    let mut text = String::from(HEAD);
    for bid in 0..bids {
        writeln!(text, "[[bid]]\nbidder = \"Hospital {bid:03}\"\nprices-file = \"bids/{bid:03}.csv\"\n")
            .unwrap();
        let mut prices = String::from("code,price\n");
        for (i, ore) in base.iter().enumerate() {
            let share = if roll(1000) == 0 { 950 } else { 700 + roll(190) };
            let ore = ore * share / 1000;
            writeln!(prices, "K{i:05},{}.{:02}", ore / 100, ore % 100).unwrap();
        }
        fs::write(folder.join(format!("bids/{bid:03}.csv")), prices).unwrap();
    }
    fs::write(&tender, text).unwrap();
    tender
}

const HEAD: &str = r#"# Invented: made by benches/whole_commands.rs.
format = 1
[tender]
id = "LARGE"
title = "Large"
kind = "tender"
buyer = "Region Prøve"
specialty = "alle"
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
scored-price = "time-weighted"
[fallback]
tariffs = ["akut", "duf"]
[procedures]
file = "procedures.csv"
"#;

fn evaluate(tender: &Path) {
    let output =
        Command::new(env!("CARGO_BIN_EXE_udbud")).args(["evaluate", "--quiet"]).arg(tender).output().unwrap();
    assert!(matches!(output.status.code(), Some(0 | 1)), "{}", String::from_utf8_lossy(&output.stderr));
}

fn whole_commands(c: &mut Criterion) {
    let root = Path::new(env!("CARGO_MANIFEST_DIR"));
    c.bench_function("evaluate tenders/orthopaedics", |b| {
        b.iter(|| evaluate(&root.join("tenders/orthopaedics/tender.toml")));
    });
    let shape = std::env::var("UDBUD_BENCH_SHAPE").ok();
    let (procedures, bids) = shape
        .as_deref()
        .and_then(|s| s.split_once('x'))
        .map_or((20_000, 100), |(p, b)| (p.parse().unwrap(), b.parse().unwrap()));
    let mut group = c.benchmark_group("evaluate from CSV");
    group.sample_size(10);
    for part in [4, 2, 1] {
        let folder = root.join("target/large-tender").join(format!("{}x{bids}", procedures / part));
        let tender = make_large_tender(&folder, procedures / part, bids);
        group.bench_function(format!("{} procedures x {bids} bids", procedures / part), |b| {
            b.iter(|| evaluate(&tender))
        });
    }
    group.finish();
}

criterion_group!(benches, whole_commands);
criterion_main!(benches);
