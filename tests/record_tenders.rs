//! Every example tender: recorded, verified at all levels, and the same to the byte wherever it is recorded.
#![allow(missing_docs)]

mod record_support;

use std::{fs, process::Command};

use record_support::{read_folder, run, tenders, text, udbud};

#[test]
fn every_tender_is_recorded_and_verified() {
    let dir = tempfile::tempdir().unwrap();
    let mut recorded = 0;
    for (n, tender) in tenders().into_iter().enumerate() {
        let folder = dir.path().join(format!("r{n}"));
        let (tender, to) = (tender.to_str().unwrap(), folder.to_str().unwrap());
        let zip = format!("{to}.zip");
        let (code, said) = run(&["record", tender, "-o", to, "--zip", &zip, "--format", "json", "--quiet"]);
        if code == 3 {
            assert!(tender.contains("broken"), "{tender}: {said}");
            assert!(!folder.exists() && !fs::exists(&zip).unwrap(), "{tender}");
            continue;
        }
        assert!(code == 0 || code == 1, "{tender}: {said}");
        recorded += 1;
        let written: serde_json::Value = serde_json::from_str(&said).unwrap();
        let hash = written["record-hash"].as_str().unwrap();
        for record in [to, &zip] {
            let (code, said) = run(&["verify", record, "--record-hash", hash, "--format", "json"]);
            assert_eq!(code, 0, "{tender}: {said}");
            let verified: serde_json::Value = serde_json::from_str(&said).unwrap();
            let levels = verified["record"]["levels"].as_array().unwrap();
            assert!(
                levels.iter().all(|l| l["state"] == "holds" || l["level"] == "figures"),
                "{tender}: {said}"
            );
        }
        let mut sums = Command::new("sha256sum");
        sums.args(["-c", "--strict", "--quiet", "SHA256SUMS"]).current_dir(&folder);
        if let Ok(output) = sums.output() {
            assert!(output.status.success(), "{tender}: {}", text(&output));
        }
    }
    assert!(recorded >= 8, "{recorded}");
}

#[test]
fn a_record_is_the_same_wherever_and_whenever_it_is_made() {
    let dir = tempfile::tempdir().unwrap();
    for (n, tender) in tenders().into_iter().enumerate() {
        let record = |name: &str, here: bool, settings: &[(&str, &str)]| {
            let to = dir.path().join(format!("{name}{n}"));
            let zip = dir.path().join(format!("{name}{n}.zip"));
            let mut command = if here {
                let mut command = udbud(&["record", tender.file_name().unwrap().to_str().unwrap()]);
                command.current_dir(tender.parent().unwrap());
                command
            } else {
                udbud(&["record", tender.to_str().unwrap()])
            };
            command.arg("-o").arg(&to).arg("--zip").arg(&zip).envs(settings.iter().copied());
            let code = command.output().unwrap().status.code().unwrap();
            (code < 2).then(|| (read_folder(&to), fs::read(&zip).unwrap()))
        };
        let one = record("a", false, &[("TZ", "UTC"), ("LC_ALL", "C"), ("RAYON_NUM_THREADS", "1")]);
        let other = record(
            "b",
            true,
            &[
                ("TZ", "Asia/Tokyo"),
                ("LC_ALL", "da_DK.UTF-8"),
                ("LANG", "da_DK.UTF-8"),
                ("RAYON_NUM_THREADS", "2"),
            ],
        );
        assert!(one == other, "{}", tender.display());
    }
}

#[test]
fn nothing_is_written_over_anything_and_nothing_unproven_is_recorded() {
    let dir = tempfile::tempdir().unwrap();
    let tender = record_support::file("tenders/minimal/tender.toml");
    let tender = tender.to_str().unwrap();
    let to = dir.path().join("r");
    fs::create_dir(&to).unwrap();
    let (code, said) = run(&["record", tender, "-o", to.to_str().unwrap()]);
    assert_eq!(code, 74, "{said}");
    assert_eq!(fs::read_dir(&to).unwrap().count(), 0);
    assert_eq!(run(&["record", tender]).0, 2);
    let zip = dir.path().join("zip");
    fs::write(&zip, "mine").unwrap();
    let new = dir.path().join("new");
    let (code, _) = run(&["record", tender, "-o", new.to_str().unwrap(), "--zip", zip.to_str().unwrap()]);
    assert_eq!((code, new.exists(), fs::read(&zip).unwrap().as_slice()), (74, false, b"mine".as_slice()));
    let (code, said) = run(&["record", tender, "-o", new.to_str().unwrap(), "--model-hash", "00"]);
    assert_eq!((code, new.exists()), (3, false), "{said}");
}
