//! A record is written whole or not at all, whenever the program is killed.
#![allow(missing_docs)]

mod common;
mod record_support;

use std::{
    fs,
    thread::sleep,
    time::{Duration, Instant},
};

use common::Dice;
use record_support::{read_folder, udbud};
use udbud::record::{folder::record_hash, verify::file_faults};

/// A tender that takes a while to record.
fn larger_tender() -> String {
    let mut text = String::from(
        "format = 1\n[tender]\nid = \"T\"\ntitle = \"T\"\nkind = \"tender\"\nbuyer = \"R\"\nspecialty = \"s\"\n\
         [[tariff]]\nid = \"duf\"\ntitle = \"DUF\"\n[pricing]\ndiscount-base = \"duf\"\n[fallback]\ntariffs = [\"duf\"]\n",
    );
    for p in 0..120 {
        text += &format!(
            "[[procedure]]\ncode = \"K{p:03}\"\nname = \"Y\"\nvolume = {}\ntariff = {}\n",
            p + 1,
            1000 + p
        );
    }
    for b in 0..24 {
        text += &format!("[[bid]]\nbidder = \"Hospital {b}\"\ndiscount = {}.5\n", b % 20);
    }
    text
}

#[test]
fn two_hundred_kills_leave_a_whole_record_or_none() {
    let dir = tempfile::tempdir().unwrap();
    let tender = dir.path().join("tender.toml");
    fs::write(&tender, larger_tender()).unwrap();
    let record = |name: &str| {
        let mut command = udbud(&["record", "--quiet", tender.to_str().unwrap(), "-o"]);
        command.arg(dir.path().join("out").join(name)).stdout(std::process::Stdio::null());
        command.stderr(std::process::Stdio::null());
        command
    };
    fs::create_dir(dir.path().join("out")).unwrap();
    let start = Instant::now();
    assert!(record("whole").status().unwrap().code().is_some_and(|code| code < 2));
    let takes = start.elapsed().min(Duration::from_millis(400));
    let hash = record_hash(&read_folder(&dir.path().join("out/whole")));
    let mut dice = Dice(7);
    let mut whole = 0;
    for n in 0..200 {
        let name = format!("r{n}");
        let mut child = record(&name).spawn().unwrap();
        // the last third is where files are written
        let late = dice.chance(7);
        let from = if late { 600 } else { 0 };
        sleep(takes * u32::try_from(dice.within(from, 1_150)).unwrap() / 1000);
        child.kill().unwrap();
        child.wait().unwrap();
        let folder = dir.path().join("out").join(&name);
        if folder.exists() {
            let files = read_folder(&folder);
            assert_eq!(file_faults(&files, hash.as_deref()), [], "{name}");
            whole += 1;
        }
    }
    for entry in fs::read_dir(dir.path().join("out")).unwrap() {
        let name = entry.unwrap().file_name().into_string().unwrap();
        let is_record = name == "whole" || name.strip_prefix('r').is_some_and(|n| n.parse::<u32>().is_ok());
        assert!(is_record || name.starts_with('.') && name.ends_with(".part"), "{name}");
    }
    assert!(whole < 200, "no kill came in time");
}
