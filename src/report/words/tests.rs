use std::{collections::BTreeMap, fs, path::Path};

use fluent_bundle::FluentResource;

use super::*;

/// Every id of a catalogue, with the arguments it asks for.
fn entries(text: &'static str) -> BTreeMap<String, Vec<&'static str>> {
    let mut all = BTreeMap::new();
    for (name, (body, _)) in Catalogue::split(text).sections {
        for (id, entry) in Section::parse(body).entries {
            assert!(id.starts_with(&format!("{name}-")), "{id} stands beneath the heading {name}");
            let mut names = entry.names;
            names.sort_unstable();
            assert!(all.insert(id.clone(), names).is_none(), "{id} is there twice");
        }
    }
    all
}

#[test]
fn both_catalogues_parse_without_a_fault() {
    for text in [EN, DA] {
        let faults = FluentResource::try_new(text.to_owned()).err().map(|(_, faults)| faults);
        assert!(faults.is_none(), "{faults:?}");
    }
}

#[test]
fn both_languages_have_the_same_messages_with_the_same_arguments() {
    let (en, da) = (entries(EN), entries(DA));
    let only = |a: &BTreeMap<String, Vec<&str>>, b: &BTreeMap<String, Vec<&str>>| -> Vec<String> {
        a.keys().filter(|id| !b.contains_key(*id)).cloned().collect()
    };
    assert_eq!(only(&en, &da), Vec::<String>::new(), "missing in Danish");
    assert_eq!(only(&da, &en), Vec::<String>::new(), "missing in English");
    for (id, names) in &en {
        assert_eq!(Some(names), da.get(id), "{id}");
    }
}

/// The text of all sources that may name a message.
fn sources() -> String {
    fn collect(folder: &Path, out: &mut String) {
        let mut paths: Vec<_> = fs::read_dir(folder).unwrap().map(|e| e.unwrap().path()).collect();
        paths.sort();
        for path in paths {
            if path.is_dir() {
                collect(&path, out);
            } else if path.extension().is_some_and(|e| e == "rs") {
                out.push_str(&fs::read_to_string(&path).unwrap());
            }
        }
    }
    let mut out = String::new();
    collect(&Path::new(env!("CARGO_MANIFEST_DIR")).join("src"), &mut out);
    out
}

/// Sections whose ids are made of a code that the domain hands out; a test of the report that words them proves that
/// every code has its message and every message its code.
const BY_CODE: &[&str] = &["argument", "fault", "finding", "formula", "help", "kind", "problem", "step"];

#[test]
fn every_message_is_used_and_every_message_that_is_named_is_there() {
    let (all, text) = (entries(EN), sources());
    let section = |id: &str| id.split('-').next().unwrap_or_default().to_owned();
    let unused: Vec<&String> = all
        .keys()
        .filter(|id| !BY_CODE.contains(&section(id).as_str()) && !text.contains(&format!("\"{id}\"")))
        .collect();
    assert!(unused.is_empty(), "no source names {unused:#?}");
    // what is handed to `word` or `message` as a literal
    let mut missing = Vec::new();
    for call in ["word(", "message("] {
        for after in text.split(call).skip(1) {
            let Some(literal) = after.trim_start().strip_prefix('"') else { continue };
            let id = literal.split('"').next().unwrap_or_default();
            if !id.contains('{') && id.contains('-') && !all.contains_key(id) {
                missing.push(id.to_owned());
            }
        }
    }
    assert!(missing.is_empty(), "no catalogue has {missing:#?}");
}

#[test]
fn every_word_of_the_format_is_one_that_some_room_hands_out() {
    let text = sources();
    for id in ["argument", "formula", "kind"].into_iter().flat_map(super::ids) {
        let id = id.split('.').next().unwrap_or_default();
        let parts: Vec<&str> = id.split('-').collect();
        // `argument-table-may-lack` is the word `may-lack` of the group `table`
        let groups = usize::from(id.starts_with("argument-") || id.starts_with("formula-wanted-"));
        let word = parts[1 + groups..].join("-");
        assert!(text.contains(&format!("\"{word}\"")), "{id}");
    }
}

#[test]
fn counts_and_arguments_that_are_not_given() {
    let count = |n: usize| Language::En.message("unit-bids", &vec![("n", Figure::from(n))]);
    assert_eq!((count(1), count(1234)), ("1 bid".into(), "1,234 bids".into()));
    assert_eq!(Language::Da.message("unit-bids", &Vec::new()), " tilbud");
    assert_eq!(Language::Da.word("unit-and"), "og");
}
