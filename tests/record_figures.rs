//! The engine and the checker of figures agree: on every case, on every tender of `tenders/`, and on random tenders.

use std::{
    fs,
    path::{Path, PathBuf},
};

use udbud::{
    award::Demands,
    outcome::decide,
    pricing::Overlay,
    record::{
        ENGINE, RecordFiles, Recording,
        contents::{NotRecorded, Recorded, contents},
        figures::{FiguresChecked, FiguresFault, check_figures},
    },
    tender::{MemoryFiles, Tender, read_tender},
};

/// The record of a tender, its figures looked at; `None` where the file is refused or has no proven result.
fn checked(text: &str, structure: Option<&str>) -> Option<Result<FiguresChecked, Vec<FiguresFault>>> {
    let files = Recording::new(MemoryFiles::new().with("tender.toml", text));
    let tender = read_tender(&files, "tender.toml").ok()?;
    let (files, structure) = record(files, tender, structure)?;
    Some(check_figures(&files, &structure))
}

fn record(
    files: Recording<'_>,
    mut tender: Tender,
    structure: Option<&str>,
) -> Option<(RecordFiles, String)> {
    if let Some(id) = structure {
        tender.award.structure = tender.structures.iter().position(|s| s.id == id)?;
    }
    let demands = Demands { work_limit: None, distances: true, margins: true };
    let outcome = decide(&tender, tender.award.structure, &Overlay::default(), demands).ok()?;
    let around = ["own".to_owned(), "beside".to_owned()];
    let inputs = files.inputs("tender.toml", &around).unwrap();
    let recorded = Recorded { outcome: &outcome, demands, inputs: &inputs, corrects: None, engine: ENGINE };
    match contents(&recorded) {
        Ok(files) => Some((files, tender.structures[tender.award.structure].id.clone())),
        Err(NotRecorded::NotProven) => None,
        Err(other) => panic!("{other:?}"),
    }
}

/// The first faults, one a line.
fn told(faults: &[FiguresFault]) -> String {
    let one = |f: &FiguresFault| {
        let (code, at) = (f.code.name(), &f.at);
        format!("  {code} {} {at}: {:?} should be {:?} [{}]", f.file, f.written, f.expected, f.rule)
    };
    faults.iter().take(12).map(one).collect::<Vec<_>>().join("\n")
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
            let Some((files, id)) = record(files, again, Some(&structure.id)) else { continue };
            seen += 1;
            if let Err(faults) = check_figures(&files, &id) {
                wrong.push(format!("{} {id}\n{}", path.display(), told(&faults)));
            }
        }
    }
    assert!(seen >= 10, "{seen}");
    assert!(wrong.is_empty(), "{} of {seen}:\n{}", wrong.len(), wrong.join("\n"));
}
