//! A record of 2,000 procedures x 50 bidders: made, packed, verified; then written and read as a whole command.

use std::{fs, hint::black_box, process::Command, time::Duration};

use criterion::{Criterion, criterion_group, criterion_main};
use udbud::{
    award::Demands,
    outcome::Evaluation,
    read_tender,
    record::{
        ENGINE, RecordFiles, Recording,
        verify::{file_faults, verify_record},
        write::{Recorded, record_files},
    },
    report::record::record_words,
    tender::MemoryFiles,
};

/// Every bid states a price for half of the procedures and a discount for the rest.
fn large_tender() -> String {
    let mut text = String::from(
        "format = 1\n[tender]\nid = \"T\"\ntitle = \"T\"\nkind = \"tender\"\nbuyer = \"R\"\nspecialty = \"s\"\n\
         contract = { from = 2024-12-01, until = 2026-11-30 }\n[[tariff]]\nid = \"duf\"\ntitle = \"DUF\"\n\
         [[tariff]]\nid = \"akut\"\ntitle = \"Akut\"\nderived-from = \"duf\"\nreduction = 10\n\
         in-force = { from = 2024-01-01, until = 2025-06-01 }\n[pricing]\ndiscount-base = \"duf\"\n\
         [cap]\ntariff = \"akut\"\nabove-cap = \"pay-cap-while-in-force\"\nscored-price = \"time-weighted\"\n\
         [fallback]\ntariffs = [\"akut\", \"duf\"]\n",
    );
    for p in 0..2_000 {
        let (volume, tariff) = (p % 300 + 1, 1_000 + 37 * p);
        text += &format!(
            "[[procedure]]\ncode = \"K{p:04}\"\nname = \"Y\"\nvolume = {volume}\ntariff = {{ duf = {tariff} }}\n"
        );
    }
    for b in 0..50 {
        text +=
            &format!("[[bid]]\nbidder = \"Hospital {b}\"\ndiscount = {}.{}\nprices = {{ ", b % 19, b % 10);
        let prices: Vec<String> =
            (0..2_000).step_by(2).map(|p| format!("K{p:04} = {}", 900 + 36 * p + b)).collect();
        text += &prices.join(", ");
        text += " }\n";
    }
    text
}

fn made(text: &str) -> RecordFiles {
    let files = Recording::new(MemoryFiles::new().with("tender.toml", text));
    let Ok(tender) = read_tender(&files, "tender.toml") else { panic!("the tender is valid") };
    let demands = Demands { work_limit: None, distances: true, margins: true };
    let outcome = Evaluation::of(&tender).demands(demands).run().unwrap();
    let inputs = files.inputs("tender.toml", &[]).unwrap();
    let recorded = Recorded { outcome: &outcome, demands, inputs: &inputs, corrects: None, engine: ENGINE };
    record_files(&recorded, &record_words(&outcome)).unwrap()
}

fn record(c: &mut Criterion) {
    let text = large_tender();
    let files = made(&text);
    assert!(verify_record(&files, Vec::new(), None, &record_words).holds());
    let mut group = c.benchmark_group("record 2,000 x 50");
    group.sample_size(10).measurement_time(Duration::from_secs(20));
    group.bench_function("made in memory", |b| b.iter(|| black_box(made(&text))));
    group.bench_function("level 1 alone", |b| b.iter(|| black_box(file_faults(&files, None))));
    group.bench_function("all levels", |b| {
        b.iter(|| black_box(verify_record(&files, Vec::new(), None, &record_words)))
    });
    let program = env!("CARGO_BIN_EXE_udbud");
    let dir = std::env::temp_dir().join(format!("udbud-bench-{}", std::process::id()));
    fs::create_dir_all(&dir).unwrap();
    fs::write(dir.join("tender.toml"), &text).unwrap();
    let run = |arguments: &[&str]| {
        let output = Command::new(program).args(arguments).current_dir(&dir).output().unwrap();
        assert!(output.status.code().is_some_and(|code| code < 2), "{output:?}");
    };
    group.bench_function("written", |b| {
        b.iter(|| {
            let _ = fs::remove_dir_all(dir.join("record"));
            run(&["record", "tender.toml", "-o", "record", "--quiet"]);
        });
    });
    group.bench_function("verified", |b| b.iter(|| run(&["verify", "record"])));
    group.finish();
    let _ = fs::remove_dir_all(&dir);
}

criterion_group!(benches, record);
criterion_main!(benches);
