//! `udbud simulate` as processes: parts, interruption, what a sheet for the room may not hold, and figures that `compare`
//! gives too.

use std::{
    fs,
    path::Path,
    process::{Command, Output},
};

use serde_json::Value;

/// A copy of the small dialogue and its tender.
fn folder() -> tempfile::TempDir {
    let dir = tempfile::tempdir().unwrap();
    let from = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/golden/simulate");
    for entry in fs::read_dir(from).unwrap() {
        let entry = entry.unwrap();
        fs::copy(entry.path(), dir.path().join(entry.file_name())).unwrap();
    }
    dir
}

fn udbud(dir: &Path, args: &[&str]) -> Output {
    Command::new(env!("CARGO_BIN_EXE_udbud")).args(args).current_dir(dir).output().unwrap()
}

fn printed(dir: &Path, args: &[&str]) -> String {
    let output = udbud(dir, args);
    let stderr = String::from_utf8_lossy(&output.stderr);
    assert!(output.status.success(), "{args:?}: {stderr}");
    String::from_utf8(output.stdout).unwrap()
}

fn json(dir: &Path, args: &[&str]) -> Value {
    let args: Vec<&str> = args.iter().copied().chain(["--format", "json"]).collect();
    serde_json::from_str(&printed(dir, &args)).unwrap()
}

#[test]
fn threads_and_parts_give_the_very_same_bytes() {
    let dir = folder();
    let dir = dir.path();
    let draw = ["simulate", "dialogue.toml", "--draws", "300", "--seed", "7"];
    for format in ["json", "csv", "table"] {
        let with = |more: &[&str]| {
            let args: Vec<&str> = draw
                .iter()
                .copied()
                .chain(["--question-draws", "50", "--format", format])
                .chain(more.iter().copied())
                .collect();
            printed(dir, &args)
        };
        assert_eq!(with(&["--threads", "1"]), with(&["--threads", "2"]));
    }
    let shards = 3;
    let parts: Vec<String> = (1..=shards).rev().map(|i| format!("part-{i}")).collect();
    let running: Vec<_> = (1..=shards)
        .map(|i| {
            let (shard, part) = (format!("{i}/{shards}"), format!("part-{i}"));
            let own =
                [&draw[..], &["--threads", if i == 2 { "2" } else { "1" }, "--shard", &shard, "-o", &part]]
                    .concat();
            Command::new(env!("CARGO_BIN_EXE_udbud")).args(own).current_dir(dir).spawn().unwrap()
        })
        .collect();
    for mut process in running {
        assert!(process.wait().unwrap().success());
    }
    for format in ["json", "csv", "markdown"] {
        let told = ["--question-draws", "50", "--format", format];
        let whole = printed(dir, &[&draw[..], &told].concat());
        let parts: Vec<&str> = parts.iter().map(String::as_str).collect();
        let merged = [&["simulate", "dialogue.toml"], &told[..], &["--merge"], &parts[..]].concat();
        assert_eq!(whole, printed(dir, &merged), "{format}");
    }
}

#[cfg(target_os = "linux")]
#[test]
fn an_interruption_tells_what_was_drawn() {
    use std::time::Duration;
    let dir = folder();
    let dir = dir.path();
    let draw = ["simulate", "dialogue.toml", "--question-draws", "0", "--format", "json"];
    let process = Command::new(env!("CARGO_BIN_EXE_udbud"))
        .args(draw)
        .args(["--draws", "50000000", "-o", "told.json"])
        .current_dir(dir)
        .spawn()
        .unwrap();
    let id = process.id().to_string();
    // SIGINT is the second signal: its bit in the mask of those that the process listens to
    let listens = || {
        let status = fs::read_to_string(format!("/proc/{id}/status")).unwrap_or_default();
        let mask = status.lines().find_map(|l| l.strip_prefix("SigCgt:").map(str::trim).map(str::to_owned));
        mask.and_then(|m| u64::from_str_radix(&m, 16).ok()).is_some_and(|m| m & 2 != 0)
    };
    while !listens() {
        std::thread::sleep(Duration::from_millis(20));
    }
    std::thread::sleep(Duration::from_millis(300));
    assert!(Command::new("kill").args(["-INT", &id]).status().unwrap().success());
    let output = process.wait_with_output().unwrap();
    assert_eq!(output.status.code(), Some(130));
    let told: Value = serde_json::from_str(&fs::read_to_string(dir.join("told.json")).unwrap()).unwrap();
    assert_eq!(told["interrupted"], true);
    let draws = told["draws"].as_u64().unwrap().to_string();
    let again = json(dir, &["simulate", "dialogue.toml", "--question-draws", "0", "--draws", &draws]);
    assert_eq!(told["structures"], again["structures"]);
}

