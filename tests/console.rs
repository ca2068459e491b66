//! Runs every command shown in the README, the guides and `tests/golden` (a page a command), and compares what it prints, to the letter.
//!
//! In a block that begins with ```` ```console ````, a line `$ udbud …` (or `$ cargo run --release -- …`) is run in a copy of
//! the example tenders; below it stands what it prints: stdout, then stderr, then `(exit code N)` unless N is 0.
//! A line `[…]` stands for any number of lines that are left out.
//! `UPDATE_GOLDEN=1 cargo test --test console` writes the blocks anew; read the difference before committing it.

use std::{
    fs,
    path::{Path, PathBuf},
    process::Command,
};

const FENCE: &str = "```console";

#[test]
fn readme() {
    check_all(&["README.md"]);
}

#[test]
fn documentation() {
    check_all(&["docs"]);
}

/// One page a command; the pages of a folder are run in the order of their names in one copy, so that a page may use what an
/// earlier one has written.
#[test]
fn golden_commands() {
    let golden = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/golden");
    let mut folders: Vec<PathBuf> = fs::read_dir(golden).unwrap().map(|e| e.unwrap().path()).collect();
    folders.retain(|path| path.is_dir());
    folders.sort();
    let mut wrong = Vec::new();
    for folder in folders {
        let mut pages = Vec::new();
        collect(&folder, &mut pages);
        pages.sort();
        let workplace = workplace();
        wrong.extend(pages.iter().filter_map(|page| check(page, workplace.path())));
    }
    assert!(wrong.is_empty(), "{}", wrong.join("\n\n"));
}

#[test]
fn examples() {
    check_all(&["tenders"]);
}

fn check_all(roots: &[&str]) {
    let root = Path::new(env!("CARGO_MANIFEST_DIR"));
    let mut pages = Vec::new();
    for start in roots {
        collect(&root.join(start), &mut pages);
    }
    pages.sort();
    let wrong: Vec<String> = pages.iter().filter_map(|page| check(page, workplace().path())).collect();
    assert!(wrong.is_empty(), "{}", wrong.join("\n\n"));
}

/// Runs a page in a folder: what differs, unless it is to be written anew.
fn check(page: &Path, folder: &Path) -> Option<String> {
    let before = fs::read_to_string(page).unwrap();
    if !before.contains(FENCE) {
        return None;
    }
    let after = rerun(&before, folder);
    if before == after {
        return None;
    }
    if std::env::var_os("UPDATE_GOLDEN").is_some() {
        fs::write(page, after).unwrap();
        return None;
    }
    Some(format!("{}:\n{}", page.display(), first_difference(&before, &after)))
}

/// A folder of its own with the example tenders and the inputs of the tests.
fn workplace() -> tempfile::TempDir {
    let root = Path::new(env!("CARGO_MANIFEST_DIR"));
    let folder = tempfile::tempdir().unwrap();
    for inputs in ["tenders", "tests/broken", "tests/golden"] {
        copy(&root.join(inputs), &folder.path().join(inputs));
    }
    folder
}

fn collect(path: &Path, pages: &mut Vec<PathBuf>) {
    if path.is_dir() {
        for entry in fs::read_dir(path).unwrap() {
            collect(&entry.unwrap().path(), pages);
        }
    } else if path.extension().is_some_and(|e| e == "md") {
        pages.push(path.to_path_buf());
    }
}

/// The page with the output of every command as it is now.
fn rerun(page: &str, folder: &Path) -> String {
    let mut out = String::new();
    let mut in_block = false;
    let mut lines = page.split_inclusive('\n').peekable();
    while let Some(line) = lines.next() {
        out.push_str(line);
        if !in_block {
            in_block = line.trim_end() == FENCE;
        } else if line.trim_end() == "```" {
            in_block = false;
        } else if let Some(command) = line.trim_end().strip_prefix("$ ") {
            let mut stands = String::new();
            while let Some(next) = lines.next_if(|l| l.trim_end() != "```" && !l.starts_with("$ ")) {
                stands.push_str(next);
            }
            let printed = run(command, folder);
            out.push_str(if agrees(&stands, &printed) { &stands } else { &printed });
        }
    }
    out
}

/// Whether what stands on the page is what was printed, but for what it leaves out.
fn agrees(stands: &str, printed: &str) -> bool {
    let mut parts = stands.split("[…]\n");
    let first = parts.next().unwrap_or("");
    let Some(mut rest) = printed.strip_prefix(first) else { return false };
    let mut left_out = false;
    for part in parts {
        left_out = true;
        match if part.is_empty() { Some(rest.len()) } else { rest.find(part) } {
            Some(at) => rest = rest.get(at + part.len()..).unwrap_or(""),
            None => return false,
        }
    }
    rest.is_empty() || left_out && stands.ends_with("[…]\n")
}

fn run(command: &str, folder: &Path) -> String {
    let arguments = command.strip_prefix("udbud").or_else(|| command.strip_prefix("cargo run --release --"));
    let Some(arguments) = arguments else { panic!("cannot run `{command}`") };
    let output = Command::new(env!("CARGO_BIN_EXE_udbud"))
        .args(words(arguments))
        .current_dir(folder)
        .env_remove("NO_COLOR")
        .env("COLUMNS", "100")
        .output()
        .unwrap();
    let mut text = String::from_utf8(output.stdout).unwrap();
    text.push_str(&String::from_utf8(output.stderr).unwrap());
    if !text.is_empty() && !text.ends_with('\n') {
        text.push('\n');
    }
    if !output.status.success() {
        text.push_str(&format!("(exit code {})\n", output.status.code().unwrap()));
    }
    text
}

/// Words as a shell would split them, with single and double quotes.
fn words(text: &str) -> Vec<String> {
    let (mut words, mut word, mut quote) = (Vec::new(), None::<String>, None);
    for c in text.chars() {
        match (quote, c) {
            (Some(q), c) if c == q => quote = None,
            (None, '\'' | '"') => {
                quote = Some(c);
                word.get_or_insert_default();
            }
            (None, ' ') => words.extend(word.take()),
            (_, c) => word.get_or_insert_default().push(c),
        }
    }
    words.extend(word);
    words
}

fn copy(from: &Path, to: &Path) {
    if from.is_dir() {
        fs::create_dir_all(to).unwrap();
        for entry in fs::read_dir(from).unwrap() {
            let entry = entry.unwrap();
            copy(&entry.path(), &to.join(entry.file_name()));
        }
    } else if from.exists() {
        fs::copy(from, to).unwrap();
    }
}

fn first_difference(before: &str, after: &str) -> String {
    let (mut a, mut b) = (before.lines(), after.lines());
    for line in 1.. {
        match (a.next(), b.next()) {
            (x, y) if x == y && x.is_some() => {}
            (None, None) => break,
            (x, y) => {
                return format!(
                    "line {line}\n  stands:  {}\n  printed: {}",
                    x.unwrap_or(""),
                    y.unwrap_or("")
                );
            }
        }
    }
    String::from("differs in line ends")
}
