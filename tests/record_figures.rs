//! The engine and the checker of figures agree: on every case, on every tender of `tenders/`, and on random tenders.

mod common;
mod figures_support;

use std::{
    fs,
    path::{Path, PathBuf},
};

use common::sketch;
use figures_support::{random::random_tender, record, record_of, told};
use udbud::{read_tender, record::Recording, tender::MemoryFiles};

use udbud_check::{
    AwardExtent, FiguresChecked, FiguresError, check_award_proof, check_figures, record::examine,
};

/// The record of a tender, its figures looked at; `None` where the file is refused or has no proven result.
fn checked(text: &str, structure: Option<&str>) -> Option<Result<FiguresChecked, Vec<FiguresError>>> {
    let (files, structure) = record_of(text, structure)?;
    // the award problem that follows from the texts is the one that the certificate is bound to
    let proof = check_award_proof(&files, &structure);
    assert!(proof.is_ok(), "{proof:?}\n{text}");
    Some(check_figures(&files, &structure))
}

#[test]
fn engine_and_checker_agree_on_every_case() {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/cases/evaluate");
    let mut names: Vec<String> = fs::read_dir(&folder)
        .unwrap()
        .map(|e| e.unwrap().file_name().into_string().unwrap())
        .filter(|name| name.ends_with(".expected.json"))
        .collect();
    names.sort();
    let mut wrong = Vec::new();
    for name in &names {
        let stem = name.trim_end_matches(".expected.json");
        let (file, structure) = stem.split_once('.').map_or((stem, None), |(f, s)| (f, Some(s)));
        let text = fs::read_to_string(folder.join(format!("{file}.toml"))).unwrap();
        match checked(&text, structure) {
            Some(Ok(found)) => assert!(found.compared > 10, "{stem}"),
            Some(Err(faults)) => wrong.push(format!("{stem}\n{}", told(&faults))),
            None => wrong.push(format!("{stem}: no record")),
        }
    }
    assert!(names.len() >= 82);
    assert!(wrong.is_empty(), "{} of {}:\n{}", wrong.len(), names.len(), wrong.join("\n"));
}

/// All files of a folder and of those in it, under a prefix.
fn folder(at: &Path, prefix: &str, mut files: MemoryFiles) -> MemoryFiles {
    for entry in fs::read_dir(at).unwrap() {
        let entry = entry.unwrap();
        let path = format!("{prefix}{}", entry.file_name().into_string().unwrap());
        files = if entry.file_type().unwrap().is_dir() {
            folder(&entry.path(), &format!("{path}/"), files)
        } else {
            files.with(path, fs::read(entry.path()).unwrap())
        };
    }
    files
}

/// Every tender file beneath a folder.
fn tender_files(at: &Path, found: &mut Vec<PathBuf>) {
    for entry in fs::read_dir(at).unwrap() {
        let path = entry.unwrap().path();
        if path.is_dir() {
            tender_files(&path, found);
        } else if path.extension().is_some_and(|e| e == "toml")
            && fs::read_to_string(&path).unwrap().lines().any(|l| l.starts_with("format"))
        {
            found.push(path);
        }
    }
}

#[test]
fn engine_and_checker_agree_on_every_tender() {
    let root = Path::new(env!("CARGO_MANIFEST_DIR")).join("tenders");
    let mut files = Vec::new();
    tender_files(&root, &mut files);
    files.sort();
    let (mut seen, mut wrong) = (0, Vec::new());
    for path in files {
        let own = path.parent().unwrap();
        let name = path.file_name().unwrap().to_str().unwrap();
        let disk = || {
            let beside = folder(own.parent().unwrap(), "../", MemoryFiles::new());
            Recording::new(folder(own, "", beside))
        };
        let Ok(tender) = read_tender(&disk(), name) else { continue };
        for structure in &tender.structures {
            let files = disk();
            let again = read_tender(&files, name).unwrap();
            let Some((files, id)) = record(files, again, name, Some(&structure.id)) else { continue };
            seen += 1;
            if let Err(faults) = check_figures(&files, &id) {
                wrong.push(format!("{} {id}\n{}", path.display(), told(&faults)));
            }
            let examined = examine(&files, Vec::new(), None);
            if examined.first_no().is_some() {
                wrong.push(format!("{} {id}\n{examined:?}", path.display()));
            }
        }
    }
    assert!(seen >= 10, "{seen}");
    assert!(wrong.is_empty(), "{} of {seen}:\n{}", wrong.len(), wrong.join("\n"));
}

/// So many of one sort of random tender must agree; those that the reader refuses are passed over.
fn agree(seeds: std::ops::Range<u64>, text_of: impl Fn(u64) -> String) -> Vec<FiguresChecked> {
    let mut found = Vec::new();
    let mut wrong = Vec::new();
    for seed in seeds {
        let text = text_of(seed);
        match checked(&text, None) {
            None => {}
            Some(Ok(checked)) => found.push(checked),
            Some(Err(faults)) if wrong.len() < 5 => wrong.push(format!("{seed}\n{}\n{text}", told(&faults))),
            Some(Err(_)) => wrong.push(String::new()),
        }
    }
    assert!(wrong.is_empty(), "{} of {}:\n{}", wrong.len(), wrong.len() + found.len(), wrong.join("\n"));
    found
}

#[test]
fn engine_and_checker_agree_on_random_prices() {
    let found = agree(0..1_500, |seed| sketch(seed, seed % 2 == 0).toml());
    assert!(found.len() > 1_000, "{}", found.len());
}

#[test]
fn engine_and_checker_agree_on_random_rules() {
    let found = agree(0..4_000, random_tender);
    assert!(found.len() > 1_500, "{}", found.len());
    assert!(found.iter().filter(|f| f.award == AwardExtent::Ranked).count() > 200);
    assert!(found.iter().filter(|f| f.award == AwardExtent::Every).count() > 500);
}