#[test]
fn the_sheet_for_the_room_knows_nothing_of_the_bids() {
    let dir = folder();
    let dir = dir.path();
    let dialogue = fs::read_to_string(dir.join("dialogue.toml")).unwrap();
    fs::write(dir.join("beside-bids.toml"), dialogue.replace("\"tender.toml\"", "\"tender-with-bids.toml\""))
        .unwrap();
    for lang in ["en", "da"] {
        for format in ["table", "markdown", "json"] {
            let public = |file: &str| {
                printed(
                    dir,
                    &[
                        "simulate", file, "--draws", "150", "--public", "--format", format, "--lang", lang,
                        "--charts", "charts",
                    ],
                )
            };
            // the same bytes whether bids lie beside it or not: so nothing of them can be in it, or follow from it
            let (with, charts) = (public("beside-bids.toml"), all_of(&dir.join("charts")));
            assert_eq!(with, public("dialogue.toml"));
            assert_eq!(charts, all_of(&dir.join("charts")));
            assert!(!with.contains("Hospital Alfa") && !with.contains("Klinik Beta"));
        }
    }
    for (args, code) in [
        (&["simulate", "with-bids.toml"][..], 2),
        (&["simulate", "with-bids.toml", "--public"], 2),
        (&["simulate", "with-bids.toml", "--public", "--internal"], 2),
        (&["simulate", "with-bids.toml", "--shard", "1/2"], 2),
        (&["simulate", "with-bids.toml", "--show-draw", "1"], 2),
    ] {
        let output = udbud(dir, args);
        assert_eq!(output.status.code(), Some(code), "{args:?}");
        assert!(output.stdout.is_empty(), "{args:?}");
    }
}

fn all_of(folder: &Path) -> Vec<(String, String)> {
    let mut all: Vec<(String, String)> = fs::read_dir(folder)
        .unwrap()
        .map(|e| e.unwrap().path())
        .map(|p| (p.display().to_string(), fs::read_to_string(&p).unwrap()))
        .collect();
    all.sort();
    all
}

#[test]
fn a_part_that_rests_on_bids_is_merged_inside_only() {
    let dir = folder();
    let dir = dir.path();
    printed(
        dir,
        &["simulate", "dialogue.toml", "--draws", "5", "--internal", "--shard", "1/1", "-o", "part"],
    );
    let output = udbud(dir, &["simulate", "dialogue.toml", "--merge", "part"]);
    assert_eq!(output.status.code(), Some(3));
    let merged = printed(dir, &["simulate", "dialogue.toml", "--internal", "--merge", "part"]);
    assert!(merged.contains("Not to be shown to the market"));
}

#[test]
fn without_uncertainty_every_figure_is_that_of_compare() {
    let dir = folder();
    let dir = dir.path();
    let certain =
        "format = 1\n[dialogue]\ntitle = \"t\"\ntender = \"tender-with-bids.toml\"\nbidders = \"tender\"\n";
    fs::write(dir.join("certain.toml"), certain).unwrap();
    let drawn = json(dir, &["simulate", "certain.toml", "--internal", "--draws", "3"]);
    let compared = json(dir, &["compare", "tender-with-bids.toml"]);
    assert_eq!(drawn["exact"], true);
    let (drawn, compared) = (&drawn["structures"], &compared["structures"]);
    assert_eq!(drawn.as_array().unwrap().len(), compared.as_array().unwrap().len());
    for (own, other) in drawn.as_array().unwrap().iter().zip(compared.as_array().unwrap()) {
        for figure in ["mean", "low", "median", "high", "least", "most"] {
            assert_eq!(own["cost"][figure], other["expected-cost"], "{figure}");
        }
        assert_eq!(own["cost-per-year"]["mean"], other["expected-cost-per-year"]);
        assert_eq!(own["saving"], other["saving"]);
        assert_eq!(own["hhi"], other["hhi"].to_string());
        assert_eq!(own["suppliers"], format!("{}.00", other["suppliers"]));
        assert_eq!(own["contracts"], format!("{}.00", other["contracts"]));
        for payment in other["payments"].as_array().unwrap() {
            let bidder = own["bidders"].as_array().unwrap().iter().find(|b| b["bidder"] == payment["bidder"]);
            assert_eq!(bidder.unwrap()["payment"]["mean"], payment["payment"]);
        }
    }
}

#[test]
fn scenarios_give_the_exact_weighted_sum() {
    let dir = folder();
    let dir = dir.path();
    let text = fs::read_to_string(dir.join("scenarios.toml")).unwrap();
    let both = json(dir, &["simulate", "scenarios.toml"]);
    let (first, second) = text.split_once("[[volumes.scenario]]\nname = \"Som ventet\"").unwrap();
    let (_, profiles) = second.split_once("\n\n").unwrap();
    fs::write(dir.join("first.toml"), format!("{first}\n{profiles}")).unwrap();
    let (head, _) = first.split_once("[[volumes.scenario]]").unwrap();
    fs::write(dir.join("second.toml"), format!("{head}\n{profiles}")).unwrap();
    let (first, second) = (json(dir, &["simulate", "first.toml"]), json(dir, &["simulate", "second.toml"]));
    let ore = |study: &Value, s: usize, figure: &str| -> i128 {
        study["structures"][s]["cost"][figure].as_str().unwrap().replace('.', "").parse().unwrap()
    };
    for s in 0..2 {
        let exact = ore(&first, s, "mean") + 3 * ore(&second, s, "mean");
        assert_eq!(ore(&both, s, "mean"), (exact + 2).div_euclid(4));
        assert_eq!(ore(&both, s, "error"), 0);
    }
    assert_eq!(both["exact"], true);
}

#[test]
fn a_precision_stops_at_a_checkpoint() {
    let dir = folder();
    let dir = dir.path();
    let base = ["simulate", "dialogue.toml", "--question-draws", "0", "--draws", "4500", "--precision"];
    let rough = json(dir, &[&base[..], &["5"]].concat());
    assert_eq!((rough["draws"].as_u64(), &rough["precision"]["reached"]), (Some(1_000), &Value::Bool(true)));
    let fine = json(dir, &[&base[..], &["0.0001"]].concat());
    assert_eq!((fine["draws"].as_u64(), &fine["precision"]["reached"]), (Some(4_500), &Value::Bool(false)));
}
