//! Folders and archives that want to do harm are refused, quickly, and nothing outside them is read or written.
#![allow(missing_docs)]

mod record_support;

use std::{
    fs::{self, File},
    path::Path,
    time::{Duration, Instant},
};

use record_support::{record_of, run, sum_up, write_folder};
use udbud::{
    record::{RecordFiles, folder::zip_bytes},
    tender::MemoryFiles,
};

fn record() -> RecordFiles {
    let text = include_str!("../tenders/minimal/tender.toml");
    record_of(MemoryFiles::new().with("tender.toml", text), "tender.toml")
}

/// Verifies a path; gives the exit code and the codes of all faults.
fn verify(path: &Path) -> (i32, Vec<String>) {
    let start = Instant::now();
    let (code, said) = run(&["verify", path.to_str().unwrap(), "--format", "json"]);
    assert!(start.elapsed() < Duration::from_secs(60), "{}", path.display());
    let json: serde_json::Value = serde_json::from_str(&said).unwrap_or_default();
    let levels = json["record"]["levels"].as_array().cloned().unwrap_or_default();
    let faults = levels.iter().flat_map(|l| l["faults"].as_array().cloned().unwrap_or_default());
    (code, faults.map(|f| f["code"].as_str().unwrap().to_owned()).collect())
}

/// A record on disk with something done to it is refused as changed, with this code.
fn refused(what: &str, code: &str, harm: impl FnOnce(&Path)) {
    let dir = tempfile::tempdir().unwrap();
    let root = dir.path().join("record");
    write_folder(&root, &record());
    harm(&root);
    let (exit, codes) = verify(&root);
    assert_eq!(exit, 4, "{what}: {codes:?}");
    assert!(codes.iter().any(|c| c == code), "{what}: {codes:?}");
}

#[test]
fn hostile_folders() {
    refused("an empty folder more", "folder-empty", |root| fs::create_dir(root.join("inputs/more")).unwrap());
    refused("a large sparse file", "too-large", |root| {
        File::create(root.join("inputs/large")).unwrap().set_len(1 << 40).unwrap();
    });
    refused("deep nesting", "path", |root| {
        let deep = (0..40).fold(root.to_path_buf(), |path, _| path.join("d"));
        fs::create_dir_all(&deep).unwrap();
        fs::write(deep.join("x"), "x").unwrap();
    });
    refused("a name that is not composed", "path", |root| {
        fs::write(root.join("inputs/A\u{30a}.toml"), "x").unwrap();
    });
    refused("a name that turns the reading direction", "path", |root| {
        fs::write(root.join("inputs/a\u{202e}lmot.toml"), "x").unwrap();
    });
    refused("a name with a line break", "path", |root| fs::write(root.join("a\nb"), "x").unwrap());
    refused("many files", "too-large", |root| {
        fs::create_dir(root.join("many")).unwrap();
        (0..20_100).for_each(|n| drop(File::create(root.join(format!("many/{n}"))).unwrap()));
    });
    refused("a folder in place of a file", "folder-empty", |root| {
        fs::remove_file(root.join("prices.csv")).unwrap();
        fs::create_dir(root.join("prices.csv")).unwrap();
    });
    refused("sums in another encoding", "sums-form", |root| {
        let sums = fs::read_to_string(root.join("SHA256SUMS")).unwrap();
        let wide: Vec<u8> = sums.encode_utf16().flat_map(u16::to_le_bytes).collect();
        fs::write(root.join("SHA256SUMS"), wide).unwrap();
    });
    refused("sums that lead out", "sums-path", |root| {
        let sums = fs::read_to_string(root.join("SHA256SUMS")).unwrap();
        fs::write(root.join("SHA256SUMS"), sums.replace("  prices.csv", "  ../prices.csv")).unwrap();
    });
}

#[test]
#[cfg(unix)]
fn links_and_devices_are_not_followed() {
    use std::{ffi::OsStr, os::unix::ffi::OsStrExt, os::unix::fs::symlink};
    refused("a link to a file", "link", |root| {
        fs::rename(root.join("prices.csv"), root.join("../prices.csv")).unwrap();
        symlink("../prices.csv", root.join("prices.csv")).unwrap();
    });
    refused("a link to a folder", "link", |root| {
        fs::rename(root.join("inputs"), root.join("../inputs")).unwrap();
        symlink("../inputs", root.join("inputs")).unwrap();
    });
    refused("a link to itself", "link", |root| symlink("loop", root.join("loop")).unwrap());
    refused("a link to a device", "link", |root| symlink("/dev/zero", root.join("inputs/zero")).unwrap());
    refused("a pipe", "not-a-file", |root| {
        let made = std::process::Command::new("mkfifo").arg(root.join("pipe")).status().unwrap();
        assert!(made.success());
    });
    refused("a name that is not UTF-8", "name-not-utf8", |root| {
        fs::write(root.join(OsStr::from_bytes(b"inputs/\xff.toml")), "x").unwrap();
    });
    refused("two names that differ by case", "path", |root| {
        fs::write(root.join("Prices.csv"), "x").unwrap();
    });
    assert_eq!(verify(Path::new("/dev/zero")).0, 74);
}

