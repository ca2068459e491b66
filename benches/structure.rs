//! The search over groupings at 60 procedures x 12 bidders, and the comparison of eight structures.

use std::{fmt::Write as _, fs, path::Path, process::Command};

use criterion::{Criterion, criterion_group, criterion_main};
use udbud::{
    read_tender,
    structure::{BlockSource, SearchOptions, TriedTender, Variation, search_lots},
    tender::MemoryFiles,
};

/// Sixty procedures in so many blocks, twelve bidders, each lacking a few codes.
fn tender(blocks: usize) -> TriedTender {
    let mut state = 7_u64;
    let mut roll = move |below: u64| {
        state = state.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1_442_695_040_888_963_407);
        (state >> 33) % below
    };
    let mut text = String::from(
        "format = 1\n[tender]\nid = \"B\"\ntitle = \"B\"\nkind = \"tender\"\nbuyer = \"R\"\nspecialty = \"s\"\n\
         [[tariff]]\nid = \"duf\"\ntitle = \"DUF\"\n[fallback]\ntariffs = [\"duf\"]\n",
    );
    for p in 0..60 {
        let (volume, tariff) = (1 + roll(300), 6_000 + roll(60_000));
        let code = format!("B{:02}P{p:02}", p % blocks);
        let _ = writeln!(
            text,
            "[[procedure]]\ncode = \"{code}\"\nname = \"p\"\nvolume = {volume}\ntariff = {tariff}"
        );
    }
    let _ = writeln!(
        text,
        "[[structure]]\nid = \"whole\"\ntitle = \"w\"\n[[structure]]\nid = \"blocks\"\ntitle = \"b\""
    );
    for b in 0..blocks {
        let _ = writeln!(text, "[[structure.lot]]\nid = \"b{b}\"\ncodes = [\"B{b:02}*\"]");
    }
    for bidder in 0..12 {
        let _ = writeln!(text, "[[bid]]\nbidder = \"H{bidder}\"\n[bid.prices]");
        for p in 0..60 {
            if roll(25) > 0 {
                let _ = writeln!(text, "B{:02}P{p:02} = {}", p % blocks, 5_000 + roll(55_000));
            }
        }
    }
    let tender = read_tender(&MemoryFiles::new().with("tender.toml", text.as_str()), "tender.toml").unwrap();
    Variation::default().apply(&tender).unwrap()
}

fn search(c: &mut Criterion) {
    let mut group = c.benchmark_group("search over groupings, 60 procedures x 12 bidders");
    group.sample_size(10);
    for blocks in [12, 16, 20] {
        let tried = tender(blocks);
        group.bench_function(format!("{blocks} blocks"), |b| {
            b.iter(|| search_lots(&tried, BlockSource::Structure(1), &SearchOptions::default()).unwrap());
        });
    }
    group.finish();
}

/// The orthopaedics tender with its four structures twice, as a whole process.
fn eight_structures(c: &mut Criterion) {
    let root = Path::new(env!("CARGO_MANIFEST_DIR"));
    let folder = tempfile::tempdir().unwrap();
    let from = root.join("tenders/orthopaedics");
    fs::create_dir(folder.path().join("bids")).unwrap();
    for name in ["", "bids"] {
        for entry in fs::read_dir(from.join(name)).unwrap() {
            let path = entry.unwrap().path();
            if path.is_file() {
                fs::copy(&path, folder.path().join(path.strip_prefix(&from).unwrap())).unwrap();
            }
        }
    }
    let file = folder.path().join("tender.toml");
    let text = fs::read_to_string(&file).unwrap();
    let (start, end) = (text.find("[[structure]]").unwrap(), text.find("[award]").unwrap());
    let again =
        ["whole", "by-joint", "by-size", "four-areas"].iter().fold(text[start..end].to_owned(), |t, id| {
            t.replace(&format!("id    = \"{id}\""), &format!("id    = \"{id}-2\""))
        });
    fs::write(&file, format!("{}{again}{}", &text[..end], &text[end..])).unwrap();
    let run = || {
        let done = Command::new(env!("CARGO_BIN_EXE_udbud"))
            .args(["compare", "--quiet"])
            .arg(&file)
            .output()
            .unwrap();
        assert!(done.status.success(), "{}", String::from_utf8_lossy(&done.stderr));
    };
    c.bench_function("compare eight structures, whole process", |b| b.iter(run));
}

criterion_group!(benches, search, eight_structures);
criterion_main!(benches);
