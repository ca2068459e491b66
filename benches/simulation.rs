//! Draws of the dialogue example, and of a dialogue with as many procedures, bidders and structures but more rules: the time of one draw must not depend on how many there
//! are, and two threads must halve it. `cargo bench --bench simulation`.

use std::{fmt::Write as _, fs, ops::ControlFlow, path::Path};

use criterion::{BenchmarkId, Criterion, Throughput, criterion_group, criterion_main};
use udbud::{
    simulation::{Dialogue, Engine, read_dialogue},
    tender::MemoryFiles,
};

fn tender() -> String {
    let mut text = String::from(
        "format = 1\n[tender]\nid = \"B\"\ntitle = \"B\"\nkind = \"tender\"\nbuyer = \"R\"\nspecialty = \"s\"\n\
         contract = { from = 2024-12-01, until = 2026-11-30 }\n[[tariff]]\nid = \"duf\"\ntitle = \"D\"\n[[tariff]]\nid = \"akut\"\n\
         title = \"A\"\nderived-from = \"duf\"\nreduction = 10\nin-force = { from = 2024-01-01, until = 2025-06-01 }\n\
         [pricing]\ndiscount-base = \"duf\"\n[cap]\ntariff = \"akut\"\nabove-cap = \"pay-cap-while-in-force\"\n\
         scored-price = \"time-weighted\"\n[fallback]\ntariffs = [\"akut\", \"duf\"]\n",
    );
    for p in 0..60 {
        let (volume, tariff) = (20 + p * 37 % 300, 6_000 + p * 7_919 % 60_000);
        let _ = writeln!(
            text,
            "[[procedure]]\ncode = \"K{}P{p:02}\"\nname = \"p\"\nvolume = {volume}\ntariff = {tariff}",
            p % 6
        );
    }
    for (id, lots) in
        [("whole", vec!["*"]), ("halves", vec!["K0*", "*"]), ("four", vec!["K0*", "K1*", "K2*", "*"])]
    {
        structure(&mut text, id, &lots);
    }
    structure(&mut text, "six", &["K0*", "K1*", "K2*", "K3*", "K4*", "*"]);
    text
}

fn structure(text: &mut String, id: &str, lots: &[&str]) {
    let _ = writeln!(text, "[[structure]]\nid = \"{id}\"\ntitle = \"{id}\"");
    if lots.len() > 2 {
        text.push_str("bidders-may = [\"capacity\", \"max-lots\"]\n");
    }
    for (l, codes) in lots.iter().enumerate().filter(|_| lots.len() > 1) {
        let _ = writeln!(text, "[[structure.lot]]\nid = \"l{l}\"\ncodes = [\"{codes}\"]");
    }
}

const DIALOGUE: &str = r#"
format = 1
[dialogue]
title = "Bench"
tender = "tender.toml"
[volumes]
common = 0.5
specialty = { triangular = [0.7, 1, 1.2] }
[[volumes.group]]
codes = ["K1*"]
factor = { uniform = [0.8, 1.1] }
[[volumes.group]]
codes = ["K3*"]
factor = { lognormal = { median = 1, spread = 1.2 } }
[lapse]
days = [{ date = 2025-06-01, weight = 3 }, { from = 2025-06-02, until = 2025-12-31, weight = 1 }]
[[profile]]
name = "Large"
count = 5
takes-part = { default = 0.9, whole = 0.6 }
discount = { triangular = [6, 10, 14] }
response = { per-doubling = 0.8, per-competitor = 0.3 }
[[profile]]
name = "Small"
count = 4
lacks = ["K2*"]
may-lack = [{ codes = ["K4*"], probability = 0.4 }]
rather-not = ["K5P05"]
takes-part = 0.8
discount = { triangular = [4, 9, 13] }
response = { per-doubling = 0.4, per-rather-not = -0.1, per-competitor = 0.4, at-least = 0, at-most = 30 }
capacity = { uniform = [2000, 5000] }
max-lots = 2
"#;

fn dialogue() -> Dialogue {
    let files = MemoryFiles::new().with("tender.toml", tender()).with("dialogue.toml", DIALOGUE);
    read_dialogue(&files, "dialogue.toml").unwrap_or_else(|r| panic!("{:?}", r.problems))
}

/// The dialogue example, from its folder.
fn example() -> Dialogue {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("tenders/dialogue-orthopaedics");
    let files = ["dialogue.toml", "tender.toml", "procedures.csv"]
        .into_iter()
        .fold(MemoryFiles::new(), |files, name| {
            files.with(name, fs::read_to_string(folder.join(name)).unwrap())
        });
    read_dialogue(&files, "dialogue.toml").unwrap_or_else(|r| panic!("{:?}", r.problems))
}

fn draws(c: &mut Criterion) {
    let engine = Engine::new(&example()).unwrap();
    let mut group = c.benchmark_group("draws of the dialogue example");
    group.sample_size(10);
    for (draws, threads) in [(10_000, 1), (100_000, 2)] {
        group.throughput(Throughput::Elements(draws));
        let id = BenchmarkId::new(format!("{threads} threads"), draws);
        group.bench_with_input(id, &draws, |b, &draws| {
            b.iter(|| engine.run(1, 1, draws, threads, &|_| ControlFlow::Continue(())).unwrap());
        });
    }
    group.finish();
    let engine = Engine::new(&dialogue()).unwrap();
    let mut group = c.benchmark_group("draws, 60 procedures x 9 bidders x 4 structures");
    group.sample_size(10);
    for (draws, threads) in [(1_000, 1), (10_000, 1), (100_000, 1), (100_000, 2)] {
        group.throughput(Throughput::Elements(draws));
        let id = BenchmarkId::new(format!("{threads} threads"), draws);
        group.bench_with_input(id, &draws, |b, &draws| {
            b.iter(|| engine.run(1, 1, draws, threads, &|_| ControlFlow::Continue(())).unwrap());
        });
    }
    group.finish();
}

criterion_group!(benches, draws);
criterion_main!(benches);