#[test]
fn hostile_archives() {
    let dir = tempfile::tempdir().unwrap();
    let at = dir.path().join("record.zip");
    let refused = |what: &str, code: &str, archive: &[u8]| {
        fs::write(&at, archive).unwrap();
        let (exit, codes) = verify(&at);
        assert_eq!(exit, 4, "{what}: {codes:?}");
        assert!(codes.iter().any(|c| c == code), "{what}: {codes:?}");
    };
    let whole = zip_bytes(&record());
    fs::write(&at, &whole).unwrap();
    assert_eq!(verify(&at), (0, Vec::new()));
    refused("cut off", "zip-damaged", &whole[..whole.len() - 1]);
    refused("with a comment", "zip-kind", &[whole.as_slice(), b"x"].concat());
    refused("with something before it", "zip-damaged", &[b"#!/bin/sh\n", whole.as_slice()].concat());
    refused("empty", "zip-damaged", b"");
    refused("no archive", "zip-damaged", &[7; 4_000]);
    let one = |path: &str, bytes: &[u8]| -> RecordFiles { [(path.to_owned(), bytes.to_vec())].into() };
    refused("a path that leads out", "path", &zip_bytes(&one("../../etc/x", b"x")));
    refused("an absolute path", "path", &zip_bytes(&one("/etc/x", b"x")));
    refused("a path of another system", "path", &zip_bytes(&one("c:\\x", b"x")));
    let patched = |at: usize, in_directory: usize, bytes: &[u8], files: &RecordFiles| {
        let mut archive = zip_bytes(files);
        let directory = archive.windows(4).position(|w| w == b"PK\x01\x02").unwrap();
        for place in [at, directory + in_directory] {
            archive[place..place + bytes.len()].copy_from_slice(bytes);
        }
        archive
    };
    let small = one("a", b"x");
    refused("encrypted", "zip-entry", &patched(6, 8, &[1, 8], &small));
    refused("another method", "zip-entry", &patched(8, 10, &[14, 0], &small));
    refused("a length that does not fit", "zip-damaged", &patched(22, 24, &[9, 0, 0, 0], &small)[..60]);
    refused("more than a record may hold", "too-large", &patched(22, 24, &[0xff, 0xff, 0xff, 0x7f], &small));
    // 16 MiB of zeros in 16 kB, said to be one byte
    let bomb = miniz_oxide::deflate::compress_to_vec(&vec![0; 1 << 24], 9);
    let bomb = patched(8, 10, &[8, 0], &one("bomb", &bomb));
    refused("a bomb", "zip-entry", &bomb);
    let two: RecordFiles = [("a", "1"), ("b", "2")].map(|(p, t)| (p.into(), t.into())).into();
    let mut twice = zip_bytes(&two);
    twice.iter_mut().filter(|b| **b == b'b').for_each(|b| *b = b'a');
    refused("a file twice", "zip-damaged", &twice);
    let mut link = zip_bytes(&small);
    let directory = link.windows(4).position(|w| w == b"PK\x01\x02").unwrap();
    // made on Unix, the mode of a link
    link[directory + 5] = 3;
    link[directory + 40..directory + 42].copy_from_slice(&0o120_777_u16.to_le_bytes());
    refused("a link", "not-a-file", &link);
}

#[test]
fn a_repacked_archive_holds_too() {
    let dir = tempfile::tempdir().unwrap();
    let root = dir.path().join("record");
    write_folder(&root, &record());
    let mut zip = std::process::Command::new("zip");
    zip.args(["-q", "-r", "-X", "../packed.zip", "."]).current_dir(&root);
    // where the tool is not there, nothing is tried
    if zip.status().is_ok_and(|status| status.success()) {
        assert_eq!(verify(&dir.path().join("packed.zip")), (0, Vec::new()));
    }
}

#[test]
fn hostile_json_inside_a_record_is_refused() {
    for (path, text) in [
        ("record.json", "[".repeat(200_000)),
        ("record.json", "{\"schema\": \"udbud.record/1\", \"schema\": \"udbud.record/1\"}".to_owned()),
        ("record.json", "\u{feff}{}".to_owned()),
        ("evaluation.json", "{\"a\":".repeat(100_000)),
        ("evaluation.json", "{\"award\": 1e999}".to_owned()),
    ] {
        let mut files = record();
        files.insert(path.to_owned(), text.into_bytes());
        sum_up(&mut files);
        let dir = tempfile::tempdir().unwrap();
        write_folder(dir.path(), &files);
        let (exit, codes) = verify(dir.path());
        assert_eq!(exit, 4, "{path}: {codes:?}");
        assert!(codes.iter().any(|c| c == "part-form"), "{path}: {codes:?}");
    }
}
