//! Broken tenders and dialogue files, each with what the user is told, in both languages. `UPDATE_GOLDEN=1` writes the texts anew.
#![allow(clippy::unwrap_used)]

use std::{
    collections::{BTreeMap, BTreeSet},
    fs,
    path::{Path, PathBuf},
};

use udbud::{
    read_tender,
    report::{
        Language,
        problems::{ProblemWriter, check_json, problem_summary},
    },
    simulation::read_dialogue,
    tender::{Files, FrameworkFolder, MemoryFiles, ProblemCode, ReadError, ReadFileError},
};

/// Files in memory, of which one is locked.
struct Locked(MemoryFiles);

impl Files for Locked {
    fn read(&self, path: &str) -> Result<Vec<u8>, ReadFileError> {
        if path == "locked.csv" {
            Err(ReadFileError::Failed("permission denied".into()))
        } else {
            self.0.read(path)
        }
    }

    fn list(&self, pattern: &str) -> Result<Vec<String>, ReadFileError> {
        self.0.list(pattern)
    }

    fn framework(&self, path: &str) -> Result<FrameworkFolder, ReadFileError> {
        self.0.framework(path)
    }
}

fn folder() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/broken")
}

/// All files of a folder, by their path in it.
fn load(root: &Path, folder: &Path, mut files: MemoryFiles) -> MemoryFiles {
    for entry in fs::read_dir(folder).unwrap() {
        let path = entry.unwrap().path();
        if path.is_dir() {
            files = load(root, &path, files);
        } else {
            let name = path.strip_prefix(root).unwrap().to_str().unwrap().replace('\\', "/");
            files = files.with(name, fs::read(&path).unwrap());
        }
    }
    files
}

/// Every broken tender by its name.
fn broken() -> BTreeMap<String, ReadError> {
    let mut all = BTreeMap::new();
    for entry in fs::read_dir(folder()).unwrap() {
        let path = entry.unwrap().path();
        let stem = path.file_stem().unwrap().to_str().unwrap().to_owned();
        let (files, name) = if path.is_dir() {
            (load(&path, &path, MemoryFiles::new()), String::from("tender.toml"))
        } else if path.extension().is_some_and(|e| e == "toml") {
            let name = format!("{stem}.toml");
            (MemoryFiles::new().with(name.as_str(), fs::read(&path).unwrap()), name)
        } else {
            continue;
        };
        // warnings alone do not reject a file
        let told = if path.join("dialogue.toml").exists() {
            read_dialogue(&Locked(files), "dialogue.toml")
                .map_or_else(|r| r, |d| ReadError::new(d.sources, d.remarks))
        } else {
            read_tender(&Locked(files), &name).map_or_else(|r| r, |t| ReadError::new(t.sources, t.remarks))
        };
        assert!(!told.problems.is_empty(), "{stem} is not broken");
        all.insert(stem, told);
    }
    all
}

fn golden(path: &Path, text: &str) -> Option<String> {
    if std::env::var_os("UPDATE_GOLDEN").is_some() {
        fs::write(path, text).unwrap();
        return None;
    }
    let expected = fs::read_to_string(path).unwrap_or_default();
    (expected != text).then(|| format!("{}:\n{text}", path.display()))
}

#[test]
fn each_is_told_as_its_golden_text_says() {
    let mut wrong = Vec::new();
    let all = broken();
    assert!(all.len() >= 60, "{}", all.len());
    for (name, rejected) in all {
        for language in [Language::En, Language::Da] {
            let mut writer = ProblemWriter::new(&rejected.sources, language, false);
            let mut text: String =
                rejected.problems.iter().map(|p| writer.text(p) + "\n").collect::<Vec<_>>().concat();
            text.push_str(&problem_summary(&rejected.problems, language));
            text.push('\n');
            assert!(!text.contains(|c: char| c.is_control() && c != '\n'), "{name}");
            wrong.extend(golden(&folder().join(format!("{name}.{}.txt", language.tag())), &text));
        }
    }
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
}

/// The arguments that the message of a code and its help ask for; the Danish ones ask for the same.
fn arguments_of(code: &str) -> BTreeSet<&'static str> {
    const WORDS: &str = include_str!("../src/report/words/en.ftl");
    let (_, after) = WORDS.split_once(&format!("\nproblem-{code} = ")).unwrap();
    let message = after.split("\nproblem-").next().unwrap().split("\n## ").next().unwrap();
    let names = message.split('$').skip(1);
    names.map(|t| &t[..t.find(|c: char| !c.is_ascii_lowercase() && c != '-').unwrap()]).collect()
}

#[test]
fn every_code_has_a_fixture_a_line_in_the_reference_and_all_its_arguments() {
    let reference =
        fs::read_to_string(Path::new(env!("CARGO_MANIFEST_DIR")).join("docs/reference/problems.md")).unwrap();
    let mut supplied: BTreeMap<ProblemCode, BTreeSet<&str>> = BTreeMap::new();
    for rejected in broken().values() {
        for problem in &rejected.problems {
            supplied.entry(problem.code).or_default().extend(problem.args.iter().map(|(name, _)| *name));
        }
    }
    let mut wrong = Vec::new();
    // found while evaluating a valid file: see `tests/golden/evaluate`
    supplied.entry(ProblemCode::NoResult).or_default().insert("reason");
    for code in ProblemCode::ALL {
        let Some(args) = supplied.get(code) else {
            wrong.push(format!("{} has no broken tender", code.name()));
            continue;
        };
        for name in arguments_of(code.name()) {
            if !args.contains(name) {
                wrong.push(format!("{} is never given {name}", code.name()));
            }
        }
        if !reference.contains(&format!("| `{}` |", code.name())) {
            wrong.push(format!("{} has no line in problems.md", code.name()));
        }
    }
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
}

#[test]
fn json_has_a_place_for_every_problem() {
    for (name, rejected) in broken() {
        let json = check_json(&rejected.problems, &rejected.sources, Language::En);
        assert_eq!(json["schema"], "udbud.check/1");
        let problems = json["problems"].as_array().unwrap();
        assert_eq!(problems.len(), rejected.problems.len());
        for (value, problem) in problems.iter().zip(&rejected.problems) {
            let keys: Vec<&str> = value.as_object().unwrap().keys().map(String::as_str).collect();
            let expected = ["code", "severity", "message", "file", "line", "column", "source", "help"];
            assert_eq!(keys, expected);
            let (line, column) = rejected.sources.line_and_column(problem.place);
            assert_eq!(
                (value["line"].as_u64(), value["column"].as_u64()),
                (Some(line as u64), Some(column as u64)),
                "{name}"
            );
        }
    }
}

#[test]
fn problems_are_sorted_and_each_is_told_once() {
    for (name, rejected) in broken() {
        let places: Vec<_> = rejected.problems.iter().map(|p| (p.place, p.code)).collect();
        assert!(places.is_sorted(), "{name}");
        let mut distinct = rejected.problems.iter().map(|p| format!("{p:?}")).collect::<Vec<_>>();
        distinct.sort();
        distinct.dedup();
        assert_eq!(distinct.len(), places.len(), "{name}");
    }
}
