//! The rooms of `src/` lie on floors, and data flows one way: a room uses the rooms below it, and none beside or above it.
//!
//! Every path that begins with `crate::` is read, in `use` lines and in code, tests included. Since no arrow may lead up or to
//! a room on the same floor, no circle can hold files of two rooms.

use std::{
    collections::BTreeMap,
    fs,
    path::{Path, PathBuf},
};

/// The rooms from the ground up. Some are not built yet: a room that is missing from the tree is no fault, a room that is
/// missing here is one.
const FLOORS: &[&[&str]] = &[
    &["coded_enum"],
    &["number"],
    &["office"],
    &["law"],
    &["formula"],
    &["tender"],
    &["award"],
    &["pricing"],
    &["admission"],
    &["evaluation"],
    &["outcome"],
    &["framework"],
    &["explain", "structure", "disclosure"],
    &["record"],
    &["letter", "simulation"],
    &["report"],
    &["export", "serve"],
    &["cli"],
];

/// Rooms that use less than all below them, so that they can be read and checked by themselves.
const NOTHING_BUT: &[(&str, &[&str])] = &[("award", &["number"])];

#[test]
fn no_arrow_leads_up() {
    let floors: BTreeMap<&str, usize> = FLOORS
        .iter()
        .enumerate()
        .flat_map(|(floor, rooms)| rooms.iter().map(move |room| (*room, floor)))
        .collect();
    let src = Path::new(env!("CARGO_MANIFEST_DIR")).join("src");
    let mut wrong = Vec::new();
    for file in files(&src) {
        let inside = file.strip_prefix(&src).unwrap();
        let room = inside.components().next().unwrap().as_os_str().to_str().unwrap();
        let room = room.trim_end_matches(".rs");
        if ["lib", "main"].contains(&room) {
            continue;
        }
        let Some(&own) = floors.get(room) else {
            wrong.push(format!("{}: the room `{room}` is on no floor", inside.display()));
            continue;
        };
        let text = without_comments(&fs::read_to_string(&file).unwrap());
        for used in rooms_used(&text) {
            let Some(&floor) = floors.get(used.as_str()) else {
                wrong.push(format!("{}: `crate::{used}` is no room", inside.display()));
                continue;
            };
            let promised = NOTHING_BUT.iter().find(|(name, _)| *name == room);
            let broken = promised.is_some_and(|(_, only)| used != room && !only.contains(&used.as_str()));
            if used != room && floor >= own || broken {
                wrong.push(format!("{}: `{room}` may not use `{used}`", inside.display()));
            }
        }
    }
    wrong.sort();
    wrong.dedup();
    assert!(wrong.is_empty(), "{} arrows lead up or aside:\n{}", wrong.len(), wrong.join("\n"));
}

#[test]
fn paths_are_found_wherever_they_stand() {
    let text = "use crate::{\n  award::{Award, solve},\n  tender::Tender, // crate::cli\n};\nfn f() -> crate::number::Money {}";
    assert_eq!(rooms_used(&without_comments(text)), ["award", "tender", "number"]);
}

fn files(folder: &Path) -> Vec<PathBuf> {
    let mut found = Vec::new();
    for entry in fs::read_dir(folder).unwrap() {
        let path = entry.unwrap().path();
        if path.is_dir() {
            found.extend(files(&path));
        } else if path.extension().is_some_and(|e| e == "rs") {
            found.push(path);
        }
    }
    found.sort();
    found
}

fn without_comments(text: &str) -> String {
    text.lines().map(|line| line.split("//").next().unwrap_or("")).collect::<Vec<_>>().join("\n")
}

/// The first part of each path after `crate::`, of each path of a group too.
fn rooms_used(text: &str) -> Vec<String> {
    let mut rooms = Vec::new();
    for (at, start) in text.match_indices("crate::") {
        let rest = &text[at + start.len()..];
        if let Some(group) = rest.strip_prefix('{') {
            rooms.extend(heads_of_group(group));
        } else {
            rooms.push(head(rest));
        }
    }
    rooms
}

/// The first parts of the paths in `a::{b, c}, d }…`.
fn heads_of_group(group: &str) -> Vec<String> {
    let (mut depth, mut heads, mut from) = (0, Vec::new(), 0);
    for (at, c) in group.char_indices() {
        match c {
            '{' => depth += 1,
            '}' | ',' if depth == 0 => {
                let path = group[from..at].trim();
                if !path.is_empty() {
                    heads.push(head(path));
                }
                from = at + 1;
                if c == '}' {
                    break;
                }
            }
            '}' => depth -= 1,
            _ => {}
        }
    }
    heads
}

fn head(path: &str) -> String {
    path.chars().take_while(|c| c.is_alphanumeric() || *c == '_').collect()
}
