//! The sheet for the room says nothing of any bid: it is the same, byte for byte, whoever has bid and whatever was offered, so
//! that nothing of it can be derived from the sheet.
#![allow(clippy::unwrap_used)]

use std::{ffi::OsString, fs, path::Path};

use tempfile::TempDir;
use udbud::cli::{ExitCode, run};

const TENDER: &str = include_str!("dialogues/tender.toml");
const DIALOGUE: &str = include_str!("dialogues/full.toml");

/// Two bids in the tender file, one in a file of its own with a file of prices, an assessment of one, a decision, a draw.
const BIDS: &str = "
[bids]
files = [\"bids/*.toml\"]
[award]
structure = \"by-joint\"
ties = [\"draw\"]
draw = [\"Privathospitalet Zeta\", \"Klinik Theta\"]
[[requirement]]
id = \"plan\"
text = \"Godkendt\"
[[assessment]]
bidder = \"Klinik Theta\"
requirements = { plan = \"unmet\" }
reason = \"Mangler overlæge Iversen\"
[[decision]]
bidder = \"Privathospitalet Zeta\"
action = \"reject\"
ground = \"other\"
[[bid]]
bidder = \"Privathospitalet Zeta\"
discount = 37.1234
[[bid]]
bidder = \"Klinik Theta\"
discounts = { KNGD11 = 41.4321, KNGB40 = 17.7717 }
group = \"Koncern Omikron\"
";

const BID_FILE: &str = "[[bid]]\nbidder = \"Hospital Kappa\"\nprices-file = \"kappa.csv\"\ncapacity = 7713\n";
const PRICES: &str = "code;price\nKNGB40;49876,54\nKNGD11;8123,45\nKNFB40;51234,56\nUXMG25;1987,65\n";

/// Whatever stands in the bids and nowhere else.
const SECRETS: [&str; 20] = [
    "Zeta", "Theta", "Kappa", "Omikron", "Iversen", "37.1234", "37,1234", "41.4321", "41,4321", "17.7717",
    "17,7717", "7713", "7,713", "7.713", "49876", "49,876", "49.876", "8123.45", "51234", "1987.65",
];

/// A folder with the dialogue and a tender with these bids.
fn folder(bids: &str, file: &str, prices: &str) -> TempDir {
    let dir = tempfile::tempdir().unwrap();
    fs::create_dir(dir.path().join("bids")).unwrap();
    let write = |name: &str, text: &str| fs::write(dir.path().join(name), text).unwrap();
    let award = "[award]\nstructure = \"by-joint\"\nties = [\"draw\"]\n[[requirement]]\nid = \"plan\"\ntext = \"Godkendt\"\n";
    write("tender.toml", &format!("{TENDER}{}", if bids.is_empty() { award } else { bids }));
    write("dialogue.toml", &DIALOGUE.replace("draws = 2000", "draws = 60"));
    if !file.is_empty() {
        write("bids/kappa.toml", file);
        write("bids/kappa.csv", prices);
    }
    dir
}

/// No bids; three; the same bidders with other prices and another outcome; bids that are invalid.
fn folders() -> Vec<TempDir> {
    let other = BIDS
        .replace("37.1234", "1")
        .replace("41.4321", "60")
        .replace("\"Privathospitalet Zeta\", \"Klinik Theta\"", "\"Klinik Theta\"");
    vec![
        folder("", "", ""),
        folder(BIDS, BID_FILE, PRICES),
        folder(&other, BID_FILE, &PRICES.replace("49876,54", "100")),
        folder(BIDS, &BID_FILE.replace("7713", "\"mange\""), "code;pris\n"),
    ]
}

struct Said {
    code: ExitCode,
    out: String,
    err: String,
}

fn udbud(args: &[&str], dir: &Path) -> Said {
    let (mut out, mut err) = (Vec::new(), Vec::new());
    let file = dir.join("dialogue.toml");
    let args = ["udbud", "simulate"].into_iter().chain(args.iter().copied()).map(OsString::from);
    let code = run(args.chain([file.into_os_string()]), &mut out, &mut err);
    Said { code, out: String::from_utf8(out).unwrap(), err: String::from_utf8(err).unwrap() }
}

fn holds_no_secret(text: &str) {
    for secret in SECRETS {
        assert!(!text.contains(secret), "{secret} stands in {text}");
    }
}

#[test]
fn the_sheet_for_the_room_does_not_depend_on_any_bid() {
    let folders = folders();
    for format in ["table", "json", "markdown"] {
        for lang in ["en", "da"] {
            let args = ["--public", "--format", format, "--lang", lang];
            let said: Vec<Said> = folders.iter().map(|dir| udbud(&args, dir.path())).collect();
            assert_eq!(said[0].code, ExitCode::Done, "{}", said[0].err);
            assert!(said[0].out.len() > 500);
            for other in &said {
                assert_eq!(other.out, said[0].out);
                assert_eq!(other.err, said[0].err);
                holds_no_secret(&other.out);
                holds_no_secret(&other.err);
            }
        }
    }
}

#[test]
fn nor_do_its_charts() {
    let charts = |dir: &Path| {
        let into = dir.join("charts");
        let said = udbud(&["--public", "--charts", into.to_str().unwrap()], dir);
        assert_eq!(said.code, ExitCode::Done, "{}", said.err);
        let mut files: Vec<(String, String)> = fs::read_dir(into)
            .unwrap()
            .map(|entry| entry.unwrap().path())
            .map(|path| {
                (path.file_name().unwrap().to_str().unwrap().into(), fs::read_to_string(path).unwrap())
            })
            .collect();
        files.sort();
        files
    };
    let all: Vec<_> = folders().iter().map(|dir| charts(dir.path())).collect();
    assert!(!all[0].is_empty());
    for files in &all {
        assert_eq!(files, &all[0]);
        files.iter().for_each(|(_, text)| holds_no_secret(text));
    }
}

#[test]
fn anonymous_draws_one_by_one_do_not_either() {
    let folders = folders();
    for args in [["--format", "csv"], ["--show-draw", "7"]] {
        let said: Vec<Said> = folders.iter().map(|dir| udbud(&args, dir.path())).collect();
        for other in &said {
            assert_eq!((other.code, &other.out), (ExitCode::Done, &said[0].out), "{}", other.err);
            holds_no_secret(&other.out);
        }
    }
}

#[test]
fn the_bids_themselves_are_never_drawn_for_the_room() {
    let dir = folder(BIDS, BID_FILE, PRICES);
    let own = DIALOGUE
        .replace("bidders = \"profiles\"", "bidders = \"tender\"")
        .replace("draws = 2000", "draws = 9");
    fs::write(dir.path().join("dialogue.toml"), own.split("[[profile]]").next().unwrap()).unwrap();
    for args in
        [&["--public"][..], &[], &["--public", "--internal"], &["--format", "json"], &["--format", "csv"]]
    {
        let said = udbud(args, dir.path());
        assert_eq!((said.code, said.out.as_str()), (ExitCode::Usage, ""), "{}", said.err);
        holds_no_secret(&said.err);
    }
    let inside = udbud(&["--internal"], dir.path());
    assert_eq!(inside.code, ExitCode::Done, "{}", inside.err);
    assert!(inside.out.contains("Klinik Theta"));
    // a part with the bids in it cannot become a sheet for the room
    let part = dir.path().join("part");
    let said = udbud(&["--internal", "--shard", "1/1", "-o", part.to_str().unwrap()], dir.path());
    assert_eq!(said.code, ExitCode::Done, "{}", said.err);
    fs::write(dir.path().join("dialogue.toml"), DIALOGUE.replace("draws = 2000", "draws = 9")).unwrap();
    let merged = udbud(&["--public", "--merge", part.to_str().unwrap(), "--"], dir.path());
    assert_ne!(merged.code, ExitCode::Done);
    assert_eq!(merged.out, "");
    holds_no_secret(&merged.err);
}
